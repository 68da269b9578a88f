/** Dates that come in parts, as numbers in a spreadsheet do, become EDTF with the precision their parts have. */
import {edtfFromText} from '../../schema/dates.ts';
import {instantFromWallClock} from './zone.ts';

/** A date as far as it is given. */
export interface DateParts {
  /** In the count of EDTF, which has a year 0: 1 BCE. */
  readonly year: number;
  /** From 1. */
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

/** A date in EDTF, and what had to be done for it. */
export interface BuiltDate {
  readonly text: string;
  readonly changed: readonly string[];
  readonly leftOut: readonly string[];
}

const LAST_YEAR = 9999;

/** Whether EDTF can hold a year in four digits. */
export function isYearInReach(year: number): boolean {
  return Number.isInteger(year) && Math.abs(year) <= LAST_YEAR;
}

/** A year before our era, counted as people count: 44 BCE is -43. */
export function yearBeforeChrist(year: number): number {
  return 1 - year;
}

/**
 * A date in EDTF.
 *
 * @param zone - The zone that clocks showed the time in; null if nobody has said, and the time is left out.
 * @throws DateError if there is no such day.
 */
export function dateFromParts(parts: DateParts, zone: string | null): BuiltDate {
  const {year, month, day, hour} = parts;
  const date = [
    yearText(year),
    ...(month === undefined ? [] : [two(month)]),
    ...(month === undefined || day === undefined ? [] : [two(day)]),
  ].join('-');
  edtfFromText(date);
  if (hour === undefined || day === undefined || month === undefined) return {text: date, changed: [], leftOut: []};

  const clock = clockText(parts);
  // Refuses an hour that is not on the clock, in the words writers know.
  edtfFromText(`${date}T${two(hour)}:${two(parts.minute ?? 0)}${parts.second === undefined ? '' : `:${two(parts.second)}`}Z`);
  if (zone === null) return {text: date, changed: [], leftOut: [`time ${clock}: its zone is not said; \`--zone\` says it`]};
  const wallMs = new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + (parts.minute ?? 0)) * 60 + (parts.second ?? 0)) * 1000;
  const instant = instantFromWallClock(wallMs, zone);
  if (instant === null) return {text: date, changed: [], leftOut: [`time ${clock}: clocks in ${zone} never showed it on that day`]};
  const iso = new Date(instant).toISOString();
  const afterYear = iso.slice(iso.indexOf('-', 1), iso.length - (parts.second === undefined ? 8 : 5));
  const text = `${yearText(new Date(instant).getUTCFullYear())}${afterYear}Z`;
  const minutes = parts.minute === undefined ? ' (no minutes are given: the full hour is written)' : '';
  return {text, changed: [`time ${clock} in ${zone} is ${text.slice(text.indexOf('T') + 1)} in UTC${minutes}`], leftOut: []};
}

/**
 * Two dates as one interval; one date where the two are the same.
 *
 * @throws DateError if it ends before it begins.
 */
export function intervalFromDates(start: string, end: string): string {
  if (start === end) return start;
  return edtfFromText(`${start}/${end}`).text;
}

export function yearText(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}

function clockText({hour = 0, minute, second}: DateParts): string {
  return [two(hour), ...(minute === undefined ? [] : [two(minute)]), ...(second === undefined ? [] : [two(second)])].join(':');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
