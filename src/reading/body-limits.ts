/** How much of a body is read: what goes on and on would take the reader with it. */
import {shown} from '../problems/quoted.ts';
import {lineRange} from '../problems/source-text.ts';
import type {Report, SourceText} from '../problems/source-text.ts';
import type {TreeNode} from './mdx-tree.ts';

/** No entry comes near it, and a reader that is given more stops being quick. */
const BODY_MAX = 100_000;
const MAX_DEPTH = 60;

/** Reports a body that is longer or deeper than any entry's; true if it is. */
export function isTooMuch(source: SourceText, body: string, from: number, report: Report): boolean {
  if (body.length > BODY_MAX) {
    const start = from + (body.length - body.trimStart().length);
    report(lineRange(source, start), {
      rule: 'body-too-long',
      what: `The text has ${body.length} characters; at most ${BODY_MAX} are read.`,
      why: 'An entry is one to four sentences; this is a book.',
      fix: 'Describe the event in a few sentences, and link to the rest.',
      example: '',
    });
    return true;
  }
  const nested = /^(?:[ \t]*(?:>|[-*+] |\d+[.)] )){20,}|\{{20,}/m.exec(body);
  if (nested) {
    reportDeep(from + nested.index, source, report);
    return true;
  }
  return false;
}

function reportDeep(at: number, source: SourceText, report: Report): void {
  report(lineRange(source, at), {
    rule: 'too-deep',
    what: `\`${shown(source.text.slice(...lineRange(source, at)))}\` is nested too deep.`,
    why: 'No screen shows that many levels, and no reader follows them.',
    fix: 'Remove markers at the start of the line, or tags around the words.',
    example: '',
  });
}

/** The tree, unless its branches go on and on: walking it would never end. */
export function shallowTree(tree: TreeNode | null, from: number, report: Report): TreeNode | null {
  let level: readonly TreeNode[] = tree?.children ?? [];
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level;
    if (depth > MAX_DEPTH) {
      const at = from + (first?.position?.start.offset ?? 0);
      report([at, at], {
        rule: 'too-deep',
        what: 'The text is nested too deep here.',
        why: 'No screen shows that many levels, and no reader follows them.',
        fix: 'Remove markers at the start of the line, or tags around the words.',
        example: '',
      });
      return null;
    }
    level = level.flatMap(({children}) => children ?? []);
  }
  return tree;
}
