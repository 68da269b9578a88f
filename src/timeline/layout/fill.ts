/** Fills the rows of a lane: who goes where, and who has to give way or go without. */
import {RowBoard} from './row-board.ts';
import {excludes, lengthPx, SAME_COST} from './rows.ts';
import type {Table, Way} from './rows.ts';

export interface Placed<Drawn = unknown> {
  readonly way: Way<Drawn>;
  readonly row: number;
}

export interface Filled<Drawn = unknown> {
  /** For each wish its way and row, or null. */
  readonly placed: readonly (Placed<Drawn> | null)[];
  readonly cost: number;
}

/** How hard to look for an answer. */
export interface Effort {
  /** Tries to make room, for one order of the wishes. */
  readonly steps: number;
  /** The same for all that one call does. */
  readonly allSteps: number;
  /** How many others are moved, each for the next, to make room for one. */
  readonly depth: number;
  /** Orders to try besides that of importance. */
  readonly orders: number;
  /** How often the neighbours of a wish without a place are placed again. */
  readonly rounds: number;
}

/** To compare deals of rows. */
export const QUICK: Effort = {steps: 80, allSteps: 300, depth: 2, orders: 1, rounds: 0};
/** For the answer itself. */
export const THOROUGH: Effort = {steps: 150, allSteps: 3000, depth: 2, orders: 4, rounds: 5};

/**
 * Gives wishes their ways on some rows, so that the sum of costs is small. Each in turn takes its cheapest free way;
 * if none is free, others that can be elsewhere are moved aside. If some still have no place, other orders are
 * tried, and then the neighbours of each are placed again, with it first. The cheapest answer wins.
 * Deterministic; bounded in steps.
 */
export function fillRows<Drawn>(table: Table<Drawn>, rows: number, effort: Effort): Filled<Drawn> {
  const {wishes} = table;
  const order = [...wishes.keys()];
  const budget = {...effort, left: effort.allSteps};
  let best = fillInOrder(table, order, rows, budget, false, null);
  for (const compare of ordersOf(table).slice(0, effort.orders)) {
    for (const isTight of [true, false]) {
      if (best.unplaced === 0 || budget.left <= 0) break;
      const other = fillInOrder(table, [...order].sort(compare), rows, budget, isTight, null);
      if (other.cost < best.cost - SAME_COST) best = other;
    }
  }
  for (let round = 0; round < effort.rounds && best.unplaced > 0 && budget.left > 0; round++) {
    const better = rebuiltAround(table, best, rows, budget);
    if (!better) break;
    best = better;
  }
  return filled(table, best);
}

/** Where a wish lies: which of its own ways, counted from 0, and its row; null without a place. */
export type Lying = {readonly way: number; readonly row: number} | null;

/** For each wish where a filling of its table has put it. */
export function lyingIn<Drawn>({ways, starts}: Table<Drawn>, {placed}: Filled<Drawn>): Lying[] {
  return placed.map((one, i) => (one ? {way: ways.indexOf(one.way, starts[i]) - starts[i]!, row: one.row} : null));
}

/**
 * Puts one wish down first and leaves the others where they lie, so far as they can stay: what is in its way moves
 * aside, or goes without.
 *
 * @param before - Where the others lie.
 * @param first - Place of the wish in the table.
 */
export function fillAround<Drawn>(table: Table<Drawn>, rows: number, before: readonly Lying[], first: number): Filled<Drawn> {
  const {wishes, starts} = table;
  const from: State = {
    way: Int32Array.from(before, (lying, i) => (lying && i !== first ? starts[i]! + lying.way : -1)),
    row: Int32Array.from(before, (lying) => lying?.row ?? 0),
    cost: 0,
    unplaced: 0,
  };
  const others = [...wishes.keys()].filter((i) => i !== first && from.way[i]! < 0);
  const fill = (lifted: readonly number[]) =>
    fillInOrder(table, [first, ...lifted, ...others], rows, {...THOROUGH, left: THOROUGH.allSteps}, false, {from, lifted: new Set(lifted)});
  let state = fill([]);
  if (state.way[first]! < 0) {
    state = fill(inTheWayOf(table, first, from));
  }
  return filled(table, state);
}

function filled<Drawn>({wishes, ways}: Table<Drawn>, {way, row, cost}: State): Filled<Drawn> {
  return {cost, placed: wishes.map((_, i) => (way[i]! < 0 ? null : {way: ways[way[i]!]!, row: row[i]!}))};
}

/** What one call has left to spend. */
interface Budget extends Effort {
  left: number;
}

interface State {
  /** The way of each wish, as a place in the table; -1 without. */
  readonly way: Int32Array;
  readonly row: Int32Array;
  readonly cost: number;
  readonly unplaced: number;
}

/** Orders to try besides that of importance. */
function ordersOf({wishes, starts, ways}: Table): ((a: number, b: number) => number)[] {
  const start = (i: number) => ways[starts[i]!]?.body?.fromPx ?? 0;
  const byDrop = (a: number, b: number) => wishes[b]!.dropCost - wishes[a]!.dropCost;
  const length = (i: number) => lengthPx(ways[starts[i]!]);
  return [
    (a, b) => byDrop(a, b) || length(b) - length(a) || a - b,
    (a, b) => start(a) - start(b) || a - b,
    (a, b) => length(b) - length(a) || a - b,
    (a, b) => start(b) - start(a) || a - b,
  ];
}

