/** One day of the second clock as a page has it: what became public, what had been public, what had happened and was not. */
import type {Content, EventEntry, PositionEntry} from '../../schema/content.ts';
import {asKnownOn, stepOn} from './known.ts';
import type {Known, PublicRecord} from './known.ts';
import {isPublicOn} from './standing.ts';
import {DAY_MS} from './time.ts';
import {publicDayMs} from './timeline.ts';
import type {Measure, MeasureStep, Timeline, TimelineEvent} from './timeline.ts';

/** One side of a disagreement about an event that had been public before. */
export interface NewPosition {
  readonly event: EventEntry;
  readonly question: string;
  readonly position: PositionEntry;
}

export interface PublicDay {
  /** Start of the day, in axis time. */
  readonly dayMs: number;
  readonly known: Known;
  /** Events that became public on the day, in story order. */
  readonly news: readonly EventEntry[];
  /** Sides that sources took on this day, of events that had been public. */
  readonly positions: readonly NewPosition[];
  /** Events that had happened for certain and were not public, the first to come out first. */
  readonly secret: readonly TimelineEvent[];
  /** Events that had been public before, the last to come out first. */
  readonly before: readonly TimelineEvent[];
  /** The last public count of each measure, or null before the first; `isNew` where it became public on the day. */
  readonly figures: readonly {readonly measure: Measure; readonly step: MeasureStep | null; readonly isNew: boolean}[];
  /** Starts of the days with news before and after this one; null at either end. */
  readonly previousMs: number | null;
  readonly nextMs: number | null;
}

type Story = Pick<Content, 'story' | 'events'>;

/**
 * Every day of the axis on which something became public: an event, a side of a disagreement about one, a count or a state.
 *
 * @returns Starts of the days, in axis time, in order.
 */
export function daysWithNews({events, measures, states, extent}: Pick<Timeline, 'events' | 'measures' | 'states' | 'extent'>): number[] {
  const days = new Set([
    ...events.flatMap(({knownMs, positionsKnownMs}) => [knownMs, ...positionsKnownMs.flat().filter((ms) => ms > knownMs)]),
    ...measures.flatMap(({steps}) => steps.map(({knownMs}) => knownMs)),
    ...states.map(({knownMs}) => knownMs),
  ]);
  return [...days].filter((ms) => ms >= extent.fromMs && ms < extent.toMs).sort((a, b) => a - b);
}

/**
 * What the public knew at the end of a day, and what it did not.
 *
 * @param dayMs - Start of one of {@link daysWithNews}.
 */
export function publicDay(content: Story, timeline: Timeline, dayMs: number): PublicDay {
  const {zone} = content.story;
  const known = asKnownOn(timeline satisfies PublicRecord, dayMs);
  const onTheLine = new Set(timeline.events.map(({id}) => id));
  const shown = content.events.filter(({id}) => onTheLine.has(id));
  const isOfDay = (ms: number) => ms === dayMs;
  const days = daysWithNews(timeline);
  const at = days.indexOf(dayMs);
  return {
    dayMs,
    known,
    news: shown.filter((event) => isOfDay(publicDayMs(event.known, zone))),
    positions: shown
      .filter((event) => publicDayMs(event.known, zone) < dayMs)
      .flatMap((event) => newPositions(event, (position) => isOfDay(publicDayMs(position.known, zone)))),
    secret: timeline.events.filter(({id}) => known.standingOf(id) === 'secret').sort((a, b) => a.knownMs - b.knownMs),
    before: timeline.events.filter(({knownMs}) => isPublicOn(dayMs - DAY_MS, knownMs)).sort((a, b) => b.knownMs - a.knownMs),
    figures: timeline.measures.map((measure) => {
      const step = stepOn(measure, dayMs);
      return {measure, step, isNew: step !== null && isOfDay(step.knownMs)};
    }),
    previousMs: days[at - 1] ?? null,
    nextMs: days[at + 1] ?? null,
  };
}

function newPositions(event: EventEntry, isNew: (position: PositionEntry) => boolean): NewPosition[] {
  return event.disagreements.flatMap(({question, positions}) => positions.filter(isNew).map((position) => ({event, question, position})));
}
