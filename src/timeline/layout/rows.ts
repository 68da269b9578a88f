/** Rows of one lane and what lies on them: what each way to draw an event takes up, and which ways exclude each other. */

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
  /** See {@link excludes}. */
  readonly ends: Ends;
}

/** @param wishes - Most important first. */
export function tableOf<Drawn, W extends Wish<Drawn>>(wishes: readonly W[], gaps: Gaps): Table<Drawn, W> {
  const starts = new Int32Array(wishes.length + 1);
  wishes.forEach(({ways, dropCost}, i) => (starts[i + 1] = starts[i]! + ways.filter(({cost}) => cost < dropCost).length));
  // A way that costs more than going without is never worth its place.
  const ways = wishes.flatMap(({ways: all, dropCost}) => all.filter(({cost}) => cost < dropCost));
  const tight = Int32Array.from(
    wishes.flatMap((_, i) => {
      const own = Array.from({length: starts[i + 1]! - starts[i]!}, (_way, k) => starts[i]! + k);
      return own.sort(
        (a, b) => Math.round((lengthPx(ways[a]) - lengthPx(ways[b])) / SAME_LENGTH_PX) || ways[a]!.cost - ways[b]!.cost || a - b,
      );
    }),
  );
  return {wishes, starts, ways, tight, cost: Float64Array.from(ways, ({cost}) => cost), ends: endsOf(ways, gaps)};
}

/**
 * The ends of each way as numbers in a row, as a filling asks hundreds of thousands of times whether two ways clash. An
 * end that a way does not have is NaN, which is smaller than nothing.
 */
export type Ends = Float64Array;

/** What is noted of each way; "near" is an end with the gap behind it. */
const [BODY_FROM, BODY_NEAR, BOX_NEAR, FOOT_FROM, FOOT_NEAR, BODY_TO_FOOT, FOOT_TO_BODY, IS_BOX, IS_SOLID, NOTES] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
];

function endsOf(ways: readonly Way[], {bodyPx, boxPx, footPx}: Gaps): Ends {
  const ends = new Float64Array(ways.length * NOTES);
  for (const [i, {body, foot, isBox, isDotted}] of ways.entries()) {
    const at = i * NOTES;
    const [bodyToPx, footToPx] = [body?.toPx ?? NaN, foot?.toPx ?? NaN];
    ends[at + BODY_FROM] = body?.fromPx ?? NaN;
    ends[at + BODY_NEAR] = bodyToPx + bodyPx;
    ends[at + BOX_NEAR] = bodyToPx + boxPx;
    ends[at + FOOT_FROM] = foot?.fromPx ?? NaN;
    ends[at + FOOT_NEAR] = footToPx + footPx;
    ends[at + BODY_TO_FOOT] = bodyToPx + BOX_TO_FOOT_PX;
    ends[at + FOOT_TO_BODY] = footToPx + BOX_TO_FOOT_PX;
    ends[at + IS_BOX] = isBox && body ? 1 : 0;
    ends[at + IS_SOLID] = foot && !isDotted ? 1 : 0;
  }
  return ends;
}

/** {@link clash} of two ways of a table, by their places in it. */
export function excludes(ends: Ends, one: number, other: number): boolean {
  const [a, b] = [one * NOTES, other * NOTES];
  const near = ends[a + IS_BOX]! + ends[b + IS_BOX]! === 2 ? BOX_NEAR : BODY_NEAR;
  if (ends[a + BODY_FROM]! < ends[b + near]! && ends[b + BODY_FROM]! < ends[a + near]!) return true;
  if (ends[a + FOOT_FROM]! < ends[b + FOOT_NEAR]! && ends[b + FOOT_FROM]! < ends[a + FOOT_NEAR]!) return true;
  return passesUnder(ends, a, b) || passesUnder(ends, b, a);
}

/** Whether the foot line of one way would pass below the box of another. */
function passesUnder(ends: Ends, a: number, b: number): boolean {
  return (
    ends[a + IS_SOLID]! + ends[b + IS_BOX]! === 2 &&
    ends[a + FOOT_FROM]! < ends[b + BODY_TO_FOOT]! &&
    ends[b + BODY_FROM]! < ends[a + FOOT_TO_BODY]!
  );
}

export function lengthPx(way: Way | undefined): number {
  return way?.body ? way.body.toPx - way.body.fromPx : 0;
}
