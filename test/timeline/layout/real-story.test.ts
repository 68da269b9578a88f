/** The layout of a whole story, from files as writers write them. */
import {beforeAll, describe, expect, test} from 'vitest';
import {readContent} from '../../../src/reading/read-content.ts';
import {arrangeEvents, laneAlone} from '../../../src/timeline/layout/arrange.ts';
import type {ArrangeOptions, Arrangement} from '../../../src/timeline/layout/arrange.ts';
import {measureByTable} from '../../../src/timeline/layout/letter-widths.ts';
import {placeEvents} from '../../../src/timeline/layout/place.ts';
import {LEVEL_PX_PER_DAY, MAX_PX_PER_DAY, pxPerDay} from '../../../src/timeline/layout/scale.ts';
import {compactSize, wideSize} from '../../../src/timeline/layout/size.ts';
import type {StageSize} from '../../../src/timeline/layout/size.ts';
import {spanAnchorMs} from '../../../src/timeline/model/span.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {timelineFromEntries} from '../../../src/timeline/model/timeline-from-entries.ts';
import type {Timeline} from '../../../src/timeline/model/timeline.ts';
import type {View} from '../../../src/timeline/model/view.ts';
import {cutAtEdges, partsOf, tooClose, tooCloseInBars, wordsGapPx, wrongForm} from '../boxes.ts';
import {FULL_STORY} from '../../full-story.ts';

/** The plots of windows 1440, 1024 and 390 pixels wide. */
const DESKTOP = wideSize(1184, 900);
const TABLET = wideSize(812, 768);
const PHONE = compactSize(340, 0, 844);

let timeline: Timeline;
let landmarks: string[];

beforeAll(async () => {
  const {content} = await readContent(FULL_STORY);
  timeline = timelineFromEntries(content!, () => '');
  landmarks = timeline.events
    .filter(({importance}) => importance === 1)
    .map(({id}) => id)
    .sort();
});

/** Every window of a length, in steps of a tenth of it, to the story's end. */
function windowsOf(days: number): View[] {
  const {fromMs, toMs} = timeline.extent;
  const windowMs = Math.min(days * DAY_MS, toMs - fromMs);
  const starts: number[] = [];
  for (let startMs = fromMs; startMs < toMs - windowMs; startMs += windowMs / 10) starts.push(startMs);
  return [...starts, toMs - windowMs].map((startMs) => ({fromMs: startMs, toMs: startMs + windowMs}));
}

function aroundAt(scale: number, atMs: number, widthPx: number): View {
  const halfMs = ((widthPx / scale) * DAY_MS) / 2;
  const middleMs = Math.min(Math.max(atMs, timeline.extent.fromMs + halfMs), timeline.extent.toMs - halfMs);
  return {fromMs: middleMs - halfMs, toMs: middleMs + halfMs};
}

/** What is wrong with one picture, in words. */
function faultsOf(view: View, size: StageSize, arrangement: Arrangement): string[] {
  const placement = placeEvents(timeline, view, size, arrangement);
  const parts = partsOf(placement, size);
  const ids = idsOf(arrangement);
  const {earlier, here, later} = arrangement;
  return [
    ...cutAtEdges(parts, placement, size),
    ...tooClose(parts, wordsGapPx(size, arrangement.pxPerDay)),
    ...tooCloseInBars(placement, size),
    ...wrongForm(placement, size),
    ...(new Set(ids).size === ids.length ? [] : ['an event is there twice']),
    ...(earlier.count + here + later.count === timeline.events.length && here === ids.length
      ? []
      : [`${earlier.count} earlier, ${here} here, ${ids.length} in the picture, ${later.count} later`]),
  ].map((fault) => `${new Date(view.fromMs).toISOString()} to ${new Date(view.toMs).toISOString()}: ${fault}`);
}

function idsOf({marks, counts, rugs, ghosts}: Arrangement): string[] {
  return [...marks.map(({id}) => id), ...counts.flatMap(({members}) => members), ...[...rugs, ...ghosts].flat().map(({id}) => id)];
}

interface Share {
  readonly named: number;
  readonly here: number;
  readonly share: number;
}

function shareOf({marks, here}: Arrangement): Share {
  const named = marks.filter(({label}) => label).length;
  return {named, here, share: here === 0 ? 1 : named / here};
}

/** Arranges every window of a length; its faults, and the share of events that it names. */
function everyWindow(size: StageSize, days: number): {readonly faults: string[]; readonly shares: Share[]} {
  const pictures = windowsOf(days).map((view) => ({view, arrangement: arrangeEvents(timeline, view, size)}));
  return {
    faults: pictures.flatMap(({view, arrangement}) => faultsOf(view, size, arrangement)),
    shares: pictures.map(({arrangement}) => shareOf(arrangement)),
  };
}

const leastOf = (shares: readonly Share[]) => Math.min(...shares.map(({share}) => share));
const meanOf = (shares: readonly Share[]) => shares.reduce((sum, {share}) => sum + share, 0) / shares.length;

