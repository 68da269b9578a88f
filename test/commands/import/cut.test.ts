import {describe, expect, test} from 'vitest';
import {cutToWords} from '../../../src/commands/import/cut.ts';

describe('cutToWords(text, max)', () => {
  test('leaves alone what fits', () => {
    expect(cutToWords('one two', 7)).toBe('one two');
  });

  test('keeps whole words, and says that there were more', () => {
    expect(cutToWords('one two, three', 12)).toBe('one two…');
  });

  test('cuts a long word between characters, not inside one', () => {
    expect(cutToWords('👩‍🚀'.repeat(12), 24)).toBe(`${'👩‍🚀'.repeat(4)}…`);
  });

  test('is never longer than it may be', () => {
    for (const text of ['a'.repeat(50), `${'e\u0301'.repeat(1)}${'\u0301'.repeat(60)}`, '  '.repeat(30) + 'x'.repeat(30)])
      expect(cutToWords(text, 10).length).toBeLessThanOrEqual(10);
  });
});
