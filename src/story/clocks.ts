import type {EventEntry, StoryEntry} from '../schema/content.ts';
import {isoDay} from '../timeline/model/day-words.ts';
import {spanFromDate} from '../timeline/model/span.ts';
import {happenedDayMs} from '../timeline/model/standing.ts';
import {DAY_MS, dayStartMs} from '../timeline/model/time.ts';

/** The day, as `YYYY-MM-DD`, by which an event had certainly happened; undefined if no day is certain. */
export function happenedDay({date, happened}: Pick<EventEntry, 'date' | 'happened'>, {zone, extent}: StoryEntry): string | undefined {
  const dayMs = happenedDayMs(
    spanFromDate(date, happened, zone, {fromMs: extent.earliestMs!, toMs: dayStartMs(extent.latestMs!) + DAY_MS}),
  );
  return dayMs === null ? undefined : isoDay(dayMs);
}
