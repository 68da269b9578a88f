import {countsDays} from './pace.ts';
import {spanAnchorMs} from './span.ts';
import {axisMs, DAY_MS, dayStartMs} from './time.ts';
import type {Timeline, TimelineEvent} from './timeline.ts';
import type {View} from './view.ts';

/** Where the playhead goes for an event: its hour where that is known, else noon of its day. */
export function playheadOf({span}: Pick<TimelineEvent, 'span'>): number {
  if (span.kind === 'moment') return span.atMs;
  return dayStartMs(spanAnchorMs(span)) + DAY_MS / 2;
}

/** Where the playhead is when an event becomes public: the event itself where that is the same day. */
export function publicPlayheadOf(event: Pick<TimelineEvent, 'span' | 'knownMs'>): number {
  const happenedMs = playheadOf(event);
  return dayStartMs(happenedMs) === event.knownMs ? happenedMs : playheadOfDay(event.knownMs);
}

/** The playhead of a day. */
export function playheadOfDay(dayMs: number): number {
  return dayStartMs(dayMs) + DAY_MS / 2;
}

/** Noon of the last day on which something happens. */
export function lastPlayheadMs(timeline: Pick<Timeline, 'events' | 'firstDayMs'>): number {
  return playheadOfDay(Math.max(timeline.firstDayMs, ...timeline.events.map(playheadOf)));
}

/** Where a replay begins: Day 1, or the beginning of a story too long to count days. */
export function firstPlayheadMs({extent, firstDayMs}: Pick<Timeline, 'extent' | 'firstDayMs'>): number {
  return countsDays(extent) ? firstDayMs : extent.fromMs;
}

/** One day on or back; a year, in a story of years. */
export function stepOfPlayhead(extent: View, ms: number, steps: 1 | -1): number {
  if (countsDays(extent)) return playheadOfDay(ms + steps * DAY_MS);
  const date = new Date(ms);
  return playheadOfDay(axisMs(date.getUTCFullYear() + steps, date.getUTCMonth(), date.getUTCDate()));
}
