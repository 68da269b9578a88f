/** What is wrong with the content, as a value: the check prints it, the preview shows it. */
import {byText} from '../schema/by-text.ts';

/** Something a writer should know about one place in one file. */
export interface Problem {
  readonly severity: 'error' | 'advice';
  /** From the content folder's parent, such as `content/events/x.mdx`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, counted in UTF-16 units as editors do. */
  readonly column: number;
  /** Where the offending text ends on the same line, exclusive; equal to `column` where nothing is there to mark. */
  readonly endColumn: number;
  /** The offending line, after the one before it, for a code frame; empty where the file holds no text. */
  readonly excerpt: readonly {readonly line: number; readonly text: string}[];
  /** What is wrong, a full sentence that quotes the offending text. */
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** Lines to paste, or an empty string. */
  readonly example: string;
  /** A stable short name of the rule, such as `date-not-edtf`. */
  readonly rule: string;
}

/** By file, then by line; the same order on every machine. */
export function byPlace(a: Problem, b: Problem): number {
  return byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.rule, b.rule) || byText(a.what, b.what);
}
