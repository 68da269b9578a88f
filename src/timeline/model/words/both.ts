import {counted} from './counted.ts';
import {inLanguage} from './languages.ts';

/** Then and now, one above the other. */
const BOTH = {
  /** Both heads begin with words that are set strongly. */
  werePublic: (count: number, all: number, day: string): readonly [string, string] => [
    `${count} of ${counted(all, 'event', 'events')}`,
    ` ${count === 1 ? 'was' : 'were'} public on ${day}. Later events are empty outlines.`,
  ],
  cameOutLater: (count: number): readonly [string, string] =>
    count === 0
      ? ['Nothing', ' came out later. What was public already is drawn quietly.']
      : [`${count} more`, ` came out later and ${count === 1 ? 'is' : 'are'} drawn in full. What was public already is drawn quietly.`],
  /** On a phone. */
  werePublicShort: (count: number, all: number, day: string) => `${count} of ${all} public on ${day}`,
  cameOutLaterShort: (count: number) => (count === 0 ? 'Nothing came out later' : `${count} more came out later`),
  dayCompared: 'Day compared',
  /** In the rail, beside the ruler between the two pictures. */
  theDayCompared: 'The day compared',
  hint: 'Drag the red day, or press an arrow key, to compare another day.',
  oneDay: 'one day',
  oneYear: 'one year',
  dayBack: 'Compare the day before',
  dayOn: 'Compare the next day',
  yearBack: 'Compare the year before',
  yearOn: 'Compare the next year',
  /** What a screen reader hears of the day compared. */
  valueOf: (day: string, count: number, all: number) => `${day}, ${count} of ${counted(all, 'event', 'events')} public`,
  keys: {
    step: {days: 'one day', years: 'one year'},
    leap: {days: 'one week', years: 'ten years'},
    ends: {days: 'first day, last day', years: 'first year, last year'},
    leave: 'leave the comparison',
  },
  hidden: (day: string) => `Happened by ${day}, not public yet`,
  nothingHidden: (day: string) => `Everything that had happened by ${day} was public.`,
  /** In place of a title, until there is one. */
  anEvent: 'An event',
  public: (day: string) => `Public ${day}`,
};
export type BothWords = typeof BOTH;

export const bothWords = (language: string): BothWords => inLanguage({en: BOTH}, language);
