import {describe, expect, test} from 'vitest';
import {dateFromParts, intervalFromDates, isYearInReach, yearBeforeChrist} from '../../../src/commands/import/date-parts.ts';

describe('dateFromParts(parts, zone)', () => {
  test.each([
    [{year: 2014}, '2014'],
    [{year: 476}, '0476'],
    [{year: -43, month: 3, day: 15}, '-0043-03-15'],
    [{year: 2014, month: 2}, '2014-02'],
    [{year: 2014, month: 2, day: 3}, '2014-02-03'],
  ])('writes %j with its own precision', (parts, text) => {
    expect(dateFromParts(parts, null)).toEqual({text, changed: [], leftOut: []});
  });

  test('leaves out a time whose zone nobody has said', () => {
    expect(dateFromParts({year: 2014, month: 12, day: 24, hour: 9, minute: 5}, null)).toEqual({
      text: '2014-12-24',
      changed: [],
      leftOut: ['time 09:05: its zone is not said; `--zone` says it'],
    });
  });

  test('gives a time in UTC, to the minute or to the second', () => {
    const day = {year: 2014, month: 12, day: 24};
    expect(dateFromParts({...day, hour: 17, minute: 30}, 'America/Los_Angeles').text).toBe('2014-12-25T01:30Z');
    expect(dateFromParts({...day, hour: 17, minute: 30, second: 9}, 'America/Los_Angeles').text).toBe('2014-12-25T01:30:09Z');
    expect(dateFromParts({...day, hour: 17}, 'UTC').changed).toEqual([
      'time 17 in UTC is 17:00Z in UTC (no minutes are given: the full hour is written)',
    ]);
  });

  test('leaves out a time that clocks never showed', () => {
    expect(dateFromParts({year: 2014, month: 3, day: 9, hour: 2, minute: 30}, 'America/Los_Angeles').leftOut).toEqual([
      'time 02:30: clocks in America/Los_Angeles never showed it on that day',
    ]);
  });

  test.each([
    {year: 2014, month: 13},
    {year: 2014, month: 2, day: 29},
    {year: 2014, month: 2, day: 3, hour: 24},
  ])('rejects %j', (parts) => {
    expect(() => dateFromParts(parts, null)).toThrow(/does not exist/);
  });
});

describe('intervalFromDates(start, end)', () => {
  test('joins two dates of any precision', () => {
    expect(intervalFromDates('2014', '2015-01-03')).toBe('2014/2015-01-03');
    expect(intervalFromDates('2014-12-24T18:00Z', '2014-12-24')).toBe('2014-12-24T18:00Z/2014-12-24');
  });

  test('is one date where both are the same', () => {
    expect(intervalFromDates('2014-12', '2014-12')).toBe('2014-12');
  });

  test('rejects an end before the start', () => {
    expect(() => intervalFromDates('2014', '2013')).toThrow('ends before it begins');
  });
});

describe('isYearInReach(year), yearBeforeChrist(year)', () => {
  test('keep to four digits and to a year 0', () => {
    expect([9999, -9999, 10_000, 1.5].map(isYearInReach)).toEqual([true, true, false, false]);
    expect([1, 44].map(yearBeforeChrist)).toEqual([0, -43]);
  });
});
