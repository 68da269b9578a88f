/** What every form of a body starts from. */
import {textAttribute, treeOf} from '../reading/mdx-tree.ts';
import type {TreeNode} from '../reading/mdx-tree.ts';
import type {EventEntry} from '../schema/content.ts';

/** The parts of a body that was checked. */
export function bodyTree({body}: Pick<EventEntry, 'body'>): readonly TreeNode[] {
  // The content check has read this body already and found nothing wrong in it.
  const tree = treeOf(body, 0, (_range, {what}) => {
    throw new Error(`a body that was checked cannot be read: ${what}`);
  });
  return tree?.children ?? [];
}

/** The versions in a disagreement. */
export function positionsIn(node: TreeNode): TreeNode[] {
  return (node.children ?? []).flatMap((child) =>
    child.name === 'Position' ? [child] : child.type === 'paragraph' ? positionsIn(child) : [],
  );
}

/** The ids in an attribute that may hold several. */
export function idsIn(node: TreeNode, name: string): string[] {
  return textAttribute(node, name).split(/\s+/).filter(Boolean);
}
