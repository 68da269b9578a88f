/** Which days a card shows, and where its marks go. */
import {xPxOf} from '../../timeline/layout/scale.ts';
import {viewAround} from '../../timeline/model/around.ts';
import {memoizeBy} from '../../timeline/model/memoize.ts';
import {spanAnchorMs, spanBounds} from '../../timeline/model/span.ts';
import {DAY_MS} from '../../timeline/model/time.ts';
import type {Timeline, TimelineEvent} from '../../timeline/model/timeline.ts';
import {clampView, fitView, isInView, lengthMs} from '../../timeline/model/view.ts';
import type {View} from '../../timeline/model/view.ts';

export const CARD_WIDTH_PX = 1200;
export const MARGIN_PX = 56;
/** Between two marks of one day and lane. */
const APART_PX = 19;
/** A mark that would be farther than this from its day is left out. */
const FARTHEST_PX = 50;
/** A card of fewer events would not look like a story. */
const LEAST_EVENTS = 14;

export interface PlacedMark {
  readonly event: TimelineEvent;
  readonly xPx: number;
}

/** The stretch that a story is named after, with half of it again on either side; the whole of a story without one. */
export function storyView({bracket, extent}: Pick<Timeline, 'bracket' | 'extent'>): View {
  if (bracket === null) return extent;
  return clampView(fitView({fromMs: bracket.fromMs, toMs: bracket.toMs + DAY_MS}, 0.5), {extent, shortestMs: 1});
}

/** The story's view where it holds an instant; else the days around that, as many, or more where few events are near
 * or its span is longer. */
export function viewWith(timeline: Timeline, atMs: number, span: View): View {
  const whole = storyView(timeline);
  const bounds = {extent: timeline.extent, shortestMs: 1};
  if (lengthMs(span) > lengthMs(whole)) return clampView(fitView(span, 0.25), bounds);
  if (isInView(atMs, whole)) return whole;
  const halfMs = lengthMs(whole) / 2;
  return viewAround(timeline.events, atMs, {
    extent: timeline.extent,
    wantedMs: halfMs,
    shortestMs: halfMs,
    least: LEAST_EVENTS,
    most: Infinity,
  });
}

/** The view of an event's card. */
export function viewOfEvent(timeline: Timeline, {span}: TimelineEvent): View {
  return viewWith(timeline, spanAnchorMs(span), spanBounds(span));
}

/** The marks of a view, by lane: those of one day beside each other, the weightier first to get a place. */
export const placedMarks: (timeline: Timeline, view: View) => readonly (readonly PlacedMark[])[] = memoizeBy(
  (timeline: Timeline, view: View) =>
    timeline.lanes.map((_, lane) =>
      placedInLane(
        timeline.events.filter((event) => event.lane === lane),
        view,
      ),
    ),
);

function placedInLane(events: readonly TimelineEvent[], view: View): PlacedMark[] {
  const wanted = events
    .map((event) => ({event, xPx: xPxOf(spanAnchorMs(event.span), view, CARD_WIDTH_PX)}))
    .filter(({xPx}) => xPx >= 0 && xPx <= CARD_WIDTH_PX);
  const chosen = new Set<PlacedMark>();
  let placed: PlacedMark[] = [];
  for (const mark of wanted.toSorted((a, b) => a.event.importance - b.event.importance)) {
    chosen.add(mark);
    const marks = wanted.filter((one) => chosen.has(one));
    const places = placesApart(marks.map(({xPx}) => xPx));
    if (marks.every(({xPx}, i) => Math.abs(places[i]! - xPx) <= FARTHEST_PX))
      placed = marks.map(({event}, i) => ({event, xPx: places[i]!}));
    else chosen.delete(mark);
  }
  return placed;
}

/** Places as near as can be to those wanted, none nearer than {@link APART_PX} to the next; both from left to right. */
export function placesApart(wantedPx: readonly number[]): number[] {
  // Marks that touch form a group around the middle of what its members want; groups that touch become one.
  const groups: {sumPx: number; count: number}[] = [];
  for (const [i, xPx] of wantedPx.entries()) {
    let group = {sumPx: xPx - i * APART_PX, count: 1};
    let before = groups.at(-1);
    while (before && before.sumPx / before.count >= group.sumPx / group.count) {
      group = {sumPx: before.sumPx + group.sumPx, count: before.count + group.count};
      groups.pop();
      before = groups.at(-1);
    }
    groups.push(group);
  }
  return groups.flatMap(({sumPx, count}) => Array.from({length: count}, () => sumPx / count)).map((startPx, i) => startPx + i * APART_PX);
}
