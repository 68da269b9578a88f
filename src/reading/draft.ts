/** One content file on its way to becoming an entry, and how the checks look at it. */
import type {Complaint, Problem} from '../problems/problem.ts';
import {lineStart, lineText, placeOf, problemAt} from '../problems/source-text.ts';
import type {Range, SourceText} from '../problems/source-text.ts';
import type {EdtfDate} from '../schema/content.ts';
import {DateError, edtfFromText} from '../schema/dates.ts';
import type {BodyReading} from './body-reading.ts';
import type {Path, YamlReading} from './read-yaml.ts';
import type {BrokenEntry} from './reading.ts';
import type {Suppression} from './suppressions.ts';

export type Kind = BrokenEntry['kind'];

export interface Draft {
  readonly kind: Kind;
  readonly id: string;
  /** From the content folder. */
  readonly path: string;
  readonly source: SourceText;
  readonly problems: Problem[];
  yaml: YamlReading | null;
  /** Fields with a problem, as dotted paths. */
  bad: ReadonlySet<string>;
  isWritten: boolean;
  bodyRange: Range | null;
  body: BodyReading | null;
  suppressions: readonly Suppression[];
}

/** All files, by what they hold. */
export type Drafts = Readonly<Record<Kind, readonly Draft[]>>;

/** Every id that may be referred to: those of broken files too, so that one mistake is reported once. */
export interface Ids {
  readonly events: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
  readonly chapters: ReadonlySet<string>;
  readonly lanes: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
}

/** What the checks need of story.yaml, as far as it can be read. */
export interface StoryParts {
  readonly draft: Draft | null;
  readonly lanes: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  /** The ids of the lanes by the names readers see, in small letters. */
  readonly laneNames: ReadonlyMap<string, string>;
  /** False where the list itself is broken, so that nothing can be said of those who refer to it. */
  readonly knowsLanes: boolean;
  readonly knowsMeasures: boolean;
  readonly extent: EdtfDate | null;
  readonly updated: EdtfDate | null;
}

/** Reports a complaint about one field. */
export type Checker = (path: Path, complaint: Complaint) => void;

/** Adds what is wrong at a stretch of the file to its problems. */
export function reportTo(draft: Draft): (range: Range, complaint: Complaint) => void {
  return (range, complaint) => {
    draft.problems.push(problemAt(draft.source, range, complaint));
  };
}

/** Reports at a field; an error keeps the entry out. */
export function checkerOf(draft: Draft): Checker {
  return (path, complaint) => {
    if (complaint.severity !== 'advice') draft.isWritten = false;
    // A list is marked at its name: its items begin further down.
    const range = Array.isArray(valueAt(draft, path)) ? draft.yaml?.keyRangeOf(path) : draft.yaml?.rangeOf(path);
    reportTo(draft)(range ?? [0, 0], complaint);
  };
}

export function advise(draft: Draft, range: Range, complaint: Complaint): void {
  reportTo(draft)(firstLineOf(draft.source, range), {...complaint, severity: 'advice'});
}

export function errorCount(problems: readonly Problem[]): number {
  return problems.reduce((count, {severity}) => count + (severity === 'error' ? 1 : 0), 0);
}

export function arrayIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isGood(draft: Draft, path: Path): boolean {
  for (let length = 1; length <= path.length; length++) if (draft.bad.has(path.slice(0, length).join('.'))) return false;
  return true;
}

export function valueAt(draft: Draft, path: Path): unknown {
  let value: unknown = draft.yaml?.data;
  for (const step of path) value = (value as Record<string, unknown> | undefined | null)?.[step as string];
  return value;
}

export function textAt(draft: Draft, path: Path): string | null {
  const value = valueAt(draft, path);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** The date of a field, or null where it has none or a bad one. */
export function dateAt(draft: Draft, path: Path): EdtfDate | null {
  const value = valueAt(draft, path);
  if (typeof value !== 'string') return null;
  try {
    return edtfFromText(value);
  } catch (error) {
    if (error instanceof DateError) return null;
    throw error;
  }
}

export function isBlank(draft: Draft): boolean {
  return bodyOf(draft) === '';
}

export function bodyOf(draft: Draft): string {
  return draft.bodyRange ? draft.source.text.slice(...draft.bodyRange).trim() : '';
}

/** A range without the lines after its first: a code frame marks one line. */
function firstLineOf(source: SourceText, [from, to]: Range): Range {
  const text = source.text.slice(from, to);
  const start = from + (text.length - text.trimStart().length);
  const {line} = placeOf(source, start);
  return [start, Math.min(to, lineStart(source, line) + lineText(source, line).length)];
}
