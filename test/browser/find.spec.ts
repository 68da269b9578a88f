import type { Page } from '@playwright/test';
import { expect, test, writtenEvents } from './site.ts';
import { openStage, timelineOn } from './stage-page.ts';

test.describe.configure({ timeout: 120_000 });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

const EVENTS = writtenEvents().filter(({ weight }) => weight !== 'context');
const EVENT = EVENTS[0]!;

async function find(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Search events' }).click();
  await page.getByRole('searchbox', { name: 'Search the events' }).fill(words);
}

function count(page: Page): Promise<number> {
  return page.locator('[data-find="count"]').innerText().then(Number);
}

const results = (page: Page) => page.getByRole('list', { name: 'Events found' }).getByRole('listitem');

test('typing a title finds its event, marks its words and leaves the rest as ghosts', async ({ page }) => {
  await openStage(page);
  await find(page, EVENT.title);
  await expect(results(page).getByRole('link', { name: EVENT.title })).toHaveCount(1);
  await expect(results(page).first().locator('mark').first()).toBeVisible();
  const found = await count(page);
  expect(found).toBeLessThan(EVENTS.length);
  expect(await results(page).count()).toBe(found);
  await expect(page.locator('.plot-picture:visible .ghost')).toHaveCount(EVENTS.length - found);
  await expect(page.locator(`.plot-picture:visible a[data-id="${EVENT.id}"] .words`)).toHaveCount(1);
  await expect(page.getByRole('status')).toHaveText(`${found} of ${EVENTS.length} events match.`);
  await expect(page.locator('.stage .rail-count')).toHaveText(`${found} of ${EVENTS.length} events match`);
});

test('Escape puts the feed back where it was and gives focus back', async ({ page }) => {
  await openStage(page);
  await page.locator(`#${EVENTS[20]!.id}`).evaluate((entry) => entry.scrollIntoView());
  const beforePx = await page.evaluate(() => scrollY);
  await find(page, EVENT.title);
  await expect(page.locator('.chapter').first()).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.locator('.find')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Search events' })).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(beforePx);
  await expect(page.locator('.ghost')).toHaveCount(0);
  expect(new URL(page.url()).searchParams.get('q')).toBeNull();
});

test('what is asked stands in the address, and a reload and Back restore it', async ({ page }) => {
  await openStage(page);
  await find(page, 'film');
  const lane = page.getByRole('group', { name: 'Lane' }).getByRole('checkbox').first();
  await lane.check();
  const words = new URL(page.url()).searchParams;
  expect(words.get('q')).toBe('film');
  expect(words.get('lanes')).toBe(await lane.getAttribute('value'));
  const found = await count(page);
  await page.reload();
  await expect(page.locator('[data-find="count"]')).toHaveText(String(found));
  await expect(page.getByRole('searchbox')).toHaveValue('film');
  await expect(lane).toBeChecked();
  await lane.uncheck();
  await page.goBack();
  await expect(lane).toBeChecked();
  await expect(page.locator('[data-find="count"]')).toHaveText(String(found));
});

test('an address that asks for lanes that are not there opens the story as it is', async ({ page }) => {
  await openStage(page, './?lanes=nowhere&certainty=perhaps');
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.find')).toBeHidden();
  await expect(page.locator('.chapter').first()).toBeVisible();
});

test('each count says what choosing its option would show', async ({ page }) => {
  await openStage(page);
  await page.getByRole('button', { name: 'Filter events' }).click();
  const boxes = page.locator('.find').getByRole('checkbox');
  await expect(boxes.first()).toBeFocused();
  for (const box of await boxes.all()) {
    const promised = Number(await box.locator('xpath=..').locator('.facet-count').innerText());
    await box.check();
    expect(await count(page), (await box.getAttribute('value'))!).toBe(promised);
    await box.uncheck();
  }
});

test('a lane’s name shows that lane alone, and again shows all', async ({ page }) => {
  await openStage(page);
  const timeline = await timelineOn(page);
  const name = page.locator('.rail-solo').first();
  await name.click();
  await expect(name).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-find="count"]')).toHaveText(String(timeline.events.filter(({ lane }) => lane === 0).length));
  await name.click();
  await expect(page.locator('.find')).toBeHidden();
  await expect(name).toHaveAttribute('aria-pressed', 'false');
});

