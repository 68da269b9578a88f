import {tidied, wordsOf} from '../reading/body-words.ts';
import {treeOf} from '../reading/mdx-tree.ts';
import type {TreeNode} from '../reading/mdx-tree.ts';
import type {Content, EventEntry} from '../schema/content.ts';
import {entryById} from '../story/lookup.ts';

/**
 * The text of an event for programs that know nothing of its components: one string for each paragraph, without markup.
 *
 * Each component says here what it says to search: quotations have their marks, a disagreement is one paragraph with
 * its versions side by side, a big figure another; the numbers of sources are left out.
 */
export function paragraphsOf({body}: EventEntry, content: Content): string[] {
  // The content check has read this body already and found nothing wrong in it.
  const tree = treeOf(body, 0, (_range, {what}) => {
    throw new Error(`a body that was checked cannot be read: ${what}`);
  });
  const words = (node: TreeNode) => wordsOf(node, (id) => entryById(content.actors, id).name);
  return (tree?.children ?? [])
    .flatMap((node) => blocks(node, words))
    .map(tidied)
    .filter((paragraph) => paragraph !== '');
}

/** Items, rows and quoted paragraphs each by themselves. */
function blocks(node: TreeNode, words: (node: TreeNode) => string): string[] {
  const within = () => (node.children ?? []).flatMap((child) => blocks(child, words));
  switch (node.type) {
    case 'list':
    case 'blockquote':
    case 'table':
      return within();
    case 'listItem':
      return [`• ${within().join(' ')}`];
    case 'tableRow':
      return [(node.children ?? []).map(words).join(' · ')];
    default:
      return [words(node)];
  }
}
