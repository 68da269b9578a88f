import {keptFor} from '../model/kept.ts';
import {spanBounds} from '../model/span.ts';
import {DAY_MS, dayStartMs} from '../model/time.ts';
import {eventsById} from '../model/timeline.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import {BY_FADE_DAYS, CLUSTER_WIDTH_PX, fadePx, LABEL_OFFSET_PX, MARK_HALF_PX, MIN_BY_FADE_PX, MIN_CLIP_PX, SPAN_LABEL_GAP_PX} from './arrange.ts';
import type {ArrangedGroup, ArrangedLabel, ArrangedMark, Arrangement} from './arrange.ts';
import {pxPerDay, xPxOf} from './scale.ts';
import {laneTopPx, laneHeightPx, rowMiddlePx} from './size.ts';
import type {StageSize} from './size.ts';

/** Between turned words and anything of another event. */
const TURNED_GAP_PX = 8;

/** An event with its place in the plot, in pixels from the plot's top left corner. */
export interface PlacedEvent {
  readonly event: TimelineEvent;
  readonly lane: number;
  readonly row: number;
  /** Middle of the marker, or head of the clip. */
  readonly xPx: number;
  readonly yPx: number;
  readonly isSmall: boolean;
  /** The dotted span or the clip, where there is one. */
  readonly spanPx: {readonly fromPx: number; readonly toPx: number} | null;
  /** The whole day, under an event whose hour is not known, where hours are drawn. */
  readonly dayPx: {readonly fromPx: number; readonly toPx: number} | null;
  readonly label: PlacedLabel | null;
}

export interface PlacedLabel extends ArrangedLabel {
  /** Left edge of the words. */
  readonly xPx: number;
}

/** Several events behind one sign. */
export interface PlacedGroup {
  readonly lane: number;
  readonly xPx: number;
  readonly yPx: number;
  readonly members: readonly string[];
}

/** A tick for an event that a search passes over. */
export interface PlacedGhost {
  readonly id: string;
  readonly fromPx: number;
  readonly toPx: number;
  readonly yPx: number;
}

/** Every event of a timeline exactly once: in sight, in a group, or counted as outside. */
export interface Placement {
  readonly events: readonly PlacedEvent[];
  readonly clusters: readonly PlacedGroup[];
  readonly feet: readonly PlacedGroup[];
  readonly ghosts: readonly PlacedGhost[];
  readonly earlier: readonly string[];
  readonly later: readonly string[];
}

/**
 * Puts arranged events where a view shows them. Cheap: this runs on every frame, the arrangement does not.
 */
export function placeEvents(timeline: Timeline, view: View, size: StageSize, arrangement: Arrangement): Placement {
  const {widthPx} = size;
  const byId = eventsById(timeline);
  const earlier: string[] = [];
  const later: string[] = [];
  /** Sorts out what lies beyond either edge; true where something is in sight. */
  const isSeen = (fromPx: number, toPx: number, ids: readonly string[]): boolean => {
    if (toPx < 0) earlier.push(...ids);
    else if (fromPx > widthPx) later.push(...ids);
    else return true;
    return false;
  };

  const events: PlacedEvent[] = [];
  const reaches = reachesOf(arrangement, timeline);
  for (const [i, mark] of arrangement.marks.entries()) {
    const farPx = reaches.besidePx[i]!;
    if (xPxOf(reaches.toMs[i]!, view, widthPx) + farPx < 0) earlier.push(mark.id);
    else if (xPxOf(reaches.fromMs[i]!, view, widthPx) - farPx > widthPx) later.push(mark.id);
    else {
      const placed = placeMark(timeline, byId.get(mark.id)!, mark, view, size);
      if (isSeen(...reachOf(placed), [mark.id])) events.push(placed);
    }
  }
  const groups = (arranged: readonly ArrangedGroup[], halfPx: number): PlacedGroup[] =>
    arranged
      .map(({lane, row, atMs, members}) => ({
        lane,
        members,
        xPx: xPxOf(atMs, view, widthPx),
        yPx: row === null ? laneFootPx(timeline, lane, size) : rowMiddlePx(timeline, lane, row, size),
      }))
      .filter(({xPx, members}) => isSeen(xPx - halfPx, xPx + halfPx, members));
  const clusters = groups(arrangement.clusters, CLUSTER_WIDTH_PX / 2);
  keepWordsInside(events, clusters, widthPx);
  const feet = groups(arrangement.feet, MARK_HALF_PX);
  const ghosts: PlacedGhost[] = [];
  for (const id of arrangement.ghosts) {
    const event = byId.get(id)!;
    const {fromMs, toMs} = spanBounds(event.span);
    const isLong = event.span.kind === 'stretch';
    const fromPx = xPxOf(isLong ? fromMs : (fromMs + toMs) / 2, view, widthPx);
    const toPx = isLong ? xPxOf(toMs, view, widthPx) : fromPx;
    if (isSeen(fromPx, toPx, [id])) ghosts.push({id, fromPx, toPx, yPx: laneFootPx(timeline, event.lane, size)});
  }
  return {events, clusters, feet, ghosts, earlier, later};
}

