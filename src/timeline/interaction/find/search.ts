/**
 * Full text search over the events. A query is looked up in an index of all words, each with the day it became
 * public, so that one index answers for every day of Known then; it is asked anew at every key press, and what that
 * costs grows with what is found and not with the story.
 */
import type {Span} from '../../model/span.ts';
import {dayStartMs} from '../../model/time.ts';
import {dateRelation, isDateOf} from './dates.ts';
import {distanceOf, mistakesIn} from './mistakes.ts';
import {isEmpty} from './query.ts';
import type {AskedFor, Form, Query, Term} from './query.ts';
import {begins, wordsOf} from './words.ts';

/** Words that became public on one day. */
export interface Run {
  /** A line break stands between what stands apart on the page. */
  readonly text: string;
  /** Start of the day it became public; -Infinity where that is as soon as the event itself. */
  readonly knownMs: number;
}

/** What a text is of an event, the nearest to its heart first. */
export const KINDS = ['title', 'label', 'keywords', 'figures', 'body', 'who', 'status', 'sources', 'when', 'supports', 'dating', 'rest'] as const;
export type Kind = (typeof KINDS)[number];

export interface Piece {
  readonly kind: Kind;
  readonly runs: readonly Run[];
}

/** What can be searched of one event. */
export interface EventText {
  readonly id: string;
  readonly span: Span;
  /** Start of the day from which the public could know of it. */
  readonly knownMs: number;
  readonly pieces: readonly Piece[];
}

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
  /** The same query, in which a word that is nowhere stands for those of the story around it: "tube" for "YouTube". */
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
  /** The word of the story that a folded part is, or most often begins, as it is written; null where there is none. */
  readonly wholeWord: (part: string, dayMs: number | null) => string | null;
}

/** One word of one event: the nearest kind of text that holds it, by the day it became public. */
interface Posting {
  readonly place: number;
  readonly tier: number;
  readonly knownMs: number;
}

interface Entry {
  readonly form: string;
  /** As it is written: with small letters, if it is so anywhere. */
  word: string;
  readonly postings: Posting[];
}

/** A piece with its words looked up. */
interface IndexedPiece {
  readonly kind: Kind;
  readonly runs: readonly {readonly knownMs: number; readonly parts: readonly Entry[]}[];
}

/** Stands where a sentence begins, so that no phrase goes on over its end. */
const NO_WORD: Entry = {form: '', word: '', postings: []};
const TITLE = 0;
const TEXT = 1;
const BESIDE = 2;
/** Found only where nothing else is: words that say what kind of entry it is, the same on many. */
const SIGNS = 3;
const TIERS: Readonly<Record<Kind, number>> = {
  title: TITLE, label: TITLE, keywords: TITLE, figures: TITLE, body: TEXT, who: BESIDE, status: BESIDE, sources: BESIDE,
  when: BESIDE, supports: BESIDE, dating: BESIDE, rest: SIGNS,
};
const WORDS_WHERE: readonly Where[] = ['title', 'text', 'beside', 'signs'];
const DATES_WHERE: readonly Where[] = ['on', 'includes', 'known', 'mention'];
/** In these a date is the event's own, or its source's, and no mention of another. */
const OWN_DATES: ReadonlySet<Kind> = new Set(['when', 'sources', 'rest']);
/** No match; else twice a tier, and one more where the word is not the reader's own. */
const NONE = 255;
/** Letters from which a word is looked for at the end of others, where none begins with it. */
const MIN_ENDING = 4;

