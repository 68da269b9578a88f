import {describe, expect, test} from 'vitest';
import {
  instantBeyond,
  viewFromEdge,
  viewOfChapter,
  viewOfEvent,
  viewOfInstant,
  viewOfLevel,
  viewThatNames,
} from '../../../src/timeline/interaction/aim.ts';
import {firstToBegin} from '../../../src/timeline/interaction/stops.ts';
import type {Span} from '../../../src/timeline/model/span.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {View} from '../../../src/timeline/model/view.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';
import {day, days as view, stretch} from '../some-spans.ts';

const BOUNDS = {extent: view(0, 80), shortestMs: DAY_MS / 2};
/** Nothing is drawn yet that says where a mark is. */
const NO_MARKS = {marks: [], counts: []};

const viewOf = (span: Span, from: View) => viewOfEvent(anEvent({span}), from, NO_MARKS, BOUNDS);

describe('viewOfEvent(event, view, arrangement, bounds)', () => {
  test('stays where the event is in sight', () => {
    expect(viewOf(day(25), view(20, 30))).toEqual(view(20, 30));
  });

  test('stays where all of the event’s day is in sight, and makes room for an hour at the very edge', () => {
    expect(viewOf(day(20), view(20, 30))).toEqual(view(20, 30));
    expect(viewOf(day(29), view(20, 30))).toEqual(view(20, 30));
    expect(viewOf({kind: 'moment', atMs: 20 * DAY_MS}, view(20, 30))).toEqual(view(19, 29));
  });

  test('moves no further than to show the day, with a tenth of the view beside it', () => {
    expect(viewOf(day(34), view(20, 30))).toEqual(view(26, 36));
    expect(viewOf(day(15), view(20, 30))).toEqual(view(14, 24));
  });

  test('stays where something that began long before goes on in sight', () => {
    expect(viewOf(stretch(0, 60), view(20, 30))).toEqual(view(20, 30));
  });

  test('moves to the nearer part of what goes on elsewhere', () => {
    expect(viewOf(stretch(0, 18), view(20, 30))).toEqual(view(15.5, 25.5));
    expect(viewOf(stretch(40, 80), view(20, 30))).toEqual(view(32.5, 42.5));
  });

  test('moves to all of a short stretch', () => {
    expect(viewOf(stretch(28, 32), view(20, 30))).toEqual(view(23, 33));
  });

  test('shows no more than the story has of a stretch that began before it', () => {
    expect(viewOf(stretch(-30, 4), view(20, 30))).toEqual(view(0, 10));
    expect(viewOf(stretch(-30, 14), view(20, 30))).toEqual(view(11.5, 21.5));
  });

  test('shows all the days an event may have happened on, where they fit', () => {
    expect(viewOf({kind: 'within', ...view(30, 33), soft: false}, view(20, 30))).toEqual(view(24, 34));
    expect(viewOf({kind: 'within', ...view(30, 50), soft: false}, view(20, 30))).toEqual(view(31, 41));
  });

  test('shows the group that an event is drawn in', () => {
    const group = {members: ['a', 'b'], atMs: 50 * DAY_MS};
    const arrangement = {...NO_MARKS, counts: [group]} as unknown as Parameters<typeof viewOfEvent>[2];
    expect(viewOfEvent(anEvent({span: day(45)}), view(20, 30), arrangement, BOUNDS)).toEqual(view(41, 51));
  });
});

