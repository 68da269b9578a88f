/** The layout of the story this site tells, from the files its writers wrote. */
import {fileURLToPath} from 'node:url';
import {beforeAll, describe, expect, test} from 'vitest';
import {readContent} from '../../../src/schema/read-content.ts';
import {arrangeEvents} from '../../../src/timeline/layout/arrange.ts';
import {measureByTable} from '../../../src/timeline/layout/letter-widths.ts';
import {placeEvents} from '../../../src/timeline/layout/place.ts';
import {LEVEL_PX_PER_DAY, MAX_PX_PER_DAY, pxPerDay} from '../../../src/timeline/layout/scale.ts';
import {compactSize, wideSize} from '../../../src/timeline/layout/size.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {timelineFromEntries} from '../../../src/timeline/model/timeline.ts';
import type {Timeline} from '../../../src/timeline/model/timeline.ts';
import type {View} from '../../../src/timeline/model/view.ts';
import {boxesOf, placeStory, tooClose, wordsGapPx} from '../boxes.ts';

/** The plot of a window 1,440 px wide, of a tablet's, and of a phone's. */
const SIZES = [wideSize(1184), wideSize(1616), compactSize(360)];
const DESKTOP = wideSize(1184);

let timeline: Timeline;
let landmarks: string[];

beforeAll(async () => {
  const {content} = await readContent(fileURLToPath(new URL('../../../content', import.meta.url)));
  timeline = timelineFromEntries(content!, () => '');
  landmarks = timeline.events.filter(({importance}) => importance === 1).map(({id}) => id).sort();
});

/** Twenty views: four scales from the whole story to a few hours, five places each. */
function twentyViews(widthPx: number): View[] {
  const {extent} = timeline;
  const days = (extent.toMs - extent.fromMs) / DAY_MS;
  return [widthPx / days, LEVEL_PX_PER_DAY.weeks, LEVEL_PX_PER_DAY.days, LEVEL_PX_PER_DAY.hours].flatMap((scale) =>
    [0, 0.25, 0.38, 0.5, 1].map((share): View => {
      const viewMs = (widthPx / scale) * DAY_MS;
      const fromMs = extent.fromMs + share * (extent.toMs - extent.fromMs - viewMs);
      return {fromMs, toMs: fromMs + viewMs};
    }),
  );
}

describe('the story of content/', () => {
  test('has 87 events on the axis, 15 of them landmarks', () => {
    expect(timeline.events).toHaveLength(87);
    expect(landmarks).toHaveLength(15);
  });

  test.each([700, 1072, 1184, 1616])('names every landmark when the whole story is %i px wide', (widthPx) => {
    const size = wideSize(widthPx);
    const {marks} = arrangeEvents(timeline, pxPerDay(timeline.extent, widthPx), size);
    const named = marks.filter(({id, label}) => label && landmarks.includes(id));
    expect(named.map(({id}) => id).sort()).toEqual(landmarks);
    expect(named.filter(({label}) => label!.text.endsWith('…'))).toEqual([]);
  });

  test('names every landmark at Weeks, Days and Hours too', () => {
    for (const scale of [24, ...Object.values(LEVEL_PX_PER_DAY), MAX_PX_PER_DAY]) {
      const {marks} = arrangeEvents(timeline, scale, DESKTOP);
      const named = new Set(marks.filter(({label}) => label).map(({id}) => id));
      expect(landmarks.filter((id) => !named.has(id))).toEqual([]);
    }
  });

  test('overlaps nowhere, in twenty views at three widths', () => {
    for (const size of SIZES) {
      for (const view of twentyViews(size.widthPx)) {
        const scale = pxPerDay(view, size.widthPx);
        const arrangement = arrangeEvents(timeline, scale, size);
        expect(tooClose(boxesOf(placeStory(timeline, size, arrangement)), wordsGapPx(size, arrangement.depth))).toEqual([]);
        expect(tooClose(boxesOf(placeEvents(timeline, view, size, arrangement)), 2)).toEqual([]);
      }
    }
  });

  test('shows every event in one of the views, or says on which side it is', () => {
    for (const size of SIZES) {
      for (const view of twentyViews(size.widthPx)) {
        const placement = placeEvents(timeline, view, size, arrangeEvents(timeline, pxPerDay(view, size.widthPx), size));
        const grouped = [...placement.clusters, ...placement.feet].flatMap(({members}) => members);
        const count = placement.events.length + grouped.length + placement.earlier.length + placement.later.length;
        expect(count).toBe(87);
      }
    }
  });

  test('names whichever event is selected, at every level', () => {
    for (const {id} of timeline.events) {
      for (const scale of [pxPerDay(timeline.extent, 1184), ...Object.values(LEVEL_PX_PER_DAY)]) {
        const mark = arrangeEvents(timeline, scale, DESKTOP, {selectedId: id}).marks.find((one) => one.id === id);
        expect(mark?.label?.text).toBeTruthy();
      }
    }
  }, 120_000);

  test('knows the width of every letter of every label', () => {
    const letters = new Set(timeline.events.flatMap(({label, short}) => [...label, ...short]));
    // A letter the table lacks counts as 0.9 of the type size, whatever the weight.
    expect([...letters].filter((letter) => letter !== 'W' && measureByTable(letter, 1000, 450) === 900)).toEqual([]);
  });

  test('arranges a level with at most 100 ms of work, for a reader who zooms', () => {
    for (const scale of [pxPerDay(timeline.extent, 1184), ...Object.values(LEVEL_PX_PER_DAY)]) {
      expect(workMs(() => arrangeEvents(timeline, scale, DESKTOP))).toBeLessThan(100);
    }
  });
});

/** Time the processor spends, whatever else the machine is doing; the least of five, once warm. */
function workMs(work: () => void): number {
  work();
  const times = Array.from({length: 5}, () => {
    const before = process.cpuUsage();
    work();
    const {user, system} = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
