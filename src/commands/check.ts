/**
 * `npm run check`: every problem of every content file in one run.
 *
 * Flags: `--format json` prints `{files, errors, advice, problems}`, `--format github` prints annotations.
 * Exit code 1 where there is an error, 2 where the command itself was mistyped; advice alone passes.
 */
import {basename, join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {closingLine, githubAnnotation, printProblems} from '../problems/print-problems.ts';
import {readContent} from '../reading/read-content.ts';

const FORMATS = ['text', 'json', 'github'];

function formatFromArguments(): string {
  const {values} = parseArgs({options: {format: {type: 'string', default: 'text'}}});
  if (!FORMATS.includes(values.format)) throw new TypeError(`--format is one of ${FORMATS.join(', ')}, got ${values.format}`);
  return values.format;
}

let format: string;
try {
  format = formatFromArguments();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}

const folder = process.env['CONTENT_DIR'] || 'content';
const {problems: found, files} = await readContent(folder);
// The reader names files from the folder's parent; here they are to be clicked, and found by GitHub.
const name = basename(resolve(folder));
const problems = found.map((problem) => ({
  ...problem,
  file: join(folder, problem.file.slice(name.length)).replaceAll('\\', '/').replace(/\/$/, ''),
}));
const errors = problems.filter(({severity}) => severity === 'error').length;

if (format === 'json') {
  process.stdout.write(`${JSON.stringify({files: files.length, errors, advice: problems.length - errors, problems}, null, 2)}\n`);
} else if (format === 'github') {
  for (const problem of problems) process.stdout.write(`${githubAnnotation(problem)}\n`);
  process.stdout.write(`${closingLine(problems, files.length)}\n`);
} else {
  process.stdout.write(`${printProblems(problems, files.length)}\n`);
}
// Not process.exit: that would cut off a long report on its way to a pipe.
process.exitCode = errors > 0 ? 1 : 0;
