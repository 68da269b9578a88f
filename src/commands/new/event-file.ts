/** The text of a new event file and of a new source file: valid as they are, with a note at every field. */
import {withoutInvisible} from '../../problems/invisible-characters.ts';
import {guidanceFor, eventFields, LABEL_MAX, sourceFields} from '../../schema/fields.ts';
import type {EventFields, SourceFields} from '../../schema/fields.ts';

/** What a writer has said about a new event. */
export interface NewEvent {
  readonly title: string;
  readonly label: string;
  readonly short: string | null;
  readonly date: string;
  /** The date in words, as readers will see it. */
  readonly dateWords: string;
  readonly happened: EventFields['happened'] | null;
  readonly known: string | null;
  readonly lane: string;
  readonly chapter: string;
  readonly weight: EventFields['weight'];
  readonly status: EventFields['status'];
  readonly actors: readonly string[];
  readonly sources: EventFields['sources'];
  /** The first sentences of its text; null takes the title for one. */
  readonly text: string | null;
  readonly isDraft: boolean;
}

export type NewSource = Pick<SourceFields, 'headline' | 'publisher' | 'published' | 'howDated' | 'author' | 'url' | 'language'>;

/** The whole text of an event file. */
export function eventFileText(event: NewEvent): string {
  const [first] = event.sources;
  if (first === undefined) throw new RangeError('an event needs a source, got none');
  return [
    '---',
    '# Lines that begin with # are notes to you: readers never see them, and they may go.',
    '# Every field is explained in README.md of the content folder.',
    `title: ${yamlText(event.title)}`,
    ...note('label'),
    `label: ${yamlText(event.label)}`,
    ...(event.short === null ? unused('short') : [`short: ${yamlText(event.short)}`]),
    `# Readers will see: ${event.dateWords}.`,
    `date: ${JSON.stringify(event.date)}`,
    ...(event.happened === null ? [] : [...note('happened'), `happened: ${event.happened}`]),
    ...(event.known === null ? unused('known') : [...note('known'), `known: ${JSON.stringify(event.known)}`]),
    `lane: ${yamlText(event.lane)}`,
    `chapter: ${yamlText(event.chapter)}`,
    ...note('weight'),
    `weight: ${event.weight}`,
    ...note('status'),
    `status: ${event.status}`,
    ...(event.actors.length === 0 ? unused('actors') : [`actors: [${event.actors.map(yamlText).join(', ')}]`]),
    'sources:',
    ...event.sources.flatMap(({id, supports}) => [`  - id: ${yamlText(id)}`, `    supports: ${yamlText(supports)}`]),
    ...unused('dating'),
    ...(event.isDraft ? ['# Delete this line when the event is ready for readers.', 'draft: true'] : []),
    '---',
    '',
    `${bodyText(event)}<Cite source="${first.id}" />`,
    '',
    ...(event.status === 'disputed' ? disagreementNote(event) : []),
    '{/* A sentence ends with <Cite source="…" />; somebody’s words stand in <Quote by="…" source="…">…</Quote>. */}',
    '',
  ].join('\n');
}

/** The whole text of a source file. */
export function sourceFileText(source: NewSource): string {
  const line = (name: keyof NewSource) => {
    const value = source[name];
    if (value === undefined) return [];
    return [`${name}: ${name === 'published' ? JSON.stringify(value) : yamlText(value)}`];
  };
  const names: readonly (keyof NewSource)[] = ['headline', 'publisher', 'author', 'published', 'howDated', 'url', 'language'];
  return [
    '# Lines that begin with # are notes to you: readers never see them, and they may go.',
    ...names.flatMap(line),
    ...(source.url === undefined ? [`# ${descriptionOf(sourceFields.shape.url)}`, '# url: https://…'] : []),
    '',
  ].join('\n');
}

/**
 * A text as one line without signs that no reader can see: writers paste titles from web pages.
 */
export function oneLine(text: string): string {
  return withoutInvisible(text.toWellFormed().replace(/[\p{Cc}\s]+/gu, ' '))
    .replace(/ +/g, ' ')
    .trim();
}

