import type {Problem} from './problem.ts';

/** "1 day", "2 days". */
export function countedWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "2 problems in 1 file". */
export function problemsInWords(problems: readonly Pick<Problem, 'file'>[]): string {
  return `${countedWords(problems.length, 'problem')} in ${countedWords(new Set(problems.map(({file}) => file)).size, 'file')}`;
}
