import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import Ajv from 'ajv';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {idWordsFromReading, jsonSchemaOf, SCHEMA_KINDS, writeSchemas} from '../../src/commands/schemas.ts';
import type {JsonSchema, SchemaKind} from '../../src/commands/schemas.ts';
import {readContent} from '../../src/reading/read-content.ts';
import {STATUSES, WEIGHTS} from '../../src/schema/lists.ts';

const SMALL_STORY = 'test/fixtures/small-story';

function committed(kind: SchemaKind): JsonSchema {
  return JSON.parse(readFileSync(`.schemas/${kind}.json`, 'utf8')) as JsonSchema;
}

/** The words between the `---` of an MDX file, or a YAML file whole. */
function fieldsOf(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  return parse(path.endsWith('.mdx') ? text.split(/^---$/m)[1]! : text);
}

async function smallStoryIds() {
  return idWordsFromReading(await readContent(SMALL_STORY));
}

/** Without the choices that come from the content folder, which writers change every day. */
function withoutIds(schema: JsonSchema): unknown {
  const {enum: choices, enumDescriptions, ...rest} = schema;
  delete rest.examples;
  const isFree = enumDescriptions === undefined;
  return Object.fromEntries(
    Object.entries({...rest, ...(isFree && choices ? {choices} : {})}).map(([key, value]) => [
      key,
      key === 'properties'
        ? Object.fromEntries(Object.entries(value as Record<string, JsonSchema>).map(([name, property]) => [name, withoutIds(property)]))
        : key === 'items'
          ? withoutIds(value as JsonSchema)
          : value,
    ]),
  );
}

describe('jsonSchemaOf(kind, words)', () => {
  test.each(SCHEMA_KINDS)('describes every field of %s, whose example passes', (kind) => {
    const schema = jsonSchemaOf(kind, null);
    const ajv = new Ajv({strict: false});
    const visit = (properties: Record<string, JsonSchema>) => {
      for (const [name, property] of Object.entries(properties)) {
        expect(property.description, name).toMatch(/\.$/);
        expect(property.examples, name).toHaveLength(1);
        expect(ajv.validate(property, property.examples![0]), name).toBe(true);
        visit({...property.properties, ...property.items?.properties});
      }
    };
    visit(schema.properties ?? {});
  });

  test('takes the files of a story, and refuses a field that is not there', async () => {
    const ids = await smallStoryIds();
    const ajv = new Ajv({strict: false});
    const event = fieldsOf(`${SMALL_STORY}/events/eagle-lands.mdx`) as object;
    for (const [kind, fields] of [
      ['event', event],
      ['chapter', fieldsOf(`${SMALL_STORY}/chapters/walk.mdx`)],
      ['source', fieldsOf(`${SMALL_STORY}/sources/times-1969-07-21.yaml`)],
      ['actor', fieldsOf(`${SMALL_STORY}/actors/neil-armstrong.yaml`)],
      ['story', fieldsOf(`${SMALL_STORY}/story.yaml`)],
    ] as const) {
      expect(ajv.validate(jsonSchemaOf(kind, ids), fields), `${kind}: ${ajv.errorsText()}`).toBe(true);
    }
    expect(ajv.validate(jsonSchemaOf('event', ids), {...event, lain: 'crew'})).toBe(false);
    expect(ajv.validate(jsonSchemaOf('event', ids), {...event, lane: 'crow'})).toBe(false);
    expect(ajv.validate(jsonSchemaOf('event', null), {...event, lane: 'crow'})).toBe(true);
  });

  test('offers the ids of the content folder, each with what it means', async () => {
    const {properties} = jsonSchemaOf('event', await smallStoryIds());
    expect(properties!['lane']).toMatchObject({enum: ['crew', 'ground'], enumDescriptions: ['The crew', 'Mission control']});
    expect(properties!['sources']!.items!.properties!['id']!.enum).toEqual(['post-1969-07-21', 'times-1969-07-21']);
  });
});

describe('writeSchemas(contentFolder, schemasFolder)', () => {
  test('writes what has changed, and nothing twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'schemas-'));
    const content = join(folder, 'content');
    cpSync(SMALL_STORY, content, {recursive: true});
    expect(await writeSchemas(content, join(folder, 'out'))).toHaveLength(SCHEMA_KINDS.length);
    expect(await writeSchemas(content, join(folder, 'out'))).toEqual([]);
    writeFileSync(join(content, 'actors/buzz-aldrin.yaml'), 'name: Buzz Aldrin\nkind: person\nrole: pilot\n');
    expect(await writeSchemas(content, join(folder, 'out'))).toEqual(['event.json']);
    rmSync(folder, {recursive: true});
  });
});

describe('.schemas', () => {
  test.each(SCHEMA_KINDS)('%s.json is what the fields say; `npm run schemas` renews it', (kind) => {
    expect(withoutIds(committed(kind))).toEqual(withoutIds(jsonSchemaOf(kind, null)));
  });
});

describe('.vscode', () => {
  const withoutComments = (path: string) => JSON.parse(readFileSync(path, 'utf8').replace(/^\s*\/\/.*$/gm, '')) as Record<string, unknown>;

  test('settings name schemas that are there', () => {
    const schemas = withoutComments('.vscode/settings.json')['yaml.schemas'] as Record<string, string>;
    expect(Object.keys(schemas).map((path) => /^\.\/\.schemas\/(\w+)\.json$/.exec(path)?.[1])).toEqual(['story', 'source', 'actor']);
    expect(withoutComments('.vscode/extensions.json')['recommendations']).toContain('redhat.vscode-yaml');
  });

  test('the snippets, filled in, pass the check', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'snippets-'));
    const content = join(folder, 'content');
    cpSync(SMALL_STORY, content, {recursive: true});
    const snippets = withoutComments('.vscode/event.code-snippets') as Record<string, {body: string[]}>;
    const answers: Record<string, string> = {
      lane: 'crew',
      chapter: 'walk',
      source: 'times-1969-07-21',
      actor: 'neil-armstrong',
      '2014-12-17': '1969-07-21',
      '2014-12-24': '1969-07-30',
    };
    let sourcesSeen = 0;
    const filled = (name: string) =>
      snippets[name]!.body.join('\n')
        .replace(/\$\{\d+\|([^,|]+)[^|]*\|\}/g, '$1')
        .replace(/\$\{\d+:([^}]*)\}/g, (_, words: string) =>
          words === 'source' && name === 'Disagreement' && sourcesSeen++ === 1 ? 'post-1969-07-21' : (answers[words] ?? words),
        );
    writeFileSync(
      join(content, 'events/snippet.mdx'),
      [
        filled('Event'),
        ...Object.keys(snippets)
          .filter((name) => name !== 'Event')
          .map(filled),
        '',
      ].join('\n\n'),
    );
    expect((await readContent(content)).problems).toEqual([]);
    rmSync(folder, {recursive: true});
  });

  test('the event snippet offers every weight and status', () => {
    const snippet = readFileSync('.vscode/event.code-snippets', 'utf8');
    const choices = (field: string) => new RegExp(`${field}: \\$\\{\\d\\|([^|]+)\\|`).exec(snippet)![1]!.split(',').toSorted();
    expect(choices('weight')).toEqual([...WEIGHTS].toSorted());
    expect(choices('status')).toEqual([...STATUSES].toSorted());
  });
});
