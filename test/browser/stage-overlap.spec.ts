/**
 * Nothing on the stage covers anything else, measured on the letters and marks as the browser has drawn them,
 * and no event gets lost, whatever the window and the view.
 */
import {expect, test} from './site.ts';
import {drawnBoxes, lostOrDoubled, overlapsOf, showStretch} from './stage-boxes.ts';
import {openStage, settled, timelineOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

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

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test(`at ${width} px nothing overlaps, nothing is lost and nothing scrolls sideways in ${VIEWS.length} views`, async ({page}) => {
    await page.emulateMedia({reducedMotion: 'reduce'});
    await page.setViewportSize({width, height});
    await openStage(page);
    for (const [from, to] of VIEWS) {
      const name = `${from} to ${to}`;
      await showStretch(page, from, to);
      const boxes = await drawnBoxes(page);
      expect(boxes.length, name).toBeGreaterThan(0);
      expect.soft(overlapsOf(boxes), name).toEqual([]);
      expect.soft(await lostOrDoubled(page), name).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
    }
    await settled(page);
  });
}

test('at 1440 px the whole story carries all 15 landmarks by name', async ({page}) => {
  await openStage(page, './?from=2014-11-20&to=2015-02-09');
  const landmarks = (await timelineOn(page)).events.filter(({importance}) => importance === 1).map(({id}) => id);
  expect(landmarks).toHaveLength(15);
  for (const id of landmarks) {
    await expect.soft(page.locator(`.plot-wide [data-id="${id}"] .words`), id).toHaveCount(1);
  }
});
