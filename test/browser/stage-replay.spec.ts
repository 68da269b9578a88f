/** The replay, on a clock that the test turns: its captions, its pace, its pauses, its ways out and its end. */
import type {Page} from '@playwright/test';
import {expect, test} from './site.ts';
import {openStage, settled, viewOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

const part = (page: Page, name: string) => page.locator(`[data-replay="${name}"]`);
const button = (page: Page, name: string) => page.getByRole('button', {name, exact: true});
const CAPTION_MS = 3200;
/** From midnight to noon. */
const HALF_DAY_MS = 700;

/** Opens the page, takes over its clock and begins the replay. */
async function begin(page: Page, address = './'): Promise<void> {
  await openStage(page, address);
  const nowMs = await page.evaluate(() => Date.now());
  await page.clock.install({time: nowMs});
  await page.clock.pauseAt(nowMs + 10_000);
  await page.getByRole('button', {name: 'Replay the seven days'}).first().click();
  await expect(page.locator('.replay')).toBeVisible();
}

/** Lets time pass in steps short enough for every frame between them to be drawn. */
async function pass(page: Page, ms: number): Promise<void> {
  const STEP_MS = 100;
  for (let passed = 0; passed < ms; passed += STEP_MS) await page.clock.runFor(Math.min(STEP_MS, ms - passed));
}

test('the button says what it shows and for how long, and leads to a band of captions above the stage', async ({page}) => {
  await openStage(page);
  await expect(page.locator('.opening-replay')).toHaveText(/Replay the seven days\s*40 seconds/);
  await begin(page);
  await expect(part(page, 'caption')).toHaveText('Sony cancels the release.');
  await expect(part(page, 'line')).toHaveText('The big cinema chains have dropped the film after a threat.');
  await expect(part(page, 'day')).toHaveText('Day 24');
  await expect(part(page, 'date')).toHaveText('Wednesday 17 December');
  await expect(part(page, 'time')).toHaveText('0:00 of 0:40');
  await expect(part(page, 'counter').nth(1)).toHaveText('0');
  await expect(part(page, 'counter').nth(2)).toHaveText('no figure yet');
  await expect(button(page, 'Pause')).toBeFocused();
  await expect(page.locator('#sony-cancels-christmas-release h3')).toBeInViewport();
  await expect(page.locator('.stage-bar')).toBeHidden();
  expect(await page.locator('.stage').evaluate((stage) => Math.round(stage.getBoundingClientRect().top))).toBe(0);
});

test('captions follow each other every 3.2 s, each is said once, and nothing of a later day shows', async ({page}) => {
  await begin(page);
  const fbi = page.locator('.plot-wide [data-id="fbi-names-north-korea"]');
  const status = page.locator('[data-part="status"]');
  await expect(status).toHaveText(/^Day 24, Wednesday 17 December\. Sony cancels the release\. \d+ of 87 events public\.$/);
  await pass(page, HALF_DAY_MS + CAPTION_MS + 100);
  await expect(part(page, 'caption')).toHaveText('An official points at North Korea.');
  await pass(page, CAPTION_MS + 2 * HALF_DAY_MS);
  await expect(part(page, 'caption')).toHaveText('Clooney asks Hollywood to stand firm.');
  await expect(fbi).toHaveAttribute('aria-label', /^Not yet known/);
  await expect(page.locator('[data-part="date"]')).toHaveText('Thu 18 Dec 2014');
  await pass(page, CAPTION_MS + 2 * HALF_DAY_MS);
  await expect(part(page, 'caption')).toHaveText('The FBI names North Korea.');
  await expect(fbi).toHaveAttribute('aria-label', /North Korea/);
  await expect(status).toHaveText(/^Day 26, Friday 19 December\. The FBI names North Korea\. \d+ of 87 events public\.$/);
});

for (const [name, stop] of [
  ['its button', (page: Page) => button(page, 'Pause').click()],
  ['a press anywhere', (page: Page) => page.mouse.click(700, 60)],
  ['a key', (page: Page) => page.keyboard.press('ArrowDown')],
  ['the wheel', (page: Page) => page.mouse.wheel(0, 40)],
  ['the space bar on its button', (page: Page) => page.keyboard.press('Space')],
] as const) {
  test(`${name} pauses it at once, and it goes on from there`, async ({page}) => {
    await begin(page);
    await page.mouse.move(700, 60);
    await pass(page, 5000);
    await stop(page);
    await expect(button(page, 'Play')).toBeVisible();
    const time = await part(page, 'time').textContent();
    await pass(page, 4000);
    await expect(part(page, 'time')).toHaveText(time!);
    await expect(part(page, 'caption')).toHaveText('An official points at North Korea.');
    await button(page, 'Play').click();
    await pass(page, 2500);
    await expect(part(page, 'time')).not.toHaveText(time!);
  });
}

for (const [name, leave] of [
  ['Leave the replay', (page: Page) => button(page, 'Leave the replay').click()],
  ['Escape', (page: Page) => page.keyboard.press('Escape')],
] as const) {
  test(`${name} gives back what was shown before`, async ({page}) => {
    await begin(page);
    await pass(page, 6000);
    await leave(page);
    await page.clock.resume();
    await settled(page);
    await expect(page.locator('.replay')).toHaveCount(0);
    await expect(page.locator('[data-part="date"]')).toHaveText('Wed 17 Dec 2014');
    await expect(page.locator('.opening [data-opening="known-now"]')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('.opening-replay')).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(new URL(page.url()).search).toBe('');
  });
}

test('it ends with what was not public yet, a link to the day, and a way into the story', async ({page, context}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await begin(page);
  await pass(page, 40_500);
  await expect(part(page, 'caption')).toHaveText('What was not public yet');
  const count = await page.locator('.replay-closing li').count();
  expect(count).toBeGreaterThan(0);
  await expect(part(page, 'line')).toHaveText(/^The film is out\. \w+ things? that had already happened (was|were) still unknown\.$/);
  await expect(page.locator('.replay-known').first()).toHaveText(/^Public \d+ \w+ 2015/);
  await expect(part(page, 'time')).toHaveText('0:40 of 0:40');
  await expect(page.locator('[data-part="date"]')).toHaveText('Wed 24 Dec 2014');
  await button(page, 'Copy link to this day').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/then\/2014-12-24\/$/);
  await button(page, 'Replay again').click();
  await expect(part(page, 'caption')).toHaveText('Sony cancels the release.');
  await expect(page.locator('.replay-closing')).toBeHidden();
  await pass(page, 40_500);
  await page.getByRole('link', {name: 'Read the story'}).click();
  await expect(page.locator('.replay')).toHaveCount(0);
  await expect(page.locator('.chapter-nav')).toBeVisible();
});

