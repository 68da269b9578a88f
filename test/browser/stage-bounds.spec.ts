/** What the stage holds is bounded, whatever is in its window. */
import {expect, test} from './site.ts';
import {showStretch} from './stage-boxes.ts';
import {openStage, settled} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

const MOST_ELEMENTS = 600;
const DAY_MS = 86_400_000;

test('bar, rail, overview, ruler and plot have at most 600 elements, in windows of any length', async ({page}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  await openStage(page);
  const counts: Record<string, number> = {};
  for (const days of [1, 10, 14, 30, 40, 60]) {
    for (const from of ['2014-12-05', '2014-12-12']) {
      const to = new Date(Date.parse(from) + days * DAY_MS).toISOString().slice(0, 10);
      await showStretch(page, from, to);
      await settled(page);
      counts[`${days} days from ${from}`] = await page.locator('zoomable-timeline *').count();
    }
  }
  expect(Object.entries(counts).filter(([, count]) => count > MOST_ELEMENTS)).toEqual([]);
  expect(Math.max(...Object.values(counts))).toBeGreaterThan(400);
});
