import {monthBesideDay} from '../timeline/model/calendar-names.ts';

/** Keeps each "17 December 2014", "24 Nov", "10:00 PT" and "21:17 London" of a text on one line. */
export function unbrokenDates(words: string): string {
  return words
    .replace(/(\d) (\p{L}+) (\d)/gu, '$1\u00A0$2\u00A0$3')
    .replace(/(\d) ([A-Z]\p{L}+)(?= –|$)/gu, '$1\u00A0$2')
    .replace(/(\d:\d\d) /g, '$1\u00A0');
}

/** Keeps the day and the month of each "25 December" of a title on one line. */
export function unbrokenMonths(title: string, language: string): string {
  const months = Array.from({length: 12}, (_, i) => monthBesideDay(i + 1, language, 'long'));
  return title.replace(new RegExp(`(\\d\\.?) (?=(?:${months.join('|')})(?!\\p{L}))`, 'gu'), '$1\u00A0');
}
