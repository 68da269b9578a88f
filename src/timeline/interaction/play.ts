/** Replay: the story as days passed, with time to read where something great becomes public. */
import {countsDays} from '../model/pace.ts';
import {dayStartMs, DAY_MS} from '../model/time.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';

const DAY_DURATION_MS = 600;
const EMPTY_DAY_MS = 120;
const LANDMARK_PAUSE_MS = 1600;
export const STILL_STEP_MS = 3000;

export interface ReplayStep {
  /** Start of the day. */
  readonly dayMs: number;
  /** Start of the day it goes to next: the day after, or the next with news where days are not counted. */
  readonly nextDayMs: number;
  /** How long the playhead takes to get there. */
  readonly durationMs: number;
  /** How long it waits on this day first. */
  readonly pauseMs: number;
  /** What the public learned that day, most important first. */
  readonly news: readonly TimelineEvent[];
}

/** The replay from a day to the last on which the public learned something; design.md 14. */
export function replaySteps(timeline: Timeline, fromDayMs: number): ReplayStep[] {
  const lastMs = Math.max(...timeline.events.map(({knownMs}) => knownMs));
  const steps: ReplayStep[] = [];
  const isCounted = countsDays(timeline.extent);
  const newsDays = [...new Set(timeline.events.map(({knownMs}) => knownMs))].sort((a, b) => a - b);
  const after = (dayMs: number) => (isCounted ? dayMs + DAY_MS : (newsDays.find((newsMs) => newsMs > dayMs) ?? dayMs + DAY_MS));
  for (let dayMs = dayStartMs(fromDayMs); dayMs <= lastMs; dayMs = after(dayMs)) {
    const news = timeline.events.filter(({knownMs}) => knownMs === dayMs).sort((a, b) => a.importance - b.importance);
    steps.push({
      dayMs,
      nextDayMs: after(dayMs),
      durationMs: !isCounted || news.length > 0 ? DAY_DURATION_MS : EMPTY_DAY_MS,
      pauseMs: news[0]?.importance === 1 ? LANDMARK_PAUSE_MS : 0,
      news,
    });
  }
  return steps;
}
