import {afterEach, describe, expect, test, vi} from 'vitest';
import type {Spelling} from '../../../src/timeline/model/spelling.ts';

/** The modules keep what they have learned; each test starts with modules that know nothing. */
async function fresh() {
  vi.resetModules();
  return {
    ...(await import('../../../src/timeline/model/spelling.ts')),
    ...(await import('../../../src/timeline/model/calendar-names.ts')),
    ...(await import('../../../src/timeline/model/numbers.ts')),
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('takeSpelling(language, spelling)', () => {
  test.each(['en', 'de', 'ru', 'ja'])('in %s answers as Intl would, without asking it', async (language) => {
    const {spellingOf, monthAlone, monthBesideDay, weekdayName, numberInLanguage} = await fresh();
    const answers = (
      ask: Pick<Awaited<ReturnType<typeof fresh>>, 'monthAlone' | 'monthBesideDay' | 'weekdayName' | 'numberInLanguage'>,
    ) => [
      ask.monthAlone(12, language, 'long'),
      ask.monthBesideDay(12, language, 'short'),
      ask.weekdayName(3, language, 'short'),
      ask.numberInLanguage(2.8, language, {fractionDigits: 1, isGrouped: false}),
    ];
    const asked = answers({monthAlone, monthBesideDay, weekdayName, numberInLanguage});
    const carried = JSON.parse(JSON.stringify(spellingOf(language))) as Spelling;

    const page = await fresh();
    vi.stubGlobal('Intl', undefined);
    page.takeSpelling(language, carried);
    expect(answers(page)).toEqual(asked);
  });

  test('carries every name, of which none was asked for before', async () => {
    const {spellingOf} = await fresh();
    const carried = spellingOf('de');
    const page = await fresh();
    vi.stubGlobal('Intl', undefined);
    page.takeSpelling('de', carried);
    expect([
      page.monthAlone(12, 'de', 'long'),
      page.monthAlone(12, 'de', 'short'),
      page.monthBesideDay(12, 'de', 'long'),
      page.monthBesideDay(12, 'de', 'short'),
    ]).toEqual(['Dezember', 'Dez', 'Dezember', 'Dez.']);
    expect([page.weekdayName(3, 'de', 'long'), page.weekdayName(3, 'de', 'short'), page.decimalSign('de')]).toEqual([
      'Mittwoch',
      'Mi',
      ',',
    ]);
  });

  test('carries the names of one language only', async () => {
    const {spellingOf, monthAlone} = await fresh();
    monthAlone(1, 'de', 'long');
    expect(Object.keys(spellingOf('en').names).every((key) => key.startsWith('en '))).toBe(true);
  });
});
