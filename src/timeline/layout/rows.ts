/** Rows of one lane and what lies on them: who may go where, and who would have to give way. */

export interface Interval {
  readonly fromPx: number;
  readonly toPx: number;
}

/** What one event takes up on a row: the height of its mark and words, and the foot line below them. */
export interface Footprint {
  /** Mark, words, and what is drawn between and around them; null for what lies on the foot line alone. */
  readonly body: Interval | null;
  /** A box as high as the row, below which no foot line of another event may pass. */
  readonly isBox: boolean;
  /** A line on the row's foot, from true start to true end. */
  readonly foot: Interval | null;
  /** Whether that line is one of dots, which may pass below a box. */
  readonly isDotted?: boolean;
}

/** One way to draw an event, without its row. */
export interface Way<Drawn = unknown> extends Footprint {
  readonly cost: number;
  readonly drawn: Drawn;
}

/** An event that wants words: the ways to draw it, cheapest first, and what it costs to leave it without. */
export interface Wish<Drawn = unknown> {
  readonly ways: readonly Way<Drawn>[];
  readonly dropCost: number;
  /** What each row further down costs. */
  readonly rowCost: number;
}

export interface Gaps {
  /** Between the words or mark of one event and those of the next. */
  readonly bodyPx: number;
  /** Between two boxes. */
  readonly boxPx: number;
  /** Between two lines on one foot. */
  readonly footPx: number;
}

export interface Placed<Drawn = unknown> {
  readonly way: Way<Drawn>;
  readonly row: number;
}

export interface Filled<Drawn = unknown> {
  /** For each wish its way and row, or null. */
  readonly placed: readonly (Placed<Drawn> | null)[];
  readonly cost: number;
}

/** A box and a foot line that passes below it. */
const BOX_TO_FOOT_PX = 4;
/** At most this many are moved at once to make room for one. */
const MAX_BLOCKERS = 2;
/** Ways tried when others would have to move. */
const MAX_WAYS_TO_FORCE = 24;
/** Ways whose lengths differ by less are as short as each other. */
const SAME_LENGTH_PX = 8;
/** Costs that differ by less are equal. */
const SAME_COST = 1e-9;

function areCloser(a: Interval, b: Interval, gapPx: number): boolean {
  return a.fromPx < b.toPx + gapPx && b.fromPx < a.toPx + gapPx;
}

/** Whether two footprints on one row touch or come too near. */
export function clash(a: Footprint, b: Footprint, gaps: Gaps): boolean {
  if (a.body && b.body && areCloser(a.body, b.body, a.isBox && b.isBox ? gaps.boxPx : gaps.bodyPx)) return true;
  if (a.foot && b.foot && areCloser(a.foot, b.foot, gaps.footPx)) return true;
  return isUnderBox(a, b) || isUnderBox(b, a);
}

/** Whether a line on the foot would pass below another event's box. */
function isUnderBox({foot, isDotted}: Footprint, {body, isBox}: Footprint): boolean {
  return foot !== null && !isDotted && isBox && body !== null && areCloser(foot, body, BOX_TO_FOOT_PX);
}

/** Wishes of one lane, and which of their ways exclude each other; prepared once, filled for any number of rows. */
export interface Table<Drawn = unknown, W extends Wish<Drawn> = Wish<Drawn>> {
  readonly wishes: readonly W[];
  /** Those of wish `i` lie from `starts[i]` up to `starts[i + 1]`, cheapest first. */
  readonly starts: Int32Array;
  readonly ways: readonly Way<Drawn>[];
  readonly cost: Float64Array;
  /** The ways of each wish, the shortest first. */
  readonly tight: Int32Array;
  /** For each way those of other wishes that it excludes on the same row. */
  readonly rivals: readonly Int32Array[];
  /** The same as a table of bits: way by way. */
  readonly excluded: Uint8Array;
}

/** How hard to look for an answer. */
export interface Effort {
  /** Tries to make room, for one order of the wishes. */
  readonly steps: number;
  /** The same for all that one call does. */
  readonly allSteps: number;
  /** How many others are moved, one for the other, to make room for one. */
  readonly depth: number;
  /** Orders to try besides that of importance. */
  readonly orders: number;
  /** How often what lies around a wish without a place is put down anew. */
  readonly rounds: number;
}

