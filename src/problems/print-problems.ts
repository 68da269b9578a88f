/** Problems as writers read them: in a terminal, in a build that stops, in the annotations of a pull request. */
import {countedWords} from './counted-words.ts';
import {withInvisibleMarked, withInvisibleNamed} from './invisible-characters.ts';
import type {Explained, PartProblem, Problem} from './problem.ts';

/**
 * A problem of a content file: where, what, the line itself, why, how to fix it, and lines to paste.
 *
 * An error is headed by its place alone; advice says so and names its rule, by which it can be set aside.
 */
export function printProblem(problem: Problem): string {
  const {file, line, column, severity, rule} = problem;
  const place = `${withInvisibleNamed(file.replace(/\s/g, ' '))}:${line}:${column}`;
  return printed(`${place}${severity === 'advice' ? ` (advice: ${rule})` : ''}`, problem, codeFrame(problem));
}

/**
 * A problem of a command line or of an imported file.
 *
 * @param whole - What the part belongs to: `npm run new`, or the name of the file.
 */
export function printPart(problem: PartProblem, whole: string): string {
  return printed(problem.place === '' ? whole : `${whole}, ${problem.place}`, problem, []);
}

/** All of them, and a closing line that says that nothing came of it. */
export function printParts(problems: readonly PartProblem[], whole: string): string {
  return [
    ...problems.map((problem) => `${printPart(problem, whole)}\n`),
    `${countedWords(problems.length, 'problem')}. Nothing was written.`,
  ].join('\n');
}

/** Where, what, the lines that are meant, why, how to fix it, and lines to paste. */
function printed(heading: string, {what, why, fix, example = ''}: Explained, frame: readonly string[]): string {
  const examples = example === '' ? [] : withInvisibleNamed(example).split('\n');
  return [
    heading,
    `  ${withInvisibleNamed(what)}`,
    ...frame.map((line) => `  ${line}`.trimEnd()),
    `  Why: ${why}`,
    `  Fix: ${withInvisibleNamed(fix)}`,
    ...(examples.length === 0 ? [] : ['  Example:', ...examples.map((line) => `    ${line}`.trimEnd())]),
  ].join('\n');
}

/** Widest stretch of a line that a code frame shows: a paragraph is one line, and would bury the message. */
const FRAME_WIDTH = 96;

/** The offending line after the one before it, with carets under the offending text. */
export function codeFrame({excerpt, line, column, endColumn}: Problem): string[] {
  const offending = excerpt.at(-1)?.text;
  if (offending === undefined) return [];
  const gutterWidth = String(line).length;
  const isLong = offending.length > FRAME_WIDTH;
  // Three quarters of the frame are for what follows the mistake.
  const from = isLong ? Math.max(0, Math.min(column - 1 - FRAME_WIDTH / 4, offending.length - FRAME_WIDTH)) : 0;
  const lines = excerpt.map(({line: number, text}) => {
    const start = number === line ? from : 0;
    const part = withInvisibleMarked(text.slice(start, start + FRAME_WIDTH)).replace(/\t/g, '→');
    const clipped = `${start > 0 ? '…' : ''}${part}${start + FRAME_WIDTH < text.length ? '…' : ''}`;
    return `${number === line ? '>' : ' '} ${String(number).padStart(gutterWidth)} | ${clipped}`.trimEnd();
  });
  const caretFrom = column - 1 - from;
  const caretCount = Math.max(1, Math.min(endColumn - column, offending.length - from - caretFrom, FRAME_WIDTH - caretFrom));
  return [...lines, `  ${' '.repeat(gutterWidth)} | ${' '.repeat(caretFrom + (from > 0 ? 1 : 0))}${'^'.repeat(caretCount)}`];
}

/**
 * All problems in the order given, which is file by file, and a closing line with counts.
 *
 * @param fileCount - How many files were read, with and without problems.
 */
export function printProblems(problems: readonly Problem[], fileCount: number): string {
  return [...problems.map((problem) => `${printProblem(problem)}\n`), closingLine(problems, fileCount)].join('\n');
}

/** What was found, in one line that also says that nothing was changed. */
export function closingLine(problems: readonly Problem[], fileCount: number): string {
  const errors = problems.filter(({severity}) => severity === 'error').length;
  const advice = problems.length - errors;
  const files = new Set(problems.map(({file}) => file)).size;
  // A missing file has a problem too, but was not read.
  const fine = Math.max(0, fileCount - files);
  if (problems.length === 0) {
    return `${fileCount === 1 ? 'The one file is' : `All ${fileCount} files are`} fine. No files were changed.`;
  }
  const found = [
    ...(errors > 0 ? [countedWords(errors, 'problem')] : []),
    ...(advice > 0 ? [`${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice`] : []),
  ].join(' and ');
  const rest = `${countedWords(fine, 'file')} ${fine === 1 ? 'is' : 'are'} fine`;
  return `${found} in ${countedWords(files, 'file')}, ${rest}. No files were changed.`;
}

/** Annotations that GitHub sets beside the lines of a pull request. */
export function githubAnnotation({severity, file, line, column, endColumn, what, why, fix, example, rule}: Problem): string {
  const message = [what, `Why: ${why}`, `Fix: ${fix}`, ...(example === '' ? [] : [`Example:\n${example}`])].join('\n');
  const place = [
    ['file', file],
    ['line', line],
    ['col', column],
    ['endColumn', Math.max(column, endColumn - 1)],
    ['title', rule],
  ]
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
    .join(',');
  return `::${severity === 'error' ? 'error' : 'notice'} ${place}::${escapedMessage(message)}`;
}

/** @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions */
function escapedMessage(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapedProperty(text: string): string {
  return escapedMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
