/**
 * What holds for every story, asked of the one in `content/`, whichever that is, and of another: a comet seen over two thousand years, with other lanes,
 * years before the year 1, and a title that is written from right to left.
 */
import {execFile} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {promisify} from 'node:util';
import type {Page} from '@playwright/test';
import {parse} from 'yaml';
import {ID, isPartOfPage} from '../../src/schema/ids.ts';
import {levelPxPerDay, levelsOf} from '../../src/timeline/layout/scale.ts';
import {isoDay} from '../../src/timeline/model/time.ts';
import {baseFromText} from '../../src/story/base.ts';
import {serveSite} from '../../src/tools/serve.ts';
import {brokenLinks} from './broken-links.ts';
import {missingFrom, plainWords} from './plain-words.ts';
import {axeViolations, expect, test as siteTest, writtenEvents} from './site.ts';
import {drawnBoxes, lostOrDoubled, overlapsOf, showStretch} from './stage-boxes.ts';
import {openStage, settled, timelineOn, viewOn} from './stage-page.ts';
import {pagesOf} from './valid-html.ts';

/** The site's story, and the site as the build has left it. */
const OWN_STORY = process.env.CONTENT_DIR || 'content';
const OWN_SITE = process.env.DIST || 'dist';
const OTHER_STORY = 'test/fixtures/second-story';
const OTHER_SITE = 'test-results/builds/second-story';

/** Words against what lies behind them: on the home page there are very many. */
const AXE_TIMEOUT_MS = 240_000;

/** A test on the site of `content/`. */
const ownTest = siteTest.extend<object, {readonly builtUrl: string}>({
  builtUrl: [
    async ({}, use) => {
      const site = await serveSite({folder: OWN_SITE, base: baseFromText(process.env.BASE), port: 0});
      await use(site.url);
      await site.close();
    },
    {scope: 'worker'},
  ],
  baseURL: async ({builtUrl}, use) => use(builtUrl),
});

/** The same test, of the other story's site. */
const otherTest = siteTest.extend<object, {readonly builtUrl: string}>({
  builtUrl: [
    async ({}, use) => {
      await promisify(execFile)(process.execPath, ['src/tools/astro.ts', 'build', '--outDir', OTHER_SITE], {
        env: {...process.env, CONTENT_DIR: OTHER_STORY, BASE: ''},
        maxBuffer: 64 * 1024 * 1024,
      });
      const site = await serveSite({folder: OTHER_SITE, base: '/', port: 0});
      await use(site.url);
      await site.close();
    },
    {scope: 'worker', timeout: 300_000},
  ],
  baseURL: async ({builtUrl}, use) => use(builtUrl),
});

ownTest.describe('the story of content/', () => holdsFor(ownTest, {story: OWN_STORY, site: OWN_SITE}));

otherTest.describe('another story, of centuries', () => {
  // In one worker, so that it is built once.
  otherTest.describe.configure({mode: 'default'});

  holdsFor(otherTest, {story: OTHER_STORY, site: OTHER_SITE});

  otherTest('its levels are centuries, decades, years and months, and it names years, not days', async ({page}) => {
    await openStage(page);
    await expect(page.locator('.stage-bar [data-level]')).toHaveText(['Centuries', 'Decades', 'Years', 'Months']);
    await expect(page.locator('.stage-bar [data-part="day"]')).toHaveText(/^\d+( BCE)?$/);
    await expect(page.locator('.plot-wide .grid')).toContainText('200 BCE');
    await expect(page.locator('#nearest-837')).toContainText('837');
    await expect(page.locator('main')).not.toContainText(/Day −?\d/);
  });

  otherTest('its replay goes through eight centuries in seconds, from news to news', async ({page}) => {
    otherTest.slow();
    await page.emulateMedia({reducedMotion: 'no-preference'});
    await openStage(page, './?known=-0249-01-01');
    await expect(page.locator('.stage-bar [data-part="day"]')).toHaveText('250 BCE');
    await page.getByRole('button', {name: 'Replay the story'}).click();
    const [year, caption] = ['day', 'caption'].map((name) => page.locator(`[data-replay="${name}"]`));
    await expect(year!).toHaveText('1066');
    await expect(caption!).toHaveText('A token over England');
    await expect(caption!).toHaveText('Halley foretells its return', {timeout: 30_000});
    await expect(year!).toHaveText('1705');
    await page.getByRole('button', {name: 'Pause'}).click();
    await expect(page).toHaveURL(/known=1705-12-31/);
    await page.getByRole('button', {name: 'Leave the replay'}).click();
    await expect(page).toHaveURL(/known=-0249-01-01/);
  });

  otherTest('a consulted report is cited like any other source, and listed apart', async ({page}) => {
    await page.goto('events/token-over-england/');
    const citation = page.locator('.cite a').first();
    await expect(citation).toHaveText('6');
    await expect(citation).toHaveAccessibleName('6, source: Longman, London');
    await expect(page.locator('.event-facts .source-line')).toContainText('6Longman, London, 1823. The Anglo-Saxon Chronicle');
    await citation.click();
    await expect(page.locator('#anglo-saxon-chronicle:target')).toContainText('gutenberg.org');
    await expect(page.locator('#consulted')).toContainText('not among the 5 sources that the story is told from');
    await page.goto('./');
    await expect(page.locator('.all-sources h3')).toHaveText('Consulted reports');
    await expect(page.locator('.all-sources ol')).toHaveCount(2);
    await page.goto('poster/');
    await expect(page.locator('.poster-sources > li')).toHaveCount(6);
    await expect(page.locator('.poster-more')).toHaveCount(0);
  });

  otherTest('its title from right to left is shown whole, and scrolls nothing sideways', async ({page}) => {
    const {id, title} = writtenEvents(OTHER_STORY).find((event) => /[\u0590-\u05FF]/.test(event.title))!;
    for (const width of [320, 1440]) {
      await page.setViewportSize({width, height: 900});
      await page.goto(`events/${id}/`);
      await expect(page.getByRole('heading', {level: 1})).toHaveText(title);
      expect(await sidewaysPx(page), `${width}`).toBe(0);
    }
  });
});

