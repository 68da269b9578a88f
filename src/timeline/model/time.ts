/**
 * Time on the axis. Every instant here is wall-clock time in the story's zone, written as if it were UTC:
 * a day is always 24 hours long and starts at a multiple of {@link DAY_MS}, whatever machine draws it.
 */

export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The start of the day that holds an instant. */
export function dayStartMs(ms: number): number {
  return Math.floor(ms / DAY_MS) * DAY_MS;
}

/**
 * Moves a UTC instant onto the axis.
 *
 * @param utcMs - Milliseconds since 1970-01-01T00:00Z.
 * @param zone - An IANA time zone, such as `America/Los_Angeles`.
 * @returns What a clock on the wall there shows, as if it were UTC.
 * @throws RangeError if the zone does not exist.
 */
export function wallClockMs(utcMs: number, zone: string): number {
  const part = Object.fromEntries(clockOf(zone).formatToParts(utcMs).map(({type, value}) => [type, value]));
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
  return axisMs(year, Number(part.month) - 1, Number(part.day)) + Number(part.hour) * HOUR_MS + Number(part.minute) * 60_000 + Number(part.second) * 1000;
}

/** Making one costs a hundred times what asking it does. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, clock);
  return clock;
}

/** `YYYY-MM-DD` of the day that holds an instant; years before 0 have a minus, as in `-0239-05-01`. */
export function isoDay(ms: number): string {
  const day = new Date(ms).toISOString().slice(0, -'T00:00:00.000Z'.length);
  return day.replace(/^([+-]?)00(?=\d{4}-)/, '$1').replace('+', '');
}

/** The start of a day from its {@link isoDay}; NaN for a text that is none. */
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
