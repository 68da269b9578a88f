import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './site.ts';
import { dateAt, DAY_MS, openStage, plotBox, scaleOf, settled, viewOn } from './stage-page.ts';

test.describe.configure({ timeout: 120_000 });
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Puts fingers down, moves each along its own line in steps, and lifts them. */
async function moveFingers(session: CDPSession, from: readonly Point[], to: readonly Point[], steps = 8): Promise<void> {
  const at = (t: number) =>
    from.map(({ x, y }, i) => ({ x: Math.round(x + (to[i]!.x - x) * t), y: Math.round(y + (to[i]!.y - y) * t), id: i }));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step <= steps; step++) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / steps) });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

const touchesOn = (page: Page) => page.context().newCDPSession(page);

test('two fingers zoom, and the date between them stays', async ({ page }) => {
  await openStage(page);
  const box = await plotBox(page);
  const session = await touchesOn(page);
  const y = Math.round(box.top) + 120;
  const middleX = Math.round((box.left + box.right) / 2);
  const fingers = (apart: number) => [{ x: middleX - apart, y }, { x: middleX + apart, y }];
  const before = await viewOn(page);
  await moveFingers(session, fingers(30), fingers(120));
  await settled(page);
  const after = await viewOn(page);
  expect((before.toMs - before.fromMs) / (after.toMs - after.fromMs)).toBeCloseTo(4, 1);
  const movedPx = ((dateAt(middleX, after, box) - dateAt(middleX, before, box)) / DAY_MS) * scaleOf(after, box);
  expect(Math.abs(movedPx)).toBeLessThanOrEqual(1);
  await moveFingers(session, fingers(120), fingers(30));
  await settled(page);
  const back = await viewOn(page);
  expect((Math.abs(back.fromMs - before.fromMs) / DAY_MS) * scaleOf(before, box)).toBeLessThanOrEqual(0.5);
  expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
  expect(new URL(page.url()).hash).toBe('');
});

test('one finger sideways pans', async ({ page }) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const box = await plotBox(page);
  const before = await viewOn(page);
  const y = Math.round(box.top) + 120;
  await moveFingers(await touchesOn(page), [{ x: 300, y }], [{ x: 180, y }]);
  await settled(page);
  const after = await viewOn(page);
  const movedPx = ((after.fromMs - before.fromMs) / DAY_MS) * scaleOf(before, box);
  // The browser keeps the first pixels to itself until it knows which way the finger goes.
  expect(movedPx).toBeGreaterThan(95);
  expect(movedPx).toBeLessThanOrEqual(121);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('one finger upwards scrolls the page, and the view stays', async ({ page }) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const box = await plotBox(page);
  const before = await viewOn(page);
  await moveFingers(await touchesOn(page), [{ x: 200, y: Math.round(box.top) + 180 }], [{ x: 204, y: Math.round(box.top) + 20 }]);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(120);
  await page.waitForTimeout(600);
  const after = await viewOn(page);
  expect(after.toMs - after.fromMs).toBe(before.toMs - before.fromMs);
  expect((Math.abs(after.fromMs - before.fromMs) / DAY_MS) * scaleOf(before, box)).toBeLessThanOrEqual(6);
});

test('a tap opens the mark under the finger, and the page does not scroll sideways', async ({ page }) => {
  await openStage(page);
  const mark = page.locator('.plot-compact a[data-id]').first();
  const id = (await mark.getAttribute('data-id'))!;
  const { x, y, width, height } = (await mark.locator('.glyph').boundingBox())!;
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  await settled(page);
  expect(new URL(page.url()).hash).toBe(`#${id}`);
  await expect(page.locator(`.plot-compact [data-id="${id}"]`)).toHaveClass(/is-selected/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
