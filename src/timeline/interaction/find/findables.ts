/** The events as search and filters see them on one day. */
import type {Standing} from '../../model/standing.ts';
import type {Timeline, TimelineEvent} from '../../model/timeline.ts';
import type {Facet} from './filter.ts';
import type {Findable} from './matching.ts';
import {textIndex} from './search.ts';
import type {TextIndex} from './search.ts';
import type {FeedText} from './texts.ts';

export interface Findables {
  readonly events: readonly Findable[];
  readonly texts: ReadonlyMap<string, FeedText>;
  readonly index: TextIndex;
}

/** One value of a facet, and the places of its events in the timeline. */
export interface FacetValue {
  readonly facet: Facet;
  readonly value: string;
  readonly events: ReadonlySet<number>;
}

/** What is known of the events on the day that is shown. */
export interface Knowing {
  readonly timeline: Timeline;
  standingOf(id: string): Standing;
  isDisputed(id: string): boolean;
}

/** @param dayMs - Start of the day of Known then, on which what is not public cannot be found; null for all. */
export function findablesOf({timeline, standingOf, isDisputed}: Knowing, texts: readonly FeedText[], options: readonly FacetValue[], dayMs: number | null): Findables {
  const isKnown = (event: TimelineEvent) => dayMs === null || standingOf(event.id) === 'known';
  const isDisputedThen = (event: TimelineEvent) => (dayMs === null ? event.isDisputed : isDisputed(event.id));
  const events = timeline.events.flatMap((event, i): Findable[] => {
    if (!isKnown(event)) return [];
    const values = (facet: Facet) => options.filter((option) => option.facet === facet && option.events.has(i)).map(({value}) => value);
    const certainty = values('certainty').filter((value) => value !== 'disputed');
    return [{
      id: event.id,
      values: {
        lanes: [timeline.lanes[event.lane]!.id],
        certainty: isDisputedThen(event) ? [...certainty, 'disputed'] : certainty,
        who: texts[i]!.actors,
        weight: values('weight'),
      },
    }];
  });
  const known = new Set(events.map(({id}) => id));
  return {events, texts: new Map(texts.map((text) => [text.id, text])), index: textIndex(texts.filter(({id}) => known.has(id)))};
}

/** The values that Find offers in its page. */
export function facetValuesIn(panel: ParentNode): (FacetValue & {readonly box: HTMLInputElement})[] {
  return [...panel.querySelectorAll<HTMLInputElement>('input[data-events]')].map((box) => ({
    facet: box.name as Facet,
    value: box.value,
    events: new Set(box.dataset['events']!.split(' ').filter(Boolean).map(Number)),
    box,
  }));
}
