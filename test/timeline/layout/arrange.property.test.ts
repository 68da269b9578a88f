import {describe, expect, test} from 'vitest';
import * as fc from 'fast-check';
import {arrangeEvents} from '../../../src/timeline/layout/arrange.ts';
import type {Arrangement} from '../../../src/timeline/layout/arrange.ts';
import {placeEvents} from '../../../src/timeline/layout/place.ts';
import type {Placement} from '../../../src/timeline/layout/place.ts';
import {bandsOf, plotHeightPx} from '../../../src/timeline/layout/size.ts';
import {reachMs} from '../../../src/timeline/layout/ways.ts';
import {indexOf, sideOf} from '../../../src/timeline/model/event-index.ts';
import {isUncertain, spanBounds} from '../../../src/timeline/model/span.ts';
import type {TimelineEvent} from '../../../src/timeline/model/timeline.ts';
import {cutAtEdges, partsOf, tooClose, tooCloseInBars, wordsGapPx, wrongForm} from '../boxes.ts';
import {checkProperty, PROPERTY_RUNS, PROPERTY_TIMEOUT_MS} from '../property.ts';
import {someCase} from '../some-timeline.ts';
import type {SomeCase} from '../some-timeline.ts';

function arrange({timeline, view, size, selectedId, matching, aloneLane}: SomeCase): Arrangement {
  return arrangeEvents(timeline, view, size, {selectedId, matching, aloneLane});
}

/** A case with its picture. */
interface Arranged extends SomeCase {
  readonly arrangement: Arrangement;
  readonly placement: Placement;
}

/** Where each event of a lane is drawn, counted or passed over. */
function idsOfLane({marks, counts, rugs, ghosts}: Arrangement, lane: number): string[] {
  return [
    ...marks.filter((mark) => mark.lane === lane).map(({id}) => id),
    ...counts.filter((count) => count.lane === lane).flatMap(({members}) => members),
    ...rugs[lane]!.map(({id}) => id),
    ...ghosts[lane]!.map(({id}) => id),
  ].sort();
}

/** On which side of the window each event is. */
function sidesOf({timeline, view, size}: SomeCase): Map<TimelineEvent, -1 | 0 | 1> {
  const pxPerDay = (size.widthPx / (view.toMs - view.fromMs)) * 86_400_000;
  return new Map(
    indexOf(timeline).lanes.flatMap(({entries}) =>
      entries.map((entry) => [entry.event, sideOf(entry, view.fromMs, view.toMs, reachMs(entry, {pxPerDay, size}))] as const),
    ),
  );
}

/** Numbers anywhere in a value that are not finite, by their path. */
function unplaced(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unplaced(inner, `${path}.${key}`));
}

