import {spanBounds} from '../model/span.ts';
import type {TimelineEvent} from '../model/timeline.ts';
import {isInView} from '../model/view.ts';
import type {View} from '../model/view.ts';

/** The first events, in the order of time, that begin in a view. */
export function firstToBegin(events: readonly TimelineEvent[], view: View, count: number): readonly TimelineEvent[] {
  const found: TimelineEvent[] = [];
  for (const event of events) {
    if (found.length === count) break;
    if (isInView(spanBounds(event.span).fromMs, view)) found.push(event);
  }
  return found;
}
