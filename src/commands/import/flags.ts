/** The flags of `npm run import`: what each is, and how a command line becomes choices. */
import {nearestName} from '../../problems/nearest.ts';
import type {PartProblem} from '../../problems/problem.ts';
import {shown} from '../../problems/quoted.ts';
import {DEFAULT_STATUS, DEFAULT_WEIGHT} from '../defaults.ts';
import {flagLines, readFlags} from '../flags.ts';
import type {Flag} from '../flags.ts';
import {FORMATS} from './formats.ts';
import {SOURCE_FLAGS} from '../source-flags.ts';
import type {SourceAnswers} from '../source-flags.ts';
import {zoneFromText} from './zone.ts';

/** Everything a writer can choose; what is not chosen is left out. */
export interface Choices extends SourceAnswers {
  readonly lane?: string;
  readonly group?: readonly string[];
  readonly chapter?: string;
  readonly source?: readonly string[];
  readonly supports?: string;
  readonly weight?: string;
  readonly status?: string;
  readonly zone?: string;
  readonly draft?: boolean;
  readonly skip?: boolean;
  readonly 'dry-run'?: boolean;
}

export const FLAGS: Readonly<Record<keyof Choices, Flag>> = {
  lane: {takes: 'text', description: 'the lane of events whose group or tag is not one of our lanes', example: 'crew'},
  group: {
    takes: 'texts',
    description: 'a group or tag of the file and its lane; may be given more than once',
    example: '"Moon shots=crew"',
  },
  chapter: {
    takes: 'text',
    description: 'the chapter of all events; without it, each goes to the chapter whose dates include it',
    example: 'landing',
  },
  source: {
    takes: 'texts',
    description: 'a file in sources/, without .yaml, that carries all events; may be given more than once',
    example: 'times-1969-07-21',
  },
  supports: {takes: 'text', description: 'what those sources carry; else, what happened and when', example: '"the day and the words"'},
  ...SOURCE_FLAGS,
  'source-headline': {...SOURCE_FLAGS['source-headline'], description: 'makes the imported file a source: its headline; else its title'},
  'source-how-dated': {
    ...SOURCE_FLAGS['source-how-dated'],
    description: 'how that day was found; else, that the person who imported it said so',
  },
  weight: {takes: 'text', description: `how much the events matter; else \`${DEFAULT_WEIGHT}\``, example: 'detail'},
  status: {takes: 'text', description: `how sure they are; else \`${DEFAULT_STATUS}\``, example: 'confirmed'},
  zone: {takes: 'text', description: 'the time zone of hours in the file; without it, hours are left out', example: 'America/Chicago'},
  draft: {
    takes: 'nothing',
    description: 'keeps every event from readers for now; those that lack something are drafts anyway',
    example: '',
  },
  skip: {takes: 'nothing', description: 'leaves out what has a problem and writes the rest', example: ''},
  'dry-run': {takes: 'nothing', description: 'prints the report and writes nothing', example: ''},
};

export interface CommandLine {
  /** The file to import; null if none is named. */
  readonly file: string | null;
  readonly choices: Choices;
  readonly problems: readonly PartProblem[];
  readonly wantsHelp: boolean;
}

/** Reads a command line, and reports everything wrong with it at once. */
export function choicesFromArguments(args: readonly string[]): CommandLine {
  const {values, words: files, problems, wantsHelp} = readFlags(args, FLAGS, 'npm run import');
  const choices = values as Choices;
  return {
    file: files[0] ?? null,
    choices,
    problems: [...problems, ...fileProblems(files, wantsHelp), ...zoneProblems(choices.zone), ...groupProblems(choices.group ?? [])],
    wantsHelp,
  };
}

function fileProblems(files: readonly string[], wantsHelp: boolean): PartProblem[] {
  if (wantsHelp || files.length === 1) return [];
  const example = 'npm run import -- timeline.json';
  return files.length === 0
    ? [
        {
          place: '',
          what: 'No file is named.',
          why: 'The events come from a file of another timeline.',
          fix: 'Name it after two hyphens.',
          example,
        },
      ]
    : [
        {
          place: '',
          what: `${files.length} files are named: ${files.map((file) => `\`${shown(file)}\``).join(', ')}.`,
          why: 'Each is imported by itself, so that its report can be read; a name or a value with spaces is in quotes.',
          fix: 'Name one.',
          example,
        },
      ];
}

function zoneProblems(zone: string | undefined): PartProblem[] {
  if (zone === undefined || zoneFromText(zone) !== null) return [];
  const near = nearestName(zone, Intl.supportedValuesOf('timeZone'));
  return [
    {
      place: '--zone',
      what: `\`${shown(zone)}\` is not a time zone.`,
      why: 'A clock time is a different moment in each zone.',
      fix: near ? `Did you mean \`${near}\`?` : 'Write a name of the IANA list: continent, slash, city.',
      example: `--zone ${near ?? 'Europe/Paris'}`,
    },
  ];
}

function groupProblems(groups: readonly string[]): PartProblem[] {
  return groups
    .filter((group) => !/^.*\S.*=\s*\S+$/.test(group))
    .map((group) => ({
      place: '--group',
      what: `\`${shown(group)}\` does not say which lane a group means.`,
      why: 'A group of the file becomes a lane of the story.',
      fix: 'Write its name, an equals sign and the id of the lane.',
      example: `--group "${group.replace(/[="]/g, '').trim() || 'Moon shots'}=crew"`,
    }));
}

export function helpText(): string {
  return [
    'npm run import: writes the events of another timeline as files into the content folder, and reports on each.',
    '',
    '  npm run import -- timeline.json --lane crew --source times-1969-07-21',
    '',
    `It reads ${FORMATS}.`,
    'Events that lack something, such as a source, become drafts. A folder without a story gets one.',
    '',
    ...flagLines(FLAGS),
    '',
    'Nothing is ever overwritten. CONTENT_DIR names another content folder.',
  ].join('\n');
}
