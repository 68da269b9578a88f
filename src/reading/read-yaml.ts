/** YAML as writers write it, with the place of every field; what YAML would silently change is reported instead. */
import {isAlias, isMap, isScalar, isSeq, parseDocument, Schema} from 'yaml';
import type {Node, Scalar} from 'yaml';
import {invisibleComplaint} from '../problems/invisible-complaint.ts';
import {shown} from '../problems/quoted.ts';
import {lineRange, lineText, placeOf} from '../problems/source-text.ts';
import type {Range, Report, SourceText} from '../problems/source-text.ts';
import {DateError, edtfFromText} from '../schema/dates.ts';
import {DATE_FIELDS, NUMBER_FIELDS} from '../schema/fields.ts';
import {errorOffset, NOT_FIELDS_FIX, NOT_FIELDS_WHY, quotedLine, reportYamlError, YAML_WHY} from './yaml-errors.ts';

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
  if (!isMap(root)) {
    if (isWhole) reportNoFields(source, from, root, report);
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
    const invisible = invisibleComplaint(source, value, range);
    if (!invisible) return;
    tellLine(range[0]);
    isWhole = false;
    report(invisible.range, invisible.complaint);
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

/** Reports YAML that holds anything but fields. */
function reportNoFields(source: SourceText, from: number, root: Node | null, report: Report): void {
  if (root === null || (isScalar(root) && (root.value === null || root.value === ''))) {
    report([from, from], {
      rule: 'no-fields',
      what: 'There is not one field here.',
      why: 'The fields say what the entry is.',
      fix: 'Write the fields, each on its own line.',
      example: 'title: The words readers see',
    });
    return;
  }
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
