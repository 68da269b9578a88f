import {describe, expect, test} from 'vitest';
import {distanceOf, mistakesIn} from '../../../src/timeline/interaction/find/mistakes.ts';

describe('distanceOf(a, b, most)', () => {
  test.each([
    ['netflix', 'netflix', 0],
    ['netflx', 'netflix', 1],
    ['netfilx', 'netflix', 1],
    ['price', 'peace', 2],
    ['theater', 'threaten', 2],
    // Replacing one letter is not a swap.
    ['ab', 'bc', 2],
    ['ab', 'ca', 2],
    ['abc', 'acb', 1],
    ['', 'abc', 3],
  ])('from %s to %s is %i', (a, b, distance) => {
    expect(distanceOf(a, b, 9)).toBe(distance);
    expect(distanceOf(b, a, 9)).toBe(distance);
  });

  test('counts no further than it is asked to', () => {
    expect(distanceOf('theater', 'threaten', 1)).toBe(2);
    expect(distanceOf('a', 'entirely', 2)).toBe(3);
  });
});

test('mistakesIn(word) allows none in a short word and more in a long one', () => {
  expect(['kim', 'jong', 'price', 'netflx', 'netflix', 'theaters', 'hollywood'].map(mistakesIn)).toEqual([0, 1, 1, 1, 1, 2, 2]);
});
