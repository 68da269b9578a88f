/** The tree of a body, read past every mistake in it, so that one does not hide the next. */
import {mdxToMdast} from 'satteri';
import {nearestName} from '../problems/nearest.ts';
import {shown} from '../problems/quoted.ts';
import type {Range, Report} from '../problems/source-text.ts';
import {bodyComponent, BODY_COMPONENTS} from '../schema/body-components.ts';

/** The parts of Sätteri's tree that are used here. */
export interface TreeNode {
  readonly type: string;
  readonly children?: readonly TreeNode[];
  readonly value?: string;
  readonly name?: string | null;
  readonly url?: string;
  readonly alt?: string | null;
  /** Of a definition and of what refers to it. */
  readonly identifier?: string;
  readonly depth?: number;
  /** Of a list. */
  readonly ordered?: boolean | null;
  readonly lang?: string | null;
  readonly attributes?: readonly {readonly type: string; readonly name?: string; readonly value?: unknown}[];
  readonly position?: {readonly start: {readonly offset?: number}; readonly end: {readonly offset?: number}};
}

export function isElement(node: TreeNode): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** An attribute as written; empty where there is none, or only program code. */
export function textAttribute(node: TreeNode, name: string): string {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : '';
}

/** The components between the tags of another one. */
export function elementsIn(node: TreeNode): TreeNode[] {
  return (node.children ?? []).flatMap((child) => (isElement(child) ? [child] : child.type === 'paragraph' ? elementsIn(child) : []));
}

export const BODY_WHY = 'A body is words: anything that runs or lays out could break or endanger the page for every reader.';
const MARKDOWN_FOR: Readonly<Record<string, readonly [fix: string, example: string]>> = {
  br: ['Leave an empty line to start a new paragraph.', ''],
  hr: ['Leave it out, or write three hyphens on a line of their own.', '---'],
  a: ['Write a Markdown link, or <EventLink> for another event.', '[the words to click](https://example.org/)'],
  img: ['Write a Markdown image, with words for those who cannot see it.', '![What the picture shows](./picture.jpg)'],
  b: ['Use two asterisks.', '**strong**'],
  strong: ['Use two asterisks.', '**strong**'],
  i: ['Use one asterisk.', '*emphasis*'],
  em: ['Use one asterisk.', '*emphasis*'],
  q: ['Use <Quote>, which adds the marks and the source.', BODY_COMPONENTS['Quote']?.example ?? ''],
  blockquote: ['Use <Quote>, which adds the marks and the source.', BODY_COMPONENTS['Quote']?.example ?? ''],
  p: ['Delete the tags and leave an empty line between paragraphs.', ''],
  ul: ['Start each line of a list with a hyphen.', '- one\n- two'],
  li: ['Start each line of a list with a hyphen.', '- one\n- two'],
};

export function reportUnknownElement(report: Report, range: Range, name: string, written: string): void {
  const near = nearestName(name, Object.keys(BODY_COMPONENTS));
  if (/^[A-Z]/.test(name) || (near !== null && near.toLowerCase() === name.toLowerCase()) || name.includes('.')) {
    report(range, {
      rule: 'unknown-component',
      what: `There is no component <${name}>.`,
      why: 'What it holds could not be shown.',
      fix: near
        ? `Did you mean <${near}>?`
        : `Use one of ${Object.keys(BODY_COMPONENTS)
            .map((known) => `<${known}>`)
            .join(', ')}.`,
      example: near ? renamed(written, name, near) : '',
    });
    return;
  }
  const tag = name.toLowerCase();
  const [fix, example] = (Object.hasOwn(MARKDOWN_FOR, tag) ? MARKDOWN_FOR[tag] : undefined) ?? [
    `Delete the tag${near ? ` (did you mean <${near}>?)` : ''}; for emphasis, links and lists use Markdown.`,
    '',
  ];
  report(range, {
    rule: 'raw-html',
    what: name === '' ? '`<>` is an empty tag.' : `\`${shown(/^<[^]*?>/.exec(written)?.[0] ?? written)}\` is HTML.`,
    why: BODY_WHY,
    fix,
    example,
  });
}

/** The first line of an element under another name. */
function renamed(written: string, from: string, to: string): string {
  const [line = ''] = written.split('\n');
  return line.replace(new RegExp(`(</?)${escaped(from)}(?=[\\s/>])`, 'g'), `$1${to}`);
}

/**
 * The tree of a body. Where the parser gives up, the spot is reported, blanked and read again, so that one mistake
 * does not hide the next. Blanks keep every offset as it was.
 */
