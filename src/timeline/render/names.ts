/** What marks are called: for screen readers, and on the playhead's flag. */
import {showsHours} from '../layout/scale.ts';
import {monthBesideDay, weekdayName} from '../model/calendar-names.ts';
import {dayNumber, hasWeekday, yearInWords} from '../model/day-words.ts';
import {memoizeBy} from '../model/memoize.ts';
import {whenThen} from '../model/known.ts';
import {countsDays} from '../model/pace.ts';
import type {Standing} from '../model/standing.ts';
import {DAY_MS, HOUR_MS, MINUTE_MS, dayStartMs} from '../model/time.ts';
import {eventsById} from '../model/timeline.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import {calendarWords} from '../model/words/calendar.ts';
import {stageWords} from '../model/words/stage.ts';
import type {Scene} from './scene.ts';

const DAYS_SCALE = 24;
const MONTHS_SCALE = 1.1;

type Clock = Pick<Timeline, 'events' | 'zoneLabel' | 'language' | 'extent'>;
type NamingScene = Pick<Scene, 'timeline' | 'standingOf' | 'isDisputed' | 'goesOn' | 'compared'>;

/** What the playhead's day is called: "Day 24", or its year in a story too long to count days. */
export function dayName({firstDayMs, extent, language}: Pick<Timeline, 'firstDayMs' | 'extent' | 'language'>, ms: number): string {
  return countsDays(extent) ? calendarWords(language).day(dayNumber(ms, firstDayMs)) : yearInWords(new Date(ms).getUTCFullYear(), language);
}

/**
 * "17 Dec", with the weekday where days are shown and the hour where the playhead is at one; in a story of
 * years, the year where months cannot be told apart.
 */
export function flagWords(timeline: Clock, ms: number, scalePxPerDay: number, isCompact: boolean): string {
  const {zoneLabel, language} = timeline;
  const words = calendarWords(language);
  const day = dayAndMonth(ms, language);
  if (!countsDays(timeline.extent) && scalePxPerDay < DAYS_SCALE) {
    const year = yearInWords(new Date(ms).getUTCFullYear(), language);
    return scalePxPerDay < MONTHS_SCALE ? year : words.withYear(day, year);
  }
  if (scalePxPerDay < DAYS_SCALE) return day;
  const isTimed = isAtHour(timeline, ms, scalePxPerDay, isCompact);
  if (isCompact) return isTimed ? words.withTime(day, timeInWords(ms, language)) : day;
  const named = withWeekday(ms, day, language);
  return isTimed ? words.withTime(named, words.inZone(timeInWords(ms, language), zoneLabel)) : named;
}

/** "Wed 16 Jul 1969"; "16 Jul, 10am CT" if the playhead is at an hour. */
export function headInWords(timeline: Clock, ms: number, scalePxPerDay: number): string {
  const {zoneLabel, language} = timeline;
  const words = calendarWords(language);
  return isAtHour(timeline, ms, scalePxPerDay)
    ? words.withTime(dayAndMonth(ms, language), words.inZone(timeInWords(ms, language), zoneLabel))
    : dayInWords(ms, language);
}

/** Whether the playhead is at an hour: that of an event, or any but a day's noon where hours are shown. */
export function isAtHour({events}: Pick<Timeline, 'events'>, ms: number, scalePxPerDay: number, isCompact = false): boolean {
  if (ms - dayStartMs(ms) === DAY_MS / 2) return false;
  return showsHours(scalePxPerDay, isCompact) || isHourOfEvent({events}, ms);
}

/** Whether an event is reported to have happened at just this time. */
export function isHourOfEvent({events}: Pick<Timeline, 'events'>, ms: number): boolean {
  return hoursOf(events).has(ms);
}

/** The hours at which something is known to have happened; memoized, for every frame asks. */
const hoursOf = memoizeBy(
  (events: Timeline['events']): ReadonlySet<number> => new Set(events.flatMap(({span}) => (span.kind === 'moment' ? [span.atMs] : []))),
);

