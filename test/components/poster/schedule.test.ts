import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {endsFirst, heaviestRow, packRows, reachOf, trackOf} from '../../../src/components/poster/schedule.ts';
import type {Track} from '../../../src/components/poster/schedule.ts';
import {clash} from '../../../src/timeline/layout/labels.ts';
import type {Candidate, MarkShape} from '../../../src/timeline/layout/labels.ts';
import {checkProperty, PROPERTY_TIMEOUT_MS} from '../../timeline/property.ts';

const GAPS = {labelPx: 12};

interface SomeWay {
  readonly thing: number;
  readonly way: Candidate<string>;
}

/** A mark 14 pixels wide from a place on, with or without words right after it. */
function way(thing: number, fromPx: number, wordsPx = 0, shape: MarkShape = 'exact'): SomeWay {
  const label = wordsPx === 0 ? null : {fromPx: fromPx + 18, toPx: fromPx + 18 + wordsPx};
  return {thing, way: {row: 0, mark: {fromPx, toPx: fromPx + 14}, shape, label, cost: 0, choice: ''}};
}

function trackOfSome(ways: readonly SomeWay[], things: number): {track: Track; sorted: SomeWay[]} {
  const sorted = ways.toSorted((a, b) => endsFirst(a.way, b.way));
  return {
    track: trackOf(
      sorted.map(({way: one}) => one),
      sorted.map(({thing}) => thing),
      things,
      GAPS,
    ),
    sorted,
  };
}

describe('heaviestRow(track, weights, isPlaced)', () => {
  test('takes two light ways that fit over one heavy way between them', () => {
    // The second begins 8 px after the first ends, the third 8 px after the second: words want 12.
    const {track} = trackOfSome([way(0, 0, 42), way(1, 68, 42), way(2, 136, 42)], 3);
    expect(heaviestRow(track, Float64Array.of(2, 3, 2), new Uint8Array(3)).row).toEqual([0, 2]);
    expect(heaviestRow(track, Float64Array.of(2, 5, 2), new Uint8Array(3)).row).toEqual([1]);
  });

  test('lets bare marks come as near as marks may, and words only as near as words may', () => {
    const isPlaced = new Uint8Array(2);
    const rowOf = (ways: SomeWay[]) => heaviestRow(trackOfSome(ways, 2).track, Float64Array.of(1, 1), isPlaced).row;
    expect(rowOf([way(0, 0), way(1, 17)])).toEqual([0, 1]);
    expect(rowOf([way(0, 0), way(1, 16.9)])).toHaveLength(1);
    expect(rowOf([way(0, 0, 42), way(1, 72)])).toEqual([0, 1]);
    expect(rowOf([way(0, 0, 42), way(1, 71.9)])).toHaveLength(1);
    expect(rowOf([way(0, 0, 0, 'clip'), way(1, 14)])).toEqual([0, 1]);
    expect(rowOf([way(0, 0, 0, 'clip'), way(1, 21.9, 0, 'uncertain')])).toHaveLength(1);
  });

  test('leaves out what is on a row already', () => {
    const {track} = trackOfSome([way(0, 0), way(1, 100), way(2, 200)], 3);
    expect(heaviestRow(track, Float64Array.of(1, 1, 1), Uint8Array.of(0, 1, 0)).row).toEqual([0, 2]);
  });

  const someWays = fc.array(
    fc.record({
      fromPx: fc.integer({min: 0, max: 220}),
      wordsPx: fc.constantFrom(0, 0, 10, 40, 90),
      shape: fc.constantFrom<MarkShape>('exact', 'uncertain', 'clip'),
      weight: fc.integer({min: 1, max: 9}),
    }),
    {minLength: 1, maxLength: 10},
  );

  test(
    'finds the greatest sum there is, as trying every set of ways does',
    () => {
      checkProperty(
        fc.property(someWays, (cases) => {
          const {track, sorted} = trackOfSome(
            cases.map(({fromPx, wordsPx, shape}, i) => way(i, fromPx, wordsPx, shape)),
            cases.length,
          );
          const weights = Float64Array.from(sorted, ({thing}) => cases[thing]!.weight);
          const {row} = heaviestRow(track, weights, new Uint8Array(cases.length));
          const sum = row.reduce((all, i) => all + weights[i]!, 0);
          expect(sum).toBe(
            greatestSum(
              sorted.map(({way: one}) => one),
              weights,
            ),
          );
          row.forEach((i, at) => row.slice(0, at).forEach((k) => expect(areApart(sorted[k]!.way, sorted[i]!.way)).toBe(true)));
        }),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );

  /** By trying every set; the pieces of one way lie side by side, so another can only be before it or after it. */
  function greatestSum(ways: readonly Candidate[], weights: Float64Array): number {
    let most = 0;
    for (let set = 1; set < 2 ** ways.length; set++) {
      const chosen = [...ways.keys()].filter((i) => set & (2 ** i));
      const isRow = chosen.every((i, at) => chosen.slice(0, at).every((k) => areApart(ways[k]!, ways[i]!)));
      if (isRow)
        most = Math.max(
          most,
          chosen.reduce((sum, i) => sum + weights[i]!, 0),
        );
    }
    return most;
  }

  function areApart(a: Candidate, b: Candidate): boolean {
    return reachOf(a).toPx <= reachOf(b).fromPx && !clash(a, b, GAPS);
  }

  test('looks at each way, and at what ends right before it, once', () => {
    // A mark every pixel: from each, ten ends lie from 3 to 12 px back, and the twelfth may be taken for granted.
    const count = 10_000;
    const {track} = trackOfSome(
      Array.from({length: count}, (_, i) => way(i, i)),
      count,
    );
    const {row, steps} = heaviestRow(track, new Float64Array(count).fill(1), new Uint8Array(count));
    expect(row).toHaveLength(Math.ceil(count / 17));
    expect(steps).toBeLessThanOrEqual(count * 11);
  });
});

describe('packRows(track, weights)', () => {
  test('puts each thing on one row, in one of its ways', () => {
    // Two things at one place, each with words to the right or to the left of its mark.
    const left = (thing: number): SomeWay => ({thing, way: {...way(thing, 100).way, label: {fromPx: 40, toPx: 96}}});
    const {track, sorted} = trackOfSome([way(0, 100, 50), left(0), way(1, 100, 50), left(1)], 2);
    const {rows} = packRows(track, Float64Array.of(1, 1, 2, 2));
    expect(rows.map((row) => row.map((i) => sorted[i]!.thing))).toEqual([[0], [1]]);
    expect(rows.flat().map((i) => sorted[i]!.way.label!.fromPx)).toEqual([118, 118]);
  });

  test('needs as many rows as there are things at one place, and one for things far apart', () => {
    const rowsOf = (stepPx: number) =>
      packRows(
        trackOfSome(
          Array.from({length: 6}, (_, i) => way(i, i * stepPx, 30)),
          6,
        ).track,
        new Float64Array(6).fill(1),
      ).rows.length;
    expect([rowsOf(0), rowsOf(200)]).toEqual([6, 1]);
  });

  test('gives nothing for nothing', () => {
    expect(packRows(trackOf([], [], 0, GAPS), new Float64Array(0))).toEqual({rows: [], steps: 0});
  });
});
