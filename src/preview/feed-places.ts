/** Where in the feed the cards of entries that cannot be shown go. */
import type {BrokenEntry} from '../reading/reading.ts';
import type {Content, EventEntry} from '../schema/content.ts';
import {firstMs} from '../schema/dates.ts';
import {byText} from '../schema/by-text.ts';

/** One event that cannot be shown, and the entry of its chapter it is before; null at the chapter's end. */
export interface UnshownEvent {
  readonly entry: BrokenEntry;
  readonly beforeId: string | null;
}

export interface FeedPlaces {
  /** What has no place in the feed, or none that can be read. */
  readonly top: readonly BrokenEntry[];
  readonly chapters: ReadonlyMap<string, readonly UnshownEvent[]>;
}

/**
 * Puts each broken event at its time in its chapter. Without a date that can be read it opens its chapter; without
 * such a chapter it is where its date leads. What has neither, and what is not an event, comes to the top.
 */
export function feedPlaces(broken: readonly BrokenEntry[], {chapters, events}: Pick<Content, 'chapters' | 'events'>): FeedPlaces {
  if (broken.length === 0) return {top: [], chapters: new Map()};
  const told = chapters.flatMap(({id}) => events.filter(({chapter, weight}) => chapter === id && weight !== 'context'));
  const top: BrokenEntry[] = [];
  const places = new Map<string, UnshownEvent[]>();
  for (const entry of broken.toSorted((a, b) => startMs(a) - startMs(b) || byText(a.id, b.id))) {
    const chapter = entry.kind === 'event' ? chapterOf(entry, told, chapters) : null;
    if (chapter === null) {
      top.push(entry);
      continue;
    }
    const before = told.find((event) => event.chapter === chapter && firstMs(event.date) > startMs(entry));
    const place = {entry, beforeId: before?.id ?? null};
    places.set(chapter, [...(places.get(chapter) ?? []), place]);
  }
  return {top, chapters: places};
}

function chapterOf({chapter, date}: BrokenEntry, told: readonly EventEntry[], chapters: Content['chapters']): string | null {
  if (chapters.some(({id}) => id === chapter)) return chapter;
  if (date === null) return null;
  const last = told.findLast((event) => firstMs(event.date) <= firstMs(date));
  return (last ?? told[0])?.chapter ?? null;
}

/** Entries without a date sort first. */
function startMs({date}: BrokenEntry): number {
  return date === null ? -Infinity : firstMs(date);
}
