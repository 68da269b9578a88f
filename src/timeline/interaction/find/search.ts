/**
 * Full text search over the events. A query is looked up in an index of all words, each with the day it became
 * public, so that one index answers for every day of Known then; it is asked anew at every key press, and what that
 * costs grows with what is found and not with the story.
 */
import {memoizeLast} from '../../model/memoize.ts';
import {isPublicOn} from '../../model/standing.ts';
import {dayStartMs} from '../../model/time.ts';
import {dateRelation, isDateOf} from './dates.ts';
import type {AskedDate} from './dates.ts';
import {textOfPiece} from './event-text.ts';
import type {EventText, Kind} from './event-text.ts';
import {distanceOf, mistakesIn} from './mistakes.ts';
import {isEmpty} from './query.ts';
import type {AskedFor, Form, Query, Term} from './query.ts';
import {begins, wordsOf} from './words.ts';

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

/** A word of the story. Its places are parallel lists, as there are hundreds of thousands of places. */
interface Entry {
  readonly form: string;
  /** As it is written: with small letters, if it is so anywhere. */
  word: string;
  /** Places of events in the order of time; one twice where a text further off was public sooner. */
  readonly places: number[];
  /** How near the text is that holds it. */
  readonly tiers: number[];
  /** Start of the day it became public there. */
  readonly knownMs: number[];
}

/** A piece with its words looked up. */
interface IndexedPiece {
  readonly kind: Kind;
  readonly runs: readonly {readonly knownMs: number; readonly parts: readonly Entry[]}[];
}

