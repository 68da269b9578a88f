/** How near each event is to what a query asks: a list of scores, in the order of events, for each word and date. */
import {memoizeLast} from '../../model/memoize.ts';
import {isPublicOn} from '../../model/standing.ts';
import {dayStartMs} from '../../model/time.ts';
import {dateRelation, isDateOf} from './dates.ts';
import type {AskedDate} from './dates.ts';
import type {EventText, Kind} from './event-text.ts';
import type {AskedFor, Form, Term} from './query.ts';
import {beginningWith, BESIDE, holdsPhrase, SIGNS, TIERS} from './word-index.ts';
import type {Entry, WordIndex} from './word-index.ts';

/** One for each event: of a word twice a tier, and one more where it is not the reader's own; of a date see {@link dateScorer}. */
export type Scores = Uint8Array;

/** No match. */
export const NONE = 255;
/** In these a date is the event's own, or its source's, and no mention of another. */
const OWN_DATES: ReadonlySet<Kind> = new Set(['when', 'sources', 'rest']);

/** What is looked through. */
interface Within {
  readonly dayMs: number;
  /** The furthest tier of texts. */
  readonly deepest: number;
}

/** Of any of a term's forms; signs are looked through only if no other text has it. */
export function scoresOfTerm(index: WordIndex, {forms}: Term, dayMs: number): Scores {
  const scores = noScores(index);
  for (const deepest of [BESIDE, SIGNS]) {
    for (const form of forms) takeForm(scores, index, form, {dayMs, deepest});
    if (scores.some((score) => score !== NONE)) break;
  }
  return scores;
}

/** The worst of several scores of each event, which must answer all. */
export function worst(scores: readonly Scores[]): Scores {
  const [first, ...others] = scores;
  return first!.map((score, place) => others.reduce((most, other) => Math.max(most, other[place]!), score));
}

function noScores({documents}: WordIndex): Scores {
  return new Uint8Array(documents.length).fill(NONE);
}

/** Takes the nearest match of a form in each event into their scores. */
function takeForm(scores: Scores, index: WordIndex, form: Form, within: Within): void {
  const {parts, isInOrder, isOpen, isOwn} = form;
  if (parts.length === 1) return scorePart(scores, index, parts[0]!, {isOpen, isOwn}, within);
  scoresOfParts(index, form, within).forEach((score, place) => {
    if (score >= scores[place]!) return;
    // The words are all there; do they follow each other?
    const nearest = isInOrder ? tierOfPhrase(index, place, form, within) * 2 + (isOwn ? 0 : 1) : score;
    if (nearest < scores[place]!) scores[place] = nearest;
  });
}

/** Of the furthest of a form's parts, whether or not they follow each other. */
function scoresOfParts(index: WordIndex, {parts, isInOrder, isOpen, isOwn}: Form, within: Within): Scores {
  return worst(
    parts.map((part, i) => {
      const scores = noScores(index);
      scorePart(scores, index, part, {isOpen: isOpen && (!isInOrder || i === parts.length - 1), isOwn}, within);
      return scores;
    }),
  );
}

function scorePart(
  scores: Scores,
  index: WordIndex,
  part: string,
  {isOpen, isOwn}: Pick<Form, 'isOpen' | 'isOwn'>,
  {dayMs, deepest}: Within,
): void {
  const scoreEntry = ({form, places, tiers, knownMs}: Entry) => {
    const inexact = isOwn && form === part ? 0 : 1;
    for (let i = 0; i < places.length; i++) {
      const score = tiers[i]! * 2 + inexact;
      if (score < scores[places[i]!]! && isPublicOn(dayMs, knownMs[i]!) && tiers[i]! <= deepest) scores[places[i]!] = score;
    }
  };
  if (isOpen) for (const entry of beginningWith(index, part)) scoreEntry(entry);
  else if (index.entries.has(part)) scoreEntry(index.entries.get(part)!);
}

/** Of the nearest piece that holds a phrase; beyond all tiers where none does. */
function tierOfPhrase({documents}: WordIndex, place: number, form: Form, {dayMs, deepest}: Within): number {
  const holder = documents[place]!.find((piece) => TIERS[piece.kind] <= deepest && holdsPhrase(piece, form, dayMs));
  return holder ? TIERS[holder.kind] : NONE;
}

/**
 * Scores of a date: 0 for an event `on` it, 1 for days that include it, 2 for one that was known from it, 3 for one that
 * mentions it.
 *
 * @param texts - Those of the index.
 */
export function dateScorer(index: WordIndex, texts: readonly EventText[]): (asked: AskedFor, dayMs: number) => Scores {
  /** How each event lies to a date, whatever else is asked for: the letters typed after a date do not change that. */
  const relationsTo = memoizeLast((date: AskedDate, dayMs: number): Scores =>
    Uint8Array.from(texts, ({span, knownMs}) => {
      if (!isPublicOn(dayMs, knownMs)) return NONE;
      const relation = dateRelation(span, date, dayMs === Infinity ? null : dayMs);
      if (relation) return relation === 'on' ? 0 : 1;
      return date.day !== null && isDateOf(date, dayStartMs(knownMs)) ? 2 : NONE;
    }),
  );
  const isMentioned = (place: number, form: Form, dayMs: number) =>
    index.documents[place]!.some((piece) => !OWN_DATES.has(piece.kind) && holdsPhrase(piece, form, dayMs));

  return ({date, forms}, dayMs) => {
    const scores = relationsTo(date, dayMs).slice();
    for (const form of forms) {
      scoresOfParts(index, form, {dayMs, deepest: BESIDE}).forEach((score, place) => {
        if (score !== NONE && scores[place] === NONE && isMentioned(place, form, dayMs)) scores[place] = 3;
      });
    }
    return scores;
  };
}
