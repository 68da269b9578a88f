import {spanBounds} from './span.ts';
import type {Span} from './span.ts';
import {DAY_MS, dayStartMs} from './time.ts';

/**
 * The state of an event on a day: `known` to the public; `secret`, when it had happened for certain and was
 * not public; `coming` otherwise.
 */
export type Standing = 'known' | 'coming' | 'secret';

/**
 * Whether what became public on one day may be said on another.
 *
 * @param dayMs - Start of the day that is shown; `Infinity` for today.
 * @param knownMs - Start of the day it became public.
 */
export function isPublicOn(dayMs: number, knownMs: number): boolean {
  return knownMs <= dayMs;
}

/** Starts of the days on which the state of an event changes. */
export interface EventClocks {
  readonly knownMs: number;
  /** The day by which it had happened for certain, or null. */
  readonly happenedMs: number | null;
}

/** @param dayMs - Start of the day; `Infinity` for today. */
export function standingOn({knownMs, happenedMs}: EventClocks, dayMs: number): Standing {
  if (isPublicOn(dayMs, knownMs)) return 'known';
  return happenedMs !== null && isPublicOn(dayMs, happenedMs) ? 'secret' : 'coming';
}

/** Start of the day by which it had happened, or begun, for certain; null where it may have been any day since one. */
export function happenedDayMs(span: Span): number | null {
  if (span.kind === 'since') return null;
  const {fromMs, toMs} = spanBounds(span);
  return dayStartMs(span.kind === 'stretch' || span.kind === 'moment' ? fromMs : toMs - DAY_MS);
}
