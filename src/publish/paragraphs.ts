import {treeOf} from '../reading/mdx-tree.ts';
import type {TreeNode} from '../reading/mdx-tree.ts';
import type {Content, EventEntry} from '../schema/content.ts';
import {entryById} from '../story/lookup.ts';

/**
 * The text of an event for programs that know nothing of its components: one string for each paragraph, without markup.
 *
 * Quotations have their marks, a disagreement is one paragraph with its versions side by side, a big figure another;
 * the numbers of sources are left out.
 */
export function paragraphsOf({body}: EventEntry, content: Content): string[] {
  // The content check has read this body already and found nothing wrong in it.
  const tree = treeOf(body, 0, (_range, {what}) => {
    throw new Error(`a body that was checked cannot be read: ${what}`);
  });
  return (tree?.children ?? [])
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
      return `${attribute(node, 'question')} ${positions(node)
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
  const by = attribute(node, 'by')
    .split(/\s+/)
    .filter(Boolean)
    .map((id) => entryById(content.actors, id).name)
    .join(', ');
  const sentence = tidy((node.children ?? []).map((child) => inline(child, content)).join(' '));
  return tidy(`${attribute(node, 'says')}${by === '' ? '' : ` (${by})`}. ${sentence}`);
}

function positions(node: TreeNode): TreeNode[] {
  return (node.children ?? []).flatMap((child) =>
    child.name === 'Position' ? [child] : child.type === 'paragraph' ? positions(child) : [],
  );
}

function attribute(node: TreeNode, name: string): string {
  const value = node.attributes?.find((candidate) => candidate.name === name)?.value;
  return typeof value === 'string' ? value : '';
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
