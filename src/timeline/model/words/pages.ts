/** What is said in pages and by no script. */
import {counted, eventsAndLine, eventsNotesAndSources} from './counted.ts';
import {inLanguage} from './languages.ts';
import type {StatesOfLook} from './method.ts';

/** The stage's buttons and labels, which are all in the page. */
const CONTROL = {
  stillPicture: 'This is a still picture.',
  controlsDidNotLoad: 'The timeline’s controls did not load. The story below is complete.',
  reload: 'Reload the page',
  controls: 'Timeline controls',
  previous: 'Previous event',
  next: 'Next event',
  whatIsShown: 'What is shown',
  knownNow: 'Known now',
  knownThen: 'Known then',
  both: 'Both',
  /** What they show, said before they are pressed; the second of each pair is for a phone. */
  knownNowShows: {long: 'Everything, as we know it today', short: 'All we know today'},
  knownThenShows: {long: 'Only what was public on the day', short: 'Only what was public'},
  bothShows: {long: 'Then and now', short: 'Then and now'},
  replay: 'Replay the story',
  seconds: (count: number) => counted(count, 'second', 'seconds'),
  gettingReady: 'Getting ready',
  startsWhenReady: 'Starts when ready',
  firstDay: 'First day shown',
  lastDay: 'Last day shown',
  levelOfDetail: 'Level of detail',
  levels: {centuries: 'Centuries', decades: 'Decades', years: 'Years', months: 'Months', weeks: 'Weeks', days: 'Days', hours: 'Hours'},
  zoomOut: 'Zoom out',
  zoomIn: 'Zoom in',
  showAll: 'Show all',
  filterEvents: 'Filter events',
  filter: 'Filter',
  searchEvents: 'Search events',
  search: 'Search',
  timelineOf: (events: number) => `Timeline of ${events} events`,
  timelineInStretches: (events: number, stretches: number) =>
    `Timeline of ${events} events in ${counted(stretches, 'stretch', 'stretches')}`,
  daysAround: 'The days around this event',
  eventsAround: 'Events around this one',
  openInTimeline: 'Open in the timeline',
};
export type ControlWords = typeof CONTROL;

export const controlWords = (language: string): ControlWords => inLanguage({en: CONTROL}, language);

/** The panel behind the bar's question mark. */
const PANEL = {
  open: 'Controls and keys',
  title: 'Controls',
  escape: 'Esc',
  escapeCloses: 'Esc, close the controls',
  moveAndZoom: 'Move and zoom',
  earlier: 'Earlier',
  later: 'Later',
  playhead: 'Playhead',
  dayBack: 'One day back',
  dayOn: 'One day on',
  yearBack: 'One year back',
  yearOn: 'One year on',
  daysShown: 'Days shown',
  firstDay: 'First day',
  lastDay: 'Last day',
  countShown: 'Count shown',
  keysTitle: 'Keys, while a mark has focus',
  /** How keys are labelled; the four arrows are drawn, and these names are heard. */
  key: {
    left: 'Left',
    right: 'Right',
    up: 'Up',
    down: 'Down',
    home: 'Home',
    end: 'End',
    pageUp: 'PgUp',
    pageDown: 'PgDn',
    enter: 'Enter',
    escape: 'Esc',
    shift: 'Shift',
    space: 'Space',
  },
  keys: {
    sideways: 'the event before, after',
    upAndDown: 'the nearest in the lane above, below',
    homeAndEnd: 'the first event, the last',
    pages: 'the chapter before, after',
    enter: 'read the entry; open a group',
    escape: 'back from the entry to its mark, from the mark to the bar',
    zoom: 'zoom in, zoom out, show all',
    shift: 'earlier, later',
    space: 'play, pause',
    known: 'Known now, Known then',
    both: 'then and now compared, and back',
    days: 'the playhead one day back, forward',
    find: 'search, these controls',
    help: 'these controls',
  },
  mouseTitle: 'Mouse',
  mouse: [
    ['Click a mark', 'opens its entry'],
    ['Click a count', 'shows its events'],
    ['Drag', 'moves through the days'],
    ['Drag the ruler', 'moves the playhead'],
    ['Double-click', 'zooms in'],
    ['Ctrl or Cmd and the wheel', 'zooms at the pointer'],
    ['Shift and the wheel', 'moves through the days'],
    ['Drag the overview', 'moves or resizes the window'],
  ],
  fingersTitle: 'Touch',
  fingers: [
    ['One finger sideways', 'moves through the days'],
    ['One finger up or down', 'scrolls the page'],
    ['Two fingers', 'zoom'],
    ['Tap twice', 'zooms in'],
    ['Tap, then hold and drag', 'zooms with one finger'],
    ['Tap or swipe the figure', 'shows another figure'],
    ['Touch and hold the date', 'turns Known then on or off'],
  ],
};
export type PanelWords = typeof PANEL;

