/**
 * Decides, for one scale, on which row every event stands and where its words go. Nothing here depends on
 * how far the reader has panned, so panning never re-arranges anything; DESIGN 4.
 */
import {isUncertain, spanAnchorMs, spanBounds} from '../model/span.ts';
import type {Span} from '../model/span.ts';
import {DAY_MS, dayStartMs} from '../model/time.ts';
import {byTime, compareText} from '../model/timeline.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import {chooseCandidates, clash} from './labels.ts';
import type {Candidate, Interval, MarkShape, Wish} from './labels.ts';
import {measureByTable} from './letter-widths.ts';
import type {LabelWeight, MeasureText} from './letter-widths.ts';
import {depthOf} from './scale.ts';
import {laneRows} from './size.ts';
import type {StageSize} from './size.ts';

export type LabelSide = 'right' | 'left' | 'inside';

export interface ArrangedLabel {
  readonly text: string;
  readonly side: LabelSide;
  readonly widthPx: number;
  readonly sizePx: number;
  readonly weight: LabelWeight;
  /** Whether ≠ follows the words. */
  readonly hasSign: boolean;
  /** From the marker's middle (or the clip's head) to the near edge of the words. */
  readonly offsetPx: number;
}

export interface ArrangedMark {
  readonly id: string;
  readonly lane: number;
  readonly row: number;
  readonly anchorMs: number;
  readonly isSmall: boolean;
  readonly label: ArrangedLabel | null;
}

/** Several events behind one sign: a counted box on a row, or a small mark on the lane's foot rule. */
export interface ArrangedGroup {
  readonly lane: number;
  /** Null on the foot rule. */
  readonly row: number | null;
  readonly atMs: number;
  /** In time order. */
  readonly members: readonly string[];
}

export interface Arrangement {
  readonly pxPerDay: number;
  /** How far down its levels the story is seen: 0 is the whole of it. */
  readonly depth: number;
  readonly marks: readonly ArrangedMark[];
  readonly clusters: readonly ArrangedGroup[];
  readonly feet: readonly ArrangedGroup[];
  /** Events that the reader's search or filter passes over: ticks on the foot rule. */
  readonly ghosts: readonly string[];
}

export interface ArrangeOptions {
  /** This event carries a label whatever else must give way. */
  readonly selectedId?: string | null;
  /** Events a search or filter lets through; null for all. Those always want a label. */
  readonly matching?: ReadonlySet<string> | null;
  readonly measureText?: MeasureText;
}

/** Half an exact mark, with its outline. */
export const MARK_HALF_PX = 7;
export const SMALL_MARK_HALF_PX = 5;
/** From a mark's middle to its words. */
export const LABEL_OFFSET_PX = 11;
const SELECTED_OFFSET_PX = 18;
const SELECTED_PADDING_PX = 6;
/** From a clip's head to the words inside it, and from its edges to words outside. */
export const CLIP_INSET_PX = 8;
export const MIN_CLIP_PX = 8;
export const SPAN_LABEL_GAP_PX = 5;
export const SIGN_PX = 14;
/** How far the dots of "by this date" reach before they have faded. */
export const BY_FADE_DAYS = 2.5;
export const MIN_BY_FADE_PX = 22;

export const CLUSTER_WIDTH_PX = 26;
const FOOT_GAP_PX = 9;
const FOOT_MAX_SHIFT_PX = 12;
/** A standard event with nothing this near gets a quiet label even where the whole story is seen. */
const ISOLATED_PX = 100;

const GROUPING_OF_WHOLE = {withinPx: 34, awayPx: 68, mergePx: 76};
const GROUPING = {withinPx: 16, awayPx: 44, mergePx: 30};

