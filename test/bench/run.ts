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
 *     npm run bench -- --gate                        fails where a number is above its limit in `gates.ts`
 */
import {execFile} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {acts} from './acts.ts';
import {argumentsFromWords, type Arguments} from './arguments.ts';
import {bytes} from './bytes.ts';
import {build, check} from './content.ts';
import {brokenGates, brokenInWords} from './gates.ts';
import {layout} from './layout.ts';
import {load} from './load.ts';
import {describeMachine} from './machine.ts';
import {many, moving} from './moving.ts';
import type {Bench, Part} from './part.ts';
import {serveWithBaselines, type Site} from './site.ts';
import {storyBuilds} from './story-builds.ts';
import {tableAsText, type Table} from './table.ts';

const PARTS: readonly Part[] = [bytes, load, ...moving, many, layout, acts, check, build];
const RESULTS_FOLDER = 'bench-results';

function say(words: string): void {
  process.stderr.write(`${words}\n`);
}

async function startSite({dist, before}: Arguments): Promise<Site> {
  if (dist === null) {
    say('building the site');
    await promisify(execFile)(process.execPath, ['src/tools/astro.ts', 'build'], {maxBuffer: 2 ** 28});
  }
  return serveWithBaselines(dist ?? 'dist', before);
}

/** @returns What each part measured, by its name. */
async function runParts(asked: Arguments): Promise<ReadonlyMap<string, readonly Table[]>> {
  const machine = await describeMachine();
  console.log(
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}; Node ${machine.node}, Chromium ${machine.chromium}`,
  );
  if (machine.load > machine.cores / 2) console.log(`This machine is busy (load ${machine.load}): look at the ratios, not at the times.`);
  let site: Promise<Site> | null = null;
  const stories = storyBuilds();
  const bench: Bench = {rounds: asked.rounds, site: () => (site ??= startSite(asked)), stories, say};
  const measured = new Map<string, readonly Table[]>();
  mkdirSync(RESULTS_FOLDER, {recursive: true});
  try {
    for (const part of PARTS.filter(({name}) => asked.only.includes(name))) {
      const tables = await part.measure(bench);
      measured.set(part.name, tables);
      for (const table of tables) console.log(`\n${tableAsText(table)}`);
      const result = {part: part.name, about: part.about, machine, rounds: asked.rounds, tables};
      writeFileSync(join(RESULTS_FOLDER, `${part.name}.json`), `${JSON.stringify(result, null, 2)}\n`);
    }
  } finally {
    stories.remove();
    if (site !== null) await (await (site as Promise<Site>)).close();
  }
  console.log(`\nThe same as data: ${asked.only.map((name) => join(RESULTS_FOLDER, `${name}.json`)).join(', ')}`);
  return measured;
}

/** Says which limits are broken, and has the process fail if any is. */
function holdToLimits(measured: ReadonlyMap<string, readonly Table[]>): void {
  const broken = brokenGates(measured);
  for (const each of broken) console.error(`\n${brokenInWords(each)}`);
  if (broken.length > 0) process.exitCode = 1;
  else console.log('\nEvery number is within its limit.');
}

let asked: Arguments | null = null;
try {
  asked = argumentsFromWords(
    process.argv.slice(2),
    PARTS.map(({name}) => name),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
if (asked !== null) {
  try {
    const measured = await runParts(asked);
    if (asked.gate) holdToLimits(measured);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
