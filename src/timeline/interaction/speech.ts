/** What the stage says to those who do not see it: a range, a count, and no more. */
import type {Known} from '../model/known.ts';
import {spanBounds} from '../model/span.ts';
import type {Timeline} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import {stageWords} from '../model/words/stage.ts';
import {dayInWords} from '../render/names.ts';

/** "Tue 16 Dec 2014 to Fri 26 Dec 2014: 40 events, sources disagree on 6." */
export function viewInWords(
  {events, language}: Pick<Timeline, 'events' | 'language'>,
  view: View,
  {isKnownThen, standingOf, isDisputed}: Known,
): string {
  const seen = events.filter(({span}) => {
    const {fromMs, toMs} = spanBounds(span);
    // A day ends where the next begins, and is not seen there; an hour has no length.
    return fromMs < view.toMs && (toMs > view.fromMs || fromMs >= view.fromMs);
  });
  const disputed = seen.filter(({id}) => isDisputed(id)).length;
  const known = isKnownThen ? seen.filter(({id}) => standingOf(id) === 'known').length : null;
  return stageWords(language).inView(dayInWords(view.fromMs, language), dayInWords(view.toMs - 1, language), seen.length, known, disputed);
}

/** "Thu 18 Dec 2014: 21 of 87 events known." */
export function knownInWords({events, language}: Pick<Timeline, 'events' | 'language'>, {count}: Known, playheadMs: number): string {
  return stageWords(language).knownOn(dayInWords(playheadMs, language), count, events.length);
}
