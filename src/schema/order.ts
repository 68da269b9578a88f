/** The one order of everything: the same on every machine, whatever its language or its file system. */
import type {ActorEntry, ChapterEntry, EventEntry, SourceEntry} from './content.ts';
import {byText} from './by-text.ts';
import {firstMs, lastMs} from './dates.ts';
import {WEIGHTS} from './lists.ts';
import {wallClockMs} from './wall-clock.ts';
import {DAY_MS} from './lengths.ts';

/** What the order of events goes by. */
export type OrderedEvent = Pick<EventEntry, 'id' | 'title' | 'date' | 'order' | 'weight'>;

/** Where an event comes in the story: its day, as the midnight that begins it on the story's clocks, and its place in the day, 0 to 1. */
export interface PlaceInTime {
  readonly dayMs: number;
  readonly share: number;
}

/**
 * The day an event belongs to and its place within it. A reported hour sets the place, whatever `order` says; without an
 * hour `order` does, and without either the event goes in the middle of its day. An event with an open start is placed
 * by its end.
 */
export function placeInTime({date, order}: Pick<OrderedEvent, 'date' | 'order'>, zone: string): PlaceInTime {
  const atMs = clockMs(date, zone);
  const dayMs = Math.floor(atMs / DAY_MS) * DAY_MS;
  return {dayMs, share: date.precision === 'time' ? (atMs - dayMs) / DAY_MS : (order ?? 0.5)};
}

/**
 * The one order in which events are told, on every page and in every file: by day and place in the day, then by
 * weight, then by time; the title decides last, and the id between events of one title.
 *
 * @param zone - The story's, in which its days are counted.
 */
export function byTelling(zone: string): (a: OrderedEvent, b: OrderedEvent) => number {
  return (a, b) => {
    const [placeA, placeB] = [placeInTime(a, zone), placeInTime(b, zone)];
    return (
      placeA.dayMs - placeB.dayMs ||
      placeA.share - placeB.share ||
      WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) ||
      clockMs(a.date, zone) - clockMs(b.date, zone) ||
      lastMs(a.date) - lastMs(b.date) ||
      byText(a.title, b.title) ||
      byText(a.id, b.id)
    );
  };
}

function clockMs(date: EventEntry['date'], zone: string): number {
  return date.precision === 'time' ? wallClockMs(firstMs(date), zone) : firstMs(date);
}

/**
 * Articles before consulted reports, each by the day it came out; a source's place here plus one is its number on
 * the whole site, so that a report consulted later leaves the numbers of the articles as they were.
 */
export function byKindAndPublication(a: SourceEntry, b: SourceEntry): number {
  return (
    Number(a.kind === 'consulted') - Number(b.kind === 'consulted') || firstMs(a.published) - firstMs(b.published) || byText(a.id, b.id)
  );
}

export function byChapterOrder(a: ChapterEntry, b: ChapterEntry): number {
  return a.order - b.order || byText(a.id, b.id);
}

export function byId(a: ActorEntry, b: ActorEntry): number {
  return byText(a.id, b.id);
}
