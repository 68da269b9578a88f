/** The forms in which other programs take the story, as the foot of each page and the head name them. */
import {inLanguage} from './languages.ts';

const EXIT = {
  data: 'Data:',
  citations: 'Citations:',
  names: {
    json: 'JSON',
    csv: 'CSV',
    calendar: 'calendar',
    timelinejs: 'TimelineJS',
    feed: 'Feed',
    bibtex: 'BibTeX',
    ris: 'RIS',
    markdown: 'Markdown',
    oembed: 'oEmbed',
  },
  /** What each is called where nothing around it says whose it is. */
  titled: (story: string, name: string) => `${story}: ${name}`,
  joined: ', ',
  sources: 'Sources',
  elsewhere: 'Elsewhere',
  when: (date: string) => `When: ${date}`,
  known: (date: string) => `Public: ${date}`,
  status: (status: string) => `Status: ${status}`,
  lane: (lane: string) => `Lane: ${lane}`,
  dating: (dating: string) => `Dating: ${dating}`,
  corrected: (day: string, text: string) => `Corrected ${day}: ${text}`,
  sourceLine: (publisher: string, day: string, headline: string) => `${publisher}, ${day}: ${headline}`,
  licence: (name: string) => `Words and data: ${name}. Quotations and headlines belong to those who wrote them.`,
  readAs: 'Dates and claims are given as the sources give them; where sources disagree, no side is right by default.',
};
export type ExitWords = typeof EXIT;
export type ExitName = keyof ExitWords['names'];

export const exitWords = (language: string): ExitWords => inLanguage({en: EXIT}, language);
