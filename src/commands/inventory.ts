/** What the content folder holds for a new event to refer to, or to be confused with. */
import type {Reading} from '../reading/reading.ts';
import type {EdtfDate, LaneEntry, StoryEntry} from '../schema/content.ts';
import {DateError, edtfFromText, firstMs, lastMs} from '../schema/dates.ts';
import {isPartOfPage, namesOfChapter} from '../schema/ids.ts';
import {dateWords} from '../timeline/model/day-words.ts';
import {freeName, idFromTitle} from './names.ts';

export interface Inventory {
  readonly story: StoryEntry;
  readonly lanes: readonly LaneEntry[];
  readonly chapters: readonly {readonly id: string; readonly title: string; readonly date: EdtfDate | null}[];
  readonly sources: readonly {readonly id: string; readonly headline: string; readonly publisher: string}[];
  readonly actors: readonly string[];
  readonly events: readonly {readonly id: string; readonly title: string | null; readonly date: string | null}[];
}

/** Entries that a problem keeps out are on it too: their names are taken. Null where story.yaml cannot be read. */
export function inventoryFromReading({content, broken}: Reading): Inventory | null {
  if (content === null) return null;
  const brokenOf = (kind: string) => broken.filter((entry) => entry.kind === kind);
  return {
    story: content.story,
    lanes: content.story.lanes,
    chapters: [...content.chapters, ...brokenOf('chapter').map(({id, title, date}) => ({id, title: title ?? id, date}))],
    sources: [...content.sources, ...brokenOf('source').map(({id, title}) => ({id, headline: title ?? id, publisher: ''}))],
    actors: [...content.actors, ...brokenOf('actor')].map(({id}) => id),
    events: [
      ...content.events.map(({id, title, date}) => ({id, title, date: date.text})),
      ...brokenOf('event').map(({id, title, date}) => ({id, title, date: date?.text ?? null})),
    ],
  };
}

/** Whether an event cannot have a name: another has it, or a chapter or a part of the page that it would be in. */
export function isNameTaken(id: string, {events, chapters}: Pick<Inventory, 'events' | 'chapters'>): boolean {
  return events.some((event) => event.id === id) || chapters.some((chapter) => namesOfChapter(chapter.id).includes(id)) || isPartOfPage(id);
}

/** A name for a new source: who published it and when. */
export function sourceIdFrom(publisher: string, published: string, known: readonly string[]): string {
  const own = [idFromTitle(publisher) || 'source', idFromTitle(published)].filter((part) => part !== '').join('-');
  return freeName(own, (id) => known.includes(id));
}

/** The chapter that covers a day: the shortest whose dates include it, else the nearest. */
export function chapterOf(date: EdtfDate, {chapters}: Inventory): string | null {
  const atMs = firstMs(date);
  const ranked = chapters.flatMap(({id, date: stretch}) => {
    if (stretch === null) return [];
    const [fromMs, toMs] = [firstMs(stretch), lastMs(stretch)];
    return [{id, awayMs: Math.max(0, fromMs - atMs, atMs - toMs), lengthMs: toMs - fromMs}];
  });
  ranked.sort((a, b) => a.awayMs - b.awayMs || a.lengthMs - b.lengthMs);
  return ranked[0]?.id ?? chapters[0]?.id ?? null;
}

/** Whether a day lies in the dates of a chapter. */
export function isIn(date: EdtfDate, chapter: string, {chapters}: Inventory): boolean {
  const stretch = chapters.find(({id}) => id === chapter)?.date;
  return !!stretch && firstMs(stretch) <= firstMs(date) && firstMs(date) <= lastMs(stretch);
}

/** A date as readers will see it, or null for text that is not a date. */
export function readBack(text: string, happened: string | undefined, inventory: Inventory): string | null {
  try {
    return wordsOfDate(edtfFromText(text), happened, inventory);
  } catch (error) {
    if (error instanceof DateError) return null;
    throw error;
  }
}

export function wordsOfDate(date: EdtfDate, happened: string | undefined, {story}: Inventory): string {
  return dateWords(date, happened === 'within' ? 'within' : 'throughout', {
    language: story.language,
    zone: story.zone,
    zoneLabel: story.zoneLabel,
    length: 'long',
  });
}

/** Whether a stretch of time may hold one moment whose day is not known. */
export function hasTwoEnds(date: EdtfDate): boolean {
  return date.precision === 'interval' && date.earliestMs !== null && date.latestMs !== null;
}
