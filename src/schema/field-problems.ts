/** What the schema finds wrong with a file's fields, in words for whoever wrote them. */
import {z} from 'astro/zod';
import type {BrokenEntry} from './content.ts';
import {DateError} from './dates.ts';
import {guidanceFor, schemaAt} from './fields.ts';
import {nearestName} from './nearest.ts';
import {shown} from './read-yaml.ts';
import type {Path, YamlReading} from './read-yaml.ts';
import type {Report} from './source-text.ts';

/** Fields of other timelines, and what they are called here. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  id: 'Delete it: the file’s name is its id.',
  slug: 'Delete it: the file’s name is its address.',
  end: 'Write both days in `date`, with a slash between them: `date: "1969-07-16/1969-07-24"`.',
  start: 'Use `date`.',
  when: 'Use `date`.',
  time: 'Write the time in `date`, in UTC: `date: "1969-07-20T20:17Z"`.',
  headline: 'Use `title`.',
  name: 'Use `title`.',
  description: 'Write the text under the second `---`.',
  summary: 'Leave it out: the first paragraph is the summary.',
  body: 'Write the text under the second `---`.',
  text: 'Write the text under the second `---`.',
  category: 'Use `lane`.',
  group: 'Use `lane`.',
  tags: 'Use `actors` and `lane`.',
  source: 'Use `sources`, a list.',
  people: 'Use `actors`.',
  published: 'Use `known` for the day the public could know; `draft: true` keeps an event from readers.',
};

/**
 * Reports every field that is missing, misspelt or of the wrong kind.
 *
 * @param isDraft - Missing fields of a draft are advice.
 * @returns The fields with a problem, as paths joined by dots.
 */
export function problemsInFields(schema: z.ZodType, kind: BrokenEntry['kind'], yaml: YamlReading, isDraft: boolean, report: Report): Set<string> {
  const bad = new Set<string>();
  const result = schema.safeParse(yaml.data);
  if (result.success) return bad;
  const misspelt = misspeltFields(schema, result.error.issues);
  for (const issue of result.error.issues) {
    const path = issue.path as (string | number)[];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) if (!yaml.isTold(yaml.keyRangeOf([...path, key])[0])) reportUnknownField(schema, kind, yaml, [...path, key], report);
      bad.add(path.join('.'));
      continue;
    }
    bad.add(path.join('.'));
    const name = fieldName(path);
    const guidance = guidanceFor(schema, path) ?? {why: 'The fields say what the entry is.', example: ''};
    const value = valueAt(yaml.data, path);
    const range = yaml.rangeOf(path);
    const {why, example} = guidance;
    if (yaml.isTold(range[0])) continue;

    if (value === undefined || (value === null && !isWritten(yaml, path))) {
      // Half-read YAML has been reported; what it hides is not missing.
      if (!yaml.isWhole) continue;
      if (misspelt.has(path.join('.'))) continue;
      const isEmpty = value === null;
      report(isEmpty ? yaml.keyRangeOf(path) : yaml.rangeOf(path.slice(0, -1)), {
        rule: isEmpty ? 'empty-field' : 'missing-field',
        severity: isDraft ? 'advice' : 'error',
        what: isEmpty ? `${name} has no value.` : `${name} is missing.`,
        why,
        fix: isEmpty ? 'Write the value after the colon.' : path.length > 1 ? 'Add it to the others of its group.' : 'Add it to the fields.',
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
        const whole = typeof value === 'string' && /^(?:\/\/)?[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(value) ? `https://${value.replace(/^\/\//, '')}` : '';
        const secured = typeof value === 'string' && value.startsWith('http://') ? value.replace('http:', 'https:') : '';
        report(range, {
          rule: 'address-not-https',
          what: `${name} (${shown(String(value))}) is not an address that starts with https://.`,
          why: 'Readers are sent there, so it must be a whole address and a safe one.',
          fix: whole || secured ? 'Write the whole address.' : 'Write the address of the page, or leave the field out.',
          example: `${key}: ${whole || secured || 'https://example.org/page/'}`,
        });
      } else {
        report(range, {rule: 'empty-field', what: `${name} is empty.`, why, fix: 'Write its words, or delete the field if it may be left out.', example});
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
        fix: near ? `Did you mean \`${near}\`? It can be ${listed(options)}.` : `Write ${listed(options)}.`,
        example: `${String(path.at(-1))}: ${near ?? options[0]}`,
      });
      continue;
    }
    reportKind(target, name, path, value, why, example, range, report);
  }
  return bad;
}

