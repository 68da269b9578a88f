import type {Page} from '@playwright/test';
import {expect, test, writtenEvents} from './site.ts';

const EVENTS = writtenEvents();

function idsOf(page: Page): Promise<(string | null)[]> {
  return page.locator('tbody tr[data-id]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id')));
}

test('the table has a row for every event, each with its title, its page and its sources', async ({page}) => {
  await page.goto('table/');
  expect([...(await idsOf(page))].sort()).toEqual(EVENTS.map(({id}) => id).sort());
  for (const {id, title, sources} of EVENTS) {
    const row = page.locator(`tr[data-id="${id}"]`);
    const link = row.getByRole('rowheader').getByRole('link');
    expect(await link.getAttribute('href'), id).toMatch(new RegExp(`/events/${id}/$`));
    expect((await link.innerText()).length, title).toBeGreaterThan(0);
    await expect(row.locator('.table-sources a'), id).toHaveCount(new Set(sources).size);
  }
});

test('headings sort both ways and say so', async ({page}) => {
  await page.goto('table/');
  const written = await idsOf(page);
  const table = page.getByRole('table', {name: /^Events/});
  const heading = (name: string) => table.getByRole('columnheader', {name});
  await expect(heading('Day')).toHaveAttribute('aria-sort', 'ascending');

  await heading('Day').getByRole('button').click();
  await expect(heading('Day')).toHaveAttribute('aria-sort', 'descending');
  expect(await idsOf(page)).toEqual([...written].reverse());

  await heading('Event').getByRole('button').press('Enter');
  await expect(heading('Event')).toHaveAttribute('aria-sort', 'ascending');
  await expect(table.locator('[aria-sort]')).toHaveCount(1);
  const titles = await table.locator('tbody th').allInnerTexts();
  expect(titles).toEqual([...titles].sort(new Intl.Collator('en', {numeric: true}).compare));

  await heading('Day').getByRole('button').click();
  expect(await idsOf(page)).toEqual(written);
});

test('counts sort by their value, not by their words', async ({page}) => {
  await page.goto('table/');
  const table = page.getByRole('table', {name: /^Measures/});
  await table.getByRole('columnheader', {name: 'Count'}).getByRole('button').click();
  const values = await table
    .locator('tbody td:nth-child(2)')
    .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset['sort'])));
  expect(values.length).toBeGreaterThan(1);
  expect(values).toEqual([...values].sort((a, b) => a - b));
});

test('every count says how exact it is, when it was true, when it was public, and who says so', async ({page}) => {
  await page.goto('table/');
  const rows = page.getByRole('table', {name: /^Measures/}).locator('tbody tr');
  await expect(rows.filter({hasText: 'over 2 million'})).toHaveCount(1);
  for (const row of await rows.all()) {
    for (const cell of await row.locator('td:nth-child(3), td:nth-child(4)').allInnerTexts()) expect(cell).toMatch(/\d{4}/);
    await expect(row.locator('.table-sources a')).toHaveCount(1);
  }
});

test('the page never scrolls sideways; the table does, in a region that takes focus', async ({page}) => {
  await page.setViewportSize({width: 320, height: 640});
  await page.goto('table/');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  const region = page.getByRole('region', {name: /^Events/});
  await region.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});
  test('the table is in the order of time, with no button that does nothing', async ({page}) => {
    await page.goto('table/');
    await expect(page.locator('tbody tr[data-id]')).toHaveCount(EVENTS.length);
    await expect(page.locator('main button')).toHaveCount(0);
  });
});