/** What it costs to leave an event without words; a sum of lesser ones never outweighs a turning point. */
const DROP_COST = {selected: 1e11, turningPoint: 1e7, matching: 1e3, 1: 120, 2: 24, 3: 9} as const;
const COST = {
  row: 0.32,
  landmarkRow: 0.6,
  left: 1.1,
  shorter: 2.2,
  clipRight: 0.6,
  clipLeft: 1.6,
  clipInside: -0.4,
  onSpan: 0.5,
} as const;

interface Context {
  readonly timeline: Timeline;
  readonly size: StageSize;
  readonly depth: number;
  readonly pxPerDay: number;
  readonly totalPx: number;
  readonly selectedId: string | null;
  readonly matching: ReadonlySet<string> | null;
  readonly measureText: MeasureText;
  readonly labelGapPx: number;
}

/** An event with its marker's place along the whole story, in pixels from the story's start. */
interface Item {
  readonly event: TimelineEvent;
  readonly anchorMs: number;
  readonly xPx: number;
  /** What the mark covers: its glyph, its span, or its clip. */
  readonly mark: Interval;
  readonly shape: MarkShape;
}

type Choice = ArrangedLabel | null;

/** @param pxPerDay - The scale, pixels a day. */
export function arrangeEvents(
  timeline: Timeline,
  pxPerDay: number,
  size: StageSize,
  {selectedId = null, matching = null, measureText = measureByTable}: ArrangeOptions = {},
): Arrangement {
  const depth = depthOf(pxPerDay, timeline.extent);
  const context: Context = {
    timeline,
    size,
    depth,
    pxPerDay,
    totalPx: ((timeline.extent.toMs - timeline.extent.fromMs) / DAY_MS) * pxPerDay,
    selectedId,
    matching,
    measureText,
    labelGapPx: size.isCompact ? 7 : depth === 0 ? 12 : 18,
  };
  const marks: ArrangedMark[] = [];
  const clusters: ArrangedGroup[] = [];
  const feet: ArrangedGroup[] = [];
  const ghosts: string[] = [];
  const events = [...timeline.events].sort(byTime);
  for (let lane = 0; lane < timeline.lanes.length; lane++) {
    const items = itemsOfLane(context, events.filter((event) => event.lane === lane));
    const shown: Item[] = [];
    for (const item of items) {
      if (!matching || matching.has(item.event.id) || item.event.id === selectedId) shown.push(item);
      else ghosts.push(item.event.id);
    }
    const arranged = arrangeLane(context, lane, shown);
    marks.push(...arranged.marks);
    clusters.push(...arranged.clusters);
    feet.push(...arranged.feet);
  }
  return {pxPerDay, depth, marks, clusters, feet, ghosts};
}

function itemsOfLane(context: Context, events: readonly TimelineEvent[]): Item[] {
  const anchors = anchorsOf(events, context.depth);
  return events.map((event, i) => {
    const anchorMs = anchorInStory(context.timeline.extent, event.span, anchors[i]!);
    const xPx = toPx(context, anchorMs);
    return {event, anchorMs, xPx, mark: markBounds(context, event.span, xPx), shape: shapeOf(event.span)};
  });
}

/**
 * Where the marks of one lane stand within their days: at noon where the whole story is seen; by their order one level
 * further in; from there on events that share a day are also spread over it, so that each can be told and pressed.
 *
 * @param events - In the order of {@link byTime}.
 */
export function anchorsOf(events: readonly TimelineEvent[], depth: number): number[] {
  const sharing = new Map<number, TimelineEvent[]>();
  for (const event of events) {
    if (event.span.kind !== 'day') continue;
    const day = sharing.get(event.span.dayMs);
    if (day) day.push(event);
    else sharing.set(event.span.dayMs, [event]);
  }
  return events.map((event) => {
    if (event.span.kind !== 'day' || depth === 0) return spanAnchorMs(event.span);
    const day = sharing.get(event.span.dayMs)!;
    const isSpread = depth >= 2 && day.length > 1;
    const share = isSpread ? (day.indexOf(event) + 1) / (day.length + 1) : Math.min(Math.max(event.order ?? 0.5, 0.1), 0.9);
    return event.span.dayMs + share * DAY_MS;
  });
}

