/** The writers' commands on stories of every size: how long a check and a build take. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { writeInventedStory } from './invented-story.ts';
import type { Bench, Part } from './part.ts';
import { median, pairedRatio, rounded } from './statistics.ts';
import type { Row, Table } from './table.ts';

const CHECKED_COUNTS = [100, 1000, 5000];
const BUILT_COUNTS = [100, 1000];

/**
 * Times a command on stories of several sizes, round after round.
 *
 * @param run - Runs it on a content folder; what it throws ends the benchmark.
 */
async function timesOf({ rounds, say }: Bench, what: string, counts: readonly number[], run: (content: string) => Promise<void>): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-content-'));
  try {
    for (const count of counts) writeInventedStory(join(folder, String(count)), count);
    const seconds = new Map<number, number[]>(counts.map((count) => [count, []]));
    for (let round = 1; round <= rounds; round++) {
      for (const count of counts) {
        say(`${what}: ${count} events, round ${round} of ${rounds}`);
        const startMs = performance.now();
        await run(join(folder, String(count)));
        seconds.get(count)!.push((performance.now() - startMs) / 1000);
      }
    }
    const least = counts[0]!;
    return {
      title: `${what}: seconds, medians of ${rounds}`,
      rows: counts.map((count): Row => ({
        events: count,
        seconds: rounded(median(seconds.get(count)!)),
        [`÷ ${least} events`]: rounded(pairedRatio(seconds.get(count)!, seconds.get(least)!), 1),
        'ms for each event more': count === least ? null : rounded(((median(seconds.get(count)!) - median(seconds.get(least)!)) / (count - least)) * 1000),
      })),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runNode(folder: string, script: string, flags: readonly string[], content: string): Promise<void> {
  await promisify(execFile)(process.execPath, [script, ...flags], { cwd: folder, env: { ...process.env, CONTENT_DIR: content }, maxBuffer: 2 ** 28 });
}

export const check: Part = {
  name: 'check',
  about: `npm run check on ${CHECKED_COUNTS.map((n) => n.toLocaleString('en-US')).join(', ')} events`,
  measure: async (bench) => [await timesOf(bench, 'npm run check', CHECKED_COUNTS, (content) => runNode('.', 'src/desk/check.ts', [], content))],
};

/** What a build reads; it runs in a copy, because it writes where the site's own build and its tests have their files. */
const PROJECT_FILES = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

export const build: Part = {
  name: 'build',
  about: `npm run build on ${BUILT_COUNTS.map((n) => n.toLocaleString('en-US')).join(', ')} events`,
  async measure(bench) {
    const copy = mkdtempSync(join(tmpdir(), 'bench-project-'));
    try {
      for (const name of PROJECT_FILES) cpSync(name, join(copy, name), { recursive: true });
      symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
      return [
        await timesOf(bench, 'npm run build', BUILT_COUNTS, async (content) => {
          await runNode(copy, 'src/desk/check.ts', [], content);
          await runNode(copy, 'src/desk/astro.ts', ['build'], content);
        }),
      ];
    } finally {
      rmSync(copy, { recursive: true });
    }
  },
};
