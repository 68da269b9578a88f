/**
 * Where content enters the site. Every collection is fed by the one reader in `reading/`, so that a build refuses what
 * `check` refuses. The preview fills them once, and then follows the folder through the same reader; see `story/story.ts`.
 */
import {relative, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {LoaderContext} from 'astro/loaders';
import {defineCollection} from 'astro:content';
import {z} from 'astro/zod';
import {printProblems} from './problems/print-problems.ts';
import {CONTENT_FOLDER, latestReading} from './reading/latest-reading.ts';
import type {Reading} from './reading/reading.ts';
import type {ActorEntry, ChapterEntry, EventEntry, PageEntry, SourceEntry, StoryEntry} from './schema/content.ts';

type Kind = 'story' | 'events' | 'chapters' | 'method' | 'sources' | 'actors';

interface Entry {
  readonly id: string;
  readonly data: object;
  /** For MDX: the file its body is compiled from, relative to the content folder. */
  readonly file?: string;
  readonly body?: string;
}

/** What each collection takes from a reading. */
const TAKES: Readonly<Record<Kind, (reading: Reading, isPreview: boolean) => readonly Entry[]>> = {
  story: ({content}) => (content ? [{id: 'story', data: content.story}] : []),
  events: ({content}, isPreview) =>
    (content?.events ?? []).filter(({draft}) => isPreview || !draft).map((data) => ({id: data.id, data, file: data.file, body: data.body})),
  chapters: ({content}) => (content?.chapters ?? []).map((data) => ({id: data.id, data, file: data.file, body: data.body})),
  method: ({content}) =>
    content?.method ? [{id: 'method', data: content.method, file: content.method.file, body: content.method.body}] : [],
  sources: ({content}) => (content?.sources ?? []).map((data) => ({id: data.id, data})),
  actors: ({content}) => (content?.actors ?? []).map((data) => ({id: data.id, data})),
};

async function fill(folder: string, kind: Kind, {store, config, watcher, generateDigest}: LoaderContext): Promise<void> {
  const isPreview = watcher !== undefined;
  const found = await latestReading(folder);
  const errors = found.problems.filter(({severity}) => severity === 'error');
  if (!isPreview && errors.length > 0) throw new Error(`The content has problems.\n\n${printProblems(errors, found.files.length)}`);
  const root = fileURLToPath(config.root);
  store.clear();
  for (const {id, data, file, body} of TAKES[kind](found, isPreview)) {
    store.set({
      id,
      data: data as Record<string, unknown>,
      digest: generateDigest(JSON.stringify(data)),
      ...(file === undefined
        ? {}
        : {
            body: body ?? '',
            filePath: relative(root, resolve(folder, file)).split(sep).join('/'),
            deferredRender: true,
          }),
    });
  }
}

/** The collections of the story in a folder. The reader has checked every field; the schemas are here to say their types. */
export function collectionsOf(folder: string) {
  const collectionOf = <T extends object>(kind: Kind) =>
    defineCollection({loader: {name: 'content-folder', load: (context) => fill(folder, kind, context)}, schema: z.custom<T>()});
  return {
    story: collectionOf<StoryEntry>('story'),
    events: collectionOf<EventEntry>('events'),
    chapters: collectionOf<ChapterEntry>('chapters'),
    method: collectionOf<PageEntry>('method'),
    sources: collectionOf<SourceEntry>('sources'),
    actors: collectionOf<ActorEntry>('actors'),
  };
}

export const collections = collectionsOf(CONTENT_FOLDER);
