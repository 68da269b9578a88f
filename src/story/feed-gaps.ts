import type {EventEntry} from '../schema/content.ts';
import {endDayMs, startDayMs} from '../timeline/model/day-words.ts';
import {DAY_MS} from '../timeline/model/time.ts';

/** A pause of this many days is worth a line of its own. */
const NOTABLE_GAP_DAYS = 3;

/** Days cannot be counted from a start that names only a month or a year. */
const STARTS_ON_A_DAY = /^-?\d+-\d\d-\d\d/;

/**
 * How many days each entry comes after the latest before it; 0 where that is under three.
 *
 * @param events - In the order they are read.
 */
export function notableGaps(events: readonly Pick<EventEntry, 'date'>[], zone: string): readonly number[] {
  let latestMs = Number.POSITIVE_INFINITY;
  return events.map(({date}) => {
    const startMs = STARTS_ON_A_DAY.test(date.text) ? startDayMs(date, zone) : null;
    const placeMs = startMs ?? endDayMs(date, zone);
    if (placeMs === null) return 0;
    const days = (placeMs - latestMs) / DAY_MS;
    latestMs = latestMs === Number.POSITIVE_INFINITY ? placeMs : Math.max(latestMs, placeMs);
    return days >= NOTABLE_GAP_DAYS ? days : 0;
  });
}
