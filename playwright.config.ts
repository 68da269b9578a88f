import {defineConfig} from '@playwright/test';
import {baseFromText} from './src/story/base.ts';
import {CHROMIUM_FLAGS, chromiumPath} from './src/tools/browser.ts';
import {freePort} from './src/tools/free-port.ts';

// Each worker reads this file again, and must arrive at the ports the first reading chose.
process.env.BROWSER_TEST_PORT ??= String(await freePort());
process.env.PREVIEW_TEST_PORT ??= String(await freePort());
const port = process.env.BROWSER_TEST_PORT;
const siteUrl = `http://localhost:${port}${baseFromText(process.env.BASE)}`;

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  snapshotPathTemplate: '{testDir}/output/{testFileName}/{arg}{ext}',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  retries: 0,
  reporter: 'list',
  use: {
    baseURL: siteUrl,
    viewport: {width: 1440, height: 900},
    locale: 'en-US',
    // Readers are everywhere: a date that passes through local time would move by a day here.
    timezoneId: 'Pacific/Chatham',
    // A copy of the page at every step, which costs a third of the time: `TRACE=1 npx playwright test FILE`.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {executablePath: await chromiumPath(), args: [...CHROMIUM_FLAGS]},
  },
  projects: [
    {name: 'site', testIgnore: ['preview.spec.ts', 'build.spec.ts', 'any-story.spec.ts', 'two-stories.spec.ts']},
    {name: 'preview', testMatch: 'preview.spec.ts', use: {baseURL: `http://localhost:${process.env.PREVIEW_TEST_PORT}/`}},
    // The preview of another story and a build would write to the same .astro/.
    {name: 'build', testMatch: 'build.spec.ts', dependencies: ['preview']},
    {name: 'any-story', testMatch: ['any-story.spec.ts', 'two-stories.spec.ts'], dependencies: ['build']},
  ],
  webServer: {
    command: `"${process.execPath}" test/browser/full-story-site.ts`,
    env: {PORT: port},
    // It is built first.
    timeout: 300_000,
    url: siteUrl,
    // To run one spec after another, start `full-story-site.ts` once at BROWSER_TEST_PORT.
    reuseExistingServer: Boolean(process.env.BROWSER_TEST_REUSE),
  },
});