/** To compare deals of rows. */
export const QUICK: Effort = {steps: 80, allSteps: 300, depth: 2, orders: 1, rounds: 0};
/** For the answer itself. */
export const THOROUGH: Effort = {steps: 150, allSteps: 3000, depth: 2, orders: 4, rounds: 5};

/** @param wishes - Most important first. */
export function tableOf<Drawn, W extends Wish<Drawn>>(wishes: readonly W[], gaps: Gaps): Table<Drawn, W> {
  const starts = new Int32Array(wishes.length + 1);
  wishes.forEach(({ways, dropCost}, i) => (starts[i + 1] = starts[i]! + ways.filter(({cost}) => cost < dropCost).length));
  // A way that costs more than going without is never worth its place.
  const ways = wishes.flatMap(({ways: all, dropCost}) => all.filter(({cost}) => cost < dropCost));
  const owner = new Int32Array(ways.length);
  for (let i = 0; i < wishes.length; i++) owner.fill(i, starts[i], starts[i + 1]);
  const rivals = rivalsOf(ways, owner, gaps);
  const excluded = new Uint8Array(Math.ceil(ways.length ** 2 / 8));
  for (const [a, own] of rivals.entries()) {
    for (const b of own) {
      const bit = a * ways.length + b;
      excluded[bit >> 3]! |= 1 << (bit & 7);
    }
  }
  const tight = Int32Array.from(
    wishes.flatMap((_, i) => {
      const own = Array.from({length: starts[i + 1]! - starts[i]!}, (_way, k) => starts[i]! + k);
      return own.sort(
        (a, b) => Math.round((lengthPx(ways[a]) - lengthPx(ways[b])) / SAME_LENGTH_PX) || ways[a]!.cost - ways[b]!.cost || a - b,
      );
    }),
  );
  return {wishes, starts, ways, tight, cost: Float64Array.from(ways, ({cost}) => cost), rivals, excluded};
}

/** Sorted by their left ends, ways are compared only with those that begin before they end. */
function rivalsOf(ways: readonly Way[], owner: Int32Array, gaps: Gaps): Int32Array[] {
  const gapPx = Math.max(gaps.bodyPx, gaps.boxPx, gaps.footPx, BOX_TO_FOOT_PX);
  const fromPx = Float64Array.from(ways, ({body, foot}) => Math.min(body?.fromPx ?? Infinity, foot?.fromPx ?? Infinity));
  const toPx = Float64Array.from(ways, ({body, foot}) => Math.max(body?.toPx ?? -Infinity, foot?.toPx ?? -Infinity));
  const order = Array.from(ways.keys()).sort((a, b) => fromPx[a]! - fromPx[b]!);
  const found: number[][] = ways.map(() => []);
  for (const [k, a] of order.entries()) {
    for (let n = k + 1; n < order.length && fromPx[order[n]!]! < toPx[a]! + gapPx; n++) {
      const b = order[n]!;
      if (owner[a] === owner[b] || !clash(ways[a]!, ways[b]!, gaps)) continue;
      found[a]!.push(b);
      found[b]!.push(a);
    }
  }
  return found.map((rivals) => Int32Array.from(rivals));
}

