/** What a reader meets without pressing anything: structure, sizes, and words that stay in sight. */
import type {Page} from '@playwright/test';
import {expect, test, writtenEvents} from './site.ts';
import {openStage, settled, timelineOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});
test.beforeEach(({page}) => page.emulateMedia({reducedMotion: 'reduce'}));

const EVENTS = writtenEvents();
const TOLD = EVENTS.filter(({weight}) => weight !== 'context');
const PAGES = ['./', `events/${EVENTS[0]!.id}/`, 'sources/', 'method/', 'table/', '404.html'];

/** How far the page can be scrolled sideways. */
const overflowPx = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('QUALITY 9: no page scrolls sideways, down to 320 pixels and with letters twice as large, and every event is there', async ({
  page,
}) => {
  for (const path of PAGES) {
    await page.goto(path);
    for (const [width, rootPercent] of [
      [320, 100],
      [390, 100],
      [320, 200],
      [640, 200],
      [1440, 100],
    ] as const) {
      await page.setViewportSize({width, height: 640});
      await page.evaluate((percent) => document.documentElement.style.setProperty('font-size', `${percent}%`), rootPercent);
      expect(await overflowPx(page), `${path}, ${width} pixels wide, letters at ${rootPercent} %`).toBe(0);
    }
    if (path !== './') continue;
    await page.setViewportSize({width: 320, height: 640});
    const hidden = await page.evaluate(
      (ids) => ids.filter((id) => !document.getElementById(id)?.querySelector('h3, h4')?.checkVisibility()),
      EVENTS.map(({id}) => id),
    );
    expect(hidden).toEqual([]);
  }
});

test('QUALITY 10: with wide spacing of text nothing is cut off', async ({page}) => {
  const cutOff = () =>
    page.evaluate(() => {
      document.documentElement.style.setProperty('letter-spacing', '0.12em');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }',
      );
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      return [...document.querySelectorAll<HTMLElement>('body *')]
        .filter((element) => {
          if (element.closest('svg, .visually-hidden, .skip-link, [hidden]') || !element.checkVisibility()) return false;
          const {overflowX, overflowY, textOverflow, clipPath} = getComputedStyle(element);
          // A line that ends in three dots says that it goes on; what is clipped to nothing is only for the ear.
          if (textOverflow === 'ellipsis' || clipPath !== 'none') return false;
          const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
          return (
            (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
            (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
          );
        })
        .map((element) => `${element.localName} ${element.getAttribute('class')} ${element.textContent.trim().slice(0, 60)}`);
    });
  for (const [path, width] of [
    ['./', 390],
    ['./', 1440],
    [`events/${EVENTS[0]!.id}/`, 390],
    ['method/', 390],
  ] as const) {
    await page.setViewportSize({width, height: 844});
    await page.goto(path);
    expect(await cutOff(), `${path} at ${width}`).toEqual([]);
    expect(await overflowPx(page), `${path} at ${width}`).toBe(0);
  }
});

test('QUALITY 13: no text is smaller than 12 px, and what the drawing prints smaller is said elsewhere', async ({page}) => {
  for (const [path, width] of [
    ['./', 1440],
    ['./?q=film', 390],
    [`events/${EVENTS[0]!.id}/`, 390],
    ['sources/', 1440],
    ['table/', 1440],
  ] as const) {
    await page.setViewportSize({width, height: 844});
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    const small = await page.evaluate(() => {
      const found = new Map<string, string>();
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const element = node.parentElement!;
        if (!node.nodeValue!.trim() || !element.checkVisibility() || element.closest('script, style')) continue;
        const sizePx = parseFloat(getComputedStyle(element).fontSize);
        // The film strip and the numbers on charts and counts: design.md 2.
        const least = element.closest('.strip, .measures, .cluster') ? 11 : 12;
        if (sizePx < least) found.set(`${sizePx} px in ${element.tagName}.${element.getAttribute('class')}`, node.nodeValue!.trim());
      }
      return [...found].map(([where, words]) => `${where}: ${words}`);
    });
    expect(small, `${path} at ${width}`).toEqual([]);
  }
});

test('QUALITY 13: lanes are told apart by shape and name as well as by colour', async ({page}) => {
  await openStage(page);
  const {lanes} = await timelineOn(page);
  const shapes = await page.locator('.rail-lanes .glyph path').evaluateAll((all) => all.map((path) => path.getAttribute('d')));
  expect(shapes).toHaveLength(lanes.length);
  expect(new Set(shapes).size).toBe(lanes.length);
  await expect(page.locator('.rail-name')).toHaveText(lanes.map(({name}) => name));
});

