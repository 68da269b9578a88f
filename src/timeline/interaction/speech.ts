/** What the stage says to those who do not see it: a range, a count, and no more. */
import type {Standing} from '../model/standing.ts';
import {spanBounds} from '../model/span.ts';
import type {TimelineEvent} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import {dayInWords} from '../render/names.ts';

/**
 * "Tue 16 Dec 2014 to Fri 26 Dec 2014: 40 events, sources disagree on 6."
 *
 * @param isKnown - Whether the public knew of an event; null in Known now, where it is not asked.
 */
export function viewInWords(events: readonly TimelineEvent[], view: View, isDisputed: (id: string) => boolean, isKnown: ((id: string) => boolean) | null): string {
  const seen = events.filter(({span}) => spanBounds(span).toMs >= view.fromMs && spanBounds(span).fromMs <= view.toMs);
  const disputed = seen.filter(({id}) => isDisputed(id)).length;
  const doubt = disputed > 0 ? `, sources disagree on ${disputed}` : '';
  const count = `${seen.length} ${seen.length === 1 ? 'event' : 'events'}`;
  const known = isKnown ? `${seen.filter(({id}) => isKnown(id)).length} of ${count} known` : count;
  return `${dayInWords(view.fromMs)} to ${dayInWords(view.toMs - 1)}: ${known}${doubt}.`;
}

/** "Thu 18 Dec 2014: 21 of 87 events known." */
export function knownInWords(events: readonly TimelineEvent[], standingOf: (id: string) => Standing, playheadMs: number): string {
  const known = events.filter(({id}) => standingOf(id) === 'known').length;
  return `${dayInWords(playheadMs)}: ${known} of ${events.length} events known.`;
}
