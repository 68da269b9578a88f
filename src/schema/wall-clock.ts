/** What clocks on the wall of a place show. */
import {HOUR_MS} from './lengths.ts';

/**
 * Moves a UTC instant onto the time of a place.
 *
 * @param utcMs - Milliseconds since 1970-01-01T00:00Z.
 * @param zone - An IANA time zone, such as `America/Los_Angeles`.
 * @returns What a clock on the wall there shows, as if it were UTC.
 * @throws RangeError if the zone does not exist.
 */
export function wallClockMs(utcMs: number, zone: string): number {
  const part = Object.fromEntries(
    clockOf(zone)
      .formatToParts(utcMs)
      .map(({type, value}) => [type, value]),
  );
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
  const midnightMs = new Date(0).setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
  return midnightMs + Number(part.hour) * HOUR_MS + Number(part.minute) * 60_000 + Number(part.second) * 1000;
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
