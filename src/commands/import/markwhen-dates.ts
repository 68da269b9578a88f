/**
 * The dates of Markwhen, as its documentation has them: EDTF, American dates with slashes, dates in words, years before
 * our era, and lengths of time for an end. What hangs on the day of reading (`now`, a date without its year), on another
 * event, or comes again is reported, since a file that is written once cannot hold it.
 *
 * @see https://docs.markwhen.com/syntax/dates-and-ranges.html
 */
import {DateError, edtfFromText} from '../../schema/dates.ts';
import {dateFromParts, intervalFromDates, isYearInReach, yearBeforeChrist, yearText} from './date-parts.ts';
import type {BuiltDate, DateParts} from './date-parts.ts';

/** How the dates of one file, or one part of it, are to be read. */
export interface MarkwhenReading {
  /** The zone its times are in; null if none was given. */
  readonly zone: string | null;
  /** Whether `3/4/1969` is 3 April. */
  readonly isDayFirst: boolean;
}

export type MarkwhenDate =
  | ({readonly kind: 'date'} & BuiltDate)
  /** A date that this format can have and ours cannot. */
  | {readonly kind: 'cannot'; readonly why: string}
  | {readonly kind: 'wrong'; readonly error: DateError};

/** One end of a range, before it is known what the other is. */
type Side =
  | {readonly kind: 'parts'; readonly parts: DateParts; readonly changed: readonly string[]}
  | {readonly kind: 'edtf'; readonly text: string; readonly changed: readonly string[]}
  | {readonly kind: 'now'}
  | {readonly kind: 'length'; readonly amounts: readonly Amount[]; readonly written: string}
  | {readonly kind: 'cannot'; readonly why: string};

