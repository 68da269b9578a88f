import {tidied} from '../reading/body-words.ts';
import {textAttribute} from '../reading/mdx-tree.ts';
import type {TreeNode} from '../reading/mdx-tree.ts';
import {isBodyComponent} from '../schema/body-components.ts';
import type {Content, EventEntry} from '../schema/content.ts';
import {edtfFromText} from '../schema/dates.ts';
import {htmlText} from '../story/html-text.ts';
import {dayStyle, entryById, sourceNumber} from '../story/lookup.ts';
import {dateWords} from '../timeline/model/day-words.ts';
import {entryWords} from '../timeline/model/words/pages.ts';
import {bodyTree, idsIn, positionsIn} from './body-tree.ts';

interface Around {
  readonly content: Content;
  /** The full address of a path of this site, such as `/events/the-landing/`. */
  readonly addressOf: (path: string) => string;
  /** Where references such as `[words][name]` lead. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** Markdown that HTML has an element of its own for. */
const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  listItem: 'li',
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
};

/**
 * The text of an event as plain HTML, for feeds and programs: only elements that each of them knows, addresses in full,
 * and the numbers of sources as links to them. Pictures are replaced by their alternative text.
 */
export function bodyHtml(event: EventEntry, content: Content, addressOf: (path: string) => string): string {
  const tree = bodyTree(event);
  const definitions = new Map(
    tree.flatMap(({type, identifier, url}) => (type === 'definition' && identifier && url ? [[identifier, url]] : [])),
  );
  return within(tree, {content, addressOf, definitions});
}

function within(nodes: readonly TreeNode[] | undefined, around: Around): string {
  return (nodes ?? []).map((node) => html(node, around)).join('');
}

function html(node: TreeNode, around: Around): string {
  if (node.name) return component(node, around);
  const inside = () => within(node.children, around);
  const tag = ELEMENTS[node.type];
  if (tag) return `<${tag}>${inside()}</${tag}>`;
  switch (node.type) {
    case 'text':
      return htmlText(node.value ?? '');
    case 'inlineCode':
      return `<code>${htmlText(node.value ?? '')}</code>`;
    case 'code':
      return `<pre><code>${htmlText(node.value ?? '')}</code></pre>`;
    case 'heading':
      return `<h3>${inside()}</h3>`;
    case 'list':
      return node.ordered ? `<ol>${inside()}</ol>` : `<ul>${inside()}</ul>`;
    case 'break':
      return '<br>';
    case 'thematicBreak':
      return '<hr>';
    case 'image':
    case 'imageReference':
      return htmlText(node.alt ?? '');
    case 'link':
      return link(node.url, inside(), around);
    case 'linkReference':
      return link(around.definitions.get(node.identifier ?? ''), inside(), around);
    case 'definition':
      return '';
    default:
      return inside();
  }
}

function component(node: TreeNode, around: Around): string {
  const {content, addressOf} = around;
  const inside = () => within(node.children, around);
  if (!isBodyComponent(node.name)) return inside();
  switch (node.name) {
    case 'Cite':
      return cites([textAttribute(node, 'source')], around);
    case 'Quote':
      return `“${inside().trim()}”${cites([textAttribute(node, 'source')], around)}`;
    case 'Actor':
      return inside() || htmlText(entryById(content.actors, textAttribute(node, 'id')).name);
    case 'EventLink':
      return `<a href="${htmlText(addressOf(`/events/${textAttribute(node, 'id')}/`))}">${inside()}</a>`;
    case 'BigFigure': {
      const source = textAttribute(node, 'source');
      return `<p><strong>${htmlText(textAttribute(node, 'value'))}</strong> ${htmlText(textAttribute(node, 'note'))}${cites([source], around)}</p>`;
    }
    case 'Disagreement': {
      const versions = positionsIn(node).map((position) => `<li>${version(position, around)}</li>`);
      return `<p><strong>${htmlText(textAttribute(node, 'question'))}</strong></p><ul>${versions.join('')}</ul>`;
    }
    case 'Later': {
      const {story} = content;
      const day = dateWords(edtfFromText(textAttribute(node, 'known')), 'within', dayStyle(story, 'plain'));
      const words = inside();
      const known = `${htmlText(entryWords(story.language).knownAt(day))} `;
      const cited = cites([textAttribute(node, 'source')], around);
      return words.startsWith('<p>') ? words.replace('<p>', `<p>${known}`) + cited : known + words + cited;
    }
    case 'Position':
      return inside();
  }
}

/** "One small step" (Neil Armstrong), and the sentence that explains it. */
function version(node: TreeNode, around: Around): string {
  const by = idsIn(node, 'by').map((id) => entryById(around.content.actors, id).name);
  const names = by.length === 0 ? '' : ` (${htmlText(by.join(', '))})`;
  const sentence = tidied(within(node.children, around).replace(/<\/?p>/g, ' '));
  return tidied(`<strong>${htmlText(textAttribute(node, 'says'))}</strong>${names}${cites(idsIn(node, 'source'), around)}. ${sentence}`);
}

function cites(ids: readonly string[], {content, addressOf}: Around): string {
  return ids
    .filter((id) => id !== '')
    .map((id) => `<sup><a href="${htmlText(addressOf(`/sources/#${id}`))}">${sourceNumber(content.sources, id)}</a></sup>`)
    .join('');
}

/** Addresses within the site are given in full; nothing else than the web is led to. */
function link(url: string | undefined, words: string, {addressOf}: Around): string {
  if (url?.startsWith('/')) return `<a href="${htmlText(addressOf(url))}">${words}</a>`;
  return url && /^https:/i.test(url) ? `<a href="${htmlText(url)}">${words}</a>` : words;
}
