/** Every form of the story, read by programs that other people wrote. */
import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {Cite} from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import rss from '@astrojs/rss';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {parse} from 'csv-parse/sync';
import {XMLParser, XMLValidator} from 'fast-xml-parser';
import ICAL from 'ical.js';
import {beforeAll, describe, expect, test} from 'vitest';
import {FULL_STORY} from '../full-story.ts';
import {sourcesBib, sourcesRis} from '../../src/publish/citations.ts';
import {feedData, feedItems} from '../../src/publish/feed.ts';
import {llmsTxt} from '../../src/publish/llms-txt.ts';
import {oembed} from '../../src/publish/oembed.ts';
import {timelineCsv} from '../../src/publish/timeline-csv.ts';
import {timelineIcs} from '../../src/publish/timeline-ics.ts';
import {timelineJson} from '../../src/publish/timeline-json.ts';
import {readContent} from '../../src/reading/read-content.ts';
import type {Content} from '../../src/schema/content.ts';

const addressOf = (path: string) => `https://example.org${path}`;

const FOLDERS = [FULL_STORY, 'test/fixtures/second-story', 'test/fixtures/small-story'];
const contents: Content[] = [];

beforeAll(async () => {
  for (const folder of FOLDERS) contents.push((await readContent(resolve(folder))).content!);
});

describe.each(FOLDERS)('the story in %s', (folder) => {
  let content: Content;
  let ids: string[];

  beforeAll(() => {
    content = contents[FOLDERS.indexOf(folder)]!;
    ids = content.events.map(({id}) => id);
  });

  test('timeline.json is what its schema says, to a strict validator', () => {
    const ajv = new Ajv2020({strict: true, strictRequired: true, allErrors: true});
    addFormats(ajv);
    const schema = JSON.parse(readFileSync('public/timeline.schema.json', 'utf8')) as object;
    const isValid = ajv.compile(schema);
    const json: unknown = JSON.parse(JSON.stringify(timelineJson(content, addressOf)));
    expect(isValid(json), JSON.stringify(isValid.errors?.slice(0, 3))).toBe(true);
    const broken = {...(json as {events: object[]}), events: [{...(json as {events: object[]}).events[0], weight: 'heavy'}]};
    expect(isValid(broken)).toBe(false);
  });

  test('timeline.ics is a calendar of instants without an end and of whole days', () => {
    const calendar = new ICAL.Component(ICAL.parse(timelineIcs(content, addressOf)) as ConstructorParameters<typeof ICAL.Component>[0]);
    const events = calendar.getAllSubcomponents('vevent');
    const inCalendar = content.events.filter(({date}) => new Date(date.earliestMs ?? date.latestMs!).getUTCFullYear() >= 1);
    expect(events.map((event) => event.getFirstPropertyValue('uid'))).toEqual(inCalendar.map(({id}) => `${id}@example.org`));
    for (const component of events) {
      const start = component.getFirstPropertyValue('dtstart') as ICAL.Time;
      const end = component.getFirstPropertyValue('dtend') as ICAL.Time | null;
      if (start.isDate) expect(end!.compare(start)).toBe(1);
      else expect(end).toBeNull();
    }
  });

  test('timeline.csv has a row for each event, and no cell that could run', () => {
    const rows: Record<string, string>[] = parse(timelineCsv(content, addressOf), {columns: true});
    expect(rows.map(({id}) => id)).toEqual(ids);
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  test('feed.xml is XML, names itself, and has a day, a text and an id for each item', async () => {
    const items = feedItems(content, addressOf);
    const {title, description} = content.story;
    const xmlns = {atom: 'http://www.w3.org/2005/Atom'};
    const xml = await (
      await rss({title, description, site: addressOf('/'), items, xmlns, customData: feedData(content, addressOf('/feed.xml'))})
    ).text();
    expect(XMLValidator.validate(xml)).toBe(true);
    const {channel} = (new XMLParser({ignoreAttributes: false, isArray: (name) => name === 'item'}).parse(xml) as ParsedFeed).rss;
    expect(channel['atom:link']).toMatchObject({'@_rel': 'self', '@_href': 'https://example.org/feed.xml'});
    expect(channel.item).toHaveLength(items.length);
    for (const item of channel.item) expect(new Date(item.pubDate).getTime(), item.link).not.toBeNaN();
    const texts = channel.item.filter((item) => 'content:encoded' in item);
    expect(texts).toHaveLength(ids.length);
    for (const item of texts)
      expect(XMLValidator.validate(`<x>${item['content:encoded'].replace(/<(br|hr)>/g, '<$1/>')}</x>`), item.link).toBe(true);
  });

  test.each([
    ['BibTeX', sourcesBib, '@biblatex/text'],
    ['RIS', sourcesRis, '@ris/file'],
  ])('the sources as %s are the story and all of them, with title and day', (_, form, forceType) => {
    const cited = new Cite(form(content, addressOf), {forceType}).data as {
      id?: string;
      title: string;
      issued?: {'date-parts': number[][]};
    }[];
    expect(cited).toHaveLength(content.sources.length + 1);
    for (const [i, source] of content.sources.entries()) {
      const {title, issued} = cited[i + 1]!;
      expect(title.replace(/<[^>]+>/g, '').replace(/[’‘']/g, "'")).toBe(source.headline.replace(/[’‘']/g, "'"));
      expect(issued!['date-parts'][0]![0]).toBe(Number(/-?\d{4}/.exec(source.published.text)![0]));
    }
  });

  test('llms.txt has each event under its chapter, with when, how sure and who says so', () => {
    const text = llmsTxt(content, addressOf);
    expect(text).toMatch(/^# \S.*\n\n> \S/);
    expect(text.match(/^## /gm)).toHaveLength(content.chapters.length + 1);
    expect([...text.matchAll(/^### \[.+\]\(https:\/\/example\.org\/events\/([^/]+)\/\)$/gm)].map(([, id]) => id!).sort()).toEqual(
      ids.toSorted(),
    );
    expect(text.match(/^- Status: /gm)).toHaveLength(ids.length);
  });

  test('oembed.json is a rich embed with what its version asks for', () => {
    expect(oembed(content, addressOf)).toMatchObject({
      version: '1.0',
      type: 'rich',
      width: expect.any(Number),
      height: expect.any(Number),
      html: expect.stringMatching(/^<iframe src="https:\/\/example\.org\/embed\/" title="[^"]+"/),
    });
  });
});

interface ParsedFeed {
  readonly rss: {
    readonly channel: {
      readonly 'atom:link': object;
      readonly item: readonly {readonly link: string; readonly pubDate: string; readonly 'content:encoded': string}[];
    };
  };
}
