/** The tree of a body as facts: who is quoted, what is linked to, where sources disagree. */
import {bodyComponent, idsIn} from '../schema/body-components.ts';
import type {BigFigureEntry, EdtfDate, QuoteEntry} from '../schema/content.ts';
import {DateError, edtfFromText} from '../schema/dates.ts';
import type {BodyReading, WrittenDisagreement} from './body-reading.ts';
import {tidied, wordsOf} from './body-words.ts';
import type {ActorName} from './body-words.ts';
import {elementsIn, isElement, textAttribute} from './mdx-tree.ts';
import type {TreeNode} from './mdx-tree.ts';
import type {WrittenBody} from './written-body.ts';

type BodyFacts = Omit<BodyReading, 'summary' | 'text'>;

/** Gathers what can be read, even from a body that is broken elsewhere. */
export function factsIn(tree: TreeNode | null, body: WrittenBody, actorName: ActorName): BodyFacts {
  const elements = tree ? allElements(tree) : [];
  const named = (name: string) => elements.filter((node) => node.name === name);
  const links = named('EventLink');
  return {
    quotes: named('Quote').map((node) => quoteIn(node, actorName)),
    bigFigures: named('BigFigure').map(bigFigureIn),
    disagreements: named('Disagreement').map((node) => disagreementIn(node, body, actorName)),
    links: [...new Set(links.map((node) => textAttribute(node, 'id')))],
    linkPlaces: links.map((node) => ({id: textAttribute(node, 'id'), range: body.tagRange(node)})),
    laters: named('Later').flatMap((node) => {
      const known = dateOrNull(textAttribute(node, 'known'));
      return known ? [{known, range: body.tagRange(node)}] : [];
    }),
    usedActors: idsOfKind(elements, ['actor', 'actors']),
    usedSources: idsOfKind(elements, ['source', 'sources']),
  };
}

function allElements(node: TreeNode): TreeNode[] {
  return [...(isElement(node) ? [node] : []), ...(node.children ?? []).flatMap(allElements)];
}

/** The ids that attributes of some kinds name. */
function idsOfKind(elements: readonly TreeNode[], kinds: readonly string[]): ReadonlySet<string> {
  return new Set(
    elements.flatMap((node) =>
      Object.entries(bodyComponent(node.name)?.attributes ?? {})
        .filter(([, {kind}]) => kinds.includes(kind))
        .flatMap(([name]) => idsIn(textAttribute(node, name))),
    ),
  );
}

function quoteIn(node: TreeNode, actorName: ActorName): QuoteEntry {
  return {
    words: wordsOf(node, actorName).replace(/^“|”$/g, '').trim(),
    by: textAttribute(node, 'by'),
    source: textAttribute(node, 'source'),
  };
}

function bigFigureIn(node: TreeNode): BigFigureEntry {
  return {
    value: textAttribute(node, 'value'),
    note: textAttribute(node, 'note'),
    source: textAttribute(node, 'source') || null,
    known: dateOrNull(textAttribute(node, 'known')),
  };
}

function disagreementIn(node: TreeNode, body: WrittenBody, actorName: ActorName): WrittenDisagreement {
  return {
    question: textAttribute(node, 'question'),
    range: body.tagRange(node),
    positions: positionsIn(node).map((position) => ({
      says: textAttribute(position, 'says'),
      text: tidied((position.children ?? []).map((child) => wordsOf(child, actorName)).join(' ')),
      by: idsIn(textAttribute(position, 'by')),
      sources: idsIn(textAttribute(position, 'source')),
      known: dateOrNull(textAttribute(position, 'known')),
      range: body.tagRange(position),
    })),
  };
}

/** The versions of a disagreement. */
export function positionsIn(disagreement: TreeNode): TreeNode[] {
  return elementsIn(disagreement).filter((child) => child.name === 'Position');
}

/** A date; what is not a date has been reported already. */
function dateOrNull(text: string): EdtfDate | null {
  try {
    return text === '' ? null : edtfFromText(text);
  } catch (error) {
    if (error instanceof DateError) return null;
    throw error;
  }
}
