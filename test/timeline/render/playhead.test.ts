import {describe, expect, test} from 'vitest';
import {piecesBetween} from '../../../src/timeline/render/playhead.ts';

const box = (fromPx: number, toPx: number, topPx: number, bottomPx: number) => ({fromPx, toPx, topPx, bottomPx});

describe('piecesBetween(boxes, xPx, fromPx, toPx)', () => {
  test('is one piece where no words are crossed', () => {
    expect(piecesBetween([box(0, 96, 20, 40), box(104, 200, 20, 40)], 100, 10, 90)).toEqual([[10, 90]]);
  });

  test('stops above words and goes on below them', () => {
    expect(piecesBetween([box(60, 140, 20, 40)], 100, 10, 90)).toEqual([[10, 20], [40, 90]]);
  });

  test('keeps 3 px from words beside it', () => {
    expect(piecesBetween([box(102, 140, 20, 40)], 100, 10, 90)).toEqual([[10, 20], [40, 90]]);
    expect(piecesBetween([box(103, 140, 20, 40)], 100, 10, 90)).toEqual([[10, 90]]);
  });

  test('leaves nothing between words that touch or overlap, in whatever order they come', () => {
    expect(piecesBetween([box(60, 140, 40, 60), box(60, 140, 30, 50), box(60, 140, 60, 70)], 100, 10, 90)).toEqual([[10, 30], [70, 90]]);
  });

  test('starts below words at its top and ends above words at its foot', () => {
    expect(piecesBetween([box(60, 140, 5, 20), box(60, 140, 80, 95)], 100, 10, 90)).toEqual([[20, 80]]);
  });

  test('is nothing where words cover it whole', () => {
    expect(piecesBetween([box(60, 140, 0, 100)], 100, 10, 90)).toEqual([]);
  });
});
