/** Where the fields of an MDX file stand, and what is wrong with the lines around them. */
import type {z} from 'astro/zod';
import {shown} from '../problems/quoted.ts';
import {lineText, placeOf} from '../problems/source-text.ts';
import type {Range} from '../problems/source-text.ts';
import {pageFields} from '../schema/fields.ts';
import {storyFields} from '../schema/story-fields.ts';
import {reportTo} from './draft.ts';
import type {Draft, Kind} from './draft.ts';
import {FOLDERS, STORY_EXAMPLE} from './list-files.ts';

const FENCE_WHY = 'The fields stand at the top, between two lines of three hyphens.';

/** A whole file of each kind, for writers who begin with nothing. */
export const EXAMPLES: Readonly<Record<Kind, string>> = {
  event:
    '---\ntitle: The Eagle lands on the Moon\nlabel: Eagle lands\ndate: "1969-07-20"\nlane: crew\nchapter: landing\nweight: landmark\nstatus: confirmed\nsources:\n  - id: times-1969-07-21\n    supports: the day\n---\n\nThe text.',
  chapter: '---\ntitle: The landing\norder: 2\ndate: "1969-07-16/1969-07-24"\n---\n\nThe text.',
  page: '---\ntitle: How this was dated\n---\n\nThe text.',
  source: 'headline: Men walk on Moon\npublisher: The Times\npublished: "1969-07-21"\nhowDated: The page carries the date.',
  actor: 'name: Neil Armstrong\nkind: person\nrole: commander of the mission',
  story: STORY_EXAMPLE,
};

/** Lines that were meant to be three hyphens. */
const NEARLY_FENCE = /^[ \t]*(?:-{2}|-{4,}|[—–]{1,3}|\+{3}|~{3}|={3,}|\.{3}|-(?: -){2,}|---[ \t]*\S.*|\*{3})[ \t]*$/;

/** Where the fields of an MDX file stand; null where there are none to read. */
export function frontMatterOf(draft: Draft): Range | null {
  const {source} = draft;
  const {text} = source;
  const report = reportTo(draft);
  const opening = /^(\s*)---[ \t]*\n/.exec(text);
  if (!opening) {
    draft.bodyRange = [0, text.length];
    // Below its first line a fence stands before something that looks like a field.
    const fence = /^[ \t]*---[ \t]*\n(?=\s*[A-Za-z]+:)/m.exec(text);
    if (draft.kind === 'page' && !fence) return null;
    const at = text.length - text.trimStart().length;
    const line = lineText(source, placeOf(source, at).line);
    const nearly = NEARLY_FENCE.test(line);
    const next = lineText(source, placeOf(source, at).line + 1);
    const isField = /^[A-Za-z]+:/.test(line);
    report(
      [at, at + line.length],
      nearly
        ? {
            rule: 'no-front-matter',
            what: `The first line is \`${shown(line)}\`, not three hyphens.`,
            why: FENCE_WHY,
            fix: line.trim() === '+++' ? 'Write three hyphens, and `name: value` for each field.' : 'Write three hyphens and nothing else.',
            example: `---\n${next}`,
          }
        : fence
          ? {
              rule: 'no-front-matter',
              what: `\`${shown(line)}\` stands before the fields.`,
              why: FENCE_WHY,
              fix: 'Delete what stands before the first `---`, or move it below the second.',
              example: `---\n${text.slice(fence.index + fence[0].length).split('\n', 1)[0] ?? ''}`,
            }
          : {
              rule: 'no-front-matter',
              what: isField
                ? `The fields begin without a line of three hyphens above \`${shown(line)}\`.`
                : 'The file does not begin with its fields.',
              why: FENCE_WHY,
              fix: isField ? 'Write three hyphens above the first field and below the last.' : 'Put the fields at the top of the file.',
              example: isField ? `---\n${line}` : EXAMPLES[draft.kind],
            },
    );
    // Without its lines the fields would be told about as prose.
    draft.bodyRange = null;
    return null;
  }
  const start = opening[0].length;
  const closing = /^---[ \t]*$/m.exec(text.slice(start));
  if (!closing) {
    const nearly = [...text.slice(start).matchAll(/^.*$/gm)].find(({0: line}) => NEARLY_FENCE.test(line) || /^[ \t]+---[ \t]*$/.test(line));
    const lastField = [...text.slice(start).matchAll(/^(?:[A-Za-z]+:.*|[ \t]+\S.*|- .*)$/gm)].at(-1);
    const at = nearly ? start + nearly.index : lastField ? start + lastField.index : 0;
    report([at, at + ((nearly ?? lastField)?.[0].length ?? 3)], {
      rule: 'front-matter-open',
      what: nearly
        ? `\`${nearly[0].trim()}\` does not end the fields: that takes three hyphens at the beginning of a line.`
        : 'The fields begin with `---` but no second `---` ends them.',
      why: 'Without it the text cannot be told from the fields.',
      fix: nearly ? 'Write three hyphens and nothing else.' : 'Write three hyphens on a line of their own after the last field.',
      example: nearly ? '---' : `${lastField?.[0] ?? 'status: confirmed'}\n---`,
    });
    return null;
  }
  draft.bodyRange = [start + closing.index + closing[0].length, text.length];
  const fields = text.slice(start, start + closing.index);
  const second = secondFields(draft.kind, text.slice(draft.bodyRange[0]), fields.trim() === '');
  if (second !== null) {
    const at = draft.bodyRange[0] + second;
    report(
      [at, at + (text.slice(at).split('\n', 1)[0] ?? '').length],
      fields.trim() === ''
        ? {
            rule: 'no-fields',
            what: 'Two lines of three hyphens follow each other, so the fields stand outside.',
            why: FENCE_WHY,
            fix: 'Delete one of the two lines.',
            example: `---\n${text.slice(at).split('\n', 1)[0] ?? ''}`,
          }
        : {
            rule: 'second-fields',
            what: 'A second block of fields stands in the text.',
            why: 'One file is one entry: readers would see these fields as words.',
            fix:
              draft.kind === 'event'
                ? 'Move them, and the text below them, to a file of their own in events/.'
                : 'Move them to a file of their own, or delete them.',
            example: '',
          },
    );
    draft.bodyRange = null;
    draft.isWritten = false;
    if (fields.trim() === '') return null;
  }
  return [start, start + closing.index];
}

/** Where a body holds fields that belong between fences; `isBare` where they follow the fields at once. */
function secondFields(kind: Kind, body: string, isBare: boolean): number | null {
  const starts = isBare ? /^\s*([A-Za-z]+):[ \t]/g : /^---[ \t]*\n\s*([A-Za-z]+):[ \t]/gm;
  for (const match of body.matchAll(starts)) {
    const isFenced = /^---[ \t]*$/m.test(body.slice(match.index + match[0].length));
    if (isFenced && Object.hasOwn(schemaOf(kind).shape, match[1] ?? '')) return match.index + match[0].search(/\S/);
  }
  return null;
}

/** What the fields of a file may be. */
export function schemaOf(kind: Kind): z.ZodObject {
  return kind === 'story' ? storyFields : kind === 'page' ? pageFields : FOLDERS[`${kind}s`].fields;
}
