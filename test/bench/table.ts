/** Tables as people read them in a terminal. */

export type Cell = string | number | null;

/** One line of a table, its cells by the name of their column. */
export type Row = Readonly<Record<string, Cell>>;

export interface Table {
  /** What is measured, and in which unit. */
  readonly title: string;
  readonly rows: readonly Row[];
  /** What `--gate` holds against the limits in `gates.ts`, by the gates' names. */
  readonly gated?: Readonly<Record<string, number>>;
}

const GAP = '  ';
const EMPTY = '–';

/** Columns as wide as their widest cell: words to the left, numbers to the right. */
export function tableAsText({title, rows}: Table): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => cellAsText(row[column] ?? null)))];
  const isWords = columns.map((column) => rows.some((row) => typeof row[column] === 'string'));
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  const written = lines.map((line) =>
    line
      .map((cell, i) => (isWords[i] ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join(GAP)
      .trimEnd(),
  );
  const rule = '─'.repeat(Math.max(title.length, ...written.map((line) => line.length)));
  return [title, rule, ...written].join('\n');
}

function cellAsText(cell: Cell): string {
  if (cell === null) return EMPTY;
  return typeof cell === 'number' ? cell.toLocaleString('en-US', {maximumFractionDigits: 2}) : cell;
}
