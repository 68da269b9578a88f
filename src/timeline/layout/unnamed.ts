/** Where the events of a lane go that have no room for words: small marks, counts, or the rug. */
import type {IndexedEvent} from '../model/event-index.ts';
import {isUncertain} from '../model/span.ts';
import type {ArrangedCount, ArrangedMark, CountDoubt} from './arrangement.ts';
import {SIGN_PX} from './drawn.ts';
import type {Window} from './drawn.ts';
import {measureByTable} from './letter-widths.ts';
import {clash} from './rows.ts';
import type {Footprint, Gaps, Interval} from './rows.ts';
import {msAtX, xPxOf} from './scale.ts';
import {waysWithoutWords} from './ways.ts';
import {DROP_COST} from './wishes.ts';
const GROUP_WITHIN_PX = 100;
const COUNT_AWAY_PX = 68;
const WIDE_COUNT_AWAY_PX = 110;
/** From this scale on a count stays nearer to its days. */
const WIDE_COUNTS_BELOW_PX = 43;
const COUNT_STEP_PX = 4;
/** How many others may join a count to make room for it. */
const MAX_JOINED = 3;
const COUNT_GAP_PX = 6;
export const COUNT_WIDTH_PX = 26;
const COUNT_DOUBT_PX = 11;
const COUNT_PADDING_PX = 9;
const COUNT_SIZE_PX = 11.5;
const SMALL_GAPS: Gaps = {bodyPx: COUNT_GAP_PX, boxPx: 4, footPx: 8};

/** What lies on a row, and its event or events. */
export interface OnRow extends Footprint {
  readonly row: number;
  readonly entries: readonly IndexedEvent[];
  /** What it would cost to leave it without words; 0 for a mark that has none. */
  readonly dropCost: number;
  readonly mark: readonly ArrangedMark[];
  readonly barDayMs: number | null;
}

/**
 * Without words, in its own lane: a small mark in its own days; else a count with its neighbours. Where a count finds
 * no room, small marks near it join it, then the least important words; the rug has what is left.
 */
export function placeUnnamed(
  window: Window,
  lane: number,
  rows: number,
  unnamed: readonly IndexedEvent[],
  named: readonly OnRow[],
): {taken: OnRow[]; counts: ArrangedCount[]; rug: IndexedEvent[]} {
  let taken = [...named];
  const counts: ArrangedCount[] = [];
  const rug: IndexedEvent[] = [];
  const isFree = (footprint: Footprint, row: number) => taken.every((other) => other.row !== row || !clash(footprint, other, SMALL_GAPS));
  const byTime = (a: IndexedEvent, b: IndexedEvent) => middleMs(a, window) - middleMs(b, window) || a.rank - b.rank;
  const single = (entry: IndexedEvent): boolean => {
    for (const {body, isBox, foot, isDotted, drawn} of waysWithoutWords(window, entry)) {
      for (let row = 0; row < rows; row++) {
        const footprint = {body, isBox, foot, isDotted: isDotted ?? false};
        if (!isFree(footprint, row)) continue;
        taken.push({...footprint, row, entries: [entry], dropCost: 0, mark: [{id: entry.event.id, lane, row, ...drawn}], barDayMs: null});
        return true;
      }
    }
    return false;
  };
  const left = [...unnamed].sort(byTime).filter((entry) => !single(entry));
  for (const group of groupsOf(window, left)) {
    let members = group;
    let found = members.length > 1 ? countPlace(window, rows, members, isFree) : null;
    for (let tries = 0; !found && group.length > 1 && tries < MAX_JOINED; tries++) {
      const joining = nearestToJoin(window, members, taken, group.length > 2);
      if (!joining) break;
      taken = taken.filter((other) => other !== joining);
      members = [...members, ...joining.entries].sort(byTime);
      found = countPlace(window, rows, members, isFree);
    }
    if (!found) {
      rug.push(...members);
      continue;
    }
    const {body, row} = found;
    taken.push({...found, entries: [], dropCost: Infinity, mark: [], barDayMs: null});
    counts.push({
      lane,
      row,
      atMs: msAtX((body.fromPx + body.toPx) / 2, window.view, window.size.widthPx),
      widthPx: body.toPx - body.fromPx,
      members: members.map(({event}) => event.id),
      ...doubtOf(members),
    });
  }
  return {taken, counts, rug};
}

