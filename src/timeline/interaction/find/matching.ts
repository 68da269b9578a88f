/** Which events a filter lets through, and how many each of its options would. */
import {FACETS} from './filter.ts';
import type {Facet, Filter} from './filter.ts';

/** An event as the filter sees it. */
export interface Findable {
  readonly id: string;
  readonly values: Readonly<Record<Facet, readonly string[]>>;
}

/** Ids of the events that mention a query, or null where nothing is searched for. */
export type Hits = ReadonlySet<string> | null;

export function matchingIds(events: readonly Findable[], filter: Filter, hits: Hits): Set<string> {
  return new Set(events.filter((event) => isMatch(event, filter, hits, null)).map(({id}) => id));
}

/**
 * How many events each value of a facet would show beside the filter's other facets; what is chosen in the
 * facet itself does not count, as its values widen each other.
 */
export function countsOfFacet(events: readonly Findable[], filter: Filter, hits: Hits, facet: Facet): Map<string, number> {
  const counts = new Map<string, number>();
  for (const event of events) {
    if (!isMatch(event, filter, hits, facet)) continue;
    for (const value of event.values[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function isMatch({id, values}: Findable, {chosen}: Filter, hits: Hits, except: Facet | null): boolean {
  if (hits && !hits.has(id)) return false;
  return FACETS.every(
    (facet) => facet === except || chosen[facet].length === 0 || chosen[facet].some((value) => values[facet].includes(value)),
  );
}
