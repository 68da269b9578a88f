/** The words that `states` knew before looks had names: a story written with them is read as if it named the looks. */
import type {LOOKS} from '../schema/lists.ts';
import {arrayIn, checkerOf} from './draft.ts';
import type {Draft} from './draft.ts';

const LOOK_OF_WORD: ReadonlyMap<unknown, (typeof LOOKS)[number]> = new Map([
  ['due', 'outline'],
  ['cancelled', 'hatched'],
  ['back', 'outline'],
  ['out', 'solid'],
]);

/** Puts a look in the place of each such word, and advises to do the same in the file. */
export function readLooks(draft: Draft): void {
  const states = draft.yaml?.data['states'] as {items?: unknown} | null | undefined;
  for (const [i, item] of arrayIn(states?.items).entries()) {
    const fields = item as {state?: unknown; look?: unknown} | null;
    const look = LOOK_OF_WORD.get(fields?.state);
    if (!fields || !look || fields.look !== undefined) continue;
    checkerOf(draft)(['states', 'items', i, 'state'], {
      rule: 'state-by-look',
      severity: 'advice',
      what: `\`state: ${String(fields.state)}\` is how looks used to be written.`,
      why: 'A state is named by its label; the field says only how its stretch is drawn.',
      fix: 'Name the look.',
      example: `look: ${look}`,
    });
    fields.look = look;
    delete fields.state;
  }
}
