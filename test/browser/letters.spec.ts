/** Words in drawings take up the room that the layout gave them, however a system draws letters. */
import {chromium} from '@playwright/test';
import {CHROMIUM_FLAGS, chromiumPath} from '../../src/tools/browser.ts';
import {measureByTable} from '../../src/timeline/layout/letter-widths.ts';
import {expect, test} from './site.ts';

const HINTING = '--font-render-hinting=';

test('where letters are hinted, the words of an event page are as wide as the layout says', async ({baseURL}) => {
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: [...CHROMIUM_FLAGS.filter((flag) => !flag.startsWith(HINTING)), `${HINTING}full`],
  });
  try {
    const page = await browser.newPage({viewport: {width: 1440, height: 900}});
    await page.goto(`${baseURL}events/sony-cancels-christmas-release/`);
    await page.evaluate(() => document.fonts.ready);
    const labels = await page.locator('.strip-picture text.label, .plot-picture text.label').evaluateAll((all) =>
      all.map((label) => {
        const {fontSize, fontWeight} = getComputedStyle(label);
        return {
          text: label.textContent,
          drawnPx: (label as SVGTextElement).getComputedTextLength(),
          sizePx: parseFloat(fontSize),
          weight: Number(fontWeight),
        };
      }),
    );
    expect(labels.length).toBeGreaterThan(8);
    for (const {text, drawnPx, sizePx, weight} of labels) {
      expect(drawnPx, text).toBeLessThanOrEqual(measureByTable(text, sizePx, weight >= 600 ? 600 : 450) + 1);
    }
  } finally {
    await browser.close();
  }
});