interface Amount {
  readonly count: number;
  readonly unit: 'day' | 'month' | 'year';
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|' +
  'aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const CLOCK =
  '(?:(?<half12>1[0-2]|0?[1-9])(?::(?<minute12>[0-5]\\d))?\\s?(?<half>[ap]m)|(?<hour>[01]?\\d|2[0-3])(?::(?<minute>[0-5]\\d))?)';
const EDTF = new RegExp(`^(?<year>-?\\d{4})(?:-(?<month>\\d{2})(?:-(?<day>\\d{2})(?:\\s+${CLOCK})?)?)?(?<sign>[~?%])?$`, 'i');
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z$/i;
const SLASHES = new RegExp(`^(?<one>\\d{1,4})/(?<two>\\d{1,4})(?:/(?<three>\\d{1,4})(?:[,\\s]+${CLOCK})?)?$`, 'i');
const DAY_FIRST = new RegExp(`^(?<day>\\d{1,2})\\s+(?<name>${MONTH})\\.?,?(?:\\s+(?<year>\\d{1,4}),?)?(?:\\s+${CLOCK})?$`, 'i');
const MONTH_FIRST = new RegExp(`^(?<name>${MONTH})\\.?\\s+(?<day>\\d{1,2})(?!\\d),?(?:\\s+(?<year>\\d{3,4}),?)?(?:\\s+${CLOCK})?$`, 'i');
const MONTH_ALONE = new RegExp(`^(?<name>${MONTH})\\.?,?(?:\\s+(?<year>\\d{3,4}))?$`, 'i');
const YEAR = /^(?<year>\d{1,5})(?:\s?(?<era>BCE|BC|CE|AD))?$/i;
const WEEK = /^\d{4}-?W\d{2}(?:-?[1-7])?$/i;
const LENGTH_UNIT =
  'milliseconds?|ms|seconds?|secs?|minutes?|mins?|hours?|(?:week|work|business)\\s*days?|days?|weeks?|months?|years?|[smhdwy]';
const LENGTH_PART = `(\\d+)\\s*(${LENGTH_UNIT})`;
const LENGTH = new RegExp(`^(?:${LENGTH_PART}(?:\\s*,\\s*|\\s+and\\s+|\\s*)?)+$`, 'i');
/** `after !launch 3 days`, `by 2 weeks`: counted from what is named or from the event before. */
const RELATIVE = new RegExp(
  String.raw`^(?:(?:by|before|after)\s+)?![\w-]+(?:\.(?:start|end))?(?:\s|$)|^(?:by|before|after)\s+${LENGTH_PART}`,
  'i',
);
const CLOCK_ALONE = new RegExp(`^${CLOCK}$`, 'i');
/** What nobody would take for words: only such a line may be reported as a mistaken date. */
const DATELIKE = new RegExp(
  `^(?:[-\\d/.,:~?%\\s–—]|T\\d|Z\\b|\\d+(?:st|nd|rd|th)\\b|${MONTH}\\b\\.?|now\\b|to\\b|[ap]m\\b|BCE?\\b|CE\\b|AD\\b|every\\b.*)+$`,
  'i',
);

/**
 * Reads what is before the colon of an event.
 *
 * @returns null where it is no date, and the line is prose.
 */
export function readMarkwhenDate(head: string, reading: MarkwhenReading): MarkwhenDate | null {
  const [, dates = head, again] = /^(.*?\S)\s+(every\b.*)$/i.exec(head) ?? [];
  const read = readRange(dates, reading);
  if (read === null) return DATELIKE.test(head) && /\d/.test(head) ? wrongDate(head) : null;
  if (again === undefined || read.kind !== 'date') return read;
  return {...read, leftOut: [...read.leftOut, `“${again}”: it is written once, for its first day`]};
}

function readRange(dates: string, reading: MarkwhenReading): MarkwhenDate | null {
  const whole = sideFromText(dates, reading);
  if (whole !== null)
    return whole.kind === 'length' ? {kind: 'cannot', why: `“${dates}” is counted from the event before it`} : finish(whole, null, reading);
  for (const separator of [/\s*\/\s*/g, /\s+to\s+/gi, /\s*[-–—]\s*/g]) {
    for (const {index, 0: sign} of dates.matchAll(separator)) {
      const [first, last] = [dates.slice(0, index).trim(), dates.slice(index + sign.length).trim()];
      // A slash parts only dates of the standard: elsewhere it is inside a date.
      if (
        sign.includes('/') &&
        ![first, last].every((side) => EDTF.test(side) || ISO.test(side) || LENGTH.test(side) || /^now$/i.test(side))
      )
        continue;
      const [from, to] = [sideFromText(first, reading, eraOf(last)), sideFromText(last, reading)];
      if (from !== null && to !== null) return finish(from, to, reading);
    }
  }
  return RELATIVE.test(dates) ? {kind: 'cannot', why: `“${dates}” is counted from another event`} : null;
}

function finish(from: Side, to: Side | null, reading: MarkwhenReading): MarkwhenDate {
  try {
    const start = builtFromSide(from, reading);
    if ('why' in start) return {kind: 'cannot', why: start.why};
    if (to === null) return {kind: 'date', ...start};
    if (to.kind === 'now')
      return {kind: 'date', ...start, text: `${start.text}/..`, changed: [...start.changed, 'date: “now” became an open end']};
    if (to.kind === 'length') return {kind: 'date', ...withLength(start, to)};
    const end = builtFromSide(to, reading);
    if ('why' in end) return {kind: 'date', ...start, leftOut: [...start.leftOut, `end: ${end.why}`]};
    return {
      kind: 'date',
      text: intervalFromDates(start.text, end.text),
      changed: [...start.changed, ...end.changed],
      leftOut: [...start.leftOut, ...end.leftOut],
    };
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    return {kind: 'wrong', error};
  }
}

function builtFromSide(side: Side, {zone}: MarkwhenReading): BuiltDate | {readonly why: string} {
  switch (side.kind) {
    case 'edtf':
      return {text: edtfFromText(side.text).text, changed: side.changed, leftOut: []};
    case 'parts': {
      const {text, changed, leftOut} = dateFromParts(side.parts, zone);
      return {text, changed: [...side.changed, ...changed.map((what) => `date: ${what}`)], leftOut};
    }
    case 'now':
      return {why: '“now” is a different day each time it is read'};
    case 'length':
      return {why: `“${side.written}” is counted from the event before it`};
    case 'cannot':
      return {why: side.why};
  }
}

/** One date, or what is used for one; null for anything else. */
function sideFromText(text: string, {isDayFirst}: MarkwhenReading, era: string | null = null): Side | null {
  if (/^now$/i.test(text)) return {kind: 'now'};
  if (ISO.test(text))
    return {
      kind: 'edtf',
      text: text.toUpperCase().replace(/\.\d+/, ''),
      changed: /\.\d/.test(text) ? ['date: parts of a second are left out'] : [],
    };
  const edtf = EDTF.exec(text)?.groups;
  if (edtf) {
    if (edtf['hour'] === undefined && edtf['half12'] === undefined) return {kind: 'edtf', text, changed: []};
    return {
      kind: 'parts',
      parts: {year: Number(edtf['year']), month: Number(edtf['month']), day: Number(edtf['day']), ...clockFrom(edtf)},
      changed: [],
    };
  }
  const slashes = SLASHES.exec(text)?.groups;
  if (slashes) return sideFromSlashes(text, slashes, isDayFirst);
  const named = DAY_FIRST.exec(text)?.groups ?? MONTH_FIRST.exec(text)?.groups ?? MONTH_ALONE.exec(text)?.groups;
  if (named) {
    const month = MONTHS.findIndex((name) => name.startsWith(named['name']!.toLowerCase().slice(0, 3))) + 1;
    if (named['year'] === undefined)
      return {kind: 'cannot', why: `“${text}” has no year, so it would mean another date whenever it is read`};
    return {
      kind: 'parts',
      parts: {year: Number(named['year']), month, ...(named['day'] === undefined ? {} : {day: Number(named['day'])}), ...clockFrom(named)},
      changed: [],
    };
  }
  const year = YEAR.exec(text)?.groups;
  if (year) {
    const isBefore = /^B/i.test(year['era'] ?? era ?? '');
    const counted = isBefore ? yearBeforeChrist(Number(year['year'])) : Number(year['year']);
    if (!isYearInReach(counted)) return {kind: 'cannot', why: `the year ${text} is beyond the four digits a date can hold here`};
    return {kind: 'edtf', text: yearText(counted), changed: isBefore ? [`date: ${year['year']} BCE is ${yearText(counted)} in EDTF`] : []};
  }
  if (CLOCK_ALONE.test(text)) return {kind: 'cannot', why: `“${text}” is a time whose day is that of the event before it`};
  if (WEEK.test(text)) return {kind: 'cannot', why: `“${text}” is the number of a week`};
  const amounts = LENGTH.test(text) ? amountsFrom(text) : undefined;
  if (amounts === undefined) return null;
  return amounts === null
    ? {kind: 'cannot', why: `“${text}” is a length in hours or working days`}
    : {kind: 'length', amounts, written: text};
}

/** `2/14/1969`, `2/1969`, or `1969/2/14`. */
function sideFromSlashes(text: string, groups: Readonly<Record<string, string | undefined>>, isDayFirst: boolean): Side | null {
  const [one, two] = [groups['one']!, groups['two']!];
  const three = groups['three'];
  if (three === undefined) {
    // Two years with a slash between them are an interval.
    if (one.length > 2) return null;
    return {kind: 'parts', parts: {year: Number(two), month: Number(one)}, changed: []};
  }
  if (one.length > 2)
    return {kind: 'parts', parts: {year: Number(one), month: Number(two), day: Number(three), ...clockFrom(groups)}, changed: []};
  const [month, day] = isDayFirst ? [two, one] : [one, two];
  const isUnclear = Number(one) <= 12 && Number(two) <= 12 && one !== two;
  return {
    kind: 'parts',
    parts: {year: Number(three), month: Number(month), day: Number(day), ...clockFrom(groups)},
    changed: isUnclear ? [`date: “${text}” was read with the ${isDayFirst ? 'day' : 'month'} first`] : [],
  };
}

function clockFrom(groups: Readonly<Record<string, string | undefined>>): Pick<DateParts, 'hour' | 'minute'> {
  const half = groups['half']?.toLowerCase();
  if (half !== undefined) {
    const hour = (Number(groups['half12']) % 12) + (half === 'pm' ? 12 : 0);
    return {hour, minute: Number(groups['minute12'] ?? 0)};
  }
  if (groups['hour'] === undefined) return {};
  return {hour: Number(groups['hour']), minute: Number(groups['minute'] ?? 0)};
}

function eraOf(text: string): string | null {
  return YEAR.exec(text)?.groups?.['era'] ?? null;
}

/** Undefined where it is no length; null where it is one that is not in whole days. */
function amountsFrom(text: string): Amount[] | null | undefined {
  const amounts: Amount[] = [];
  for (const [, count, unit] of text.matchAll(new RegExp(LENGTH_PART, 'gi'))) {
    const word = unit!.toLowerCase();
    if (/^(?:week|work|business)\s*d/.test(word) || /^(?:ms|milli|s|sec|m$|min|h)/.test(word)) return null;
    if (word.startsWith('y')) amounts.push({count: Number(count), unit: 'year'});
    else if (word.startsWith('mo')) amounts.push({count: Number(count), unit: 'month'});
    else amounts.push({count: Number(count) * (word.startsWith('w') ? 7 : 1), unit: 'day'});
  }
  return amounts.length === 0 ? undefined : amounts;
}

/**
 * The interval that begins with a date and lasts some time. Months that follow a month stay months; else the end is the
 * last whole day.
 */
function withLength(start: BuiltDate, {amounts, written}: Side & {kind: 'length'}): BuiltDate {
  const {earliestMs, precision} = edtfFromText(start.text);
  const months = amounts.reduce((sum, {count, unit}) => sum + (unit === 'month' ? count : unit === 'year' ? count * 12 : 0), 0);
  const days = amounts.reduce((sum, {count, unit}) => sum + (unit === 'day' ? count : 0), 0);
  const begins = new Date(earliestMs!);
  const isCoarse = days === 0 && ((precision === 'year' && months % 12 === 0) || precision === 'month' || precision === 'year');
  const after = new Date(0);
  after.setUTCFullYear(begins.getUTCFullYear(), begins.getUTCMonth() + months, begins.getUTCDate() + days);
  const lastDay = new Date(after.getTime() - 1);
  const length = precision === 'year' && months % 12 === 0 ? 1 : isCoarse ? 2 : 3;
  const dateText = (day: Date) =>
    [yearText(day.getUTCFullYear()), String(day.getUTCMonth() + 1).padStart(2, '0'), String(day.getUTCDate()).padStart(2, '0')]
      .slice(0, length)
      .join('-');
  // A day that is known to the minute goes on to the same minute.
  const text =
    precision === 'time'
      ? `${start.text}/${dateText(after)}${start.text.slice(start.text.indexOf('T'))}`
      : intervalFromDates(precision === 'day' ? start.text : dateText(begins), dateText(lastDay));
  return {text, changed: [...start.changed, `date: “${written}” from its start is ${text}`], leftOut: start.leftOut};
}

function wrongDate(head: string): MarkwhenDate {
  try {
    edtfFromText(head);
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    return {kind: 'wrong', error};
  }
  throw new RangeError(`a date that can be read was taken for a wrong one: ${head}`);
}
