/** How the commands that take flags read their command lines. */
import {parseArgs} from 'node:util';
import {nearestName} from '../problems/nearest.ts';
import type {Complaint} from './new/answers.ts';

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
  readonly complaints: readonly Complaint[];
  readonly wantsHelp: boolean;
}

/**
 * Reads a command line, and reports everything wrong with it at once.
 *
 * @param command - What writers type, such as `npm run new`.
 */
export function readFlags(args: readonly string[], flags: Readonly<Record<string, Flag>>, command: string): FlagsRead {
  const complaints: Complaint[] = [];
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
    // The value of a flag that is not there has been told with it.
    const isValueOfStranger = before?.kind === 'option' && !Object.hasOwn(flags, before.name);
    if (token.kind === 'positional' && !isValueOfStranger) words.push(token.value);
    if (token.kind !== 'option') continue;
    const {name, value, inlineValue, rawName} = token;
    if (name === 'help' || name === 'h') {
      wantsHelp = true;
      continue;
    }
    if (!Object.hasOwn(flags, name)) {
      complaints.push(unknownFlag(rawName, nearestName(name, names), flags, command));
      continue;
    }
    const {takes, example, description} = flags[name]!;
    // The next flag is not the value of this one.
    const isMissing =
      value === undefined || (!inlineValue && names.some((other) => value === `--${other}` || value.startsWith(`--${other}=`)));
    if (takes === 'nothing') {
      if (value !== undefined)
        complaints.push({
          flag: name,
          what: `\`--${name}\` takes no value, got \`${value}\`.`,
          why: 'It is there or not.',
          fix: 'Leave the value out.',
          example: `--${name}`,
        });
      values[name] = true;
    } else if (isMissing) {
      complaints.push({
        flag: name,
        what: `\`--${name}\` has no value.`,
        why: `It is ${description}.`,
        fix: 'Write it after the flag.',
        example: `--${name} ${example}`,
      });
    } else if (takes === 'texts') {
      values[name] = [...((values[name] as string[] | undefined) ?? []), value];
    } else if (name in values) {
      complaints.push({
        flag: name,
        what: `\`--${name}\` is given twice.`,
        why: 'Only one of the two could be used.',
        fix: 'Keep one.',
        example: `--${name} ${example}`,
      });
    } else {
      values[name] = value;
    }
  }
  return {values, words, complaints, wantsHelp};
}

function unknownFlag(rawName: string, near: string | null, flags: Readonly<Record<string, Flag>>, command: string): Complaint {
  return {
    flag: '',
    what: `There is no flag \`${rawName}\`.`,
    why: 'It would be ignored without a word.',
    fix: near ? `Did you mean \`--${near}\`?` : `\`${command} -- --help\` lists them all.`,
    example: near ? `--${near} ${flags[near]!.example}`.trim() : '',
  };
}

/** Every flag on a line of its own, for a command's help. */
export function flagLines(flags: Readonly<Record<string, Flag>>): string[] {
  const widest = Math.max(...Object.keys(flags).map((name) => name.length));
  return Object.entries(flags).map(([name, {description}]) => `  --${name.padEnd(widest)}  ${description}`);
}
