import type {EventEntry, Status, StoryEntry} from '../schema/content.ts';
import {LOOKS} from '../schema/lists.ts';
import {endDayMs, startDayMs} from '../timeline/model/day-words.ts';
import {DAY_MS} from '../timeline/model/time.ts';
import {publicDayMs} from '../timeline/model/timeline.ts';
import {entryWords} from '../timeline/model/words/pages.ts';
import type {StatesOfLook} from '../timeline/model/words/method.ts';

/** News that takes two days to come out is ordinary; only what took longer is marked. */
const ORDINARY_DELAY_MS = 2 * DAY_MS;

/** True where the day is about, not certain, one of several, or wider than a day. */
export function isDateUncertain({date, happened}: Pick<EventEntry, 'date' | 'happened'>): boolean {
  const edges = [date.start, date.end];
  if (edges.some((edge) => edge.approximate || edge.uncertain || edge.bound === 'unknown')) return true;
  if (date.precision === 'interval') return happened === 'within';
  return date.precision === 'year' || date.precision === 'month';
}

/** True where the public learned of an event more than two days after it was over. */
export function isKnownLater({date, known}: Pick<EventEntry, 'date' | 'known'>, zone: string): boolean {
  const overMs = endDayMs(date, zone) ?? startDayMs(date, zone);
  return overMs !== null && publicDayMs(known, zone) - overMs > ORDINARY_DELAY_MS;
}

/** An event's status in a sentence, its name first. */
export function statusWords(status: Status, language: string): string {
  const {statuses, nameAndMeaning} = entryWords(language);
  return nameAndMeaning(statuses[status].name, statuses[status].meaning);
}

/** The status in one word, where it is worth a reader's notice: all but confirmed. */
export function statusNotice(status: Status, language: string): string | null {
  return status === 'confirmed' ? null : entryWords(language).statuses[status].name;
}

/** The looks that a story's states have, each with the story's words for what it means. */
export function statesByLook({items}: NonNullable<StoryEntry['states']>): StatesOfLook[] {
  return LOOKS.map((look) => ({
    look,
    labels: [...new Set(items.filter((item) => item.look === look).map(({short}) => short))],
  })).filter(({labels}) => labels.length > 0);
}
