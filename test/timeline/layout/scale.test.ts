import {describe, expect, test} from 'vitest';
import {
  depthOf,
  LEVEL_PX_PER_DAY,
  levelOf,
  levelPxPerDay,
  levelsOf,
  msAtX,
  pxPerDay,
  showsHours,
  xPxOf,
} from '../../../src/timeline/layout/scale.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';

const TEN_DAYS = {fromMs: 5 * DAY_MS, toMs: 15 * DAY_MS};

describe('pxPerDay(view, widthPx)', () => {
  test('shares the width among the days', () => {
    expect(pxPerDay(TEN_DAYS, 1000)).toBe(100);
  });
});

const ofDays = (days: number) => ({fromMs: 0, toMs: days * DAY_MS});
const ofYears = (years: number) => ofDays(years * 365.25);

describe('levelsOf(extent)', () => {
  test('are those of a story of weeks, of years, of decades and of centuries', () => {
    expect(levelsOf(ofDays(80))).toEqual(['months', 'weeks', 'days', 'hours']);
    expect(levelsOf(ofDays(400))).toEqual(['months', 'weeks', 'days', 'hours']);
    expect(levelsOf(ofYears(12))).toEqual(['years', 'months', 'days', 'hours']);
    expect(levelsOf(ofYears(300))).toEqual(['decades', 'years', 'months', 'days']);
    expect(levelsOf(ofYears(2160))).toEqual(['centuries', 'decades', 'years', 'months']);
  });
});

describe('levelOf(scalePxPerDay, extent), depthOf(scalePxPerDay, extent)', () => {
  test('change at 24, 72 and 480 pixels a day in a story of weeks', () => {
    const levels = [0.01, 23.99, 24, 71.99, 72, 479.99, 480, 2400].map((scale) => levelOf(scale, ofDays(80)));
    expect(levels).toEqual(['months', 'months', 'weeks', 'weeks', 'days', 'days', 'hours', 'hours']);
    expect([0.01, 24, 72, 2400].map((scale) => depthOf(scale, ofDays(80)))).toEqual([0, 1, 2, 3]);
  });

  test('are those of a wide stage unless asked for a phone', () => {
    expect([levelOf(300, ofDays(80)), depthOf(300, ofDays(80)), depthOf(300, ofDays(80), true)]).toEqual(['days', 2, 3]);
  });

  test('have hours from 200 pixels a day on a phone', () => {
    expect([71, 72, 199.99, 200].map((scale) => levelOf(scale, ofDays(80), true))).toEqual(['weeks', 'days', 'days', 'hours']);
    expect([199.99, 200].map((scale) => depthOf(scale, ofDays(80), true))).toEqual([2, 3]);
  });

  test('never go further in than the last name of a long story', () => {
    expect([0.001, 0.03, 0.5, 9, 600].map((scale) => levelOf(scale, ofYears(2160)))).toEqual([
      'centuries',
      'decades',
      'years',
      'months',
      'months',
    ]);
  });

  test.each([80, 12 * 365, 300 * 365, 2160 * 365])('agree with where the names of a story of %i days lead', (days) => {
    levelsOf(ofDays(days)).forEach((level, depth) => {
      const scale = levelPxPerDay(level, ofDays(days), 1184);
      expect([level, depthOf(scale, ofDays(days))]).toEqual([levelOf(scale, ofDays(days)), depth]);
    });
  });
});

describe('levelPxPerDay(level, extent, widthPx)', () => {
  test('fits the whole story for its first level, and is never wider than that', () => {
    expect(levelPxPerDay('months', ofDays(80), 800)).toBe(10);
    expect(levelPxPerDay('months', ofDays(80), 400)).toBe(5);
    expect(levelPxPerDay('weeks', ofDays(80), 800)).toBe(LEVEL_PX_PER_DAY.weeks);
    expect(levelPxPerDay('weeks', ofDays(10), 800)).toBe(80);
  });
});

describe('showsHours(scalePxPerDay)', () => {
  test('is true where hours are told apart', () => {
    expect([479, 480].map((scale) => showsHours(scale))).toEqual([false, true]);
    expect([199, 200].map((scale) => showsHours(scale, true))).toEqual([false, true]);
  });
});

describe('xPxOf(ms, view, widthPx), msAtX(xPx, view, widthPx)', () => {
  test('put the edges of the view at the edges of the plot', () => {
    expect(xPxOf(TEN_DAYS.fromMs, TEN_DAYS, 1000)).toBe(0);
    expect(xPxOf(TEN_DAYS.toMs, TEN_DAYS, 1000)).toBe(1000);
  });

  test('reach beyond the plot on both sides', () => {
    expect(xPxOf(4 * DAY_MS, TEN_DAYS, 1000)).toBe(-100);
    expect(xPxOf(16 * DAY_MS, TEN_DAYS, 1000)).toBe(1100);
  });

  test('undo each other', () => {
    expect(msAtX(250, TEN_DAYS, 1000)).toBe(7.5 * DAY_MS);
    expect(xPxOf(7.5 * DAY_MS, TEN_DAYS, 1000)).toBe(250);
  });
});
