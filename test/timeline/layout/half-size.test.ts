import {describe, expect, test} from 'vitest';
import {halfSize} from '../../../src/timeline/layout/half-size.ts';
import {compactSize, wideSize} from '../../../src/timeline/layout/size.ts';
import {aTimeline} from '../some-timeline.ts';

/** Six lanes that ask for 15 rows. */
const STORY = aTimeline([], 10, [2, 2, 3, 2, 3, 3]);
const rowsAt = (heightPx: number) => halfSize(wideSize(1184, heightPx), STORY, heightPx).rows;

describe('halfSize(size, timeline, windowHeightPx)', () => {
  test('has as many rows as leave both pictures in the window: 13 at 900 px', () => {
    // Bar and heads 150, ruler 33: (900 - 183) / 2 = 358 for each, less a strip of 24 and six gaps of 2.5: 319 is 13 rows of 24.
    expect([900, 948, 800].map(rowsAt)).toEqual([{fixed: 13}, {fixed: 14}, {fixed: 11}]);
  });

  test('has a row for each lane however low the window is, and no more rows than one picture alone', () => {
    expect([300, 600, 1000].map(rowsAt)).toEqual([{fixed: 6}, {fixed: 7}, {fixed: 15}]);
    expect(halfSize(wideSize(1184, 900), aTimeline([], 10, [2, 3]), 900).rows).toEqual({fixed: 5});
  });

  test('leaves the measures out', () => {
    expect([halfSize(wideSize(1184), STORY, 900).measures, halfSize(compactSize(350), STORY, 844).measures]).toEqual([0, 0]);
  });

  test('has one row a lane on a phone, 25 px with the gap', () => {
    const half = halfSize(compactSize(350, 2), STORY, 844);
    expect([half.rows, half.rowPx + half.laneGapPx, half.widthPx]).toEqual([{fixed: 6}, 25, 350]);
  });
});