test('QUALITY 17: one h1, a heading for each chapter and each event, landmarks, skip links and lists that are lists', async ({page}) => {
  await openStage(page);
  await expect(page.getByRole('heading', {level: 1})).toHaveCount(1);
  for (const role of ['banner', 'main', 'contentinfo'] as const) await expect(page.getByRole(role), role).toHaveCount(1);
  const {chapters, headless, orders, levels} = await page.evaluate(
    (ids) => ({
      chapters: [...document.querySelectorAll('.chapter')].map((chapter) => chapter.querySelectorAll('h2').length),
      headless: ids.filter((id) => document.getElementById(id)?.querySelectorAll('h3, h4').length === 0),
      orders: [...document.querySelectorAll('ol, ul')]
        .filter((list) => getComputedStyle(list).listStyleType === 'none' && list.getAttribute('role') !== 'list')
        .map((list) => `${list.localName} ${list.getAttribute('class')} ${list.textContent.trim().slice(0, 60)}`),
      levels: [...document.querySelectorAll('h1, h2, h3, h4, h5')]
        .filter((heading) => heading.checkVisibility())
        .map(({tagName}) => Number(tagName[1])),
    }),
    EVENTS.map(({id}) => id),
  );
  expect(chapters.length).toBeGreaterThan(1);
  expect(new Set(chapters)).toEqual(new Set([1]));
  expect(headless).toEqual([]);
  expect(orders).toEqual([]);
  expect(
    levels.filter((level, i) => i > 0 && level > levels[i - 1]! + 1),
    'no level of heading is left out',
  ).toEqual([]);
  for (const [name, target] of [
    ['Skip to story', '#story'],
    ['Skip timeline', '#story'],
  ] as const) {
    const link = page.getByRole('link', {name});
    await link.focus();
    await expect(link).toBeInViewport();
    await expect(link).toHaveAttribute('href', target);
  }
  await page.keyboard.press('Enter');
  await expect(page.locator(':focus')).toHaveAttribute('id', 'story');
});

test('QUALITY 2, 18: a screen reader reads only links in the drawing, and no role pretends to be something else', async ({page}) => {
  await openStage(page);
  const {wrongRoles, told, bare} = await page.evaluate(() => ({
    wrongRoles: [...document.querySelectorAll('[role="application"], [role="listbox"], [role="feed"], [role="img"]:has(a, button)')].map(
      ({localName, textContent}) => `${localName} ${textContent.trim().slice(0, 60)}`,
    ),
    told: [...document.querySelectorAll('.plot-picture > g:not([aria-hidden="true"])')].map((group) => group.getAttribute('class')),
    bare: [...document.querySelectorAll('svg.icon, svg.glyph, svg.overview-picture')].filter(
      (svg) => svg.getAttribute('aria-hidden') !== 'true',
    ).length,
  }));
  expect(wrongRoles).toEqual([]);
  expect(new Set(told)).toEqual(new Set(['edges', 'marks']));
  expect(bare).toBe(0);
});

test('QUALITY 21: a mark is called by its title, then its date; a control by the words on it, first', async ({page}) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const {events} = await timelineOn(page);
  const names = await page
    .locator('.plot-wide .mark')
    .evaluateAll((all) =>
      all.map((mark) => [mark.getAttribute('data-id')!, mark.getAttribute('aria-label')!, mark.querySelector('.words')?.textContent ?? '']),
    );
  expect(names.length).toBeGreaterThan(20);
  for (const [id, name, shown] of names) {
    const event = events.find((other) => other.id === id)!;
    expect(name!.indexOf(event.title), name).toBeGreaterThanOrEqual(0);
    expect(name!.indexOf(event.when), name).toBeGreaterThan(name!.indexOf(event.title));
    expect(name!.startsWith(shown!), `“${name}” begins with “${shown}”`).toBe(true);
  }
  await page.getByRole('button', {name: 'Filter events'}).click();
  const wrong = await page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], summary')].flatMap((control) => {
      const label = control.getAttribute('aria-label');
      const words = (control as HTMLElement).innerText?.trim().replace(/\s+/g, ' ');
      return label !== null && words && control.checkVisibility() && !label.toLowerCase().startsWith(words.toLowerCase())
        ? [`${label}: ${words}`]
        : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test('QUALITY 35: on a phone name, title, what it is about, what to press and the timeline are seen at once', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844});
  await openStage(page);
  for (const part of ['.masthead-name', 'h1', '.headline-deck', '.opening-question', '.opening-replay', '.opening-toggle', '.stage-bar']) {
    await expect(page.locator(part).first(), part).toBeInViewport({ratio: 1});
  }
  await expect(page.locator('.plot-compact')).toBeInViewport({ratio: 0.75});
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('QUALITY 1, 36: every event’s title, date and words are open, where the browser’s own search finds them', async ({page}) => {
  await openStage(page);
  const closed = await page.evaluate(
    (ids) =>
      ids.flatMap((id) => {
        const entry = document.getElementById(id)!;
        const isSeen = (selector: string) => {
          const part = entry.querySelector<HTMLElement>(selector);
          return (
            part !== null &&
            part.checkVisibility({contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true}) &&
            part.innerText.trim() !== ''
          );
        };
        return ['h3', '.entry-day', '.entry-date', '.prose'].filter((part) => !isSeen(part)).map((part) => `${id}: ${part}`);
      }),
    TOLD.map(({id}) => id),
  );
  expect(closed).toEqual([]);
});

