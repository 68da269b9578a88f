/** What can go wrong around the page: every event stays readable, every control works or says why not, and nothing fails silently. */
import type {Page} from '@playwright/test';
import {expect, test} from './site.ts';
import {openStage, timelineOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

const CHUNKS = ['live', 'both', 'tooltip', 'controls', 'replay', 'then-and-now'] as const;
const notice = (page: Page, kind: string) => page.locator(`.stage-notice[data-kind="${kind}"]:not([hidden])`);
const isAlive = (page: Page) =>
  page.evaluate(() => (document.querySelector('zoomable-timeline') as unknown as {live: unknown}).live !== null);
const isReady = (page: Page) => page.locator('html[data-script="ready"]').waitFor();

/** Every event of the timeline has an entry that can be read. */
async function expectWholeStory(page: Page): Promise<void> {
  const {events} = await timelineOn(page);
  const unread = await page.evaluate(
    (ids) => ids.filter((id) => !document.getElementById(id)?.closest('details:not([open])') && !document.getElementById(id)?.offsetHeight),
    events.map(({id}) => id),
  );
  expect(unread).toEqual([]);
}

test.describe('a part that is not there', () => {
  test.use({expectedComplaints: [/Failed to load resource/]});

  for (const chunk of CHUNKS) {
    test(`${chunk}: asked for twice, said at the control, and there when it is tried again`, async ({page}) => {
      const asked: string[] = [];
      await page.route(`**/_astro/${chunk}.*.js`, (route) => {
        asked.push(route.request().url());
        return route.fulfill({status: 404, body: 'gone'});
      });
      // In the window of the whole story there are counts.
      await page.goto(chunk === 'tooltip' ? './?from=2014-11-20&to=2015-02-09' : './');
      await isReady(page);
      await expectWholeStory(page);
      const control = page.locator(
        {
          live: '[data-action="zoom-in"]',
          both: '[data-action="find"]',
          controls: '[popovertarget]:not(.controls-close)',
          replay: '[data-opening="play"]',
          'then-and-now': '[data-opening="both"]',
          tooltip: 'a[data-members]:not(.rug)',
        }[chunk],
      );
      if (chunk === 'tooltip') {
        // A note that does not come goes unnoticed; everything else works.
        await control.first().hover();
        await expect.poll(() => asked.length).toBeGreaterThanOrEqual(2);
        await page.locator('[data-action="zoom-in"]').click();
        await expect.poll(() => isAlive(page)).toBe(true);
        return;
      }
      await control.first().click();
      await expect(notice(page, 'missing')).toBeVisible();
      expect(asked.length).toBeGreaterThanOrEqual(2);
      await page.unroute(`**/_astro/${chunk}.*.js`);
      if (chunk === 'controls') await page.keyboard.press('Escape');
      await notice(page, 'missing').getByRole('button').click();
      await expect(notice(page, 'missing')).toHaveCount(0);
      if (chunk === 'live') await expect.poll(() => isAlive(page)).toBe(true);
      if (chunk === 'both') await expect(page.getByRole('searchbox')).toBeFocused();
      if (chunk === 'replay') await expect(page.locator('.replay')).toBeVisible();
      if (chunk === 'then-and-now') await expect(page.getByRole('slider', {name: 'Day compared'})).toBeVisible();
    });
  }

  test('what is searched beside the page is not there: said, and there when it is tried again', async ({page}) => {
    await page.route('**/find.json', (route) => route.fulfill({status: 404, body: 'gone'}));
    await openStage(page);
    await page.locator('[data-action="find"]').click();
    await expect(notice(page, 'missing')).toBeVisible();
    await page.unroute('**/find.json');
    await notice(page, 'missing').getByRole('button').click();
    await expect(page.getByRole('searchbox')).toBeFocused();
  });

  test('a page left open while the site was republished asks to be reloaded', async ({page}) => {
    await openStage(page);
    await page.route('**/_astro/both.*.js', (route) => route.fulfill({status: 404, body: 'gone'}));
    const {pathname} = new URL(page.url());
    await page.route(
      (url) => url.pathname === pathname,
      async (route) => {
        const answer = await route.fetch();
        await route.fulfill({response: answer, body: (await answer.text()).replaceAll('/_astro/', '/_astro/new-')});
      },
    );
    await page.locator('[data-action="find"]').click();
    await expect(notice(page, 'older')).toBeVisible();
    await page.unrouteAll();
    await notice(page, 'older').getByRole('button').click();
    await isReady(page);
    await expect(notice(page, 'older')).toHaveCount(0);
  });

  test('nothing of an older site is there any more: each control asks to load the page again, and works after', async ({page}) => {
    await page.goto('./');
    await isReady(page);
    const {pathname} = new URL(page.url());
    await page.route('**/_astro/**', (route) => route.fulfill({status: 404, body: 'gone'}));
    await page.route(
      (url) => url.pathname === pathname,
      async (route) => {
        const answer = await route.fetch();
        await route.fulfill({response: answer, body: (await answer.text()).replaceAll('/_astro/', '/_astro/new-')});
      },
    );
    for (const control of ['[data-opening="known-then"]', '[data-action="zoom-in"]', '[data-action="find"]']) {
      await page.locator(control).click();
      await expect(notice(page, 'older')).toContainText('Reload to read today’s version.');
      await expectWholeStory(page);
    }
    await page.unrouteAll();
    await notice(page, 'older').getByRole('button', {name: 'Reload'}).click();
    await isReady(page);
    await page.locator('[data-opening="known-then"]').click();
    await expect(page.locator('[data-opening="known-then"]')).toHaveAttribute('aria-pressed', 'true');
    await page.locator('[data-action="find"]').click();
    await expect(page.getByRole('searchbox')).toBeFocused();
  });
});

/** A page in the background has no frames, and hears when it is shown again. */
async function letHide(page: Page): Promise<(isHidden: boolean) => Promise<void>> {
  await page.addInitScript(() => {
    let isHidden = false;
    const waiting: FrameRequestCallback[] = [];
    const ask = requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (draw) => (isHidden ? -waiting.push(draw) : ask(draw));
    Object.defineProperties(document, {
      hidden: {get: () => isHidden},
      visibilityState: {get: () => (isHidden ? 'hidden' : 'visible')},
    });
    addEventListener('test-hide', (event) => {
      isHidden = (event as CustomEvent<boolean>).detail;
      document.dispatchEvent(new Event('visibilitychange'));
      if (!isHidden) for (const draw of waiting.splice(0)) ask(draw);
    });
  });
  return (isHidden) => page.evaluate((detail) => void dispatchEvent(new CustomEvent('test-hide', {detail})), isHidden);
}

test.describe('a tab in the background', () => {
  const seconds = async (page: Page) => Number(/^0:(\d\d) /.exec((await page.locator('[data-replay="time"]').textContent())!)![1]);

  test('holds a replay, which goes on from there when the tab is shown', async ({page}) => {
    const hide = await letHide(page);
    await openStage(page);
    await page.locator('[data-opening="play"]').click();
    await expect.poll(() => seconds(page)).toBeGreaterThanOrEqual(1);
    await hide(true);
    const before = await seconds(page);
    await page.waitForTimeout(4000);
    expect(await seconds(page)).toBe(before);
    await hide(false);
    await expect.poll(() => seconds(page)).toBe(before + 1);
    await expect(page.getByRole('button', {name: 'Pause'})).toBeVisible();
  });

  test('ends a flight where it was going', async ({page}) => {
    const hide = await letHide(page);
    await openStage(page);
    const days = () =>
      page.evaluate(() => {
        const {fromMs, toMs} = (document.querySelector('zoomable-timeline') as unknown as {view: {fromMs: number; toMs: number}}).view;
        return (toMs - fromMs) / 86_400_000;
      });
    const before = await days();
    await page.locator('[data-action="zoom-in"]').click();
    await hide(true);
    await page.waitForTimeout(1000);
    await hide(false);
    await expect.poll(days).toBeCloseTo(before / 1.6, 1);
    await expect(page.locator('zoomable-timeline')).not.toHaveClass(/is-moving/);
  });
});

test.describe('the network', () => {
  test.use({expectedComplaints: [/Failed to load resource/]});

  test('goes and comes back: both are said', async ({page, context}) => {
    await openStage(page);
    await context.setOffline(true);
    await expect(notice(page, 'offline')).toBeVisible();
    await page.locator('[data-action="zoom-in"]').click();
    await expectWholeStory(page);
    await context.setOffline(false);
    await expect(notice(page, 'online')).toBeVisible();
    await expect(notice(page, 'online')).toHaveCount(0);
  });

  test('is slow: a press before the script has loaded shows, and is carried out', async ({page}) => {
    let letGo = () => {};
    const gone = new Promise<void>((done) => (letGo = done));
    await page.route('**/_astro/*.js', async (route) => {
      await gone;
      await route.continue();
    });
    await page.goto('./', {waitUntil: 'commit'});
    const then = page.locator('[data-opening="known-then"]');
    // It waits, and says so; a press counts all the same.
    await then.click({force: true});
    await expect(then).toHaveAttribute('data-pressed', '');
    letGo();
    await expect(then).toHaveAttribute('aria-pressed', 'true');
    await expect(then).not.toHaveAttribute('data-pressed');
  });
});

test.describe('the browser', () => {
  test('stores nothing: the theme turns all the same', async ({page}) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(globalThis, name, {
          get: () => {
            throw new DOMException('refused', 'SecurityError');
          },
        });
      }
    });
    await openStage(page);
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const before = await ground();
    await page.locator('[data-action="theme"]').click();
    expect(await ground()).not.toBe(before);
  });

  test('has no IntersectionObserver: the stage works, and no entry is marked', async ({page}) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'IntersectionObserver'));
    await openStage(page);
    await page.locator('[data-opening="known-then"]').click();
    await expect(page.locator('[data-opening="known-then"]')).toHaveAttribute('aria-pressed', 'true');
    await expectWholeStory(page);
  });

  test('has no popovers: the controls open and close all the same', async ({page}) => {
    await page.addInitScript(() => {
      for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) Reflect.deleteProperty(HTMLElement.prototype, name);
      for (const name of ['popoverTargetElement', 'popoverTargetAction']) Reflect.deleteProperty(HTMLButtonElement.prototype, name);
      document.addEventListener('DOMContentLoaded', () => {
        document.getElementById('controls')!.removeAttribute('popover');
      });
    });
    await openStage(page);
    const panel = page.locator('#controls');
    await page.locator('.controls-opener').click();
    await expect(panel).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(page.locator('.controls-opener')).toBeFocused();
  });

  test('hides the frame, or gives it no height: nothing is said in the console', async ({page}) => {
    await page.goto('method/');
    await page.evaluate(async () => {
      for (const size of ['0', '1', '200']) {
        const frame = document.createElement('iframe');
        frame.width = '400';
        frame.height = size;
        frame.hidden = size === '200';
        frame.src = new URL('../embed/?from=2000-01-01', location.href).href;
        document.body.append(frame);
        await new Promise((done) => frame.addEventListener('load', done));
      }
    });
    await page.waitForTimeout(1500);
  });

  test('keeps the page while another is read: it answers when it is come back to', async ({page}) => {
    await openStage(page);
    await page.locator('[data-opening="known-then"]').click();
    await expect(page).toHaveURL(/known=/);
    await page.goto('sources/');
    await page.goBack();
    await isReady(page);
    await expect(page.locator('[data-opening="known-then"]')).toHaveAttribute('aria-pressed', 'true');
    await page.locator('[data-opening="known-now"]').click();
    await expect(page).not.toHaveURL(/known=/);
  });
});

