/** The playhead and what was known on its day: scrubbed, stepped and replayed. */
import {memoizeLast} from '../model/memoize.ts';
import {asKnownOn} from '../model/known.ts';
import type {Known} from '../model/known.ts';
import {firstPlayheadMs, lastPlayheadMs, playheadOfDay, stepOfPlayhead} from '../model/playhead.ts';
import {dayStartMs} from '../model/time.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import {replaySteps} from './play.ts';
import {startReplay} from './replay.ts';

export interface TwoClocks {
  readonly playheadMs: number;
  readonly isKnownThen: boolean;
  readonly isPlaying: boolean;
  /** What may be shown: in Known then, what was public on the playhead's day. Worked out once a day, not once a frame. */
  readonly known: () => Known;
  /** Takes a place and a clock as they are, with nothing told. */
  readonly set: (playheadMs: number, isKnownThen: boolean) => void;
  /** Moves the playhead, as far as the story goes. */
  readonly moveTo: (ms: number) => void;
  readonly moveDay: (days: 1 | -1) => void;
  /** True if that was another clock than before. */
  readonly setKnownThen: (isKnownThen: boolean) => boolean;
  readonly play: () => void;
  /** Stops a replay at the day it has come to. */
  readonly pause: () => void;
}

export interface ClockHooks {
  /** Told whenever the playhead has been moved. */
  readonly onMove: () => void;
  /** Told when a replay arrives at a day, with what became public on it. */
  readonly onDay: (news: readonly TimelineEvent[]) => void;
  readonly onPlaying: (isPlaying: boolean) => void;
}

export function twoClocks(timeline: Timeline, {onMove, onDay, onPlaying}: ClockHooks): TwoClocks {
  const {extent} = timeline;
  const memoizedKnown = memoizeLast(asKnownOn);
  let playheadMs = timeline.opening.playheadMs;
  let isKnownThen = false;
  let stop: (() => void) | null = null;

  const clocks: TwoClocks = {
    get playheadMs() {
      return playheadMs;
    },
    get isKnownThen() {
      return isKnownThen;
    },
    get isPlaying() {
      return stop !== null;
    },
    known: () => memoizedKnown(timeline, isKnownThen ? dayStartMs(playheadMs) : Infinity),
    set(ms, isThen) {
      playheadMs = ms;
      isKnownThen = isThen;
    },
    moveTo(ms) {
      playheadMs = Math.min(Math.max(ms, extent.fromMs), extent.toMs - 1);
      onMove();
    },
    moveDay: (days) => clocks.moveTo(stepOfPlayhead(extent, playheadMs, days)),
    setKnownThen(isThen) {
      const isOther = isThen !== isKnownThen;
      isKnownThen = isThen;
      return isOther;
    },
    play() {
      const isOver = playheadMs >= lastPlayheadMs(timeline);
      onPlaying(true);
      let isEnded = false;
      const stopReplay = startReplay(replaySteps(timeline, isOver ? firstPlayheadMs(timeline) : playheadMs), {
        onHead: clocks.moveTo,
        onStep: ({news}) => onDay(news),
        onEnd: () => {
          isEnded = true;
          clocks.pause();
        },
      });
      if (!isEnded) stop = stopReplay;
    },
    pause() {
      stop?.();
      if (stop) clocks.moveTo(playheadOfDay(playheadMs));
      stop = null;
      onPlaying(false);
    },
  };
  return clocks;
}