test('where nothing is found, every way out leads to as many events as it says', async ({ page }) => {
  await openStage(page, './?q=zzzzzz&weight=landmark');
  await expect(page.locator('.no-match-words')).toHaveText('No event under “Landmark” mentions “zzzzzz”.');
  const ways = page.locator('.ways-out li');
  const all = await ways.count();
  expect(all).toBeGreaterThan(1);
  for (let i = 0; i < all; i++) {
    await page.goto('./?q=zzzzzz&weight=landmark');
    const promised = Number.parseInt(await ways.nth(i).locator('span').innerText(), 10);
    expect(promised).toBeGreaterThan(0);
    await ways.nth(i).getByRole('button').click();
    await expect(page.locator('[data-find="count"]')).toHaveText(String(promised));
  }
});

test('in Known then only what was known is found and counted', async ({ page }) => {
  await openStage(page, './?known=2014-12-18&weight=turning-point,landmark,standard,detail');
  const timeline = await timelineOn(page);
  const known = timeline.events.filter(({ knownMs }) => knownMs <= Date.UTC(2014, 11, 18));
  await expect(page.locator('[data-find="count"]')).toHaveText(String(known.length));
  await expect(page.locator('[data-find="count-words"]')).toHaveText(`events match of ${known.length} known on Thu 18 Dec 2014`);
  const later = timeline.events.find(({ knownMs }) => knownMs > Date.UTC(2014, 11, 18))!;
  await page.goto(`./?known=2014-12-18&q=${encodeURIComponent(later.title)}`);
  await expect(page.locator('.no-match-words')).toBeVisible();
  await page.getByRole('button', { name: 'Look in what is known now' }).click();
  await expect(results(page).getByRole('link', { name: later.title })).toHaveCount(1);
});

test('a result leads to its entry, and Back to the results', async ({ page }) => {
  await openStage(page);
  await find(page, EVENT.title);
  await results(page).getByRole('link', { name: EVENT.title }).click();
  await expect(page.locator(`#${EVENT.id} h3`)).toBeFocused();
  await expect(page.locator(`#${EVENT.id} h3`)).toBeInViewport();
  await expect(page.locator('.find')).toBeHidden();
  expect(new URL(page.url()).hash).toBe(`#${EVENT.id}`);
  await page.goBack();
  await expect(results(page).getByRole('link', { name: EVENT.title })).toHaveCount(1);
});

test('the slash opens the search from the stage, and arrows visit the matches only', async ({ page }) => {
  await openStage(page);
  await page.locator('.plot-picture:visible a[tabindex="0"]').focus();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('film');
  await expect(page.locator('.ghost').first()).toBeAttached();
  const found = await count(page);
  await page.locator('.plot-picture:visible a[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  const visited = new Set<string>();
  const focusedId = () => page.evaluate(() => document.activeElement!.getAttribute('data-id') ?? document.activeElement!.getAttribute('data-members'));
  for (let press = 0; press < found; press++) {
    for (const id of (await focusedId())!.split(' ')) visited.add(id);
    await page.keyboard.press('ArrowRight');
  }
  expect(visited.size).toBe(found);
});

test('a first visit does not load the search', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => { if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname); });
  await openStage(page);
  await page.waitForLoadState('networkidle');
  const before = scripts.length;
  await find(page, 'film');
  await expect(results(page).first()).toBeVisible();
  expect(scripts.slice(before).some((path) => /find/.test(path))).toBe(true);
  expect(scripts.slice(0, before).some((path) => /find/.test(path))).toBe(false);
});

test('on a phone the filters fold away behind a button, and stay as chips of 44 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openStage(page);
  await find(page, 'film');
  const sheet = page.getByRole('group', { name: 'Lane' });
  await expect(sheet).toBeHidden();
  await page.getByRole('button', { name: 'Filters' }).click();
  await sheet.getByRole('checkbox').last().check();
  const wanted = await count(page);
  await page.getByRole('button', { name: 'Filters' }).click();
  await expect(sheet).toBeHidden();
  const chip = page.getByRole('button', { name: 'remove this filter' });
  expect((await chip.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  expect(wanted).toBe(await count(page));
  await chip.click();
  await expect(chip).toHaveCount(0);
  expect(await count(page)).toBeGreaterThanOrEqual(wanted);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no button to find with, and no lane to press', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('.finds')).toBeHidden();
    await expect(page.locator('.find')).toBeHidden();
    for (const name of await page.locator('.rail-solo').all()) await expect(name).toBeDisabled();
  });
});

test('Enter in the search goes to the first event found', async ({ page }) => {
  await openStage(page);
  await find(page, 'film');
  await page.keyboard.press('Enter');
  await expect(results(page).first().getByRole('link')).toBeFocused();
});
