/** Where a text answers a query. */
import type {Form, Query} from './query.ts';
import {begins, foldLetter, wordsOf} from './words.ts';
import type {Part, Word} from './words.ts';

/** A stretch of a text that answers a term. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  /** Place of the term in the query; its date comes after the last term. */
  readonly term: number;
}

export interface TextPart {
  readonly text: string;
  readonly isMatched: boolean;
}

/** The forms of one term, sorted by how they are looked for. */
interface Wanted {
  /** Single words that must be whole. */
  readonly whole: ReadonlySet<string>;
  /** Single words that may go on; the reader's own. */
  readonly begun: readonly string[];
  /** The same of others, which are marked to their end. */
  readonly begunByOthers: readonly string[];
  readonly phrases: readonly Form[];
}

const wantedByQuery = new WeakMap<Query, readonly Wanted[]>();

function wantedOf(query: Query): readonly Wanted[] {
  const kept = wantedByQuery.get(query);
  if (kept) return kept;
  const {terms, date} = query;
  const wanted = [...terms.map(({forms}) => forms), ...(date ? [date.forms] : [])].map((forms): Wanted => {
    const apart = forms.flatMap((form) =>
      form.isInOrder ? [form] : form.parts.map((part): Form => ({...form, parts: [part], isInOrder: true})),
    );
    const single = apart.filter(({parts}) => parts.length === 1);
    const partsOf = (of: readonly Form[]) => of.map(({parts}) => parts[0]!);
    return {
      whole: new Set(partsOf(single.filter(({isOpen}) => !isOpen))),
      begun: partsOf(single.filter(({isOpen, isOwn}) => isOpen && isOwn)),
      begunByOthers: partsOf(single.filter(({isOpen, isOwn}) => isOpen && !isOwn)),
      phrases: apart.filter(({parts}) => parts.length > 1),
    };
  });
  wantedByQuery.set(query, wanted);
  return wanted;
}

/** @param text - In normal form C. */
export function marksIn(text: string, query: Query): Mark[] {
  const words = wordsOf(text);
  const parts = words.flatMap((word) => word.parts);
  return wantedOf(query).flatMap((wanted, term) => [
    ...words.flatMap((word) => marksOfWord(text, word, wanted, term)),
    ...wanted.phrases.flatMap((phrase) => marksOfPhrase(text, parts, phrase, term)),
  ]);
}

function marksOfWord(text: string, {from, to, parts, whole}: Word, {whole: closed, begun, begunByOthers}: Wanted, term: number): Mark[] {
  const marks = parts.flatMap((part): Mark[] => {
    // Of the reader's own word as much as was typed, of another all of it.
    const typed = begun.findLast((beginning) => begins(part.form, beginning));
    if (typed !== undefined) return [{from: part.from, to: endOfLetters(text, part, typed.length), term}];
    return closed.has(part.form) || begunByOthers.some((beginning) => begins(part.form, beginning))
      ? [{from: part.from, to: part.to, term}]
      : [];
  });
  if (marks.length > 0 || parts.length === 1) return marks;
  return closed.has(whole) || [...begun, ...begunByOthers].some((beginning) => begins(whole, beginning)) ? [{from, to, term}] : [];
}

function marksOfPhrase(text: string, parts: readonly Part[], {parts: asked, isOpen, isOwn}: Form, term: number): Mark[] {
  const last = asked.length - 1;
  const answers = (part: Part | undefined, i: number) =>
    part !== undefined && !(i > 0 && part.isFirst) && (i === last && isOpen ? begins(part.form, asked[i]!) : part.form === asked[i]);
  return parts.flatMap((first, start) => {
    if (!asked.every((_, i) => answers(parts[start + i], i))) return [];
    const end = parts[start + last]!;
    return [{from: first.from, to: isOwn ? endOfLetters(text, end, asked[last]!.length) : end.to, term}];
  });
}

/** Where as many folded letters of a part end. */
function endOfLetters(text: string, {from, to}: Part, count: number): number {
  let [end, letters] = [from, 0];
  for (const letter of text.slice(from, to)) {
    if (letters >= count) break;
    letters += foldLetter(letter).length;
    end += letter.length;
  }
  return end;
}

/** Parts a text where it answers a query; answers with nothing but space between them are one. */
export function markedParts(text: string, query: Query): TextPart[] {
  const parts: TextPart[] = [];
  const add = (piece: string, isMatched: boolean) => {
    if (piece === '') return;
    const before = parts.at(-1);
    if (before?.isMatched === isMatched) parts[parts.length - 1] = {text: before.text + piece, isMatched};
    else parts.push({text: piece, isMatched});
  };
  let at = 0;
  for (const {from, to} of marksIn(text, query).sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    const between = text.slice(at, start);
    add(between, between.trim() === '' && parts.at(-1)?.isMatched === true);
    add(text.slice(start, to), true);
    at = to;
  }
  add(text.slice(at), false);
  return parts;
}
