/** How many rows each lane has in a window, by how much would have no words with fewer. */
import type {Timeline} from '../model/timeline.ts';
import {dealRows} from './deal.ts';
import type {Drawn, Window} from './drawn.ts';
import {fillRows, QUICK, THOROUGH} from './fill.ts';
import type {Effort, Filled} from './fill.ts';
import {rowsOfMeasures, shownMeasures, totalRows} from './size.ts';
import type {RowPlan, StageSize} from './size.ts';
import type {LaneTable, LaneWishes} from './wishes.ts';

export interface LaneFill {
  readonly table: LaneTable;
  readonly fill: Filled<readonly Drawn[]>;
  /** Place of the table among the lane's. */
  readonly wording: number;
}

/** The cheapest of a lane's tables on some rows. */
export function bestFill(tables: LaneWishes['tables'], rows: number, effort: Effort): LaneFill {
  return tables
    .map((table, wording): LaneFill => ({table, fill: fillRows(table, rows, effort), wording}))
    .reduce((best, other) => (other.fill.cost < best.fill.cost ? other : best));
}
/** How often rows are dealt again after a closer look. */
const MAX_DEALS = 4;

/** Deals the rows to lanes; measures without a figure yet lend theirs where words would be left out. */
export function planRows(
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
  /** Whether all have words, except those too wide for the plot, which no row would help. */
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

/** All rows for one lane: those left when each of the others has fallen to a rug line. */
function aloneRows({lanes}: Timeline, {rowPx, rugLanePx}: StageSize, aloneLane: number, rows: number): number[] {
  const heightPx = rows * rowPx - (lanes.length - 1) * rugLanePx;
  return lanes.map((_, lane) => (lane === aloneLane ? Math.max(Math.floor(heightPx / rowPx), 1) : 0));
}
