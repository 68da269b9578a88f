/** What the schema finds wrong with a file's fields, in words for their writer. */
import {z} from 'astro/zod';
import {nearestName} from '../problems/nearest.ts';
import {orList} from '../problems/or-list.ts';
import {shown} from '../problems/quoted.ts';
import type {Report} from '../problems/source-text.ts';
import {DateError} from '../schema/dates.ts';
import {DATE_FIELDS} from '../schema/fields.ts';
import {guidanceFor, schemaAt} from '../schema/guidance.ts';
import {ID} from '../schema/ids.ts';
import {isSafeAddress} from '../schema/safe-address.ts';
import {OTHER_NAMES} from './other-names.ts';
import type {Path, YamlReading} from './read-yaml.ts';
import type {BrokenEntry} from './reading.ts';

/**
 * Reports every field that is missing, misspelt or of the wrong kind.
 *
 * @param isDraft - Missing fields of a draft are advice.
 * @returns The fields with a problem, as paths joined by dots.
 */
export function problemsInFields(
  schema: z.ZodType,
  kind: BrokenEntry['kind'],
  yaml: YamlReading,
  isDraft: boolean,
  report: Report,
): Set<string> {
  const bad = new Set<string>();
  const result = schema.safeParse(yaml.data);
  if (result.success) return bad;
  const misspelt = misspeltFields(schema, kind, result.error.issues);
  for (const issue of result.error.issues) {
    const path = issue.path as (string | number)[];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        if (!yaml.isReported(yaml.keyRangeOf([...path, key])[0])) reportUnknownField(schema, kind, yaml, [...path, key], report);
      bad.add(path.join('.'));
      continue;
    }
    bad.add(path.join('.'));
    const name = fieldName(path);
    const guidance = guidanceFor(schema, path) ?? {why: 'The fields say what the entry is.', example: ''};
    const value = valueAt(yaml.data, path);
    const range = yaml.rangeOf(path);
    const {why, example} = guidance;
    if (yaml.isReported(range[0])) continue;

    if (value === undefined || (value === null && !isWritten(yaml, path))) {
      // Half-read YAML has been reported; what it hides is not missing.
      if (!yaml.isWhole) continue;
      if (misspelt.has(path.join('.'))) continue;
      const isEmpty = value === null;
      const cut = isEmpty ? /^:\s+(#.*)$/.exec(yaml.lineAfter(path)) : null;
      if (cut) {
        report(yaml.keyRangeOf(path), {
          rule: 'hash-cuts-text',
          what: `${name} has no value: after a space, \`#\` starts a comment.`,
          why,
          fix: 'Put the whole value in double quotes, or write one before the comment.',
          example: `${String(path.at(-1))}: ${JSON.stringify(cut[1])}`,
        });
        continue;
      }
      report(isEmpty ? yaml.keyRangeOf(path) : yaml.rangeOf(path.slice(0, -1)), {
        rule: isEmpty ? 'empty-field' : 'missing-field',
        severity: isDraft ? 'advice' : 'error',
        what: isEmpty ? `${name} has no value.` : `${name} is missing.`,
        why,
        fix: isEmpty
          ? 'Write the value after the colon.'
          : path.length > 1
            ? 'Add it to the others of its group.'
            : 'Add it to the fields.',
        example,
      });
      continue;
    }

    if (issue.code === 'custom') {
      const params = issue.params as {date?: DateError; rule?: string} | undefined;
      const key = String(path.at(-1) ?? '');
      if (params?.date instanceof DateError) {
        const {rule, what, fix, suggestion} = params.date;
        report(range, {
          rule: value === '' ? 'empty-field' : rule,
          what: value === '' ? `${name} is empty.` : `${name}: ${what}`,
          why: params.date.why,
          fix,
          example: `${key}: "${suggestion}"`,
        });
      } else if (params?.rule === 'address-not-https') {
        const address = addressIn(typeof value === 'string' ? value : '');
        const isArchive = key === 'archiveUrl';
        report(range, {
          rule: 'address-not-https',
          what: `${name} (${shown(String(value))}) is not ${isArchive ? 'a whole address' : 'an address that starts with https://'}.`,
          why: 'Readers are sent there, so it must be a whole address and a safe one.',
          fix: address ? 'Write the whole address and nothing else.' : 'Write the address of the page, or leave the field out.',
          example: `${key}: ${address || 'https://example.org/page/'}`,
        });
      } else {
        report(range, {
          rule: 'empty-field',
          what: `${name} is empty.`,
          why,
          fix: 'Write its words, or delete the field if it may be left out.',
          example,
        });
      }
      continue;
    }

    if (issue.code === 'too_big' || issue.code === 'too_small') {
      reportSize(issue, name, path, value, why, example, yaml, isDraft, report);
      continue;
    }

    const target = schemaAt(schema, path);
    if (target instanceof z.ZodEnum) {
      const options = target.options.map(String);
      const near = typeof value === 'string' ? nearestName(value, options) : null;
      report(range, {
        rule: 'not-a-choice',
        what: `${name} is \`${shown(String(value))}\`, which is not one of its words.`,
        why,
        fix: near ? `Did you mean \`${near}\`? It can be ${orList(options)}.` : `Write ${orList(options)}.`,
        example: `${String(path.at(-1))}: ${near ?? options[0]}`,
      });
      continue;
    }
    reportKind(target, name, path, value, why, example, yaml, report);
  }
  return bad;
}

