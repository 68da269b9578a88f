/** The YAML of one file while it is read, and what has been found wrong with it so far. */
import type {Node, Scalar} from 'yaml';
import {shown} from '../problems/quoted.ts';
import {lineRange, placeOf} from '../problems/source-text.ts';
import type {Range, Report, SourceText} from '../problems/source-text.ts';

export interface YamlPart {
  readonly source: SourceText;
  /** Where the YAML begins in its file. */
  readonly from: number;
  readonly text: string;
  readonly report: Report;
  /** The lines on which a mistake in the YAML itself has been reported. */
  readonly reportedLines: Set<number>;
  /** Becomes false where something cannot be read. */
  isWhole: boolean;
  /** Becomes true once something nested too deep has been reported. */
  isTooDeep: boolean;
}

/** Records that a mistake has been reported on the line of an offset. */
export function markReported({source, reportedLines}: YamlPart, offset: number): void {
  reportedLines.add(placeOf(source, offset).line);
}

export function isReported({source, reportedLines}: YamlPart, offset: number): boolean {
  return reportedLines.has(placeOf(source, offset).line);
}

/** The range of a node in its file. */
export function rangeOfNode({from}: YamlPart, node: Node | null | undefined, fallback: Range): Range {
  return node?.range ? [from + node.range[0], from + Math.max(node.range[0], node.range[1])] : fallback;
}

/** The name of a field as written: `1969` is a name too. */
export function fieldName(key: Scalar): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? '');
}

export function reportTooDeep(source: SourceText, at: number, report: Report): void {
  report(lineRange(source, at), {
    rule: 'too-deep',
    what: `\`${shown(source.text.slice(...lineRange(source, at)))}\` contains lists in lists in lists.`,
    why: 'No field goes deeper than a list of groups.',
    fix: 'Check the brackets, the hyphens and the indentation.',
    example: 'actors: [neil-armstrong, buzz-aldrin]',
  });
}
