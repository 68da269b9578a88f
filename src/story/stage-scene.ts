/** The stage as the build first draws it: the story's opening, with everything known. */
import type {Content} from '../schema/content.ts';
import {arrangeEvents} from '../timeline/layout/arrange.ts';
import type {StageSize} from '../timeline/layout/size.ts';
import {eventDateWords, dayTitle} from '../timeline/model/day-words.ts';
import {memoizeBy} from '../timeline/model/memoize.ts';
import {asKnownNow} from '../timeline/model/known.ts';
import type {Known} from '../timeline/model/known.ts';
import {openingView} from '../timeline/model/opening.ts';
import {timelineFromEntries} from '../timeline/model/timeline-from-entries.ts';
import type {Timeline} from '../timeline/model/timeline.ts';
import type {View} from '../timeline/model/view.ts';
import type {Scene} from '../timeline/render/scene.ts';
import {dayStyle} from './lookup.ts';

/** The story's timeline; made once, however many pages draw from it. */
export const timelineOf: (content: Content) => Timeline = memoizeBy((content: Content) => {
  const {story, events} = content;
  return timelineFromEntries(content, (event) => {
    const day = dayTitle(event.date, story.firstDay.earliestMs!, story);
    return `${day}, ${eventDateWords(event, events, dayStyle(story, 'long'))}`;
  });
});

/** The events of the chapters' notes, as the timeline understands events; they stay off its axis. */
export function notesOf(content: Content): Timeline['events'] {
  return timelineOf({
    ...content,
    events: content.events.filter(({weight}) => weight === 'context').map((event) => ({...event, weight: 'detail'})),
  }).events;
}

/** A scene in which everything is known, or what was public on one day. */
export function firstScene(
  timeline: Timeline,
  size: StageSize,
  view: View = openingView(timeline, size.isCompact),
  selectedId: string | null = null,
  known: Known = asKnownNow(timeline),
): Scene {
  return {
    ...known,
    timeline,
    view,
    size,
    arrangement: arrangeEvents(timeline, view, size, {selectedId}),
    selectedId,
    playheadMs: timeline.opening.playheadMs,
  };
}
