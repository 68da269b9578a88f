import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {ESLint} from 'eslint';
import ts from 'typescript';
import {beforeAll, describe, expect, test} from 'vitest';
import {roomOf, ROOMS} from '../eslint.config.js';

const rooms = Object.entries(ROOMS) as [string, readonly string[]][];
const closed = rooms.flatMap(([from, open]) => rooms.map(([to]) => ({from, to})).filter(({to}) => to !== from && !open.includes(to)));
const files = readdirSync('src', {recursive: true, encoding: 'utf8'})
  .map((name) => join('src', name))
  .filter((path) => /\.(ts|astro)$/.test(path));

/** Some file of a room; a room may be one file. */
function someFile(room: string): string {
  return room.endsWith('.ts') ? `src/${room}` : `src/${room}/some-file.ts`;
}

/** How one file imports another. */
function pathBetween(from: string, to: string): string {
  return relative(dirname(from), to).replace(/^(?!\.)/, './');
}

/** The front matter of a component, and the scripts in its markup. */
function scriptsOf(component: string): string[] {
  return [...component.matchAll(/^---\n(.*?)\n---$|<script>(.*?)<\/script>/gms)].map(
    ([, frontMatter, script]) => frontMatter ?? script ?? '',
  );
}

/** The files of src that a file imports, whether for a type, at once or later. */
function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return (path.endsWith('.astro') ? scriptsOf(text) : [text])
    .flatMap((script) => ts.preProcessFile(script, true, true).importedFiles)
    .filter(({fileName}) => fileName.startsWith('.'))
    .map(({fileName}) => join(dirname(path), fileName))
    .filter((imported) => files.includes(imported));
}

/** The files of the first circle found from a file on; empty if there is no circle. */
function circleFrom(path: string, imports: ReadonlyMap<string, readonly string[]>, way: readonly string[], done: Set<string>): string[] {
  if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
  if (done.has(path)) return [];
  for (const next of imports.get(path) ?? []) {
    const circle = circleFrom(next, imports, [...way, path], done);
    if (circle.length > 0) return circle;
  }
  done.add(path);
  return [];
}

describe('the rooms of src', () => {
  let eslint: ESLint;

  beforeAll(async () => {
    eslint = new ESLint();
    // The first file takes a second, for the rules to load.
    await eslint.lintText('', {filePath: someFile('schema')});
  }, 60_000);

  async function refusals(from: string, code: string): Promise<string[]> {
    const [result] = await eslint.lintText(code, {filePath: from});
    return result!.messages.filter(({ruleId}) => ruleId === 'house/rooms-in-order').map(({message}) => message);
  }

  test('each names only rooms above it', () => {
    const order = rooms.map(([room]) => room);
    for (const [room, open] of rooms) {
      for (const other of open) expect(order.slice(0, order.indexOf(room)), `what ${room} may import from`).toContain(other);
    }
  });

  test('hold every file', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((path) => roomOf(path) === undefined)).toEqual([]);
  });

  test.each(closed)('$from may not import from $to', async ({from, to}) => {
    const code = `import '${pathBetween(someFile(from), someFile(to))}';\n`;
    expect(await refusals(someFile(from), code)).toEqual([
      `${from} may not import from ${to}: move what both need to a room that both may import from, or hand it in.`,
    ]);
  });

  test.each(rooms)('%s may import from what the table gives it, and from itself', async (room, open) => {
    const lines = [room, ...open].map((other) => `import '${pathBetween(someFile(room), someFile(other))}';\n`);
    expect(await refusals(someFile(room), lines.join(''))).toEqual([]);
  });

  test.each([
    ['for a type', "import type {Story} from '../../story/story.ts';"],
    ['to pass it on', "export {getStory} from '../../story/story.ts';"],
    ['to pass all of it on', "export * from '../../story/story.ts';"],
    ['later', "export const story = () => import('../../story/story.ts');"],
    ['within a type', "export type Story = import('../../story/story.ts').Story;"],
  ])('are kept apart when a file imports %s', async (_, code) => {
    expect(await refusals('src/timeline/model/some-file.ts', `${code}\n`)).toHaveLength(1);
  });

  test('are kept apart in components too', async () => {
    expect(
      await refusals('src/components/Some.astro', "---\nimport {deskRows} from '../desk/rows.ts';\n---\n<p>{deskRows.length}</p>\n"),
    ).toHaveLength(1);
  });
});

test('no import of src runs in a circle', () => {
  const imports = new Map(files.map((path) => [path, importsOf(path)]));
  // A circle could hide behind an import that is not seen here.
  expect(imports.get('src/components/TimesIn.astro')).toEqual(
    expect.arrayContaining(['src/schema/content.ts', 'src/components/times-in.ts']),
  );
  expect(imports.get('src/timeline/interaction/element.ts')).toEqual(
    expect.arrayContaining(['src/timeline/render/scene.ts', 'src/timeline/interaction/live.ts']),
  );
  const done = new Set<string>();
  expect(files.flatMap((path) => circleFrom(path, imports, [], done))).toEqual([]);
});

test.each([
  'const days = events.toSorted();',
  'const lanes = Map.groupBy(events, ({lane}) => lane);',
  'const others = days.with(0, 1);',
  'const end = /(?<!x)y/u;',
  'const end = /[\\p{L}--x]/v;',
  'const end = new RegExp(`(?<=${before})y`);',
])('the timeline may not use what Safari 15.4 does not have: %s', async (code) => {
  const [result] = await new ESLint().lintText(`export ${code}\n`, {filePath: 'src/timeline/model/some-file.ts'});
  expect(result!.messages.filter(({message}) => message.startsWith('Safari 15.4'))).toHaveLength(1);
});