/** A marker stands inside the story: in the middle of what of its days is, or else at the nearest edge. */
function anchorInStory(extent: View, span: Span, anchorMs: number): number {
  const clamped = (ms: number) => Math.min(Math.max(ms, extent.fromMs), extent.toMs);
  return span.kind === 'within' ? (clamped(span.fromMs) + clamped(span.toMs)) / 2 : clamped(anchorMs);
}

function toPx({timeline, pxPerDay}: Context, ms: number): number {
  return ((ms - timeline.extent.fromMs) / DAY_MS) * pxPerDay;
}

function shapeOf(span: Span): MarkShape {
  if (span.kind === 'stretch') return 'clip';
  return isUncertain(span) ? 'uncertain' : 'exact';
}

function markBounds(context: Context, span: Span, xPx: number): Interval {
  const glyph = {fromPx: xPx - MARK_HALF_PX, toPx: xPx + MARK_HALF_PX};
  switch (span.kind) {
    case 'stretch':
    case 'within': {
      const bounds = spanBounds(span);
      const fromPx = Math.max(toPx(context, bounds.fromMs), 0);
      const toEdgePx = Math.min(toPx(context, bounds.toMs), context.totalPx);
      return span.kind === 'stretch'
        ? {fromPx, toPx: Math.max(toEdgePx, fromPx + MIN_CLIP_PX)}
        : {fromPx: Math.min(fromPx, glyph.fromPx), toPx: Math.max(toEdgePx, glyph.toPx)};
    }
    case 'by':
      return {fromPx: xPx - fadePx(context.pxPerDay), toPx: glyph.toPx};
    case 'since':
      return {fromPx: glyph.fromPx, toPx: xPx + fadePx(context.pxPerDay)};
    default:
      return glyph;
  }
}

export function fadePx(pxPerDay: number): number {
  return Math.max(BY_FADE_DAYS * pxPerDay, MIN_BY_FADE_PX);
}

function arrangeLane(context: Context, lane: number, items: readonly Item[]): Pick<Arrangement, 'marks' | 'clusters' | 'feet'> {
  const rows = laneRows(context.timeline, lane, context.size);
  const wishing = items
    .filter((item) => wantsLabel(context, item, items))
    .sort((a, b) => dropCost(context, b) - dropCost(context, a) || a.xPx - b.xPx || compareText(a.event.id, b.event.id));
  const wishes = wishing.map((item): Wish<Choice> => ({
    candidates: candidatesOf(context, item, rows),
    dropCost: dropCost(context, item) + (item.shape === 'clip' ? 2 : 0),
  }));
  const gaps = {labelPx: context.labelGapPx};
  const chosen = chooseCandidates(wishes, gaps);

  const marks: ArrangedMark[] = [];
  const placed: Candidate<Choice>[] = [];
  const isPlaced = new Set<Item>();
  wishing.forEach((item, i) => {
    const candidate = chosen[i];
    if (!candidate) return;
    isPlaced.add(item);
    placed.push(candidate);
    marks.push(arrangedMark(item, lane, candidate, false));
  });
  const rest = items.filter((item) => !isPlaced.has(item));
  const {clusters, left} = context.size.isCompact && context.depth === 0
    ? {clusters: [], left: rest}
    : placeUnlabelled(context, lane, rows, rest, placed, marks);
  return {
    marks: marks.sort((a, b) => a.anchorMs - b.anchorMs || compareText(a.id, b.id)),
    clusters,
    feet: feetOf(context, lane, left),
  };
}

function arrangedMark({event, anchorMs}: Item, lane: number, candidate: Candidate<Choice>, isSmall: boolean): ArrangedMark {
  return {id: event.id, lane, row: candidate.row, anchorMs, isSmall, label: candidate.choice};
}

