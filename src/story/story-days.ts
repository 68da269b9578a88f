import type {Content} from '../schema/content.ts';
import {endDayMs, isoDay, startDayMs} from '../timeline/model/day-words.ts';
import {countsDays} from '../timeline/model/pace.ts';
import {dayStartMs} from '../timeline/model/time.ts';

/**
 * From the first day to the last on which something happens on the axis, as EDTF; in a story of years, from the first
 * year to the last. An end of an event that lies beyond the axis does not count; where none lies on it, it is the axis.
 */
export function daysOnTheLine({story, events}: Pick<Content, 'story' | 'events'>): string {
  const {zone, extent} = story;
  const [axisFromMs, axisToMs] = [dayStartMs(extent.earliestMs!), dayStartMs(extent.latestMs!)];
  const days = events
    .filter(({weight}) => weight !== 'context')
    .flatMap(({date}) => [startDayMs(date, zone), endDayMs(date, zone)])
    .filter((ms) => ms !== null && ms >= axisFromMs && ms <= axisToMs) as number[];
  if (days.length === 0) return extent.text;
  const isInDays = countsDays({fromMs: axisFromMs, toMs: axisToMs});
  const [first, last] = [Math.min(...days), Math.max(...days)].map((ms) => (isInDays ? isoDay(ms) : isoDay(ms).replace(/-\d\d-\d\d$/, '')));
  return first === last ? first! : `${first}/${last}`;
}
