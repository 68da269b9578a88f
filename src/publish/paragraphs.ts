import {tidied, wordsOf} from '../reading/body-words.ts';
import type {TreeNode} from '../reading/mdx-tree.ts';
import type {Content, EventEntry} from '../schema/content.ts';
import {entryById} from '../story/lookup.ts';
import {bodyTree} from './body-tree.ts';

/**
 * The text of an event for programs that know nothing of its components: one string for each paragraph, without markup.
 *
 * Each component says here what it says to search: quotations have their marks, a disagreement is one paragraph with
 * its versions side by side, a big figure another; the numbers of sources are left out.
 */
export function paragraphsOf(event: EventEntry, content: Content): string[] {
  const words = (node: TreeNode) => wordsOf(node, (id) => entryById(content.actors, id).name);
  return bodyTree(event)
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