/** "10am", "1:30pm". */
export function timeInWords(ms: number, language: string): string {
  const sinceMidnightMs = ms - dayStartMs(ms);
  const hour = Math.floor(sinceMidnightMs / HOUR_MS);
  const minute = Math.floor((sinceMidnightMs % HOUR_MS) / MINUTE_MS);
  const words = calendarWords(language);
  return minute === 0 ? words.hour(hour) : words.minute(hour, minute);
}

/** "Wed 16 Jul 1969"; without the weekday where it is unknown. */
export function dayInWords(ms: number, language: string): string {
  return withWeekday(ms, dateInWords(ms, language), language);
}

/** "17 Dec 2014". */
export function dateInWords(ms: number, language: string): string {
  return calendarWords(language).withYear(dayAndMonth(ms, language), yearInWords(new Date(ms).getUTCFullYear(), language));
}

/** "23 November 2026". */
export function dateInFull(ms: number, language: string): string {
  return calendarWords(language).withYear(fullDayAndMonth(ms, language), yearInWords(new Date(ms).getUTCFullYear(), language));
}

/** "Thursday 24 July 1969". */
export function dayInFull(ms: number, language: string): string {
  const date = new Date(ms);
  const day = dateInFull(ms, language);
  return hasWeekday(date.getUTCFullYear())
    ? calendarWords(language).withWeekday(weekdayName(date.getUTCDay(), language, 'long'), day)
    : day;
}

/** "18 December", for a story that counts days; with its year in a story of years. */
export function dayOfStory({extent, language}: Pick<Timeline, 'extent' | 'language'>, ms: number): string {
  return countsDays(extent) ? fullDayAndMonth(ms, language) : dateInFull(ms, language);
}

/** "Thursday 18 December". */
export function weekdayOfStory(timeline: Pick<Timeline, 'extent' | 'language'>, ms: number): string {
  const date = new Date(ms);
  const day = dayOfStory(timeline, ms);
  if (!countsDays(timeline.extent) || !hasWeekday(date.getUTCFullYear())) return day;
  return calendarWords(timeline.language).withWeekday(weekdayName(date.getUTCDay(), timeline.language, 'long'), day);
}

function fullDayAndMonth(ms: number, language: string): string {
  const date = new Date(ms);
  return calendarWords(language).dayAndMonth(date.getUTCDate(), monthBesideDay(date.getUTCMonth() + 1, language, 'long'));
}

function withWeekday(ms: number, day: string, language: string): string {
  return hasWeekday(new Date(ms).getUTCFullYear()) ? calendarWords(language).withWeekday(weekdayOf(ms, language), day) : day;
}

export function dayAndMonth(ms: number, language: string): string {
  const date = new Date(ms);
  return calendarWords(language).dayAndMonth(date.getUTCDate(), monthBesideDay(date.getUTCMonth() + 1, language, 'short'));
}

function weekdayOf(ms: number, language: string): string {
  return weekdayName(new Date(ms).getUTCDay(), language, 'short');
}

/**
 * Title, time, lane and doubt, in that order; of an event that is not public, only its lane.
 *
 * @param shown - The words on screen; they come first where the title does not begin with them, so that
 *   a reader who speaks to the page can say what is seen.
 */
export function eventName(scene: NamingScene, event: TimelineEvent, shown = ''): string {
  const {timeline, compared} = scene;
  const wasPublic = compared ? compared.standingOf(event.id) === 'known' : null;
  return memoizedName(event, timeline, scene.standingOf(event.id), whenThen(event, scene), scene.isDisputed(event.id), wasPublic, shown);
}

