import {describe, expect, test} from 'vitest';
import * as fc from 'fast-check';
import {chooseCandidates, clash, markGapPx} from '../../../src/timeline/layout/labels.ts';
import type {Candidate, MarkShape, Wish} from '../../../src/timeline/layout/labels.ts';
import {checkProperty} from '../property.ts';

const GAPS = {labelPx: 12};

/** An exact mark from 0 to 14, with words from 18 to 60, unless told otherwise. */
function candidate(over: Partial<Candidate<string>> = {}): Candidate<string> {
  return {
    row: 0, mark: {fromPx: 0, toPx: 14}, shape: 'exact', label: {fromPx: 18, toPx: 60}, cost: 0, choice: '', ...over,
  };
}

const moved = (byPx: number, over: Partial<Candidate<string>> = {}) =>
  candidate({mark: {fromPx: byPx, toPx: 14 + byPx}, label: {fromPx: 18 + byPx, toPx: 60 + byPx}, ...over});

describe('markGapPx(a, b)', () => {
  test.each<[MarkShape, MarkShape, number]>([
    ['exact', 'exact', 3], ['exact', 'uncertain', 3], ['uncertain', 'uncertain', 3],
    ['clip', 'clip', 3], ['clip', 'exact', 0], ['clip', 'uncertain', 8],
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

  test('keeps bare marks only their own gap apart', () => {
    const bare = candidate({label: null});
    expect(clash(bare, moved(17, {label: null}), GAPS)).toBe(false);
    expect(clash(bare, moved(16.9, {label: null}), GAPS)).toBe(true);
    expect(clash({...bare, shape: 'clip'}, moved(14, {label: null}), GAPS)).toBe(false);
  });
});

describe('chooseCandidates(wishes, gaps)', () => {
  test('gives nothing for nothing', () => {
    expect(chooseCandidates([], GAPS)).toEqual([]);
  });

  test('leaves a wish without candidates alone', () => {
    expect(chooseCandidates([{candidates: [], dropCost: 5}], GAPS)).toEqual([null]);
  });

  test('takes the cheapest of a wish that stands alone', () => {
    const [a, b] = [candidate({cost: 1}), candidate({cost: 2, row: 1})];
    expect(chooseCandidates([{candidates: [a, b], dropCost: 9}], GAPS)).toEqual([a]);
  });

  test('prefers to go without over a dearer place', () => {
    expect(chooseCandidates([{candidates: [candidate({cost: 10})], dropCost: 9}], GAPS)).toEqual([null]);
  });

  test('lets the first give way where that costs less in all', () => {
    // Greedy would put the first on row 0 for 0 and drop the second for 100.
    const first: Wish<string> = {candidates: [candidate({cost: 0}), candidate({cost: 4, row: 1})], dropCost: 200};
    const second: Wish<string> = {candidates: [moved(30, {cost: 0})], dropCost: 100};
    expect(chooseCandidates([first, second], GAPS)).toEqual([first.candidates[1], second.candidates[0]]);
  });

  test('drops the cheaper of two that cannot both stand', () => {
    const first: Wish<string> = {candidates: [candidate()], dropCost: 24};
    const second: Wish<string> = {candidates: [moved(30)], dropCost: 120};
    expect(chooseCandidates([first, second], GAPS)).toEqual([null, second.candidates[0]]);
  });

  test('counts a place that is better than free', () => {
    const first: Wish<string> = {candidates: [candidate({cost: 2})], dropCost: 10};
    const second: Wish<string> = {candidates: [moved(30, {cost: -1})], dropCost: 8};
    expect(chooseCandidates([first, second], GAPS)).toEqual([null, second.candidates[0]]);
  });

  test('still answers, without a clash, when it may not search at all', () => {
    const wishes = Array.from({length: 30}, (_, i): Wish<string> => ({candidates: [moved(i * 40), moved(i * 40, {row: 1, cost: 1})], dropCost: 9}));
    const chosen = chooseCandidates(wishes, GAPS, 0).filter((one) => one !== null);
    expect(chosen.length).toBeGreaterThan(10);
    expect(chosen.some((a, i) => chosen.slice(i + 1).some((b) => clash(a, b, GAPS)))).toBe(false);
  });

  test('answers a group too large to search without a clash', () => {
    const wishes = Array.from({length: 700}, (_, i): Wish<string> => ({candidates: [moved(i * 5), moved(i * 5, {row: 1, cost: 1})], dropCost: 9}));
    const chosen = chooseCandidates(wishes, GAPS).filter((one) => one !== null);
    expect(chosen.length).toBeGreaterThan(80);
    expect(chosen.some((a, i) => chosen.slice(i + 1).some((b) => clash(a, b, GAPS)))).toBe(false);
  });

  test('costs what the best of all combinations costs', () => {
    const someCandidate = fc
      .record({
        row: fc.nat({max: 1}),
        atPx: fc.integer({min: 0, max: 120}),
        labelPx: fc.option(fc.integer({min: 5, max: 80})),
        shape: fc.constantFrom<MarkShape>('exact', 'uncertain', 'clip'),
        cost: fc.integer({min: -1, max: 30}),
      })
      .map(({row, atPx, labelPx, shape, cost}) =>
        candidate({
          row, shape, cost,
          mark: {fromPx: atPx, toPx: atPx + 14},
          label: labelPx === null ? null : {fromPx: atPx + 18, toPx: atPx + 18 + labelPx},
        }),
      );
    const someWish = fc.record({
      candidates: fc.array(someCandidate, {maxLength: 4}).map((all) => all.sort((a, b) => a.cost - b.cost)),
      dropCost: fc.integer({min: 1, max: 40}),
    });
    checkProperty(
      fc.property(fc.array(someWish, {maxLength: 6}), (wishes) => {
        const chosen = chooseCandidates(wishes, GAPS);
        const placed = chosen.filter((one) => one !== null);
        expect(placed.some((a, i) => placed.slice(i + 1).some((b) => clash(a, b, GAPS)))).toBe(false);
        const cost = chosen.reduce((sum, one, i) => sum + (one ? one.cost : wishes[i]!.dropCost), 0);
        expect(cost).toBe(leastCost(wishes, []));
      }),
    );
  });
});

/** Tries everything. */
function leastCost([wish, ...rest]: readonly Wish<string>[], placed: readonly Candidate[]): number {
  if (!wish) return 0;
  const costs = wish.candidates
    .filter((one) => !placed.some((other) => clash(one, other, GAPS)))
    .map((one) => one.cost + leastCost(rest, [...placed, one]));
  return Math.min(wish.dropCost + leastCost(rest, placed), ...costs);
}
