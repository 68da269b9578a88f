/** YAML as writers write it, with the place of every field; what YAML would silently change is reported instead. */
import {isAlias, isMap, isScalar, isSeq, parseDocument, Schema, visit} from 'yaml';
import type {Node, Scalar} from 'yaml';
import {firstInvisible, withoutInvisible} from '../problems/invisible-characters.ts';
import {shown} from '../problems/quoted.ts';
import {lineRange, lineText, lineStart, placeOf} from '../problems/source-text.ts';
import type {Range, Report, SourceText} from '../problems/source-text.ts';
import {DateError, edtfFromText} from '../schema/dates.ts';
import {DATE_FIELDS, NUMBER_FIELDS} from '../schema/fields.ts';

export type Path = readonly (string | number)[];

export interface YamlReading {
  /** Maps as objects without a prototype; dates as written. */
  readonly data: Record<string, unknown>;
  /** False where the YAML is so broken that fields may be missing only because they were not understood. */
  readonly isWhole: boolean;
  /** Whether something wrong with the YAML itself has been reported on the line of an offset. */
  isReported(offset: number): boolean;
  /** The place of a value, or of the nearest thing around it. */
  rangeOf(path: Path): Range;
  /** Where the name of a field stands. */
  keyRangeOf(path: Path): Range;
  /** The value of a field as it stands in the file, quotes and all. */
  writtenAt(path: Path): string;
  /** What follows the name of a field on its line. */
  lineAfter(path: Path): string;
}

const YAML_WHY = 'The fields at the top of a file are YAML, where some signs have a meaning of their own.';
const NOT_FIELDS_WHY = 'A field is a name, a colon, a space and a value.';
const NOT_FIELDS_FIX = 'Write each field as `name: value`, on its own line.';

/** No entry holds lists in lists deeper than two; what goes on and on would bring the reader down. */
const MAX_DEPTH = 12;

/** A number that every reader of YAML takes for the same. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Blanks that look like spaces and are none, where YAML goes by its spaces: before a field and after its colon. */
const ODD_BLANK =
  /^(?:([ \t]*(?:- )?)[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000][^\S\n]*\S|[ \t]*(?:- )?[A-Za-z]+:[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000])/gm;

/** One for all files: to make it takes as long as to read a short one. */
const CORE = new Schema({schema: 'core', resolveKnownTags: true});

/**
 * Reads the YAML between two offsets of a file.
 *
 * @returns Null where there are no fields at all; everything wrong has been reported.
 */
