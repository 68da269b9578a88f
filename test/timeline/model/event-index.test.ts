import {describe, expect, test} from 'vitest';
import {byRank, countsOutside, entriesTouching, indexOf, sideOf, touches} from '../../../src/timeline/model/event-index.ts';
import type {IndexedEvent, LaneIndex} from '../../../src/timeline/model/event-index.ts';
import type {Span} from '../../../src/timeline/model/span.ts';
import {DAY_MS, HOUR_MS} from '../../../src/timeline/model/time.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';
import {day, stretch} from '../some-spans.ts';

const moment = (n: number, hour: number): Span => ({kind: 'moment', atMs: n * DAY_MS + hour * HOUR_MS});

const idsOf = (entries: readonly IndexedEvent[]) => entries.map(({event}) => event.id);
const none = () => 0;

/** One lane: a long event, three short ones after its start, and one that begins as the others end. */
function aLane(): LaneIndex {
  const events = [
    anEvent({id: 'long', span: stretch(1, 9)}),
    anEvent({id: 'two', span: day(2)}),
    anEvent({id: 'noon', span: moment(3, 12), importance: 1}),
    anEvent({id: 'four', span: day(4), importance: 3}),
    anEvent({id: 'nine', span: day(9), importance: 1}),
  ];
  return indexOf(aTimeline(events, 10)).lanes[0]!;
}

describe('indexOf(timeline)', () => {
  test('has each lane by start, with the farthest end so far and all ends in order', () => {
    const lane = aLane();
    expect(idsOf(lane.entries)).toEqual(['long', 'two', 'noon', 'four', 'nine']);
    expect([...lane.startsMs].map((ms) => ms / DAY_MS)).toEqual([1, 2, 3.5, 4, 9]);
    expect([...lane.farthestMs].map((ms) => ms / DAY_MS)).toEqual([9, 9, 9, 9, 10]);
    expect([...lane.endsMs].map((ms) => ms / DAY_MS)).toEqual([3, 3.5, 5, 9, 10]);
  });

  test('orders what begins at once by end, then by id', () => {
    const events = [
      anEvent({id: 'b', span: day(1)}),
      anEvent({id: 'a', span: day(1)}),
      anEvent({id: 'c', span: moment(1, 0)}),
      anEvent({id: 'd', span: stretch(1, 3)}),
    ];
    expect(idsOf(indexOf(aTimeline(events, 10)).lanes[0]!.entries)).toEqual(['c', 'a', 'b', 'd']);
  });

  test('keeps lanes apart, and has one for each even without events', () => {
    const {lanes} = indexOf(aTimeline([anEvent({id: 'a', lane: 2}), anEvent({id: 'b', lane: 0})], 10, [1, 1, 1]));
    expect(lanes.map(({entries}) => idsOf(entries))).toEqual([['b'], [], ['a']]);
  });

  test('cuts what reaches over the story to its edges', () => {
    const events = [
      anEvent({id: 'before', span: stretch(-5, 2)}),
      anEvent({id: 'after', span: stretch(8, 14)}),
      anEvent({id: 'gone', span: day(-3)}),
      anEvent({id: 'late', span: day(12)}),
    ];
    const bounds = indexOf(aTimeline(events, 10)).lanes[0]!.entries.map(({event, fromMs, toMs}) => [
      event.id,
      fromMs / DAY_MS,
      toMs / DAY_MS,
    ]);
    expect(bounds).toEqual([
      ['gone', 0, 0],
      ['before', 0, 2],
      ['after', 8, 10],
      ['late', 10, 10],
    ]);
  });

  test('orders what begins together by its end, then by id', () => {
    const events = [
      anEvent({id: 'c', span: stretch(2, 5)}),
      anEvent({id: 'b', span: stretch(2, 4)}),
      anEvent({id: 'a', span: stretch(2, 5)}),
      anEvent({id: 'd', span: stretch(1, 9)}),
    ];
    const {
      lanes: [lane],
    } = indexOf(aTimeline(events, 10));
    expect(idsOf(lane!.entries)).toEqual(['d', 'b', 'a', 'c']);
    expect([...lane!.farthestMs].map((ms) => ms / DAY_MS)).toEqual([9, 9, 9, 9]);
    expect([...lane!.endsMs].map((ms) => ms / DAY_MS)).toEqual([4, 5, 5, 9]);
  });

  test('orders landmarks that end together by their start', () => {
    const events = [
      anEvent({id: 'a', importance: 1, span: stretch(3, 5)}),
      anEvent({id: 'b', importance: 1, span: stretch(2, 5)}),
      anEvent({id: 'c', importance: 1, span: stretch(1, 6)}),
    ];
    expect(idsOf(indexOf(aTimeline(events, 10)).landmarksByEnd)).toEqual(['b', 'a', 'c']);
  });

  test('has the landmarks of all lanes by start, and by end', () => {
    const events = [
      anEvent({id: 'long', lane: 1, importance: 1, span: stretch(1, 9)}),
      anEvent({id: 'short', importance: 1, isTurningPoint: true, span: day(2)}),
      anEvent({id: 'other', importance: 2, span: day(0)}),
    ];
    const {landmarks, landmarksByEnd} = indexOf(aTimeline(events, 10, [1, 1]));
    expect(idsOf(landmarks)).toEqual(['long', 'short']);
    expect(idsOf(landmarksByEnd)).toEqual(['short', 'long']);
  });

  test('ranks by importance, turning point, time, order and id', () => {
    const ranked = [
      anEvent({id: 'turn', importance: 1, isTurningPoint: true, span: day(9)}),
      anEvent({id: 'first', importance: 1, span: day(1)}),
      anEvent({id: 'morning', span: day(2), order: 0.2}),
      anEvent({id: 'a', span: day(2)}),
      anEvent({id: 'b', span: day(2), order: 0.5}),
      anEvent({id: 'evening', span: day(2), order: 0.8}),
      anEvent({id: 'detail', importance: 3, span: day(0)}),
    ];
    expect(
      ranked
        .toReversed()
        .sort(byRank)
        .map(({id}) => id),
    ).toEqual(['turn', 'first', 'morning', 'a', 'b', 'evening', 'detail']);
    const {entries} = indexOf(aTimeline(ranked.toReversed(), 10)).lanes[0]!;
    expect(Object.fromEntries(entries.map(({event, rank}) => [event.id, rank]))).toEqual({
      turn: 0,
      first: 1,
      morning: 2,
      a: 3,
      b: 4,
      evening: 5,
      detail: 6,
    });
  });
});

