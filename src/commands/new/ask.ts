/** The questions of `npm run new`, one for each answer that no flag has given. */
import {confirm, input, search, select} from '@inquirer/prompts';
import type {PartProblem} from '../../problems/problem.ts';
import type {EdtfDate} from '../../schema/content.ts';
import {edtfFromText} from '../../schema/dates.ts';
import {LABEL_MAX} from '../../schema/field-kinds.ts';
import {STATUSES, WEIGHTS} from '../../schema/lists.ts';
import {entryWords, findPanelWords} from '../../timeline/model/words/pages.ts';
import {DEFAULT_STATUS, DEFAULT_SUPPORTS, DEFAULT_WEIGHT} from '../defaults.ts';
import {chapterOf, hasTwoEnds, readBack, sourceIdFrom} from '../inventory.ts';
import type {Inventory} from '../inventory.ts';
import {labelFromTitle} from '../names.ts';
import {oneLine} from '../safe-text.ts';
import type {Answer, Answers} from './flags.ts';

/** Where questions are shown and keys come from: the terminal, if left out. */
export type Terminal = NonNullable<Parameters<typeof input>[1]>;

const NEW_SOURCE = '+';

/** What is wrong with some answers, at their flags. */
type Check = (answers: Answers) => Promise<readonly PartProblem[]>;

/** What every question is asked with. */
interface Asking {
  readonly inventory: Inventory;
  readonly check: Check;
  readonly terminal: Terminal | undefined;
}

/**
 * Asks for what the flags have left open.
 *
 * @throws ExitPromptError if the writer leaves with Ctrl+C.
 */
export async function askForAnswers(given: Answers, inventory: Inventory, check: Check, terminal?: Terminal): Promise<Answers> {
  const asking: Asking = {inventory, check, terminal};
  const title = given.title ?? (await askForWords('title', given, {message: 'What happened, as a headline?'}, asking));
  const label =
    given.label ??
    (await askForWords(
      'label',
      given,
      {
        message: `And in at most ${LABEL_MAX} characters, on the timeline?`,
        default: labelFromTitle(oneLine(title)),
        prefill: 'editable',
      },
      asking,
    ));
  const date = (
    given.date ??
    (await askForWords(
      'date',
      given,
      {
        // Whether it is context, which may lie outside the story, is asked further on.
        message: `When? (such as ${inventory.story.firstDay.text}; ~ after it for about, / between two days)`,
        transformer: readingBack((text) => readBack(text, undefined, inventory)),
      },
      asking,
    ))
  ).trim();
  const when = readBack(date, undefined, inventory) === null ? null : edtfFromText(date);
  const happened = given.happened ?? (when && hasTwoEnds(when) ? await askHowFilled(when, asking) : undefined);
  const lane = given.lane ?? (await askForLane(asking));
  const chapter = given.chapter ?? (await askForChapter(when, asking));
  const status = given.status ?? (await askForStatus(asking));
  const weight = given.weight ?? (await askForWeight(asking));
  const soFar = {...given, title, label, date, lane, status, weight, ...(happened === undefined ? {} : {happened})};
  // A moment of unknown day has no day on which it was public at once.
  const needsKnown = happened === 'within' && when !== null && hasTwoEnds(when);
  const known = given.known ?? emptyIsNone(await askWhenKnown(soFar, needsKnown, asking));
  const isSourceSaid = given.source !== undefined || given['source-headline'] !== undefined;
  const sources = isSourceSaid ? {} : await askForSources(status === 'disputed' ? 2 : 1, asking);
  const text =
    given.text ??
    emptyIsNone(await input({message: 'What happened, in a sentence or two? (leave empty to write it in the file)'}, terminal));
  return {
    ...soFar,
    ...sources,
    ...(chapter === undefined ? {} : {chapter}),
    ...(known === undefined ? {} : {known}),
    ...(needsKnown && known === undefined ? {draft: true} : {}),
    ...(text === undefined ? {} : {text}),
  };
}

/** Asks until the content check has nothing against the answer. */
function askForWords(
  flag: Answer,
  soFar: Answers,
  question: Omit<Parameters<typeof input>[0], 'validate'>,
  {check, terminal}: Asking,
  mayBeEmpty = false,
): Promise<string> {
  const validate = async (text: string) => {
    if (mayBeEmpty && text.trim() === '') return true;
    const problems = await check({...soFar, [flag]: text.trim()});
    return verdict(problems.find(({place}) => place === `--${flag}`));
  };
  return input({...question, validate}, terminal);
}

