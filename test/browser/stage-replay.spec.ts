/** Replay, on a clock that the test turns: its pace, its pauses, its words and its ends. */
import type {Page} from '@playwright/test';
import {expect, test} from './site.ts';
import {openStage} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

const date = (page: Page) => page.locator('[data-part="date"]');
const status = (page: Page) => page.locator('[data-part="status"]');

/** Opens the stage on a day and takes over its clock. */
async function openOn(page: Page, day: string): Promise<void> {
  await openStage(page, `./?known=${day}`);
  const nowMs = await page.evaluate(() => Date.now());
  await page.clock.install({time: nowMs});
  await page.clock.pauseAt(nowMs + 10_000);
}

/** Lets time pass in steps short enough for every frame between them to be drawn. */
async function pass(page: Page, ms: number): Promise<void> {
  const STEP_MS = 40;
  for (let passed = 0; passed < ms; passed += STEP_MS) await page.clock.runFor(Math.min(STEP_MS, ms - passed));
}

test('a day with news takes longer than one without, and a landmark is given time to be read', async ({page}) => {
  await openOn(page, '2014-12-09');
  await page.getByRole('button', {name: 'Play'}).click();
  // Six empty days of 120 ms, and the 15th, when staff go to court, of 600.
  await pass(page, 1500);
  await expect(date(page)).toHaveText('Tue 16 Dec 2014');
  await expect(status(page)).toHaveText('Day 23. Hackers threaten cinemas.');
  await pass(page, 1200);
  await expect(date(page), 'it waits 1.6 s on a landmark').toHaveText('Tue 16 Dec 2014');
  await pass(page, 800);
  await expect(date(page)).toHaveText('Wed 17 Dec 2014');
});

test('nothing of tomorrow shows while the playhead is on its way there', async ({page}) => {
  await openOn(page, '2014-12-18');
  await page.getByRole('button', {name: 'Play'}).click();
  const fbi = page.locator('.plot-wide [data-id="fbi-names-north-korea"]');
  // From noon to midnight is half of a day's 600 ms.
  await pass(page, 240);
  await expect(date(page)).toHaveText('Thu 18 Dec 2014');
  await expect(fbi).toHaveAttribute('aria-label', /^Not yet known/);
  await pass(page, 160);
  await expect(date(page)).toHaveText('Fri 19 Dec 2014');
  await expect(fbi).toHaveAttribute('aria-label', /North Korea/);
});

test('it stops at once when asked, on the day it had come to, and goes on from there', async ({page}) => {
  await openOn(page, '2014-12-18');
  await page.getByRole('button', {name: 'Play'}).click();
  await pass(page, 900);
  await page.getByRole('button', {name: 'Pause'}).click();
  const shown = await date(page).textContent();
  await pass(page, 3000);
  await expect(date(page)).toHaveText(shown!);
  await expect(page.getByRole('button', {name: 'Play'})).toBeVisible();
  await page.getByRole('button', {name: 'Play'}).click();
  await pass(page, 4000);
  await expect(date(page)).not.toHaveText(shown!);
});

test('it ends on the last day on which the public learned something', async ({page}) => {
  await openOn(page, '2015-01-30');
  await page.getByRole('button', {name: 'Play'}).click();
  await pass(page, 6000);
  await expect(date(page)).toHaveText('Wed 4 Feb 2015');
  await expect(page.getByRole('button', {name: 'Play'})).toBeVisible();
});

test.describe('where readers ask for stillness', () => {
  test.use({reducedMotion: 'reduce'});

  test('it goes from one day with news to the next, every three seconds, and nothing moves between', async ({page}) => {
    await openOn(page, '2014-12-08');
    await page.getByRole('button', {name: 'Play'}).click();
    await pass(page, 2800);
    await expect(date(page)).toHaveText('Mon 8 Dec 2014');
    const heads = await page.locator('.plot-wide .playhead line').evaluateAll((lines) => lines.map((line) => line.getAttribute('x1')));
    await pass(page, 160);
    expect(await page.locator('.plot-wide .playhead line').evaluateAll((lines) => lines.map((line) => line.getAttribute('x1')))).toEqual(
      heads,
    );
    await pass(page, 200);
    const next = await date(page).textContent();
    expect(next).not.toBe('Mon 8 Dec 2014');
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await pass(page, 2700);
    await expect(date(page)).toHaveText(next!);
  });
});