/** @param texts - In the order of time. */
export function textIndex(texts: readonly EventText[]): TextIndex {
  const places = new Map(texts.map(({id}, place) => [id, place]));
  const {entries, documents} = indexOf(texts);
  const sorted = [...entries.values()].sort((a, b) => (a.form < b.form ? -1 : 1));
  /** As entries, for a phrase to be looked for without reading the text again. */
  const partsOf = (piece: IndexedPiece, dayMs: number): readonly Entry[] => piece.runs.flatMap(({knownMs, parts}) => (knownMs <= dayMs ? parts : []));

  function* beginningWith(part: string): Iterable<Entry> {
    for (let at = firstAtOrAfter(sorted, part); at < sorted.length && sorted[at]!.form.startsWith(part); at++) {
      if (begins(sorted[at]!.form, part)) yield sorted[at]!;
    }
  }

  /** The nearest match of a part in each event. */
  const scoresOfPart = (part: string, isOpen: boolean, isOwn: boolean, dayMs: number, deepest: number): Uint8Array => {
    const scores = new Uint8Array(texts.length).fill(NONE);
    const take = ({form, postings}: Entry) => {
      const inexact = isOwn && form === part ? 0 : 1;
      for (const {place, tier, knownMs} of postings) {
        if (knownMs <= dayMs && tier <= deepest) scores[place] = Math.min(scores[place]!, tier * 2 + inexact);
      }
    };
    if (!isOpen) {
      const entry = entries.get(part);
      if (entry) take(entry);
    } else {
      for (const entry of beginningWith(part)) take(entry);
    }
    return scores;
  };

  const scoresOfForm = (form: Form, dayMs: number, deepest: number): Uint8Array => {
    const {parts, isInOrder, isOpen, isOwn} = form;
    const isPartOpen = (i: number) => isOpen && (!isInOrder || i === parts.length - 1);
    const scores = worst(parts.map((part, i) => scoresOfPart(part, isPartOpen(i), isOwn, dayMs, deepest)));
    if (!isInOrder || parts.length === 1) return scores;
    // The words are all there; do they follow each other?
    scores.forEach((score, place) => {
      if (score === NONE) return;
      const nearest = Math.min(NONE, ...documents[place]!.filter((piece) => TIERS[piece.kind] <= deepest && holds(partsOf(piece, dayMs), form)).map(({kind}) => TIERS[kind]));
      scores[place] = nearest === NONE ? NONE : nearest * 2 + (isOwn ? 0 : 1);
    });
    return scores;
  };

  const scoresOfTerm = ({forms}: Term, dayMs: number): Uint8Array => {
    for (const deepest of [BESIDE, SIGNS]) {
      const scores = best(texts.length, forms.map((form) => scoresOfForm(form, dayMs, deepest)));
      if (scores.some((score) => score !== NONE)) return scores;
    }
    return new Uint8Array(texts.length).fill(NONE);
  };

  /** The story's words around one of the reader's, where none is it or begins with it. */
  const resolvedTerm = (term: Term, dayMs: number): Term => {
    const [part = '', ...others] = term.forms[0]!.parts;
    if (term.isQuoted || others.length > 0 || !scoresOfTerm(term, dayMs).every((score) => score === NONE)) return term;
    const around = sorted.filter((entry) => isAround(entry, part));
    return {...term, forms: [...term.forms, ...around.map(({form}): Form => ({parts: [form], isInOrder: true, isOpen: false, isOwn: false}))]};
  };

  const scoresOfDate = ({date, forms}: AskedFor, dayMs: number | null): Uint8Array => {
    const day = dayMs ?? Infinity;
    const mentioned = best(texts.length, forms.map((form) => scoresOfForm(form, day, BESIDE)));
    return Uint8Array.from(texts, ({span, knownMs}, place) => {
      if (knownMs > day) return NONE;
      const relation = dateRelation(span, date, dayMs);
      if (relation) return relation === 'on' ? 0 : 1;
      if (date.day !== null && isDateOf(date, dayStartMs(knownMs))) return 2;
      const isMention = mentioned[place] !== NONE && documents[place]!.some((piece) => !OWN_DATES.has(piece.kind) && forms.some((form) => holds(partsOf(piece, day), form)));
      return isMention ? 3 : NONE;
    });
  };

  return {
    resolve: ({terms, date}, dayMs) => ({terms: terms.map((term) => resolvedTerm(term, dayMs ?? Infinity)), date}),
    search(query, dayMs) {
      if (isEmpty(query)) return null;
      const day = dayMs ?? Infinity;
      const terms = query.terms.map((term) => scoresOfTerm(term, day));
      const dates = query.date ? scoresOfDate(query.date, dayMs) : null;
      const scores = worst(dates ? [...terms, dates] : terms);
      const order = dates ?? scores;
      const found = Array.from(scores.keys()).filter((place) => scores[place] !== NONE);
      found.sort((a, b) => order[a]! - order[b]! || a - b);
      return found.map((place) => ({id: texts[place]!.id, where: dates ? DATES_WHERE[dates[place]!]! : WORDS_WHERE[scores[place]! >> 1]!}));
    },
    textOf(id, kind, dayMs) {
      const pieces = texts[places.get(id) ?? -1]?.pieces ?? [];
      return pieces.filter((piece) => piece.kind === kind).map((piece) => textOfPiece(piece, dayMs ?? Infinity)).filter(Boolean).join('\n');
    },
    nearestWord(part, dayMs) {
      const most = mistakesIn(part);
      if (most === 0) return null;
      let nearest: Entry | null = null;
      let [nearestMistakes, nearestEvents] = [most + 1, 0];
      for (const entry of sorted) {
        const mistakes = distanceOf(part, entry.form, Math.min(most, nearestMistakes));
        if (mistakes > most || mistakes > nearestMistakes) continue;
        const events = eventsWith(entry, dayMs ?? Infinity);
        if (events === 0 || (mistakes === nearestMistakes && events <= nearestEvents)) continue;
        [nearest, nearestMistakes, nearestEvents] = [entry, mistakes, events];
      }
      return nearest?.word ?? null;
    },
    wholeWord(part, dayMs) {
      const day = dayMs ?? Infinity;
      const own = entries.get(part);
      if (own && eventsWith(own, day) > 0) return own.word;
      let [most, mostEvents]: [Entry | null, number] = [null, 0];
      for (const entry of beginningWith(part)) {
        const events = eventsWith(entry, day);
        if (events > mostEvents) [most, mostEvents] = [entry, events];
      }
      return most?.word ?? null;
    },
  };
}

