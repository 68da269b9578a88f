/** A value of another kind than its field takes: a list for a text, words for a number. */
import {z} from 'astro/zod';
import {shown} from '../problems/quoted.ts';
import type {Report} from '../problems/source-text.ts';
import {DATE_FIELDS} from '../schema/fields.ts';
import {ID} from '../schema/ids.ts';
import type {Path, YamlReading} from './read-yaml.ts';

/** A field with something wrong, and what a message about it needs. */
export interface BadField {
  /** Its name with the groups around it, as a message begins. */
  readonly name: string;
  readonly path: Path;
  readonly value: unknown;
  readonly why: string;
  readonly example: string;
  readonly yaml: YamlReading;
  readonly isDraft: boolean;
  readonly report: Report;
}

/** @param target - What the schema wants. */
export function reportWrongKind(field: BadField, target: z.ZodType | null): void {
  if (target instanceof z.ZodString) reportNoText(field);
  else if (target instanceof z.ZodNumber) reportNoNumber(field);
  else if (target instanceof z.ZodBoolean) {
    const isYes = /^["']?(?:true|yes|y|on|1)["']?$/i.test(field.yaml.writtenAt(field.path));
    complain(
      field,
      `${given(field)}, but it should be \`true\` or \`false\`.`,
      'Write `true` or `false`, without quotes.',
      `${keyOf(field)}: ${isYes ? 'true' : 'false'}`,
    );
  } else if (target instanceof z.ZodArray) reportNoList(field, target.element instanceof z.ZodString);
  else {
    complain(
      field,
      `${given(field)}, but it should be a group of fields.`,
      'Write its fields on the lines below, each indented by two spaces.',
      isItem(field) && field.path[0] === 'sources' ? sourceGroup(field) : field.example,
    );
  }
}

function complain(field: BadField, what: string, fix: string, example = field.example): void {
  field.report(field.yaml.rangeOf(field.path), {rule: 'wrong-kind', what, why: field.why, fix, example});
}

/** The name of the field, or the place of the item in its list. */
function keyOf({path}: BadField): string {
  return String(path.at(-1));
}

function isItem({path}: BadField): boolean {
  return typeof path.at(-1) === 'number';
}

/** "`date` is a list": how each message begins. */
function given({name, value, yaml, path}: BadField): string {
  if (typeof value !== 'object' || value === null) return `${name} is \`${shown(yaml.writtenAt(path))}\``;
  return `${name} is ${Array.isArray(value) ? 'a list' : 'a group of fields'}`;
}

function reportNoText(field: BadField): void {
  const {value, yaml, path} = field;
  const key = keyOf(field);
  const written = yaml.writtenAt(path);
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  const dates = items.filter((item) => typeof item === 'string');
  const inQuotes = isItem(field) ? `- ${JSON.stringify(written)}` : `${key}: ${JSON.stringify(written)}`;
  const noText = `${given(field)}, but it should be text.`;
  if (dates.length === 2 && DATE_FIELDS.has(key))
    complain(
      field,
      noText,
      'For a stretch of time write both dates in one text, with a slash between them.',
      `${key}: "${dates.join('/')}"`,
    );
  else if (items.length === 1 && typeof items[0] === 'string')
    complain(field, noText, 'Write the value without the list.', `${key}: ${items[0]}`);
  else if (/^[[{]/.test(written) && !written.includes('\n'))
    complain(
      field,
      noText,
      `Put the value in double quotes: at its start \`${written[0] ?? ''}\` opens ${Array.isArray(value) ? 'a list' : 'a group'}.`,
      `${key}: ${JSON.stringify(written)}`,
    );
  else if (typeof value === 'object' && value !== null) complain(field, noText, 'Write it on one line after the colon.');
  else if (value === null)
    complain(
      field,
      `${given(field)}, which in YAML means no value.`,
      'Write its words; put them in double quotes if this is the word that is meant.',
      inQuotes,
    );
  else complain(field, `${given(field)}, which YAML does not read as text.`, 'Put the value in double quotes.', inQuotes);
}

function reportNoNumber(field: BadField): void {
  const {value, example} = field;
  const key = keyOf(field);
  const number = typeof value === 'string' ? numberIn(value) : NaN;
  const isFraction = typeof value === 'number' && Number.isFinite(value);
  complain(
    field,
    `${given(field)}, but it should be a ${isFraction ? 'whole ' : ''}number.`,
    typeof value === 'string'
      ? 'Write digits only, without quotes, words, symbols or separators, and with a point before decimals.'
      : 'Write a number.',
    Number.isNaN(number) ? (isFraction ? `${key}: ${Math.max(1, Math.round(value))}` : example) : `${key}: ${number}`,
  );
}

function reportNoList(field: BadField, isOfTexts: boolean): void {
  const {value, example} = field;
  const noList = `${given(field)}, but it should be a list.`;
  if (isItem(field)) {
    complain(field, noList, 'Put its items in square brackets, separated by commas.');
    return;
  }
  const key = keyOf(field);
  const isOneLine = !example.includes('\n');
  const separator = key === 'keywords' ? /\s*[,;]\s*/ : /[\s,;]+/;
  const line =
    typeof value !== 'string'
      ? example
      : !isOfTexts
        ? key === 'sources'
          ? sourceGroup(field)
          : example
        : isOneLine
          ? `${key}: [${value.split(separator).filter(Boolean).join(', ')}]`
          : `${key}:\n  - ${JSON.stringify(value)}`;
  complain(
    field,
    noList,
    typeof value === 'string' && isOneLine ? 'Put it in square brackets.' : 'Start each item on a line of its own, with a hyphen.',
    line,
  );
}

/** The sources as they should be written, where somebody wrote only an id. */
function sourceGroup({value, example}: BadField): string {
  return typeof value === 'string' && ID.test(value) ? `sources:\n  - id: ${value}\n    supports: the day and the words spoken` : example;
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
