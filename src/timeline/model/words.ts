/**
 * Every word that readers see and no writer wrote. Groups stand apart so that a page's script takes only what it says.
 *
 * To add a language, write each group again as an object of its type (`const STAGE_FR: StageWords = {…}`) and name it
 * beside the English at the foot of this file: `inLanguage({en: STAGE, fr: STAGE_FR}, language)`. Whatever an object
 * leaves out is a type error. `language` in `story.yaml` chooses; names of months and days come from `Intl`.
 *
 * In a sentence, `[brackets]` hold the words of a link.
 */

/** "1 event", "2 events". */
function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Dates and times. */
const CALENDAR = {
  day: (day: number) => (day < 1 ? `Day −${1 - day}` : `Day ${day}`),
  days: (from: number, to: number) => `Days ${from}–${to}`,
  aboutDay: (day: number) => `About Day ${day}`,
  byDay: (day: number) => `By Day ${day}`,
  fromDay: (day: number) => `From Day ${day}`,
  upToDay: (day: number) => `Up to Day ${day}`,
  beforeDay1: 'Before Day 1',
  sinceBeforeDay1: 'Since before Day 1',
  dayUnknown: 'Day not known',
  dateUnknown: 'Date not known',
  about: (date: string) => `About ${date}`,
  /** The later end of a stretch. */
  toAbout: (date: string) => `about ${date}`,
  notCertain: (date: string) => `${date}, not certain`,
  until: (date: string) => `Until ${date}`,
  by: (date: string) => `By ${date}, day not reported`,
  onOrAfter: (date: string) => `On or after ${date}, day not reported`,
  from: (date: string) => `From ${date}`,
  fromUnknownEnd: (date: string) => `From ${date}, end not reported`,
  laterOn: (date: string) => `Later on ${date}`,
  weekendOf: (days: string) => `Weekend of ${days}`,
  or: ' or ',
  and: ' and ',
  between: (days: string) => `Between ${days}`,
  bce: (year: number) => `${year} BCE`,
  hour: (hour: number) => (hour === 12 ? 'noon' : hour < 12 ? `${hour || 12}am` : `${hour - 12}pm`),
  minute: (hour: number, minute: number) => `${hour % 12 || 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`,
  daysLater: (days: number) => `${counted(days, 'day', 'days')} later`,
  daysOn: (days: number) => `${counted(days, 'day', 'days')} on`,
  weeksOn: (weeks: number) => `${counted(weeks, 'week', 'weeks')} on`,
  monthsOn: (months: number) => `${counted(months, 'month', 'months')} on`,
  yearsOn: (years: number) => `${counted(years, 'year', 'years')} on`,
};
export type CalendarWords = typeof CALENDAR;

/** Numbers, and how exact they are. */
const COUNT = {
  million: (count: number) => `${count} million`,
  billion: (count: number) => `${count} billion`,
  /** On a chart, where there is no room for the words. */
  short: {thousand: 'k', million: 'M', billion: 'B'},
  qualified: {
    exact: (count: string) => count,
    about: (count: string) => `about ${count}`,
    over: (count: string) => `over ${count}`,
    nearly: (count: string) => `nearly ${count}`,
    'at-least': (count: string) => `at least ${count}`,
  },
  qualifier: {exact: '', about: 'about', over: 'over', nearly: 'nearly', 'at-least': 'at least'},
};
export type CountWords = typeof COUNT;

