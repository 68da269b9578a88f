/** The list of what was found. */
import type {Timeline} from '../../model/timeline.ts';
import type {FindWords} from '../../model/words/find.ts';
import {askedDateInWords} from './dates.ts';
import type {Findables, Findings, Found} from './findables.ts';
import {linesAbout} from './lines.ts';
import type {Line} from './lines.ts';
import {markedParts} from './marks.ts';
import {make} from './panel.ts';
import type {Panel} from './panel.ts';
import type {Query} from './query.ts';
import type {Kind} from './event-text.ts';
import {plainText} from './words.ts';

/** Results until the reader asks for all: with hundreds, a letter typed must not rewrite them all. */
const FIRST_RESULTS = 100;
/** Results that are there as soon as a letter is typed. */
const RESULTS_AT_ONCE = 12;

export interface Results {
  /** @param dayMs - Start of the day of Known then; null in Known now. */
  readonly show: (findings: Findings, dayMs: number | null) => void;
}

/** What every result is made from. */
interface Source {
  readonly panel: Panel;
  readonly timeline: Timeline;
  readonly findables: Findables;
  /** Called with the id of a result that is pressed. */
  readonly goToEntry: (id: string) => void;
}

export function resultsIn(panel: Panel, timeline: Timeline, findables: Findables, goToEntry: (id: string) => void): Results {
  const {words, piece} = panel;
  const source = {panel, timeline, findables, goToEntry};
  let timer: ReturnType<typeof setTimeout> | undefined;

  return {
    show({query, matching}, dayMs) {
      const list = piece('results');
      const more = piece('results-all');
      const groups = new Set(matching.map(({where}) => where));
      const results = (from: number, to: number) =>
        matching.slice(from, to).map((found, i) => {
          const isFirstOfGroup = groups.size > 1 && found.where !== matching[from + i - 1]?.where;
          return resultOf(source, found, query, dayMs, isFirstOfGroup ? groupName(found, query, timeline.language, words) : null);
        });
      list.replaceChildren(...results(0, RESULTS_AT_ONCE));
      // What is below the window's edge can wait until the letter that was typed is there.
      clearTimeout(timer);
      timer = setTimeout(() => list.append(...results(RESULTS_AT_ONCE, FIRST_RESULTS)));
      list.hidden = matching.length === 0;
      more.hidden = matching.length <= FIRST_RESULTS;
      more.textContent = words.showAll(matching.length);
      more.onclick = () => {
        more.hidden = true;
        list.append(...results(FIRST_RESULTS, matching.length));
        list.children[FIRST_RESULTS]!.querySelector('a')!.focus();
      };
    },
  };
}

function groupName({where}: Found, {date}: Query, language: string, {groups, dateGroups}: FindWords): string {
  if (date === null) return groups[where as keyof typeof groups];
  return dateGroups[where as keyof typeof dateGroups](askedDateInWords(date.date, language), date.date.day !== null);
}

/** @param group - What begins with it, in words; null within a group. */
function resultOf(source: Source, {id, where}: Found, query: Query, dayMs: number | null, group: string | null): HTMLElement {
  const {panel, timeline, findables} = source;
  const {event} = findables.texts.get(id)!;
  const lane = timeline.lanes[event.lane]!;
  const result = make('li', `result hue-${lane.hue}`);
  if (group !== null) {
    const name = make('p', 'result-group');
    name.textContent = group;
    result.append(name);
  }
  const when = make('p', 'result-day');
  when.textContent = dayOf(id);
  const lines = make('div', 'result-lines');
  const textOf = (kind: Kind) => findables.index.textOf(id, kind, dayMs);
  lines.append(...linesOf(textOf, query, where).map((line) => lineOf(line, query, panel.words)));
  const glyph = panel.optionOf('lanes', lane.id)!.row.querySelector('svg')!.cloneNode(true);
  result.append(titleOf(id, event.title, query, source.goToEntry), when, glyph, lines);
  return result;
}

function titleOf(id: string, words: string, query: Query, goToEntry: Source['goToEntry']): HTMLElement {
  const title = make('p', 'result-title');
  const link = make('a');
  link.setAttribute('href', `#${id}`);
  link.append(...marked(plainText(words), query));
  link.addEventListener('click', (click) => {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    goToEntry(id);
  });
  title.append(link);
  return title;
}

/** Of an event of a day that was asked for, that day is beside it; one that goes on over it shows its days. */
function linesOf(textOf: (kind: Kind) => string, query: Query, where: Found['where']): readonly Line[] {
  if (query.date === null || where === 'mention') return linesAbout(textOf, query);
  const lines = linesAbout(textOf, {...query, date: null});
  const days = textOf('when');
  return where === 'includes' && days !== '' ? [...lines, {kind: 'when', text: days}] : lines;
}

function lineOf({kind, text}: Line, query: Query, {kinds}: FindWords): HTMLElement {
  const line = make('p', 'result-line');
  if (kind !== 'body' && kind !== 'title') {
    const name = make('b');
    name.textContent = kinds[kind];
    line.append(name, ' ');
  }
  line.append(...marked(text, query));
  return line;
}

/** The day of an entry as the page has it now. */
function dayOf(id: string): string {
  return document.getElementById(id)?.querySelector('.entry-day, .note-date')?.textContent.trim() ?? '';
}

function marked(text: string, query: Query): Node[] {
  return markedParts(text, query).map((part) => {
    if (!part.isMatched) return document.createTextNode(part.text);
    const mark = make('mark');
    mark.textContent = part.text;
    return mark;
  });
}
