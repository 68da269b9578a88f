/** Problems as writers read them: in a terminal, in a build that stops, in the annotations of a pull request. */
import type {Problem} from '../schema/content.ts';

/**
 * One problem: where, what, the line itself, why, how to fix it, and lines to paste.
 *
 * An error is headed by its place alone; advice says so and names its rule, by which it can be set aside.
 */
export function printProblem(problem: Problem): string {
  const {file, line, column, severity, what, why, fix, example, rule} = problem;
  const heading = `${file}:${line}:${column}${severity === 'advice' ? ` (advice: ${rule})` : ''}`;
  return [
    heading,
    `  ${what}`,
    ...codeFrame(problem).map((frameLine) => `  ${frameLine}`.trimEnd()),
    `  Why: ${why}`,
    `  Fix: ${fix}`,
    ...(example === '' ? [] : ['  Example:', ...example.split('\n').map((exampleLine) => `    ${exampleLine}`.trimEnd())]),
  ].join('\n');
}

/** The offending line after the one before it, with carets under the offending text. */
export function codeFrame({excerpt, line, column, endColumn}: Problem): string[] {
  if (excerpt.length === 0) return [];
  const gutterWidth = String(line).length;
  const lines = excerpt.map((part) => {
    const mark = part.line === line ? '>' : ' ';
    return `${mark} ${String(part.line).padStart(gutterWidth)} | ${part.text.replace(/\t/g, '→')}`;
  });
  const shownColumns = excerpt.at(-1)?.text.length ?? 0;
  if (column > shownColumns + 1) return lines;
  const caretCount = Math.max(1, Math.min(endColumn, shownColumns + 1) - column);
  return [...lines, `  ${' '.repeat(gutterWidth)} | ${' '.repeat(column - 1)}${'^'.repeat(caretCount)}`];
}

/**
 * All problems, file by file, and a closing line with counts.
 *
 * @param fileCount - How many files were read, with and without problems.
 */
export function printProblems(problems: readonly Problem[], fileCount: number): string {
  const blocks: string[] = [];
  let file = '';
  for (const problem of problems) {
    if (file !== '' && problem.file !== file) blocks.push('');
    file = problem.file;
    blocks.push(printProblem(problem), '');
  }
  return [...blocks, closingLine(problems, fileCount)].join('\n');
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
    ...(errors > 0 ? [counted(errors, 'problem')] : []),
    ...(advice > 0 ? [`${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice`] : []),
  ].join(' and ');
  return `${found} in ${counted(files, 'file')}, ${counted(fine, 'file')} ${fine === 1 ? 'is' : 'are'} fine. No files were changed.`;
}

/** Annotations that GitHub sets beside the lines of a pull request. */
export function githubAnnotation({severity, file, line, column, endColumn, what, why, fix, example, rule}: Problem): string {
  const message = [what, `Why: ${why}`, `Fix: ${fix}`, ...(example === '' ? [] : [`Example:\n${example}`])].join('\n');
  const place = [['file', file], ['line', line], ['col', column], ['endColumn', Math.max(column, endColumn - 1)], ['title', rule]]
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

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
