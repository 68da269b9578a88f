/** A link gives back the window that its sender saw, to the pixel, and whatever else its words mean. */
import type {Page} from '@playwright/test';
import type {Camera} from '../../src/timeline/interaction/camera.ts';
import type {View} from '../../src/timeline/model/view.ts';
import {expect, test} from './site.ts';
import {axisMs, DAY_MS, openStage, settled, timelineOn, viewOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});
test.beforeEach(({page}) => page.emulateMedia({reducedMotion: 'reduce'}));

type Stage = HTMLElement & {readonly camera: Camera; readonly live: {query(): string} | null};

const viewNow = (page: Page) => page.evaluate(() => document.querySelector<Stage>('zoomable-timeline')!.camera.view);
const lengthOf = ({fromMs, toMs}: View) => toMs - fromMs;
/** How many pixels of a plot 1440 px wide two views are apart. */
const apartPx = (a: View, b: View) => (Math.max(Math.abs(a.fromMs - b.fromMs), Math.abs(a.toMs - b.toMs)) / lengthOf(b)) * 1440;

test('200 windows drawn at random come back from their address, by Back and by opening it', async ({page, context}) => {
  await openStage(page);
  const {extent} = await timelineOn(page);
  // A generator of the same numbers each time; mulberry32.
  let state = 2014;
  const number = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const windows = Array.from({length: 200}, (): View => {
    const length = (DAY_MS / 2) * (lengthOf(extent) / (DAY_MS / 2)) ** number();
    const fromMs = extent.fromMs + number() * (lengthOf(extent) - length);
    return {fromMs, toMs: fromMs + length};
  });
  const found = await page.evaluate((views) => {
    const stage = document.querySelector<Stage>('zoomable-timeline')!;
    return views.map((view) => {
      stage.camera.moveTo(view, {isOwn: true, settleNow: true});
      const seen = stage.camera.view;
      const address = `${location.pathname}${stage.live!.query()}`;
      stage.camera.moveTo({fromMs: 0, toMs: Infinity}, {isOwn: true, settleNow: true});
      history.replaceState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
      return {address: location.search, seen, back: stage.camera.view};
    });
  }, windows);
  expect(found).toHaveLength(200);
  for (const {address, seen, back} of found) expect(apartPx(back, seen), address).toBeLessThan(0.5);
  expect(new Set(found.map(({address}) => address)).size).toBe(200);
  const other = await context.newPage();
  await other.emulateMedia({reducedMotion: 'reduce'});
  for (const {address, seen} of found.slice(0, 6)) {
    await openStage(other, `./${address}`);
    expect(apartPx(await viewNow(other), seen), address).toBeLessThan(0.5);
    expect(new URL(other.url()).search, 'it stays as it was sent').toBe(address);
  }
});

test('what a reader has reached is in the address soon after, and opens the same', async ({page}) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-20');
  await page.locator('.plot').hover({position: {x: 400, y: 200}});
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 3; turn++) await page.mouse.wheel(0, -90);
  await page.keyboard.up('Control');
  await page.mouse.wheel(37, 0);
  await settled(page);
  const seen = await viewNow(page);
  const address = page.url();
  expect(address).toMatch(/\?from=2014-12-\d\dT\d\d:\d\d&to=2014-12-\d\dT\d\d:\d\d$/);
  await page.reload();
  await page.locator('html[data-script="ready"]').waitFor();
  expect(apartPx(await viewNow(page), seen)).toBeLessThan(0.5);
});

test('offsets, Z, seconds and one end alone are understood; nonsense is ignored', async ({page}) => {
  const opens = async (query: string): Promise<View> => {
    await openStage(page, `./?${query}`);
    return viewOn(page);
  };
  const isAt = (ms: number, text: string) => expect(Math.abs(ms - axisMs(text))).toBeLessThan(60_000);
  const zoned = await opens('from=2014-12-17T16:00:00Z&to=2014-12-19T02:00%2B09:00');
  isAt(zoned.fromMs, '2014-12-17T08:00');
  isAt(zoned.toMs, '2014-12-18T09:00');
  const plain = await opens('from=2014-12-17T08:00:00&to=2014-12-18');
  isAt(plain.fromMs, '2014-12-17T08:00');
  isAt(plain.toMs, '2014-12-18');
  const {extent} = await timelineOn(page);
  const late = await opens('from=2014-12-24');
  isAt(late.fromMs, '2014-12-24');
  expect(Math.abs(late.toMs - extent.toMs)).toBeLessThan(60_000);
  const early = await opens('to=2014-12-01&from=never');
  expect(Math.abs(early.fromMs - extent.fromMs)).toBeLessThan(60_000);
  isAt(early.toMs, '2014-12-01');
  const nonsense = await opens('from=2014-12-17T99:00&to=soon');
  isAt(nonsense.fromMs, '2014-12-14');
  isAt(nonsense.toMs, '2014-12-27');
});
