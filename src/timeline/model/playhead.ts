import {spanAnchorMs} from './span.ts';
import {DAY_MS, dayStartMs} from './time.ts';
import type {Timeline, TimelineEvent} from './timeline.ts';

/** Where the playhead stands for an event: its hour where that is known, else noon of its day. */
export function playheadOf({span}: Pick<TimelineEvent, 'span'>): number {
  if (span.kind === 'moment') return span.atMs;
  return dayStartMs(span.kind === 'stretch' ? span.fromMs : spanAnchorMs(span)) + DAY_MS / 2;
}

/** Where the playhead stands when an event becomes public: the event itself where that is the same day. */
export function publicPlayheadOf(event: Pick<TimelineEvent, 'span' | 'knownMs'>): number {
  const happenedMs = playheadOf(event);
  return dayStartMs(happenedMs) === event.knownMs ? happenedMs : playheadOfDay(event.knownMs);
}

/** The playhead of a day. */
export function playheadOfDay(dayMs: number): number {
  return dayStartMs(dayMs) + DAY_MS / 2;
}

/** Noon of the last day on which something happens. */
export function lastPlayheadMs(timeline: Timeline): number {
  return playheadOfDay(Math.max(timeline.firstDayMs, ...timeline.events.map(playheadOf)));
}
