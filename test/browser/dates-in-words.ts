/** Finds the dates that words name, in every form in which this site writes one. */

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH = `(?:${MONTHS.map((name) => `${name}|${name.slice(0, 3)}|${name.slice(0, 4)}`).join('|')})`;
/** "may" and "march" are words too, so these are months only with a capital letter. */
const MONTH_NAME = new RegExp(`\\b(${MONTHS.map((name) => name[0]!.toUpperCase() + name.slice(1)).join('|')})\\b`, 'g');
const DAY_MS = 86_400_000;

export interface NamedDate {
  /** As it is written. */
  readonly text: string;
  /** The first day it can mean, as `YYYY-MM-DD`. */
  readonly from: string;
}

/** @param firstDay - Day 1 of the story's own count; months without a year are those nearest to it. */
export function datesIn(words: string, firstDay: string): NamedDate[] {
  const found: NamedDate[] = [];
  let rest = words;
  const take = (pattern: RegExp, dayOf: (...groups: (string | undefined)[]) => string) => {
    rest = rest.replace(pattern, (text: string, ...groups: unknown[]) => {
      found.push({text, from: dayOf(...(groups as (string | undefined)[]))});
      return ' '.repeat(text.length);
    });
  };
  const number = (month: string) => MONTHS.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3))) + 1;
  const iso = (year: number, month: number, day: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  // The story's months without a year: from six before the first to five after it.
  const [firstYear = 0, firstMonth = 0] = firstDay.split('-').map(Number);
  const yearOf = (month: number) => firstYear + (month < firstMonth - 6 ? 1 : month > firstMonth + 5 ? -1 : 0);
  const date = (day: string | undefined, month: string, year: string | undefined) =>
    iso(year === undefined ? yearOf(number(month)) : Number(year), number(month), day === undefined ? 1 : Number(day));

  take(/\b(\d{4})-(\d\d)(?:-(\d\d))?\b/g, (year, month, day) => `${year!}-${month!}-${day ?? '01'}`);
  // "17 Dec", "17 December 2014", "24–28 Dec": of several days the last is before the month.
  take(new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s(${MONTH})\\b\\.?(?:,?\\s(\\d{4}))?`, 'gi'), (day, month, year) =>
    date(day, month!, year),
  );
  take(new RegExp(`\\b(${MONTH})\\b\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)(?:,?\\s(\\d{4}))?`, 'gi'), (month, day, year) =>
    date(day, month!, year),
  );
  take(new RegExp(`\\b(${MONTH})\\b\\s(\\d{4})\\b`, 'gi'), (month, year) => date(undefined, month!, year));
  take(MONTH_NAME, (month) => date(undefined, month!, undefined));
  take(/\bDays? (?:(\d+)[–-])?(\d+)\b/g, (_, day) =>
    new Date(Date.parse(firstDay) + (Number(day) - 1) * DAY_MS).toISOString().slice(0, 10),
  );
  take(/\bthe (\d{1,2})(?:st|nd|rd|th)\b/g, (day) => iso(firstYear, 12, Number(day)));
  take(/\b(20\d\d)\b/g, (year) => `${year!}-01-01`);
  return found;
}
