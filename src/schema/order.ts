/** The one order of everything: the same on every machine, whatever its language or its file system. */
import type {ActorEntry, ChapterEntry, EventEntry, Problem, SourceEntry} from './content.ts';
import {firstMs} from './dates.ts';

const DAY_MS = 86_400_000;

/** By code units, which no locale changes. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * By day, then by order within the day (the middle, where none is written; a time by its place in the day), then by
 * id. An event whose start is open stands where it ends.
 */
export function byDateOrderAndId(a: EventEntry, b: EventEntry): number {
  return dayOf(a) - dayOf(b) || partOfDay(a) - partOfDay(b) || byText(a.id, b.id);
}

function dayOf(event: EventEntry): number {
  return Math.floor(firstMs(event.date) / DAY_MS);
}

function partOfDay(event: EventEntry): number {
  if (event.order !== null) return event.order;
  return event.date.precision === 'time' ? firstMs(event.date) / DAY_MS - dayOf(event) : 0.5;
}

/**
 * Articles before consulted reports, each by the day it came out; a source's place here plus one is its number on
 * the whole site, so that a report consulted later leaves the numbers of the articles as they were.
 */
export function byKindAndPublication(a: SourceEntry, b: SourceEntry): number {
  return Number(a.kind === 'consulted') - Number(b.kind === 'consulted') || firstMs(a.published) - firstMs(b.published) || byText(a.id, b.id);
}

export function byChapterOrder(a: ChapterEntry, b: ChapterEntry): number {
  return a.order - b.order || byText(a.id, b.id);
}

export function byId(a: ActorEntry, b: ActorEntry): number {
  return byText(a.id, b.id);
}

export function byPlace(a: Problem, b: Problem): number {
  return byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.rule, b.rule) || byText(a.what, b.what);
}