/** What is promised of every picture. */
const PROMISES: Readonly<Record<string, (some: Arranged) => void>> = {
  'draws, counts or passes over each event that touches the window exactly once, in its own lane': (some) => {
    const {arrangement} = some;
    const sides = sidesOf(some);
    for (const lane of some.timeline.lanes.keys()) {
      const here = some.timeline.events.filter((event) => event.lane === lane && sides.get(event) === 0);
      // In a lane that fell to a rug all are on the rug; elsewhere what a search passes over is a ghost.
      expect(idsOfLane(arrangement, lane)).toEqual(here.map(({id}) => id).sort());
    }
  },

  'has every event whose middle is in the window, and none that does not reach into it': (some) => {
    const {timeline, view, arrangement} = some;
    const {extent} = timeline;
    const drawn = new Set(timeline.lanes.flatMap((_, lane) => idsOfLane(arrangement, lane)));
    const inStory = (ms: number) => Math.min(Math.max(ms, extent.fromMs), extent.toMs);
    for (const {id, span} of timeline.events) {
      const [fromMs, toMs] = [inStory(spanBounds(span).fromMs), inStory(spanBounds(span).toMs)];
      const middleMs = (fromMs + toMs) / 2;
      if (middleMs >= view.fromMs && middleMs <= view.toMs) expect(drawn).toContain(id);
      if (toMs < view.fromMs || fromMs > view.toMs) expect(drawn).not.toContain(id);
    }
  },

  'counts all that a search lets through as here, earlier or later, in all and in each lane': (some) => {
    const {timeline, matching, arrangement} = some;
    const sides = sidesOf(some);
    const wanted = timeline.events.filter(({id}) => matching?.has(id) ?? true);
    const count = (events: readonly TimelineEvent[], side: -1 | 0 | 1) => events.filter((event) => sides.get(event) === side).length;
    const counted = ({here, earlier, later}: Pick<Arrangement, 'here' | 'earlier' | 'later'>) => [earlier.count, here, later.count];
    expect(counted(arrangement)).toEqual([count(wanted, -1), count(wanted, 0), count(wanted, 1)]);
    arrangement.laneSides.forEach((side, lane) => {
      const own = wanted.filter((event) => event.lane === lane);
      expect(counted(side)).toEqual([count(own, -1), count(own, 0), count(own, 1)]);
    });
  },

  'cuts no words and no count at an edge': (some) => {
    const {placement} = some;
    expect(cutAtEdges(partsOf(placement, some.size, some.selectedId), placement, some.size)).toEqual([]);
  },

  'places all that it arranged': (some) => {
    const {
      arrangement: {marks, bars, counts},
      placement,
    } = some;
    const named = (all: readonly {readonly id: string; readonly label: unknown}[]) =>
      all
        .filter(({label}) => label)
        .map(({id}) => id)
        .sort();
    expect(placement.events.map(({event}) => event.id).sort()).toEqual(marks.map(({id}) => id).sort());
    expect(named(placement.events.map(({event: {id}, label}) => ({id, label})))).toEqual(named(marks));
    expect([placement.bars.length, placement.counts.length]).toEqual([bars.length, counts.length]);
  },

  'lets nothing on a row come too near': (some) => {
    const {size, selectedId, arrangement, placement} = some;
    expect(tooClose(partsOf(placement, size, selectedId), wordsGapPx(size, arrangement.pxPerDay))).toEqual([]);
    expect(tooCloseInBars(placement, size)).toEqual([]);
  },

  'never says more of a day than is known': (some) => {
    const {
      arrangement: {marks, counts},
      placement,
    } = some;
    const spans = new Map(some.timeline.events.map(({id, span, isDisputed}) => [id, {span, isDisputed}]));
    expect(wrongForm(placement, some.size)).toEqual([]);
    for (const {id, form} of marks) if (form === 'bar') expect(spans.get(id)!.span.kind).toBe('day');
    for (const {members, doubt, isAllUncertain, isAllStretch} of counts) {
      const those = members.map((id) => spans.get(id)!);
      const isDoubted = those.some(({span}) => isUncertain(span));
      expect(doubt).toBe(isDoubted ? 'uncertain' : those.some(({isDisputed}) => isDisputed) ? 'disputed' : null);
      expect([isAllUncertain, isAllStretch]).toEqual([
        those.every(({span}) => isUncertain(span)),
        those.every(({span}) => span.kind === 'stretch'),
      ]);
    }
  },

  'makes no count of one': (some) => {
    expect(some.arrangement.counts.filter(({members}) => members.length < 2)).toEqual([]);
  },

  'gives the same picture whatever was asked before, and in whatever order the events are': (some) => {
    const {timeline, view, size, matching, arrangement} = some;
    // Five more pictures; a quarter of the cases is many.
    if (timeline.events.length % 4 !== 0) return;
    const other = {fromMs: view.fromMs, toMs: (view.fromMs + view.toMs) / 2};
    arrange({...some, view: other});
    arrange({...some, selectedId: timeline.events[0]?.id ?? null});
    arrange({...some, matching: matching ? null : new Set(timeline.events.slice(1).map(({id}) => id)), aloneLane: null});
    expect(arrange({...some, size: {...size}, view: {...view}})).toEqual(arrangement);
    const cut = timeline.events.length >> 1;
    const moved = {...timeline, events: [...timeline.events.slice(cut), ...timeline.events.slice(0, cut).reverse()]};
    expect(arrange({...some, timeline: moved})).toEqual(arrangement);
  },

  'puts everything on a row that its lane has, on a stage as high as ever': (some) => {
    const {timeline, size, aloneLane} = some;
    const {marks, bars, counts, plan} = some.arrangement;
    for (const {lane, row} of [...marks, ...bars, ...counts]) {
      expect(row).toBeGreaterThanOrEqual(0);
      expect(row).toBeLessThan(plan.lanes[lane]!);
    }
    const {heightPx} = bandsOf(plan, size);
    const wholePx = plotHeightPx(timeline, size);
    if (aloneLane === null) {
      expect(Math.min(...plan.lanes)).toBeGreaterThanOrEqual(1);
      expect(heightPx).toBeCloseTo(wholePx, 6);
    } else {
      expect(plan.lanes.every((rows, lane) => (lane === aloneLane ? rows >= 1 : rows === 0))).toBe(true);
      expect(heightPx).toBeLessThan(wholePx + 0.001);
      expect(heightPx).toBeGreaterThan(wholePx - size.rowPx);
    }
  },

  'names the selected event wherever it is in the window and its lane has rows': (some) => {
    const {timeline, selectedId} = some;
    const {marks, plan} = some.arrangement;
    const selected = timeline.events.find(({id}) => id === selectedId);
    if (!selected || sidesOf(some).get(selected) !== 0 || plan.lanes[selected.lane] === 0) return;
    expect(marks.find(({id}) => id === selectedId)?.label).toBeTruthy();
  },

  'gives only numbers that can be drawn': (some) => {
    const {arrangement, placement} = some;
    expect(unplaced(arrangement)).toEqual([]);
    expect(unplaced(placement)).toEqual([]);
  },
};

/** Checks all promises of one case at once, for a picture is slow to make; an error says which was broken. */
function keepsAll(some: SomeCase): void {
  const arrangement = arrange(some);
  const placement = placeEvents(some.timeline, some.view, some.size, arrangement);
  for (const [promise, check] of Object.entries(PROMISES)) {
    try {
      check({...some, arrangement, placement});
    } catch (error) {
      throw new Error(`Broken: “${promise}”`, {cause: error});
    }
  }
}

describe('arrangeEvents(timeline, view, size, options), whatever the story', () => {
  test('keeps every promise', {timeout: PROPERTY_TIMEOUT_MS}, () => {
    checkProperty(fc.property(someCase(), keepsAll));
  });

  test('keeps every promise with up to 2,000 events', {timeout: PROPERTY_TIMEOUT_MS}, () => {
    checkProperty(fc.property(someCase(2000), keepsAll), {runs: Math.ceil(PROPERTY_RUNS / 25), isLarge: true});
  });
});
