import {ICalCalendar, ICalEventTransparency} from 'ical-generator';
import type {Content, EventEntry} from '../schema/content.ts';
import {edtfFromText, firstMs, lastMs} from '../schema/dates.ts';
import {WORDS_LICENCE} from '../story/licence.ts';
import {dayStyle, entryById} from '../story/lookup.ts';
import {dateWords} from '../timeline/model/day-words.ts';
import {DAY_MS, dayStartMs} from '../timeline/model/time.ts';
import {entryWords} from '../timeline/model/words/pages.ts';
import {paragraphsOf} from './paragraphs.ts';

/**
 * The story as a calendar. A day, a month or a stretch of days takes up all of its days; an hour is an instant in UTC.
 * What is not sure of a date is said in the description, since a calendar has no mark for it.
 *
 * @param addressOf - The full address of a path of this site, such as `/events/eagle-lands/`.
 * @returns Lines that end in CR LF. Each event is stamped with the day of the last change to the story, so that the
 *   same content gives the same bytes.
 *   There is no METHOD: that would make it an invitation, which needs an organiser.
 * @see RFC 5545, 3.6.1 and 3.8.2.2; RFC 5546, 3.2.1
 */
export function timelineIcs(content: Content, addressOf: (path: string) => string): string {
  const {story, events} = content;
  const host = new URL(addressOf('/')).hostname;
  const changed = new Date(firstMs(edtfFromText(story.updated)));
  const calendar = new ICalCalendar({
    name: story.title,
    description: `${story.description} ${WORDS_LICENCE.name}, ${WORDS_LICENCE.url}`,
    prodId: {company: host, product: story.title, language: story.language.toUpperCase()},
    url: addressOf('/'),
  });
  for (const event of events.filter(isInCalendar)) {
    calendar.createEvent({
      id: `${event.id}@${host}`,
      stamp: changed,
      ...timesOf(event),
      summary: event.title,
      description: description(event, content),
      url: addressOf(`/events/${event.id}/`),
      categories: [{name: entryById(story.lanes, event.lane).name}],
      // What is past keeps nobody from other plans.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** Calendars count years from 1 to 9999. */
function isInCalendar({date}: EventEntry): boolean {
  return new Date(firstMs(date)).getUTCFullYear() >= 1;
}

function timesOf({date}: EventEntry): {start: Date; end?: Date; allDay: boolean} {
  // An instant has no length, and DTEND must be later than DTSTART: it has none.
  if (date.precision === 'time') return {start: new Date(firstMs(date)), allDay: false};
  // Where one end is open, the other is used for both. DTEND is the day after the last day.
  const start = date.earliestMs === null ? dayStartMs(lastMs(date)) : dayStartMs(firstMs(date));
  const end = date.latestMs === null ? start + DAY_MS : dayStartMs(lastMs(date)) + DAY_MS;
  return {start: new Date(start), end: new Date(end), allDay: true};
}

function description(event: EventEntry, content: Content): string {
  const {date, happened, status, dating} = event;
  const when = `${dateWords(date, happened, dayStyle(content.story, 'long'))}.`;
  const sure = status === 'confirmed' ? '' : ` ${entryWords(content.story.language).statuses[status].name}.`;
  return [`${when}${sure}`, ...(dating === null ? [] : [dating]), ...paragraphsOf(event, content)].join('\n\n');
}
