/** Puts what was arranged for a window where another view of the same stretch shows it: once a frame, at little cost. */
import {indexOf, someBeginning, touches} from '../model/event-index.ts';
import type {IndexedEvent} from '../model/event-index.ts';
import {memoizeLast, memoizeBy} from '../model/memoize.ts';
import {isUncertain, spanAnchorMs, spanBounds} from '../model/span.ts';
import {DAY_MS, dayStartMs} from '../model/time.ts';
import {eventsById} from '../model/timeline.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import type {ArrangedLabel, ArrangedMark, Arrangement} from './arrange.ts';
import type {ArrangedCount} from './arrangement.ts';
import {BAR_INSET_PX} from './day-bars.ts';
import {outsideWhileMoving} from './outside.ts';
import type {Outside} from './outside.ts';
import {pxPerDay, xPxOf} from './scale.ts';
import {bandsOf, rowMiddlePx} from './size.ts';
import type {Bands, StageSize} from './size.ts';
import {fadePx, MARK_HALF_PX, MIN_CLIP_PX, reachMs, SMALL_BOX_PX} from './ways.ts';

interface Stretch {
  readonly fromPx: number;
  readonly toPx: number;
}

/** An event with its place in the plot, in pixels from the plot's top left corner. */
export interface PlacedEvent {
  readonly event: TimelineEvent;
  readonly mark: ArrangedMark;
  readonly lane: number;
  /** Middle of the glyph; left edge of a clip, a tab or a bar. */
  readonly xPx: number;
  /** Middle of its row. */
  readonly yPx: number;
  /** The dotted span, the clip or the day, where there is one; it may reach out of the plot. */
  readonly spanPx: Stretch | null;
  /** The tab on a foot line, or the small box there. */
  readonly tabPx: Stretch | null;
  readonly label: PlacedLabel | null;
}

export interface PlacedLabel extends ArrangedLabel {
  /** Left edge of the words. */
  readonly xPx: number;
}

/** A bar for a day. */
export interface PlacedBar extends Stretch {
  readonly lane: number;
  readonly row: number;
  readonly yPx: number;
  readonly dayMs: number;
  readonly members: readonly string[];
}

/** Several events behind one counted box. */
export interface PlacedCount extends ArrangedCount {
  readonly xPx: number;
  readonly yPx: number;
}

/** The tick of one event on a lane's rug, or of one that a search passes over. */
export interface PlacedTick extends Stretch {
  readonly event: TimelineEvent;
}

export interface PlacedRug {
  readonly lane: number;
  /** Foot of the lane's last row; the middle of a lane that has fallen to a rug line. */
  readonly yPx: number;
  readonly isWholeLane: boolean;
  readonly ticks: readonly PlacedTick[];
}

export interface Placement {
  readonly bands: Bands;
  readonly events: readonly PlacedEvent[];
  readonly bars: readonly PlacedBar[];
  readonly counts: readonly PlacedCount[];
  readonly rugs: readonly PlacedRug[];
  readonly ghosts: readonly PlacedRug[];
  readonly outside: Outside;
}

/** The most small marks of a lane drawn at each side, of events that move into view before the window is arranged. */
const MAX_ARRIVING = 12;
/** While the view moves, the ticks of a rug are at least this far apart in the window that was arranged. */
const MOVING_TICK_PX = 4;

const memoizedBands = memoizeLast(bandsOf);

export function placeEvents(timeline: Timeline, view: View, size: StageSize, arrangement: Arrangement): Placement {
  const bands = memoizedBands(arrangement.plan, size);
  const byId = eventsById(timeline);
  const {widthPx} = size;
  const isMoved = view.fromMs !== arrangement.view.fromMs || view.toMs !== arrangement.view.toMs;
  const scale = pxPerDay(view, widthPx);
  const x = (ms: number) => xPxOf(ms, view, widthPx);
  const marks = isMoved ? [...arrangement.marks, ...arriving(timeline, view, size, arrangement)] : arrangement.marks;
  const events: PlacedEvent[] = [];
  for (const mark of marks) {
    const placed = placeMark(timeline, byId.get(mark.id)!, mark, view, size, scale, bands);
    if (isInPlot(placed, widthPx)) events.push(placed);
  }
  const rowY = (lane: number, row: number) => rowMiddlePx(bands, lane, row, size);
  return {
    bands,
    events,
    bars: arrangement.bars
      .map((bar) => ({
        ...bar,
        yPx: rowY(bar.lane, bar.row),
        fromPx: x(bar.dayMs) + BAR_INSET_PX,
        toPx: x(bar.dayMs + DAY_MS) - BAR_INSET_PX,
      }))
      .filter(({fromPx, toPx}) => toPx > 0 && fromPx < widthPx),
    counts: arrangement.counts
      .map((count) => ({...count, xPx: x(count.atMs), yPx: rowY(count.lane, count.row)}))
      .filter(({xPx, widthPx: countPx}) => xPx >= countPx / 2 - 1 && xPx <= widthPx - countPx / 2 + 1),
    rugs: rugsOf(timeline, isMoved ? thinned(arrangement, widthPx).rugs : arrangement.rugs, bands, view, size),
    ghosts: rugsOf(timeline, isMoved ? thinned(arrangement, widthPx).ghosts : arrangement.ghosts, bands, view, size),
    outside: isMoved ? outsideWhileMoving(timeline, view, size, arrangement.matching, arrangement) : arrangement,
  };
}

