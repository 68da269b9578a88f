import {describe, expect, test} from 'vitest';
import {feedPlaces} from '../../src/preview/feed-places.ts';
import type {BrokenEntry} from '../../src/reading/reading.ts';
import type {Content} from '../../src/schema/content.ts';
import {edtfFromText} from '../../src/schema/dates.ts';

/** Two chapters: `out` with events on the 16th and 20th, `back` with one on the 22nd and a note on the 21st. */
const STORY = {
  chapters: [{id: 'out'}, {id: 'back'}],
  events: [
    {id: 'start', chapter: 'out', weight: 'landmark', date: edtfFromText('1969-07-16')},
    {id: 'landing', chapter: 'out', weight: 'landmark', date: edtfFromText('1969-07-20')},
    {id: 'note', chapter: 'back', weight: 'context', date: edtfFromText('1969-07-21')},
    {id: 'return', chapter: 'back', weight: 'standard', date: edtfFromText('1969-07-22')},
  ],
} as unknown as Content;

function broken(id: string, date: string | null, chapter: string | null, kind: BrokenEntry['kind'] = 'event'): BrokenEntry {
  return {kind, id, file: `events/${id}.mdx`, title: null, date: date === null ? null : edtfFromText(date), chapter, because: []};
}

/** Where each card is: `chapter before entry`, or `top`. */
function placesOf(...entries: BrokenEntry[]): Record<string, string> {
  const {top, chapters} = feedPlaces(entries, STORY);
  return Object.fromEntries([
    ...top.map(({id}) => [id, 'top']),
    ...[...chapters].flatMap(([chapter, places]) => places.map(({entry, beforeId}) => [entry.id, `${chapter} before ${beforeId}`])),
  ]);
}

describe('feedPlaces(broken, content)', () => {
  test('puts an event at its time in its chapter', () => {
    expect(placesOf(broken('a', '1969-07-18', 'out'), broken('b', '1969-07-30', 'out'), broken('c', '1969-07-21', 'back'))).toEqual({
      a: 'out before landing',
      b: 'out before null',
      c: 'back before return',
    });
  });

  test('puts it after what happened on the same day', () => {
    expect(placesOf(broken('a', '1969-07-20', 'out'))).toEqual({a: 'out before null'});
  });

  test('opens the chapter with one whose date cannot be read', () => {
    expect(placesOf(broken('a', null, 'back'))).toEqual({a: 'back before return'});
  });

  test('goes by the date where the chapter cannot be read, or does not exist', () => {
    expect(placesOf(broken('a', '1969-07-21', null), broken('b', '1969-07-18', 'outt'), broken('c', '1969-07-01', null))).toEqual({
      a: 'out before null',
      b: 'out before landing',
      c: 'out before start',
    });
  });

  test('brings to the top what has neither, and what is not an event', () => {
    expect(
      placesOf(broken('a', null, null), broken('b', '1969-07-18', null, 'source'), broken('c', '1969-07-18', 'out', 'chapter')),
    ).toEqual({
      a: 'top',
      b: 'top',
      c: 'top',
    });
  });

  test('keeps cards of one place in the order of time, then of names', () => {
    const {chapters} = feedPlaces(
      [broken('z', '1969-07-18', 'out'), broken('b', '1969-07-17', 'out'), broken('a', '1969-07-18', 'out')],
      STORY,
    );
    expect(chapters.get('out')!.map(({entry}) => entry.id)).toEqual(['b', 'a', 'z']);
  });

  test('has a place for one in a story without an event', () => {
    expect(feedPlaces([broken('a', '1969-07-18', null)], {chapters: [], events: []}).top.map(({id}) => id)).toEqual(['a']);
  });
});
