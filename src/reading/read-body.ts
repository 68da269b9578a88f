/** The prose of one file: MDX becomes plain words and facts, and everything unsafe is reported. */
import type {Range, Report, SourceText} from '../problems/source-text.ts';
import {factsIn} from './body-facts.ts';
import {isTooMuch, shallowTree} from './body-limits.ts';
import type {BodyContext, BodyReading} from './body-reading.ts';
import {summaryOf, tidied, wordsOf} from './body-words.ts';
import type {BodyCheck} from './checks/body-check.ts';
import {checkElement} from './checks/check-components.ts';
import {checkHeading, checkMarkdown, referencesIn} from './checks/check-markdown.ts';
import {isElement, treeOf} from './mdx-tree.ts';
import type {TreeNode} from './mdx-tree.ts';
import {writtenBody} from './written-body.ts';

/**
 * Reads the body between two offsets of a file. Everything wrong is reported; what can be read is returned, even
 * from a body that is broken elsewhere.
 */
export function readBody(source: SourceText, [from, to]: Range, context: BodyContext, report: Report): BodyReading {
  const {tree, isWhole} = treeBetween(source, [from, to], report);
  const body = writtenBody(source, from);
  const {actorName} = context;
  if (tree) checkTree(tree, {body, context, report, isWhole});
  return {
    ...factsIn(tree, body, actorName),
    summary: summaryOf(tree, actorName),
    text: tidied((tree?.children ?? []).map((node) => wordsOf(node, actorName)).join(' ')),
  };
}

/** The tree of a body that is not too long or too deep, and whether nothing in it stopped the parser. */
function treeBetween(source: SourceText, [from, to]: Range, report: Report): {readonly tree: TreeNode | null; readonly isWhole: boolean} {
  const text = source.text.slice(from, to);
  if (isTooMuch(source, text, from, report)) return {tree: null, isWhole: true};
  let isWhole = true;
  const tree = treeOf(text, from, (range, complaint) => {
    isWhole = false;
    report(range, complaint);
  });
  return {tree: shallowTree(tree, from, report), isWhole};
}

/** Every node beside its ancestors, from top to bottom. */
function checkTree(tree: TreeNode, check: BodyCheck): void {
  const referred = referencesIn(tree);
  const ancestors: TreeNode[] = [];
  let headingDepth = 1;
  const look = (node: TreeNode): void => {
    if (isElement(node)) checkElement(node, ancestors, check);
    else if (node.type === 'heading') {
      checkHeading(node, headingDepth, check);
      headingDepth = node.depth ?? 2;
    } else checkMarkdown(node, ancestors, referred, check);
    ancestors.push(node);
    node.children?.forEach(look);
    ancestors.pop();
  };
  look(tree);
}
