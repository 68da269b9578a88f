import {describe, expect, test} from 'vitest';
import {LEVEL_PX_PER_DAY, levelOf, msAtX, pxPerDay, xPxOf} from '../../../src/timeline/layout/scale.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';

const TEN_DAYS = {fromMs: 5 * DAY_MS, toMs: 15 * DAY_MS};

describe('pxPerDay(view, widthPx)', () => {
  test('shares the width among the days', () => {
    expect(pxPerDay(TEN_DAYS, 1000)).toBe(100);
  });
});

describe('levelOf(scalePxPerDay)', () => {
  test('changes at 24, 72 and 320 pixels a day', () => {
    expect([0.01, 23.99, 24, 71.99, 72, 319.99, 320, 2400].map(levelOf)).toEqual([
      'months', 'months', 'weeks', 'weeks', 'days', 'days', 'hours', 'hours',
    ]);
  });

  test('agrees with where the level names lead', () => {
    for (const [level, scale] of Object.entries(LEVEL_PX_PER_DAY)) expect(levelOf(scale)).toBe(level);
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
