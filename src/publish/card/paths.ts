import {isoDay} from '../../timeline/model/time.ts';

/** Where the pictures are, from the site's root. */
export const STORY_CARD = '/cards/story.png';

export function eventCardPath(id: string): string {
  return `/cards/events/${id}.png`;
}

export function dayCardPath(dayMs: number): string {
  return `/cards/then/${isoDay(dayMs)}.png`;
}
