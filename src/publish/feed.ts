import type {RSSFeedItem} from '@astrojs/rss';
import type {Content, EventEntry} from '../schema/content.ts';
import {edtfFromText, firstMs} from '../schema/dates.ts';
import {byText} from '../schema/by-text.ts';
import {htmlText} from '../story/html-text.ts';
import {dayStyle, entryById} from '../story/lookup.ts';
import {dateWords, eventDateWords} from '../timeline/model/day-words.ts';
import {bodyHtml} from './body-html.ts';
import {entryWords, publishWords} from '../timeline/model/words/pages.ts';

/**
 * What has changed and what there is: corrections, the newest first, then every event, the latest first.
 *
 * A correction has the day it was made. Nobody wrote down when the file of an event was added, and the day it happened
 * is not the day it was published: it has the day of the last change to the story, by which it was there.
 *
 * Descriptions are HTML, as feed readers expect, and the whole text of an event is in its content.
 *
 * @param addressOf - The full address of a path of this site, such as `/events/eagle-lands/`.
 */
export function feedItems(content: Content, addressOf: (path: string) => string): RSSFeedItem[] {
  const {story, events} = content;
  const updated = updatedOf(story);
  const words = publishWords(story.language);
  const corrections = events.flatMap((event) => event.corrections.map((correction, i) => ({event, correction, i})));
  corrections.sort((a, b) => firstMs(b.correction.date) - firstMs(a.correction.date) || byText(a.event.id, b.event.id) || b.i - a.i);
  return [
    ...corrections.map(({event, correction, i}) => ({
      title: words.corrected(event.title),
      description: htmlText(`${dateWords(correction.date, 'throughout', dayStyle(story, 'plain'))}. ${correction.text}`),
      // Readers of feeds tell items apart by their address.
      link: addressOf(`/events/${event.id}/#${correctionId(i)}`),
      pubDate: new Date(firstMs(correction.date)),
      categories: [words.correction],
    })),
    ...events.toReversed().map((event) => ({
      title: event.title,
      description: htmlText(summaryOf(event, events, story)),
      link: addressOf(`/events/${event.id}/`),
      pubDate: updated,
      content: bodyHtml(event, content, addressOf),
      categories: [entryById(story.lanes, event.lane).name],
    })),
  ];
}

/** The day of the last change to what the site says. */
export function updatedOf({updated}: Content['story']): Date {
  return new Date(firstMs(edtfFromText(updated)));
}

/** What the feed says of itself, beside what every feed does. */
export function feedData({story}: Content, feedAddress: string): string {
  return [
    `<language>${htmlText(story.language)}</language>`,
    `<lastBuildDate>${updatedOf(story).toUTCString()}</lastBuildDate>`,
    `<atom:link href="${htmlText(feedAddress)}" rel="self" type="application/rss+xml"/>`,
  ].join('');
}

/** Where a correction is on its event's page; `i` counts from 0. */
export function correctionId(i: number): string {
  return `correction-${i + 1}`;
}

function summaryOf(event: EventEntry, events: readonly EventEntry[], story: Content['story']): string {
  const when = eventDateWords(event, events, dayStyle(story));
  const status = entryWords(story.language).statuses[event.status].name;
  return `${event.status === 'confirmed' ? when : publishWords(story.language).withStatus(when, status)}. ${event.summary}`.trim();
}
