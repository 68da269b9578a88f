/** A page whose files come late stays where it is, and a long story does not keep its reader waiting. */
import {setTimeout as wait} from 'node:timers/promises';
import type {Page} from '@playwright/test';
import {expect, test, writtenEvents} from './site.ts';

/** How much of the window has moved, times how far, as browsers count it; what a reader did right before does not count. */
async function shiftOn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        let shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {value: number; hadRecentInput: boolean})[]) {
            if (!entry.hadRecentInput) shift += entry.value;
          }
        }).observe({type: 'layout-shift', buffered: true});
        setTimeout(() => done(shift), 100);
      }),
  );
}

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`QUALITY 92: fonts and scripts that come late move nothing, ${width} pixels wide`, async ({page}) => {
    await page.setViewportSize({width, height});
    const asked: string[] = [];
    await page.route(/\.(woff2|js)$/, async (route) => {
      asked.push(route.request().url());
      await wait(route.request().url().endsWith('woff2') ? 1000 : 300);
      await route.continue();
    });
    await page.goto('./');
    await page.locator('html[data-script="ready"]:not([data-arriving])').waitFor();
    await page.evaluate(() => document.fonts.ready);
    expect(asked.filter((url) => url.endsWith('woff2')).length).toBeGreaterThanOrEqual(2);
    expect(await shiftOn(page)).toBeLessThan(0.02);
  });
}

test('a link that is followed while the page arrives leads to its entry', async ({page}) => {
  // Letters that do not come keep the page arriving.
  await page.route('**/*.woff2', () => {});
  await page.goto('./', {waitUntil: 'domcontentloaded'});
  const isArriving = () => page.evaluate(() => 'arriving' in document.documentElement.dataset);
  expect(await isArriving()).toBe(true);
  const last = page.locator('.chapter-nav a').last();
  await last.click();
  expect(await isArriving()).toBe(false);
  const chapter = page.locator((await last.getAttribute('href'))!.replace(/^.*#/, '#'));
  await expect(chapter).toBeInViewport();
  const top = () => chapter.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await top();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await top()).toBe(before);
});

test('what is far below is laid out soon after the page has loaded, and can be found before', async ({page}) => {
  const {id} = writtenEvents().at(-1)!;
  await page.goto('./', {waitUntil: 'domcontentloaded'});
  await expect(page.locator(`[id="${id}"]`).locator('h3, h4')).not.toBeEmpty();
  await page.locator('html:not([data-arriving])').waitFor();
  const hidden = await page
    .locator('.entry')
    .evaluateAll((entries) => entries.filter((entry) => getComputedStyle(entry).contentVisibility !== 'visible').length);
  expect(hidden).toBe(0);
});
