/**
 * Arranges the events that touch a window for that window: rows for the lanes that have events in it, a place and
 * words for every event that there is room for, a small mark or a count for the rest; design.md 5.
 *
 * Depends on the window and the reader's choices alone, never on an earlier picture, so the same window at the same
 * size always looks the same.
 */
import {entriesTouching, indexOf} from '../model/event-index.ts';
import type {IndexedEvent} from '../model/event-index.ts';
import {memoizeLast} from '../model/memoize.ts';
import {isUncertain} from '../model/span.ts';
import {eventsById} from '../model/timeline.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import {barsOfDay} from './day-bars.ts';
import type {Bar, Wording} from './day-bars.ts';
import {measureByTable} from './letter-widths.ts';
import type {MeasureText} from './letter-widths.ts';
import {outsideOf} from './outside.ts';
import type {Outside} from './outside.ts';
import {clash, dealRows, fillAround, fillRows, lyingIn, QUICK, tableOf, THOROUGH} from './rows.ts';
import type {Effort, Filled, Footprint, Gaps, Interval, Lying, Table, Wish} from './rows.ts';
import {depthOf, msAtX, pxPerDay, xPxOf} from './scale.ts';
import {plainPlan, rowsOfMeasures, shownMeasures, totalRows} from './size.ts';
import type {RowPlan, StageSize} from './size.ts';
import {hasDayBars, reachMs, SIGN_PX, waysWithoutWords, waysWithWords} from './ways.ts';
import type {Drawn, Window} from './ways.ts';

export type {ArrangedLabel, Form, LabelSide} from './ways.ts';

export interface ArrangedMark extends Drawn {
  readonly id: string;
  readonly lane: number;
  readonly row: number;
}

/** A bar for a whole day; its names are marks of the form `bar`. */
export interface ArrangedBar {
  readonly lane: number;
  readonly row: number;
  readonly dayMs: number;
  readonly members: readonly string[];
}

/** Several events behind one counted box. */
export interface ArrangedCount {
  readonly lane: number;
  readonly row: number;
  /** Its middle. */
  readonly atMs: number;
  readonly widthPx: number;
  /** In time order. */
  readonly members: readonly string[];
  /** The doubt it shows: that of a member, hollow before disputed. */
  readonly doubt: CountDoubt;
  /** Whether every member is of an uncertain day, or lasts. */
  readonly isAllUncertain: boolean;
  readonly isAllStretch: boolean;
}

export type CountDoubt = 'uncertain' | 'disputed' | null;

export interface Arrangement extends Outside {
  /** The window that was arranged. */
  readonly view: View;
  readonly pxPerDay: number;
  /** How far down its levels the story is seen: 0 is the whole of it. */
  readonly depth: number;
  readonly plan: RowPlan;
  /** By lane, row and time. */
  readonly marks: readonly ArrangedMark[];
  readonly bars: readonly ArrangedBar[];
  readonly counts: readonly ArrangedCount[];
  /** For each lane the events on its rug: what neither words nor marks can tell apart. */
  readonly rugs: readonly (readonly TimelineEvent[])[];
  /** For each lane the events in the window that a search or filter passes over. */
  readonly ghosts: readonly (readonly TimelineEvent[])[];
  /** What a search or filter lets through; null for all. */
  readonly matching: ReadonlySet<string> | null;
}

export interface ArrangeOptions {
  /** This event carries a label whatever else must give way. */
  readonly selectedId?: string | null;
  /** Events a search or filter lets through; null for all. Those always want words. */
  readonly matching?: ReadonlySet<string> | null;
  /** The one lane a reader has chosen: it gets all rows, the others fall to a rug line. */
  readonly aloneLane?: number | null;
  readonly measureText?: MeasureText;
}

/** What it costs to leave an event without words; a turning point outweighs six events of the second rank. */
const DROP_COST = {selected: 1e7, turningPoint: 200, matching: 150, 1: 120, 2: 30, 3: 20} as const;
const ROW_COST = 0.06;
const LANDMARK_ROW_COST = 0.12;
/** More wishes than this in a lane cannot all be met; the rest goes to the rug. */
const MAX_WISHES = 40;
/** A lane with so many events in the window has its rows full long before, so fewer of them ask. */
const CROWD = 120;
const MAX_WISHES_OF_CROWD = 24;
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

