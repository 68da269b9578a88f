/**
 * Dates as writers write them (EDTF, ISO 8601-2:2019, level 0 and 1) become instants to place them by.
 *
 * The npm package `edtf` reads the text. What it lets through and we do not (impossible days, seasons, level 2,
 * times without a zone) is refused here, and bounds are worked out here, because its own are null or infinite for
 * open ends. Nothing passes through a local time zone: a day is the UTC calendar day.
 */
import {parse} from 'edtf';
import type {EdtfDate, EdtfEdge, Precision} from './content.ts';

/** A date that cannot be read, in the words a writer needs. */
export class DateError extends Error {
  readonly rule: string;
  /** What is wrong, a full sentence that quotes the text. */
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** A date that would pass, nearest to what was probably meant. */
  readonly suggestion: string;

  constructor(rule: string, what: string, why: string, fix: string, suggestion: string) {
    super(what);
    this.name = 'DateError';
    this.rule = rule;
    this.what = what;
    this.why = why;
    this.fix = fix;
    this.suggestion = suggestion;
  }
}

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const;

const DAY_MS = 86_400_000;

/** Shown where nothing can be made of what was written. */
const EXAMPLE = '1969-07-20';

const FORM_WHY = 'Dates are placed on the timeline by a machine, which reads one form only: year, month, day, each as a number.';
const FORM_FIX = 'Write year-month-day in quotes; leave out the day, or the month too, where it is not known.';

/** What one side of the slash may look like: a year, a month, a day (each with a sign of doubt), or a time in UTC. */
const POINT = /^-?\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?$/;
const PLAIN = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const TIME = /^-?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z$/;

interface Side {
  readonly precision: Exclude<Precision, 'interval'>;
  readonly earliestMs: number;
  readonly latestMs: number;
  readonly edge: EdtfEdge;
}

/** What the package hands back for one date; an interval holds two, or null for an open side. */
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
    typeof side === 'object' && side !== null ? sideFromParsed(side as Parsed) : null);
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
    throw notEdtf(text);
  }
  if (parsed.level > 1 || (parsed.type !== 'Date' && parsed.type !== 'Interval')) throw notEdtf(text);
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

/** First instant of a UTC day. `Date.UTC` alone would read the years 0 to 99 as 1900 to 1999. */
function utcMs(year: number, monthIndex: number, day: number): number {
  return new Date(0).setUTCFullYear(year, monthIndex, day);
}

export function daysInMonth(year: number, month: number): number {
  return new Date(utcMs(year, month, 0)).getUTCDate();
}

function refuseImpossible(text: string, side: string): void {
  if (side === '' || side === '..') return;
  const [, yearText = '', monthText, dayText] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(side) ?? [];
  const why = 'A date that is not in the calendar has no place on the timeline.';
  if (yearText === '-0000') {
    throw new DateError('date-impossible', `\`${text}\` does not exist: the year 0 has no sign.`, why, 'Write 0000 for 1 BC, -0001 for 2 BC.', '0000');
  }
  if (monthText === undefined) return;
  const month = Number(monthText);
  if (month >= 21 && dayText === undefined) {
    throw new DateError(
      'date-season',
      `\`${text}\` names a season or a quarter (month ${monthText}).`,
      'Seasons differ between halves of the world, so their first and last day are a guess.',
      'Write the months as an interval instead.',
      `${yearText}-03/${yearText}-05`,
    );
  }
  if (month < 1 || month > 12) {
    const swapped = dayText && Number(dayText) >= 1 && Number(dayText) <= 12 && month >= 1 && month <= 31
      ? `${yearText}-${dayText}-${monthText}`
      : '';
    throw new DateError(
      'date-impossible',
      `\`${text}\` does not exist: there is no month ${monthText}.`,
      why,
      swapped ? 'Write the month before the day.' : 'Check the month: 01 to 12.',
      swapped || `${yearText}-12`,
    );
  }
  if (dayText === undefined) return;
  const day = Number(dayText);
  const last = daysInMonth(Number(yearText), month);
  if (day < 1 || day > last) {
    throw new DateError(
      'date-impossible',
      `\`${text}\` does not exist: ${MONTHS[month - 1]} ${yearText} has ${last} days.`,
      why,
      `Check the day: 01 to ${last}.`,
      `${yearText}-${monthText}-${day < 1 ? '01' : last}`,
    );
  }
  const time = /T(\d\d):(\d\d)(?::(\d\d))?Z$/.exec(side);
  if (time && (Number(time[1]) > 23 || Number(time[2]) > 59 || Number(time[3] ?? 0) > 59)) {
    throw new DateError(
      'date-impossible',
      `\`${text}\` does not exist: a time goes from 00:00:00 to 23:59:59.`,
      'A time that is not on the clock has no place on the timeline.',
      'Check the hour, minute and second; midnight is 00:00 of the next day.',
      `${side.slice(0, side.indexOf('T'))}T23:59:00Z`,
    );
  }
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
  throw notEdtf(text);
}

