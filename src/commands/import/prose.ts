/** The text of an imported event: what is left of HTML or Markdown when all that a body may not hold is gone. */
import {mdxToMdast} from 'satteri';
import {withoutInvisible} from '../../problems/invisible-characters.ts';
import type {TreeNode} from '../../reading/mdx-tree.ts';
import {isSafeAddress} from '../../schema/safe-address.ts';
import {mdxWords, oneLine, WORD_JOINER} from '../safe-text.ts';

export type Inline =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'strong' | 'emphasis'; readonly inside: readonly Inline[]}
  /** The address is a safe one: https, with a host. */
  | {readonly kind: 'link'; readonly address: string; readonly inside: readonly Inline[]}
  | {readonly kind: 'break'};

export type Block =
  | {readonly kind: 'paragraph' | 'quotation'; readonly inside: readonly Inline[]}
  | {readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Inline[])[]};

/** A block of one text without markup. */
export function paragraph(text: string): Block {
  return {kind: 'paragraph', inside: [{kind: 'text', text}]};
}

/** The words alone, on one line. */
export function plainText(inside: readonly Inline[]): string {
  return oneLine(inside.map(words).join(''));
}

export function plainTextOfBlocks(blocks: readonly Block[]): string {
  return oneLine(blocks.map((block) => (block.kind === 'list' ? block.items.map(plainText).join(' ') : plainText(block.inside))).join(' '));
}

function words(inline: Inline): string {
  if (inline.kind === 'text') return inline.text;
  return inline.kind === 'break' ? ' ' : inline.inside.map(words).join('');
}

/**
 * Blocks as the body of an event: ordinary Markdown, in which no word is code, a tag or an address that was not one.
 *
 * @param ending - What every block ends with, such as the number of a source; nothing if left out.
 */
export function mdxFromBlocks(blocks: readonly Block[], ending = ''): string {
  return blocks
    .map((block) => {
      if (block.kind !== 'list')
        return `${block.kind === 'quotation' ? '> ' : ''}${lines(block.inside, block.kind === 'quotation' ? '\n> ' : '\n')}${ending}`;
      return block.items
        .map((item, i) => {
          const [mark, indent] = block.isOrdered ? [`${i + 1}. `, '   '] : ['- ', '  '];
          return `${mark}${lines(item, `\n${indent}`)}${i === block.items.length - 1 ? ending : ''}`;
        })
        .join('\n');
    })
    .join('\n\n');
}

/** Inlines as lines of Markdown. Where markup would be misread, such as strong letters inside a word, it is left out. */
function lines(inside: readonly Inline[], newLine: string): string {
  const tidied = tidy(inside);
  const wanted = comparable(plainText(tidied));
  for (const attempt of [tidied, tidy(withoutEmphasis(tidied))]) {
    const mdx = attempt
      .map((inline) => mdxFromInline(inline))
      .join('')
      .split(BREAK)
      .map(safeStart)
      .join('\\\n');
    if (comparable(plainOfMdx(mdx)) === wanted) return mdx.replaceAll('\n', newLine);
  }
  return safeStart(mdxWords(plainText(tidied)));
}

const BREAK = '\u0000';

function mdxFromInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return mdxWords(inline.text);
    case 'break':
      return BREAK;
    case 'strong':
    case 'emphasis': {
      const sign = inline.kind === 'strong' ? '**' : '*';
      return `${sign}${inline.inside.map(mdxFromInline).join('')}${sign}`;
    }
    case 'link':
      return `[${inline.inside.map(mdxFromInline).join('')}](${mdxAddress(inline.address)})`;
  }
}

/** An address between the round brackets of a link. */
function mdxAddress(address: string): string {
  return encodedAddress(address).replace(/[()*_~&]/g, '\\$&');
}

