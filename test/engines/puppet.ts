/** Chromium and Firefox, by Puppeteer. */
import {setTimeout as pause} from 'node:timers/promises';
import {launch, type KeyInput, type Page} from 'puppeteer-core';
import {CHROMIUM_FLAGS} from '../../src/tools/browser.ts';
import {WINDOW, type Driver} from './driver.ts';

const START_MS = 90_000;
const LOAD_MS = 30_000;
const ASK_MS = 50;
/** Without a window Firefox believes that another has the focus. */
const FIREFOX_PREFS = {'focusmanager.testmode': true, 'ui.prefersReducedMotion': 1, 'layout.css.prefers-color-scheme.content-override': 1};

export async function openPuppet({name, path}: {readonly name: 'Chromium' | 'Firefox'; readonly path: string}): Promise<Driver> {
  const browser = await launch({
    browser: name === 'Firefox' ? 'firefox' : 'chrome',
    executablePath: path,
    headless: true,
    timeout: START_MS,
    ...(name === 'Firefox' ? {extraPrefsFirefox: FIREFOX_PREFS} : {args: [...CHROMIUM_FLAGS, '--force-prefers-reduced-motion']}),
  });
  const page: Page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.setViewport(WINDOW);
  return {
    answersAfterReturn: true,
    async goTo(address) {
      await page.evaluate(() => void ((globalThis as {isLeft?: true}).isLeft = true));
      let isOver = false;
      const load = page.goto(address, {waitUntil: 'load', timeout: LOAD_MS}).finally(() => (isOver = true));
      load.catch(() => {}); // what it says is read below, if the page is not there sooner
      // Firefox sometimes forgets to say that a page has loaded, so the page is asked as well.
      const isThere = () =>
        page.evaluate(
          (wanted) => location.href === wanted && !('isLeft' in globalThis) && document.readyState === 'complete',
          new URL(address).href,
        );
      // A page that is being left cannot answer.
      while (!isOver) {
        if (await isThere().catch(() => false)) return;
        await pause(ASK_MS);
      }
      await load;
    },
    // Puppeteer's own way waits for a page that is loaded, and between two places of one page none is.
    back: () => page.evaluate(() => history.back()),
    forward: () => page.evaluate(() => history.forward()),
    run: (what, ...given) => page.evaluate(what as unknown as (...all: unknown[]) => unknown, ...given) as never,
    move: (x, y) => page.mouse.move(x, y),
    down: () => page.mouse.down(),
    up: () => page.mouse.up(),
    click: (x, y, count = 1) => page.mouse.click(x, y, {count}),
    async wheel(x, y, {x: deltaX = 0, y: deltaY = 0, held}) {
      await page.mouse.move(x, y);
      if (held) await page.keyboard.down(held);
      await page.mouse.wheel({deltaX, deltaY});
      if (held) await page.keyboard.up(held);
    },
    async press(key, held) {
      if (held) await page.keyboard.down(held);
      await page.keyboard.press((key === 'Space' ? ' ' : key) as KeyInput);
      if (held) await page.keyboard.up(held);
    },
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => page.setViewport({width, height}),
    close: () => browser.close(),
  };
}