const GAPS: Gaps = {bodyPx: 12, boxPx: 4, footPx: 8};
/** Where days are narrow, words lie a little closer. */
const DENSE_GAPS: Gaps = {bodyPx: 10, boxPx: 4, footPx: 8};
const COMPACT_GAPS: Gaps = {bodyPx: 8, boxPx: 4, footPx: 8};
const DENSE_BELOW_PX = 72;
/** How often rows are dealt anew after a closer look. */
const MAX_DEALS = 4;
const SMALL_GAPS: Gaps = {bodyPx: COUNT_GAP_PX, boxPx: 4, footPx: 8};

export function arrangeEvents(
  timeline: Timeline,
  view: View,
  size: StageSize,
  {selectedId = null, matching = null, aloneLane = null, measureText = measureByTable}: ArrangeOptions = {},
): Arrangement {
  const {plan, lanes, ghosts, window, outside} = plannedWindow(timeline, view, size, matching, aloneLane, measureText);
  const selected = selectedId === null ? undefined : eventsById(timeline).get(selectedId);
  const arranged = lanes.map(({isRug, fill, arrange}, i) =>
    selected?.lane === i && !isRug
      ? laneWithSelected(timeline, {...window, selectedId: selected.id}, i, plan.lanes[i]!, matching, fill())
      : arrange(),
  );
  return {
    view,
    pxPerDay: window.pxPerDay,
    depth: window.depth,
    plan,
    marks: arranged.flatMap(({marks}) => marks),
    bars: arranged.flatMap(({bars}) => bars),
    counts: arranged.flatMap(({counts}) => counts),
    rugs: arranged.map(({rug}) => rug.map(({event}) => event)),
    ghosts: selectedId === null ? ghosts : ghosts.map((lane) => lane.filter(({id}) => id !== selectedId)),
    matching,
    ...outside,
  };
}

/** The one lane that a search or filter has chosen, if what it lets through is just the events of that lane. */
export const laneAlone = memoizeLast((timeline: Timeline, matching: ReadonlySet<string> | null): number | null => {
  if (!matching) return null;
  const lane = timeline.events.find(({id}) => matching.has(id))?.lane;
  if (lane === undefined) return null;
  return timeline.events.every((event) => matching.has(event.id) === (event.lane === lane)) ? lane : null;
});

/** An arrangement of marks whose places are known already, as on paper: rows as the story asks for them, nothing counted. */
export function arrangedByHand(timeline: Timeline, view: View, size: StageSize, marks: readonly ArrangedMark[]): Arrangement {
  const scale = pxPerDay(view, size.widthPx);
  const none = timeline.lanes.map(() => []);
  return {
    view,
    pxPerDay: scale,
    depth: depthOf(scale, timeline.extent, size.isCompact),
    plan: plainPlan(timeline, size),
    marks,
    bars: [],
    counts: [],
    rugs: none,
    ghosts: none,
    matching: null,
    ...outsideOf(timeline, view, size, null),
  };
}

interface PlannedWindow {
  readonly window: Window;
  readonly plan: RowPlan;
  readonly lanes: readonly PlannedLane[];
  readonly ghosts: readonly (readonly TimelineEvent[])[];
  readonly outside: Outside;
}

/** A lane in which nothing is selected, filled and arranged when that is first asked for. */
interface PlannedLane {
  /** Whether it has fallen to a rug line. */
  readonly isRug: boolean;
  readonly fill: () => LaneFill;
  readonly arrange: () => ArrangedLane;
}

/**
 * What a selection does not change: rows, and the lanes it is not in. Memoized, since readers select one event after
 * the other in one window.
 */
