/** What the pictures shown with a link say. */
import {counted} from './counted.ts';
import {inLanguage} from './languages.ts';

const CARD = {
  storyLine: (kicker: string) => `${kicker}: what the public knew, and when`,
  dayTitle: (day: string) => `What the public knew on ${day}`,
  dayLine: (known: number, events: number) => `${known} of ${counted(events, 'event', 'events')} public`,
  dayNotCertain: 'Day not certain',
  dateNotCertain: 'Date not certain',
  sourcesDisagree: 'Sources disagree',
  /** A title may end in a point or a question mark of its own. */
  alt: (parts: readonly string[]) => parts.map((part) => (/[.?!…]$/.test(part) ? part : `${part}.`)).join(' '),
};
export type CardWords = typeof CARD;

export const cardWords = (language: string): CardWords => inLanguage({en: CARD}, language);
