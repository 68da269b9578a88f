import {resolve} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {timelineJsJson} from '../../src/publish/timelinejs-json.ts';
import {readContent} from '../../src/reading/read-content.ts';
import type {Content, EventEntry} from '../../src/schema/content.ts';
import {edtfFromText} from '../../src/schema/dates.ts';

const addressOf = (path: string) => `https://example.org${path}`;

let content: Content;

beforeAll(async () => {
  content = (await readContent(resolve('test/fixtures/small-story'))).content!;
});

/** The slide of the first event, with some of its fields changed. */
function slideOf(changed: Partial<EventEntry>) {
  return timelineJsJson({...content, events: [{...content.events[0]!, ...changed}]}, addressOf).events[0]!;
}

describe('timelineJsJson(content, addressOf)', () => {
  test('has the story as its title slide, and every event once', () => {
    const {title, events} = timelineJsJson(content, addressOf);
    expect(title.text.headline).toBe(content.story.title);
    expect(events.map(({unique_id}) => unique_id)).toEqual(content.events.map(({id}) => id));
  });

  test.each([
    ['2014', {year: 2014}],
    ['2014-12', {year: 2014, month: 12}],
    ['2014-12-17', {year: 2014, month: 12, day: 17}],
    ['-0043-03-15', {year: -44, month: 3, day: 15}],
    ['0000', {year: -1}],
  ])('gives %s with its own precision and no words of its own', (text, start) => {
    const slide = slideOf({date: edtfFromText(text)});
    expect(slide.start_date).toEqual(start);
    expect(slide).not.toHaveProperty('end_date');
    expect(slide).not.toHaveProperty('display_date');
  });

  test('gives an interval both its ends', () => {
    const slide = slideOf({date: edtfFromText('2014-12-24/2015-01')});
    expect(slide).toMatchObject({start_date: {year: 2014, month: 12, day: 24}, end_date: {year: 2015, month: 1}});
    expect(slide).not.toHaveProperty('display_date');
  });

  test.each([
    ['2014-12-17~', 'About 17 Dec 2014'],
    ['2014-12?', 'December 2014, not certain'],
    ['2014-12-24/..', 'From Wed 24 Dec 2014'],
    ['/2014-12-22', 'By Mon 22 Dec 2014, day not reported'],
  ])('says what numbers cannot say of %s in words', (text, words) => {
    expect(slideOf({date: edtfFromText(text)}).display_date).toBe(words);
  });

  test('says of a moment on one of several days which they are', () => {
    const date = edtfFromText('2014-12-20/2014-12-22');
    expect(slideOf({date, happened: 'within'}).display_date).toBe('Between 20 and 22 Dec 2014');
    expect(slideOf({date, happened: 'throughout'})).not.toHaveProperty('display_date');
  });

  test('gives an hour as clocks in the story show it, and names their zone in words', () => {
    const slide = slideOf({date: edtfFromText('1969-07-21T02:56:15Z')});
    expect(slide.start_date).toEqual({year: 1969, month: 7, day: 20, hour: 21, minute: 56, second: 15});
    expect(slide.display_date).toBe('Sun 20 Jul 1969, 21:56 CT');
  });

  test('writes texts as HTML, and leads back to the page', () => {
    const slide = slideOf({title: 'AT&T <b>', body: 'One \\< two.\n\nThree & "four".', status: 'reported'});
    expect(slide.text.headline).toBe('AT&amp;T &lt;b&gt;');
    expect(slide.text.text).toBe(
      `<p>One &lt; two.</p><p>Three &amp; &quot;four&quot;.</p><p><a href="https://example.org/events/${content.events[0]!.id}/">Reported: sources</a></p>`,
    );
  });

  test('groups by lane, and has chapters for eras', () => {
    const {events, eras} = timelineJsJson(content, addressOf);
    const names = new Set(content.story.lanes.map(({name}) => name));
    for (const {group} of events) expect(names).toContain(group);
    expect(eras.map(({text}) => text.headline)).toEqual(content.chapters.map(({title}) => title));
  });
});
