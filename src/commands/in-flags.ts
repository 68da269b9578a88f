/** Problems of files that are only planned, at the flags that gave their fields. */
import type {PartProblem, Problem} from '../problems/problem.ts';
import {exampleOfFlag} from './flags.ts';
import type {Flag} from './flags.ts';

/** The flags that give the fields of an event. */
const EVENT_FLAGS: Readonly<Record<string, string>> = {
  title: 'title',
  label: 'label',
  short: 'short',
  date: 'date',
  happened: 'happened',
  known: 'known',
  lane: 'lane',
  chapter: 'chapter',
  weight: 'weight',
  status: 'status',
  actors: 'actor',
  sources: 'source',
  id: 'source',
  supports: 'supports',
};
/** Those that give the fields of a new source. */
const SOURCE_FLAGS: Readonly<Record<string, string>> = {
  headline: 'source-headline',
  publisher: 'source-publisher',
  author: 'source-author',
  published: 'source-published',
  howDated: 'source-how-dated',
  url: 'source-url',
  language: 'source-language',
};

/** What can be done at the command line beside what the check says. */
const ALSO: Readonly<Record<string, string>> = {
  'unknown-source': ' Or say here what it is, with `--source-headline` and the flags after it.',
  'within-without-known': ' Or keep the event for later with `--draft`.',
  'outside-story': ' Or make it context, which stays off the axis, with `--weight context`.',
};
/** What can be done instead, as long as nothing is written. */
const INSTEAD: Readonly<Record<string, string>> = {
  'duplicate-event': 'Edit that file, or give this event a title that tells them apart.',
};

export interface PlannedText {
  readonly path: string;
  readonly text: string;
  /** What the flags were given. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly flags: Readonly<Record<string, Flag>>;
}

/** A problem in a planned file, in the words of the command line; null if none of the flags given can be the cause. */
export function problemInFlags(problem: Problem, {path, text, answers, flags}: PlannedText): PartProblem | null {
  const isEvent = path.startsWith('events/');
  const names = isEvent ? EVENT_FLAGS : SOURCE_FLAGS;
  const flag = flagOf(problem, text, isEvent, answers);
  if (answers[flag] === undefined) return null;
  const place = `--${flag}`;
  const newName = /`([\w-]+)\.(?:mdx|yaml)`/.exec(problem.fix)?.[1];
  if ((flag === 'id' || flag === 'source') && newName !== undefined && problem.fix.startsWith('Rename')) {
    const fix = `Choose another, or leave \`${place}\` out and one is made from ${isEvent ? 'the title' : 'the publisher and the day'}.`;
    return {place, what: problem.what, why: problem.why, fix, example: `${place} ${newName}`};
  }
  const given = new Set(Object.values(answers).flat());
  const words = (sentence: string) => inFlags(sentence, names, given);
  return {
    place,
    // The heading names the flag already.
    what: words(problem.what).replace(/^`--[\w-]+`: /, ''),
    why: words(problem.why),
    fix: INSTEAD[problem.rule] ?? withAlso(words(problem.fix), flag, problem.rule),
    example: exampleInFlags(problem.example, flag, names, flags),
  };
}

function withAlso(fix: string, flag: string, rule: string): string {
  const also = ALSO[rule];
  // A day of becoming public has its place in the story, whatever the weight.
  if (also === undefined || (rule === 'outside-story' && flag === 'known')) return fix;
  return `${fix.replace(/:$/, '.')}${also}`;
}

/** The flag that gave the field at the line of a problem. */
function flagOf({line, rule}: Problem, text: string, isEvent: boolean, answers: Readonly<Record<string, unknown>>): string {
  const lines = text.split('\n').slice(0, line);
  const isBody = isEvent && lines.filter((above) => above === '---').length > 1;
  // The text cites the first source by itself.
  if (isBody && rule === 'unknown-source') return 'source';
  const field = isBody ? 'text' : lines.flatMap((above) => /^\s*(?:- )?([A-Za-z]+):(?: |$)/.exec(above)?.[1] ?? []).at(-1);
  // A problem above the first field is about the file's name.
  const flag =
    field === undefined ? (isEvent ? 'id' : 'source') : field === 'text' ? field : ((isEvent ? EVENT_FLAGS : SOURCE_FLAGS)[field] ?? field);
  return (flag === 'label' || flag === 'text') && answers[flag] === undefined ? 'title' : flag;
}

/** A sentence with the names of flags for those of fields; what a flag was given is quoted as it is. */
function inFlags(sentence: string, names: Readonly<Record<string, string>>, given: ReadonlySet<unknown>): string {
  return sentence
    .replace(/`([A-Za-z]+)(?:: "?([^`"]*)"?)?`/g, (whole, field: string, value: string | undefined) => {
      const flag = Object.hasOwn(names, field) ? names[field] : undefined;
      if (flag === undefined || (value === undefined && given.has(field))) return whole;
      return value === undefined ? `\`--${flag}\`` : `\`--${flag} ${value}\``;
    })
    .replace(/ in(?:side the)? quotes/g, '')
    .replace(/\b([Dd])elete (?=`--)/g, (_delete, first: string) => `${first === 'D' ? 'L' : 'l'}eave out `);
}

/** Lines of a file as flags to type, or the flag's own example if they show something else. */
function exampleInFlags(example: string, flag: string, names: Readonly<Record<string, string>>, flags: PlannedText['flags']): string {
  if (example === '') return '';
  const typed: string[] = [];
  for (const line of example.split('\n')) {
    const [, field = '', value = ''] = /^\s*(?:- )?([A-Za-z]+):(?: (.*))?$/.exec(line) ?? [];
    const name = Object.hasOwn(names, field) ? names[field] : undefined;
    if (name === undefined) return exampleOfFlag(flag, flags);
    if (value !== '') typed.push(...valuesIn(value).map((one) => `--${name} ${quotedForShell(one)}`));
  }
  return typed.join(' ');
}

function valuesIn(value: string): string[] {
  if (value.startsWith('[')) return value.slice(1, -1).split(', ');
  return [value.startsWith('"') ? (JSON.parse(value) as string) : value];
}

function quotedForShell(value: string): string {
  return /^[\w./:~%?-]+$/.test(value) ? value : `"${value.replace(/["\\$`]/g, '')}"`;
}
