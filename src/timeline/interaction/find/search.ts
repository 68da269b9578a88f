/** Full text search over the events: every word must begin a word of the event, whatever its accents and case. */
import MiniSearch from 'minisearch';

/** What can be searched of one event. */
export interface EventText {
  readonly id: string;
  readonly title: string;
  readonly label: string;
  /** Its body, and what stands beside it. */
  readonly body: string;
  /** Actors. */
  readonly who: string;
  readonly sources: string;
}

export interface TextIndex {
  /** Ids of the events that hold all words of a query; null where the query holds none. */
  readonly search: (query: string) => ReadonlySet<string> | null;
  /** The query with each unknown word replaced by the nearest known one; null where that changes nothing. */
  readonly nearest: (query: string) => string | null;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Share of a word's letters that may differ in the nearest one. */
const NEAREST_SHARE = 0.34;

export function textIndex(texts: readonly EventText[]): TextIndex {
  const index = new MiniSearch<EventText>({
    fields: ['title', 'label', 'body', 'who', 'sources'],
    tokenize: wordsOf,
    processTerm: foldWord,
    searchOptions: {combineWith: 'AND', prefix: true},
  });
  index.addAll(texts);
  return {
    search: (query) => (wordsOf(query).length === 0 ? null : new Set(index.search(query).map(({id}) => id as string))),
    nearest(query) {
      const words = wordsOf(query).map((word) => {
        if (index.search(word).length > 0) return word;
        return index.search(word, {prefix: false, fuzzy: NEAREST_SHARE})[0]?.terms[0] ?? word;
      });
      const wanted = words.join(' ');
      return wanted === wordsOf(query).join(' ') ? null : wanted;
    },
  };
}

export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** A word without case and accents, one letter for each of its own. */
export function foldWord(word: string): string {
  return Array.from(word.normalize('NFC'), (letter) => letter.normalize('NFD')[0]!.toLowerCase()).join('');
}

export interface TextPart {
  readonly text: string;
  readonly isMatched: boolean;
}

/** Parts a text where a query's words begin its own; matches with nothing but space between are one. */
export function markedParts(text: string, query: string): TextPart[] {
  const asked = wordsOf(query).map(foldWord);
  const normal = text.normalize('NFC');
  const parts: TextPart[] = [];
  const add = (piece: string, isMatched: boolean) => {
    if (piece === '') return;
    const last = parts.at(-1);
    if (last?.isMatched === isMatched) parts[parts.length - 1] = {text: last.text + piece, isMatched};
    else parts.push({text: piece, isMatched});
  };
  let at = 0;
  for (const {0: word, index} of normal.matchAll(WORD)) {
    const folded = foldWord(word);
    const letters = Math.max(0, ...asked.filter((term) => folded.startsWith(term)).map((term) => Array.from(term).length));
    if (letters === 0) continue;
    const {length} = Array.from(word).slice(0, letters).join('');
    const between = normal.slice(at, index);
    add(between, between.trim() === '' && parts.at(-1)?.isMatched === true);
    add(word.slice(0, length), true);
    at = index + length;
  }
  add(normal.slice(at), false);
  return parts;
}

const SENTENCE_END = /[.?!][”’"]?\s/g;

/** A body from the sentence that holds the first match; the whole body where it has none. */
export function lineAbout(body: string, query: string): string {
  const [before, match] = markedParts(body, query);
  if (!match || !before || before.isMatched) return body;
  const end = [...before.text.matchAll(SENTENCE_END)].at(-1);
  return end ? body.slice(end.index + end[0].length) : body;
}
