/** Readers who ask for stillness, for the system's colours, for contrast or for the dark get them; and so do other scripts. */
import type {Page} from '@playwright/test';
import {expect, test, writtenEvents} from './site.ts';
import {openStage, settled} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

const EVENT = writtenEvents()[0]!.id;

test('QUALITY 14: for readers who want reduced motion nothing moves after a zoom, a jump or an opening', async ({page}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  await openStage(page);
  const moving = () =>
    page.evaluate(() => document.getAnimations().map((animation) => (animation as CSSAnimation).animationName || 'a transition'));
  const still = async (what: string, act: () => Promise<unknown>) => {
    await act();
    expect(await moving(), what).toEqual([]);
    const before = await page.locator('.brush').getAttribute('style');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await page.locator('.brush').getAttribute('style'), what).toBe(before);
  };
  await still('zoom', () => page.getByRole('button', {name: 'Zoom in'}).click());
  await still('jump', () => page.getByRole('button', {name: 'Days', exact: true}).click());
  await still('event', () => page.getByRole('button', {name: 'Next event'}).click());
  await still('Known then', () => page.getByRole('button', {name: 'Known then'}).last().click());
  await still('controls', () => page.getByRole('button', {name: 'Controls and keys'}).click());
  await page.keyboard.press('Escape');
  await still('find', () => page.getByRole('button', {name: 'Search events'}).click());
});

/** Colours of paint and text that are not system colours. */
function foreignColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const probe = document.createElement('i');
    document.body.append(probe);
    const read = (colour: string) => {
      probe.style.setProperty('color', colour);
      return getComputedStyle(probe).color;
    };
    const own = new Set(
      [
        'Canvas',
        'CanvasText',
        'LinkText',
        'VisitedText',
        'GrayText',
        'Highlight',
        'HighlightText',
        'ButtonText',
        'ButtonFace',
        'ButtonBorder',
        'Field',
        'FieldText',
        'Mark',
        'MarkText',
      ].map(read),
    );
    probe.remove();
    const isFree = (colour: string) =>
      colour === 'none' || colour.startsWith('url(') || /rgba\(.*, 0\)|transparent/.test(colour) || own.has(colour);
    const found = new Set<string>();
    for (const element of document.querySelectorAll('body *')) {
      if (!element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const isDrawing = element instanceof SVGElement && element.tagName !== 'svg' && element.tagName !== 'g' && element.tagName !== 'a';
      const colours = isDrawing
        ? [style.fill, style.stroke]
        : element instanceof SVGElement
          ? []
          : [style.color, style.borderBottomWidth === '0px' ? 'none' : style.borderBottomColor];
      for (const colour of colours) if (!isFree(colour)) found.add(`${element.tagName}.${element.getAttribute('class')}: ${colour}`);
    }
    return [...found];
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`QUALITY 11: with forced colours in the ${colorScheme}, text, marks, lines and rings are the system’s`, async ({page}) => {
    await page.emulateMedia({forcedColors: 'active', colorScheme, reducedMotion: 'reduce'});
    await openStage(page, './?known=2014-12-18&from=2014-12-11&to=2015-01-02#sony-cancels-christmas-release');
    expect(await foreignColours(page)).toEqual([]);
    // What is pressed shows a foot, since its background does not show it.
    for (const pressed of [page.locator('.toggle [aria-pressed="true"]'), page.locator('.levels [aria-pressed="true"]')]) {
      const footPx = await pressed.evaluate((button) =>
        Math.max(
          parseFloat(getComputedStyle(button).borderBottomWidth),
          parseFloat(getComputedStyle(button, '::after').borderTopWidth) || 0,
        ),
      );
      expect(footPx).toBeGreaterThanOrEqual(2);
    }
    await page.locator('[data-action="fit"]').focus();
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => {
      const {outlineColor, outlineStyle, outlineWidth} = getComputedStyle(document.activeElement!);
      const probe = document.createElement('i');
      document.body.append(probe);
      probe.style.setProperty('color', 'Highlight');
      const highlight = getComputedStyle(probe).color;
      probe.remove();
      return {isHighlight: outlineColor === highlight, outlineStyle, widthPx: parseFloat(outlineWidth)};
    });
    expect(ring).toEqual({isHighlight: true, outlineStyle: 'solid', widthPx: 2});
    await page.goto('./?q=film');
    await expect(page.locator('.result').first()).toBeVisible();
    expect(await foreignColours(page), 'find').toEqual([]);
    await page.goto(`events/${EVENT}/`);
    expect(await foreignColours(page), 'an event').toEqual([]);
  });
}

