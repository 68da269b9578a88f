/** What a lane asks for in a window: the ways to draw each of its events with words, and what it costs to leave one without. */
import type {IndexedEvent} from '../model/event-index.ts';
import {groupBy} from '../model/group-by.ts';
import {barsOfDay} from './day-bars.ts';
import type {Bar, Wording} from './day-bars.ts';
import type {Drawn, Window} from './drawn.ts';
import {tableOf} from './rows.ts';
import type {Gaps, Table, Wish} from './rows.ts';
import {xPxOf} from './scale.ts';
import {hasDayBars, waysWithWords} from './ways.ts';

/** What it costs to leave an event without words; a turning point outweighs six events of the second rank. */
export const DROP_COST = {selected: 1e7, turningPoint: 200, matching: 150, 1: 120, 2: 30, 3: 20} as const;
const ROW_COST = 0.06;
const LANDMARK_ROW_COST = 0.12;
/** More wishes than this in a lane cannot all be met; the rest goes to the rug. */
const MAX_WISHES = 40;
/** A lane with this many events in the window has full rows long before, so fewer of them ask. */
const CROWD = 120;
const MAX_WISHES_OF_CROWD = 24;

const GAPS: Gaps = {bodyPx: 12, boxPx: 4, footPx: 8};
/** Where days are narrow, words lie a little closer. */
const DENSE_GAPS: Gaps = {bodyPx: 10, boxPx: 4, footPx: 8};
const COMPACT_GAPS: Gaps = {bodyPx: 8, boxPx: 4, footPx: 8};
const DENSE_BELOW_PX = 72;

/** What one lane asks for in the window. */
export interface LaneWishes {
  /** The events that ask for words. */
  readonly asking: readonly IndexedEvent[];
  /** What they ask for, in one or more wordings. */
  readonly tables: readonly LaneTable[];
  /** Those too many to ask. */
  readonly rest: readonly IndexedEvent[];
}

export type LaneTable = Table<readonly Drawn[], LaneWish>;

export interface LaneWish extends Wish<readonly Drawn[]> {
  readonly entries: readonly IndexedEvent[];
  /** The day, if the wish is for a bar. */
  readonly barDayMs: number | null;
  readonly rank: number;
}

/** One or two sets of wishes: where days are bars, their names may be long or short. */
export function laneWishes(window: Window, entries: readonly IndexedEvent[], matching: ReadonlySet<string> | null): LaneWishes {
  const asking = mostImportant(window, entries);
  const isAsking = new Set(asking);
  const rest = entries.filter((entry) => !isAsking.has(entry));
  const rowCostOf = ({event}: IndexedEvent) => (event.importance === 1 ? LANDMARK_ROW_COST : ROW_COST);
  const dropCostOf = ({event}: IndexedEvent): number => {
    if (event.id === window.selectedId) return DROP_COST.selected;
    if (event.isTurningPoint) return DROP_COST.turningPoint;
    return Math.max(DROP_COST[event.importance], matching ? DROP_COST.matching : 0);
  };
  const isInBar = ({event}: IndexedEvent) => hasDayBars(window) && event.span.kind === 'day';
  const alone = asking
    .filter((entry) => !isInBar(entry))
    .map((entry): LaneWish => ({
      entries: [entry],
      ways: waysWithWords(window, entry).map((way) => ({...way, drawn: [way.drawn]})),
      dropCost: dropCostOf(entry),
      rowCost: rowCostOf(entry),
      barDayMs: null,
      rank: entry.rank,
    }));
  const table = (wishes: LaneWish[]) => tableOf<readonly Drawn[], LaneWish>(wishes.sort(byRank), gapsOf(window));
  const days = [...groupBy(asking.filter(isInBar), ({fromMs}) => fromMs).values()];
  if (days.length === 0) return {asking, tables: [table(alone)], rest};
  const barWish = ({entries: members, way, dayMs}: Bar): LaneWish => ({
    entries: members,
    ways: [way],
    dropCost: members.reduce((sum, entry) => sum + dropCostOf(entry), 0),
    rowCost: Math.max(...members.map(rowCostOf)),
    barDayMs: dayMs,
    rank: Math.min(...members.map(({rank}) => rank)),
  });
  const withBars = (wording: Wording) => [...alone, ...days.flatMap((day) => barsOfDay(window, day.sort(byOrder), wording).map(barWish))];
  return {asking, tables: (['first', 'mixed', 'other', 'beside'] as const).map((wording) => table(withBars(wording))), rest};
}

function byRank(a: LaneWish, b: LaneWish): number {
  return a.rank - b.rank;
}

/** The order in which events of one day are named. */
function byOrder(a: IndexedEvent, b: IndexedEvent): number {
  return (a.event.order ?? 0.5) - (b.event.order ?? 0.5) || a.rank - b.rank;
}

/** All of some entries, or where they are too many the most important of each part of the window. */
function mostImportant({view, size, selectedId}: Window, entries: readonly IndexedEvent[]): readonly IndexedEvent[] {
  const most = entries.length > CROWD ? MAX_WISHES_OF_CROWD : MAX_WISHES;
  if (entries.length <= most) return entries;
  const best = new Map<number, IndexedEvent>();
  for (const entry of entries) {
    const middleMs = (Math.max(entry.fromMs, view.fromMs) + Math.min(entry.toMs, view.toMs)) / 2;
    const part = Math.floor((xPxOf(middleMs, view, size.widthPx) / size.widthPx) * most);
    const rival = best.get(part);
    const isBetter = !rival || entry.event.id === selectedId || (rival.event.id !== selectedId && entry.rank < rival.rank);
    if (isBetter) best.set(part, entry);
  }
  return [...best.values()];
}

export function gapsOf({size, pxPerDay: scale}: Pick<Window, 'size' | 'pxPerDay'>): Gaps {
  if (size.isCompact) return COMPACT_GAPS;
  return scale < DENSE_BELOW_PX ? DENSE_GAPS : GAPS;
}
