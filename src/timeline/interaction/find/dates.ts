/** Dates as people type them: "17 December", "Dec 17th, 2014", "2014-12-17", "Day 24", "December 2014", "2010". */
import {monthAlone, monthBesideDay, weekdayName} from '../../model/calendar-names.ts';
import type {Span} from '../../model/span.ts';
import {spanBounds} from '../../model/span.ts';
import {axisMs, DAY_MS, dayStartMs} from '../../model/time.ts';
import {calendarWords} from '../../model/words/calendar.ts';
import type {FindWords} from '../../model/words/find.ts';
import {foldWord, plainText} from './words.ts';

/** A day, a month or a year; what is not said is null, so that "17 December" may be of any year. */
export interface AskedDate {
  readonly year: number | null;
  /** 1 to 12; null for a whole year. */
  readonly month: number | null;
  /** Null for a whole month or year. */
  readonly day: number | null;
}

export interface Calendar {
  readonly language: string;
  /** Start of the day the story counts from; null where it counts years. */
  readonly firstDayMs: number | null;
}

export interface FoundDate {
  readonly date: AskedDate;
  /** As the reader wrote it. */
  readonly words: string;
  /** The text with nothing but space in its place. */
  readonly rest: string;
  /** Where it begins. */
  readonly from: number;
  /** How a text would mention it. */
  readonly mentions: readonly string[];
}

interface Place {
  readonly from: number;
  readonly to: number;
}

type Dated = Place & {readonly date: AskedDate};

/** Dates as `Apart` finds them: by themselves, and not as a part of something longer. */
interface Apart {
  /** The date and what must not follow it. */
  readonly pattern: RegExp;
  /** What must not precede it. A lookbehind would say so, but Safari before 16.4 cannot parse one. */
  readonly before: RegExp;
}

const LETTER_OR_NUMBER = /[\p{L}\p{N}]$/u;
/** Year first, month by number. */
const ISO: Apart = {before: /[\p{L}\p{N}-]$/u, pattern: /(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?![\p{L}\p{N}-])/gu};
const BY_NUMBERS: Apart = {before: LETTER_OR_NUMBER, pattern: /(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\p{L}\p{N}])/gu};
/** A year by itself. */
const YEAR: Apart = {before: /[\p{L}\p{N}.,’'/-]$/u, pattern: /([12]\d{3})(?![\p{L}\p{N}’'-]|[.,]\p{N})/gu};
const TOKEN = /\p{N}+(?:st|nd|rd|th|er|º|ª)?(?![\p{L}\p{N}])|[\p{L}\p{M}]+\.?|\p{N}+|,/gu;
const DAY = /^(\d{1,2})(?:\D+)?$/;
const WHOLE_YEAR = /^\d{4}$/;
/** Letters of a month's name beside a number: "Sept 3". */
const MIN_MONTH_LETTERS = 3;

/** The words of a language that are written beside a date, and those that are also months. */
export type DateWords = Pick<FindWords, 'besideDates' | 'monthsThatAreWords'>;

/** The first date in a text, or null. */
export function dateIn(text: string, calendar: Calendar, words: DateWords): FoundDate | null {
  const found =
    isoDate(text) ?? numericDate(text) ?? writtenDate(text, calendar.language, words) ?? countedDay(text, calendar) ?? yearAlone(text);
  if (found === null) return null;
  const {date, from, to} = found;
  return {
    date,
    from,
    words: text.slice(from, to).trim(),
    rest: `${text.slice(0, from)}${' '.repeat(to - from)}${text.slice(to)}`,
    mentions: mentionsOf(date, calendar.language),
  };
}

function firstApart({pattern, before}: Apart, text: string): RegExpExecArray | null {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (!before.test(text.slice(0, match.index))) return match;
    pattern.lastIndex = match.index + 1;
  }
  return null;
}

function isoDate(text: string): Dated | null {
  const match = firstApart(ISO, text);
  return match && dated(match, Number(match[1]), Number(match[2]), match[3] === undefined ? null : Number(match[3]));
}

