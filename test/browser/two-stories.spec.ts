/** One site, two stories: each on its own page, with a stage, a search and addresses of its own. */
import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {serveSite} from '../../src/tools/serve.ts';
import {expect, test as siteTest, writtenEvents} from './site.ts';
import {openStage, settled, timelineOn, viewOn} from './stage-page.ts';

const SITE = 'test-results/builds/two-stories';
const FIRST = {folder: 'test/fixtures/small-story', home: './'};
const SECOND = {folder: 'test/fixtures/second-story', home: './comet/'};

const test = siteTest.extend<object, {readonly siteUrl: string}>({
  siteUrl: [
    async ({}, use) => {
      const config = 'test/fixtures/two-stories/astro.config.ts';
      await promisify(execFile)(process.execPath, ['src/tools/astro.ts', 'build', '--config', config, '--outDir', SITE], {
        env: {...process.env, CONTENT_DIR: FIRST.folder, BASE: ''},
        maxBuffer: 64 * 1024 * 1024,
      });
      const site = await serveSite({folder: SITE, base: '/', port: 0});
      await use(site.url);
      await site.close();
    },
    {scope: 'worker', timeout: 300_000},
  ],
  baseURL: async ({siteUrl}, use) => use(siteUrl),
});

test.describe.configure({mode: 'default', timeout: 120_000});

for (const {folder, home} of [FIRST, SECOND]) {
  const written = writtenEvents(folder);
  const ids = written.map(({id}) => id).sort();
  const onAxis = written.filter(({weight}) => weight !== 'context').map(({id}) => id);

  test(`${home} shows the events of its own folder and no other, on the stage, in the feed and in Find`, async ({page}) => {
    await openStage(page, home);
    expect((await timelineOn(page)).events.map(({id}) => id).sort()).toEqual(onAxis.toSorted());
    const shown = await page.locator('#story [data-event]').evaluateAll((all) => all.map(({id}) => id));
    expect(shown.sort()).toEqual(ids);
    await page.getByRole('button', {name: 'Search events'}).click();
    await expect(page.locator('[data-find="count"]')).toHaveText(String(ids.length));
    await page.locator('[data-find="query"]').fill(written[0]!.title);
    await expect(page.locator('[data-find="results"] > li').first()).toContainText(written[0]!.title);
  });

  test(`${home} has a stage that zooms, plays Known then and opens an event`, async ({page}) => {
    await page.emulateMedia({reducedMotion: 'reduce'});
    await openStage(page, home);
    const whole = await viewOn(page);
    await page.locator('.stage-bar [data-action="zoom-in"]').click();
    await settled(page);
    const closer = await viewOn(page);
    expect(closer.toMs - closer.fromMs).toBeLessThan((whole.toMs - whole.fromMs) * 0.8);
    await page.locator('.stage-bar [data-action="fit"]').click();
    await page
      .getByRole('button', {name: /^Known then/})
      .first()
      .click();
    await expect(page).toHaveURL(/known=/);
    await expect(page.locator('[data-part="count"]')).toContainText(`of ${onAxis.length} known`);
    await page
      .getByRole('button', {name: /^Known now/})
      .first()
      .click();
    await openStage(page, `${home}#${onAxis[0]!}`);
    await expect(page.locator('.plot-picture:visible .marks .is-selected')).toHaveCount(1);
  });

  test(`${home} leads to pages of its own, all of which are there`, async ({page, request}) => {
    await page.goto(home);
    const base = new URL(page.url()).pathname;
    const links = await page
      .locator('.feed a[href^="/"]')
      .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    expect(links.length).toBeGreaterThan(ids.length);
    expect(links.filter((path) => !path.startsWith(base))).toEqual([]);
    for (const path of new Set(links)) expect((await request.get(path)).status(), path).toBe(200);
    await page.goto(`${home}events/${onAxis[0]!}/`);
    await expect(page.getByRole('heading', {level: 1})).toHaveText(written.find(({id}) => id === onAxis[0])!.title);
    await expect(page.locator('.strip-stage a').first()).toHaveAttribute('href', new RegExp(`^${base}(#|events/)`));
  });
}

test('the second story’s masthead, footer and head lead to its own pages alone, and to none that is missing', async ({page, request}) => {
  await page.goto(SECOND.home);
  const base = new URL(page.url()).pathname;
  for (const address of [SECOND.home, `${SECOND.home}sources/`, `${SECOND.home}events/${writtenEvents(SECOND.folder)[0]!.id}/`]) {
    await page.goto(address);
    const links = await page
      .locator('.masthead a[href^="/"], .page-footer a[href^="/"], head link[rel="alternate"]')
      .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement | HTMLLinkElement).href).pathname));
    expect(links).toContain(`${base}sources/`);
    expect(links.filter((path) => !path.startsWith(base))).toEqual([]);
    for (const path of new Set(links)) expect((await request.get(path)).status(), path).toBe(200);
    await expect(page.locator('meta[property="og:image"]')).toHaveCount(0);
  }
});

test('neither page holds a name twice', async ({page}) => {
  for (const {home} of [FIRST, SECOND]) {
    await openStage(page, home);
    const names = await page.locator('[id]').evaluateAll((all) => all.map(({id}) => id));
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  }
});