export function treeOf(body: string, from: number, report: Report): TreeNode | null {
  let text = body;
  // Each round blanks at least one character; more mistakes than this in one file are reported once the first are fixed.
  for (let round = 0; round < 60; round++) {
    try {
      return mdxToMdast(text) as TreeNode;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const place = /^(\d+):(\d+): /.exec(message);
      const at = place ? offsetOf(text, Number(place[1]), Number(place[2])) : 0;
      const blanked = reportSyntax(text, from, at, message.replace(/^\d+:\d+: /, ''), report);
      if (blanked === text) return null;
      text = blanked;
    }
  }
  return null;
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) {
    const next = text.indexOf('\n', start);
    if (next === -1) break;
    start = next + 1;
  }
  return Math.min(start + column - 1, Math.max(0, text.length - 1));
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
}

/** Reports what the parser stopped at and returns the text without it. */
function reportSyntax(text: string, from: number, at: number, message: string, report: Report): string {
  const complain = (start: number, end: number, rule: string, what: string, why: string, fix: string, example = '') =>
    report([from + start, from + end], {rule, what, why, fix, example});
  const rest = text.slice(at);
  const lineEnd = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at);
  const MARKS = 'Inside a body `<` starts a component and `{` starts program code.';

  if (rest.startsWith('<!--')) {
    const close = text.indexOf('-->', at);
    const end = close === -1 ? lineEnd : close + 3;
    const words = text.slice(at + 4, close === -1 ? lineEnd : close).trim();
    complain(
      at,
      end,
      'html-comment',
      `\`${shown(text.slice(at, end))}\` is an HTML comment.`,
      MARKS,
      'Write a comment in braces, or delete it.',
      `{/* ${words} */}`,
    );
    return blank(text, at, end);
  }
  const address = /^<(https?:\/\/[^\s>]+|[^\s@<>]+@[^\s@<>]+)>/.exec(rest);
  if (address) {
    complain(
      at,
      at + address[0].length,
      'bracketed-address',
      `\`${shown(address[0])}\` has an address in angle brackets.`,
      MARKS,
      'Write a Markdown link.',
      `[the words to click](${address[1]})`,
    );
    return blank(text, at, at + address[0].length);
  }

  const unclosed = /Expected a closing tag for `<([^`>]*)>` \((\d+):(\d+)\)/.exec(message);
  if (unclosed) {
    const [, name = '', line, column] = unclosed;
    const start = offsetOf(text, Number(line), Number(column));
    const end = start + tagLength(text.slice(start));
    const tag = text.slice(start, end);
    const component = bodyComponent(name);
    if (!component) {
      reportUnknownElement(report, [from + start, from + end], name, tag);
      return blankElement(text, start, end, name);
    }
    const closing = text.indexOf(`</${name}>`, end);
    const crosses = closing !== -1 && !text.slice(end, closing).includes(`<${name}`);
    if (component.inside === 'none') {
      complain(
        start,
        end,
        'unclosed-tag',
        `<${name}> is not closed.`,
        'Everything after it would belong to it.',
        'End the tag with `/>`.',
        tag.replace(/\s*>$/, ' />'),
      );
    } else if (crosses) {
      complain(
        start,
        end,
        'tag-across-paragraphs',
        `<${name}> begins in one paragraph and ends in another.`,
        'A tag inside a sentence belongs to that paragraph.',
        component.isBlock
          ? 'Put both tags on lines of their own.'
          : 'Close it in the paragraph it begins in, and open another in the next.',
        component.example,
      );
    } else {
      complain(
        start,
        end,
        'unclosed-tag',
        `<${name}> is not closed.`,
        'Everything after it would belong to it.',
        `Write </${name}> where it ends.`,
        component.example,
      );
    }
    return crosses ? blank(blank(text, start, end), closing, closing + name.length + 3) : blank(text, start, end);
  }

  const mismatch = /Unexpected closing tag `<\/([^`>]*)>`, expected corresponding closing tag for `<([^`>]*)>` \((\d+):(\d+)\)/.exec(
    message,
  );
  if (mismatch) {
    const [, closing = '', opening = '', line, column] = mismatch;
    const end = at + tagLength(rest);
    const opened = offsetOf(text, Number(line), Number(column));
    complain(
      at,
      end,
      'mismatched-tag',
      `</${closing}> closes nothing: <${opening}> is still open.`,
      'Tags close in the order they were opened, by the same name.',
      nearestName(closing, [opening]) ? `Did you mean </${opening}>?` : `Close <${opening}> first.`,
      bodyComponent(opening)?.example ?? `</${opening}>`,
    );
    return blank(blank(text, opened, opened + tagLength(text.slice(opened))), at, end);
  }
  const stray = /Unexpected closing tag `<\/([^`>]*)>`, expected an open tag/.exec(message);
  if (stray) {
    const end = at + tagLength(rest);
    complain(
      at,
      end,
      'mismatched-tag',
      `</${stray[1]}> closes nothing.`,
      'A closing tag needs an opening one before it.',
      'Delete it, or open the tag where it should begin.',
      bodyComponent(stray[1])?.example ?? '',
    );
    return blank(text, at, end);
  }
  const mixed = /Expected the closing tag `<\/([^`>]*)>` either.*opened at (\d+):(\d+)/s.exec(message);
  if (mixed) {
    const [, name = '', line, column] = mixed;
    const opened = offsetOf(text, Number(line), Number(column));
    const end = at + tagLength(rest);
    complain(
      opened,
      opened + tagLength(text.slice(opened)),
      'tag-across-paragraphs',
      `<${name}> begins on a line of its own and ends inside a line of text.`,
      'A tag inside a sentence belongs to that paragraph.',
      'Put both tags on lines of their own, or both inside the same paragraph.',
      bodyComponent(name)?.example ?? '',
    );
    return blank(blank(text, opened, opened + tagLength(text.slice(opened))), at, end);
  }

  if (message.startsWith('Unexpected end of file in expression')) {
    complain(
      at,
      lineEnd,
      'brace',
      `\`${shown(text.slice(at, Math.min(lineEnd, at + 40)))}\` opens a brace that is not closed.`,
      MARKS,
      'Put a backslash before the brace to show it.',
      `\\${shown(text.slice(at, Math.min(lineEnd, at + 40)))}`,
    );
    return blank(text, at, at + 1);
  }
  if (message.includes('expression')) {
    const open = text.lastIndexOf('{', at);
    const close = text.indexOf('}', Math.max(open, 0));
    const start = open === -1 ? at : open;
    const end = close === -1 ? lineEnd : close + 1;
    complain(
      start,
      end,
      'expression',
      `\`${shown(text.slice(start, end))}\` is in braces, which hold program code.`,
      BODY_WHY,
      'Delete the braces, or put a backslash before each to show them.',
      shown(text.slice(start, end)).replace(/[{}]/g, '\\$&'),
    );
    return blank(text, start, Math.max(end, start + 1));
  }

  const tagName = /^<\/?([A-Za-z][\w.-]*)/.exec(rest)?.[1];
  if (tagName !== undefined) {
    const end = at + tagLength(rest);
    const component = bodyComponent(tagName);
    const unquoted = /\s[\w-]+=[^\s"'{>]/.test(text.slice(at, end));
    complain(
      at,
      end,
      'broken-tag',
      `\`${shown(text.slice(at, end))}\` is not a tag that can be read.`,
      'A tag is a name, then attributes as `name="value"`, then `>` or `/>`.',
      unquoted
        ? 'Put double quotes around each value.'
        : 'Check that every quotation mark is closed and that the tag ends with `>` or `/>`.',
      component?.example ?? '',
    );
    return blankElement(text, at, end, tagName);
  }
  if (rest.startsWith('<')) {
    const words = text.slice(at, Math.min(lineEnd, at + 30));
    complain(
      at,
      at + 1,
      'angle-bracket',
      `\`${shown(words)}\` has a \`<\` that starts no component.`,
      MARKS,
      'Put a backslash before it, or say it in words (“under 5”).',
      `\\${shown(words)}`,
    );
    return blank(text, at, at + 1);
  }
  complain(
    at,
    lineEnd,
    'unreadable',
    `\`${shown(text.slice(at, lineEnd)) || 'The body'}\` cannot be read here (${message.replace(/ \(mdx.*$/, '')}).`,
    MARKS,
    'Check the tags and braces on this line.',
  );
  // Something on this line stops the parser: without the line, it can tell about the others.
  const lineFrom = text.lastIndexOf('\n', at - 1) + 1;
  return blank(text, lineFrom, lineEnd);
}

/** Length of a tag, or of what its line has of it. */
export function tagLength(text: string): number {
  const whole = /^<\/?[\w.-]*(?:\s+[\w.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*\s*\/?>/.exec(text)?.[0];
  if (whole) return whole.length;
  return /^<[^>\n]*>?/.exec(text)?.[0].length ?? 1;
}

/** Blanks an opening tag, and its closing tag if it has one. */
function blankElement(text: string, start: number, end: number, name: string): string {
  const closing = text.slice(start, end).endsWith('/>') ? -1 : text.indexOf(`</${name}>`, end);
  const without = blank(text, start, end);
  return closing === -1 ? without : blank(without, closing, closing + name.length + 3);
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
