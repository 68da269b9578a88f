/** One side of the slash in a date: the forms it may have, and whether the calendar and the clock hold it. */
import {DateError} from './date-error.ts';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A year, a month, a day, each with a sign of doubt. */
export const POINT = /^-?\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?$/;
/** A time in UTC. */
export const TIME = /^-?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z$/;

/** The months of a season or a quarter, by the number ISO 8601-2 gives it; of a winter, those of the year it begins in. */
const SEASON_MONTHS: Readonly<Record<string, readonly [first: string, last: string]>> = {
  21: ['03', '05'],
  22: ['06', '08'],
  23: ['09', '11'],
  24: ['12', '02'],
  33: ['01', '03'],
  34: ['04', '06'],
  35: ['07', '09'],
  36: ['10', '12'],
};

/** First instant of a UTC day. `Date.UTC` alone would read the years 0 to 99 as 1900 to 1999. */
export function utcMs(year: number, monthIndex: number, day: number): number {
  return new Date(0).setUTCFullYear(year, monthIndex, day);
}

export function daysInMonth(year: number, month: number): number {
  return new Date(utcMs(year, month, 0)).getUTCDate();
}

/** A year as EDTF writes it: at least four digits, with its sign. */
export function yearText(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}

/** The months of a season as an interval; a winter reaches into the next year. */
export function seasonMonths(year: number, season: string): string {
  const [first, last] = SEASON_MONTHS[season] ?? ['01', '12'];
  return `${yearText(year)}-${first}/${yearText(last < first ? year + 1 : year)}-${last}`;
}

/**
 * Refuses what looks like a date but is not one.
 *
 * @param text - The whole date, for the message.
 * @param side - The side of it to look at; an open or unknown one passes.
 * @throws DateError for a month, a day or a time that does not exist, and for a season.
 */
export function refuseImpossible(text: string, side: string): void {
  if (side === '' || side === '..') return;
  const [, year = '', month, day] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(side) ?? [];
  const why = 'A date that is not in the calendar has no place on the timeline.';
  if (year === '-0000') {
    throw new DateError(
      'date-impossible',
      `\`${text}\` does not exist: the year 0 has no sign.`,
      why,
      'Write 0000 for 1 BC, -0001 for 2 BC.',
      '0000',
    );
  }
  if (month === undefined) return;
  if (Number(month) > 12 && day === undefined && !Object.hasOwn(SEASON_MONTHS, month) && Number(month) > Number(year.slice(-2))) {
    throw new DateError(
      'date-impossible',
      `\`${text}\` does not exist: there is no month ${month}.`,
      why,
      'Check the month: 01 to 12; or, if two years were meant, write both in full with a slash between them.',
      `${year}/${year.slice(0, -2)}${month}`,
    );
  }
  if (Number(month) >= 21 && day === undefined) {
    throw new DateError(
      'date-season',
      `\`${text}\` names a season or a quarter (month ${month}).`,
      'Seasons differ between halves of the world, so their first and last day are a guess.',
      'Write the months as an interval instead.',
      seasonMonths(Number(year), month),
    );
  }
  if (Number(month) < 1 || Number(month) > 12) {
    const isSwapped = day !== undefined && Number(day) >= 1 && Number(day) <= 12 && Number(month) >= 1 && Number(month) <= 31;
    throw new DateError(
      'date-impossible',
      `\`${text}\` does not exist: there is no month ${month}.`,
      why,
      isSwapped ? 'Write the month before the day.' : 'Check the month: 01 to 12.',
      isSwapped ? `${year}-${day}-${month}` : `${year}-12`,
    );
  }
  if (day === undefined) return;
  const last = daysInMonth(Number(year), Number(month));
  if (Number(day) < 1 || Number(day) > last) {
    throw new DateError(
      'date-impossible',
      `\`${text}\` does not exist: ${MONTHS[Number(month) - 1]} ${year} has ${last} days.`,
      why,
      `Check the day: 01 to ${last}.`,
      `${year}-${month}-${Number(day) < 1 ? '01' : last}`,
    );
  }
  const time = /T(\d\d):(\d\d)(?::(\d\d))?Z$/.exec(side);
  if (time && (Number(time[1]) > 23 || Number(time[2]) > 59 || Number(time[3] ?? 0) > 59)) {
    const isMidnight = Number(time[1]) === 24 && Number(time[2]) === 0 && Number(time[3] ?? 0) === 0;
    const next = new Date(utcMs(Number(year), Number(month) - 1, Number(day) + 1));
    throw new DateError(
      'date-impossible',
      `\`${text}\` does not exist: a time goes from 00:00:00 to 23:59:59.`,
      'A time that is not on the clock has no place on the timeline.',
      isMidnight ? 'Midnight is 00:00 of the next day.' : 'Check the hour, minute and second.',
      isMidnight
        ? `${yearText(next.getUTCFullYear())}${next.toISOString().slice(-20, -14)}T00:00Z`
        : `${side.slice(0, side.indexOf('T'))}T23:59Z`,
    );
  }
}

/** Whether a text is one point in time, of a form that is read, and exists. */
export function isPoint(text: string): boolean {
  if (!(POINT.test(text) || TIME.test(text))) return false;
  try {
    refuseImpossible(text, text);
    return true;
  } catch (error) {
    if (error instanceof DateError) return false;
    throw error;
  }
}
