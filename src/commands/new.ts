/**
 * `npm run new`: asks about a new event and writes its file, and that of its source where it is new.
 *
 * With `--title`, `--date`, `--lane` and `--source` it asks nothing. Nothing is ever overwritten.
 * Exit code 1 where nothing was written, 2 where the command was mistyped, 130 where the writer left.
 */
import {existsSync} from 'node:fs';
import {mkdir, rm, writeFile} from 'node:fs/promises';
import {basename, dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {printProblem} from '../problems/print-problems.ts';
import {readContent} from '../reading/read-content.ts';
import {baseFromText} from '../story/base.ts';
import {planFromAnswers, inventoryFromReading} from './new/answers.ts';
import type {Answers, Plan} from './new/answers.ts';
import {eventFileText, sourceFileText} from './new/event-file.ts';
import {answersFromArguments, helpText, printComplaint} from './new/flags.ts';
import {writeSchemas} from './schemas.ts';

/** Without these there is nothing to write. */
const NEEDED: readonly (keyof Answers)[] = ['title', 'date', 'lane', 'source'];

/** What is printed, and the exit code. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

export interface Surroundings {
  readonly contentFolder: string;
  /** Address of the home page in the preview, with its closing slash. */
  readonly siteUrl: string;
  /** Asks for what the flags left open; null where nobody can be asked. */
  readonly ask: ((given: Answers, inventory: NonNullable<ReturnType<typeof inventoryFromReading>>) => Promise<Answers>) | null;
}

/** Runs the command. Never overwrites, and leaves nothing half-written. */
export async function newEvent(args: readonly string[], {contentFolder, siteUrl, ask}: Surroundings): Promise<Outcome> {
  const line = answersFromArguments(args);
  if (line.wantsHelp) return {code: 0, output: helpText()};

  const reading = await readContent(contentFolder);
  const inventory = inventoryFromReading(reading);
  if (inventory === null) {
    const cause = reading.problems.find(({file, rule}) => file.endsWith('/story.yaml') || rule === 'no-content');
    return {
      code: 1,
      output: [
        ...(cause ? [printProblem(cause), ''] : []),
        'An event needs the lanes of story.yaml, which cannot be read. Nothing was written.',
      ].join('\n'),
    };
  }

  const isOpen = NEEDED.some(
    (name) => line.answers[name] === undefined && !(name === 'source' && line.answers['source-headline'] !== undefined),
  );
  const answers = isOpen && ask !== null && line.complaints.length === 0 ? await ask(line.answers, inventory) : line.answers;
  const planned = planFromAnswers(answers, inventory);
  // A mistyped flag leaves its answer out; that it is missing too need not be said.
  const mistyped = new Set(line.complaints.map(({fix, flag}) => flag || (/`--([\w-]+)`\?/.exec(fix)?.[1] ?? '')));
  const complaints = [
    ...line.complaints,
    ...planned.complaints.filter(({flag, what}) => !(mistyped.has(flag) && what.endsWith('is missing.'))),
  ];
  if (planned.plan === null || complaints.length > 0) {
    const count = `${complaints.length} ${complaints.length === 1 ? 'problem' : 'problems'}. Nothing was written.`;
    return {code: 2, output: [...complaints.map((complaint) => `${printComplaint(complaint)}\n`), count].join('\n')};
  }
  return write(planned.plan, contentFolder, siteUrl);
}

async function write({id, event, source, notes}: Plan, contentFolder: string, siteUrl: string): Promise<Outcome> {
  const eventPath = `events/${id}.mdx`;
  const files = [
    ...(source ? [{path: `sources/${source.id}.yaml`, text: sourceFileText(source.fields)}] : []),
    {path: eventPath, text: eventFileText(event)},
  ];
  const written: string[] = [];
  const takeBack = () => Promise.all(written.map((path) => rm(path)));
  for (const {path, text} of files) {
    const whole = join(contentFolder, path);
    await mkdir(dirname(whole), {recursive: true});
    try {
      await writeFile(whole, text, {flag: 'wx'});
    } catch (error) {
      await takeBack();
      if (!(error instanceof Error && 'code' in error)) throw error;
      const why = error.code === 'EEXIST' ? 'There is such a file already' : `It cannot be written (${String(error.code)})`;
      return {code: 1, output: `${shownPath(whole)}\n  ${why}. Nothing was written.`};
    }
    written.push(whole);
  }

  // The check has the last word on what it will be asked about next.
  const {problems} = await readContent(contentFolder);
  const own = problems.filter(({file}) => files.some(({path}) => file === `${basename(resolve(contentFolder))}/${path}`));
  if (own.some(({severity}) => severity === 'error')) {
    await takeBack();
    return {code: 1, output: [...own.map((problem) => `${printProblem(problem)}\n`), 'Nothing was written.'].join('\n')};
  }
  return {
    code: 0,
    output: [
      ...own.map((problem) => `${printProblem(problem)}\n`),
      ...written.map((path) => `Wrote ${shownPath(path)}`),
      ...notes.map((sentence) => `  ${sentence}`),
      '',
      `See it at ${siteUrl}events/${id}/ while \`npm run dev\` is running.`,
      'It passes `npm run check` as it is.',
    ].join('\n'),
  };
}

function shownPath(path: string): string {
  return relative(process.cwd(), path) || path;
}

async function run(): Promise<void> {
  const contentFolder = process.env['CONTENT_DIR'] || 'content';
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const outcome = await newEvent(process.argv.slice(2), {
    contentFolder,
    siteUrl: `http://localhost:${process.env['PORT'] || 4321}${baseFromText(process.env['BASE'])}`,
    ask: isTerminal ? async (given, inventory) => (await import('./new/ask.ts')).askForAnswers(given, inventory) : null,
  });
  process[outcome.code === 0 ? 'stdout' : 'stderr'].write(`${outcome.output}\n`);
  process.exitCode = outcome.code;
  // The editors' schemas offer the ids of this project's own content.
  if (outcome.code === 0 && resolve(contentFolder) === resolve('content') && existsSync('.schemas'))
    await writeSchemas(contentFolder, '.schemas');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ExitPromptError')) throw error;
    process.stderr.write('Nothing was written.\n');
    process.exitCode = 130;
  }
}
