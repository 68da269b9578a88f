/** Find: search and filters in the place of the feed, while the stage shows what they let through. */
import {dayStartMs} from '../../model/time.ts';
import type {Timeline, TimelineEvent} from '../../model/timeline.ts';
import {findWords} from '../../model/words/find.ts';
import {dayInWords} from '../../render/names.ts';
import type {Standing} from '../../model/standing.ts';
import {FACETS, filterFromWords, isFiltering, NO_FILTER, toggled, withChosen, wordsFromFilter} from './filter.ts';
import type {Facet, Filter} from './filter.ts';
import {facetValuesIn, findablesOf} from './findables.ts';
import type {Findables, FacetValue} from './findables.ts';
import {countsOfFacet, matchingIds} from './matching.ts';
import type {Findable, Hits} from './matching.ts';
import {noMatchWords, waysOut} from './no-match.ts';
import {lineAbout, markedParts} from './search.ts';
import {textsOfFeed} from './texts.ts';
import type {FeedText} from './texts.ts';

const ANNOUNCE_MS = 500;
const STAGE_MS = 60;
/** Results until the reader asks for all: with hundreds, a letter typed must not rewrite them all. */
const FIRST_RESULTS = 100;
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
  standingOf(id: string): Standing;
  isDisputed(id: string): boolean;
  /** Reads the page as it is in Known now. */
  withWholeStory<T>(read: () => T): T;
  rearrange(): void;
  draw(): void;
  query(): string;
  announce(words: string): void;
  act(action: string): void;
  goToEntry(id: string): void;
}

export interface Find {
  readonly isOpen: boolean;
  /** `find`, `filter`, `search`, `leave`, `return` (the address has changed) or `lane` and an id. */
  act(action: string): void;
  /** Asks again after the day of Known then has changed. */
  refresh(): void;
  /** Puts the feed back, all of it, for the reader to go on there. */
  hide(): void;
}

interface Option extends FacetValue {
  /** Empty while its bearer is not known. */
  readonly name: string;
  readonly row: HTMLElement;
  readonly box: HTMLInputElement;
}

