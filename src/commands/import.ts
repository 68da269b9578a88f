/**
 * `npm run import -- FILE`: writes the events of another timeline as files into the content folder.
 *
 * It reads the formats of `formats.ts`, and reports on every event and field. Nothing is ever overwritten, and nothing is
 * written if something in the file is wrong, unless `--skip` says to leave that out. Exit code 1 means that nothing was
 * written, 2 that the command was mistyped.
 */
import {existsSync, readdirSync} from 'node:fs';
import {basename, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {withInvisibleNamed} from '../problems/invisible-characters.ts';
import {printParts, printProblem} from '../problems/print-problems.ts';
import {readContent} from '../reading/read-content.ts';
import type {FieldsMemory} from '../reading/read-content.ts';
import {checkPlan, problemsOfPlanned} from './check-plan.ts';
import {choicesFromArguments, FLAGS, helpText} from './import/flags.ts';
import {planImport} from './import/plan.ts';
import type {CheckAnswers} from './import/plan.ts';
import {readImportFile} from './import/read-file.ts';
import {printReport} from './import/report.ts';
import {zoneFromText} from './import/zone.ts';
import {inventoryFromReading} from './inventory.ts';
import type {Inventory} from './inventory.ts';
import {planFromAnswers} from './new/plan.ts';
import {writeSchemas} from './schemas.ts';
import {writeFiles} from './write-files.ts';

const COMMAND = 'npm run import';

/** What is printed, and the exit code. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

export interface Surroundings {
  readonly contentFolder: string;
  /** The day of the import, `YYYY-MM-DD`: a new story was last changed then. */
  readonly today: string;
}

/** Runs the command. Never overwrites, and leaves nothing half-written. */
export async function importTimeline(args: readonly string[], {contentFolder, today}: Surroundings): Promise<Outcome> {
  const line = choicesFromArguments(args);
  if (line.wantsHelp) return {code: 0, output: helpText()};
  if (line.problems.length > 0 || line.file === null) return {code: 2, output: printParts(line.problems, COMMAND)};

  const fileName = /^https?:/i.test(line.file) ? line.file : basename(line.file);
  const memory: FieldsMemory = new Map();
  const inventory = await inventoryOf(contentFolder, memory);
  if (typeof inventory === 'string') return {code: 1, output: inventory};

  const zone = line.choices.zone === undefined ? null : zoneFromText(line.choices.zone);
  const found = await readImportFile(line.file, zone);
  const command = {flags: FLAGS, contentFolder, memory, refusedAdvice: []};
  const check: CheckAnswers = async (answers, story, beside) => {
    const {files} = planFromAnswers(answers, story);
    return (await checkPlan([...beside, ...files], {...answers}, command)).flagged;
  };
  const {plan, troubles, mistyped} = await planImport(found, line.choices, {fileName, today, ...inventory}, check);
  if (mistyped.length > 0) return {code: 2, output: printParts(mistyped, COMMAND)};
  if (plan === null) {
    const canSkip = found.events.length > 0 && line.choices.skip !== true;
    const skip = canSkip ? ' `--skip` leaves them out and writes the rest.' : '';
    return {code: 1, output: forTerminal(`${printParts(troubles, fileName)}${skip}`)};
  }

  const isDryRun = line.choices['dry-run'] === true;
  const read = await problemsOfPlanned(plan.files, contentFolder, memory);
  const errors = read.filter(({problem}) => problem.severity === 'error');
  if (errors.length > 0)
    return {
      code: 1,
      output: [
        ...errors.map(({problem}) => `${printProblem(problem)}\n`),
        `${fileName} would give files that the check refuses. Nothing was written.`,
      ].join('\n'),
    };
  const output = forTerminal(printReport(found, plan, {fileName, folder: contentFolder.replace(/\/$/, ''), isDryRun}));
  if (plan.events.length === 0) return {code: 1, output};
  if (isDryRun) return {code: 0, output: `${output}\n\nNothing was written: this was a dry run.`};
  const refused = await writeFiles(plan.files, contentFolder);
  return refused === null ? {code: 0, output} : {code: 1, output: refused};
}

/** The text of an unknown file may hold control characters that a terminal obeys. */
function forTerminal(text: string): string {
  return text.split('\n').map(withInvisibleNamed).join('\n');
}

/** What the folder holds; no inventory where it has no story and may get one; a message where its story cannot be read. */
async function inventoryOf(contentFolder: string, memory: FieldsMemory): Promise<{readonly inventory: Inventory | null} | string> {
  if (!existsSync(contentFolder) || readdirSync(contentFolder).length === 0) return {inventory: null};
  const reading = await readContent(contentFolder, memory);
  const inventory = inventoryFromReading(reading);
  if (inventory !== null) return {inventory};
  const cause = reading.problems.find(({file, rule}) => file.endsWith('/story.yaml') || rule === 'no-content');
  return [
    ...(cause ? [printProblem(cause), ''] : []),
    'Events need the lanes of story.yaml, which cannot be read; only an empty folder gets a story of its own. Nothing was written.',
  ].join('\n');
}

async function run(): Promise<void> {
  const contentFolder = process.env['CONTENT_DIR'] || 'content';
  const outcome = await importTimeline(process.argv.slice(2), {contentFolder, today: new Date().toISOString().slice(0, 10)});
  process[outcome.code === 0 ? 'stdout' : 'stderr'].write(`${outcome.output}\n`);
  process.exitCode = outcome.code;
  // The editors' schemas offer the ids of this project's own content.
  if (outcome.code === 0 && resolve(contentFolder) === resolve('content') && existsSync('.schemas'))
    await writeSchemas(contentFolder, '.schemas');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run();
