/** Which view shows what a reader asks for: an event, a group, a chapter, a level of detail. */
import type {Arrangement} from '../layout/arrange.ts';
import type {OutsideCount} from '../layout/outside.ts';
import {stretchOf} from '../layout/place.ts';
import {levelPxPerDay, levelsOf} from '../layout/scale.ts';
import type {Level} from '../layout/scale.ts';
import {spanAnchorMs, spanBounds} from '../model/span.ts';
import {DAY_MS} from '../model/time.ts';
import {eventsById} from '../model/timeline.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import {clampView, fitView, lengthMs, revealInView, revealPartInView} from '../model/view.ts';
import type {View, ViewBounds} from '../model/view.ts';

/** Room on each side, as a share of what is shown. */
const FIT_MARGIN = 0.15;
/** The mark of an instant that is nearer to the edge than this share of the view may be cut in half. */
const HALF_MARK_SHARE = 0.01;
/** A group that would not be seen closer than this share of the view is not worth a flight. */
const CLOSER_SHARE = 0.95;
const CLOSER_STEP = 0.85;
/** How far in from its edge of the window a landmark is shown. */
const EDGE_SHARE = 0.15;

/**
 * The nearest view that shows an event's mark, with all the days it may have happened on where they fit. Of what went on
 * for long it shows a part, wherever that began.
 */
export function viewOfEvent(
  {id, span}: TimelineEvent,
  view: View,
  {marks, counts}: Pick<Arrangement, 'marks' | 'counts'>,
  bounds: ViewBounds,
): View {
  const {extent} = bounds;
  const {fromMs, toMs} = spanBounds(span);
  const shownMs = counts.find(({members}) => members.includes(id))?.atMs ?? marks.find((mark) => mark.id === id)?.atMs;
  // What is in view with its mark needs no other view, wherever its days begin or end.
  const isUnderWay = span.kind === 'stretch' || toMs - fromMs >= lengthMs(view) / 2;
  if (shownMs !== undefined && isUnderWay && toMs > view.fromMs && fromMs < view.toMs) return view;
  if (span.kind === 'stretch') {
    const inStory = {fromMs: Math.max(fromMs, extent.fromMs), toMs: Math.min(toMs, extent.toMs)};
    return isWithin(inStory, view) ? view : clampView(revealPartInView(view, inStory), bounds);
  }
  const atMs = Math.min(Math.max(shownMs ?? spanAnchorMs(span), extent.fromMs), extent.toMs);
  const fits = toMs - fromMs < lengthMs(view) / 2;
  const stretch = fits ? {fromMs: Math.min(fromMs, atMs), toMs: Math.max(toMs, atMs)} : {fromMs: atMs, toMs: atMs};
  return isWithin(stretch, view) ? view : clampView(revealInView(view, stretch), bounds);
}

/** Whether all of a stretch is in sight; an instant not right at the edge. */
function isWithin(stretch: View, view: View): boolean {
  const edgeMs = lengthMs(stretch) > 0 ? 0 : lengthMs(view) * HALF_MARK_SHARE;
  return stretch.fromMs >= view.fromMs + edgeMs && stretch.toMs <= view.toMs - edgeMs;
}

/** The nearest view that shows an instant. */
export function viewOfInstant(ms: number, view: View, bounds: ViewBounds): View {
  return clampView(revealInView(view, {fromMs: ms, toMs: ms}), bounds);
}

/**
 * The widest view in which every one of some events has its own mark and words, found by arranging ever closer ones.
 *
 * @param named - Which events carry words in a view.
 * @returns Null where no view does, as for too many events of one instant.
 */
export function viewThatNames(
  timeline: Timeline,
  members: readonly string[],
  view: View,
  bounds: ViewBounds,
  named: (view: View) => ReadonlySet<string>,
): View | null {
  const stretch = stretchOf(timeline, members);
  const seen = {fromMs: Math.max(stretch.fromMs, view.fromMs), toMs: Math.min(stretch.toMs, view.toMs)};
  const anchors = members
    .map((id) => spanAnchorMs(eventsById(timeline).get(id)!.span))
    .map((ms) => Math.min(Math.max(ms, seen.fromMs), seen.toMs));
  const middleMs = (Math.min(...anchors) + Math.max(...anchors)) / 2;
  for (let lengthOfView = lengthMs(view) * CLOSER_SHARE; ; lengthOfView *= CLOSER_STEP) {
    const closer = clampView({fromMs: middleMs - lengthOfView / 2, toMs: middleMs + lengthOfView / 2}, bounds);
    const names = named(closer);
    if (members.every((id) => names.has(id))) return closer;
    if (lengthOfView <= bounds.shortestMs) return null;
  }
}

/** Where an edge of the window leads: to the nearest landmark beyond it, if that is known; else to the nearest event. */
export function instantBeyond(
  {landmark, nearestMs}: Pick<OutsideCount, 'landmark' | 'nearestMs'>,
  isKnown: (id: string) => boolean,
): number | null {
  return landmark && isKnown(landmark.id) ? spanAnchorMs(landmark.span) : nearestMs;
}

/** The view of the same length that shows an instant a little in from the side it lay on. */
export function viewFromEdge(side: 'earlier' | 'later', atMs: number, view: View, bounds: ViewBounds): View {
  const insetMs = lengthMs(view) * EDGE_SHARE;
  const fromMs = side === 'earlier' ? atMs - insetMs : atMs + insetMs - lengthMs(view);
  return clampView({fromMs, toMs: fromMs + lengthMs(view)}, bounds);
}

/** A chapter's events, with room on both sides. */
export function viewOfChapter(timeline: Timeline, chapter: string): View {
  const ids = timeline.events.filter((event) => event.chapter === chapter).map(({id}) => id);
  return fitView(stretchOf(timeline, ids), FIT_MARGIN);
}

/** A level of detail about an instant; the whole story for the first. */
export function viewOfLevel(level: Level, middleMs: number, widthPx: number, extent: View): View {
  if (level === levelsOf(extent)[0]) return extent;
  const halfMs = (widthPx / levelPxPerDay(level, extent, widthPx) / 2) * DAY_MS;
  return {fromMs: middleMs - halfMs, toMs: middleMs + halfMs};
}
