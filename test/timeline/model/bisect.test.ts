import {describe, expect, test} from 'vitest';
import {bisectLeft, bisectRight} from '../../../src/timeline/model/bisect.ts';

const LIST = Float64Array.of(1, 3, 3, 3, 7);

describe('bisectLeft(list, value), bisectRight(list, value)', () => {
  test('stand on both sides of what is equal', () => {
    expect([bisectLeft(LIST, 3), bisectRight(LIST, 3)]).toEqual([1, 4]);
    expect([bisectLeft(LIST, 1), bisectRight(LIST, 1)]).toEqual([0, 1]);
    expect([bisectLeft(LIST, 7), bisectRight(LIST, 7)]).toEqual([4, 5]);
  });

  test('are one place for what is not there', () => {
    for (const [value, place] of [[0, 0], [2, 1], [5, 4], [8, 5], [Infinity, 5], [-Infinity, 0]] as const) {
      expect([bisectLeft(LIST, value), bisectRight(LIST, value)]).toEqual([place, place]);
    }
  });

  test('find the only place of an empty list', () => {
    expect([bisectLeft([], 1), bisectRight([], 1)]).toEqual([0, 0]);
  });
});
