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

/**
 * The search stops improving a group after this many steps, each a look at one wish: a few milliseconds for a
 * crowded lane. Five times as many would lower the costs of this story by a thousandth.
 */
const MAX_STEPS = 30_000;
/** A group with more candidates than this gets the greedy answer: their conflicts alone would cost too much. */
const MAX_SEARCHED_CANDIDATES = 1200;

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
 * order; the first leaf is the greedy answer, and what is best when the budget ends is taken. A group
 * with very many candidates keeps the greedy answer.
 *
 * @param wishes - Most important first; each wish's candidates cheapest first.
 * @returns For each wish the chosen candidate, or null.
 */
export function chooseCandidates<Choice>(
  wishes: readonly Wish<Choice>[],
  gaps: LabelGaps,
  maxSteps = MAX_STEPS,
): (Candidate<Choice> | null)[] {
  const chosen: (Candidate<Choice> | null)[] = wishes.map(() => null);
  for (const group of groupsInReach(wishes, gaps)) {
    const members = group.map((i) => wishes[i]!);
    const candidates = members.reduce((sum, wish) => sum + wish.candidates.length, 0);
    const answer = candidates > MAX_SEARCHED_CANDIDATES ? greedily(members, gaps) : branchAndBound(members, gaps, maxSteps);
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

/** Each wish in turn takes its cheapest candidate that clashes with none before, if that is better than going without. */
function greedily<Choice>(wishes: readonly Wish<Choice>[], gaps: LabelGaps): (Candidate<Choice> | null)[] {
  const placed: Candidate<Choice>[] = [];
  return wishes.map(({candidates, dropCost}) => {
    const free = candidates.find(
      (candidate) => candidate.cost < dropCost && placed.every((other) => !clash(candidate, other, gaps)),
    );
    if (!free) return null;
    placed.push(free);
    return free;
  });
}

function branchAndBound<Choice>(
  wishes: readonly Wish<Choice>[],
  gaps: LabelGaps,
  maxSteps: number,
): (Candidate<Choice> | null)[] {
  // Candidates of all wishes in one row; those of wish i are from starts[i] up to starts[i + 1]. One that
  // costs more than going without is never worth its place.
  const starts = new Int32Array(wishes.length + 1);
  const all: Candidate<Choice>[] = [];
  // What each choice costs over the cheapest of its wish: never negative, so a sum only grows.
  const extra: number[] = [];
  const extraDropped: number[] = [];
  wishes.forEach(({candidates, dropCost}, i) => {
    const worthIt = candidates.filter(({cost}) => cost < dropCost);
    const least = worthIt[0]?.cost ?? dropCost;
    all.push(...worthIt);
    extra.push(...worthIt.map(({cost}) => cost - least));
    extraDropped.push(dropCost - least);
    starts[i + 1] = all.length;
  });
  const rivals = rivalsOf(all, starts, gaps);
  /** How many of the placed candidates each candidate clashes with. */
  const blocked = new Int32Array(all.length);
  const path = new Int32Array(wishes.length).fill(-1);
  let best = path.slice();
  let bestCost = Infinity;
  let steps = 0;

  /** The least that the wishes from i on can still cost beside what is placed. */
  const leastFrom = (i: number, limit: number): number => {
    let sum = 0;
    for (let w = i; w < wishes.length && sum < limit; w++) {
      steps++;
      let least = extraDropped[w]!;
      for (let c = starts[w]!; c < starts[w + 1]!; c++) {
        if (blocked[c] !== 0) continue;
        least = extra[c]!;
        break;
      }
      sum += least;
    }
    return sum;
  };
  const descend = (i: number, cost: number): void => {
    if (i === wishes.length) {
      if (cost < bestCost) {
        bestCost = cost;
        best = path.slice();
      }
      return;
    }
    // The first descent always ends, so there is an answer whatever the budget.
    if (bestCost < Infinity && (steps > maxSteps || cost + leastFrom(i, bestCost - cost) >= bestCost)) return;
    for (let c = starts[i]!; c < starts[i + 1]!; c++) {
      if (blocked[c] !== 0) continue;
      const withIt = cost + extra[c]!;
      if (withIt >= bestCost) break;
      path[i] = c;
      for (const rival of rivals[c]!) blocked[rival]!++;
      descend(i + 1, withIt);
      for (const rival of rivals[c]!) blocked[rival]!--;
    }
    path[i] = -1;
    descend(i + 1, cost + extraDropped[i]!);
  };
  descend(0, 0);
  return Array.from(best, (c) => (c < 0 ? null : all[c]!));
}

/** For each candidate, those of later wishes that it clashes with. */
function rivalsOf(all: readonly Candidate[], starts: Int32Array, gaps: LabelGaps): Int32Array[] {
  const rivals: Int32Array[] = [];
  for (let i = 0; i + 1 < starts.length; i++) {
    for (let c = starts[i]!; c < starts[i + 1]!; c++) {
      const found: number[] = [];
      for (let other = starts[i + 1]!; other < all.length; other++) if (clash(all[c]!, all[other]!, gaps)) found.push(other);
      rivals.push(Int32Array.from(found));
    }
  }
  return rivals;
}
