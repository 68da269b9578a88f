/**
 * Dates as readers see them: the story's own day count, and words that say no more than is known.
 *
 * Days are calendar days, held as the UTC midnight that begins them. Only an exact time is an instant;
 * its day and hour are those of the story's zone. Nothing here reads the machine's own time zone.
 */

import type {EdtfDate, EdtfEdge, EventEntry} from '../../schema/content.ts';
import {monthAlone, monthBesideDay, weekdayName} from './calendar-names.ts';
import {memoizeBy} from './memoize.ts';
import {countsDays} from './pace.ts';
import {axisMs, DAY_MS, dayStartMs, wallClockMs} from './time.ts';
import type {NameLength} from './calendar-names.ts';
import {calendarWords} from './words/calendar.ts';
import {datesWords} from './words/dates.ts';
import type {DatesWords} from './words/dates.ts';

export interface DayWordsStyle {
  readonly language: string;
  /** IANA name of the zone that exact times are given in. */
  readonly zone: string;
  /** What readers call that zone, such as `PT`. */
  readonly zoneLabel: string;
  /** `short` is "Wed 17 Dec 2014", `long` is "Wednesday 17 December 2014", `plain` is "17 Dec 2014", `full` is "17 December 2014". */
  readonly length: 'short' | 'long' | 'plain' | 'full';
}

export {isoDay} from './time.ts';

type Happened = 'throughout' | 'within';

/** The story's count of a day: 1 on the first day, 0 and below before it. */
export function dayNumber(ms: number, firstDayMs: number): number {
  return Math.floor((ms - firstDayMs) / DAY_MS) + 1;
}

/** The first calendar day a date can mean, or null where its start is open or unknown. */
export function startDayMs(date: EdtfDate, zone: string): number | null {
  if (date.earliestMs === null) return null;
  return dayStartMs(date.precision === 'time' ? wallClockMs(date.earliestMs, zone) : date.earliestMs);
}

/** The last calendar day a date can mean, or null where its end is open or unknown. */
export function endDayMs(date: EdtfDate, zone: string): number | null {
  if (date.latestMs === null) return null;
  return dayStartMs(date.precision === 'time' ? wallClockMs(date.latestMs, zone) : date.latestMs);
}

/** A date of several days on those before its last, which was still to come: "24 Nov – 17 Dec" as "From 24 Nov". */
export function openEnded(date: EdtfDate): EdtfDate {
  const [start = ''] = date.text.split('/');
  return {...date, text: `${start}/..`, precision: 'interval', latestMs: null, end: {...CLOSED, bound: 'open'}};
}

/** 1 BCE is year 0 of ISO 8601. */
export function yearInWords(year: number, language: string): string {
  return year > 0 ? String(year) : calendarWords(language).bce(1 - year);
}

/** What a date's title needs of the story. */
export interface TitledStory {
  readonly zone: string;
  readonly language: string;
  readonly extent: Pick<EdtfDate, 'earliestMs' | 'latestMs'>;
}

/**
 * "Day 24", "Days 27–28", "By Day 24", "About Day 4", or "Before Day 1"; in a story too long for that, "1066",
 * "1303–1306", "About 95" or "240 BCE".
 */
export function dayTitle(date: EdtfDate, firstDayMs: number, {zone, language, extent}: TitledStory): string {
  if (!countsDays({fromMs: extent.earliestMs!, toMs: extent.latestMs!})) return yearTitle(date, language);
  const words = datesWords(language);
  const first = startDayMs(date, zone);
  const last = endDayMs(date, zone);
  const from = first === null ? null : dayNumber(first, firstDayMs);
  const to = last === null ? null : dayNumber(last, firstDayMs);
  if (to !== null && to < 1) return words.beforeDay1;
  if (from === null) return to === null ? words.dayUnknown : words.byDay(to);
  if (to === null) return from < 1 ? words.sinceBeforeDay1 : words.fromDay(from);
  if (from < 1) return words.upToDay(to);
  if (from < to) return words.days(from, to);
  return isLoose(date.start) ? words.aboutDay(from) : calendarWords(language).day(from);
}

