/** How much was found, in numbers and in words. */
import type {FindWords} from '../../model/words/find.ts';
import type {Found} from './findables.ts';

export interface Counts {
  readonly matching: number;
  /** Of those, the ones that the stage shows. */
  readonly onTheLine: number;
  /** How many there are to find. */
  readonly all: number;
}

/** Those that the stage shows: the notes of chapters are not on it. */
export function onTheLine(found: readonly Found[]): readonly Found[] {
  return found.filter(({isNote}) => !isNote);
}

/** @param known - "known on Thu 18 Dec 2014", or nothing in Known now. */
export function countInWords({matching, onTheLine, all}: Counts, isFiltering: boolean, known: string, words: FindWords): string {
  return isFiltering ? words.eventsMatch(matching, onTheLine, all, known) : words.events(matching, onTheLine, known);
}

/** The same as a sentence, for a screen reader. */
export function countAnnounced({matching, onTheLine, all}: Counts, isFiltering: boolean, known: string, words: FindWords): string {
  return isFiltering ? words.announceMatches(matching, onTheLine, all, known) : words.announceEvents(all, onTheLine, known);
}