export function readYaml(source: SourceText, [from, to]: Range, report: Report): YamlReading | null {
  const text = source.text.slice(from, to);
  let isWhole = true;
  const reportedLines = new Set<number>();
  const tellLine = (offset: number) => reportedLines.add(placeOf(source, offset).line);
  for (const match of text.matchAll(ODD_BLANK)) {
    const range = lineRange(source, from + match.index);
    const at = from + match.index + match[0].search(/[^\S \t]/);
    isWhole = false;
    tellLine(at);
    report([at, at + 1], {
      rule: 'odd-blank',
      what: `A blank on this line is no space: ${shown(source.text.slice(...range))}`,
      why: 'YAML reads from plain spaces where a value begins and what belongs to what.',
      fix: 'Replace the blank by a space from the keyboard.',
      example: lineText(source, placeOf(source, at).line).replace(/[^\S \t]/g, ' '),
    });
  }

  const document = parseDocument(text, {schema: CORE, prettyErrors: false, uniqueKeys: true});
  for (const error of document.errors) {
    if (error.code !== 'DUPLICATE_KEY') isWhole = false;
    if (/call stack/i.test(error.message)) {
      reportTooDeep(source, from + deepestLine(text), report);
      return null;
    }
    const at = errorOffset(error.code, error.message, error.pos[0], document.contents, text);
    const {line} = placeOf(source, from + at);
    if (error.code !== 'DUPLICATE_KEY' && reportedLines.has(line)) continue;
    reportedLines.add(line);
    reportYamlError(source, from + at, error.code, error.message, report);
  }

  const root = document.contents;
  if (root === null || (isScalar(root) && (root.value === null || root.value === ''))) {
    if (isWhole) {
      report([from, from], {
        rule: 'no-fields',
        what: 'There is not one field here.',
        why: 'The fields say what the entry is.',
        fix: 'Write the fields, each on its own line.',
        example: 'title: The words readers see',
      });
    }
    return null;
  }
  if (!isMap(root)) {
    if (isWhole) {
      const firstLine = lineRange(source, from + (root.range?.[0] ?? 0));
      const line = source.text.slice(...firstLine);
      const noSpace = /^([A-Za-z]+)(?::(?=\S)|：\s*)(.*)$/.exec(line);
      const item = isSeq(root) ? /^(?:- +)+([A-Za-z]+:.*)$/.exec(line) : null;
      report(firstLine, {
        rule: 'not-fields',
        what: noSpace
          ? `\`${shown(line)}\` has no ${line.includes('：') ? 'plain colon' : 'space after its colon'}.`
          : item
            ? `\`${shown(line)}\` begins a list.`
            : `\`${shown(line)}\` is not a field.`,
        why: item ? 'One file is one entry: its fields stand at the beginning of their lines.' : NOT_FIELDS_WHY,
        fix: noSpace
          ? line.includes('：')
            ? 'Write a plain colon and a space.'
            : 'Put a space after the colon.'
          : item
            ? 'Delete the hyphen, and start each field at the beginning of its line.'
            : NOT_FIELDS_FIX,
        example: noSpace ? `${noSpace[1]}: ${noSpace[2]}` : item ? (item[1] ?? '') : 'title: The words readers see',
      });
    }
    return null;
  }

  const rangeOfNode = (node: Node | null | undefined, fallback: Range): Range =>
    node?.range ? [from + node.range[0], from + Math.max(node.range[0], node.range[1])] : fallback;

  /** Whether a value is an anchor, an alias or has a tag: what YAML would make of it is not what stands there. */
  const special = (node: Node, range: Range): boolean => {
    const sign = isAlias(node)
      ? '*'
      : 'anchor' in node && node.anchor
        ? '&'
        : 'tag' in node &&
            node.tag !== undefined &&
            text
              .slice(0, node.range?.[0] ?? 0)
              .trimEnd()
              .at(-1) !== ':'
          ? '!'
          : '';
    const tagged = sign === '' && !isAlias(node) && text.slice(node.range?.[0] ?? 0).startsWith('!');
    if (sign === '' && !tagged) return false;
    const {line} = placeOf(source, range[0]);
    if (reportedLines.has(line)) return true;
    reportedLines.add(line);
    const written = source.text.slice(...lineRange(source, range[0]));
    const isScript = /!!?(?:js|python|ruby|java|php|perl)\b/.test(written);
    report(lineRange(source, range[0]), {
      rule: 'yaml-sign',
      what: `\`${shown(written)}\` starts a value with \`${sign || '!'}\`.`,
      why: `${YAML_WHY} \`&\`, \`*\` and \`!\` at the start of a value are among them.`,
      fix: isScript
        ? 'Delete it: fields hold words and numbers, and nothing in them is run.'
        : sign === '*' || sign === '&'
          ? 'Put the value in double quotes; if it was to stand for another value, write that value out.'
          : 'Put the value in double quotes; delete a tag such as `!!str`.',
      example: quotedLine(written.replace(/!!\w+(?:\/\w+)?\s+["']?(.*?)["']?$/, '$1')),
    });
    return true;
  };

  const mergeKey = (at: Range): void => {
    isWhole = false;
    tellLine(at[0]);
    report(lineRange(source, at[0]), {
      rule: 'yaml-sign',
      what: '`<<` copies fields from another place.',
      why: `${YAML_WHY} Nobody who reads this file would see what it copies.`,
      fix: 'Write the fields out.',
      example: '',
    });
  };

  let isDeep = false;
  const reportText = (value: string, range: Range): void => {
    const odd = firstInvisible(value);
    if (!odd) return;
    // The character may be there itself or as an escape, such as \u200B.
    const within = source.text.slice(...range).indexOf(value[odd.at] ?? '');
    tellLine(range[0]);
    isWhole = false;
    const line = source.text.slice(...lineRange(source, range[0]));
    report(within === -1 ? range : [range[0] + within, range[0] + within + odd.length], {
      rule: 'unseen-sign',
      what: `\`${shown(value)}\` holds ${odd.name}.`,
      why: odd.isLost ? 'Readers would see a black box in its place.' : 'Nobody sees it, and it breaks searching, sorting and copying.',
      fix: odd.isLost
        ? 'Write the letter that was there, and save the file in UTF-8.'
        : 'Delete it; typing the words anew is the surest way.',
      example: firstInvisible(line) && !odd.isLost ? withoutInvisible(line) : '',
    });
  };

  /** `path` is grown and shrunk in place; `name` is the last field's name on the way. */
  const plain = (node: Node | null, path: (string | number)[], name: string, around: Range): unknown => {
    const range = rangeOfNode(node, around);
    if (node === null) return null;
    if (path.length > MAX_DEPTH) {
      isWhole = false;
      if (!isDeep) reportTooDeep(source, range[0], report);
      isDeep = true;
      tellLine(range[0]);
      return undefined;
    }
    if (special(node, range)) {
      isWhole = false;
      return undefined;
    }
    if (isMap(node)) {
      const result: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
      for (const pair of node.items) {
        const keyNode = pair.key as Node | null;
        const keyRange = rangeOfNode(keyNode, range);
        if (!isScalar(keyNode)) {
          isWhole = false;
          report(keyRange, {
            rule: 'not-fields',
            what: `\`${shown(source.text.slice(...lineRange(source, keyRange[0])))}\` is not a field.`,
            why: NOT_FIELDS_WHY,
            fix: NOT_FIELDS_FIX,
            example: 'title: The words readers see',
          });
          continue;
        }
        if (keyNode.value === '<<') {
          mergeKey(keyRange);
          continue;
        }
        special(keyNode, keyRange);
        const field = fieldName(keyNode);
        reportText(field, keyRange);
        path.push(field);
        const read = plain(pair.value as Node | null, path, field, keyRange);
        if (!Object.hasOwn(result, field)) result[field] = read;
        path.pop();
      }
      return result;
    }
    if (isSeq(node)) {
      return node.items.map((item, i) => {
        path.push(i);
        const read = plain(item as Node | null, path, name, rangeOfNode(item as Node, range));
        path.pop();
        return read;
      });
    }
    const scalar = node as Scalar;
    if (scalar.type === 'PLAIN') {
      if (DATE_FIELDS.has(name) && scalar.value !== null) {
        const written = scalar.source ?? String(scalar.value);
        reportBareDate(name, written, range, report);
        return written;
      }
      reportCutComment(source, name, scalar, range, report);
      if (NUMBER_FIELDS.has(name) && typeof scalar.value === 'number')
        reportRewritten(name, scalar.source ?? '', scalar.value, range, report);
    }
    if (typeof scalar.value === 'string') reportText(scalar.value, range);
    return scalar.value;
  };

  const data = plain(root, [], '', [from, from]) as Record<string, unknown>;
  /** Most files have nothing wrong, so nobody asks where their fields stand. */
  const find = (path: Path, part: 'key' | 'value'): Range => {
    let found: Range = [Math.max(0, from - 4), Math.max(0, from - 1)];
    let node: Node | null = root;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(({key}) => isScalar(key) && fieldName(key) === step);
        if (!pair) break;
        const keyRange = rangeOfNode(pair.key as Node, found);
        node = pair.value as Node | null;
        const isEmpty = node === null || (isScalar(node) && node.value === null && (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0));
        found = part === 'key' || isEmpty ? keyRange : rangeOfNode(node, keyRange);
      } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
        node = node.items[step] as Node | null;
        found = rangeOfNode(node, found);
      } else break;
    }
    return found;
  };
  return {
    data,
    isWhole,
    isReported: (offset) => reportedLines.has(placeOf(source, offset).line),
    rangeOf: (path) => find(path, 'value'),
    keyRangeOf: (path) => find(path, 'key'),
    lineAfter: (path) => {
      const end = find(path, 'key')[1];
      return source.text.slice(end, lineRange(source, end)[1]);
    },
    writtenAt: (path) => source.text.slice(...find(path, 'value')).trimEnd(),
  };
}

