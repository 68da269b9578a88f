import {describe, expect, test} from 'vitest';
import {eventOnWay, nextEvent} from '../../../src/timeline/interaction/next-event.ts';
import type {Way} from '../../../src/timeline/interaction/next-event.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

/** One letter for each event: its day, its lane and its chapter. */
const on = (id: string, day: number, lane: number, chapter: string) =>
  anEvent({id, lane, chapter, span: {kind: 'day', dayMs: day * DAY_MS}});
const TIMELINE = aTimeline(
  [on('a', 1, 0, 'one'), on('b', 2, 2, 'one'), on('c', 5, 0, 'two'), on('d', 6, 2, 'two'), on('e', 9, 0, 'three'), on('f', 20, 3, 'three')],
  30,
  [1, 1, 1, 1],
);
const next = (way: Way, fromId: string | null) => eventOnWay(way, TIMELINE.events, fromId).id;

describe('eventOnWay(way, events, fromId)', () => {
  test('goes to the next event and the one before, and no further than the first and the last', () => {
    expect(['a', 'c', 'f'].map((id) => next('after', id))).toEqual(['b', 'd', 'f']);
    expect(['a', 'c', 'f'].map((id) => next('before', id))).toEqual(['a', 'b', 'e']);
  });

  test('begins with the first event where none has focus', () => {
    expect((['after', 'before'] as const).map((way) => next(way, null))).toEqual(['a', 'a']);
    expect(next('below', null)).toBe('b');
    expect(next('chapter-after', 'gone')).toBe('c');
  });

  test('goes to the first event and to the last', () => {
    expect((['first', 'last'] as const).map((way) => next(way, 'c'))).toEqual(['a', 'f']);
  });

  test('goes to the event nearest in time of the next lane up or down that has any', () => {
    // Lane 1 is empty; of those in lane 2 day 6 is nearer to day 5 than day 2.
    expect(next('below', 'c')).toBe('d');
    expect(next('below', 'a')).toBe('b');
    expect(next('below', 'd')).toBe('f');
    expect(next('above', 'f')).toBe('d');
    expect(next('above', 'd')).toBe('c');
  });

  test('goes to the earlier of two events that are as near', () => {
    const events = aTimeline([on('early', 1, 0, 'c'), on('from', 3, 1, 'c'), on('late', 5, 0, 'c')], 10, [1, 1]).events;
    expect(eventOnWay('above', events, 'from').id).toBe('early');
  });

  test('stays in the first lane and in the last', () => {
    expect(next('above', 'c')).toBe('c');
    expect(next('below', 'f')).toBe('f');
  });

  test('goes to the first event of the next chapter, and of the one before', () => {
    expect(['a', 'b', 'c', 'd'].map((id) => next('chapter-after', id))).toEqual(['c', 'c', 'e', 'e']);
    expect(['c', 'd', 'e', 'f'].map((id) => next('chapter-before', id))).toEqual(['a', 'a', 'c', 'c']);
  });

  test('goes to the last event from the last chapter, and to the first from the first', () => {
    expect(next('chapter-after', 'e')).toBe('f');
    expect(next('chapter-before', 'b')).toBe('a');
  });
});

describe('nextEvent(events, stage, selectedId, step)', () => {
  const noon = (day: number) => (day + 0.5) * DAY_MS;
  const heard = (id: string, day: number, knownDay: number) =>
    anEvent({id, span: {kind: 'day', dayMs: day * DAY_MS}, knownMs: knownDay * DAY_MS});
  /** Two are of one day; three come out later than they happen. */
  const {events} = aTimeline([heard('a', 1, 9), heard('b', 2, 2), heard('c', 5, 6), heard('d', 5, 5), heard('e', 9, 20)], 30);
  const from =
    (isKnownThen: boolean) =>
    (day: number, selectedId: string | null, step: 1 | -1): string | null =>
      nextEvent(events, {isKnownThen, playheadMs: noon(day)}, selectedId, step)?.id ?? null;
  const now = from(false);
  const then = from(true);

  test('is the first event after the playhead, or the last before it', () => {
    expect([now(3, null, 1), now(3, null, -1)]).toEqual(['c', 'b']);
    expect([now(5, null, 1), now(5, null, -1)]).toEqual(['e', 'b']);
  });

  test('is the one beside the selected event, where that is at the playhead', () => {
    expect([now(5, 'c', 1), now(5, 'd', -1)]).toEqual(['d', 'c']);
    expect([now(1, 'a', 1), now(9, 'e', -1)]).toEqual(['b', 'd']);
  });

  test('goes by the playhead where that has left the selected event', () => {
    expect([now(1.5, 'd', 1), now(1.5, 'd', -1)]).toEqual(['b', 'a']);
  });

  test('is null beyond the first event and the last', () => {
    expect([now(1, 'a', -1), now(9, 'e', 1)]).toEqual([null, null]);
    expect([now(0, null, -1), now(21, null, 1)]).toEqual([null, null]);
  });

  test('is in Known then the next that the public hears of', () => {
    // In the order b, d, c, a, e.
    expect([then(0, null, 1), then(2, 'b', 1), then(5, 'd', 1), then(6, 'c', 1), then(9, 'a', 1)]).toEqual(['b', 'd', 'c', 'a', 'e']);
    expect([then(30, null, -1), then(20, 'e', -1), then(7, null, -1), then(2, 'b', -1)]).toEqual(['e', 'a', 'c', null]);
    // Its own day is not the one on which it came out.
    expect(then(1, 'a', 1)).toBe('b');
    expect(events.map(({id}) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
