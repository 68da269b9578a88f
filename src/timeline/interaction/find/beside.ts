/** What can be searched and is not on the story's page: fetched when the search opens, so that a first visit costs nothing. */
import type {Content} from '../../../schema/content.ts';
import {publicDayMs} from '../../model/timeline.ts';
import type {TimelineEvent} from '../../model/timeline.ts';

export interface Beside {
  /** Groups of words that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
  /** Events that are in the notes of chapters and not on the axis. */
  readonly notes: readonly TimelineEvent[];
  readonly chapters: readonly ChapterText[];
  /** Who the people are that are named beside events, by their ids. */
  readonly roles: Readonly<Record<string, string>>;
  /** By id; an event with nothing of the kind is left out. */
  readonly events: Readonly<Record<string, BesideEvent>>;
}

export interface ChapterText {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface BesideEvent {
  readonly keywords?: readonly string[];
  /** How it was dated, and what was corrected since: an editor's words of today. */
  readonly dating?: string;
  /** What each source carries of it, from the day the source was public. */
  readonly supports?: readonly {readonly text: string; readonly knownMs: number}[];
}

/** @param notes - Its events of weight `context`, as the timeline understands events. */
export function besideFromContent({story, events, chapters, sources, actors}: Content, notes: readonly TimelineEvent[]): Beside {
  const publishedMs = new Map(sources.map(({id, published}) => [id, publicDayMs(published, story.zone)]));
  return {
    synonyms: story.synonyms,
    notes,
    chapters: chapters.map(({id, title, text}) => ({id, title, text})),
    roles: Object.fromEntries(actors.filter(({kind}) => kind === 'person').map(({id, role}) => [id, role])),
    events: Object.fromEntries(
      events.map(({id, keywords, dating, corrections, sources: uses}) => [
        id,
        {
          ...(keywords.length > 0 ? {keywords} : {}),
          ...(dating || corrections.length > 0 ? {dating: [dating, ...corrections.map(({text}) => text)].filter(Boolean).join('\n')} : {}),
          supports: uses.map((use) => ({text: use.supports, knownMs: publishedMs.get(use.id)!})),
        },
      ]),
    ),
  };
}

/**
 * @param address - Of the file that the build writes of it.
 * @throws Error if it cannot be had.
 */
export async function fetchBeside(address: string): Promise<Beside> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`no words to search at ${address}: ${answer.status}`);
  return (await answer.json()) as Beside;
}
