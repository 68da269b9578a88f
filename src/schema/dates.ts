/**
 * Dates as writers write them (EDTF, ISO 8601-2:2019, level 0 and 1) become instants to place them by.
 *
 * The npm package `edtf` reads the text. What it lets through and we do not (impossible days, seasons, level 2,
 * times without a zone) is refused here, and bounds are worked out here, because its own are null or infinite for
 * open ends. Nothing passes through a local time zone: a day is the UTC calendar day.
 */
import {parse} from 'edtf';
import type {EdtfDate, EdtfEdge, Precision} from './content.ts';
import {DateError} from './date-error.ts';
import {POINT, refuseImpossible, TIME, utcMs} from './date-points.ts';
import {refusalOf} from './other-dates.ts';
import {FORM_FIX, FORM_WHY} from './refused-date.ts';
import {DAY_MS} from './lengths.ts';

export {DateError} from './date-error.ts';
export {daysInMonth} from './date-points.ts';

/** Shown if what was written cannot be understood. */
const EXAMPLE = '1969-07-20';

const PLAIN = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

interface Side {
  readonly precision: Exclude<Precision, 'interval'>;
  readonly earliestMs: number;
  readonly latestMs: number;
  readonly edge: EdtfEdge;
}

/** What the package returns for one date; an interval holds two, or null for an open side. */
interface Parsed {
  readonly type: string;
  readonly level: number;
  readonly values: readonly unknown[];
  readonly approximate?: boolean;
  readonly uncertain?: boolean;
}

const read = new Map<string, EdtfDate>();

/**
 * Reads one EDTF date, level 0 or 1: year, month, day, interval, `~` `?` `%`, open ends, or a date-time in UTC.
 *
 * @returns The date as written, with its precision and the first and last instant it can mean (UTC milliseconds).
 *   A date-time is one instant: both bounds are equal.
 * @throws DateError if the text is not such a date, does not exist (30 February), or ends before it begins.
 * @see https://www.loc.gov/standards/datetime/
 */
export function edtfFromText(text: string): EdtfDate {
  const known = read.get(text);
  if (known) return known;
  try {
    const date = readEdtf(text);
    read.set(text, date);
    return date;
  } catch (error) {
    if (!(error instanceof DateError) || canBeRead(error.suggestion)) throw error;
    throw new DateError(error.rule, error.what, error.why, error.fix, EXAMPLE);
  }
}

function canBeRead(text: string): boolean {
  try {
    readEdtf(text);
    return true;
  } catch (error) {
    if (error instanceof DateError) return false;
    throw error;
  }
}

function readEdtf(text: string): EdtfDate {
  refuseOtherForms(text);
  const sides = text.split('/');
  for (const side of sides) refuseImpossible(text, side);
  // Most dates are plain ones, which need no grammar; reading them here makes the check of a large folder twice as fast.
  const plain = PLAIN.exec(text);
  const parsed = plain ? parsedPlain(plain) : parsedByLibrary(text);

  if (sides.length === 1) {
    const side = sideFromParsed(parsed);
    const {precision, earliestMs, latestMs, edge} = side;
    return {text, precision, earliestMs, latestMs, start: edge, end: edge};
  }

  // An unknown side comes as null, an open one as Infinity.
  const [start = null, end = null] = parsed.values.map((side) =>
    typeof side === 'object' && side !== null ? sideFromParsed(side as Parsed) : null,
  );
  if (start && end && start.earliestMs > end.latestMs) {
    throw new DateError(
      'interval-reversed',
      `\`${text}\` ends before it begins.`,
      'The first date of an interval is where its bar starts, the second where it ends.',
      'Swap the two dates.',
      `${sides[1]}/${sides[0]}`,
    );
  }
  return {
    text,
    precision: 'interval',
    earliestMs: start?.earliestMs ?? null,
    latestMs: end?.latestMs ?? null,
    start: start?.edge ?? openEdge(sides[0] ?? ''),
    end: end?.edge ?? openEdge(sides[1] ?? ''),
  };
}

function openEdge(text: string): EdtfEdge {
  return {approximate: false, uncertain: false, bound: text === '..' ? 'open' : 'unknown'};
}

