import {codeFrame} from './print-problems.ts';
import type {Problem} from './problem.ts';

export interface FrameLine {
  readonly number: number;
  /** The line around what offends; all of it is in `before` where nothing does. */
  readonly before: string;
  readonly offending: string;
  readonly after: string;
  /** Whether the problem is on this line. */
  readonly isMarked: boolean;
}

/** The code frame that `check` prints, line by line; what its carets point at is marked in the line. */
export function frameLines(problem: Problem): FrameLine[] {
  const parts = codeFrame(problem).map((line) => {
    const [, mark, number, text = ''] = /^(.) *(\d*) \| ?(.*)$/.exec(line) ?? [];
    return {number: Number(number), text, isMarked: mark === '>', isCarets: number === ''};
  });
  const carets = parts.find(({isCarets}) => isCarets)?.text ?? '';
  const from = carets.indexOf('^');
  return parts
    .filter(({isCarets}) => !isCarets)
    .map(({number, text, isMarked}) => ({
      number,
      isMarked,
      before: isMarked ? text.slice(0, from) : text,
      offending: isMarked ? text.slice(from, carets.length) : '',
      after: isMarked ? text.slice(carets.length) : '',
    }));
}
