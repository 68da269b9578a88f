/** Which events a filter lets through, and how many each of its options would. */
import {FACETS} from './filter.ts';
import type {Facet, Filter} from './filter.ts';

/** An event as the filter sees it. */
export interface Findable {
  readonly id: string;
  readonly values: Readonly<Record<Facet, readonly string[]>>;
}

/** Those that a filter's facets let through, in their order. */
export function matchesOf<T extends Findable>(events: readonly T[], filter: Filter): T[] {
  return events.filter((event) => isMatch(event, filter, null));
}

/**
 * How many events each value of a facet would show beside the filter's other facets; what is chosen in the
 * facet itself does not count, as its values widen each other.
 *
 * @param events - Those that mention what is asked for.
 */
export function countsOfFacet(events: readonly Findable[], filter: Filter, facet: Facet): Map<string, number> {
  const counts = new Map<string, number>();
  for (const event of events) {
    if (!isMatch(event, filter, facet)) continue;
    for (const value of event.values[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function isMatch({values}: Findable, {chosen}: Filter, except: Facet | null): boolean {
  return FACETS.every(
    (facet) => facet === except || chosen[facet].length === 0 || chosen[facet].some((value) => values[facet].includes(value)),
  );
}
