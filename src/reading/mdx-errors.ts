/** What stops the parser of MDX, in words for a writer. */
import {nearestName} from '../problems/nearest.ts';
import type {Complaint} from '../problems/problem.ts';
import {shown} from '../problems/quoted.ts';
import type {Report} from '../problems/source-text.ts';
import {bodyComponent} from '../schema/body-components.ts';
import {BODY_WHY, reportUnknownElement} from './unknown-element.ts';

const MARKS_WHY = 'Inside a body `<` starts a component and `{` starts program code.';
const STILL_OPEN_WHY = 'Everything after it would belong to it.';
const ACROSS_WHY = 'A tag inside a sentence belongs to that paragraph.';

/** Where the parser stopped, and what it said. */
interface MdxMistake {
  readonly text: string;
  readonly at: number;
  /** The text from there on. */
  readonly rest: string;
  readonly lineEnd: number;
  readonly message: string;
  /** Where the body begins in its file. */
  readonly from: number;
  readonly report: Report;
}

/** Each reports one kind of mistake and returns the text without it, or null where it is another; the first counts. */
const REPORTERS: readonly ((mistake: MdxMistake) => string | null)[] = [
  reportComment,
  reportBracketedAddress,
  reportUnclosedTag,
  reportMismatchedTag,
  reportStrayTag,
  reportTagAcross,
  reportOpenBrace,
  reportExpression,
  reportBrokenTag,
  reportAngleBracket,
];

/** Reports what the parser stopped at and returns the text without it. */
export function reportSyntax(text: string, from: number, at: number, message: string, report: Report): string {
  const nextLine = text.indexOf('\n', at);
  const mistake = {text, at, rest: text.slice(at), lineEnd: nextLine === -1 ? text.length : nextLine, message, from, report};
  for (const reporter of REPORTERS) {
    const without = reporter(mistake);
    if (without !== null) return without;
  }
  return reportUnreadable(mistake);
}

/** Reports at offsets of the body. */
function complain({from, report}: MdxMistake, start: number, end: number, complaint: Complaint): void {
  report([from + start, from + end], complaint);
}

function reportComment(mistake: MdxMistake): string | null {
  const {text, at, rest, lineEnd} = mistake;
  if (!rest.startsWith('<!--')) return null;
  const close = text.indexOf('-->', at);
  const end = close === -1 ? lineEnd : close + 3;
  complain(mistake, at, end, {
    rule: 'html-comment',
    what: `\`${shown(text.slice(at, end))}\` is an HTML comment.`,
    why: MARKS_WHY,
    fix: 'Write a comment in braces, or delete it.',
    example: `{/* ${text.slice(at + 4, close === -1 ? lineEnd : close).trim()} */}`,
  });
  return blank(text, at, end);
}

function reportBracketedAddress(mistake: MdxMistake): string | null {
  const {text, at, rest} = mistake;
  const address = /^<(https?:\/\/[^\s>]+|[^\s@<>]+@[^\s@<>]+)>/.exec(rest);
  if (!address) return null;
  const end = at + address[0].length;
  complain(mistake, at, end, {
    rule: 'bracketed-address',
    what: `\`${shown(address[0])}\` has an address in angle brackets.`,
    why: MARKS_WHY,
    fix: 'Write a Markdown link.',
    example: `[the words to click](${address[1]})`,
  });
  return blank(text, at, end);
}

