/** The story as pages see it: everything the content folder holds, in its one order. */
import type {MDXInstance} from 'astro';
import type {AstroComponentFactory} from 'astro/runtime/server/index.js';
import {getCollection, getEntry, render} from 'astro:content';
import {entryById} from './components/lookup.ts';
import {bodyAddress} from './desk/preview/bodies.ts';
import {latestReading} from './desk/preview/reading.ts';
import {printProblems} from './desk/print-problems.ts';
import type {BrokenEntry, ChapterEntry, Content, EventEntry, Problem, Reading} from './schema/content.ts';
import {byChapterOrder, byDateOrderAndId, byId, byPublication} from './schema/order.ts';

export interface Story {
  readonly content: Content;
  /** Empty in a build, which stops where there is an error. */
  readonly problems: readonly Problem[];
  /** Entries that a problem keeps out of `content`; empty in a build. */
  readonly broken: readonly BrokenEntry[];
}

let built: Promise<Reading> | null = null;

/**
 * Everything the content folder holds: in a build as it was when the build began, in the preview as it is now.
 *
 * @throws Error with every problem, as writers read them, where `story.yaml` itself cannot be read: without it nothing has a place.
 */
export async function getStory(): Promise<Story> {
  // Astro saves its collections half a second after a change, and may show an old one after two; the preview reads the folder itself.
  const {content, problems, broken, files} = await (import.meta.env.DEV ? latestReading() : (built ??= readingFromCollections()));
  if (content) return {content, problems, broken};
  const errors = problems.filter(({severity}) => severity === 'error');
  throw new Error(`The story cannot be shown.\n\n${printProblems(errors, files.length)}`);
}

async function readingFromCollections(): Promise<Reading> {
  const [story, chapters, events, sources, actors, method] = await Promise.all([
    getEntry('story', 'story'),
    getCollection('chapters'),
    getCollection('events'),
    getCollection('sources'),
    getCollection('actors'),
    getEntry('method', 'method'),
  ]);
  return {
    content: story
      ? {
          story: story.data,
          chapters: chapters.map(({data}) => data).sort(byChapterOrder),
          events: events.map(({data}) => data).sort(byDateOrderAndId),
          sources: sources.map(({data}) => data).sort(byPublication),
          actors: actors.map(({data}) => data).sort(byId),
          method: method?.data ?? null,
        }
      : null,
    problems: [],
    broken: [],
    files: [],
  };
}

/** A body, ready to be written into a page with its components. */
export async function writtenBody(kind: 'events' | 'chapters' | 'method', id: string): Promise<AstroComponentFactory> {
  if (import.meta.env.DEV) {
    const {content} = await getStory();
    const {file, body} = kind === 'method' ? content.method! : entryById<EventEntry | ChapterEntry>(content[kind], id);
    const {Content: Written} = (await import(/* @vite-ignore */ bodyAddress(file, body))) as MDXInstance<object>;
    return Written;
  }
  const entry = await getEntry(kind, id);
  if (entry === undefined) throw new RangeError(`no body in ${kind} has the id ${id}`);
  return (await render(entry)).Content;
}