/**
 * Turns words that the window's edge would cut to the other side of their mark, where that side is free.
 * Depends on the view alone, so the same view always looks the same.
 */
function keepWordsInside(events: PlacedEvent[], clusters: readonly PlacedGroup[], widthPx: number): void {
  for (const [i, placed] of events.entries()) {
    const {label, xPx, spanPx, event} = placed;
    if (!label || label.side === 'inside' || xPx < 0 || xPx > widthPx) continue;
    const isCutLeft = label.side === 'left' && label.xPx < 0;
    const isCutRight = label.side === 'right' && label.xPx + label.widthPx > widthPx;
    if (!isCutLeft && !isCutRight) continue;
    const isClip = event.span.kind === 'stretch';
    const nearPx = isClip || !spanPx ? label.offsetPx : LABEL_OFFSET_PX;
    const turnedPx = isCutLeft
      ? Math.max(isClip || spanPx ? (spanPx!.toPx + SPAN_LABEL_GAP_PX) : 0, xPx + nearPx)
      : Math.min(spanPx ? spanPx.fromPx - SPAN_LABEL_GAP_PX : Infinity, xPx - nearPx) - label.widthPx;
    const fromPx = turnedPx - TURNED_GAP_PX;
    const toPx = turnedPx + label.widthPx + TURNED_GAP_PX;
    if (fromPx < 0 || toPx > widthPx) continue;
    const isTaken =
      events.some((other) => other !== placed && other.yPx === placed.yPx && reachOf(other)[0] < toPx && reachOf(other)[1] > fromPx) ||
      clusters.some((other) => other.yPx === placed.yPx && other.xPx - CLUSTER_WIDTH_PX / 2 < toPx && other.xPx + CLUSTER_WIDTH_PX / 2 > fromPx);
    if (!isTaken) events[i] = {...placed, label: {...label, side: isCutLeft ? 'right' : 'left', xPx: turnedPx}};
  }
}

/** How far arranged marks can reach at any scale, in the order of the marks: a stretch of time, and pixels beside it. */
interface Reaches {
  readonly fromMs: Float64Array;
  readonly toMs: Float64Array;
  readonly besidePx: Float64Array;
}

/** Worked out once, so that a frame of a long story costs no more than what it shows. */
const reachesOf = keptFor(({marks}: Arrangement, timeline: Timeline): Reaches => {
  const byId = eventsById(timeline);
  const reaches = {fromMs: new Float64Array(marks.length), toMs: new Float64Array(marks.length), besidePx: new Float64Array(marks.length)};
  for (const [i, {id, anchorMs, label}] of marks.entries()) {
    const {span} = byId.get(id)!;
    const {fromMs, toMs} = spanBounds(span);
    reaches.fromMs[i] = Math.min(fromMs, anchorMs) - (span.kind === 'by' ? BY_FADE_DAYS * DAY_MS : 0);
    reaches.toMs[i] = Math.max(toMs, anchorMs) + (span.kind === 'since' ? BY_FADE_DAYS * DAY_MS : 0);
    reaches.besidePx[i] = MARK_HALF_PX + MIN_CLIP_PX + MIN_BY_FADE_PX + (label ? label.offsetPx + label.widthPx : 0);
  }
  return reaches;
});

