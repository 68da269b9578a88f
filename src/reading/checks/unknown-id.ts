/** An id that nothing has, and the one that was probably meant. */
import {nearestName} from '../../problems/nearest.ts';
import {shown} from '../../problems/quoted.ts';
import type {Range, Report} from '../../problems/source-text.ts';
import {ID, idFromName} from '../../schema/ids.ts';

const WHY_KNOWN = {
  actors: 'Readers see who that is.',
  sources: 'Readers see its headline, publisher and date.',
  events: 'The link would lead nowhere.',
  chapters: 'An event outside every chapter would not be shown.',
  lanes: 'An event outside every lane would not be drawn.',
  measures: 'A number outside every measure would not be drawn.',
} as const;

export interface UnknownId {
  /** What it should be one of. */
  readonly place: keyof typeof WHY_KNOWN;
  readonly id: string;
  /** The ids that exist. */
  readonly known: ReadonlySet<string>;
  /** What names it, in words for a message. */
  readonly where: string;
  /** The line to paste, with another id in its place. */
  readonly exampleFor: (id: string) => string;
  /** The id that was certainly meant, if there is one. */
  readonly meant?: string | null;
}

/** Reports an id that does not exist, with the nearest that does. */
export function reportUnknownId(report: Report, range: Range, {place, id, known, where, exampleFor, meant}: UnknownId): void {
  const tidied = idFromName(id.replace(/^.*\//, '').replace(/\.(?:mdx|ya?ml)$/i, ''));
  const near = meant ?? (known.has(tidied) ? tidied : nearestName(id, known));
  // Spaces at its ends would not show in the message.
  const blanks = id.trim() !== id ? ' with a space beside it' : '';
  const singular = {actors: 'actor', sources: 'source', events: 'event', chapters: 'chapter', lanes: 'lane', measures: 'measure'}[place];
  const isInStory = place === 'lanes' || place === 'measures';
  const names = [...known].sort();
  const list = names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more` : names.join(', ');
  const ending = place === 'events' || place === 'chapters' ? 'mdx' : 'yaml';
  const add = isInStory
    ? `add it to \`${place}\` in story.yaml`
    : ID.test(id)
      ? `add the file ${place}/${id}.${ending}`
      : `add a file to ${place}/`;
  report(range, {
    rule: `unknown-${singular}`,
    what: `${where} names the ${singular} \`${shown(id)}\`${blanks}, which does not exist.`,
    why: WHY_KNOWN[place],
    fix: near
      ? `Did you mean \`${near}\`? Otherwise ${add}.`
      : `${add[0]?.toUpperCase()}${add.slice(1)}${names.length ? `, or use one that exists: ${list}` : ''}.`,
    example: exampleFor(near ?? names[0] ?? id),
  });
}
