/** The panel of Find as the page has it: its pieces, and the values that its facets offer. */
import {dayStartMs} from '../../model/time.ts';
import type {FindWords} from '../../model/words/find.ts';
import type {Facet} from './filter.ts';
import {facetValuesIn} from './findables.ts';
import type {FacetValue} from './findables.ts';

export interface Option extends FacetValue {
  /** As its row has it now; empty while its bearer is not known. */
  readonly name: string;
  readonly row: HTMLElement;
  readonly box: HTMLInputElement;
}

export interface Panel {
  readonly element: HTMLElement;
  readonly words: FindWords;
  readonly options: readonly Option[];
  piece<T extends HTMLElement>(name: string): T;
  optionOf(facet: Facet, value: string): Option | undefined;
}

export function panelOf(element: HTMLElement, words: FindWords): Panel {
  const options = facetValuesIn(element).map((option): Option => ({
    ...option,
    row: option.box.closest('li')!,
    get name() {
      return option.box.closest('label')!.querySelector('.facet-name')!.textContent;
    },
  }));
  return {
    element,
    words,
    options,
    piece: <T extends HTMLElement>(name: string) => element.querySelector<T>(`[data-find="${name}"]`)!,
    optionOf: (facet, value) => options.find((option) => option.facet === facet && option.value === value),
  };
}

export function make(tag: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  return element;
}

/** Start of the day that Known then shows; null in Known now. */
export function knownDayMs({isKnownThen, playheadMs}: {readonly isKnownThen: boolean; readonly playheadMs: number}): number | null {
  return isKnownThen ? dayStartMs(playheadMs) : null;
}
