import {describe, expect, test} from 'vitest';
import type {Content, EventEntry, SourceEntry} from '../../src/schema/content.ts';
import {entryById, eventsOfChapter, placeIn, restingOn, sourceNumber, sourcesByKind} from '../../src/story/lookup.ts';

const LIST = [
  {id: 'a', n: 1},
  {id: 'b', n: 2},
  {id: 'b', n: 3},
];

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
    const events = [
      {id: 'x', sources: [{id: 'a', supports: 'the day'}]},
      {
        id: 'y',
        sources: [
          {id: 'b', supports: 'all'},
          {id: 'a', supports: 'the hour'},
        ],
      },
    ] as unknown as EventEntry[];
    expect(restingOn(events, 'a').map(({event, supports}) => [event.id, supports])).toEqual([
      ['x', 'the day'],
      ['y', 'the hour'],
    ]);
    expect(restingOn(events, 'c')).toEqual([]);
  });

  test('give the events of a chapter in their order, and none of a chapter without', () => {
    const events = [
      {id: 'a', chapter: 'x'},
      {id: 'b', chapter: 'y'},
      {id: 'c', chapter: 'x'},
    ] as unknown as EventEntry[];
    expect(eventsOfChapter(events, 'x').map(({id}) => id)).toEqual(['a', 'c']);
    expect(eventsOfChapter(events, 'z')).toEqual([]);
  });
});

const SOURCES = [
  {id: 'a', kind: 'article'},
  {id: 'b', kind: 'article'},
  {id: 'c', kind: 'consulted'},
] as unknown as Content['sources'];

describe('sourcesByKind(sources)', () => {
  test('parts the articles from the consulted reports, each in their order', () => {
    const {articles, consulted} = sourcesByKind(SOURCES);
    expect(articles.map(({id}) => id)).toEqual(['a', 'b']);
    expect(consulted.map(({id}) => id)).toEqual(['c']);
  });
});

describe('sourceNumber(sources, id)', () => {
  test('counts on from the articles', () => {
    expect(SOURCES.map(({id}) => sourceNumber(SOURCES, id))).toEqual([1, 2, 3]);
  });

  test('throws for a source that is not there', () => {
    expect(() => sourceNumber(SOURCES, 'd')).toThrow('no entry has the id d');
  });
});