describe('the story of content/', () => {
  test('has 87 events on the axis, 15 of them landmarks', () => {
    expect(timeline.events).toHaveLength(87);
    expect(landmarks).toHaveLength(15);
  });

  test.each([700, 1072, 1184, 1616])('names every landmark when the whole story is %i px wide', (widthPx) => {
    const {marks} = arrangeEvents(timeline, timeline.extent, wideSize(widthPx));
    const named = marks.filter(({id, label}) => label && landmarks.includes(id));
    expect(named.map(({id}) => id).sort()).toEqual(landmarks);
    expect(named.filter(({label}) => label!.text.endsWith('…'))).toEqual([]);
  });

  test('names every landmark at Weeks, Days and Hours too', {timeout: 60_000}, () => {
    for (const scale of [24, ...Object.values(LEVEL_PX_PER_DAY), MAX_PX_PER_DAY]) {
      for (const {id, span} of timeline.events.filter(({importance}) => importance === 1)) {
        const {marks} = arrangeEvents(timeline, aroundAt(scale, spanAnchorMs(span), DESKTOP.widthPx), DESKTOP);
        expect(marks.find((mark) => mark.id === id)?.label, `${id} at ${scale} px a day`).toBeTruthy();
      }
    }
  });

  describe('every window in steps of a tenth of its length', () => {
    /** The least share of events that a window names, for windows of this many days. */
    test.each([
      ['1440 px', DESKTOP, 0.5, 1],
      ['1440 px', DESKTOP, 1, 1],
      ['1440 px', DESKTOP, 1.25, 1],
      ['1440 px', DESKTOP, 2, 1],
      ['1440 px', DESKTOP, 3, 1],
      ['1440 px', DESKTOP, 5, 1],
      ['1440 px', DESKTOP, 7, 0.94],
      ['1440 px', DESKTOP, 10, 0.93],
      ['1440 px', DESKTOP, 14, 0.79],
      ['1440 px', DESKTOP, 21, 0.69],
      ['1440 px', DESKTOP, 40, 0.5],
      ['1440 px', DESKTOP, 81, 0.48],
      ['1024 px', TABLET, 0.5, 1],
      ['1024 px', TABLET, 1.25, 1],
      ['1024 px', TABLET, 3, 0.95],
      ['1024 px', TABLET, 7, 0.85],
      ['1024 px', TABLET, 14, 0.67],
      ['1024 px', TABLET, 40, 0.42],
      ['390 px', PHONE, 0.5, 1],
      ['390 px', PHONE, 1, 1],
      ['390 px', PHONE, 1.25, 1],
      ['390 px', PHONE, 1.5, 0.93],
      ['390 px', PHONE, 2, 0.84],
      ['390 px', PHONE, 3, 0.84],
      ['390 px', PHONE, 5, 0.66],
      ['390 px', PHONE, 7, 0.58],
      ['390 px', PHONE, 10, 0.48],
      ['390 px', PHONE, 14, 0.39],
      ['390 px', PHONE, 21, 0.34],
      ['390 px', PHONE, 40, 0.27],
      ['390 px', PHONE, 81, 0.23],
    ])('at %s, of %s: is without a fault and names enough', {timeout: 120_000}, (_, size, days, least) => {
      const {faults, shares} = everyWindow(size, days);
      expect(faults).toEqual([]);
      expect(leastOf(shares)).toBeGreaterThanOrEqual(least);
    });

    test('names three quarters of 40 and more events at three weeks, on the average', {timeout: 60_000}, () => {
      const dense = everyWindow(DESKTOP, 21).shares.filter(({here}) => here >= 40);
      expect(dense.length).toBeGreaterThan(5);
      expect(meanOf(dense)).toBeGreaterThanOrEqual(0.75);
    });

    test.each([
      [2, 1],
      [5, 1],
      [10, 1],
      [21, 0.92],
    ])('of a lane alone at 1440 px in %i days names at least the share %f', {timeout: 120_000}, (days, least) => {
      for (const lane of timeline.lanes.keys()) {
        const matching = new Set(timeline.events.filter((event) => event.lane === lane).map(({id}) => id));
        const options: ArrangeOptions = {matching, aloneLane: laneAlone(timeline, matching)};
        expect(options.aloneLane).toBe(lane);
        for (const view of windowsOf(days))
          expect(leastOf([shareOf(arrangeEvents(timeline, view, DESKTOP, options))])).toBeGreaterThanOrEqual(least);
      }
    });
  });

  test('names whichever event is selected, at every level', {timeout: 120_000}, () => {
    for (const {id, span} of timeline.events) {
      for (const scale of [pxPerDay(timeline.extent, 1184), ...Object.values(LEVEL_PX_PER_DAY)]) {
        const view = aroundAt(scale, spanAnchorMs(span), DESKTOP.widthPx);
        const arrangement = arrangeEvents(timeline, view, DESKTOP, {selectedId: id});
        expect(arrangement.marks.find((one) => one.id === id)?.label?.text).toBeTruthy();
        expect(tooClose(partsOf(placeEvents(timeline, view, DESKTOP, arrangement), DESKTOP, id), wordsGapPx(DESKTOP, scale))).toEqual([]);
      }
    }
  });

  test('knows the width of every letter of every label', () => {
    const letters = new Set(timeline.events.flatMap(({label, short}) => [...label, ...short]));
    // A letter the table lacks counts as 0.9 of the type size, whatever the weight.
    expect([...letters].filter((letter) => letter !== 'W' && measureByTable(letter, 1000, 450) === 900)).toEqual([]);
  });

  test('arranges a window with at most a quarter of a second of work, on a slow machine that does much else', {timeout: 60_000}, () => {
    for (const days of [1, 5, 10, 21, 40, 81]) {
      const [view] = windowsOf(days).slice(days > 40 ? 0 : Math.floor(windowsOf(days).length * 0.4));
      expect(workMs((turn) => arrangeEvents(timeline, {fromMs: view!.fromMs + turn, toMs: view!.toMs + turn}, DESKTOP))).toBeLessThan(250);
    }
  });
});

/** Time the processor spends, whatever else the machine is doing; the least of five, once warm. */
function workMs(work: (turn: number) => void): number {
  work(0);
  const times = Array.from({length: 5}, (_, i) => {
    const before = process.cpuUsage();
    work(i + 1);
    const {user, system} = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
