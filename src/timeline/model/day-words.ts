/**
 * Dates as readers see them: the story's own day count, and words that say no more than is known.
 *
 * Days are calendar days, held as the UTC midnight that begins them. Only an exact time is an instant;
 * its day and hour are those of the story's zone. Nothing here reads the machine's own time zone.
 */

import type {EdtfDate, EdtfEdge, EventEntry} from '../../schema/content.ts';
import {axisMs, DAY_MS, dayStartMs, wallClockMs} from './time.ts';

export interface DayWordsStyle {
  /** IANA name of the zone that exact times are told in. */
  readonly zone: string;
  /** What readers call that zone, such as `PT`. */
  readonly zoneLabel: string;
  /** `short` is "Wed 17 Dec 2014", `long` is "Wednesday 17 December 2014", `plain` is "17 Dec 2014". */
  readonly length: 'short' | 'long' | 'plain';
}

type Happened = 'throughout' | 'within';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];

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

/** `YYYY-MM-DD` of a calendar day. */
export function isoDay(dayMs: number): string {
  return new Date(dayMs).toISOString().slice(0, 10);
}

/** "Day 24", "Days 27–28", "By Day 24", "About Day 4", or "Before Day 1". */
export function dayTitle(date: EdtfDate, firstDayMs: number, zone: string): string {
  const first = startDayMs(date, zone);
  const last = endDayMs(date, zone);
  const from = first === null ? null : dayNumber(first, firstDayMs);
  const to = last === null ? null : dayNumber(last, firstDayMs);
  if (to !== null && to < 1) return 'Before Day 1';
  if (from === null) return to === null ? 'Day not known' : `By Day ${to}`;
  if (to === null) return from < 1 ? 'Since before Day 1' : `From Day ${from}`;
  if (from < 1) return `Up to Day ${to}`;
  if (from < to) return `Days ${from}–${to}`;
  return isLoose(date.start) ? `About Day ${from}` : `Day ${from}`;
}

/**
 * A date in words, no more exact than it is known.
 *
 * @param happened - whether an interval went on `throughout`, or holds one moment (`within`).
 */
export function dateWords(date: EdtfDate, happened: Happened, style: DayWordsStyle): string {
  const [startText = '', endText] = date.text.split('/');
  const start = sideFromText(startText, date.earliestMs, style);
  if (endText === undefined) return start === null ? 'Date not known' : oneDate(start, date.start, style);

  const end = sideFromText(endText, date.latestMs, style);
  if (start === null && end === null) return 'Date not known';
  if (start === null) {
    const words = oneDate(end!, date.end, style);
    return date.start.bound === 'open' ? `Until ${words}` : `By ${words}, day not reported`;
  }
  if (end === null) {
    const words = oneDate(start, date.start, style);
    if (happened === 'within') return `On or after ${words}, day not reported`;
    return date.end.bound === 'open' ? `From ${words}` : `From ${words}, end not reported`;
  }
  return happened === 'within' ? momentWithin(start, end, style) : stretch(start, end, date, style);
}

/** When an event happened, in words, with "Later on" where it came late in a day that has an earlier event. */
export function eventDateWords(
  event: Pick<EventEntry, 'id' | 'date' | 'happened' | 'order'>,
  events: readonly Pick<EventEntry, 'id' | 'date'>[],
  style: DayWordsStyle,
): string {
  const words = dateWords(event.date, event.happened, style);
  return isLaterThatDay(event, events) ? `Later on ${words}` : words;
}

function isLaterThatDay(
  event: Pick<EventEntry, 'id' | 'date' | 'order'>,
  events: readonly Pick<EventEntry, 'id' | 'date'>[],
): boolean {
  if (event.order === null || event.order <= 0.5 || event.date.precision !== 'day' || isLoose(event.date.start)) return false;
  const before = events.slice(0, events.findIndex(({id}) => id === event.id));
  return before.some(({date}) => date.text === event.date.text);
}

/** "5 days later", "1 day later". */
export function gapWords(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'} later`;
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
  if (text.includes('T')) {
    const wall = new Date(wallClockMs(ms, style.zone));
    return {
      year: wall.getUTCFullYear(),
      month: wall.getUTCMonth() + 1,
      day: wall.getUTCDate(),
      clock: wall.toISOString().slice(11, 16),
    };
  }
  const match = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?$/.exec(text);
  if (match === null) throw new RangeError(`date must be EDTF level 0 or 1, got ${text}`);
  return {year: Number(match[1]), month: numberOrNull(match[2]), day: numberOrNull(match[3]), clock: null};
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

/** "Wed 17 Dec 2014", "About 27 Nov 2014", "December 2014", "Wed 24 Dec 2014, 10:00 PT". */
function oneDate(side: Side, edge: EdtfEdge, style: DayWordsStyle): string {
  const loose = isLoose(edge);
  const weekday = side.day === null || loose || style.length === 'plain' ? '' : `${weekdayOf(side, style)} `;
  const clock = side.clock === null ? '' : `, ${side.clock} ${style.zoneLabel}`;
  const words = `${weekday}${sideWords(side, style)}${clock}`;
  return `${edge.approximate ? 'About ' : ''}${words}${edge.uncertain ? ', not certain' : ''}`;
}

/** "Weekend of 20–21 Dec 2014", "20 or 21 Dec 2014", "Between 19 and 22 Dec 2014". */
function momentWithin(start: Side, end: Side, style: DayWordsStyle): string {
  const days = daysBetween(start, end);
  if (days === 0) return oneDate(start, CLOSED, style);
  if (days === 1 && weekdayNumber(start) === 6) return `Weekend of ${joined(start, end, '–', style)}`;
  if (days === 1) return joined(start, end, ' or ', style);
  return `Between ${joined(start, end, ' and ', style)}`;
}

/** "24–28 Dec 2014", "24 Dec 2014 – 4 Jan 2015". */
function stretch(start: Side, end: Side, date: EdtfDate, style: DayWordsStyle): string {
  const from = date.start.approximate ? 'About ' : '';
  const to = date.end.approximate ? 'about ' : '';
  const doubt = date.start.uncertain || date.end.uncertain ? ', not certain' : '';
  if (to !== '') return `${from}${sideWords(start, style)} – ${to}${sideWords(end, style)}${doubt}`;
  return `${from}${joined(start, end, '–', style)}${doubt}`;
}

/** Two sides joined, saying a shared year or month once. */
function joined(start: Side, end: Side, between: string, style: DayWordsStyle): string {
  const sameYear = start.year === end.year;
  const bothDays = start.day !== null && end.day !== null;
  if (sameYear && bothDays && start.month === end.month) {
    return `${start.day}${between}${sideWords(end, style)}`;
  }
  const spaced = between === '–' ? ' – ' : between;
  const first = sameYear && bothDays ? `${start.day} ${monthName(start.month!, style)}` : sideWords(start, style);
  return `${first}${spaced}${sideWords(end, style)}`;
}

function sideWords(side: Side, style: DayWordsStyle): string {
  const year = side.year > 0 ? String(side.year) : `${1 - side.year} BCE`;
  if (side.month === null) return year;
  if (side.day === null) return `${monthName(side.month, {...style, length: 'long'})} ${year}`;
  return `${side.day} ${monthName(side.month, style)} ${year}`;
}

function monthName(month: number, style: DayWordsStyle): string {
  const name = MONTHS[month - 1]!;
  return style.length === 'long' ? name : name.slice(0, 3);
}

function weekdayOf(side: Side, style: DayWordsStyle): string {
  const name = WEEKDAYS[weekdayNumber(side)]!;
  return style.length === 'long' ? name : name.slice(0, 3);
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
