/** How near marks and words may come to each other on one row: rectangles, and the gaps between them; design.md 18. */

/** What a mark is, for how close another may come to it. */
export type MarkShape = 'exact' | 'uncertain' | 'clip';

export interface Interval {
  readonly fromPx: number;
  readonly toPx: number;
}

/** One way to place one event: a row, and where on it mark and words would be. */
export interface Candidate<Choice = unknown> {
  readonly row: number;
  readonly mark: Interval;
  readonly shape: MarkShape;
  /** Null where the event goes without words. */
  readonly label: Interval | null;
  readonly cost: number;
  readonly choice: Choice;
}

export interface LabelGaps {
  /** Least distance between words and anything of another event. */
  readonly labelPx: number;
}

const MARK_GAP_PX = 3;
const CLIP_TO_UNCERTAIN_GAP_PX = 8;

export function markGapPx(a: MarkShape, b: MarkShape): number {
  if (a === 'clip' && b === 'exact') return 0;
  if (a === 'exact' && b === 'clip') return 0;
  if ((a === 'clip' && b === 'uncertain') || (a === 'uncertain' && b === 'clip')) return CLIP_TO_UNCERTAIN_GAP_PX;
  return MARK_GAP_PX;
}

function areCloser(a: Interval, b: Interval, gapPx: number): boolean {
  return a.fromPx < b.toPx + gapPx && b.fromPx < a.toPx + gapPx;
}

/** True where two placed events would touch or come too near. */
export function clash(a: Candidate, b: Candidate, {labelPx}: LabelGaps): boolean {
  if (a.row !== b.row) return false;
  if (areCloser(a.mark, b.mark, markGapPx(a.shape, b.shape))) return true;
  if (a.label && areCloser(a.label, b.mark, labelPx)) return true;
  if (b.label && areCloser(a.mark, b.label, labelPx)) return true;
  return a.label !== null && b.label !== null && areCloser(a.label, b.label, labelPx);
}
