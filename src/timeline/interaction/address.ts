/** The view as the address has it, so that a link opens on what its sender saw. */
import {DAY_MS, HOUR_MS, MINUTE_MS, dayStartMs, isoDay, msFromIsoDay, wallClockMs} from '../model/time.ts';
import type {Timeline} from '../model/timeline.ts';
import {lengthMs} from '../model/view.ts';
import type {View} from '../model/view.ts';

export interface AddressState {
  /** Null for what a first visit shows. */
  readonly view: View | null;
  /** Start of the day of Known then; null for Known now. */
  readonly knownDayMs: number | null;
  /** Start of the day whose knowledge is compared with that of today; null or left out where nothing is compared. */
  readonly bothDayMs?: number | null;
  /** What search and filters ask for, as in the address: `lanes=crew&q=moon`; empty for everything. */
  readonly filter: string;
}

const FILTER_WORDS = ['lanes', 'certainty', 'who', 'weight', 'q'];
/** On the page of one day, what the address says once everything is shown. */
const KNOWN_NOW = 'now';
const SECOND_MS = 1000;
/** The units in which the ends of a view are written, the coarsest first. */
const UNITS_MS = [DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS];
/** On a plot of this width an address is less than half a pixel off. */
const EXACT_TO_PX = 1440;
/** A day, a time of day, and how far that clock is from UTC. A plus sign reaches us as a space. */
const MOMENT = /^(-?\d{4,6}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:([Zz])|([+ -])(\d\d)(?::?(\d\d))?)?)?$/;

/**
 * Reads a query string. What it does not understand it ignores.
 *
 * `from` and `to` are days, or date-times to the minute or second: in the story's zone, or with `Z` or an offset.
 * `from` alone shows the story from there to its end, `to` alone from its beginning to there.
 *
 * @param ownDayMs - The day whose knowledge the page shows where the address names none; null for everything.
 */
export function stateFromQuery(
  search: string,
  {extent, zone}: Pick<Timeline, 'extent' | 'zone'>,
  ownDayMs: number | null = null,
): AddressState {
  const words = new URLSearchParams(search);
  const read = (name: string) => axisMsFromText(words.get(name) ?? '', zone);
  const [from, to, known, both] = [read('from'), read('to'), read('known'), read('both')];
  const [fromMs, toMs] = [from ?? extent.fromMs, to ?? extent.toMs];
  return {
    view: (from !== null || to !== null) && fromMs < toMs ? {fromMs, toMs} : null,
    knownDayMs: known !== null ? dayStartMs(known) : words.get('known') === KNOWN_NOW || both !== null ? null : ownDayMs,
    bothDayMs: known === null && both !== null ? dayStartMs(both) : null,
    filter: FILTER_WORDS.filter((name) => words.get(name))
      .map((name) => `${name}=${encodeURIComponent(words.get(name)!).replaceAll('%2C', ',')}`)
      .join('&'),
  };
}

/** Writes a query string, with its question mark; nothing where everything is as on a first visit. */
export function queryFromState({view, knownDayMs, bothDayMs, filter}: AddressState, ownDayMs: number | null = null): string {
  const words: string[] = [];
  if (view) {
    const unitMs = unitFor(view);
    words.push(`from=${textFromMs(view.fromMs, unitMs)}`, `to=${textFromMs(view.toMs, unitMs)}`);
  }
  if (typeof bothDayMs === 'number') words.push(`both=${isoDay(bothDayMs)}`);
  else if (knownDayMs !== ownDayMs) words.push(`known=${knownDayMs === null ? KNOWN_NOW : isoDay(knownDayMs)}`);
  if (filter) words.push(filter);
  return words.length === 0 ? '' : `?${words.join('&')}`;
}

/** A view as its address gives it back: less than half a pixel away. */
export function viewInAddress(view: View): View {
  const unitMs = unitFor(view);
  const rounded = (ms: number) => Math.round(ms / unitMs) * unitMs;
  return {fromMs: rounded(view.fromMs), toMs: rounded(view.toMs)};
}

/** The coarsest unit whose rounding moves neither end of a view by half a pixel. */
function unitFor(view: View): number {
  return UNITS_MS.find((unitMs) => unitMs * EXACT_TO_PX < lengthMs(view)) ?? SECOND_MS;
}

/** As short as says it all: a day at midnight, no seconds on a whole minute. */
function textFromMs(ms: number, unitMs: number): string {
  const roundMs = Math.round(ms / unitMs) * unitMs;
  const [hours, minutes, seconds] = [HOUR_MS, MINUTE_MS, SECOND_MS].map(
    (unit, i) => Math.floor((roundMs - dayStartMs(roundMs)) / unit) % [24, 60, 60][i]!,
  );
  const clock = [hours, minutes, ...(seconds ? [seconds] : [])].map((part) => String(part).padStart(2, '0')).join(':');
  return roundMs === dayStartMs(roundMs) ? isoDay(roundMs) : `${isoDay(roundMs)}T${clock}`;
}

/**
 * The instant on the axis that a text names, in a story's zone.
 *
 * @returns Null for a text that names none.
 */
function axisMsFromText(text: string, zone: string): number | null {
  const [, day, hour = '00', minute = '00', second = '00', utc, sign, offsetHour = '00', offsetMinute = '00'] = MOMENT.exec(text) ?? [];
  const dayMs = msFromIsoDay(day ?? '');
  const clockMs = Number(hour) * HOUR_MS + Number(minute) * MINUTE_MS + Number(second) * SECOND_MS;
  if (Number.isNaN(dayMs) || clockMs > DAY_MS || Number(minute) > 59 || Number(second) > 59) return null;
  if (utc === undefined && sign === undefined) return dayMs + clockMs;
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return null;
  const offsetMs = Number(offsetHour) * HOUR_MS + Number(offsetMinute) * MINUTE_MS;
  return wallClockMs(dayMs + clockMs - (sign === '-' ? -offsetMs : offsetMs), zone);
}
