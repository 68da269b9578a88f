/** The tree of a body, read past every mistake in it, so that one does not hide the next. */
import {mdxToMdast} from 'satteri';
import type {Report} from '../problems/source-text.ts';
import {offsetOf, reportSyntax} from './mdx-errors.ts';

/** The parts of Sätteri's tree that are used here. */
export interface TreeNode {
  readonly type: string;
  readonly children?: readonly TreeNode[];
  readonly value?: string;
  readonly name?: string | null;
  readonly url?: string;
  readonly alt?: string | null;
  /** Of a definition and of what refers to it. */
  readonly identifier?: string;
  readonly depth?: number;
  /** Of a list. */
  readonly ordered?: boolean | null;
  readonly lang?: string | null;
  readonly attributes?: readonly {readonly type: string; readonly name?: string; readonly value?: unknown}[];
  readonly position?: {readonly start: {readonly offset?: number}; readonly end: {readonly offset?: number}};
}

export function isElement(node: TreeNode): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** An attribute as written; empty if it is missing or holds only program code. */
export function textAttribute(node: TreeNode, name: string): string {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : '';
}

/** The components between the tags of another one. */
export function elementsIn(node: TreeNode): TreeNode[] {
  return (node.children ?? []).flatMap((child) => (isElement(child) ? [child] : child.type === 'paragraph' ? elementsIn(child) : []));
}

/**
 * The tree of a body. Where the parser gives up, the spot is reported, blanked and read again, so that one mistake
 * does not hide the next. Blanks keep every offset as it was.
 */
export function treeOf(body: string, from: number, report: Report): TreeNode | null {
  let text = body;
  // Each round blanks at least one character; more mistakes than this in one file are reported once the first are fixed.
  for (let round = 0; round < 60; round++) {
    try {
      return mdxToMdast(text) as TreeNode;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const place = /^(\d+):(\d+): /.exec(message);
      const at = place ? offsetOf(text, Number(place[1]), Number(place[2])) : 0;
      const blanked = reportSyntax(text, from, at, message.replace(/^\d+:\d+: /, ''), report);
      if (blanked === text) return null;
      text = blanked;
    }
  }
  return null;
}
