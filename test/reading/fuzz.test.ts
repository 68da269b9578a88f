import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {printProblem} from '../../src/problems/print-problems.ts';
import {readContent} from '../../src/reading/read-content.ts';
import type {Reading} from '../../src/reading/reading.ts';
import {changeFiles, contentFolder} from './content-folder.ts';
import {FULL_STORY} from '../full-story.ts';

const STORY = FULL_STORY;
const SEED = 20_141_124;
const EDITS = 2000;

/** Numbers from 0 to 1 in an order that the seed alone decides (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One slip of the hand: a character or a line lost, doubled, or changed with its neighbour. */
function slip(text: string, next: () => number): string {
  const change = <T>(items: readonly T[]): T[] => {
    const i = Math.floor(next() * items.length);
    const kind = Math.floor(next() * 3);
    if (kind === 0) return items.toSpliced(i, 1);
    if (kind === 1) return items.toSpliced(i, 0, items[i]!);
    return items.toSpliced(i, 2, ...items.slice(i, i + 2).reverse());
  };
  return next() < 0.6 ? change([...text]).join('') : change(text.split('\n')).join('\n');
}

/** Events that are neither in the content nor named by an error, of themselves or of what they refer to. */
function lost({content, broken, problems}: Reading, files: readonly string[]): string[] {
  const told = new Set(problems.filter(({severity}) => severity === 'error').map(({file}) => file.replace('content/', '')));
  const kept = new Set(content?.events.map(({file}) => file));
  const named = new Set(broken.filter(({because}) => because.some((file) => told.has(file))).map(({file}) => file));
  return files.filter((file) => !kept.has(file) && !named.has(file));
}

describe('readContent(folder) of the real story with one slip in every event', () => {
  const names = readdirSync(join(STORY, 'events'))
    .filter((name) => name.endsWith('.mdx'))
    .sort();
  const files = names.map((name) => `events/${name}`);
  const others = ['actors', 'chapters', 'sources'].flatMap((folder) => readdirSync(join(STORY, folder)).map((name) => `${folder}/${name}`));
  const texts = new Map([...files, ...others, 'story.yaml', 'method.mdx'].map((file) => [file, readFileSync(join(STORY, file), 'utf8')]));
  const smallStory = [
    'events/eagle-lands.mdx',
    'events/first-words.mdx',
    'chapters/landing.mdx',
    'chapters/walk.mdx',
    'actors/mission-control.yaml',
    'actors/neil-armstrong.yaml',
    'sources/post-1969-07-21.yaml',
    'sources/times-1969-07-21.yaml',
  ];

  test(`${EDITS} slips: never a crash, never a stack trace, never an event lost without a message`, async () => {
    const next = chance(SEED);
    const folder = contentFolder(Object.fromEntries([...smallStory.map((file) => [file, null] as const), ...texts]));
    for (let done = 0; done < EDITS; done += files.length) {
      const edited = Object.fromEntries(files.map((file) => [file, slip(texts.get(file)!, next)]));
      changeFiles(folder, edited);
      const reading = await readContent(folder);
      expect(reading.content).not.toBeNull();
      expect(lost(reading, files)).toEqual([]);
      for (const problem of reading.problems) {
        const message = printProblem(problem);
        expect(message).not.toMatch(/undefined|NaN|\[object|\bat .+:\d+:\d+\)?$|node:internal|RangeError|TypeError/m);
        const lines = (edited[problem.file.replace('content/', '')] ?? texts.get(problem.file.replace('content/', '')) ?? '').split('\n');
        expect(problem.line, message).toBeLessThanOrEqual(lines.length);
        expect(problem.excerpt.at(-1)?.text ?? '', message).toBe(lines[problem.line - 1] ?? '');
      }
    }
  }, 120_000);
});
