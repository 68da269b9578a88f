import {spanAnchorMs} from '../model/span.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';

export type KeyAction =
  | {readonly kind: 'focus'; readonly id: string}
  | {readonly kind: 'zoom'; readonly factor: number}
  | {readonly kind: 'pan'; readonly share: number}
  | {readonly kind: 'fit' | 'play' | 'toggle-known' | 'open' | 'leave' | 'help' | 'find'}
  | {readonly kind: 'day'; readonly days: 1 | -1};

const ZOOM_FACTOR = 1.5;
const PAN_SHARE = 0.25;

/**
 * What a key does while focus is in the plot; design.md 15. Null where the key is the page's.
 *
 * @param events - Those that the reader can reach, in time order.
 * @param focusedId - The event that has focus, or had it last.
 */
export function keyAction(
  {key, shiftKey, ctrlKey, altKey, metaKey}: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  events: readonly TimelineEvent[],
  focusedId: string | null,
): KeyAction | null {
  if (ctrlKey || altKey || metaKey || events.length === 0) return null;
  const at = events.findIndex(({id}) => id === focusedId);
  const focus = (i: number): KeyAction => ({kind: 'focus', id: events[Math.min(Math.max(i, 0), events.length - 1)]!.id});
  if (shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
    return {kind: 'pan', share: key === 'ArrowLeft' ? -PAN_SHARE : PAN_SHARE};
  }
  switch (key) {
    case 'ArrowRight':
      return focus(at + 1);
    case 'ArrowLeft':
      return focus(at < 0 ? 0 : at - 1);
    case 'ArrowUp':
    case 'ArrowDown': {
      const id = nearestInNextLane(events, events[Math.max(at, 0)]!, key === 'ArrowUp' ? -1 : 1);
      return {kind: 'focus', id: id ?? events[Math.max(at, 0)]!.id};
    }
    case 'Home':
      return focus(0);
    case 'End':
      return focus(events.length - 1);
    case 'PageUp':
    case 'PageDown':
      return focus(chapterStart(events, Math.max(at, 0), key === 'PageUp' ? -1 : 1));
    case '+':
    case '=':
      return {kind: 'zoom', factor: ZOOM_FACTOR};
    case '-':
      return {kind: 'zoom', factor: 1 / ZOOM_FACTOR};
    case '0':
      return {kind: 'fit'};
    case ' ':
      return {kind: 'play'};
    case 'k':
    case 'K':
      return {kind: 'toggle-known'};
    case ',':
      return {kind: 'day', days: -1};
    case '.':
      return {kind: 'day', days: 1};
    case 'Enter':
      return {kind: 'open'};
    case 'Escape':
      return {kind: 'leave'};
    case '?':
      return {kind: 'help'};
    case '/':
      return {kind: 'find'};
    default:
      return null;
  }
}

function nearestInNextLane(events: readonly TimelineEvent[], from: TimelineEvent, step: 1 | -1): string | null {
  const lanes = [...new Set(events.map(({lane}) => lane))].sort((a, b) => step * (a - b));
  const lane = lanes.find((other) => step * (other - from.lane) > 0);
  if (lane === undefined) return null;
  const distanceMs = (event: TimelineEvent) => Math.abs(spanAnchorMs(event.span) - spanAnchorMs(from.span));
  return events.filter((event) => event.lane === lane).reduce((best, event) => (distanceMs(event) < distanceMs(best) ? event : best)).id;
}

/** First event of the chapter before or after, in time order. */
function chapterStart(events: readonly TimelineEvent[], at: number, step: 1 | -1): number {
  const {chapter} = events[at]!;
  const starts = events.flatMap((event, i) => (i === 0 || events[i - 1]!.chapter !== event.chapter ? [i] : []));
  return step > 0
    ? (starts.find((i) => i > at && events[i]!.chapter !== chapter) ?? events.length - 1)
    : (starts.findLast((i) => i < at && events[i]!.chapter !== chapter) ?? 0);
}

/** The next or previous event after a playhead, in time order. */
export function neighbourEvent(
  timeline: Timeline,
  playheads: readonly number[],
  playheadMs: number,
  selectedId: string | null,
  step: 1 | -1,
): TimelineEvent | null {
  const selected = timeline.events.findIndex(({id}) => id === selectedId);
  if (selected >= 0 && playheads[selected] === playheadMs) return timeline.events[selected + step] ?? null;
  const i = step > 0 ? playheads.findIndex((ms) => ms > playheadMs) : playheads.findLastIndex((ms) => ms < playheadMs);
  return timeline.events[i] ?? null;
}