function wantsLabel({depth, selectedId, matching, size}: Context, item: Item, all: readonly Item[]): boolean {
  const {event} = item;
  if (event.id === selectedId || matching) return true;
  if (depth >= 2 || event.importance === 1) return true;
  if (depth === 1) return event.importance === 2 || item.shape === 'clip';
  if (size.isCompact) return false;
  if (item.shape === 'clip') return true;
  return (
    event.importance === 2 &&
    all.every((other) => other === item || !isNear(item.mark, other.mark, ISOLATED_PX))
  );
}

function isNear(a: Interval, b: Interval, px: number): boolean {
  return a.fromPx < b.toPx + px && b.fromPx < a.toPx + px;
}

function dropCost({selectedId, matching}: Context, {event}: Item): number {
  if (event.id === selectedId) return DROP_COST.selected;
  if (event.isTurningPoint) return DROP_COST.turningPoint;
  return matching?.has(event.id) ? DROP_COST.matching : DROP_COST[event.importance];
}

function candidatesOf(context: Context, item: Item, rows: number): Candidate<Choice>[] {
  const {event, mark, shape} = item;
  const rowCost = event.importance === 1 ? COST.landmarkRow : COST.row;
  const labels = labelsOf(context, item);
  const candidates: Candidate<Choice>[] = [];
  for (let row = 0; row < rows; row++) {
    for (const {label, bounds, cost} of labels) {
      candidates.push({row, mark, shape, label: bounds, cost: cost + row * rowCost, choice: label});
    }
    if (shape === 'clip') {
      candidates.push({row, mark, shape, label: null, cost: dropCost(context, item) + row * rowCost, choice: null});
    }
  }
  return candidates.sort((a, b) => a.cost - b.cost || a.row - b.row);
}

interface PlacedLabel {
  readonly label: ArrangedLabel;
  readonly bounds: Interval;
  readonly cost: number;
}

/** Every way to write an event beside or inside its mark without leaving the story's stretch of time. */
function labelsOf(context: Context, item: Item): PlacedLabel[] {
  const texts = textsOf(context, item.event);
  const all = texts.flatMap((text, i) => sidesOf(context, item, text, i * COST.shorter));
  const fitting = all.filter(({bounds}) => bounds.fromPx >= 0 && bounds.toPx <= context.totalPx);
  if (fitting.length > 0 || all.length === 0) return fitting;
  return [cutToRoom(context, item, texts.at(-1)!)];
}

function textsOf({depth, size}: Context, event: TimelineEvent): string[] {
  if (depth === 0 || event.label === event.short) return [event.short];
  return size.isCompact ? [event.short, event.label] : [event.label, event.short];
}

function typeOf({size}: Context, event: TimelineEvent): {sizePx: number; weight: LabelWeight} {
  const weight = event.importance === 1 ? 600 : 450;
  if (size.isCompact) return {sizePx: 12.5, weight};
  return {sizePx: event.isTurningPoint ? 15 : 13, weight};
}

