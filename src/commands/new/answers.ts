/** What the command itself asks of its answers; the content check says what a field may hold. */
import {orList} from '../../problems/or-list.ts';
import type {PartProblem} from '../../problems/problem.ts';
import {shown} from '../../problems/quoted.ts';
import {unfitName} from '../../reading/list-files.ts';
import {eventFields, sourceFields} from '../../schema/fields.ts';
import {guidanceFor} from '../../schema/guidance.ts';
import {ID} from '../../schema/ids.ts';
import {exampleOfFlag} from '../flags.ts';
import type {Inventory} from '../inventory.ts';
import {idFromTitle} from '../names.ts';
import {oneLine} from '../safe-text.ts';
import {sourceAnswersIn} from '../source-flags.ts';
import {FLAGS} from './flags.ts';
import type {Answers} from './flags.ts';

/** Without these there is nothing to write. */
const NEEDED = ['title', 'date', 'lane', 'source'] as const;

/** What a source cannot be without, and the field each becomes. */
const NEEDED_OF_SOURCE = {
  'source-headline': 'headline',
  'source-publisher': 'publisher',
  'source-published': 'published',
  'source-how-dated': 'howDated',
} as const;

/** Whether answers say what a new source is. */
export function saysSource(answers: Answers): boolean {
  return Object.keys(sourceAnswersIn(answers)).length > 0;
}

/** The flags that must be given and are not. */
export function missingOf(answers: Answers): (typeof NEEDED)[number][] {
  return NEEDED.filter((flag) =>
    flag === 'source' ? !answers.source?.some((id) => id !== '') && !saysSource(answers) : answers[flag] === undefined,
  );
}

/** Reports what is missing, empty, or cannot be done because of what is there already. */
export function problemsOfAnswers(answers: Answers, inventory: Inventory): PartProblem[] {
  return [
    ...missingOf(answers).map((flag) => missing(flag, inventory)),
    ...problemsOfSource(answers, inventory),
    ...emptyText(answers),
    ...supportsWithoutSource(answers),
    ...unusableName(answers, inventory),
    ...withoutChapter(answers, inventory),
  ];
}

/** Reports what a new source still needs, and a name that it cannot have. */
export function problemsOfSource(answers: Answers, {sources}: Inventory): PartProblem[] {
  if (!saysSource(answers)) return [];
  const name = strangerIn(answers, sources);
  const unnameable = name === undefined || ID.test(name) ? [] : [unfit('--source', name, 'times-1969-07-21')];
  const lacking = (Object.keys(NEEDED_OF_SOURCE) as (keyof typeof NEEDED_OF_SOURCE)[])
    .filter((flag) => answers[flag] === undefined)
    .map((flag) => ({
      place: `--${flag}`,
      what: `A new source needs \`--${flag}\`.`,
      why: guidanceFor(sourceFields, [NEEDED_OF_SOURCE[flag]])?.why ?? '',
      fix: 'Add it.',
      example: exampleOfFlag(flag, FLAGS),
    }));
  return [...lacking, ...unnameable];
}

function missing(flag: (typeof NEEDED)[number], {lanes, sources, story}: Inventory): PartProblem {
  const example = {
    title: exampleOfFlag('title', FLAGS),
    date: `--date ${story.firstDay.text}`,
    lane: `--lane ${lanes[0]?.id ?? 'crew'}`,
    source: `--source ${sources[0]?.id ?? 'times-1969-07-21'}`,
  }[flag];
  return {
    place: `--${flag}`,
    what: `\`--${flag}\` is missing.`,
    why: guidanceFor(eventFields, [flag === 'source' ? 'sources' : flag])?.why ?? '',
    fix: flag === 'lane' ? `Add it: ${orList(lanes.map(({id}) => id))}.` : 'Add it.',
    example,
  };
}

/** An empty text would be filled with the title. */
function emptyText({text}: Answers): PartProblem[] {
  if (text === undefined || oneLine(text) !== '') return [];
  return [
    {
      place: '--text',
      what: '`--text` is empty.',
      why: 'Readers would see a headline and nothing else.',
      fix: 'Write its words between the quotes, or leave `--text` out.',
      example: exampleOfFlag('text', FLAGS),
    },
  ];
}

function supportsWithoutSource({supports = [], source = [], ...rest}: Answers): PartProblem[] {
  const count = new Set(source).size || (saysSource(rest) ? 1 : 0);
  if (supports.length <= Math.max(1, count)) return [];
  return [
    {
      place: '--supports',
      what: `There are ${supports.length} times \`--supports\` for ${count} ${count === 1 ? 'source' : 'sources'}.`,
      why: 'The first belongs to the first source, the second to the second.',
      fix: 'Give it once for each source.',
      example: `--source ${source[0] ?? 'times-1969-07-21'} --supports "the day and the words"`,
    },
  ];
}

function unusableName({id}: Answers, {events}: Inventory): PartProblem[] {
  if (id === undefined) return [];
  if (!ID.test(id)) return [unfit('--id', id, 'eagle-lands')];
  if (!events.some((event) => event.id === id)) return [];
  return [
    {
      place: '--id',
      what: `There is a file events/${id}.mdx already.`,
      why: 'A file that is there is never overwritten.',
      fix: 'Choose another id, or leave `--id` out and one is made from the title.',
      example: `--id ${id}-2`,
    },
  ];
}

/** The first named source that does not exist. */
export function strangerIn({source}: Answers, sources: Inventory['sources']): string | undefined {
  return source?.find((id) => id !== '' && !sources.some((known) => known.id === id));
}

function unfit(place: string, name: string, example: string): PartProblem {
  return {place, ...unfitName(`\`${shown(name)}\``), fix: 'Write it that way.', example: `${place} ${idFromTitle(name) || example}`};
}

function withoutChapter({chapter}: Answers, {chapters}: Inventory): PartProblem[] {
  if (chapter !== undefined || chapters.length > 0) return [];
  return [
    {
      place: '--chapter',
      what: 'The story has no chapter yet.',
      why: 'Every event belongs to one.',
      fix: 'Write a file in chapters/ first; README.md shows how.',
      example: exampleOfFlag('chapter', FLAGS),
    },
  ];
}
