import {counted} from './counted.ts';
import {inLanguage} from './languages.ts';

/** Search and filters. */
const FIND = {
  showAll: (count: number) => `Show all ${count}`,
  removeFilter: (name: string) => `${name}, remove this filter`,
  knownOn: (day: string) => `known on ${day}`,
  /** After a number that stands by itself. `known` is {@link knownOn}, or empty. */
  events: (count: number, known: string) => `${count === 1 ? 'event' : 'events'}${spaced(known)}`,
  eventsMatch: (count: number, all: number, known: string) => `${count === 1 ? 'event matches' : 'events match'} of ${all}${spaced(known)}`,
  announceEvents: (all: number, known: string) => `${all} events${spaced(known)}.`,
  announceMatches: (count: number, all: number, known: string) => `${count} of ${all} events${spaced(known)} match.`,
  inLanes: (lanes: readonly string[]) => `in ${orList(lanes)}`,
  with: (who: readonly string[]) => `with ${orList(who)}`,
  under: (signs: readonly string[]) => `under ${orList(signs.map(quoted))}`,
  /** @param where - Any of {@link knownOn}, {@link inLanes}, {@link with} and {@link under}. */
  noEventMentions: (where: readonly string[], asked: string) => `${['No event', ...where].join(' ')} mentions ${quoted(asked)}.`,
  noEvent: (where: readonly string[]) => `${['There is no event', ...where].join(' ')}.`,
  lookFor: (words: string) => `Look for ${quoted(words)}`,
  lookInEveryLane: 'Look in every lane',
  lookAtEveryone: 'Look at everyone',
  lookInKnownNow: 'Look in what is known now',
  drop: (names: readonly string[]) => `Drop ${orList(names.map(quoted))}`,
  dropWord: (word: string) => `Drop the word ${quoted(word)}`,
  dropEveryFilter: 'Drop every filter',
  startAgain: 'Start again',
  countOfWay: (count: number) => counted(count, 'event', 'events'),
};
export type FindWords = typeof FIND;

export const findWords = (language: string): FindWords => inLanguage({en: FIND}, language);

function spaced(words: string): string {
  return words && ` ${words}`;
}

function quoted(words: string): string {
  return `“${words}”`;
}

/** "Crew", "Crew or Ground", "Crew, Ground or Press". */
function orList(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)!}`;
}
