import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {printProblem} from '../../src/problems/print-problems.ts';
import type {Problem} from '../../src/problems/problem.ts';
import {readContent} from '../../src/reading/read-content.ts';
import {BAD_FILES} from './bad-files.ts';
import {contentFolder} from './content-folder.ts';

const CORPUS = 'test/fixtures/bad';

/** Where a file of the corpus goes: `story/` and `method/` hold versions of one file, `root/` files beside it. */
function targetOf(path: string): string {
  if (path.startsWith('story/')) return 'story.yaml';
  if (path.startsWith('method/')) return 'method.mdx';
  return path.startsWith('root/') ? path.slice('root/'.length) : path;
}

const found = new Map<string, {readonly problems: readonly Problem[]; readonly file: string}>();

/** The problems of the small story with one bad file in it; each is read once. */
async function problemsWith(path: string) {
  const known = found.get(path);
  if (known) return known;
  const target = targetOf(path);
  const folder = contentFolder({[target]: readFileSync(join(CORPUS, path))});
  const {problems} = await readContent(folder);
  const result = {problems, file: `content/${target}`};
  found.set(path, result);
  return result;
}

describe('the corpus of bad files', () => {
  test.each(BAD_FILES)('%s is wrong at line %i: %s', async (path, line, rule) => {
    const {problems, file} = await problemsWith(path);
    expect(problems.map((problem) => [problem.file, problem.line, problem.rule])).toContainEqual([file, line, rule]);
  });

  test('every file in the folder is in the list', () => {
    const files = readdirSync(CORPUS, {recursive: true, encoding: 'utf8'})
      .filter((path) => statSync(join(CORPUS, path)).isFile())
      .map((path) => path.replaceAll('\\', '/'));
    expect(files.sort()).toEqual(BAD_FILES.map(([path]) => path).sort());
    expect(BAD_FILES.every(([path]) => existsSync(join(CORPUS, path)))).toBe(true);
  });

  test('every message says what, why and how to fix it', async () => {
    for (const [path] of BAD_FILES) {
      const {problems} = await problemsWith(path);
      for (const {what, why, fix} of problems) {
        for (const sentence of [what, why, fix]) expect(sentence, path).toMatch(/^.{8,}$/s);
        expect(`${what} ${why} ${fix}`, path).not.toMatch(/undefined|NaN|\[object|Infinity/);
      }
    }
  });

  test('writers read these messages', async () => {
    const pages: string[] = [];
    for (const [path] of BAD_FILES) {
      const {problems} = await problemsWith(path);
      pages.push(`=== ${path}\n\n${problems.map(printProblem).join('\n\n')}\n`);
    }
    await expect(pages.join('\n')).toMatchFileSnapshot('../output/bad-content.txt');
  });
});
