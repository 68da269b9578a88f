/** The events as search and filters see them, now and on one day. */
import {countsDays} from '../../model/pace.ts';
import {isPublicOn} from '../../model/standing.ts';
import type {Timeline} from '../../model/timeline.ts';
import {findWords} from '../../model/words/find.ts';
import type {Beside} from './beside.ts';
import type {Facet, Filter} from './filter.ts';
import {matchesOf} from './matching.ts';
import type {Findable} from './matching.ts';
import {isEmpty, queryReader} from './query.ts';
import type {Query} from './query.ts';
import {textIndex} from './search.ts';
import type {TextIndex, Where} from './search.ts';
import type {FeedText} from './texts.ts';

/** One value of a facet, and the places of its events: those of the timeline, then those of the notes. */
export interface FacetValue {
  readonly facet: Facet;
  readonly value: string;
  readonly events: ReadonlySet<number>;
}

/** An event that can be found, with where a search found it; null where nothing is searched for. */
export interface Found extends Findable {
  readonly where: Where | null;
  readonly isNote: boolean;
}

export interface Findings {
  readonly query: Query;
  /** How many events there are to find. */
  readonly all: number;
  /** Those that answer the query, whatever the facets say: the nearest first. */
  readonly answering: readonly Found[];
  /** Of those, the ones that the facets let through. */
  readonly matching: readonly Found[];
}

export interface Findables {
  readonly index: TextIndex;
  readonly texts: ReadonlyMap<string, FeedText>;
  /** @param dayMs - Start of the day of Known then, on which what is not public cannot be found; null for all. */
  readonly find: (filter: Filter, dayMs: number | null) => Findings;
  /** Whether an event that the facets of a filter let through answers a query. */
  readonly isMentioned: (query: Query, filter: Filter, dayMs: number | null) => boolean;
  /** Ids of those who could be named. */
  readonly named: (dayMs: number | null) => ReadonlySet<string>;
  readonly readQuery: (asked: string) => Query;
}

interface Day {
  readonly events: readonly Found[];
  readonly byId: ReadonlyMap<string, Found>;
  readonly named: ReadonlySet<string>;
}

export function findablesOf(timeline: Timeline, beside: Beside, texts: readonly FeedText[], options: readonly FacetValue[]): Findables {
  const {language, firstDayMs, extent} = timeline;
  const index = textIndex(texts);
  const readQuery = queryReader({
    calendar: {language, firstDayMs: countsDays(extent) ? firstDayMs : null},
    synonyms: beside.synonyms,
    words: findWords(language),
  });
  const places = new Map([...timeline.events, ...beside.notes].map(({id}, place) => [id, place]));
  const valuesOf = valuesByPlace(options);
  // What is public changes with the day, and not with every key press.
  const days = new Map<number | null, Day>();

  const dayOf = (dayMs: number | null): Day => {
    const kept = days.get(dayMs);
    if (kept) return kept;
    const isPublic = (knownMs: number) => isPublicOn(dayMs ?? Infinity, knownMs);
    const events = texts
      .filter(({knownMs}) => isPublic(knownMs))
      .map(({id, event, actors, disputedMs, isNote}): Found => {
        const values = valuesOf.get(places.get(id)!);
        const certainty = (values?.certainty ?? []).filter((value) => value !== 'disputed');
        return {
          id,
          isNote,
          where: null,
          values: {
            lanes: [timeline.lanes[event.lane]!.id],
            certainty: disputedMs !== null && isPublic(disputedMs) ? [...certainty, 'disputed'] : certainty,
            who: [...new Set(actors.filter(({knownMs}) => isPublic(knownMs)).map((actor) => actor.id))],
            weight: values?.weight ?? [],
          },
        };
      });
    const day = {events, byId: new Map(events.map((event) => [event.id, event])), named: new Set(events.flatMap(({values}) => values.who))};
    for (const other of days.keys()) if (other !== null) days.delete(other);
    days.set(dayMs, day);
    return day;
  };

  const answersTo = (query: Query, dayMs: number | null): readonly Found[] => {
    const {events, byId} = dayOf(dayMs);
    const hits = index.search(query, dayMs);
    return hits === null ? events : hits.map(({id, where}) => ({...byId.get(id)!, where}));
  };

  return {
    index,
    texts: new Map(texts.map((text) => [text.id, text])),
    find(filter, dayMs) {
      const query = index.resolve(readQuery(filter.query), dayMs);
      const answering = answersTo(query, dayMs);
      return {query, all: dayOf(dayMs).events.length, answering, matching: matchesOf(answering, filter)};
    },
    isMentioned: (query, filter, dayMs) => !isEmpty(query) && matchesOf(answersTo(query, dayMs), filter).length > 0,
    named: (dayMs) => dayOf(dayMs).named,
    readQuery,
  };
}

type Values = Partial<Record<Facet, string[]>>;

function valuesByPlace(options: readonly FacetValue[]): ReadonlyMap<number, Values> {
  const values = new Map<number, Values>();
  for (const {facet, value, events} of options) {
    for (const place of events) {
      const own = values.get(place) ?? {};
      values.set(place, {...own, [facet]: [...(own[facet] ?? []), value]});
    }
  }
  return values;
}

/** The values that Find offers in its page. */
export function facetValuesIn(panel: ParentNode): (FacetValue & {readonly box: HTMLInputElement})[] {
  return [...panel.querySelectorAll<HTMLInputElement>('input[data-events]')].map((box) => ({
    facet: box.name as Facet,
    value: box.value,
    events: new Set(box.dataset['events']!.split(' ').filter(Boolean).map(Number)),
    box,
  }));
}
