/** Which event comes next: for the keys of the plot, and for the buttons beside Play. */
import {playheadOf, publicPlayheadOf} from '../model/playhead.ts';
import {spanAnchorMs} from '../model/span.ts';
import type {TimelineEvent} from '../model/timeline.ts';

export type Way = 'before' | 'after' | 'above' | 'below' | 'first' | 'last' | 'chapter-before' | 'chapter-after';

/**
 * The event that a key leads to from another event; the same event if there is nothing further that way.
 *
 * @param events - Those that the reader can reach, in time order; at least one.
 * @param fromId - The event that has focus, or had it last.
 */
export function eventOnWay(way: Way, events: readonly TimelineEvent[], fromId: string | null): TimelineEvent {
  const at = events.findIndex(({id}) => id === fromId);
  /** Where no event has been come to yet, all but the next is from the first. */
  const from = Math.max(at, 0);
  const eventAt = (i: number) => events[Math.min(Math.max(i, 0), events.length - 1)]!;
  switch (way) {
    case 'before':
      return eventAt(from - 1);
    case 'after':
      return eventAt(at + 1);
    case 'above':
    case 'below':
      return nearestInNextLane(events, events[from]!, way === 'above' ? -1 : 1) ?? events[from]!;
    case 'first':
      return eventAt(0);
    case 'last':
      return eventAt(events.length - 1);
    case 'chapter-before':
      return eventAt(chapterStart(events, from, -1));
    case 'chapter-after':
      return eventAt(chapterStart(events, from, 1));
  }
}

function nearestInNextLane(events: readonly TimelineEvent[], from: TimelineEvent, step: 1 | -1): TimelineEvent | null {
  const lanes = [...new Set(events.map(({lane}) => lane))].sort((a, b) => step * (a - b));
  const lane = lanes.find((other) => step * (other - from.lane) > 0);
  if (lane === undefined) return null;
  const distanceMs = (event: TimelineEvent) => Math.abs(spanAnchorMs(event.span) - spanAnchorMs(from.span));
  return events.filter((event) => event.lane === lane).reduce((best, event) => (distanceMs(event) < distanceMs(best) ? event : best));
}

/** First event of the chapter before or after, in time order. */
function chapterStart(events: readonly TimelineEvent[], at: number, step: 1 | -1): number {
  const {chapter} = events[at]!;
  const starts = events.flatMap((event, i) => (i === 0 || events[i - 1]!.chapter !== event.chapter ? [i] : []));
  return step > 0
    ? (starts.find((i) => i > at && events[i]!.chapter !== chapter) ?? events.length - 1)
    : (starts.findLast((i) => i < at && events[i]!.chapter !== chapter) ?? 0);
}

/**
 * The event after the playhead or before it; in Known then the next that the public hears of. Where the selected event
 * is at the playhead, it is the one beside that.
 *
 * @param events - Those that the reader can reach, in time order.
 * @returns Null beyond the first event and the last.
 */
export function nextEvent(
  events: readonly TimelineEvent[],
  {isKnownThen, playheadMs}: {readonly isKnownThen: boolean; readonly playheadMs: number},
  selectedId: string | null,
  step: 1 | -1,
): TimelineEvent | null {
  const headOf = isKnownThen ? publicPlayheadOf : playheadOf;
  const inOrder = isKnownThen ? [...events].sort((a, b) => headOf(a) - headOf(b)) : events;
  const selected = inOrder.findIndex(({id}) => id === selectedId);
  if (selected >= 0 && headOf(inOrder[selected]!) === playheadMs) return inOrder[selected + step] ?? null;
  const isNext = (event: TimelineEvent) => (step > 0 ? headOf(event) > playheadMs : headOf(event) < playheadMs);
  return (step > 0 ? inOrder.find(isNext) : inOrder.findLast(isNext)) ?? null;
}
