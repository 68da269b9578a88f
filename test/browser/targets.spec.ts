/** Everything that can be pressed is large enough, and nothing else lies within it. Axe passes over links inside SVG. */
import type {Page} from '@playwright/test';
import {expect, test, writtenEvents} from './site.ts';
import {openStage, scrollToStage, settled} from './stage-page.ts';

test.describe.configure({timeout: 120_000});
test.beforeEach(({page}) => page.emulateMedia({reducedMotion: 'reduce'}));

/**
 * Where a smaller target is meant: words inside a text (WCAG 2.5.8 excepts them), and marks on a lane's foot rule,
 * which the press takes from 22 px around and whose entry in the story is the same link.
 */
const EXEMPT = '.prose a, .cite a, .headline-deck a, .foot, p a, dd a, td a, .skip-link';

interface Target {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The boxes that take a press: of controls on the page, and of links in the drawing. */
function targetsOn(page: Page, root: string): Promise<Target[]> {
  return page.evaluate(
    ([within, exempt]) =>
      [...document.querySelectorAll(`${within} :is(a[href], button, input, [role="slider"], summary)`)]
        .filter(
          (element) =>
            element.checkVisibility({visibilityProperty: true}) && !element.matches(exempt!) && !element.closest('.visually-hidden'),
        )
        .map((element) => {
          // A tick box is pressed on all of its row; a link that covers its row too.
          const area = element.closest('label') ?? element.querySelector('.hit') ?? (element.closest('.result') || element);
          const {left, right, top, bottom} = area.getBoundingClientRect();
          const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 30);
          return {what: `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${name}`, left, right, top, bottom};
        })
        .filter(({left, right, top, bottom}) => right > left && bottom > top),
    [root, EXEMPT],
  );
}

function tooSmall(targets: readonly Target[], leastPx: number): string[] {
  return targets
    .filter(({left, right, top, bottom}) => right - left < leastPx - 0.5 || bottom - top < leastPx - 0.5)
    .map(({what, left, right, top, bottom}) => `${what}: ${Math.round(right - left)} × ${Math.round(bottom - top)}`);
}

/** Pairs of targets of which one lies over the other by more than a hair. */
function overlaps(targets: readonly Target[], slackPx = 1): string[] {
  const found: string[] = [];
  targets.forEach((a, i) => {
    for (const b of targets.slice(i + 1)) {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > slackPx && high > slackPx) found.push(`${a.what} and ${b.what}: ${Math.round(wide)} × ${Math.round(high)}`);
    }
  });
  return found;
}

for (const [width, height] of [
  [1440, 900],
  [768, 1024],
  [390, 844],
  [320, 640],
] as const) {
  test(`QUALITY 8: controls are at least 24 by 24 and apart, ${width} pixels wide`, async ({page}) => {
    await page.setViewportSize({width, height});
    await openStage(page);
    for (const root of ['.masthead', '.stage-bar', '.rail', '.chapter-nav', '.entries', '.page-footer']) {
      const targets = await targetsOn(page, root);
      expect(targets.length, root).toBeGreaterThan(0);
      expect(tooSmall(targets, 24), root).toEqual([]);
      expect(overlaps(targets), root).toEqual([]);
    }
    await page.goto('./?from=2014-12-17&to=2014-12-18');
    await settled(page);
    expect(overlaps(await targetsOn(page, '.stage-bar')), 'the ends of a narrow window').toEqual([]);
    await page.getByRole('button', {name: 'Controls and keys'}).click();
    const controls = await targetsOn(page, '.controls');
    expect(tooSmall(controls, 24)).toEqual([]);
    expect(overlaps(controls)).toEqual([]);
    await page.goto('./?q=film');
    await expect(page.locator('.result').first()).toBeVisible();
    const find = await targetsOn(page, '.find');
    expect(tooSmall(find, 24)).toEqual([]);
    expect(overlaps(find)).toEqual([]);
  });
}

