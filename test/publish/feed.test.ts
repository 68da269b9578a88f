import {resolve} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {feedItems} from '../../src/publish/feed.ts';
import {readContent} from '../../src/reading/read-content.ts';
import type {Content, EventEntry} from '../../src/schema/content.ts';
import {edtfFromText} from '../../src/schema/dates.ts';

const addressOf = (path: string) => `https://example.org${path}`;
const correction = (day: string, text: string): EventEntry['corrections'][number] => ({date: edtfFromText(day), text});

let content: Content;

beforeAll(async () => {
  content = (await readContent(resolve('test/fixtures/small-story'))).content!;
});

describe('feedItems(content, addressOf)', () => {
  test('has every event, the latest first, with the day by which it was there', () => {
    const items = feedItems(content, addressOf);
    expect(items.map(({title}) => title)).toEqual(content.events.map(({title}) => title).reverse());
    for (const item of items) expect(item.pubDate).toEqual(new Date(content.story.updated));
  });

  test('holds the whole text of an event as HTML, with full addresses', () => {
    const item = feedItems(content, addressOf).find(({title}) => title === content.events.at(-1)!.title)!;
    expect(item.content).toMatch(/^<p>.+<\/(p|ul)>$/s);
    expect(item.content).toContain('<sup><a href="https://example.org/sources/#');
  });

  test('begins with the corrections, the newest first, each at an address of its own', () => {
    const [first, second] = content.events;
    const events = [
      {...first!, corrections: [correction('2026-11-20', 'It was the 20th.'), correction('2026-11-23', 'It was 20 July & no later.')]},
      {...second!, corrections: [correction('2026-11-21', 'He said “a man”.')]},
    ];
    const items = feedItems({...content, events}, addressOf).slice(0, 3);
    expect(items.map(({link}) => link)).toEqual([
      `https://example.org/events/${first!.id}/#correction-2`,
      `https://example.org/events/${second!.id}/#correction-1`,
      `https://example.org/events/${first!.id}/#correction-1`,
    ]);
    expect(items[0]).toMatchObject({
      title: `Corrected: ${first!.title}`,
      description: '23 Nov 2026. It was 20 July &amp; no later.',
      pubDate: new Date('2026-11-23'),
    });
  });

  test('says when it happened, how sure it is, and what, as HTML', () => {
    const [item] = feedItems(
      {...content, events: [{...content.events[0]!, date: edtfFromText('1969-07-20~'), status: 'reported', summary: 'One < two.'}]},
      addressOf,
    );
    expect(item!.description).toBe('About 20 Jul 1969 (reported). One &lt; two.');
  });
});
