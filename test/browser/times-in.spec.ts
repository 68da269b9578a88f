import type {Page} from '@playwright/test';
import {axeViolations, expect, test} from './site.ts';

const HOUR = '#online-release-live .entry-date';
const OTHER_HOUR = '#itunes-adds-film .entry-date';

/** What an element says, its fixed spaces as spaces. */
async function wordsOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).innerText()).replaceAll('\u00A0', ' ');
}

/** Opens the home page and waits until all of its words are laid out, without which a page does not say them. */
async function openStory(page: Page): Promise<void> {
  await page.goto('./');
  await page.locator('html[data-script]:not([data-arriving])').waitFor();
}

function dayDates(page: Page): Promise<string[]> {
  return page.locator('.entry-date:not(:has(time)), .note-date:not(:has(time))').allInnerTexts();
}

test('an hour is given in the zone that its reader chooses, with its day and the zone’s name; days never shift', async ({page}) => {
  await openStory(page);
  const days = await dayDates(page);
  expect(days.length).toBeGreaterThan(80);
  await expect.poll(() => wordsOf(page, HOUR)).toBe('Wed 24 Dec 2014, 10:00 PT');

  const choice = page.locator('#online-release-live').getByLabel('Times in');
  for (const [zone, words] of [
    ['Korean time', 'Thu 25 Dec 2014, 03:00 Korean time'],
    ['Japanese time', 'Thu 25 Dec 2014, 03:00 Japanese time'],
    ['UTC', 'Wed 24 Dec 2014, 18:00 UTC'],
    ['Pacific time', 'Wed 24 Dec 2014, 10:00 PT'],
    ['Korean time', 'Thu 25 Dec 2014, 03:00 Korean time'],
  ] as const) {
    await choice.selectOption({label: zone});
    await expect.poll(() => wordsOf(page, HOUR)).toBe(words);
  }
  await expect.poll(() => wordsOf(page, OTHER_HOUR)).toBe('Mon 29 Dec 2014, 03:00 Korean time');
  await expect(page.locator('#itunes-adds-film').getByLabel('Times in')).toHaveValue('Asia/Seoul');
  expect(await dayDates(page)).toEqual(days);
});

test('the choice follows the reader to an event’s page, to the table and back, and is gone in a new window', async ({page, context}) => {
  await page.goto('./');
  await page.locator('#online-release-live').getByLabel('Times in').selectOption({label: 'Korean time'});
  await page.locator('#online-release-live h3 a').click();
  await expect.poll(() => wordsOf(page, '.event-date')).toBe('Thursday 25 December 2014, 03:00 Korean time');

  await page.goto('table/');
  const row = 'tr[data-id="online-release-live"] td:nth-child(2)';
  await expect.poll(() => wordsOf(page, row)).toBe('Thu 25 Dec 2014, 03:00 Korean time');
  await page.getByLabel('Times in').selectOption({label: 'UTC'});
  await expect.poll(() => wordsOf(page, row)).toBe('Wed 24 Dec 2014, 18:00 UTC');
  await page.goBack();
  await expect(page.locator('.event-date')).toContainText('18:00');

  const other = await context.newPage();
  await openStory(other);
  await expect.poll(() => wordsOf(other, HOUR)).toBe('Wed 24 Dec 2014, 10:00 PT');
});

test('the stage keeps to the story’s clock and says whose it is', async ({page}) => {
  await page.goto('./?from=2014-12-24T00:00&to=2014-12-26T00:00#online-release-live');
  await page.locator('html[data-script="ready"]').waitFor();
  await page.locator('#online-release-live').getByLabel('Times in').selectOption({label: 'Korean time'});
  const picture = page.locator('.plot-wide');
  await expect(picture.locator('.flag text')).toHaveText('Wed 24 Dec, 10am PT');
  await expect(picture.locator('text.group').first()).toHaveText('December 2014, times in PT');
});

test('axe finds nothing wrong with the choice', async ({page}) => {
  await page.goto('events/online-release-live/');
  await expect(page.getByLabel('Times in')).toBeEnabled();
  expect(await axeViolations(page)).toEqual([]);
});

test.describe('on the Chatham Islands', () => {
  test.use({timezoneId: 'Pacific/Chatham'});

  test('readers can see an hour in their own time', async ({page}) => {
    await page.goto('events/online-release-live/');
    await expect.poll(() => wordsOf(page, '.event-date')).toBe('Wednesday 24 December 2014, 10:00 PT');
    await page.getByLabel('Times in').selectOption({label: 'Your own time, Chatham'});
    await expect.poll(() => wordsOf(page, '.event-date')).toBe('Thursday 25 December 2014, 07:45 your own time');
  });
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('hours are given in the story’s zone, by name, and no choice is offered', async ({page}) => {
    await page.goto('events/online-release-live/');
    await expect.poll(() => wordsOf(page, '.event-date')).toBe('Wednesday 24 December 2014, 10:00 PT');
    await expect(page.getByLabel('Times in')).toBeHidden();
  });
});
