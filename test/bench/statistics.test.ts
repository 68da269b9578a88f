import {describe, expect, test} from 'vitest';
import {pairedRatio, quantile, rounded} from './statistics.ts';

describe('quantile(values, share)', () => {
  test('is the least at 0, the greatest at 1 and the middle one at a half', () => {
    expect([0, 0.5, 1].map((share) => quantile([30, 10, 20], share))).toEqual([10, 20, 30]);
  });

  test('lies between two values where no value is', () => {
    expect(quantile([10, 20], 0.95)).toBeCloseTo(19.5);
  });

  test('leaves out what is no number', () => {
    expect(quantile([NaN, 4, Infinity], 0.5)).toBe(4);
  });

  test('is NaN of nothing', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('pairedRatio(values, baseline)', () => {
  test('compares within each round, so that a slow round changes nothing', () => {
    expect(pairedRatio([20, 200, 22], [10, 100, 11])).toBe(2);
  });
});

describe('rounded(value, places)', () => {
  test('keeps two decimal places, or as many as asked', () => {
    expect([rounded(1.2345), rounded(1.2345, 1), rounded(1.2345, 0)]).toEqual([1.23, 1.2, 1]);
  });

  test('is null where there is no number', () => {
    expect([rounded(NaN), rounded(Infinity)]).toEqual([null, null]);
  });
});
