import type {TreeNode} from '../reading/mdx-tree.ts';
import type {Content, EventEntry} from '../schema/content.ts';
import {entryById} from '../story/lookup.ts';
import {attribute, bodyTree, idsIn, positionsIn, tidy} from './body-tree.ts';

/**
 * The text of an event for programs that know nothing of its components: one string for each paragraph, without markup.
 *
 * Quotations have their marks, a disagreement is one paragraph with its versions side by side, a big figure another;
 * the numbers of sources are left out.
 */
export function paragraphsOf(event: EventEntry, content: Content): string[] {
  return bodyTree(event)
    .flatMap((node) => blocks(node, content))
    .map(tidy)
    .filter((words) => words !== '');
}

function blocks(node: TreeNode, content: Content): string[] {
  switch (node.type) {
    case 'list':
    case 'blockquote':
    case 'table':
      return (node.children ?? []).flatMap((child) => blocks(child, content));
    case 'listItem':
      return [`• ${(node.children ?? []).flatMap((child) => blocks(child, content)).join(' ')}`];
    case 'tableRow':
      return [(node.children ?? []).map((child) => inline(child, content)).join(' · ')];
    default:
      return [inline(node, content)];
  }
}

function inline(node: TreeNode, content: Content): string {
  const within = () => (node.children ?? []).map((child) => inline(child, content)).join('');
  switch (node.name) {
    case 'Cite':
      return '';
    case 'Quote':
      return `“${within().trim()}”`;
    case 'Actor':
      return within() || entryById(content.actors, attribute(node, 'id')).name;
    case 'BigFigure':
      return `${attribute(node, 'value')}: ${attribute(node, 'note')}`;
    case 'Disagreement':
      return `${attribute(node, 'question')} ${positionsIn(node)
        .map((position) => version(position, content))
        .join(' ')}`;
  }
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value ?? '';
  return within();
}

/** "One small step (Neil Armstrong)." with the sentence that explains it. */
function version(node: TreeNode, content: Content): string {
  const by = idsIn(node, 'by')
    .map((id) => entryById(content.actors, id).name)
    .join(', ');
  const sentence = tidy((node.children ?? []).map((child) => inline(child, content)).join(' '));
  return tidy(`${attribute(node, 'says')}${by === '' ? '' : ` (${by})`}. ${sentence}`);
}
