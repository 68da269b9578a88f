/** Scrubbing moves the playhead and shows what was known; labels are not measured again. */
import {countArrangements} from '../bench/calls.ts';
import {expect, test} from './site.ts';
import {openStage, plotBox, settled} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

const STEPS = 60;
/** What the bar says once a frame has been drawn. */
const DATE_AFTER_FRAME = `new Promise((done) => requestAnimationFrame(() => done(document.querySelector('[data-part="date"]').textContent)))`;

test('the playhead goes from end to end in Known then without one layout of labels', async ({page, context}) => {
  await openStage(page, './?from=2014-11-20&to=2015-02-09&known=2014-11-24');
  const cdp = await context.newCDPSession(page);
  const {left, right, top} = await plotBox(page);
  const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number) =>
    cdp.send('Input.dispatchMouseEvent', {type, x, y: top + 16, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1});

  const days = new Set<string>();
  const whileScrubbing = await countArrangements(cdp, async () => {
    await mouse('mousePressed', left + 2);
    for (let i = 1; i <= STEPS; i++) {
      await mouse('mouseMoved', left + 2 + ((right - left - 4) * i) / STEPS);
      const {result} = await cdp.send('Runtime.evaluate', {expression: DATE_AFTER_FRAME, awaitPromise: true});
      days.add(String(result.value));
    }
    await mouse('mouseReleased', right - 2);
    await settled(page);
  });
  expect(whileScrubbing).toBe(0);
  expect(days.size).toBeGreaterThan(STEPS * 0.9);
  await expect(page.locator('[data-part="date"]')).toHaveText('Sun 8 Feb 2015');

  // The same count sees the layout that a zoom asks for, so that the nothing above means something.
  const whileZooming = await countArrangements(cdp, async () => {
    await page.getByRole('button', {name: 'Zoom in'}).click();
    await settled(page);
  });
  expect(whileZooming).toBeGreaterThan(0);
});