/** Fields that are there under a wrong name, which is reported once. */
function misspeltFields(schema: z.ZodType, kind: BrokenEntry['kind'], issues: readonly z.core.$ZodIssue[]): Set<string> {
  const found = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const parent = schemaAt(schema, issue.path);
    if (!(parent instanceof z.ZodObject)) continue;
    for (const key of issue.keys) {
      const near =
        (issue.path.length === 0 ? OTHER_NAMES[kind]?.get(key.toLowerCase())?.use : undefined) ??
        nearestName(key, Object.keys(parent.shape));
      if (near) found.add([...issue.path, near].join('.'));
    }
  }
  return found;
}

function reportUnknownField(schema: z.ZodType, kind: BrokenEntry['kind'], yaml: YamlReading, path: Path, report: Report): void {
  const key = String(path.at(-1));
  const parent = schemaAt(schema, path.slice(0, -1));
  const known = parent instanceof z.ZodObject ? Object.keys(parent.shape) : [];
  const near = nearestName(key, known);
  const other =
    path.length === 1 && !known.some((name) => name.toLowerCase() === key.toLowerCase())
      ? OTHER_NAMES[kind]?.get(key.toLowerCase())
      : undefined;
  const value = valueAt(yaml.data, path);
  const meant = other ? other.use : near;
  const where = path.length > 1 ? ` in ${fieldName(path.slice(0, -1)).replace(/^I/, 'i')}` : '';
  report(yaml.keyRangeOf(path), {
    rule: 'unknown-field',
    what: key === '' ? `A line${where} begins with its colon.` : `There is no field \`${shown(key)}\`${where}.`,
    why: 'It would be ignored without a word.',
    fix: other?.fix ?? (near ? `Did you mean \`${near}\`?` : `Delete it, or use one of ${known.map((name) => `\`${name}\``).join(', ')}.`),
    example:
      meant && (typeof value === 'string' || typeof value === 'number') && meant !== 'sources' && meant !== 'notes'
        ? `${meant}: ${yaml.writtenAt(path)}`
        : '',
  });
}

function reportSize(
  issue: {
    readonly code: 'too_big' | 'too_small';
    readonly origin?: string;
    readonly maximum?: number | bigint;
    readonly minimum?: number | bigint;
  },
  name: string,
  path: Path,
  value: unknown,
  why: string,
  example: string,
  yaml: YamlReading,
  isDraft: boolean,
  report: Report,
): void {
  const range = yaml.rangeOf(path);
  if (typeof value === 'string') {
    const over = value.length - Number(issue.maximum);
    report(range, {
      rule: 'too-long',
      what: `${name} has ${value.length} characters; at most ${String(issue.maximum)} fit.`,
      why,
      fix: `Shorten it by ${over}.`,
      example: `${String(path.at(-1))}: ${JSON.stringify(shortened(value, Number(issue.maximum)))}`,
    });
  } else if (Array.isArray(value)) {
    report(range, {
      rule: 'missing-field',
      severity: isDraft ? 'advice' : 'error',
      what: value.length === 0 ? `${name} is an empty list.` : `${name} has ${value.length} item, but needs ${String(issue.minimum)}.`,
      why,
      fix: `Write at least ${issue.minimum === 1 ? 'one' : String(issue.minimum)}.`,
      example,
    });
  } else {
    report(range, {
      rule: 'out-of-range',
      what: `${name} is ${String(value)}, but it must be ${issue.code === 'too_big' ? `at most ${String(issue.maximum)}` : `at least ${String(issue.minimum)}`}.`,
      why,
      fix: 'Write a number in that range.',
      example,
    });
  }
}

function reportKind(
  target: z.ZodType | null,
  name: string,
  path: Path,
  value: unknown,
  why: string,
  example: string,
  yaml: YamlReading,
  report: Report,
): void {
  const key = String(path.at(-1));
  const isItem = typeof path.at(-1) === 'number';
  const written = yaml.writtenAt(path);
  const complain = (what: string, fix: string, line = example) =>
    report(yaml.rangeOf(path), {rule: 'wrong-kind', what, why, fix, example: line});
  const given =
    typeof value === 'object' && value !== null ? (Array.isArray(value) ? 'a list' : 'a group of fields') : `\`${shown(written)}\``;
  if (target instanceof z.ZodString) {
    const items = Array.isArray(value) ? (value as unknown[]).filter((item) => typeof item === 'string') : [];
    const [only] = Array.isArray(value) && value.length === 1 ? (value as unknown[]) : [];
    if (items.length === 2 && DATE_FIELDS.has(key))
      complain(
        `${name} is ${given}, but it should be text.`,
        'For a stretch of time write both dates in one text, with a slash between them.',
        `${key}: "${items.join('/')}"`,
      );
    else if (typeof only === 'string')
      complain(`${name} is ${given}, but it should be text.`, 'Take the value out of the list.', `${key}: ${only}`);
    else if (/^[[{]/.test(written) && !written.includes('\n'))
      complain(
        `${name} is ${given}, but it should be text.`,
        `Put the value in double quotes: at its start \`${written[0] ?? ''}\` opens ${Array.isArray(value) ? 'a list' : 'a group'}.`,
        `${key}: ${JSON.stringify(written)}`,
      );
    else if (typeof value === 'object' && value !== null)
      complain(`${name} is ${given}, but it should be text.`, 'Write it on one line after the colon.');
    else if (value === null)
      complain(
        `${name} is ${given}, which means to YAML that there is no value.`,
        'Write its words; put them in double quotes if this is the word that is meant.',
        isItem ? `- ${JSON.stringify(written)}` : `${key}: ${JSON.stringify(written)}`,
      );
    else
      complain(
        `${name} is ${given}, which YAML does not read as text.`,
        'Put the value in double quotes.',
        isItem ? `- ${JSON.stringify(written)}` : `${key}: ${JSON.stringify(written)}`,
      );
  } else if (target instanceof z.ZodNumber) {
    const number = typeof value === 'string' ? numberIn(value) : NaN;
    const isFraction = typeof value === 'number' && Number.isFinite(value);
    complain(
      `${name} is ${given}, but it should be a ${isFraction ? 'whole ' : ''}number.`,
      typeof value === 'string'
        ? 'Write digits only, without quotes, words, signs or separators, and a point before decimals.'
        : 'Write a number.',
      Number.isNaN(number) ? (isFraction ? `${key}: ${Math.max(1, Math.round(value))}` : example) : `${key}: ${number}`,
    );
  } else if (target instanceof z.ZodBoolean) {
    const isYes = /^["']?(?:true|yes|y|on|1)["']?$/i.test(written);
    complain(
      `${name} is ${given}, but it should be \`true\` or \`false\`.`,
      'Write `true` or `false`, without quotes.',
      `${key}: ${isYes ? 'true' : 'false'}`,
    );
  } else if (target instanceof z.ZodArray) {
    if (isItem) {
      complain(`${name} is ${given}, but it should be a list.`, 'Put its items in square brackets, separated by commas.');
      return;
    }
    const isIds = !example.includes('\n');
    const item =
      typeof value === 'string' && target.element instanceof z.ZodString
        ? isIds
          ? `${key}: [${value
              .split(key === 'keywords' ? /\s*[,;]\s*/ : /[\s,;]+/)
              .filter(Boolean)
              .join(', ')}]`
          : `${key}:\n  - ${JSON.stringify(value)}`
        : typeof value === 'string' && key === 'sources' && ID.test(value)
          ? `sources:\n  - id: ${value}\n    supports: the day and the words spoken`
          : example;
    complain(
      `${name} is ${given}, but it should be a list.`,
      typeof value === 'string' && isIds ? 'Put it in square brackets.' : 'Start each item on a line of its own, with a hyphen.',
      item,
    );
  } else {
    const item =
      isItem && typeof value === 'string' && path[0] === 'sources' && ID.test(value)
        ? `sources:\n  - id: ${value}\n    supports: the day and the words spoken`
        : example;
    complain(
      `${name} is ${given}, but it should be a group of fields.`,
      'Write its fields on the lines below, each indented by two spaces.',
      item,
    );
  }
}

/** The number in a text with signs, separators and words of size, or NaN. */
function numberIn(text: string): number {
  const bare = text.replace(/[\s_$€£¥%’']/g, '').replace(/^(?:USD|EUR|GBP)|(?:USD|EUR|GBP)$/i, '');
  const [, digits = '', size = ''] = /^(-?[\d.,]+)(k|thousand|m|mn|million|bn|billion)?$/i.exec(bare) ?? [];
  if (digits === '') return NaN;
  const isDecimalComma = /^-?\d+,\d{1,2}$/.test(digits);
  const number = Number(isDecimalComma ? digits.replace(',', '.') : digits.replace(/,/g, ''));
  const factor = /^(?:k|t)/i.test(size) ? 1e3 : /^m/i.test(size) ? 1e6 : /^b/i.test(size) ? 1e9 : 1;
  return Math.round(number * factor * 1e6) / 1e6;
}

/** The web address somebody probably meant, or an empty string. */
function addressIn(text: string): string {
  const found = /https?:\/\/[^\s<>()[\]"']+/i.exec(text)?.[0];
  if (found) {
    const spaced = text.trim().startsWith(found) && /^\S+(?: \S+)+$/.test(text.trim()) ? text.trim().replace(/ /g, '%20') : found;
    const safe = spaced.replace(/^http:/i, 'https:').replace(/^(https:\/\/)[^/@]*@/i, '$1');
    return isSafeAddress(safe, ['https:']) ? safe : '';
  }
  const bare = /^(?:\w{0,6}:)?(?:\/{0,2}|\\\\)([\w-]+(?:\.[\w-]+)+(?:\/\S*)?)$/.exec(text.trim())?.[1];
  return bare && !/^(?:javascript|data|vbscript|file|mailto|blob):/i.test(text.trim()) ? `https://${bare}` : '';
}

/** A text cut between words, never inside a letter made of several signs. */
function shortened(text: string, max: number): string {
  let cut = '';
  for (const {segment} of new Intl.Segmenter('en', {granularity: 'grapheme'}).segment(text.slice(0, max + 40))) {
    if (cut.length + segment.length > max) break;
    cut += segment;
  }
  return (/\s/.test(cut) && cut.length < text.length ? cut.replace(/\s+\S*$/, '') : cut).replace(/["“]/g, '');
}

function fieldName(path: Path): string {
  const [first, ...rest] = path;
  if (first === undefined) return 'The file';
  let words = `\`${String(first)}\``;
  for (const step of rest) words = typeof step === 'number' ? `item ${step + 1} of ${words}` : `\`${step}\` of ${words}`;
  return words.startsWith('item') ? `I${words.slice(1)}` : words;
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) value = (value as Record<string, unknown> | undefined | null)?.[step as string];
  return value;
}

/** Whether something stands after the field's colon, such as `null` or `~`. */
function isWritten(yaml: YamlReading, path: Path): boolean {
  const [key, value] = [yaml.keyRangeOf(path), yaml.rangeOf(path)];
  return key[0] !== value[0];
}
