/** A story as pages see it: everything its content folder holds, in its one order. */
import type {MDXInstance} from 'astro';
import type {AstroComponentFactory} from 'astro/runtime/server/index.js';
import {getCollection, getEntry, render} from 'astro:content';
import type {CollectionKey} from 'astro:content';
import {printProblems} from '../problems/print-problems.ts';
import {CONTENT_FOLDER, latestReading, readingOfPage} from '../reading/latest-reading.ts';
import type {Reading} from '../reading/reading.ts';
import type {ActorEntry, ChapterEntry, Content, EventEntry, PageEntry, SourceEntry, StoryEntry} from '../schema/content.ts';
import {byChapterOrder, byId, byKindAndPublication, byTelling} from '../schema/order.ts';
import {memoizeBy} from '../timeline/model/memoize.ts';
import {bodyAddress} from './body-address.ts';
import {daysWithNews} from '../timeline/model/public-day.ts';
import {isoDay} from '../timeline/model/time.ts';
import {entryById} from './lookup.ts';
import {timelineOf} from './stage-scene.ts';

/** Where a story of this site comes from and where it is shown. */
export interface StoryPlace {
  /** Path of its content folder. */
  readonly folder: string;
  /** What the names of its collections begin with, as `content.config.ts` names them. */
  readonly collections: string;
  /** Its page, from the site's root and with a slash at each end; the addresses of its events begin with it. */
  readonly home: string;
  /** Its other pages and files, as paths from its home, such as `/sources/`; `all` if it has every one there is. */
  readonly pages: readonly string[] | 'all';
}

/** The story that the site's own pages show. */
export const SITE_STORY: StoryPlace = {folder: CONTENT_FOLDER, collections: '', home: '/', pages: 'all'};

/** A story that can be shown. In a build its reading has no problems and nothing is broken: a build stops at an error. */
export interface ShownContent extends Content, StoryPlace {
  /** What it was read with: in the preview, the problems and the entries that cannot be shown. */
  readonly reading: Reading;
}

/** What a content folder holds: in a build as it was when the build began, in the preview as it is now. */
async function getReading(place: StoryPlace): Promise<Reading> {
  // Astro saves its collections half a second after a change, and may show an old one after two; the preview reads the folder itself.
  if (import.meta.env.DEV) return place.folder === CONTENT_FOLDER ? readingOfPage() : latestReading(place.folder);
  return readingFromCollections(place);
}

/**
 * Everything a content folder holds; the same value for every page of a build.
 *
 * @throws Error with every problem, as writers read them, where `story.yaml` itself cannot be read: without it nothing has a place.
 */
export async function getStory(place: StoryPlace): Promise<ShownContent> {
  const reading = await getReading(place);
  const shown = shownAt(place)(reading);
  if (shown) return shown;
  const errors = reading.problems.filter(({severity}) => severity === 'error');
  throw new Error(`The story cannot be shown.\n\n${printProblems(errors, reading.files.length)}`);
}

const shownAt = memoizeBy((place: StoryPlace) =>
  memoizeBy((reading: Reading): ShownContent | null => reading.content && {...reading.content, ...place, reading}),
);

/** The addresses of events; none where the story cannot be shown. */
export async function eventPaths(place: StoryPlace): Promise<{params: {id: string}}[]> {
  const {content} = await getReading(place);
  return (content?.events ?? []).map(({id}) => ({params: {id}}));
}

/** The addresses of the days on which something became public; none where the story cannot be shown. */
export async function dayPaths(place: StoryPlace): Promise<{params: {day: string}}[]> {
  const {content} = await getReading(place);
  return content ? daysWithNews(timelineOf(content)).map((ms) => ({params: {day: isoDay(ms)}})) : [];
}

const readingFromCollections = memoizeBy(async ({collections}: StoryPlace): Promise<Reading> => {
  const [[story], chapters, events, sources, actors, [method]] = await Promise.all([
    dataOf<StoryEntry>(`${collections}story`),
    dataOf<ChapterEntry>(`${collections}chapters`),
    dataOf<EventEntry>(`${collections}events`),
    dataOf<SourceEntry>(`${collections}sources`),
    dataOf<ActorEntry>(`${collections}actors`),
    dataOf<PageEntry>(`${collections}method`),
  ]);
  return {
    content: story
      ? {
          story,
          chapters: chapters.sort(byChapterOrder),
          events: events.sort(byTelling(story.zone)),
          sources: sources.sort(byKindAndPublication),
          actors: actors.sort(byId),
          method: method ?? null,
        }
      : null,
    problems: [],
    broken: [],
    files: [],
  };
});

/** Astro knows the collections of the site's own story by name; those of another are as good. */
async function dataOf<T extends object>(collection: string): Promise<T[]> {
  const entries = await getCollection(collection as CollectionKey);
  return entries.map(({data}) => data as object as T);
}

/** A body, ready to be written into a page with its components. */
export async function writtenBody(
  content: ShownContent,
  kind: 'events' | 'chapters' | 'method',
  id: string,
): Promise<AstroComponentFactory> {
  if (import.meta.env.DEV) {
    const {file, body} = kind === 'method' ? content.method! : entryById<EventEntry | ChapterEntry>(content[kind], id);
    const {Content: Written} = (await import(/* @vite-ignore */ bodyAddress(content.folder, file, body))) as MDXInstance<object>;
    return Written;
  }
  const entry = await getEntry(`${content.collections}${kind}` as 'events', id);
  if (entry === undefined) throw new RangeError(`no body in ${content.collections}${kind} has the id ${id}`);
  return (await render(entry)).Content;
}