function notEdtf(text: string): DateError {
  const trimmed = text.trim();
  const refused = (what: string, fix: string, suggestion: string, rule = 'date-not-edtf', why = FORM_WHY) =>
    new DateError(rule, what, why, fix, suggestion);

  if (trimmed !== text && isEdtf(trimmed)) {
    return refused(`\`${text}\` has spaces around the date.`, 'Delete the spaces inside the quotes.', trimmed);
  }

  const zoneless = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(\.\d+)?$/.exec(trimmed);
  if (zoneless) {
    return refused(
      `\`${text}\` has a time but no time zone.`,
      'Give the time in UTC and end it with Z (10 in the morning in Los Angeles in winter is 18:00Z), or leave the time out.',
      `${zoneless[1]}T${zoneless[2]}Z`,
      'date-no-zone',
      'The same clock time is a different moment in every zone, so the mark could be hours off.',
    );
  }
  const offset = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(?::\d\d)?(?:\.\d+)? ?([+-]\d\d):?(\d\d)?$/.exec(trimmed);
  if (offset) {
    const atMs = Date.parse(`${offset[1]}T${offset[2]}:00${offset[3]}:${offset[4] ?? '00'}`);
    return refused(
      `\`${text}\` gives its time in another zone than UTC.`,
      'Write the same moment in UTC, ending with Z.',
      Number.isNaN(atMs) ? `${offset[1]}T${offset[2]}Z` : `${new Date(atMs).toISOString().slice(0, 16)}Z`,
      'date-not-utc',
      'Times are kept in UTC so that no reader’s zone can shift them.',
    );
  }
  const fraction = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?[Zz]([~?%]?)$/.exec(trimmed);
  if (fraction) {
    return refused(
      `\`${text}\` is not a date-time we can read.`,
      'Write it with a capital T and Z, to the minute or the second, without signs of doubt.',
      `${fraction[1]}T${fraction[2]}Z`,
    );
  }

  const within = /^(\d{1,2})\s*[–—-]\s*(\d{1,2}\s+[A-Za-z.]+\s+\d{4})$/.exec(trimmed);
  const rest = within ? suggestionFor(within[2] ?? '') : '';
  if (within && rest) {
    return refused(
      `\`${text}\` is not a stretch of time we can read.`,
      'Put a slash between the first and the last day.',
      `${rest.slice(0, 8)}${(within[1] ?? '').padStart(2, '0')}/${rest}`,
    );
  }
  const range = /^(.+?)\s*(?:–|—|\bto\b|\buntil\b|\.\.\.|\s-\s)\s*(.+)$/i.exec(trimmed);
  if (range) {
    const from = suggestionFor(range[1] ?? '');
    const tail = range[2] ?? '';
    const until = /^\d{1,2}$/.test(tail) && from.length === 10 ? `${from.slice(0, 8)}${tail.padStart(2, '0')}` : suggestionFor(tail);
    if (from && until) {
      return refused(`\`${text}\` is not a stretch of time we can read.`, 'Put a slash between the first and the last day.', `${from}/${until}`);
    }
  }
  const short = /^(\d{4}-\d\d-)(\d\d)\/(\d\d)$/.exec(trimmed) ?? /^(\d{4}-)(\d\d-\d\d)\/(\d\d-\d\d)$/.exec(trimmed);
  if (short) {
    return refused(
      `\`${text}\` shortens its second date.`,
      'Write both dates of the interval in full.',
      `${short[1]}${short[2]}/${short[1]}${short[3]}`,
    );
  }
  if (/[xXuU]/.test(trimmed) && /^-?[\dxXuU]{4}(-[\dxXuU]{2}){0,2}$/.test(trimmed)) {
    const known = trimmed.replace(/(-[xXuU]{2})+$/, '');
    return refused(
      `\`${text}\` has an X where a digit is not known.`,
      'Leave out what is not known, or write the first and last date it can be.',
      /[xXuU]/.test(known) ? `${known.replace(/[xXuU]/g, '0')}/${known.replace(/[xXuU]/g, '9')}` : known,
      'date-unspecified',
      'A shorter date already says that the rest is not known, and readers are shown it in words.',
    );
  }
  if (/^[[{]/.test(trimmed) || /^[~?%]/.test(trimmed) || /[~?%].*-/.test(trimmed) || /^Y|E\d|S\d/.test(trimmed)) {
    const plain = /-?\b\d{4}\b(?:-\d\d(?:-\d\d)?)?/.exec(trimmed)?.[0] ?? EXAMPLE;
    const sign = /[%]/.test(trimmed) ? '%' : /~/.test(trimmed) ? '~' : /\?/.test(trimmed) ? '?' : '';
    return refused(
      `\`${text}\` is EDTF of a level this timeline does not read.`,
      'Put one sign of doubt (~ about, ? not certain, % both) at the end of the date, or write an interval.',
      isEdtf(plain + sign) ? plain + sign : EXAMPLE,
      'date-level-2',
      'Lists, sets and signs inside a date cannot be drawn as one mark.',
    );
  }

  const suggestion = suggestionFor(trimmed);
  if (suggestion) {
    const ambiguous = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$/.exec(trimmed);
    const both = ambiguous && Number(ambiguous[1]) <= 12 && Number(ambiguous[2]) <= 12 && ambiguous[1] !== ambiguous[2];
    return refused(
      `\`${text}\` is not a date we can read.`,
      both ? `${FORM_FIX} (The example takes the first number for the day: check it.)` : FORM_FIX,
      suggestion,
    );
  }
  return refused(`\`${text}\` is not a date we can read.`, FORM_FIX, EXAMPLE);
}

/** The date somebody probably meant, in EDTF, or an empty string. */
function suggestionFor(text: string): string {
  let rest = text.trim().replace(/(\d)(st|nd|rd|th)\b/g, '$1');
  const doubt = /^(?:c\.?|ca\.?|circa|about|around|roughly|approximately)\s+/i.exec(rest);
  if (doubt) rest = rest.slice(doubt[0].length);
  const sign = doubt || rest.endsWith('~') ? '~' : rest.endsWith('?') ? '?' : rest.endsWith('%') ? '%' : '';
  rest = rest.replace(/[~?%]+$/, '').trim();
  const dated = (year: string, month: number, day?: number) => {
    const date = [year, String(month).padStart(2, '0'), ...(day === undefined ? [] : [String(day).padStart(2, '0')])].join('-') + sign;
    return isEdtf(date) ? date : '';
  };
  if (isEdtf(rest + sign)) return rest + sign;

  const yearFirst = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(rest);
  if (yearFirst) return dated(yearFirst[1] ?? '', Number(yearFirst[2]), yearFirst[3] === undefined ? undefined : Number(yearFirst[3]));
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(rest);
  if (yearLast) {
    const [, one, two, year = ''] = yearLast;
    return dated(year, Number(two), Number(one)) || dated(year, Number(one), Number(two));
  }
  const named = /^(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s*(?:(\d{1,2})\s*,?\s+)?,?\s*(\d{4})$/.exec(rest);
  if (named) {
    const month = monthFromName(named[2] ?? '');
    const day = named[1] ?? named[3];
    if (month) return dated(named[4] ?? '', month, day === undefined ? undefined : Number(day));
  }
  return '';
}

function monthFromName(name: string): number {
  const lower = name.toLowerCase();
  return MONTHS.findIndex((month) => month.toLowerCase() === lower || month.slice(0, 3).toLowerCase() === lower || (lower === 'sept' && month === 'September')) + 1;
}

function isEdtf(text: string): boolean {
  if (!(POINT.test(text) || TIME.test(text))) return false;
  try {
    refuseImpossible(text, text);
    return true;
  } catch (error) {
    if (error instanceof DateError) return false;
    throw error;
  }
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
