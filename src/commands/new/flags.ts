/** The flags of `npm run new`: what each is, and how a command line becomes answers. */
import {orList} from '../../problems/or-list.ts';
import {LABEL_MAX, SHORT_MAX, TITLE_MAX} from '../../schema/field-kinds.ts';
import {STATUSES, WEIGHTS} from '../../schema/lists.ts';
import {DEFAULT_STATUS, DEFAULT_WEIGHT} from '../defaults.ts';
import {flagLines, readFlags} from '../flags.ts';
import type {Flag} from '../flags.ts';
import type {PartProblem} from '../../problems/problem.ts';
import {SOURCE_FLAGS} from '../source-flags.ts';
import type {SourceAnswers} from '../source-flags.ts';

/** Everything a writer can say, each as typed; what is not said is left out. */
export interface Answers extends SourceAnswers {
  readonly title?: string;
  readonly date?: string;
  readonly lane?: string;
  readonly chapter?: string;
  readonly source?: readonly string[];
  readonly supports?: readonly string[];
  readonly label?: string;
  readonly short?: string;
  readonly happened?: string;
  readonly known?: string;
  readonly weight?: string;
  readonly status?: string;
  readonly actor?: readonly string[];
  readonly text?: string;
  readonly id?: string;
  readonly draft?: boolean;
}

export type Answer = keyof Answers;

export const FLAGS: Readonly<Record<Answer, Flag>> = {
  title: {takes: 'text', description: `the headline, at most ${TITLE_MAX} characters`, example: '"The Eagle lands on the Moon"'},
  date: {takes: 'text', description: 'when it happened, in EDTF', example: '1969-07-20'},
  lane: {takes: 'text', description: 'an id from `lanes` in story.yaml', example: 'crew'},
  source: {takes: 'texts', description: 'a file in sources/, without .yaml; may be given more than once', example: 'times-1969-07-21'},
  supports: {
    takes: 'texts',
    description: 'what that source carries of the event; once for each source',
    example: '"the day and the words"',
  },
  chapter: {takes: 'text', description: 'a file in chapters/; without it, the chapter whose dates include the day', example: 'landing'},
  weight: {takes: 'text', description: `${orList(WEIGHTS)}; else \`${DEFAULT_WEIGHT}\``, example: 'landmark'},
  status: {takes: 'text', description: `${orList(STATUSES)}; else \`${DEFAULT_STATUS}\``, example: 'confirmed'},
  known: {takes: 'text', description: 'when the public could first know, if later than the date', example: '1969-07-21'},
  happened: {takes: 'text', description: 'for an interval: throughout, or within it at a day not known', example: 'within'},
  label: {
    takes: 'text',
    description: `the words on the timeline, at most ${LABEL_MAX} characters; else made from the title`,
    example: '"Eagle lands"',
  },
  short: {takes: 'text', description: `a shorter label, at most ${SHORT_MAX} characters`, example: 'Landing'},
  actor: {takes: 'texts', description: 'a file in actors/, without .yaml; may be given more than once', example: 'neil-armstrong'},
  text: {takes: 'text', description: 'the first sentences; else the title', example: '"Two men walk on the Moon."'},
  id: {takes: 'text', description: 'the file’s name and the page’s address; else made from the title', example: 'eagle-lands'},
  draft: {takes: 'nothing', description: 'keeps the event from readers for now', example: ''},
  ...SOURCE_FLAGS,
};

export interface CommandLine {
  readonly answers: Answers;
  readonly problems: readonly PartProblem[];
  readonly wantsHelp: boolean;
}

/** Reads a command line, and reports everything wrong with it at once. */
export function answersFromArguments(args: readonly string[]): CommandLine {
  const {values, words, problems, wantsHelp} = readFlags(args, FLAGS, 'npm run new');
  return {answers: values as Answers, problems: [...words.map(strayWord), ...problems], wantsHelp};
}

function strayWord(word: string): PartProblem {
  return {
    place: '',
    what: `\`${word}\` belongs to no flag.`,
    why: 'A value with spaces is cut at the first of them unless it is in quotes.',
    fix: 'Put the whole value in double quotes, after its flag.',
    example: `--title "The Eagle lands on the Moon"`,
  };
}

export function helpText(): string {
  return [
    'npm run new: asks about a new event, then writes its file into the content folder.',
    'With --title, --date, --lane and --source it asks nothing:',
    '',
    '  npm run new -- --title "The Eagle lands on the Moon" --date 1969-07-20 --lane crew --source times-1969-07-21',
    '',
    ...flagLines(FLAGS),
    '',
    'Nothing is ever overwritten. CONTENT_DIR names another content folder.',
  ].join('\n');
}
