import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {readContent} from '../src/reading/read-content.ts';
import type {Content} from '../src/schema/content.ts';
import {FULL_STORY} from './full-story.ts';

/** What the engine is made of: it must serve a story about anything. */
const ENGINE = ['src', 'public', 'astro.config.mjs', 'eslint.config.js', 'playwright.config.ts', 'vitest.config.ts'];
const IS_TEXT = /\.(?:ts|mjs|js|astro|css|svg|json|txt)$/;

/** Words of the story that no field holds by itself. */
const MORE_WORDS = [
  'sony',
  'interview',
  'hack',
  'hacks',
  'hacked',
  'hacker',
  'hackers',
  'film',
  'films',
  'movie',
  'cinema',
  'theatre',
  'korea',
  'korean',
];

/** Examples of dates name years. */
const IS_YEAR = /^\d{4}$/;

/** Names of the story that are words or names of anybody's. */
const ORDINARY = new Set(['attribution', 'governments', 'audience', 'december', 'seven', 'days', 'apple', 'amazon', 'variety']);

/** Where the engine has to do with somebody who is also in the story. */
const OTHER_BUSINESS: Readonly<Record<string, string>> = {
  'src/commands/import/timelinejs-media.ts: youtube': 'a host of videos in the timelines that are imported',
  'src/commands/import/read-file.ts: google': 'whose spreadsheets are imported',
  'src/tools/browser.ts: google': 'whose browser may run the tests',
  'src/tools/browser.ts: microsoft': 'whose browser may run the tests',
  'src/tools/headers.ts: cloudflare': 'whose format `_headers` is',
  'src/publish/host-headers.ts: cloudflare': 'whose format `_headers` is',
  'src/layouts/Head.astro: twitter': 'whose tags say which picture is shown beside a link',
  'public/fonts/OFL-SourceSerif4.txt: google': 'in the licence of a font',
};

/** Every name by which the engine could know this story: its title, lanes, measures, chapters, actors, events and sources. */
function wordsOf({story, chapters, events, sources, actors}: Content): Set<string> {
  const words = [
    story.title,
    ...story.title.split(' '),
    ...story.kicker.split(' '),
    ...story.lanes.flatMap(({id, name}) => [id, name]),
    ...story.measures.map(({id}) => id),
    ...actors.map(({name}) => name),
    // An id of one word is an ordinary one, such as "bill".
    ...[...chapters, ...events, ...sources, ...actors].map(({id}) => id).filter((id) => id.includes('-')),
    ...MORE_WORDS,
  ].map((word) => word.toLowerCase());
  return new Set(words.filter((word) => word.length > 3 && !ORDINARY.has(word) && !IS_YEAR.test(word)));
}

/** Each of the words that a text has as a word of its own. */
function foundIn(text: string, words: ReadonlySet<string>): string[] {
  const small = text.toLowerCase();
  return [...words].filter((word) => {
    if (!small.includes(word)) return false;
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\d-])${escaped}(?![\\p{L}\\d])`, 'u').test(small);
  });
}

function filesOf(path: string): string[] {
  if (IS_TEXT.test(path)) return [path];
  return readdirSync(path, {recursive: true, encoding: 'utf8'})
    .filter((name) => IS_TEXT.test(name))
    .map((name) => join(path, name));
}

describe('the engine', () => {
  let words: ReadonlySet<string>;

  beforeAll(async () => {
    words = wordsOf((await readContent(FULL_STORY)).content!);
  });

  test('holds no word of the story it was first made for', () => {
    const files = ENGINE.flatMap(filesOf);
    const found = files.flatMap((file) => foundIn(readFileSync(file, 'utf8'), words).map((word) => `${file}: ${word}`));
    expect(files.length).toBeGreaterThan(200);
    expect(found.filter((place) => !(place in OTHER_BUSINESS))).toEqual([]);
    // An excuse that is not needed any more goes.
    expect(Object.keys(OTHER_BUSINESS).filter((place) => !found.includes(place))).toEqual([]);
  });

  test.each([
    ["const LANE = 'sony';", 'sony'],
    ['/** Such as `events/hack-begins.mdx`. */', 'hack-begins'],
    ['.film-line {', 'film'],
    ['// Seven Days in December', 'seven days in december'],
    ['by Seth Rogen', 'seth rogen'],
  ])('would be found out by %j', (text, word) => {
    expect(foundIn(text, words)).toContain(word);
  });

  test.each(['const filmy = 1;', 'the days of December', 'a hackneyed word', '--colour-interviewed'])('may say %j', (text) => {
    expect(foundIn(text, words)).toEqual([]);
  });
});
