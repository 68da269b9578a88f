/** The replay's clock: which day, which caption and which place of the playhead belong to each moment of it. */
import {playheadOfDay} from '../model/playhead.ts';
import type {Caption, ReplayPlan} from '../model/replay-plan.ts';
import {dayStartMs} from '../model/time.ts';

/** How long a caption is shown. */
export const CAPTION_MS = 3200;
/** How long the playhead takes from one day to the next: half of it before noon, half after. */
export const DAY_TRAVEL_MS = 1400;

export interface ScriptDay {
  /** Start of the day. */
  readonly dayMs: number;
  /** When it begins and ends, from the replay's start. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly captions: readonly Caption[];
}

export interface Script {
  readonly days: readonly ScriptDay[];
  readonly totalMs: number;
}

/** One moment of a replay. */
export interface Moment {
  /** Place of its day in the script. */
  readonly day: number;
  readonly headMs: number;
  /** Null on a day without one. */
  readonly caption: Caption | null;
}

export function scriptOf({days, captions}: ReplayPlan): Script {
  let atMs = 0;
  const timed = days.map((dayMs): ScriptDay => {
    const ofDay = captions.filter((caption) => caption.dayMs === dayMs);
    const fromMs = atMs;
    atMs += DAY_TRAVEL_MS + ofDay.length * CAPTION_MS;
    return {dayMs, fromMs, toMs: atMs, captions: ofDay};
  });
  return {days: timed, totalMs: atMs};
}

/**
 * What a replay shows after some time: from midnight to noon the playhead moves, at noon it waits for the captions, and
 * then it goes on to the midnight of the next day. On the last day it stays at noon.
 */
export function momentAt({days, totalMs}: Script, ms: number): Moment {
  const clampedMs = Math.min(Math.max(ms, 0), totalMs);
  const day = Math.max(
    days.findLastIndex(({fromMs}) => clampedMs >= fromMs),
    0,
  );
  const {dayMs, fromMs, toMs, captions} = days[day]!;
  const halfMs = DAY_TRAVEL_MS / 2;
  const sinceMs = clampedMs - fromMs;
  const leftMs = toMs - clampedMs;
  const noonMs = playheadOfDay(dayMs);
  const nextMs = days[day + 1]?.dayMs;
  // Where captions wait, the first is there with its day and the last until its end.
  const place = Math.min(Math.max(Math.floor((sinceMs - halfMs) / CAPTION_MS), 0), captions.length - 1);
  return {
    day,
    headMs:
      sinceMs < halfMs
        ? dayMs + (sinceMs / halfMs) * (noonMs - dayMs)
        : nextMs !== undefined && leftMs < halfMs
          ? Math.min(noonMs + (1 - leftMs / halfMs) * (nextMs - noonMs), nextMs - 1)
          : noonMs,
    caption: captions[place] ?? null,
  };
}

/** When a replay comes to the noon of a day: of the last it has at or before that day, or of its first. */
export function timeOfDay({days}: Script, ms: number): number {
  const day = days.findLast(({dayMs}) => dayMs <= dayStartMs(ms)) ?? days[0]!;
  return day.fromMs + DAY_TRAVEL_MS / 2;
}

/** When each caption comes, for those who go from one to the next by themselves. */
export function stillsOf({days}: Script): number[] {
  return days.flatMap(({fromMs, captions}) => captions.map((_, i) => fromMs + DAY_TRAVEL_MS / 2 + i * CAPTION_MS));
}

/** "0:04". */
export function clockWords(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
