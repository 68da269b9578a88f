import type {Content, EdtfDate, EventEntry, Glyph, Hue, Qualifier, StateEntry, Weight} from '../../schema/content.ts';
import {keptFor} from './kept.ts';
import {spanAnchorMs, spanFromDate} from './span.ts';
import type {Span} from './span.ts';
import {DAY_MS, dayStartMs, wallClockMs} from './time.ts';
import type {View} from './view.ts';

/** 1 is read first. */
export type Importance = 1 | 2 | 3;

/** One event as the timeline understands it; nothing here is in pixels. */
export interface TimelineEvent {
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly short: string;
  /** Place of its lane in {@link Timeline.lanes}. */
  readonly lane: number;
  readonly chapter: string;
  readonly importance: Importance;
  readonly isTurningPoint: boolean;
  /** Whether sources disagree, by what is known now. */
  readonly isDisputed: boolean;
  /** Start of the day each position became public, for each disagreement in the order it is written. */
  readonly positionsKnownMs: readonly (readonly number[])[];
  readonly span: Span;
  /** Place within its day, 0 to 1, where a source gives one. */
  readonly order: number | null;
  /** Start of the day from which the public could know of it. */
  readonly knownMs: number;
  /** When, in words, for its accessible name and its flag. */
  readonly when: string;
}

export interface Lane {
  readonly id: string;
  readonly name: string;
  readonly glyph: Glyph;
  readonly hue: Hue;
  readonly rows: number;
}

/** One public count; it holds until the next. */
export interface MeasureStep {
  /** Start of the day it became public. */
  readonly knownMs: number;
  readonly value: number;
  /** The day it is true for, as EDTF. */
  readonly asOf: string;
  readonly qualifier: Qualifier;
  readonly source: string;
  readonly event: string;
}

export interface Measure {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly steps: readonly MeasureStep[];
}

/** When a chapter's words may be told. */
export interface ChapterClock {
  readonly id: string;
  /** Start of the first of its days on which something of it was public; events of long before do not begin it. */
  readonly titleKnownMs: number;
  /** Start of its last day: an introduction looks back on all of them. */
  readonly ledeKnownMs: number;
}

export interface FilmState {
  readonly label: string;
  readonly short: string;
  readonly state: StateEntry['state'];
  readonly fromMs: number;
  readonly toMs: number;
  /** Start of the day it became public. */
  readonly knownMs: number;
}

export interface Timeline {
  /** Of the story and of every word about it, as BCP 47. */
  readonly language: string;
  /** Whose clocks the axis shows: an IANA time zone. */
  readonly zone: string;
  readonly zoneLabel: string;
  readonly firstDayMs: number;
  readonly extent: View;
  readonly lanes: readonly Lane[];
  /** In the order of {@link byTime}. */
  readonly events: readonly TimelineEvent[];
  readonly measures: readonly Measure[];
  readonly statesName: string;
  readonly states: readonly FilmState[];
  /** In the order of the story. */
  readonly chapters: readonly ChapterClock[];
  readonly bracket: {readonly label: string; readonly fromMs: number; readonly toMs: number} | null;
}

const IMPORTANCE: Readonly<Record<Exclude<Weight, 'context'>, Importance>> = {
  'turning-point': 1,
  landmark: 1,
  standard: 2,
  detail: 3,
};

/**
 * Gives content its meaning on the axis. Events of weight `context` stay off it.
 *
 * @param whenInWords - Says a date as readers read it.
 */
export function timelineFromEntries(
  content: Pick<Content, 'story' | 'events' | 'chapters'>,
  whenInWords: (event: EventEntry) => string,
): Timeline {
  const {story} = content;
  const {zone} = story;
  const extent = {fromMs: story.extent.earliestMs!, toMs: dayStartMs(story.extent.latestMs!) + DAY_MS};
  const laneIndex = new Map(story.lanes.map((lane, i) => [lane.id, i]));
  const events = content.events
    .filter((event) => event.weight !== 'context')
    .map((event): TimelineEvent => ({
      id: event.id,
      title: event.title,
      label: event.label,
      short: event.short ?? event.label,
      lane: laneIndex.get(event.lane)!,
      chapter: event.chapter,
      importance: IMPORTANCE[event.weight as keyof typeof IMPORTANCE],
      isTurningPoint: event.weight === 'turning-point',
      isDisputed: event.disagreements.length > 0,
      positionsKnownMs: positionsKnownMs(event, zone),
      span: spanFromDate(event.date, event.happened, zone, extent),
      order: event.order,
      knownMs: publicDayMs(event.known, zone),
      when: whenInWords(event),
    }))
    .sort(byTime);
  return {
    language: story.language,
    zone,
    zoneLabel: story.zoneLabel,
    firstDayMs: story.firstDay.earliestMs!,
    extent,
    lanes: story.lanes,
    events,
    measures: measuresFromEntries(content),
    statesName: story.states?.name ?? '',
    states: filmStatesFromEntries(content, extent.toMs),
    chapters: chapterClocksFromEntries(content),
    bracket: story.bracket && {
      label: story.bracket.label,
      fromMs: story.bracket.date.earliestMs!,
      toMs: dayStartMs(story.bracket.date.latestMs!),
    },
  };
}