/** What the stage says once its script runs, and its marks say from the start. */
const STAGE = {
  play: 'Play',
  pause: 'Pause',
  /** After a number that stands by itself. */
  events: 'events',
  ofEventsKnown: (all: number) => `of ${all} events known`,
  ofEventsMatch: (all: number) => `of ${all} events match`,
  noFigureYet: 'no figure yet',
  notPublicYet: 'Not public yet',
  notYetKnown: 'Not yet known',
  notPublicYetOn: (day: string) => `Not public yet on ${day}.`,
  notYetKnownOn: (day: string) => `Not yet known on ${day}.`,
  showThisEntry: 'Show this entry',
  sourcesDisagree: 'Sources disagree',
  groupNotKnown: (count: number, lane: string) => `${counted(count, 'event', 'events')} not yet known. ${lane}.`,
  group: (known: number, labels: string, lane: string) => `+${counted(known, 'event', 'events')}: ${labels}. ${lane}. Zoom to show them.`,
  allShown: (all: number) => `All ${all} events shown.`,
  /** @param known - How many of them the public knew of; null in Known now. */
  inView: (from: string, to: string, count: number, known: number | null, disputed: number) => {
    const events = counted(count, 'event', 'events');
    return `${from} to ${to}: ${known === null ? events : `${known} of ${events} known`}${disputed > 0 ? `, sources disagree on ${disputed}` : ''}.`;
  },
  knownOn: (day: string, known: number, all: number) => `${day}: ${known} of ${all} events known.`,
};
export type StageWords = typeof STAGE;

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
  firstDay: 'First day shown',
  lastDay: 'Last day shown',
  levelOfDetail: 'Level of detail',
  levels: {months: 'Months', weeks: 'Weeks', days: 'Days', hours: 'Hours'},
  zoomOut: 'Zoom out',
  zoomIn: 'Zoom in',
  showAll: 'Show all',
  filterEvents: 'Filter events',
  filter: 'Filter',
  searchEvents: 'Search events',
  search: 'Search',
  timelineOf: (events: number) => `Timeline of ${events} events`,
  timelineInStretches: (events: number, stretches: number) => `Timeline of ${events} events in ${counted(stretches, 'stretch', 'stretches')}`,
  daysAround: 'The days around this event',
  eventsAround: 'Events around this one',
  openInTimeline: 'Open in the timeline',
};
export type ControlWords = typeof CONTROL;

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
  daysShown: 'Days shown',
  firstDay: 'First day',
  lastDay: 'Last day',
  countShown: 'Count shown',
  keysTitle: 'Keys, while a mark has focus',
  /** How keys are labelled; the four arrows are drawn, and these names are heard. */
  key: {
    left: 'Left', right: 'Right', up: 'Up', down: 'Down', home: 'Home', end: 'End', pageUp: 'PgUp', pageDown: 'PgDn',
    enter: 'Enter', escape: 'Esc', shift: 'Shift', space: 'Space',
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
    days: 'the playhead one day back, on',
    find: 'search, these controls',
  },
  mouseTitle: 'Mouse',
  mouse: [
    ['Press a mark', 'reads its entry'],
    ['Press a count', 'opens what it counts'],
    ['Drag', 'moves through the days'],
    ['Drag the ruler', 'moves the playhead'],
    ['Double-click', 'zooms in'],
    ['Ctrl or Cmd and the wheel', 'zooms at the pointer'],
    ['Shift and the wheel', 'moves through the days'],
    ['Drag the overview', 'moves or stretches its window'],
  ],
  fingersTitle: 'Fingers',
  fingers: [
    ['One finger sideways', 'moves through the days'],
    ['One finger up or down', 'scrolls the page'],
    ['Two fingers', 'zoom'],
    ['Tap twice', 'zooms in'],
    ['Tap, then hold and drag', 'zooms with one finger'],
    ['Tap or swipe the count', 'shows another'],
    ['Hold the day', 'turns Known then on or off'],
  ],
};
export type PanelWords = typeof PANEL;

/** The notes that open beside what is pointed at. */
const NOTE = {
  keys: 'Enter: read the entry · arrows: other events · Esc: close',
  nothingKnown: 'Nothing known yet',
  noFigure: 'No figure yet',
  noSource: (day: string) => `No source gives one by ${day}.`,
  asOf: (asOf: string, known: string) => `As of ${asOf}; public from ${known}.`,
  from: (day: string) => `From ${day}.`,
};
export type NoteWords = typeof NOTE;