test('a mark that is pressed leads to its entry, out of the replay', async ({page}) => {
  await begin(page);
  await pass(page, 3000);
  await page.locator('.plot-wide [data-id="threat-against-theatres"] .glyph').click();
  await page.clock.resume();
  await settled(page);
  await expect(page.locator('.replay')).toHaveCount(0);
  await expect(page.locator('#threat-against-theatres h3')).toBeFocused();
});

test('on a phone the band, the bar and the stage are one below the other, without a sideways scroll', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844});
  await begin(page);
  await pass(page, 1000);
  const tops = await page
    .locator('.replay-band, .replay-bar, .stage-body')
    .evaluateAll((all) => all.map((element) => Math.round(element.getBoundingClientRect().top)));
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(tops[0]).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expect(button(page, 'Leave')).toBeVisible();
  await pass(page, 40_500);
  await expect(page.locator('.replay-closing li').first()).toBeVisible();
});

test.describe('where readers ask for stillness', () => {
  test.use({reducedMotion: 'reduce'});

  test('Escape on a replay begun at a mark gives back the window, the page’s place and the focus', async ({page}) => {
    await openStage(page);
    const before = await viewOn(page);
    await page.locator('.plot-wide a[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    const keyOfFocus = () => page.evaluate(() => document.activeElement!.getAttribute('data-key'));
    const mark = await keyOfFocus();
    await page.keyboard.press(' ');
    await expect(page.locator('.replay')).toBeVisible();
    for (let still = 0; still < 2; still++) await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.locator('.replay')).toHaveCount(0);
    await settled(page);
    // Longer than a page takes that is brought back to its place.
    await page.waitForTimeout(1000);
    expect(await viewOn(page)).toEqual(before);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await keyOfFocus()).toBe(mark);
    expect(new URL(page.url()).search).toBe('');
  });

  test('it is nine stills with Next and Back, and nothing moves by itself', async ({page}) => {
    await begin(page);
    await expect(part(page, 'time')).toHaveText('Still 1 of 9');
    await pass(page, 8000);
    await expect(part(page, 'time')).toHaveText('Still 1 of 9');
    await expect(button(page, 'Back')).toBeHidden();
    for (const caption of ['An official points at North Korea', 'Clooney asks Hollywood to stand firm', 'The FBI names North Korea'])
      await button(page, `Next: ${caption}`).click();
    await expect(part(page, 'time')).toHaveText('Still 4 of 9');
    await expect(button(page, 'Next: Obama criticises Sony')).toBeVisible();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await button(page, 'Back').click();
    await expect(part(page, 'caption')).toHaveText('Clooney asks Hollywood to stand firm.');
    for (let still = 3; still < 9; still++) await page.locator('.replay-main').click();
    await expect(part(page, 'time')).toHaveText('Still 9 of 9');
    await button(page, 'Next: What was not public yet').click();
    await expect(page.locator('.replay-closing')).toBeVisible();
  });
});
