/** The text of the files an import writes: valid as they are, or drafts that say what they lack. */
import type {StoryEntry} from '../../schema/content.ts';
import {guidanceFor, eventFields} from '../../schema/fields.ts';
import type {ChapterFields, EventFields, StoryFields} from '../../schema/fields.ts';
import {oneLine, yamlText} from '../new/event-file.ts';

/** An event that is ready to be written. */
export interface ImportedEvent {
  readonly title: string;
  readonly label: string;
  readonly short: string | null;
  readonly date: string;
  /** The date in words, as readers will see it. */
  readonly dateWords: string;
  readonly happened: EventFields['happened'] | null;
  readonly order: string | null;
  readonly known: string | null;
  /** Null in a draft that has none yet. */
  readonly lane: string | null;
  readonly chapter: string;
  readonly weight: string;
  readonly status: string;
  readonly actors: readonly string[];
  /** Empty in a draft that has none yet. */
  readonly sources: EventFields['sources'];
  readonly dating: string | null;
  readonly isDraft: boolean;
  /** The text, as MDX. */
  readonly body: string;
  /** The imported file and the place in it. */
  readonly origin: string;
  /** What could not be carried over, for the next editor. */
  readonly leftOut: readonly string[];
}

/** The whole text of an event file. */
export function importedEventText(event: ImportedEvent): string {
  const field = (name: string, value: string | null) => (value === null ? [] : [`${name}: ${value}`]);
  return [
    '---',
    `# Imported from ${comment(event.origin)}. Lines that begin with # are notes to you: readers never see them.`,
    `title: ${yamlText(event.title)}`,
    `label: ${yamlText(event.label)}`,
    ...field('short', event.short === null ? null : yamlText(event.short)),
    `# Readers will see: ${event.dateWords}.`,
    `date: ${JSON.stringify(event.date)}`,
    ...field('happened', event.happened ?? null),
    ...field('order', event.order),
    ...(event.known !== null ? [`known: ${JSON.stringify(event.known)}`] : event.happened === 'within' ? missing('known') : []),
    ...(event.lane === null ? missing('lane') : [`lane: ${yamlText(event.lane)}`]),
    `chapter: ${yamlText(event.chapter)}`,
    `weight: ${event.weight}`,
    `status: ${event.status}`,
    ...(event.actors.length === 0 ? [] : [`actors: [${event.actors.map(yamlText).join(', ')}]`]),
    ...(event.sources.length === 0
      ? missing('sources')
      : ['sources:', ...event.sources.flatMap(({id, supports}) => [`  - id: ${yamlText(id)}`, `    supports: ${yamlText(supports)}`])]),
    ...field('dating', event.dating === null ? null : yamlText(event.dating)),
    ...(event.isDraft ? ['# Delete this line when the event is ready for readers.', 'draft: true'] : []),
    '---',
    '',
    event.body,
    '',
    ...(event.leftOut.length === 0
      ? []
      : [`{/* Not carried over from ${inComment(event.origin)}:`, ...event.leftOut.map((what) => `- ${inComment(what)}`), '*/}', '']),
  ].join('\n');
}

/** A note that says which field is still to be written. */
function missing(name: 'lane' | 'known' | 'sources'): string[] {
  const example = (guidanceFor(eventFields, [name])?.example ?? '').split('\n').map((line) => `#   ${line}`);
  return [`# Still to be written: ${eventFields.shape[name].description} Such as:`, ...example];
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
    `# Made from ${comment(origin)}. Every field is explained in the writers’ guide.`,
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

/** Words for a line of notes among the fields. */
function comment(words: string): string {
  return oneLine(words);
}

/** Words for a note in the text, which ends at the first `*` before a `/`. */
function inComment(words: string): string {
  return oneLine(words).replaceAll('*/', '* /');
}