/** A date's years alone. */
function yearTitle(date: EdtfDate, language: string): string {
  const words = datesWords(language);
  const [from = '', to = from] = date.text.split('/').map((side) => /^-?\d{4}/.exec(side)?.[0] ?? '');
  const year = (text: string) => yearInWords(Number(text), language);
  if (from === '') return to === '' ? words.dayUnknown : words.untilYear(year(to));
  if (to === '') return calendarWords(language).from(year(from));
  if (from !== to) return words.years(year(from), year(to));
  return isLoose(date.start) ? words.about(year(from)) : year(from);
}

/**
 * A date in words, no more exact than it is known.
 *
 * @param happened - whether an interval went on `throughout`, or holds one moment (`within`).
 */
export function dateWords(date: EdtfDate, happened: Happened, style: DayWordsStyle): string {
  const words = datesWords(style.language);
  const [startText = '', endText] = date.text.split('/');
  const start = sideFromText(startText, date.earliestMs, style);
  if (endText === undefined) return start === null ? words.dateUnknown : oneDate(start, date.start, style);

  const end = sideFromText(endText, date.latestMs, style);
  if (start === null && end === null) return words.dateUnknown;
  if (start === null) {
    const last = oneDate(end!, date.end, style);
    return date.start.bound === 'open' ? words.until(last) : words.by(last);
  }
  if (end === null) {
    const first = oneDate(start, date.start, style);
    if (happened === 'within') return words.onOrAfter(first);
    return date.end.bound === 'open' ? calendarWords(style.language).from(first) : words.fromUnknownEnd(first);
  }
  return happened === 'within' ? momentWithin(start, end, style) : stretch(start, end, date, style);
}

/** An instant in the day and hour of a zone: "Sun 20 Jul 1969, 21:17 London time". */
export function instantWords(utcMs: number, style: DayWordsStyle): string {
  return sureDate(sideOfInstant(utcMs, style.zone), false, style);
}

/** When an event happened, in words, with "Later on" where it came late in a day that has an earlier event. */
export function eventDateWords(
  event: Pick<EventEntry, 'id' | 'date' | 'happened' | 'order'>,
  events: readonly Pick<EventEntry, 'id' | 'date'>[],
  style: DayWordsStyle,
): string {
  const words = dateWords(event.date, event.happened, style);
  return isLaterThatDay(event, events) ? datesWords(style.language).laterOn(words) : words;
}

function isLaterThatDay(event: Pick<EventEntry, 'id' | 'date' | 'order'>, events: readonly Pick<EventEntry, 'id' | 'date'>[]): boolean {
  if (event.order === null || event.order <= 0.5 || event.date.precision !== 'day' || isLoose(event.date.start)) return false;
  const first = firstOfDate(events).get(event.date.text);
  return first !== undefined && first !== event.id;
}

/** The id of the first event with each date; found once for a list of events. */
const firstOfDate = memoizeBy((events: readonly Pick<EventEntry, 'id' | 'date'>[]) => {
  const first = new Map<string, string>();
  for (const {id, date} of events) if (!first.has(date.text)) first.set(date.text, id);
  return first;
});

/** "5 days later", "1 day later"; "4 months later", "76 years later" where days are too many to count. */
export function gapWords(days: number, language: string): string {
  return datesWords(language).later(distanceWords(days, language));
}

/** "5 days", "4 months", "76 years". */
export function distanceWords(days: number, language: string): string {
  const words = datesWords(language);
  if (days < MANY_DAYS) return words.daysApart(days);
  const months = Math.round(days / 30.44);
  return months < 24 ? words.monthsApart(months) : words.yearsApart(Math.round(days / 365.25));
}

/** Two months in days are no longer counted. */
const MANY_DAYS = 62;

/**
 * Whether a day of this year had a weekday that we can tell: in the year before, days were dropped to get from the
 * calendar of Caesar to ours.
 */
export function hasWeekday(year: number): boolean {
  return year >= 1583;
}

/** One end of a date, with the fields its text gives. */
interface Side {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  /** "10:00", in the story's zone. */
  readonly clock: string | null;
}

function sideFromText(text: string, ms: number | null, style: DayWordsStyle): Side | null {
  if (text === '' || text === '..' || ms === null) return null;
  if (text.includes('T')) return sideOfInstant(ms, style.zone);
  const match = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?$/.exec(text);
  if (match === null) throw new RangeError(`date must be EDTF level 0 or 1, got ${text}`);
  return {year: Number(match[1]), month: numberOrNull(match[2]), day: numberOrNull(match[3]), clock: null};
}

