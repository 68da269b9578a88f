import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {countTouching, eventsAround, viewAround} from '../../../src/timeline/model/around.ts';
import type {AroundOptions} from '../../../src/timeline/model/around.ts';
import {spanBounds} from '../../../src/timeline/model/span.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {checkProperty, PROPERTY_TIMEOUT_MS} from '../property.ts';
import {anEvent} from '../some-timeline.ts';
import {days, stretch as stretchOf} from '../some-spans.ts';

const onDay = (day: number, over = {}) => anEvent({id: `on-${day}`, span: {kind: 'day', dayMs: day * DAY_MS}, ...over});
const stretch = (from: number, to: number, over = {}) => anEvent({id: `from-${from}`, span: stretchOf(from, to), ...over});

/** A story of a hundred days with an event on every day. */
const DAILY = Array.from({length: 100}, (_, day) => onDay(day));
const AROUND: AroundOptions = {extent: days(0, 100), wantedMs: 5 * DAY_MS, shortestMs: DAY_MS, least: 3, most: 40};

describe('countTouching(events, view)', () => {
  const events = [onDay(1), stretch(0, 10), onDay(5), onDay(9)];

  test('counts what begins or ends in a view, and what goes on all through it', () => {
    expect([days(2, 4), days(2, 5), days(0, 1), days(6.5, 6.6), days(11, 12)].map((view) => countTouching(events, view))).toEqual([
      2, 3, 2, 1, 0,
    ]);
  });

  test(
    'counts as looking at every event does',
    () => {
      const some = fc.array(fc.tuple(fc.nat({max: 30}), fc.nat({max: 8})), {maxLength: 20});
      checkProperty(
        fc.property(some, fc.nat({max: 40}), fc.nat({max: 10}), (spans, fromDay, length) => {
          const all = spans.map(([from, lasts]) => stretch(from, from + lasts));
          const view = days(fromDay, fromDay + length);
          const touching = all.filter(({span}) => spanBounds(span).toMs >= view.fromMs && spanBounds(span).fromMs <= view.toMs);
          expect(countTouching(all, view)).toBe(touching.length);
        }),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});

describe('viewAround(events, middle, options)', () => {
  test('is as long as is wanted if that contains a fair number', () => {
    expect(viewAround(DAILY, 50.5 * DAY_MS, AROUND)).toEqual(days(45.5, 55.5));
  });

  test('is shorter where it would hold too many', () => {
    // Five days and the moment before the sixth: 48, 49, 50, 51 and 52.
    const view = viewAround(DAILY, 50.5 * DAY_MS, {...AROUND, most: 5});
    expect(view).toEqual({fromMs: 48 * DAY_MS + 1, toMs: 53 * DAY_MS - 1});
    expect(countTouching(DAILY, view)).toBe(5);
  });

  test('is longer where it would hold too few', () => {
    const sparse = [onDay(20), onDay(50), onDay(90)];
    // The day of the nearest other event ends 29.5 days back.
    expect(viewAround(sparse, 50.5 * DAY_MS, {...AROUND, least: 2})).toEqual(days(21, 80));
    expect(viewAround(sparse, 50.5 * DAY_MS, {...AROUND, least: 9})).toEqual(days(0, 100));
  });

  test('is never shorter than the shortest, however many that holds', () => {
    const crowd = Array.from({length: 60}, (_, i) => onDay(50, {id: String(i)}));
    expect(viewAround(crowd, 50.5 * DAY_MS, AROUND)).toEqual(days(49.5, 51.5));
  });

  test('is shifted at the edges of the story, and counts what it then holds', () => {
    expect(viewAround(DAILY, 0.5 * DAY_MS, AROUND)).toEqual(days(0, 10));
    expect(countTouching(DAILY, viewAround(DAILY, 0.5 * DAY_MS, {...AROUND, most: 4}))).toBe(4);
  });

  test(
    'holds a fair number wherever there is one, and the instant itself',
    () => {
      const some = fc.array(fc.tuple(fc.nat({max: 99}), fc.nat({max: 20})), {minLength: 1, maxLength: 60});
      checkProperty(
        fc.property(some, fc.nat({max: 99}), (spans, day) => {
          const events = spans.map(([from, lasts]) => stretch(from, Math.min(from + lasts, 100)));
          const view = viewAround(events, (day + 0.5) * DAY_MS, {...AROUND, most: 10});
          const count = countTouching(events, view);
          expect(view.fromMs).toBeLessThan((day + 0.5) * DAY_MS);
          expect(view.toMs).toBeGreaterThan((day + 0.5) * DAY_MS);
          if (view.toMs - view.fromMs > 2 * DAY_MS) expect(count).toBeLessThanOrEqual(Math.max(10, AROUND.least));
          if (view.toMs - view.fromMs < 100 * DAY_MS) expect(count).toBeGreaterThanOrEqual(3);
        }),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});

describe('eventsAround(events, view, margin, most, always)', () => {
  test('gives what is in the view and what is right beside it, in the order of the story', () => {
    const chosen = eventsAround(DAILY, days(10.5, 12.5), DAY_MS, 9, 'on-11');
    expect(chosen.map(({id}) => id)).toEqual(['on-9', 'on-10', 'on-11', 'on-12', 'on-13']);
  });

  test('prefers the weightiest in the view, and never leaves out the one it is for', () => {
    const crowd = [
      onDay(5, {id: 'c', importance: 3}),
      onDay(5, {id: 'a', importance: 1}),
      onDay(5, {id: 'd', importance: 3}),
      onDay(5, {id: 't', importance: 1, isTurningPoint: true}),
      onDay(5, {id: 'b', importance: 2}),
    ];
    expect(eventsAround(crowd, days(4, 7), 0, 3, 'd').map(({id}) => id)).toEqual(['a', 'd', 't']);
  });

  test('prefers the nearest beside the view', () => {
    const chosen = eventsAround(DAILY, days(50.2, 50.9), 9 * DAY_MS, 3, 'on-50');
    expect(chosen.map(({id}) => id)).toEqual(['on-49', 'on-50', 'on-51', 'on-52']);
  });
});
