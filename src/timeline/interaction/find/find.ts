/** Find: search and filters in the place of the feed, while the stage shows what they let through. */
import {findWords} from '../../model/words/find.ts';
import {answerIn} from './answer.ts';
import type {Answer} from './answer.ts';
import {fetchBeside} from './beside.ts';
import {filterFromWords, isFiltering, NO_FILTER, toggled, wordsFromFilter} from './filter.ts';
import type {Filter} from './filter.ts';
import type {Find, FindStage} from './find-stage.ts';
import {findablesOf} from './findables.ts';
import type {Findables} from './findables.ts';
import {withLaneAlone} from './lanes.ts';
import {openingOf} from './opening.ts';
import type {Opening} from './opening.ts';
import {panelOf} from './panel.ts';
import type {Panel} from './panel.ts';
import {textIndex} from './search.ts';
import type {TextIndex} from './search.ts';
import {textsOfChapters, textsOfFeed} from './texts.ts';

/** @throws Error if what can be searched beside the page cannot be had. */
export async function startFind(stage: FindStage): Promise<Find> {
  const element = document.getElementById('find')!;
  const {timeline} = stage;
  const beside = await fetchBeside(element.dataset['beside']!);
  const panel = panelOf(element, findWords(timeline.language));
  const texts = stage.withWholeStory(() => textsOfFeed(element.parentElement!, timeline, beside));
  const findables = findablesOf(timeline, beside, texts, panel.options);
  return new FindInPanel(stage, panel, findables, textIndex(textsOfChapters(timeline, beside)));
}

class FindInPanel implements Find {
  private readonly stage: FindStage;
  private readonly panel: Panel;
  private readonly input: HTMLInputElement;
  private readonly opening: Opening;
  private readonly answer: Answer;
  private filter: Filter = NO_FILTER;

  constructor(stage: FindStage, panel: Panel, findables: Findables, introductions: TextIndex) {
    this.stage = stage;
    this.panel = panel;
    this.input = panel.piece<HTMLInputElement>('query');
    this.opening = openingOf(stage, panel.element, {onOpen: () => this.show(), onEscape: () => this.leave()});
    this.answer = answerIn(panel, stage, findables, introductions, {
      onAsk: (wanted) => this.ask(wanted, {isStep: true}),
      onChapter: (id) => this.goToChapter(id),
    });
    this.listenToQuery();
    this.listenToFacets();
    panel.piece('close').addEventListener('click', () => this.leave());
    panel.piece('clear').addEventListener('click', () => {
      this.ask(NO_FILTER, {isStep: true});
      this.input.focus({preventScroll: true});
    });
    for (const name of ['known-now', 'known-then']) panel.piece(name).addEventListener('click', () => stage.act(name));
  }

  private listenToQuery(): void {
    this.input.addEventListener('input', () => this.ask({...this.filter, query: this.input.value}));
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.panel.piece('results').querySelector<HTMLElement>('a')?.focus();
    });
  }

  private listenToFacets(): void {
    const {element, options, piece} = this.panel;
    for (const {box, facet, value} of options) {
      box.addEventListener('change', () => this.ask(toggled(this.filter, facet, value), {isStep: true, sortsWho: facet !== 'who'}));
    }
    piece('filters').addEventListener('click', () => this.showFilters(!element.classList.contains('has-filters')));
    piece('who-all').addEventListener('click', () => this.answer.showEveryone(this.filter));
  }

  // Asking

  /** @param isStep - Whether Back should come back to what was asked before. */
  private ask(wanted: Filter, {isStep = false, sortsWho = true} = {}): void {
    const {stage, input} = this;
    const wasFiltering = isFiltering(this.filter);
    this.filter = wanted;
    if (input.value.trim() !== wanted.query.trim()) input.value = wanted.query;
    stage.filter = wordsFromFilter(wanted);
    if (isStep || wasFiltering !== isFiltering(wanted)) stage.address.push();
    else stage.address.writeSoon();
    this.show(sortsWho);
  }

  private show(sortsWho = true): void {
    this.answer.show(this.filter, sortsWho);
  }

  readFilter(): void {
    const wanted = filterFromWords(this.stage.filter, (facet, value) => this.panel.optionOf(facet, value) !== undefined);
    if (!isFiltering(wanted)) return this.hide();
    this.filter = wanted;
    this.input.value = wanted.query;
    if (this.isOpen) this.show();
    else this.opening.open(wanted.query.trim() === '' ? 'filter' : 'search', null);
  }

  refresh(): void {
    if (this.isOpen) this.show();
  }

  // Opening and closing

  get isOpen(): boolean {
    return this.opening.isOpen;
  }

  act(action: string): void {
    const {opening, input} = this;
    const [name, lane] = action.split(' ');
    switch (name) {
      case 'find':
        return this.isOpen && opening.mode === 'search' ? this.leave() : opening.open('search', input);
      case 'search':
        return opening.open('search', input);
      case 'filter':
        if (this.isOpen && opening.mode === 'filter') return this.leave();
        this.showFilters(true);
        return opening.open('filter', this.panel.options[0]!.box);
      case 'lane':
        return this.askForLane(lane!, action);
    }
  }

  private askForLane(lane: string, action: string): void {
    const wanted = withLaneAlone(this.filter, lane);
    if (this.isOpen && !isFiltering(wanted)) return this.leave();
    if (!this.isOpen) {
      this.opening.open('filter', null);
      this.opening.cameFrom(this.stage.querySelector<HTMLElement>(`[data-action="${CSS.escape(action)}"]`)!);
    }
    this.ask(wanted, {isStep: true});
  }

  private showFilters(isShown: boolean): void {
    this.panel.piece('filters').setAttribute('aria-expanded', String(isShown));
    this.panel.element.classList.toggle('has-filters', isShown);
  }

  hide(): void {
    if (!this.isOpen) return;
    this.filter = NO_FILTER;
    this.input.value = '';
    this.stage.filter = '';
    this.answer.end();
    this.opening.close();
  }

  private leave(): void {
    if (!this.isOpen) return;
    const wasFiltering = isFiltering(this.filter);
    this.hide();
    if (wasFiltering) this.stage.address.push();
    this.opening.goBack();
  }

  private goToChapter(id: string): void {
    this.hide();
    this.stage.address.push(`#${id}`);
    const chapter = document.getElementById(id)!;
    chapter.scrollIntoView({behavior: 'instant'});
    chapter.querySelector<HTMLElement>('h2')!.focus({preventScroll: true});
  }
}
