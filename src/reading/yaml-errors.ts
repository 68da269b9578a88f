/** What the YAML parser finds wrong, in words for a writer, at the place where it was written. */
import {visit} from 'yaml';
import type {Node} from 'yaml';
import type {Complaint} from '../problems/problem.ts';
import {shown} from '../problems/quoted.ts';
import {lineRange, lineStart, lineText, placeOf} from '../problems/source-text.ts';
import type {Range, Report, SourceText} from '../problems/source-text.ts';

export const YAML_WHY = 'The fields at the top of a file are YAML, where some characters have a special meaning.';
export const NOT_FIELDS_WHY = 'A field is a name, a colon, a space and a value.';
export const NOT_FIELDS_FIX = 'Write each field as `name: value`, on its own line.';
const INDENTATION_WHY = 'YAML uses the indentation to see what belongs to what.';
const OPEN_QUOTE_WHY = 'Everything after it is read as part of the value.';

/** Where a mistake was made, which is not always where YAML noticed it: an unclosed quote is noticed at the end. */
export function errorOffset(code: string, message: string, at: number, contents: unknown, text: string): number {
  if (/Flow (sequence|map)/.test(message)) {
    let flow = -1;
    visit(contents as Node, {
      Collection(_, node) {
        const start = node.range?.[0] ?? 0;
        if (node.flow && start <= at && start > flow) flow = start;
      },
    });
    return flow === -1 ? Math.min(at, text.length) : flow;
  }
  const isUnclosed = message.includes('closing');
  if (!isUnclosed && code !== 'UNEXPECTED_TOKEN') return Math.min(at, text.length);
  let opened = -1;
  visit(contents as Node, {
    Scalar(_, node) {
      const [start, end] = node.range ?? [0, 0];
      const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
      if (isQuoted && start <= at && (isUnclosed || text.slice(start, end).includes('\n')) && end >= at - 40 && start > opened)
        opened = start;
    },
  });
  return opened === -1 ? Math.min(at, text.length) : opened;
}

/** One mistake the parser found, and the line it was made on. */
interface YamlMistake {
  readonly source: SourceText;
  readonly at: number;
  readonly code: string;
  readonly message: string;
  /** Its number, from 1. */
  readonly line: number;
  /** Its words, without the spaces around them. */
  readonly text: string;
  /** The parts of a field on this line; empty if it has no field. */
  readonly indent: string;
  readonly name: string;
  readonly value: string;
  /** The line with its value in double quotes. */
  readonly inQuotes: string;
}

/** What is wrong; the whole line is marked unless there is a range. */
type Explanation = Complaint & {readonly range?: Range};

/** Each explains one kind of mistake, or returns null; the first that explains it is the one to report. */
const EXPLANATIONS: readonly ((mistake: YamlMistake) => Explanation | null)[] = [
  duplicateField,
  tab,
  textAfterValue,
  signBeforeValue,
  fieldInField,
  unclosedQuote,
  signBeforeScalar,
  quoteInQuotes,
  indentation,
  unclosedList,
  missingColon,
  backslash,
  directive,
  secondDocument,
];

export function reportYamlError(source: SourceText, at: number, code: string, message: string, report: Report): void {
  const {line} = placeOf(source, at);
  const range = lineRange(source, at);
  const text = source.text.slice(...range);
  const [, indent = '', name = '', value = ''] = /^(\s*(?:-\s+)?)([^\s:]+):\s+(.*)$/.exec(lineText(source, line)) ?? [];
  const inQuotes = name ? `${indent.trimStart()}${name}: ${JSON.stringify(typographic(unquoted(value)))}` : quotedLine(text);
  const mistake = {source, at, code, message, line, text, indent, name, value, inQuotes};
  for (const explain of EXPLANATIONS) {
    const explanation = explain(mistake);
    if (!explanation) continue;
    report(explanation.range ?? range, explanation);
    return;
  }
  report(range, {
    rule: 'yaml',
    what: `\`${shown(text)}\` cannot be read as YAML (${message}).`,
    why: YAML_WHY,
    fix: 'Put values with unusual characters in double quotes, and indent only what belongs to the line above.',
    example: inQuotes,
  });
}

function duplicateField({source, at, code, name, text}: YamlMistake): Explanation | null {
  if (code !== 'DUPLICATE_KEY') return null;
  const field = /^[^:]+/.exec(source.text.slice(at))?.[0]?.trim() ?? name;
  return {
    rule: 'duplicate-field',
    what: `\`${field}\` appears here a second time.`,
    why: 'Only one of them could be used, without saying which.',
    fix: 'Keep one of the two and delete the other.',
    example: text,
    range: [at, at + field.length],
  };
}