function sidesOf(context: Context, item: Item, text: string, cost: number): PlacedLabel[] {
  const {event, xPx, mark, shape} = item;
  const isSelected = event.id === context.selectedId;
  const type = typeOf(context, event);
  const hasSign = event.isDisputed && context.depth !== 0;
  const widthPx = context.measureText(text, type.sizePx, type.weight) + (hasSign ? SIGN_PX : 0);
  const padPx = isSelected ? SELECTED_PADDING_PX : 0;
  const make = (side: LabelSide, fromPx: number, offsetPx: number, extra: number): PlacedLabel => ({
    label: {text, side, widthPx, ...type, hasSign, offsetPx},
    bounds: {fromPx: fromPx - padPx, toPx: fromPx + widthPx + padPx},
    cost: cost + extra,
  });
  if (shape === 'clip') {
    const outsidePx = CLIP_INSET_PX + padPx;
    const sides = [
      make('right', mark.toPx + outsidePx, outsidePx, COST.clipRight),
      make('left', mark.fromPx - outsidePx - widthPx, outsidePx, COST.clipLeft),
    ];
    const insidePx = CLIP_INSET_PX + padPx;
    const fits = mark.toPx - mark.fromPx >= widthPx + 2 * insidePx;
    return fits ? [make('inside', mark.fromPx + insidePx, insidePx, COST.clipInside), ...sides] : sides;
  }
  const nearPx = isSelected ? SELECTED_OFFSET_PX : LABEL_OFFSET_PX;
  const rightPx = Math.max(nearPx, mark.toPx - xPx + (shape === 'uncertain' ? SPAN_LABEL_GAP_PX + padPx : 0));
  const leftPx = Math.max(nearPx, xPx - mark.fromPx + (shape === 'uncertain' ? SPAN_LABEL_GAP_PX + padPx : 0));
  const sides = [
    make('right', xPx + (rightPx > mark.toPx - xPx ? rightPx : nearPx), rightPx, 0),
    make('left', xPx - leftPx - widthPx, leftPx, COST.left),
  ];
  // On a long span the words may stand on the dots themselves, right behind the marker.
  if (mark.toPx - xPx > nearPx + widthPx + 2 * SPAN_LABEL_GAP_PX) {
    sides.push(make('inside', xPx + nearPx, nearPx, COST.onSpan));
  }
  return sides;
}

/** The last resort of an event that must be named: as many of its words as some side has room for. */
function cutToRoom(context: Context, item: Item, text: string): PlacedLabel {
  const letters = Array.from(text);
  const fitting = (words: string) =>
    sidesOf(context, item, words, 2 * COST.shorter).filter(({bounds}) => bounds.fromPx >= 0 && bounds.toPx <= context.totalPx);
  for (let length = letters.length - 1; length > 0; length--) {
    const [found] = fitting(`${letters.slice(0, length).join('').trimEnd()}…`);
    if (found) return found;
  }
  return fitting('')[0] ?? sidesOf(context, item, '', 2 * COST.shorter)[0]!;
}

/** Marks without words: a row if one is free, else a counted cluster nearby; what fits nowhere is left. */
function placeUnlabelled(
  context: Context,
  lane: number,
  rows: number,
  rest: readonly Item[],
  placed: Candidate<Choice>[],
  marks: ArrangedMark[],
): {clusters: ArrangedGroup[]; left: Item[]} {
  const {withinPx, awayPx, mergePx} = context.depth === 0 ? GROUPING_OF_WHOLE : GROUPING;
  const gaps = {labelPx: context.labelGapPx};
  const alone = (item: Item): boolean => {
    const halfPx = SMALL_MARK_HALF_PX;
    const isGlyph = item.shape === 'exact';
    const mark = isGlyph ? {fromPx: item.xPx - halfPx, toPx: item.xPx + halfPx} : item.mark;
    for (let row = 0; row < rows; row++) {
      const candidate: Candidate<Choice> = {row, mark, shape: item.shape, label: null, cost: 0, choice: null};
      if (placed.some((other) => clash(candidate, other, gaps))) continue;
      placed.push(candidate);
      marks.push(arrangedMark(item, lane, candidate, item.shape !== 'clip'));
      return true;
    }
    return false;
  };

  const groupsFirst = context.depth === 0;
  const loose = groupsFirst ? [...rest] : rest.filter((item) => !alone(item));
  const left: Item[] = [];
  const groups: Item[][] = [];
  for (const item of loose) {
    const group = groups.at(-1);
    if (group && item.xPx - group[0]!.xPx <= withinPx) group.push(item);
    else groups.push([item]);
  }
  if (groupsFirst) {
    for (let i = 0; i + 1 < groups.length; ) {
      const near = middlePx(groups[i + 1]!) - middlePx(groups[i]!) < mergePx;
      if (near && groups[i]!.length > 1 && groups[i + 1]!.length > 1) groups.splice(i, 2, [...groups[i]!, ...groups[i + 1]!]);
      else i++;
    }
  }
  const clusters: ArrangedGroup[] = [];
  for (const group of groups) {
    if (group.length === 1) {
      if (!groupsFirst || !alone(group[0]!)) left.push(group[0]!);
      continue;
    }
    const candidate = clusterCandidate(context, rows, middlePx(group), awayPx, placed);
    if (!candidate) {
      left.push(...group.filter((item) => !groupsFirst || !alone(item)));
      continue;
    }
    placed.push(candidate);
    clusters.push({
      lane,
      row: candidate.row,
      atMs: context.timeline.extent.fromMs + ((candidate.mark.fromPx + CLUSTER_WIDTH_PX / 2) / context.pxPerDay) * DAY_MS,
      members: group.map(({event}) => event.id),
    });
  }
  return {clusters, left};
}

