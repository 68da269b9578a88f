/** The pages that say what the public knew on one day. */
import {counted} from './counted.ts';
import {inLanguage} from './languages.ts';

const THEN = {
  title: (day: string) => `What the public knew on ${day}`,
  description: (day: string, known: number, all: number, secret: number) =>
    `On ${day} ${known} of ${counted(all, 'event', 'events')} were public.${secret > 0 ? ` ${secret} more had happened and ${secret === 1 ? 'was' : 'were'} not public yet.` : ''}`,
  /** Above the two lists; the first number is set large. */
  ofEventsPublic: (all: number) => `of ${counted(all, 'event', 'events')} public`,
  hadHappened: (count: number) => `${counted(count, 'event', 'events')} had happened and ${count === 1 ? 'was' : 'were'} not public yet.`,
  nothingHidden: 'Nothing else in this chronology had happened by then without being public.',
  openInTimeline: 'Open the whole story on this day',
  copyLink: 'Copy link to this day',
  copied: 'Link copied',
  news: 'Became public on this day',
  noNews: 'No event became public on this day.',
  otherSides: 'Who took a side on this day',
  secret: 'Had happened, not public yet',
  before: 'Public before this day',
  figures: 'The counts at the end of the day',
  noFigureYet: 'no figure yet',
  newToday: 'new on this day',
  publicLater: (day: string, lag: string) => `Public ${day}, ${lag}`,
  happened: (when: string) => `Happened: ${when}`,
  days: 'Days with news',
  dayBefore: 'The day with news before',
  dayAfter: 'The next day with news',
};
export type ThenWords = typeof THEN;

export const thenWords = (language: string): ThenWords => inLanguage({en: THEN}, language);
