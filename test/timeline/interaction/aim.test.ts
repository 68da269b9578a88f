import {describe, expect, test} from 'vitest';
import {viewOfChapter, viewOfEvent, viewOfInstant, viewOfLevel} from '../../../src/timeline/interaction/aim.ts';
import {firstToBegin} from '../../../src/timeline/interaction/stops.ts';
import type {Span} from '../../../src/timeline/model/span.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {View} from '../../../src/timeline/model/view.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const view = (fromDay: number, toDay: number): View => ({fromMs: fromDay * DAY_MS, toMs: toDay * DAY_MS});
const day = (n: number): Span => ({kind: 'day', dayMs: n * DAY_MS});
const stretch = (from: number, to: number): Span => ({kind: 'stretch', ...view(from, to), softStart: false, softEnd: false});
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

describe('firstToBegin(events, view, count)', () => {
  const {events} = aTimeline([anEvent({id: 'long', span: stretch(0, 40)}), anEvent({id: 'before', span: day(19)}), anEvent({id: 'first', span: day(22)}), anEvent({id: 'second', span: day(23)})], 80);

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
    const timeline = aTimeline([anEvent({id: 'a', chapter: 'one', span: day(10)}), anEvent({id: 'b', chapter: 'one', span: day(19)}), anEvent({id: 'c', chapter: 'two', span: day(60)})], 80);
    expect(viewOfChapter(timeline, 'one')).toEqual(view(8.5, 21.5));
  });
});

describe('viewOfLevel(level, middleMs, widthPx, extent)', () => {
  test('shows the whole story at its first level, and about the middle at its others', () => {
    expect(viewOfLevel('months', 40 * DAY_MS, 960, BOUNDS.extent)).toEqual(BOUNDS.extent);
    expect(viewOfLevel('weeks', 40 * DAY_MS, 960, BOUNDS.extent)).toEqual(view(30, 50));
  });
});
