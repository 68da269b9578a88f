/** The tree of a body as plain words; what a component says is written with the component. */
import {bodyComponent} from '../schema/body-components.ts';
import {isElement, textAttribute} from './mdx-tree.ts';
import type {TreeNode} from './mdx-tree.ts';

/** The name readers see for an actor. */
export type ActorName = (id: string) => string;

/** Everything a node says. */
export function wordsOf(node: TreeNode, actorName: ActorName): string {
  return wordsIn(node, actorName, () => true);
}

/** What a node says in the summary of its event. */
export function summaryWordsOf(node: TreeNode, actorName: ActorName): string {
  return wordsIn(node, actorName, (name) => bodyComponent(name)?.isInSummary !== false);
}

function wordsIn(node: TreeNode, actorName: ActorName, isSaid: (component: string) => boolean): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value ?? '';
  if (node.type === 'break') return ' ';
  if (node.type === 'image') return node.alt ?? '';
  const name = isElement(node) ? (node.name ?? '') : '';
  if (!isSaid(name)) return '';
  const inside = (node.children ?? []).map((child) => wordsIn(child, actorName, isSaid)).join(isBlockParent(node) ? ' ' : '');
  return bodyComponent(name)?.words({inside, attribute: (attribute) => textAttribute(node, attribute), actorName}) ?? inside;
}

/** Words in one line, without the spaces that an omission has left. */
export function tidied(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?])(?=\s|$)/g, '$1')
    .trim();
}

/** The first paragraph that says something, without what is shown beside the text or became known later. */
export function summaryOf(tree: TreeNode | null, actorName: ActorName): string {
  const isProse = (node: TreeNode) => node.type === 'paragraph' || (isElement(node) && bodyComponent(node.name)?.isBlock === false);
  const paragraphs = (tree?.children ?? []).filter(isProse).map((node) => summaryWordsOf(node, actorName));
  return tidied(paragraphs.find((words) => words.trim() !== '') ?? '');
}

/** Whether a node's children are blocks, which need a space between them in plain text. */
function isBlockParent(node: TreeNode): boolean {
  return (node.children ?? []).some(({type}) =>
    ['paragraph', 'list', 'listItem', 'tableRow', 'tableCell', 'blockquote', 'mdxJsxFlowElement', 'heading'].includes(type),
  );
}
