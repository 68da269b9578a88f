import type {Page} from '@playwright/test';
import {expect, test} from './site.ts';
import {axisMs, dateAt, DAY_MS, emptyPlace, monthLineX, openStage, plotBox, scaleOf, settled, timelineOn, viewOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

const LANE_Y = 200;

/** Turns the wheel over the plot with a key held down. */
async function wheel(page: Page, key: 'Control' | 'Shift' | null, deltaX: number, deltaY: number): Promise<void> {
  if (key) await page.keyboard.down(key);
  await page.mouse.wheel(deltaX, deltaY);
  if (key) await page.keyboard.up(key);
}

test('QUALITY 31: Ctrl and the wheel zoom about the pointer, and the date under it stays', async ({page}) => {
  await openStage(page, './?from=2014-11-20&to=2015-02-09');
  const box = await plotBox(page);
  const startX = await monthLineX(page, '2015-01-01');
  // Wheels report their position in whole pixels, so the line is slightly off the pointer.
  const pointerX = Math.floor(startX);
  const before = await viewOn(page);
  const startScale = scaleOf(before, box);
  await page.mouse.move(pointerX, box.top + LANE_Y);
  let scale = startScale;
  for (let turn = 1; turn <= 6; turn++) {
    await wheel(page, 'Control', 0, -120);
    await settled(page);
    const view = await viewOn(page);
    const now = scaleOf(view, box);
    expect(now).toBeGreaterThan(scale * 1.2);
    const movedMs = dateAt(pointerX, view, box) - dateAt(pointerX, before, box);
    expect(Math.abs((movedMs / DAY_MS) * now), `date under the pointer after turn ${turn}`).toBeLessThanOrEqual(1);
    const lineX = await monthLineX(page, '2015-01-01');
    const wantedX = pointerX + ((startX - pointerX) * now) / startScale;
    expect(Math.abs(lineX - wantedX), `1 January after turn ${turn}`).toBeLessThanOrEqual(1);
    scale = now;
  }
  expect(await page.evaluate(() => scrollY)).toBe(0);
  for (let turn = 0; turn < 6; turn++) await wheel(page, 'Control', 0, 120);
  await settled(page);
  const after = await viewOn(page);
  const halfPxMs = (0.5 / scaleOf(before, box)) * DAY_MS;
  expect(Math.abs(after.fromMs - before.fromMs)).toBeLessThanOrEqual(halfPxMs);
  expect(Math.abs(after.toMs - before.toMs)).toBeLessThanOrEqual(halfPxMs);
});

test('zooming in and out again inside the story restores the view', async ({page}) => {
  await openStage(page, './?from=2014-12-10&to=2015-01-09');
  const box = await plotBox(page);
  const before = await viewOn(page);
  await page.mouse.move(box.left + 700, box.top + LANE_Y);
  for (const turn of [-90, -90, -90, 90, 90, 90]) await wheel(page, 'Control', 0, turn);
  await settled(page);
  const after = await viewOn(page);
  const halfPxMs = (0.5 / scaleOf(before, box)) * DAY_MS;
  expect(Math.abs(after.fromMs - before.fromMs)).toBeLessThanOrEqual(halfPxMs);
  expect(Math.abs(after.toMs - before.toMs)).toBeLessThanOrEqual(halfPxMs);
});

test('no wheel gets beyond the story or closer than 2400 px a day', async ({page}) => {
  await openStage(page);
  const box = await plotBox(page);
  const {extent} = await timelineOn(page);
  await page.mouse.move(box.left + 300, box.top + LANE_Y);
  for (let turn = 0; turn < 14; turn++) await wheel(page, 'Control', 0, -240);
  await settled(page);
  expect(scaleOf(await viewOn(page), box)).toBeLessThanOrEqual(2400.5);
  expect(scaleOf(await viewOn(page), box)).toBeGreaterThan(2390);
  for (let turn = 0; turn < 20; turn++) await wheel(page, 'Control', 0, 240);
  await settled(page);
  expect(await viewOn(page)).toEqual(extent);
});

test('QUALITY 31: a plain wheel over the stage scrolls the page by all of its turn', async ({page}) => {
  await openStage(page);
  const before = await viewOn(page);
  const box = await plotBox(page);
  await page.mouse.move(box.left + 400, box.top + LANE_Y);
  await wheel(page, null, 0, 140);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(140);
  expect(await viewOn(page)).toEqual(before);
});

test('a sideways wheel, or one with Shift, pans and leaves the page where it is', async ({page}) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const box = await plotBox(page);
  const pxMs = DAY_MS / scaleOf(await viewOn(page), box);
  await page.mouse.move(box.left + 400, box.top + LANE_Y);
  for (const [key, deltaX, deltaY] of [
    [null, 100, 0],
    ['Shift', 0, 100],
    [null, -60, 10],
  ] as const) {
    const before = await viewOn(page);
    await wheel(page, key, deltaX, deltaY);
    await settled(page);
    const after = await viewOn(page);
    expect(Math.abs(after.fromMs - before.fromMs - (deltaX || deltaY) * pxMs) / pxMs, `${key} ${deltaX} ${deltaY}`).toBeLessThanOrEqual(1);
    expect(Math.abs(after.toMs - after.fromMs - (before.toMs - before.fromMs)) / pxMs).toBeLessThanOrEqual(0.01);
  }
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('dragging pans by as much as the pointer moves, and stops at the story’s end', async ({page}) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const box = await plotBox(page);
  const before = await viewOn(page);
  const pxMs = DAY_MS / scaleOf(before, box);
  const {x, y} = await emptyPlace(page, 0.5);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y, {steps: 4});
  await page.mouse.move(x - 150, y, {steps: 4});
  await page.mouse.up();
  await settled(page);
  const after = await viewOn(page);
  expect(Math.abs(after.fromMs - before.fromMs - 150 * pxMs) / pxMs).toBeLessThanOrEqual(1);
  const {extent} = await timelineOn(page);
  for (let drag = 0; drag < 4; drag++) {
    await page.mouse.move(box.left + 20, y);
    await page.mouse.down();
    await page.mouse.move(box.right - 20, y, {steps: 3});
    await page.mouse.up();
  }
  await settled(page);
  expect((await viewOn(page)).fromMs).toBe(extent.fromMs);
});

