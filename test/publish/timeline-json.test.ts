import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {timelineJson} from '../../src/publish/timeline-json.ts';
import {readContent} from '../../src/reading/read-content.ts';
import type {Content} from '../../src/schema/content.ts';
import {FULL_STORY} from '../full-story.ts';

const SCHEMA = JSON.parse(readFileSync(resolve('public/timeline.schema.json'), 'utf8'));

interface Json {
  readonly generated: null;
  readonly sources: readonly {readonly id: string; readonly number: number}[];
  readonly events: readonly {
    readonly id: string;
    readonly date: string;
    readonly earliest: string | null;
    readonly latest: string | null;
  }[];
}

let content: Content;
let json: Json;

beforeAll(async () => {
  content = (await readContent(FULL_STORY)).content!;
  json = JSON.parse(JSON.stringify(timelineJson(content, (path) => `https://example.org${path}`)));
});

describe('timelineJson(content, addressOf)', () => {
  test('has every event and every source, once', () => {
    expect(json.events.map(({id}) => id)).toEqual(content.events.map(({id}) => id));
    expect(json.sources.map(({id}) => id)).toEqual(content.sources.map(({id}) => id));
  });

  test('has exactly the fields its schema names, in that order', () => {
    expect(Object.keys(json)).toEqual(Object.keys(SCHEMA.properties));
    for (const source of json.sources)
      expect(Object.keys(source)).toEqual(expect.arrayContaining(SCHEMA.properties.sources.items.required));
    for (const event of json.events) expect(Object.keys(event)).toEqual(SCHEMA.$defs.event.required);
  });

  test('gives a date as it was written and the instants it can mean', () => {
    const open = json.events.find(({date}) => date.startsWith('/'))!;
    expect(open.earliest).toBeNull();
    expect(open.latest).toMatch(/^\d{4}-\d\d-\d\dT23:59:59\.999Z$/);
  });

  test('names no clock, so that the same content gives the same bytes', () => {
    const again = JSON.stringify(timelineJson(content, (path) => `https://example.org${path}`));
    expect(json.generated).toBeNull();
    expect(again).toBe(JSON.stringify(json));
  });

  test('numbers the sources as the pages do', () => {
    expect(json.sources.map(({number}) => number)).toEqual(content.sources.map((_, i) => i + 1));
  });
});
