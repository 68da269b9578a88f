import type {Content} from '../schema/content.ts';
import {memoizeBy} from '../timeline/model/memoize.ts';
import {dayStartMs} from '../timeline/model/time.ts';
import {timelineOf} from './stage-scene.ts';

/**
 * The days of the story on which something became public: an event, a side of a disagreement, or a state.
 *
 * @returns Their starts, from the first to the last; none lies off the axis.
 */
export const publicDays: (content: Content) => readonly number[] = memoizeBy((content: Content) => {
  const {events, states, extent} = timelineOf(content);
  const days = [
    ...events.flatMap(({knownMs, positionsKnownMs}) => [knownMs, ...positionsKnownMs.flat()]),
    ...states.map(({knownMs}) => knownMs),
  ];
  return [...new Set(days.map(dayStartMs))].filter((ms) => ms >= extent.fromMs && ms < extent.toMs).sort((a, b) => a - b);
});
