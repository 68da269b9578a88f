/**
 * Nothing on the stage covers anything else, measured on the letters and marks as the browser has drawn them,
 * and no event gets lost, whatever the window and the view.
 */
import type { Page } from '@playwright/test';
import { spanBounds } from '../../src/timeline/model/span.ts';
import { expect, test } from './site.ts';
import { openStage, settled, timelineOn, viewOn } from './stage-page.ts';

test.describe.configure({ timeout: 120_000 });

const VIEWS: readonly (readonly [string, string])[] = [
  ['2014-11-20', '2015-02-09'],
  ['2014-11-20', '2014-12-20'],
  ['2014-11-21', '2014-12-05'],
  ['2014-12-01', '2015-01-20'],
  ['2014-12-05', '2014-12-19'],
  ['2014-12-10', '2014-12-30'],
  ['2014-12-14', '2014-12-22'],
  ['2014-12-15', '2014-12-19'],
  ['2014-12-16', '2014-12-27'],
  ['2014-12-17', '2014-12-20'],
  ['2014-12-17T06:00', '2014-12-18T12:00'],
  ['2014-12-18', '2015-01-12'],
  ['2014-12-19T00:00', '2014-12-20T00:00'],
  ['2014-12-20', '2014-12-27'],
  ['2014-12-23', '2014-12-26'],
  ['2014-12-24T00:00', '2014-12-25T12:00'],
  ['2014-12-24', '2015-01-08'],
  ['2014-12-28', '2015-02-01'],
  ['2015-01-03', '2015-01-12'],
  ['2015-01-15', '2015-02-09'],
];

interface DrawnBox {
  readonly what: string;
  readonly owner: string;
  readonly kind: 'label' | 'mark';
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The letters, glyphs and boxes in view, as the browser measures them. */
function drawnBoxes(page: Page): Promise<DrawnBox[]> {
  return page.evaluate(() => {
    const picture = [...document.querySelectorAll('.plot-picture')].find((svg) => svg.getBoundingClientRect().width > 0)!;
    const plot = picture.getBoundingClientRect();
    const boxes: DrawnBox[] = [];
    for (const link of picture.querySelectorAll('.marks a')) {
      const owner = link.getAttribute('data-id') ?? link.getAttribute('data-members')!;
      for (const part of link.querySelectorAll('.label .words, .label .sign, .glyph, .box')) {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        if (right <= plot.left || left >= plot.right) continue;
        const kind = part.closest('.label') ? 'label' : 'mark';
        boxes.push({ what: `${owner} ${part.textContent || part.getAttribute('class')}`, owner, kind, left, right, top, bottom });
      }
    }
    return boxes;
  });
}

/** Pairs that cover each other by more than a hair. The box of a glyph holds its pale outline, which may be covered. */
function overlapsOf(boxes: readonly DrawnBox[]): string[] {
  const HAIR_PX = 0.75;
  const OUTLINES_PX = 3;
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => {
      if (a.owner === b.owner) return [];
      const freePx = a.kind === 'mark' && b.kind === 'mark' ? OUTLINES_PX : HAIR_PX;
      const acrossPx = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const downPx = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return acrossPx > freePx && downPx > freePx ? [`${a.what} × ${b.what} by ${acrossPx.toFixed(1)} × ${downPx.toFixed(1)}`] : [];
    }),
  );
}

async function lostOrDoubled(page: Page): Promise<string[]> {
  const { events } = await timelineOn(page);
  const view = await viewOn(page);
  const drawn = await page
    .locator('.plot-picture:visible .marks a')
    .evaluateAll((all) => all.flatMap((link) => (link.getAttribute('data-id') ?? link.getAttribute('data-members'))!.split(' ')));
  return events.flatMap(({ id, span }) => {
    const times = drawn.filter((other) => other === id).length;
    const { fromMs, toMs } = spanBounds(span);
    const isOutside = fromMs < view.fromMs || toMs > view.toMs;
    return times === 1 || (times === 0 && isOutside) ? [] : [`${id} is drawn ${times} times`];
  });
}

for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]] as const) {
  test(`at ${width} px nothing overlaps, nothing is lost and nothing scrolls sideways in ${VIEWS.length} views`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    await openStage(page);
    for (const [from, to] of VIEWS) {
      const name = `${from} to ${to}`;
      await page.evaluate((search) => {
        history.pushState(null, '', search);
        dispatchEvent(new PopStateEvent('popstate'));
      }, `?from=${from}&to=${to}`);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const boxes = await drawnBoxes(page);
      expect(boxes.length, name).toBeGreaterThan(0);
      expect.soft(overlapsOf(boxes), name).toEqual([]);
      expect.soft(await lostOrDoubled(page), name).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
    }
    await settled(page);
  });
}

test('at 1440 px the whole story carries all 15 landmarks by name', async ({ page }) => {
  await openStage(page);
  const landmarks = (await timelineOn(page)).events.filter(({ importance }) => importance === 1).map(({ id }) => id);
  expect(landmarks).toHaveLength(15);
  for (const id of landmarks) {
    await expect.soft(page.locator(`.plot-wide [data-id="${id}"] .words`), id).toHaveCount(1);
  }
});
