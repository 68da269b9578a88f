import {describe, expect, test} from 'vitest';
import {
  bandsOf,
  compactSize,
  plainPlan,
  plotHeightPx,
  rowMiddlePx,
  rowsOfMeasures,
  shownMeasures,
  totalRows,
  wideSize,
} from '../../../src/timeline/layout/size.ts';
import type {Measure} from '../../../src/timeline/model/timeline.ts';
import {aTimeline} from '../some-timeline.ts';

const measure = (id: string): Measure => ({id, name: id, prefix: '', suffix: '', steps: []});
const MEASURES = ['a', 'b', 'c'].map(measure);
/** Three lanes that ask for 2, 1 and 3 rows. */
const STORY = {...aTimeline([], 10, [2, 1, 3]), measures: MEASURES};

describe('wideSize(widthPx, windowHeightPx)', () => {
  test('has rows of 24 px, and as many more of them as a tall window has room for', () => {
    expect(wideSize(1184)).toMatchObject({
      widthPx: 1184,
      isCompact: false,
      rowPx: 24,
      rulerPx: 33,
      stripPx: 24,
      measurePx: 24,
      firstMeasure: 0,
      rows: {more: 0},
    });
    // 0.56 of what is above 950 px, in rows of 24: 43 px of height for each.
    expect([950, 992, 993, 1200].map((heightPx) => wideSize(1184, heightPx).rows)).toEqual([{more: 0}, {more: 0}, {more: 1}, {more: 5}]);
  });

  test('draws fewer measures in a low window', () => {
    expect([739, 740, 799, 800].map((heightPx) => wideSize(1184, heightPx).measures)).toEqual([1, 2, 2, Infinity]);
  });
});

describe('compactSize(widthPx, firstMeasure, windowHeightPx)', () => {
  test('has between 9 and 15 rows of 18 px', () => {
    // (49 % of the height − 140) / 18.
    expect([400, 653, 654, 690, 844, 1200].map((heightPx) => compactSize(340, 0, heightPx).rows)).toEqual([
      {fixed: 9},
      {fixed: 9},
      {fixed: 10},
      {fixed: 11},
      {fixed: 15},
      {fixed: 15},
    ]);
    expect(compactSize(340, 2)).toMatchObject({
      widthPx: 340,
      isCompact: true,
      rowPx: 18,
      measurePx: 36,
      measures: 1,
      firstMeasure: 2,
      rows: {fixed: 15},
    });
  });
});

describe('totalRows, shownMeasures, rowsOfMeasures', () => {
  test('count the rows of all lanes, never fewer than lanes', () => {
    expect(totalRows(STORY, wideSize(1000))).toBe(6);
    expect(totalRows(STORY, wideSize(1000, 1200))).toBe(11);
    expect(totalRows(STORY, compactSize(340))).toBe(15);
    expect(
      totalRows(
        aTimeline(
          [],
          10,
          Array.from({length: 20}, () => 1),
        ),
        compactSize(340),
      ),
    ).toBe(20);
  });

  test('choose the measures that there is room for', () => {
    const shown = (size: Parameters<typeof shownMeasures>[1]) => shownMeasures(STORY, size).map(({id}) => id);
    expect([
      shown(wideSize(1000)),
      shown(wideSize(1000, 760)),
      shown(compactSize(340)),
      shown(compactSize(340, 1)),
      shown(compactSize(340, 3)),
    ]).toEqual([['a', 'b', 'c'], ['a', 'b'], ['a'], ['b'], []]);
  });

  test('say how many rows measures are as high as', () => {
    expect([rowsOfMeasures(MEASURES, wideSize(1000)), rowsOfMeasures(MEASURES.slice(0, 1), compactSize(340))]).toEqual([3, 2]);
  });
});

describe('plainPlan(timeline, size)', () => {
  test('has the rows the story asks for, and deals what is left from the top', () => {
    expect(plainPlan(STORY, wideSize(1000))).toEqual({lanes: [2, 1, 3], measures: MEASURES, quietMeasures: []});
    expect(plainPlan(STORY, wideSize(1000, 1200)).lanes).toEqual([4, 3, 4]);
  });

  test('gives a phone’s rows to lanes, less two for its measure', () => {
    expect(plainPlan(STORY, compactSize(340))).toEqual({lanes: [5, 4, 4], measures: [MEASURES[0]], quietMeasures: []});
    expect(plainPlan({...STORY, measures: []}, compactSize(340)).lanes).toEqual([5, 5, 5]);
    expect(
      plainPlan(
        {
          ...aTimeline(
            [],
            10,
            Array.from({length: 9}, () => 1),
          ),
          measures: MEASURES,
        },
        compactSize(340, 0, 400),
      ),
    ).toEqual({lanes: Array.from({length: 9}, () => 1), measures: [], quietMeasures: []});
  });
});

describe('bandsOf(plan, size), rowMiddlePx, plotHeightPx', () => {
  test('put lanes below ruler and strip, then the measures', () => {
    const size = wideSize(1000);
    const bands = bandsOf({lanes: [2, 1, 3], measures: MEASURES, quietMeasures: []}, size);
    expect(bands.lanes).toEqual([
      {topPx: 57, heightPx: 50.5, rows: 2},
      {topPx: 107.5, heightPx: 26.5, rows: 1},
      {topPx: 134, heightPx: 74.5, rows: 3},
    ]);
    expect(bands).toMatchObject({footPx: 208.5, measureTopsPx: [208.5, 232.5, 256.5], heightPx: 280.5});
    expect([rowMiddlePx(bands, 0, 0, size), rowMiddlePx(bands, 0, 1, size), rowMiddlePx(bands, 2, 2, size)]).toEqual([69, 93, 194]);
    expect(plotHeightPx(STORY, size)).toBe(280.5);
  });

  test('give the measures that share a row one, and the same height', () => {
    const bands = bandsOf({lanes: [2, 2, 3], measures: MEASURES.slice(0, 1), quietMeasures: MEASURES.slice(1)}, wideSize(1000));
    expect(bands).toMatchObject({footPx: 232.5, measureTopsPx: [232.5, 256.5], heightPx: 280.5});
  });

  test('give a lane that fell to a rug its line', () => {
    const size = wideSize(1000);
    const bands = bandsOf({lanes: [0, 4, 0], measures: [], quietMeasures: []}, size);
    expect(bands.lanes.map(({topPx, heightPx}) => [topPx, heightPx])).toEqual([
      [57, 24],
      [81, 98.5],
      [179.5, 24],
    ]);
    expect([rowMiddlePx(bands, 0, 0, size), rowMiddlePx(bands, 2, 5, size)]).toEqual([67.75, 190.25]);
  });

  test('are as high on a phone with its measure as without', () => {
    const size = compactSize(340);
    // Ruler 30, strip 18, 15 rows of 18, and 6 below each lane.
    expect(plotHeightPx(STORY, size)).toBe(336);
    expect(bandsOf({lanes: [5, 4, 4], measures: MEASURES.slice(0, 1), quietMeasures: []}, size).heightPx).toBe(336);
    expect(bandsOf({lanes: [5, 5, 5], measures: [], quietMeasures: []}, size).heightPx).toBe(336);
  });
});
