import {afterEach, describe, expect, test, vi} from 'vitest';
import type {Content} from '../../../src/schema/content.ts';
import {edtfFromText} from '../../../src/schema/dates.ts';
import {besideFromContent, fetchBeside} from '../../../src/timeline/interaction/find/beside.ts';
import {anEvent} from '../some-timeline.ts';

const PLAIN = {keywords: [], dating: null, corrections: [], sources: []};
const NOTES = [anEvent({id: 'n'})];

function beside(over: object = {}) {
  const content = {
    story: {zone: 'America/Los_Angeles', synonyms: [['film', 'movie']]},
    chapters: [{id: 'c', title: 'Chapter', text: 'Its introduction.', file: 'c.mdx', order: 1}],
    sources: [
      {id: 'paper', published: edtfFromText('2014-12-17')},
      {id: 'wire', published: edtfFromText('2014-12-18T02:00Z')},
    ],
    actors: [
      {id: 'ann', kind: 'person', role: 'a friend'},
      {id: 'sony', kind: 'organisation', role: 'a studio'},
    ],
    events: [{...PLAIN, id: 'a', ...over}],
  } as unknown as Content;
  return besideFromContent(content, NOTES);
}

describe('besideFromContent(content, notes)', () => {
  test('holds synonyms, notes, introductions, and who people are', () => {
    const {events: _, ...rest} = beside();
    expect(rest).toEqual({
      synonyms: [['film', 'movie']],
      notes: NOTES,
      chapters: [{id: 'c', title: 'Chapter', text: 'Its introduction.'}],
      roles: {ann: 'a friend'},
    });
  });

  test('leaves out what an event has not', () => {
    expect(beside().events).toEqual({a: {supports: []}});
  });

  test('has an event’s keywords, and what each source says of it from the day that source was published', () => {
    const sources = [
      {id: 'paper', supports: 'the day'},
      {id: 'wire', supports: 'the hour'},
    ];
    expect(beside({keywords: ['price'], sources}).events).toEqual({
      a: {
        keywords: ['price'],
        // 2am in UTC on the 18th is the evening of the 17th in Los Angeles.
        supports: [
          {text: 'the day', knownMs: Date.UTC(2014, 11, 17)},
          {text: 'the hour', knownMs: Date.UTC(2014, 11, 17)},
        ],
      },
    });
  });

  test('holds how it was dated, and what was corrected since', () => {
    const corrections = [{text: 'It was a Wednesday.'}, {text: 'It was at noon.'}];
    expect(beside({dating: 'By the weekday.'}).events['a']!.dating).toBe('By the weekday.');
    expect(beside({corrections}).events['a']!.dating).toBe('It was a Wednesday.\nIt was at noon.');
    expect(beside({dating: 'By the weekday.', corrections}).events['a']!.dating).toBe(
      'By the weekday.\nIt was a Wednesday.\nIt was at noon.',
    );
  });
});

describe('fetchBeside(address)', () => {
  afterEach(() => void vi.unstubAllGlobals());

  test('is what the build wrote at an address', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', (address: string) => {
      asked.push(address);
      return Promise.resolve(new Response(JSON.stringify(beside())));
    });
    expect(await fetchBeside('/find.json')).toEqual(beside());
    expect(asked).toEqual(['/find.json']);
  });

  test('fails where nothing is there', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', {status: 404})));
    await expect(fetchBeside('/find.json')).rejects.toThrow('no words to search at /find.json: 404');
  });
});
