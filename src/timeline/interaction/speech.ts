/** What the stage says to those who do not see it: a range, a count, and no more. */
import type {Standing} from '../model/standing.ts';
import {spanBounds} from '../model/span.ts';
import type {Timeline} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import {stageWords} from '../model/words/stage.ts';
import {dayInWords} from '../render/names.ts';

/**
 * "Tue 16 Dec 2014 to Fri 26 Dec 2014: 40 events, sources disagree on 6."
 *
 * @param isKnown - Whether the public knew of an event; null in Known now, where it is not asked.
 */
export function viewInWords({events, language}: Pick<Timeline, 'events' | 'language'>, view: View, isDisputed: (id: string) => boolean, isKnown: ((id: string) => boolean) | null): string {
  const seen = events.filter(({span}) => spanBounds(span).toMs >= view.fromMs && spanBounds(span).fromMs <= view.toMs);
  const disputed = seen.filter(({id}) => isDisputed(id)).length;
  const known = isKnown ? seen.filter(({id}) => isKnown(id)).length : null;
  return stageWords(language).inView(dayInWords(view.fromMs, language), dayInWords(view.toMs - 1, language), seen.length, known, disputed);
}

/** "Thu 18 Dec 2014: 21 of 87 events known." */
export function knownInWords({events, language}: Pick<Timeline, 'events' | 'language'>, standingOf: (id: string) => Standing, playheadMs: number): string {
  const known = events.filter(({id}) => standingOf(id) === 'known').length;
  return stageWords(language).knownOn(dayInWords(playheadMs, language), known, events.length);
}