for (const [name, address, width] of [
  ['months', './', 1440],
  ['weeks', './?from=2014-12-10&to=2015-01-04', 1440],
  ['days', './?from=2014-12-15&to=2014-12-25', 1440],
  ['hours', './?from=2014-12-16&to=2014-12-18', 1440],
  ['months on a phone', './', 390],
  ['weeks on a phone', './?from=2014-12-14&to=2014-12-25', 390],
] as const) {
  test(`QUALITY 8: links in the drawing are at least 24 by 24, and their signs apart: ${name}`, async ({page}) => {
    await page.setViewportSize({width, height: 844});
    await openStage(page, address);
    await scrollToStage(page);
    const hits = await targetsOn(page, '.plot-picture');
    expect(hits.length).toBeGreaterThan(6);
    // A rug's ticks do what its lane's name and the entries below do with 24 pixels and more.
    expect(
      tooSmall(
        hits.filter(({what}) => !what.startsWith('a.rug')),
        24,
      ),
    ).toEqual([]);
    // Where two boxes touch each other's edge the middle of each, and its words, still belong to it alone.
    const stolen = await page.evaluate(() => {
      const around = document.querySelector('.plot')!.getBoundingClientRect();
      return [...document.querySelectorAll('.plot-picture .mark, .plot-picture .cluster')].flatMap((link) => {
        const sign = link.querySelector('.glyph, .box, .clip, .clip-fade, .outline')?.getBoundingClientRect();
        if (!sign || sign.width === 0) return [];
        const [x, y] = [(Math.max(sign.left, around.left) + Math.min(sign.right, around.right)) / 2, (sign.top + sign.bottom) / 2];
        if (x <= around.left || x >= around.right) return [];
        const top = document.elementFromPoint(x, y)?.closest('a');
        return top === link ? [] : [`${link.getAttribute('data-key')} is under ${top?.getAttribute('data-key')}`];
      });
    });
    expect(stolen).toEqual([]);
  });
}

test.describe('under fingers', () => {
  test.use({viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true});

  test('QUALITY 8: with a coarse pointer controls are at least 44 by 44', async ({page}) => {
    await openStage(page);
    expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
    // The overview is lower than a finger is wide; the two dates in the controls do the same.
    const bar = (await targetsOn(page, '.stage-bar')).filter(({what}) => !/grip/.test(what));
    expect(tooSmall(bar, 44)).toEqual([]);
    await page.getByRole('button', {name: 'Controls and keys'}).tap();
    expect(tooSmall(await targetsOn(page, '.controls'), 44)).toEqual([]);
    await page.goto('./?q=film&certainty=exact');
    await expect(page.locator('.result').first()).toBeVisible();
    await page.getByRole('button', {name: 'Filters'}).tap();
    const find = await targetsOn(page, '.find');
    expect(tooSmall(find, 44)).toEqual([]);
    expect(overlaps(find)).toEqual([]);
  });

  test('QUALITY 8: on a tablet under fingers the bar’s buttons are 44 by 44 and fit', async ({page}) => {
    for (const width of [641, 768, 1024, 1280]) {
      await page.setViewportSize({width, height: 1024});
      await openStage(page);
      const bar = (await targetsOn(page, '.stage-bar')).filter(({what}) => !/span\.grip/.test(what) || width > 690);
      expect(
        tooSmall(
          bar.filter(({what}) => !/^button\. (Known|Months|Weeks|Days|Hours)|grip/.test(what)),
          44,
        ),
        `${width} px`,
      ).toEqual([]);
      expect(overlaps(bar), `${width} px`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} px`).toBe(0);
    }
  });
});

test('QUALITY 8: on other pages too', async ({page}) => {
  for (const path of [`events/${writtenEvents()[0]!.id}/`, 'sources/', 'method/', 'table/', '404.html']) {
    for (const width of [320, 1440]) {
      await page.setViewportSize({width, height: 900});
      await page.goto(path);
      const targets = (await targetsOn(page, 'body')).filter(({what}) => !/^a\.(mark|rug|cluster)/.test(what));
      expect(tooSmall(targets, 24), `${path} at ${width}`).toEqual([]);
    }
  }
});
