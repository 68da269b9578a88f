/** The date that was probably meant by a text in another form. */
import {isPoint, MONTHS, utcMs, yearText} from './date-points.ts';
import {DAY_MS} from './lengths.ts';

/** The date somebody probably meant by a text without a slash, in EDTF, or an empty string. */
export function pointFrom(text: string): string {
  let rest = text
    .trim()
    .replace(/^(?:the|on|in)\s+/i, '')
    .replace(/^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[.,]?\s+(?=\S)/i, '')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/[,;.]+$/, '');
  const doubt = /^(?:c\.?|ca\.?|circa|about|around|roughly|approximately|approx\.?|probably|perhaps|maybe|possibly)\s+/i.exec(rest);
  if (doubt) rest = rest.slice(doubt[0].length);
  const inWords = doubt ? (/^[pm]/i.test(doubt[0]) ? '?' : '~') : '';
  const sign = inWords || (/[~?%]$/.exec(rest)?.[0] ?? '');
  rest = rest.replace(/[~?%]+$/, '').trim();
  const dated = (year: string, month?: number, day?: number) => {
    const parts = [
      year,
      ...(month === undefined ? [] : [String(month).padStart(2, '0')]),
      ...(day === undefined ? [] : [String(day).padStart(2, '0')]),
    ];
    return isPoint(parts.join('-') + sign) ? parts.join('-') + sign : '';
  };
  if (isPoint(rest + sign)) return rest + sign;
  if (isPoint(rest)) return rest;

  const noYear = /^\+?0*(\d{4})(-\d\d(?:-\d\d)?)?$/.exec(rest);
  if (noYear) return isPoint(`${noYear[1]}${noYear[2] ?? ''}${sign}`) ? `${noYear[1]}${noYear[2] ?? ''}${sign}` : '';
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(rest);
  if (compact) return dated(compact[1] ?? '', Number(compact[2]), Number(compact[3]));
  const week = /^(\d{4})-?W(\d\d)(?:-?([1-7]))?$/i.exec(rest);
  if (week && Number(week[2]) >= 1 && Number(week[2]) <= 53)
    return weekText(Number(week[1]), Number(week[2]), week[3] === undefined ? null : Number(week[3]));
  const ordinal = /^(\d{4})-(\d{3})$/.exec(rest);
  if (ordinal && Number(ordinal[2]) >= 1 && Number(ordinal[2]) <= 366) return dayText(utcMs(Number(ordinal[1]), 0, Number(ordinal[2])));
  const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})日?)?月?$/.exec(rest);
  if (yearFirst) return dated(yearFirst[1] ?? '', Number(yearFirst[2]), yearFirst[3] === undefined ? undefined : Number(yearFirst[3]));
  const yearLast = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})$/.exec(rest);
  if (yearLast) {
    const [, one, two] = yearLast;
    const year = fullYear(yearLast[3] ?? '');
    return dated(year, Number(two), Number(one)) || dated(year, Number(one), Number(two));
  }
  const named =
    /^(?:(\d{1,2})[\s-]+(?:of\s+)?)?([A-Za-z]{3,9})\.?[\s-]*(?:(\d{1,2})\s*,?\s+)?,?\s*(\d{4}|['’]\d{2})$/i.exec(rest) ??
    /^(?<year>\d{4})[\s,-]+(?<month>[A-Za-z]{3,9})\.?(?:[\s-]+(?<day>\d{1,2}))?$/.exec(rest);
  if (named) {
    const {year, month, day} =
      named.groups?.['year'] === undefined
        ? {year: fullYear((named[4] ?? '').replace(/['’]/, '')), month: named[2], day: named[1] ?? named[3]}
        : {year: named.groups['year'], month: named.groups['month'], day: named.groups['day']};
    const number = monthFromName(month ?? '');
    if (number) return dated(year, number, day === undefined ? undefined : Number(day));
  }
  const era = /^(?:a\.?d\.?\s*)?(\d{1,4})\s*(b\.?\s?c\.?\s?e?\.?|c\.?\s?e\.?|a\.?\s?d\.?)?$/i.exec(rest);
  // A number alone is a year only where it cannot be a day or a month.
  if (era && (era[2] !== undefined || /^a/i.test(rest) || /^\d{3}$/.test(rest))) {
    const year = Number(era[1]);
    return dated(yearText(/^b/i.test(era[2] ?? '') ? 1 - year : year));
  }
  const shortBefore = /^-(\d{1,3})$/.exec(rest);
  if (shortBefore) return dated(yearText(-Number(shortBefore[1])));
  return '';
}

/** A year of two digits in the century of the nearest past: 69 is 1969, 11 is 2011. */
export function fullYear(year: string): string {
  return year.length === 2 ? `${Number(year) > 40 ? '19' : '20'}${year}` : year;
}

/** A day of an ISO week, or its Monday to Sunday. */
function weekText(year: number, week: number, day: number | null): string {
  const fourth = utcMs(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS + (week - 1) * 7 * DAY_MS;
  return day === null ? `${dayText(monday)}/${dayText(monday + 6 * DAY_MS)}` : dayText(monday + (day - 1) * DAY_MS);
}

function dayText(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

export function monthFromName(name: string): number {
  const lower = name.toLowerCase();
  return (
    MONTHS.findIndex(
      (month) => month.toLowerCase() === lower || month.slice(0, 3).toLowerCase() === lower || (lower === 'sept' && month === 'September'),
    ) + 1
  );
}

/** Whether a text is a point or an interval of points that does not end before it begins. */
export function isDate(text: string): boolean {
  const sides = text.split('/');
  if (sides.length === 1) return isPoint(text);
  const [from = '', to = ''] = sides;
  const isSide = (side: string) => side === '' || side === '..' || isPoint(side);
  if (sides.length !== 2 || !isSide(from) || !isSide(to) || (!isPoint(from) && !isPoint(to))) return false;
  return (
    !isPoint(from) ||
    !isPoint(to) ||
    from.startsWith('-') ||
    to.startsWith('-') ||
    from <= to ||
    to.startsWith(from.slice(0, to.length)) ||
    from.startsWith(to.replace(/[~?%]$/, ''))
  );
}
