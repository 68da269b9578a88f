/**
 * Names of months and weekdays in any language, from `Intl`. Only names: how they are combined with numbers is
 * ours, so that the build and every browser write the same.
 */
import {axisMs, DAY_MS} from './time.ts';

export type NameLength = 'long' | 'short';

/** Our days are Gregorian ones in every language, and their digits 0 to 9. */
const OUR_CALENDAR = {timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn'} as const;
const A_YEAR = 2014;
/** 4 January 1970. */
const A_SUNDAY_MS = 3 * DAY_MS;

/** Making a format takes a hundred times as long as using one. */
const namesByKey = new Map<string, readonly string[]>();

/** Every name this file can give in a language, under the keys it keeps them by: for a page to carry along. */
export function calendarNames(language: string): Record<string, readonly string[]> {
  for (const length of ['long', 'short'] as const) {
    monthBesideDay(1, language, length);
    monthAlone(1, language, length);
    weekdayName(0, language, length);
  }
  return Object.fromEntries([...namesByKey].filter(([key]) => key.startsWith(`${language} `)));
}

/** Takes the names of {@link calendarNames} as they are, without asking `Intl`. */
export function takeCalendarNames(names: Readonly<Record<string, readonly string[]>>): void {
  for (const [key, list] of Object.entries(names)) namesByKey.set(key, list);
}

/**
 * A month's name as it is beside a day: "Dec" of "17 Dec", "декабря" of "17 декабря".
 *
 * @param month - 1 to 12.
 * @param language - BCP 47.
 */
export function monthBesideDay(month: number, language: string, length: NameLength): string {
  const options = {...OUR_CALENDAR, day: 'numeric', month: length} as const;
  const nameOf = (i: number) => partOf('month', options, language, axisMs(A_YEAR, i)) ?? monthAlone(i + 1, language, length);
  return namesOf(`${language} day ${length}`, 12, nameOf)[month - 1]!;
}

/** A month's name where no day is beside it: "December", "декабрь". */
export function monthAlone(month: number, language: string, length: NameLength): string {
  const options = {...OUR_CALENDAR, month: length} as const;
  const nameOf = (i: number) =>
    partOf('month', options, language, axisMs(A_YEAR, i)) ?? new Intl.DateTimeFormat(language, options).format(axisMs(A_YEAR, i));
  return namesOf(`${language} month ${length}`, 12, nameOf)[month - 1]!;
}

/** @param weekday - 0 is Sunday. */
export function weekdayName(weekday: number, language: string, length: NameLength): string {
  const options = {...OUR_CALENDAR, weekday: length} as const;
  return namesOf(`${language} weekday ${length}`, 7, (i) => partOf('weekday', options, language, A_SUNDAY_MS + i * DAY_MS)!)[weekday]!;
}

function namesOf(key: string, count: number, nameOf: (i: number) => string): readonly string[] {
  const known = namesByKey.get(key);
  if (known) return known;
  const names = Array.from({length: count}, (_, i) => isolated(nameOf(i)));
  namesByKey.set(key, names);
  return names;
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/u;

/** A name written from right to left, so that it does not turn the numbers beside it: they keep our order. */
function isolated(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}

/** Null where the part is a number: "12月" has the sign for a month outside of it. */
function partOf(type: 'month' | 'weekday', options: Intl.DateTimeFormatOptions, language: string, ms: number): string | null {
  const name = new Intl.DateTimeFormat(language, options).formatToParts(ms).find((part) => part.type === type)!.value;
  return /\p{L}/u.test(name) ? name : null;
}
