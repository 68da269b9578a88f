import {byText} from '../../schema/by-text.ts';
import type {Content, EdtfDate, EventEntry, Glyph, Hue, Qualifier, StateEntry} from '../../schema/content.ts';
import {endDayMs, startDayMs} from './day-words.ts';
import {memoizeBy} from './memoize.ts';
import {spanAnchorMs, spanBounds} from './span.ts';
import type {Span} from './span.ts';
import {isPublicOn} from './standing.ts';
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
  /** The same with its first day only, for the days on which its last day is not known yet, if there are any. */
  readonly whenOpen?: string;
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

/** From when the parts of a chapter's head may be read. All are starts of days. */
export interface ChapterClock {
  readonly id: string;
  /** The first of its days on which one of its events was public, or a later one that it names itself. */
  readonly titleKnownMs: number;
  /** From when its first day may be named, and from when its last: null for one whose end is open. */
  readonly daysKnownMs: number;
  readonly lastDayKnownMs: number | null;
  /** The last day on which anything in it came out, since an introduction looks back on all of it. */
  readonly ledeKnownMs: number;
}

export interface StoryState {
  readonly label: string;
  readonly short: string;
  readonly look: StateEntry['look'];
  readonly fromMs: number;
  readonly toMs: number;
  /** Start of the day it became public. */
  readonly knownMs: number;
}

/** What a first visit shows; see `opening.ts`. */
export interface Opening {
  readonly view: View;
  /** The same on a phone. */
  readonly compactView: View;
  readonly playheadMs: number;
  /** Start of the day that readers are asked about; null where no day divides what was public from what came later. */
  readonly dayMs: number | null;
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
  readonly states: readonly StoryState[];
  /** In the order of the story. */
  readonly chapters: readonly ChapterClock[];
  /** From the start of its first day, or an hour of it, to the noon of its last, or an hour. */
  readonly bracket: {readonly label: string; readonly long: string; readonly fromMs: number; readonly toMs: number} | null;
  readonly opening: Opening;
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
      .sort((a, b) => a.knownMs - b.knownMs || byText(a.asOf, b.asOf)),
  }));
}

/** The states of the story's subject, each until the next; one that an event made is public no sooner than that event. */
export function statesFromEntries({story, events}: Pick<Content, 'story' | 'events'>, endMs: number): StoryState[] {
  const {zone} = story;
  return (story.states?.items ?? []).map(({label, short, look, date, event: id}, i, all) => {
    const event = events.find((candidate) => candidate.id === id);
    return {
      label,
      short,
      look,
      fromMs: startMs(date, zone),
      toMs: i + 1 < all.length ? startMs(all[i + 1]!.date, zone) : endMs,
      knownMs: Math.max(publicDayMs(date, zone), event ? publicDayMs(event.known, zone) : -Infinity),
    };
  });
}

export function chapterClocksFromEntries({
  story: {zone},
  chapters,
  events,
}: Pick<Content, 'story' | 'events' | 'chapters'>): ChapterClock[] {
  return chapters.map(({id, date, titleKnown}) => {
    const firstDayMs = startDayMs(date, zone) ?? endDayMs(date, zone)!;
    const lastDayMs = endDayMs(date, zone);
    const eventDays = events.filter((event) => event.chapter === id).map(({known}) => publicDayMs(known, zone));
    const firstKnownMs = eventDays.length === 0 ? firstDayMs : Math.min(...eventDays);
    const titleKnownMs = Math.max(firstDayMs, firstKnownMs, titleKnown ? publicDayMs(titleKnown, zone) : -Infinity);
    return {
      id,
      titleKnownMs,
      daysKnownMs: Math.max(titleKnownMs, firstDayMs),
      lastDayKnownMs: lastDayMs === null ? null : Math.max(titleKnownMs, lastDayMs),
      ledeKnownMs: Math.max(titleKnownMs, lastDayMs ?? -Infinity, ...eventDays),
    };
  });
}

/** Start of the day each position of an event became public, by disagreement. */
export function positionsKnownMs({disagreements}: Pick<EventEntry, 'disagreements'>, zone: string): number[][] {
  return disagreements.map(({positions}) => positions.map(({known}) => publicDayMs(known, zone)));
}

/** Start of the last day a `known` date can mean, for until then it is not certain; of its first where the end is open. */
export function publicDayMs(known: EdtfDate, zone: string): number {
  const instantMs = known.latestMs ?? known.earliestMs!;
  return dayStartMs(known.precision === 'time' ? wallClockMs(instantMs, zone) : instantMs);
}

/**
 * Start of the day from which all of an event's date may be named: its last day, where the event was public before
 * that came; null where the date may be named as soon as the event. Of what was announced, the days were too.
 */
export function wholeDateKnownMs({date, known}: Pick<EventEntry, 'date' | 'known'>, zone: string): number | null {
  const lastMs = date.precision === 'interval' ? endDayMs(date, zone) : null;
  if (lastMs === null) return null;
  const knownMs = publicDayMs(known, zone);
  const isAnnounced = knownMs < (startDayMs(date, zone) ?? -Infinity);
  return isAnnounced || isPublicOn(knownMs, lastMs) ? null : lastMs;
}

function startMs(date: EdtfDate, zone: string): number {
  return date.precision === 'time' ? wallClockMs(date.earliestMs!, zone) : date.earliestMs!;
}

/**
 * The order of events along the axis: the one in which they are told (`byTelling`), but that an event of uncertain day
 * is where its marker is, in the middle of the days it may be.
 */
export function byTime(a: TimelineEvent, b: TimelineEvent): number {
  return (
    dayStartMs(spanAnchorMs(a.span)) - dayStartMs(spanAnchorMs(b.span)) ||
    shareOfDay(a) - shareOfDay(b) ||
    Number(b.isTurningPoint) - Number(a.isTurningPoint) ||
    a.importance - b.importance ||
    spanAnchorMs(a.span) - spanAnchorMs(b.span) ||
    spanBounds(a.span).toMs - spanBounds(b.span).toMs ||
    byText(a.title, b.title) ||
    byText(a.id, b.id)
  );
}

/** Place in its day, 0 to 1: by its hour, else by its order, else the middle. */
function shareOfDay({span, order}: TimelineEvent): number {
  return span.kind === 'moment' ? (span.atMs - dayStartMs(span.atMs)) / DAY_MS : (order ?? 0.5);
}

/** The events of a timeline by id, memoized. */
export const eventsById: (timeline: Timeline) => ReadonlyMap<string, TimelineEvent> = memoizeBy(
  ({events}) => new Map(events.map((event) => [event.id, event])),
);

/** The position of each event in its timeline, by id, memoized. */
export const placesInTime: (timeline: Timeline) => ReadonlyMap<string, number> = memoizeBy(
  ({events}) => new Map(events.map(({id}, i) => [id, i])),
);
