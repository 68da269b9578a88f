/** The story as pages see it: everything the content folder holds, in its one order. */
import {getCollection, getEntry} from 'astro:content';
import type {BrokenEntry, Content, Problem} from './schema/content.ts';
import {byChapterOrder, byDateOrderAndId, byId, byPublication} from './schema/order.ts';
import {printProblems} from './desk/print-problems.ts';

export interface Story {
  readonly content: Content;
  /** Empty of errors in a build, which stops at the first reading that has one. */
  readonly problems: readonly Problem[];
  /** Entries that a problem keeps out of `content`; empty in a build. */
  readonly broken: readonly BrokenEntry[];
}

/**
 * Everything the content folder holds.
 *
 * @throws Error with every problem, as writers read them, where `story.yaml` itself cannot be read: without it nothing has a place.
 */
export async function getStory(): Promise<Story> {
  const [story, chapters, events, sources, actors, method, found] = await Promise.all([
    getEntry('story', 'story'),
    getCollection('chapters'),
    getCollection('events'),
    getCollection('sources'),
    getCollection('actors'),
    getEntry('method', 'method'),
    getEntry('problems', 'all'),
  ]);
  const {problems, broken, files} = found?.data ?? {problems: [], broken: [], files: []};
  if (!story) {
    const errors = problems.filter(({severity}) => severity === 'error');
    throw new Error(`The story cannot be shown.\n\n${printProblems(errors, files.length)}`);
  }
  return {
    content: {
      story: story.data,
      chapters: chapters.map(({data}) => data).sort(byChapterOrder),
      events: events.map(({data}) => data).sort(byDateOrderAndId),
      sources: sources.map(({data}) => data).sort(byPublication),
      actors: actors.map(({data}) => data).sort(byId),
      method: method?.data ?? null,
    },
    problems,
    broken,
  };
}