test('a drag that starts on a mark pans, and does not open the mark', async ({page}) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const mark = page.locator('.plot-wide [data-id="fbi-names-north-korea"] .glyph');
  const {x, y, width, height} = (await mark.boundingBox())!;
  const before = await viewOn(page);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 40, y + height / 2, {steps: 5});
  await page.mouse.up();
  await settled(page);
  expect((await viewOn(page)).fromMs).toBeLessThan(before.fromMs - DAY_MS / 4);
  expect(new URL(page.url()).hash).toBe('');
  await expect(page.locator('.plot-wide .mark.is-selected')).toHaveCount(0);
});

test('a press that trembles by less than 4 px opens the mark and does not pan', async ({page}) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const before = await viewOn(page);
  const {x, y, width, height} = (await page.locator('.plot-wide [data-id="fbi-names-north-korea"] .glyph').boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 2, y + height / 2 + 1);
  await page.mouse.up();
  await settled(page);
  expect(new URL(page.url()).hash).toBe('#fbi-names-north-korea');
  expect(Math.abs((await viewOn(page)).fromMs - before.fromMs)).toBeLessThanOrEqual(DAY_MS / 20);
});

test('a double click zooms in twice about the pointer', async ({page}) => {
  await openStage(page, './?from=2014-12-01&to=2015-01-20');
  const box = await plotBox(page);
  const before = await viewOn(page);
  const {x, y} = await emptyPlace(page, 0.5);
  await page.mouse.dblclick(x, y);
  await settled(page);
  const after = await viewOn(page);
  expect((before.toMs - before.fromMs) / (after.toMs - after.fromMs)).toBeCloseTo(2, 2);
  expect(Math.abs(dateAt(x, after, box) - dateAt(x, before, box)) * (scaleOf(after, box) / DAY_MS)).toBeLessThanOrEqual(1);
});

