import { axeViolations, expect, test, writtenEvents } from './site.ts';

const EVENTS = writtenEvents();
/** The event whose page holds the most: several sources, and a disagreement where there is one. */
const FULLEST_EVENT = [...EVENTS].sort(
  (a, b) =>
    Number(b.body.includes('<Disagreement')) - Number(a.body.includes('<Disagreement')) ||
    b.sources.length - a.sources.length,
)[0]!.id;
const PAGES = ['./', `events/${FULLEST_EVENT}/`, 'sources/', 'method/', 'table/', '404.html'];
const WIDTHS_PX = [320, 768, 1280];
/** All that a change of theme can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

for (const path of PAGES) {
  for (const width of WIDTHS_PX) {
    test(`axe finds nothing on ${path} at ${width} pixels, light or dark`, async ({ page }) => {
      test.setTimeout(180_000); // it measures every word against what lies behind it, and / has the whole story
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: width < 700 ? 640 : 900 });
      await page.goto(path);
      expect(await axeViolations(page), 'light').toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await page.reload();
      expect(await axeViolations(page, COLOUR_RULES), 'dark').toEqual([]);
    });
  }
}

for (const path of PAGES) {
  test(`${path} never scrolls sideways, down to 320 pixels and with letters twice as large`, async ({ page }) => {
    await page.goto(path);
    for (const [width, rootPercent] of [[320, 100], [390, 100], [640, 200], [1440, 100]] as const) {
      await page.setViewportSize({ width, height: 640 });
      await page.evaluate((percent) => document.documentElement.style.setProperty('font-size', `${percent}%`), rootPercent);
      const overflowPx = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflowPx, `${width} pixels wide, letters at ${rootPercent} %`).toBe(0);
    }
  });
}
