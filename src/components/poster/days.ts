import {monthBesideDay} from '../../timeline/model/calendar-names.ts';
import type {NameLength} from '../../timeline/model/calendar-names.ts';
import {DAY_MS} from '../../timeline/model/time.ts';
import type {View} from '../../timeline/model/view.ts';
import {calendarWords} from '../../timeline/model/words/calendar.ts';

/** A stretch of whole days in words, without the year: "16–28 December", "29 Dec – 8 Feb". */
export function stretchWords({fromMs, toMs}: View, language: string): string {
  const [from, to] = [new Date(fromMs), new Date(toMs - DAY_MS)];
  const words = (date: Date, length: NameLength) =>
    calendarWords(language).dayAndMonth(date.getUTCDate(), monthBesideDay(date.getUTCMonth() + 1, language, length));
  if (from.getUTCFullYear() === to.getUTCFullYear() && from.getUTCMonth() === to.getUTCMonth()) {
    return `${from.getUTCDate()}–${words(to, 'long')}`;
  }
  return `${words(from, 'short')} – ${words(to, 'short')}`;
}