/** "YouTube" around "tube", and "900,000" around "900"; not "officials" around "CIA". */
function isAround({form, word}: Entry, part: string): boolean {
  if (/^\d+$/.test(part)) return form.startsWith(part) || word.split(/\D/).includes(part);
  return part.length >= MIN_ENDING && form.endsWith(part);
}

/** In how many events a word was public, in a text of their own. */
function eventsWith({postings}: Entry, dayMs: number): number {
  return new Set(postings.filter(({knownMs, tier}) => knownMs <= dayMs && tier < SIGNS).map(({place}) => place)).size;
}

function indexOf(texts: readonly EventText[]): {readonly entries: ReadonlyMap<string, Entry>; readonly documents: readonly (readonly IndexedPiece[])[]} {
  const entries = new Map<string, Entry>();
  const entryOf = (form: string, written: string): Entry => {
    const entry = entries.get(form) ?? {form, word: written, postings: []};
    entries.set(form, entry);
    if (written === written.toLowerCase()) entry.word = written;
    return entry;
  };
  const documents = texts.map(({knownMs: eventKnownMs, pieces}, place) =>
    pieces.toSorted((a, b) => TIERS[a.kind] - TIERS[b.kind]).map(({kind, runs}): IndexedPiece => ({
      kind,
      runs: runs.map((run) => {
        const knownMs = Math.max(run.knownMs, eventKnownMs);
        const post = ({postings}: Entry) => {
          const before = postings.at(-1);
          // A text further off says no more, unless it was public sooner.
          if (before?.place !== place || knownMs < before.knownMs) postings.push({place, tier: TIERS[kind], knownMs});
        };
        const parts = wordsOf(run.text).flatMap(({parts: own, whole, from, to}) => {
          if (own.length > 1) post(entryOf(whole, run.text.slice(from, to)));
          return own.flatMap((part) => [...(part.isFirst ? [NO_WORD] : []), entryOf(part.form, run.text.slice(part.from, part.to))]);
        });
        for (const entry of parts) if (entry !== NO_WORD) post(entry);
        return {knownMs, parts};
      }),
    })),
  );
  return {entries, documents};
}

/** What was public of a text by the end of a day. */
function textOfPiece({runs}: Piece, dayMs: number): string {
  return runs.filter(({knownMs}) => knownMs <= dayMs).map(({text}) => text).join('').replace(/[^\S\n]+/g, ' ').replace(/ ?\n[ \n]*/g, '\n').trim();
}

/** Whether parts follow each other in a text, the last of them only begun if the form is open. */
function holds(text: readonly Entry[], {parts, isOpen}: Form): boolean {
  const last = parts.length - 1;
  const isAt = (entry: Entry | undefined, part: string, i: number) => entry !== undefined && (i === last && isOpen ? begins(entry.form, part) : entry.form === part);
  return text.some((_, start) => parts.every((part, i) => isAt(text[start + i], part, i)));
}

function worst(scores: readonly Uint8Array[]): Uint8Array {
  const [first, ...others] = scores;
  return first!.map((score, place) => others.reduce((most, other) => Math.max(most, other[place]!), score));
}

function best(length: number, scores: readonly Uint8Array[]): Uint8Array {
  const nearest = new Uint8Array(length).fill(NONE);
  for (const other of scores) other.forEach((score, place) => (nearest[place] = Math.min(nearest[place]!, score)));
  return nearest;
}

/** Where a form is in a sorted list, or would be. */
function firstAtOrAfter(sorted: readonly Entry[], form: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.form < form) low = middle + 1;
    else high = middle;
  }
  return low;
}
