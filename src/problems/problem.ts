/** What is wrong, as a value: one shape, wherever it was found; the commands print it, the preview shows it. */
import {byText} from '../schema/by-text.ts';

/** What is wrong, why that matters and how to fix it. */
export interface Explained {
  /** What is wrong, a full sentence that quotes the offending text. */
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** Lines to paste; left out or empty where there are none. */
  readonly example?: string;
}

/** The same, found by a rule of the content check; the caller adds its place. */
export interface Complaint extends Explained {
  /** A stable short name of the rule, such as `date-not-edtf`. */
  readonly rule: string;
  /** An error, if left out. */
  readonly severity?: 'error' | 'advice';
}

/** The same, with its place in a content file. */
export interface Problem extends Required<Complaint> {
  /** From the content folder's parent, such as `content/events/x.mdx`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, counted in UTF-16 units as editors do. */
  readonly column: number;
  /** Where the offending text ends on the same line, exclusive; equal to `column` where nothing is there to mark. */
  readonly endColumn: number;
  /** The offending line, after the one before it, for a code frame; empty if the file has no text. */
  readonly excerpt: readonly {readonly line: number; readonly text: string}[];
}

/** The same, with its place in a command line or in a file that is imported. */
export interface PartProblem extends Explained {
  /** Which part, as those who wrote it count: `--date`, `row 3`, `events[2]`; empty for the whole. */
  readonly place: string;
}

/** By file, then by line; the same order on every machine. */
export function byPlace(a: Problem, b: Problem): number {
  return byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.rule, b.rule) || byText(a.what, b.what);
}
