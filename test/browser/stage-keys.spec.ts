import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';
import { openStage, settled, timelineOn, viewOn } from './stage-page.ts';

test.describe.configure({ timeout: 120_000 });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

/** Ids the focused link stands for, and whether it can be seen. */
function focused(page: Page): Promise<{ readonly ids: readonly string[]; readonly isSeen: boolean }> {
  return page.evaluate(() => {
    const link = document.activeElement!;
    const { left, right, top, bottom } = (link.querySelector('.glyph, .box, .tick, .clip, .clip-fade') ?? link).getBoundingClientRect();
    const plot = document.querySelector('.plot')!.getBoundingClientRect();
    return {
      ids: (link.getAttribute('data-id') ?? link.getAttribute('data-members') ?? '').split(' '),
      isSeen: right > plot.left && left < plot.right && top >= plot.top && bottom <= plot.bottom,
    };
  });
}

const isInPlot = (page: Page) => page.evaluate(() => document.activeElement!.closest('.plot') !== null);

/** Tabs from the bar, past the notes of the rail, into the plot. */
async function tabIntoPlot(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show all' }).focus();
  for (let press = 0; press < 30 && !(await isInPlot(page)); press++) await page.keyboard.press('Tab');
  expect(await isInPlot(page)).toBe(true);
}

test('the plot is one tab stop, and Tab returns to the event that had focus', async ({ page }) => {
  await openStage(page);
  await tabIntoPlot(page);
  await expect(page.locator('.plot-picture:visible a[tabindex="0"]')).toHaveCount(1);
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
  const { ids } = await focused(page);
  await expect(page.locator('.plot-picture:visible a[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Tab');
  expect(await isInPlot(page)).toBe(false);
  await page.keyboard.press('Shift+Tab');
  expect((await focused(page)).ids).toEqual(ids);
});

for (const level of ['Months', 'Weeks', 'Days', 'Hours'] as const) {
  test(`→ visits every event once, in the order of time, at ${level}`, async ({ page }) => {
    await openStage(page);
    await page.getByRole('button', { name: level, exact: true }).click();
    await settled(page);
    const { events } = await timelineOn(page);
    await tabIntoPlot(page);
    await page.keyboard.press('Home');
    const wrong: string[] = [];
    for (const [i, { id }] of events.entries()) {
      if (i > 0) await page.keyboard.press('ArrowRight');
      const { ids, isSeen } = await focused(page);
      if (!ids.includes(id)) wrong.push(`press ${i}: ${ids.join(' ')} in place of ${id}`);
      if (!isSeen) wrong.push(`press ${i}: ${id} is out of sight`);
    }
    expect(wrong).toEqual([]);
    await page.keyboard.press('ArrowRight');
    expect((await focused(page)).ids, 'no event after the last').toContain(events.at(-1)!.id);
    await page.keyboard.press('ArrowLeft');
    expect((await focused(page)).ids).toContain(events.at(-2)!.id);
    await page.keyboard.press('End');
    expect((await focused(page)).ids).toContain(events.at(-1)!.id);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
}

test('↑ and ↓ go to the nearest event of the next lane', async ({ page }) => {
  await openStage(page, './?from=2014-12-15&to=2014-12-22');
  const { events } = await timelineOn(page);
  const laneOf = (id: string) => events.find((event) => event.id === id)!.lane;
  const first = page.locator('.plot-wide [data-id="sony-cancels-christmas-release"]');
  await first.focus();
  const lane = laneOf('sony-cancels-christmas-release');
  await page.keyboard.press('ArrowDown');
  expect(laneOf((await focused(page)).ids[0]!)).toBe(lane + 1);
  await page.keyboard.press('ArrowUp');
  expect(laneOf((await focused(page)).ids[0]!)).toBe(lane);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('+ and − zoom, 0 shows all, Shift and arrows pan', async ({ page }) => {
  await openStage(page);
  const { extent } = await timelineOn(page);
  const length = async () => {
    await settled(page);
    const view = await viewOn(page);
    return view.toMs - view.fromMs;
  };
  await tabIntoPlot(page);
  await page.keyboard.press('Home');
  const whole = await length();
  await page.keyboard.press('+');
  const closer = await length();
  expect(closer).toBeLessThan(whole * 0.8);
  expect(await isInPlot(page), 'focus stays in the plot').toBe(true);
  await page.keyboard.press('=');
  expect(await length()).toBeLessThan(closer * 0.8);
  await page.keyboard.press('-');
  expect(Math.abs((await length()) - closer)).toBeLessThan(closer / 1000);
  const before = await viewOn(page);
  await page.keyboard.press('Shift+ArrowRight');
  await settled(page);
  const after = await viewOn(page);
  expect((after.fromMs - before.fromMs) / (before.toMs - before.fromMs)).toBeCloseTo(0.25, 2);
  await page.keyboard.press('0');
  await settled(page);
  expect(await viewOn(page)).toEqual(extent);
});

test('Enter opens the entry of the event that has focus', async ({ page }) => {
  await openStage(page, './?from=2014-12-15&to=2014-12-22');
  await page.locator('.plot-wide [data-id="fbi-names-north-korea"]').focus();
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(page.locator('#fbi-names-north-korea h3')).toBeFocused();
  expect(new URL(page.url()).hash).toBe('#fbi-names-north-korea');
});

test('Enter on a group opens it and keeps focus on its first event', async ({ page }) => {
  await openStage(page);
  const cluster = page.locator('.plot-wide .cluster').first();
  const [id] = (await cluster.getAttribute('data-members'))!.split(' ');
  await cluster.focus();
  await page.keyboard.press('Enter');
  await settled(page);
  expect((await focused(page)).ids).toContain(id);
});

test('outside the plot the keys belong to the page', async ({ page }) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const state = async () => ({ view: await viewOn(page), known: await page.locator('[data-action="known-then"]').getAttribute('aria-pressed') });
  for (const place of ['.stage-bar [data-action="fit"]', '#fbi-names-north-korea h3']) {
    await page.locator(place).focus();
    await settled(page);
    const before = await state();
    for (const key of ['+', '-', '0', 'k', 'ArrowRight', ',', '.']) {
      await page.keyboard.press(key);
    }
    await settled(page);
    expect(await state(), place).toEqual(before);
    expect(await isInPlot(page), place).toBe(false);
  }
});

test('with Ctrl, Alt or ⌘ the keys belong to the browser', async ({ page }) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const mark = page.locator('.plot-wide [data-id="fbi-names-north-korea"]');
  await mark.focus();
  const before = await viewOn(page);
  for (const key of ['Alt+k', 'Control+k', 'Alt+0', 'Meta+-']) await page.keyboard.press(key);
  await settled(page);
  expect(await viewOn(page)).toEqual(before);
  await expect(page.getByRole('button', { name: 'Known now' })).toHaveAttribute('aria-pressed', 'true');
  await expect(mark).toBeFocused();
});

test('the mark that has focus wears a ring of at least 2 px', async ({ page }) => {
  await openStage(page);
  await tabIntoPlot(page);
  await page.keyboard.press('ArrowRight');
  const ring = await page.evaluate(() => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement!.querySelector('.hit')!);
    return { outlineStyle, width: parseFloat(outlineWidth), outlineColor };
  });
  expect(ring.outlineStyle).toBe('solid');
  expect(ring.width).toBeGreaterThanOrEqual(2);
});
