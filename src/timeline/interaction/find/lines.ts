/** What a result shows of its event: the sentences or clauses that hold what was asked for, whole. */
import {marksIn} from './marks.ts';
import type {Query} from './query.ts';
import {KINDS} from './event-text.ts';
import type {Kind} from './event-text.ts';

export interface Line {
  /** What it is of the event. */
  readonly kind: Kind;
  readonly text: string;
}

/** A result is read at a glance. */
const MAX_LINES = 3;
/** A longer sentence is shown by the clauses around what was found. */
const MAX_LETTERS = 180;
/** Not where the next word begins small. */
const SENTENCE_END = /(?:[.?!]["'”’»)\]]*[^\S\n]+(?!["'“‘«(\[]*\p{Ll})|[。！？]["'”’»）」』]*\s*|\n)/gu;
/** What precedes the full stop of an initial, as in "U.S.", which does not end a sentence. */
const INITIAL = /(?:^|[^\p{L}\p{N}])\p{Lu}$/u;
const CLAUSE_END = /[,;:]["'”’»)\]]*\s+|\s+[–—]\s+|[、，；：]/gu;
/** Between the names or words of one kind. */
const ITEM_END = /[;\n]\s*/gu;
const TITLES: readonly Kind[] = ['title'];
/** In these a line is a list of items, and only those that were asked for are shown. */
const LISTS: ReadonlySet<Kind> = new Set(['keywords', 'figures', 'who', 'sources', 'label', 'rest']);
/** Where to look for what the title does not say, in this order: sentences tell most. */
const ORDER: readonly Kind[] = ['body', ...KINDS.filter((kind) => kind !== 'body' && !TITLES.includes(kind))];

/**
 * The lines under a result's title: of each thing asked for that the title does not say, the sentence that does; the
 * first sentence where the title says it all.
 *
 * @param textOf - What there is of the event, by kind; empty where there is nothing.
 */
export function linesAbout(textOf: (kind: Kind) => string, query: Query): Line[] {
  const asked = query.terms.length + (query.date ? 1 : 0);
  const left = new Set(Array.from({length: asked}, (_, term) => term));
  for (const {term} of marksIn(textOf('title'), query)) left.delete(term);
  const lines: Line[] = [];
  for (const kind of ORDER) {
    if (left.size === 0) break;
    const text = textOf(kind);
    if (text === '') continue;
    const pieces = splitAfter(text, LISTS.has(kind) ? ITEM_END : SENTENCE_END).map((piece) => ({piece, terms: termsIn(piece, query)}));
    while (left.size > 0 && lines.length < MAX_LINES) {
      const found = pieces.map(({piece, terms}) => ({piece, count: terms.filter((term) => left.has(term)).length}));
      const most = Math.max(0, ...found.map(({count}) => count));
      if (most === 0) break;
      const {piece} = found.find(({count}) => count === most)!;
      const shown = LISTS.has(kind) ? piece : clausesAbout(piece, query, left);
      lines.push({kind, text: shown});
      for (const term of termsIn(shown, query)) left.delete(term);
    }
  }
  if (lines.length > 0 || textOf('body') === '') return lines;
  return [{kind: 'body', text: splitAfter(textOf('body'), SENTENCE_END)[0]!}];
}

function termsIn(text: string, query: Query): number[] {
  return [...new Set(marksIn(text, query).map(({term}) => term))];
}

/** A text in pieces, each without the separator that ends it, unless that separator has a meaning. */
function splitAfter(text: string, ends: RegExp): string[] {
  return cutAfter(text, ends)
    .map((piece) => piece.replace(/[;\s]+$/u, ''))
    .filter((piece) => piece !== '');
}

/** A text in pieces, each with the separator that ends it. */
function cutAfter(text: string, ends: RegExp): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const {0: end, index} of text.matchAll(ends)) {
    if (/^[.?!]/.test(end) && INITIAL.test(text.slice(0, index))) continue;
    pieces.push(text.slice(at, index + end.length));
    at = index + end.length;
  }
  return [...pieces, text.slice(at)];
}

/** A sentence, or as many of its clauses around what is asked for as fit. */
function clausesAbout(sentence: string, query: Query, left: ReadonlySet<number>): string {
  if (sentence.length <= MAX_LETTERS) return sentence;
  const clauses = cutAfter(sentence, CLAUSE_END);
  const counts = clauses.map((clause) => termsIn(clause, query).filter((term) => left.has(term)).length);
  const most = Math.max(...counts);
  // Words that stand on both sides of a comma are a phrase that no clause holds.
  if (most === 0) return sentence;
  return grown(clauses, counts.indexOf(most));
}

/** A clause with those before and after it, as long as they fit. */
function grown(clauses: readonly string[], place: number): string {
  let [first, last] = [place, place];
  const length = () => clauses.slice(first, last + 1).join('').length;
  for (;;) {
    const whole = length();
    if (last + 1 < clauses.length && whole + clauses[last + 1]!.length <= MAX_LETTERS) last++;
    else if (first > 0 && whole + clauses[first - 1]!.length <= MAX_LETTERS) first--;
    else break;
  }
  return clauses
    .slice(first, last + 1)
    .join('')
    .trim()
    .replace(/[,;:–—\s]+$/u, '');
}
