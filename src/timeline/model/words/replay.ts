import {counted} from './counted.ts';
import {inLanguage} from './languages.ts';

/** Numbers of things that are few enough to be written out, at the start of a sentence. */
const NUMBERS = ['Nothing', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

/** The replay: its band, its bar and the card it ends with. */
const REPLAY = {
  name: 'Replay',
  pause: 'Pause',
  play: 'Play',
  again: 'Replay again',
  leave: 'Leave the replay',
  /** On a phone. */
  leaveShort: 'Leave',
  back: 'Back',
  next: (caption: string) => `Next: ${caption}`,
  still: (number: number, all: number) => `Still ${number} of ${all}`,
  /** After a number on its own. */
  ofEventsPublic: (all: number) => `of ${counted(all, 'event', 'events')} public`,
  ofPublic: (all: number) => `of ${all} public`,
  ofTime: (all: string) => `of ${all}`,
  /** Of a day without a caption. */
  news: (count: number) => (count === 0 ? 'Nothing new became public.' : `${counted(count, 'more event', 'more events')} became public.`),
  said: (day: string, date: string, caption: string, known: number, all: number) =>
    `${day}, ${date}. ${caption.replace(/[.!?]$/, '')}. ${known} of ${counted(all, 'event', 'events')} public.`,
  notPublicYet: 'What was not public yet',
  stillUnknown: (count: number) => {
    if (count === 0) return 'Everything that had happened by then was public.';
    const things = `${NUMBERS[count] ?? count} ${count === 1 ? 'thing' : 'things'}`;
    return `${things} that had already happened ${count === 1 ? 'was' : 'were'} still unknown.`;
  },
  public: (day: string) => `Public ${day}`,
  copyDay: 'Copy link to this day',
  readTheStory: 'Read the story',
  linkOpens: (day: string) => `The link opens the timeline as it was known on ${day}.`,
};
export type ReplayWords = typeof REPLAY;

export const replayWords = (language: string): ReplayWords => inLanguage({en: REPLAY}, language);
