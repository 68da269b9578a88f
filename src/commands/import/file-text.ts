/** The text of the files an import writes: valid as they are, or drafts that say what they lack. */
import type {StoryEntry} from '../../schema/content.ts';
import type {ChapterFields} from '../../schema/fields.ts';
import type {StoryFields} from '../../schema/story-fields.ts';
import {descriptionOf, eventFileText, exampleOf} from '../event-file.ts';
import type {EventField, FieldNotes, WrittenEvent} from '../event-file.ts';
import {oneLine, yamlText} from '../safe-text.ts';

/** An event that is ready to be written, or a draft that lacks something. */
export interface ImportedEvent extends WrittenEvent {
  /** The text, as MDX. */
  readonly body: string;
  /** The imported file and the place in it. */
  readonly origin: string;
  /** What could not be carried over, for the next editor. */
  readonly leftOut: readonly string[];
}

/** The whole text of an event file. */
export function importedEventText(event: ImportedEvent): string {
  const origin = oneLine(event.origin);
  const notes: FieldNotes = {
    top: [`# Imported from ${origin}. Lines that begin with # are notes to you: readers never see them.`],
    above: () => [],
    instead: (name) => (isMissing(name, event) ? missing(name) : []),
  };
  const leftOut =
    event.leftOut.length === 0
      ? []
      : ['', `{/* Not carried over from ${inComment(origin)}:`, ...event.leftOut.map((what) => `- ${inComment(what)}`), '*/}'];
  return eventFileText(event, notes, [event.body, ...leftOut]);
}

/** Whether an event cannot be published without a field. */
function isMissing(name: EventField, {happened}: ImportedEvent): boolean {
  return name === 'lane' || name === 'sources' || (name === 'known' && happened === 'within');
}

/** A note that says which field is still to be written. */
function missing(name: EventField): string[] {
  const example = exampleOf(name)
    .split('\n')
    .map((line) => `#   ${line}`);
  return [`# Still to be written: ${descriptionOf(name)} Such as:`, ...example];
}

/** The whole text of a chapter file; `text` is MDX. */
export function chapterText({title, order, date}: ChapterFields, text: string): string {
  return [
    '---',
    `title: ${yamlText(title)}`,
    `order: ${order}`,
    `date: ${JSON.stringify(date)}`,
    '---',
    '',
    ...(text === '' ? [] : [text, '']),
  ].join('\n');
}

/** What a story cannot be without. */
export type WrittenStory = Pick<
  StoryFields,
  'title' | 'kicker' | 'deck' | 'description' | 'language' | 'firstDay' | 'extent' | 'zone' | 'zoneLabel' | 'updated'
> & {readonly lanes: StoryEntry['lanes']};

/** The whole text of story.yaml. */
export function storyText(story: WrittenStory, origin: string): string {
  const {lanes, ...fields} = story;
  const dates = ['firstDay', 'extent', 'updated'];
  return [
    `# Made from ${oneLine(origin)}. Every field is explained in the writers’ guide.`,
    ...Object.entries(fields).map(([name, value]) => `${name}: ${dates.includes(name) ? JSON.stringify(value) : yamlText(value)}`),
    'lanes:',
    ...lanes.flatMap(({id, name, glyph, hue, rows}) => [
      `  - id: ${yamlText(id)}`,
      `    name: ${yamlText(name)}`,
      `    glyph: ${glyph}`,
      `    hue: ${hue}`,
      `    rows: ${rows}`,
    ]),
    '',
  ].join('\n');
}

/** Words for a note in the text, which ends at the first `*` before a `/`. */
function inComment(words: string): string {
  return oneLine(words).replaceAll('*/', '* /');
}
