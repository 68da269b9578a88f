/** The text of event files and source files: the one order of their fields, for events that are new and that come from elsewhere. */
import type {EventFields, SourceFields} from '../schema/fields.ts';
import {eventFields, sourceFields} from '../schema/fields.ts';
import {guidanceFor} from '../schema/guidance.ts';
import {yamlText} from './safe-text.ts';

/** The fields of an event as they are to be written; null for one that is left out. */
export interface WrittenEvent {
  readonly title: string;
  readonly label: string;
  readonly short: string | null;
  readonly date: string;
  /** The date in words, as readers will see it; empty for one that cannot be read. */
  readonly dateWords: string;
  readonly happened: string | null;
  readonly order: string | null;
  readonly known: string | null;
  readonly lane: string | null;
  readonly chapter: string;
  readonly weight: string;
  readonly status: string;
  readonly actors: readonly string[];
  readonly sources: EventFields['sources'];
  readonly dating: string | null;
  readonly isDraft: boolean;
}

export type EventField = keyof typeof eventFields.shape;

/** Lines for the next writer among the fields, each a comment. */
export interface FieldNotes {
  readonly top: readonly string[];
  /** Above a field that is there. */
  above(name: EventField): readonly string[];
  /** In place of a field that is left out. */
  instead(name: EventField): readonly string[];
}

/** The whole text of an event file. */
export function eventFileText(event: WrittenEvent, notes: FieldNotes, body: readonly string[]): string {
  const field = (name: EventField, lines: readonly string[] | string | null) =>
    lines === null || lines.length === 0
      ? notes.instead(name)
      : [...notes.above(name), ...(typeof lines === 'string' ? [`${name}: ${lines}`] : lines)];
  const text = (value: string | null) => (value === null ? null : yamlText(value));
  return [
    '---',
    ...notes.top,
    ...field('title', yamlText(event.title)),
    ...field('label', yamlText(event.label)),
    ...field('short', text(event.short)),
    ...(event.dateWords === '' ? [] : [`# Readers will see: ${event.dateWords}.`]),
    ...field('date', JSON.stringify(event.date)),
    ...field('happened', text(event.happened)),
    ...field('order', event.order),
    ...field('known', event.known === null ? null : JSON.stringify(event.known)),
    ...field('lane', text(event.lane)),
    ...field('chapter', yamlText(event.chapter)),
    ...field('weight', yamlText(event.weight)),
    ...field('status', yamlText(event.status)),
    ...field('actors', event.actors.length === 0 ? null : `[${event.actors.map(itemText).join(', ')}]`),
    ...field('sources', sourceLines(event.sources)),
    ...field('dating', text(event.dating)),
    ...(event.isDraft ? ['# Delete this line when the event is ready for readers.', 'draft: true'] : []),
    '---',
    '',
    ...body,
    '',
  ].join('\n');
}

/** A text among others in square brackets, where a comma ends it. */
function itemText(text: string): string {
  return text.includes(',') ? JSON.stringify(text) : yamlText(text);
}

function sourceLines(sources: WrittenEvent['sources']): string[] {
  return sources.length === 0
    ? []
    : ['sources:', ...sources.flatMap(({id, supports}) => [`  - id: ${yamlText(id)}`, `    supports: ${yamlText(supports)}`])];
}

/** What a field is for. */
export function descriptionOf(name: EventField): string {
  return eventFields.shape[name].description ?? '';
}

/** The lines that show a field filled in. */
export function exampleOf(name: EventField): string {
  return guidanceFor(eventFields, [name])?.example ?? '';
}

export type WrittenSource = Pick<SourceFields, 'headline' | 'publisher' | 'published' | 'howDated' | 'author' | 'url' | 'language'>;

/** The whole text of a source file. */
export function sourceFileText(source: WrittenSource): string {
  const line = (name: keyof WrittenSource) => {
    const value = source[name];
    if (value === undefined) return [];
    return [`${name}: ${name === 'published' ? JSON.stringify(value) : yamlText(value)}`];
  };
  const names: readonly (keyof WrittenSource)[] = ['headline', 'publisher', 'author', 'published', 'howDated', 'url', 'language'];
  return [
    '# Lines that begin with # are notes to you: readers never see them, and they may go.',
    ...names.flatMap(line),
    ...(source.url === undefined ? [`# ${sourceFields.shape.url.description}`, '# url: https://…'] : []),
    '',
  ].join('\n');
}
