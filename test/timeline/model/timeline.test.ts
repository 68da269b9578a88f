import {describe, expect, test} from 'vitest';
import {DAY_MS, HOUR_MS} from '../../../src/timeline/model/time.ts';
import {byTime, placesInTime} from '../../../src/timeline/model/timeline.ts';
import type {TimelineEvent} from '../../../src/timeline/model/timeline.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

/** An event that is named by its id. */
function event(id: string, over: Partial<TimelineEvent> = {}): TimelineEvent {
  return anEvent({id, title: id, ...over});
}

function inOrder(events: readonly TimelineEvent[]): string[] {
  const ids = events.toSorted(byTime).map(({id}) => id);
  expect(events.toReversed().toSorted(byTime).map(({id}) => id)).toEqual(ids);
  return ids;
}

describe('byTime(a, b)', () => {
  test('goes by day, then by order within it, the middle where there is none', () => {
    expect(inOrder([
      event('a', {span: {kind: 'day', dayMs: DAY_MS}, order: 0}), event('b', {order: 0.7}), event('c'), event('d', {order: 0.3}),
    ])).toEqual(['d', 'c', 'b', 'a']);
  });

  test('goes by the hour where one is known, whatever its order', () => {
    expect(inOrder([
      event('a', {span: {kind: 'moment', atMs: 10 * HOUR_MS}, order: 0.9}), event('b', {order: 0.41}), event('c', {order: 0.42}),
      event('d', {span: {kind: 'moment', atMs: 11 * HOUR_MS}, order: 0.1}),
    ])).toEqual(['b', 'a', 'c', 'd']);
  });

  test('goes by weight where the place is the same, and never by the name of the file', () => {
    expect(inOrder([
      event('a', {importance: 3}), event('b'), event('c', {importance: 1}), event('d', {importance: 1, isTurningPoint: true}),
    ])).toEqual(['d', 'c', 'b', 'a']);
  });

  test('goes by title where nothing else tells two apart, and by id last', () => {
    expect(inOrder([event('a', {title: 'Zebra'}), event('z', {title: 'Apple'})])).toEqual(['z', 'a']);
    expect(inOrder([event('b', {title: 'Same'}), event('a', {title: 'Same'})])).toEqual(['a', 'b']);
  });

  test('puts an event of uncertain day in the middle of the days it may be', () => {
    const uncertain = event('a', {span: {kind: 'within', fromMs: 0, toMs: 4 * DAY_MS, soft: false}});
    expect(inOrder([uncertain, event('b', {span: {kind: 'day', dayMs: DAY_MS}}), event('c', {span: {kind: 'day', dayMs: 3 * DAY_MS}})])).toEqual(['b', 'a', 'c']);
  });
});

describe('placesInTime(timeline)', () => {
  test('gives each event its place in the order of time', () => {
    expect([...placesInTime(aTimeline([event('a', {order: 0.9}), event('b', {order: 0.1})], 1))]).toEqual([['b', 0], ['a', 1]]);
  });
});
