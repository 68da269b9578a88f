/** While a hand moves the stage no script asks where anything is: to ask would lay the page out once more in every frame. */
import type {Page} from '@playwright/test';
import {expect, test} from './site.ts';
import {emptyPlace, openStage, settled} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

interface TraceEvent {
  readonly name: string;
  readonly args?: {
    readonly beginData?: {
      readonly stackTrace?: readonly {
        readonly functionName: string;
        readonly url: string;
        readonly lineNumber: number;
        readonly columnNumber: number;
      }[];
    };
  };
}

/** Where scripts of the page have forced a layout while something went on; and how many layouts there were in all. */
async function layoutsDuring(page: Page, act: () => Promise<void>): Promise<{readonly forced: readonly string[]; readonly all: number}> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline.stack', 'disabled-by-default-devtools.timeline'],
  });
  await act();
  const {traceEvents} = JSON.parse((await browser.stopTracing()).toString()) as {traceEvents: TraceEvent[]};
  const layouts = traceEvents.filter(({name}) => name === 'Layout');
  const forced = layouts.flatMap(({args}) => {
    const caller = args?.beginData?.stackTrace?.find(({url}) => url.startsWith('http'));
    return caller ? [`${caller.functionName} at ${caller.url.replace(/^.*\//, '')}:${caller.lineNumber}:${caller.columnNumber}`] : [];
  });
  return {forced, all: layouts.length};
}

test('no layout is forced by a wheel that zooms and pans, by a drag, by the brush or by a flight', async ({page}) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const {x, y} = await emptyPlace(page, 0.5);
  await page.mouse.move(x, y);
  await page.waitForTimeout(300);
  const frame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  const {forced, all} = await layoutsDuring(page, async () => {
    await page.keyboard.down('Control');
    for (let turn = 0; turn < 12; turn++) {
      await page.mouse.wheel(0, turn < 6 ? -60 : 60);
      await frame();
    }
    await page.keyboard.up('Control');
    for (let turn = 0; turn < 6; turn++) {
      await page.mouse.wheel(40, 0);
      await frame();
    }
    await page.mouse.down();
    for (let step = 1; step <= 10; step++) {
      await page.mouse.move(x - 12 * step, y);
      await frame();
    }
    await page.mouse.up();
    const brush = (await page.locator('[data-part="brush"]').boundingBox())!;
    await page.mouse.move(brush.x + brush.width / 2, brush.y + brush.height / 2);
    await page.mouse.down();
    for (let step = 1; step <= 8; step++) {
      await page.mouse.move(brush.x + brush.width / 2 + step, brush.y + brush.height / 2);
      await frame();
    }
    await page.mouse.up();
    await page.getByRole('button', {name: 'Days', exact: true}).evaluate((button) => (button as HTMLElement).click());
    await settled(page);
  });
  // The test itself asks for the brush's place; the page's own scripts are in files.
  expect(forced.filter((where) => /\.js:/.test(where))).toEqual([]);
  expect(all, 'what is drawn is laid out').toBeGreaterThan(20);
});