function sideOfInstant(utcMs: number, zone: string): Side {
  const wall = new Date(wallClockMs(utcMs, zone));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    clock: wall.toISOString().slice(-13, -8),
  };
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

/** "Wed 17 Dec 2014", "About 27 Nov 2014", "December 2014", "Wed 24 Dec 2014, 10:00 PT". */
function oneDate(side: Side, edge: EdtfEdge, style: DayWordsStyle): string {
  return doubted(sureDate(side, isLoose(edge), style), edge.approximate, edge.uncertain, datesWords(style.language));
}

function sureDate(side: Side, isBare: boolean, style: DayWordsStyle): string {
  const words = calendarWords(style.language);
  const date = sideWords(side, style);
  const day =
    side.day === null || isBare || style.length === 'plain' || style.length === 'full' || !hasWeekday(side.year)
      ? date
      : words.withWeekday(weekdayOf(side, style), date);
  return side.clock === null ? day : words.withTime(day, words.inZone(side.clock, style.zoneLabel));
}

/** "About 27 Nov 2014, not certain". */
function doubted(date: string, isApproximate: boolean, isUncertain: boolean, words: DatesWords): string {
  const about = isApproximate ? words.about(date) : date;
  return isUncertain ? words.notCertain(about) : about;
}

/** "Weekend of 20–21 Dec 2014", "20 or 21 Dec 2014", "Between 19 and 22 Dec 2014". */
function momentWithin(start: Side, end: Side, style: DayWordsStyle): string {
  const words = datesWords(style.language);
  const days = daysBetween(start, end);
  if (days === 0) return oneDate(start, CLOSED, style);
  if (days === 1 && weekdayNumber(start) === 6 && hasWeekday(start.year)) return words.weekendOf(joined(start, end, '–', style));
  if (days === 1) return joined(start, end, words.or, style);
  return words.between(joined(start, end, words.and, style));
}

/** "24–28 Dec 2014", "24 Dec 2014 – 4 Jan 2015". */
function stretch(start: Side, end: Side, date: EdtfDate, style: DayWordsStyle): string {
  const words = datesWords(style.language);
  const days = date.end.approximate
    ? `${sideWords(start, style)} – ${words.toAbout(sideWords(end, style))}`
    : joined(start, end, '–', style);
  return doubted(days, date.start.approximate, date.start.uncertain || date.end.uncertain, words);
}

/** Two sides joined, saying a shared year or month once. */
function joined(start: Side, end: Side, between: string, style: DayWordsStyle): string {
  const sameYear = start.year === end.year;
  const bothDays = start.day !== null && end.day !== null;
  if (sameYear && bothDays && start.month === end.month) {
    return `${start.day}${between}${sideWords(end, style)}`;
  }
  const spaced = between === '–' ? ' – ' : between;
  const first = sameYear && bothDays ? dayAndMonth(start.day!, start.month!, style) : sideWords(start, style);
  return `${first}${spaced}${sideWords(end, style)}`;
}

function sideWords(side: Side, style: DayWordsStyle): string {
  const words = calendarWords(style.language);
  const year = yearInWords(side.year, style.language);
  if (side.month === null) return year;
  return words.withYear(
    side.day === null ? monthAlone(side.month, style.language, 'long') : dayAndMonth(side.day, side.month, style),
    year,
  );
}

function dayAndMonth(day: number, month: number, {language, length}: DayWordsStyle): string {
  return calendarWords(language).dayAndMonth(day, monthBesideDay(month, language, nameLength(length)));
}

function weekdayOf(side: Side, {language, length}: DayWordsStyle): string {
  return weekdayName(weekdayNumber(side), language, nameLength(length));
}

function nameLength(length: DayWordsStyle['length']): NameLength {
  return length === 'long' || length === 'full' ? 'long' : 'short';
}

/** 0 is Sunday. */
function weekdayNumber(side: Side): number {
  return new Date(sideMs(side)).getUTCDay();
}

function daysBetween(start: Side, end: Side): number | null {
  if (start.day === null || end.day === null) return null;
  return Math.round((sideMs(end) - sideMs(start)) / DAY_MS);
}

function sideMs(side: Side): number {
  return axisMs(side.year, (side.month ?? 1) - 1, side.day ?? 1);
}

const CLOSED: EdtfEdge = {approximate: false, uncertain: false, bound: 'closed'};

function isLoose(edge: EdtfEdge): boolean {
  return edge.approximate || edge.uncertain;
}
