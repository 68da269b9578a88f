/** The fields of a slide, whatever its file made of them. */
import type {PartProblem} from '../../problems/problem.ts';
import {shown} from '../../problems/quoted.ts';
import {oneLine} from '../safe-text.ts';

/** A value as the file has it; its type is not known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** The place of a slide, and what its file calls it. */
export interface SlidePlace {
  readonly place: string;
  /** The zone its times are in; null if none was given. */
  readonly zone: string | null;
  /** Whether it is a row of a spreadsheet, whose columns have names of their own. */
  readonly isRow: boolean;
}

/** A value that is not carried over, as one sentence part for each thing it holds. */
export function leftOutValue(name: string, value: unknown): string[] {
  if (value === undefined || value === null || value === '') return [];
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, inner]) => leftOutValue(`${name} ${key}`, inner));
  return [`${name}: ${oneLine(String(value))}`];
}

/** The fields in a field, or none where it is missing; a trouble where it holds something else. */
export function fieldsIn(slide: Fields, name: string, place: string, troubles: PartProblem[]): Fields {
  const value = slide[name];
  if (value === undefined || value === null || value === '') return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Fields;
  const example =
    {
      text: '"text": {"headline": "The Eagle lands", "text": "<p>Two men walk.</p>"}',
      media: '"media": {"url": "https://example.org/picture.jpg"}',
    }[name] ?? `"${name}": {"year": 1969, "month": 7, "day": 20}`;
  troubles.push({
    place,
    what: `\`${name}\` is ${shownValue(value)}, but it should be a group of fields.`,
    why: 'TimelineJS identifies its parts by name.',
    fix: 'Write it in braces.',
    example,
  });
  return {};
}

/** A field's text; a number counts as its digits, anything else as none. */
export function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

export function shownValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a group of fields' : `\`${shown(String(value))}\``;
}