/** Search and filters. */
const FIND = {
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
  weights: {'turning-point': 'Turning point', landmark: 'Landmark', standard: 'Standard', detail: 'Detail'},
  who: 'Who',
  showAll: (count: number) => `Show all ${count}`,
  eventsFound: 'Events found',
  removeFilter: (name: string) => `${name}, remove this filter`,
  knownOn: (day: string) => `known on ${day}`,
  /** After a number that stands by itself. `known` is {@link knownOn}, or empty. */
  events: (count: number, known: string) => `${count === 1 ? 'event' : 'events'}${spaced(known)}`,
  eventsMatch: (count: number, all: number, known: string) => `${count === 1 ? 'event matches' : 'events match'} of ${all}${spaced(known)}`,
  announceEvents: (all: number, known: string) => `${all} events${spaced(known)}.`,
  announceMatches: (count: number, all: number, known: string) => `${count} of ${all} events${spaced(known)} match.`,
  inLanes: (lanes: readonly string[]) => `in ${orList(lanes)}`,
  with: (who: readonly string[]) => `with ${orList(who)}`,
  under: (signs: readonly string[]) => `under ${orList(signs.map(quoted))}`,
  /** @param where - Any of {@link knownOn}, {@link inLanes}, {@link with} and {@link under}. */
  noEventMentions: (where: readonly string[], asked: string) => `${['No event', ...where].join(' ')} mentions ${quoted(asked)}.`,
  noEvent: (where: readonly string[]) => `${['There is no event', ...where].join(' ')}.`,
  lookFor: (words: string) => `Look for ${quoted(words)}`,
  lookInEveryLane: 'Look in every lane',
  lookAtEveryone: 'Look at everyone',
  lookInKnownNow: 'Look in what is known now',
  drop: (names: readonly string[]) => `Drop ${orList(names.map(quoted))}`,
  dropWord: (word: string) => `Drop the word ${quoted(word)}`,
  dropEveryFilter: 'Drop every filter',
  startAgain: 'Start again',
  countOfWay: (count: number) => counted(count, 'event', 'events'),
};
export type FindWords = typeof FIND;

function spaced(words: string): string {
  return words && ` ${words}`;
}

function quoted(words: string): string {
  return `“${words}”`;
}