function askHowFilled(when: EdtfDate, {inventory, terminal}: Asking): Promise<string> {
  return select(
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
  );
}

function askForLane({inventory, terminal}: Asking): Promise<string> {
  const choices = inventory.lanes.map(({id, name}) => ({value: id, name: `${name} (${id})`}));
  return select({message: 'Which lane?', choices, pageSize: 12}, terminal);
}

async function askForChapter(when: EdtfDate | null, {inventory, terminal}: Asking): Promise<string | undefined> {
  if (inventory.chapters.length === 0) return undefined;
  const near = when && chapterOf(when, inventory);
  const choices = inventory.chapters.map(({id, title, date}) => ({
    value: id,
    name: `${title} (${id}${date ? `, ${readBack(date.text, undefined, inventory)}` : ''})`,
  }));
  return select({message: 'Which chapter?', choices, ...(near ? {default: near} : {}), pageSize: 12}, terminal);
}

function askForStatus({terminal}: Asking): Promise<string> {
  const {statuses} = entryWords('en');
  const choices = STATUSES.map((value) => ({value, name: `${value}: ${statuses[value].meaning}`, short: value}));
  return select({message: 'How sure is it?', choices, default: DEFAULT_STATUS}, terminal);
}

function askForWeight({terminal}: Asking): Promise<string> {
  const {weights} = findPanelWords('en');
  const choices = WEIGHTS.map((value) => ({value, name: `${value}: ${weights[value].meaning}`, short: value}));
  return select({message: 'How much does it matter?', choices, default: DEFAULT_WEIGHT}, terminal);
}

function askWhenKnown(soFar: Answers, needsKnown: boolean, asking: Asking): Promise<string> {
  const [unless, empty] = needsKnown ? ['you do not know yet: it stays a draft', 'Not known yet'] : ['at once', 'At once'];
  const question = {
    message: `When could the public first know? (leave empty if ${unless})`,
    transformer: readingBack((text) => (text === '' ? empty : readBack(text, 'within', asking.inventory))),
  };
  return askForWords('known', soFar, question, asking, true);
}

async function askForSources(least: number, asking: Asking): Promise<Answers> {
  const {inventory, terminal} = asking;
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
      added = await askForNewSource(asking);
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

/** The sources whose name, headline or publisher contains every word typed, and a way to add one. */
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

async function askForNewSource(asking: Asking): Promise<Answers> {
  const {inventory, terminal} = asking;
  const needed = (words: string) => oneLine(words) !== '' || 'Readers are shown it, so it cannot be empty.';
  const headline = await input({message: 'Its headline, as printed?', validate: needed}, terminal);
  const publisher = await input({message: 'Who published it?', validate: needed}, terminal);
  const soFar = {'source-headline': headline, 'source-publisher': publisher};
  const onWhichDay = {message: 'On which day?', transformer: readingBack((text) => readBack(text, 'within', inventory))};
  const published = (await askForWords('source-published', soFar, onWhichDay, asking)).trim();
  const howDated = await input(
    {message: 'How was that day found?', default: 'The page carries the date.', prefill: 'editable', validate: needed},
    terminal,
  );
  const author = emptyIsNone(await input({message: 'Who wrote it? (may be left empty)'}, terminal));
  const url = emptyIsNone((await askForWords('source-url', soFar, {message: 'Its address? (may be left empty)'}, asking, true)).trim());
  const known = inventory.sources.map(({id}) => id);
  return {
    source: [sourceIdFrom(oneLine(publisher), published, known)],
    ...soFar,
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
    // The typed text is last: the cursor is placed by counting back from the end.
    return `\n  ${read === null ? (text === '' ? '' : 'not a date yet') : `= ${read}`}\n  > ${text}`;
  };
}

function verdict(problem: PartProblem | undefined): true | string {
  if (problem === undefined) return true;
  const {place, what, fix, example = ''} = problem;
  const typed = example.replace(/^--[\w-]+ /, '');
  const isDate = ['--date', '--known', '--source-published'].includes(place);
  return `${what.replaceAll(`\`${place}\``, 'It')} ${fix}${isDate && typed !== '' ? ` Such as: ${typed}` : ''}`;
}

function emptyIsNone(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}