/** Stands where a sentence begins, so that no phrase goes on over its end. */
const NO_WORD: Entry = {form: '', word: '', places: [], tiers: [], knownMs: []};
const TITLE = 0;
const TEXT = 1;
const BESIDE = 2;
/** Found only where nothing else is: words that say what kind of entry it is, the same on many. */
const SIGNS = 3;
const TIERS: Readonly<Record<Kind, number>> = {
  title: TITLE,
  label: TITLE,
  keywords: TITLE,
  figures: TITLE,
  body: TEXT,
  who: BESIDE,
  status: BESIDE,
  sources: BESIDE,
  when: BESIDE,
  supports: BESIDE,
  dating: BESIDE,
  rest: SIGNS,
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
  const partsOf = ({runs}: IndexedPiece, dayMs: number): readonly Entry[] => {
    const known = runs.filter(({knownMs}) => isPublicOn(dayMs, knownMs));
    return known.length === 1 ? known[0]!.parts : known.flatMap(({parts}) => parts);
  };

  function* beginningWith(part: string): Iterable<Entry> {
    for (let at = firstAtOrAfter(sorted, part); at < sorted.length && sorted[at]!.form.startsWith(part); at++) {
      if (begins(sorted[at]!.form, part)) yield sorted[at]!;
    }
  }

  const noScores = () => new Uint8Array(texts.length).fill(NONE);

  /** Takes the nearest match of a part in each event into their scores. */
  const takePart = (scores: Uint8Array, part: string, isOpen: boolean, isOwn: boolean, dayMs: number, deepest: number): void => {
    const take = ({form, places: at, tiers, knownMs}: Entry) => {
      const inexact = isOwn && form === part ? 0 : 1;
      for (let i = 0; i < at.length; i++) {
        const score = tiers[i]! * 2 + inexact;
        if (score < scores[at[i]!]! && isPublicOn(dayMs, knownMs[i]!) && tiers[i]! <= deepest) scores[at[i]!] = score;
      }
    };
    if (isOpen) for (const entry of beginningWith(part)) take(entry);
    else if (entries.has(part)) take(entries.get(part)!);
  };

  /** Of the furthest of a form's parts, whether or not they follow each other. */
  const scoresOfParts = ({parts, isInOrder, isOpen, isOwn}: Form, dayMs: number, deepest: number): Uint8Array =>
    worst(
      parts.map((part, i) => {
        const scores = noScores();
        takePart(scores, part, isOpen && (!isInOrder || i === parts.length - 1), isOwn, dayMs, deepest);
        return scores;
      }),
    );

  const takeForm = (scores: Uint8Array, form: Form, dayMs: number, deepest: number): void => {
    const {parts, isInOrder, isOpen, isOwn} = form;
    if (parts.length === 1) return takePart(scores, parts[0]!, isOpen, isOwn, dayMs, deepest);
    const all = scoresOfParts(form, dayMs, deepest);
    all.forEach((score, place) => {
      if (score >= scores[place]!) return;
      // The words are all there; do they follow each other?
      const nearest = isInOrder ? tierOfPhrase(place, form, dayMs, deepest) * 2 + (isOwn ? 0 : 1) : score;
      if (nearest < scores[place]!) scores[place] = nearest;
    });
  };

  /** Of the nearest piece that holds a phrase; beyond all tiers where none does. */
  const tierOfPhrase = (place: number, form: Form, dayMs: number, deepest: number): number => {
    const holder = documents[place]!.find(({kind, runs}) => TIERS[kind] <= deepest && holds(partsOf({kind, runs}, dayMs), form));
    return holder ? TIERS[holder.kind] : NONE;
  };

  const scoresOfTerm = ({forms}: Term, dayMs: number): Uint8Array => {
    const scores = noScores();
    for (const deepest of [BESIDE, SIGNS]) {
      for (const form of forms) takeForm(scores, form, dayMs, deepest);
      if (scores.some((score) => score !== NONE)) break;
    }
    return scores;
  };

  /** The story's words around one of the reader's, where none is it or begins with it. */
  const resolvedTerm = (term: Term, dayMs: number): Term => {
    const [part = '', ...others] = term.forms[0]!.parts;
    if (term.isQuoted || others.length > 0 || !scoresOfTerm(term, dayMs).every((score) => score === NONE)) return term;
    const around = sorted.filter((entry) => isAround(entry, part));
    return {
      ...term,
      forms: [...term.forms, ...around.map(({form}): Form => ({parts: [form], isInOrder: true, isOpen: false, isOwn: false}))],
    };
  };

  /** How each event lies to a date, whatever else is asked for: the letters typed after a date do not change that. */
  const relationsTo = memoizeLast((date: AskedDate, dayMs: number): Uint8Array =>
    Uint8Array.from(texts, ({span, knownMs}) => {
      if (!isPublicOn(dayMs, knownMs)) return NONE;
      const relation = dateRelation(span, date, dayMs === Infinity ? null : dayMs);
      if (relation) return relation === 'on' ? 0 : 1;
      return date.day !== null && isDateOf(date, dayStartMs(knownMs)) ? 2 : NONE;
    }),
  );

  const scoresOfDate = ({date, forms}: AskedFor, dayMs: number): Uint8Array => {
    const scores = relationsTo(date, dayMs).slice();
    for (const form of forms) {
      scoresOfParts(form, dayMs, BESIDE).forEach((score, place) => {
        if (score === NONE || scores[place] !== NONE) return;
        if (documents[place]!.some((piece) => !OWN_DATES.has(piece.kind) && holds(partsOf(piece, dayMs), form))) scores[place] = 3;
      });
    }
    return scores;
  };

  return {
    resolve: ({terms, date}, dayMs) => ({terms: terms.map((term) => resolvedTerm(term, dayMs ?? Infinity)), date}),
    search(query, dayMs) {
      if (isEmpty(query)) return null;
      const day = dayMs ?? Infinity;
      const terms = query.terms.map((term) => scoresOfTerm(term, day));
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

/** "spacecraft" around "craft", and "900,000" around "900"; not "officials" around "CIA". */
function isAround({form, word}: Entry, part: string): boolean {
  if (/^\d+$/.test(part)) return form.startsWith(part) || word.split(/\D/).includes(part);
  return part.length >= MIN_ENDING && form.endsWith(part);
}

/** In how many events a word was public, in a text of their own. */
function eventsWith({places, tiers, knownMs}: Entry, dayMs: number): number {
  return new Set(places.filter((_, i) => isPublicOn(dayMs, knownMs[i]!) && tiers[i]! < SIGNS)).size;
}

function indexOf(texts: readonly EventText[]): {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly documents: readonly (readonly IndexedPiece[])[];
} {
  const entries = new Map<string, Entry>();
  const entryOf = (form: string, written: string): Entry => {
    let entry = entries.get(form);
    if (!entry) entries.set(form, (entry = {form, word: written, places: [], tiers: [], knownMs: []}));
    else if (entry.word !== form && written === written.toLowerCase()) entry.word = written;
    return entry;
  };
  const documents = texts.map(({knownMs: eventKnownMs, pieces}, place) =>
    [...pieces]
      .sort((a, b) => TIERS[a.kind] - TIERS[b.kind])
      .map(({kind, runs}): IndexedPiece => ({
        kind,
        runs: runs.map((run) => {
          const runKnownMs = Math.max(run.knownMs, eventKnownMs);
          const post = ({places, tiers, knownMs}: Entry) => {
            const last = places.length - 1;
            // A text further off says no more, unless it was public sooner.
            if (places[last] === place && runKnownMs >= knownMs[last]!) return;
            places.push(place);
            tiers.push(TIERS[kind]);
            knownMs.push(runKnownMs);
          };
          const parts: Entry[] = [];
          for (const {parts: own, whole, from, to} of wordsOf(run.text)) {
            if (own.length > 1) post(entryOf(whole, run.text.slice(from, to)));
            for (const part of own) {
              if (part.isFirst) parts.push(NO_WORD);
              const entry = entryOf(part.form, run.text.slice(part.from, part.to));
              parts.push(entry);
              post(entry);
            }
          }
          return {knownMs: runKnownMs, parts};
        }),
      })),
  );
  return {entries, documents};
}

/** Whether parts follow each other in a text, the last of them only begun if the form is open. */
function holds(text: readonly Entry[], {parts, isOpen}: Form): boolean {
  const last = parts.length - 1;
  for (let start = 0; start + last < text.length; start++) {
    let i = 0;
    while (i < last && text[start + i]!.form === parts[i]) i++;
    if (i < last) continue;
    const {form} = text[start + last]!;
    if (isOpen ? begins(form, parts[last]!) : form === parts[last]) return true;
  }
  return false;
}

function worst(scores: readonly Uint8Array[]): Uint8Array {
  const [first, ...others] = scores;
  return first!.map((score, place) => others.reduce((most, other) => Math.max(most, other[place]!), score));
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
