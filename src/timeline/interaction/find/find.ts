/** Find: search and filters in the place of the feed, while the stage shows what they let through. */
import {dayStartMs} from '../../model/time.ts';
import type {Timeline} from '../../model/timeline.ts';
import {findWords} from '../../model/words/find.ts';
import {dayInWords} from '../../render/names.ts';
import type {AddressBar} from '../address-bar.ts';
import {fetchBeside} from './beside.ts';
import {askedDateInWords} from './dates.ts';
import {FACETS, filterFromWords, isFiltering, NO_FILTER, toggled, withChosen, wordsFromFilter} from './filter.ts';
import type {Facet, Filter} from './filter.ts';
import {facetValuesIn, findablesOf} from './findables.ts';
import type {FacetValue, Findings, Found} from './findables.ts';
import {linesAbout} from './lines.ts';
import type {Line} from './lines.ts';
import {markedParts} from './marks.ts';
import {countsOfFacet} from './matching.ts';
import {noMatchWords, waysOut} from './no-match.ts';
import type {Query} from './query.ts';
import {textIndex} from './search.ts';
import type {Kind} from './search.ts';
import {suggestions} from './suggest.ts';
import {textsOfChapters, textsOfFeed} from './texts.ts';
import {plainText} from './words.ts';

const ANNOUNCE_MS = 500;
/** Until the stage is laid out anew: longer than between two letters of one word. */
const STAGE_MS = 160;
/** Results until the reader asks for all: with hundreds, a letter typed must not rewrite them all. */
const FIRST_RESULTS = 100;
/** Results that are there as soon as a letter is typed. */
const RESULTS_AT_ONCE = 12;
/** Rows of the longest facet until the reader asks for all. */
const SHORT_FACET_ROWS = 8;

/** What Find asks of the stage it stands under. */
export interface FindStage extends HTMLElement {
  readonly timeline: Timeline;
  readonly isKnownThen: boolean;
  readonly playheadMs: number;
  /** The filter as the address writes it. */
  filter: string;
  /** Ids that the filter lets through; null for all. */
  matching: ReadonlySet<string> | null;
  /** Reads the page as it is in Known now. */
  withWholeStory<T>(read: () => T): T;
  rearrange(): void;
  draw(): void;
  readonly address: AddressBar;
  announce(words: string): void;
  act(action: string): void;
  goToEntry(id: string): void;
}

export interface Find {
  readonly isOpen: boolean;
  /** `find`, `filter`, `search`, or `lane` and an id. */
  act(action: string): void;
  /** Asks what the stage's filter says now, as the address has changed. */
  readFilter(): void;
  /** Asks again after the day of Known then has changed. */
  refresh(): void;
  /** Puts the feed back, all of it, for the reader to go on there. */
  hide(): void;
}

interface Option extends FacetValue {
  /** As its row has it now; empty while its bearer is not known. */
  readonly name: string;
  readonly row: HTMLElement;
  readonly box: HTMLInputElement;
}

