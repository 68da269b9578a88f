/**
 * `npm run import -- FILE`: writes the events of another timeline as files into the content folder.
 *
 * It reads TimelineJS 3 (JSON, or its spreadsheet as CSV), Markwhen and our own timeline.csv, and reports on every
 * event and field. Nothing is ever overwritten, and nothing is written where something in the file is wrong, unless
 * `--skip` says to leave that out. Exit code 1 where nothing was written, 2 where the command was mistyped.
 */
import {cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {existsSync, readdirSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {withInvisibleNamed} from '../problems/invisible-characters.ts';
import {printProblem} from '../problems/print-problems.ts';
import type {Problem} from '../problems/problem.ts';
import {readContent} from '../reading/read-content.ts';
import {choicesFromArguments, helpText} from './import/flags.ts';
import type {WrittenFile} from './import/new-story.ts';
import {planImport} from './import/plan.ts';
import {readImportFile} from './import/read-file.ts';
import {printReport, printTroubles} from './import/report.ts';
import {zoneFromText} from './import/zone.ts';
import {inventoryFromReading} from './new/answers.ts';
import type {Inventory} from './new/answers.ts';
import {printComplaint} from './new/flags.ts';
import {writeSchemas} from './schemas.ts';

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
  if (line.complaints.length > 0 || line.file === null)
    return mistyped(line.complaints.map((complaint) => printComplaint(complaint, COMMAND)));

  const fileName = /^https?:/i.test(line.file) ? line.file : basename(line.file);
  const inventory = await shelfOf(contentFolder);
  if (typeof inventory === 'string') return {code: 1, output: inventory};

  const zone = line.choices.zone === undefined ? null : zoneFromText(line.choices.zone);
  const found = await readImportFile(line.file, zone);
  const {plan, troubles, complaints} = planImport(found, line.choices, {fileName, inventory: inventory.inventory, today});
  if (complaints.length > 0) return mistyped(complaints.map((complaint) => printComplaint(complaint, COMMAND)));
  if (plan === null)
    return {code: 1, output: forTerminal(printTroubles(troubles, fileName, found.events.length > 0 && line.choices.skip !== true))};

  const isDryRun = line.choices['dry-run'] === true;
  const errors = await problemsOf(plan.files, contentFolder);
  if (errors.length > 0)
    return {
      code: 1,
      output: [
        ...errors.map((problem) => `${printProblem(problem)}\n`),
        `${fileName} would give files that the check refuses. Nothing was written.`,
      ].join('\n'),
    };
  const output = forTerminal(printReport(found, plan, {fileName, folder: contentFolder.replace(/\/$/, ''), isDryRun}));
  if (plan.events.length === 0) return {code: 1, output};
  if (isDryRun) return {code: 0, output: `${output}\n\nNothing was written: this was a dry run.`};
  const refused = await writeAll(plan.files, contentFolder);
  return refused === null ? {code: 0, output} : {code: 1, output: refused};
}

/** Text of an unknown file may hold signs that a terminal obeys. */
function forTerminal(text: string): string {
  return text.split('\n').map(withInvisibleNamed).join('\n');
}

function mistyped(complaints: readonly string[]): Outcome {
  return {
    code: 2,
    output: [
      ...complaints.map((complaint) => `${complaint}\n`),
      `${complaints.length} ${complaints.length === 1 ? 'problem' : 'problems'}. Nothing was written.`,
    ].join('\n'),
  };
}

/** What the folder holds; no inventory where it has no story and may get one; a message where its story cannot be read. */
async function shelfOf(contentFolder: string): Promise<{readonly inventory: Inventory | null} | string> {
  if (!existsSync(contentFolder) || readdirSync(contentFolder).length === 0) return {inventory: null};
  const reading = await readContent(contentFolder);
  const inventory = inventoryFromReading(reading);
  if (inventory !== null) return {inventory};
  const cause = reading.problems.find(({file, rule}) => file.endsWith('/story.yaml') || rule === 'no-content');
  return [
    ...(cause ? [printProblem(cause), ''] : []),
    'Events need the lanes of story.yaml, which cannot be read; only an empty folder gets a story of its own. Nothing was written.',
  ].join('\n');
}

/** What the check would find wrong with the files, beside those that are there. */
async function problemsOf(files: readonly WrittenFile[], contentFolder: string): Promise<Problem[]> {
  const name = basename(resolve(contentFolder));
  const parent = await mkdtemp(join(tmpdir(), 'import-'));
  try {
    const folder = join(parent, name);
    if (existsSync(contentFolder)) await cp(contentFolder, folder, {recursive: true});
    for (const {path, text} of files) {
      await mkdir(dirname(join(folder, path)), {recursive: true});
      await writeFile(join(folder, path), text);
    }
    const {problems} = await readContent(folder);
    return problems.filter(({file, severity}) => severity === 'error' && files.some(({path}) => file === `${name}/${path}`));
  } finally {
    await rm(parent, {recursive: true});
  }
}

/** Writes all files or none. A message where one of them is there already or cannot be written. */
async function writeAll(files: readonly WrittenFile[], contentFolder: string): Promise<string | null> {
  const written: string[] = [];
  for (const {path, text} of files) {
    const whole = join(contentFolder, path);
    try {
      await mkdir(dirname(whole), {recursive: true});
      await writeFile(whole, text, {flag: 'wx'});
    } catch (error) {
      await Promise.all(written.map((other) => rm(other)));
      if (!(error instanceof Error && 'code' in error)) throw error;
      const why = error.code === 'EEXIST' ? 'There is such a file already' : `It cannot be written (${String(error.code)})`;
      return `${relative(process.cwd(), whole) || whole}\n  ${why}. Nothing was written.`;
    }
    written.push(whole);
  }
  return null;
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
