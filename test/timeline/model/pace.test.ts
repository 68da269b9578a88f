import {describe, expect, test} from 'vitest';
import {countsDays, paceMs} from '../../../src/timeline/model/pace.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';

const ofDays = (days: number) => ({fromMs: -7 * DAY_MS, toMs: (days - 7) * DAY_MS});

describe('countsDays(extent)', () => {
  test('is true up to 400 days', () => {
    expect([1, 80, 400, 401, 800_000].map((days) => countsDays(ofDays(days)))).toEqual([true, true, true, false, false]);
  });
});

describe('paceMs(extent)', () => {
  test('is a day, or in a longer story as much of it, in whole days', () => {
    expect([80, 400, 800, 790_000].map((days) => paceMs(ofDays(days)) / DAY_MS)).toEqual([1, 1, 10, 9875]);
    expect(paceMs({fromMs: 5000 * DAY_MS, toMs: 5800 * DAY_MS})).toBe(10 * DAY_MS);
  });
});
