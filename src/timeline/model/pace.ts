/** Whether a story is told day by day or year by year, and what plays the part of a day in it. */
import {DAY_MS} from './time.ts';
import type {View} from './view.ts';

/** "Day 401" says less than the year does. */
const MAX_COUNTED_DAYS = 400;
/** What a day is of a story of some twelve weeks. */
const DAY_SHARE = 1 / 80;

/** True where readers count the story's days. */
export function countsDays({fromMs, toMs}: View): boolean {
  return toMs - fromMs <= MAX_COUNTED_DAYS * DAY_MS;
}

/** The shortest stretch that is one step of the story: a day, or as much of a longer one. */
export function paceMs(extent: View): number {
  return countsDays(extent) ? DAY_MS : Math.round(((extent.toMs - extent.fromMs) * DAY_SHARE) / DAY_MS) * DAY_MS;
}
