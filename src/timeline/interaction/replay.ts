/** Plays the steps of a replay one after the other; design.md 14. */
import {playheadOfDay} from '../model/playhead.ts';
import {animate, linear, prefersStill} from './motion.ts';
import {STILL_STEP_MS} from './play.ts';
import type {ReplayStep} from './play.ts';

/** The last moment of a move that still belongs to the day it began on, or to one before the next. */
const DAY_SHARE = 0.999;

export interface Replay {
  readonly onHead: (ms: number) => void;
  /** Told when the playhead arrives at a step's day. */
  readonly onStep: (step: ReplayStep) => void;
  /** Told when there is no further step; not when it is stopped. */
  readonly onEnd: () => void;
}

/**
 * Moves the playhead through the days; where readers ask for stillness, from one day with news to the next.
 *
 * @returns Stops it where it is.
 */
export function startReplay(steps: readonly ReplayStep[], {onHead, onStep, onEnd}: Replay): () => void {
  let stop: () => void = () => {};
  const wait = (ms: number, then: () => void) => {
    const timer = setTimeout(then, ms);
    stop = () => clearTimeout(timer);
  };
  const show = (i: number) => {
    const step = steps[i];
    if (!step) return onEnd();
    onHead(playheadOfDay(step.dayMs));
    onStep(step);
    if (prefersStill()) {
      const next = steps.findIndex(({news}, k) => k > i && news.length > 0);
      return wait(STILL_STEP_MS, () => (next < 0 ? onEnd() : show(next)));
    }
    wait(step.pauseMs, () => {
      // The last day is where the story ends; there is no next day to go to.
      if (i === steps.length - 1) return onEnd();
      const move = (t: number) => onHead(playheadOfDay(step.dayMs) + Math.min(t, DAY_SHARE) * (step.nextDayMs - step.dayMs));
      stop = animate(step.durationMs, linear, move, () => show(i + 1));
    });
  };
  show(0);
  return () => stop();
}
