/** YAML as writers write it, with the place of every field; what YAML would silently change is reported instead. */
import {isMap, isScalar, isSeq, parseDocument, Schema} from 'yaml';
import type {Node, YAMLMap} from 'yaml';
import {shown} from '../problems/quoted.ts';
import {lineRange, lineText, placeOf} from '../problems/source-text.ts';
import type {Range, Report, SourceText} from '../problems/source-text.ts';
import {errorOffset, NOT_FIELDS_FIX, NOT_FIELDS_WHY, reportYamlError} from './yaml-errors.ts';
import {fieldName, isReported, markReported, rangeOfNode, reportTooDeep} from './yaml-part.ts';
import type {YamlPart} from './yaml-part.ts';
import {valuesOf} from './yaml-values.ts';

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
  /** Where the name of a field is. */
  keyRangeOf(path: Path): Range;
  /** The value of a field as it is in the file, quotes and all. */
  writtenAt(path: Path): string;
  /** What follows the name of a field on its line. */
  lineAfter(path: Path): string;
}

const BLANK = '[\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]';
/** Characters that look like spaces but are not, where YAML needs spaces: before a field and after its colon. */
const ODD_SPACE = new RegExp(`^(?:([ \\t]*(?:- )?)${BLANK}[^\\S\\n]*\\S|[ \\t]*(?:- )?[A-Za-z]+:${BLANK})`, 'gm');

/** One for all files: making it takes as long as reading a short one. */
const CORE = new Schema({schema: 'core', resolveKnownTags: true});

/**
 * Reads the YAML between two offsets of a file.
 *
 * @returns Null where there are no fields at all; everything wrong has been reported.
 */
export function readYaml(source: SourceText, [from, to]: Range, report: Report): YamlReading | null {
  const text = source.text.slice(from, to);
  const part: YamlPart = {source, from, text, report, reportedLines: new Set(), isWhole: true, isTooDeep: false};
  reportOddSpaces(part);
  const document = parseDocument(text, {schema: CORE, prettyErrors: false, uniqueKeys: true});
  for (const error of document.errors) {
    if (error.code !== 'DUPLICATE_KEY') part.isWhole = false;
    if (/call stack/i.test(error.message)) {
      reportTooDeep(source, from + deepestLine(text), report);
      return null;
    }
    const at = from + errorOffset(error.code, error.message, error.pos[0], document.contents, text);
    if (error.code !== 'DUPLICATE_KEY' && isReported(part, at)) continue;
    markReported(part, at);
    reportYamlError(source, at, error.code, error.message, report);
  }

  const root = document.contents;
  if (!isMap(root)) {
    if (part.isWhole) reportNoFields(source, from, root, report);
    return null;
  }
  const data = valuesOf(part, root);
  return {
    data,
    isWhole: part.isWhole,
    isReported: (offset) => isReported(part, offset),
    rangeOf: (path) => rangeAt(part, root, path, 'value'),
    keyRangeOf: (path) => rangeAt(part, root, path, 'key'),
    lineAfter: (path) => {
      const end = rangeAt(part, root, path, 'key')[1];
      return source.text.slice(end, lineRange(source, end)[1]);
    },
    writtenAt: (path) => source.text.slice(...rangeAt(part, root, path, 'value')).trimEnd(),
  };
}

function reportOddSpaces(part: YamlPart): void {
  const {source, from, text, report} = part;
  for (const match of text.matchAll(ODD_SPACE)) {
    const range = lineRange(source, from + match.index);
    const at = from + match.index + match[0].search(/[^\S \t]/);
    part.isWhole = false;
    markReported(part, at);
    report([at, at + 1], {
      rule: 'odd-space',
      what: `This line contains a space-like character that is not a space: ${shown(source.text.slice(...range))}`,
      why: 'YAML uses plain spaces to see where a value begins and what belongs to what.',
      fix: 'Replace it with an ordinary space.',
      example: lineText(source, placeOf(source, at).line).replace(/[^\S \t]/g, ' '),
    });
  }
}

/** The range of a field’s name or value. Most files have nothing wrong, so it is looked up only when asked for. */
function rangeAt(part: YamlPart, root: YAMLMap, path: Path, of: 'key' | 'value'): Range {
  let found: Range = [Math.max(0, part.from - 4), Math.max(0, part.from - 1)];
  let node: Node | null = root;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({key}) => isScalar(key) && fieldName(key) === step);
      if (!pair) break;
      const keyRange = rangeOfNode(part, pair.key as Node, found);
      node = pair.value as Node | null;
      const isEmpty = node === null || (isScalar(node) && node.value === null && (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0));
      found = of === 'key' || isEmpty ? keyRange : rangeOfNode(part, node, keyRange);
    } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
      node = node.items[step] as Node | null;
      found = rangeOfNode(part, node, found);
    } else break;
  }
  return found;
}

/** Reports YAML that contains anything but fields. */
function reportNoFields(source: SourceText, from: number, root: Node | null, report: Report): void {
  if (root === null || (isScalar(root) && (root.value === null || root.value === ''))) {
    report([from, from], {
      rule: 'no-fields',
      what: 'There are no fields here.',
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
    why: item ? 'One file is one entry: its fields are at the beginning of their lines.' : NOT_FIELDS_WHY,
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
