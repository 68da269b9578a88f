/**
 * The second clock: what the public knew on a day.
 *
 * Nothing that became public later is in an answer: no figure, no position, no state of the film, not even
 * the day on which one ends. What is left of a later event is its id, its lane and that it is not known.
 */

import type {Content, EventEntry} from '../../schema/content.ts';
import {spanFromDate} from './span.ts';
import {standingOn} from './standing.ts';
import type {Standing} from './standing.ts';
import {DAY_MS, dayStartMs} from './time.ts';
import {chapterClocksFromEntries, filmStatesFromEntries, measuresFromEntries, positionsKnownMs, publicDayMs} from './timeline.ts';
import type {ChapterClock, FilmState, MeasureStep, Timeline, TimelineEvent} from './timeline.ts';

/** All that {@link asKnownOn} asks about; a `Timeline` is one. */
export interface PublicRecord {
  readonly extent: Timeline['extent'];
  readonly lanes: readonly {readonly id: string}[];
  readonly events: readonly Pick<TimelineEvent, 'id' | 'lane' | 'span' | 'knownMs' | 'positionsKnownMs'>[];
  readonly measures: readonly {readonly id: string; readonly steps: readonly MeasureStep[]}[];
  readonly states: readonly FilmState[];
  readonly chapters: readonly ChapterClock[];
}

export interface EventThen {
  readonly standing: Standing;
  /** Places, in each disagreement, of the positions that were public; none while the event itself was not. */
  readonly positions: readonly (readonly number[])[];
  /** Whether two sides of one disagreement were public. */
  readonly isDisputed: boolean;
}

export interface Count {
  readonly known: number;
  readonly secret: number;
  readonly all: number;
}

export interface MeasureThen {
  readonly id: string;
  /** Those public by then, in the order they became so. */
  readonly steps: readonly MeasureStep[];
  readonly last: MeasureStep | null;
}

export interface ChapterThen {
  readonly id: string;
  /** Whether anything of it was public, so that its title may be told. */
  readonly hasBegun: boolean;
  /** Whether its days had passed, so that its introduction may be told. */
  readonly isOver: boolean;
}

export interface KnownThen {
  readonly events: ReadonlyMap<string, EventThen>;
  readonly count: Count;
  /** In the order of the record's lanes. */
  readonly lanes: readonly Count[];
  /** In the order of the record's measures. */
  readonly measures: readonly MeasureThen[];
  /** The states of the film known by then; the last goes on to the end of the day. */
  readonly states: readonly FilmState[];
  readonly state: FilmState | null;
  /** In the order of the record's chapters. */
  readonly chapters: readonly ChapterThen[];
}

/** Everything the public knew at the end of the day that holds an instant of axis time. */
export function asKnownOn(record: PublicRecord, ms: number): KnownThen {
  const dayMs = dayStartMs(ms);
  const events = new Map(record.events.map((event) => [event.id, eventOn(event, dayMs)]));
  const states = statesOn(record, dayMs);
  const lanes = record.lanes.map(() => ({known: 0, secret: 0, all: 0}));
  const count = {known: 0, secret: 0, all: 0};
  for (const {id, lane} of record.events) {
    const {standing} = events.get(id)!;
    for (const counted of [count, lanes[lane]!]) {
      counted.all++;
      if (standing !== 'coming') counted[standing]++;
    }
  }
  return {
    events,
    count,
    lanes,
    measures: record.measures.map(({id, steps}) => {
      const known = steps.filter(({knownMs}) => knownMs <= dayMs);
      return {id, steps: known, last: known.at(-1) ?? null};
    }),
    states,
    state: states.at(-1) ?? null,
    chapters: record.chapters.map(({id, titleKnownMs, ledeKnownMs}) => ({id, hasBegun: titleKnownMs <= dayMs, isOver: ledeKnownMs <= dayMs})),
  };
}

/** Everything known now, in the same shape. */
export function asKnownNow(record: PublicRecord): KnownThen {
  return asKnownOn(record, Infinity);
}

/** The record of all events of a story, those off the axis included. */
export function recordFromContent(content: Pick<Content, 'story' | 'events' | 'chapters'>): PublicRecord {
  const {story, events} = content;
  const {zone} = story;
  const extent = {fromMs: story.extent.earliestMs!, toMs: dayStartMs(story.extent.latestMs!) + DAY_MS};
  return {
    extent,
    lanes: story.lanes,
    events: events.map((event) => ({
      id: event.id,
      lane: story.lanes.findIndex(({id}) => id === event.lane),
      span: spanFromDate(event.date, event.happened, zone, extent),
      knownMs: publicDayMs(event.known, zone),
      positionsKnownMs: positionsKnownMs(event, zone),
    })),
    measures: measuresFromEntries(content),
    states: filmStatesFromEntries(content, extent.toMs),
    chapters: chapterClocksFromEntries(content),
  };
}

/**
 * Start of the day from which each actor of an event may be named beside it: the event's own day, or, for one
 * who only holds a position that came out later, the day that it did.
 */
export function actorsKnownMs({actors, known, disagreements}: Pick<EventEntry, 'actors' | 'known' | 'disagreements'>, zone: string): Map<string, number> {
  const eventMs = publicDayMs(known, zone);
  const positions = disagreements.flatMap((disagreement) => disagreement.positions);
  return new Map(actors.map((actor) => {
    const heldMs = positions.filter(({by}) => by.includes(actor)).map((position) => publicDayMs(position.known, zone));
    return [actor, heldMs.length === 0 ? eventMs : Math.max(eventMs, Math.min(...heldMs))];
  }));
}

function eventOn(event: PublicRecord['events'][number], dayMs: number): EventThen {
  const standing = standingOn(event, dayMs);
  const positions = event.positionsKnownMs.map((days) =>
    standing === 'known' ? days.flatMap((knownMs, i) => (knownMs <= dayMs ? [i] : [])) : [],
  );
  return {standing, positions, isDisputed: positions.some(({length}) => length >= 2)};
}

function statesOn({states, extent}: PublicRecord, dayMs: number): FilmState[] {
  const endMs = Math.min(dayMs + DAY_MS, extent.toMs);
  const known = states.filter(({knownMs}) => knownMs <= dayMs);
  return known.map((state, i) => ({...state, toMs: known[i + 1]?.fromMs ?? Math.max(endMs, state.fromMs)}));
}