function laneFootPx(timeline: Timeline, lane: number, size: StageSize): number {
  return laneTopPx(timeline, lane, size) + laneHeightPx(timeline, lane, size);
}

function placeMark(timeline: Timeline, event: TimelineEvent, mark: ArrangedMark, view: View, size: StageSize): PlacedEvent {
  const x = (ms: number) => xPxOf(ms, view, size.widthPx);
  const {span} = event;
  const isClip = span.kind === 'stretch';
  const anchorPx = isClip ? x(Math.max(span.fromMs, timeline.extent.fromMs)) : x(mark.anchorMs);
  const scale = pxPerDay(view, size.widthPx);
  let spanPx: PlacedEvent['spanPx'] = null;
  if (span.kind === 'stretch' || span.kind === 'within') {
    const fromPx = x(Math.max(span.fromMs, timeline.extent.fromMs));
    const toPx = x(Math.min(span.toMs, timeline.extent.toMs));
    spanPx = {fromPx, toPx: isClip ? Math.max(toPx, fromPx + MIN_CLIP_PX) : toPx};
  } else if (span.kind === 'by') {
    spanPx = {fromPx: anchorPx - fadePx(scale), toPx: anchorPx};
  } else if (span.kind === 'since') {
    spanPx = {fromPx: anchorPx, toPx: anchorPx + fadePx(scale)};
  }
  const dayMs = dayStartMs(mark.anchorMs);
  return {
    event,
    lane: mark.lane,
    row: mark.row,
    xPx: anchorPx,
    yPx: rowMiddlePx(timeline, mark.lane, mark.row, size),
    isSmall: mark.isSmall,
    spanPx,
    dayPx: span.kind === 'day' && scale >= 320 ? {fromPx: x(dayMs), toPx: x(dayMs + DAY_MS)} : null,
    label: mark.label && {...mark.label, xPx: labelXPx(mark.label, anchorPx, spanPx, isClip)},
  };
}

/** Words inside a clip stay at the window's left edge while the clip's head is off it. */
function labelXPx(label: ArrangedLabel, anchorPx: number, spanPx: PlacedEvent['spanPx'], isClip: boolean): number {
  if (isClip && label.side === 'inside') {
    const pinnedPx = Math.max(spanPx!.fromPx, 0) + label.offsetPx;
    return Math.max(Math.min(pinnedPx, spanPx!.toPx - label.offsetPx - label.widthPx), spanPx!.fromPx + label.offsetPx);
  }
  if (label.side === 'left') return anchorPx - label.offsetPx - label.widthPx;
  return (isClip ? spanPx!.toPx : anchorPx) + label.offsetPx;
}

/** From the leftmost to the rightmost pixel of an event: mark, span and words. */
export function reachOf({xPx, spanPx, label}: PlacedEvent): [number, number] {
  const fromPx = Math.min(xPx - MARK_HALF_PX, spanPx?.fromPx ?? Infinity, label?.xPx ?? Infinity);
  const toPx = Math.max(xPx + MARK_HALF_PX, spanPx?.toPx ?? -Infinity, label ? label.xPx + label.widthPx : -Infinity);
  return [fromPx, toPx];
}

/** The stretch of time that holds all of some events, for a view that fits them. */
export function stretchOf(timeline: Timeline, ids: readonly string[]): View {
  const bounds = timeline.events.filter(({id}) => ids.includes(id)).map(({span}) => spanBounds(span));
  return {
    fromMs: Math.max(Math.min(...bounds.map(({fromMs}) => fromMs)), timeline.extent.fromMs),
    toMs: Math.min(Math.max(...bounds.map(({toMs}) => toMs)), timeline.extent.toMs),
  };
}