function tab({source, code, line, text}: YamlMistake): Explanation | null {
  const whole = lineText(source, line);
  if (code !== 'TAB_AS_INDENT' && !/^\s*\t/.test(whole)) return null;
  const start = lineStart(source, line);
  return {
    rule: 'tab',
    what: 'This line is indented with a tab.',
    why: 'YAML allows only spaces at the start of a line.',
    fix: 'Replace the tab by two spaces, or delete it if the field belongs to no other.',
    example: `  ${text}`,
    range: [start, start + (/^\s*/.exec(whole)?.[0].length ?? 1)],
  };
}

function textAfterValue({code, text, indent, name, value}: YamlMistake): Explanation | null {
  const trailing = code === 'UNEXPECTED_TOKEN' ? /^((["']).*\2|[[{].*[\]}])\s*([,;])$/.exec(value) : null;
  return (
    trailing && {
      rule: 'text-after-value',
      what: `\`${shown(text)}\` ends with \`${trailing[3] ?? ''}\`.`,
      why: 'In YAML the end of the line ends the value.',
      fix: 'Delete it.',
      example: `${indent.trimStart()}${name}: ${trailing[1] ?? ''}`,
    }
  );
}

function signBeforeValue(mistake: YamlMistake): Explanation | null {
  const {message, value} = mistake;
  const isSign =
    /^[-?] /.test(value) || /^[|>](?![-+\d]*\s*(?:#|$))/.test(value) || (/^[[{]/.test(value) && message.includes('at node end'));
  return isSign ? valueToQuote(mistake, value[0] ?? '') : null;
}

function signBeforeScalar(mistake: YamlMistake): Explanation | null {
  const {source, at, code, value} = mistake;
  if (/^[*&!]/.test(value)) return valueToQuote(mistake, value[0] ?? '');
  return code === 'BAD_SCALAR_START' ? valueToQuote(mistake, source.text[at] ?? '') : null;
}

/** A value that starts with a character that has a meaning in YAML. */
function valueToQuote({text, inQuotes}: YamlMistake, sign: string): Explanation {
  return {
    rule: 'yaml-character',
    what: `\`${shown(text)}\` starts a value with \`${sign}\`.`,
    why: YAML_WHY,
    fix: 'Put the value in double quotes.',
    example: inQuotes,
  };
}

/** A line that YAML reads as a field within the value of another. */
function fieldInField({source, code, line, text, value, inQuotes}: YamlMistake): Explanation | null {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' && code !== 'MULTILINE_IMPLICIT_KEY') return null;
  if (/:(\s|$)/.test(value)) {
    return {
      rule: 'colon-in-value',
      what: `\`${shown(text)}\` has a second colon.`,
      why: 'In YAML a colon and a space start a new field.',
      fix: 'Put the value in double quotes.',
      example: inQuotes,
    };
  }
  const noSpace = /^([A-Za-z]+):(\S.*)$/.exec(text);
  if (noSpace) {
    return {
      rule: 'not-fields',
      what: `\`${shown(text)}\` has no space after its colon.`,
      why: NOT_FIELDS_WHY,
      fix: 'Put a space after the colon.',
      example: `${noSpace[1]}: ${noSpace[2]}`,
    };
  }
  if (!text.includes(':')) return withoutColon(text, text.replace(/^(\S+)\s+/, '$1: '));
  return {
    rule: 'indentation',
    what: `The line after \`${shown(text)}\` is indented, as if it belonged to it.`,
    why: INDENTATION_WHY,
    fix: 'Start every field at the beginning of its line.',
    example: `${text}\n${lineText(source, line + 1).trimStart()}`,
  };
}

function missingColon({message, text}: YamlMistake): Explanation | null {
  return message.includes('Implicit map keys') ? withoutColon(text, 'title: The words readers see') : null;
}

function withoutColon(text: string, example: string): Explanation {
  return {
    rule: 'not-fields',
    what: `\`${shown(text)}\` has no colon.`,
    why: NOT_FIELDS_WHY,
    fix: 'Write each field as `name: value`; to go on with a long value, indent the line.',
    example,
  };
}

function unclosedQuote({message, text, inQuotes}: YamlMistake): Explanation | null {
  if (!message.includes('closing') || !/quote/.test(message)) return null;
  return {
    rule: 'unclosed-quote',
    what: `\`${shown(text)}\` opens a quotation mark that is never closed.`,
    why: OPEN_QUOTE_WHY,
    fix: 'Close it at the end of the line.',
    example: inQuotes,
  };
}

function quoteInQuotes({source, at, code, text, value, inQuotes}: YamlMistake): Explanation | null {
  if (code !== 'UNEXPECTED_TOKEN' || !/^["']/.test(value)) return null;
  const isOpenAtEnd = source.text[at] === value[0] && value.indexOf(value[0] ?? '', 1) === -1;
  if (isOpenAtEnd) {
    return {
      rule: 'unclosed-quote',
      what: `\`${shown(text)}\` opens a quotation mark that is not closed on its line.`,
      why: OPEN_QUOTE_WHY,
      fix: 'Close it at the end of the line.',
      example: inQuotes,
    };
  }
  return {
    rule: 'quote-in-quotes',
    what: `\`${shown(text)}\` has more text after its closing quotation mark.`,
    why: 'YAML takes the second mark for the end of the value.',
    fix: value.startsWith('"')
      ? 'Inside quotes, use typographic marks (“ ” ’), or put a backslash before each straight one.'
      : 'Use double quotes around the value; inside them an apostrophe does no harm.',
    example: inQuotes.replace(/(\w)'(\w)/g, '$1’$2'),
  };
}

function indentation({code, message, text}: YamlMistake): Explanation | null {
  if (!message.includes('without - indicator') && (code !== 'BAD_INDENT' || /Flow/.test(message))) return null;
  return {
    rule: 'indentation',
    what: `\`${shown(text)}\` is indented differently from the line it belongs to.`,
    why: INDENTATION_WHY,
    fix: 'Line it up with the field above it.',
    example: 'sources:\n  - id: times-1969-07-21\n    supports: the day and the words spoken',
  };
}

function unclosedList({message, text}: YamlMistake): Explanation | null {
  if (!/Flow (sequence|map)/.test(message) && !message.includes('flow')) return null;
  const bracket = /map/.test(message) ? '}' : ']';
  return {
    rule: 'unclosed-list',
    what: `\`${shown(text)}\` opens a list that has no closing \`${bracket}\`.`,
    why: YAML_WHY,
    fix: `Write the list on one line and close it with \`${bracket}\`.`,
    example: /^[^:]+: \[[^\]]*$/.test(text) && bracket === ']' ? `${text}]` : 'actors: [neil-armstrong, buzz-aldrin]',
  };
}

function backslash({code, text}: YamlMistake): Explanation | null {
  if (code !== 'BAD_DQ_ESCAPE') return null;
  return {
    rule: 'backslash',
    what: `\`${shown(text)}\` has a backslash inside double quotes.`,
    why: YAML_WHY,
    fix: 'Write two backslashes, or leave it out.',
    example: text.replace(/\\(?!["\\])/g, '\\\\'),
  };
}

function directive({message, text}: YamlMistake): Explanation | null {
  if (!/directives?-end|%YAML|directive/i.test(message)) return null;
  return {
    rule: 'yaml',
    what: `\`${shown(text)}\` follows a line that begins with \`%\`, which YAML reads as a directive.`,
    why: YAML_WHY,
    fix: 'Delete the line that begins with `%`.',
    example: '',
  };
}

function secondDocument({code}: YamlMistake): Explanation | null {
  if (code !== 'MULTIPLE_DOCS') return null;
  return {
    rule: 'second-document',
    what: 'A line `---` starts a second document inside this file.',
    why: 'One file is one entry.',
    fix: 'Delete the line, and what follows if it does not belong here.',
    example: '',
  };
}

/** A line with its value in double quotes. */
export function quotedLine(line: string): string {
  const [, name, value] = /^(\s*(?:-\s+)?[^\s:]+:)\s+(.*)$/.exec(line) ?? [];
  return name === undefined ? JSON.stringify(line.trim()) : `${name.trimStart()} ${JSON.stringify(typographic(value ?? ''))}`;
}

/** A value without the marks around it; marks that are on one side only belong to its words. */
function unquoted(value: string): string {
  const mark = value[0] ?? '';
  if (mark !== '"' && mark !== "'") return value;
  if (value.length > 1 && value.endsWith(mark)) return value.slice(1, -1);
  return value.indexOf(mark, 1) === -1 ? value.slice(1) : value;
}

/** Straight double marks as typographic ones, which mean nothing to YAML. */
function typographic(text: string): string {
  return text.replace(/"([^"]*)"/g, '“$1”').replace(/"/g, '”');
}
