/** Timelines made of nothing but numbers: by hand, and at random. */
import * as fc from 'fast-check';
import {openingOf} from '../../src/timeline/model/opening.ts';
import type {Span} from '../../src/timeline/model/span.ts';
import {DAY_MS, HOUR_MS} from '../../src/timeline/model/time.ts';
import {byTime} from '../../src/timeline/model/timeline.ts';
import type {Importance, Measure, Timeline, TimelineEvent} from '../../src/timeline/model/timeline.ts';
import type {View} from '../../src/timeline/model/view.ts';
import {compactSize, wideSize} from '../../src/timeline/layout/size.ts';
import type {StageSize} from '../../src/timeline/layout/size.ts';
import {MAX_PX_PER_DAY} from '../../src/timeline/layout/scale.ts';

/** An event on day 0 of lane 0, unless `over` says otherwise. */
export function anEvent(over: Partial<TimelineEvent> = {}): TimelineEvent {
  return {
    id: 'a',
    title: 'Title',
    label: 'A longer label',
    short: 'Label',
    lane: 0,
    chapter: 'c',
    importance: 2,
    isTurningPoint: false,
    isDisputed: false,
    positionsKnownMs: [],
    span: {kind: 'day', dayMs: 0},
    order: null,
    knownMs: 0,
    when: 'Day 1',
    ...over,
  };
}

/** @param rows - Of each lane. */
export function aTimeline(events: readonly TimelineEvent[], days: number, rows: readonly number[] = [2]): Timeline {
  const extent = {fromMs: 0, toMs: days * DAY_MS};
  return {
    language: 'en',
    zone: 'America/Los_Angeles',
    zoneLabel: 'PT',
    firstDayMs: 0,
    extent,
    lanes: rows.map((count, i) => ({id: `lane-${i}`, name: `Lane ${i}`, glyph: 'circle', hue: 'blue', rows: count})),
    events: [...events].sort(byTime),
    measures: [],
    statesName: '',
    states: [],
    chapters: [],
    bracket: null,
    opening: openingOf({opening: null}, {extent, events, firstDayMs: 0}),
  };
}

export interface SomeCase {
  readonly timeline: Timeline;
  readonly size: StageSize;
  readonly view: View;
  readonly selectedId: string | null;
  /** What a search lets through, or null. */
  readonly matching: ReadonlySet<string> | null;
  /** The lane that a reader has chosen alone; what a search lets through are then its events. */
  readonly aloneLane: number | null;
}

/** Words with a narrow and a wide letter, letters the table lacks, none at all, and no place to break. */
const someWords = fc.oneof(
  {weight: 4, arbitrary: fc.string({unit: fc.constantFrom('i', 'W', 'e', ' ', 'é'), minLength: 1, maxLength: 34})},
  {weight: 1, arbitrary: fc.constantFrom('', 'W'.repeat(300), '🎬🎬🎬', 'القرصنة', 'FBI names North Korea')},
);

/** Spans of every kind, some reaching over the edges of the story, many on the same few days. */
function someSpan(days: number): fc.Arbitrary<Span> {
  const day = fc.oneof(fc.nat({max: days - 1}), fc.nat({max: Math.min(days - 1, 3)}), fc.constantFrom(0, days - 1));
  const length = fc.oneof(fc.integer({min: 1, max: 4}), fc.integer({min: 1, max: days + 3}));
  const stretch = fc.record({start: day, length, early: fc.constantFrom(0, 0, 0, 2)}).map(({start, length: n, early}) => ({
    fromMs: (start - early) * DAY_MS,
    toMs: (start + n) * DAY_MS,
  }));
  return fc.oneof(
    {weight: 4, arbitrary: day.map((n): Span => ({kind: 'day', dayMs: n * DAY_MS}))},
    {
      weight: 1,
      arbitrary: fc.tuple(day, fc.nat({max: 47})).map(([n, half]): Span => ({kind: 'moment', atMs: n * DAY_MS + (half * HOUR_MS) / 2})),
    },
    {weight: 1, arbitrary: fc.tuple(stretch, fc.boolean()).map(([bounds, soft]): Span => ({kind: 'within', ...bounds, soft}))},
    {weight: 1, arbitrary: day.map((n): Span => ({kind: 'by', toMs: (n + 1) * DAY_MS}))},
    {weight: 1, arbitrary: day.map((n): Span => ({kind: 'since', fromMs: n * DAY_MS}))},
    {
      weight: 1,
      arbitrary: fc
        .tuple(stretch, fc.boolean(), fc.boolean())
        .map(([bounds, softStart, softEnd]): Span => ({kind: 'stretch', ...bounds, softStart, softEnd})),
    },
  );
}

