/** Rows of a spreadsheet saved as CSV, and which of the two kinds we read they are. */
import type {PartProblem} from '../../problems/problem.ts';
import {CsvError, parse} from 'csv-parse/sync';
import {nearestName} from '../../problems/nearest.ts';
import {shown} from '../../problems/quoted.ts';
import {CSV_COLUMNS} from '../../publish/timeline-csv.ts';
import type {Row} from './csv-row.ts';
import type {Found} from './found.ts';
import {readOwnRows} from './own-csv.ts';
import {readTimelineJsRows, TIMELINEJS_COLUMNS} from './timelinejs-csv.ts';

const EXAMPLE = 'Year,Month,Day,Headline,Text\n1969,7,20,The Eagle lands,Two men walk on the Moon.';

/** Whether the first line of a text names the columns of a spreadsheet we can read. */
export function looksLikeCsv(text: string): boolean {
  const names = (/^\uFEFF?\s*([^\r\n]*)/.exec(text)?.[1] ?? '').split(/[,;\t]/).map(bare);
  return names.length > 1 && ['Headline', 'Year', 'Start Date', 'title', 'date'].some((name) => names.includes(name.toLowerCase()));
}

/**
 * Reads the text of a file.
 *
 * @param zone - The zone its times are in; null if none was given.
 */
export function readCsv(text: string, zone: string | null): Found {
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (count(firstLine, sign) > count(firstLine, best) ? sign : best), ',');
  let records: string[][];
  try {
    records = parse(text, {bom: true, delimiter, relax_column_count: true, skip_empty_lines: false});
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return nothing(brokenCsv(error));
  }
  const names = (records[0] ?? []).map((name) => name.trim());
  const isOwn = isOwnTable(names);
  const known = isOwn ? Object.keys(CSV_COLUMNS) : TIMELINEJS_COLUMNS;
  const columns = names.map((name) => known.find((column) => bare(column) === bare(name)) ?? name);
  const trouble = columnTrouble(columns, isOwn);
  if (trouble) return nothing(trouble);

  const troubles: PartProblem[] = [];
  const rows: Row[] = [];
  for (const [i, record] of records.slice(1).entries()) {
    const place = `row ${i + 2}`;
    if (record.every((cell) => cell.trim() === '')) continue;
    const extra = record.slice(columns.length).filter((cell) => cell.trim() !== '');
    if (extra.length > 0) {
      troubles.push({
        place,
        what: `The row has ${record.length} cells, but there are ${columns.length} columns; \`${shown(extra[0]!)}\` has none.`,
        why: 'A cell without a column is lost, and those before it may be in the wrong one.',
        fix: 'A cell that contains a comma must be in double quotes: check this row.',
        example: '"Houston, Tranquility Base here"',
      });
      continue;
    }
    rows.push({place, cells: Object.fromEntries(columns.map((name, c) => [name, record[c] ?? '']))});
  }
  if (rows.length === 0 && troubles.length === 0)
    return nothing({
      place: '',
      what: 'There is no row under the names of the columns.',
      why: 'There is nothing to import.',
      fix: 'Check that this is the right sheet.',
      example: EXAMPLE,
    });
  const found = isOwn ? readOwnRows(rows) : readTimelineJsRows(rows, zone);
  const separator =
    delimiter === ','
      ? []
      : [{place: '', what: `the columns are parted by ${delimiter === ';' ? 'semicolons' : 'tabs'}, and were read so`}];
  return {...found, changed: [...separator, ...found.changed], troubles: [...troubles, ...found.troubles]};
}

function isOwnTable(names: readonly string[]): boolean {
  const bares = names.map(bare);
  return bares.includes('title') && bares.includes('date') && !bares.includes('headline');
}

function columnTrouble(columns: readonly string[], isOwn: boolean): PartProblem | null {
  const place = 'row 1';
  const twice = columns.find((name, i) => name !== '' && columns.indexOf(name) !== i);
  if (twice !== undefined) {
    return {
      place,
      what: `There are two columns \`${shown(twice)}\`.`,
      why: 'It is not clear which of the two is meant.',
      fix: 'Give one another name, or remove it.',
      example: '',
    };
  }
  if (isOwn) return null;
  const has = (name: string) => columns.includes(name);
  if (!has('Year') && (has('Start Date') || columns.some((name) => bare(name) === 'start date'))) {
    return {
      place,
      what: 'This is a spreadsheet of TimelineJS 1, with a column `Start Date`.',
      why: 'Its dates are in one cell, in an order that differs from country to country.',
      fix: 'Copy its rows into the template of TimelineJS 3, where year, month and day have columns of their own.',
      example: EXAMPLE,
    };
  }
  const missing = ['Year', 'Headline'].filter((name) => !has(name));
  if (missing.length === 0) return null;
  const near = missing.flatMap((name) => {
    const meant = nearestName(name, columns);
    return meant === null ? [] : [`\`${shown(meant)}\` looks like \`${name}\``];
  });
  const named = columns
    .filter((name) => name !== '')
    .slice(0, 6)
    .map((name) => `\`${shown(name)}\``)
    .join(', ');
  const absent = missing.map((name) => `\`${name}\``).join(' and none ');
  return {
    place,
    what: `There is no column ${absent}; there is ${named === '' ? 'none at all' : named}.`,
    why: 'TimelineJS identifies its columns by the names in the first row; so do we.',
    fix:
      near.length > 0
        ? `${near.join('; ')}: rename it.`
        : 'Name the columns as the template of TimelineJS does, or as our own timeline.csv does: `title`, `date`.',
    example: EXAMPLE,
  };
}

function brokenCsv(error: CsvError): PartProblem {
  const line = Number((error as CsvError & {lines?: number}).lines ?? 0);
  const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
  return {
    place: line > 0 ? `line ${line}` : '',
    what: isOpen
      ? 'A quotation mark opens a cell, but no mark closes it.'
      : error.code.includes('QUOTE')
        ? 'There is a quotation mark where none is allowed.'
        : 'The rows cannot be told apart.',
    why: 'A cell with a comma, a quotation mark or a line end in it is in double quotes; a mark inside is written twice.',
    fix: 'Save the sheet as CSV again from the program it was made with, or fix the marks on this line.',
    example: '1969,7,20,"Armstrong: ""one small step"""',
  };
}

function nothing(trouble: PartProblem): Found {
  return {kind: 'CSV', title: null, blocks: [], events: [], eras: [], leftOut: [], changed: [], troubles: [trouble]};
}

/** A column's name as it is compared. */
function bare(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
