/**
 * Which label goes where in one lane: the exact answer where it is affordable, the best found so far where not.
 * Rectangles on rows, and a cost for each way to place one; DESIGN 4.
 */

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

/** An event that wants a label: its candidates, and what it costs to leave it without. */
export interface Wish<Choice = unknown> {
  readonly candidates: readonly Candidate<Choice>[];
  readonly dropCost: number;
}

const MARK_GAP_PX = 3;
const CLIP_TO_UNCERTAIN_GAP_PX = 8;

/** The search stops improving after this many steps; DESIGN 4. */
const MAX_NODES = 250_000;

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

function reach({mark, label}: Candidate): Interval {
  return label
    ? {fromPx: Math.min(mark.fromPx, label.fromPx), toPx: Math.max(mark.toPx, label.toPx)}
    : mark;
}

/**
 * Chooses one candidate, or none, for each wish, so that no two clash and the sum of costs is least.
 *
 * Wishes that cannot reach each other are solved apart. Within a group it is branch and bound in the given
 * order; the first leaf is the greedy answer, and what is best when the node budget ends is taken.
 *
 * @param wishes - Most important first; each wish's candidates cheapest first.
 * @returns For each wish the chosen candidate, or null.
 */
export function chooseCandidates<Choice>(
  wishes: readonly Wish<Choice>[],
  gaps: LabelGaps,
  maxNodes = MAX_NODES,
): (Candidate<Choice> | null)[] {
  const chosen: (Candidate<Choice> | null)[] = wishes.map(() => null);
  for (const group of groupsInReach(wishes, gaps)) {
    const answer = branchAndBound(group.map((i) => wishes[i]!), gaps, maxNodes);
    group.forEach((i, k) => (chosen[i] = answer[k]!));
  }
  return chosen;
}

/** Places of wishes whose hulls overlap, directly or through others; each group in the given order. */
function groupsInReach(wishes: readonly Wish[], {labelPx}: LabelGaps): number[][] {
  const hulls = wishes
    .map((wish, i) => ({
      i,
      fromPx: Math.min(...wish.candidates.map((candidate) => reach(candidate).fromPx)),
      toPx: Math.max(...wish.candidates.map((candidate) => reach(candidate).toPx)),
    }))
    .sort((a, b) => a.fromPx - b.fromPx || a.i - b.i);
  const groups: number[][] = [];
  let endPx = -Infinity;
  const gapPx = Math.max(labelPx, CLIP_TO_UNCERTAIN_GAP_PX);
  for (const {i, fromPx, toPx} of hulls) {
    if (fromPx >= endPx + gapPx || groups.length === 0) groups.push([]);
    groups.at(-1)!.push(i);
    endPx = Math.max(endPx, toPx);
  }
  return groups.map((group) => group.sort((a, b) => a - b));
}

function branchAndBound<Choice>(
  wishes: readonly Wish<Choice>[],
  gaps: LabelGaps,
  maxNodes: number,
): (Candidate<Choice> | null)[] {
  // The least that the wishes from i on can still cost.
  const cheapest = new Float64Array(wishes.length + 1);
  for (let i = wishes.length - 1; i >= 0; i--) {
    const least = Math.min(wishes[i]!.dropCost, ...wishes[i]!.candidates.map(({cost}) => cost));
    cheapest[i] = cheapest[i + 1]! + least;
  }
  const placed: Candidate<Choice>[] = [];
  const path: (Candidate<Choice> | null)[] = [];
  let best: (Candidate<Choice> | null)[] = wishes.map(() => null);
  let bestCost = Infinity;
  let nodes = 0;

  const descend = (i: number, cost: number): void => {
    if (cost + cheapest[i]! >= bestCost) return;
    if (i === wishes.length) {
      bestCost = cost;
      best = [...path];
      return;
    }
    // The first descent always ends, so there is an answer whatever the budget.
    if (nodes++ > maxNodes && bestCost < Infinity) return;
    const wish = wishes[i]!;
    for (const candidate of wish.candidates) {
      if (cost + candidate.cost + cheapest[i + 1]! >= bestCost) continue;
      if (placed.some((other) => clash(candidate, other, gaps))) continue;
      placed.push(candidate);
      path.push(candidate);
      descend(i + 1, cost + candidate.cost);
      placed.pop();
      path.pop();
    }
    path.push(null);
    descend(i + 1, cost + wish.dropCost);
    path.pop();
  };
  descend(0, 0);
  return best;
}