describe('sideOf(entry, fromMs, toMs, reachMs), touches(…)', () => {
  const entry = {fromMs: 10, toMs: 20};

  test('says before, in or after; what only meets an edge is in', () => {
    expect(
      [
        [21, 30],
        [20, 30],
        [12, 13],
        [0, 10],
        [0, 9],
      ].map(([from, to]) => sideOf(entry, from!, to!, 0)),
    ).toEqual([-1, 0, 0, 0, 1]);
  });

  test('asks for so much of it inside', () => {
    expect(
      [
        [17, 30],
        [18, 30],
        [0, 13],
        [0, 12],
      ].map(([from, to]) => sideOf(entry, from!, to!, 3)),
    ).toEqual([0, -1, 0, 1]);
    expect([touches(entry, 17, 30, 3), touches(entry, 18, 30, 3)]).toEqual([true, false]);
  });

  test('counts what is shorter than twice that from its middle', () => {
    expect(
      [
        [15, 30],
        [15.1, 30],
        [0, 15],
        [0, 14.9],
      ].map(([from, to]) => sideOf(entry, from!, to!, 1000)),
    ).toEqual([0, -1, 0, 1]);
  });

  test('has an instant in the window whose edge it is on', () => {
    const instant = {fromMs: 10, toMs: 10};
    expect(
      [
        [10, 20],
        [0, 10],
        [11, 20],
        [0, 9],
      ].map(([from, to]) => sideOf(instant, from!, to!, 5)),
    ).toEqual([0, 0, -1, 1]);
  });
});

describe('entriesTouching(lane, fromMs, toMs, reach)', () => {
  const touching = (from: number, to: number, reach: (entry: IndexedEvent) => number = none) =>
    idsOf(entriesTouching(aLane(), from * DAY_MS, to * DAY_MS, reach));

  test('finds what reaches into a window from before it, and what begins at its end', () => {
    expect(touching(6, 8)).toEqual(['long']);
    expect(touching(4, 9)).toEqual(['long', 'four', 'nine']);
    expect(touching(3, 3.4)).toEqual(['long', 'two']);
    expect(touching(0, 0.9)).toEqual([]);
    expect(touching(0, 10)).toEqual(['long', 'two', 'noon', 'four', 'nine']);
  });

  test('asks each entry how much of it must be inside', () => {
    expect(touching(4.5, 9, ({event}) => (event.id === 'four' ? 0.4 : 0.6) * DAY_MS)).toEqual(['long', 'four']);
    expect(touching(4.6, 9, () => DAY_MS)).toEqual(['long']);
  });

  test('finds nothing in an empty lane', () => {
    expect(entriesTouching(indexOf(aTimeline([], 10)).lanes[0]!, 0, DAY_MS, none)).toEqual([]);
  });
});

describe('countsOutside(lane, fromMs, toMs)', () => {
  test('counts what ends before and what begins after, not what meets the edges', () => {
    const counts = (from: number, to: number) => Object.values(countsOutside(aLane(), from * DAY_MS, to * DAY_MS));
    expect(counts(0, 10)).toEqual([0, 0]);
    expect(counts(3.5, 4)).toEqual([1, 1]);
    expect(counts(3.6, 3.9)).toEqual([2, 2]);
    expect(counts(5, 9)).toEqual([2, 0]);
    expect(counts(5.1, 8.9)).toEqual([3, 1]);
  });
});