const memoizedName = memoizeBy(
  (
    {title, lane: laneNumber}: TimelineEvent,
    {lanes, language}: Timeline,
    standing: Standing,
    when: string,
    isDisputed: boolean,
    wasPublic: boolean | null,
    shown: string,
  ): string => {
    const words = stageWords(language);
    const lane = lanes[laneNumber]!.name;
    switch (standing) {
      case 'known': {
        const parts = [title, when, lane, ...(isDisputed ? [words.sourcesDisagree] : [])];
        if (wasPublic !== null) parts.push(wasPublic ? words.wasPublic : words.cameOutLater);
        if (!title.startsWith(shown)) parts.unshift(shown);
        return `${parts.join('. ').replace(/([?!])\./g, '$1')}.`;
      }
      case 'secret':
        return `${words.notPublicYet}. ${lane}.`;
      case 'coming':
        return `${words.notYetKnown}. ${lane}.`;
    }
  },
);

/** A name is heard from beginning to end; zooming in gives the rest. */
const MAX_NAMED_EVENTS = 12;

/** How many events are behind one sign, where, and the first of them. */
export function groupName(scene: NamingScene, members: readonly string[]): string {
  const byId = eventsById(scene.timeline);
  const events = members.map((id) => byId.get(id)!);
  if (events.length === 1) return eventName(scene, events[0]!);
  const known = events.filter(({id}) => scene.standingOf(id) === 'known');
  const words = stageWords(scene.timeline.language);
  const lane = scene.timeline.lanes[events[0]!.lane]!.name;
  if (known.length === 0) return words.groupNotKnown(events.length, lane);
  const named = known.slice(0, MAX_NAMED_EVENTS).map(({label}) => label);
  if (known.length > MAX_NAMED_EVENTS) named.push('…');
  return words.group(known.length, named.join('; '), lane);
}

/** How many events lie on a lane's rug; what they are, a press on one of them says. */
export function rugName(scene: NamingScene, lane: number, events: readonly TimelineEvent[]): string {
  const {timeline} = scene;
  if (events.length === 1)
    return eventNameAlone(timeline, scene.standingOf(events[0]!.id), events[0]!.title, whenThen(events[0]!, scene), lane);
  return stageWords(timeline.language).rug(events.length, timeline.lanes[lane]!.name);
}

function eventNameAlone({lanes, language}: Timeline, standing: Standing, title: string, when: string, lane: number): string {
  const words = stageWords(language);
  const name = lanes[lane]!.name;
  if (standing !== 'known') return `${standing === 'secret' ? words.notPublicYet : words.notYetKnown}. ${name}.`;
  return `${title}. ${when}. ${name}.`;
}

/** "Wed 17 Dec", "20–21 Dec", "about 27 Nov", "by 22 Dec": when an event happened, in a list that has little room. */
export function shortWhen({id, span}: TimelineEvent, {timeline: {language, extent}, goesOn}: Pick<Scene, 'timeline' | 'goesOn'>): string {
  const words = calendarWords(language);
  const day = (ms: number) => (countsDays(extent) ? dayAndMonth(ms, language) : yearInWords(new Date(ms).getUTCFullYear(), language));
  const range = (fromMs: number, toMs: number) => {
    const lastMs = toMs - 1;
    if (dayStartMs(fromMs) === dayStartMs(lastMs)) return day(fromMs);
    const isOneMonth = countsDays(extent) && new Date(fromMs).getUTCMonth() === new Date(lastMs).getUTCMonth();
    return isOneMonth ? words.between(String(new Date(fromMs).getUTCDate()), day(lastMs)) : words.betweenMonths(day(fromMs), day(lastMs));
  };
  switch (span.kind) {
    case 'moment':
      return withWeekday(span.atMs, day(span.atMs), language);
    case 'day':
      return countsDays(extent) ? withWeekday(span.dayMs, day(span.dayMs), language) : day(span.dayMs);
    case 'by':
      return words.by(day(span.toMs - 1));
    case 'since':
      return words.fromShort(day(span.fromMs));
    case 'within':
      return span.soft ? words.about(day((span.fromMs + span.toMs) / 2)) : range(span.fromMs, span.toMs);
    case 'stretch':
      return goesOn(id) || span.toMs >= extent.toMs ? words.fromShort(day(span.fromMs)) : range(span.fromMs, span.toMs);
  }
}
