/** Steps of the calendar on the axis, where every day is 24 hours long. */
import {axisMs, DAY_MS, HOUR_MS} from '../model/time.ts';
import type {View} from '../model/view.ts';

export interface CalendarStep {
  /** The last start of a step at or before an instant. */
  readonly floor: (ms: number) => number;
  readonly next: (startMs: number) => number;
}

function even(lengthMs: number, firstMs = 0): CalendarStep {
  return {
    floor: (ms) => Math.floor((ms - firstMs) / lengthMs) * lengthMs + firstMs,
    next: (startMs) => startMs + lengthMs,
  };
}

/** Steps of whole months, counted from January of year 0. */
function months(count: number): CalendarStep {
  return {
    floor(ms) {
      const date = new Date(ms);
      const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
      return axisMs(0, Math.floor(month / count) * count);
    },
    next(startMs) {
      const date = new Date(startMs);
      return axisMs(date.getUTCFullYear(), date.getUTCMonth() + count);
    },
  };
}

export const HOURS = even(HOUR_MS);
export const DAYS = even(DAY_MS);
/** 5 January 1970 was a Monday. */
export const MONDAYS = even(7 * DAY_MS, 4 * DAY_MS);
export const MONTHS = months(1);

/**
 * Steps of whole years that begin with round ones: 300 BCE, 200 BCE, 100 BCE, 1, 100, 200. There is no year 0 between
 * 1 BCE and 1, so the step across it is a year short or long.
 */
export function years(count: number): CalendarStep {
  if (count === 1) return months(12);
  const startOf = (i: number) => axisMs(i > 0 ? i * count : i * count + 1, 0);
  const stepOf = (ms: number) => {
    const year = new Date(ms).getUTCFullYear();
    return year >= 1 ? Math.floor(year / count) : Math.floor((year - 1) / count);
  };
  return {
    floor: (ms) => startOf(stepOf(ms)),
    next: (startMs) => startOf(stepOf(startMs) + 1),
  };
}

/** The starts of the steps that a view shows, the one that began before it included. */
export function startsIn({floor, next}: CalendarStep, view: View): number[] {
  const starts: number[] = [];
  for (let ms = floor(view.fromMs); ms < view.toMs; ms = next(ms)) starts.push(ms);
  return starts;
}
