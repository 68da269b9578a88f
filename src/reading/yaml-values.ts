/** The tree of some YAML as plain values; what YAML would make of them unasked is reported instead. */
import {isAlias, isMap, isScalar, isSeq} from 'yaml';
import type {Node, Pair, Scalar, YAMLMap} from 'yaml';
import {invisibleComplaint} from '../problems/invisible-complaint.ts';
import {shown} from '../problems/quoted.ts';
import {lineRange} from '../problems/source-text.ts';
import type {Range, Report, SourceText} from '../problems/source-text.ts';
import {DateError, edtfFromText} from '../schema/dates.ts';
import {DATE_FIELDS, NUMBER_FIELDS} from '../schema/fields.ts';
import {NOT_FIELDS_FIX, NOT_FIELDS_WHY, quotedLine, YAML_WHY} from './yaml-errors.ts';
import {fieldName, isReported, markReported, rangeOfNode, reportTooDeep} from './yaml-part.ts';
import type {YamlPart} from './yaml-part.ts';

/** No entry holds lists in lists deeper than two; endless nesting would bring the reader down. */
const MAX_DEPTH = 12;

/** A number that every reader of YAML reads the same way. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Maps become objects without a prototype; dates stay as written. */
export function valuesOf(part: YamlPart, root: YAMLMap): Record<string, unknown> {
  return valueOf(part, root, [], '', [part.from, part.from]) as Record<string, unknown>;
}

/**
 * The value of a node.
 *
 * @param path - Grown and shrunk in place.
 * @param name - The name of the last field on the way.
 * @param around - The range of what holds the node.
 */
function valueOf(part: YamlPart, node: Node | null, path: (string | number)[], name: string, around: Range): unknown {
  const range = rangeOfNode(part, node, around);
  if (node === null) return null;
  if (path.length > MAX_DEPTH) {
    part.isWhole = false;
    if (!part.isTooDeep) reportTooDeep(part.source, range[0], part.report);
    part.isTooDeep = true;
    markReported(part, range[0]);
    return undefined;
  }
  if (isSpecial(part, node, range)) {
    part.isWhole = false;
    return undefined;
  }
  if (isMap(node)) return groupOf(part, node, path, range);
  if (isSeq(node)) {
    return node.items.map((item, i) => {
      path.push(i);
      const value = valueOf(part, item as Node | null, path, name, rangeOfNode(part, item as Node, range));
      path.pop();
      return value;
    });
  }
  return plainValueOf(part, node as Scalar, name, range);
}

function groupOf(part: YamlPart, group: YAMLMap, path: (string | number)[], range: Range): Record<string, unknown> {
  const result: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const pair of group.items) {
    const field = fieldOf(part, pair, range);
    if (field === null) continue;
    path.push(field);
    const value = valueOf(part, pair.value as Node | null, path, field, rangeOfNode(part, pair.key as Node, range));
    if (!Object.hasOwn(result, field)) result[field] = value;
    path.pop();
  }
  return result;
}

/** The name of a field; null where its key is not a name, which is reported. */
function fieldOf(part: YamlPart, pair: Pair, around: Range): string | null {
  const key = pair.key as Node | null;
  const range = rangeOfNode(part, key, around);
  if (!isScalar(key)) {
    part.isWhole = false;
    part.report(range, {
      rule: 'not-fields',
      what: `\`${shown(part.source.text.slice(...lineRange(part.source, range[0])))}\` is not a field.`,
      why: NOT_FIELDS_WHY,
      fix: NOT_FIELDS_FIX,
      example: 'title: The words readers see',
    });
    return null;
  }
  if (key.value === '<<') {
    reportMergeKey(part, range);
    return null;
  }
  isSpecial(part, key, range);
  const field = fieldName(key);
  reportInvisible(part, field, range);
  return field;
}

function plainValueOf(part: YamlPart, scalar: Scalar, name: string, range: Range): unknown {
  const {source, report} = part;
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
  if (typeof scalar.value === 'string') reportInvisible(part, scalar.value, range);
  return scalar.value;
}

/** Whether a value is an anchor, an alias or has a tag, so that YAML would read it as something else; reports it. */
function isSpecial(part: YamlPart, node: Node, range: Range): boolean {
  const mark = specialMark(part.text, node);
  if (mark === null) return false;
  if (isReported(part, range[0])) return true;
  markReported(part, range[0]);
  const written = part.source.text.slice(...lineRange(part.source, range[0]));
  const isScript = /!!?(?:js|python|ruby|java|php|perl)\b/.test(written);
  part.report(lineRange(part.source, range[0]), {
    rule: 'yaml-character',
    what: `\`${shown(written)}\` starts a value with \`${mark}\`.`,
    why: `${YAML_WHY} \`&\`, \`*\` and \`!\` at the start of a value are among them.`,
    fix: isScript
      ? 'Delete it: fields hold words and numbers, and nothing in them is run.'
      : mark === '!'
        ? 'Put the value in double quotes; delete a tag such as `!!str`.'
        : 'Put the value in double quotes; if it was meant to refer to another value, write that value out.',
    example: quotedLine(written.replace(/!!\w+(?:\/\w+)?\s+["']?(.*?)["']?$/, '$1')),
  });
  return true;
}

/** The mark that gives a value a meaning of its own: `*` of an alias, `&` of an anchor, `!` of a tag; null without one. */
function specialMark(text: string, node: Node): '*' | '&' | '!' | null {
  if (isAlias(node)) return '*';
  if ('anchor' in node && node.anchor) return '&';
  const start = node.range?.[0] ?? 0;
  if ('tag' in node && node.tag !== undefined && text.slice(0, start).trimEnd().at(-1) !== ':') return '!';
  return text.slice(start).startsWith('!') ? '!' : null;
}

function reportMergeKey(part: YamlPart, range: Range): void {
  part.isWhole = false;
  markReported(part, range[0]);
  part.report(lineRange(part.source, range[0]), {
    rule: 'yaml-character',
    what: '`<<` copies fields from another place.',
    why: `${YAML_WHY} A reader of this file would not see what it copies.`,
    fix: 'Write the fields out.',
    example: '',
  });
}

function reportInvisible(part: YamlPart, value: string, range: Range): void {
  const invisible = invisibleComplaint(part.source, value, range);
  if (!invisible) return;
  markReported(part, range[0]);
  part.isWhole = false;
  part.report(invisible.range, invisible.complaint);
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
    why: 'Programs that read YAML rewrite bare dates before anyone sees them: 30 February becomes 2 March.',
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
