import {describe, expect, test} from 'vitest';
import {countAsked, healthCounts} from '../../src/desk/health.ts';
import {deskRows} from '../../src/desk/rows.ts';
import type {DeskRow} from '../../src/desk/rows.ts';
import {readContent} from '../../src/reading/read-content.ts';
import {contentFolder, eventText} from '../reading/content-folder.ts';

async function rowsOf(files: Readonly<Record<string, string | null>> = {}): Promise<DeskRow[]> {
  return deskRows(await readContent(contentFolder(files)));
}

const lines = (rows: readonly DeskRow[]) => rows.map(({state, kind, file}) => `${state} ${kind} ${file}`);

describe('deskRows(reading)', () => {
  test('gives every file once: events by date, then the rest by kind', async () => {
    expect(lines(await rowsOf())).toEqual([
      'ready event content/events/eagle-lands.mdx',
      'ready event content/events/first-words.mdx',
      'ready story content/story.yaml',
      'ready chapter content/chapters/landing.mdx',
      'ready chapter content/chapters/walk.mdx',
      'ready source content/sources/post-1969-07-21.yaml',
      'ready source content/sources/times-1969-07-21.yaml',
      'ready actor content/actors/mission-control.yaml',
      'ready actor content/actors/neil-armstrong.yaml',
    ]);
  });

  test('brings what is broken to the top, then drafts, finished or not', async () => {
    const rows = await rowsOf({
      'events/late.mdx': eventText({title: 'The late event', date: '"1969-07-24"', lane: 'crews'}),
      'events/early.mdx': eventText({title: 'The early event', date: '"1969-07-16"', lane: 'crews'}),
      'events/draft.mdx': eventText({title: 'The draft event', draft: 'true'}),
      'events/begun.mdx': eventText({title: 'The begun event', draft: 'true', lane: ''}),
      'events/notes.txt': 'Words.',
    });
    expect(lines(rows).slice(0, 5)).toEqual([
      'broken event content/events/early.mdx',
      'broken event content/events/late.mdx',
      'broken other content/events/notes.txt',
      'draft event content/events/begun.mdx',
      'draft event content/events/draft.mdx',
    ]);
  });

  test('counts what refers to a broken file as broken too, and says what each file has', async () => {
    const rows = await rowsOf({'sources/post-1969-07-21.yaml': 'headline: ['});
    expect(rows.filter(({state}) => state === 'broken').map(({file, errors}) => [file, errors])).toEqual([
      ['content/events/eagle-lands.mdx', 0],
      ['content/events/first-words.mdx', 0],
      ['content/sources/post-1969-07-21.yaml', 1],
    ]);
  });

  test('works without a story', async () => {
    const rows = await rowsOf({'story.yaml': 'title: ['});
    expect(rows.filter(({state}) => state === 'broken').map(({kind}) => kind)).toEqual(['story']);
    expect(rows).toHaveLength(9);
  });
});

describe('healthCounts(rows, zone)', () => {
  const countsOf = async (files: Readonly<Record<string, string | null>>) =>
    Object.fromEntries(healthCounts(await rowsOf(files), 'America/Chicago').map(({filter, rows}) => [filter, rows.length]));

  test('counts the small story', async () => {
    expect(await countsOf({})).toEqual({
      all: 9,
      ready: 9,
      broken: 0,
      drafts: 0,
      'one-source': 1,
      disagree: 1,
      uncertain: 0,
      later: 0,
      advice: 0,
    });
  });

  test('counts what is broken, drafted, uncertain and known later', async () => {
    expect(
      await countsOf({
        'events/broken.mdx': eventText({title: 'The broken event', lane: 'crews'}),
        'events/drafted.mdx': eventText({title: 'The drafted event', draft: 'true'}),
        'events/unsure.mdx': eventText({title: 'The unsure event', date: '"1969-07-21~"'}),
        'events/secret.mdx': eventText({title: 'The secret event', known: '"1969-07-30"'}),
      }),
    ).toMatchObject({all: 13, ready: 11, broken: 1, drafts: 1, 'one-source': 4, disagree: 1, uncertain: 1, later: 1});
  });

  test('counts files with advice, however much', async () => {
    expect(await countsOf({'events/bare.mdx': eventText({}, '')})).toMatchObject({ready: 10, broken: 0, advice: 1});
  });

  test('warns only where there is something', async () => {
    const tones = async (files: Readonly<Record<string, string | null>>) =>
      healthCounts(await rowsOf(files), 'America/Chicago').find(({filter}) => filter === 'broken')!.tone;
    expect([await tones({}), await tones({'events/broken.mdx': eventText({title: 'The broken event', lane: 'crews'})})]).toEqual([
      'plain',
      'bad',
    ]);
  });
});

test('healthCounts(rows, zone, uncommitted) counts what is not committed', async () => {
  const counts = healthCounts(await rowsOf(), 'America/Chicago', new Set(['content/story.yaml', 'content/gone.yaml']));
  expect(counts.at(-1)).toMatchObject({filter: 'changed', words: 'not committed', rows: [{file: 'content/story.yaml'}]});
});

describe('countAsked(counts, filter)', () => {
  test('is every file where the address asks for nothing, or for what there is not', async () => {
    const counts = healthCounts(await rowsOf(), 'America/Chicago');
    expect(['disagree', null, 'nonsense'].map((filter) => countAsked(counts, filter).filter)).toEqual(['disagree', 'all', 'all']);
  });
});
