import {describe, expect, test} from 'vitest';
import {edtfFromText} from '../../src/schema/dates.ts';
import {isDateUncertain, isKnownLater, statesByLook, statusNotice, statusWords} from '../../src/story/signs.ts';

const ZONE = 'America/Los_Angeles';

describe('isDateUncertain(event)', () => {
  test.each(['2014-11-27~', '2014-12-28?', '2014-06', '2010', '/2014-12-17', '2014-09~/2014-11-24'])('is true of %s', (text) => {
    expect(isDateUncertain({date: edtfFromText(text), happened: 'throughout'})).toBe(true);
  });

  test.each(['2014-12-17', '2014-12-24T18:00:00Z', '2014-12-24/2014-12-28', '2014-12-24/..'])('is false of %s', (text) => {
    expect(isDateUncertain({date: edtfFromText(text), happened: 'throughout'})).toBe(false);
  });

  test('is true of one moment somewhere within an interval', () => {
    expect(isDateUncertain({date: edtfFromText('2014-12-20/2014-12-21'), happened: 'within'})).toBe(true);
  });
});

describe('isKnownLater(event, zone)', () => {
  const knownLater = (date: string, known: string) => isKnownLater({date: edtfFromText(date), known: edtfFromText(known)}, ZONE);

  test('is false up to two days after the event, true from the third', () => {
    expect(knownLater('2014-12-17', '2014-12-19')).toBe(false);
    expect(knownLater('2014-12-17', '2014-12-20')).toBe(true);
  });

  test('counts from the end of a stretch', () => {
    expect(knownLater('2014-12-10/2014-12-17', '2014-12-19')).toBe(false);
  });

  test('counts from the start where the end is open', () => {
    expect(knownLater('2014-12-10/..', '2014-12-19')).toBe(true);
  });

  test('counts from the day an exact time has in the zone', () => {
    expect(knownLater('2014-12-25T06:00:00Z', '2014-12-27')).toBe(true);
  });
});

describe('statusWords(status, language), statusNotice(status, language)', () => {
  test('begin with the status', () => {
    expect(statusWords('disputed', 'en')).toMatch(/^Disputed: /);
    expect(statusNotice('disputed', 'en')).toBe('Disputed');
  });

  test('give no notice of what is confirmed', () => {
    expect(statusNotice('confirmed', 'en')).toBeNull();
  });
});

describe('statesByLook(states)', () => {
  test('has each look that is used once, in the order of looks, with the story’s words for it', () => {
    const item = (look: 'outline' | 'hatched' | 'double' | 'solid', short: string) => ({
      look,
      short,
      label: `${short} at last`,
      date: edtfFromText('1969-07-16'),
      event: null,
      source: 's',
    });
    const items = [item('solid', 'Down'), item('outline', 'Docked'), item('outline', 'Flying'), item('solid', 'Down')];
    expect(statesByLook({name: 'Eagle', items})).toEqual([
      {look: 'outline', labels: ['Docked', 'Flying']},
      {look: 'solid', labels: ['Down']},
    ]);
  });
});
