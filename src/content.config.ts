/**
 * The door content comes in by. Every collection is fed by the one reader in `schema/`, so that a build refuses what
 * `check` refuses, and the preview shows the same problems in the same words.
 */
import {relative, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Loader, LoaderContext} from 'astro/loaders';
import {defineCollection} from 'astro:content';
import {z} from 'astro/zod';
import {printProblems} from './desk/print-problems.ts';
import type {
  ActorEntry, ChapterEntry, EventEntry, PageEntry, Reading, SourceEntry, StoryEntry,
} from './schema/content.ts';
import {readContent} from './schema/read-content.ts';

const folder = resolve(process.env['CONTENT_DIR'] || 'content');

/** Long enough for an editor to write a file in two steps, too short to be noticed. */
const SETTLE_MS = 40;

interface Entry {
  readonly id: string;
  readonly data: object;
  /** For MDX: the file its body is compiled from, relative to the content folder. */
  readonly file?: string;
  readonly body?: string;
}

/** What each collection takes from a reading. */
const TAKES: Readonly<Record<string, (reading: Reading, isPreview: boolean) => readonly Entry[]>> = {
  story: ({content}) => content ? [{id: 'story', data: content.story}] : [],
  events: ({content}, isPreview) => (content?.events ?? [])
    .filter(({draft}) => isPreview || !draft)
    .map((data) => ({id: data.id, data, file: data.file, body: data.body})),
  chapters: ({content}) => (content?.chapters ?? []).map((data) => ({id: data.id, data, file: data.file, body: data.body})),
  method: ({content}) => content?.method ? [{id: 'method', data: content.method, file: content.method.file, body: content.method.body}] : [],
  sources: ({content}) => (content?.sources ?? []).map((data) => ({id: data.id, data})),
  actors: ({content}) => (content?.actors ?? []).map((data) => ({id: data.id, data})),
  // One entry for all: Astro warns of a collection that is empty, as this should be.
  problems: ({problems, broken, files}) => [{id: 'all', data: {problems, broken, files}}],
};

let reading: Promise<Reading> | null = null;
const refills = new Set<() => Promise<void>>();
let settling: NodeJS.Timeout | undefined;

/** One reading for all collections, until a file changes. */
function currentReading(): Promise<Reading> {
  reading ??= readContent(folder);
  return reading;
}

async function fill({collection, store, config, watcher, generateDigest}: LoaderContext): Promise<void> {
  const isPreview = watcher !== undefined;
  const found = await currentReading();
  const errors = found.problems.filter(({severity}) => severity === 'error');
  if (!isPreview && errors.length > 0) throw new Error(`The content has problems.\n\n${printProblems(errors, found.files.length)}`);
  const root = fileURLToPath(config.root);
  store.clear();
  for (const {id, data, file, body} of TAKES[collection]?.(found, isPreview) ?? []) {
    store.set({
      id,
      data: data as Record<string, unknown>,
      digest: generateDigest(JSON.stringify(data)),
      ...(file === undefined ? {} : {
        body: body ?? '',
        filePath: relative(root, resolve(folder, file)).split(sep).join('/'),
        deferredRender: true,
      }),
    });
  }
}

const fromReading: Loader = {
  name: 'content-folder',
  async load(context) {
    await fill(context);
    const {watcher, logger} = context;
    if (!watcher) return;
    refills.add(() => fill(context));
    if (context.collection !== 'story') return;

    // One of the collections listens for all of them: a change in one file can break or mend any other.
    watcher.add(folder);
    const reread = (path: string): void => {
      if (!resolve(path).startsWith(folder + sep)) return;
      clearTimeout(settling);
      settling = setTimeout(() => {
        reading = null;
        Promise.all([...refills].map((refill) => refill()))
          .then(currentReading)
          .then(({problems, files}) => {
            const errors = problems.filter(({severity}) => severity === 'error');
            if (errors.length > 0) logger.error(`\n${printProblems(errors, files.length)}`);
          })
          .catch((error: unknown) => logger.error(String(error)));
      }, SETTLE_MS);
    };
    for (const event of ['add', 'change', 'unlink', 'unlinkDir'] as const) watcher.on(event, reread);
    const {problems, files} = await currentReading();
    const errors = problems.filter(({severity}) => severity === 'error');
    if (errors.length > 0) logger.error(`\n${printProblems(errors, files.length)}`);
  },
};

/** The reader has checked every field; the schema is here to say their types. */
const collectionOf = <T extends object>() => defineCollection({loader: fromReading, schema: z.custom<T>()});

export const collections = {
  story: collectionOf<StoryEntry>(),
  events: collectionOf<EventEntry>(),
  chapters: collectionOf<ChapterEntry>(),
  method: collectionOf<PageEntry>(),
  sources: collectionOf<SourceEntry>(),
  actors: collectionOf<ActorEntry>(),
  problems: collectionOf<Omit<Reading, 'content'>>(),
};