/** @throws Error if what can be searched beside the page cannot be had. */
export async function startFind(stage: FindStage): Promise<Find> {
  const panel = document.getElementById('find')!;
  const feed = panel.parentElement!;
  const beside = await fetchBeside(panel.dataset['beside']!);
  const piece = <T extends HTMLElement>(name: string) => panel.querySelector<T>(`[data-find="${name}"]`)!;
  const input = piece<HTMLInputElement>('query');
  const openers = {
    search: stage.querySelector<HTMLElement>('[data-action="find"]')!,
    filter: stage.querySelector<HTMLElement>('[data-action="filter"]')!,
  };
  const {timeline} = stage;
  const words = findWords(timeline.language);
  const options = facetValuesIn(panel).map((option): Option => ({
    ...option,
    row: option.box.closest('li')!,
    get name() {
      return option.box.closest('label')!.querySelector('.facet-name')!.textContent;
    },
  }));
  const optionOf = (facet: Facet, value: string) => options.find((option) => option.facet === facet && option.value === value);
  const nameOf = (facet: Facet, value: string) => optionOf(facet, value)?.name || value;

  const findables = findablesOf(
    timeline,
    beside,
    stage.withWholeStory(() => textsOfFeed(feed, timeline, beside)),
    options,
  );
  const introductions = textIndex(textsOfChapters(timeline, beside));

  let filter: Filter = NO_FILTER;
  let isOpen = false;
  /** What the reader came for: the button of the bar that says so is the lit one. */
  let mode: 'search' | 'filter' = 'search';
  let isWhoWhole = false;
  let scrollBackPx: number | null = null;
  let focusBack: HTMLElement = openers.search;
  let announceTimer: ReturnType<typeof setTimeout> | undefined;
  let resultsTimer: ReturnType<typeof setTimeout> | undefined;
  let stageTimer: ReturnType<typeof setTimeout> | undefined;

  const knownDayMs = () => (stage.isKnownThen ? dayStartMs(stage.playheadMs) : null);

  // Asking

  /** @param isStep - Whether Back should come back to what was asked before. */
  function ask(wanted: Filter, {isStep = false, sortsWho = true} = {}): void {
    const wasFiltering = isFiltering(filter);
    filter = wanted;
    if (input.value.trim() !== filter.query.trim()) input.value = filter.query;
    stage.filter = wordsFromFilter(filter);
    if (isStep || wasFiltering !== isFiltering(filter)) stage.address.push();
    else stage.address.writeSoon();
    show(sortsWho);
  }

  function show(sortsWho = true): void {
    const findings = findables.find(filter, knownDayMs());
    const {matching, all} = findings;
    const onTheLine = matching.filter(({isNote}) => !isNote);
    showOnStage(isFiltering(filter) ? new Set(onTheLine.map(({id}) => id)) : null);
    showCount(matching.length, onTheLine.length, all);
    showFacets(findings, sortsWho);
    showChips();
    showResults(findings);
    showNoMatch(findings);
    clearTimeout(announceTimer);
    announceTimer = setTimeout(() => stage.announce(countWords(matching.length, onTheLine.length, all)), ANNOUNCE_MS);
  }

  function showOnStage(matching: ReadonlySet<string> | null): void {
    const before = stage.matching;
    const isSame =
      before === matching ||
      (before !== null && matching !== null && before.size === matching.size && [...before].every((id) => matching.has(id)));
    if (isSame) return;
    stage.matching = matching;
    showStageSoon();
  }

  /** The stage is laid out anew once the reader's fingers rest. */
  function showStageSoon(): void {
    clearTimeout(stageTimer);
    stageTimer = setTimeout(() => {
      stage.rearrange();
      stage.draw();
    }, STAGE_MS);
  }

  function knownOn(): string | null {
    return stage.isKnownThen ? dayInWords(stage.playheadMs, timeline.language) : null;
  }

  /** "known on Thu 18 Dec 2014", or nothing in Known now. */
  function knownWords(): string {
    const day = knownOn();
    return day === null ? '' : words.knownOn(day);
  }

  function countWords(count: number, onTheLine: number, all: number): string {
    return isFiltering(filter)
      ? words.announceMatches(count, onTheLine, all, knownWords())
      : words.announceEvents(all, onTheLine, knownWords());
  }

  function showCount(count: number, onTheLine: number, all: number): void {
    piece('count').textContent = String(count);
    piece('count-words').textContent = isFiltering(filter)
      ? words.eventsMatch(count, onTheLine, all, knownWords())
      : words.events(count, onTheLine, knownWords());
    piece('clear').hidden = !isFiltering(filter);
  }

  function showFacets({answering}: Findings, sortsWho: boolean): void {
    const counts = new Map(FACETS.map((facet) => [facet, countsOfFacet(answering, filter, facet)]));
    const countOf = ({facet, value}: Option) => counts.get(facet)!.get(value) ?? 0;
    for (const option of options) {
      const isChosen = filter.chosen[option.facet].includes(option.value);
      const count = countOf(option);
      if (option.box.checked !== isChosen) option.box.checked = isChosen;
      say(option.row.querySelector('.facet-count')!, String(count));
      option.row.classList.toggle('is-empty', count === 0 && !isChosen);
    }
    const who = options.filter(({facet}) => facet === 'who');
    if (sortsWho) {
      const sorted = who.toSorted(
        (a, b) => Number(b.box.checked) - Number(a.box.checked) || countOf(b) - countOf(a) || b.events.size - a.events.size,
      );
      const list = piece('who');
      // Most letters change nothing in the order, and to move a row is to lay out the list.
      sorted.forEach(({row}, place) => {
        if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null);
      });
    }
    const rows = [...piece('who').children] as HTMLElement[];
    // Who has not been heard of yet is not offered.
    const named = findables.named(knownDayMs());
    let offered = 0;
    for (const row of rows) {
      const {value, checked} = row.querySelector<HTMLInputElement>('input')!;
      const isOffered = checked || named.has(value);
      if (isOffered) offered++;
      const isHidden = !isOffered || (!isWhoWhole && offered > SHORT_FACET_ROWS && !checked);
      if (row.hidden !== isHidden) row.hidden = isHidden;
    }
    const all = piece('who-all');
    say(all, words.showAll(offered));
    all.hidden = isWhoWhole || offered <= SHORT_FACET_ROWS;
    for (const button of stage.querySelectorAll<HTMLElement>('[data-action^="lane "]')) {
      button.setAttribute('aria-pressed', String(filter.chosen.lanes.includes(button.dataset['action']!.slice(5))));
    }
    for (const button of panel.querySelectorAll<HTMLElement>('[data-find^="known-"]')) {
      button.setAttribute('aria-pressed', String(stage.isKnownThen === (button.dataset['find'] === 'known-then')));
    }
  }

  function showResults({query, matching}: Findings): void {
    const list = piece('results');
    const more = piece('results-all');
    const groups = new Set(matching.map(({where}) => where));
    const results = (from: number, to: number) =>
      matching.slice(from, to).map((found, i) => {
        const isFirstOfGroup = groups.size > 1 && found.where !== matching[from + i - 1]?.where;
        return resultOf(found, query, isFirstOfGroup ? groupWords(found, query) : null);
      });
    list.replaceChildren(...results(0, RESULTS_AT_ONCE));
    // What is below the window's edge can wait until the letter that was typed is there.
    clearTimeout(resultsTimer);
    resultsTimer = setTimeout(() => list.append(...results(RESULTS_AT_ONCE, FIRST_RESULTS)));
    list.hidden = matching.length === 0;
    more.hidden = matching.length <= FIRST_RESULTS;
    more.textContent = words.showAll(matching.length);
    more.onclick = () => {
      more.hidden = true;
      list.append(...results(FIRST_RESULTS, matching.length));
      list.children[FIRST_RESULTS]!.querySelector('a')!.focus();
    };
  }

  function groupWords({where}: Found, {date}: Query): string {
    if (date === null) return words.groups[where as keyof typeof words.groups];
    const name = askedDateInWords(date.date, timeline.language);
    return words.dateGroups[where as keyof typeof words.dateGroups](name, date.date.day !== null);
  }

  /** What is chosen, where the facets themselves are folded away. */
  function showChips(): void {
    const chips =
      FACETS.flatMap((facet) => filter.chosen[facet]).length === 0
        ? []
        : options
            .filter(({box}) => box.checked)
            .map((option) => {
              const chip = make('button', 'chip');
              chip.setAttribute('type', 'button');
              chip.setAttribute('aria-label', words.removeFilter(option.name));
              const picture = option.row.querySelector('svg')?.cloneNode(true);
              chip.append(make('span', 'chip-check'), ...(picture ? [picture] : []), option.name);
              chip.addEventListener('click', () => {
                ask(toggled(filter, option.facet, option.value), {isStep: true});
                (piece('chips').querySelector<HTMLElement>('button') ?? piece('filters')).focus();
              });
              return chip;
            });
    piece('chips').replaceChildren(...chips);
  }

  /** @param group - What begins with it, in words; null within a group. */
  function resultOf({id, where}: Found, query: Query, group: string | null): HTMLElement {
    const {event} = findables.texts.get(id)!;
    const lane = timeline.lanes[event.lane]!;
    const result = make('li', `result hue-${lane.hue}`);
    if (group !== null) {
      const name = make('p', 'result-group');
      name.textContent = group;
      result.append(name);
    }
    const title = make('p', 'result-title');
    const link = make('a');
    link.setAttribute('href', `#${id}`);
    link.append(...marked(plainText(event.title), query));
    link.addEventListener('click', (click) => {
      if (click.ctrlKey || click.metaKey || click.shiftKey) return;
      click.preventDefault();
      stage.goToEntry(id);
    });
    title.append(link);
    const when = make('p', 'result-day');
    when.textContent = dayOf(id);
    const lines = make('div', 'result-lines');
    lines.append(
      ...linesOf(id, query, where).map(({kind, text}) => {
        const line = make('p', 'result-line');
        if (kind !== 'body' && kind !== 'title') {
          const name = make('b');
          name.textContent = words.kinds[kind];
          line.append(name, ' ');
        }
        line.append(...marked(text, query));
        return line;
      }),
    );
    result.append(title, when, glyphOf(lane.id), lines);
    return result;
  }

  /** Of an event of a day that was asked for, that day is beside it; one that goes on over it shows its days. */
  function linesOf(id: string, query: Query, where: Found['where']): readonly Line[] {
    const dayMs = knownDayMs();
    const textOf = (kind: Kind) => findables.index.textOf(id, kind, dayMs);
    if (query.date === null || where === 'mention') return linesAbout(textOf, query);
    const lines = linesAbout(textOf, {...query, date: null});
    const days = textOf('when');
    return where === 'includes' && days !== '' ? [...lines, {kind: 'when', text: days}] : lines;
  }

  /** The day of an entry as the page has it now. */
  function dayOf(id: string): string {
    return document.getElementById(id)?.querySelector('.entry-day, .note-date')?.textContent.trim() ?? '';
  }

  function glyphOf(lane: string): Node {
    return optionOf('lanes', lane)!.row.querySelector('svg')!.cloneNode(true);
  }

  function marked(text: string, query: Query): Node[] {
    return markedParts(text, query).map((part) => {
      if (!part.isMatched) return document.createTextNode(part.text);
      const mark = make('mark');
      mark.textContent = part.text;
      return mark;
    });
  }

  function showNoMatch({query, matching}: Findings): void {
    const help = piece('no-match');
    help.hidden = matching.length > 0;
    if (matching.length > 0) return help.replaceChildren();
    const dayMs = knownDayMs();
    const question = {filter, query, nameOf, knownOn: knownOn(), words};
    const countOf = (other: Filter, isKnownNow: boolean) => findables.find(other, isKnownNow ? null : dayMs).matching.length;
    const chapters = (introductions.search(query, dayMs) ?? []).map(({id}) => ({id, title: introductions.textOf(id, 'title', dayMs)}));
    const line = make('p', 'no-match-words');
    line.textContent = noMatchWords(question, (part) => findables.isMentioned(part, filter, dayMs));
    if (chapters.length > 0) line.append(` ${words.introductionMentions(chapters.map(({title}) => title))}`);
    const ways = make('ul', 'ways-out');
    ways.setAttribute('role', 'list');
    const add = (name: string, countWords: string, onPress: () => void) => {
      const item = make('li');
      const button = make('button', 'find-button');
      button.setAttribute('type', 'button');
      button.textContent = name;
      button.addEventListener('click', onPress);
      const count = make('span');
      count.textContent = countWords;
      item.append(button, count);
      ways.append(item);
    };
    for (const {id, title} of chapters) add(words.readIntroduction(title), '', () => goToChapter(id));
    for (const way of waysOut(question, countOf, suggestions(query, findables.index, dayMs))) {
      add(way.words, words.countOfWay(way.count), () => {
        if (way.isKnownNow) stage.act('known-now');
        ask(way.filter, {isStep: true});
        piece('results').focus({preventScroll: true});
      });
    }
    help.replaceChildren(line, ways);
  }

  function goToChapter(id: string): void {
    hide();
    stage.address.push(`#${id}`);
    const chapter = document.getElementById(id)!;
    chapter.scrollIntoView({behavior: 'instant'});
    chapter.querySelector<HTMLElement>('h2')!.focus({preventScroll: true});
  }

  // Opening and closing

  function open(focus: HTMLElement | null, wantedMode: typeof mode): void {
    mode = wantedMode;
    if (!isOpen) {
      isOpen = true;
      scrollBackPx = focus ? scrollY : null;
      focusBack =
        focus && document.activeElement instanceof HTMLElement && document.activeElement !== document.body
          ? document.activeElement
          : openers[mode];
      panel.hidden = false;
      feed.toggleAttribute('data-finding', true);
      for (const place of [stage, panel]) place.addEventListener('keydown', leaveByKey);
      show();
    }
    showOpener();
    const isStuck = getComputedStyle(stage).position === 'sticky';
    const topPx = panel.getBoundingClientRect().top + scrollY - (isStuck ? stage.offsetHeight : 0);
    if (focus || scrollY > topPx) scrollTo({top: topPx, behavior: 'instant'});
    focus?.focus({preventScroll: true});
  }

  function showOpener(): void {
    for (const [name, button] of Object.entries(openers)) button.setAttribute('aria-expanded', String(isOpen && name === mode));
  }

  function hide(): void {
    if (!isOpen) return;
    isOpen = false;
    clearTimeout(announceTimer);
    filter = NO_FILTER;
    input.value = '';
    stage.filter = '';
    showOnStage(null);
    showFacets(findables.find(NO_FILTER, knownDayMs()), false);
    panel.hidden = true;
    feed.removeAttribute('data-finding');
    showOpener();
    for (const place of [stage, panel]) place.removeEventListener('keydown', leaveByKey);
  }

  function leave(): void {
    if (!isOpen) return;
    const wasFiltering = isFiltering(filter);
    hide();
    if (wasFiltering) stage.address.push();
    if (scrollBackPx !== null) scrollTo({top: scrollBackPx, behavior: 'instant'});
    focusBack.focus({preventScroll: true});
  }

  function leaveByKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    leave();
  }

  function showFilters(isShown: boolean): void {
    piece('filters').setAttribute('aria-expanded', String(isShown));
    panel.classList.toggle('has-filters', isShown);
  }

  function act(action: string): void {
    const [name, lane] = action.split(' ');
    switch (name) {
      case 'find':
        return isOpen && mode === 'search' ? leave() : open(input, 'search');
      case 'search':
        return open(input, 'search');
      case 'filter':
        if (isOpen && mode === 'filter') return leave();
        showFilters(true);
        return open(options[0]!.box, 'filter');
      case 'lane': {
        const isSolo = filter.chosen.lanes.length === 1 && filter.chosen.lanes[0] === lane;
        const wanted = withChosen(filter, 'lanes', isSolo ? [] : [lane!]);
        if (isOpen && isSolo && !isFiltering(wanted)) return leave();
        if (!isOpen) {
          open(null, 'filter');
          focusBack = stage.querySelector<HTMLElement>(`[data-action="${CSS.escape(action)}"]`)!;
        }
        return ask(wanted, {isStep: true});
      }
    }
  }

  function readFilter(): void {
    const wanted = filterFromWords(stage.filter, (facet, value) => optionOf(facet, value) !== undefined);
    if (!isFiltering(wanted)) return hide();
    filter = wanted;
    input.value = wanted.query;
    if (isOpen) show();
    else open(null, wanted.query.trim() === '' ? 'filter' : 'search');
  }

  input.addEventListener('input', () => ask({...filter, query: input.value}));
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    piece('results').querySelector<HTMLElement>('a')?.focus();
  });
  for (const {box, facet, value} of options) {
    box.addEventListener('change', () => ask(toggled(filter, facet, value), {isStep: true, sortsWho: facet !== 'who'}));
  }
  piece('close').addEventListener('click', leave);
  piece('clear').addEventListener('click', () => {
    ask(NO_FILTER, {isStep: true});
    input.focus({preventScroll: true});
  });
  piece('filters').addEventListener('click', () => showFilters(!panel.classList.contains('has-filters')));
  piece('who-all').addEventListener('click', () => {
    isWhoWhole = true;
    const hiddenBefore = options.find(({facet, row}) => facet === 'who' && row.hidden);
    showFacets(findables.find(filter, knownDayMs()), false);
    hiddenBefore?.box.focus();
  });
  for (const name of ['known-now', 'known-then']) piece(name).addEventListener('click', () => stage.act(name));

  return {
    get isOpen() {
      return isOpen;
    },
    act,
    readFilter,
    hide,
    refresh() {
      if (isOpen) show();
    },
  };
}

function make(tag: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  return element;
}

/** Writes a text where it has changed. */
function say(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
