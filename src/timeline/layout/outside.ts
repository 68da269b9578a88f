/** What lies on both sides of a window: how many events, the nearest of them, and the nearest landmark. */
import {bisector} from 'd3';
import {countsOutside, entriesTouching, indexOf, sideOf} from '../model/event-index.ts';
import type {EventIndex, IndexedEvent, LaneIndex} from '../model/event-index.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import {pxPerDay} from './scale.ts';
import type {StageSize} from './size.ts';
import {reachMs} from './ways.ts';

/** What a reader finds at one edge of the window. */
export interface OutsideCount {
  readonly count: number;
  /** The nearest landmark on that side, if there is one. */
  readonly landmark: TimelineEvent | null;
  /** Start or end of the nearest event on that side, in axis time, or null. */
  readonly nearestMs: number | null;
}

/** What is in the window and on both sides of it, in all lanes and in each. */
export interface Outside {
  /** How many events that a search lets through touch the window. */
  readonly here: number;
  readonly earlier: OutsideCount;
  readonly later: OutsideCount;
  readonly laneSides: readonly {readonly here: number; readonly earlier: OutsideCount; readonly later: OutsideCount}[];
}

/** What lies in a window and on both sides of it: how many, the nearest of them, and the nearest landmark. */
export function outsideOf(timeline: Timeline, view: View, size: StageSize, matching: ReadonlySet<string> | null): Outside {
  const index = indexOf(timeline);
  const window = {size, pxPerDay: pxPerDay(view, size.widthPx)};
  const side = (entry: IndexedEvent) => sideOf(entry, view.fromMs, view.toMs, reachMs(entry, window));
  const isWanted = ({event: {id}}: IndexedEvent) => matching?.has(id) ?? true;
  const laneSides = index.lanes.map((lane) => sidesOfLane(lane, view, side, matching ? isWanted : null));
  const sum = (sides: readonly OutsideCount[], nearest: (...ms: number[]) => number): Pick<OutsideCount, 'count' | 'nearestMs'> => {
    const found = sides.flatMap(({nearestMs}) => nearestMs ?? []);
    return {count: sides.reduce((total, {count}) => total + count, 0), nearestMs: found.length === 0 ? null : nearest(...found)};
  };
  const nearestLandmark = (which: -1 | 1) => nearestOutside(index, view, which, (entry) => isWanted(entry) && side(entry) === which);
  return {
    here: laneSides.reduce((total, {here}) => total + here, 0),
    earlier: {
      ...sum(
        laneSides.map(({earlier}) => earlier),
        Math.max,
      ),
      landmark: nearestLandmark(-1),
    },
    later: {
      ...sum(
        laneSides.map(({later}) => later),
        Math.min,
      ),
      landmark: nearestLandmark(1),
    },
    laneSides,
  };
}

/** From this many events on, counts at the edges are those of whole events while the view moves. */
const MANY_EVENTS = 1000;

/**
 * The same while the view moves. In a long story an event of which too little is in the window counts as being there,
 * until the window is arranged; under a search the counts wait for that.
 *
 * @param before - What was outside the window that was arranged.
 */
export function outsideWhileMoving(
  timeline: Timeline,
  view: View,
  size: StageSize,
  matching: ReadonlySet<string> | null,
  before: Outside,
): Outside {
  if (timeline.events.length < MANY_EVENTS) return outsideOf(timeline, view, size, matching);
  if (matching) return before;
  const index = indexOf(timeline);
  const laneSides = index.lanes.map((lane) => wholeSidesOfLane(lane, view));
  const total = (side: 'earlier' | 'later', nearest: (...ms: number[]) => number) => {
    const found = laneSides.flatMap((sides) => sides[side].nearestMs ?? []);
    return {count: laneSides.reduce((sum, sides) => sum + sides[side].count, 0), nearestMs: found.length === 0 ? null : nearest(...found)};
  };
  const {landmarks, landmarksByEnd} = index;
  const lastBefore = landmarksByEnd[bisectByEnd(landmarksByEnd, view.fromMs) - 1];
  const firstAfter = landmarks[bisectByStart(landmarks, view.toMs)];
  return {
    here: laneSides.reduce((sum, {here}) => sum + here, 0),
    earlier: {...total('earlier', Math.max), landmark: lastBefore?.event ?? null},
    later: {...total('later', Math.min), landmark: firstAfter?.event ?? null},
    laneSides,
  };
}

const bisectByEnd = bisector(({toMs}: IndexedEvent) => toMs).left;
const bisectByStart = bisector(({fromMs}: IndexedEvent) => fromMs).right;

function wholeSidesOfLane(lane: LaneIndex, view: View): {here: number; earlier: OutsideCount; later: OutsideCount} {
  const {before, after} = countsOutside(lane, view.fromMs, view.toMs);
  const {entries, startsMs, endsMs} = lane;
  return {
    here: entries.length - before - after,
    earlier: {count: before, landmark: null, nearestMs: before > 0 ? endsMs[before - 1]! : null},
    later: {count: after, landmark: null, nearestMs: after > 0 ? startsMs[startsMs.length - after]! : null},
  };
}

function sidesOfLane(
  lane: LaneIndex,
  view: View,
  side: (entry: IndexedEvent) => -1 | 0 | 1,
  isWanted: ((entry: IndexedEvent) => boolean) | null,
): {here: number; earlier: OutsideCount; later: OutsideCount} {
  const {entries, startsMs, endsMs} = lane;
  const counts = {before: 0, here: 0, after: 0};
  let [earlierMs, laterMs] = [-Infinity, Infinity];
  const add = (entry: IndexedEvent) => {
    const at = side(entry);
    if (at === 0) counts.here++;
    else if (at < 0) [counts.before, earlierMs] = [counts.before + 1, Math.max(earlierMs, entry.toMs)];
    else [counts.after, laterMs] = [counts.after + 1, Math.min(laterMs, entry.fromMs)];
  };
  if (isWanted) {
    for (const entry of entries) if (isWanted(entry)) add(entry);
  } else {
    // Those wholly outside by a search; the others, which may have too little of them inside, one by one.
    const outside = countsOutside(lane, view.fromMs, view.toMs);
    counts.before = outside.before;
    counts.after = outside.after;
    if (outside.before > 0) earlierMs = endsMs[outside.before - 1]!;
    if (outside.after > 0) laterMs = startsMs[startsMs.length - outside.after]!;
    for (const entry of entriesTouching(lane, view.fromMs, view.toMs, () => 0)) add(entry);
  }
  return {
    here: counts.here,
    earlier: {count: counts.before, landmark: null, nearestMs: counts.before > 0 ? earlierMs : null},
    later: {count: counts.after, landmark: null, nearestMs: counts.after > 0 ? laterMs : null},
  };
}

/** The landmark nearest to a window on one side of it. */
function nearestOutside(
  {landmarks, landmarksByEnd}: EventIndex,
  view: View,
  side: -1 | 1,
  isThere: (entry: IndexedEvent) => boolean,
): TimelineEvent | null {
  if (side > 0) {
    // Those that begin in the window may still have too little of them in it.
    const first = landmarks.findIndex(({fromMs}) => fromMs >= view.fromMs);
    for (let i = Math.max(first, 0); first >= 0 && i < landmarks.length; i++) if (isThere(landmarks[i]!)) return landmarks[i]!.event;
    return null;
  }
  const last = landmarksByEnd.findLastIndex(({toMs}) => toMs <= view.toMs);
  for (let i = last; i >= 0; i--) if (isThere(landmarksByEnd[i]!)) return landmarksByEnd[i]!.event;
  return null;
}
