/**
 * Things on as few rows as possible, where each thing has several ways to be placed on one.
 *
 * One row is weighted interval scheduling: by where they end, the best row up to each way is the way itself after the
 * best row that ends before it, and a binary search finds how far back that is. The work for a row grows with the
 * number of ways, not with its square.
 */
import {clash} from '../../timeline/layout/labels.ts';
import type {Candidate, Interval, LabelGaps} from '../../timeline/layout/labels.ts';

/** Ways to place things on a row, ordered by where they end, with what is needed to fill many rows. */
export interface Track {
  /** For each way the number of the thing it places, from 0. */
  readonly thingOf: Int32Array;
  readonly things: number;
  /** How many of the ways end so far before each that they cannot come too near it. */
  readonly clear: Int32Array;
  /** For each way those others that end before it and still keep their distance. */
  readonly near: readonly Int32Array[];
}

export interface Packing {
  /** Places of ways, from left to right. Every thing is on one row, in one way. */
  readonly rows: readonly (readonly number[])[];
  /** How many looks at one way, or at a pair of ways, it took. */
  readonly steps: number;
}

/**
 * Works out once which ways can share a row.
 *
 * Every way of a thing has to cover its mark, so that two ways of one thing never share a row.
 *
 * @param ways - In the order of {@link endsFirst}.
 * @param thingOf - The number of the thing each way places, from 0 up to `things`.
 * @param gaps - No gap between two ways may be wider than `labelPx`.
 */
export function trackOf(ways: readonly Candidate[], thingOf: readonly number[], things: number, gaps: LabelGaps): Track {
  const reaches = ways.map(reachOf);
  const ends = reaches.map(({toPx}) => toPx);
  const clear = new Int32Array(ways.length);
  const near = ways.map((way, i) => {
    const {fromPx} = reaches[i]!;
    clear[i] = countUpTo(ends, fromPx - gaps.labelPx);
    const found: number[] = [];
    const before = countUpTo(ends, fromPx);
    for (let k = clear[i]!; k < before; k++) if (!clash(ways[k]!, way, gaps)) found.push(k);
    return Int32Array.from(found);
  });
  return {thingOf: Int32Array.from(thingOf), things, clear, near};
}

/** From the first pixel of mark and words to the last. */
export function reachOf({mark, label}: Candidate): Interval {
  return label ? {fromPx: Math.min(mark.fromPx, label.fromPx), toPx: Math.max(mark.toPx, label.toPx)} : mark;
}

export function endsFirst(a: Candidate, b: Candidate): number {
  return reachOf(a).toPx - reachOf(b).toPx;
}

/** How many of some sorted numbers are at most `limit`. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The ways with the greatest sum of weights that share one row without touching.
 *
 * @param weights - Of each way, above 0.
 * @param isPlaced - For each thing 1 if it is on a row already, 0 if not.
 */
export function heaviestRow({thingOf, clear, near}: Track, weights: Float64Array, isPlaced: Uint8Array): {row: number[]; steps: number} {
  const ways = thingOf.length;
  /** The greatest sum of a row that ends with each way, and the way before it. */
  const sums = new Float64Array(ways);
  const before = new Int32Array(ways).fill(-1);
  /** Of the ways up to each, the one that ends the heaviest row. */
  const tops = new Int32Array(ways);
  let top = -1;
  let steps = ways;
  for (let i = 0; i < ways; i++) {
    if (isPlaced[thingOf[i]!] === 0) {
      const add = (k: number): void => {
        if (sums[k]! + weights[i]! > sums[i]!) [sums[i], before[i]] = [sums[k]! + weights[i]!, k];
      };
      sums[i] = weights[i]!;
      const last = clear[i] === 0 ? -1 : tops[clear[i]! - 1]!;
      if (last !== -1) add(last);
      for (const k of near[i]!) if (isPlaced[thingOf[k]!] === 0) add(k);
      steps += near[i]!.length;
      if (top === -1 || sums[i]! > sums[top]!) top = i;
    }
    tops[i] = top;
  }
  const row: number[] = [];
  for (let i = top; i !== -1; i = before[i]!) row.unshift(i);
  return {row, steps};
}

/** Fills one row after another, each with the heaviest of what is left. */
export function packRows(track: Track, weights: Float64Array): Packing {
  const isPlaced = new Uint8Array(track.things);
  const rows: number[][] = [];
  let steps = 0;
  for (let placed = 0; placed < track.things;) {
    const heaviest = heaviestRow(track, weights, isPlaced);
    rows.push(heaviest.row);
    steps += heaviest.steps;
    placed += heaviest.row.length;
    for (const way of heaviest.row) isPlaced[track.thingOf[way]!] = 1;
  }
  return {rows, steps};
}
