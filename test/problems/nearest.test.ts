import {describe, expect, test} from 'vitest';
import {nearestName} from '../../src/problems/nearest.ts';

describe('nearestName(name, known)', () => {
  const known = ['weight', 'status', 'sources', 'lane'];

  test('finds a name with a letter missing, added, changed or swapped', () => {
    expect(['weigt', 'weightt', 'weught', 'wieght'].map((name) => nearestName(name, known))).toEqual(Array(4).fill('weight'));
  });

  test('ignores capitals', () => {
    expect(nearestName('STATUS', known)).toBe('status');
  });

  test('finds nothing where nothing is near', () => {
    expect(nearestName('importance', known)).toBeNull();
    expect(nearestName('x', known)).toBeNull();
    expect(nearestName('', known)).toBeNull();
  });

  test('takes the first by letter where two are equally near, whatever their order', () => {
    expect(nearestName('land', ['lane', 'lana'])).toBe('lana');
    expect(nearestName('land', ['lana', 'lane'])).toBe('lana');
  });
});
