/** HTML and Markdown as other timelines hold them, read as a browser would read them and reduced to what a body may hold. */
import {htmlToHast, markdownToHtml} from 'satteri';
import {isSafeAddress} from '../../schema/safe-address.ts';
import {encodedAddress, plainText} from './prose.ts';
import type {Block, Inline} from './prose.ts';

/** What came out, and what became of the rest, in sentences. */
export interface ReadText {
  readonly blocks: readonly Block[];
  readonly changed: readonly string[];
  readonly leftOut: readonly string[];
}

/** The parts of Sätteri's tree that are used here. */
interface HtmlNode {
  readonly type: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly HtmlNode[];
}

const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'body',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'footer',
  'form',
  'header',
  'hr',
  'html',
  'main',
  'nav',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'caption',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'ul',
  'ol',
  'li',
]);
/** What is in these is not for reading. */
const UNREAD = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'head',
  'title',
  'canvas',
  'select',
  'textarea',
  'button',
]);
/** What is shown by another site; its address may stay. */
const EMBEDDED = new Set(['iframe', 'embed', 'object', 'video', 'audio', 'source', 'img']);

/** Attributes that are read where they are. */
const USED = new Set(['href', 'src', 'data', 'alt']);

/** Whether a text holds a tag or a character reference. */
export function isHtml(text: string): boolean {
  return /<[a-z/!]|&(?:#\d+|#x[\da-f]+|\w+);/i.test(text);
}

/** A text as TimelineJS holds it: HTML, or plain lines that an empty line parts. */
export function readHtml(text: string): ReadText {
  const html = isHtml(text)
    ? text
    : text
        .split(/\n\s*\n/)
        .map((part) => `<p>${part.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
        .join('');
  const reader = new HtmlReader();
  reader.readBlocks(bodyOf(html));
  return reader.result();
}

/** A text as Markwhen holds it. */
export function readMarkdown(text: string): ReadText {
  const {html} = markdownToHtml(text, {features: {frontmatter: false, gfm: {footnotes: false}}}) as {html: string};
  const reader = new HtmlReader();
  reader.readBlocks(bodyOf(html));
  return reader.result();
}

/** A text of one line: its words, without tags. */
export function plainFromHtml(text: string): string {
  return isHtml(text)
    ? readHtml(text)
        .blocks.map((block) => (block.kind === 'list' ? block.items.map(plainText).join(' ') : plainText(block.inside)))
        .join(' ')
    : plainText([{kind: 'text', text}]);
}

/** What a browser would show; an opened body keeps scripts and comments at the start from being put elsewhere. */
function bodyOf(html: string): readonly HtmlNode[] {
  const root = htmlToHast(`<body>${html}`) as HtmlNode;
  const page = root.children?.find(({tagName}) => tagName === 'html');
  return page?.children?.find(({tagName}) => tagName === 'body')?.children ?? [];
}

class HtmlReader {
  private readonly blocks: Block[] = [];
  private readonly changed = new Set<string>();
  private readonly leftOut = new Set<string>();
  private line: Inline[] = [];
  private isInQuotation = false;

  result(): ReadText {
    this.endParagraph();
    return {blocks: this.blocks, changed: [...this.changed], leftOut: [...this.leftOut]};
  }

  readBlocks(nodes: readonly HtmlNode[]): void {
    for (const node of nodes) this.readBlock(node);
  }

  private readBlock(node: HtmlNode): void {
    const name = node.tagName ?? '';
    if (!BLOCKS.has(name)) {
      this.line.push(...this.inlines(node));
      return;
    }
    this.endParagraph();
    if (name === 'ul' || name === 'ol') {
      const items = (node.children ?? [])
        .filter(({tagName}) => tagName === 'li')
        .map((item) => this.flat(item))
        .filter((item) => plainText(item) !== '');
      if (items.length > 0) this.blocks.push({kind: 'list', isOrdered: name === 'ol', items});
    } else if (name === 'tr') {
      const cells = (node.children ?? []).map((cell) => this.flat(cell)).filter((cell) => plainText(cell) !== '');
      this.line = cells.flatMap((cell, i) => (i === 0 ? cell : [{kind: 'text', text: ' · '}, ...cell]));
      this.changed.add('a table became lines');
    } else if (/^h[1-6]$/.test(name)) {
      this.line = [{kind: 'strong', inside: this.flat(node)}];
    } else if (name === 'blockquote') {
      const wasInQuotation = this.isInQuotation;
      this.isInQuotation = true;
      this.readBlocks(node.children ?? []);
      this.endParagraph();
      this.isInQuotation = wasInQuotation;
    } else {
      this.readBlocks(node.children ?? []);
    }
    this.endParagraph();
  }

  private endParagraph(): void {
    if (plainText(this.line) !== '') this.blocks.push({kind: this.isInQuotation ? 'quotation' : 'paragraph', inside: this.line});
    this.line = [];
  }

  /** Everything in an element as one line; with spaces between its blocks. */
  private flat(node: HtmlNode): Inline[] {
    return (node.children ?? []).flatMap((child): Inline[] =>
      BLOCKS.has(child.tagName ?? '') ? [{kind: 'text', text: ' '}, ...this.flat(child), {kind: 'text', text: ' '}] : this.inlines(child),
    );
  }

  private inlines(node: HtmlNode): Inline[] {
    if (node.type === 'text') return [{kind: 'text', text: node.value ?? ''}];
    if (node.type === 'comment') {
      const words = (node.value ?? '').trim();
      if (words !== '') this.leftOut.add(`an HTML comment: ${words}`);
      return [];
    }
    const name = node.tagName ?? '';
    if (UNREAD.has(name)) {
      this.leftOut.add(`<${name}>, which a body may not hold`);
      return [];
    }
    if (EMBEDDED.has(name)) return this.embedded(name, node);
    if (name === 'br') return [{kind: 'break'}];
    if (name === 'input')
      return [{kind: 'text', text: 'checked' in (node.properties ?? {}) && node.properties?.['checked'] !== false ? '[x]' : '[ ]'}];
    this.tellAttributes(node);
    const inside = this.flat(node);
    if (name === 'b' || name === 'strong') return [{kind: 'strong', inside}];
    if (name === 'i' || name === 'em' || name === 'cite') return [{kind: 'emphasis', inside}];
    if (name === 'q') return [{kind: 'text', text: '“'}, ...inside, {kind: 'text', text: '”'}];
    if (name === 'a') return this.link(node, inside);
    return inside;
  }

  /** Attributes that say something: how a thing looks does not. */
  private tellAttributes(node: HtmlNode): void {
    for (const [name, value] of Object.entries(node.properties ?? {})) {
      if (typeof value !== 'string' || USED.has(name) || value.trim() === '') continue;
      if (name === 'title' || /^(?:https?:)?\/\//i.test(value)) this.leftOut.add(`${name} of <${node.tagName}>: ${value}`);
    }
  }

  private link(node: HtmlNode, inside: readonly Inline[]): Inline[] {
    const written = text(node, 'href');
    if (written === '') return [...inside];
    const {address, changed} = safeAddress(written);
    if (address === null) {
      this.leftOut.add(`the address of “${plainText(inside)}”: ${written}`);
      return [...inside];
    }
    if (changed !== null) this.changed.add(changed);
    return [{kind: 'link', address, inside: plainText(inside) === '' ? [{kind: 'text', text: new URL(address).hostname}] : inside}];
  }

  private embedded(name: string, node: HtmlNode): Inline[] {
    const within = (node.children ?? []).flatMap((child) =>
      child.tagName !== undefined && EMBEDDED.has(child.tagName) ? this.embedded(child.tagName, child) : [],
    );
    const written = text(node, 'src') || text(node, 'data');
    if (written === '') return within;
    const {address, changed} = safeAddress(written.replace(/^\/\//, 'https://'));
    const alt = text(node, 'alt').trim();
    const kind = name === 'img' ? 'Picture' : name === 'iframe' || name === 'embed' || name === 'object' ? 'Embedded page' : 'Recording';
    if (address === null) {
      this.leftOut.add(`<${name}>: ${written}`);
      return alt === '' ? within : [{kind: 'text', text: `(${kind}: ${alt})`}, ...within];
    }
    if (changed !== null) this.changed.add(changed);
    this.changed.add(`<${name}> became a link: ${address}`);
    return [{kind: 'link', address, inside: [{kind: 'text', text: alt === '' ? kind : `${kind}: ${alt}`}]}, ...within];
  }
}

/** An address that a link may lead to, and what had to be changed for it; null for any other. */
export function safeAddress(written: string): {readonly address: string | null; readonly changed: string | null} {
  const address = encodedAddress(written.trim());
  if (isSafeAddress(address, ['https:'])) return {address, changed: null};
  const secured = address.replace(/^http:/i, 'https:');
  if (/^http:/i.test(address) && isSafeAddress(secured, ['https:']))
    return {address: secured, changed: `${address} is linked to by https: check that it answers`};
  return {address: null, changed: null};
}

function text(node: HtmlNode, property: string): string {
  const value = node.properties?.[property];
  return typeof value === 'string' ? value : '';
}
