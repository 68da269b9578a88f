/** A field with its one sentence, the reason it is there and a line to paste: checks, editors and the guide all read them. */
import {z} from 'astro/zod';

/** What a message about one field says beside what is wrong. */
export interface Guidance {
  readonly why: string;
  /** A line to paste. */
  readonly example: string;
}

const guidance = new WeakMap<z.ZodType, Guidance>();

/** Gives a field its one sentence, the reason it is there, and a line to paste. */
export function field<T extends z.ZodType>(schema: T, description: string, why: string, example: string): T {
  const described = schema.meta({description, examples: [example]});
  guidance.set(described, {why, example});
  return described;
}

/** What has been written about a field, or null for a path that leads nowhere. */
export function guidanceFor(schema: z.ZodType, path: readonly PropertyKey[]): Guidance | null {
  let found: Guidance | null = null;
  let current: z.ZodType | undefined = schema;
  for (const step of path) {
    if (!current) break;
    current = inner(current);
    if (current instanceof z.ZodArray) current = current.element as z.ZodType;
    else if (current instanceof z.ZodObject) current = current.shape[String(step)] as z.ZodType | undefined;
    else current = undefined;
    if (current) found = guidance.get(current) ?? guidance.get(inner(current)) ?? found;
  }
  return found;
}

/** The schema inside `.optional()` and `.default()`. */
function inner(schema: z.ZodType): z.ZodType {
  let current = schema;
  while (current instanceof z.ZodOptional || current instanceof z.ZodDefault) current = current.unwrap() as z.ZodType;
  return current;
}

/** The schema one path leads to, or null. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | null {
  let current: z.ZodType | undefined = inner(schema);
  for (const step of path) {
    if (current instanceof z.ZodArray) current = current.element as z.ZodType;
    else if (current instanceof z.ZodObject) current = current.shape[String(step)] as z.ZodType | undefined;
    else return null;
    if (!current) return null;
    current = inner(current);
  }
  return current;
}
