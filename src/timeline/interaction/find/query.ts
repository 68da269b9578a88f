/** What a reader's search asks for: words, phrases in quotes, and a date. */
import type {FindWords} from '../../model/words/find.ts';
import {dateIn} from './dates.ts';
import type {AskedDate, Calendar} from './dates.ts';
import {plainText, wordsOf} from './words.ts';
import type {Word} from './words.ts';

/** One way in which a text can answer a term. */
export interface Form {
  /** Folded parts of words. */
  readonly parts: readonly string[];
  /** Whether the parts must follow each other. */
  readonly isInOrder: boolean;
  /** Whether each part need only begin a word; in order, the last one. */
  readonly isOpen: boolean;
  /** Whether the reader wrote it so; else it is a synonym or another form of the word. */
  readonly isOwn: boolean;
}

export interface Term {
  /** Where it begins in what the reader wrote. */
  readonly from: number;
  /** As the reader wrote it, without quotes. */
  readonly words: string;
  readonly isQuoted: boolean;
  /** The text answers the term by any of them. */
  readonly forms: readonly Form[];
}

export interface AskedFor {
  readonly words: string;
  readonly date: AskedDate;
  /** Ways to mention it in a text. */
  readonly forms: readonly Form[];
}

/** An event must answer all of it. */
export interface Query {
  readonly terms: readonly Term[];
  readonly date: AskedFor | null;
}

export interface QueryStyle {
  readonly calendar: Calendar;
  /** Groups of words that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
  readonly words: Pick<FindWords, 'otherForms' | 'besideDates' | 'monthsThatAreWords'>;
}

const QUOTED = /["“”„‟«»＂]([^"“”„‟«»＂]*)(["“”„‟«»＂]|$)/gu;
/** Letters until a word that is still being typed stands for its synonyms. */
const MIN_BEGINNING = 4;

/** Reads queries in the words of one story. */
export function queryReader({calendar, synonyms, words}: QueryStyle): (asked: string) => Query {
  const groups = synonyms.map((group) => group.map((synonym) => partsOf(synonym)).filter(({length}) => length > 0));
  const groupOf = new Map(groups.flatMap((group) => group.map((parts) => [parts.join(' '), group] as const)));
  const longest = Math.max(1, ...groups.flat().map(({length}) => length));

  const groupBegunBy = (key: string) =>
    key.length < MIN_BEGINNING ? undefined : groups.find((members) => members.some((member) => member.join(' ').startsWith(key)));
  const synonymForms = (parts: readonly string[]): Form[] => {
    const key = parts.join(' ');
    const known = [key, ...(parts.length === 1 ? words.otherForms(key) : [])].find((form) => groupOf.has(form));
    const group = known === undefined ? groupBegunBy(key) : groupOf.get(known);
    // What the reader's own word begins is found by it.
    return (group ?? [])
      .filter((member) => !member.join(' ').startsWith(key))
      .flatMap((member) => [
        {parts: member, isInOrder: true, isOpen: member.join('').length >= MIN_BEGINNING, isOwn: false},
        ...otherForms(member),
      ]);
  };
  const otherForms = (parts: readonly string[]): Form[] =>
    parts.length === 1 ? words.otherForms(parts[0]!).map((form) => ({parts: [form], isInOrder: true, isOpen: false, isOwn: false})) : [];

  const termOfWord = (text: string, run: readonly Word[]): Term => {
    const parts = run.flatMap((word) => word.parts.map(({form}) => form));
    const forms: Form[] = [{parts, isInOrder: true, isOpen: true, isOwn: true}];
    if (parts.length > 1) forms.push({parts: [parts.join('')], isInOrder: true, isOpen: true, isOwn: true});
    // What begins with the word itself is found by its beginning.
    const others = otherForms(parts).filter((form) => !form.parts[0]!.startsWith(parts[0]!));
    // "Sony's" also asks for "Sony".
    if (parts.length > 1 && parts.at(-1) === 's') forms.push({parts: parts.slice(0, -1), isInOrder: true, isOpen: false, isOwn: true});
    return {
      from: run[0]!.from,
      words: text.slice(run[0]!.from, run.at(-1)!.to),
      isQuoted: false,
      forms: [...forms, ...others, ...synonymForms(parts)],
    };
  };

  /** Words with nothing between them, as in Chinese, are one term, and so are those that a synonym is made of. */
  const termsOf = (text: string): Term[] => {
    const found = wordsOf(text);
    const terms: Term[] = [];
    for (let at = 0; at < found.length;) {
      let run = Math.min(longest, found.length - at);
      while (run > 1 && !groupOf.has(partsIn(found.slice(at, at + run)).join(' '))) run--;
      if (run > 1) {
        const members = found.slice(at, at + run);
        const parts = partsIn(members);
        terms.push({
          from: members[0]!.from,
          words: text.slice(members[0]!.from, members.at(-1)!.to),
          isQuoted: false,
          forms: [{parts, isInOrder: false, isOpen: true, isOwn: true}, ...synonymForms(parts)],
        });
      } else {
        while (found[at + run] !== undefined && found[at + run]!.from === found[at + run - 1]!.to) run++;
        terms.push(termOfWord(text, found.slice(at, at + run)));
      }
      at += run;
    }
    return terms;
  };

  return (asked) => {
    const text = plainText(asked);
    const quoted: Term[] = [];
    const rest = text.replace(QUOTED, (whole: string, phrase: string, end: string, from: number) => {
      const parts = partsOf(phrase);
      if (parts.length > 0)
        quoted.push({from, words: phrase.trim(), isQuoted: true, forms: [{parts, isInOrder: true, isOpen: end === '', isOwn: true}]});
      return ' '.repeat(whole.length);
    });
    const found = dateIn(rest, calendar, words);
    const terms = [...quoted, ...termsOf(found?.rest ?? rest)].sort((a, b) => a.from - b.from);
    if (found === null) return {terms, date: null};
    const {date, words: dateWords, mentions} = found;
    const forms = mentions.map((mention): Form => ({parts: partsOf(mention), isInOrder: true, isOpen: false, isOwn: true}));
    return {terms, date: {words: dateWords, date, forms}};
  };
}

function partsIn(words: readonly Word[]): string[] {
  return words.flatMap(({parts}) => parts.map(({form}) => form));
}

function partsOf(text: string): string[] {
  return partsIn(wordsOf(plainText(text)));
}

/** A query without one of its terms, as a reader would write it. */
export function withoutTerm(query: Query, left: Term): string {
  return [...query.terms.filter((term) => term !== left).map(writtenTerm), ...(query.date ? [query.date.words] : [])].join(' ');
}

export function writtenTerm({words, isQuoted}: Term): string {
  return isQuoted ? `“${words}”` : words;
}

/** Whether a query asks for nothing: no word, no date. */
export function isEmpty({terms, date}: Query): boolean {
  return terms.length === 0 && date === null;
}
