import {spanBounds} from './span.ts';
import type {Span} from './span.ts';
import {DAY_MS, dayStartMs} from './time.ts';
import type {TimelineEvent} from './timeline.ts';

/**
 * How an event stands on a day: `known` to the public; `secret`, when it had happened for certain and was
 * not public; `coming` otherwise.
 */
export type Standing = 'known' | 'coming' | 'secret';

export function standingOn({span, knownMs}: Pick<TimelineEvent, 'span' | 'knownMs'>, dayMs: number): Standing {
  const day = dayStartMs(dayMs);
  if (knownMs <= day) return 'known';
  const happenedMs = happenedDayMs(span);
  return happenedMs !== null && happenedMs <= day ? 'secret' : 'coming';
}

/** Start of the day by which it had happened, or begun, for certain; null where it may have been any day since one. */
export function happenedDayMs(span: Span): number | null {
  if (span.kind === 'since') return null;
  const {fromMs, toMs} = spanBounds(span);
  return dayStartMs(span.kind === 'stretch' || span.kind === 'moment' ? fromMs : toMs - DAY_MS);
}