/** The ticks that a rug keeps while the view moves, so that a frame costs what the window can show. */
const thinned = memoizeBy(({rugs, ghosts, view}: Arrangement, widthPx: number) => {
  const thin = (events: readonly TimelineEvent[]) => {
    const taken = new Set<string>();
    const slot = (ms: number) => Math.floor(xPxOf(ms, view, widthPx) / MOVING_TICK_PX);
    return events.filter(({span}) => {
      const {fromMs, toMs} = spanBounds(span);
      const place = span.kind === 'stretch' || span.kind === 'within' ? `${slot(fromMs)} ${slot(toMs)}` : `${slot(spanAnchorMs(span))}`;
      if (taken.has(place)) return false;
      taken.add(place);
      return true;
    });
  };
  return {rugs: rugs.map(thin), ghosts: ghosts.map(thin)};
});

/** Events that have come into view since the window was arranged: small marks with their doubt, on their lane's rows. */
function arriving(timeline: Timeline, view: View, size: StageSize, arrangement: Arrangement): ArrangedMark[] {
  const known = idsOf(arrangement);
  const {view: before} = arrangement;
  const window = {pxPerDay: pxPerDay(view, size.widthPx), size};
  return indexOf(timeline).lanes.flatMap((index, lane) => {
    const rows = arrangement.plan.lanes[lane]!;
    if (rows === 0) return [];
    return [
      ...someBeginning(index, view.fromMs, Math.min(view.toMs, before.fromMs), MAX_ARRIVING),
      ...someBeginning(index, Math.max(view.fromMs, before.toMs), view.toMs, MAX_ARRIVING),
    ]
      .filter(
        (entry) =>
          !known.has(entry.event.id) &&
          touches(entry, view.fromMs, view.toMs, reachMs(entry, window)) &&
          arrangement.matching?.has(entry.event.id) !== false,
      )
      .map((entry): ArrangedMark => ({...smallMark(entry), id: entry.event.id, lane, row: entry.rank % rows}));
  });
}

function smallMark({event: {span}, fromMs, toMs}: IndexedEvent): Pick<ArrangedMark, 'form' | 'atMs' | 'isOnFoot' | 'isSmall' | 'label'> {
  const isStretch = span.kind === 'stretch';
  return {
    form: isStretch ? 'clip' : 'glyph',
    atMs: isStretch ? fromMs : (fromMs + toMs) / 2,
    isOnFoot: isUncertain(span),
    isSmall: true,
    label: null,
  };
}

/** All that an arrangement draws, counts or passes over. */
const idsOf = memoizeBy(({marks, counts, rugs, ghosts}: Arrangement): ReadonlySet<string> => {
  const ids = new Set(marks.map(({id}) => id));
  for (const {members} of counts) for (const id of members) ids.add(id);
  for (const lane of [...rugs, ...ghosts]) for (const {id} of lane) ids.add(id);
  return ids;
});

function placeMark(
  timeline: Timeline,
  event: TimelineEvent,
  mark: ArrangedMark,
  view: View,
  size: StageSize,
  scale: number,
  bands: Bands,
): PlacedEvent {
  const {widthPx} = size;
  const x = (ms: number) => xPxOf(ms, view, widthPx);
  const {form, lane, label} = mark;
  const spanPx = spanOf(timeline, event, mark, x, scale, widthPx);
  const yPx = rowMiddlePx(bands, lane, mark.row, size);
  const base = {event, mark, lane, yPx, spanPx, tabPx: null};
  const worded = (xPx: number, wordsPx: number, more: Partial<PlacedEvent> = {}): PlacedEvent => {
    // While the view moves, words that the plot's edge would cut are left out.
    const isWhole = label !== null && wordsPx >= -0.01 && wordsPx + label.widthPx <= widthPx + 0.01;
    return {...base, xPx, label: isWhole ? {...label, xPx: wordsPx} : null, ...more};
  };
  if (form === 'glyph') {
    const xPx = x(mark.atMs);
    return worded(xPx, label?.side === 'left' ? xPx - label.offsetPx - label.widthPx : xPx + (label?.offsetPx ?? 0));
  }
  const span = spanPx!;
  const visible = {fromPx: Math.max(span.fromPx, 0), toPx: Math.min(span.toPx, widthPx)};
  if (form === 'tab' || (form === 'dots' && mark.isOnFoot)) {
    const boxPx = label ? label.widthPx + 2 * label.offsetPx : SMALL_BOX_PX;
    const xPx = Math.max(Math.min(x(mark.atMs), visible.toPx - boxPx), visible.fromPx);
    return worded(xPx, xPx + (label?.offsetPx ?? 0), form === 'tab' ? {tabPx: {fromPx: xPx, toPx: xPx + boxPx}} : {});
  }
  if (!label) return {...base, xPx: span.fromPx, label: null};
  if (label.side === 'right') return worded(span.fromPx, span.toPx + label.offsetPx);
  if (label.side === 'left') return worded(span.fromPx, span.fromPx - label.offsetPx - label.widthPx);
  // Words inside lie as near the head as the plot's edge lets them, and never past the tail.
  const pinnedPx = visible.fromPx + label.offsetPx;
  const mostPx = form === 'bar' ? Infinity : span.toPx - label.offsetPx - label.widthPx;
  return worded(span.fromPx, Math.max(Math.min(pinnedPx, mostPx), span.fromPx + label.offsetPx));
}

