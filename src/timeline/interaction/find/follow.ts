/** The stage follows what Find lets through, once the reader's fingers rest. */
import type {FindStage} from './find-stage.ts';

/** Longer than between two letters of one word. */
const REST_MS = 160;

export type Matching = ReadonlySet<string> | null;

/** @returns Hands the stage the ids to show, null for all; it is laid out anew soon after. */
export function stageFollower(stage: Pick<FindStage, 'matching' | 'rearrange' | 'draw'>): (matching: Matching) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (matching) => {
    if (isSame(stage.matching, matching)) return;
    stage.matching = matching;
    clearTimeout(timer);
    timer = setTimeout(() => {
      stage.rearrange();
      stage.draw();
    }, REST_MS);
  };
}

function isSame(before: Matching, matching: Matching): boolean {
  if (before === null || matching === null) return before === matching;
  return before.size === matching.size && [...before].every((id) => matching.has(id));
}
