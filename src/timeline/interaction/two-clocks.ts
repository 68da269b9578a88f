/** The playhead and what was known on its day: scrubbed, stepped, and moved by a replay. */
import {memoizeLast} from '../model/memoize.ts';
import {asKnownOn} from '../model/known.ts';
import type {Known} from '../model/known.ts';
import {playheadOfDay, stepOfPlayhead} from '../model/playhead.ts';
import {dayStartMs} from '../model/time.ts';
import type {Timeline} from '../model/timeline.ts';

export interface TwoClocks {
  readonly playheadMs: number;
  readonly isKnownThen: boolean;
  /** Whether then and now are compared: everything is shown, beside what was public on the playhead's day. */
  readonly isBoth: boolean;
  /** Whether a replay moves the playhead. */
  readonly isPlaying: boolean;
  /** What may be shown: in Known then, what was public on the playhead's day. Worked out once a day, not once a frame. */
  readonly known: () => Known;
  /** What was public on the playhead's day, where it is compared with everything; else null. */
  readonly compared: () => Known | null;
  /** Takes a place and a clock as they are, with nothing told. */
  readonly set: (playheadMs: number, isKnownThen: boolean, isBoth?: boolean) => void;
  /** Moves the playhead, as far as the story goes. */
  readonly moveTo: (ms: number) => void;
  readonly moveDay: (days: 1 | -1) => void;
  /** True if that was another clock than before. */
  readonly setKnownThen: (isKnownThen: boolean) => boolean;
  /** Begins or ends the comparison; where it ends, everything is shown. True if that was another clock than before. */
  readonly setBoth: (isBoth: boolean) => boolean;
  /** Lets the playhead be moved until it is paused. @param stop - Called then. */
  readonly play: (stop: () => void) => void;
  /** Stops what moves the playhead, at noon of the day it has come to. */
  readonly pause: () => void;
}

/** @param onMove - Told whenever the playhead has been moved. */
export function twoClocks(timeline: Timeline, onMove: () => void): TwoClocks {
  const {extent} = timeline;
  const memoizedKnown = memoizeLast(asKnownOn);
  const memoizedCompared = memoizeLast(asKnownOn);
  let {playheadMs} = timeline.opening;
  let isKnownThen = false;
  let isBoth = false;
  let stop: (() => void) | null = null;

  const clocks: TwoClocks = {
    get playheadMs() {
      return playheadMs;
    },
    get isKnownThen() {
      return isKnownThen;
    },
    get isBoth() {
      return isBoth;
    },
    get isPlaying() {
      return stop !== null;
    },
    known: () => memoizedKnown(timeline, isKnownThen ? dayStartMs(playheadMs) : Infinity),
    compared: () => (isBoth ? memoizedCompared(timeline, dayStartMs(playheadMs)) : null),
    set(ms, isThen, isCompared = false) {
      playheadMs = ms;
      isKnownThen = isThen;
      isBoth = isCompared;
    },
    moveTo(ms) {
      playheadMs = Math.min(Math.max(ms, extent.fromMs), extent.toMs - 1);
      onMove();
    },
    moveDay: (days) => clocks.moveTo(stepOfPlayhead(extent, playheadMs, days)),
    setKnownThen(isThen) {
      const isOther = isThen !== isKnownThen || isBoth;
      isKnownThen = isThen;
      isBoth = false;
      return isOther;
    },
    setBoth(isCompared) {
      const isOther = isCompared !== isBoth;
      isBoth = isCompared;
      if (isOther) isKnownThen = false;
      return isOther;
    },
    play(whenPaused) {
      stop = whenPaused;
    },
    pause() {
      if (stop === null) return;
      const whenPaused = stop;
      stop = null;
      whenPaused();
      clocks.moveTo(playheadOfDay(playheadMs));
    },
  };
  return clocks;
}
