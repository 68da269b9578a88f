import {describe, expect, test, vi} from 'vitest';
import {memoizeLast, memoizeBy} from '../../../src/timeline/model/memoize.ts';

describe('memoizeLast(f)', () => {
  test('gives the same object again while it is asked the same', () => {
    const f = memoizeLast((a: number) => ({a}));
    expect(f(1)).toBe(f(1));
  });

  test('calls f again when any argument differs', () => {
    const f = vi.fn((a: number, b: number) => a + b);
    const keptSum = memoizeLast(f);
    expect([keptSum(1, 2), keptSum(1, 3), keptSum(2, 3), keptSum(2, 3)]).toEqual([3, 4, 5, 5]);
    expect(f).toHaveBeenCalledTimes(3);
  });

  test('remembers only its last answer', () => {
    const f = vi.fn((a: number) => a);
    const keptF = memoizeLast(f);
    keptF(1);
    keptF(2);
    keptF(1);
    expect(f).toHaveBeenCalledTimes(3);
  });

  test('takes plain objects with the same fields for the same', () => {
    const f = memoizeLast((view: {fromMs: number; toMs: number}) => ({...view}));
    expect(f({fromMs: 1, toMs: 2})).toBe(f({fromMs: 1, toMs: 2}));
    expect(f({fromMs: 1, toMs: 3})).toEqual({fromMs: 1, toMs: 3});
  });

  test('tells objects apart that have more, fewer or other fields', () => {
    const f = memoizeLast((value: object) => ({value}));
    const first = f({a: 1});
    expect(f({a: 1, b: undefined}).value).toEqual({a: 1, b: undefined});
    expect(f({b: 1}).value).toEqual({b: 1});
    expect(f({a: 1})).not.toBe(first);
  });

  test('tells nothing, an object and a set apart, and more fields or arguments from fewer', () => {
    const f = memoizeLast((...asked: readonly unknown[]) => ({asked}));
    for (const [before, now] of [
      [null, {}],
      [undefined, {}],
      [{}, new Set()],
      [{a: 1}, {a: 1, b: 2}],
      [{a: 1, b: 2}, {a: 1}],
      [{a: undefined}, {}],
    ]) {
      const first = f(before);
      expect(f(now)).not.toBe(first);
      expect(f(now).asked[0]).toBe(now);
    }
    expect(f(1, 2).asked).toEqual([1, 2]);
    expect(f(1).asked).toEqual([1]);
  });

  test('looks no deeper than the fields of an object', () => {
    const f = memoizeLast((value: {at: readonly number[]}) => ({value}));
    expect(f({at: [1]})).not.toBe(f({at: [1]}));
  });

  test('knows a function, a set and a list only as themselves', () => {
    const f = memoizeLast((value: unknown) => ({value}));
    expect(f(new Set([1]))).not.toBe(f(new Set([1])));
    expect(f([1])).not.toBe(f([1]));
    expect(f(() => 1)).not.toBe(f(() => 1));
  });

  test('does not remember a call that failed', () => {
    let isBroken = true;
    const f = memoizeLast(() => {
      if (isBroken) throw new RangeError('broken');
      return 1;
    });
    expect(f).toThrow('broken');
    isBroken = false;
    expect(f()).toBe(1);
  });
});

describe('memoizeBy(f)', () => {
  test('remembers an answer for each subject', () => {
    const f = vi.fn((subject: {id: string}, n: number) => `${subject.id}${n}`);
    const keptF = memoizeBy(f);
    const [a, b] = [{id: 'a'}, {id: 'b'}];
    expect([keptF(a, 1), keptF(b, 1), keptF(a, 1), keptF(b, 2)]).toEqual(['a1', 'b1', 'a1', 'b2']);
    expect(f).toHaveBeenCalledTimes(3);
  });

  test('keeps two subjects with the same fields apart', () => {
    const f = vi.fn((subject: {id: string}) => subject.id);
    const keptF = memoizeBy(f);
    keptF({id: 'a'});
    keptF({id: 'a'});
    expect(f).toHaveBeenCalledTimes(2);
  });
});
