import {describe, expect, test} from 'vitest';
import {DAYS, HOURS, MONDAYS, MONTHS, startsIn, years} from '../../../src/timeline/layout/calendar.ts';
import type {CalendarStep} from '../../../src/timeline/layout/calendar.ts';
import {axisMs, DAY_MS, HOUR_MS, isoDay} from '../../../src/timeline/model/time.ts';

/** The start of the step that holds an instant, and the next. */
const around = (step: CalendarStep, ms: number) => [isoDay(step.floor(ms)), isoDay(step.next(step.floor(ms)))];

describe('HOURS, DAYS, MONDAYS', () => {
  test('begin at or before an instant, before 1970 too', () => {
    expect([HOURS.floor(5 * HOUR_MS), HOURS.floor(6 * HOUR_MS - 1), HOURS.next(5 * HOUR_MS)]).toEqual([
      5 * HOUR_MS,
      5 * HOUR_MS,
      6 * HOUR_MS,
    ]);
    expect([DAYS.floor(-1), DAYS.floor(0), DAYS.floor(DAY_MS - 1), DAYS.next(0)]).toEqual([-DAY_MS, 0, 0, DAY_MS]);
    expect(around(MONDAYS, axisMs(2014, 11, 15))).toEqual(['2014-12-15', '2014-12-22']);
    expect(around(MONDAYS, axisMs(2014, 11, 15) - 1)).toEqual(['2014-12-08', '2014-12-15']);
    expect(around(MONDAYS, axisMs(1969, 11, 31))).toEqual(['1969-12-29', '1970-01-05']);
  });
});

describe('MONTHS', () => {
  test('are as long as they are, over the turn of a year', () => {
    expect(around(MONTHS, axisMs(2014, 11, 31) + HOUR_MS)).toEqual(['2014-12-01', '2015-01-01']);
    expect(around(MONTHS, axisMs(2015, 0))).toEqual(['2015-01-01', '2015-02-01']);
    expect(around(MONTHS, axisMs(-44, 2, 15))).toEqual(['-0044-03-01', '-0044-04-01']);
  });
});

describe('years(count)', () => {
  test('are single ones, year 0 of ISO 8601 among them', () => {
    expect(around(years(1), axisMs(2014, 11, 31))).toEqual(['2014-01-01', '2015-01-01']);
    expect(around(years(1), axisMs(0, 5))).toEqual(['0000-01-01', '0001-01-01']);
  });

  test('begin with round ones, of which the first is 1', () => {
    expect(around(years(100), axisMs(2014, 5))).toEqual(['2000-01-01', '2100-01-01']);
    expect(around(years(100), axisMs(100, 0) - 1)).toEqual(['0001-01-01', '0100-01-01']);
    expect(around(years(100), axisMs(100, 0))).toEqual(['0100-01-01', '0200-01-01']);
    expect(around(years(100), axisMs(1, 0))).toEqual(['0001-01-01', '0100-01-01']);
  });

  test('begin with round ones before 1 as well: 100 BCE is −99', () => {
    expect(around(years(100), axisMs(1, 0) - 1)).toEqual(['-0099-01-01', '0001-01-01']);
    expect(around(years(100), axisMs(-99, 0))).toEqual(['-0099-01-01', '0001-01-01']);
    expect(around(years(100), axisMs(-99, 0) - 1)).toEqual(['-0199-01-01', '-0099-01-01']);
    expect(around(years(5), axisMs(-10, 0))).toEqual(['-0014-01-01', '-0009-01-01']);
  });
});

describe('startsIn(step, view)', () => {
  test('has the start before the view, and none at its end', () => {
    expect(startsIn(DAYS, {fromMs: HOUR_MS, toMs: 2 * DAY_MS})).toEqual([0, DAY_MS]);
    expect(startsIn(DAYS, {fromMs: 0, toMs: 2 * DAY_MS + 1})).toEqual([0, DAY_MS, 2 * DAY_MS]);
  });
});
