/** What the person at the terminal asked for. */
import {parseArgs} from 'node:util';
import {nearestName} from '../../src/problems/nearest.ts';

export interface Arguments {
  /** Names of parts, in the order they run. */
  readonly only: readonly string[];
  readonly rounds: number;
  /** A site that is built already, or null to build this one first. */
  readonly dist: string | null;
  /** Another built site to measure beside it, or null. */
  readonly before: string | null;
  /** Whether the run fails where a number is above its limit. */
  readonly gate: boolean;
}

const DEFAULT_ROUNDS = 3;

/**
 * @param known - Names of all parts.
 * @throws TypeError in a sentence or two that say what to write instead.
 */
export function argumentsFromWords(words: readonly string[], known: readonly string[]): Arguments {
  const {values} = parseArgs({
    args: [...words],
    options: {only: {type: 'string'}, rounds: {type: 'string'}, dist: {type: 'string'}, before: {type: 'string'}, gate: {type: 'boolean'}},
  });
  const wanted = values.only?.split(',').map((name) => name.trim()) ?? known;
  for (const name of wanted) {
    if (known.includes(name)) continue;
    const meant = nearestName(name, known);
    throw new TypeError(
      `--only names parts of the benchmarks, got ${name || 'nothing'}.${meant ? ` Did you mean ${meant}?` : ''} There are ${known.join(', ')}.`,
    );
  }
  const rounds = Number(values.rounds ?? DEFAULT_ROUNDS);
  if (!Number.isInteger(rounds) || rounds < 1) throw new TypeError(`--rounds is a whole number from 1 on, got ${values.rounds}.`);
  return {
    only: known.filter((name) => wanted.includes(name)),
    rounds,
    dist: values.dist ?? null,
    before: values.before ?? null,
    gate: values.gate ?? false,
  };
}
