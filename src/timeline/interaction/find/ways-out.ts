/** What the panel shows where nothing is found: what is missing, and a button for every way out. */
import type {Findables, Findings} from './findables.ts';
import type {Filter} from './filter.ts';
import {noMatchWords, waysOut} from './no-match.ts';
import type {WayOut} from './no-match.ts';
import {make} from './panel.ts';
import type {Panel} from './panel.ts';
import type {TextIndex} from './search.ts';
import {suggestions} from './suggest.ts';

export interface Exits {
  /** To the introduction of a chapter that mentions what was asked for. */
  readonly onChapter: (id: string) => void;
  readonly onWay: (way: WayOut) => void;
}

/**
 * @param introductions - Of the chapters, in which only this looks.
 * @param day - The day of Known then: its start, and its name; null in Known now.
 */
export function showWaysOut(
  {words, piece, optionOf}: Panel,
  findables: Findables,
  introductions: TextIndex,
  {query, matching}: Findings,
  filter: Filter,
  day: {readonly ms: number; readonly name: string} | null,
  {onChapter, onWay}: Exits,
): void {
  const help = piece('no-match');
  help.hidden = matching.length > 0;
  if (matching.length > 0) return help.replaceChildren();
  const dayMs = day?.ms ?? null;
  const question = {
    filter,
    query,
    nameOf: (...facetAndValue: Parameters<Panel['optionOf']>) => optionOf(...facetAndValue)?.name || facetAndValue[1],
    knownOn: day?.name ?? null,
    words,
  };
  const countOf = (other: Filter, isKnownNow: boolean) => findables.find(other, isKnownNow ? null : dayMs).matching.length;
  const chapters = (introductions.search(query, dayMs) ?? []).map(({id}) => ({id, title: introductions.textOf(id, 'title', dayMs)}));
  const line = make('p', 'no-match-words');
  line.textContent = noMatchWords(question, (part) => findables.isMentioned(part, filter, dayMs));
  if (chapters.length > 0) line.append(` ${words.introductionMentions(chapters.map(({title}) => title))}`);
  const ways = make('ul', 'ways-out');
  ways.setAttribute('role', 'list');
  ways.append(
    ...chapters.map(({id, title}) => wayOf(words.readIntroduction(title), '', () => onChapter(id))),
    ...waysOut(question, countOf, suggestions(query, findables.index, dayMs)).map((way) =>
      wayOf(way.words, words.countOfWay(way.count), () => onWay(way)),
    ),
  );
  help.replaceChildren(line, ways);
}

function wayOf(name: string, countWords: string, onPress: () => void): HTMLElement {
  const item = make('li');
  const button = make('button', 'find-button');
  button.setAttribute('type', 'button');
  button.textContent = name;
  button.addEventListener('click', onPress);
  const count = make('span');
  count.textContent = countWords;
  item.append(button, count);
  return item;
}
