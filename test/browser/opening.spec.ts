/** The first view: what a stranger is shown and asked, what the buttons say before they are pressed, and what a press does. */
import type {Page} from '@playwright/test';
import {expect, test} from './site.ts';
import {axisMs, openStage, settled, timelineOn, viewOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

const question = (page: Page) => page.locator('.opening-question');
const knownThen = (page: Page) => page.locator('.opening [data-opening="known-then"]');

test('it says what, where and when, and opens on the seven days with a clean address', async ({page}) => {
  await openStage(page);
  await expect(page.locator('.masthead-name')).toHaveText('The Sony hack, 2014');
  await expect(page.locator('.headline-deck').first()).toContainText('Sony Pictures was hacked.');
  await expect(page.locator('.headline-facts')).toHaveText(
    /^\d+ events and \d+ background notes from \d+ sources\. Updated \d+ \w+ \d{4}\.$/,
  );
  await expect(question(page)).toHaveText('What did the public know on 18 December?');
  const {opening} = await timelineOn(page);
  expect(opening.view).toEqual({fromMs: axisMs('2014-12-14'), toMs: axisMs('2014-12-27')});
  const seen = await viewOn(page);
  expect(Math.abs(seen.fromMs - opening.view.fromMs)).toBeLessThan(60_000);
  expect(Math.abs(seen.toMs - opening.view.toMs)).toBeLessThan(60_000);
  await expect(page.locator('[data-part="date"]')).toHaveText('Wed 17 Dec 2014');
  await expect(page.locator('.plot-wide .bracket')).toHaveText('Seven days: cancelled to released');
  expect(new URL(page.url()).search).toBe('');
});

test('an address with a window still wins, and Show all shows the whole', async ({page}) => {
  await openStage(page, './?from=2014-12-20&to=2014-12-22');
  expect(Math.abs((await viewOn(page)).fromMs - axisMs('2014-12-20'))).toBeLessThan(60_000);
  await page.getByRole('button', {name: 'Show all', exact: true}).click();
  await settled(page);
  expect(await viewOn(page)).toEqual((await timelineOn(page)).extent);
});

test('both clocks say what they show before they are pressed; the first press answers the question', async ({page}) => {
  await openStage(page);
  await expect(page.getByRole('button', {name: 'Known now Everything, as we know it today'})).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', {name: 'Known then Only what was public on the day'}).click();
  await settled(page);
  await expect(question(page)).toHaveText(/^18 December: \d+ of 87 events were public\.$/);
  await expect(page.locator('[data-part="deck-then"]')).toHaveText(
    'The story as the public knew it on Thursday 18 December 2014. What came out later is drawn empty.',
  );
  expect(new URL(page.url()).search).toBe('?known=2014-12-18');
  await page.getByRole('button', {name: 'Known now Everything, as we know it today'}).click();
  await settled(page);
  await expect(question(page)).toHaveText('What did the public know on 18 December?');
  await expect(page.locator('[data-part="deck"]')).toBeVisible();
});

test('the question is a link to the page of its day, which the timeline answers in place', async ({page}) => {
  await openStage(page);
  const link = question(page).locator('a');
  await expect(link).toHaveAttribute('href', /\/then\/2014-12-18\/$/);
  await link.click();
  await expect(question(page)).toHaveText(/^18 December: \d+ of 87 events were public\.$/);
  expect(new URL(page.url()).pathname).not.toContain('/then/');
  // Once it is answered, it leads to all that the day's page says.
  await link.click();
  await expect(page).toHaveURL(/\/then\/2014-12-18\/$/);
});

test('after the first answer the question is about the day that the reader has reached', async ({page}) => {
  await openStage(page, './?known=2014-12-22');
  await expect(question(page)).toHaveText(/^22 December: \d+ of 87 events were public\.$/);
  await page.locator('.opening [data-opening="known-now"]').click();
  await expect(question(page)).toHaveText('What did the public know on 22 December?');
  await knownThen(page).click();
  await settled(page);
  expect(new URL(page.url()).search).toBe('?known=2014-12-22');
});

test('the bar has a replay button and a toggle while the row is out of sight, and not before', async ({page}) => {
  await openStage(page);
  const inBar = page.locator('.stage-bar .play, .stage-bar .toggle');
  for (const part of await inBar.all()) await expect(part).toBeHidden();
  await page.evaluate(() => scrollTo({top: 600, behavior: 'instant'}));
  for (const part of await inBar.all()) await expect(part).toBeVisible();
  await page.evaluate(() => scrollTo({top: 0, behavior: 'instant'}));
  for (const part of await inBar.all()) await expect(part).toBeHidden();
});

test('where it is unknown what is in sight, the bar always has both', async ({page}) => {
  await page.addInitScript(() => {
    delete (window as Partial<typeof window>).IntersectionObserver;
  });
  await page.goto('./');
  await page.locator('html[data-script="ready"]').waitFor();
  await expect(page.locator('.stage-bar .play')).toBeVisible();
  await expect(page.locator('.stage-bar .toggle')).toBeVisible();
});

test('on a phone Known then is in sight, and below the story it says so and leads back', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844});
  await openStage(page);
  await expect(page.getByRole('button', {name: 'Known then Only what was public'})).toBeInViewport({ratio: 1});
  for (const name of ['Previous event', 'Next event', 'Filter events', 'Search events', 'Controls and keys']) {
    const box = (await page.getByRole('button', {name}).boundingBox())!;
    expect([box.width >= 44, box.height >= 44], name).toEqual([true, true]);
  }
  await knownThen(page).click();
  await settled(page);
  await page.evaluate(() => scrollTo({top: 1200, behavior: 'instant'}));
  const line = page.locator('.here-then');
  await expect(line).toBeInViewport({ratio: 1});
  await expect(line).toContainText('Known then');
  await line.getByRole('button', {name: 'Known now'}).click();
  await expect(line).toBeHidden();
});

test('a press before the script has loaded shows that it waits, and is carried out afterwards', async ({page}) => {
  let letGo = () => {};
  const gate = new Promise<void>((done) => (letGo = done));
  await page.route(/\/_astro\/.*\.js$/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto('./', {waitUntil: 'commit'});
  const replay = page.locator('.opening-replay');
  await expect(replay).toContainText('Getting ready');
  await expect(replay).toHaveAttribute('aria-disabled', 'true');
  await replay.click({force: true});
  await expect(replay).toContainText('Starts when ready');
  await knownThen(page).click({force: true});
  await expect(page.locator('.opening [data-pressed]')).toHaveCount(1);
  letGo();
  await expect(question(page)).toHaveText(/^18 December: \d+ of 87 events were public\.$/);
  await expect(replay).toContainText('40 seconds');
  await expect(replay).not.toHaveAttribute('aria-disabled');
});
