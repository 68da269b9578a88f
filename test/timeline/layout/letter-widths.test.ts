import {describe, expect, test} from 'vitest';
import {measureByTable} from '../../../src/timeline/layout/letter-widths.ts';

describe('measureByTable(text, sizePx, weight)', () => {
  test('adds up the widths of the letters, in thousandths of the size', () => {
    // F 533, B 616, I 248.
    expect(measureByTable('FBI', 1000, 450)).toBe(1397);
    expect(measureByTable('FBI', 10, 450)).toBeCloseTo(13.97);
    // F 533, B 623, I 261.
    expect(measureByTable('FBI', 1000, 600)).toBe(1417);
  });

  test('knows the first and the last letter of ASCII, and the letters beyond it', () => {
    expect(measureByTable(' ', 1000, 450)).toBe(180);
    expect(measureByTable('~', 1000, 450)).toBe(574);
    expect(measureByTable('£', 1000, 450)).toBe(511);
    expect(measureByTable('€', 1000, 600)).toBe(524);
    expect(measureByTable('’', 1000, 600)).toBe(249);
  });

  test('counts a letter it lacks as wide, once for each letter, and marks of direction as nothing', () => {
    expect(measureByTable('Ж🎬\n', 1000, 450)).toBe(2700);
    expect(measureByTable('\u2068FBI\u2069', 1000, 450)).toBe(1397);
    expect(measureByTable('', 1000, 450)).toBe(0);
  });
});