test('the buttons zoom in, out and to the whole story', async ({page}) => {
  await openStage(page);
  const {extent} = await timelineOn(page);
  const lengthOf = async () => {
    await settled(page);
    const {fromMs, toMs} = await viewOn(page);
    return toMs - fromMs;
  };
  const whole = await lengthOf();
  await page.getByRole('button', {name: 'Zoom in'}).click();
  const closer = await lengthOf();
  expect(closer).toBeLessThan(whole * 0.8);
  await page.getByRole('button', {name: 'Zoom in'}).click();
  const closest = await lengthOf();
  expect(closest).toBeLessThan(closer * 0.8);
  await page.getByRole('button', {name: 'Zoom out'}).click();
  expect(Math.abs((await lengthOf()) - closer)).toBeLessThan(closer / 1000);
  await page.getByRole('button', {name: 'Show all'}).click();
  await settled(page);
  expect(await viewOn(page)).toEqual(extent);
  expect(new URL(page.url()).search).toBe('?from=2014-11-20&to=2015-02-09');
});

test('each level’s name leads to its scale and is then pressed', async ({page}) => {
  await openStage(page);
  const box = await plotBox(page);
  for (const [name, pxPerDay] of [
    ['Weeks', 48],
    ['Days', 113],
    ['Hours', 600],
  ] as const) {
    await page.getByRole('button', {name, exact: true}).click();
    await settled(page);
    expect(scaleOf(await viewOn(page), box)).toBeCloseTo(pxPerDay, 0);
    await expect(page.getByRole('button', {name, exact: true})).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('.levels [aria-pressed="true"]')).toHaveCount(1);
  }
  const {fromMs, toMs} = await viewOn(page);
  expect(fromMs).toBeGreaterThan(axisMs('2014-12-16'));
  expect(toMs).toBeLessThan(axisMs('2014-12-26'));
  await page.getByRole('button', {name: 'Months', exact: true}).click();
  await settled(page);
  expect(await viewOn(page)).toEqual((await timelineOn(page)).extent);
});

test('every group at Months opens into a view that shows all of its members', async ({page}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  await openStage(page, './?from=2014-11-20&to=2015-02-09');
  const clusters = page.locator('.plot-wide .cluster');
  const groups = await clusters.evaluateAll((all) => all.map((cluster) => cluster.getAttribute('data-members')!.split(' ')));
  expect(groups.length).toBeGreaterThan(0);
  for (const members of groups) {
    await page.getByRole('button', {name: 'Show all'}).click();
    await settled(page);
    const before = await viewOn(page);
    await page.locator(`.plot-wide .cluster[data-members="${members.join(' ')}"] .box`).click();
    await settled(page);
    const after = await viewOn(page);
    expect(after.toMs - after.fromMs, members[0]).toBeLessThan((before.toMs - before.fromMs) / 1.05);
    const shown = await page
      .locator('.plot-wide .marks a')
      .evaluateAll((all) => all.flatMap((link) => (link.getAttribute('data-id') ?? link.getAttribute('data-members'))!.split(' ')));
    expect(members.filter((id) => !shown.includes(id))).toEqual([]);
    expect(new URL(page.url()).hash).toBe('');
  }
});

test('with reduced motion a zoom arrives at once and nothing moves', async ({page}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  await openStage(page);
  const before = await viewOn(page);
  const moving = await page.evaluate(() => {
    document.querySelector<HTMLElement>('[data-level="days"]')!.click();
    return {style: document.querySelector('.brush')!.getAttribute('style'), animations: document.getAnimations().length};
  });
  expect(moving.animations).toBe(0);
  const box = await plotBox(page);
  expect(scaleOf(await viewOn(page), box)).toBeCloseTo(113, 0);
  expect(await viewOn(page)).not.toEqual(before);
  await page.waitForTimeout(100);
  expect(await page.locator('.brush').getAttribute('style')).toBe(moving.style);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
