/** Where the script does not run, the picture of the whole story remains, and says that it is one. */
import type {Page} from '@playwright/test';
import {expect, test} from './site.ts';
import {openStage, timelineOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

const NOTE = 'This is a still picture. The timeline’s controls did not load. The story below is complete.';

interface Words {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

function wordsInPlot(page: Page): Promise<Words[]> {
  return page.locator('.plot-picture:visible .mark .words').evaluateAll((all) =>
    all.map((words) => {
      const {x, y} = words.getBoundingClientRect();
      return {id: words.closest('a')!.getAttribute('data-id')!, text: words.textContent, x, y};
    }),
  );
}

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('the picture shows the landmarks of its first window, and a note says that it is still', async ({page}) => {
    await page.goto('./');
    await expect(page.locator('.stage-still')).toBeVisible();
    await expect(page.locator('.stage-still')).toContainText(NOTE);
    await expect(page.locator('.stage-bar')).toBeHidden();
    await expect(page.locator('.plot-wide')).toBeVisible();
    await expect(page.locator('.plot-compact')).toBeHidden();
    const labelled = await page.locator('.plot-wide .mark .words.is-strong').evaluateAll((all) => all.map((words) => words.textContent));
    expect(new Set(labelled).size).toBe(9);
  });

  test('a phone gets its own picture', async ({page}) => {
    await page.setViewportSize({width: 390, height: 844});
    await page.goto('./');
    await expect(page.locator('.plot-compact')).toBeVisible();
    await expect(page.locator('.plot-wide')).toBeHidden();
    await expect(page.locator('.stage-still')).toContainText(NOTE);
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('a mark in the picture leads to its entry', async ({page}) => {
    await page.goto('./');
    await page.locator('.plot-wide [data-id="fbi-names-north-korea"]').click();
    expect(new URL(page.url()).hash).toBe('#fbi-names-north-korea');
    await expect(page.locator('#fbi-names-north-korea h3')).toBeInViewport();
  });
});

test.describe('where the scripts are blocked', () => {
  test.use({expectedComplaints: [/Failed to load resource/]});

  test('the same note appears, at once or as soon as the page knows', async ({page}) => {
    await page.route(/\.js(\?|$)/, (route) => route.abort());
    await page.goto('./');
    await expect(page.locator('.stage-still')).toBeVisible();
    await expect(page.locator('.stage-still')).toContainText(NOTE);
  });

  test('the same note appears where only the timeline’s script is missing', async ({page}) => {
    await page.route(/_astro\/.*\.js(\?|$)/, (route) => route.abort());
    await page.goto('./');
    await expect(page.locator('.stage-still')).toBeVisible({timeout: 15_000});
    await expect(page.locator('.stage-bar')).toBeHidden();
  });
});

test('nothing in the picture jumps when the script wakes', async ({page, browser, baseURL}) => {
  const still = await browser.newContext({javaScriptEnabled: false, viewport: {width: 1440, height: 900}});
  const stillPage = await still.newPage();
  await stillPage.goto(baseURL!);
  const before = await wordsInPlot(stillPage);
  await still.close();
  await openStage(page);
  const after = await wordsInPlot(page);
  expect(before.length).toBeGreaterThanOrEqual(15);
  expect(after.map(({id, text}) => `${id} ${text}`)).toEqual(before.map(({id, text}) => `${id} ${text}`));
  for (const [i, {id, x, y}] of before.entries()) {
    expect.soft(Math.abs(after[i]!.x - x), id).toBeLessThanOrEqual(1.5);
    expect.soft(Math.abs(after[i]!.y - y), id).toBeLessThanOrEqual(1);
  }
  expect((await timelineOn(page)).events).toHaveLength(87);
});
