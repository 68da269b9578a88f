/**
 * How the events of a story bear on one another. What is compared again and again, such as days and people, is worked
 * out once for a story and put where it is found by day, actor, chapter and link, so that asking about one event
 * does not look at all others.
 *
 * What bears on an event: events it links to or that link to it; events of the same days with the same people; and
 * events that had happened by then and came out later, with the same people or in its chapter. Events off the axis
 * count only where linked.
 */
import type {EventEntry} from '../../schema/content.ts';
import {endDayMs, startDayMs} from './day-words.ts';
import {memoizeBy} from './memoize.ts';
import {DAY_MS} from './time.ts';
import {publicDayMs} from './timeline.ts';
import type {View} from './view.ts';

/** An actor in more than this share of all events links everything to everything, and so means nothing. */
const COMMON_SHARE = 0.1;

/** An event this far from another still belongs to the same days. */
const SAME_DAYS_MS = DAY_MS;

/** What goes on for longer than this is news on its first day only. */
const LONG_MS = 3 * DAY_MS;

/** Events whose days of news are more than these are looked at one by one. */
const BRIEF_MS = 31 * DAY_MS;

/** An event with its days. Null where its date says none. */
export interface DatedEvent {
  readonly entry: EventEntry;
  /** The first and the last calendar day it can have been; the other where one end is open. */
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly publicMs: number;
  /** The days on which it is news. */
  readonly news: View | null;
}

export interface Bearings {
  readonly byId: ReadonlyMap<string, DatedEvent>;
  /** Ids of actors who are in too many events. */
  readonly common: ReadonlySet<string>;
  /** Events by the ids they link to. */
  readonly linking: ReadonlyMap<string, readonly DatedEvent[]>;
  /** Events of the axis with few days of news, by the first of them; and those with many. */
  readonly brief: readonly DatedEvent[];
  readonly lasting: readonly DatedEvent[];
  /** Events of the axis that became public after their last day, by chapter and by each actor who is not common. */
  readonly lateOfChapter: ReadonlyMap<string, readonly DatedEvent[]>;
  readonly lateOfActor: ReadonlyMap<string, readonly DatedEvent[]>;
}

/** 2 for a link, 3 for anything else. */
export type Relation = 2 | 3;

/** Put together once for a list of events. */
export const bearingsOf: (events: readonly EventEntry[], zone: string) => Bearings = memoizeBy(
  (events: readonly EventEntry[], zone: string) => {
    const dated = events.map((entry) => datedEvent(entry, zone));
    const common = commonActors(events);
    const onAxis = dated.filter(({entry}) => entry.weight !== 'context');
    const late = onAxis.filter(({lastMs, publicMs}) => lastMs !== null && publicMs > lastMs);
    const withNews = onAxis.filter(({news}) => news !== null).sort((a, b) => a.news!.fromMs - b.news!.fromMs);
    const isBrief = ({news}: DatedEvent) => news!.toMs - news!.fromMs <= BRIEF_MS;
    return {
      byId: new Map(dated.map((event) => [event.entry.id, event])),
      common,
      linking: gathered(dated, ({entry}) => entry.links),
      brief: withNews.filter(isBrief),
      lasting: withNews.filter((event) => !isBrief(event)),
      lateOfChapter: gathered(late, ({entry}) => [entry.chapter]),
      lateOfActor: gathered(late, ({entry}) => entry.actors.filter((actor) => !common.has(actor))),
    };
  },
);

/** The other events that bear on one, in no particular order. */
export function bearingOn(event: DatedEvent, bearings: Bearings): {readonly other: DatedEvent; readonly relation: Relation}[] {
  const {entry} = event;
  const {byId, common, linking, lateOfChapter, lateOfActor} = bearings;
  const near = new Set<DatedEvent>([
    ...entry.links.flatMap((id) => byId.get(id) ?? []),
    ...(linking.get(entry.id) ?? []),
    ...ofSameDays(event, bearings),
    ...(lateOfChapter.get(entry.chapter) ?? []),
    ...entry.actors.flatMap((actor) => lateOfActor.get(actor) ?? []),
  ]);
  near.delete(event);
  return [...near].flatMap((other) => {
    const relation = relationOf(event, other, common);
    return relation === null ? [] : [{other, relation}];
  });
}

/** How an event bears on another, or null if it does not. */
export function relationOf({entry: event, lastMs, news}: DatedEvent, other: DatedEvent, common: ReadonlySet<string>): Relation | null {
  const {entry} = other;
  if (event.links.includes(entry.id) || entry.links.includes(event.id)) return 2;
  if (entry.weight === 'context' || lastMs === null) return null;
  const shared = entry.actors.filter((actor) => event.actors.includes(actor));
  const isSameChapter = entry.chapter === event.chapter;
  const hasSamePeople = shared.some((actor) => !common.has(actor));
  const isPublicThen = other.publicMs <= lastMs;
  if (areNear(news, other.news) && (hasSamePeople || (isSameChapter && shared.length > 0))) {
    return isPublicThen || (other.firstMs !== null && other.firstMs <= lastMs) ? 3 : null;
  }
  const cameOutLater = other.lastMs !== null && other.lastMs <= lastMs && !isPublicThen;
  return cameOutLater && (hasSamePeople || isSameChapter) ? 3 : null;
}

function areNear(a: View | null, b: View | null): boolean {
  return a !== null && b !== null && b.fromMs - a.toMs <= SAME_DAYS_MS && a.fromMs - b.toMs <= SAME_DAYS_MS;
}

/** The brief events whose news can be near an event's, and all lasting ones. */
function ofSameDays({news}: DatedEvent, {brief, lasting}: Bearings): DatedEvent[] {
  if (news === null) return [];
  const found = [...lasting];
  for (let i = countBefore(brief, news.fromMs - SAME_DAYS_MS - BRIEF_MS); i < brief.length; i++) {
    if (brief[i]!.news!.fromMs > news.toMs + SAME_DAYS_MS) break;
    found.push(brief[i]!);
  }
  return found;
}

/** How many events, sorted by their first day of news, begin before an instant. */
function countBefore(events: readonly DatedEvent[], ms: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.news!.fromMs < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

function gathered(
  events: readonly DatedEvent[],
  keysOf: (event: DatedEvent) => readonly string[],
): ReadonlyMap<string, readonly DatedEvent[]> {
  const lists = new Map<string, DatedEvent[]>();
  for (const event of events) {
    for (const key of keysOf(event)) {
      const list = lists.get(key);
      if (list) list.push(event);
      else lists.set(key, [event]);
    }
  }
  return lists;
}

function datedEvent(entry: EventEntry, zone: string): DatedEvent {
  const [startMs, endMs] = [startDayMs(entry.date, zone), endDayMs(entry.date, zone)];
  const [firstMs, lastMs] = [startMs ?? endMs, endMs ?? startMs];
  const isLong = firstMs !== null && lastMs !== null && entry.happened === 'throughout' && lastMs - firstMs > LONG_MS;
  return {
    entry,
    firstMs,
    lastMs,
    publicMs: publicDayMs(entry.known, zone),
    news: firstMs === null || lastMs === null ? null : {fromMs: firstMs, toMs: isLong ? firstMs : lastMs},
  };
}

function commonActors(events: readonly EventEntry[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const {actors} of events) for (const actor of actors) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > COMMON_SHARE * events.length).map(([actor]) => actor));
}
