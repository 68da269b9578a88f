import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {edtfFromText} from '../../src/schema/dates.ts';
import {WEIGHTS} from '../../src/schema/lists.ts';
import {byTelling, placeInTime} from '../../src/schema/order.ts';
import type {OrderedEvent} from '../../src/schema/order.ts';

const LA = 'America/Los_Angeles';

function event(id: string, date: string, parts: Partial<Omit<OrderedEvent, 'id' | 'date'>> = {}): OrderedEvent {
  return {id, title: id, order: null, weight: 'standard', ...parts, date: edtfFromText(date)};
}

/** The ids in story order, whatever order they come in. */
function told(events: readonly OrderedEvent[], zone = LA): string[] {
  const ids = events.toSorted(byTelling(zone)).map(({id}) => id);
  expect(
    events
      .toReversed()
      .toSorted(byTelling(zone))
      .map(({id}) => id),
  ).toEqual(ids);
  return ids;
}

describe('placeInTime(event, zone)', () => {
  test('is the middle of the day where nothing says more', () => {
    expect(placeInTime(event('a', '2014-12-17'), LA)).toEqual({dayMs: Date.UTC(2014, 11, 17), share: 0.5});
  });

  test('is the order within the day', () => {
    expect(placeInTime(event('a', '2014-12-17', {order: 0}), LA).share).toBe(0);
    expect(placeInTime(event('a', '2014-12-17', {order: 0.35}), LA).share).toBe(0.35);
  });

  test('is the hour on the clocks of the story, whatever the order', () => {
    // 18:00 in UTC is 10:00 in Los Angeles: 10/24 of the day.
    expect(placeInTime(event('a', '2014-12-24T18:00Z', {order: 0.9}), LA)).toEqual({dayMs: Date.UTC(2014, 11, 24), share: 10 / 24});
  });

  test('counts an hour of the next day in UTC to the day it is in the story', () => {
    expect(placeInTime(event('a', '2014-12-25T03:00Z'), LA)).toEqual({dayMs: Date.UTC(2014, 11, 24), share: 19 / 24});
  });

  test('is the first day of a stretch, and the last where its start is open', () => {
    expect(placeInTime(event('a', '2014-12-16/2014-12-22'), LA).dayMs).toBe(Date.UTC(2014, 11, 16));
    expect(placeInTime(event('a', '/2014-12-22'), LA).dayMs).toBe(Date.UTC(2014, 11, 22));
  });
});

describe('byTelling(zone)', () => {
  test('goes by day before anything else', () => {
    expect(
      told([event('a', '2014-12-18', {order: 0, weight: 'turning-point'}), event('b', '2014-12-17', {order: 1, weight: 'context'})]),
    ).toEqual(['b', 'a']);
  });

  test('goes by order within the day, the middle where there is none', () => {
    expect(told([event('a', '2014-12-17', {order: 0.6}), event('b', '2014-12-17'), event('c', '2014-12-17', {order: 0.3})])).toEqual([
      'c',
      'b',
      'a',
    ]);
  });

  test('goes by the hour where one is reported, beside the order of others', () => {
    expect(
      told([
        event('a', '2014-12-24T18:00Z', {order: 0.9}),
        event('b', '2014-12-24', {order: 0.41}),
        event('c', '2014-12-24', {order: 0.42}),
        event('d', '2014-12-24T19:00Z', {order: 0.1}),
      ]),
    ).toEqual(['b', 'a', 'c', 'd']);
  });

  test('goes by weight where the place is the same, never by file name', () => {
    expect(
      told([
        event('a', '2014-12-17', {weight: 'context'}),
        event('b', '2014-12-17', {weight: 'detail'}),
        event('c', '2014-12-17'),
        event('d', '2014-12-17', {weight: 'landmark'}),
        event('e', '2014-12-17', {weight: 'turning-point'}),
      ]),
    ).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  test('goes by time where the weight is the same too: what is over sooner comes first', () => {
    expect(told([event('a', '2014-12-16/2014-12-22'), event('b', '2014-12-16/2014-12-17'), event('c', '2014-12-16')])).toEqual([
      'c',
      'b',
      'a',
    ]);
  });

  test('goes by title before id', () => {
    expect(told([event('a', '2014-12-17', {title: 'Zebra'}), event('z', '2014-12-17', {title: 'Apple'})])).toEqual(['z', 'a']);
    expect(told([event('b', '2014-12-17', {title: 'Same'}), event('a', '2014-12-17', {title: 'Same'})])).toEqual(['a', 'b']);
  });

  test('sorts any events alike, whatever order they come in', () => {
    const some = fc.record({
      title: fc.constantFrom('A', 'B'),
      date: fc.constantFrom(
        '2014-12-16',
        '2014-12-16/2014-12-18',
        '2014-12-16T20:00Z',
        '2014-12-17T03:00Z',
        '/2014-12-16',
        '2014-12',
        '2014-12-16~',
      ),
      order: fc.constantFrom(null, 0, 0.5, 0.7),
      weight: fc.constantFrom(...WEIGHTS),
    });
    fc.assert(
      fc.property(fc.array(some, {maxLength: 12}), fc.integer(), (parts, turn) => {
        const events = parts.map(({date, ...rest}, i) => event(`e${i}`, date, rest));
        const at = events.length === 0 ? 0 : Math.abs(turn) % events.length;
        const turned = [...events.slice(at), ...events.slice(0, at)];
        expect(turned.sort(byTelling(LA)).map(({id}) => id)).toEqual(told(events));
      }),
    );
  });
});
