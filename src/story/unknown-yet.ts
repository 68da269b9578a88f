/** What had happened by a day and was not public on it: what a replay ends with. */
import type {Content, EdtfDate, EventEntry} from '../schema/content.ts';
import {WEIGHTS} from '../schema/lists.ts';
import {endDayMs} from '../timeline/model/day-words.ts';
import {lagWords} from '../timeline/model/ledger.ts';
import {standingOn} from '../timeline/model/standing.ts';
import {DAY_MS, msFromIsoDay} from '../timeline/model/time.ts';
import {publicDayMs} from '../timeline/model/timeline.ts';
import {happenedDay} from './clocks.ts';

export interface UnknownYet {
  readonly event: EventEntry;
  /** Start of the day it became public. */
  readonly knownMs: number;
  /** "22 days on"; null where the day it had happened by is not known. */
  readonly lag: string | null;
}

/** Events and notes that had happened for certain by a day and became public later, in the order they happened. */
export function unknownOn({story, events}: Pick<Content, 'story' | 'events'>, dayMs: number): UnknownYet[] {
  return events.flatMap((event): UnknownYet[] => {
    const knownMs = publicDayMs(event.known, story.zone);
    const happened = happenedDay(event, story);
    const happenedMs = happened === undefined ? null : msFromIsoDay(happened);
    if (standingOn({knownMs, happenedMs}, dayMs) !== 'secret') return [];
    const lastMs = endDayMs(event.date, story.zone);
    return [{event, knownMs, lag: lastMs === null ? null : lagWords((knownMs - lastMs) / DAY_MS, isExact(event.known), story.language)}];
  });
}

/** As many of them as there is room for: the most important, still in order. */
export function mostImportant(unknown: readonly UnknownYet[], count: number): UnknownYet[] {
  const weightOf = ({event}: UnknownYet) => WEIGHTS.indexOf(event.weight);
  const chosen = new Set(unknown.toSorted((a, b) => weightOf(a) - weightOf(b)).slice(0, count));
  return unknown.filter((one) => chosen.has(one));
}

function isExact({precision, start, end}: EdtfDate): boolean {
  const isLoose = [start, end].some(({approximate, uncertain}) => approximate || uncertain);
  return !isLoose && (precision === 'day' || precision === 'time');
}
