/**
 * Everything that says the site is right, cheapest first. Stops at the first step that fails, says which,
 * and closes with `N passed, N failed` over all tests that ran.
 */
import {spawn} from 'node:child_process';
import {existsSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join, resolve} from 'node:path';
import {chromiumPath} from './browser.ts';
import {engines} from './engines.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  /** What it means when this step fails. */
  readonly failure: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the counts out of the report a test runner has written. */
  readonly report?: {readonly file: string; readonly read: (report: unknown) => Counts};
}

const REPORTS_FOLDER = 'test-results';
const VITEST_REPORT = join(REPORTS_FOLDER, 'vitest.json');
const PLAYWRIGHT_REPORT = join(REPORTS_FOLDER, 'playwright.json');
const ENGINES_REPORT = join(REPORTS_FOLDER, 'engines.json');
/** Far from UTC and off the full hour: local time that gets in by accident shows itself. */
const FAR_ZONE = 'Pacific/Chatham';

const require = createRequire(import.meta.url);

/** The script a package runs as a command, so that no shell and no PATH is needed. */
function commandOfPackage(name: string, path: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), path);
}

/** Takes minutes for each engine, so it runs where it is asked for: `ENGINES=1 npm test`. */
const ENGINES_STEP: Step = {
  name: 'Chromium, Firefox and WebKit',
  failure: 'Something does not work in every browser engine.',
  command: [
    commandOfPackage('vitest', 'vitest.mjs'),
    'run',
    '--config=test/engines/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${resolve(ENGINES_REPORT)}`,
  ],
  report: {file: ENGINES_REPORT, read: countsFromVitest},
};

const STEPS: readonly Step[] = [
  {
    name: 'content',
    failure: 'The content has problems; each is described above.',
    command: ['src/commands/check.ts'],
  },
  {
    name: 'content types',
    failure: 'Astro could not read the content.',
    command: ['src/tools/astro.ts', 'sync'],
  },
  {
    name: 'types',
    failure: 'The types do not fit together.',
    command: ['src/tools/astro.ts', 'check', '--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning'],
  },
  {
    name: 'format',
    failure: 'Some files are not formatted; `npx prettier --write .` formats them.',
    command: [commandOfPackage('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  },
  {
    name: 'lint',
    failure: 'A rule of the code is broken.',
    command: [commandOfPackage('eslint', 'bin/eslint.js'), '--max-warnings', '0', '.'],
  },
  {
    name: 'unit tests',
    failure: 'A unit test failed.',
    command: [
      commandOfPackage('vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${VITEST_REPORT}`,
    ],
    env: {TZ: FAR_ZONE},
    report: {file: VITEST_REPORT, read: countsFromVitest},
  },
  {
    name: 'build',
    failure: 'The site could not be built.',
    command: ['src/tools/astro.ts', 'build'],
  },
  {
    name: 'browser tests',
    failure: 'A browser test failed.',
    command: [commandOfPackage('@playwright/test', 'cli.js'), 'test', '--reporter=list,json'],
    env: {PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_REPORT},
    report: {file: PLAYWRIGHT_REPORT, read: countsFromPlaywright},
  },
  ...(process.env.ENGINES ? [ENGINES_STEP] : []),
];

function countsFromVitest(report: unknown): Counts {
  const {numPassedTests, numFailedTests} = report as {numPassedTests: number; numFailedTests: number};
  return {passed: numPassedTests, failed: numFailedTests};
}

function countsFromPlaywright(report: unknown): Counts {
  const {stats} = report as {stats: {expected: number; unexpected: number; flaky: number}};
  return {passed: stats.expected, failed: stats.unexpected + stats.flaky};
}

/** Runs a step with the Node this script runs on; true if it ended well. */
function runs(step: Step): Promise<boolean> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, step.command, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {...process.env, ...step.env},
    });
    child.once('error', fail);
    child.once('exit', (code) => done(code === 0));
  });
}

/** Counts of one step; a failure that no test counted, such as a file that cannot be loaded, counts as one. */
function countsOfStep(step: Step, ended: boolean): Counts {
  const counts =
    step.report !== undefined && existsSync(step.report.file)
      ? step.report.read(JSON.parse(readFileSync(step.report.file, 'utf8')))
      : {passed: 0, failed: 0};
  return ended || counts.failed > 0 ? counts : {...counts, failed: 1};
}

async function runAll(): Promise<Counts> {
  let passed = 0;
  for (const [index, step] of STEPS.entries()) {
    console.log(`\n[${index + 1}/${STEPS.length}] ${step.name}`);
    if (step.name === 'browser tests') await chromiumPath(); // says in one sentence what is missing
    const ended = await runs(step);
    const counts = countsOfStep(step, ended);
    passed += counts.passed;
    if (!ended || counts.failed > 0) {
      const isLast = index === STEPS.length - 1;
      console.error(`\n${step.failure}${isLast ? '' : ` The steps after "${step.name}" were not run.`}`);
      return {passed, failed: counts.failed};
    }
  }
  return {passed, failed: 0};
}

/** Says which engines the site was not tried in, and why. */
async function sayWhatWasLeftOut(): Promise<void> {
  if (!process.env.ENGINES) return console.log('Not run: test/engines, in Chromium, Firefox and WebKit. `ENGINES=1 npm test` runs it too.');
  for (const engine of await engines()) if ('missing' in engine) console.log(`Not tried in ${engine.name}: ${engine.missing}.`);
}

rmSync(REPORTS_FOLDER, {recursive: true, force: true});
let counts: Counts;
try {
  counts = await runAll();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  counts = {passed: 0, failed: 1};
}
console.log();
await sayWhatWasLeftOut();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
