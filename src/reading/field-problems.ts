/** What the schema finds wrong with a file's fields, in words for their writer. */
import {z} from 'astro/zod';
import {nearestName} from '../problems/nearest.ts';
import {orList} from '../problems/or-list.ts';
import {shown} from '../problems/quoted.ts';
import type {Report} from '../problems/source-text.ts';
import {DateError} from '../schema/dates.ts';
import {guidanceFor, schemaAt} from '../schema/guidance.ts';
import {isSafeAddress} from '../schema/safe-address.ts';
import {OTHER_NAMES} from './other-names.ts';
import type {Path, YamlReading} from './read-yaml.ts';
import type {BrokenEntry} from './reading.ts';
import {reportWrongKind} from './wrong-kind.ts';
import type {BadField} from './wrong-kind.ts';

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
    bad.add(path.join('.'));
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        if (!yaml.isReported(yaml.keyRangeOf([...path, key])[0])) reportUnknownField(schema, kind, yaml, [...path, key], report);
      continue;
    }
    if (yaml.isReported(yaml.rangeOf(path)[0])) continue;
    const {why, example} = guidanceFor(schema, path) ?? {why: 'The fields say what the entry is.', example: ''};
    const field: BadField = {name: fieldName(path), path, value: valueAt(yaml.data, path), why, example, yaml, isDraft, report};
    if (field.value === undefined || (field.value === null && !isWritten(yaml, path))) {
      // Half-read YAML has been reported; what it hides is not missing.
      if (yaml.isWhole && !misspelt.has(path.join('.'))) reportMissing(field);
    } else if (issue.code === 'custom') reportCustom(field, issue.params);
    else if (issue.code === 'too_big' || issue.code === 'too_small') reportSize(field, issue);
    else {
      const target = schemaAt(schema, path);
      if (target instanceof z.ZodEnum) reportChoice(field, target.options.map(String));
      else reportWrongKind(field, target);
    }
  }
  return bad;
}

function reportMissing({name, path, value, why, example, yaml, isDraft, report}: BadField): void {
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
    return;
  }
  report(isEmpty ? yaml.keyRangeOf(path) : yaml.rangeOf(path.slice(0, -1)), {
    rule: isEmpty ? 'empty-field' : 'missing-field',
    severity: isDraft ? 'advice' : 'error',
    what: isEmpty ? `${name} has no value.` : `${name} is missing.`,
    why,
    fix: isEmpty ? 'Write the value after the colon.' : path.length > 1 ? 'Add it to the others of its group.' : 'Add it to the fields.',
    example,
  });
}

/** What a rule of the schema's own finds: a bad date, a bad address, or no words. */
function reportCustom({name, path, value, why, example, yaml, report}: BadField, given: unknown): void {
  const params = given as {date?: DateError; rule?: string} | undefined;
  const key = String(path.at(-1) ?? '');
  const range = yaml.rangeOf(path);
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
}

function reportChoice({name, path, value, why, yaml, report}: BadField, options: readonly string[]): void {
  const near = typeof value === 'string' ? nearestName(value, options) : null;
  report(yaml.rangeOf(path), {
    rule: 'not-a-choice',
    what: `${name} is \`${shown(String(value))}\`, which is not one of its values.`,
    why,
    fix: near ? `Did you mean \`${near}\`? It can be ${orList(options)}.` : `Write ${orList(options)}.`,
    example: `${String(path.at(-1))}: ${near ?? options[0]}`,
  });
}

interface SizeIssue {
  readonly code: 'too_big' | 'too_small';
  readonly maximum?: number | bigint;
  readonly minimum?: number | bigint;
}

function reportSize({name, path, value, why, example, yaml, isDraft, report}: BadField, issue: SizeIssue): void {
  const range = yaml.rangeOf(path);
  if (typeof value === 'string') {
    const max = Number(issue.maximum);
    report(range, {
      rule: 'too-long',
      what: `${name} has ${value.length} characters; at most ${String(issue.maximum)} fit.`,
      why,
      fix: `Shorten it by ${value.length - max}.`,
      example: `${String(path.at(-1))}: ${JSON.stringify(shortened(value, max))}`,
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
    const limit = issue.code === 'too_big' ? `at most ${String(issue.maximum)}` : `at least ${String(issue.minimum)}`;
    report(range, {
      rule: 'out-of-range',
      what: `${name} is ${String(value)}, but it must be ${limit}.`,
      why,
      fix: 'Write a number in that range.',
      example,
    });
  }
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
    why: 'It would be silently ignored.',
    fix: other?.fix ?? (near ? `Did you mean \`${near}\`?` : `Delete it, or use one of ${known.map((name) => `\`${name}\``).join(', ')}.`),
    example:
      meant && (typeof value === 'string' || typeof value === 'number') && meant !== 'sources' && meant !== 'notes'
        ? `${meant}: ${yaml.writtenAt(path)}`
        : '',
  });
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

/** A text cut between words, never inside a letter made of several code points. */
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

/** Whether something is after the field's colon, such as `null` or `~`. */
function isWritten(yaml: YamlReading, path: Path): boolean {
  const [key, value] = [yaml.keyRangeOf(path), yaml.rangeOf(path)];
  return key[0] !== value[0];
}
