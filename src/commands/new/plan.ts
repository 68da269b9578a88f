/** The files that answers become. What is missing or wrong in an answer is written all the same: the content check says so. */
import type {PlannedFile} from '../../reading/list-files.ts';
import type {EdtfDate} from '../../schema/content.ts';
import {DateError, edtfFromText} from '../../schema/dates.ts';
import {ID} from '../../schema/ids.ts';
import {DEFAULT_STATUS, DEFAULT_SUPPORTS, DEFAULT_WEIGHT} from '../defaults.ts';
import {descriptionOf, eventFileText, exampleOf, sourceFileText} from '../event-file.ts';
import type {FieldNotes, WrittenEvent, WrittenSource} from '../event-file.ts';
import {chapterOf, isIn, isNameTaken, sourceIdFrom, wordsOfDate} from '../inventory.ts';
import type {Inventory} from '../inventory.ts';
import {freeId, labelFromTitle} from '../names.ts';
import {mdxSentence, oneLine} from '../safe-text.ts';
import {saysSource, strangerIn} from './answers.ts';
import type {Answers} from './flags.ts';

/** A placeholder for an answer not given yet, so that the others can be checked. */
const NOT_SAID = 'Not said yet';

/** What is to be written. */
export interface Plan {
  readonly id: string;
  /** The event's file, after that of its source where it is new. */
  readonly files: readonly PlannedFile[];
  /** What was chosen for the writer, in sentences. */
  readonly notes: readonly string[];
}

export function planFromAnswers(answers: Answers, inventory: Inventory): Plan {
  const title = oneLine(answers.title ?? NOT_SAID);
  const written = answers.date ?? inventory.story.firstDay.text;
  const date = dateFrom(written);
  const source = sourceFromAnswers(answers, inventory);
  const sources = sourcesOf(answers, source?.id ?? null, inventory);
  const status = answers.status ?? DEFAULT_STATUS;
  const chapter = answers.chapter ?? (date && chapterOf(date, inventory)) ?? inventory.chapters[0]?.id ?? NOT_SAID;
  const event: WrittenEvent = {
    title,
    label: answers.label === undefined ? labelFromTitle(title) : oneLine(answers.label),
    short: answers.short === undefined ? null : oneLine(answers.short),
    date: written,
    dateWords: date === null ? '' : wordsOfDate(date, answers.happened, inventory),
    happened: answers.happened ?? null,
    order: null,
    known: answers.known ?? null,
    lane: answers.lane ?? inventory.lanes[0]?.id ?? null,
    chapter,
    weight: answers.weight ?? DEFAULT_WEIGHT,
    status,
    actors: [...new Set(answers.actor)],
    sources,
    dating: null,
    // The versions of a dispute are still to be written.
    isDraft: answers.draft === true || status === 'disputed',
  };
  const isUsable = answers.id !== undefined && ID.test(answers.id) && !inventory.events.some((other) => other.id === answers.id);
  const id = isUsable ? answers.id! : freeId(title, written, (name) => isNameTaken(name, inventory));
  return {
    id,
    files: [
      ...(source ? [{path: `sources/${source.id}.yaml`, text: sourceFileText(source.fields)}] : []),
      {path: `events/${id}.mdx`, text: eventFileText(event, NOTES, bodyOf(event, answers.text))},
    ],
    notes: notesOn(answers, event, date, inventory),
  };
}

function dateFrom(text: string): EdtfDate | null {
  try {
    return edtfFromText(text);
  } catch (error) {
    if (error instanceof DateError) return null;
    throw error;
  }
}

