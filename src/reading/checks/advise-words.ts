/** Advice on the words of any field: signs that readers would see as they are, and letters read in the wrong encoding. */
import {firstGarbled} from '../../problems/invisible-characters.ts';
import {shown} from '../../problems/quoted.ts';
import type {Complaint} from '../../problems/problem.ts';
import {DATE_FIELDS} from '../../schema/fields.ts';
import {advise} from '../draft.ts';
import type {Draft} from '../draft.ts';
import type {Path} from '../read-yaml.ts';

/** Fields that are shown on one line. */
const ONE_LINE = new Set(['title', 'label', 'short', 'name', 'headline', 'publisher', 'author', 'role', 'kicker', 'unit']);
/** Fields that hold no words. */
const NOT_PROSE = new Set(['url', 'archiveUrl', 'prefix', 'suffix', 'id', 'zone', 'zoneLabel', 'language']);

/** Advises on every text among the fields of a file. */
export function adviseWords(draft: Draft): void {
  const garbled = firstGarbled(draft.source.text);
  if (garbled) {
    advise(draft, [garbled.at, garbled.at + garbled.length], {
      rule: 'garbled-letters',
      what: `${garbled.name} looks like a letter that was read in the wrong encoding.`,
      why: 'Readers would see these characters instead of an accent, a dash or a quotation mark.',
      fix: 'Write the letter that was meant, and save the file in UTF-8.',
    });
  }
  const path: (string | number)[] = [];
  const step = (to: string | number, value: unknown, name: string): void => {
    path.push(to);
    look(value, name);
    path.pop();
  };
  const look = (value: unknown, name: string): void => {
    if (Array.isArray(value)) value.forEach((item, i) => step(i, item, name));
    else if (typeof value === 'object' && value !== null) for (const key in value) step(key, (value as Record<string, unknown>)[key], key);
    else if (typeof value === 'string' && !NOT_PROSE.has(name) && !DATE_FIELDS.has(name)) adviseValue(draft, path, name, value);
  };
  look(draft.yaml?.data, '');
}

function adviseValue(draft: Draft, path: Path, name: string, value: string): void {
  const advised = (complaint: Complaint): void => {
    const range = draft.yaml?.rangeOf(path) ?? [0, 0];
    if (!draft.yaml?.isReported(range[0])) advise(draft, range, complaint);
  };
  const mayEmphasise = draft.kind === 'story' && name === 'deck';
  const signs = mayEmphasise ? /`|<\/?[A-Za-z]|\]\(/ : /\*[^*\s][^*]*\*|`|<\/?[A-Za-z]|\]\(/;
  if (signs.test(value)) {
    const markup = /<\/?[A-Za-z]/.test(value) ? 'HTML tags' : 'Markdown characters';
    advised({
      rule: 'markup-in-field',
      what: `\`${name}\` has ${markup}, which readers would see as they are: ${shown(value)}`,
      why: mayEmphasise
        ? 'Only `*emphasis*` and `**strong**` are read here.'
        : 'Fields are plain text, because they are also drawn in the chart and handed to other programs.',
      fix: 'Delete them.',
      example: `${name}: ${JSON.stringify(
        value
          .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
          .replace(/<\/?[A-Za-z][^>]*>/g, '')
          .replace(mayEmphasise ? /`/g : /[*`]/g, ''),
      ).replace(/^"([A-Za-z][^:#"\\]*)"$/, '$1')}`,
    });
  } else if (/^[“„«‘][^“”„«»‘’]*[”“»’]$/.test(value.trim()) && /^[“„«‘]/.test(draft.yaml?.writtenAt(path) ?? '')) {
    advised({
      rule: 'marks-around-value',
      what: `\`${name}\` is in typographic quotation marks, which readers would see: ${shown(value)}`,
      why: 'In YAML only straight marks are quotes; these are part of the words.',
      fix: 'Use straight double quotes, or none.',
      example: `${name}: ${JSON.stringify(value.trim().slice(1, -1))}`,
    });
  } else if (ONE_LINE.has(name) && /[\n\t]/.test(value.trim())) {
    advised({
      rule: 'line-break-in-field',
      what: `\`${name}\` has a line break or a tab in it.`,
      why: 'It is shown on one line, in the chart too.',
      fix: 'Write it on one line.',
      example: `${name}: ${JSON.stringify(value.replace(/\s+/g, ' ').trim())}`,
    });
  }
}
