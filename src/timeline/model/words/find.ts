import {counted} from './counted.ts';
import {inLanguage} from './languages.ts';

/** Search and filters. */
const FIND = {
  showAll: (count: number) => `Show all ${count}`,
  removeFilter: (name: string) => `${name}, remove this filter`,
  knownOn: (day: string) => `known on ${day}`,
  /** After a number on its own. `known` is {@link knownOn}, or empty. */
  events: (count: number, onTheLine: number, known: string) =>
    `${count === 1 ? 'event' : 'events'}${spaced(known)}${inBrackets(count, onTheLine)}`,
  eventsMatch: (count: number, onTheLine: number, all: number, known: string) =>
    `${count === 1 ? 'event matches' : 'events match'} of ${all}${spaced(known)}${inBrackets(count, onTheLine)}`,
  announceEvents: (all: number, onTheLine: number, known: string) => `${all} events${spaced(known)}${ofThem(all, onTheLine)}.`,
  announceMatches: (count: number, onTheLine: number, all: number, known: string) =>
    `${count} of ${all} events${spaced(known)} match${ofThem(count, onTheLine)}.`,
  /** Where only the stage is there. */
  announceOnTheLine: (count: number, all: number, known: string) => `${count} of ${all} events on the line${spaced(known)} match.`,
  announceAllOnTheLine: (all: number, known: string) => `${all} events on the line${spaced(known)}.`,
  inLanes: (lanes: readonly string[]) => `in ${orList(lanes)}`,
  with: (who: readonly string[]) => `with ${orList(who)}`,
  under: (signs: readonly string[]) => `under ${orList(signs.map(quoted))}`,
  /** @param where - Any of {@link knownOn}, {@link inLanes}, {@link with} and {@link under}. */
  noEventMentions: (where: readonly string[], asked: readonly string[]) =>
    `${['No event', ...where].join(' ')} mentions ${orList(asked.map(quoted))}.`,
  noEventMentionsTogether: (where: readonly string[], asked: readonly string[]) =>
    `${['No event', ...where].join(' ')} mentions ${andList(asked.map(quoted))} together.`,
  introductionMentions: (chapters: readonly string[]) => `The introduction to ${andList(chapters.map(quoted))} does.`,
  readIntroduction: (chapter: string) => `Read the introduction to ${quoted(chapter)}`,
  noEvent: (where: readonly string[]) => `${['There is no event', ...where].join(' ')}.`,
  lookFor: (words: string) => `Look for ${quoted(words)}`,
  lookForWordsApart: 'Look for the words in any order',
  lookInEveryLane: 'Look in every lane',
  lookAtEveryone: 'Look at everyone',
  lookInKnownNow: 'Look in what is known now',
  drop: (names: readonly string[]) => `Drop ${orList(names.map(quoted))}`,
  dropWord: (word: string) => `Drop the word ${quoted(word)}`,
  dropEveryFilter: 'Drop every filter',
  startAgain: 'Start again',
  countOfWay: (count: number) => counted(count, 'event', 'events'),
  /** Headings over the results, by where the words were found. */
  groups: {
    title: 'In the title, keywords or figures',
    text: 'In the text',
    beside: 'In names, sources or how it was dated',
    signs: 'In the signs of the entry',
  },
  dateGroups: {
    on: (date: string, isDay: boolean) => (isDay ? `On ${date}` : `In ${date}`),
    includes: (date: string) => `Days that include ${date}`,
    known: (date: string) => `Became known on ${date}`,
    mention: (date: string) => `Mention ${date}`,
  },
  /** Before what is beside an event's text. */
  kinds: {
    label: 'On the timeline:',
    keywords: 'Keyword:',
    figures: 'In the figures:',
    who: 'Who:',
    status: 'Status:',
    sources: 'Source:',
    when: 'Date:',
    supports: 'Source for:',
    dating: 'Dating:',
    rest: 'Beside it:',
  },
  /** Small words that go with a date: "on the 17th of December". */
  besideDates: ['on', 'the', 'of', 'in', 'at', 'by'] as readonly string[],
  /** Months whose names are also words: written small and without a day or a year, they are those words. */
  monthsThatAreWords: ['march', 'may'] as readonly string[],
  /**
   * Other forms of a word: "leaks" and "leaking" for "leaked". They need not all exist; none for a language whose words
   * do not change at their ends.
   *
   * @param word - In small letters, without accents.
   */
  otherForms: (word: string): readonly string[] => englishForms(word),
};
export type FindWords = typeof FIND;

export const findWords = (language: string): FindWords => inLanguage({en: FIND}, language);

function spaced(words: string): string {
  return words && ` ${words}`;
}

function ofThem(count: number, onTheLine: number): string {
  return count === onTheLine ? '' : `, ${onTheLine} of them on the line`;
}

function inBrackets(count: number, onTheLine: number): string {
  return count === onTheLine ? '' : ` (${onTheLine} on the line)`;
}

function quoted(words: string): string {
  return `“${words}”`;
}

/** "Crew", "Crew or Ground", "Crew, Ground or Press". */
function orList(names: readonly string[]): string {
  return list(names, 'or');
}

function andList(names: readonly string[]): string {
  return list(names, 'and');
}

function list(names: readonly string[], between: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${between} ${names.at(-1)!}`;
}

/** Words that end like forms of other words but are not. */
const WHOLE_WORDS: ReadonlySet<string> = new Set(['news', 'this', 'thus', 'evening', 'morning', 'nothing', 'wedding', 'series', 'species']);
const MIN_STEM = 3;

function englishForms(word: string): string[] {
  if (!/^[a-z]+$/.test(word) || word.length < MIN_STEM || WHOLE_WORDS.has(word)) return [];
  const stems = new Set([word]);
  const without = (ending: RegExp, instead: string) => {
    if (ending.test(word)) stems.add(word.replace(ending, instead));
  };
  without(/ie[sd]$/, 'y');
  without(/([sxz]|[cs]h)es$/, '$1');
  without(/([^s])s$/, '$1');
  for (const ending of [/ed$/, /ing$/]) {
    without(ending, '');
    without(ending, 'e');
    without(new RegExp(`([b-df-hj-np-tv-z])\\1${ending.source}`), '$1');
  }
  const forms = [...stems]
    .filter(({length}) => length >= MIN_STEM)
    .flatMap((stem) => {
      const bare = stem.replace(/e$/, '');
      return [
        stem,
        `${stem}s`,
        `${stem}es`,
        stem.replace(/y$/, 'ies'),
        stem.replace(/y$/, 'ied'),
        `${bare}ed`,
        `${bare}ing`,
        `${stem}${stem.at(-1)!}ed`,
        `${stem}${stem.at(-1)!}ing`,
      ];
    });
  return [...new Set(forms)].filter((form) => form !== word);
}
