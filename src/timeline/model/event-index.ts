/**
 * The events of a timeline by lane and time, so that work on a window follows what touches the window and not the
 * length of the story.
 *
 * Each lane holds its events by the start of their days, with the farthest end among those before each place: a binary
 * search finds the first event that can reach into a window, and the scan ends at the first that begins after it.
 */
import {byText} from '../../schema/by-text.ts';
import {bisectLeft, bisectRight} from 'd3';
import {memoizeBy} from './memoize.ts';
import {spanAnchorMs, spanBounds} from './span.ts';
import type {Timeline, TimelineEvent} from './timeline.ts';

/** How an event occupies the axis while a window is asked for: an instant, a day with its own column, or a span. */
export interface IndexedEvent {
  readonly event: TimelineEvent;
  /** Start of what is drawn of it, inside the story. */
  readonly fromMs: number;
  /** End of what is drawn of it, inside the story; never before `fromMs`. */
  readonly toMs: number;
  /** Place in the order of importance, then time, then id: 0 gives way last. */
  readonly rank: number;
}

export interface LaneIndex {
  /** By start, then end, then id. */
  readonly entries: readonly IndexedEvent[];
  readonly startsMs: Float64Array;
  /** The farthest end among the entries up to and including each place. */
  readonly farthestMs: Float64Array;
  /** All ends, in ascending order. */
  readonly endsMs: Float64Array;
}

export interface EventIndex {
  readonly lanes: readonly LaneIndex[];
  /** Landmarks of all lanes, by start, and by end. */
  readonly landmarks: readonly IndexedEvent[];
  readonly landmarksByEnd: readonly IndexedEvent[];
}

/** The index of a timeline; worked out once. */
export const indexOf: (timeline: Timeline) => EventIndex = memoizeBy((timeline: Timeline): EventIndex => {
  const ranked = [...timeline.events].sort(byRank);
  const indexed = ranked.map((event, rank): IndexedEvent => ({event, rank, ...boundsInStory(timeline, event)}));
  const lanes = timeline.lanes.map((): IndexedEvent[] => []);
  const landmarks = indexed.filter(({event}) => event.importance === 1);
  for (const entry of indexed) lanes[entry.event.lane]!.push(entry);
  return {
    lanes: lanes.map(laneIndex),
    landmarks: landmarks.sort(byStart),
    landmarksByEnd: [...landmarks].sort((a, b) => a.toMs - b.toMs || byStart(a, b)),
  };
});

/** The order in which events are given their places: importance, turning points first, then time, then id. */
export function byRank(a: TimelineEvent, b: TimelineEvent): number {
  return (
    a.importance - b.importance ||
    Number(b.isTurningPoint) - Number(a.isTurningPoint) ||
    spanAnchorMs(a.span) - spanAnchorMs(b.span) ||
    (a.order ?? 0.5) - (b.order ?? 0.5) ||
    byText(a.id, b.id)
  );
}

/**
 * Entries of a lane that touch a stretch of time, by start.
 *
 * @param reach - How much of an entry must lie in the stretch, in milliseconds; an entry shorter than twice that
 *   counts from its middle.
 */
export function entriesTouching(
  {entries, startsMs, farthestMs}: LaneIndex,
  fromMs: number,
  toMs: number,
  reach: (entry: IndexedEvent) => number,
): IndexedEvent[] {
  const found: IndexedEvent[] = [];
  for (let i = bisectLeft(farthestMs, fromMs); i < entries.length && startsMs[i]! <= toMs; i++) {
    const entry = entries[i]!;
    if (touches(entry, fromMs, toMs, reach(entry))) found.push(entry);
  }
  return found;
}

/**
 * Some entries of a lane that begin in a stretch of time, evenly chosen, by start. As the stretch grows, those chosen
 * stay chosen until there would be too many, and then every second one goes.
 *
 * @param most - How many at most; the work grows with this number and not with the lane.
 */
export function someBeginning({entries, startsMs}: LaneIndex, fromMs: number, toMs: number, most: number): IndexedEvent[] {
  const first = bisectLeft(startsMs, fromMs);
  const end = bisectRight(startsMs, toMs);
  let step = 1;
  while ((end - first) / step > most) step *= 2;
  const found: IndexedEvent[] = [];
  for (let i = Math.ceil(first / step) * step; i < end; i += step) found.push(entries[i]!);
  return found;
}

/** Whether enough of an entry lies in a stretch of time. */
export function touches(entry: Pick<IndexedEvent, 'fromMs' | 'toMs'>, fromMs: number, toMs: number, reachMs: number): boolean {
  return sideOf(entry, fromMs, toMs, reachMs) === 0;
}

/** -1 for an entry that lies before a stretch of time, 1 for one after it, 0 for one that touches it. */
export function sideOf(
  {fromMs: startMs, toMs: endMs}: Pick<IndexedEvent, 'fromMs' | 'toMs'>,
  fromMs: number,
  toMs: number,
  reachMs: number,
): -1 | 0 | 1 {
  const insetMs = Math.min(reachMs, (endMs - startMs) / 2);
  if (endMs - insetMs < fromMs) return -1;
  return startMs + insetMs > toMs ? 1 : 0;
}

/** How many entries of a lane end before an instant, and how many begin after another. */
export function countsOutside(
  {startsMs, endsMs}: LaneIndex,
  fromMs: number,
  toMs: number,
): {readonly before: number; readonly after: number} {
  return {before: bisectLeft(endsMs, fromMs), after: startsMs.length - bisectRight(startsMs, toMs)};
}

function laneIndex(unordered: readonly IndexedEvent[]): LaneIndex {
  const entries = [...unordered].sort(byStart);
  const farthestMs = new Float64Array(entries.length);
  let farthest = -Infinity;
  for (const [i, {toMs}] of entries.entries()) farthestMs[i] = farthest = Math.max(farthest, toMs);
  return {
    entries,
    startsMs: Float64Array.from(entries, ({fromMs}) => fromMs),
    farthestMs,
    endsMs: Float64Array.from(entries, ({toMs}) => toMs).sort(),
  };
}

function byStart(a: IndexedEvent, b: IndexedEvent): number {
  return a.fromMs - b.fromMs || a.toMs - b.toMs || byText(a.event.id, b.event.id);
}

/** What is drawn of an event lies inside the story, if only at its edge. */
function boundsInStory({extent}: Timeline, {span}: TimelineEvent): {fromMs: number; toMs: number} {
  const {fromMs, toMs} = spanBounds(span);
  const clamped = (ms: number) => Math.min(Math.max(ms, extent.fromMs), extent.toMs);
  return {fromMs: clamped(fromMs), toMs: Math.max(clamped(toMs), clamped(fromMs))};
}
