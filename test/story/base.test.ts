import {describe, expect, test} from 'vitest';
import {baseFromText} from '../../src/story/base.ts';

describe('baseFromText(text)', () => {
  test('puts one slash at both ends', () => {
    expect(['', '/', 'stories/sony', '//stories/sony/', undefined].map(baseFromText)).toEqual([
      '/',
      '/',
      '/stories/sony/',
      '/stories/sony/',
      '/',
    ]);
  });
});