test('QUALITY 37: a phone has the compact stage over a list that shows gaps; a low window lets the stage scroll away', async ({page}) => {
  await page.setViewportSize({width: 390, height: 844});
  await openStage(page);
  await expect(page.locator('.entry-gap').first()).toHaveText(/^\d+ days later$/);
  const footPx = async (width: number, height: number) => {
    await page.setViewportSize({width, height});
    await settled(page);
    await page
      .locator('.chapter')
      .nth(1)
      .evaluate((chapter) => chapter.scrollIntoView({behavior: 'instant'}));
    return page.locator('zoomable-timeline').evaluate((stage) => stage.getBoundingClientRect().bottom);
  };
  expect(await footPx(390, 844)).toBeGreaterThan(250);
  expect(await footPx(390, 844)).toBeLessThan(844 * 0.56);
  expect(await footPx(320, 256), '1280 by 1024 at 400 %').toBeLessThanOrEqual(0);
  expect(await footPx(844, 390), 'a phone on its side').toBeLessThanOrEqual(0);
  expect(await footPx(1280, 720), 'a small laptop').toBeLessThan(720 * 0.75);
});

test('QUALITY 15: whatever has focus is not covered, from the first to the last of the page', async ({page}) => {
  test.slow();
  await openStage(page);
  await page.keyboard.press('Tab');
  /** Corners and middle of what has focus that lie under something else. */
  const coveredNow = () =>
    page.evaluate(() => {
      const element = document.activeElement!;
      const box = (element.querySelector('.hit') ?? element).getClientRects()[0]!;
      const places = [
        [box.left + 2, box.top + 2],
        [box.right - 2, box.top + 2],
        [box.left + 2, box.bottom - 2],
        [box.right - 2, box.bottom - 2],
        [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
      ] as const;
      const isOwn = (top: Element | null) =>
        top !== null &&
        (element.contains(top) || top.contains(element) || top.closest('.brush, label, .foot-line') !== null || isUnpainted(top));
      /** Where a mark beside it may be pressed nothing is painted. */
      const isUnpainted = (top: Element) => top.matches('.plot .hit');
      const isCovered = places.some(
        ([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight && !isOwn(document.elementFromPoint(x, y)),
      );
      const isOut = box.bottom <= 0 || box.top >= innerHeight;
      return isCovered || isOut ? [`${element.localName} ${element.getAttribute('class')} ${element.textContent.trim().slice(0, 60)}`] : [];
    });
  for (let press = 0; press < 40; press++) {
    expect(await coveredNow()).toEqual([]);
    await page.keyboard.press('Tab');
  }
  // The rest is long: the page gives focus to each in turn, from the foot upwards, as Shift and Tab would.
  const covered = await page.evaluate(async () => {
    const wrong: string[] = [];
    const all = [...document.querySelectorAll<HTMLElement>('.feed a[href], .feed button, .page-footer a')].filter((element) =>
      element.checkVisibility(),
    );
    for (const [i, element] of [...all].reverse().entries()) {
      element.focus();
      const footPx = document.querySelector('zoomable-timeline')!.getBoundingClientRect().bottom;
      const {top, bottom} = element.getClientRects()[0]!;
      if (document.activeElement !== element || top < footPx || bottom > innerHeight)
        wrong.push(
          `${Math.round(top)}–${Math.round(bottom)}, stage to ${Math.round(footPx)}: ${`${element.localName} ${element.getAttribute('class')} ${element.textContent.trim().slice(0, 60)}`}`,
        );
      if (i % 40 === 39) await new Promise((done) => setTimeout(done));
    }
    return wrong;
  });
  expect(covered.slice(0, 8)).toEqual([]);
});
