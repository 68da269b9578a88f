import {createHash} from 'node:crypto';
import {describe, expect, test} from 'vitest';
import * as fc from 'fast-check';
import {arrangeEvents} from '../../../src/timeline/layout/arrange.ts';
import type {Arrangement} from '../../../src/timeline/layout/arrange.ts';
import {placeEvents, reachOf} from '../../../src/timeline/layout/place.ts';
import {depthOf} from '../../../src/timeline/layout/scale.ts';
import {laneRows} from '../../../src/timeline/layout/size.ts';
import {DAY_MS, dayStartMs} from '../../../src/timeline/model/time.ts';
import {boxesOf, placeStory, storyWidthPx, tooClose, wordsGapPx} from '../boxes.ts';
import {checkProperty, PROPERTY_RUNS, PROPERTY_TIMEOUT_MS} from '../property.ts';
import {someCase} from '../some-timeline.ts';
import type {SomeCase} from '../some-timeline.ts';

function arrange({timeline, scale, size, selectedId, matching}: SomeCase): Arrangement {
  return arrangeEvents(timeline, scale, size, {selectedId, matching});
}

/** Every property gets the same cases, so each needs to be arranged only once. */
const arranged = new Map<string, Arrangement>();

function arrangeOnce(some: SomeCase): Arrangement {
  const key = createHash('sha256').update(JSON.stringify({...some, matching: some.matching && [...some.matching]})).digest('base64');
  const known = arranged.get(key) ?? arrange(some);
  arranged.set(key, known);
  return known;
}

const idsOf = ({marks, clusters, feet, ghosts}: Arrangement) => [
  ...marks.map(({id}) => id),
  ...[...clusters, ...feet].flatMap(({members}) => members),
  ...ghosts,
];

const allIds = ({timeline}: SomeCase) => timeline.events.map(({id}) => id).sort();

/** Numbers anywhere in a value that are not finite, by their path. */
function unplaced(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unplaced(inner, `${path}.${key}`));
}

function holds(promise: string, check: (some: SomeCase) => void): void {
  test(promise, {timeout: PROPERTY_TIMEOUT_MS}, () => {
    checkProperty(fc.property(someCase(), check));
  });
  test(`${promise}, with up to 2,000 events`, {timeout: PROPERTY_TIMEOUT_MS}, () => {
    checkProperty(fc.property(someCase(2000), check), {runs: Math.ceil(PROPERTY_RUNS / 100), isLarge: true});
  });
}