/**
 * Gives wishes their ways on some rows, so that the sum of costs is small. Each in turn takes its cheapest free way;
 * where none is free, others that can lie elsewhere are moved aside. Where some still go without, other orders are
 * tried, and then what lies around each of them is put down anew with it first. The cheapest answer holds.
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
  const {wishes, starts, rivals} = table;
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
    const inTheWay = new Set<number>();
    for (let way = starts[first]!; way < starts[first + 1]!; way++) for (const rival of rivals[way]!) inTheWay.add(rival);
    state = fill([...wishes.keys()].filter((i) => from.way[i]! >= 0 && inTheWay.has(from.way[i]!)));
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

function lengthPx(way: Way | undefined): number {
  return way?.body ? way.body.toPx - way.body.fromPx : 0;
}

/** Puts down anew what lies around each wish without a place, with that wish first; null where that gains nothing. */
function rebuiltAround(table: Table, from: State, rows: number, budget: Budget): State | null {
  const {wishes, starts, ways, rivals} = table;
  const others = [...wishes.keys()].filter((i) => from.way[i]! < 0);
  for (const missing of others) {
    const inTheWay = new Set<number>();
    for (let way = starts[missing]!; way < starts[missing + 1]!; way++) for (const rival of rivals[way]!) inTheWay.add(rival);
    const near = [...wishes.keys()].filter((i) => from.way[i]! >= 0 && inTheWay.has(from.way[i]!));
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

/**
 * Puts wishes down one after the other.
 *
 * @param isTight - Whether each first takes its shortest way; in the end all take the cheapest that is free.
 * @param base - What lies there already, save those that are lifted from it; null to begin with empty rows.
 */
function fillInOrder(
  {wishes, starts, cost, tight, rivals, excluded}: Table,
  order: readonly number[],
  rows: number,
  budget: Budget,
  isTight: boolean,
  base: {readonly from: State; readonly lifted: ReadonlySet<number>} | null,
): State {
  const {depth: mostDepth} = budget;
  const mostSteps = Math.min(budget.steps, budget.left);
  const count = cost.length;
  const wayOf = new Int32Array(wishes.length).fill(-1);
  const rowOf = new Int32Array(wishes.length);
  /** How many of what lies on a row exclude each way there. */
  const blocked = new Uint16Array(rows * count);
  const onRow: number[][] = Array.from({length: rows}, () => []);
  /** What has been put and lifted, so that a try that fails can be taken back whole. */
  const log: {readonly i: number; readonly way: number; readonly row: number; readonly isPut: boolean}[] = [];
  const locked = new Uint8Array(wishes.length);
  let steps = 0;

  const excludes = (a: number, b: number): boolean => (excluded[(a * count + b) >> 3]! & (1 << ((a * count + b) & 7))) !== 0;
  const put = (i: number, way: number, row: number) => {
    wayOf[i] = way;
    rowOf[i] = row;
    onRow[row]!.push(i);
    const first = row * count;
    const own = rivals[way]!;
    for (let k = 0; k < own.length; k++) blocked[first + own[k]!]!++;
    log.push({i, way, row, isPut: true});
  };
  const lift = (i: number) => {
    const [way, row] = [wayOf[i]!, rowOf[i]!];
    const line = onRow[row]!;
    line.splice(line.indexOf(i), 1);
    const first = row * count;
    const own = rivals[way]!;
    for (let k = 0; k < own.length; k++) blocked[first + own[k]!]!--;
    log.push({i, way, row, isPut: false});
    wayOf[i] = -1;
  };
  const undoTo = (length: number) => {
    while (log.length > length) {
      const {i, way, row, isPut} = log.pop()!;
      if (isPut) lift(i);
      else put(i, way, row);
      log.pop();
    }
  };
  /** Those on a row that exclude a way there; null where one of them must not move, or they are too many. */
  const blockersOf = (way: number, row: number): number[] | null => {
    if (blocked[row * count + way]! > MAX_BLOCKERS) return null;
    const found: number[] = [];
    for (const other of onRow[row]!) {
      if (!excludes(way, wayOf[other]!)) continue;
      if (locked[other]!) return null;
      found.push(other);
    }
    return found;
  };
  /** Puts a wish down at its cheapest free way that costs less than a limit; false if no way is free. */
  const putCheapest = (i: number, limit: number): boolean => {
    const {rowCost} = wishes[i]!;
    let bestWay = -1;
    let bestRow = 0;
    let bestCost = limit;
    for (let way = starts[i]!; way < starts[i + 1]! && cost[way]! < bestCost; way++) {
      for (let row = 0; row < rows && cost[way]! + row * rowCost < bestCost; row++) {
        if (blocked[row * count + way]! > 0) continue;
        bestWay = way;
        bestRow = row;
        bestCost = cost[way]! + row * rowCost;
        break;
      }
    }
    if (bestWay >= 0) put(i, bestWay, bestRow);
    return bestWay >= 0;
  };
  /** Puts a wish down at its shortest free way; false if no way is free. */
  const putShortest = (i: number): boolean => {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const way = tight[k]!;
      for (let row = 0; row < rows; row++) {
        if (blocked[row * count + way]! > 0) continue;
        put(i, way, row);
        return true;
      }
    }
    return false;
  };
  const force = (i: number, depth: number): boolean => {
    if (isTight ? putShortest(i) : putCheapest(i, wishes[i]!.dropCost)) return true;
    if (depth === 0) return false;
    locked[i] = 1;
    let tried = 0;
    for (let k = starts[i]!; k < starts[i + 1]! && tried < MAX_WAYS_TO_FORCE; k++) {
      const way = isTight ? tight[k]! : k;
      for (let row = 0; row < rows && steps < mostSteps; row++) {
        steps++;
        const blockers = blockersOf(way, row);
        if (!blockers) continue;
        tried++;
        const before = log.length;
        for (const other of blockers) lift(other);
        put(i, way, row);
        if (blockers.every((other) => force(other, depth - 1))) {
          locked[i] = 0;
          return true;
        }
        undoTo(before);
      }
    }
    locked[i] = 0;
    return false;
  };

  if (base) {
    for (const i of wishes.keys()) if (base.from.way[i]! >= 0 && !base.lifted.has(i)) put(i, base.from.way[i]!, base.from.row[i]!);
  }
  for (const i of order) force(i, mostDepth);
  // What was moved aside, or came before there was more room, may lie better now.
  for (const i of wishes.keys()) {
    if (wayOf[i]! < 0) continue;
    const [way, row] = [wayOf[i]!, rowOf[i]!];
    lift(i);
    if (!putCheapest(i, cost[way]! + row * wishes[i]!.rowCost)) put(i, way, row);
  }
  let sum = 0;
  let unplaced = 0;
  for (const [i, {dropCost, rowCost}] of wishes.entries()) {
    if (wayOf[i]! < 0) {
      sum += dropCost;
      unplaced++;
    } else sum += cost[wayOf[i]!]! + rowOf[i]! * rowCost;
  }
  budget.left -= steps + order.length;
  return {way: wayOf, row: rowOf, cost: sum, unplaced};
}

/**
 * Deals rows to lanes so that the sum of their costs is least: one to each, the rest where they save most; of equal
 * deals the one that gives the upper lanes more. Rows that save nothing go to the lanes with most events a row.
 *
 * @param costs - For each lane the cost with 1, 2, … rows; the last holds for any more.
 * @param events - How many events each lane has in the window.
 */
export function dealRows(costs: readonly (readonly number[])[], total: number, events: readonly number[]): number[] {
  const lanes = costs.length;
  const costOf = (lane: number, rows: number) => costs[lane]![Math.min(rows, costs[lane]!.length) - 1]!;
  /** Least cost of the lanes from one on, with some rows for them all, and how many the first then has. */
  const best: {cost: number; rows: number}[][] = Array.from({length: lanes + 1}, () => []);
  for (let rows = 0; rows <= total; rows++) best[lanes]![rows] = {cost: 0, rows: 0};
  for (let lane = lanes - 1; lane >= 0; lane--) {
    const after = lanes - lane - 1;
    for (let rows = after + 1; rows <= total; rows++) {
      let least = {cost: Infinity, rows: 1};
      for (let own = 1; own <= rows - after; own++) {
        const cost = costOf(lane, own) + best[lane + 1]![rows - own]!.cost;
        if (cost <= least.cost + SAME_COST) least = {cost, rows: own};
      }
      best[lane]![rows] = least;
    }
  }
  const dealt: number[] = [];
  let left = total;
  for (let lane = 0; lane < lanes; lane++) {
    const {rows} = best[lane]![left]!;
    dealt.push(rows);
    left -= rows;
  }
  for (let lane = 0; lane < lanes; lane++) {
    while (dealt[lane]! > 1 && costOf(lane, dealt[lane]! - 1) <= costOf(lane, dealt[lane]!) + SAME_COST) {
      dealt[lane]!--;
      left++;
    }
  }
  while (left > 0) {
    let most = 0;
    for (let lane = 1; lane < lanes; lane++) if (events[lane]! / dealt[lane]! > events[most]! / dealt[most]!) most = lane;
    dealt[most]!++;
    left--;
  }
  return dealt;
}