const plannedWindow = memoizeLast(
  (
    timeline: Timeline,
    view: View,
    size: StageSize,
    matching: ReadonlySet<string> | null,
    aloneLane: number | null,
    measureText: MeasureText,
  ): PlannedWindow => {
    const scale = pxPerDay(view, size.widthPx);
    const window: Window = {
      view,
      size,
      pxPerDay: scale,
      depth: depthOf(scale, timeline.extent, size.isCompact),
      selectedId: null,
      measureText,
    };
    const touching = indexOf(timeline).lanes.map((lane) =>
      entriesTouching(lane, view.fromMs, view.toMs, (entry) => reachMs(entry, window)),
    );
    const isWanted = ({event: {id}}: IndexedEvent) => matching?.has(id) ?? true;
    const wanted = touching.map((entries) => entries.filter(isWanted));
    const wishes = wanted.map((entries) => laneWishes(window, entries, matching));
    const plan = planRows(
      timeline,
      window,
      wishes,
      wanted.map(({length}) => length),
      aloneLane,
    );
    return {
      window,
      plan,
      lanes: wishes.map((lane, i): PlannedLane => {
        const rows = plan.lanes[i]!;
        let best: LaneFill | null = null;
        let arranged: ArrangedLane | null = null;
        const fill = () => (best ??= bestFill(lane.tables, rows, THOROUGH));
        const arrange = () =>
          rows === 0 ? {marks: [], bars: [], counts: [], rug: [...touching[i]!]} : arrangeLane(window, i, lane, rows, fill());
        return {isRug: rows === 0, fill, arrange: () => (arranged ??= arrange())};
      }),
      outside: outsideOf(timeline, view, size, matching),
      ghosts: touching.map((entries) =>
        matching && aloneLane === null ? entries.filter((entry) => !isWanted(entry)).map(({event}) => event) : [],
      ),
    };
  },
);

/** The lane of the selected event, which is named whatever else must give way; the others stay where they lie if they can. */
function laneWithSelected(
  timeline: Timeline,
  window: SelectedWindow,
  lane: number,
  rows: number,
  matching: ReadonlySet<string> | null,
  before: LaneFill,
): ArrangedLane {
  const {view, selectedId} = window;
  const entries = entriesTouching(indexOf(timeline).lanes[lane]!, view.fromMs, view.toMs, (entry) => reachMs(entry, window));
  const wanted = entries.filter(({event: {id}}) => !matching || matching.has(id) || id === selectedId);
  const wishes = laneWishes(window, wanted, matching);
  // With the wordings that the lane has without a selection.
  const table = wishes.tables[before.wording] ?? wishes.tables[0]!;
  const first = table.wishes.findIndex(({entries: members}) => members.some(({event: {id}}) => id === selectedId));
  const lying = lyingAsBefore(table, before);
  return arrangeLane(
    window,
    lane,
    wishes,
    rows,
    first < 0 ? bestFill(wishes.tables, rows, THOROUGH) : {table, fill: fillAround(table, rows, lying, first), wording: before.wording},
  );
}

/** For each wish of a table the place that the same wish has in another, where it has the same ways there. */
function lyingAsBefore(table: LaneTable, {table: earlier, fill}: LaneFill): Lying[] {
  const nameOf = ({entries}: LaneWish) => entries.map(({event: {id}}) => id).join();
  const places = lyingIn(earlier, fill);
  const before = new Map(
    earlier.wishes.map((wish, i) => [nameOf(wish), {lying: places[i]!, ways: earlier.starts[i + 1]! - earlier.starts[i]!}]),
  );
  return table.wishes.map((wish, i) => {
    const known = before.get(nameOf(wish));
    return known && known.ways === table.starts[i + 1]! - table.starts[i]! ? known.lying : null;
  });
}

// Wishes

/** What one lane asks for in the window. */
interface LaneWishes {
  /** The events that ask for words. */
  readonly asking: readonly IndexedEvent[];
  /** What they ask for, in one or more wordings. */
  readonly tables: readonly LaneTable[];
  /** Those too many to ask. */
  readonly rest: readonly IndexedEvent[];
}

type LaneTable = Table<readonly Drawn[], LaneWish>;
/** A window in which an event is selected. */
type SelectedWindow = Window & {readonly selectedId: string};

