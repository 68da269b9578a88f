import type {Complaint, Problem} from './problem.ts';

/** The text of one content file, with line ends as `\n`, and where its lines begin. */
export interface SourceText {
  /** From the content folder's parent, such as `content/events/x.mdx`. */
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** A stretch of a file, from its first offset to the one after its last. */
export type Range = readonly [from: number, to: number];

/** Reports a complaint about a range of one file. */
export type Report = (range: Range, complaint: Complaint) => void;

export function sourceText(file: string, raw: string): SourceText {
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return {file, text, lineStarts};
}

/** Line and column of an offset, both from 1. */
export function placeOf(source: SourceText, offset: number): {line: number; column: number} {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return {line: low + 1, column: offset - (source.lineStarts[low] ?? 0) + 1};
}

/** The offset a line begins at; `line` from 1. */
export function lineStart(source: SourceText, line: number): number {
  return source.lineStarts[Math.min(line, source.lineStarts.length) - 1] ?? 0;
}

/** A line without its end; `line` from 1. */
export function lineText(source: SourceText, line: number): string {
  const from = source.lineStarts[line - 1];
  if (from === undefined) return '';
  const to = source.lineStarts[line];
  return source.text.slice(from, to === undefined ? undefined : to - 1);
}

/** The part of the line that contains an offset, without the spaces around it. */
export function lineRange(source: SourceText, offset: number): Range {
  const {line} = placeOf(source, offset);
  const text = lineText(source, line);
  const from = lineStart(source, line) + (text.length - text.trimStart().length);
  return [from, Math.max(from, lineStart(source, line) + text.trimEnd().length)];
}

export function problemAt(source: SourceText, [from, to]: Range, complaint: Complaint): Problem {
  const {line, column} = placeOf(source, Math.min(from, source.text.length));
  const text = lineText(source, line);
  const excerpt = [line - 1, line]
    .filter((number) => number >= 1 && source.text !== '')
    .map((number) => ({line: number, text: lineText(source, number)}));
  return {
    severity: complaint.severity ?? 'error',
    file: source.file,
    line,
    column,
    endColumn: Math.max(column, Math.min(column + to - from, text.length + 1)),
    excerpt,
    what: complaint.what,
    why: complaint.why,
    fix: complaint.fix,
    example: complaint.example ?? '',
    rule: complaint.rule,
  };
}
