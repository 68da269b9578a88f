/** What each card shows, in words; the cards take theirs from here. */
import type {Content, EventEntry} from '../../schema/content.ts';
import {edtfFromText} from '../../schema/dates.ts';
import {dayStyle} from '../../story/lookup.ts';
import {isDateUncertain, statusNotice} from '../../story/signs.ts';
import {timelineOf} from '../../story/stage-scene.ts';
import {monthBesideDay} from '../../timeline/model/calendar-names.ts';
import {dateWords, eventDateWords, yearInWords} from '../../timeline/model/day-words.ts';
import {asKnownOn} from '../../timeline/model/known.ts';
import {countsDays} from '../../timeline/model/pace.ts';
import {isoDay} from '../../timeline/model/time.ts';
import {calendarWords} from '../../timeline/model/words/calendar.ts';
import {cardWords} from '../../timeline/model/words/cards.ts';

/** A doubt about an event; one that has a sign of its own names it. */
export interface Doubt {
  readonly words: string;
  readonly sign: 'approximate' | 'unequal' | null;
}

export function storyCardAlt({story}: Pick<Content, 'story'>): string {
  const words = cardWords(story.language);
  return words.alt([story.title, words.storyLine(story.kicker)]);
}

/** Title, date and doubt. */
export function eventCardAlt(content: Content, event: EventEntry): string {
  const {story, events} = content;
  const when = eventDateWords(event, events, dayStyle(story, 'long'));
  return cardWords(story.language).alt([event.title, when, ...doubtsOf(content, event).map(({words}) => words)]);
}

export function dayCardAlt(content: Content, dayMs: number): string {
  const {story} = content;
  const words = cardWords(story.language);
  const day = dateWords(edtfFromText(isoDay(dayMs)), 'throughout', dayStyle(story, 'long'));
  return words.alt([words.dayTitle(day), dayCardLine(content, dayMs)]);
}

/** "21 of 87 events public". */
export function dayCardLine(content: Content, dayMs: number): string {
  const {events} = timelineOf(content);
  return cardWords(content.story.language).dayLine(asKnownOn(timelineOf(content), dayMs).count, events.length);
}

/** "18 December", with its year where that is not the one in which the story begins. */
export function dayInTitle({story}: Content, dayMs: number): string {
  const words = calendarWords(story.language);
  const day = words.dayAndMonth(new Date(dayMs).getUTCDate(), monthBesideDay(new Date(dayMs).getUTCMonth() + 1, story.language, 'long'));
  const year = new Date(dayMs).getUTCFullYear();
  const isOfFirstYear = year === new Date(story.firstDay.earliestMs!).getUTCFullYear();
  return isOfFirstYear && isInDays(story) ? day : words.withYear(day, yearInWords(year, story.language));
}

/** What is not sure of an event, and never which side of a disagreement is right. */
export function doubtsOf({story}: Content, event: EventEntry): Doubt[] {
  const words = cardWords(story.language);
  const notice = event.status === 'disputed' ? null : statusNotice(event.status, story.language);
  return [
    ...(isDateUncertain(event)
      ? [{words: isInDays(story) ? words.dayNotCertain : words.dateNotCertain, sign: 'approximate' as const}]
      : []),
    ...(event.disagreements.length > 0 ? [{words: words.sourcesDisagree, sign: 'unequal' as const}] : []),
    ...(notice === null ? [] : [{words: notice, sign: null}]),
  ];
}

function isInDays({extent}: Content['story']): boolean {
  return countsDays({fromMs: extent.earliestMs!, toMs: extent.latestMs!});
}