export const panelWords = (language: string): PanelWords => inLanguage({en: PANEL}, language);

/** The panel of search and filters, which is all in the page; the words for what it finds are in `find.ts`. */
const FIND_PANEL = {
  find: 'Find',
  searchTheEvents: 'Search the events',
  escape: 'Esc',
  escapeCloses: 'Esc, close Find',
  clearAll: 'Clear all',
  filters: 'Filters',
  lane: 'Lane',
  certainty: 'Certainty',
  certainties: {exact: 'Exact date', uncertain: 'Date uncertain', disputed: 'Sources disagree', later: 'Known later'},
  weight: 'Weight',
  weights: {
    'turning-point': {name: 'Turning point', meaning: 'the story changes course here'},
    landmark: {name: 'Landmark', meaning: 'even the shortest account names it'},
    standard: {name: 'Standard', meaning: 'readers would want it'},
    detail: {name: 'Detail', meaning: 'it adds colour'},
    context: {name: 'Note', meaning: 'it lies behind or beyond the story: off the axis, in the chapter’s notes'},
  },
  who: 'Who',
  eventsFound: 'Events found',
};
export type FindPanelWords = typeof FIND_PANEL;

export const findPanelWords = (language: string): FindPanelWords => inLanguage({en: FIND_PANEL}, language);

/** Sources the story is not told from: outside reports, read in excerpts. */
const CONSULTED = 'Consulted reports';

/** An event and its sources, wherever they are in text. */
const ENTRY = {
  chapter: (number: number) => `Chapter ${number}`,
  chapters: 'Chapters',
  chooseAMark: 'Press a mark to read it, or scroll: the timeline follows.',
  notes: 'Notes',
  timesIn: 'Times in',
  ownTime: 'Your own time',
  /** After an hour. */
  inOwnTime: 'your own time',
  status: 'Status',
  statuses: {
    confirmed: {name: 'Confirmed', meaning: 'the sources state it as fact, or those who did it say so'},
    reported: {name: 'Reported', meaning: 'a source says so, on the word of others'},
    disputed: {name: 'Disputed', meaning: 'the sources contradict each other'},
    announced: {name: 'Announced', meaning: 'announced before it happened'},
  },
  nameAndMeaning: (name: string, meaning: string) => `${name}: ${meaning}`,
  who: 'Who',
  sources: 'Sources',
  consulted: CONSULTED,
  supports: (what: string) => `Supports ${what}.`,
  known: 'Known',
  knownAt: (day: string) => `Known ${day}:`,
  dating: 'Dating',
  changes: 'Changes',
  errors: 'Errors',
  howToReport: 'How to report an error',
  corrected: (day: string) => `Corrected ${day}.`,
  dateUncertain: 'Date uncertain',
  knownLater: 'Known later',
  sourcesDisagree: 'Sources disagree',
  asReported: 'As reported',
  /** In the preview only. */
  cannotBeShown: (failure: string) => `This text cannot be shown: ${failure}`,
  citation: (number: number, publisher: string) => `${number}, source: ${publisher}`,
  /** In Known then, in place of a source that was published after the day. */
  sourceFoundLater: 'Source found later',
  source: (number: number, publisher: string, headline: string) => `Source ${number}: ${publisher}, ${headline}`,
  whatEachSupports: 'What each supports, and how it was dated',
  ledger: 'Known then and known later',
  ledgerThen: 'Known then',
  ledgerLater: 'Known later',
  nothingThen: 'Nothing else in this chronology that bears on it was public by then.',
  nothingLater: 'Nothing in this chronology that bears on it came out later.',
  beforeAndAfter: 'Events before and after',
  before: 'Before',
  after: 'After',
  sameDay: (before: string) => `${before}, the same day`,
  distanceFrom: (before: string, distance: string) => `${before}, ${distance}`,
};
export type EntryWords = typeof ENTRY;