/** Where the line begins that opens the most lists in one go. */
function deepestLine(text: string): number {
  let [deepest, at] = [0, 0];
  for (const match of text.matchAll(/(?:[[{]\s*(?:\w*:\s*)?|- ){3,}/g)) {
    if (match[0].length <= deepest) continue;
    [deepest, at] = [match[0].length, match.index];
  }
  return at;
}

/** The name of a field as written: `1969` is a name too. */
function fieldName(key: Scalar): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? '');
}

function reportTooDeep(source: SourceText, at: number, report: Report): void {
  report(lineRange(source, at), {
    rule: 'too-deep',
    what: `\`${shown(source.text.slice(...lineRange(source, at)))}\` holds lists in lists in lists.`,
    why: 'No field goes deeper than a list of groups.',
    fix: 'Check the brackets, the hyphens and the indentation.',
    example: 'actors: [neil-armstrong, buzz-aldrin]',
  });
}

/** A number that is read as another one, or that programs read differently. */
function reportRewritten(name: string, written: string, value: number, range: Range, report: Report): void {
  if (!Number.isFinite(value) || (PLAIN_NUMBER.test(written) && Number.isSafeInteger(Math.trunc(value)))) return;
  const isTooLong = PLAIN_NUMBER.test(written);
  report(range, {
    rule: 'number-rewritten',
    what: `\`${name}\` is \`${shown(written)}\`, which is read as ${isTooLong ? `about ${String(value)}` : String(value)}.`,
    why: isTooLong ? 'A number of more than 15 digits loses its last ones.' : 'Programs that read YAML disagree about such numbers.',
    fix: isTooLong ? 'Count in a larger unit.' : 'Write digits only, with a point before decimals.',
    example: `${name}: ${isTooLong ? String(Math.round(value / 1e9)) : String(value)}`,
  });
}

