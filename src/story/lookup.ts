import type {Content, EventEntry} from '../schema/content.ts';
import type {DayWordsStyle} from '../timeline/model/day-words.ts';
import {memoizeBy} from '../timeline/model/memoize.ts';

/** Each id's place in a list, the first where there are two; made once for a list. */
const placesOf = memoizeBy((entries: readonly {readonly id: string}[]): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  for (const [place, {id}] of entries.entries()) if (!places.has(id)) places.set(id, place);
  return places;
});

/**
 * The place of the entry with an id, from 0.
 *
 * @throws RangeError if no entry has that id. Ids in content files cannot cause this: the content check rejects unknown ones.
 */
export function placeIn(entries: readonly {readonly id: string}[], id: string): number {
  const place = placesOf(entries).get(id);
  if (place === undefined) throw new RangeError(`no entry has the id ${id}`);
  return place;
}

/**
 * The entry with an id.
 *
 * @throws RangeError if it does not exist.
 */
export function entryById<T extends {readonly id: string}>(entries: readonly T[], id: string): T {
  return entries[placeIn(entries, id)]!;
}

/** The sources that the story is told from, which are those it counts, and the reports consulted beside them. */
export function sourcesByKind(sources: Content['sources']): Readonly<Record<'articles' | 'consulted', Content['sources']>> {
  return {
    articles: sources.filter(({kind}) => kind === 'article'),
    consulted: sources.filter(({kind}) => kind === 'consulted'),
  };
}

/** A source's number on the whole site, counted from 1: articles in order of publication, then consulted reports. */
export function sourceNumber(sources: Content['sources'], id: string): number {
  return placeIn(sources, id) + 1;
}

/** Cited sources in the order of their numbers, as a reader looks for one. */
export function inOrderOfNumbers<Cited extends {readonly id: string}>(sources: Content['sources'], cited: readonly Cited[]): Cited[] {
  return cited.toSorted((a, b) => placeIn(sources, a.id) - placeIn(sources, b.id));
}

/** The events of one chapter, in their order. */
export function eventsOfChapter(events: Content['events'], chapter: string): Content['events'] {
  return eventsByChapter(events).get(chapter) ?? [];
}

/** The events that rest on a source, in their order, each with what the source carries of it. */
export function restingOn(events: Content['events'], source: string): readonly Resting[] {
  return restingBySource(events).get(source) ?? [];
}

interface Resting {
  readonly event: EventEntry;
  readonly supports: string;
}

const restingBySource = memoizeBy((events: Content['events']): ReadonlyMap<string, readonly Resting[]> => {
  const all = events.flatMap((event) => event.sources.map(({id, supports}) => ({id, event, supports})));
  return Map.groupBy(all, ({id}) => id);
});

const eventsByChapter = memoizeBy((events: Content['events']) => Map.groupBy(events, ({chapter}) => chapter));

/** How the story's dates are put in words. */
export function dayStyle(story: Content['story'], length: DayWordsStyle['length'] = 'short'): DayWordsStyle {
  return {language: story.language, zone: story.zone, zoneLabel: story.zoneLabel, length};
}
