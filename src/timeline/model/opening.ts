/** What a first visit shows: a stretch of time, the day that is marked, and the day that readers are asked about. */
import type {EdtfDate, StoryEntry} from '../../schema/content.ts';
import {lastPlayheadMs, playheadOfDay} from './playhead.ts';
import {DAY_MS, dayStartMs} from './time.ts';
import type {Opening, Timeline} from './timeline.ts';
import type {View} from './view.ts';

type Opened = Pick<Timeline, 'extent' | 'events' | 'firstDayMs'>;

/** The story's own opening; of one that has none, the whole story at its end, and the day with the most news. */
export function openingOf({opening}: Pick<StoryEntry, 'opening'>, timeline: Opened): Opening {
  if (opening === null) {
    const {extent} = timeline;
    return {view: extent, compactView: extent, playheadMs: lastPlayheadMs(timeline), dayMs: dayOfMostNews(timeline)};
  }
  return {
    view: daysOf(opening.window),
    compactView: daysOf(opening.compactWindow),
    playheadMs: opening.playhead === null ? lastPlayheadMs(timeline) : playheadOfDay(opening.playhead.earliestMs!),
    dayMs: opening.day === null ? dayOfMostNews(timeline) : opening.day.earliestMs!,
  };
}

/** From the start of the first day to the end of the last. */
function daysOf({earliestMs, latestMs}: EdtfDate): View {
  return {fromMs: dayStartMs(earliestMs!), toMs: dayStartMs(latestMs!) + DAY_MS};
}

/** The first of the days on which most became public; after the last news everything was, and there is nothing to ask. */
function dayOfMostNews({events}: Pick<Timeline, 'events'>): number | null {
  const news = new Map<number, number>();
  for (const {knownMs} of events) news.set(knownMs, (news.get(knownMs) ?? 0) + 1);
  const days = [...news].sort(([a], [b]) => a - b).slice(0, -1);
  return days.reduce<readonly [number, number] | null>((most, day) => (most && most[1] >= day[1] ? most : day), null)?.[0] ?? null;
}

export function openingView({opening}: Pick<Timeline, 'opening'>, isCompact: boolean): View {
  return isCompact ? opening.compactView : opening.view;
}

/** Whether a view is the one a first visit shows, on a wide window or a phone: then the address need not name it. */
export function isOpeningView({opening}: Pick<Timeline, 'opening'>, {fromMs, toMs}: View): boolean {
  return [opening.view, opening.compactView].some((view) => view.fromMs === fromMs && view.toMs === toMs);
}

/**
 * The timeline of a page about one day: it opens on that day, in the story's first window where the day is in there,
 * else on the whole story, and asks nothing.
 *
 * @param dayMs - Start of the day.
 */
export function openedOn(timeline: Timeline, dayMs: number): Timeline {
  const around = (view: View) => (view.fromMs <= dayMs && dayMs < view.toMs ? view : timeline.extent);
  const {view, compactView} = timeline.opening;
  const opening = {view: around(view), compactView: around(compactView), playheadMs: playheadOfDay(dayMs), dayMs: null};
  return {...timeline, opening};
}
