/** The questions of `npm run new`, one for each answer that no flag has given. */
import {confirm, input, search, select} from '@inquirer/prompts';
import {edtfFromText} from '../../schema/dates.ts';
import {LABEL_MAX} from '../../schema/fields.ts';
import {STATUSES, WEIGHTS} from '../../schema/lists.ts';
import {
  chapterOf,
  dateComplaint,
  DEFAULT_STATUS,
  DEFAULT_SUPPORTS,
  DEFAULT_WEIGHT,
  hasTwoEnds,
  knownComplaint,
  lengthComplaint,
  publishedComplaint,
  readBack,
  sourceIdFrom,
  titleComplaint,
  urlComplaint,
} from './answers.ts';
import type {Answers, Complaint, Inventory} from './answers.ts';
import {labelFromTitle, oneLine} from './event-file.ts';

/** Where questions are shown and keys come from: the terminal, if left out. */
export type Terminal = NonNullable<Parameters<typeof input>[1]>;

const NEW_SOURCE = '+';

const WEIGHT_WORDS: Readonly<Record<(typeof WEIGHTS)[number], string>> = {
  'turning-point': 'the story goes another way from here',
  landmark: 'named in the shortest telling of it',
  standard: 'readers would want it',
  detail: 'adds colour',
  context: 'stays off the axis, in the chapter’s notes',
};

const STATUS_WORDS: Readonly<Record<(typeof STATUSES)[number], string>> = {
  confirmed: 'the sources state it as fact, or those who did it say so',
  reported: 'a source says so, on the word of others',
  disputed: 'the sources contradict each other',
  announced: 'announced before it happened',
};

/**
 * Asks for what the flags have left open.
 *
 * @throws ExitPromptError if the writer leaves with Ctrl+C.
 */
export async function askForAnswers(given: Answers, inventory: Inventory, terminal?: Terminal): Promise<Answers> {
  const title =
    given.title ?? (await input({message: 'What happened, as a headline?', validate: (text) => verdict(titleComplaint(text))}, terminal));
  const label =
    given.label ??
    (await input(
      {
        message: `And in at most ${LABEL_MAX} characters, on the timeline?`,
        default: labelFromTitle(oneLine(title)),
        prefill: 'editable',
        validate: (text) => verdict(lengthComplaint('label', text, LABEL_MAX)),
      },
      terminal,
    ));
  const date =
    given.date ??
    (await input(
      {
        message: `When? (such as ${inventory.story.firstDay.text}; ~ after it for about, / between two days)`,
        transformer: readingBack((text) => readBack(text, undefined, inventory)),
        // Whether it is context, which may lie outside the story, is asked further on.
        validate: (text) => verdict(dateComplaint('date', text.trim(), inventory, given.weight)),
      },
      terminal,
    ));
  const when = dateComplaint('date', date.trim(), inventory, given.weight) ? null : edtfFromText(date.trim());
  const happened =
    given.happened ??
    (when && hasTwoEnds(when)
      ? await select(
          {
            message: `${readBack(when.text, 'throughout', inventory)}: did it go on all the time?`,
            choices: [
              {value: 'throughout', name: 'Yes, it is a stretch', short: 'a stretch'},
              {
                value: 'within',
                name: `No, it is one moment whose day is not known (${readBack(when.text, 'within', inventory)})`,
                short: 'one moment',
              },
            ],
          },
          terminal,
        )
      : undefined);
  const lane =
    given.lane ??
    (await select(
      {message: 'Which lane?', choices: inventory.lanes.map(({id, name}) => ({value: id, name: `${name} (${id})`})), pageSize: 12},
      terminal,
    ));
  const near = when && chapterOf(when, inventory);
  const chapter =
    given.chapter ??
    (inventory.chapters.length === 0
      ? undefined
      : await select(
          {
            message: 'Which chapter?',
            choices: inventory.chapters.map(({id, title: heading, date: stretch}) => ({
              value: id,
              name: `${heading} (${id}${stretch ? `, ${readBack(stretch.text, undefined, inventory)}` : ''})`,
            })),
            ...(near ? {default: near} : {}),
            pageSize: 12,
          },
          terminal,
        ));
  const status =
    given.status ??
    (await select(
      {
        message: 'How sure is it?',
        choices: STATUSES.map((value) => ({value, name: `${value}: ${STATUS_WORDS[value]}`, short: value})),
        default: DEFAULT_STATUS,
      },
      terminal,
    ));
  const weight =
    given.weight ??
    (await select(
      {
        message: 'How much does it matter?',
        choices: WEIGHTS.map((value) => ({value, name: `${value}: ${WEIGHT_WORDS[value]}`, short: value})),
        default: DEFAULT_WEIGHT,
      },
      terminal,
    ));
  // A moment of unknown day has no day on which it was public at once.
  const needsKnown = happened === 'within' && when !== null && hasTwoEnds(when);
  const known =
    given.known ??
    emptyIsNone(
      await input(
        {
          message: `When could the public first know? (leave empty if ${needsKnown ? 'you do not know yet: it stays a draft' : 'at once'})`,
          transformer: readingBack((text) =>
            text === '' ? (needsKnown ? 'Not known yet' : 'At once') : readBack(text, 'within', inventory),
          ),
          validate: (text) => text.trim() === '' || verdict(knownComplaint(text.trim(), when, {status, weight}, inventory)),
        },
        terminal,
      ),
    );
  const sources =
    given.source !== undefined || given['source-headline'] !== undefined
      ? {}
      : await askForSources(status === 'disputed' ? 2 : 1, inventory, terminal);
  const text =
    given.text ?? emptyIsNone(await input({message: 'Tell it in a sentence or two (leave empty to write it in the file)'}, terminal));
  return {
    ...given,
    title,
    label,
    lane,
    status,
    weight,
    ...sources,
    date: date.trim(),
    ...(happened === undefined ? {} : {happened}),
    ...(chapter === undefined ? {} : {chapter}),
    ...(known === undefined ? {} : {known}),
    ...(needsKnown && known === undefined ? {draft: true} : {}),
    ...(text === undefined ? {} : {text}),
  };
}

