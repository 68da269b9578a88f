/** The pages of days: complete without a script, and with one the stage opened on that day. Said of any story. */
import {readdirSync} from 'node:fs';
import {axeViolations, expect, test} from './site.ts';
import {openStage, settled, timelineOn} from './stage-page.ts';

const DAYS = readdirSync('dist/then').sort();
const MIDDLE = DAYS[Math.floor(DAYS.length / 2)]!;
const STAGE = 'zoomable-timeline';

test.describe('without a script', () => {
  test.describe.configure({timeout: 180_000});
  test.use({javaScriptEnabled: false});

  test('every day says how much was public, in words that add up with the day before', async ({page}) => {
    let before = 0;
    for (const day of DAYS) {
      await page.goto(`./then/${day}/`);
      const [known, all] = [await page.locator('.then-count b').innerText(), await page.locator('.then-count').innerText()];
      expect(all).toMatch(/of \d+ events? public$/);
      const isNew = await page.locator('.then-entry').count();
      expect(Number(known), day).toBe(before + isNew);
      expect(await page.locator('#before ~ ul .then-row').count(), day).toBe(before);
      before = Number(known);
      await expect(page.locator('h1')).toHaveCount(1);
    }
  });

  test('the picture names nothing that was not public', async ({page}) => {
    await page.goto(`./then/${MIDDLE}/`);
    const later = await page.locator('.then-secret .then-row-title').allInnerTexts();
    const names = await page.locator('.plot-wide a').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label') ?? ''));
    expect(names.filter((name) => later.some((title) => name.includes(title)))).toEqual([]);
  });

  test('each day leads to the next', async ({page}) => {
    await page.goto(`./then/${DAYS[0]}/`);
    for (const next of DAYS.slice(1, 4)) {
      await page.locator('.before-after .after').click();
      expect(new URL(page.url()).pathname.endsWith(`/then/${next}/`)).toBe(true);
    }
  });
});

test('the stage opens on the day, and the address stays the day’s', async ({page}) => {
  await openStage(page, `./then/${MIDDLE}/`);
  await expect(page.getByRole('button', {name: 'Known then'}).first()).toHaveAttribute('aria-pressed', 'true');
  const known = Number(await page.locator('.then-count b').innerText());
  const {events} = await timelineOn(page);
  await expect(page.locator('[data-part="count"]')).toHaveText(`${known} of ${events.length} known on the line`);
  expect(new URL(page.url()).search).toBe('');
});

test('Known now is a place of its own on the page of a day, and Back leads to the day', async ({page}) => {
  await openStage(page, `./then/${MIDDLE}/`);
  await page.locator(STAGE).getByRole('button', {name: 'Known now'}).first().click();
  await settled(page);
  expect(new URL(page.url()).search).toBe('?known=now');
  await page.reload();
  await expect(page.locator(STAGE).getByRole('button', {name: 'Known now'}).first()).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(page.locator(STAGE).getByRole('button', {name: 'Known then'}).first()).toHaveAttribute('aria-pressed', 'true');
});

test('a mark leads to its entry as known on the day', async ({page}) => {
  await openStage(page, `./then/${MIDDLE}/`);
  const href = await page.locator(`${STAGE} a.mark.is-known`).first().getAttribute('href');
  expect(href).toContain(`?known=${MIDDLE}#`);
});

for (const day of [DAYS[0]!, MIDDLE, DAYS.at(-1)!])
  test(`axe finds nothing to object to on ${day === MIDDLE ? 'a day' : 'the first and last'} (${day})`, async ({page}) => {
    await openStage(page, `./then/${day}/`);
    expect(await axeViolations(page)).toEqual([]);
  });