function parsedPlain([, year, month, day]: RegExpExecArray): Parsed {
  const values = [Number(year), ...(month === undefined ? [] : [Number(month) - 1]), ...(day === undefined ? [] : [Number(day)])];
  return {type: 'Date', level: 0, values};
}

function parsedByLibrary(text: string): Parsed {
  let parsed: Parsed;
  try {
    parsed = parse(text);
  } catch {
    // The package's own message speaks of grammar columns; ours says what to write.
    throw refusalOf(text);
  }
  if (parsed.level > 1 || (parsed.type !== 'Date' && parsed.type !== 'Interval')) throw refusalOf(text);
  return parsed;
}

function sideFromParsed(parsed: Parsed): Side {
  const [year = 0, month, day, hour, minute, second] = parsed.values as readonly number[];
  const edge: EdtfEdge = {
    approximate: Boolean(parsed.approximate),
    uncertain: Boolean(parsed.uncertain),
    bound: 'closed',
  };
  if (hour !== undefined) {
    const atMs = utcMs(year, month ?? 0, day ?? 1) + ((hour * 60 + (minute ?? 0)) * 60 + (second ?? 0)) * 1000;
    return {precision: 'time', earliestMs: atMs, latestMs: atMs, edge};
  }
  if (day !== undefined) {
    const startMs = utcMs(year, month ?? 0, day);
    return {precision: 'day', earliestMs: startMs, latestMs: startMs + DAY_MS - 1, edge};
  }
  if (month !== undefined) {
    return {precision: 'month', earliestMs: utcMs(year, month, 1), latestMs: utcMs(year, month + 1, 1) - 1, edge};
  }
  return {precision: 'year', earliestMs: utcMs(year, 0, 1), latestMs: utcMs(year + 1, 0, 1) - 1, edge};
}

/** Names every other way people write dates, so that the answer can be a line to paste. */
function refuseOtherForms(text: string): void {
  if (text.trim() === '') {
    throw new DateError('date-empty', 'The date is empty.', FORM_WHY, FORM_FIX, EXAMPLE);
  }
  const sides = text.split('/');
  const readable = sides.every((side) => side === '' || side === '..' || POINT.test(side) || TIME.test(side));
  if (readable && sides.length === 1) return;
  if (readable && sides.length === 2) {
    if (sides.some((side) => side !== '' && side !== '..')) return;
    throw new DateError(
      'date-says-nothing',
      `\`${text}\` has neither a beginning nor an end.`,
      'Without one known end the event has no place on the timeline.',
      'Write at least one of the two dates.',
      `${EXAMPLE}/..`,
    );
  }
  throw refusalOf(text);
}

/**
 * The date a stretch begins with: the first side of an interval, else the date itself. Where the beginning is open
 * or unknown, the end, since that much is certain.
 */
export function startOf(date: EdtfDate): EdtfDate {
  if (date.precision !== 'interval') return date;
  const [first = '', last = ''] = date.text.split('/');
  return edtfFromText(first === '' || first === '..' ? last : first);
}

/** Whether all of `date` lies before any of `other`. */
export function endsBefore(date: EdtfDate, other: EdtfDate): boolean {
  return date.latestMs !== null && other.earliestMs !== null && date.latestMs < other.earliestMs;
}

/** Whether some of `date` lies outside `stretch`; an open end does not count as outside. */
export function reachesOutside(date: EdtfDate, stretch: EdtfDate): boolean {
  const beforeStart = stretch.earliestMs !== null && firstMs(date) < stretch.earliestMs;
  const afterEnd = stretch.latestMs !== null && lastMs(date) > stretch.latestMs;
  return beforeStart || afterEnd;
}

/** The first instant a date can be placed by: its start, or its end where the start is open. */
export function firstMs(date: EdtfDate): number {
  return date.earliestMs ?? date.latestMs ?? 0;
}

/** The last instant a date can be placed by: its end, or its start where the end is open. */
export function lastMs(date: EdtfDate): number {
  return date.latestMs ?? date.earliestMs ?? 0;
}