/** A date that YAML might have rewritten; the schema reports what is not a date at all. */
function reportBareDate(name: string, written: string, range: Range, report: Report): void {
  try {
    edtfFromText(written);
  } catch (error) {
    if (error instanceof DateError) return;
    throw error;
  }
  const isYear = /^\d{4}$/.test(written);
  report(range, {
    rule: 'date-unquoted',
    severity: isYear ? 'advice' : 'error',
    what: isYear
      ? `\`${name}\` (${written}) has no quotes; it is read as the whole year ${written}.`
      : `\`${name}\` (${written}) has no quotes.`,
    why: 'Programs that read YAML rewrite bare dates before anybody sees them: 30 February becomes 2 March.',
    fix: 'Put the date in double quotes.',
    example: `${name}: "${written}"`,
  });
}

/** `title: The #1 story`: everything from ` #` on is a comment to YAML, and would vanish. */
function reportCutComment(source: SourceText, name: string, scalar: Scalar, [from, to]: Range, report: Report): void {
  if (typeof scalar.value !== 'string') return;
  const cut = /^ #[^\s#]\S*.*/.exec(
    source.text.slice(to, source.text.indexOf('\n', to) === -1 ? undefined : source.text.indexOf('\n', to)),
  );
  if (!cut) return;
  const whole = `${source.text.slice(from, to)}${cut[0]}`;
  report([to + 1, to + cut[0].length], {
    rule: 'hash-cuts-text',
    what: `\`${shown(cut[0].trim())}\` is cut off: after a space, \`#\` starts a comment.`,
    why: YAML_WHY,
    fix: 'Put the whole value in double quotes, or put a space after `#` if it is a comment.',
    example: name === '' ? JSON.stringify(whole) : `${name}: ${JSON.stringify(whole)}`,
  });
}

/** Where a mistake was made, which is not always where YAML noticed it: an unclosed quote is noticed at the end. */
function errorOffset(code: string, message: string, at: number, contents: unknown, text: string): number {
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

function reportYamlError(source: SourceText, at: number, code: string, message: string, report: Report): void {
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
        'A field is a name, a colon, a space and a value.',
      );
    }
    if (!text.includes(':')) {
      return complain(
        'not-fields',
        `\`${shown(text)}\` has no colon.`,
        'Write each field as `name: value`; to go on with a long value, indent the line.',
        text.replace(/^(\S+)\s+/, '$1: '),
        'A field is a name, a colon, a space and a value.',
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
      'A field is a name, a colon, a space and a value.',
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
function quotedLine(line: string): string {
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
