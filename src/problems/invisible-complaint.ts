import {firstInvisible, withoutInvisible} from './invisible-characters.ts';
import {shown} from './quoted.ts';
import {lineRange} from './source-text.ts';
import type {Complaint} from './problem.ts';
import type {Range, SourceText} from './source-text.ts';

/** Longest line that is worth pasting. */
const LINE_MAX = 200;

/**
 * What is wrong with a value that holds an invisible character, as it is or as an escape such as `\u200B` or `&#8203;`;
 * null where it holds none.
 *
 * @param range - Where the value is in its file.
 */
export function invisibleComplaint(
  source: SourceText,
  value: string,
  range: Range,
): {readonly range: Range; readonly complaint: Complaint} | null {
  const odd = firstInvisible(value);
  if (!odd) return null;
  const within = source.text.slice(...range).indexOf(value[odd.at] ?? '');
  const at = range[0] + Math.max(0, within);
  const line = source.text.slice(...lineRange(source, at));
  return {
    range: within === -1 ? range : [at, at + odd.length],
    complaint: {
      rule: 'invisible-character',
      what: `\`${shown(value.slice(Math.max(0, odd.at - 24), odd.at + 24))}\` holds ${odd.name}.`,
      why: odd.isLost ? 'Readers would see a black box in its place.' : 'Nobody sees it, and it breaks searching, sorting and copying.',
      fix: odd.isLost ? 'Write the letter that was there, and save the file in UTF-8.' : 'Delete it; retyping the text is the safest fix.',
      example: firstInvisible(line) && !odd.isLost && line.length < LINE_MAX ? withoutInvisible(line) : '',
    },
  };
}
