/**
 * Time on the axis. Every instant here is wall-clock time in the story's zone, written as if it were UTC:
 * a day is always 24 hours long and starts at a multiple of {@link DAY_MS}, whatever machine draws it.
 */
import {DAY_MS, HOUR_MS, MINUTE_MS} from '../../schema/lengths.ts';

export {wallClockMs} from '../../schema/wall-clock.ts';
export {DAY_MS, HOUR_MS, MINUTE_MS};

/** The start of the day that holds an instant. */
export function dayStartMs(ms: number): number {
  return Math.floor(ms / DAY_MS) * DAY_MS;
}

/** `YYYY-MM-DD` of the day that holds an instant; years before 0 have a minus, as in `-0239-05-01`. */
export function isoDay(ms: number): string {
  const day = new Date(ms).toISOString().slice(0, -'T00:00:00.000Z'.length);
  return day.replace(/^([+-]?)00(?=\d{4}-)/, '$1').replace('+', '');
}

/** The start of a day from its {@link isoDay}; NaN for any other text. */
export function msFromIsoDay(text: string): number {
  const [, year, month, day] = /^(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return NaN;
  const ms = axisMs(Number(year), Number(month) - 1, Number(day));
  // 31 November rolls over to December; only what reads back the same is a day.
  return isoDay(ms) === text ? ms : NaN;
}

/** Midnight of a year, month (0 to 11, may run over) and day on the axis; years before 100 included. */
export function axisMs(year: number, month: number, day = 1): number {
  return new Date(0).setUTCFullYear(year, month, day);
}
