/** What marks are called: for screen readers, and on the playhead's flag. */
import {hourInWords} from '../layout/ticks.ts';
import {DAY_MS, dayStartMs, HOUR_MS} from '../model/time.ts';
import type {TimelineEvent} from '../model/timeline.ts';
import type {Scene} from './stage.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS_SCALE = 24;
const MINUTE_MS = 60_000;

type NamingScene = Pick<Scene, 'timeline' | 'standingOf' | 'isDisputed' | 'isKnownThen' | 'playheadMs'>;

/** "17 Dec", with the weekday where days are told apart and the hour where it is exact. */
export function flagWords(ms: number, scalePxPerDay: number, zoneLabel: string, isCompact: boolean): string {
  const date = new Date(dayStartMs(ms));
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]!}`;
  if (scalePxPerDay < DAYS_SCALE) return day;
  if (isCompact) return isExactTime(ms) ? `${day}, ${timeInWords(ms)}` : day;
  const words = `${WEEKDAYS[date.getUTCDay()]!} ${day}`;
  return isExactTime(ms) ? `${words}, ${timeInWords(ms)} ${zoneLabel}` : words;
}

/** "Wed 24 Dec 2014"; "24 Dec, 10am PT" where the playhead stands at an hour. */
export function headInWords(ms: number, zoneLabel: string): string {
  const date = new Date(dayStartMs(ms));
  return isExactTime(ms) ? `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]!}, ${timeInWords(ms)} ${zoneLabel}` : dayInWords(ms);
}

/** The playhead stands at noon for a day, and at any other whole minute for an hour; between those it is on its way. */
export function isExactTime(ms: number): boolean {
  return ms - dayStartMs(ms) !== DAY_MS / 2 && ms % MINUTE_MS === 0;
}

/** "10am", "1:30pm". */
export function timeInWords(ms: number): string {
  const sinceMidnightMs = ms - dayStartMs(ms);
  const hour = Math.floor(sinceMidnightMs / HOUR_MS);
  const minute = Math.floor((sinceMidnightMs % HOUR_MS) / MINUTE_MS);
  if (minute === 0) return hourInWords(hour);
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
}

/** "Wed 17 Dec 2014". */
export function dayInWords(ms: number): string {
  const date = new Date(dayStartMs(ms));
  return `${WEEKDAYS[date.getUTCDay()]!} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]!} ${date.getUTCFullYear()}`;
}

/**
 * Title, time, lane and doubt, in that order; of an event that is not public, only its lane.
 *
 * @param shown - The words on screen; they come first where the title does not begin with them, so that
 *   a reader who speaks to the page can say what is seen.
 */
export function eventName(
  {timeline, standingOf, isDisputed, isKnownThen, playheadMs}: NamingScene,
  event: TimelineEvent,
  shown = '',
): string {
  const lane = timeline.lanes[event.lane]!.name;
  switch (standingOf(event.id)) {
    case 'known': {
      // What still goes on at the playhead has no end yet.
      const goesOn = isKnownThen && event.span.kind === 'stretch' && event.span.toMs > playheadMs;
      const when = goesOn ? `From ${dayInWords(event.span.fromMs)}` : event.when;
      const parts = [event.title, when, lane, ...(isDisputed(event.id) ? ['Sources disagree'] : [])];
      if (!event.title.startsWith(shown)) parts.unshift(shown);
      return `${parts.join('. ').replace(/([?!])\./g, '$1')}.`;
    }
    case 'secret':
      return `Not public yet. ${lane}.`;
    case 'coming':
      return `Not yet known. ${lane}.`;
  }
}

/** How many events stand behind one sign, where, and the first of them. */
export function groupName(scene: NamingScene, members: readonly string[]): string {
  const events = scene.timeline.events.filter(({id}) => members.includes(id));
  if (events.length === 1) return eventName(scene, events[0]!);
  const known = events.filter(({id}) => scene.standingOf(id) === 'known');
  const lane = scene.timeline.lanes[events[0]!.lane]!.name;
  if (known.length === 0) return `${events.length} events not yet known. ${lane}.`;
  return `+${known.length} events: ${known.map(({label}) => label).join('; ')}. ${lane}. Zoom to show them.`;
}
