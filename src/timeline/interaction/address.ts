/** The view as it stands in the address, so that a link opens on what its sender saw. */
import {DAY_MS, dayStartMs, isoDay, msFromIsoDay} from '../model/time.ts';
import type {View} from '../model/view.ts';

export interface AddressState {
  /** Null for the whole story. */
  readonly view: View | null;
  /** Start of the day of Known then; null for Known now. */
  readonly knownDayMs: number | null;
  /** What search and filters ask, as it stands in the address: `lanes=crew&q=moon`; empty for everything. */
  readonly filter: string;
}

const FILTER_WORDS = ['lanes', 'certainty', 'who', 'weight', 'q'];
const MOMENT = /^(-?\d{4,6}-\d\d-\d\d)(?:T(\d\d):(\d\d))?$/;
const MINUTE_MS = 60_000;
/** Below this the view's ends are written with their time. */
const TIMED_BELOW_MS = 2 * DAY_MS;

/** Reads a query string; what cannot be understood is passed over. */
export function stateFromQuery(search: string): AddressState {
  const words = new URLSearchParams(search);
  const fromMs = msFromText(words.get('from'));
  const toMs = msFromText(words.get('to'));
  const known = msFromText(words.get('known'));
  return {
    view: fromMs !== null && toMs !== null && fromMs < toMs ? {fromMs, toMs} : null,
    knownDayMs: known === null ? null : dayStartMs(known),
    filter: FILTER_WORDS.filter((name) => words.get(name))
      .map((name) => `${name}=${encodeURIComponent(words.get(name)!).replaceAll('%2C', ',')}`)
      .join('&'),
  };
}

/** Writes a query string, with its question mark, or nothing where everything is as a first visit has it. */
export function queryFromState({view, knownDayMs, filter}: AddressState): string {
  const words: string[] = [];
  if (view) {
    const isTimed = view.toMs - view.fromMs < TIMED_BELOW_MS;
    words.push(`from=${textFromMs(view.fromMs, isTimed)}`, `to=${textFromMs(view.toMs, isTimed)}`);
  }
  if (knownDayMs !== null) words.push(`known=${textFromMs(knownDayMs, false)}`);
  if (filter) words.push(filter);
  return words.length === 0 ? '' : `?${words.join('&')}`;
}

function msFromText(text: string | null): number | null {
  const [, day, hour = '00', minute = '00'] = MOMENT.exec(text ?? '') ?? [];
  const ms = msFromIsoDay(day ?? '') + (Number(hour) * 60 + Number(minute)) * MINUTE_MS;
  return Number.isNaN(ms) || Number(hour) > 23 || Number(minute) > 59 ? null : ms;
}

function textFromMs(ms: number, isTimed: boolean): string {
  if (!isTimed) return isoDay(Math.round(ms / DAY_MS) * DAY_MS);
  const wholeMs = Math.round(ms / MINUTE_MS) * MINUTE_MS;
  return isoDay(wholeMs) + new Date(wholeMs).toISOString().slice(-'T00:00:00.000Z'.length, -':00.000Z'.length);
}