async function askForSources(least: number, inventory: Inventory, terminal?: Terminal): Promise<Answers> {
  const ids: string[] = [];
  const supports: string[] = [];
  let added: Answers = {};
  for (;;) {
    const isFirst = ids.length === 0;
    const chosen = await search(
      {
        message: isFirst ? 'Who says so? (type to search)' : 'Which other source?',
        source: (term) => sourceChoices(term ?? '', ids, added['source-headline'] === undefined, inventory),
        pageSize: 8,
      },
      terminal,
    );
    if (chosen === NEW_SOURCE) {
      added = await askForNewSource(inventory, terminal);
      ids.push(...(added.source ?? []));
    } else ids.push(chosen);
    supports.push(
      await input(
        {
          message: 'What does it carry of the event?',
          default: DEFAULT_SUPPORTS,
          validate: (words) => oneLine(words) !== '' || 'Say it in a few words.',
        },
        terminal,
      ),
    );
    if (ids.length < least) continue;
    if (!(await confirm({message: 'Another source?', default: false}, terminal))) return {...added, source: ids, supports};
  }
}

interface SourceChoice {
  readonly value: string;
  readonly name: string;
  readonly description?: string;
}

/** The sources whose name, headline or publisher holds every word typed, and a way to add one. */
export function sourceChoices(term: string, chosen: readonly string[], mayAdd: boolean, {sources}: Inventory): SourceChoice[] {
  const words = term
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return [
    ...sources
      .filter(({id}) => !chosen.includes(id))
      .filter((source) => words.every((word) => `${source.id} ${source.headline} ${source.publisher}`.toLowerCase().includes(word)))
      .map(({id, headline, publisher}) => ({value: id, name: id, description: `${publisher === '' ? '' : `${publisher}: `}${headline}`})),
    ...(mayAdd ? [{value: NEW_SOURCE, name: '+ A source that is not here yet'}] : []),
  ];
}

async function askForNewSource(inventory: Inventory, terminal?: Terminal): Promise<Answers> {
  const needed = (words: string) => oneLine(words) !== '' || 'Readers are shown it, so it cannot be empty.';
  const headline = await input({message: 'Its headline, as printed?', validate: needed}, terminal);
  const publisher = await input({message: 'Who published it?', validate: needed}, terminal);
  const published = (
    await input(
      {
        message: 'On which day?',
        transformer: readingBack((text) => readBack(text, 'within', inventory)),
        validate: (text) => verdict(publishedComplaint(text.trim())),
      },
      terminal,
    )
  ).trim();
  const howDated = await input(
    {message: 'How was that day found?', default: 'The page carries the date.', prefill: 'editable', validate: needed},
    terminal,
  );
  const author = emptyIsNone(await input({message: 'Who wrote it? (may be left empty)'}, terminal));
  const url = emptyIsNone(
    (
      await input(
        {message: 'Its address? (may be left empty)', validate: (text) => text.trim() === '' || verdict(urlComplaint(text.trim()))},
        terminal,
      )
    ).trim(),
  );
  return {
    source: [
      sourceIdFrom(
        oneLine(publisher),
        published,
        inventory.sources.map(({id}) => id),
      ),
    ],
    'source-headline': headline,
    'source-publisher': publisher,
    'source-published': published,
    'source-how-dated': howDated,
    ...(author === undefined ? {} : {'source-author': author}),
    ...(url === undefined ? {} : {'source-url': url}),
  };
}

/** Shows a date in words above the place where it is typed, with every key. */
function readingBack(words: (text: string) => string | null) {
  return (text: string, {isFinal}: {readonly isFinal: boolean}): string => {
    const read = words(text.trim());
    if (isFinal) return `${text.trim()} (${read ?? ''})`;
    // The typed text stands last: the cursor is placed by counting back from the end.
    return `\n  ${read === null ? (text === '' ? '' : 'not a date yet') : `= ${read}`}\n  > ${text}`;
  };
}

function verdict(complaint: Complaint | null): true | string {
  if (complaint === null) return true;
  const typed = complaint.example.replace(/^--[\w-]+ /, '');
  const isDate = ['date', 'known', 'source-published'].includes(complaint.flag);
  return `${complaint.what.replace(/`--([\w-]+)`/g, 'It')} ${complaint.fix}${isDate && typed !== '' ? ` Such as: ${typed}` : ''}`;
}

function emptyIsNone(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}
