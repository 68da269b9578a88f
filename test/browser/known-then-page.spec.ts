/** Known then over the whole page: what replaces something that is not public yet, and how a reader gets to it. */
import {expect, test} from './site.ts';
import {openStage, settled} from './stage-page.ts';

test.describe.configure({timeout: 180_000});

test('a chapter that has not begun has no title until it is asked for, and gets it back in Known now', async ({page}) => {
  await openStage(page, './?known=2014-12-18');
  const head = page.locator('#count .chapter-head');
  await expect(head.locator('h2')).toHaveText('Not yet known');
  await expect(head).toContainText('Nothing of this chapter is public on Thu 18 Dec 2014.');
  await expect(head.locator('.chapter-lede')).toBeHidden();
  await expect(page.locator('.chapter-nav a[href="#chapter_5"]')).toHaveText(/^5\s*Not yet known$/);
  await head.getByRole('button', {name: 'Show its title and introduction'}).click();
  await expect(head.locator('h2')).toHaveText('The count');
  await expect(head.locator('h2')).toBeFocused();
  await expect(head.locator('.chapter-lede')).toBeVisible();
  const pulled = page.locator('#pulled .chapter-head');
  await expect(pulled.locator('h2')).toHaveText('Pulled');
  await expect(pulled).toContainText('looks beyond Thu 18 Dec 2014');
  await page.getByRole('button', {name: 'Known now'}).last().click();
  await settled(page);
  await expect(pulled.locator('.chapter-lede')).toBeVisible();
  await expect(page.locator('.chapter-nav a[href="#count"]')).toHaveText(/^5\s*The count$/);
  await expect(page.locator('.fold-line')).toHaveCount(0);
});

test('the deck makes way for the day, and nothing below it moves', async ({page}) => {
  await openStage(page);
  const stageTop = () => page.locator('zoomable-timeline').evaluate((stage) => stage.getBoundingClientRect().top + scrollY);
  const before = await stageTop();
  await page.getByRole('button', {name: 'Known then'}).last().click();
  await settled(page);
  await expect(page.locator('[data-part="deck-then"]')).toContainText('as the public knew it on Thursday 18 December 2014');
  await expect(page.locator('[data-part="deck"]')).toBeHidden();
  expect(await stageTop()).toBe(before);
});

test('the headline is as high in Known then as in Known now, at every width', async ({page}) => {
  const heights = async () => {
    const found: number[] = [];
    for (const width of [1440, 1000, 390]) {
      await page.setViewportSize({width, height: 900});
      await settled(page);
      found.push(await page.locator('.headline').evaluate((headline) => headline.getBoundingClientRect().height));
    }
    return found;
  };
  await openStage(page, './?known=2014-12-18');
  const then = await heights();
  await page.setViewportSize({width: 1440, height: 900});
  await openStage(page);
  expect(then).toEqual(await heights());
});
