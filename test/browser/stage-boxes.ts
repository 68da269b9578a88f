/** What is drawn on the stage, as the browser measures it: which of it overlaps, and which events got lost. */
import type {Page} from '@playwright/test';
import {spanBounds} from '../../src/timeline/model/span.ts';
import {timelineOn, viewOn} from './stage-page.ts';

export interface DrawnBox {
  readonly what: string;
  readonly owner: string;
  readonly kind: 'label' | 'mark';
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The letters, glyphs and boxes in view, as the browser measures them. */
export function drawnBoxes(page: Page): Promise<DrawnBox[]> {
  return page.evaluate(() => {
    const picture = [...document.querySelectorAll('.plot-picture')].find((svg) => svg.getBoundingClientRect().width > 0)!;
    const plot = picture.getBoundingClientRect();
    const boxes: DrawnBox[] = [];
    for (const link of picture.querySelectorAll('.marks a')) {
      const owner = link.getAttribute('data-id') ?? link.getAttribute('data-members')!;
      for (const part of link.querySelectorAll('.label.words, .label .words, .label.sign, .label .sign, .glyph, .box, .tab')) {
        const {left, right, top, bottom} = part.getBoundingClientRect();
        if (right <= plot.left || left >= plot.right) continue;
        const kind = part.closest('.label') ? 'label' : 'mark';
        boxes.push({what: `${owner} ${part.textContent || part.getAttribute('class')}`, owner, kind, left, right, top, bottom});
      }
    }
    return boxes;
  });
}

/** Pairs that cover each other by more than a hair. The box of a glyph holds its pale outline, which may be covered. */
export function overlapsOf(boxes: readonly DrawnBox[]): string[] {
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

/** Events in view that are not drawn exactly once. */
export async function lostOrDoubled(page: Page): Promise<string[]> {
  const {events} = await timelineOn(page);
  const view = await viewOn(page);
  const drawn = await page
    .locator('.plot-picture:visible .marks a')
    .evaluateAll((all) => all.flatMap((link) => (link.getAttribute('data-id') ?? link.getAttribute('data-members'))!.split(' ')));
  return events.flatMap(({id, span}) => {
    const times = drawn.filter((other) => other === id).length;
    const {fromMs, toMs} = spanBounds(span);
    const isOutside = fromMs < view.fromMs || toMs > view.toMs;
    return times === 1 || (times === 0 && isOutside) ? [] : [`${id} is drawn ${times} times`];
  });
}

/** Shows a stretch of time as its address would, without loading the page again. */
export async function showStretch(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate((search) => {
    history.pushState(null, '', search);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `?from=${from}&to=${to}`);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
