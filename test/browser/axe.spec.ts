import type {Page} from '@playwright/test';
import {axeViolations, expect, test, writtenEvents} from './site.ts';
import {openStage, settled} from './stage-page.ts';

const EVENTS = writtenEvents();
/** The event whose page holds the most: several sources, and a disagreement where there is one. */
const FULLEST_EVENT = [...EVENTS].sort(
  (a, b) => Number(b.body.includes('<Disagreement')) - Number(a.body.includes('<Disagreement')) || b.sources.length - a.sources.length,
)[0]!.id;
const WIDTHS_PX = [320, 768, 1440];
/** All that a change of theme can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** A piece of each kind on the home page: what follows is more of the same. */
const ONE_OF_EACH = ['.masthead', '.headline', '.stage', '.chapter-nav', '.chapter:nth-of-type(2)', '.page-footer'];

interface State {
  readonly name: string;
  readonly open: (page: Page) => Promise<unknown>;
  /** Whatever else is on the page is the same in another state. */
  readonly parts?: readonly string[];
  /** Where colours are asked about; in all parts if left out. */
  readonly colourParts?: readonly string[];
  readonly isScrolled?: boolean;
}

const STATES: readonly State[] = [
  {name: 'home', open: (page) => openStage(page), colourParts: ONE_OF_EACH},
  {name: 'home, an entry opened', open: (page) => openStage(page, `./#${FULLEST_EVENT}`), parts: ['.stage', `[id="${FULLEST_EVENT}"]`]},
  {name: 'home, Known then', open: (page) => openStage(page, './?known=2014-12-18'), colourParts: ONE_OF_EACH},
  {name: 'find', open: (page) => openFind(page, './?q=film&certainty=disputed')},
  {name: 'find, no match', open: (page) => openFind(page, './?q=zzzzzz&lanes=sony')},
  {name: 'controls', open: (page) => openControls(page), parts: ['.stage-bar', '.controls']},
  ...[`events/${FULLEST_EVENT}/`, 'sources/', 'method/', 'table/', 'embed/', '404.html'].map((path) => ({
    name: path,
    open: (page: Page) => page.goto(path),
    isScrolled: path === 'table/',
  })),
];

async function openFind(page: Page, address: string): Promise<void> {
  await openStage(page, address);
  await expect(page.locator('.find')).toBeVisible();
}

async function openControls(page: Page): Promise<void> {
  await openStage(page);
  await page.getByRole('button', {name: 'Controls and keys'}).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

for (const {name, open, parts, colourParts = parts, isScrolled} of STATES) {
  test(`QUALITY 6, 7: axe finds nothing, and leaves nothing open, on ${name}`, async ({page}) => {
    test.setTimeout(300_000); // it measures every word against what lies behind it, and / has the whole story
    await page.emulateMedia({colorScheme: 'light', reducedMotion: 'reduce'});
    await page.setViewportSize({width: WIDTHS_PX[0]!, height: 900});
    await open(page);
    for (const width of WIDTHS_PX) {
      await page.setViewportSize({width, height: 900});
      if ((await page.locator('zoomable-timeline').count()) > 0) await settled(page);
      const filters = page.getByRole('button', {name: 'Filters', exact: true});
      if ((await filters.isVisible()) && (await filters.getAttribute('aria-expanded')) === 'false') await filters.click();
      expect(await axeViolations(page, {parts, without: colourParts && COLOUR_RULES, isScrolled}), `${width} pixels wide`).toEqual([]);
      for (const colorScheme of ['light', 'dark'] as const) {
        if (colorScheme === 'light' && !colourParts) continue; // All rules have been asked already.
        await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
        expect(
          await axeViolations(page, {parts: colourParts, rules: COLOUR_RULES, isScrolled}),
          `${width} pixels wide, ${colorScheme}`,
        ).toEqual([]);
      }
      await page.emulateMedia({colorScheme: 'light', reducedMotion: 'reduce'});
    }
  });
}
