/** A turn of the wheel, for tests of what hands do. */
import type {Turn} from '../../../src/timeline/interaction/wheel.ts';

/** @param over - What differs from a turn by nothing, without keys, now. */
export function aTurn(over: Partial<Turn>): Turn {
  return {
    deltaX: 0,
    deltaY: 0,
    deltaMode: 0,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    xPx: 500,
    atMs: performance.now(),
    ...over,
  };
}
