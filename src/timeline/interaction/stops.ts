/** Where Tab comes into the plot. */
import {spanBounds} from '../model/span.ts';
import {eventsById} from '../model/timeline.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import {isInView} from '../model/view.ts';
import type {View} from '../model/view.ts';

/** The first event that begins in sight may be one of a day that has no room for it; then it is the next. */
const FIRST_STOPS = 5;

/**
 * Ids of the events to try, in that order: those that a reader has reached, if they are in sight, then the first that
 * begin there.
 *
 * @param reachable - The events that search and filters let through, in the order of time.
 * @param comeTo - The one that last had focus and the selected one.
 */
export function tabStops(
  timeline: Timeline,
  reachable: readonly TimelineEvent[],
  view: View,
  comeTo: readonly (string | null)[],
): readonly string[] {
  const isSeen = (id: string | null): id is string => {
    const span = id === null ? undefined : eventsById(timeline).get(id)?.span;
    return span !== undefined && spanBounds(span).toMs >= view.fromMs && spanBounds(span).fromMs <= view.toMs;
  };
  return [...comeTo.filter(isSeen), ...firstToBegin(reachable, view, FIRST_STOPS).map(({id}) => id)];
}

export function firstToBegin(events: readonly TimelineEvent[], view: View, count: number): readonly TimelineEvent[] {
  const found: TimelineEvent[] = [];
  for (const event of events) {
    if (found.length === count) break;
    if (isInView(spanBounds(event.span).fromMs, view)) found.push(event);
  }
  return found;
}
