import {spanBounds} from './span.ts';
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
  // It may have been any day since, so there is none by which it had happened for certain.
  if (span.kind === 'since') return 'coming';
  const {fromMs, toMs} = spanBounds(span);
  const happenedMs = span.kind === 'stretch' || span.kind === 'moment' ? fromMs : toMs - DAY_MS;
  return happenedMs < day + DAY_MS ? 'secret' : 'coming';
}
