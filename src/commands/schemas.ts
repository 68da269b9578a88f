/**
 * JSON Schemas of every file a writer writes, for completion and hovers in editors, made from the fields themselves.
 *
 * Run as a command it writes them into `.schemas/`, with the ids of the content folder as choices.
 */
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {z} from 'astro/zod';
import {parse} from 'yaml';
import {readContent} from '../reading/read-content.ts';
import type {Reading} from '../reading/reading.ts';
import {actorFields, chapterFields, eventFields, pageFields, sourceFields} from '../schema/fields.ts';
import {storyFields} from '../schema/story-fields.ts';

const KINDS = {
  story: {fields: storyFields, title: 'The story: story.yaml'},
  event: {fields: eventFields, title: 'An event: the fields at the top of a file in events/'},
  chapter: {fields: chapterFields, title: 'A chapter: the fields at the top of a file in chapters/'},
  source: {fields: sourceFields, title: 'A source: one file in sources/'},
  actor: {fields: actorFields, title: 'An actor: one file in actors/'},
  page: {fields: pageFields, title: 'A page of prose: the fields at the top of method.mdx'},
} as const;

export type SchemaKind = keyof typeof KINDS;
export const SCHEMA_KINDS = Object.keys(KINDS) as readonly SchemaKind[];

type IdKind = 'events' | 'sources' | 'actors' | 'chapters' | 'lanes' | 'measures';

/** Every id that may be referred to, and what it is, in words. */
export type IdWords = Readonly<Record<IdKind, ReadonlyMap<string, string>>>;

/** Fields that hold an id; `*` is every item of a list. */
const ID_FIELDS: Readonly<Partial<Record<SchemaKind, Readonly<Record<string, IdKind>>>>> = {
  event: {
    lane: 'lanes',
    chapter: 'chapters',
    'actors.*': 'actors',
    'sources.*.id': 'sources',
    'figures.*.measure': 'measures',
    'figures.*.source': 'sources',
  },
  story: {
    'states.items.*.event': 'events',
    'states.items.*.source': 'sources',
    'replay.counters.*.measure': 'measures',
    'replay.captions.*.event': 'events',
  },
};

export interface JsonSchema {
  type?: string;
  title?: string;
  description?: string;
  examples?: unknown[];
  enum?: unknown[];
  enumDescriptions?: string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  [keyword: string]: unknown;
}

/** Entries that a problem keeps out count too, so that completion does not lose a name while its file is being fixed. */
export function idWordsFromReading({content, broken}: Reading): IdWords {
  const brokenOf = (kind: string) => broken.filter((entry) => entry.kind === kind).map(({id, title}) => [id, title ?? ''] as const);
  const sorted = (entries: readonly (readonly [string, string])[]) => new Map(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return {
    events: sorted([...(content?.events ?? []).map(({id, title}) => [id, title] as const), ...brokenOf('event')]),
    sources: sorted([
      ...(content?.sources ?? []).map(({id, publisher, headline}) => [id, `${publisher}: ${headline}`] as const),
      ...brokenOf('source'),
    ]),
    actors: sorted([...(content?.actors ?? []).map(({id, name, role}) => [id, `${name}, ${role}`] as const), ...brokenOf('actor')]),
    // These have an order of their own.
    chapters: new Map([...(content?.chapters ?? []).map(({id, title}) => [id, title] as const), ...brokenOf('chapter')]),
    lanes: new Map((content?.story.lanes ?? []).map(({id, name}) => [id, name])),
    measures: new Map((content?.story.measures ?? []).map(({id, name}) => [id, name])),
  };
}

/**
 * The schema of one kind of file, in draft 7, which editors know best.
 *
 * @param words - The ids to offer; null leaves the fields for them free.
 */
export function jsonSchemaOf(kind: SchemaKind, words: IdWords | null): JsonSchema {
  const {fields, title} = KINDS[kind];
  const schema = z.toJSONSchema(fields, {target: 'draft-7', io: 'input', unrepresentable: 'any'}) as JsonSchema;
  for (const [name, property] of Object.entries(schema.properties ?? {})) giveValuesAsExamples(name, property);
  for (const [path, idKind] of Object.entries(ID_FIELDS[kind] ?? {})) {
    const ids = words?.[idKind];
    if (!ids || ids.size === 0) continue;
    const field = schemaAt(schema, path.split('.'));
    field.enum = [...ids.keys()];
    field.enumDescriptions = [...ids.values()];
    delete field.examples;
  }
  const {$schema, ...rest} = schema;
  return {$schema, title, ...rest};
}

function schemaAt(schema: JsonSchema, path: readonly string[]): JsonSchema {
  let current: JsonSchema | undefined = schema;
  for (const step of path) current = step === '*' ? current?.items : current?.properties?.[step];
  if (current === undefined) throw new RangeError(`there is no field ${path.join('.')}`);
  return current;
}

/** Our examples are lines to paste; an editor wants the value alone. */
function giveValuesAsExamples(name: string, schema: JsonSchema): void {
  if (schema.examples) {
    schema.examples = schema.examples.map((line) => (parse(String(line)) as Record<string, unknown>)[name]);
  }
  for (const [inner, property] of Object.entries(schema.properties ?? {})) giveValuesAsExamples(inner, property);
  if (schema.items) for (const [inner, property] of Object.entries(schema.items.properties ?? {})) giveValuesAsExamples(inner, property);
}

/** A schema as its file holds it. */
export function schemaFileText(schema: JsonSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/**
 * Writes the schemas that differ from what is there.
 *
 * @returns The names of the files that changed.
 */
export async function writeSchemas(contentFolder: string, schemasFolder: string): Promise<string[]> {
  const words = idWordsFromReading(await readContent(contentFolder));
  await mkdir(schemasFolder, {recursive: true});
  const changed: string[] = [];
  for (const kind of SCHEMA_KINDS) {
    const path = join(schemasFolder, `${kind}.json`);
    const text = schemaFileText(jsonSchemaOf(kind, words));
    if ((await textOf(path)) === text) continue;
    await writeFile(path, text);
    changed.push(`${kind}.json`);
  }
  return changed;
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const changed = await writeSchemas(process.env['CONTENT_DIR'] || 'content', '.schemas');
  process.stdout.write(
    changed.length === 0
      ? 'The schemas in .schemas/ are up to date.\n'
      : `Wrote ${changed.map((name) => `.schemas/${name}`).join(', ')}.\n`,
  );
}
