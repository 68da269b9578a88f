/**
 * The second clock: what was public on a day. Everything that shows the story asks here, the stage and the bar,
 * the column and its chapters, search, notes and the poster, so that one day has one answer everywhere.
 */

import type {Content, EdtfDate, EventEntry} from '../../schema/content.ts';
import {happenedDayMs, isPublicOn, standingOn} from './standing.ts';
import type {Standing} from './standing.ts';
import {spanBounds} from './span.ts';
import {DAY_MS, dayStartMs} from './time.ts';
import {publicDayMs} from './timeline.ts';
import type {StoryState, Measure, MeasureStep, Timeline, TimelineEvent} from './timeline.ts';

export {isPublicOn} from './standing.ts';

/** What may be said of the story on one day. Of what came later it holds only the states of events and how many there are. */
export interface Known {
  /** False where the day is today and everything is known. */
  readonly isKnownThen: boolean;
  readonly standingOf: (id: string) => Standing;
  /** Whether two sides of one disagreement about an event were public. */
  readonly isDisputed: (id: string) => boolean;
  /** Whether an event was known and had days still to come, which must not be named; see {@link whenThen}. */
  readonly goesOn: (id: string) => boolean;
  /** How many events were known. */
  readonly count: number;
  /** The same in each lane, in the order of the timeline's. */
  readonly laneCounts: readonly number[];
  /** The timeline's measures, with the steps that were public. */
  readonly measures: readonly Measure[];
  /** The states that were public; the last goes on to the end of the day. */
  readonly states: readonly StoryState[];
  /** Whether all the days of the story's bracket were over. */
  readonly isBracketKnown: boolean;
}

/** What of a timeline is public or not. */
export interface PublicRecord extends Pick<Timeline, 'extent' | 'measures' | 'states' | 'bracket'> {
  readonly lanes: readonly Pick<Timeline['lanes'][number], 'id'>[];
  readonly events: readonly Pick<TimelineEvent, 'id' | 'lane' | 'span' | 'knownMs' | 'positionsKnownMs' | 'whenOpen'>[];
}

/**
 * What was public at the end of a day.
 *
 * @param ms - Any instant of the day, in axis time; `Infinity` for today.
 */
export function asKnownOn(record: PublicRecord, ms: number): Known {
  const dayMs = dayStartMs(ms);
  const events = new Map(record.events.map((event) => [event.id, eventOn(event, dayMs)]));
  const laneCounts = record.lanes.map(() => 0);
  for (const {id, lane} of record.events) if (events.get(id)!.standing === 'known') laneCounts[lane]!++;
  return {
    isKnownThen: dayMs !== Infinity,
    standingOf: (id) => events.get(id)!.standing,
    isDisputed: (id) => events.get(id)!.isDisputed,
    goesOn: (id) => events.get(id)!.goesOn,
    count: laneCounts.reduce((sum, count) => sum + count, 0),
    laneCounts,
    measures: record.measures.map((measure) => ({...measure, steps: stepsOn(measure, dayMs)})),
    states: statesOn(record, dayMs),
    isBracketKnown: record.bracket !== null && isPublicOn(dayMs, dayStartMs(record.bracket.toMs)),
  };
}

/** Everything that is known now, in the same shape. */
export function asKnownNow(record: PublicRecord): Known {
  return asKnownOn(record, Infinity);
}

/** The last count that was public at the end of a day, or null before the first. */
export function stepOn(measure: Pick<Measure, 'steps'>, dayMs: number): MeasureStep | null {
  return stepsOn(measure, dayMs).at(-1) ?? null;
}

/** When an event happened, in words; only its beginning, if its last day must not be named yet. */
export function whenThen({id, when, whenOpen}: Pick<TimelineEvent, 'id' | 'when' | 'whenOpen'>, {goesOn}: Pick<Known, 'goesOn'>): string {
  return goesOn(id) ? (whenOpen ?? when) : when;
}

/**
 * Start of the day from which each actor of an event may be named beside it, the first known first: the event's own
 * day, or, for one who only holds a position that came out later, the day that it did.
 */
export function actorsKnownMs(
  {actors, known, disagreements}: Pick<EventEntry, 'actors' | 'known' | 'disagreements'>,
  zone: string,
): ReadonlyMap<string, number> {
  const eventMs = publicDayMs(known, zone);
  const positions = disagreements.flatMap((disagreement) => disagreement.positions);
  const days = actors.map((actor): [string, number] => {
    const heldMs = positions.filter(({by}) => by.includes(actor)).map((position) => publicDayMs(position.known, zone));
    return [actor, heldMs.length === 0 ? eventMs : Math.max(eventMs, Math.min(...heldMs))];
  });
  return new Map(days.sort(([, a], [, b]) => a - b));
}

/** Start of the day from which each actor of a story may be named: the first on which one of its events may name them. */
export function actorsOfStoryKnownMs({story: {zone}, events}: Pick<Content, 'story' | 'events'>): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const event of events) {
    for (const [actor, knownMs] of actorsKnownMs(event, zone)) days.set(actor, Math.min(knownMs, days.get(actor) ?? Infinity));
  }
  return days;
}

/** Start of the day on which sources began to disagree, for it takes two: null for a list of positions that never did. */
export function disputedMs(positions: readonly {readonly known: EdtfDate}[], zone: string): number | null {
  return secondOf(positions.map(({known}) => publicDayMs(known, zone)));
}

interface EventThen {
  readonly standing: Standing;
  readonly isDisputed: boolean;
  readonly goesOn: boolean;
}

function eventOn(event: PublicRecord['events'][number], dayMs: number): EventThen {
  const {span, knownMs, positionsKnownMs} = event;
  const standing = standingOn({knownMs, happenedMs: happenedDayMs(span)}, dayMs);
  if (standing !== 'known') return {standing, isDisputed: false, goesOn: false};
  return {
    standing,
    isDisputed: positionsKnownMs.map(secondOf).some((disputedDayMs) => disputedDayMs !== null && isPublicOn(dayMs, disputedDayMs)),
    goesOn: hasDaysToCome(event) && spanBounds(span).toMs > dayMs + DAY_MS,
  };
}

/** Whether an event may still go on once it is public: one of several days, which had not been announced before they came. */
function hasDaysToCome({span, whenOpen, knownMs}: PublicRecord['events'][number]): boolean {
  const isOfDays = span.kind === 'stretch' || whenOpen !== undefined;
  return isOfDays && isPublicOn(knownMs, dayStartMs(spanBounds(span).fromMs));
}

/** The second of some days in the order of time, or null where there is one at most. */
export function secondOf(days: readonly number[]): number | null {
  return [...days].sort((a, b) => a - b)[1] ?? null;
}

function stepsOn({steps}: Pick<Measure, 'steps'>, dayMs: number): MeasureStep[] {
  return steps.filter(({knownMs}) => isPublicOn(dayMs, knownMs));
}

function statesOn({states, extent}: Pick<PublicRecord, 'states' | 'extent'>, dayMs: number): StoryState[] {
  const endMs = Math.min(dayMs + DAY_MS, extent.toMs);
  const known = states.filter(({knownMs}) => isPublicOn(dayMs, knownMs));
  return known.map((state, i) => ({...state, toMs: known[i + 1]?.fromMs ?? Math.max(endMs, state.fromMs)}));
}
