/** How far down the stage covers the window; what it may not cover keeps clear of it. */
import {pageLaidOut} from './tasks.ts';

export interface StickyOffset {
  /** From the top of the window; 0 where the stage scrolls away with the page. */
  readonly px: number;
  /** Looks again. @param now - Whether all that keeps clear does so at once, changed or not. */
  readonly measure: (options?: {readonly now?: boolean}) => void;
}

/** @param parts - What lies below the stage, part by part. */
export function attachStickyOffset(stage: HTMLElement, parts: readonly HTMLElement[], onFoot: (footPx: number) => void): StickyOffset {
  let px = -1;

  /** A part of the page in a frame: everything in it has its style recalculated. */
  const keepClear = async (footPx: number, now: boolean) => {
    for (const part of parts) {
      part.style.setProperty('--stage-height-px', `${footPx}px`);
      if (!now) await pageLaidOut();
      if (footPx !== px) return;
    }
  };

  return {
    get px() {
      return px;
    },
    measure({now = false} = {}) {
      const footPx = getComputedStyle(stage).position === 'sticky' ? stage.offsetHeight : 0;
      onFoot(footPx);
      if (footPx === px && !now) return;
      px = footPx;
      void keepClear(footPx, now);
    },
  };
}
