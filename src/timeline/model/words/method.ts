import type {LOOKS} from '../../../schema/lists.ts';
import {inLanguage} from './languages.ts';

/** The story's own words for those of its states that look alike. */
export interface StatesOfLook {
  readonly look: (typeof LOOKS)[number];
  readonly labels: readonly string[];
}

const LOOK_NAMES: Readonly<Record<StatesOfLook['look'], string>> = {
  outline: 'an outline',
  hatched: 'hatched',
  double: 'a double outline',
  solid: 'solid',
};

/** The method page, and what the signs mean. */
const METHOD = {
  title: 'How we dated it',
  description: (story: string) => `How the events of ${story} were dated, what the signs mean, and what is left out.`,
  method: 'Method',
  onThisPage: 'On this page',
  signs: 'What the signs mean',
  dates: 'Dates and the two clocks',
  datesSayNoMore: (zone: string) =>
    `A date says no more than its sources do. A day is the calendar day where the story happens; an hour is given only where a source prints one, in ${zone}. Where only a month or a stretch of days is known, the entry says so, and the drawing covers all of it.`,
  twoDates:
    'Every event has two dates: the day it happened and the day the public could first know of it. Most public acts have one day for both. The count of days begins with Day 1.',
  knownThen:
    'Known then shows the story as it was public at the end of a day. What came out later is an outline without a name; what had happened in secret says “Not public yet”; counts, charts and versions stop at that day, and what still went on has no last day. A chapter’s title is shown from the first day on which something of it was public, or later where it tells more; its introduction once everything in the chapter had come out. An article published later may still report what the public knew: its number stays, and its name waits for its day.',
  status: 'Status',
  confirmedToo: 'A disagreement between sources can also concern an event that is itself confirmed.',
  corrections: 'Corrections',
  howCorrected:
    'An error is corrected on the event itself, with the date and what was wrong, and listed here. Nothing is taken away without a note, and an event keeps its address.',
  noCorrection: 'No correction has been made so far.',
  howToReport:
    'To report an error, write to the publisher of this page. Give the address of the event and a source that says otherwise. What each of our sources says is on [the list of sources].',
  access: 'Access',
  completeWithout:
    'The story is a list of text, complete without a script, and the timeline is an addition to it. Whatever a hand can do there, keys and buttons can do too: the question mark in the timeline’s bar lists them. Every change is checked by machine against WCAG 2.2, levels A and AA, in light and dark and from phone to desktop.',
  notTried:
    'Not tried so far: NVDA, JAWS, VoiceOver and TalkBack with people who use them, and browsers other than Chromium. Whatever fails you is an error like any other; report it in the same way.',
  knownDay: 'A filled mark: the day is known. Where the hour is known too, the mark is at that hour.',
  within: 'A hollow mark on a dotted line: it happened once, on one of the days the line covers.',
  by: 'Dots that fade to the left: it had happened by this day; how long before is not reported.',
  stretch: 'A bar: it went on for the whole stretch.',
  openEnd: 'A bar that fades: when it ended, or began, is not known.',
  cluster: 'Events too close together to draw apart. Opening it zooms in until they separate.',
  states: (name: string, looks: readonly StatesOfLook[]) =>
    `${name}: ${looks.map(({look, labels}) => `${LOOK_NAMES[look]} for ${labels.map((label) => `“${label}”`).join(' and ')}`).join(', ')}.`,
  uncertain: 'Date uncertain: the entry says how uncertain, in words.',
  later:
    'Known later: the public learned of it more than two days after it happened. Inside a text, the words after this sign were not public on the day of the event.',
  disagree: 'Sources disagree: their versions are side by side, in no order of merit.',
  lanes: 'The lanes',
};
export type MethodWords = typeof METHOD;

export const methodWords = (language: string): MethodWords => inLanguage({en: METHOD}, language);
