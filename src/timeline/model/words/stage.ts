import {counted} from './counted.ts';
import {inLanguage} from './languages.ts';

/** The row under the bar: what happened, and what a reader can do. */
const NOTICES = {
  /** @param name - Of the control that was pressed; null where that is not known. */
  missing: (name: string | null): readonly [string, string] => [
    name === null ? 'The timeline’s controls did not load.' : `${name} did not load.`,
    'Check your connection, then try again. The story below is complete.',
  ],
  tryAgain: 'Try again',
  offline: ['You are offline.', 'The timeline and the story still work. Search and the poster need the network.'] as readonly [
    string,
    string,
  ],
  hide: 'Hide this',
  older: ['This page is older than the site.', 'Reload to read today’s version. You keep your place.'] as readonly [string, string],
  reload: 'Reload',
  online: ['Back online.', 'Search works again.'] as readonly [string, string],
};
export type NoticeWords = typeof NOTICES;

/** What the stage says once its script runs, and its marks say from the start. */
const STAGE = {
  /** After a number on its own. */
  events: 'events on the line',
  ofEventsKnown: (all: number) => `of ${all} known on the line`,
  ofEventsMatch: (all: number) => `of ${all} match on the line`,
  /** Beside a lane's name. */
  ofLane: (count: number, all: number) => `${count}/${all}`,
  noFigureYet: 'no figure yet',
  notPublicYet: 'Not public yet',
  notYetKnown: 'Not yet known',
  notPublicYetOn: (day: string) => `Not public yet on ${day}.`,
  notYetKnownOn: (day: string) => `Not yet known on ${day}.`,
  /** A number in the text whose source was published after the day. */
  citationFoundLater: (number: string) => `${number}, source found later`,
  sourcesFoundLater: (count: number) => `${counted(count, 'source was', 'sources were')} found later.`,
  showThisEntry: 'Show this entry',
  chapterNotPublicOn: (day: string) => `Nothing of this chapter is public on ${day}.`,
  chapterTitleLooksBeyond: (day: string) => `This chapter’s title and introduction look beyond ${day}.`,
  chapterLooksBeyond: (day: string) => `This chapter’s introduction looks beyond ${day}.`,
  showTitleAndIntroduction: 'Show its title and introduction',
  showIt: 'Show it',
  /** The day is between the two. */
  asThePublicKnewIt: ['The story as the public knew it on ', '. What came out later is drawn empty.'] as readonly [string, string],
  earlier: (count: number) => `${count} earlier`,
  later: (count: number) => `${count} later`,
  laterFrom: (count: number, day: string) => `${count} later, from ${day}`,
  /**
   * Begins with the words that are drawn, for people who speak to their browser say what they see.
   *
   * @param count - As it is drawn: "10 earlier".
   * @param shown - The name drawn beside it, of the nearest landmark; empty if none is drawn.
   * @param landmark - The nearest one on that side; null where none may be named.
   */
  edgeName(count: string, shown: string, landmark: string | null): string {
    if (shown !== '') return `${count}: ${shown}. Show this landmark.`;
    return landmark === null ? `${count}. Show the nearest.` : `${count}. Nearest landmark: ${landmark}. Show it.`;
  },
  /** @param shown - The words that are drawn: "2 later, from 18 Dec". */
  laneEdgeName: (shown: string, lane: string) => `${lane}: ${shown}. Show the nearest.`,
  ofEventsHere: (all: number) => `of ${counted(all, 'event', 'events')} here`,
  notNamedHere: (count: number) => `${count} not named here`,
  hourNotReported: 'hour not reported',
  rug: (count: number, lane: string) => `${counted(count, 'event', 'events')} close together. ${lane}. Press one to zoom in on it.`,
  sourcesDisagree: 'Sources disagree',
  /** Of an event, where then and now are compared. */
  wasPublic: 'Public by then',
  cameOutLater: 'Came out later',
  groupNotKnown: (count: number, lane: string) => `${counted(count, 'event', 'events')} not yet known. ${lane}.`,
  group: (known: number, labels: string, lane: string) => `+${counted(known, 'event', 'events')}: ${labels}. ${lane}. Zoom to show them.`,
  playheadOn: (day: string, date: string) => `${day}, ${date}.`,
  notices: NOTICES,
  allShown: (all: number) => `All ${all} events on the line shown.`,
  /** @param known - How many of them the public knew; null where that is not asked. */
  inView(from: string, to: string, count: number, known: number | null, disputed: number): string {
    const events = counted(count, 'event', 'events');
    const doubt = disputed > 0 ? `, sources disagree on ${disputed}` : '';
    return `${from} to ${to}: ${known === null ? events : `${known} of ${events} known`}${doubt}.`;
  },
  question: (day: string) => `What did the public know on ${day}?`,
  /** Beside the question of what the public knew on a day. */
  wereOnDay: (day: string, known: number, all: number) =>
    `${day}: ${known} of ${counted(all, 'event', 'events')} ${known === 1 ? 'was' : 'were'} public.`,
  knownOn: (day: string, known: number, all: number) => `${day}: ${known} of ${all} events on the line known.`,
};
export type StageWords = typeof STAGE;

export const stageWords = (language: string): StageWords => inLanguage({en: STAGE}, language);
