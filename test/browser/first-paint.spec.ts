/**
 * What is painted before the timeline's script has run, where the address asks for an earlier day: nothing of later;
 * and all of the story where the script never runs.
 */
import type {Page} from '@playwright/test';
import {datesIn} from './dates-in-words.ts';
import {expect, test} from './site.ts';
import {openStage, settled} from './stage-page.ts';

test.describe.configure({timeout: 90_000});

const SCRIPTS = /\/_astro\/.*\.js$/;

/** Holds the page's scripts back, all but the one in its head, until they are let go. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo = () => {};
  const gate = new Promise<void>((done) => (letGo = done));
  await page.route(SCRIPTS, async (route) => {
    await gate;
    await route.continue();
  });
  return letGo;
}

/** Waits until the page has been read and painted as far as it goes without its scripts. */
async function painted(page: Page): Promise<void> {
  await page.locator('.page-footer').waitFor({state: 'attached'});
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The words that can be seen somewhere on the page, block by block. */
function wordsSeen(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')].flatMap((element) => {
      const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim() !== '');
      if (!hasWords || element.closest('script, .plot-picture .grid > :not(.bracket), .overview-picture .month')) return [];
      return element.checkVisibility({visibilityProperty: true, opacityProperty: true})
        ? [element.textContent.replace(/\s+/g, ' ').trim()]
        : [];
    }),
  );
}

const places = (page: Page) =>
  page.evaluate(() =>
    ['.headline', 'zoomable-timeline', '.stage-body', '#story'].map((part) =>
      Math.round(document.querySelector(part)!.getBoundingClientRect().top),
    ),
  );

for (const [name, width, height] of [
  ['desktop', 1440, 900],
  ['phone', 390, 844],
] as const) {
  test(`nothing of later is painted on a ${name} before the story is folded, and nothing jumps when it is`, async ({page}) => {
    await page.setViewportSize({width, height});
    const letGo = await holdScripts(page);
    await page.goto('./?known=2014-12-16', {waitUntil: 'commit'});
    await painted(page);
    const seen = await wordsSeen(page);
    expect(seen).toContain('Seven Days in December');
    expect(
      seen.flatMap((words) =>
        datesIn(words.replace('Seven Days in December', '').replace('The Sony hack, 2014', ''), '2014-11-24').map(({text}) => text),
      ),
    ).toEqual([]);
    expect(
      seen
        .filter((words) => /cancel|Sony Pictures|FBI|online|\$|\d/i.test(words))
        .filter((words) => !/^(The Sony hack, 2014|(?:Online (?:sales|revenue)(?:, )?)+|(Words and data: )?CC BY 4.0)$/.test(words)),
    ).toEqual([]);
    expect(await page.locator('.stage-still').isVisible()).toBe(false);
    const before = await places(page);
    letGo();
    await page.locator('html[data-script="ready"]').waitFor();
    expect(await places(page)).toEqual(before);
    await settled(page);
    await expect(page.locator('[data-part="deck-then"]')).toContainText('Tuesday 16 December 2014');
    await expect(page.locator('#hack-begins h3')).toBeVisible();
    await expect(page.locator('#fbi-names-north-korea h3')).toHaveCount(0);
  });
}

test('an address that asks for no day shows the story at once', async ({page}) => {
  const letGo = await holdScripts(page);
  await page.goto('./', {waitUntil: 'commit'});
  await painted(page);
  await expect(page.locator('[data-part="deck"]')).toBeVisible();
  await expect(page.locator('#hack-begins h3')).toBeVisible();
  letGo();
  await openStage(page);
});

test.describe('where the script cannot be had', () => {
  test.use({expectedComplaints: [/Failed to load resource/]});

  for (const address of ['./?known=2014-12-16', './embed/?known=2014-12-16']) {
    test(`${address} shows the whole story and says that it is a still picture`, async ({page}) => {
      await page.route(SCRIPTS, (route) => route.abort());
      await page.goto(address);
      await expect(page.locator('.stage-still')).toBeVisible();
      await expect(page.locator('.plot-picture:visible .marks')).toBeVisible();
      if (address.includes('embed')) return;
      await expect(page.locator('[data-part="deck"]')).toBeVisible();
      await expect(page.locator('#fbi-names-north-korea h3')).toBeVisible();
      await expect(page.locator('.page-footer')).toContainText('Updated');
    });
  }
});

test('a script that is late folds a story that has been shown meanwhile', async ({page}) => {
  await page.clock.install();
  const letGo = await holdScripts(page);
  await page.goto('./?known=2014-12-16', {waitUntil: 'commit'});
  await page.locator('.page-footer').waitFor({state: 'attached'});
  await expect(page.locator('#fbi-names-north-korea h3')).toBeHidden();
  await page.clock.fastForward(10_000);
  await expect(page.locator('#fbi-names-north-korea h3')).toBeVisible();
  await expect(page.locator('.stage-still')).toBeVisible();
  await page.clock.resume();
  letGo();
  await page.locator('html[data-script="ready"]').waitFor();
  await expect(page.locator('#fbi-names-north-korea h3')).toHaveCount(0);
  await expect(page.locator('.stage-still')).toBeHidden();
});