export const entryWords = (language: string): EntryWords => inLanguage({en: ENTRY}, language);

/** What other programs pass on: the feed, the calendar, TimelineJS. */
const PUBLISH = {
  corrected: (title: string) => `Corrected: ${title}`,
  correction: 'Correction',
  withStatus: (when: string, status: string) => `${when} (${status.toLowerCase()})`,
  sources: 'Sources',
  sourcesOf: (status: string) => `${status}: sources`,
};
export type PublishWords = typeof PUBLISH;

export const publishWords = (language: string): PublishWords => inLanguage({en: PUBLISH}, language);

/** The frame of every page: its head, its foot, and the page that is not there. */
const SITE = {
  skipToStory: 'Skip to story',
  skipToContent: 'Skip to content',
  skipTimeline: 'Skip timeline',
  /** Past the buttons of the bar. */
  toEvents: 'To the timeline’s events',
  interactiveTimeline: 'Interactive timeline',
  site: 'Site',
  story: 'Story',
  sources: 'Sources',
  method: 'How we dated it',
  table: 'Table',
  poster: 'Poster',
  corrections: 'Corrections',
  copyLink: 'Copy link',
  copied: 'Link copied',
  print: 'Print',
  switchTheme: 'Switch between light and dark',
  updated: (day: string) => `Updated ${day}`,
  /** In Known then, which must not say when the story ends. */
  factsThen: (onTheLine: number, notes: number, sources: number) => `${eventsNotesAndSources(onTheLine, notes, sources)}.`,
  facts: (onTheLine: number, notes: number, sources: number, updated: string) =>
    `${eventsNotesAndSources(onTheLine, notes, sources)}. Updated ${updated}.`,
  wordsAndData: (licence: string) => `Words and data: [${licence}]`,
  noTracking: 'No cookies, no tracking',
  notFound: 'Page not found',
  noPage: 'No page here',
  noPageAtAddress:
    'There is no page at this address. It may have been mistyped. [The whole story] is on one page; these are its main events.',
};
export type SiteWords = typeof SITE;

export const siteWords = (language: string): SiteWords => inLanguage({en: SITE}, language);

/** The list of sources. */
const SOURCES = {
  title: 'Sources',
  description: (count: number, story: string) => `The ${count} sources of ${story}: what each supports, and how its date was found.`,
  count: (count: number) => `${count} sources`,
  lead: 'In the order they were published. The numbers are the same on every page. [How we dated it] says what they leave open and where they disagree.',
  publisher: 'Publisher',
  author: 'Author',
  published: 'Published',
  howDated: 'How dated',
  address: 'Address',
  consulted: CONSULTED,
  consultedCount: (count: number) => counted(count, 'report', 'reports'),
  /** How many sources the story is told from. */
  consultedLead: (count: number) =>
    `These are not among the ${counted(count, 'source', 'sources')} that the story is told from. We read them in excerpts, and cite each only for what none of those says.`,
  noneFound: 'None found',
  copy: 'Copy',
  notes: 'Notes',
  eventsRest: (count: number) => `${counted(count, 'event rests', 'events rest')} on it`,
};
export type SourcesWords = typeof SOURCES;

export const sourcesWords = (language: string): SourcesWords => inLanguage({en: SOURCES}, language);