function reportUnclosedTag(mistake: MdxMistake): string | null {
  const {text, from, message, report} = mistake;
  const unclosed = /Expected a closing tag for `<([^`>]*)>` \((\d+):(\d+)\)/.exec(message);
  if (!unclosed) return null;
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
  if (component.inside !== 'none' && crosses) {
    complain(mistake, start, end, {
      rule: 'tag-across-paragraphs',
      what: `<${name}> begins in one paragraph and ends in another.`,
      why: ACROSS_WHY,
      fix: component.isBlock
        ? 'Put both tags on lines of their own.'
        : 'Close it in the paragraph it begins in, and open another in the next.',
      example: component.example,
    });
  } else {
    complain(mistake, start, end, {
      rule: 'unclosed-tag',
      what: `<${name}> is not closed.`,
      why: STILL_OPEN_WHY,
      fix: component.inside === 'none' ? 'End the tag with `/>`.' : `Write </${name}> where it ends.`,
      example: component.inside === 'none' ? tag.replace(/\s*>$/, ' />') : component.example,
    });
  }
  return crosses ? blank(blank(text, start, end), closing, closing + name.length + 3) : blank(text, start, end);
}

function reportMismatchedTag(mistake: MdxMistake): string | null {
  const {text, at, rest, message} = mistake;
  const mismatch = /Unexpected closing tag `<\/([^`>]*)>`, expected corresponding closing tag for `<([^`>]*)>` \((\d+):(\d+)\)/.exec(
    message,
  );
  if (!mismatch) return null;
  const [, closing = '', opening = '', line, column] = mismatch;
  const end = at + tagLength(rest);
  const opened = offsetOf(text, Number(line), Number(column));
  complain(mistake, at, end, {
    rule: 'mismatched-tag',
    what: `</${closing}> closes nothing: <${opening}> is still open.`,
    why: 'Tags close in the order they were opened, by the same name.',
    fix: nearestName(closing, [opening]) ? `Did you mean </${opening}>?` : `Close <${opening}> first.`,
    example: bodyComponent(opening)?.example ?? `</${opening}>`,
  });
  return blank(blank(text, opened, opened + tagLength(text.slice(opened))), at, end);
}

function reportStrayTag(mistake: MdxMistake): string | null {
  const {text, at, rest, message} = mistake;
  const stray = /Unexpected closing tag `<\/([^`>]*)>`, expected an open tag/.exec(message);
  if (!stray) return null;
  const end = at + tagLength(rest);
  complain(mistake, at, end, {
    rule: 'mismatched-tag',
    what: `</${stray[1]}> closes nothing.`,
    why: 'A closing tag needs an opening one before it.',
    fix: 'Delete it, or open the tag where it should begin.',
    example: bodyComponent(stray[1])?.example ?? '',
  });
  return blank(text, at, end);
}

function reportTagAcross(mistake: MdxMistake): string | null {
  const {text, at, rest, message} = mistake;
  const mixed = /Expected the closing tag `<\/([^`>]*)>` either.*opened at (\d+):(\d+)/s.exec(message);
  if (!mixed) return null;
  const [, name = '', line, column] = mixed;
  const opened = offsetOf(text, Number(line), Number(column));
  const openedEnd = opened + tagLength(text.slice(opened));
  complain(mistake, opened, openedEnd, {
    rule: 'tag-across-paragraphs',
    what: `<${name}> begins on a line of its own and ends inside a line of text.`,
    why: ACROSS_WHY,
    fix: 'Put both tags on lines of their own, or both inside the same paragraph.',
    example: bodyComponent(name)?.example ?? '',
  });
  return blank(blank(text, opened, openedEnd), at, at + tagLength(rest));
}

function reportOpenBrace(mistake: MdxMistake): string | null {
  const {text, at, lineEnd, message} = mistake;
  if (!message.startsWith('Unexpected end of file in expression')) return null;
  const words = shown(text.slice(at, Math.min(lineEnd, at + 40)));
  complain(mistake, at, lineEnd, {
    rule: 'brace',
    what: `\`${words}\` opens a brace that is not closed.`,
    why: MARKS_WHY,
    fix: 'Put a backslash before the brace to show it.',
    example: `\\${words}`,
  });
  return blank(text, at, at + 1);
}

function reportExpression(mistake: MdxMistake): string | null {
  const {text, at, lineEnd, message} = mistake;
  if (!message.includes('expression')) return null;
  const open = text.lastIndexOf('{', at);
  const close = text.indexOf('}', Math.max(open, 0));
  const start = open === -1 ? at : open;
  const end = close === -1 ? lineEnd : close + 1;
  const written = shown(text.slice(start, end));
  complain(mistake, start, end, {
    rule: 'expression',
    what: `\`${written}\` is in braces, which contain program code.`,
    why: BODY_WHY,
    fix: 'Delete the braces, or put a backslash before each to show them.',
    example: written.replace(/[{}]/g, '\\$&'),
  });
  return blank(text, start, Math.max(end, start + 1));
}

function reportBrokenTag(mistake: MdxMistake): string | null {
  const {text, at, rest} = mistake;
  const name = /^<\/?([A-Za-z][\w.-]*)/.exec(rest)?.[1];
  if (name === undefined) return null;
  const end = at + tagLength(rest);
  const isUnquoted = /\s[\w-]+=[^\s"'{>]/.test(text.slice(at, end));
  complain(mistake, at, end, {
    rule: 'broken-tag',
    what: `\`${shown(text.slice(at, end))}\` is not a tag that can be read.`,
    why: 'A tag is a name, then attributes as `name="value"`, then `>` or `/>`.',
    fix: isUnquoted
      ? 'Put double quotes around each value.'
      : 'Check that every quotation mark is closed and that the tag ends with `>` or `/>`.',
    example: bodyComponent(name)?.example ?? '',
  });
  return blankElement(text, at, end, name);
}

function reportAngleBracket(mistake: MdxMistake): string | null {
  const {text, at, rest, lineEnd} = mistake;
  if (!rest.startsWith('<')) return null;
  const words = shown(text.slice(at, Math.min(lineEnd, at + 30)));
  complain(mistake, at, at + 1, {
    rule: 'angle-bracket',
    what: `\`${words}\` has a \`<\` that starts no component.`,
    why: MARKS_WHY,
    fix: 'Put a backslash before it, or say it in words (“under 5”).',
    example: `\\${words}`,
  });
  return blank(text, at, at + 1);
}

function reportUnreadable(mistake: MdxMistake): string {
  const {text, at, lineEnd, message} = mistake;
  complain(mistake, at, lineEnd, {
    rule: 'unreadable',
    what: `\`${shown(text.slice(at, lineEnd)) || 'The body'}\` cannot be read here (${message.replace(/ \(mdx.*$/, '')}).`,
    why: MARKS_WHY,
    fix: 'Check the tags and braces on this line.',
  });
  // Something on this line stops the parser; without the line it can report the others.
  return blank(text, text.lastIndexOf('\n', at - 1) + 1, lineEnd);
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

/** The offset of a place that the parser names. */
export function offsetOf(text: string, line: number, column: number): number {
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