/** Places the neighbours of each wish without a place again, with that wish first; null if that gains nothing. */
function rebuiltAround(table: Table, from: State, rows: number, budget: Budget): State | null {
  const {wishes, ways} = table;
  const others = [...wishes.keys()].filter((i) => from.way[i]! < 0);
  for (const missing of others) {
    const near = inTheWayOf(table, missing, from);
    const length = (i: number) => lengthPx(ways[from.way[i]!]);
    const start = (i: number) => ways[from.way[i]!]!.body?.fromPx ?? 0;
    const again = [near, [...near].sort((a, b) => length(b) - length(a) || a - b), [...near].sort((a, b) => start(a) - start(b) || a - b)];
    for (const row of again) {
      if (budget.left <= 0) return null;
      const state = fillInOrder(table, [missing, ...row, ...others.filter((i) => i !== missing)], rows, budget, true, {
        from,
        lifted: new Set(near),
      });
      if (state.cost < from.cost - SAME_COST) return state;
    }
  }
  return null;
}
/** What would exclude a way of a wish, if both were on one row. */
function inTheWayOf({wishes, starts, ends}: Table, wish: number, {way: lying}: State): number[] {
  return [...wishes.keys()].filter((i) => {
    if (lying[i]! < 0 || i === wish) return false;
    for (let way = starts[wish]!; way < starts[wish + 1]!; way++) if (excludes(ends, way, lying[i]!)) return true;
    return false;
  });
}

/** Ways tried when others would have to move. */
const MAX_WAYS_TO_FORCE = 24;

/**
 * Places wishes one after the other.
 *
 * @param isTight - Whether each first takes its shortest way; in the end all take the cheapest free way.
 * @param base - What is there already, except what is lifted from it; null to begin with empty rows.
 */
function fillInOrder(
  table: Table,
  order: readonly number[],
  rows: number,
  budget: Budget,
  isTight: boolean,
  base: {readonly from: State; readonly lifted: ReadonlySet<number>} | null,
): State {
  const {wishes, starts, cost, tight} = table;
  const mostSteps = Math.min(budget.steps, budget.left);
  const board = new RowBoard(table, rows);
  const {wayOf, rowOf} = board;
  const locked = new Uint8Array(wishes.length);
  let steps = 0;

  /** Puts a wish down, moving others aside where no way is free. */
  const force = (i: number, depth: number): boolean => {
    if (isTight ? putShortest(table, board, rows, i) : putCheapest(table, board, rows, i, wishes[i]!.dropCost)) return true;
    if (depth === 0) return false;
    locked[i] = 1;
    let tried = 0;
    for (let k = starts[i]!; k < starts[i + 1]! && tried < MAX_WAYS_TO_FORCE; k++) {
      const way = isTight ? tight[k]! : k;
      for (let row = 0; row < rows && steps < mostSteps; row++) {
        steps++;
        const blockers = board.blockersOf(way, row, locked);
        if (!blockers) continue;
        tried++;
        const before = board.moves;
        for (const other of blockers) board.lift(other);
        board.put(i, way, row);
        if (blockers.every((other) => force(other, depth - 1))) {
          locked[i] = 0;
          return true;
        }
        board.undoTo(before);
      }
    }
    locked[i] = 0;
    return false;
  };

  if (base) {
    for (const i of wishes.keys()) if (base.from.way[i]! >= 0 && !base.lifted.has(i)) board.put(i, base.from.way[i]!, base.from.row[i]!);
  }
  for (const i of order) force(i, budget.depth);
  // What was moved aside, or came before there was more room, may lie better now.
  for (const i of wishes.keys()) {
    if (wayOf[i]! < 0) continue;
    const [way, row] = [wayOf[i]!, rowOf[i]!];
    board.lift(i);
    if (!putCheapest(table, board, rows, i, cost[way]! + row * wishes[i]!.rowCost)) board.put(i, way, row);
  }
  budget.left -= steps + order.length;
  return {way: wayOf, row: rowOf, ...costOf(table, board)};
}

/** Puts a wish down at its cheapest free way that costs less than a limit; false if no way is free. */
function putCheapest({wishes, starts, cost}: Table, board: RowBoard, rows: number, i: number, limit: number): boolean {
  const {rowCost} = wishes[i]!;
  let bestWay = -1;
  let bestRow = 0;
  let bestCost = limit;
  for (let way = starts[i]!; way < starts[i + 1]! && cost[way]! < bestCost; way++) {
    for (let row = 0; row < rows && cost[way]! + row * rowCost < bestCost; row++) {
      if (!board.isFree(way, row)) continue;
      bestWay = way;
      bestRow = row;
      bestCost = cost[way]! + row * rowCost;
      break;
    }
  }
  if (bestWay >= 0) board.put(i, bestWay, bestRow);
  return bestWay >= 0;
}

/** Puts a wish down at its shortest free way; false if no way is free. */
function putShortest({starts, tight}: Table, board: RowBoard, rows: number, i: number): boolean {
  for (let k = starts[i]!; k < starts[i + 1]!; k++) {
    const way = tight[k]!;
    for (let row = 0; row < rows; row++) {
      if (!board.isFree(way, row)) continue;
      board.put(i, way, row);
      return true;
    }
  }
  return false;
}

/** What it costs that wishes lie as they do, and how many go without. */
function costOf({wishes, cost}: Table, {wayOf, rowOf}: RowBoard): Pick<State, 'cost' | 'unplaced'> {
  let sum = 0;
  let unplaced = 0;
  for (const [i, {dropCost, rowCost}] of wishes.entries()) {
    if (wayOf[i]! < 0) {
      sum += dropCost;
      unplaced++;
    } else sum += cost[wayOf[i]!]! + rowOf[i]! * rowCost;
  }
  return {cost: sum, unplaced};
}
