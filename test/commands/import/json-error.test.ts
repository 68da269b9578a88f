import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {jsonErrorOffset} from '../../../src/commands/import/json-error.ts';

describe('jsonErrorOffset(text)', () => {
  test.each([
    ['{"a": [1, 2,]}', '{"a": [1, 2,'],
    ['{"a": 1,}', '{"a": 1,'],
    ['{a: 1}', '{'],
    ['{"a" 1}', '{"a" '],
    ["{'a': 1}", '{'],
    ['[1 2]', '[1 '],
    ['{} {}', '{} '],
    ['{"a": "b', '{"a": '],
    ['{"a": 1', '{"a": 1'],
    ['', ''],
    ['[01]', '[0'],
  ])('reads %s as far as %s', (text, read) => {
    expect(jsonErrorOffset(text)).toBe(read.length);
  });

  test('agrees with JSON.parse on what is JSON', () => {
    const parses = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch (error) {
        if (error instanceof SyntaxError) return false;
        throw error;
      }
    };
    const whole = fc.json();
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '\\', '\n', '0'))
      .map(([text, at, sign]) => text.slice(0, at % (text.length + 1)) + sign + text.slice((at % (text.length + 1)) + 1));
    fc.assert(
      fc.property(fc.oneof(whole, broken, fc.string()), (text) => {
        expect(jsonErrorOffset(text) === null).toBe(parses(text));
      }),
      {numRuns: 2000},
    );
  });
});
