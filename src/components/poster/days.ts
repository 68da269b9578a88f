import {monthBesideDay} from '../../timeline/model/calendar-names.ts';
import type {NameLength} from '../../timeline/model/calendar-names.ts';
import {yearInWords} from '../../timeline/model/day-words.ts';
import {countsDays} from '../../timeline/model/pace.ts';
import {DAY_MS} from '../../timeline/model/time.ts';
import type {View} from '../../timeline/model/view.ts';
import {calendarWords} from '../../timeline/model/words/calendar.ts';
import {datesWords} from '../../timeline/model/words/dates.ts';

/**
 * A stretch of whole days in words, without the year: "16–28 December", "29 Dec – 8 Feb". In a stretch too long to
 * count its days, the years alone: "1800–2035".
 */
export function stretchWords({fromMs, toMs}: View, language: string): string {
  const [from, to] = [new Date(fromMs), new Date(toMs - DAY_MS)];
  if (!countsDays({fromMs, toMs}))
    return datesWords(language).years(yearInWords(from.getUTCFullYear(), language), yearInWords(to.getUTCFullYear(), language));
  const words = (date: Date, length: NameLength) =>
    calendarWords(language).dayAndMonth(date.getUTCDate(), monthBesideDay(date.getUTCMonth() + 1, language, length));
  if (from.getUTCFullYear() === to.getUTCFullYear() && from.getUTCMonth() === to.getUTCMonth()) {
    return `${from.getUTCDate()}–${words(to, 'long')}`;
  }
  return `${words(from, 'short')} – ${words(to, 'short')}`;
}
