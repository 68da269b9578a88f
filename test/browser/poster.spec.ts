import type {Page} from '@playwright/test';
import {axeViolations, expect, test, writtenEvents} from './site.ts';

/** Events that are on the axis; the rest are in the notes. */
const ON_AXIS = writtenEvents()
  .filter(({weight}) => weight !== 'context')
  .map(({id}) => id);
const A3_POINTS = {width: 1190.55, height: 841.89};

interface Box {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the words of every event are, ≠ included, in the page's pixels. */
function labelBoxes(page: Page): Promise<Box[]> {
  return page.locator('.poster-picture .mark:has(.words)').evaluateAll((marks) =>
    marks.map((mark) => {
      const boxes = [...mark.querySelectorAll('.words, .sign')].map((part) => part.getBoundingClientRect());
      return {
        id: mark.getAttribute('data-id')!,
        left: Math.min(...boxes.map(({left}) => left)),
        right: Math.max(...boxes.map(({right}) => right)),
        top: Math.min(...boxes.map(({top}) => top)),
        bottom: Math.max(...boxes.map(({bottom}) => bottom)),
      };
    }),
  );
}

function overlaps(boxes: readonly Box[]): string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.id} and ${b.id}`),
  );
}

for (const media of ['screen', 'print'] as const) {
  test(`the poster names every event of the axis once, and no words overlap (${media})`, async ({page}) => {
    await page.emulateMedia({media});
    await page.setViewportSize({width: 1588, height: 1123});
    await page.goto('poster/');
    await page.evaluate(() => document.fonts.ready);
    const boxes = await labelBoxes(page);
    expect(boxes.map(({id}) => id).sort()).toEqual([...ON_AXIS].sort());
    expect(overlaps(boxes)).toEqual([]);
  });
}

test('no words of the poster leave their reel', async ({page}) => {
  await page.goto('poster/');
  await page.evaluate(() => document.fonts.ready);
  const cut = await page.locator('.poster-reel').evaluateAll((reels) =>
    reels.flatMap((reel) => {
      const {left, right} = reel.querySelector('.grid > .across, .grid .across')!.getBoundingClientRect();
      return [...reel.querySelectorAll('.mark .words')]
        .filter((words) => words.getBoundingClientRect().left < left || words.getBoundingClientRect().right > right)
        .map((words) => words.textContent);
    }),
  );
  expect(cut).toEqual([]);
});

test('the poster prints on one page of A3, landscape', async ({page}) => {
  await page.goto('poster/');
  await page.evaluate(() => document.fonts.ready);
  const pdf = (await page.pdf({preferCSSPageSize: true, printBackground: true})).toString('latin1');
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => [
    Number(width),
    Number(height),
  ]);
  expect(sizes).toHaveLength(1);
  expect(Math.abs(sizes[0]![0]! - A3_POINTS.width)).toBeLessThan(2);
  expect(Math.abs(sizes[0]![1]! - A3_POINTS.height)).toBeLessThan(2);
});

test('everything on the sheet is inside it, and nothing covers anything at its foot', async ({page}) => {
  await page.emulateMedia({media: 'print'});
  await page.setViewportSize({width: 1588, height: 1123});
  await page.goto('poster/');
  await page.evaluate(() => document.fonts.ready);
  const outside = await page.locator('.poster').evaluate((poster) => {
    const sheet = poster.getBoundingClientRect();
    const colophonTop = poster.querySelector('.poster-colophon')!.getBoundingClientRect().top;
    return [
      ...poster.querySelectorAll(
        '.poster-head, .poster-picture, .poster-foot, .poster-key > div, .poster-figures > li, .poster-sources > li, .poster-more',
      ),
    ]
      .filter((part) => {
        const {left, right, bottom} = part.getBoundingClientRect();
        const isBeside = left > sheet.left + sheet.width / 4;
        return left < sheet.left || right > sheet.right || bottom > (isBeside ? sheet.bottom - 8 : colophonTop);
      })
      .filter((part) => !part.matches('.poster-foot'))
      .map((part) => part.textContent.trim().slice(0, 40));
  });
  expect(outside).toEqual([]);
});

test('the poster has no playhead, and lanes are told by shape as well as colour', async ({page}) => {
  await page.goto('poster/');
  await expect(page.locator('.poster-picture .playhead line, .poster-picture .flag rect')).toHaveCount(0);
  const shapes = await page.locator('.poster-glyph').evaluateAll((glyphs) => glyphs.map((glyph) => glyph.getAttribute('d')));
  expect(new Set(shapes).size).toBe(shapes.length);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the poster in the ${colorScheme}, and it never scrolls the page sideways`, async ({page}) => {
    await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
    await page.goto('poster/');
    for (const width of [320, 1440]) {
      await page.setViewportSize({width, height: 800});
      expect(await axeViolations(page), `${width} pixels wide`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the sheet is dark words on white paper, whatever the system shows (${colorScheme})`, async ({page}) => {
    await page.emulateMedia({colorScheme});
    await page.goto('poster/');
    const [paper, ...inks] = await page
      .locator('.poster')
      .evaluate((poster) => [
        getComputedStyle(poster).backgroundColor,
        ...[...poster.querySelectorAll('h1, .poster-deck, .mark .words')].map(
          (words) => getComputedStyle(words)[words.matches('.words') ? 'fill' : 'color'],
        ),
      ]);
    expect(paper).toBe('rgb(255, 255, 255)');
    expect(inks.length).toBeGreaterThan(3);
    for (const ink of new Set(inks))
      expect(
        Math.max(
          ...ink
            .match(/[\d.]+/g)!
            .slice(0, 3)
            .map(Number),
        ),
        ink,
      ).toBeLessThan(0x90);
  });
}
