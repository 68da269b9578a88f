import {describe, expect, test} from 'vitest';
import {entryById, eventsOfChapter, placeIn, restingOn, sourceNumber} from '../../src/components/lookup.ts';
import type {EventEntry, SourceEntry} from '../../src/schema/content.ts';

const LIST = [{id: 'a', n: 1}, {id: 'b', n: 2}, {id: 'b', n: 3}];

describe('look-ups in a list of entries', () => {
  test('find the first entry with an id, and its place', () => {
    expect([entryById(LIST, 'b'), placeIn(LIST, 'a'), placeIn(LIST, 'b')]).toEqual([LIST[1], 0, 1]);
  });

  test('know no other list by it', () => {
    expect(entryById([{id: 'b', n: 9}], 'b').n).toBe(9);
  });

  test('throw where there is no such id', () => {
    expect(() => entryById(LIST, 'c')).toThrow(new RangeError('no entry has the id c'));
  });

  test('number sources from 1', () => {
    expect(sourceNumber(LIST as unknown as SourceEntry[], 'b')).toBe(2);
  });

  test('give the events that rest on a source, with what it carries of each', () => {
    const events = [{id: 'x', sources: [{id: 'a', supports: 'the day'}]}, {id: 'y', sources: [{id: 'b', supports: 'all'}, {id: 'a', supports: 'the hour'}]}] as unknown as EventEntry[];
    expect(restingOn(events, 'a').map(({event, supports}) => [event.id, supports])).toEqual([['x', 'the day'], ['y', 'the hour']]);
    expect(restingOn(events, 'c')).toEqual([]);
  });

  test('give the events of a chapter in their order, and none of a chapter without', () => {
    const events = [{id: 'a', chapter: 'x'}, {id: 'b', chapter: 'y'}, {id: 'c', chapter: 'x'}] as unknown as EventEntry[];
    expect(eventsOfChapter(events, 'x').map(({id}) => id)).toEqual(['a', 'c']);
    expect(eventsOfChapter(events, 'z')).toEqual([]);
  });
});
