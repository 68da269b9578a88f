/**
 * The story in the JSON of TimelineJS 3, which holds numbers for dates, HTML for texts, and nothing of how sure a date
 * is: that is said in words, in `display_date`.
 *
 * @see https://timeline.knightlab.com/docs/json-format.html
 */
import type {Content, EdtfDate, EventEntry, StoryEntry} from '../schema/content.ts';
import {htmlText} from '../story/html-text.ts';
import {dayStyle, entryById} from '../story/lookup.ts';
import {dateWords} from '../timeline/model/day-words.ts';
import {wallClockMs} from '../timeline/model/time.ts';
import {entryWords, publishWords} from '../timeline/model/words/pages.ts';
import {paragraphsOf} from './paragraphs.ts';

/** Its parts stop where knowledge does. Hours are those of the story's zone: the format has no zone. */
export interface TimelineJsDate {
  /** Years before 1 are negative, with no year 0: -44 is 44 BCE. */
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

export interface TimelineJsSlide {
  readonly unique_id?: string;
  readonly start_date?: TimelineJsDate;
  readonly end_date?: TimelineJsDate;
  /** The date in words, where the numbers alone would say something else. */
  readonly display_date?: string;
  /** The text is HTML; the headline is HTML too, though it holds no tag. */
  readonly text: {readonly headline: string; readonly text?: string};
  readonly group?: string;
}

export interface TimelineJsTimeline {
  readonly title: TimelineJsSlide;
  readonly events: readonly TimelineJsSlide[];
  readonly eras: readonly TimelineJsSlide[];
}

/**
 * Every event as a slide, lanes as groups and chapters as eras.
 *
 * @param addressOf - The full address of a path of this site, such as `/events/eagle-lands/`.
 */
export function timelineJsJson(content: Content, addressOf: (path: string) => string): TimelineJsTimeline {
  const {story, chapters, events} = content;
  return {
    title: {text: {headline: htmlText(story.title), text: paragraph(htmlText(story.description)) + link(addressOf('/'), story.title)}},
    events: events.map((event) => slideFromEvent(event, content, addressOf)),
    eras: chapters.map(({title, date}) => ({...datesOf(date, story), text: {headline: htmlText(title)}})),
  };
}

function slideFromEvent(event: EventEntry, content: Content, addressOf: (path: string) => string): TimelineJsSlide {
  const {id, title, date, happened, lane, status} = event;
  const {story} = content;
  const words = publishWords(story.language);
  const linkWords = status === 'confirmed' ? words.sources : words.sourcesOf(entryWords(story.language).statuses[status].name);
  return {
    unique_id: id,
    ...datesOf(date, story),
    ...(isSaidByNumbers(event) ? {} : {display_date: dateWords(date, happened, dayStyle(story))}),
    text: {
      headline: htmlText(title),
      text:
        paragraphsOf(event, content)
          .map((text) => paragraph(htmlText(text)))
          .join('') + link(addressOf(`/events/${id}/`), linkWords),
    },
    group: entryById(story.lanes, lane).name,
  };
}

/** An open or unknown end leaves the one date that is known, which is then the start. */
function datesOf(date: EdtfDate, {zone}: StoryEntry): Pick<TimelineJsSlide, 'start_date' | 'end_date'> {
  const [first = '', last = ''] = date.text.split('/');
  const start = dateFromText(first, date.earliestMs, zone);
  const end = dateFromText(last, date.latestMs, zone);
  if (start && end) return {start_date: start, end_date: end};
  const only = start ?? end;
  if (only === null) throw new RangeError(`date has neither a start nor an end: ${date.text}`);
  return {start_date: only};
}

function dateFromText(side: string, ms: number | null, zone: string): TimelineJsDate | null {
  if (side === '' || side === '..' || ms === null) return null;
  if (side.includes('T')) {
    const clock = new Date(wallClockMs(ms, zone));
    const seconds = /T\d\d:\d\d:\d\d/.test(side) ? {second: clock.getUTCSeconds()} : {};
    return {
      year: yearOfEra(clock.getUTCFullYear()),
      month: clock.getUTCMonth() + 1,
      day: clock.getUTCDate(),
      hour: clock.getUTCHours(),
      minute: clock.getUTCMinutes(),
      ...seconds,
    };
  }
  const [, year = '', month, day] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?$/.exec(side) ?? [];
  return {
    year: yearOfEra(Number(year)),
    ...(month === undefined ? {} : {month: Number(month)}),
    ...(day === undefined ? {} : {day: Number(day)}),
  };
}

/** EDTF counts a year 0, which is 1 BCE. */
function yearOfEra(year: number): number {
  return year > 0 ? year : year - 1;
}

/** Whether the parts of a date say all that is known of it; an hour has a zone that they do not name. */
function isSaidByNumbers({date: {text, precision, start, end}, happened}: EventEntry): boolean {
  if (precision === 'interval' && happened === 'within') return false;
  const isSure = [start, end].every(({approximate, uncertain, bound}) => !approximate && !uncertain && bound === 'closed');
  return isSure && !text.includes('T');
}

function paragraph(html: string): string {
  return `<p>${html}</p>`;
}

function link(address: string, words: string): string {
  return paragraph(`<a href="${htmlText(address)}">${htmlText(words)}</a>`);
}