/** A source that the answers describe, named by an id that is not there yet or by its publisher and day; null for none. */
export function sourceFromAnswers(
  answers: Answers,
  {sources, story}: Inventory,
): {readonly id: string; readonly fields: WrittenSource} | null {
  if (!saysSource(answers)) return null;
  const stranger = strangerIn(answers, sources);
  const text = (flag: 'source-headline' | 'source-publisher' | 'source-how-dated') => oneLine(answers[flag] ?? NOT_SAID);
  const published = answers['source-published'] ?? story.firstDay.text;
  const author = oneLine(answers['source-author'] ?? '');
  const {'source-url': url, 'source-language': language} = answers;
  return {
    id:
      stranger !== undefined && ID.test(stranger)
        ? stranger
        : sourceIdFrom(
            text('source-publisher'),
            published,
            sources.map(({id}) => id),
          ),
    fields: {
      headline: text('source-headline'),
      publisher: text('source-publisher'),
      published,
      howDated: text('source-how-dated'),
      ...(author === '' ? {} : {author}),
      ...(url === undefined ? {} : {url}),
      ...(language === undefined ? {} : {language}),
    },
  };
}

function sourcesOf(answers: Answers, added: string | null, inventory: Inventory): WrittenEvent['sources'] {
  const isNamed = (id: string) => id !== '' && (added === null || ID.test(id));
  const said = [...new Set([...(answers.source ?? []).filter(isNamed), ...(added === null ? [] : [added])])];
  const ids = said.length > 0 ? said : inventory.sources.slice(0, 1).map(({id}) => id);
  return ids.map((id, i) => ({id, supports: oneLine(answers.supports?.[i] ?? answers.supports?.[0] ?? DEFAULT_SUPPORTS)}));
}

const NOTED: readonly string[] = ['label', 'happened', 'known', 'weight', 'status'];
const OFFERED: readonly string[] = ['short', 'known', 'actors', 'dating'];

/** A note at each field that a writer may not know, and optional fields, ready to be filled in. */
const NOTES: FieldNotes = {
  top: [
    '# Lines that begin with # are notes to you: readers never see them, and they may go.',
    '# Every field is explained in README.md of the content folder.',
  ],
  above: (name) => (NOTED.includes(name) ? [`# ${descriptionOf(name)}`] : []),
  instead: (name) => (OFFERED.includes(name) ? [`# ${descriptionOf(name)} Such as: ${exampleOf(name)}`] : []),
};

function bodyOf({title, status, sources}: WrittenEvent, text: string | undefined): string[] {
  const [one, other] = [sources[0]?.id ?? '…', sources[1]?.id ?? '…'];
  const versions = [
    '{/* A disputed event shows its versions side by side. Write them, and remove the comment marks around this block:',
    '',
    '<Disagreement question="What do the sources disagree on?">',
    `  <Position says="One version" source="${one}" />`,
    `  <Position says="The other version" source="${other}" />`,
    '</Disagreement>',
    '',
    '*/}',
    '',
  ];
  return [
    `${mdxSentence(oneLine(text ?? title))}<Cite source="${one}" />`,
    '',
    ...(status === 'disputed' ? versions : []),
    '{/* A sentence ends with <Cite source="…" />; somebody’s words go in <Quote by="…" source="…">…</Quote>. */}',
  ];
}

function notesOn(answers: Answers, event: WrittenEvent, date: EdtfDate | null, inventory: Inventory): string[] {
  const isWithin = date !== null && isIn(date, event.chapter, inventory);
  const isUnversioned = event.isDraft && answers.draft !== true;
  const lacksKnown = event.isDraft && answers.happened === 'within' && answers.known === undefined;
  return [
    ...(answers.chapter === undefined
      ? [`The chapter is \`${event.chapter}\`, whose dates ${isWithin ? 'hold the day' : 'are nearest'}.`]
      : []),
    ...(answers.status === undefined ? [`The status is \`${DEFAULT_STATUS}\`: a source says so, on the word of others.`] : []),
    ...(answers.supports === undefined
      ? [`Each source is said to carry ${DEFAULT_SUPPORTS}: say it more exactly under \`supports\`.`]
      : []),
    ...(answers.text === undefined ? ['The text is the title, for now: write the rest below the second `---`.'] : []),
    ...(isUnversioned ? ['It is a draft until its <Disagreement> is written; the file shows how.'] : []),
    ...(lacksKnown ? ['It is a draft until `known` says on which day the public could first know of it.'] : []),
  ];
}
