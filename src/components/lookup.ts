import type {Content} from '../schema/content.ts';
import type {DayWordsStyle} from '../timeline/model/day-words.ts';

/**
 * The entry with an id.
 *
 * @throws RangeError if there is none; the content check has made sure of every id a writer wrote.
 */
export function entryById<T extends {readonly id: string}>(entries: readonly T[], id: string): T {
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new RangeError(`no entry has the id ${id}`);
  return entry;
}

/** The sources that the story is told from, which are those it counts, and the reports consulted beside them. */
export function sourcesByKind(sources: Content['sources']): Readonly<Record<'articles' | 'consulted', Content['sources']>> {
  return {
    articles: sources.filter(({kind}) => kind === 'article'),
    consulted: sources.filter(({kind}) => kind === 'consulted'),
  };
}

/** A source's number on the whole site, counted from 1: articles in order of publication, then consulted reports. */
export function sourceNumber(sources: Content['sources'], id: string): number {
  return sources.indexOf(entryById(sources, id)) + 1;
}

/** How the story's dates are put in words. */
export function dayStyle(story: Content['story'], length: DayWordsStyle['length'] = 'short'): DayWordsStyle {
  return {language: story.language, zone: story.zone, zoneLabel: story.zoneLabel, length};
}
