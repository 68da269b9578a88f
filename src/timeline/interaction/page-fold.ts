/** Folds the page below to the day of Known then, in step with the playhead. */
import {dayStartMs} from '../model/time.ts';
import {attachFold} from './fold.ts';
import type {Fold} from './fold.ts';
import type {LiveStage} from './live-stage.ts';

const FOLD_MS = 120;

export interface PageFold {
  /** Start of the day that Known then shows; null in Known now. */
  readonly dayMs: number | null;
  readonly now: () => void;
  /** What is not known any more goes at once; what has become known waits until the playhead rests. */
  readonly soon: () => void;
  /** Reads the page as it is in Known now. */
  readonly withWholeStory: <T>(read: () => T) => T;
}

/** @param onFolded - Called each time the page has been folded or unfolded. */
export function pageFold(stage: Pick<LiveStage, 'timeline' | 'announcer' | 'isKnownThen' | 'playheadMs'>, onFolded: () => void): PageFold {
  let folds: Fold | null = null;
  /** Start of the day that the page is folded to; infinite where all of it is shown. */
  let foldedMs = Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fold: PageFold = {
    get dayMs() {
      return stage.isKnownThen ? dayStartMs(stage.playheadMs) : null;
    },
    now() {
      clearTimeout(timer);
      const {dayMs} = fold;
      if (dayMs === null && folds === null) return;
      folds ??= attachFold(document, stage.timeline.language);
      folds.show(dayMs);
      // What was said last may be news of a day that is still to come.
      if ((dayMs ?? Infinity) < foldedMs) stage.announcer.say('');
      foldedMs = dayMs ?? Infinity;
      onFolded();
    },
    soon() {
      if ((fold.dayMs ?? Infinity) < foldedMs) return fold.now();
      clearTimeout(timer);
      timer = setTimeout(fold.now, FOLD_MS);
    },
    withWholeStory: (read) => (folds === null ? read() : folds.readWhole(read)),
  };
  return fold;
}
