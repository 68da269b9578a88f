import {withInvisibleNamed} from './invisible-characters.ts';

/** A text as a message quotes it: one line, not too long. */
export function shown(text: string): string {
  const line = withInvisibleNamed(text).replace(/\s+/g, ' ').trim();
  return line.length > 72 ? `${line.slice(0, 69)}...` : line;
}