/** What gives way to a count: the least important near it, small marks first; never what a reader has chosen, nor a turning point. */
function nearestToJoin(window: Window, members: readonly IndexedEvent[], taken: readonly OnRow[], mayTakeWords: boolean): OnRow | null {
  const middlePx = (xOf(members[0]!, window) + xOf(members.at(-1)!, window)) / 2;
  const awayPx = ({entries}: OnRow) => Math.abs(xOf(entries[0]!, window) - middlePx);
  const near = taken.filter(
    (other) => other.dropCost <= (mayTakeWords ? DROP_COST[2] : 0) && other.entries.length > 0 && awayPx(other) <= GROUP_WITHIN_PX,
  );
  return near.length === 0
    ? null
    : near.reduce((best, other) =>
        other.dropCost < best.dropCost || (other.dropCost === best.dropCost && awayPx(other) < awayPx(best)) ? other : best,
      );
}

function xOf(entry: IndexedEvent, window: Window): number {
  return xPxOf(middleMs(entry, window), window.view, window.size.widthPx);
}

function middleMs({fromMs, toMs}: IndexedEvent, {view}: Window): number {
  return (Math.max(fromMs, view.fromMs) + Math.min(toMs, view.toMs)) / 2;
}

/** Neighbours in time that one count can represent: of one day, or near each other on screen. */
function groupsOf(window: Window, entries: readonly IndexedEvent[]): IndexedEvent[][] {
  const groups: IndexedEvent[][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    if (group && (xOf(entry, window) - xOf(group[0]!, window) <= GROUP_WITHIN_PX || entry.fromMs === group[0]!.fromMs)) group.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function doubtOf(group: readonly IndexedEvent[]): Pick<ArrangedCount, 'doubt' | 'isAllUncertain' | 'isAllStretch'> {
  const uncertain = group.filter(({event: {span}}) => isUncertain(span)).length;
  return {
    doubt: uncertain > 0 ? 'uncertain' : group.some(({event}) => event.isDisputed) ? 'disputed' : null,
    isAllUncertain: uncertain === group.length,
    isAllStretch: group.every(({event: {span}}) => span.kind === 'stretch'),
  };
}

/** The free place for a count that is nearest to the middle of its members. */
function countPlace(
  window: Window,
  rows: number,
  group: readonly IndexedEvent[],
  isFree: (footprint: Footprint, row: number) => boolean,
): {readonly row: number; readonly body: Interval; readonly isBox: false; readonly foot: null} | null {
  const {
    view,
    size: {widthPx},
    pxPerDay: scale,
  } = window;
  const x = (ms: number) => xPxOf(ms, view, widthPx);
  const middlePx = (x(middleMs(group[0]!, window)) + x(middleMs(group.at(-1)!, window))) / 2;
  const halfPx = countWidthPx(group.length, doubtOf(group).doubt) / 2;
  const farthestPx = scale < WIDE_COUNTS_BELOW_PX ? WIDE_COUNT_AWAY_PX : COUNT_AWAY_PX;
  for (let awayPx = 0; awayPx <= farthestPx; awayPx += COUNT_STEP_PX) {
    for (const sign of awayPx === 0 ? [1] : [1, -1]) {
      const atPx = middlePx + sign * awayPx;
      const body = {fromPx: atPx - halfPx, toPx: atPx + halfPx};
      if (body.fromPx < 0 || body.toPx > widthPx) continue;
      for (let row = rows - 1; row >= 0; row--) {
        const footprint = {row, body, isBox: false, foot: null} as const;
        if (isFree(footprint, row)) return footprint;
      }
    }
  }
  return null;
}

export function countWidthPx(count: number, doubt: CountDoubt): number {
  const wordsPx = measureByTable(`+${count}`, COUNT_SIZE_PX, 600);
  return Math.max(COUNT_WIDTH_PX, wordsPx + COUNT_PADDING_PX) + (doubt === null ? 0 : doubt === 'uncertain' ? COUNT_DOUBT_PX : SIGN_PX - 1);
}
