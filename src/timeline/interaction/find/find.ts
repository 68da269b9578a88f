/** Find: search and filters in the place of the feed, while the stage shows what they let through. */
import {dayStartMs} from '../../model/time.ts';
import type {Timeline} from '../../model/timeline.ts';
import {findWords} from '../../model/words/find.ts';
import {dayInWords} from '../../render/names.ts';
import type {AddressBar} from '../address-bar.ts';
import {fetchBeside} from './beside.ts';
import {facetsOf, showChips} from './facets.ts';
import {filterFromWords, isFiltering, NO_FILTER, toggled, wordsFromFilter} from './filter.ts';
import type {Filter} from './filter.ts';
import {findablesOf} from './findables.ts';
import type {Findings} from './findables.ts';
import {showLanes, withLaneAlone} from './lanes.ts';
import {knownDayMs, panelOf} from './panel.ts';
import {resultsIn} from './results.ts';
import {textIndex} from './search.ts';
import {textsOfChapters, textsOfFeed} from './texts.ts';
import {showWaysOut} from './ways-out.ts';

const ANNOUNCE_MS = 500;
/** Until the stage is laid out anew: longer than between two letters of one word. */
const STAGE_MS = 160;
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

/** @throws Error if what can be searched beside the page cannot be had. */
export async function startFind(stage: FindStage): Promise<Find> {
  const element = document.getElementById('find')!;
  const feed = element.parentElement!;
  const beside = await fetchBeside(element.dataset['beside']!);
  const {timeline} = stage;
  const words = findWords(timeline.language);
  const panel = panelOf(element, words);
  const {options, piece, optionOf} = panel;
  const input = piece<HTMLInputElement>('query');
  const openers = {
    search: stage.querySelector<HTMLElement>('[data-action="find"]')!,
    filter: stage.querySelector<HTMLElement>('[data-action="filter"]')!,
  };
  const findables = findablesOf(
    timeline,
    beside,
    stage.withWholeStory(() => textsOfFeed(feed, timeline, beside)),
    options,
  );
  const introductions = textIndex(textsOfChapters(timeline, beside));
  const facets = facetsOf(panel);
  const results = resultsIn(panel, timeline, findables, (id) => stage.goToEntry(id));

  let filter: Filter = NO_FILTER;
  let isOpen = false;
  /** What the reader came for: the button of the bar that says so is the lit one. */
  let mode: 'search' | 'filter' = 'search';
  let scrollBackPx: number | null = null;
  let focusBack: HTMLElement = openers.search;
  let announceTimer: ReturnType<typeof setTimeout> | undefined;
  let stageTimer: ReturnType<typeof setTimeout> | undefined;

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
    const findings = findables.find(filter, knownDayMs(stage));
    const {matching, all} = findings;
    const onTheLine = matching.filter(({isNote}) => !isNote);
    showOnStage(isFiltering(filter) ? new Set(onTheLine.map(({id}) => id)) : null);
    showCount(matching.length, onTheLine.length, all);
    showFacets(findings, sortsWho);
    showChips(panel, ({facet, value}) => ask(toggled(filter, facet, value), {isStep: true}));
    results.show(findings, knownDayMs(stage));
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

  function showFacets(findings: Findings, sortsWho: boolean): void {
    facets.show(findings, filter, findables.named(knownDayMs(stage)), sortsWho);
    showLanes(stage, filter);
    for (const button of element.querySelectorAll<HTMLElement>('[data-find^="known-"]')) {
      button.setAttribute('aria-pressed', String(stage.isKnownThen === (button.dataset['find'] === 'known-then')));
    }
  }

  function showNoMatch(findings: Findings): void {
    const name = knownOn();
    const day = name === null ? null : {ms: dayStartMs(stage.playheadMs), name};
    showWaysOut(panel, findables, introductions, findings, filter, day, {
      onChapter: goToChapter,
      onWay(way) {
        if (way.isKnownNow) stage.act('known-now');
        ask(way.filter, {isStep: true});
        piece('results').focus({preventScroll: true});
      },
    });
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
      element.hidden = false;
      feed.toggleAttribute('data-finding', true);
      for (const place of [stage, element]) place.addEventListener('keydown', leaveByKey);
      show();
    }
    showOpener();
    const isStuck = getComputedStyle(stage).position === 'sticky';
    const topPx = element.getBoundingClientRect().top + scrollY - (isStuck ? stage.offsetHeight : 0);
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
    showFacets(findables.find(NO_FILTER, knownDayMs(stage)), false);
    element.hidden = true;
    feed.removeAttribute('data-finding');
    showOpener();
    for (const place of [stage, element]) place.removeEventListener('keydown', leaveByKey);
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
    element.classList.toggle('has-filters', isShown);
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
        const wanted = withLaneAlone(filter, lane!);
        if (isOpen && !isFiltering(wanted)) return leave();
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
  piece('filters').addEventListener('click', () => showFilters(!element.classList.contains('has-filters')));
  piece('who-all').addEventListener('click', () => {
    const hiddenBefore = facets.showAll();
    showFacets(findables.find(filter, knownDayMs(stage)), false);
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
