/** Content as the timeline understands it. */
import type {Content, EventEntry, StoryEntry, Weight} from '../../schema/content.ts';
import {openEnded} from './day-words.ts';
import {openingOf} from './opening.ts';
import {playheadOfDay} from './playhead.ts';
import {spanFromDate} from './span.ts';
import {DAY_MS, dayStartMs, wallClockMs} from './time.ts';
import {
  byTime,
  chapterClocksFromEntries,
  measuresFromEntries,
  positionsKnownMs,
  publicDayMs,
  statesFromEntries,
  wholeDateKnownMs,
} from './timeline.ts';
import type {Importance, Timeline, TimelineEvent} from './timeline.ts';

const IMPORTANCE: Readonly<Record<Exclude<Weight, 'context'>, Importance>> = {
  'turning-point': 1,
  landmark: 1,
  standard: 2,
  detail: 3,
};

/**
 * Gives content its meaning on the axis. Events of weight `context` stay off it.
 *
 * @param whenInWords - Says the date of an event as readers read it.
 */
export function timelineFromEntries(
  content: Pick<Content, 'story' | 'events' | 'chapters'>,
  whenInWords: (event: EventEntry) => string,
): Timeline {
  const {story} = content;
  const {zone} = story;
  const extent = {fromMs: story.extent.earliestMs!, toMs: dayStartMs(story.extent.latestMs!) + DAY_MS};
  const laneIndex = new Map(story.lanes.map((lane, i) => [lane.id, i]));
  const events = content.events
    .filter((event) => event.weight !== 'context')
    .map((event): TimelineEvent => ({
      id: event.id,
      title: event.title,
      label: event.label,
      short: event.short ?? event.label,
      lane: laneIndex.get(event.lane)!,
      chapter: event.chapter,
      importance: IMPORTANCE[event.weight as keyof typeof IMPORTANCE],
      isTurningPoint: event.weight === 'turning-point',
      isDisputed: event.disagreements.length > 0,
      positionsKnownMs: positionsKnownMs(event, zone),
      span: spanFromDate(event.date, event.happened, zone, extent),
      order: event.order,
      knownMs: publicDayMs(event.known, zone),
      when: whenInWords(event),
      ...(wholeDateKnownMs(event, zone) === null ? {} : {whenOpen: whenInWords({...event, date: openEnded(event.date)})}),
    }))
    .sort(byTime);
  const firstDayMs = story.firstDay.earliestMs!;
  return {
    language: story.language,
    zone,
    zoneLabel: story.zoneLabel,
    firstDayMs,
    extent,
    lanes: story.lanes,
    events,
    measures: measuresFromEntries(content),
    statesName: story.states?.name ?? '',
    states: statesFromEntries(content, extent.toMs),
    chapters: chapterClocksFromEntries(content),
    bracket: story.bracket && bracketFromEntry(story.bracket, zone),
    opening: openingOf(story, {extent, events, firstDayMs}),
  };
}

function bracketFromEntry({label, long, date}: NonNullable<StoryEntry['bracket']>, zone: string): Timeline['bracket'] {
  const [from = '', to = ''] = date.text.split('/');
  return {
    label,
    long,
    fromMs: from.includes('T') ? wallClockMs(date.earliestMs!, zone) : date.earliestMs!,
    toMs: to.includes('T') ? wallClockMs(date.latestMs!, zone) : playheadOfDay(date.latestMs!),
  };
}