interface LaneWish extends Wish<readonly Drawn[]> {
  readonly entries: readonly IndexedEvent[];
  /** The day, where the wish is for a bar. */
  readonly barDayMs: number | null;
  readonly rank: number;
}

/** One or two sets of wishes: where days are bars, their names may be long or short. */
function laneWishes(window: Window, entries: readonly IndexedEvent[], matching: ReadonlySet<string> | null): LaneWishes {
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
  const days = [...Map.groupBy(asking.filter(isInBar), ({fromMs}) => fromMs).values()];
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

// Rows

/** Deals the rows to lanes; measures without a figure yet lend theirs where words would be left out. */
function planRows(
  timeline: Timeline,
  window: Window,
  lanes: readonly LaneWishes[],
  events: readonly number[],
  aloneLane: number | null,
): RowPlan {
  const {size} = window;
  const measures = shownMeasures(timeline, size);
  const isFixed = 'fixed' in size.rows;
  const most = totalRows(timeline, size);
  const quiet = measures.filter(({steps}) => !steps.some(({knownMs}) => knownMs < window.view.toMs));
  const lent = isFixed ? rowsOfMeasures(measures, size) : Math.max(quiet.length - 1, 0);
  const withMeasures = {measures, quietMeasures: []};
  const lentMeasures = isFixed
    ? {measures: [], quietMeasures: []}
    : {measures: measures.filter((measure) => !quiet.includes(measure)), quietMeasures: quiet};
  // A phone's rows are all there are; a measure stays where two of them are spare, once each lane has its own.
  const least = isFixed ? most - lent : most;
  const greatest = isFixed ? most : most + lent;
  if (aloneLane !== null) return {lanes: aloneRows(timeline, size, aloneLane, least), ...withMeasures};

  const deal = dealing(lanes, events);
  if (least >= lanes.length) {
    const dealt = deal(least);
    if (greatest <= least || dealt.isAllNamed) return {lanes: dealt.rows, ...withMeasures};
  }
  return {lanes: deal(greatest).rows, ...lentMeasures};
}

/**
 * Deals some rows to lanes by what each would leave without words: first by a quick look at each number of rows, then
 * by a thorough one at those that were dealt and their neighbours, until the deal holds.
 */
function dealing(
  lanes: readonly LaneWishes[],
  events: readonly number[],
): (rows: number) => {readonly rows: number[]; readonly isAllNamed: boolean} {
  const looks = lanes.map(({tables}) => laneLooks(tables));
  return (total) => {
    const most = Math.max(total - lanes.length + 1, 1);
    let rows: number[] = [];
    for (let round = 0; round < MAX_DEALS; round++) {
      const dealt = dealRows(
        looks.map((look) => look.costs(most)),
        total,
        events,
      );
      if (dealt.every((count, lane) => count === rows[lane])) break;
      rows = dealt;
      for (const [lane, count] of rows.entries())
        for (const near of [count, count - 1, count + 1]) if (near >= 1 && near <= most) looks[lane]!.lookClosely(near);
    }
    return {rows, isAllNamed: rows.every((count, lane) => looks[lane]!.isAllNamed(count))};
  };
}

interface LaneLooks {
  /** Costs with 1, 2, … rows; the last holds for any more. */
  readonly costs: (most: number) => number[];
  readonly lookClosely: (rows: number) => void;
  readonly isAllNamed: (rows: number) => boolean;
}

function laneLooks(tables: LaneWishes['tables']): LaneLooks {
  const quick: LaneFill[] = [];
  const thorough = new Map<number, LaneFill>();
  /** Whether all have words but those too wide for the plot, which no row would help. */
  const isFull = ({table, fill}: LaneFill) =>
    table.wishes.every((_, i) => fill.placed[i] !== null || table.starts[i] === table.starts[i + 1]);
  const at = (rows: number) => thorough.get(rows) ?? quick[rows - 1]!;
  return {
    costs(most) {
      const costs: number[] = [];
      for (let rows = 1; rows <= most; rows++) {
        quick[rows - 1] ??= bestFill(tables, rows, QUICK);
        costs.push(Math.min(at(rows).fill.cost, costs.at(-1) ?? Infinity));
        // Once everything in a lane has its words, more rows are dealt by need, not by what they save.
        if (isFull(at(rows))) break;
      }
      return costs;
    },
    lookClosely(rows) {
      const known = quick[rows - 1];
      if (thorough.has(rows) || !known || isFull(known)) return;
      const closer = bestFill(tables, rows, THOROUGH);
      thorough.set(rows, closer.fill.cost < known.fill.cost ? closer : known);
    },
    isAllNamed: (rows) =>
      quick.some((fill, i) => i < rows && isFull(fill)) || [...thorough].some(([count, fill]) => count <= rows && isFull(fill)),
  };
}

/** All rows to one lane: what the others leave when each has fallen to a rug line. */
function aloneRows({lanes}: Timeline, {rowPx, rugLanePx}: StageSize, aloneLane: number, rows: number): number[] {
  const heightPx = rows * rowPx - (lanes.length - 1) * rugLanePx;
  return lanes.map((_, lane) => (lane === aloneLane ? Math.max(Math.floor(heightPx / rowPx), 1) : 0));
}

export function gapsOf({size, pxPerDay: scale}: Pick<Window, 'size' | 'pxPerDay'>): Gaps {
  if (size.isCompact) return COMPACT_GAPS;
  return scale < DENSE_BELOW_PX ? DENSE_GAPS : GAPS;
}

interface LaneFill {
  readonly table: LaneTable;
  readonly fill: Filled<readonly Drawn[]>;
  /** Place of the table among the lane's. */
  readonly wording: number;
}

/** The cheapest of a lane's tables on some rows. */
function bestFill(tables: LaneWishes['tables'], rows: number, effort: Effort): LaneFill {
  return tables
    .map((table, wording): LaneFill => ({table, fill: fillRows(table, rows, effort), wording}))
    .reduce((best, other) => (other.fill.cost < best.fill.cost ? other : best));
}

// One lane

interface ArrangedLane {
  readonly marks: ArrangedMark[];
  readonly bars: ArrangedBar[];
  readonly counts: ArrangedCount[];
  readonly rug: IndexedEvent[];
}

/** What lies on a row, and its event or events. */
interface OnRow extends Footprint {
  readonly row: number;
  readonly entries: readonly IndexedEvent[];
  /** What it would cost to leave it without words; 0 for a mark that has none. */
  readonly dropCost: number;
  readonly mark: readonly ArrangedMark[];
  readonly barDayMs: number | null;
}

function arrangeLane(window: Window, lane: number, {asking, rest}: LaneWishes, rows: number, {table, fill}: LaneFill): ArrangedLane {
  let taken: OnRow[] = [];
  for (const [i, {entries, barDayMs, dropCost}] of table.wishes.entries()) {
    const placed = fill.placed[i];
    if (!placed) continue;
    const {
      way: {body, isBox, foot, isDotted, drawn},
      row,
    } = placed;
    const mark = entries.map(({event}, k): ArrangedMark => ({id: event.id, lane, row, ...drawn[k]!}));
    taken.push({body, isBox, foot, isDotted: isDotted ?? false, row, entries, dropCost, mark, barDayMs});
  }
  const named = new Set(taken.flatMap(({entries}) => entries));
  const unnamed = asking.filter((entry) => !named.has(entry));
  const {counts, rug, ...placed} = placeUnnamed(window, lane, rows, unnamed, taken);
  taken = placed.taken;
  return {
    marks: taken.flatMap(({mark}) => mark),
    bars: taken.flatMap(({row, barDayMs, entries}) =>
      barDayMs === null ? [] : [{lane, row, dayMs: barDayMs, members: entries.map(({event}) => event.id)}],
    ),
    counts,
    rug: [...rest, ...rug],
  };
}

/**
 * Without words, in its own lane: a small mark in its own days; else a count with its neighbours. Where a count finds
 * no room, small marks near it join it, then the least important words; the rug has what is left.
 */
function placeUnnamed(
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

/** Neighbours in time that one count can stand for: of one day, or near each other on screen. */
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
