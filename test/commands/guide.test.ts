import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {parse, stringify} from 'yaml';
import {FLAGS as IMPORT_FLAGS} from '../../src/commands/import/flags.ts';
import {FLAGS} from '../../src/commands/new/flags.ts';
import {SCHEMA_KINDS, jsonSchemaOf} from '../../src/commands/schemas.ts';
import type {JsonSchema} from '../../src/commands/schemas.ts';
import type {Problem} from '../../src/problems/problem.ts';
import {readContent} from '../../src/reading/read-content.ts';
import type {Reading} from '../../src/reading/reading.ts';
import {ADVICE_RULES} from '../../src/reading/suppressions.ts';
import {BODY_COMPONENTS} from '../../src/schema/body-components.ts';
import {edtfFromText} from '../../src/schema/dates.ts';
import {dateWords} from '../../src/timeline/model/day-words.ts';
import {entryWords, findPanelWords} from '../../src/timeline/model/words/pages.ts';
import {FULL_STORY} from '../full-story.ts';

/** It goes with `content/`, and a fork that brings a story of its own may leave it out. */
const GUIDE_FILE = 'content/README.md';
const GUIDE = existsSync(GUIDE_FILE) ? readFileSync(GUIDE_FILE, 'utf8') : '';

/** A fenced example: a whole file where it names one, else fields or text of an event. */
interface Example {
  readonly language: string;
  readonly path: string;
  readonly text: string;
  readonly line: number;
}