test.describe('an old browser', () => {
  test.use({expectedComplaints: [/SyntaxError|Unexpected|Invalid/]});

  test('that cannot read the script shows the whole story, and a still picture on an opaque ground', async ({page}) => {
    await page.route('**/_astro/*.js', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({response: answer, body: `\\u{}${await answer.text()}`});
    });
    await page.goto('./');
    await page.locator('html[data-script="failed"]').waitFor();
    await expectWholeStory(page);
    await expect(page.locator('.stage-still')).toBeVisible();
    await expect(page.locator('.stage-bar')).toBeHidden();
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.stage')!).backgroundColor)).toMatch(/^rgb\(/);
  });

  test('that has no light-dark(), ranges, nesting or mixed colours has every ground and the layout for phones', async ({page}) => {
    await page.setViewportSize({width: 390, height: 844});
    await page.route('**/_astro/*.css', async (route) => {
      const answer = await route.fetch();
      const spoilt = (await answer.text())
        .replaceAll('light-dark(', 'no-light-dark(')
        .replaceAll('color-mix(', 'no-color-mix(')
        .replace(/@media[^{]*[<>][^{]*\{/g, '@media no {');
      await route.fulfill({response: answer, body: spoilt});
    });
    await openStage(page);
    const {stage, body, outPx, clip} = await page.evaluate(() => ({
      stage: getComputedStyle(document.querySelector('.stage')!).backgroundColor,
      body: getComputedStyle(document.body).backgroundColor,
      outPx: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      clip: getComputedStyle(document.querySelector('.mark .tab, .mark .small-box') ?? document.body).fill,
    }));
    expect([stage, body]).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
    expect(outPx).toBe(0);
    expect(clip).not.toBe('rgb(0, 0, 0)');
  });
});