/** "Sony", "Sony or Attackers", "Sony, Attackers or Cinemas". */
function orList(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)!}`;
}

/** An event and its sources, wherever they stand in text. */
const ENTRY = {
  chapter: (number: number) => `Chapter ${number}`,
  chapters: 'Chapters',
  chooseAMark: 'Choose a mark to read it, or scroll: the timeline follows.',
  notes: 'Notes',
  status: 'Status',
  statuses: {
    confirmed: {name: 'Confirmed', meaning: 'the sources state it as fact, or those who did it say so'},
    reported: {name: 'Reported', meaning: 'a source says so, on the word of others'},
    disputed: {name: 'Disputed', meaning: 'the sources contradict each other'},
    announced: {name: 'Announced', meaning: 'it was to come when it was said'},
  },
  nameAndMeaning: (name: string, meaning: string) => `${name}: ${meaning}`,
  who: 'Who',
  sources: 'Sources',
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
  citation: (number: number, publisher: string) => `${number}, source: ${publisher}`,
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
  daysBetween: (before: string, days: number) => `${before}, ${counted(days, 'day', 'days')}`,
};
export type EntryWords = typeof ENTRY;

/** The frame of every page: its head, its foot, and the page that is not there. */
const SITE = {
  skipToStory: 'Skip to story',
  skipToContent: 'Skip to content',
  skipTimeline: 'Skip timeline',
  interactiveTimeline: 'Interactive timeline',
  site: 'Site',
  story: 'Story',
  sources: 'Sources',
  method: 'How we dated it',
  table: 'Table',
  poster: 'Poster',
  corrections: 'Corrections',
  print: 'Print',
  switchTheme: 'Switch between light and dark',
  updated: (day: string) => `Updated ${day}`,
  facts: (events: number, period: string, updated: string) => `${events} events, ${period}. Updated ${updated}.`,
  data: 'Data: [JSON], [CSV], [calendar], [TimelineJS]',
  feed: 'Feed',
  wordsAndData: (licence: string) => `Words and data: [${licence}]`,
  noTracking: 'No cookies, no tracking',
  notFound: 'Page not found',
  noPage: 'No page here',
  noPageAtAddress: 'Nothing stands at this address. It may have been mistyped. [The whole story] is on one page; these are its main events.',
};
export type SiteWords = typeof SITE;

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
  noneFound: 'None found',
  copy: 'Copy',
  notes: 'Notes',
  eventsRest: (count: number) => `${counted(count, 'event rests', 'events rest')} on it`,
};
export type SourcesWords = typeof SOURCES;

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
  status: 'Status',
  confirmedToo: 'A disagreement between sources can also stand on an event that is itself confirmed.',
  corrections: 'Corrections',
  howCorrected:
    'An error is corrected on the event itself, with the date and what was wrong, and listed here. Nothing is taken away without a note, and an event keeps its address.',
  noCorrection: 'No correction has been made so far.',
  howToReport:
    'To report an error, write to whoever publishes this page. Give the address of the event and a source that says otherwise. What each of ours says is on [the list of sources].',
  knownDay: 'A filled mark: the day is known. Where the hour is known too, the mark stands at that hour.',
  within: 'A hollow mark on a dotted line: it happened once, on one of the days the line covers.',
  by: 'Dots that fade to the left: it had happened by this day; how long before is not reported.',
  stretch: 'A bar: it went on for the whole stretch.',
  openEnd: 'A bar that fades: when it ended, or began, is not known.',
  cluster: 'Events too close together to draw apart. Opening it zooms in until they separate.',
  states: (name: string) => `${name}: outlined while due or back on, hatched while cancelled, solid once out.`,
  uncertain: 'Date uncertain: the entry says how uncertain, in words.',
  later:
    'Known later: the public learned of it more than two days after it happened. Inside a text, the words after this sign were not public on the day of the event.',
  disagree: 'Sources disagree: their versions stand side by side, in no order of merit.',
  lanes: 'The lanes',
};
export type MethodWords = typeof METHOD;

/** The tables. */
const TABLE = {
  title: 'Table',
  description: (count: number, story: string) => `The ${count} events of ${story} as a table: when, known when, how sure, from which sources.`,
  count: (count: number) => `${count} events`,
  lead: 'Everything on the timeline, and the events in its notes, in the order of time. [How we dated it] says what the words for certainty and status mean.',
  toTakeAway: (licence: string) =>
    `The same to take away: [timeline.csv] for spreadsheets, [timeline.ics] for calendars, [timelinejs.json] for TimelineJS, and [timeline.json], which has all of it, for programs. They may be used, with a link to this page, under [${licence}].`,
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

/** What the tables' script says. */
const SORT = {
  sorted: {
    ascending: (column: string) => `Sorted by ${column}, ascending.`,
    descending: (column: string) => `Sorted by ${column}, descending.`,
  },
};
export type SortWords = typeof SORT;

/** The poster. */
const POSTER = {
  title: 'Poster',
  description: (story: string) => `${story} as one printed page: every event, three scales, all sources.`,
  howToPrint: 'One A3 page, landscape. Print it at 100 %, or smaller on A4. The same events stand as words [in the story] and [in a table].',
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
  states: (name: string) => `${name}: due or back on, cancelled, out`,
  disagree: 'Sources disagree',
};
export type PosterWords = typeof POSTER;

/** The words of a language, `fr-CA` then `fr`; English where there are none. */
function inLanguage<T>(languages: {readonly en: T} & Readonly<Record<string, T>>, language: string): T {
  return languages[language] ?? languages[language.split('-')[0]!] ?? languages.en;
}

export const calendarWords = (language: string): CalendarWords => inLanguage({en: CALENDAR}, language);
export const countWords = (language: string): CountWords => inLanguage({en: COUNT}, language);
export const stageWords = (language: string): StageWords => inLanguage({en: STAGE}, language);
export const controlWords = (language: string): ControlWords => inLanguage({en: CONTROL}, language);
export const panelWords = (language: string): PanelWords => inLanguage({en: PANEL}, language);
export const noteWords = (language: string): NoteWords => inLanguage({en: NOTE}, language);
export const findWords = (language: string): FindWords => inLanguage({en: FIND}, language);
export const entryWords = (language: string): EntryWords => inLanguage({en: ENTRY}, language);
export const siteWords = (language: string): SiteWords => inLanguage({en: SITE}, language);
export const sourcesWords = (language: string): SourcesWords => inLanguage({en: SOURCES}, language);
export const methodWords = (language: string): MethodWords => inLanguage({en: METHOD}, language);
export const tableWords = (language: string): TableWords => inLanguage({en: TABLE}, language);
export const sortWords = (language: string): SortWords => inLanguage({en: SORT}, language);
export const posterWords = (language: string): PosterWords => inLanguage({en: POSTER}, language);
