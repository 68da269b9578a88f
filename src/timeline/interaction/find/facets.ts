/** The facets of Find: how many events each value would show, and in what order people are offered. */
import {say} from '../text.ts';
import {FACETS} from './filter.ts';
import type {Filter} from './filter.ts';
import type {Findings} from './findables.ts';
import {countsOfFacet} from './matching.ts';
import {make} from './panel.ts';
import type {Option, Panel} from './panel.ts';

/** Rows of the longest facet until the reader asks for all. */
const SHORT_FACET_ROWS = 8;

export interface Facets {
  /**
   * @param named - Ids of those who have been heard of; nobody else is offered.
   * @param sortsWho - Whether people may change places.
   */
  readonly show: (findings: Findings, filter: Filter, named: ReadonlySet<string>, sortsWho: boolean) => void;
  /** From the next showing on all people are offered. @returns The first of those who were not. */
  readonly showAll: () => Option | undefined;
}

export function facetsOf({words, options, piece}: Panel): Facets {
  let isWhoWhole = false;

  const sortWho = (countOf: (option: Option) => number) => {
    const sorted = options
      .filter(({facet}) => facet === 'who')
      .sort((a, b) => Number(b.box.checked) - Number(a.box.checked) || countOf(b) - countOf(a) || b.events.size - a.events.size);
    const list = piece('who');
    // Most letters change nothing in the order, and to move a row is to lay out the list.
    sorted.forEach(({row}, place) => {
      if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null);
    });
  };
  const offerWho = (named: ReadonlySet<string>) => {
    const rows = [...piece('who').children] as HTMLElement[];
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
  };

  return {
    show({answering}, filter, named, sortsWho) {
      const counts = new Map(FACETS.map((facet) => [facet, countsOfFacet(answering, filter, facet)]));
      const countOf = ({facet, value}: Option) => counts.get(facet)!.get(value) ?? 0;
      for (const option of options) {
        const isChosen = filter.chosen[option.facet].includes(option.value);
        const count = countOf(option);
        if (option.box.checked !== isChosen) option.box.checked = isChosen;
        say(option.row.querySelector('.facet-count')!, String(count));
        option.row.classList.toggle('is-empty', count === 0 && !isChosen);
      }
      if (sortsWho) sortWho(countOf);
      offerWho(named);
    },
    showAll() {
      isWhoWhole = true;
      return options.find(({facet, row}) => facet === 'who' && row.hidden);
    },
  };
}

/** What is chosen, where the facets themselves are folded away. @param onPress - Takes a value out of the filter. */
export function showChips({words, options, piece}: Panel, onPress: (option: Option) => void): void {
  const chips = options
    .filter(({box}) => box.checked)
    .map((option) => {
      const chip = make('button', 'chip');
      chip.setAttribute('type', 'button');
      chip.setAttribute('aria-label', words.removeFilter(option.name));
      const picture = option.row.querySelector('svg')?.cloneNode(true);
      chip.append(make('span', 'chip-check'), ...(picture ? [picture] : []), option.name);
      chip.addEventListener('click', () => {
        onPress(option);
        (piece('chips').querySelector<HTMLElement>('button') ?? piece('filters')).focus();
      });
      return chip;
    });
  piece('chips').replaceChildren(...chips);
}
