/** The lanes of the rail, which are buttons: each shows its own events alone. */
import {withChosen} from './filter.ts';
import type {Filter} from './filter.ts';

/** A filter with one lane alone, or with all of them where that lane was alone already. */
export function withLaneAlone(filter: Filter, lane: string): Filter {
  const {lanes} = filter.chosen;
  return withChosen(filter, 'lanes', lanes.length === 1 && lanes[0] === lane ? [] : [lane]);
}

export function showLanes(stage: HTMLElement, {chosen: {lanes}}: Filter): void {
  for (const button of stage.querySelectorAll<HTMLElement>('[data-action^="lane "]')) {
    button.setAttribute('aria-pressed', String(lanes.includes(button.dataset['action']!.slice(5))));
  }
}
