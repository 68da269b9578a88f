import type {Content, EventEntry} from '../schema/content.ts';
import {paragraphsOf} from './paragraphs.ts';

interface Column {
  readonly description: string;
  readonly of: (event: EventEntry, around: {readonly content: Content; readonly addressOf: (path: string) => string}) => string;
}

/**
 * The columns of timeline.csv, in their order, and what each holds. `npm run import` reads them back by these names.
 */
export const CSV_COLUMNS: Readonly<Record<string, Column>> = {
  id: {description: 'the event’s id', of: ({id}) => id},
  url: {description: 'the address of its page', of: ({id}, {addressOf}) => addressOf(`/events/${id}/`)},
  title: {description: 'its headline', of: ({title}) => title},
  label: {description: 'the words on the timeline', of: ({label}) => label},
  short: {description: 'fewer words, where there are any', of: ({short}) => short ?? ''},
  date: {description: 'when it happened, in EDTF', of: ({date}) => date.text},
  happened: {
    description: 'whether an interval went on `throughout` or holds one moment (`within`)',
    of: ({date, happened}) => (date.precision === 'interval' ? happened : ''),
  },
  order: {description: 'its place among the events of one day, from 0 to 1', of: ({order}) => (order === null ? '' : String(order))},
  earliest: {description: 'the first instant the date can mean; empty where the start is open', of: ({date}) => instant(date.earliestMs)},
  latest: {description: 'the last instant the date can mean; empty where the end is open', of: ({date}) => instant(date.latestMs)},
  precision: {description: '`year`, `month`, `day`, `time` or `interval`', of: ({date}) => date.precision},
  known: {description: 'when the public could first know, in EDTF', of: ({known}) => known.text},
  lane: {description: 'the id of its lane', of: ({lane}) => lane},
  chapter: {description: 'the id of its chapter', of: ({chapter}) => chapter},
  weight: {description: 'how much it matters to the story', of: ({weight}) => weight},
  status: {description: 'how sure it is', of: ({status}) => status},
  actors: {description: 'ids, separated by spaces', of: ({actors}) => actors.join(' ')},
  sources: {description: 'ids, separated by spaces', of: ({sources}) => sources.map(({id}) => id).join(' ')},
  supports: {
    description: 'what each source supports, one line each',
    of: ({sources}) => sources.map(({supports}) => supports.replace(/\s+/g, ' ')).join('\n'),
  },
  dating: {description: 'how the date was found, where no source states it', of: ({dating}) => dating ?? ''},
  text: {
    description: 'the text, without its markup; paragraphs are separated by an empty line',
    of: (event, {content}) => paragraphsOf(event, content).join('\n\n'),
  },
};

/**
 * Every event as a row, under one row of column names.
 *
 * @param addressOf - The full address of a path of this site, such as `/events/eagle-lands/`.
 * @see RFC 4180: lines end in CR LF, and a cell with a comma, a quotation mark or a line end is in quotes.
 */
export function timelineCsv(content: Content, addressOf: (path: string) => string): string {
  const columns = Object.entries(CSV_COLUMNS);
  const rows = [
    columns.map(([name]) => name),
    ...content.events.map((event) => columns.map(([, {of}]) => of(event, {content, addressOf}))),
  ];
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/**
 * What a spreadsheet would run as a formula has an apostrophe before it, which `npm run import` takes off again.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** A cell as it was before {@link harmless}. */
export function asWritten(text: string): string {
  return text.replace(/^'(?=[=+\-@\t\r])/, '');
}

function cell(value: string): string {
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function instant(ms: number | null): string {
  return ms === null ? '' : new Date(ms).toISOString();
}
