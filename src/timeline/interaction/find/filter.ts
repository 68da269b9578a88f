/** What a reader searches for and filters by, as the address writes it. */

export const FACETS = ['lanes', 'certainty', 'who', 'weight'] as const;
export type Facet = (typeof FACETS)[number];

export interface Filter {
  readonly query: string;
  /** Values of one facet widen what is found; facets narrow each other. */
  readonly chosen: Readonly<Record<Facet, readonly string[]>>;
}

export const NO_FILTER: Filter = {query: '', chosen: {lanes: [], certainty: [], who: [], weight: []}};

/**
 * Reads the filter's part of an address, such as `lanes=crew,ground&q=moon`.
 *
 * @param isOption - Whether a facet has a value; others are passed over.
 */
export function filterFromWords(words: string, isOption: (facet: Facet, value: string) => boolean): Filter {
  const read = new URLSearchParams(words);
  const valuesOf = (facet: Facet) =>
    [...new Set((read.get(facet) ?? '').split(','))].filter((value) => value !== '' && isOption(facet, value));
  return {
    query: read.get('q') ?? '',
    chosen: {lanes: valuesOf('lanes'), certainty: valuesOf('certainty'), who: valuesOf('who'), weight: valuesOf('weight')},
  };
}

/** Writes the filter's part of an address; empty where nothing is asked. */
export function wordsFromFilter({query, chosen}: Filter): string {
  const words = FACETS.flatMap((facet) =>
    chosen[facet].length > 0 ? [`${facet}=${chosen[facet].map(encodeURIComponent).join(',')}`] : [],
  );
  const asked = query.trim();
  return [...words, ...(asked ? [`q=${encodeURIComponent(asked)}`] : [])].join('&');
}

export function isFiltering(filter: Filter): boolean {
  return filter.query.trim() !== '' || FACETS.some((facet) => filter.chosen[facet].length > 0);
}

export function withChosen(filter: Filter, facet: Facet, values: readonly string[]): Filter {
  return {...filter, chosen: {...filter.chosen, [facet]: values}};
}

/** Adds a value to a facet, or takes it away where it is chosen. */
export function toggled(filter: Filter, facet: Facet, value: string): Filter {
  const before = filter.chosen[facet];
  return withChosen(filter, facet, before.includes(value) ? before.filter((other) => other !== value) : [...before, value]);
}
