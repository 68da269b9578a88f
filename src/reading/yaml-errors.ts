/** What the YAML parser finds wrong, in words for a writer, at the place where it was written. */
import {visit} from 'yaml';
import type {Node} from 'yaml';
import {shown} from '../problems/quoted.ts';
import {lineRange, lineStart, lineText, placeOf} from '../problems/source-text.ts';
import type {Range, Report, SourceText} from '../problems/source-text.ts';

export const YAML_WHY = 'The fields at the top of a file are YAML, where some signs have a meaning of their own.';
export const NOT_FIELDS_WHY = 'A field is a name, a colon, a space and a value.';
export const NOT_FIELDS_FIX = 'Write each field as `name: value`, on its own line.';

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

export function reportYamlError(source: SourceText, at: number, code: string, message: string, report: Report): void {
  const {line} = placeOf(source, at);
  const range = lineRange(source, at);
  const text = source.text.slice(...range);
  const [, indent = '', name = '', value = ''] = /^(\s*(?:-\s+)?)([^\s:]+):\s+(.*)$/.exec(lineText(source, line)) ?? [];
  const complain = (rule: string, what: string, fix: string, example: string, why = YAML_WHY, where: Range = range) =>
    report(where, {rule, what, why, fix, example});
  const inQuotes = name ? `${indent.trimStart()}${name}: ${JSON.stringify(typographic(unquoted(value)))}` : quotedLine(text);

  if (code === 'DUPLICATE_KEY') {
    const field = /^[^:]+/.exec(source.text.slice(at))?.[0]?.trim() ?? name;
    return complain(
      'duplicate-field',
      `\`${field}\` stands here a second time.`,
      'Keep one of the two and delete the other.',
      text,
      'Only one of them could be used, and nobody would see which.',
      [at, at + field.length],
    );
  }
  if (code === 'TAB_AS_INDENT' || /^\s*\t/.test(lineText(source, line))) {
    const start = lineStart(source, line);
    const blanks = /^\s*/.exec(lineText(source, line))?.[0].length ?? 1;
    return complain(
      'tab',
      'This line is indented with a tab.',
      'Replace the tab by two spaces, or delete it if the field belongs to no other.',
      `  ${text}`,
      'YAML allows only spaces at the start of a line.',
      [start, start + blanks],
    );
  }
  const trailing = /^((["']).*\2|[[{].*[\]}])\s*([,;])$/.exec(value);
  if (trailing && code === 'UNEXPECTED_TOKEN') {
    return complain(
      'sign-after-value',
      `\`${shown(text)}\` ends with \`${trailing[3] ?? ''}\`.`,
      'Delete it.',
      `${indent.trimStart()}${name}: ${trailing[1] ?? ''}`,
      'In YAML the end of the line ends the value.',
    );
  }
  if (/^[-?] /.test(value) || /^[|>](?![-+\d]*\s*(?:#|$))/.test(value) || (/^[[{]/.test(value) && message.includes('at node end'))) {
    return complain(
      'yaml-sign',
      `\`${shown(text)}\` starts a value with \`${value[0] ?? ''}\`.`,
      'Put the value in double quotes.',
      inQuotes,
    );
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'MULTILINE_IMPLICIT_KEY') {
    if (/:(\s|$)/.test(value)) {
      return complain(
        'colon-in-value',
        `\`${shown(text)}\` has a second colon.`,
        'Put the value in double quotes.',
        inQuotes,
        'To YAML a colon and a space start a new field.',
      );
    }
    const noSpace = /^([A-Za-z]+):(\S.*)$/.exec(text);
    if (noSpace) {
      return complain(
        'not-fields',
        `\`${shown(text)}\` has no space after its colon.`,
        'Put a space after the colon.',
        `${noSpace[1]}: ${noSpace[2]}`,
        NOT_FIELDS_WHY,
      );
    }
    if (!text.includes(':')) {
      return complain(
        'not-fields',
        `\`${shown(text)}\` has no colon.`,
        'Write each field as `name: value`; to go on with a long value, indent the line.',
        text.replace(/^(\S+)\s+/, '$1: '),
        NOT_FIELDS_WHY,
      );
    }
    return complain(
      'indentation',
      `The line after \`${shown(text)}\` is indented, as if it belonged to it.`,
      'Start every field at the beginning of its line.',
      `${text}\n${lineText(source, line + 1).trimStart()}`,
      'YAML reads from the indentation what belongs to what.',
    );
  }
  if (message.includes('closing') && /quote/.test(message)) {
    return complain(
      'unclosed-quote',
      `\`${shown(text)}\` opens a quotation mark that is never closed.`,
      'Close it at the end of the line.',
      inQuotes,
      'Everything after it is read as part of the value.',
    );
  }
  if (/^[*&!]/.test(value)) {
    return complain('yaml-sign', `\`${shown(text)}\` starts a value with \`${value[0]}\`.`, 'Put the value in double quotes.', inQuotes);
  }
  if (code === 'BAD_SCALAR_START') {
    return complain(
      'yaml-sign',
      `\`${shown(text)}\` starts a value with \`${source.text[at] ?? ''}\`.`,
      'Put the value in double quotes.',
      inQuotes,
    );
  }
  if (code === 'UNEXPECTED_TOKEN' && /^["']/.test(value)) {
    const isOpenAtEnd = source.text[at] === value[0] && value.indexOf(value[0] ?? '', 1) === -1;
    return isOpenAtEnd
      ? complain(
          'unclosed-quote',
          `\`${shown(text)}\` opens a quotation mark that is not closed on its line.`,
          'Close it at the end of the line.',
          inQuotes,
          'Everything after it is read as part of the value.',
        )
      : complain(
          'quote-in-quotes',
          `\`${shown(text)}\` has more text after its closing quotation mark.`,
          value.startsWith('"')
            ? 'Inside quotes, use typographic marks (“ ” ’), or put a backslash before each straight one.'
            : 'Use double quotes around the value; inside them an apostrophe is no trouble.',
          inQuotes.replace(/(\w)'(\w)/g, '$1’$2'),
          'YAML takes the second mark for the end of the value.',
        );
  }
  if (message.includes('without - indicator') || (code === 'BAD_INDENT' && !/Flow/.test(message))) {
    return complain(
      'indentation',
      `\`${shown(text)}\` is indented differently from the line it belongs to.`,
      'Line it up with the field above it.',
      'sources:\n  - id: times-1969-07-21\n    supports: the day and the words spoken',
      'YAML reads from the indentation what belongs to what.',
    );
  }
  if (/Flow (sequence|map)/.test(message) || message.includes('flow')) {
    const sign = /map/.test(message) ? '}' : ']';
    return complain(
      'unclosed-list',
      `\`${shown(text)}\` opens a list that has no closing \`${sign}\`.`,
      `Write the list on one line and close it with \`${sign}\`.`,
      /^[^:]+: \[[^\]]*$/.test(text) && sign === ']' ? `${text}]` : 'actors: [neil-armstrong, buzz-aldrin]',
    );
  }
  if (message.includes('Implicit map keys')) {
    return complain(
      'not-fields',
      `\`${shown(text)}\` has no colon.`,
      'Write each field as `name: value`; to go on with a long value, indent the line.',
      'title: The words readers see',
      NOT_FIELDS_WHY,
    );
  }
  if (code === 'BAD_DQ_ESCAPE') {
    return complain(
      'backslash',
      `\`${shown(text)}\` has a backslash inside double quotes.`,
      'Write two backslashes, or leave it out.',
      text.replace(/\\(?!["\\])/g, '\\\\'),
    );
  }
  if (/directives?-end|%YAML|directive/i.test(message)) {
    return complain(
      'yaml',
      `\`${shown(text)}\` follows a line that begins with \`%\`, which is an order to YAML.`,
      'Delete the line that begins with `%`.',
      '',
    );
  }
  if (code === 'MULTIPLE_DOCS') {
    return complain(
      'second-document',
      'A line `---` starts a second document inside this file.',
      'Delete the line, and what follows if it does not belong here.',
      '',
      'One file is one entry.',
    );
  }
  return complain(
    'yaml',
    `\`${shown(text)}\` cannot be read as YAML (${message}).`,
    'Put values with unusual signs in double quotes, and indent only what belongs to the line above.',
    inQuotes,
  );
}

/** A line with its value in double quotes. */
export function quotedLine(line: string): string {
  const [, name, value] = /^(\s*(?:-\s+)?[^\s:]+:)\s+(.*)$/.exec(line) ?? [];
  return name === undefined ? JSON.stringify(line.trim()) : `${name.trimStart()} ${JSON.stringify(typographic(value ?? ''))}`;
}

/** A value without the marks around it; marks that stand on one side only belong to its words. */
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