describe('arrangeEvents(timeline, pxPerDay, size, options), whatever the story', () => {
  holds('keeps every event exactly once', (some) => {
    expect(idsOf(arrangeOnce(some)).sort()).toEqual(allIds(some));
  });

  holds('lets nothing on a row come too near', (some) => {
    const placement = placeStory(some.timeline, some.size, arrangeOnce(some));
    expect(tooClose(boxesOf(placement, some.selectedId), wordsGapPx(some.size, depthOf(some.scale, some.timeline.extent)))).toEqual([]);
  });

  holds('keeps marks on the foot rule apart, near their day and inside the story', (some) => {
    const {timeline, scale, size} = some;
    const {feet} = placeStory(timeline, size, arrangeOnce(some));
    const gapPx = size.isCompact && depthOf(scale, timeline.extent) === 0 ? 2 : 9;
    for (const lane of Map.groupBy(feet, (foot) => foot.lane).values()) {
      lane.sort((a, b) => a.xPx - b.xPx);
      for (let i = 1; i < lane.length; i++) expect(lane[i]!.xPx - lane[i - 1]!.xPx).toBeGreaterThan(gapPx - 0.01);
    }
    for (const {xPx} of feet) {
      expect(xPx, 'whole at the story’s start').toBeGreaterThan(4.49);
      expect(xPx, 'whole at its end').toBeLessThan(storyWidthPx(timeline, scale) - 4.49);
    }
  });

  holds('keeps words, clusters and markers inside the story', (some) => {
    const widthPx = storyWidthPx(some.timeline, some.scale);
    const placement = placeStory(some.timeline, some.size, arrangeOnce(some));
    for (const {what, fromPx, toPx} of boxesOf(placement, some.selectedId)) {
      if (what !== 'words' && what !== 'cluster') continue;
      expect(fromPx).toBeGreaterThan(-0.01);
      expect(toPx).toBeLessThan(widthPx + 0.01);
    }
    for (const {xPx} of placement.events) {
      expect(xPx).toBeGreaterThan(-0.01);
      expect(xPx).toBeLessThan(widthPx + 0.01);
    }
  });

  holds('puts everything on a row that its lane has', (some) => {
    const {marks, clusters} = arrangeOnce(some);
    for (const {lane, row} of [...marks, ...clusters]) {
      expect(row).toBeGreaterThanOrEqual(0);
      expect(row).toBeLessThan(laneRows(some.timeline, lane, some.size));
    }
  });

  holds('gives only numbers that can be drawn', (some) => {
    const arrangement = arrangeOnce(some);
    expect(unplaced(arrangement)).toEqual([]);
    expect(unplaced(placeStory(some.timeline, some.size, arrangement))).toEqual([]);
  });

  holds('does not depend on the order of the events', (some) => {
    const {timeline} = some;
    const cut = timeline.events.length >> 1;
    const moved = {...timeline, events: [...timeline.events.slice(cut), ...timeline.events.slice(0, cut).reverse()]};
    const arrangement = arrangeOnce(some);
    expect(arrange({...some, timeline: moved})).toEqual(arrangement);
  });

  holds('always names the selected event', (some) => {
    if (some.selectedId === null) return;
    const mark = arrangeOnce(some).marks.find(({id}) => id === some.selectedId);
    expect(mark?.label).toBeTruthy();
  });

  holds('names all turning points of a lane that has rows for them', (some) => {
    const {timeline, size, selectedId, matching} = some;
    const {marks} = arrangeOnce(some);
    const named = new Set(marks.filter(({label}) => label).map(({id}) => id));
    timeline.lanes.forEach((_, lane) => {
      const shown = timeline.events.filter((event) => event.lane === lane && (!matching || matching.has(event.id)));
      const turns = shown.filter(({isTurningPoint}) => isTurningPoint).map(({id}) => id);
      const selected = timeline.events.find(({id}) => id === selectedId);
      const rivals = new Set(selected?.lane === lane ? [...turns, selected.id] : turns);
      if (rivals.size > laneRows(timeline, lane, size)) return;
      expect(turns.filter((id) => !named.has(id))).toEqual([]);
    });
  });

  holds('makes no cluster of one', (some) => {
    expect(arrangeOnce(some).clusters.filter(({members}) => members.length < 2)).toEqual([]);
  });

  holds('never stands a certain day after a later one', (some) => {
    const {timeline} = some;
    const {marks, feet} = arrangeOnce(some);
    const dayOf = new Map(
      timeline.events.flatMap(({id, span}) =>
        span.kind === 'day' ? [[id, span.dayMs] as const] : span.kind === 'moment' ? [[id, dayStartMs(span.atMs)] as const] : [],
      ),
    );
    const inOrder = (places: readonly {id: string; atMs: number}[]) => {
      const days = places
        .filter(({id}) => dayOf.has(id))
        .sort((a, b) => a.atMs - b.atMs || dayOf.get(a.id)! - dayOf.get(b.id)!)
        .map(({id}) => dayOf.get(id)! / DAY_MS);
      expect(days).toEqual(days.toSorted((a, b) => a - b));
    };
    inOrder(marks.map(({id, anchorMs}) => ({id, atMs: anchorMs})));
    for (const lane of timeline.lanes.keys()) {
      inOrder(feet.filter((foot) => foot.lane === lane).flatMap(({members, atMs}) => members.map((id) => ({id, atMs}))));
    }
  });
});

describe('placeEvents(timeline, view, size, arrangement), whatever the story', () => {
  test('keeps every event exactly once: in sight, or counted as outside', {timeout: PROPERTY_TIMEOUT_MS}, () => {
    checkProperty(
      fc.property(someCase(), fc.double({min: 0, max: 1, noNaN: true}), (some, share) => {
        const {timeline, size, scale} = some;
        const {extent} = timeline;
        const viewMs = Math.min((size.widthPx / scale) * DAY_MS, extent.toMs - extent.fromMs);
        const fromMs = extent.fromMs + share * (extent.toMs - extent.fromMs - viewMs);
        const placement = placeEvents(timeline, {fromMs, toMs: fromMs + viewMs}, size, arrangeOnce(some));
        const ids = [
          ...placement.events.map(({event}) => event.id),
          ...[...placement.clusters, ...placement.feet].flatMap(({members}) => members),
          ...placement.ghosts.map(({id}) => id),
          ...placement.earlier,
          ...placement.later,
        ];
        expect(ids.sort()).toEqual(allIds(some));
        for (const placed of placement.events) {
          const [fromPx, toPx] = reachOf(placed);
          expect(toPx).toBeGreaterThanOrEqual(0);
          expect(fromPx).toBeLessThanOrEqual(size.widthPx);
        }
        expect(unplaced(placement)).toEqual([]);
        // Words that the edge would cut may turn to where there is less room.
        expect(tooClose(boxesOf(placement, some.selectedId), 2)).toEqual([]);
      }),
    );
  });
});
