/** The story's own words for what a reader has written: begun, misspelt, or a piece of a longer one. */
import {distanceOf, mistakesIn} from './mistakes.ts';
import type {Form, Term} from './query.ts';
import {NONE, scoresOfTerm} from './scores.ts';
import {beginningWith, eventsWith} from './word-index.ts';
import type {Entry, WordIndex} from './word-index.ts';

/** Letters from which a word is looked for at the end of others, where none begins with it. */
const MIN_ENDING = 4;

/** A term with the story's words around it, where none is it or begins with it. */
export function resolvedTerm(index: WordIndex, term: Term, dayMs: number): Term {
  const [part = '', ...others] = term.forms[0]!.parts;
  if (term.isQuoted || others.length > 0 || !scoresOfTerm(index, term, dayMs).every((score) => score === NONE)) return term;
  const around = index.sorted.filter((entry) => isAround(entry, part));
  return {
    ...term,
    forms: [...term.forms, ...around.map(({form}): Form => ({parts: [form], isInOrder: true, isOpen: false, isOwn: false}))],
  };
}

/** "spacecraft" around "craft", and "900,000" around "900"; not "officials" around "CIA". */
function isAround({form, word}: Entry, part: string): boolean {
  if (/^\d+$/.test(part)) return form.startsWith(part) || word.split(/\D/).includes(part);
  return part.length >= MIN_ENDING && form.endsWith(part);
}

/** The word that a folded part most likely misspells, as it is written; null where none is near. */
export function nearestWord({sorted}: WordIndex, part: string, dayMs: number): string | null {
  const most = mistakesIn(part);
  if (most === 0) return null;
  let nearest: Entry | null = null;
  let [nearestMistakes, nearestEvents] = [most + 1, 0];
  for (const entry of sorted) {
    const mistakes = distanceOf(part, entry.form, Math.min(most, nearestMistakes));
    if (mistakes > most || mistakes > nearestMistakes) continue;
    const events = eventsWith(entry, dayMs);
    if (events === 0 || (mistakes === nearestMistakes && events <= nearestEvents)) continue;
    [nearest, nearestMistakes, nearestEvents] = [entry, mistakes, events];
  }
  return nearest?.word ?? null;
}

/** The word that a folded part is, or most often begins, as it is written, or null. */
export function wholeWord(index: WordIndex, part: string, dayMs: number): string | null {
  const own = index.entries.get(part);
  if (own && eventsWith(own, dayMs) > 0) return own.word;
  let [most, mostEvents]: [Entry | null, number] = [null, 0];
  for (const entry of beginningWith(index, part)) {
    const events = eventsWith(entry, dayMs);
    if (events > mostEvents) [most, mostEvents] = [entry, events];
  }
  return most?.word ?? null;
}
