/** Another window or another size of text leaves readers where they were: at their entry, and in their window of time. */
import type {Page} from '@playwright/test';
import type {View} from '../../src/timeline/model/view.ts';
import {expect, test} from './site.ts';
import {openStage, settled, viewOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

interface Place {
  /** The entry that is being read, and where it begins below the stage, or below the top of the window. */
  readonly id: string;
  readonly belowFootPx: number;
  readonly view: View;
}

/** What is read: the entry that wears the red mark. */
async function placeOn(page: Page): Promise<Place> {
  await settled(page);
  const {id, belowFootPx} = await page.evaluate(() => {
    const entry = document.querySelector('.entry[data-current]')!;
    const stage = document.querySelector<HTMLElement>('zoomable-timeline')!;
    const footPx = getComputedStyle(stage).position === 'sticky' ? stage.offsetHeight : 0;
    return {id: entry.id, belowFootPx: entry.getBoundingClientRect().top - footPx};
  });
  return {id, belowFootPx, view: await viewOn(page)};
}

function expectKept(now: Place, before: Place, when: string): void {
  const length = before.view.toMs - before.view.fromMs;
  expect(now.id, when).toBe(before.id);
  expect(
    Math.abs(now.belowFootPx - before.belowFootPx),
    `${when}: the entry, at ${now.belowFootPx} in place of ${before.belowFootPx}`,
  ).toBeLessThanOrEqual(8);
  expect(Math.abs(now.view.fromMs - before.view.fromMs) / length, `${when}: the window’s start`).toBeLessThanOrEqual(0.01);
  expect(Math.abs(now.view.toMs - before.view.toMs) / length, `${when}: the window’s end`).toBeLessThanOrEqual(0.01);
}

/** Scrolls to an entry as a reader does, until its title is some pixels below the stage. */
async function readOn(page: Page, id: string, belowFootPx: number): Promise<void> {
  await page.mouse.wheel(0, 1);
  await page.evaluate(
    ([wanted, below]) => {
      const stage = document.querySelector<HTMLElement>('zoomable-timeline')!;
      const footPx = getComputedStyle(stage).position === 'sticky' ? stage.offsetHeight : 0;
      scrollTo(0, scrollY + document.getElementById(wanted)!.getBoundingClientRect().top - footPx - below);
    },
    [id, belowFootPx] as const,
  );
  await settled(page);
  await expect(page.locator(`#${id}`)).toHaveAttribute('data-current', '');
}

const ENTRIES = ['fbi-names-north-korea', 'sony-cancels-christmas-release'] as const;
const ADDRESS = './?from=2014-12-12T07:00&to=2014-12-27T19:00';

test.describe('on a phone', () => {
  test.use({viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true});
  const PORTRAIT = {width: 390, height: 844};
  const LANDSCAPE = {width: 844, height: 390};

  for (const below of [90, 20, -70]) {
    test(`turning it and turning it back keeps an entry ${below} px below the stage`, async ({page}) => {
      await openStage(page, ADDRESS);
      for (const id of ENTRIES) {
        await page.setViewportSize(PORTRAIT);
        await settled(page);
        await readOn(page, id, below);
        const before = await placeOn(page);
        expect(before.id).toBe(id);
        await page.setViewportSize(LANDSCAPE);
        expectKept(await placeOn(page), before, 'turned');
        await page.setViewportSize(PORTRAIT);
        expectKept(await placeOn(page), before, 'turned back');
      }
    });
  }

  test('turning it keeps an entry that was come to from its mark, and one in landscape', async ({page}) => {
    await openStage(page, `${ADDRESS}#fbi-names-north-korea`);
    const before = await placeOn(page);
    expect(before.id).toBe('fbi-names-north-korea');
    await page.setViewportSize(LANDSCAPE);
    expectKept(await placeOn(page), before, 'turned');
    await page.setViewportSize(PORTRAIT);
    expectKept(await placeOn(page), before, 'turned back');
    await page.setViewportSize(LANDSCAPE);
    await settled(page);
    await readOn(page, 'sony-cancels-christmas-release', 60);
    const aside = await placeOn(page);
    await page.setViewportSize(PORTRAIT);
    expectKept(await placeOn(page), aside, 'turned upright');
    await page.setViewportSize(LANDSCAPE);
    expectKept(await placeOn(page), aside, 'turned on its side again');
  });

  test('in the middle of a long entry the words being read stay in place', async ({page}) => {
    await openStage(page, ADDRESS);
    /** The first words that reach below the reading line, 120 px below the stage, and where they begin. */
    const read = () =>
      page.evaluate((id) => {
        const stage = document.querySelector<HTMLElement>('zoomable-timeline')!;
        const linePx = (getComputedStyle(stage).position === 'sticky' ? stage.offsetHeight : 0) + 120;
        const words = [...document.querySelectorAll(`#${id} :is(p, li, dt, dd)`)].find(
          (line) => line.getBoundingClientRect().bottom > linePx,
        )!;
        const {top, height} = words.getBoundingClientRect();
        return {text: words.textContent, share: (linePx - top) / height};
      }, 'fbi-names-north-korea');
    await readOn(page, 'fbi-names-north-korea', 0);
    await page.evaluate(() => scrollBy(0, 280));
    await settled(page);
    const before = await read();
    expect(before.share).toBeGreaterThan(0);
    for (const size of [LANDSCAPE, PORTRAIT]) {
      await page.setViewportSize(size);
      await settled(page);
      const now = await read();
      expect(now.text).toBe(before.text);
      expect(Math.abs(now.share - before.share)).toBeLessThan(0.1);
    }
  });

  test('at the top of the page it stays at the top', async ({page}) => {
    await openStage(page);
    const {view} = {view: await viewOn(page)};
    for (const size of [LANDSCAPE, PORTRAIT]) {
      await page.setViewportSize(size);
      await settled(page);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      expect(await viewOn(page)).toEqual(view);
      await expect(page.locator('.entry[data-current]')).toHaveCount(0);
    }
  });

  test('the closest window is again what it was, though a wide plot has to show more', async ({page}) => {
    await openStage(page, './?from=2014-12-17T10:00&to=2014-12-17T14:00#sony-cancels-christmas-release');
    const before = await placeOn(page);
    await page.setViewportSize(LANDSCAPE);
    const turned = await placeOn(page);
    expect(turned.view.toMs - turned.view.fromMs).toBeGreaterThan(before.view.toMs - before.view.fromMs);
    await page.setViewportSize(PORTRAIT);
    expectKept(await placeOn(page), before, 'turned back');
  });
});

test('a narrower window and the wide one again keep the entry and the window of time', async ({page}) => {
  await openStage(page, ADDRESS);
  for (const id of ENTRIES) {
    await page.setViewportSize({width: 1440, height: 900});
    await settled(page);
    await readOn(page, id, 40);
    const before = await placeOn(page);
    for (const [width, height] of [
      [1024, 900],
      [1440, 900],
      [1440, 700],
      [600, 900],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({width, height});
      expectKept(await placeOn(page), before, `${width} × ${height}`);
    }
  }
  expect(new URL(page.url()).hash).toBe('');
});

test('larger letters keep the entry and the window of time', async ({page, context}) => {
  const session = await context.newCDPSession(page);
  for (const width of [1440, 390]) {
    await page.setViewportSize({width, height: 844});
    await openStage(page, ADDRESS);
    await readOn(page, 'fbi-names-north-korea', 40);
    const before = await placeOn(page);
    for (const percent of [150, 200, 100]) {
      await page.evaluate((size) => document.documentElement.style.setProperty('font-size', `${size}%`), percent);
      expectKept(await placeOn(page), before, `${width} px, letters at ${percent} %`);
    }
    for (const standard of [24, 16]) {
      await session.send('Page.setFontSizes', {fontSizes: {standard}});
      expectKept(await placeOn(page), before, `${width} px, letters of ${standard} px`);
    }
  }
});
