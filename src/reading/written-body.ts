/** Where the nodes of a body are in its file, and how they are written there. */
import type {Range, SourceText} from '../problems/source-text.ts';
import {tagLength} from './mdx-errors.ts';
import type {TreeNode} from './mdx-tree.ts';
import {escaped} from './unknown-element.ts';

export interface WrittenBody {
  readonly source: SourceText;
  rangeOf(node: TreeNode): Range;
  /** The opening tag alone: a whole element may be many lines. */
  tagRange(node: TreeNode): Range;
  attributeRange(node: TreeNode, name: string): Range;
  /** A node as written. */
  textOf(node: TreeNode): string;
  /** The opening tag as written. */
  tagOf(node: TreeNode): string;
}

/** @param from - Where the body begins in its file. */
export function writtenBody(source: SourceText, from: number): WrittenBody {
  const textIn = (range: Range) => source.text.slice(...range);
  const rangeOf = (node: TreeNode): Range => [
    from + (node.position?.start.offset ?? 0),
    from + (node.position?.end.offset ?? node.position?.start.offset ?? 0),
  ];
  const tagRange = (node: TreeNode): Range => {
    const [start, end] = rangeOf(node);
    const inner = node.children?.[0];
    const length = inner ? textIn([start, rangeOf(inner)[0]]).trimEnd().length : tagLength(textIn([start, end]));
    return [start, start + Math.max(1, length)];
  };
  const attributeRange = (node: TreeNode, name: string): Range => {
    const [start, end] = tagRange(node);
    const found = new RegExp(`\\s(${escaped(name)})(?:\\s*=\\s*(?:"[^"]*"|'[^']*'|\\{[^}]*\\}))?`).exec(textIn([start, end]));
    return found ? [start + found.index + 1, start + found.index + found[0].length] : [start, end];
  };
  return {
    source,
    rangeOf,
    tagRange,
    attributeRange,
    textOf: (node) => textIn(rangeOf(node)),
    tagOf: (node) => textIn(tagRange(node)),
  };
}
