/** What the page says aloud: one status, one message for one action, a range and a count. */
import type {Page} from '@playwright/test';
import {expect, test} from './site.ts';
import {emptyPlace, openStage, settled, timelineOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});
test.beforeEach(({page}) => page.emulateMedia({reducedMotion: 'reduce'}));

/** Collects what the status says from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, {said});
    const status = document.querySelector('[role="status"]')!;
    new MutationObserver(() => said.push(status.textContent)).observe(status, {childList: true, characterData: true, subtree: true});
  });
  return () => page.evaluate(() => (globalThis as unknown as {said: string[]}).said.splice(0));
}

const RANGE = /^\w{3} \d+ \w{3} \d{4} to \w{3} \d+ \w{3} \d{4}: \d+ events?(, sources disagree on \d+)?\.$/;

test('QUALITY 19: one status says what came into view, once for one action, and never an entry’s text', async ({page}) => {
  await openStage(page);
  await expect(page.getByRole('status')).toHaveCount(1);
  await expect(page.getByRole('status')).toHaveText('');
  const {events} = await timelineOn(page);
  const said = await listen(page);
  const once = async (what: string, act: () => Promise<unknown>, pattern: RegExp) => {
    await act();
    let words: string[] = [];
    await expect.poll(async () => (words = [...words, ...(await said())]).length, what).toBeGreaterThan(0);
    await page.waitForTimeout(700); // Longer than a message waits for the reader's hand to rest.
    words = [...words, ...(await said())];
    expect(words, what).toHaveLength(1);
    expect(words[0], what).toMatch(pattern);
  };
  const place = await emptyPlace(page, 0.5);
  await once('zoom', () => page.getByRole('button', {name: 'Zoom in'}).click(), RANGE);
  await once('level', () => page.getByRole('button', {name: 'Weeks'}).click(), RANGE);
  await page.mouse.move(place.x, place.y);
  await once('wheel', () => page.mouse.wheel(120, 0), RANGE);
  await once(
    'drag',
    async () => {
      await page.mouse.down();
      await page.mouse.move(place.x - 90, place.y, {steps: 2});
      await page.mouse.up();
    },
    RANGE,
  );
  await once(
    'overview',
    async () => {
      await page.getByRole('slider', {name: 'First day shown'}).focus();
      await page.keyboard.press('PageUp');
    },
    RANGE,
  );
  await once('all', () => page.getByRole('button', {name: 'Show all'}).click(), RANGE);
  await expect(page.getByRole('status')).toContainText(`: ${events.length} events`);
  await once('next', () => page.getByRole('button', {name: 'Previous event'}).click(), /\. .*\d{4}.*\.$/);
  await once(
    'known then',
    () => page.getByRole('button', {name: 'Known then'}).last().click(),
    /^\w{3} \d+ \w{3} \d{4}: \d+ of \d+ events on the line known\.$/,
  );
  await once('known now', () => page.getByRole('button', {name: 'Known now'}).last().click(), /^All \d+ events on the line shown\.$/);
  await once('find', () => page.getByRole('button', {name: 'Search events'}).click(), /^\d+ events, \d+ of them on the line\.$/);
  await once('search', () => page.getByRole('searchbox').fill('film'), /^\d+ of \d+ events match(, \d+ of them on the line)?\.$/);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(700);
  await said();
  // Reading on moves the window of the stage, and says nothing: the reader is reading.
  await page
    .locator('.chapter')
    .nth(2)
    .evaluate((chapter) => chapter.scrollIntoView({behavior: 'instant'}));
  await settled(page);
  await page.waitForTimeout(700);
  expect(await said()).toEqual([]);
  const bodies = await page.locator('.entry .prose').evaluateAll((all) => all.map((prose) => prose.textContent.trim()));
  expect(bodies).not.toContain(await page.getByRole('status').innerText());
});