/** Contrast of two CSS colours that hide what lies behind them. */
async function contrasts(page: Page, pairs: readonly (readonly [string, string])[]): Promise<number[]> {
  return page.evaluate((wanted) => {
    const probe = document.createElement('i');
    document.body.append(probe);
    const luminance = (name: string) => {
      probe.style.setProperty('color', `var(${name})`);
      const [r, g, b] = getComputedStyle(probe)
        .color.match(/[\d.]+/g)!
        .map((part) => Number(part) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const ratios = wanted.map(([ink, ground]) => {
      const [a, b] = [luminance(ink), luminance(ground)];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    });
    probe.remove();
    return ratios;
  }, pairs);
}

const GROUNDS = ['--bg', '--stage', '--rail', '--band'];
const TEXTS = ['--ink', '--ink-2', '--ink-3', '--warn', '--bad'];
const MARKS = ['--slate', '--blue', '--violet', '--gold', '--teal', '--magenta', '--ctl', '--ghost', '--head', '--focus'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`QUALITY 12: in the ${colorScheme} text has 4.5:1 on every ground, marks, lines and the ring 3:1; more where more is asked`, async ({
    page,
  }) => {
    await page.goto(`events/${EVENT}/`);
    for (const [contrast, textLeast, markLeast, ringLeast] of [
      ['no-preference', 4.5, 3, 4.5],
      ['more', 7, 4.5, 7],
    ] as const) {
      await page.emulateMedia({colorScheme, contrast});
      for (const [names, least] of [
        [TEXTS, textLeast],
        [MARKS, markLeast],
        [['--focus'], ringLeast],
      ] as const) {
        const pairs = names.flatMap((ink) => GROUNDS.map((ground) => [ink, ground] as const));
        const ratios = await contrasts(page, pairs);
        // Notices of errors are for writers; they need no more than the rest.
        const low = pairs.flatMap(([ink, ground], i) =>
          ratios[i]! < (/warn|bad/.test(ink) ? 4.5 : least) ? [`${ink} on ${ground}: ${ratios[i]!.toFixed(2)}`] : [],
        );
        expect(low, contrast).toEqual([]);
      }
      expect(
        (
          await contrasts(page, [
            ['--head-ink', '--head'],
            ['--inv', '--ink'],
          ])
        ).every((ratio) => ratio >= 4.5),
      ).toBe(true);
    }
  });
}

test('QUALITY 48: the chosen theme is there before the first paint, on every page, and is remembered', async ({page}) => {
  await page.emulateMedia({colorScheme: 'light'});
  await page.goto('./');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole('button', {name: 'Switch between light and dark'}).click();
  const dark = await ground();
  expect(dark).not.toBe(light);
  for (const path of [`events/${EVENT}/`, 'table/', './']) {
    // The body is looked at as soon as there is one, before any deferred script has run.
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        Object.assign(globalThis, {firstTheme: document.documentElement.dataset['theme']});
      }).observe(document, {childList: true, subtree: true});
    });
    await page.goto(path);
    expect(await page.evaluate(() => (globalThis as unknown as {firstTheme?: string}).firstTheme), path).toBe('dark');
    expect(await ground(), path).toBe(dark);
  }
  await page.emulateMedia({colorScheme: 'dark'});
  await page.getByRole('button', {name: 'Switch between light and dark'}).click();
  expect(await ground()).toBe(light);
});

test('words from right to left keep their own direction and turn no line around', async ({page}) => {
  await openStage(page);
  const places = await page.evaluate(() => {
    const entry = document.querySelector('.entry')!;
    const link = entry.querySelector('h3 a')!;
    link.textContent = 'שלום 2014!';
    const prose = entry.querySelector('.prose p')!;
    prose.textContent = 'هذا نص عربي (Sony) 2014.';
    const x = (node: Node, from: number, to: number) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return range.getBoundingClientRect().left;
    };
    const title = link.firstChild!;
    const text = prose.firstChild!;
    const meta = entry.querySelector('.entry-meta dt')!.getBoundingClientRect().left;
    return {
      first: x(title, 0, 1),
      last: x(title, title.nodeValue!.length - 1, title.nodeValue!.length),
      firstWord: x(text, 0, 1),
      fullStop: x(text, text.nodeValue!.length - 1, text.nodeValue!.length),
      titleLeft: entry.querySelector('h3')!.getBoundingClientRect().left,
      meta,
      overflow: document.documentElement.scrollWidth - innerWidth,
    };
  });
  expect(places.last, 'the exclamation mark is at the left end').toBeLessThan(places.first);
  expect(places.fullStop, 'the full stop is at the left end').toBeLessThan(places.firstWord);
  expect(places.meta, 'what follows begins where it did').toBeCloseTo(places.titleLeft, 0);
  expect(places.overflow).toBe(0);
  await settled(page);
});