/** "17/12/2014" and "12/17/2014" can mean one day each; "1/2/2014" could mean two days and is ignored. */
function numericDate(text: string): Dated | null {
  const match = firstApart(BY_NUMBERS, text);
  if (!match) return null;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  if (match[2] === '.' || first > 12) return dated(match, year, second, first);
  return second > 12 ? dated(match, year, first, second) : null;
}

function writtenDate(text: string, language: string, {besideDates, monthsThatAreWords}: DateWords): Dated | null {
  const tokens = Array.from(text.matchAll(TOKEN), ({0: word, index}) => ({
    word,
    form: foldWord(word.replace(/\.$/, '')),
    from: index,
    to: index + word.length,
  }));
  const isBeside = (at: number) => tokens[at] !== undefined && besideDates.includes(tokens[at].form);
  const dayAt = (at: number) => numberIn(DAY.exec(tokens[at]?.word ?? ''), 31);
  for (let at = 0; at < tokens.length; at++) {
    const {form, word} = tokens[at]!;
    const before = isBeside(at - 1) ? at - 2 : at - 1;
    const dayBefore = dayAt(before);
    const dayAfter = dayBefore === null ? dayAt(at + 1) : null;
    const last = dayAfter === null ? at : at + 1;
    const yearAt = tokens[last + 1]?.word === ',' ? last + 2 : last + 1;
    const year = WHOLE_YEAR.test(tokens[yearAt]?.word ?? '') ? Number(tokens[yearAt]!.word) : null;
    const day = dayBefore ?? dayAfter;
    const month = monthOf(form, language, day !== null || year !== null);
    if (month === null) continue;
    // "Dec" by itself may be the beginning of any word; "December" is the month.
    const isAlone = day === null && year === null;
    if (isAlone && (monthsThatAreWords.includes(word) || form !== nameForm(monthAlone(month, language, 'long')))) continue;
    let first = dayBefore === null ? at : before;
    while (isBeside(first - 1) || isWeekday(tokens[first - 1]?.form, language)) first--;
    const found = dated(
      {index: tokens[first]!.from, 0: text.slice(tokens[first]!.from, tokens[year === null ? last : yearAt]!.to)},
      year,
      month,
      day,
    );
    if (found) return found;
  }
  return null;
}

