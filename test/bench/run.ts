/**
 * `npm run bench`: what the site and its commands cost, beside what they are measured against, in one run.
 *
 * Prints a table for each part and writes it to `bench-results/PART.json`. Times differ from machine to machine and
 * from minute to minute; compare the ratios, which are taken within a round.
 *
 *     npm run bench                                  everything
 *     npm run bench -- --only scrub,bytes            some parts
 *     npm run bench -- --rounds 5                    each thing five times
 *     npm run bench -- --before ../old/dist          another build of the site beside this one
 */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { argumentsFromWords, type Arguments } from './arguments.ts';
import { bytes } from './bytes.ts';
import { build, check } from './content.ts';
import { layout } from './layout.ts';
import { load } from './load.ts';
import { describeMachine } from './machine.ts';
import { many, moving } from './moving.ts';
import type { Bench, Part } from './part.ts';
import { serveWithBaselines, type Site } from './site.ts';
import { tableAsText } from './table.ts';

const PARTS: readonly Part[] = [bytes, load, ...moving, many, layout, check, build];
const RESULTS_FOLDER = 'bench-results';

function say(words: string): void {
  process.stderr.write(`${words}\n`);
}

async function startSite({ dist, before }: Arguments): Promise<Site> {
  if (dist === null) {
    say('building the site');
    await promisify(execFile)(process.execPath, ['src/desk/astro.ts', 'build'], { maxBuffer: 2 ** 28 });
  }
  return serveWithBaselines(dist ?? 'dist', before);
}

async function runParts(asked: Arguments): Promise<void> {
  const machine = await describeMachine();
  console.log(`${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}; Node ${machine.node}, Chromium ${machine.chromium}`);
  if (machine.load > machine.cores / 2) console.log(`This machine is busy (load ${machine.load}): look at the ratios, not at the times.`);
  let site: Promise<Site> | null = null;
  const bench: Bench = { rounds: asked.rounds, site: () => (site ??= startSite(asked)), say };
  mkdirSync(RESULTS_FOLDER, { recursive: true });
  try {
    for (const part of PARTS.filter(({ name }) => asked.only.includes(name))) {
      const tables = await part.measure(bench);
      for (const table of tables) console.log(`\n${tableAsText(table)}`);
      const result = { part: part.name, about: part.about, machine, rounds: asked.rounds, tables };
      writeFileSync(join(RESULTS_FOLDER, `${part.name}.json`), `${JSON.stringify(result, null, 2)}\n`);
    }
  } finally {
    if (site !== null) await (await (site as Promise<Site>)).close();
  }
  console.log(`\nThe same as data: ${asked.only.map((name) => join(RESULTS_FOLDER, `${name}.json`)).join(', ')}`);
}

let asked: Arguments | null = null;
try {
  asked = argumentsFromWords(process.argv.slice(2), PARTS.map(({ name }) => name));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
if (asked !== null) {
  try {
    await runParts(asked);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
