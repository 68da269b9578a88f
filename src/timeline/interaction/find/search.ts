/**
 * Full text search over the events. A query is asked anew at every key press, and what that costs grows with what is
 * found and not with the story.
 */
import {textOfPiece} from './event-text.ts';
import type {EventText, Kind} from './event-text.ts';
import {isEmpty} from './query.ts';
import type {Query} from './query.ts';
import {dateScorer, NONE, scoresOfTerm, worst} from './scores.ts';
import {nearestWord, resolvedTerm, wholeWord} from './story-words.ts';
import {wordIndex} from './word-index.ts';

/**
 * Where a query was found, in the order of results: of a date, `on` it, over days that include it (`includes`), known
 * from it (`known`), or mentioned (`mention`); of words, in the `title`, the `text`, `beside` it or in its `signs`.
 */
export type Where = 'on' | 'includes' | 'known' | 'mention' | 'title' | 'text' | 'beside' | 'signs';

export interface Hit {
  readonly id: string;
  readonly where: Where;
}

export interface TextIndex {
  /** The same query, in which a word that is nowhere stands for those of the story around it: "craft" for "spacecraft". */
  readonly resolve: (query: Query, dayMs: number | null) => Query;
  /**
   * The events that answer a query, the nearest first and each group in the order of time; null where it asks nothing.
   *
   * @param dayMs - Start of the day of Known then, whose answer holds nothing public later; null for all.
   */
  readonly search: (query: Query, dayMs: number | null) => readonly Hit[] | null;
  /** What was public of one kind of an event's texts, as far as there is such a text. */
  readonly textOf: (id: string, kind: Kind, dayMs: number | null) => string;
  /** The word of the story that a folded part most likely misspells, as it is written; null where none is near. */
  readonly nearestWord: (part: string, dayMs: number | null) => string | null;
  /** The word of the story that a folded part is, or most often begins, as it is written, or null. */
  readonly wholeWord: (part: string, dayMs: number | null) => string | null;
}

const WORDS_WHERE: readonly Where[] = ['title', 'text', 'beside', 'signs'];
const DATES_WHERE: readonly Where[] = ['on', 'includes', 'known', 'mention'];

/** @param texts - In the order of time. */
export function textIndex(texts: readonly EventText[]): TextIndex {
  const places = new Map(texts.map(({id}, place) => [id, place]));
  const index = wordIndex(texts);
  const scoresOfDate = dateScorer(index, texts);

  return {
    resolve: ({terms, date}, dayMs) => ({terms: terms.map((term) => resolvedTerm(index, term, dayMs ?? Infinity)), date}),
    search(query, dayMs) {
      if (isEmpty(query)) return null;
      const day = dayMs ?? Infinity;
      const terms = query.terms.map((term) => scoresOfTerm(index, term, day));
      const dates = query.date ? scoresOfDate(query.date, day) : null;
      const scores = worst(dates ? [...terms, dates] : terms);
      const order = dates ?? scores;
      const found = Array.from(scores.keys()).filter((place) => scores[place] !== NONE);
      found.sort((a, b) => order[a]! - order[b]! || a - b);
      return found.map((place) => ({id: texts[place]!.id, where: dates ? DATES_WHERE[dates[place]!]! : WORDS_WHERE[scores[place]! >> 1]!}));
    },
    textOf(id, kind, dayMs) {
      const pieces = texts[places.get(id) ?? -1]?.pieces ?? [];
      return pieces
        .filter((piece) => piece.kind === kind)
        .map((piece) => textOfPiece(piece, dayMs ?? Infinity))
        .filter(Boolean)
        .join('\n');
    },
    nearestWord: (part, dayMs) => nearestWord(index, part, dayMs ?? Infinity),
    wholeWord: (part, dayMs) => wholeWord(index, part, dayMs ?? Infinity),
  };
}