/** Fields that are there under a wrong name, which is told once. */
function misspeltFields(schema: z.ZodType, issues: readonly z.core.$ZodIssue[]): Set<string> {
  const found = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const parent = schemaAt(schema, issue.path);
    if (!(parent instanceof z.ZodObject)) continue;
    for (const key of issue.keys) {
      const near = nearestName(key, Object.keys(parent.shape));
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
  const other = path.length === 1 && kind === 'event' ? OTHER_NAMES[key.toLowerCase()] : undefined;
  const value = valueAt(yaml.data, path);
  const where = path.length > 1 ? ` in ${fieldName(path.slice(0, -1)).replace(/^I/, 'i')}` : '';
  report(yaml.keyRangeOf(path), {
    rule: 'unknown-field',
    what: `There is no field \`${shown(key)}\`${where}.`,
    why: 'It would be ignored without a word.',
    fix: other ?? (near ? `Did you mean \`${near}\`?` : `Delete it, or use one of ${known.map((name) => `\`${name}\``).join(', ')}.`),
    example: near && !other && (typeof value === 'string' || typeof value === 'number') ? `${near}: ${typeof value === 'string' && !/^[\w-]+(?: [\w-]+)*$/.test(value) ? JSON.stringify(value) : value}` : '',
  });
}

function reportSize(
  issue: {readonly code: 'too_big' | 'too_small'; readonly origin?: string; readonly maximum?: number | bigint; readonly minimum?: number | bigint},
  name: string, path: Path, value: unknown, why: string, example: string, yaml: YamlReading, isDraft: boolean, report: Report,
): void {
  const range = yaml.rangeOf(path);
  if (typeof value === 'string') {
    const over = value.length - Number(issue.maximum);
    report(range, {
      rule: 'too-long',
      what: `${name} has ${value.length} characters; at most ${String(issue.maximum)} fit.`,
      why,
      fix: `Shorten it by ${over}.`,
      example: `${String(path.at(-1))}: ${JSON.stringify(value.slice(0, Number(issue.maximum)).replace(/\s+\S*$/, '').replace(/["“]/g, ''))}`,
    });
  } else if (Array.isArray(value)) {
    report(range, {
      rule: 'missing-field',
      severity: isDraft ? 'advice' : 'error',
      what: `${name} is an empty list.`,
      why,
      fix: 'Write at least one.',
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

function reportKind(target: z.ZodType | null, name: string, path: Path, value: unknown, why: string, example: string, range: readonly [number, number], report: Report): void {
  const key = String(path.at(-1));
  const complain = (what: string, fix: string, line = example) => report(range, {rule: 'wrong-kind', what, why, fix, example: line});
  const given = typeof value === 'object' && value !== null ? (Array.isArray(value) ? 'a list' : 'a group of fields') : `\`${shown(String(value))}\``;
  if (target instanceof z.ZodString) {
    if (typeof value === 'object') complain(`${name} is ${given}, but it should be text.`, 'Write it on one line after the colon.');
    else complain(`${name} is ${given}, which YAML does not read as text.`, 'Put the value in double quotes.', typeof path.at(-1) === 'number' ? `- "${String(value)}"` : `${key}: "${String(value)}"`);
  } else if (target instanceof z.ZodNumber) {
    const number = typeof value === 'string' ? Number(value.replace(/[\s,_$€£%]/g, '')) : NaN;
    complain(`${name} is ${given}, but it should be a ${typeof value === 'number' ? 'whole ' : ''}number.`, typeof value === 'string' ? 'Write digits only, without quotes, signs or separators.' : 'Write a number.', Number.isNaN(number) ? example : `${key}: ${number}`);
  } else if (target instanceof z.ZodBoolean) {
    complain(`${name} is ${given}, but it should be \`true\` or \`false\`.`, 'Write `true` or `false`, without quotes.');
  } else if (target instanceof z.ZodArray) {
    complain(`${name} is ${given}, but it should be a list.`, typeof value === 'string' && target.element instanceof z.ZodString ? 'Put it in square brackets.' : 'Start each item on a line of its own, with a hyphen.', typeof value === 'string' && !example.includes('\n') ? `${key}: [${value}]` : example);
  } else {
    complain(`${name} is ${given}, but it should be a group of fields.`, 'Write its fields on the lines below, each indented by two spaces.');
  }
}

function fieldName(path: Path): string {
  const [first, ...rest] = path;
  if (first === undefined) return 'The file';
  let words = `\`${String(first)}\``;
  for (const step of rest) words = typeof step === 'number' ? `item ${step + 1} of ${words}` : `\`${step}\` of ${words}`;
  return words.startsWith('item') ? `I${words.slice(1)}` : words;
}

function listed(options: readonly string[]): string {
  const quoted = options.map((option) => `\`${option}\``);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
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
