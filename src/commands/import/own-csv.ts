/** Rows of our own timeline.csv, or of any table with the columns `title` and `date`. */
import type {PartProblem} from '../../problems/problem.ts';
import {nearestName} from '../../problems/nearest.ts';
import {orList} from '../../problems/or-list.ts';
import {shown} from '../../problems/quoted.ts';
import {asWritten, CSV_COLUMNS} from '../../publish/timeline-csv.ts';
import {DateError, edtfFromText, startOf} from '../../schema/dates.ts';
import {STATUSES, WEIGHTS} from '../../schema/lists.ts';
import {oneLine} from '../safe-text.ts';
import type {Row} from './csv-row.ts';
import type {Found, FoundEvent, OwnFields, Remark} from './found.ts';
import {paragraph} from './prose.ts';

/** Columns that are worked out from others. */
const WORKED_OUT = new Set(['url', 'earliest', 'latest', 'precision']);

export function readOwnRows(rows: readonly Row[]): Found {
  const troubles: PartProblem[] = [];
  const events: FoundEvent[] = [];
  for (const row of rows) {
    const event = readRow(row, troubles);
    if (event) events.push(event);
  }
  const strangers = Object.keys(rows[0]?.cells ?? {}).filter((name) => name !== '' && !Object.hasOwn(CSV_COLUMNS, name));
  const leftOut: Remark[] = strangers.map((name) => ({place: 'row 1', what: `the column \`${shown(name)}\`, which we have no field for`}));
  return {kind: 'timeline.csv', title: null, blocks: [], events, eras: [], leftOut, changed: [], troubles};
}

function readRow({place, cells}: Row, troubles: PartProblem[]): FoundEvent | null {
  const before = troubles.length;
  const cell = (name: string) => asWritten((cells[name] ?? '').trim());
  const title = oneLine(cell('title'));
  if (title === '')
    troubles.push({
      place,
      what: 'The row has no title.',
      why: 'It heads the entry and names its page.',
      fix: 'Write one, or delete the row.',
      example: 'The Eagle lands on the Moon',
    });
  const date = readDate('date', cell('date'), place, troubles);
  const known = cell('known') === '' ? null : readDate('known', cell('known'), place, troubles);
  for (const [name, words] of [
    ['weight', WEIGHTS],
    ['status', STATUSES],
    ['happened', ['throughout', 'within']],
  ] as const) {
    if (cell(name) === '' || (words as readonly string[]).includes(cell(name))) continue;
    const near = nearestName(cell(name), words);
    troubles.push({
      place,
      what: `\`${name}\` is \`${shown(cell(name))}\`, which is not one of its values.`,
      why: 'Readers see each value differently.',
      fix: near ? `Did you mean \`${near}\`?` : `Write ${orList(words)}, or leave the cell empty.`,
      example: near ?? words[0],
    });
  }
  const order = cell('order');
  if (order !== '' && !(/^\d*\.?\d+$/.test(order) && Number(order) <= 1)) {
    troubles.push({
      place,
      what: `\`order\` is \`${shown(order)}\`, which is not a number from 0 to 1.`,
      why: 'The events of one day come in this order.',
      fix: 'Write a number from 0 (first) to 1 (last), or leave the cell empty.',
      example: '0.6',
    });
  }
  if (troubles.length > before || date === null) return null;

  const supports = (cells['supports'] ?? '').split('\n').map(oneLine);
  const ids = (name: string) => [
    ...new Set(
      cell(name)
        .split(/[\s,;]+/)
        .filter((id) => id !== ''),
    ),
  ];
  const texts = ['label', 'short', 'lane', 'chapter', 'weight', 'status', 'dating'] as const;
  const own: OwnFields = {
    ...Object.fromEntries(texts.filter((name) => cell(name) !== '').map((name) => [name, oneLine(cell(name))])),
    ...(cell('happened') === '' || !isClosedInterval(date) ? {} : {happened: cell('happened')}),
    ...(order === '' ? {} : {order: String(Number(order))}),
    // It need not be written where it follows from the date.
    ...(known === null || (known === startOf(edtfFromText(date)).text && cell('happened') !== 'within') ? {} : {known}),
    ...(cell('actors') === '' ? {} : {actors: ids('actors')}),
    ...(cell('sources') === '' ? {} : {sources: ids('sources').map((id, i) => ({id, supports: supports[i] ?? ''}))}),
  };
  const blocks = (cells['text'] ?? '')
    .split(/\n\s*\n/)
    .map(oneLine)
    .filter((words) => words !== '')
    .map(paragraph);
  return {
    place,
    title,
    date,
    dating: null,
    id: cell('id') === '' ? null : cell('id'),
    groups: [],
    blocks,
    asides: [],
    kept: Object.keys(CSV_COLUMNS).filter((name) => cell(name) !== '' && !WORKED_OUT.has(name)),
    changed: [],
    leftOut: cell('happened') !== '' && own.happened === undefined ? ['happened: the date has no two ends'] : [],
    own,
  };
}

function readDate(name: string, text: string, place: string, troubles: PartProblem[]): string | null {
  try {
    return edtfFromText(text).text;
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    const {what, why, fix, suggestion} = error;
    troubles.push({
      place,
      what: `\`${name}\`: ${what}`,
      why,
      fix: fix.replace(' in quotes', '').replace(' inside the quotes', ''),
      example: suggestion,
    });
    return null;
  }
}

function isClosedInterval(date: string): boolean {
  const {precision, earliestMs, latestMs} = edtfFromText(date);
  return precision === 'interval' && earliestMs !== null && latestMs !== null;
}
