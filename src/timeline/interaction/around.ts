/** What surrounds the stage and follows it: the head of an embed, the panel with its code. */
import type {Timeline} from '../model/timeline.ts';
import type {View} from '../model/view.ts';

/** Sent by the stage after each frame that it draws. */
export const DRAWN = 'drawn';

/** Sent by the stage when a mark leads to the story below: whatever replaced the story makes room. */
export const SHOWS_STORY = 'shows-story';

export interface StageInSight extends HTMLElement {
  readonly timeline: Timeline;
  readonly view: View;
  readonly isKnownThen: boolean;
  readonly playheadMs: number;
  readonly storyHref: string | null;
  /** What answers readers; null until it has loaded. */
  readonly live: {query(): string} | null;
}