/** "Day 24" of a story that counts its days. */
function countedDay(text: string, {language, firstDayMs}: Calendar): Dated | null {
  if (firstDayMs === null) return null;
  const [before = '', after = ''] = plainText(calendarWords(language).day(1)).split('1');
  const pattern = new RegExp(`${escaped(before)}(\\d{1,4})${escaped(after)}(?![\\p{L}\\p{N}])`, 'giu');
  const match = firstApart({pattern, before: LETTER_OR_NUMBER}, text);
  if (!match || Number(match[1]) === 0) return null;
  const day = new Date(firstDayMs + (Number(match[1]) - 1) * DAY_MS);
  return dated(match, day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}

function yearAlone(text: string): Dated | null {
  const match = firstApart(YEAR, text);
  return match && dated(match, Number(match[1]), null, null);
}

function dated(
  match: {readonly index: number; readonly 0: string},
  year: number | null,
  month: number | null,
  day: number | null,
): Dated | null {
  // 29 February is there in some years.
  const inYear = new Date(axisMs(year ?? 2000, (month ?? 1) - 1, day ?? 1));
  const exists = inYear.getUTCMonth() + 1 === (month ?? 1) && inYear.getUTCDate() === (day ?? 1);
  return exists ? {date: {year, month, day}, from: match.index, to: match.index + match[0].length} : null;
}

function numberIn(match: RegExpExecArray | null, most: number): number | null {
  const number = Number(match?.[1] ?? 0);
  return number > 0 && number <= most ? number : null;
}

/** @param isBesideNumber - Whether a day or a year is beside it, so that the beginning of a name is enough. */
function monthOf(form: string, language: string, isBesideNumber: boolean): number | null {
  for (let month = 1; month <= 12; month++) {
    const names = monthNames(month, language);
    if (names.includes(form) || (isBesideNumber && form.length >= MIN_MONTH_LETTERS && names.some((name) => name.startsWith(form))))
      return month;
  }
  return null;
}

function monthNames(month: number, language: string): string[] {
  return [
    ...new Set(
      (['long', 'short'] as const).flatMap((length) =>
        [monthBesideDay(month, language, length), monthAlone(month, language, length)].map(nameForm),
      ),
    ),
  ];
}

function isWeekday(form: string | undefined, language: string): boolean {
  if (form === undefined || form === ',') return false;
  return Array.from({length: 7}, (_, day) => day).some((day) =>
    [weekdayName(day, language, 'long'), weekdayName(day, language, 'short')].some((name) => nameForm(name) === form),
  );
}

/** A name as it is compared: without the signs that hold a name from right to left together. */
function nameForm(name: string): string {
  return foldWord(plainText(name).replace(/[\u2066-\u2069.]/gu, ''));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function mentionsOf({year, month, day}: AskedDate, language: string): string[] {
  if (month === null) return [String(year)];
  const names = monthNames(month, language);
  if (day === null) return year === null ? names.slice(0, 1) : names.map((name) => `${name} ${year}`);
  return names.flatMap((name) => [`${day} ${name}`, `${name} ${day}`]);
}

/** How an event lies to a date: `on` it, over days that `include` it, or neither. */
export type DateRelation = 'on' | 'includes';

/** A longer stretch holds half the days there are, so that one without a year says nothing about it. */
const LONGEST_MS = 184 * DAY_MS;

/**
 * @param dayMs - Start of the day of Known then, on which nobody knew yet how long what was going on would last;
 *   null for now.
 */
export function dateRelation(span: Span, asked: AskedDate, dayMs: number | null): DateRelation | null {
  const bounds = spanBounds(span);
  const fromMs = dayStartMs(bounds.fromMs);
  const endMs = Math.max(dayStartMs(bounds.toMs - 1) + DAY_MS, fromMs + DAY_MS);
  const toMs = span.kind === 'stretch' && dayMs !== null && fromMs <= dayMs ? Math.min(endMs, dayMs + DAY_MS) : endMs;
  if (asked.year === null && toMs - fromMs > LONGEST_MS) return null;
  const isOneDay = span.kind === 'day' || span.kind === 'moment' || (span.kind === 'stretch' && toMs - fromMs <= DAY_MS);
  let relation: DateRelation | null = null;
  const [first, last] = asked.year === null ? [yearOf(fromMs), yearOf(toMs - 1)] : [asked.year, asked.year];
  for (let year = first; year <= last; year++) {
    const [startMs, stopMs] = daysOf({...asked, year});
    if (fromMs >= startMs && toMs <= stopMs && (asked.day === null || isOneDay)) return 'on';
    if (fromMs < stopMs && toMs > startMs) relation = 'includes';
  }
  return relation;
}

/** Whether a date is, or holds, a day. */
export function isDateOf(asked: AskedDate, ms: number): boolean {
  const [startMs, stopMs] = daysOf({...asked, year: asked.year ?? yearOf(ms)});
  return ms >= startMs && ms < stopMs;
}

/** First day and the day after the last. */
function daysOf({year, month, day}: AskedDate & {readonly year: number}): readonly [fromMs: number, toMs: number] {
  if (month === null) return [axisMs(year, 0), axisMs(year + 1, 0)];
  if (day === null) return [axisMs(year, month - 1), axisMs(year, month)];
  const fromMs = axisMs(year, month - 1, day);
  return [fromMs, fromMs + DAY_MS];
}

function yearOf(ms: number): number {
  return new Date(ms).getUTCFullYear();
}

/** "17 December 2014", "December", "2010", as readers see them. */
export function askedDateInWords({year, month, day}: AskedDate, language: string): string {
  const words = calendarWords(language);
  if (month === null) return String(year);
  const date = day === null ? monthAlone(month, language, 'long') : words.dayAndMonth(day, monthBesideDay(month, language, 'long'));
  return year === null ? date : words.withYear(date, String(year));
}