/** Letters that do not come apart into a Latin letter and an accent. */
const LATIN: Readonly<Record<string, string>> = {æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i'};
const ID_MAX = 60;

/** A file name for a title, or an empty string where the title has no Latin letter or digit. */
export function idFromTitle(title: string): string {
  const letters = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/g, '')
    .replace(/[æœøßłđðþı]/g, (letter) => LATIN[letter] ?? '');
  const words = letters.split(/[^a-z0-9]+/).filter((word) => word !== '');
  let id = '';
  for (const word of words) {
    const longer = id === '' ? word.slice(0, ID_MAX) : `${id}-${word}`;
    if (longer.length > ID_MAX) break;
    id = longer;
  }
  return id;
}

/** An id nobody has: the title's own, else with the date after it, else with a number. */
export function freeId(title: string, date: string, isTaken: (id: string) => boolean): string {
  const own = idFromTitle(title);
  const day = idFromTitle(date);
  const dated = own === '' ? `event-${day}` : `${own}-${day}`;
  if (own !== '' && !isTaken(own)) return own;
  for (let number = 1; ; number++) {
    const id = number === 1 ? dated : `${dated}-${number}`;
    if (!isTaken(id)) return id;
  }
}

/** As many whole words of a title as a label has room for; where the first is too long, as many letters. */
export function labelFromTitle(title: string): string {
  if (title.length <= LABEL_MAX) return title;
  let label = '';
  for (const word of title.split(' ')) {
    const longer = label === '' ? word : `${label} ${word}`;
    if (longer.length > LABEL_MAX) break;
    label = longer;
  }
  if (label !== '') return label;
  for (const {segment} of new Intl.Segmenter('en').segment(title)) {
    if (label.length + segment.length > LABEL_MAX) break;
    label += segment;
  }
  // One sign alone may be longer than a label, such as a letter under a heap of accents.
  return label.trim() || title.slice(0, LABEL_MAX).toWellFormed();
}

const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ,.’()-]*$/u;
/** Words that YAML takes for something else than text. */
const YAML_WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A text as the value of a YAML field: bare where that is safe, else in double quotes. */
export function yamlText(text: string): string {
  return PLAIN.test(text) && !YAML_WORDS.test(text) ? text : JSON.stringify(text);
}

/** Takes no room and holds two letters apart. */
export const WORD_JOINER = '\u2060';

/** Words in the middle of a line as MDX shows them, without markup and without links. */
export function mdxWords(text: string): string {
  return (
    text
      .replace(/[\\`*_{}[\]<>|~&$]/g, '\\$&')
      // What looks like an address would become a link, with a backslash or without.
      .replace(/@|:(?=\/\/)|(?<=www)\./gi, (sign) => `${WORD_JOINER}${sign}`)
  );
}

/** A text as MDX shows it, without markup and without links. */
export function mdxText(text: string): string {
  return (
    mdxWords(text)
      .replace(/^(?:[-+#=!]|\d+(?=[.)]))/, (start) => (/^\d/.test(start) ? start : `\\${start}`))
      .replace(/^(\d+)([.)])/, '$1\\$2')
      // A line that begins with one of these words is read as program code.
      .replace(/^(?:import|export)\b/, (word) => `${word[0]!.toUpperCase()}${word.slice(1)}`)
  );
}

function bodyText({text, title}: NewEvent): string {
  const sentence = mdxText(text ?? title);
  return /[.!?。！？؟…]["”’»)]*$/u.test(sentence) ? sentence : `${sentence}.`;
}

function disagreementNote({sources}: NewEvent): string[] {
  const [one, other] = [sources[0]?.id ?? '…', sources[1]?.id ?? '…'];
  return [
    '{/* A disputed event shows its versions side by side. Write them, and take away the signs around this block:',
    '',
    '<Disagreement question="What do the sources disagree on?">',
    `  <Position says="One version" source="${one}" />`,
    `  <Position says="The other version" source="${other}" />`,
    '</Disagreement>',
    '',
    '*/}',
    '',
  ];
}

type EventField = keyof typeof eventFields.shape;

function note(name: EventField): string[] {
  return [`# ${descriptionOf(eventFields.shape[name])}`];
}

/** A field that is left out, ready to be put in. */
function unused(name: EventField): string[] {
  const example = guidanceFor(eventFields, [name])?.example ?? '';
  return [`# ${descriptionOf(eventFields.shape[name])} Such as: ${example}`];
}

function descriptionOf(field: {readonly description?: string | undefined}): string {
  return field.description ?? '';
}