/** The story's counts, each step on the day it became public. */
export function measuresFromEntries({story, events}: Pick<Content, 'story' | 'events'>): Measure[] {
  return story.measures.map(({id, name, prefix, suffix}) => ({
    id,
    name,
    prefix,
    suffix,
    steps: events
      .flatMap((event) => event.figures.map((figure) => ({event, figure})))
      .filter(({figure}) => figure.measure === id)
      .map(({event, figure}) => ({
        knownMs: publicDayMs(event.known, story.zone),
        value: figure.value,
        asOf: figure.asOf.text,
        qualifier: figure.qualifier,
        source: figure.source,
        event: event.id,
      }))
      .sort((a, b) => a.knownMs - b.knownMs || compareText(a.asOf, b.asOf)),
  }));
}

/** The states of the film, each until the next; one that an event made is public no sooner than that event. */
export function filmStatesFromEntries({story, events}: Pick<Content, 'story' | 'events'>, endMs: number): FilmState[] {
  const {zone} = story;
  return (story.states?.items ?? []).map(({label, short, state, date, event: id}, i, all) => {
    const event = events.find((candidate) => candidate.id === id);
    return {
      label,
      short,
      state,
      fromMs: startMs(date, zone),
      toMs: i + 1 < all.length ? startMs(all[i + 1]!.date, zone) : endMs,
      knownMs: Math.max(publicDayMs(date, zone), event ? publicDayMs(event.known, zone) : -Infinity),
    };
  });
}

/** When each chapter's title and introduction may be told; a chapter without events, from its first day. */
export function chapterClocksFromEntries({story: {zone}, chapters, events}: Pick<Content, 'story' | 'events' | 'chapters'>): ChapterClock[] {
  return chapters.map(({id, date}) => {
    const eventDays = events.filter((event) => event.chapter === id).map(({known}) => publicDayMs(known, zone));
    const firstMs = Math.max(publicDayMs(date, zone), eventDays.length > 0 ? Math.min(...eventDays) : -Infinity);
    const lastMs = date.latestMs === null ? Math.max(firstMs, ...eventDays) : dayStartMs(date.precision === 'time' ? wallClockMs(date.latestMs, zone) : date.latestMs);
    return {id, titleKnownMs: firstMs, ledeKnownMs: Math.max(firstMs, lastMs)};
  });
}

/** Start of the day each position of an event became public, by disagreement. */
export function positionsKnownMs({disagreements}: Pick<EventEntry, 'disagreements'>, zone: string): number[][] {
  return disagreements.map(({positions}) => positions.map(({known}) => publicDayMs(known, zone)));
}

/** Start of the first day a `known` date can mean; of its last day where the start is open. */
export function publicDayMs(known: EdtfDate, zone: string): number {
  const instantMs = known.earliestMs ?? known.latestMs!;
  return dayStartMs(known.precision === 'time' ? wallClockMs(instantMs, zone) : instantMs);
}

function startMs(date: EdtfDate, zone: string): number {
  return date.precision === 'time' ? wallClockMs(date.earliestMs!, zone) : date.earliestMs!;
}

/** The order readers go through events: by day, place in the day, hour, importance and id. */
export function byTime(a: TimelineEvent, b: TimelineEvent): number {
  return (
    dayStartMs(spanAnchorMs(a.span)) - dayStartMs(spanAnchorMs(b.span)) ||
    (a.order ?? 0.5) - (b.order ?? 0.5) ||
    spanAnchorMs(a.span) - spanAnchorMs(b.span) ||
    a.importance - b.importance ||
    compareText(a.id, b.id)
  );
}

/** The events of a timeline by their ids; put together once. */
export const eventsById: (timeline: Timeline) => ReadonlyMap<string, TimelineEvent> = keptFor(
  ({events}) => new Map(events.map((event) => [event.id, event])),
);

/** Code-point order: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
