import {readFileSync} from 'node:fs';
import {parse} from 'csv-parse/sync';
import {beforeAll, describe, expect, test} from 'vitest';
import {asWritten, CSV_COLUMNS, harmless, timelineCsv} from '../../src/publish/timeline-csv.ts';
import {readContent} from '../../src/reading/read-content.ts';
import type {Content} from '../../src/schema/content.ts';
import {FULL_STORY} from '../full-story.ts';

const addressOf = (path: string) => `https://example.org${path}`;

let content: Content;

beforeAll(async () => {
  content = (await readContent(FULL_STORY)).content!;
});

function rowsOf(csv: string): Record<string, string>[] {
  return parse(csv, {columns: true, record_delimiter: '\r\n'}) as Record<string, string>[];
}

describe('timelineCsv(content, addressOf)', () => {
  test('has a row for every event, in the order of the page', () => {
    expect(rowsOf(timelineCsv(content, addressOf)).map(({id}) => id)).toEqual(content.events.map(({id}) => id));
  });

  test('names its columns in the first row', () => {
    expect(timelineCsv(content, addressOf).split('\r\n', 1)[0]).toBe(Object.keys(CSV_COLUMNS).join(','));
  });

  test('ends every row in CR LF, the last one too', () => {
    const csv = timelineCsv({...content, events: content.events.slice(0, 1)}, addressOf);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/\r/);
  });

  test('keeps commas, quotation marks and line ends inside their cell', () => {
    const event = {
      ...content.events[0]!,
      title: 'One, “two”, "three"',
      sources: [
        {id: 'a', supports: 'one\nthing'},
        {id: 'b', supports: 'two'},
      ],
    };
    const [row] = rowsOf(timelineCsv({...content, events: [event]}, addressOf));
    expect(row).toMatchObject({title: 'One, “two”, "three"', sources: 'a b', supports: 'one thing\ntwo'});
  });

  test('gives a date as written and the instants it can mean, none where it is open', () => {
    const row = rowsOf(timelineCsv(content, addressOf)).find(({date}) => date!.startsWith('/'))!;
    expect(row['earliest']).toBe('');
    expect(row['latest']).toMatch(/T23:59:59\.999Z$/);
  });

  test('has every column explained in the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    for (const [name, {description}] of Object.entries(CSV_COLUMNS)) expect(readme).toContain(`| \`${name}\` | ${description} |`);
  });

  test('holds no cell that a spreadsheet would run, and loses nothing by it', () => {
    for (const text of ["=cmd|' /C calc'!A0", '+1', '-0043-03-15', '@SUM(1+1)', '\t=1', 'plain', "'tis"]) {
      expect(harmless(text)).not.toMatch(/^[=+\-@\t\r]/);
      expect(asWritten(harmless(text))).toBe(text);
    }
    const csv = timelineCsv({...content, events: [{...content.events[0]!, title: '=1+1'}]}, (path) => `https://example.org${path}`);
    expect(csv).toContain(",'=1+1,");
  });
});
