/** The writers' commands on stories of every size: how long a check and a build take. */
import type {Bench, Part} from './part.ts';
import {median, pairedRatio, rounded} from './statistics.ts';
import {largestEventPage, type StoryBuild} from './story-builds.ts';
import type {Row, Table} from './table.ts';
import {timedNode, type Timed} from './timed-node.ts';

const CHECKED_COUNTS = [100, 1000, 5000];
const BUILT_COUNTS = [40, 1000];

const listed = (counts: readonly number[]): string => counts.map((n) => n.toLocaleString('en-US')).join(', ');

/** Runs a command on stories of several sizes, round after round. */
async function roundsOf<Took>(
  {rounds, say}: Bench,
  what: string,
  counts: readonly number[],
  run: (count: number) => Promise<Took>,
): Promise<Map<number, Took[]>> {
  const took = new Map<number, Took[]>(counts.map((count) => [count, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const count of counts) {
      say(`${what}: ${count} events, round ${round} of ${rounds}`);
      took.get(count)!.push(await run(count));
    }
  }
  return took;
}

/** Seconds by size, beside those of the least. */
function timesOf(took: ReadonlyMap<number, readonly Pick<Timed, 'seconds' | 'cpuSeconds'>[]>): Row[] {
  const [least] = took.keys();
  const cpuOf = (count: number): number[] => took.get(count)!.map(({cpuSeconds}) => cpuSeconds);
  return [...took].map(([count, times]): Row => ({
    events: count,
    seconds: rounded(median(times.map(({seconds}) => seconds))),
    'processor seconds': rounded(median(cpuOf(count))),
    [`÷ ${least!} events`]: rounded(pairedRatio(cpuOf(count), cpuOf(least!)), 1),
    'ms for each event more': count === least ? null : rounded(((median(cpuOf(count)) - median(cpuOf(least!))) / (count - least!)) * 1000),
  }));
}

export const check: Part = {
  name: 'check',
  about: `npm run check on ${listed(CHECKED_COUNTS)} events`,
  async measure(bench) {
    const took = await roundsOf(bench, 'npm run check', CHECKED_COUNTS, (count) =>
      timedNode('.', 'src/commands/check.ts', [], bench.stories.content(count)),
    );
    return [{title: `npm run check, medians of ${bench.rounds}`, rows: timesOf(took)}];
  },
};

export const build: Part = {
  name: 'build',
  about: `npm run build on ${listed(BUILT_COUNTS)} events`,
  async measure(bench) {
    const took = await roundsOf(bench, 'npm run build', BUILT_COUNTS, bench.stories.buildAnew);
    return [buildTable(took, bench.rounds)];
  },
};

function buildTable(took: ReadonlyMap<number, readonly StoryBuild[]>, rounds: number): Table {
  const [least, most] = [BUILT_COUNTS[0]!, BUILT_COUNTS.at(-1)!];
  const pageKB = (count: number): number => largestEventPage(took.get(count)!.at(-1)!.dist) / 1000;
  const posterShare = (count: number): number => median(took.get(count)!.map(({posterSeconds, seconds}) => posterSeconds / seconds));
  const forEach = (count: number): number[] => took.get(count)!.map(({cpuSeconds}) => cpuSeconds / count);
  return {
    title: `npm run build, medians of ${rounds}`,
    rows: timesOf(took).map((row, i) => ({
      ...row,
      'poster, share': rounded(posterShare(BUILT_COUNTS[i]!), 3),
      'largest event page, kB': rounded(pageKB(BUILT_COUNTS[i]!), 1),
    })),
    gated: {
      'build growth': pairedRatio(forEach(most), forEach(least)),
      'event page': pageKB(most),
      'poster share': posterShare(most),
    },
  };
}