/** An address without the signs that no address may hold. */
export function encodedAddress(address: string): string {
  return address.replace(/[\s<>"`{}\\^|[\]]/g, (sign) => encodeURIComponent(sign));
}

/** The first signs of a line may mean a list, a heading or program code. */
function safeStart(line: string): string {
  return (
    line
      .replace(/^[-+#=!:]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
      // A character reference is shown as its letter, and begins no line of code.
      .replace(/^([ie])(?=mport\b|xport\b)/, (letter) => `&#${letter.charCodeAt(0)};`)
  );
}

/** Text pieces joined, addresses in them made links, spaces at their edges moved out of markup. */
function tidy(inside: readonly Inline[], isInLink = false): Inline[] {
  const flat: Inline[] = [];
  const add = (inline: Inline) => {
    const last = flat.at(-1);
    if (inline.kind !== 'text') flat.push(inline);
    else if (last?.kind === 'text') flat[flat.length - 1] = {kind: 'text', text: last.text + visible(inline.text)};
    else flat.push({kind: 'text', text: visible(inline.text)});
  };
  for (const inline of inside) {
    if (inline.kind === 'text' || inline.kind === 'break') {
      add(inline);
      continue;
    }
    const written = visible(inline.inside.map(words).join(''));
    const within = tidy(inline.inside, isInLink || inline.kind === 'link').map((child): Inline =>
      child.kind === 'break' ? {kind: 'text', text: ' '} : child,
    );
    if (/^\s/.test(written)) add({kind: 'text', text: ' '});
    if (written.trim() !== '') add({...inline, inside: within});
    if (/\s$/.test(written)) add({kind: 'text', text: ' '});
  }
  return trimmed(
    flat.flatMap((inline) => {
      if (inline.kind !== 'text') return [inline];
      const text = inline.text.replace(/ +/g, ' ');
      return isInLink ? [{kind: 'text', text}] : linked(text);
    }),
  );
}

/** A text with a space for every invisible character. */
function visible(text: string): string {
  return withoutInvisible(text.toWellFormed().replace(/[\p{Cc}\s]+/gu, ' '));
}

/** Whole addresses in a text as links, as Markdown would make them anyway. */
function linked(text: string): Inline[] {
  return text.split(/(\bhttps:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?'’)\]}])/).flatMap((part, i): Inline[] => {
    if (part === '') return [];
    return i % 2 === 1 && isSafeAddress(encodedAddress(part), ['https:'])
      ? [{kind: 'link', address: encodedAddress(part), inside: [{kind: 'text', text: part}]}]
      : [{kind: 'text', text: part}];
  });
}

function trimmed(inside: readonly Inline[]): Inline[] {
  const list = [...inside];
  const isBlank = (inline: Inline | undefined) => inline?.kind === 'break' || (inline?.kind === 'text' && inline.text.trim() === '');
  while (isBlank(list[0])) list.shift();
  while (isBlank(list.at(-1))) list.pop();
  const [first, last] = [list[0], list.at(-1)];
  if (first?.kind === 'text') list[0] = {kind: 'text', text: first.text.trimStart()};
  if (last?.kind === 'text') list[list.length - 1] = {kind: 'text', text: (list.at(-1) as {text: string}).text.trimEnd()};
  return list;
}

function withoutEmphasis(inside: readonly Inline[]): Inline[] {
  return inside.flatMap((inline): Inline[] => {
    if (inline.kind === 'strong' || inline.kind === 'emphasis') return withoutEmphasis(inline.inside);
    return [inline.kind === 'link' ? {...inline, inside: withoutEmphasis(inline.inside)} : inline];
  });
}

function plainOfMdx(mdx: string): string {
  const plain = (node: TreeNode): string => {
    if (node.type === 'text') return node.value ?? '';
    if (node.type === 'break') return ' ';
    return (node.children ?? []).map(plain).join('');
  };
  try {
    return oneLine(plain(mdxToMdast(mdx) as TreeNode));
  } catch (error) {
    // The parser says by an error that it took words for code; the caller then tries with less markup.
    if (error instanceof Error) return '';
    throw error;
  }
}

function comparable(text: string): string {
  return text.replaceAll(WORD_JOINER, '').replace(/\s+/g, ' ').trim();
}
