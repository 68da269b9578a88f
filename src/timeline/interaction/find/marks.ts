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

/** @param text - In normal form C. */
export function marksIn(text: string, {terms, date}: Query): Mark[] {
  const words = wordsOf(text);
  const parts = words.flatMap((word) => word.parts);
  const asked = [...terms.map(({forms}) => forms), ...(date ? [date.forms] : [])];
  return asked.flatMap((forms, term) => forms.flatMap((form) => placesOf(form, text, words, parts).map(([from, to]): Mark => ({from, to, term}))));
}

function placesOf(form: Form, text: string, words: readonly Word[], parts: readonly Part[]): (readonly [number, number])[] {
  if (!form.isInOrder) return form.parts.flatMap((part) => placesOf({...form, parts: [part], isInOrder: true}, text, words, parts));
  const last = form.parts.length - 1;
  const answers = (asked: string, part: Part | undefined, isOpen: boolean) => part !== undefined && (isOpen ? begins(part.form, asked) : part.form === asked);
  const inOrder = parts.flatMap((first, start) => {
    if (!form.parts.every((asked, i) => answers(asked, parts[start + i], form.isOpen && i === last) && !(i > 0 && parts[start + i]!.isFirst))) return [];
    const end = parts[start + last]!;
    // Of the reader's own word as much as was typed, of another all of it.
    return [[first.from, form.isOwn ? endOfLetters(text, end, form.parts[last]!.length) : end.to] as const];
  });
  const [one = ''] = form.parts;
  const inOne = last > 0 ? [] : words.filter((word) => word.parts.length > 1 && (form.isOpen ? begins(word.whole, one) && !begins(word.parts[0]!.form, one) : word.whole === one)).map(({from, to}) => [from, to] as const);
  return [...inOrder, ...inOne];
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