describe('viewOfEvent(…) of what is drawn elsewhere than at its day', () => {
  const arranged = (over: object) => ({...NO_MARKS, ...over}) as unknown as Parameters<typeof viewOfEvent>[2];
  const of = (span: Span, from: View, over: object) => viewOfEvent(anEvent({span}), from, arranged(over), BOUNDS);

  test('goes by its mark, and by that of no other event', () => {
    // Its day ends with day 34; the view that shows that day alone ends a tenth of its length later, with day 36.
    expect(of(day(34), view(20, 30), {marks: [{id: 'a', atMs: 34.5 * DAY_MS}]})).toEqual(view(26, 36));
    expect(
      of(day(34), view(20, 30), {
        marks: [
          {id: 'b', atMs: 34.5 * DAY_MS},
          {id: 'a', atMs: 36 * DAY_MS},
        ],
      }),
    ).toEqual(view(27, 37));
    expect(of(day(25), view(20, 30), {marks: [{id: 'b', atMs: 50 * DAY_MS}], counts: [{members: ['b', 'c'], atMs: 50 * DAY_MS}]})).toEqual(
      view(20, 30),
    );
  });

  test('stays where its mark is drawn among days of which the view shows half or less', () => {
    // Five of ten days: its mark may be anywhere among them.
    const within = (from: number, to: number): Span => ({kind: 'within', ...view(from, to), soft: false});
    expect(of(within(28, 33), view(20, 30), {marks: [{id: 'a', atMs: 29 * DAY_MS}]})).toEqual(view(20, 30));
    expect(of(within(28, 33), view(20, 30), {marks: [{id: 'a', atMs: 29.95 * DAY_MS}]})).toEqual(view(20, 30));
    expect(of(within(28, 32), view(20, 30), {marks: [{id: 'a', atMs: 29 * DAY_MS}]})).toEqual(view(23, 33));
    // Only where some of them are in the view.
    expect(of(within(30, 36), view(20, 30), {marks: [{id: 'a', atMs: 33 * DAY_MS}]})).toEqual(view(24, 34));
    expect(of(within(14, 20), view(20, 30), {marks: [{id: 'a', atMs: 17 * DAY_MS}]})).toEqual(view(16, 26));
  });

  test('stays where a stretch is drawn at its very end', () => {
    expect(of(stretch(10, 20.1), view(20, 30), {marks: [{id: 'a', atMs: 10 * DAY_MS}]})).toEqual(view(20, 30));
    expect(of(stretch(18, 20.1), view(20, 30), {marks: [{id: 'a', atMs: 18 * DAY_MS}]})).toEqual(view(20, 30));
    expect(of(stretch(18, 20.1), view(20, 30), NO_MARKS)).not.toEqual(view(20, 30));
  });

  test('shows an event from before the story, or after it, at its nearer end', () => {
    expect(of(day(-20), view(20, 30), {})).toEqual(view(0, 10));
    expect(of(day(100), view(20, 30), {})).toEqual(view(70, 80));
  });

  test('leaves an instant where it is that is a hundredth of the view from its edge', () => {
    const instant = (n: number): Span => ({kind: 'moment', atMs: n * DAY_MS});
    expect(of(instant(20.1), view(20, 30), {})).toEqual(view(20, 30));
    expect(of(instant(20.09), view(20, 30), {})).not.toEqual(view(20, 30));
    expect(of(instant(29.9), view(20, 30), {})).toEqual(view(20, 30));
    expect(of(instant(29.91), view(20, 30), {})).not.toEqual(view(20, 30));
  });
});

describe('viewThatNames(timeline, members, view, bounds, named)', () => {
  const timeline = aTimeline([anEvent({id: 'a', span: day(24)}), anEvent({id: 'b', span: day(26)}), anEvent({id: 'c', span: day(40)})], 80);
  const lengths: number[] = [];
  /** Names everything in views shorter than this many days. */
  const namedBelow =
    (days: number, ids = ['a', 'b']) =>
    (seen: View) => {
      lengths.push((seen.toMs - seen.fromMs) / DAY_MS);
      return new Set(seen.toMs - seen.fromMs < days * DAY_MS ? ids : ids.slice(0, 1));
    };
  const days = (found: View | null) => found && [found.fromMs / DAY_MS, found.toMs / DAY_MS].map((n) => Math.round(n * 1000) / 1000);

  test('is the widest view about the middle of the events that names them all, in steps of 85 %', () => {
    // Between the noons of day 24 and 26 is noon of day 25; the first view is 9.5 days long, the next 8.075.
    expect(days(viewThatNames(timeline, ['a', 'b'], view(20, 30), BOUNDS, namedBelow(10)))).toEqual([20.75, 30.25]);
    expect(days(viewThatNames(timeline, ['a', 'b'], view(20, 30), BOUNDS, namedBelow(9.5)))).toEqual([21.463, 29.538]);
  });

  test('is about what of the events is in the view', () => {
    // The third is beyond its end, which counts in its place: between days 24.5 and 30 is 27.25.
    expect(days(viewThatNames(timeline, ['a', 'c'], view(20, 30), BOUNDS, namedBelow(10, ['a', 'c'])))).toEqual([22.5, 32]);
    expect(days(viewThatNames(timeline, ['a', 'c'], view(30, 50), BOUNDS, namedBelow(20, ['a', 'c'])))).toEqual([25.75, 44.75]);
  });

  test('is null where not even the closest view names them all, which it tries last', () => {
    lengths.length = 0;
    expect(viewThatNames(timeline, ['a', 'b'], view(20, 30), BOUNDS, namedBelow(0))).toBeNull();
    expect(lengths.at(-1)).toBe(0.5);
    expect(lengths.filter((length) => length === 0.5)).toHaveLength(1);
    expect(days(viewThatNames(timeline, ['a', 'b'], view(20, 30), BOUNDS, namedBelow(0.505)))).toEqual([25.25, 25.75]);
  });

  test('stays inside the story', () => {
    const early = aTimeline([anEvent({id: 'a', span: day(0)}), anEvent({id: 'b', span: day(1)})], 80);
    expect(days(viewThatNames(early, ['a', 'b'], view(0, 20), BOUNDS, namedBelow(20)))).toEqual([0, 19]);
  });
});

