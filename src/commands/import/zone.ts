import {wallClockMs} from '../../timeline/model/time.ts';

/**
 * The instant at which clocks in a zone show a time.
 *
 * @param wallMs - What the clock shows, as if it were UTC.
 * @param zone - An IANA name, or an offset such as `+05:30`.
 * @returns UTC milliseconds, the earlier instant where the clock shows the time twice; null where the clock is put
 *   forward past it, so that it never shows it.
 * @throws RangeError if the zone does not exist.
 */
export function instantFromWallClock(wallMs: number, zone: string): number | null {
  const offsets = [wallMs - 86_400_000, wallMs + 86_400_000].map((ms) => wallClockMs(ms, zone) - ms);
  const fitting = offsets.map((offset) => wallMs - offset).filter((ms) => wallClockMs(ms, zone) === wallMs);
  return fitting.length === 0 ? null : Math.min(...fitting);
}

/** A zone by which clocks can be read: an IANA name as it is, `+5` as `+05:00`; null for anything else. */
export function zoneFromText(text: string): string | null {
  const offset = /^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?([0-5]\d))?$/i.exec(text.trim());
  const zone = offset ? `${offset[1]}${offset[2]!.padStart(2, '0')}:${offset[3] ?? '00'}` : text.trim();
  try {
    return new Intl.DateTimeFormat('en', {timeZone: zone}).resolvedOptions().timeZone === '' ? null : zone;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
