/**
 * All words of the story's texts, each with the places where it is and the day it became public there, so that one
 * index answers for every day of Known then.
 */
import {isPublicOn} from '../../model/standing.ts';
import type {EventText, Kind, Run} from './event-text.ts';
import type {Form} from './query.ts';
import {begins, wordsOf} from './words.ts';

/** A word of the story. Its places are parallel lists, as there are hundreds of thousands of places. */
export interface Entry {
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

/** A piece of an event's text with its words looked up. */
export interface IndexedPiece {
  readonly kind: Kind;
  readonly runs: readonly IndexedRun[];
}

interface IndexedRun {
  readonly knownMs: number;
  readonly parts: readonly Entry[];
}

export interface WordIndex {
  readonly entries: ReadonlyMap<string, Entry>;
  /** The entries by their form. */
  readonly sorted: readonly Entry[];
  /** The pieces of each event, the nearest to its heart first. */
  readonly documents: readonly (readonly IndexedPiece[])[];
}

const TITLE = 0;
const TEXT = 1;
export const BESIDE = 2;
/** Found only where nothing else is: words that say what kind of entry it is, the same on many. */
export const SIGNS = 3;
export const TIERS: Readonly<Record<Kind, number>> = {
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
/** Comes where a sentence begins, so that no phrase goes on over its end. */
const NO_WORD: Entry = {form: '', word: '', places: [], tiers: [], knownMs: []};

/** @param texts - In the order of time. */
export function wordIndex(texts: readonly EventText[]): WordIndex {
  const entries = new Map<string, Entry>();
  const documents = texts.map(({knownMs, pieces}, place) =>
    [...pieces]
      .sort((a, b) => TIERS[a.kind] - TIERS[b.kind])
      .map(({kind, runs}): IndexedPiece => ({
        kind,
        runs: runs.map((run) => indexedRun(entries, run, {place, tier: TIERS[kind], knownMs: Math.max(run.knownMs, knownMs)})),
      })),
  );
  const sorted = [...entries.values()].sort((a, b) => (a.form < b.form ? -1 : 1));
  return {entries, sorted, documents};
}

/** Where a run of words is. */
interface Post {
  readonly place: number;
  readonly tier: number;
  readonly knownMs: number;
}

function indexedRun(entries: Map<string, Entry>, {text}: Run, at: Post): IndexedRun {
  const parts: Entry[] = [];
  for (const {parts: own, whole, from, to} of wordsOf(text)) {
    if (own.length > 1) post(entryOf(entries, whole, text.slice(from, to)), at);
    for (const part of own) {
      if (part.isFirst) parts.push(NO_WORD);
      const entry = entryOf(entries, part.form, text.slice(part.from, part.to));
      parts.push(entry);
      post(entry, at);
    }
  }
  return {knownMs: at.knownMs, parts};
}

function entryOf(entries: Map<string, Entry>, form: string, written: string): Entry {
  let entry = entries.get(form);
  if (!entry) entries.set(form, (entry = {form, word: written, places: [], tiers: [], knownMs: []}));
  else if (entry.word !== form && written === written.toLowerCase()) entry.word = written;
  return entry;
}

function post({places, tiers, knownMs}: Entry, at: Post): void {
  const last = places.length - 1;
  // A text further off says no more, unless it was public sooner.
  if (places[last] === at.place && at.knownMs >= knownMs[last]!) return;
  places.push(at.place);
  tiers.push(at.tier);
  knownMs.push(at.knownMs);
}

/** The words that begin with a folded part. */
export function* beginningWith({sorted}: WordIndex, part: string): Iterable<Entry> {
  for (let at = firstAtOrAfter(sorted, part); at < sorted.length && sorted[at]!.form.startsWith(part); at++) {
    if (begins(sorted[at]!.form, part)) yield sorted[at]!;
  }
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

/** In how many events a word was public, in a text of their own. */
export function eventsWith({places, tiers, knownMs}: Entry, dayMs: number): number {
  return new Set(places.filter((_, i) => isPublicOn(dayMs, knownMs[i]!) && tiers[i]! < SIGNS)).size;
}

/** Whether the parts of a form follow each other in what was public of a piece, the last of them only begun if it is open. */
export function holdsPhrase(piece: IndexedPiece, {parts, isOpen}: Form, dayMs: number): boolean {
  const text = publicParts(piece, dayMs);
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

function publicParts({runs}: IndexedPiece, dayMs: number): readonly Entry[] {
  const known = runs.filter(({knownMs}) => isPublicOn(dayMs, knownMs));
  return known.length === 1 ? known[0]!.parts : known.flatMap(({parts}) => parts);
}