describe('instantBeyond(outside, isKnown)', () => {
  const landmark = anEvent({id: 'landmark', span: day(40)});
  const nearestMs = 31 * DAY_MS;
  const isKnown = (id: string) => id === 'landmark';

  test('is noon of the landmark’s day', () => {
    expect(instantBeyond({landmark, nearestMs}, isKnown)).toBe(40.5 * DAY_MS);
  });

  test('is at the nearest event where there is no landmark, or where it is not known', () => {
    expect(instantBeyond({landmark: null, nearestMs}, isKnown)).toBe(nearestMs);
    expect(instantBeyond({landmark: anEvent({...landmark, id: 'other'}), nearestMs}, isKnown)).toBe(nearestMs);
  });

  test('is null where nothing lies beyond', () => {
    expect(instantBeyond({landmark: null, nearestMs: null}, isKnown)).toBeNull();
  });
});

describe('viewFromEdge(side, atMs, view, bounds)', () => {
  test('shows what lay before the view 15 % in from its left edge, and what lay after it as far in from its right', () => {
    expect(viewFromEdge('earlier', 10 * DAY_MS, view(20, 30), BOUNDS)).toEqual(view(8.5, 18.5));
    expect(viewFromEdge('later', 50 * DAY_MS, view(20, 30), BOUNDS)).toEqual(view(41.5, 51.5));
  });

  test('stays inside the story', () => {
    expect(viewFromEdge('earlier', DAY_MS, view(20, 30), BOUNDS)).toEqual(view(0, 10));
    expect(viewFromEdge('later', 79.5 * DAY_MS, view(20, 30), BOUNDS)).toEqual(view(70, 80));
  });
});

describe('firstToBegin(events, view, count)', () => {
  const {events} = aTimeline(
    [
      anEvent({id: 'long', span: stretch(0, 40)}),
      anEvent({id: 'before', span: day(19)}),
      anEvent({id: 'first', span: day(22)}),
      anEvent({id: 'second', span: day(23)}),
    ],
    80,
  );

  test('passes over what began before', () => {
    expect(firstToBegin(events, view(20, 30), 1).map(({id}) => id)).toEqual(['first']);
    expect(firstToBegin(events, view(20, 30), 5).map(({id}) => id)).toEqual(['first', 'second']);
  });

  test('are none where nothing begins', () => {
    expect(firstToBegin(events, view(50, 60), 5)).toEqual([]);
  });
});

describe('viewOfInstant(ms, view, bounds)', () => {
  test('moves by the least that shows it', () => {
    expect(viewOfInstant(25 * DAY_MS, view(20, 30), BOUNDS)).toEqual(view(20, 30));
    expect(viewOfInstant(40 * DAY_MS, view(20, 30), BOUNDS)).toEqual(view(31, 41));
  });
});

describe('viewOfChapter(timeline, chapter)', () => {
  test('shows its events with 15 % of room on both sides', () => {
    const timeline = aTimeline(
      [
        anEvent({id: 'a', chapter: 'one', span: day(10)}),
        anEvent({id: 'b', chapter: 'one', span: day(19)}),
        anEvent({id: 'c', chapter: 'two', span: day(60)}),
      ],
      80,
    );
    expect(viewOfChapter(timeline, 'one')).toEqual(view(8.5, 21.5));
  });
});

describe('viewOfLevel(level, middleMs, widthPx, extent)', () => {
  test('shows the whole story at its first level, and about the middle at its others', () => {
    expect(viewOfLevel('months', 40 * DAY_MS, 960, BOUNDS.extent)).toEqual(BOUNDS.extent);
    expect(viewOfLevel('months', 10 * DAY_MS, 960, BOUNDS.extent)).toEqual(BOUNDS.extent);
    expect(viewOfLevel('weeks', 40 * DAY_MS, 960, BOUNDS.extent)).toEqual(view(30, 50));
  });
});