/** The stage alone, in the frame of another page. */
const EMBED = {
  title: (story: string) => `${story}: timeline`,
  wholeStory: 'The whole story',
  controlsDidNotLoad: 'The timeline’s controls did not load.',
};
export type EmbedWords = typeof EMBED;

export const embedWords = (language: string): EmbedWords => inLanguage({en: EMBED}, language);

/** The tables. */
const TABLE = {
  title: 'Table',
  description: (count: number, story: string) =>
    `The ${count} events of ${story} as a table: when, known when, how sure, from which sources.`,
  count: eventsAndLine,
  lead: (onTheLine: number, notes: number) =>
    `The ${counted(onTheLine, 'event', 'events')} on the line${notes > 0 ? ` and the ${notes} in the notes of the story` : ''}, in the order of time. [How we dated it] says what the words for certainty and status mean.`,
  toTakeAway: (licence: string) =>
    `The same to take away: [timeline.csv] for spreadsheets, [timeline.ics] for calendars, [timelinejs.json] for TimelineJS, and [timeline.json], which has all of it, for programs. They may be used, with a link to this page, under [${licence}]; [the timeline alone] may be framed on any page.`,
  events: 'Events',
  inOrderOfTime: (count: number) => `${count} in the order of time`,
  day: 'Day',
  date: 'Date',
  event: 'Event',
  lane: 'Lane',
  chapter: 'Chapter',
  certainty: 'Certainty',
  known: 'Known',
  status: 'Status',
  sources: 'Sources',
  dateUncertain: 'Date uncertain',
  hourKnown: 'Hour known',
  daysKnown: 'Days known',
  dayKnown: 'Day known',
  butDisputed: (certainty: string) => `${certainty}; sources disagree`,
  /** Said once a column is sorted; its name comes in place of `[column]`. */
  sortedUp: 'Sorted by [column], ascending.',
  sortedDown: 'Sorted by [column], descending.',
  measures: 'Measures',
  publicCounts: (count: number) => `${count} public counts, as the charts draw them`,
  measure: 'Measure',
  countOfMeasure: 'Count',
  trueOn: 'True on',
  publicOn: 'Public on',
  reportedIn: 'Reported in',
  source: 'Source',
  measureNote: (unit: string, scope: string) => `${unit}. ${scope}`,
};
export type TableWords = typeof TABLE;

export const tableWords = (language: string): TableWords => inLanguage({en: TABLE}, language);

/** The poster. */
const POSTER = {
  title: 'Poster',
  description: (story: string, isWhole: boolean) =>
    isWhole
      ? `${story} as one printed page: every event on the line, three scales, its sources.`
      : `${story} as one printed page, with the events that matter most.`,
  weightiest: (shown: number, all: number) => `Of ${all} events this sheet shows the ${shown} that matter most.`,
  spread: (shown: number, all: number) => `Of ${all} events this sheet shows ${shown}, spread over the whole story.`,
  moreSources: (count: number) => `The page of sources names ${count} more.`,
  howToPrint:
    'One A3 page, landscape. Print it at 100 %, or smaller on A4. The same events are there as words [in the story] and [in a table].',
  poster: 'The poster',
  howToRead: 'How to read it',
  figures: 'The figures',
  sources: 'Sources',
  colophon: (licence: string, updated: string, zone: string) => `Words and data: ${licence}. Updated ${updated}. Times are ${zone}.`,
  knownDay: 'An event on a known day',
  within: 'Once, on one of the days on the line',
  by: 'By this day; how long before is not reported',
  stretch: 'A stretch of time',
  openEnd: 'Dashes where its end is not known',
  states: (name: string, looks: readonly StatesOfLook[]) => `${name}: ${looks.map(({labels}) => labels.join(' or ')).join(', ')}`,
  disagree: 'Sources disagree',
};
export type PosterWords = typeof POSTER;

export const posterWords = (language: string): PosterWords => inLanguage({en: POSTER}, language);
