/** How the commands that take flags read their command lines. */
import {parseArgs} from 'node:util';
import {nearestName} from '../problems/nearest.ts';
import type {PartProblem} from '../problems/problem.ts';

export interface Flag {
  readonly takes: 'text' | 'texts' | 'nothing';
  readonly description: string;
  readonly example: string;
}

export interface FlagsRead {
  /** By flag: a text, several, or true. */
  readonly values: Readonly<Record<string, string | readonly string[] | boolean>>;
  /** Words that belong to no flag. */
  readonly words: readonly string[];
  readonly problems: readonly PartProblem[];
  readonly wantsHelp: boolean;
}

/**
 * Reads a command line, and reports everything wrong with it at once.
 *
 * @param command - What writers type, such as `npm run new`.
 */
export function readFlags(args: readonly string[], flags: Readonly<Record<string, Flag>>, command: string): FlagsRead {
  const problems: PartProblem[] = [];
  const values: Record<string, string | string[] | boolean> = {};
  const words: string[] = [];
  let wantsHelp = false;
  const names = Object.keys(flags);
  const {tokens} = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      names.map((name) => [name, {type: flags[name]!.takes === 'nothing' ? ('boolean' as const) : ('string' as const)}]),
    ),
  });
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    // The value of a flag that does not exist has been reported with it.
    const isValueOfStranger = before?.kind === 'option' && !Object.hasOwn(flags, before.name);
    if (token.kind === 'positional' && !isValueOfStranger) words.push(token.value);
    if (token.kind !== 'option') continue;
    const {name, value, inlineValue, rawName} = token;
    if (name === 'help' || name === 'h') {
      wantsHelp = true;
      continue;
    }
    if (!Object.hasOwn(flags, name)) {
      problems.push(unknownFlag(rawName, nearestName(name, names), flags, command));
      continue;
    }
    const {takes, description} = flags[name]!;
    // The next flag is not the value of this one.
    const isMissing =
      value === undefined || (!inlineValue && names.some((other) => value === `--${other}` || value.startsWith(`--${other}=`)));
    if (takes === 'nothing') {
      if (value !== undefined)
        problems.push({
          place: `--${name}`,
          what: `\`--${name}\` takes no value, got \`${value}\`.`,
          why: 'It is there or not.',
          fix: 'Leave the value out.',
          example: `--${name}`,
        });
      values[name] = true;
    } else if (isMissing) {
      problems.push({
        place: `--${name}`,
        what: `\`--${name}\` has no value.`,
        why: `It is ${description}.`,
        fix: 'Write it after the flag.',
        example: exampleOfFlag(name, flags),
      });
    } else if (takes === 'texts') {
      values[name] = [...((values[name] as string[] | undefined) ?? []), value];
    } else if (name in values) {
      problems.push({
        place: `--${name}`,
        what: `\`--${name}\` is given twice.`,
        why: 'Only one of the two could be used.',
        fix: 'Keep one.',
        example: exampleOfFlag(name, flags),
      });
    } else {
      values[name] = value;
    }
  }
  return {values, words, problems, wantsHelp};
}

function unknownFlag(rawName: string, near: string | null, flags: Readonly<Record<string, Flag>>, command: string): PartProblem {
  return {
    place: '',
    what: `There is no flag \`${rawName}\`.`,
    why: 'It would be silently ignored.',
    fix: near ? `Did you mean \`--${near}\`?` : `\`${command} -- --help\` lists them all.`,
    example: near ? exampleOfFlag(near, flags) : '',
  };
}

/** A flag with a value, ready to be typed. */
export function exampleOfFlag(flag: string, flags: Readonly<Record<string, Flag>>): string {
  return `--${flag} ${flags[flag]?.example ?? ''}`.trim();
}

/** Every flag on a line of its own, for a command's help. */
export function flagLines(flags: Readonly<Record<string, Flag>>): string[] {
  const widest = Math.max(...Object.keys(flags).map((name) => name.length));
  return Object.entries(flags).map(([name, {description}]) => `  --${name.padEnd(widest)}  ${description}`);
}
