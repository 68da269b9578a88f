import {describe, expect, test} from 'vitest';
import {argumentsFromWords} from './arguments.ts';

const KNOWN = ['bytes', 'load', 'scrub'];

describe('argumentsFromWords(words, known)', () => {
  test('runs every part three times on a fresh build where nothing is asked', () => {
    expect(argumentsFromWords([], KNOWN)).toEqual({only: KNOWN, rounds: 3, dist: null, before: null, gate: false});
  });

  test('runs the parts that are named, in their own order', () => {
    expect(argumentsFromWords(['--only', 'scrub,bytes', '--rounds', '5'], KNOWN)).toMatchObject({only: ['bytes', 'scrub'], rounds: 5});
  });

  test('holds what is measured against its limits where that is asked for', () => {
    expect(argumentsFromWords(['--gate', '--only', 'bytes'], KNOWN)).toMatchObject({only: ['bytes'], gate: true});
  });

  test('offers the nearest name for one that is not known', () => {
    expect(() => argumentsFromWords(['--only', 'scrubs'], KNOWN)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: --only names parts of the benchmarks, got scrubs. Did you mean scrub? There are bytes, load, scrub.]`,
    );
  });

  test.each(['0', '2.5', 'many', ''])('does not run anything %j times', (rounds) => {
    expect(() => argumentsFromWords(['--rounds', rounds], KNOWN)).toThrow(`--rounds is a whole number from 1 on, got ${rounds}`);
  });

  test('refuses a flag it does not know', () => {
    expect(() => argumentsFromWords(['--onyl', 'scrub'], KNOWN)).toThrow('--onyl');
  });
});
