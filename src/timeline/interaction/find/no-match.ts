/** What to say where a filter finds nothing, and the ways out that lead to something. */
import type {FindWords} from '../../model/words/find.ts';
import {FACETS, isFiltering, NO_FILTER, withChosen} from './filter.ts';
import type {Facet, Filter} from './filter.ts';
import {withoutTerm, writtenTerm} from './query.ts';
import type {Query} from './query.ts';

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
  readonly query: Query;
  readonly nameOf: (facet: Facet, value: string) => string;
  /** The day of Known then in words; null in Known now. */
  readonly knownOn: string | null;
  readonly words: FindWords;
}

/**
 * "No event in Crew mentions “fuel”." Of several words, those that no event mentions; where each is mentioned
 * somewhere, that no event mentions them together.
 *
 * @param isMentioned - Whether an event that the filter's facets let through answers a query.
 */
export function noMatchWords({filter: {chosen}, query, nameOf, knownOn, words}: Question, isMentioned: (query: Query) => boolean): string {
  const names = (facet: Facet) => chosen[facet].map((value) => nameOf(facet, value));
  const signs = [...names('certainty'), ...names('weight')];
  const where = [
    ...(knownOn ? [words.knownOn(knownOn)] : []),
    ...(chosen.lanes.length > 0 ? [words.inLanes(names('lanes'))] : []),
    ...(chosen.who.length > 0 ? [words.with(names('who'))] : []),
    ...(signs.length > 0 ? [words.under(signs)] : []),
  ];
  const asked = [
    ...query.terms.map((term) => ({words: term.words, alone: {terms: [term], date: null}})),
    ...(query.date ? [{words: query.date.words, alone: {terms: [], date: query.date}}] : []),
  ];
  if (asked.length === 0) return words.noEvent(where);
  const missing = asked.filter(({alone}) => !isMentioned(alone));
  if (missing.length > 0)
    return words.noEventMentions(
      where,
      missing.map((part) => part.words),
    );
  return words.noEventMentionsTogether(
    where,
    asked.map((part) => part.words),
  );
}

/**
 * The ways out that find something: one step back each, and at last all events.
 *
 * @param countOf - How many events a filter finds, in Known now if asked.
 * @param nearest - Queries that may have been meant, the likeliest first.
 */
export function waysOut(
  {filter, query, nameOf, knownOn, words}: Question,
  countOf: (filter: Filter, isKnownNow: boolean) => number,
  nearest: readonly string[],
): WayOut[] {
  const chosenFacets = FACETS.filter((facet) => filter.chosen[facet].length > 0);
  const parts = query.terms.length + (query.date ? 1 : 0);
  const steps: Omit<WayOut, 'count'>[] = [];
  const step = (wayWords: string, wayFilter: Filter, isKnownNow = false) => steps.push({words: wayWords, filter: wayFilter, isKnownNow});
  const likeliest = nearest.find((other) => countOf({...filter, query: other}, false) > 0);
  if (likeliest !== undefined) step(words.lookFor(likeliest), {...filter, query: likeliest});
  const unquoted = query.terms.map((term) => term.words);
  if (query.terms.some(({isQuoted, words: phrase}) => isQuoted && /\s/.test(phrase))) {
    step(words.lookForWordsApart, {...filter, query: [...unquoted, ...(query.date ? [query.date.words] : [])].join(' ')});
  }
  for (const facet of chosenFacets)
    step(
      backWords(
        facet,
        filter.chosen[facet].map((value) => nameOf(facet, value)),
        words,
      ),
      withChosen(filter, facet, []),
    );
  if (knownOn) step(words.lookInKnownNow, filter, true);
  if (parts > 1 || chosenFacets.length > 0) {
    for (const term of query.terms)
      step(term.isQuoted ? words.drop([term.words]) : words.dropWord(term.words), {...filter, query: withoutTerm(query, term)});
    if (query.date) step(words.drop([query.date.words]), {...filter, query: query.terms.map(writtenTerm).join(' ')});
  }
  if (chosenFacets.length > 1 && parts > 0) step(words.dropEveryFilter, {...NO_FILTER, query: filter.query});
  const leading = steps
    .filter((way) => isFiltering(way.filter) || way.isKnownNow)
    .map((way) => ({...way, count: countOf(way.filter, way.isKnownNow)}));
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
