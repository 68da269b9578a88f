import type {Problem} from '../problems/problem.ts';
import type {BrokenEntry, Reading} from '../reading/reading.ts';

const KIND_WORDS: Readonly<Record<Exclude<BrokenEntry['kind'], 'story'>, string>> = {
  event: 'event',
  chapter: 'chapter',
  source: 'source',
  actor: 'actor',
  page: 'page',
};

/** A problem's file as entries name theirs: from the content folder. */
export function pathInFolder(problem: Pick<Problem, 'file'>): string {
  return problem.file.slice(problem.file.indexOf('/') + 1);
}

/** What is shown and what is not, as long as a problem is not fixed. */
export function meanwhile(problem: Problem, {content, problems, broken, files}: Reading): string {
  if (problem.severity === 'advice') return 'The entry is shown as it is.';
  if (content === null) return 'No page can be shown.';
  const path = pathInFolder(problem);
  const troubled = new Set(problems.filter(({severity}) => severity === 'error').map(({file}) => file));
  const fine = files.filter((file) => !troubled.has(file)).length;
  const others = fine === 1 ? 'The one other file is fine.' : `The other ${fine} files are fine.`;
  const entry = broken.find(({file}) => file === path);
  if (entry === undefined || entry.kind === 'story') return `${others} Nothing in this one is shown.`;
  const dependent = broken.filter(({file, because}) => file !== path && because.includes(path)).length;
  const along =
    dependent === 0 ? '' : `, and so ${dependent === 1 ? 'is the entry that refers' : `are the ${dependent} entries that refer`} to it`;
  return `${others} This ${KIND_WORDS[entry.kind]} is left out until it is fixed${along}.`;
}
