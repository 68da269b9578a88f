/** Rows of one lane and what lies on them: what each way to draw an event takes up, and which ways exclude each other. */
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

/** A box and a foot line that passes below it. */
const BOX_TO_FOOT_PX = 4;
/** Ways whose lengths differ by less are as short as each other. */
const SAME_LENGTH_PX = 8;
/** Costs that differ by less are equal. */
export const SAME_COST = 1e-9;

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

export function lengthPx(way: Way | undefined): number {
  return way?.body ? way.body.toPx - way.body.fromPx : 0;
}
