/** The panel of Find as the page has it: its pieces, and the values that its facets offer. */
import {dayStartMs} from '../../model/time.ts';
import type {FindWords} from '../../model/words/find.ts';
import {dayInWords} from '../../render/names.ts';
import type {Facet} from './filter.ts';
import type {FindStage} from './find-stage.ts';
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

/** The day that Known then shows: its start, and its name; null in Known now. */
export function knownDay({
  isKnownThen,
  playheadMs,
  timeline: {language},
}: Pick<FindStage, 'isKnownThen' | 'playheadMs' | 'timeline'>): {readonly ms: number; readonly name: string} | null {
  return isKnownThen ? {ms: dayStartMs(playheadMs), name: dayInWords(playheadMs, language)} : null;
}
