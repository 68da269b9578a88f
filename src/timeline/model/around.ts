/** The stretch of time around an instant that holds a fair number of events, and the events to draw there. */
import {memoizeBy} from './memoize.ts';
import {spanBounds} from './span.ts';
import type {TimelineEvent} from './timeline.ts';
import {clampView, lengthMs} from './view.ts';
import type {View} from './view.ts';

export interface AroundOptions {
  /** Never shown beyond. */
  readonly extent: View;
  /** Shown to either side where that holds neither too few events nor too many. */
  readonly wantedMs: number;
  /** Shown to either side at least, however many events that holds. */
  readonly shortestMs: number;
  /** In sight at least, if the story has that many. */
  readonly least: number;
  /** In sight at most. */
  readonly most: number;
}

interface Edges {
  /** In the order of the events. */
  readonly fromMs: Float64Array;
  readonly toMs: Float64Array;
  /** Each sorted by itself: enough to count what touches a stretch. */
  readonly startsMs: Float64Array;
  readonly endsMs: Float64Array;
}

/** Put together once for a list of events. */
const edgesOf = memoizeBy((events: readonly TimelineEvent[]): Edges => {
  const bounds = events.map(({span}) => spanBounds(span));
  const fromMs = Float64Array.from(bounds, (each) => each.fromMs);
  const toMs = Float64Array.from(bounds, (each) => each.toMs);
  return {fromMs, toMs, startsMs: fromMs.slice().sort(), endsMs: toMs.slice().sort()};
});

/** How many events touch a stretch, its ends included. The work grows with the number of digits of their number. */
export function countTouching(events: readonly TimelineEvent[], {fromMs, toMs}: View): number {
  const {startsMs, endsMs} = edgesOf(events);
  return countWhere(startsMs, (ms) => ms <= toMs) - countWhere(endsMs, (ms) => ms < fromMs);
}

/** How many of some sorted numbers fulfil a condition that no number fulfils after the first that does not. */
function countWhere(sorted: Float64Array, isSo: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The view around an instant: as far to either side as is wanted, less where that would hold too many events, more
 * where too few. At the story's edges it is shifted, not shortened.
 */
export function viewAround(events: readonly TimelineEvent[], middleMs: number, options: AroundOptions): View {
  const {extent, wantedMs, shortestMs, least, most} = options;
  const viewOf = (halfMs: number) => clampView({fromMs: middleMs - halfMs, toMs: middleMs + halfMs}, {extent, shortestMs: 1});
  const countOf = (halfMs: number) => countTouching(events, viewOf(halfMs));
  if (countOf(wantedMs) > most) return viewOf(greatestWhere(shortestMs, wantedMs, (halfMs) => countOf(halfMs) <= most));
  if (countOf(wantedMs) < least) return viewOf(greatestWhere(wantedMs, lengthMs(extent), (halfMs) => countOf(halfMs) < least) + 1);
  return viewOf(wantedMs);
}

/**
 * The greatest whole number from `low` to `high` for which a condition holds that does not come back once it fails;
 * `low` where it fails at once.
 */
function greatestWhere(low: number, high: number, isSo: (value: number) => boolean): number {
  let [is, isNot] = [low, high + 1];
  while (isNot - is > 1) {
    const middle = Math.floor((is + isNot) / 2);
    if (isSo(middle)) is = middle;
    else isNot = middle;
  }
  return is;
}

/**
 * The events that bear on the drawing of a view, in their order: of those in it the weightiest, and of those beside it,
 * whose words may reach into it, the nearest; at most this many of either.
 *
 * @param marginMs - How far beside the view events still count.
 * @param alwaysId - An event in the view that is never left out.
 */
export function eventsAround(
  events: readonly TimelineEvent[],
  view: View,
  marginMs: number,
  most: number,
  alwaysId: string,
): TimelineEvent[] {
  const {fromMs, toMs} = edgesOf(events);
  const inSight: number[] = [];
  const beside: {readonly place: number; readonly apartMs: number}[] = [];
  for (let place = 0; place < events.length; place++) {
    const apartMs = Math.max(fromMs[place]! - view.toMs, view.fromMs - toMs[place]!);
    if (apartMs <= 0) inSight.push(place);
    else if (apartMs <= marginMs) beside.push({place, apartMs});
  }
  const rank = (place: number) => {
    const {id, isTurningPoint, importance} = events[place]!;
    return id === alwaysId ? -1 : isTurningPoint ? 0 : importance;
  };
  const chosen = [
    ...inSight.sort((a, b) => rank(a) - rank(b)).slice(0, most),
    ...beside
      .sort((a, b) => a.apartMs - b.apartMs)
      .slice(0, most)
      .map(({place}) => place),
  ];
  return chosen.sort((a, b) => a - b).map((place) => events[place]!);
}
