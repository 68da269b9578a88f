import {describe, expect, test} from 'vitest';
import {askedDateInWords, dateIn, dateRelation, isDateOf} from '../../../src/timeline/interaction/find/dates.ts';
import type {AskedDate} from '../../../src/timeline/interaction/find/dates.ts';
import {axisMs, DAY_MS} from '../../../src/timeline/model/time.ts';
import {findWords} from '../../../src/timeline/model/words/find.ts';
import {FIRST_DAY_MS} from './some-texts.ts';

const words = findWords('en');

function read(text: string, language = 'en', firstDayMs: number | null = FIRST_DAY_MS) {
  const found = dateIn(text, {language, firstDayMs}, words);
  return found && [found.date.year, found.date.month, found.date.day, found.rest.replace(/\s+/g, ' ').trim()];
}

describe('dateIn(text, calendar, besides)', () => {
  test.each([
    '17 December',
    '17 Dec',
    'Dec 17',
    'dec. 17',
    'December 17',
    'December 17th',
    '17th of December',
    'on the 17th of December',
    'Wednesday 17 December',
    'Wed, 17 Dec',
  ])('reads %s as a day of any year', (text) => {
    expect(read(text)?.slice(0, 3)).toEqual([null, 12, 17]);
  });

  test.each([
    '2014-12-17',
    '17 Dec 2014',
    '17 December 2014',
    'December 17, 2014',
    'Dec 17 2014',
    'Wednesday 17 December 2014',
    '17/12/2014',
    '12/17/2014',
    '17.12.2014',
    'Day 24',
    'day 24',
  ])('reads %s as that day', (text) => {
    expect(read(text)).toEqual([2014, 12, 17, '']);
  });

  test('reads months and years', () => {
    expect(read('December 2014')).toEqual([2014, 12, null, '']);
    expect(read('2014-12')).toEqual([2014, 12, null, '']);
    expect(read('december')).toEqual([null, 12, null, '']);
    expect(read('2010')).toEqual([2010, null, null, '']);
    expect(read('sept 2014')).toEqual([2014, 9, null, '']);
  });

  test('leaves what else is asked for', () => {
    expect(read('Sony 17 December cinemas')).toEqual([null, 12, 17, 'Sony cinemas']);
    expect(read('what happened on 17 December 2014?')).toEqual([2014, 12, 17, 'what happened ?']);
  });

  test.each(['dec', 'Sony', '30 million', '31 November', '30 Feb', '1/2/2014', '2,100', 'day 0', '24', 'mar'])(
    'takes %s for no date',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  test('counts no days where the story counts years', () => {
    expect(read('day 24', 'en', null)).toBeNull();
  });

  test('knows the months of the story’s language', () => {
    expect(read('17 décembre 2014', 'fr')).toEqual([2014, 12, 17, '']);
    expect(read('17. Dezember', 'de')).toEqual([null, 12, 17, '']);
  });
});

const DAY: AskedDate = {year: null, month: 12, day: 17};
const at = (month: number, day: number, year = 2014) => axisMs(year, month - 1, day);

describe('dateRelation(span, asked, dayMs)', () => {
  test('an event of that day, or an hour of it, is on it', () => {
    expect(dateRelation({kind: 'day', dayMs: at(12, 17)}, DAY, null)).toBe('on');
    expect(dateRelation({kind: 'moment', atMs: at(12, 17) + DAY_MS - 1}, DAY, null)).toBe('on');
    expect(dateRelation({kind: 'day', dayMs: at(12, 18)}, DAY, null)).toBeNull();
    expect(dateRelation({kind: 'day', dayMs: at(12, 17)}, {...DAY, year: 2015}, null)).toBeNull();
  });

  test('a stretch, or the days on one of which it happened, include it', () => {
    expect(dateRelation({kind: 'stretch', fromMs: at(11, 24), toMs: at(12, 18), softStart: false, softEnd: false}, DAY, null)).toBe(
      'includes',
    );
    expect(dateRelation({kind: 'within', fromMs: at(12, 15), toMs: at(12, 18), soft: false}, DAY, null)).toBe('includes');
    expect(dateRelation({kind: 'stretch', fromMs: at(11, 24), toMs: at(12, 17), softStart: false, softEnd: false}, DAY, null)).toBeNull();
    expect(dateRelation({kind: 'by', toMs: at(12, 18)}, DAY, null)).toBe('includes');
  });

  test('a month holds what lies in it, and a year without a number is every year', () => {
    const december: AskedDate = {year: null, month: 12, day: null};
    expect(dateRelation({kind: 'within', fromMs: at(12, 1), toMs: at(12, 9), soft: false}, december, null)).toBe('on');
    expect(
      dateRelation({kind: 'stretch', fromMs: at(12, 24), toMs: at(1, 5, 2015), softStart: false, softEnd: false}, december, null),
    ).toBe('includes');
    expect(
      dateRelation({kind: 'within', fromMs: at(1, 1, 2010), toMs: at(1, 1, 2011), soft: false}, {year: 2010, month: null, day: null}, null),
    ).toBe('on');
    expect(dateRelation({kind: 'day', dayMs: at(12, 17, 1914)}, DAY, null)).toBe('on');
  });

  test('what went on for years says nothing about a day without a year', () => {
    const war = {kind: 'stretch', fromMs: at(7, 28, 1914), toMs: at(11, 12, 1918), softStart: false, softEnd: false} as const;
    expect(dateRelation(war, DAY, null)).toBeNull();
    expect(dateRelation(war, {...DAY, year: 1916}, null)).toBe('includes');
  });

  test('on a day of Known then nobody knew how long what was going on would last', () => {
    const leaks = {kind: 'stretch', fromMs: at(11, 24), toMs: at(12, 18), softStart: false, softEnd: false} as const;
    expect(dateRelation(leaks, DAY, at(12, 16))).toBeNull();
    expect(dateRelation(leaks, {...DAY, day: 16}, at(12, 16))).toBe('includes');
  });
});

describe('isDateOf(asked, ms)', () => {
  test('asks for a day, a month or a year', () => {
    expect(isDateOf(DAY, at(12, 17, 1900))).toBe(true);
    expect(isDateOf({year: 2014, month: 12, day: null}, at(12, 31))).toBe(true);
    expect(isDateOf({year: 2014, month: null, day: null}, at(1, 1, 2015))).toBe(false);
  });
});

test('askedDateInWords(date, language) writes a date as the site does', () => {
  expect(askedDateInWords({year: 2014, month: 12, day: 17}, 'en')).toBe('17 December 2014');
  expect(askedDateInWords(DAY, 'en')).toBe('17 December');
  expect(askedDateInWords({year: 2014, month: 12, day: null}, 'en')).toBe('December 2014');
  expect(askedDateInWords({year: 2010, month: null, day: null}, 'en')).toBe('2010');
});
