/** Which view shows what a reader asks for: an event, a group, a chapter, a level of detail. */
import type {Arrangement} from '../layout/arrange.ts';
import {stretchOf} from '../layout/place.ts';
import {levelPxPerDay, levelsOf} from '../layout/scale.ts';
import type {Level} from '../layout/scale.ts';
import {spanAnchorMs, spanBounds} from '../model/span.ts';
import {DAY_MS} from '../model/time.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import {clampView, fitView, isInView, lengthMs, revealInView, revealPartInView} from '../model/view.ts';
import type {View, ViewBounds} from '../model/view.ts';

/** Room on each side, as a share of what is shown. */
const FIT_MARGIN = 0.15;
/** The mark of an instant that is nearer to the edge than this share of the view may be cut in half. */
const EDGE_SHARE = 0.01;
/** A group that would not be seen closer than this share of the view is not worth a flight. */
const CLOSER_SHARE = 0.95;

/**
 * The nearest view that shows an event's mark, with all the days it may have happened on where they fit. Of what went on
 * for long it shows a part, wherever that began.
 */
export function viewOfEvent({id, span}: TimelineEvent, view: View, {marks, clusters, feet}: Pick<Arrangement, 'marks' | 'clusters' | 'feet'>, bounds: ViewBounds): View {
  const {extent} = bounds;
  const {fromMs, toMs} = spanBounds(span);
  const group = [...clusters, ...feet].find(({members}) => members.includes(id));
  if (span.kind === 'stretch' && !group) {
    const inStory = {fromMs: Math.max(fromMs, extent.fromMs), toMs: Math.min(toMs, extent.toMs)};
    return isWithin(inStory, view) ? view : clampView(revealPartInView(view, inStory), bounds);
  }
  const wantedMs = group?.atMs ?? marks.find((mark) => mark.id === id)?.anchorMs ?? spanAnchorMs(span);
  const atMs = Math.min(Math.max(wantedMs, extent.fromMs), extent.toMs);
  const fits = span.kind !== 'stretch' && toMs - fromMs < lengthMs(view) / 2;
  const stretch = fits ? {fromMs: Math.min(fromMs, atMs), toMs: Math.max(toMs, atMs)} : {fromMs: atMs, toMs: atMs};
  return isWithin(stretch, view) ? view : clampView(revealInView(view, stretch), bounds);
}

/** Whether all of a stretch is in sight; an instant not right at the edge. */
function isWithin(stretch: View, view: View): boolean {
  const edgeMs = lengthMs(stretch) > 0 ? 0 : lengthMs(view) * EDGE_SHARE;
  return stretch.fromMs >= view.fromMs + edgeMs && stretch.toMs <= view.toMs - edgeMs;
}

/** The first events, in the order of time, that begin in a view. */
export function firstToBegin(events: readonly TimelineEvent[], view: View, count: number): readonly TimelineEvent[] {
  const found: TimelineEvent[] = [];
  for (const event of events) {
    if (found.length === count) break;
    if (isInView(spanBounds(event.span).fromMs, view)) found.push(event);
  }
  return found;
}

/** The nearest view that shows an instant. */
export function viewOfInstant(ms: number, view: View, bounds: ViewBounds): View {
  return clampView(revealInView(view, {fromMs: ms, toMs: ms}), bounds);
}

/** The view that tells the members of a group apart; null where none is closer than the one there is. */
export function viewOfGroup(timeline: Timeline, members: readonly string[], view: View, bounds: ViewBounds): View | null {
  if (members.length < 2) return null;
  const stretch = stretchOf(timeline, members);
  // A day at least, so that events of one instant do not ask for an endless zoom.
  const missingMs = Math.max(DAY_MS - lengthMs(stretch), 0);
  const roomy = {fromMs: stretch.fromMs - missingMs / 2, toMs: stretch.toMs + missingMs / 2};
  const fitting = clampView(fitView(roomy, FIT_MARGIN), bounds);
  return lengthMs(fitting) < lengthMs(view) * CLOSER_SHARE ? fitting : null;
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
