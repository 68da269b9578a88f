/** What the bar's question mark opens: a button for every gesture, and words for every key, click and touch. */
import type {Page} from '@playwright/test';
import {expect, test} from './site.ts';
import {axisMs, DAY_MS, openStage, settled, timelineOn, viewOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});
test.beforeEach(({page}) => page.emulateMedia({reducedMotion: 'reduce'}));

const opener = (page: Page) => page.getByRole('button', {name: 'Controls and keys'});
const panel = (page: Page) => page.getByRole('dialog', {name: 'Controls'});

async function viewAtRest(page: Page) {
  await settled(page);
  return viewOn(page);
}

test('QUALITY 27, 29: ? and a button in sight open the controls, which explain keys, mouse and touch; Escape gives focus back', async ({
  page,
}) => {
  await openStage(page);
  const mark = page.locator('.plot-wide .mark').first();
  await mark.focus();
  await page.keyboard.press('?');
  await expect(panel(page)).toBeVisible();
  await expect(page.getByRole('heading', {name: 'Controls', exact: true})).toBeFocused();
  for (const words of ['Keys, while a mark has focus', 'Mouse', 'Touch'])
    await expect(panel(page).getByRole('heading', {name: words})).toBeVisible();
  for (const key of [
    'Left',
    'Right',
    'Up',
    'Down',
    'Home',
    'End',
    'PgUp',
    'PgDn',
    'Enter',
    'Esc',
    '+',
    '−',
    '0',
    'Shift',
    'Space',
    'K',
    ',',
    '.',
    '/',
    '?',
  ]) {
    await expect(
      panel(page)
        .locator('kbd')
        .filter({hasText: new RegExp(`^${key.replace(/[+.?/]/g, '\\$&')}$`)})
        .first(),
      key,
    ).toBeAttached();
  }
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(mark).toBeFocused();
  for (const width of [320, 390, 641, 768, 1024, 1280, 1440]) {
    await page.setViewportSize({width, height: 900});
    await expect(opener(page), `${width} px`).toBeInViewport();
    const {left, right} = await opener(page).evaluate((button) => button.getBoundingClientRect());
    expect(left >= 0 && right <= width, `${width} px`).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} px`).toBe(0);
  }
  await opener(page).click();
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(opener(page)).toBeFocused();
});

test('QUALITY 33: there is a button for every gesture, and two dates show any stretch', async ({page}) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const {extent} = await timelineOn(page);
  await opener(page).click();
  const button = (name: string) => panel(page).getByRole('button', {name, exact: true});
  const before = await viewOn(page);
  const halfMs = (before.toMs - before.fromMs) / 2;
  await button('Later').click();
  expect((await viewAtRest(page)).fromMs - before.fromMs).toBeCloseTo(halfMs, -5);
  await button('Earlier').click();
  expect((await viewAtRest(page)).fromMs - before.fromMs).toBeCloseTo(0, -5);
  await button('Zoom in').click();
  const closer = await viewAtRest(page);
  expect(closer.toMs - closer.fromMs).toBeLessThan(2 * halfMs * 0.8);
  await button('Zoom out').click();
  expect((await viewAtRest(page)).toMs - before.toMs).toBeCloseTo(0, -5);
  await button('Show all').click();
  expect(await viewAtRest(page)).toEqual(extent);
  await expect(panel(page), 'it stays open while it is used').toBeVisible();

  const first = panel(page).getByLabel('First day');
  const last = panel(page).getByLabel('Last day');
  await expect(first).toHaveValue('2014-11-20');
  await first.fill('2014-12-17');
  await last.fill('2014-12-24');
  const week = await viewAtRest(page);
  expect(Math.abs(week.fromMs - axisMs('2014-12-17'))).toBeLessThanOrEqual(60_000);
  expect(Math.abs(week.toMs - axisMs('2014-12-25'))).toBeLessThanOrEqual(60_000);
  await first.fill('2014-12-28');
  const day = await viewAtRest(page);
  expect(Math.abs(day.fromMs - axisMs('2014-12-28')), 'a first day after the last shows that day').toBeLessThanOrEqual(60_000);
  expect(day.toMs - day.fromMs).toBeCloseTo(DAY_MS, -5);

  const date = page.locator('[data-part="day"]');
  const dayBefore = Number((await date.innerText()).replace(/\D/g, ''));
  await button('One day back').click();
  await expect(date).toHaveText(`Day ${dayBefore - 1}`);
  await expect(page.getByRole('status')).toContainText(`Day ${dayBefore - 1}`);
  await button('One day on').click();
  await expect(date).toHaveText(`Day ${dayBefore}`);
});

test('QUALITY 33: on a phone the controls hold what the bar does not, under a stage that stays in sight', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844});
  await openStage(page);
  const {measures} = await timelineOn(page);
  await opener(page).click();
  const {stageFoot, panelTop} = await page.evaluate(() => ({
    stageFoot: document.querySelector('zoomable-timeline')!.getBoundingClientRect().bottom,
    panelTop: document.querySelector('.controls')!.getBoundingClientRect().top,
  }));
  expect(panelTop).toBeGreaterThanOrEqual(stageFoot - 2);
  await panel(page).getByRole('button', {name: 'Days', exact: true}).click();
  await expect(panel(page).getByRole('button', {name: 'Days', exact: true})).toHaveAttribute('aria-pressed', 'true');
  await panel(page).getByRole('button', {name: measures[2]!.name, exact: true}).click();
  await expect(page.locator('.rail-measures [data-measure]:visible dt')).toHaveText(measures[2]!.name);
  await expect(panel(page).getByRole('button', {name: measures[2]!.name, exact: true})).toHaveAttribute('aria-pressed', 'true');
  await panel(page).getByRole('button', {name: 'Known then'}).click();
  await expect(panel(page).getByRole('button', {name: 'Known then'})).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.stage-bar [data-action="known-then"]')).toHaveAttribute('aria-pressed', 'true');
});

test('QUALITY 15: focus that leaves the controls closes them, so that nothing is behind them', async ({page}) => {
  await openStage(page);
  await opener(page).click();
  await panel(page).getByLabel('Last day').focus();
  const seen: boolean[] = [];
  for (let press = 0; press < 6 && (await panel(page).isVisible()); press++) {
    await page.keyboard.press('Tab');
    seen.push(await page.evaluate(() => document.activeElement !== document.body));
  }
  await expect(panel(page)).toBeHidden();
  expect(seen).not.toContain(false);
});

test('QUALITY 34: a press acts when it is let go, so that it can be taken back', async ({page}) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const before = await viewOn(page);
  const {left, top, width, height} = await page.getByRole('button', {name: 'Zoom in'}).evaluate((button) => button.getBoundingClientRect());
  await page.mouse.move(left + width / 2, top + height / 2);
  await page.mouse.down();
  await settled(page);
  expect(await viewOn(page)).toEqual(before);
  await page.mouse.move(left, top + 400);
  await page.mouse.up();
  expect(await viewAtRest(page)).toEqual(before);
  const mark = (await page.locator('.plot-wide [data-id="fbi-names-north-korea"] .glyph').boundingBox())!;
  await page.mouse.move(mark.x + 4, mark.y + 4);
  await page.mouse.down();
  await settled(page);
  expect(new URL(page.url()).hash).toBe('');
  await page.mouse.up();
  await expect.poll(() => new URL(page.url()).hash).toBe('#fbi-names-north-korea');
});