function middlePx(group: readonly Item[]): number {
  return (group[0]!.xPx + group.at(-1)!.xPx) / 2;
}

/** The free place for a cluster's box that is nearest to where its members are. */
function clusterCandidate(
  {totalPx, labelGapPx}: Context,
  rows: number,
  xPx: number,
  awayPx: number,
  placed: readonly Candidate<Choice>[],
): Candidate<Choice> | null {
  for (let offsetPx = 0; offsetPx <= awayPx; offsetPx += 4) {
    for (const sign of offsetPx === 0 ? [1] : [1, -1]) {
      const middle = xPx + sign * offsetPx;
      const mark = {fromPx: middle - CLUSTER_WIDTH_PX / 2, toPx: middle + CLUSTER_WIDTH_PX / 2};
      if (mark.fromPx < 0 || mark.toPx > totalPx) continue;
      for (let row = rows - 1; row >= 0; row--) {
        const candidate: Candidate<Choice> = {row, mark, shape: 'exact', label: null, cost: 0, choice: null};
        if (!placed.some((other) => isNear(mark, other.mark, 6) && other.row === row || clash(candidate, other, {labelPx: Math.min(labelGapPx, 10)}))) {
          return candidate;
        }
      }
    }
  }
  return null;
}

/** What found no row stands small on the lane's foot rule, moved a little apart; what cannot move is counted together. */
function feetOf({timeline, pxPerDay, totalPx, size, depth}: Context, lane: number, left: readonly Item[]): ArrangedGroup[] {
  const isRug = size.isCompact && depth === 0;
  const gapPx = isRug ? 2 : FOOT_GAP_PX;
  // At either end of the story a sign stands whole inside it.
  const [firstPx, lastPx] = [FOOT_GAP_PX / 2, totalPx - FOOT_GAP_PX / 2];
  const feet: {xPx: number; members: string[]}[] = [];
  for (const {event, xPx} of [...left].sort((a, b) => a.xPx - b.xPx || compareText(a.event.id, b.event.id))) {
    const last = feet.at(-1);
    const wantedPx = Math.max(Math.min(xPx, lastPx), firstPx);
    const freePx = last ? Math.max(wantedPx, last.xPx + gapPx) : wantedPx;
    if (last && (freePx - wantedPx > (isRug ? 0 : FOOT_MAX_SHIFT_PX) || freePx > lastPx)) last.members.push(event.id);
    else feet.push({xPx: freePx, members: [event.id]});
  }
  return feet.map(({xPx, members}) => ({
    lane,
    row: null,
    atMs: timeline.extent.fromMs + (xPx / pxPerDay) * DAY_MS,
    members,
  }));
}

/** Start of the day an arranged mark stands in; for brackets at Hours. */
export function dayOfMark(mark: ArrangedMark): number {
  return dayStartMs(mark.anchorMs);
}