/** Registers the tests of one story; `baseURL` leads to its site. */
function holdsFor(test: typeof ownTest, {story: contentFolder, site}: {readonly story: string; readonly site: string}): void {
  const story = parse(readFileSync(join(contentFolder, 'story.yaml'), 'utf8')) as {
    readonly title: string;
    readonly lanes: readonly object[];
  };
  const events = writtenEvents(contentFolder);
  const onAxis = events.filter(({weight}) => weight !== 'context');
  const fullest = [...events].sort((a, b) => b.body.length - a.body.length)[0]!.id;
  const pages = ['./', `events/${fullest}/`, 'sources/', 'method/', 'table/', 'poster/', '404.html'];

  test('the home page wakes without a complaint and shows the story', async ({page}) => {
    await openStage(page);
    await expect(page).toHaveTitle(new RegExp(escaped(story.title)));
    await expect(page.getByRole('heading', {level: 1})).toContainText(story.title.split(' ')[0]!);
    await expect(page.locator('[data-part="count"]')).toHaveText(new RegExp(`^(?:\\d+ of )?${onAxis.length} events`));
    await expect(page.locator('#story [data-event]')).toHaveCount(events.length);
  });

  test('zoom goes in, out and back to the whole story, and each level’s name is pressed at its scale', async ({page}) => {
    await page.emulateMedia({reducedMotion: 'reduce'});
    await openStage(page);
    const {extent} = await timelineOn(page);
    const wholeMs = extent.toMs - extent.fromMs;
    const lengthOf = async () => {
      await settled(page);
      const {fromMs, toMs} = await viewOn(page);
      return toMs - fromMs;
    };
    await page.locator('.stage-bar [data-action="zoom-in"]').click();
    const closer = await lengthOf();
    expect(closer).toBeLessThan(wholeMs * 0.8);
    await page.locator('.stage-bar [data-action="zoom-out"]').click();
    expect(await lengthOf()).toBeGreaterThan(closer);
    for (const level of levelsOf(extent)) {
      await page.locator(`.stage-bar [data-level="${level}"]`).click();
      await settled(page);
      await expect(page.locator('.stage-bar [data-level][aria-pressed="true"]')).toHaveText(new RegExp(level, 'i'));
      await expect.poll(() => page.locator('.plot-wide .grid text').count()).toBeGreaterThan(0);
    }
    await page.locator('.stage-bar [data-action="fit"]').click();
    expect(await lengthOf()).toBeCloseTo(wholeMs, -7);
  });

  test('Known then hides what came later, from the first day on, and Known now brings it back', async ({page}) => {
    await page.emulateMedia({reducedMotion: 'reduce'});
    await openStage(page);
    const {extent, events: all} = await timelineOn(page);
    const middleMs = [...all].sort((a, b) => a.knownMs - b.knownMs)[Math.floor(all.length / 2)]!.knownMs;
    const known = all.filter(({knownMs}) => knownMs <= middleMs).length;
    await openStage(page, `./?known=${isoDay(middleMs)}`);
    await expect(page.locator('[data-part="count"]')).toHaveText(`${known} of ${all.length} known on the line`);
    const later = all.find(({knownMs}) => knownMs > middleMs)!;
    await expect(page.locator(`#${later.id}`)).toHaveClass(/is-folded/);
    await openStage(page, `./?known=${isoDay(extent.fromMs)}`);
    await expect(page.locator('[data-part="count"]')).toContainText(` of ${all.length} known on the line`);
    await page.getByRole('button', {name: 'Known now'}).last().click();
    await expect(page.locator('[data-part="count"]')).toHaveText(new RegExp(`^(?:\\d+ of )?${all.length} events`));
    await expect(page.locator(`#${later.id}`)).not.toHaveClass(/is-folded/);
  });

  for (const path of pages) {
    test(`${path} has one first heading, no sideways scrolling and nothing for axe to find`, async ({page, request}) => {
      test.setTimeout(AXE_TIMEOUT_MS);
      await page.emulateMedia({reducedMotion: 'reduce'});
      expect((await request.get(path)).status()).toBe(200);
      for (const width of [320, 1280]) {
        await page.setViewportSize({width, height: width < 700 ? 640 : 900});
        await page.goto(path);
        await expect(page.getByRole('heading', {level: 1})).toHaveCount(1);
        // The poster is one sheet of paper, whatever the window.
        if (path !== 'poster/') expect(await sidewaysPx(page), `${width} pixels`).toBe(0);
        expect(await axeViolations(page, {isScrolled: path === 'table/'}), `${width} pixels`).toEqual([]);
      }
    });
  }

  test('every name on the home page occurs once, and is an entry’s or one that no entry can have', async ({page}) => {
    await openStage(page);
    const entries = new Set(
      await page
        .locator('#story [data-chapter]')
        .evaluateAll((chapters) => chapters.flatMap(({id}) => [id, `${id}-title`, `${id}-number`])),
    );
    for (const {id} of events) entries.add(id);
    const names = await page.locator('[id]').evaluateAll((all) => all.map(({id}) => id));
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(names.filter((name) => ID.test(name) && !entries.has(name) && !isPartOfPage(name))).toEqual([]);
  });

  test('the list of sources counts its articles alone, and numbers consulted reports after them', async ({page}) => {
    const consulted = readdirSync(join(contentFolder, 'sources'))
      .filter(
        (name) => (parse(readFileSync(join(contentFolder, 'sources', name), 'utf8')) as {readonly kind?: string}).kind === 'consulted',
      )
      .map((name) => name.replace(/\.yaml$/, ''));
    const articles = readdirSync(join(contentFolder, 'sources')).length - consulted.length;
    await page.goto('sources/');
    await expect(page.locator('main .prose-page-side').first()).toHaveText(`${articles} sources`);
    const numbers = await page.locator('.source-place').allTextContents();
    expect(numbers).toEqual(Array.from({length: articles + consulted.length}, (_, i) => String(i + 1)));
    const apart = await page.locator('#consulted .source').evaluateAll((all) => all.map(({id}) => id));
    expect(apart.toSorted()).toEqual(consulted.toSorted());
    for (const [i, id] of apart.entries()) await expect(page.locator(`[id="${id}"] .source-place`)).toHaveText(String(articles + i + 1));
  });

  test('every built page is valid HTML', ({baseURL}) => {
    test.slow();
    expect(baseURL).toBeTruthy(); // the site has been built
    const pages = pagesOf(site);
    expect(pages.count).toBeGreaterThan(events.length);
    expect(pages.complaints).toEqual([]);
  });

  test('no link is broken', async ({baseURL}) => {
    test.slow();
    expect(await brokenLinks(baseURL!)).toEqual([]);
  });

  test.describe('without a script', () => {
    test.use({javaScriptEnabled: false});

    test('the home page has the title and the words of every event', async ({page}) => {
      await page.goto('./');
      expect(missingFrom(plainWords(await page.locator('main').innerText()), events)).toEqual([]);
    });
  });

  test('the stage is a region of controls, a group of named marks and a list of lanes to those who listen', async ({page}) => {
    await openStage(page);
    const lanes = await page.locator('.rail-lanes').getByRole('button').count();
    expect(lanes).toBe(story.lanes.length);
    await expect(page.getByRole('group', {name: 'Timeline controls'})).toBeVisible();
    const marks = page.locator('.plot-picture:visible').getByRole('link');
    expect(await marks.count()).toBeGreaterThan(0);
    for (const mark of await marks.all()) expect(await mark.getAttribute('aria-label')).toMatch(/\p{L}/u);
  });

  test('a page that is not there says so', async ({request}) => {
    expect((await request.get('events/no-such-event/')).status()).toBe(404);
  });

  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test(`at ${width} px nothing on the stage overlaps and nothing is lost, at any of its levels`, async ({page}) => {
      test.slow();
      await page.emulateMedia({reducedMotion: 'reduce'});
      await page.setViewportSize({width, height});
      await openStage(page);
      const {extent, events: all} = await timelineOn(page);
      const middles = [0.1, 0.5, 0.9]
        .map((share) => all[Math.floor(share * (all.length - 1))]!.span)
        .map((span) => ('fromMs' in span ? span.fromMs : 'dayMs' in span ? span.dayMs : 'atMs' in span ? span.atMs : span.toMs));
      for (const level of levelsOf(extent)) {
        for (const middleMs of middles) {
          const halfMs = Math.max((width / levelPxPerDay(level, extent, width) / 2) * 86_400_000, 2 * 86_400_000);
          const [from, to] = [middleMs - halfMs, middleMs + halfMs].map((ms) =>
            isoDay(Math.min(Math.max(ms, extent.fromMs), extent.toMs)),
          ) as [string, string];
          const name = `${level}, ${from} to ${to}`;
          await showStretch(page, from, to);
          expect.soft(overlapsOf(await drawnBoxes(page)), name).toEqual([]);
          expect.soft(await lostOrDoubled(page), name).toEqual([]);
        }
      }
    });
  }
}

function sidewaysPx(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