export function startFind(stage: FindStage): Find {
  const panel = document.getElementById('find')!;
  const feed = panel.parentElement!;
  const piece = <T extends HTMLElement>(name: string) => panel.querySelector<T>(`[data-find="${name}"]`)!;
  const input = piece<HTMLInputElement>('query');
  const opener = stage.querySelector<HTMLElement>('[data-action="find"]')!;
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

  let filter: Filter = NO_FILTER;
  let isOpen = false;
  let isWhoWhole = false;
  let scrollBackPx: number | null = null;
  let focusBack: HTMLElement = opener;
  let announceTimer: ReturnType<typeof setTimeout> | undefined;
  let stageTimer: ReturnType<typeof setTimeout> | undefined;
  let then: {readonly dayMs: number; readonly findables: Findables} | null = null;
  let now: Findables | null = null;

  const knownDayMs = () => (stage.isKnownThen ? dayStartMs(stage.playheadMs) : null);

  function makeFindables(dayMs: number | null): Findables {
    const {standingOf, isDisputed} = stage;
    const knowing = {timeline, standingOf: standingOf.bind(stage), isDisputed: isDisputed.bind(stage)};
    return findablesOf(knowing, stage.withWholeStory(() => textsOfFeed(feed, timeline, dayMs)), options, dayMs);
  }

  function findables(isKnownNow = false): Findables {
    const dayMs = isKnownNow ? null : knownDayMs();
    if (dayMs === null) return (now ??= makeFindables(null));
    if (then?.dayMs !== dayMs) then = {dayMs, findables: makeFindables(dayMs)};
    return then.findables;
  }

  // Asking

  /** @param isStep - Whether Back should come back to what was asked before. */
  function ask(wanted: Filter, {isStep = false, sortsWho = true} = {}): void {
    const wasFiltering = isFiltering(filter);
    filter = wanted;
    if (input.value.trim() !== filter.query.trim()) input.value = filter.query;
    stage.filter = wordsFromFilter(filter);
    const address = `${location.pathname}${stage.query()}${location.hash}`;
    if (address !== `${location.pathname}${location.search}${location.hash}`) {
      if (isStep || wasFiltering !== isFiltering(filter)) history.pushState(null, '', address);
      else history.replaceState(history.state, '', address);
    }
    show(sortsWho);
  }

  function show(sortsWho = true): void {
    const {events, texts, index} = findables();
    const hits = index.search(filter.query);
    const matching = matchingIds(events, filter, hits);
    stage.matching = isFiltering(filter) ? matching : null;
    showStageSoon();
    showCount(matching.size, events.length);
    showFacets(events, hits, sortsWho);
    showChips();
    showResults(timeline.events.filter(({id}) => matching.has(id)).map((event) => ({event, text: texts.get(event.id)!})));
    showNoMatch(matching.size === 0);
    clearTimeout(announceTimer);
    announceTimer = setTimeout(() => stage.announce(countWords(matching.size, events.length)), ANNOUNCE_MS);
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

  function countWords(count: number, all: number): string {
    return isFiltering(filter) ? words.announceMatches(count, all, knownWords()) : words.announceEvents(all, knownWords());
  }

  function showCount(count: number, all: number): void {
    piece('count').textContent = String(count);
    piece('count-words').textContent = isFiltering(filter) ? words.eventsMatch(count, all, knownWords()) : words.events(count, knownWords());
    piece('clear').hidden = !isFiltering(filter);
  }

  function showFacets(events: readonly Findable[], hits: Hits, sortsWho: boolean): void {
    const counts = new Map(FACETS.map((facet) => [facet, countsOfFacet(events, filter, hits, facet)]));
    const countOf = ({facet, value}: Option) => counts.get(facet)!.get(value) ?? 0;
    for (const option of options) {
      const count = countOf(option);
      option.box.checked = filter.chosen[option.facet].includes(option.value);
      option.row.querySelector('.facet-count')!.textContent = String(count);
      option.row.classList.toggle('is-empty', count === 0 && !option.box.checked);
    }
    const who = options.filter(({facet}) => facet === 'who');
    if (sortsWho) {
      who.sort((a, b) => Number(b.box.checked) - Number(a.box.checked) || countOf(b) - countOf(a) || b.events.size - a.events.size);
      piece('who').append(...who.map(({row}) => row));
    }
    const rows = [...piece('who').children] as HTMLElement[];
    // Who has not been heard of yet is not offered.
    const named = new Set(events.flatMap(({values}) => values.who));
    const offered = rows.filter((row) => {
      const {value, checked} = row.querySelector<HTMLInputElement>('input')!;
      return checked || named.has(value);
    });
    for (const row of rows) row.hidden = !offered.includes(row);
    offered.forEach((row, i) => {
      row.hidden = !isWhoWhole && i >= SHORT_FACET_ROWS && !row.querySelector<HTMLInputElement>('input')!.checked;
    });
    const all = piece('who-all');
    all.textContent = words.showAll(offered.length);
    all.hidden = isWhoWhole || offered.length <= SHORT_FACET_ROWS;
    for (const button of stage.querySelectorAll<HTMLElement>('[data-action^="lane "]')) {
      button.setAttribute('aria-pressed', String(filter.chosen.lanes.includes(button.dataset['action']!.slice(5))));
    }
    for (const button of panel.querySelectorAll<HTMLElement>('[data-find^="known-"]')) {
      button.setAttribute('aria-pressed', String(stage.isKnownThen === (button.dataset['find'] === 'known-then')));
    }
  }

  function showResults(found: readonly {readonly event: TimelineEvent; readonly text: FeedText}[]): void {
    const list = piece('results');
    const more = piece('results-all');
    const results = (part: typeof found) => part.map(({event, text}) => resultOf(event, text));
    list.replaceChildren(...results(found.slice(0, FIRST_RESULTS)));
    list.hidden = found.length === 0;
    more.hidden = found.length <= FIRST_RESULTS;
    more.textContent = words.showAll(found.length);
    more.onclick = () => {
      more.hidden = true;
      list.append(...results(found.slice(FIRST_RESULTS)));
      list.children[FIRST_RESULTS]!.querySelector('a')!.focus();
    };
  }

  /** What is chosen, where the facets themselves are folded away. */
  function showChips(): void {
    const chips = FACETS.flatMap((facet) => filter.chosen[facet]).length === 0 ? [] : options.filter(({box}) => box.checked).map((option) => {
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

  function resultOf(event: TimelineEvent, {day, summary, body}: FeedText): HTMLElement {
    const lane = timeline.lanes[event.lane]!;
    const result = make('li', `result hue-${lane.hue}`);
    const title = make('p', 'result-title');
    const link = make('a');
    link.setAttribute('href', `#${event.id}`);
    link.append(...marked(event.title));
    link.addEventListener('click', (click) => {
      if (click.ctrlKey || click.metaKey || click.shiftKey) return;
      click.preventDefault();
      stage.goToEntry(event.id);
    });
    title.append(link);
    const isInTitle = markedParts(event.title, filter.query).some(({isMatched}) => isMatched);
    const line = make('p', 'result-line');
    line.append(...marked(isInTitle || !filter.query ? summary : lineAbout(body, filter.query)));
    const when = make('p', 'result-day');
    when.textContent = day;
    result.append(title, when, glyphOf(lane.id), line);
    return result;
  }

  function glyphOf(lane: string): Node {
    return optionOf('lanes', lane)!.row.querySelector('svg')!.cloneNode(true);
  }

  function marked(text: string): Node[] {
    return markedParts(text, filter.query).map((part) => {
      if (!part.isMatched) return document.createTextNode(part.text);
      const mark = make('mark');
      mark.textContent = part.text;
      return mark;
    });
  }

  function showNoMatch(isNone: boolean): void {
    const help = piece('no-match');
    help.hidden = !isNone;
    if (!isNone) return help.replaceChildren();
    const question = {filter, nameOf, knownOn: knownOn(), words};
    const countOf = (other: Filter, isKnownNow: boolean) => {
      const {events, index} = findables(isKnownNow);
      return matchingIds(events, other, index.search(other.query)).size;
    };
    const line = make('p', 'no-match-words');
    line.textContent = noMatchWords(question);
    const ways = make('ul', 'ways-out');
    ways.setAttribute('role', 'list');
    for (const way of waysOut(question, countOf, findables().index.nearest(filter.query))) {
      const item = make('li');
      const button = make('button', 'find-button');
      button.setAttribute('type', 'button');
      button.textContent = way.words;
      const count = make('span');
      count.textContent = words.countOfWay(way.count);
      button.addEventListener('click', () => {
        if (way.isKnownNow) stage.act('known-now');
        ask(way.filter, {isStep: true});
        piece('results').focus({preventScroll: true});
      });
      item.append(button, count);
      ways.append(item);
    }
    help.replaceChildren(line, ways);
  }

  // Opening and closing

  function open(focus: HTMLElement | null): void {
    if (!isOpen) {
      isOpen = true;
      scrollBackPx = focus ? scrollY : null;
      focusBack = focus && document.activeElement instanceof HTMLElement && document.activeElement !== document.body ? document.activeElement : opener;
      panel.hidden = false;
      feed.toggleAttribute('data-finding', true);
      opener.setAttribute('aria-expanded', 'true');
      for (const place of [stage, panel]) place.addEventListener('keydown', leaveByKey);
      show();
    }
    const isStuck = getComputedStyle(stage).position === 'sticky';
    const topPx = panel.getBoundingClientRect().top + scrollY - (isStuck ? stage.offsetHeight : 0);
    if (focus || scrollY > topPx) scrollTo({top: topPx, behavior: 'instant'});
    focus?.focus({preventScroll: true});
  }

  function hide(): void {
    if (!isOpen) return;
    isOpen = false;
    clearTimeout(announceTimer);
    filter = NO_FILTER;
    input.value = '';
    stage.filter = '';
    stage.matching = null;
    showFacets([], null, false);
    panel.hidden = true;
    feed.removeAttribute('data-finding');
    opener.setAttribute('aria-expanded', 'false');
    for (const place of [stage, panel]) place.removeEventListener('keydown', leaveByKey);
    showStageSoon();
  }

  function leave(): void {
    if (!isOpen) return;
    const wasFiltering = isFiltering(filter);
    hide();
    if (wasFiltering) history.pushState(null, '', `${location.pathname}${stage.query()}${location.hash}`);
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
        return isOpen ? leave() : open(input);
      case 'search':
        return open(input);
      case 'filter':
        showFilters(true);
        return open(options[0]!.box);
      case 'leave':
        return leave();
      case 'lane': {
        const isSolo = filter.chosen.lanes.length === 1 && filter.chosen.lanes[0] === lane;
        const wanted = withChosen(filter, 'lanes', isSolo ? [] : [lane!]);
        if (isOpen && isSolo && !isFiltering(wanted)) return leave();
        if (!isOpen) {
          open(null);
          focusBack = stage.querySelector<HTMLElement>(`[data-action="${CSS.escape(action)}"]`)!;
        }
        return ask(wanted, {isStep: true});
      }
      case 'return': {
        const wanted = filterFromWords(stage.filter, (facet, value) => optionOf(facet, value) !== undefined);
        if (!isFiltering(wanted)) return hide();
        filter = wanted;
        input.value = wanted.query;
        if (isOpen) show();
        else open(null);
      }
    }
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
    showFacets(findables().events, findables().index.search(filter.query), false);
    hiddenBefore?.box.focus();
  });
  for (const name of ['known-now', 'known-then']) piece(name).addEventListener('click', () => stage.act(name));

  return {
    get isOpen() {
      return isOpen;
    },
    act,
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