/** Days an event may have happened on, lasts, or is a bar of; null for one that is a mark alone. */
function spanOf(
  {extent}: Timeline,
  {span}: TimelineEvent,
  {form, atMs, isOnFoot}: ArrangedMark,
  x: (ms: number) => number,
  scale: number,
  widthPx: number,
): Stretch | null {
  const inStory = (ms: number) => Math.min(Math.max(ms, extent.fromMs), extent.toMs);
  if (form === 'bar') {
    const dayMs = dayStartMs(atMs);
    return {fromPx: x(dayMs), toPx: x(dayMs + DAY_MS)};
  }
  switch (span.kind) {
    case 'stretch': {
      const fromPx = x(inStory(span.fromMs));
      const toPx = x(inStory(span.toMs));
      if (toPx - fromPx >= MIN_CLIP_PX) return {fromPx, toPx};
      const shiftedPx = fromPx >= 0 && fromPx <= widthPx ? Math.min(fromPx, widthPx - MIN_CLIP_PX) : fromPx;
      return {fromPx: shiftedPx, toPx: shiftedPx + MIN_CLIP_PX};
    }
    case 'within':
      return {fromPx: x(inStory(span.fromMs)), toPx: x(inStory(span.toMs))};
    case 'by':
    case 'since': {
      const fadingPx = fadePx(scale);
      const {fromMs, toMs} = spanBounds(span);
      const nearPx = form === 'dots' && isOnFoot ? x((inStory(fromMs) + inStory(toMs)) / 2) : x(atMs);
      return span.kind === 'by' ? {fromPx: nearPx - fadingPx, toPx: nearPx} : {fromPx: nearPx, toPx: nearPx + fadingPx};
    }
    default:
      return null;
  }
}

/** Whether a part of a mark, its span or its words is in the plot. */
function isInPlot(placed: PlacedEvent, widthPx: number): boolean {
  const [fromPx, toPx] = reachOf(placed);
  return toPx > 0 && fromPx < widthPx;
}

/** From the leftmost to the rightmost pixel of an event: mark, span and words. */
export function reachOf({mark, xPx, spanPx, label}: PlacedEvent): [number, number] {
  const isGlyph = mark.form === 'glyph';
  const fromPx = Math.min(isGlyph ? xPx - MARK_HALF_PX : Infinity, spanPx?.fromPx ?? Infinity, label?.xPx ?? Infinity);
  const toPx = Math.max(isGlyph ? xPx + MARK_HALF_PX : -Infinity, spanPx?.toPx ?? -Infinity, label ? label.xPx + label.widthPx : -Infinity);
  return [fromPx, toPx];
}

function rugsOf(timeline: Timeline, lanes: readonly (readonly TimelineEvent[])[], bands: Bands, view: View, size: StageSize): PlacedRug[] {
  const {widthPx} = size;
  const {extent} = timeline;
  const x = (ms: number) => xPxOf(Math.min(Math.max(ms, extent.fromMs), extent.toMs), view, widthPx);
  return lanes.flatMap((events, lane): PlacedRug[] => {
    const {topPx, heightPx, rows} = bands.lanes[lane]!;
    const ticks = events.flatMap((event): PlacedTick[] => {
      const isLong = event.span.kind === 'stretch' || event.span.kind === 'within';
      const bounds = spanBounds(event.span);
      const middlePx = x(spanAnchorMs(event.span));
      const fromPx = isLong ? x(bounds.fromMs) : middlePx;
      const toPx = isLong ? x(bounds.toMs) : middlePx;
      return toPx < 0 || fromPx > widthPx ? [] : [{event, fromPx, toPx}];
    });
    if (ticks.length === 0) return [];
    return [
      {lane, yPx: rows === 0 ? topPx + (heightPx - size.laneGapPx) / 2 : topPx + heightPx - size.laneGapPx, isWholeLane: rows === 0, ticks},
    ];
  });
}

/** The stretch of time that holds all of some events, for a view that fits them. */
export function stretchOf(timeline: Timeline, ids: readonly string[]): View {
  const byId = eventsById(timeline);
  const bounds = ids.flatMap((id) => {
    const event = byId.get(id);
    return event ? [spanBounds(event.span)] : [];
  });
  return {
    fromMs: Math.max(Math.min(...bounds.map(({fromMs}) => fromMs)), timeline.extent.fromMs),
    toMs: Math.min(Math.max(...bounds.map(({toMs}) => toMs)), timeline.extent.toMs),
  };
}
