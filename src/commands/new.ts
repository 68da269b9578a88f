/**
 * `npm run new`: asks about a new event and writes its file, and that of its source where it is new.
 *
 * With `--title`, `--date`, `--lane` and `--source` it asks nothing. The content check reads the files before they are
 * written; nothing is ever overwritten.
 * Exit code 1 where nothing was written, 2 where the command was mistyped, 130 where the writer left.
 */
import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {printParts, printProblem} from '../problems/print-problems.ts';
import type {PartProblem} from '../problems/problem.ts';
import {readContent} from '../reading/read-content.ts';
import type {FieldsMemory} from '../reading/read-content.ts';
import {baseFromText} from '../story/base.ts';
import {checkPlan} from './check-plan.ts';
import {inventoryFromReading} from './inventory.ts';
import type {Inventory} from './inventory.ts';
import {missingOf, problemsOfAnswers} from './new/answers.ts';
import {answersFromArguments, FLAGS, helpText} from './new/flags.ts';
import type {Answers} from './new/flags.ts';
import {planFromAnswers} from './new/plan.ts';
import {writeSchemas} from './schemas.ts';
import {shownPath, writeFiles} from './write-files.ts';

/** What a draft may have, and is refused all the same: the second source of a dispute is to be named with the first. */
const REFUSED_ADVICE: readonly string[] = ['disputed-one-source'];

/** What is printed, and the exit code. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Everything wrong with some answers, at their flags. */
export type CheckAnswers = (answers: Answers) => Promise<readonly PartProblem[]>;

export interface Surroundings {
  readonly contentFolder: string;
  /** Address of the home page in the preview, with its closing slash. */
  readonly siteUrl: string;
  /** Asks for what the flags left open; null where nobody can be asked. */
  readonly ask: ((given: Answers, inventory: Inventory, check: CheckAnswers) => Promise<Answers>) | null;
}

/** Runs the command. Never overwrites, and leaves nothing half-written. */
export async function newEvent(args: readonly string[], {contentFolder, siteUrl, ask}: Surroundings): Promise<Outcome> {
  const line = answersFromArguments(args);
  if (line.wantsHelp) return {code: 0, output: helpText()};

  const memory: FieldsMemory = new Map();
  const reading = await readContent(contentFolder, memory);
  const inventory = inventoryFromReading(reading);
  if (inventory === null) {
    const cause = reading.problems.find(({file, rule}) => file.endsWith('/story.yaml') || rule === 'no-content');
    const why = 'An event needs the lanes of story.yaml, which cannot be read. Nothing was written.';
    return {code: 1, output: [...(cause ? [printProblem(cause), ''] : []), why].join('\n')};
  }

  const command = {flags: FLAGS, contentFolder, memory, refusedAdvice: REFUSED_ADVICE};
  const look = async (given: Answers) => {
    const plan = planFromAnswers(given, inventory);
    const checked = await checkPlan(plan.files, {...given}, command);
    return {plan, ...checked, problems: [...problemsOfAnswers(given, inventory), ...checked.flagged]};
  };
  const isOpen = missingOf(line.answers).length > 0 && line.problems.length === 0;
  const answers = isOpen && ask !== null ? await ask(line.answers, inventory, async (given) => (await look(given)).problems) : line.answers;

  const {plan, problems: found, others, advice} = await look(answers);
  const problems = [...line.problems, ...withoutMistyped(found, line.problems)];
  if (problems.length > 0) return {code: 2, output: printParts(problems, 'npm run new')};
  if (others.length > 0)
    return {code: 1, output: [...others.map((problem) => `${printProblem(problem)}\n`), 'Nothing was written.'].join('\n')};

  const refused = await writeFiles(plan.files, contentFolder);
  if (refused !== null) return {code: 1, output: refused};
  return {
    code: 0,
    output: [
      ...advice.map((problem) => `${printProblem(problem)}\n`),
      ...plan.files.map(({path}) => `Wrote ${shownPath(join(contentFolder, path))}`),
      ...plan.notes.map((sentence) => `  ${sentence}`),
      '',
      `See it at ${siteUrl}events/${plan.id}/ while \`npm run dev\` is running.`,
      'It passes `npm run check` as it is.',
    ].join('\n'),
  };
}

/** A mistyped flag leaves its answer out; that it is missing too need not be said. */
function withoutMistyped(problems: readonly PartProblem[], ofLine: readonly PartProblem[]): PartProblem[] {
  const mistyped = new Set(ofLine.map(({fix, place}) => place || (/`(--[\w-]+)`\?/.exec(fix)?.[1] ?? '')));
  return problems.filter(({place, what}) => !(mistyped.has(place) && what.endsWith('is missing.')));
}

async function run(): Promise<void> {
  const contentFolder = process.env['CONTENT_DIR'] || 'content';
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const outcome = await newEvent(process.argv.slice(2), {
    contentFolder,
    siteUrl: `http://localhost:${process.env['PORT'] || 4321}${baseFromText(process.env['BASE'])}`,
    ask: isTerminal ? async (given, inventory, check) => (await import('./new/ask.ts')).askForAnswers(given, inventory, check) : null,
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
