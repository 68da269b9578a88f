/** Planned files as the content check reads them, beside the files that are there. */
import {basename, resolve} from 'node:path';
import type {PartProblem, Problem} from '../problems/problem.ts';
import type {PlannedFile} from '../reading/list-files.ts';
import {readContent} from '../reading/read-content.ts';
import type {FieldsMemory} from '../reading/read-content.ts';
import type {Flag} from './flags.ts';
import {problemInFlags} from './in-flags.ts';

/** Every problem of planned files; nothing is written. */
export async function problemsOfPlanned(
  files: readonly PlannedFile[],
  contentFolder: string,
  memory?: FieldsMemory,
): Promise<{readonly problem: Problem; readonly file: PlannedFile}[]> {
  const {problems} = await readContent(contentFolder, memory, files);
  const name = basename(resolve(contentFolder));
  return problems.flatMap((problem) => {
    const file = files.find(({path}) => problem.file === `${name}/${path}`);
    return file ? [{problem, file}] : [];
  });
}

export interface CheckedPlan {
  /** At the flags that gave the fields, in the order of the flags. */
  readonly flagged: readonly PartProblem[];
  /** Errors that no flag gave. */
  readonly others: readonly Problem[];
  readonly advice: readonly Problem[];
}

export interface Command {
  readonly flags: Readonly<Record<string, Flag>>;
  readonly contentFolder: string;
  /** What the folder said before; it spares most of a reading. */
  readonly memory: FieldsMemory;
  /** Rules whose advice is refused like an error. */
  readonly refusedAdvice: readonly string[];
}

/** The problems of planned files, each at the flag that gave its field. */
export async function checkPlan(
  files: readonly PlannedFile[],
  answers: Readonly<Record<string, unknown>>,
  {flags, contentFolder, memory, refusedAdvice}: Command,
): Promise<CheckedPlan> {
  const flagged = new Map<string, PartProblem>();
  const others: Problem[] = [];
  const advice: Problem[] = [];
  for (const {problem, file} of await problemsOfPlanned(files, contentFolder, memory)) {
    if (problem.severity === 'advice' && !refusedAdvice.includes(problem.rule)) {
      advice.push(problem);
      continue;
    }
    const found = problemInFlags(problem, {...file, answers, flags});
    // An unknown source is named among the sources and cited in the text.
    const key = found && `${found.place} ${problem.rule} ${found.what.replace(/^.* names /, '')}`;
    if (!key) others.push(problem);
    else if (!flagged.has(key)) flagged.set(key, found);
  }
  const order = Object.keys(flags).map((flag) => `--${flag}`);
  return {flagged: [...flagged.values()].sort((a, b) => order.indexOf(a.place) - order.indexOf(b.place)), others, advice};
}
