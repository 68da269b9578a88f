/** What a query may have meant, in words that the story itself uses. */
import {writtenTerm} from './query.ts';
import type {Query, Term} from './query.ts';
import type {TextIndex} from './search.ts';

/**
 * The query with the nearest word of the story in place of each that is nowhere; then each of those by itself, for
 * where no event holds them all. Empty where nothing near is found.
 */
export function suggestions({terms, date}: Query, index: TextIndex, dayMs: number | null): string[] {
  const isFound = (term: Term) => (index.search({terms: [term], date: null}, dayMs) ?? []).length > 0;
  const meant = terms.map((term) => {
    const [part = '', ...others] = term.forms[0]!.parts;
    if (term.isQuoted || others.length > 0) return {words: writtenTerm(term), isNew: false};
    if (isFound(term)) return {words: index.wholeWord(part, dayMs) ?? term.words, isNew: false};
    const word = index.nearestWord(part, dayMs);
    return {words: word ?? term.words, isNew: word !== null};
  });
  const nearest = meant.filter(({isNew}) => isNew).map(({words}) => words);
  if (nearest.length === 0) return [];
  const all = [...meant.map(({words}) => words), ...(date ? [date.words] : [])].join(' ');
  return [...new Set([all, ...nearest])];
}