function someEvent(days: number, lanes: number): fc.Arbitrary<Omit<TimelineEvent, 'id'>> {
  return fc
    .record({
      label: someWords,
      short: someWords,
      lane: fc.nat({max: lanes - 1}),
      importance: fc.constantFrom<Importance>(1, 2, 2, 3, 3),
      isTurn: fc.nat({max: 3}),
      isDisputed: fc.boolean(),
      span: someSpan(days),
      order: fc.option(fc.double({min: 0, max: 1, noNaN: true})),
    })
    .map(({isTurn, ...rest}) => {
      const {span, ...words} = rest;
      return {...anEvent(), ...words, span, isTurningPoint: rest.importance === 1 && isTurn === 0};
    });
}

const someDays = fc.constantFrom(1, 2, 10, 80, 80, 80, 400, 40_000);
const someRows = fc.oneof(
  {weight: 9, arbitrary: fc.array(fc.integer({min: 1, max: 5}), {minLength: 1, maxLength: 6})},
  {weight: 1, arbitrary: fc.array(fc.integer({min: 1, max: 2}), {minLength: 7, maxLength: 18})},
);
const someSize = fc.oneof(
  fc
    .tuple(fc.oneof(fc.constantFrom(1184, 812), fc.integer({min: 100, max: 4000})), fc.integer({min: 500, max: 2000}))
    .map(([widthPx, heightPx]) => wideSize(widthPx, heightPx)),
  fc
    .tuple(fc.oneof(fc.constant(340), fc.integer({min: 100, max: 900})), fc.nat({max: 2}), fc.integer({min: 400, max: 1100}))
    .map(([widthPx, measure, heightPx]) => compactSize(widthPx, measure, heightPx)),
);
/** Days on which each of some measures has a new figure. */
const someMeasures = (days: number) =>
  fc.array(fc.array(fc.nat({max: days}), {maxLength: 3}), {maxLength: 3}).map((all) =>
    all.map((steps, i): Measure => ({
      id: `m${i}`,
      name: `Measure ${i}`,
      prefix: '',
      suffix: '',
      steps: steps
        .sort((a, b) => a - b)
        .map((day, value) => ({knownMs: day * DAY_MS, value, asOf: '', qualifier: 'exact', source: '', event: ''})),
    })),
  );

/** A story, a stage and a window between the whole story and the closest there is. */
export function someCase(maxEvents = 200): fc.Arbitrary<SomeCase> {
  return fc.tuple(someDays, someRows).chain(([days, rows]) =>
    fc
      .record({
        events: fc.array(someEvent(days, rows.length), {maxLength: maxEvents, size: maxEvents > 200 ? 'max' : '+1'}),
        measures: someMeasures(days),
        size: someSize,
        zoom: fc.oneof({weight: 1, arbitrary: fc.constantFrom(0, 1)}, {weight: 3, arbitrary: fc.double({min: 0, max: 1, noNaN: true})}),
        place: fc.oneof({weight: 1, arbitrary: fc.constantFrom(0, 1)}, {weight: 3, arbitrary: fc.double({min: 0, max: 1, noNaN: true})}),
        selected: fc.option(fc.nat()),
        everyNth: fc.option(fc.integer({min: 1, max: 7}), {freq: 2}),
        alone: fc.option(fc.nat({max: rows.length - 1}), {freq: 1}),
      })
      .map(({events, measures, size, zoom, place, selected, everyNth, alone}): SomeCase => {
        const longestMs = days * DAY_MS;
        const shortestMs = Math.min((size.widthPx / MAX_PX_PER_DAY) * DAY_MS, longestMs);
        const windowMs = Math.round(longestMs * (shortestMs / longestMs) ** zoom);
        const fromMs = Math.round(place * (longestMs - windowMs));
        // Ids whose order is not the order they were made in.
        const ids = events.map((_, i) => `e${(i * 7919) % 10_007}`);
        const isWanted =
          everyNth === null ? null : alone === null ? (i: number) => i % everyNth === 0 : (i: number) => events[i]!.lane === alone;
        return {
          timeline: {
            ...aTimeline(
              events.map((event, i) => ({...event, id: ids[i]!})),
              days,
              rows,
            ),
            measures,
          },
          size,
          view: {fromMs, toMs: fromMs + windowMs},
          selectedId: selected === null ? null : (ids[selected % ids.length] ?? null),
          matching: isWanted && new Set(ids.filter((_, i) => isWanted(i))),
          aloneLane: isWanted ? alone : null,
        };
      }),
  );
}
