/** Dates at the edges of what is one. */
import {describe, expect, test} from 'vitest';
import {askedDateInWords, dateIn, dateRelation, isDateOf} from '../../../src/timeline/interaction/find/dates.ts';
import type {AskedDate} from '../../../src/timeline/interaction/find/dates.ts';
import type {Span} from '../../../src/timeline/model/span.ts';
import {axisMs, DAY_MS, HOUR_MS} from '../../../src/timeline/model/time.ts';
import {findWords} from '../../../src/timeline/model/words/find.ts';
import {FIRST_DAY_MS} from './some-texts.ts';

const words = findWords('en');
const found = (text: string, language = 'en') => dateIn(text, {language, firstDayMs: FIRST_DAY_MS}, words);
const read = (text: string, language = 'en') => {
  const date = found(text, language)?.date;
  return date ? [date.year, date.month, date.day].map((part) => part ?? '–').join(' ') : null;
};

describe('dateIn(text, calendar, besides)', () => {
  test.each([
    ['2014-1-5', '2014 1 5'],
    ['2014-12-17-', null],
    ['x2014-12-17', null],
    ['12014-12-17', null],
    ['-2014-12-17', null],
    ['2014-12-171', null],
    ['2014-13', null],
    ['2014-12-32', null],
    ['2014-02-29', null],
    ['2012-02-29', '2012 2 29'],
    ['(2014-12-17)', '2014 12 17'],
  ])('reads %s, written year first, as %s', (text, date) => {
    expect(read(text)).toBe(date);
  });

  test.each([
    ['17-12-2014', '2014 12 17'],
    ['1.2.2014', '2014 2 1'],
    ['13/1/2014', '2014 1 13'],
    ['1/13/2014', '2014 1 13'],
    ['12/12/2014', null],
    ['13/13/2014', null],
    ['17/12-2014', null],
    ['17/12/20145', null],
    ['117/12/2014', null],
    ['x17/12/2014', null],
    ['31/11/2014', null],
  ])('reads %s, in numbers alone, as %s', (text, date) => {
    expect(read(text)).toBe(date);
  });

  test.each([
    ['17 December, 2014', '2014 12 17'],
    ['December, 2014', '2014 12 –'],
    ['December 17,2014', '2014 12 17'],
    ['December 2014 17', '2014 12 –'],
    ['17 Dece 2014', '2014 12 17'],
    ['17 De', null],
    ['De 2014', '2014 – –'],
    ['Sep 3', '– 9 3'],
    ['3 of Sept.', '– 9 3'],
    ['March', '– 3 –'],
    ['Mar', null],
    ['0 December', '– 12 –'],
    ['32 December', '– 12 –'],
    ['December 31', '– 12 31'],
    ['29 February', '– 2 29'],
    ['30 February', null],
    ['29 February 2014', '2014 – –'],
    ['17th December', '– 12 17'],
    ['1st of May 2015', '2015 5 1'],
    ['17. Dezember 2014', '2014 – –'],
    ['17 Decembers', null],
    ['the December of', '– 12 –'],
    ['3 4 December', '– 12 4'],
    ['on 17 March and 18 December', '– 3 17'],
    ['17 12 2014', '2014 – –'],
  ])('reads %s, in words, as %s', (text, date) => {
    expect(read(text)).toBe(date);
  });

  test.each([
    ['may', null],
    ['who may leave', null],
    ['the march on Rome', null],
    ['May', '– 5 –'],
    ['december', '– 12 –'],
    ['3 may', '– 5 3'],
    ['may 2015', '2015 5 –'],
    ['march 17', '– 3 17'],
    ['who may leave in December', '– 12 –'],
  ])('takes a month’s name that is also a word for the month only with a capital or a number: %s', (text, date) => {
    expect(read(text)).toBe(date);
  });

  test('prefers a day before a month’s name to one after it', () => {
    expect(read('17 December 18')).toBe('– 12 17');
    expect(read('December 18 17')).toBe('– 12 18');
    expect(['17 December 18', 'December 18 17'].map((text) => found(text)!.words)).toEqual(['17 December', 'December 18']);
  });

  test.each([
    ['day 1', '2014 11 24'],
    ['Day 1000', '2017 8 19'],
    ['DAY 24', '2014 12 17'],
    ['day 00', null],
    ['day 0', null],
    ['holiday 3', null],
    ['day 3rd', null],
    ['day 12345', null],
    ['day 3 and day 4', '2014 11 26'],
  ])('reads %s, counted from 24 November 2014, as %s', (text, date) => {
    expect(read(text)).toBe(date);
  });

  test.each([
    ['2014', '2014 – –'],
    ['in 2014.', '2014 – –'],
    ['2014, then', '2014 – –'],
    ['1066', '1066 – –'],
    ['3014', null],
    ['0999', null],
    ['20145', null],
    ['x2014', null],
    ['2014x', null],
    ['2,014', null],
    ['1/2014', null],
    ['2014.5', null],
    ['2014,5', null],
    ['2014’s', null],
    ['’2014', null],
    ['2014-', null],
    ['.2014', null],
  ])('reads %s, a year alone, as %s', (text, date) => {
    expect(read(text)).toBe(date);
  });

  test('prefers a whole date to a year, wherever it is', () => {
    expect(read('2010 or 17 December 2014')).toBe('2014 12 17');
    expect(read('17 March or 2014-12-17')).toBe('2014 12 17');
    expect(read('17 March or 17/12/2014')).toBe('2014 12 17');
    expect(read('day 24 or 17 March')).toBe('– 3 17');
    expect(read('2010 or day 24')).toBe('2014 12 17');
  });

  test('includes the small words and the weekday before a date', () => {
    const parts = (text: string) => {
      const {words, from, rest} = found(text)!;
      return [words, from, rest.length, rest.trim()];
    };
    expect(parts('Sony on the 17th of December, 2014 again')).toEqual([
      'on the 17th of December, 2014',
      5,
      40,
      `Sony${' '.repeat(31)}again`,
    ]);
    expect(parts('seen Wednesday, the 17th of December')).toEqual(['the 17th of December', 16, 36, 'seen Wednesday,']);
    expect(parts('seen on Wed 17 December')).toEqual(['on Wed 17 December', 5, 23, 'seen']);
    expect(parts('seen on Wednesday the 17 December')).toEqual(['on Wednesday the 17 December', 5, 33, 'seen']);
    expect(parts('seen in December')).toEqual(['in December', 5, 16, 'seen']);
    expect(parts('by 2014-12-17 seen')).toEqual(['2014-12-17', 3, 18, `by${' '.repeat(12)}seen`]);
    expect(parts('day 24 seen')).toEqual(['day 24', 0, 11, 'seen']);
  });

  test('knows how a text would mention it', () => {
    expect(found('17 December 2014')!.mentions).toEqual(['17 december', 'december 17', '17 dec', 'dec 17']);
    expect(found('December 2014')!.mentions).toEqual(['december 2014', 'dec 2014']);
    expect(found('December')!.mentions).toEqual(['december']);
    expect(found('2014')!.mentions).toEqual(['2014']);
    expect(found('May 2014')!.mentions).toEqual(['may 2014']);
  });

  test('knows weekdays and months of other languages, with their dots and accents', () => {
    expect(found('le mercredi 17 décembre 2014', 'fr')!.words).toBe('mercredi 17 décembre 2014');
    expect(read('17 déc. 2014', 'fr')).toBe('2014 12 17');
    expect(read('17 fevrier', 'fr')).toBe('– 2 17');
    expect(read('3. März 2014', 'de')).toBe('2014 3 3');
  });
});

