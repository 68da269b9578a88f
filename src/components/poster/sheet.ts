/** What the poster shows: as much of the story as one sheet has room for, what matters least left out first. */
import type {Content} from '../../schema/content.ts';
import {timelineOf} from '../../story/stage-scene.ts';
import {plotHeightPx, wideSize} from '../../timeline/layout/size.ts';
import type {StageSize} from '../../timeline/layout/size.ts';
import type {Timeline, TimelineEvent} from '../../timeline/model/timeline.ts';
import {arrangeLane, reelsOf} from './reels.ts';
import type {Reel, ReelMark} from './reels.ts';

export interface Sheet {
  /** With the events that are on the sheet, and as many rows for each lane as they need. */
  readonly timeline: Timeline;
  readonly reels: readonly Reel[];
  readonly marks: readonly ReelMark[];
  readonly choice: Choice['kind'];
}

/** `whole` is every event; `weightiest`, all from some weight up; `spread`, some from everywhere where even landmarks are too many. */
interface Choice {
  readonly kind: 'whole' | 'weightiest' | 'spread';
  readonly events: readonly TimelineEvent[];
}

export const RAIL_PX = 180;
export const TITLE_PX = 26;
export const ROW_PX = 22;
/** More are never tried: no sheet holds them. */
const MOST_EVENTS = 400;
/** Height that a sheet 2040 pixels wide leaves to its picture, between its head and its foot. */
const MOST_PICTURE_PX = 1010;
const SPREAD_STEP = 0.8;

/** @param widthPx - Of the picture. */
export function sheetOf(content: Content, widthPx: number): Sheet {
  const whole = timelineOf(content);
  const reels = reelsOf(content.story, whole.extent, widthPx - RAIL_PX);
  let sheet: Sheet | null = null;
  for (const choice of choicesOf(whole.events)) {
    sheet = arranged(choice, whole, reels);
    if (pictureHeightPx(sheet.timeline, widthPx) <= MOST_PICTURE_PX) break;
  }
  return sheet!;
}

export function pictureSize(widthPx: number): StageSize {
  return {...wideSize(widthPx), rowPx: ROW_PX};
}

/** With the reels' titles. */
export function pictureHeightPx(timeline: Timeline, widthPx: number): number {
  return TITLE_PX + plotHeightPx(timeline, pictureSize(widthPx));
}

function arranged({kind, events}: Choice, whole: Timeline, reels: readonly Reel[]): Sheet {
  const shown: Timeline = {...whole, events, bracket: null};
  const lanes = whole.lanes.map((_, lane) => arrangeLane(shown, lane, reels));
  return {
    timeline: {...shown, lanes: whole.lanes.map((lane, i) => ({...lane, rows: Math.max(1, lanes[i]!.rows)}))},
    reels,
    marks: lanes.flatMap(({marks}) => marks),
    choice: kind,
  };
}

/** What may be shown, the most first. */
export function* choicesOf(events: readonly TimelineEvent[]): Generator<Choice> {
  if (events.length <= MOST_EVENTS) yield {kind: 'whole', events};
  for (const least of [2, 1] as const) {
    const weighty = events.filter(({importance}) => importance <= least);
    if (weighty.length > 0 && weighty.length < events.length && weighty.length <= MOST_EVENTS) yield {kind: 'weightiest', events: weighty};
  }
  const landmarks = events.filter(({importance}) => importance === 1);
  const all = landmarks.length > 0 ? landmarks : events;
  let most = Math.min(MOST_EVENTS, Math.floor(all.length * SPREAD_STEP));
  for (; most > 0; most = Math.floor(most * SPREAD_STEP)) yield {kind: 'spread', events: spread(all, most)};
}

/** A number of items of a list, from beginning to end at even steps. */
function spread<T>(list: readonly T[], most: number): T[] {
  return Array.from({length: most}, (_, i) => list[Math.floor(((i + 0.5) * list.length) / most)]!);
}