const EXAMPLES: readonly Example[] = [...GUIDE.matchAll(/^```(mdx|yaml)[ ]?(\S*)\n([^]*?)^```$/gm)].map(
  ([, language, path, text], index) => ({
    language: language!,
    path: path || `events/guide-example-${index}.mdx`,
    text: text!,
    line: GUIDE.slice(0, [...GUIDE.matchAll(/^```(mdx|yaml)[ ]?(\S*)\n/gm)][index]!.index).split('\n').length,
  }),
);

const FIELDS = {
  title: 'An example',
  label: 'An example',
  date: '2014-12-18',
  lane: 'sony',
  chapter: 'pulled',
  weight: 'detail',
  status: 'reported',
  sources: [{id: 'scmp-2014-12-18', supports: 'the day'}],
};

let folder: string;
/** With the story as it is, and with the guide's own, whose lanes and measures are fewer. */
let reading: Reading;
let readingOfStory: Reading;

/** The example as the whole file it would be in; titles are told apart by its line. */
function fileText({language, path, text, line}: Example): string {
  if (!path.startsWith('events/guide-example-')) return text;
  const quiet = text.match(/^# ignore .*$/m)?.[0] ?? '';
  const fields = language === 'yaml' ? (parse(text) as object) : {};
  const merged = {...FIELDS, title: `An example of line ${line}`, label: `Line ${line}`, ...fields};
  return `---\n${quiet}${quiet && '\n'}${stringify(merged, {defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN'})}---\n\n${language === 'mdx' ? text : `What happened, as line ${line} has it.`}\n`;
}

/** What is wrong with an example's file, in its own words. */
function problemsOf({path}: Example): Problem[] {
  return (path === 'story.yaml' ? readingOfStory : reading).problems.filter(({file}) => file === `${basename(folder)}/${path}`);
}

beforeAll(async () => {
  if (GUIDE === '') return;
  folder = join(mkdtempSync(join(tmpdir(), 'guide-')), 'content');
  cpSync(FULL_STORY, folder, {recursive: true});
  // Parts of one file are shown one after another.
  const whole = new Map<string, string>();
  for (const example of EXAMPLES) whole.set(example.path, `${whole.get(example.path) ?? ''}${fileText(example)}`);
  const story = whole.get('story.yaml')!;
  whole.delete('story.yaml');
  for (const [path, text] of whole) writeFileSync(join(folder, path), text);
  reading = await readContent(folder);
  writeFileSync(join(folder, 'story.yaml'), story);
  readingOfStory = await readContent(folder);
});

afterAll(() => rmSync(join(folder, '..'), {recursive: true}));

describe.skipIf(GUIDE === '')(GUIDE_FILE, () => {
  test.each(EXAMPLES)('the $language example of line $line passes the check', (example) => {
    // The examples are many on one day, and nothing refers to some.
    expect(
      problemsOf(example).filter(({severity, rule}) => severity === 'error' || !/^(?:unused|order)-|^ignore-without-cause$/.test(rule)),
    ).toEqual([]);
  });

  test('every example is one, and there are some of each kind', () => {
    expect(EXAMPLES.length).toBeGreaterThan(20);
    expect(GUIDE.match(/^```/gm)).toHaveLength(2 * (EXAMPLES.length + GUIDE.match(/^```sh$/gm)!.length));
  });

  test('reads every date back in the words that readers see', () => {
    const rows = [...GUIDE.matchAll(/^\| [^|]+ \| `([\dTZ:/.~?%-]+)` \| (.+) \|$/gm)];
    expect(rows).toHaveLength(11);
    const style = {language: 'en', zone: 'America/Los_Angeles', zoneLabel: 'PT', length: 'short'} as const;
    for (const [, date, words] of rows) expect(dateWords(edtfFromText(date!), 'throughout', style)).toBe(words);
    expect(GUIDE).toContain(`“${dateWords(edtfFromText('2014-12-20/2014-12-21'), 'within', style)}”`);
  });

  test.each(SCHEMA_KINDS)('shows every field of a %s', (kind) => {
    const names = (schema: JsonSchema): string[] =>
      Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
        name,
        ...names(property),
        ...(property.items ? names(property.items) : []),
      ]);
    const examples = EXAMPLES.map(({text}) => text).join('\n');
    for (const name of names(jsonSchemaOf(kind, null))) expect(examples).toMatch(new RegExp(`^[ -]*${name}:`, 'm'));
  });

  test.each(Object.entries(BODY_COMPONENTS))('shows <%s> with every attribute', (name, {attributes}) => {
    const tags = [...GUIDE.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].join('\n');
    for (const attribute of Object.keys(attributes)) expect(tags).toContain(`${attribute}="`);
  });

  test('names every word that a field can take', () => {
    const visit = (schema: JsonSchema) => {
      for (const word of schema.enum ?? []) expect(GUIDE).toContain(`\`${String(word)}\``);
      for (const property of [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])]) visit(property);
    };
    for (const kind of SCHEMA_KINDS) {
      const schema = jsonSchemaOf(kind, null);
      visit(kind === 'event' ? {...schema, properties: {...schema.properties, happened: {}}} : schema);
    }
    expect(GUIDE).toContain('`happened: within`');
  });

  test('gives weights and statuses the meanings that `npm run new` gives them', () => {
    const meanings = Object.entries({...findPanelWords('en').weights, ...entryWords('en').statuses});
    for (const [word, {meaning}] of meanings) expect(GUIDE).toContain(`| \`${word}\` | ${meaning}`);
  });

  test('explains every piece of advice', () => {
    for (const rule of ADVICE_RULES) expect(GUIDE).toContain(`\`${rule}\``);
  });

  test('names only flags that there are', () => {
    const flags = [...GUIDE.matchAll(/--([a-z][a-z-]+)/g)].map(([, flag]) => flag!).filter((flag) => !['help', 'format'].includes(flag));
    expect(flags.length).toBeGreaterThan(5);
    for (const flag of flags) expect([...Object.keys(FLAGS), ...Object.keys(IMPORT_FLAGS)]).toContain(flag);
  });

  test('leads to headings that there are', () => {
    const anchors = [...GUIDE.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\p{L}\d -]/gu, '')
        .replace(/ /g, '-'),
    );
    for (const [, anchor] of GUIDE.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor);
  });
});