describe('dateRelation(span, asked, dayMs)', () => {
  const at = (year: number, month: number, day: number) => axisMs(year, month - 1, day);
  const asked = (year: number | null, month: number | null, day: number | null): AskedDate => ({year, month, day});
  const stretch = (fromMs: number, toMs: number): Span => ({kind: 'stretch', fromMs, toMs, softStart: false, softEnd: false});
  const within = (fromMs: number, toMs: number): Span => ({kind: 'within', fromMs, toMs, soft: false});

  test('what went on for one day, or a part of it, is on it', () => {
    expect(dateRelation(stretch(at(2014, 12, 17), at(2014, 12, 18)), asked(2014, 12, 17), null)).toBe('on');
    expect(dateRelation(stretch(at(2014, 12, 17) + HOUR_MS, at(2014, 12, 17) + 2 * HOUR_MS), asked(2014, 12, 17), null)).toBe('on');
    expect(dateRelation(stretch(at(2014, 12, 17), at(2014, 12, 18) + 1), asked(2014, 12, 17), null)).toBe('includes');
    expect(dateRelation(within(at(2014, 12, 17), at(2014, 12, 18)), asked(2014, 12, 17), null)).toBe('includes');
  });

  test('what began before 1970 has lasted as long as it did', () => {
    expect(dateRelation(stretch(at(1960, 1, 1), at(1980, 1, 1)), asked(1975, null, null), null)).toBe('includes');
  });

  test('days end where the next begins', () => {
    const days = within(at(2014, 12, 15), at(2014, 12, 18));
    expect([14, 15, 17, 18].map((day) => dateRelation(days, asked(2014, 12, day), null))).toEqual([null, 'includes', 'includes', null]);
    expect(dateRelation(within(at(2014, 12, 1), at(2015, 1, 1)), asked(2014, 12, null), null)).toBe('on');
    expect(dateRelation(within(at(2014, 12, 1), at(2015, 1, 2)), asked(2014, 12, null), null)).toBe('includes');
    expect(dateRelation(within(at(2014, 11, 30), at(2014, 12, 9)), asked(2014, 12, null), null)).toBe('includes');
    expect(dateRelation(within(at(2014, 1, 1), at(2015, 1, 1)), asked(2014, null, null), null)).toBe('on');
    expect(dateRelation(within(at(2014, 1, 1), at(2015, 1, 1)), asked(2015, null, null), null)).toBeNull();
  });

  test('a day without a year is looked for in each year of a stretch that is no longer than half of one', () => {
    const turn = within(at(2014, 12, 20), at(2015, 1, 10));
    expect(dateRelation(turn, asked(null, 1, 5), null)).toBe('includes');
    expect(dateRelation(turn, asked(null, 12, 25), null)).toBe('includes');
    expect(dateRelation(turn, asked(null, 2, 1), null)).toBeNull();
    const from = at(2014, 1, 1);
    expect(dateRelation(within(from, from + 184 * DAY_MS), asked(null, 3, 1), null)).toBe('includes');
    expect(dateRelation(within(from, from + 185 * DAY_MS), asked(null, 3, 1), null)).toBeNull();
    expect(dateRelation(within(from, from + 185 * DAY_MS), asked(2014, 3, 1), null)).toBe('includes');
  });

  test('on a day of Known then, what goes on reaches that day, and what is to come is as announced', () => {
    const tour = stretch(at(2014, 12, 10), at(2014, 12, 20));
    const on = (day: number, thenDay: number) => dateRelation(tour, asked(2014, 12, day), at(2014, 12, thenDay));
    expect([on(15, 15), on(16, 15), on(10, 10), on(11, 10)]).toEqual(['includes', null, 'on', null]);
    expect([on(15, 9), on(19, 30)]).toEqual(['includes', 'includes']);
    expect(dateRelation(within(at(2014, 12, 10), at(2014, 12, 20)), asked(2014, 12, 18), at(2014, 12, 15))).toBe('includes');
  });
});

describe('isDateOf(asked, ms)', () => {
  const at = (year: number, month: number, day: number) => axisMs(year, month - 1, day);

  test('holds from the first instant of a day, a month or a year, to before the next', () => {
    const is = (asked: AskedDate, ...all: readonly number[]) => all.map((ms) => isDateOf(asked, ms));
    expect(is({year: 2014, month: 12, day: 17}, at(2014, 12, 17) - 1, at(2014, 12, 17), at(2014, 12, 18) - 1, at(2014, 12, 18))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(is({year: 2014, month: 12, day: null}, at(2014, 12, 1) - 1, at(2014, 12, 1), at(2015, 1, 1) - 1, at(2015, 1, 1))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(is({year: 2014, month: null, day: null}, at(2014, 1, 1) - 1, at(2014, 1, 1), at(2015, 1, 1) - 1, at(2015, 1, 1))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

test('askedDateInWords(date, language) has no year where none was asked for', () => {
  expect(askedDateInWords({year: null, month: 12, day: null}, 'en')).toBe('December');
  expect(askedDateInWords({year: null, month: 5, day: 3}, 'fr')).toBe('3 mai');
});
