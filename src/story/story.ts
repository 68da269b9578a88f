/** The story as pages see it: everything the content folder holds, in its one order. */
import type {MDXInstance} from 'astro';
import type {AstroComponentFactory} from 'astro/runtime/server/index.js';
import {getCollection, getEntry, render} from 'astro:content';
import {printProblems} from '../problems/print-problems.ts';
import {latestReading, readingOfRequest} from '../reading/latest-reading.ts';
import type {Reading} from '../reading/reading.ts';
import type {ChapterEntry, Content, EventEntry} from '../schema/content.ts';
import {byChapterOrder, byId, byKindAndPublication, byTelling} from '../schema/order.ts';
import {bodyAddress} from './body-address.ts';
import {isoDay} from '../timeline/model/time.ts';
import {entryById} from './lookup.ts';
import {publicDays} from './public-days.ts';

/** A reading that can be shown. In a build it has no problems and nothing is broken: a build stops at an error. */
export interface Story extends Reading {
  readonly content: Content;
}

let built: Promise<Reading> | null = null;

/** What the content folder holds: in a build as it was when the build began, in the preview as it is now. */
async function getReading(): Promise<Reading> {
  // Astro saves its collections half a second after a change, and may show an old one after two; the preview reads the folder itself.
  return import.meta.env.DEV ? (readingOfRequest.getStore() ?? (await latestReading())) : (built ??= readingFromCollections());
}

/**
 * Everything the content folder holds.
 *
 * @throws Error with every problem, as writers read them, where `story.yaml` itself cannot be read: without it nothing has a place.
 */
export async function getStory(): Promise<Story> {
  const reading = await getReading();
  const {content, problems, files} = reading;
  if (content) return {...reading, content};
  const errors = problems.filter(({severity}) => severity === 'error');
  throw new Error(`The story cannot be shown.\n\n${printProblems(errors, files.length)}`);
}

/** The addresses of events; none where the story cannot be shown. */
export async function eventPaths(): Promise<{params: {id: string}}[]> {
  const {content} = await getReading();
  return (content?.events ?? []).map(({id}) => ({params: {id}}));
}

/** The days on which something became public, as parts of addresses; none where the story cannot be shown. */
export async function dayPaths(): Promise<{params: {day: string}}[]> {
  const {content} = await getReading();
  return (content ? publicDays(content) : []).map((ms) => ({params: {day: isoDay(ms)}}));
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
          events: events.map(({data}) => data).sort(byTelling(story.data.zone)),
          sources: sources.map(({data}) => data).sort(byKindAndPublication),
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
