/** What the tests of the stage ask a page: what is drawn, where, and which stretch of time is in view. */
import {expect} from '@playwright/test';
import type {Page} from '@playwright/test';
import type {Timeline} from '../../src/timeline/model/timeline.ts';
import type {View} from '../../src/timeline/model/view.ts';

export const DAY_MS = 86_400_000;

/** Axis time of a day's start, or of a moment: `2014-12-17`, `2014-12-17T12:00`. */
export function axisMs(text: string): number {
  return Date.parse(text.length > 10 ? `${text}:00Z` : `${text}T00:00:00Z`);
}

/** Opens the home page and waits until the stage has woken, all of the story is laid out, and nothing moves. */
export async function openStage(page: Page, address = './'): Promise<void> {
  await page.goto(address);
  await page.locator('html[data-script="ready"]:not([data-arriving])').waitFor();
  await page.evaluate(() => document.fonts.ready);
  // A reader is there: what answers them comes with the first sign of one.
  await page.evaluate(() => document.querySelector<HTMLElement & {askForLive(): Promise<unknown>}>('zoomable-timeline')!.askForLive());
  await page.evaluate(() => document.dispatchEvent(new PointerEvent('pointermove')));
  await settled(page);
}

/** Waits until the drawing, the page and the address have not changed for a while. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const stage = document.querySelector('zoomable-timeline')!;
    const state = () =>
      [
        stage.querySelector('.brush')!.getAttribute('style'),
        stage.className,
        scrollY,
        location.href,
        stage.querySelectorAll('.mark').length,
      ].join();
    const QUIET_MS = 350;
    let before = state();
    let sinceMs = performance.now();
    while (performance.now() - sinceMs < QUIET_MS || stage.matches('.is-zooming, .is-waking')) {
      await new Promise((done) => setTimeout(done, 30));
      const now = state();
      if (now !== before) [before, sinceMs] = [now, performance.now()];
    }
  });
}

export function timelineOn(page: Page): Promise<Timeline> {
  return page.evaluate(() => JSON.parse(document.querySelector('[data-part="timeline"]')!.textContent) as Timeline);
}

/** The stretch of time in view, as the overview's window shows it. */
export async function viewOn(page: Page): Promise<View> {
  const {extent} = await timelineOn(page);
  const [left, right] = await page.locator('[data-part="brush"]').evaluate((brush) => {
    const {left: from, right: to} = (brush as HTMLElement).style;
    return [parseFloat(from) / 100, parseFloat(to) / 100] as const;
  });
  const wholeMs = extent.toMs - extent.fromMs;
  return {fromMs: extent.fromMs + left * wholeMs, toMs: extent.toMs - right * wholeMs};
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function plotBox(page: Page): Promise<Box> {
  return page.evaluate(() => {
    const {left, right, top, bottom} = [...document.querySelectorAll('.plot-picture')]
      .find((picture) => picture.getBoundingClientRect().width > 0)!
      .getBoundingClientRect();
    return {left, right, top, bottom};
  });
}

/** Where the first of a month is drawn on the ruler, in pixels of the window. */
export function monthLineX(page: Page, day: string): Promise<number> {
  return page.locator(`.plot-picture:visible [data-key="edge-${axisMs(day)}"]`).evaluate((line) => {
    const {x, width} = line.getBoundingClientRect();
    return x + width / 2;
  });
}

export function dateAt(x: number, view: View, box: Box): number {
  return view.fromMs + ((x - box.left) / (box.right - box.left)) * (view.toMs - view.fromMs);
}

export function scaleOf(view: View, box: Box): number {
  return ((box.right - box.left) / (view.toMs - view.fromMs)) * DAY_MS;
}

/** A place over the lanes, a share of the way across; no mark is within reach of it. */
export async function emptyPlace(page: Page, share: number): Promise<{readonly x: number; readonly y: number}> {
  const box = await plotBox(page);
  const found = await page.evaluate(
    ({left, right, top, bottom, wanted}) => {
      const hits = [...document.querySelectorAll('.plot-picture:not([hidden]) .marks a')]
        .map((mark) => mark.getBoundingClientRect())
        .filter(({width}) => width > 0);
      const middle = left + (right - left) * wanted;
      for (let step = 0; step < (right - left) / 4; step++) {
        for (const x of [middle + step * 2, middle - step * 2]) {
          for (let y = top + 70; y < Math.min(bottom, innerHeight) - 90; y += 6) {
            if (x < left + 4 || x > right - 4) continue;
            const isFree = hits.every((hit) => x < hit.left - 26 || x > hit.right + 26 || y < hit.top - 26 || y > hit.bottom + 26);
            if (isFree) return {x, y};
          }
        }
      }
      return null;
    },
    {...box, wanted: share},
  );
  if (found === null) throw new Error('no empty place over the lanes');
  return found;
}

/** The stage shows the window that the story opens on; to the thousandth of a percent in which the page has it. */
export async function expectOpening(page: Page): Promise<void> {
  const [{fromMs, toMs}, {opening}] = [await viewOn(page), await timelineOn(page)];
  expect({fromMs, toMs}).toEqual({fromMs: expect.closeTo(opening.view.fromMs, -6), toMs: expect.closeTo(opening.view.toMs, -6)});
}

/** Scrolls the stage to the top of the window: on a phone its foot is below the fold. */
export async function scrollToStage(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo({top: document.querySelector<HTMLElement>('zoomable-timeline')!.offsetTop, behavior: 'instant'}));
  await settled(page);
}
