/** Where the fields of an MDX file are, and what is wrong with the lines around them. */
import type {z} from 'astro/zod';
import {shown} from '../problems/quoted.ts';
import {lineText, placeOf} from '../problems/source-text.ts';
import type {Range} from '../problems/source-text.ts';
import {pageFields} from '../schema/fields.ts';
import {storyFields} from '../schema/story-fields.ts';
import {reportTo} from './draft.ts';
import type {Draft, Kind} from './draft.ts';
import {FOLDERS, STORY_EXAMPLE} from './list-files.ts';

const FENCE_WHY = 'The fields are at the top, between two lines of three hyphens.';

/** A whole file of each kind, for writers who begin with nothing. */
export const EXAMPLES: Readonly<Record<Kind, string>> = {
  event: `---
title: The Eagle lands on the Moon
label: Eagle lands
date: "1969-07-20"
lane: crew
chapter: landing
weight: landmark
status: confirmed
sources:
  - id: times-1969-07-21
    supports: the day
---

The text.`,
  chapter: '---\ntitle: The landing\norder: 2\ndate: "1969-07-16/1969-07-24"\n---\n\nThe text.',
  page: '---\ntitle: How this was dated\n---\n\nThe text.',
  source: 'headline: Men walk on Moon\npublisher: The Times\npublished: "1969-07-21"\nhowDated: The page carries the date.',
  actor: 'name: Neil Armstrong\nkind: person\nrole: commander of the mission',
  story: STORY_EXAMPLE,
};

/** Lines that were meant to be three hyphens. */
const NEARLY_FENCE = /^[ \t]*(?:-{2}|-{4,}|[—–]{1,3}|\+{3}|~{3}|={3,}|\.{3}|-(?: -){2,}|---[ \t]*\S.*|\*{3})[ \t]*$/;

/** Where the fields of an MDX file are; null if there are none. */
export function frontMatterOf(draft: Draft): Range | null {
  const {text} = draft.source;
  const opening = /^(\s*)---[ \t]*\n/.exec(text);
  if (!opening) {
    draft.bodyRange = [0, text.length];
    // A fence below the first line counts only before something that looks like a field.
    const fence = /^[ \t]*---[ \t]*\n(?=\s*[A-Za-z]+:)/m.exec(text);
    if (draft.kind === 'page' && !fence) return null;
    reportNoOpening(draft, fence);
    // Without its fences the fields would be reported as prose.
    draft.bodyRange = null;
    return null;
  }
  const start = opening[0].length;
  const closing = /^---[ \t]*$/m.exec(text.slice(start));
  if (!closing) {
    reportNoClosing(draft, start);
    return null;
  }
  const bodyStart = start + closing.index + closing[0].length;
  draft.bodyRange = [bodyStart, text.length];
  const isBare = text.slice(start, start + closing.index).trim() === '';
  const second = secondFields(draft.kind, text.slice(bodyStart), isBare);
  if (second !== null) {
    reportSecondFields(draft, bodyStart + second, isBare);
    draft.bodyRange = null;
    draft.isWritten = false;
    if (isBare) return null;
  }
  return [start, start + closing.index];
}

/** @param fence - The first line of three hyphens further down, if there is one. */
function reportNoOpening(draft: Draft, fence: RegExpExecArray | null): void {
  const {source} = draft;
  const {text} = source;
  const at = text.length - text.trimStart().length;
  const {line: number} = placeOf(source, at);
  const line = lineText(source, number);
  const isField = /^[A-Za-z]+:/.test(line);
  const complain = (what: string, fix: string, example: string) =>
    reportTo(draft)([at, at + line.length], {rule: 'no-front-matter', what, why: FENCE_WHY, fix, example});
  if (NEARLY_FENCE.test(line)) {
    complain(
      `The first line is \`${shown(line)}\`, not three hyphens.`,
      line.trim() === '+++' ? 'Write three hyphens, and `name: value` for each field.' : 'Write three hyphens and nothing else.',
      `---\n${lineText(source, number + 1)}`,
    );
  } else if (fence) {
    complain(
      `\`${shown(line)}\` comes before the fields.`,
      'Delete what comes before the first `---`, or move it below the second.',
      `---\n${text.slice(fence.index + fence[0].length).split('\n', 1)[0] ?? ''}`,
    );
  } else if (isField) {
    complain(
      `The fields begin without a line of three hyphens above \`${shown(line)}\`.`,
      'Write three hyphens above the first field and below the last.',
      `---\n${line}`,
    );
  } else complain('The file does not begin with its fields.', 'Put the fields at the top of the file.', EXAMPLES[draft.kind]);
}

/** @param start - Where the fields begin. */
function reportNoClosing(draft: Draft, start: number): void {
  const fields = draft.source.text.slice(start);
  const nearly = [...fields.matchAll(/^.*$/gm)].find(({0: line}) => NEARLY_FENCE.test(line) || /^[ \t]+---[ \t]*$/.test(line));
  const lastField = [...fields.matchAll(/^(?:[A-Za-z]+:.*|[ \t]+\S.*|- .*)$/gm)].at(-1);
  const at = nearly ? start + nearly.index : lastField ? start + lastField.index : 0;
  reportTo(draft)([at, at + ((nearly ?? lastField)?.[0].length ?? 3)], {
    rule: 'front-matter-open',
    what: nearly
      ? `\`${nearly[0].trim()}\` does not end the fields: that takes three hyphens at the beginning of a line.`
      : 'The fields begin with `---` but no second `---` ends them.',
    why: 'Without it the fields have no end, so no text can follow.',
    fix: nearly ? 'Write three hyphens and nothing else.' : 'Write three hyphens on a line of their own after the last field.',
    example: nearly ? '---' : `${lastField?.[0] ?? 'status: confirmed'}\n---`,
  });
}

/** @param isBare - Whether there is nothing between the first two lines of hyphens. */
function reportSecondFields(draft: Draft, at: number, isBare: boolean): void {
  const line = draft.source.text.slice(at).split('\n', 1)[0] ?? '';
  reportTo(draft)(
    [at, at + line.length],
    isBare
      ? {
          rule: 'no-fields',
          what: 'Two lines of three hyphens follow each other, so the fields are outside them.',
          why: FENCE_WHY,
          fix: 'Delete one of the two lines.',
          example: `---\n${line}`,
        }
      : {
          rule: 'second-fields',
          what: 'There is a second block of fields in the text.',
          why: 'One file is one entry: readers would see these fields as words.',
          fix:
            draft.kind === 'event'
              ? 'Move them, and the text below them, to a file of their own in events/.'
              : 'Move them to a file of their own, or delete them.',
          example: '',
        },
  );
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
