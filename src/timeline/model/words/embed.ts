/** The stage in the frame of another page, and the panel that gives the code for one. */
import {counted} from './counted.ts';
import {inLanguage} from './languages.ts';

/** A year at the end of the story's short name, which a whole date beside it says again. */
const YEAR_AT_END = /,?\s+\d{4}(?:[–-]\d{2,4})?$/;

const FRAME = {
  open: 'Open the timeline',
  /** Before and after a day: "The voyage as known on 3 Aug 1914". */
  asKnownOn: (subject: string): readonly [string, string] => [`${subject.replace(YEAR_AT_END, '')} as known on `, ''],
  /** Where a frame lets no link lead out of it. */
  cannotOpen: 'This frame may not open other pages. The address of this one:',
  copyAddress: 'Copy address',
  copied: 'Copied',
  close: 'Close',
};
export type FrameWords = typeof FRAME;

export const frameWords = (language: string): FrameWords => inLanguage({en: FRAME}, language);

/** The panel “Embed and cite”. */
const SHARE = {
  open: 'Embed',
  title: 'Embed and cite',
  takeWithYou: 'Take it with you',
  close: 'Close',
  embed: 'Embed',
  embedNote: 'One frame, no tracking, works in a sandbox.',
  size: 'Size',
  sizes: {column: 'Fills the column', medium: '700 × 520', small: '300 × 400'},
  shows: 'Shows',
  everything: 'Everything',
  thisWindow: 'This window',
  opensAs: 'Opens as',
  knownNow: 'Known now',
  knownThenOn: (day: string) => `Known then, ${day}`,
  theme: 'Theme',
  themes: {reader: 'The reader’s', light: 'Light', dark: 'Dark'},
  copyCode: 'Copy code',
  copied: 'Copied',
  asItWillLook: (size: string) => `As it will look, ${size}`,
  fillingColumn: 'filling the column',
  cite: 'Cite',
  citeNote: 'This page, as read today.',
  forms: {text: 'Text', bibtex: 'BibTeX', ris: 'RIS'},
  citation: (title: string, facts: string, address: string) => `“${title}.” ${facts} ${address}`,
  /** The date is that of the page, not of the events on it. */
  facts: (events: number, sources: number, updated: string) =>
    `${counted(events, 'event', 'events')} from ${counted(sources, 'source', 'sources')}. Page updated ${updated}.`,
  copyCitation: 'Copy citation',
  download: 'Download the picture',
  downloadNote: 'The window as you see it, with title, sources line and licence.',
  svg: 'SVG',
  png: (widthPx: string) => `PNG, ${widthPx} px wide`,
  couldNotDraw: 'The picture could not be made here.',
  licence: (name: string) => `Words and data: ${name}`,
  copyLink: 'Copy link',
  toThisWindow: 'To this window',
  toDay: (day: string) => `To ${day} as known then`,
  /** Below the title of the picture. */
  days: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  asKnownOn: (day: string) => `As known on ${day}`,
};
export type ShareWords = typeof SHARE;

export const shareWords = (language: string): ShareWords => inLanguage({en: SHARE}, language);
