/** What to say where a filter finds nothing, and the ways out that lead to something. */
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
}

/** "No event in Attackers mentions “Netflix”." */
export function noMatchWords({filter: {query, chosen}, nameOf, knownOn}: Question): string {
  const names = (facet: Facet) => chosen[facet].map((value) => nameOf(facet, value));
  const signs = [...names('certainty'), ...names('weight')].map((name) => `“${name}”`);
  const parts = [
    knownOn && `known on ${knownOn}`,
    chosen.lanes.length > 0 && `in ${listOf(names('lanes'))}`,
    chosen.who.length > 0 && `with ${listOf(names('who'))}`,
    signs.length > 0 && `under ${listOf(signs)}`,
  ].filter(Boolean);
  const asked = query.trim();
  return asked ? `${['No event', ...parts].join(' ')} mentions “${asked}”.` : `${['There is no event', ...parts].join(' ')}.`;
}

/**
 * The ways out that find something: one step back each, and at last all events.
 *
 * @param countOf - How many events a filter finds, in Known now if asked.
 * @param nearest - The query as it may have been meant.
 */
export function waysOut(
  {filter, nameOf, knownOn}: Question,
  countOf: (filter: Filter, isKnownNow: boolean) => number,
  nearest: string | null,
): WayOut[] {
  const words = wordsOf(filter.query);
  const chosenFacets = FACETS.filter((facet) => filter.chosen[facet].length > 0);
  const steps: Omit<WayOut, 'count'>[] = [];
  const step = (wayWords: string, wayFilter: Filter, isKnownNow = false) => steps.push({words: wayWords, filter: wayFilter, isKnownNow});
  if (nearest) step(`Look for “${nearest}”`, {...filter, query: nearest});
  for (const facet of chosenFacets) step(backWords(facet, filter.chosen[facet].map((value) => nameOf(facet, value))), withChosen(filter, facet, []));
  if (knownOn) step('Look in what is known now', filter, true);
  if (words.length > 1 || chosenFacets.length > 0) {
    for (const word of new Set(words)) step(`Drop the word “${word}”`, {...filter, query: words.filter((other) => other !== word).join(' ')});
  }
  if (chosenFacets.length > 1 && words.length > 0) step('Drop every filter', {...NO_FILTER, query: filter.query});
  const leading = steps.filter((way) => isFiltering(way.filter) || way.isKnownNow).map((way) => ({...way, count: countOf(way.filter, way.isKnownNow)}));
  const whole = {words: 'Start again', filter: NO_FILTER, isKnownNow: false, count: countOf(NO_FILTER, false)};
  return [...leading.filter(({count}) => count > 0), whole];
}

function backWords(facet: Facet, names: readonly string[]): string {
  switch (facet) {
    case 'lanes':
      return 'Look in every lane';
    case 'who':
      return 'Look at everyone';
    default:
      return `Drop ${listOf(names.map((name) => `“${name}”`))}`;
  }
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)!}`;
}
