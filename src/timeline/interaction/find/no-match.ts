/** What to say where a filter finds nothing, and the ways out that lead to something. */
import type {FindWords} from '../../model/words/find.ts';
import {FACETS, isFiltering, NO_FILTER, withChosen} from './filter.ts';
import type {Facet, Filter} from './filter.ts';
import {wordsOf} from './search.ts';

export interface WayOut {
  readonly words: string;
  readonly filter: Filter;
  /** Events it leads to. */
  readonly count: number;
  /** True where it also leaves Known then. */
  readonly isKnownNow: boolean;
}

export interface Question {
  readonly filter: Filter;
  readonly nameOf: (facet: Facet, value: string) => string;
  /** The day of Known then in words; null in Known now. */
  readonly knownOn: string | null;
  readonly words: FindWords;
}

/** "No event in Crew mentions “fuel”." */
export function noMatchWords({filter: {query, chosen}, nameOf, knownOn, words}: Question): string {
  const names = (facet: Facet) => chosen[facet].map((value) => nameOf(facet, value));
  const signs = [...names('certainty'), ...names('weight')];
  const where = [
    ...(knownOn ? [words.knownOn(knownOn)] : []),
    ...(chosen.lanes.length > 0 ? [words.inLanes(names('lanes'))] : []),
    ...(chosen.who.length > 0 ? [words.with(names('who'))] : []),
    ...(signs.length > 0 ? [words.under(signs)] : []),
  ];
  const asked = query.trim();
  return asked ? words.noEventMentions(where, asked) : words.noEvent(where);
}

/**
 * The ways out that find something: one step back each, and at last all events.
 *
 * @param countOf - How many events a filter finds, in Known now if asked.
 * @param nearest - The query as it may have been meant.
 */
export function waysOut(
  {filter, nameOf, knownOn, words}: Question,
  countOf: (filter: Filter, isKnownNow: boolean) => number,
  nearest: string | null,
): WayOut[] {
  const asked = wordsOf(filter.query);
  const chosenFacets = FACETS.filter((facet) => filter.chosen[facet].length > 0);
  const steps: Omit<WayOut, 'count'>[] = [];
  const step = (wayWords: string, wayFilter: Filter, isKnownNow = false) => steps.push({words: wayWords, filter: wayFilter, isKnownNow});
  if (nearest) step(words.lookFor(nearest), {...filter, query: nearest});
  for (const facet of chosenFacets) step(backWords(facet, filter.chosen[facet].map((value) => nameOf(facet, value)), words), withChosen(filter, facet, []));
  if (knownOn) step(words.lookInKnownNow, filter, true);
  if (asked.length > 1 || chosenFacets.length > 0) {
    for (const word of new Set(asked)) step(words.dropWord(word), {...filter, query: asked.filter((other) => other !== word).join(' ')});
  }
  if (chosenFacets.length > 1 && asked.length > 0) step(words.dropEveryFilter, {...NO_FILTER, query: filter.query});
  const leading = steps.filter((way) => isFiltering(way.filter) || way.isKnownNow).map((way) => ({...way, count: countOf(way.filter, way.isKnownNow)}));
  const whole = {words: words.startAgain, filter: NO_FILTER, isKnownNow: false, count: countOf(NO_FILTER, false)};
  return [...leading.filter(({count}) => count > 0), whole];
}

function backWords(facet: Facet, names: readonly string[], words: FindWords): string {
  switch (facet) {
    case 'lanes':
      return words.lookInEveryLane;
    case 'who':
      return words.lookAtEveryone;
    default:
      return words.drop(names);
  }
}
