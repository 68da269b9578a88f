import {describe, expect, test} from 'vitest';
import {clash, markGapPx} from '../../../src/timeline/layout/labels.ts';
import type {Candidate, MarkShape} from '../../../src/timeline/layout/labels.ts';

const GAPS = {labelPx: 12};

/** An exact mark from 0 to 14, with words from 18 to 60, unless the test says otherwise. */
function candidate(over: Partial<Candidate<string>> = {}): Candidate<string> {
  return {
    row: 0,
    mark: {fromPx: 0, toPx: 14},
    shape: 'exact',
    label: {fromPx: 18, toPx: 60},
    cost: 0,
    choice: '',
    ...over,
  };
}

const moved = (byPx: number, over: Partial<Candidate<string>> = {}) =>
  candidate({mark: {fromPx: byPx, toPx: 14 + byPx}, label: {fromPx: 18 + byPx, toPx: 60 + byPx}, ...over});

describe('markGapPx(a, b)', () => {
  test.each<[MarkShape, MarkShape, number]>([
    ['exact', 'exact', 3],
    ['exact', 'uncertain', 3],
    ['uncertain', 'uncertain', 3],
    ['clip', 'clip', 3],
    ['clip', 'exact', 0],
    ['clip', 'uncertain', 8],
  ])('keeps %s and %s %i apart, either way round', (a, b, gapPx) => {
    expect([markGapPx(a, b), markGapPx(b, a)]).toEqual([gapPx, gapPx]);
  });
});

describe('clash(a, b, gaps)', () => {
  test('is never true on different rows', () => {
    expect(clash(candidate(), candidate({row: 1}), GAPS)).toBe(false);
  });

  test('keeps words the label gap away from the next mark', () => {
    expect(clash(candidate(), moved(72), GAPS)).toBe(false);
    expect(clash(candidate(), moved(71.9), GAPS)).toBe(true);
  });

  test('keeps two labels the label gap apart', () => {
    const left = moved(200, {label: {fromPx: 72, toPx: 196}});
    expect(clash(candidate(), left, GAPS)).toBe(false);
    expect(clash(candidate(), {...left, label: {fromPx: 71.9, toPx: 196}}, GAPS)).toBe(true);
  });

  test('keeps words on the left of a mark the label gap away from the mark before, either way round', () => {
    const bare = candidate({label: null});
    const left = (gapPx: number) => moved(100, {label: {fromPx: 14 + gapPx, toPx: 96}});
    for (const [gapPx, isClash] of [
      [12, false],
      [11.9, true],
    ] as const) {
      expect([clash(bare, left(gapPx), GAPS), clash(left(gapPx), bare, GAPS)]).toEqual([isClash, isClash]);
    }
  });

  test('sees a mark that lies under words, and words that lie within words', () => {
    const wide = candidate({label: {fromPx: 18, toPx: 300}});
    const bare = moved(150, {label: null});
    expect([clash(wide, bare, GAPS), clash(bare, wide, GAPS)]).toEqual([true, true]);
    const apart = candidate({mark: {fromPx: 400, toPx: 414}, label: {fromPx: 100, toPx: 150}});
    expect([clash(wide, apart, GAPS), clash(apart, wide, GAPS)]).toEqual([true, true]);
  });

  test('is never true of two that lie far apart, either way round', () => {
    expect([clash(candidate(), moved(200), GAPS), clash(moved(200), candidate(), GAPS)]).toEqual([false, false]);
  });

  test('keeps bare marks only their own gap apart', () => {
    const bare = candidate({label: null});
    expect(clash(bare, moved(17, {label: null}), GAPS)).toBe(false);
    expect(clash(bare, moved(16.9, {label: null}), GAPS)).toBe(true);
    expect(clash({...bare, shape: 'clip'}, moved(14, {label: null}), GAPS)).toBe(false);
  });
});
