import {counted} from './counted.ts';
import {inLanguage} from './languages.ts';

/** The notes that open beside what is pointed at. */
const NOTE = {
  /** What each key does, where a mark has focus. */
  keys: {enter: 'Enter', enterDoes: 'read it', sideways: 'earlier, later', upAndDown: 'lane'},
  nothingKnown: 'Nothing known yet',
  noFigure: 'No figure yet',
  noSource: (day: string) => `No source gives one by ${day}.`,
  asOf: (asOf: string, known: string) => `As of ${asOf}; public from ${known}.`,
  from: (day: string) => `From ${day}.`,
  sourceFoundLater: 'Source found later.',
  events: (count: number) => counted(count, 'event', 'events'),
  pressCount: 'Press the count to see each in its place',
  closeList: 'Close',
};
export type NoteWords = typeof NOTE;

export const noteWords = (language: string): NoteWords => inLanguage({en: NOTE}, language);
