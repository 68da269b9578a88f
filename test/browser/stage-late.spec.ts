/** What answers readers comes with their first sign: nothing they do meanwhile is lost, and what does not come is said. */
import type {Page} from '@playwright/test';
import {expect, test} from './site.ts';
import {DAY_MS, emptyPlace, settled, timelineOn, viewOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

const WORDS = /^.+ did not load\. Check your connection, then try again\./;

/** Opens a page as far as its first picture. */
async function openPicture(page: Page, address = './'): Promise<void> {
  await page.goto(address);
  await page.locator('html[data-script="ready"]:not([data-arriving])').waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** Holds back a part of the script until it is let go. */
async function holdBack(page: Page, part: string): Promise<() => void> {
  let letGo = () => {};
  const gone = new Promise<void>((done) => (letGo = done));
  await page.route(`**/_astro/${part}.*.js`, async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}

const isAlive = (page: Page) =>
  page.evaluate(() => (document.querySelector('zoomable-timeline') as unknown as {live: unknown}).live !== null);
const days = async (page: Page) => {
  const {fromMs, toMs} = await viewOn(page);
  return (toMs - fromMs) / DAY_MS;
};

test('a first visit that nobody touches brings the picture alone', async ({page}) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url().replace(/^.*\//, ''));
  });
  await openPicture(page);
  await page.waitForTimeout(1000);
  expect(scripts.filter((name) => /^(?:live|find|texts|tooltip|controls)\./.test(name))).toEqual([]);
  expect(await isAlive(page)).toBe(false);
  await page.mouse.move(700, 400);
  await expect.poll(() => isAlive(page)).toBe(true);
  expect(scripts.some((name) => name.startsWith('live.'))).toBe(true);
});

test('a reader who scrolls reads on: the entry under the stage is marked', async ({page}) => {
  await openPicture(page);
  await page
    .locator('.entry')
    .nth(3)
    .evaluate((entry) =>
      scrollTo(0, scrollY + entry.getBoundingClientRect().top - document.querySelector<HTMLElement>('zoomable-timeline')!.offsetHeight),
    );
  await expect(page.locator('.entry').nth(3)).toHaveAttribute('data-current', '');
});

test.describe('before it has loaded', () => {
  test.beforeEach(({page}) => page.emulateMedia({reducedMotion: 'reduce'}));

  test('a button that is pressed does its work once it has', async ({page}) => {
    const letGo = await holdBack(page, 'live');
    await openPicture(page);
    await page.getByRole('button', {name: 'Days', exact: true}).click();
    await page.waitForTimeout(300);
    expect(await isAlive(page)).toBe(false);
    letGo();
    await expect.poll(() => days(page)).toBeCloseTo(1183 / 113, 0);
  });

  test('a wheel with Ctrl zooms the stage and not the page, and a drag pans', async ({page}) => {
    const letGo = await holdBack(page, 'live');
    await openPicture(page);
    const whole = (await timelineOn(page)).opening.view;
    const {x, y} = await emptyPlace(page, 0.5);
    await page.mouse.move(x, y);
    await page.evaluate(() => {
      const seen: boolean[] = [];
      Object.assign(globalThis, {seen});
      addEventListener('wheel', (event) => seen.push(event.defaultPrevented));
    });
    await page.keyboard.down('Control');
    for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await page.mouse.down();
    await page.mouse.move(x - 60, y, {steps: 4});
    await page.mouse.move(x - 120, y, {steps: 4});
    await page.mouse.up();
    await expect.poll(() => page.evaluate(() => (globalThis as unknown as {seen: boolean[]}).seen)).toEqual([true, true, true, true]);
    expect(await isAlive(page)).toBe(false);
    letGo();
    await expect.poll(() => isAlive(page)).toBe(true);
    await settled(page);
    const length = (whole.toMs - whole.fromMs) / 2 ** (4 * 0.48);
    const {fromMs, toMs} = await viewOn(page);
    expect((toMs - fromMs) / length).toBeCloseTo(1, 2);
    // The wheel kept the middle; the drag moved it on by 120 of 1183 px.
    const shareAt = (x - (await page.locator('.plot-wide').boundingBox())!.x) / 1183;
    const wantedMs = whole.fromMs + shareAt * (whole.toMs - whole.fromMs) - shareAt * length + (120 / 1183) * length;
    expect(Math.abs(fromMs - wantedMs) / length).toBeLessThan(0.01);
  });

  test('a mark that is pressed leads to its entry', async ({page}) => {
    const letGo = await holdBack(page, 'live');
    await openPicture(page);
    const mark = page
      .locator('.plot-wide a.mark[data-id]')
      .filter({has: page.locator('.glyph')})
      .first();
    const id = (await mark.getAttribute('data-id'))!;
    await mark.locator('.glyph').click();
    letGo();
    await expect(page).toHaveURL(new RegExp(`#${id}$`));
    await expect(page.locator(`#${id}`).locator('h3')).toBeFocused();
  });

  test('keys go from mark to mark, and the page does not scroll under them', async ({page}) => {
    const letGo = await holdBack(page, 'live');
    await openPicture(page);
    const {events} = await timelineOn(page);
    await page.locator('.plot-wide a[tabindex="0"]').focus();
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    letGo();
    await expect.poll(() => isAlive(page)).toBe(true);
    await settled(page);
    const ids = await page.evaluate(() =>
      (document.activeElement!.getAttribute('data-id') ?? document.activeElement!.getAttribute('data-members') ?? '').split(' '),
    );
    expect(ids).toContain(events[3]!.id);
  });
});

test.describe('where it does not come', () => {
  test.use({expectedComplaints: [/Failed to load resource/]});

  const missing = (page: Page) => page.locator('.stage-notice[data-kind="missing"]:not([hidden])');

  test('a press says so at the control and in the status, and the next one tries again', async ({page}) => {
    await page.route('**/_astro/live.*.js', (route) => route.abort());
    await openPicture(page);
    await page.mouse.move(700, 400);
    await page.waitForTimeout(1500);
    await expect(missing(page), 'nobody has asked for anything yet').toHaveCount(0);
    const zoom = page.getByRole('button', {name: 'Zoom in'});
    await zoom.click();
    await expect(missing(page)).toHaveText(WORDS);
    await expect(page.locator('[data-part="status"]')).toHaveText(WORDS);
    const [note, control] = [(await missing(page).boundingBox())!, (await zoom.boundingBox())!];
    expect(note.y).toBeGreaterThanOrEqual(control.y + control.height);
    // The row under the bar; the button may be in the row above the bar.
    expect(note.y - control.y - control.height).toBeLessThan(80);
    await expect(zoom).toBeFocused();
    await expect(zoom).toHaveClass(/is-missing/);
    await page.unroute('**/_astro/live.*.js');
    await zoom.click();
    await expect.poll(() => isAlive(page)).toBe(true);
    await expect(missing(page)).toHaveCount(0);
  });

  test('what needs a part that did not come is offered again, and then with a new page', async ({page}) => {
    await page.route('**/_astro/live.*.js', (route) => route.abort());
    await openPicture(page);
    await page.getByRole('button', {name: 'Replay the seven days'}).click();
    await expect(missing(page)).toHaveText(WORDS);
    await page.unroute('**/_astro/live.*.js');
    await page.getByRole('button', {name: 'Try again'}).click();
    await page.getByRole('button', {name: 'Reload', exact: true}).click();
    await page.locator('html[data-script="ready"]').waitFor();
    await page.getByRole('button', {name: 'Replay the seven days'}).click();
    await expect(page.getByRole('button', {name: 'Pause'})).toBeVisible({timeout: 20_000});
  });

  test('a mark is a link that the browser follows by itself', async ({page}) => {
    await page.route('**/_astro/live.*.js', (route) => route.abort());
    await openPicture(page);
    const mark = page
      .locator('.plot-wide a.mark[data-id]')
      .filter({has: page.locator('.glyph')})
      .first();
    const id = (await mark.getAttribute('data-id'))!;
    await mark.locator('.glyph').click();
    await expect(page).toHaveURL(new RegExp(`#${id}$`));
    await expect(page.locator(`#${id}`)).toBeInViewport();
  });

  for (const [part, name] of [
    ['find', 'Search events'],
    ['controls', 'Controls and keys'],
  ] as const) {
    test(`the ${part} that were asked for without a connection are there with it`, async ({page, context}) => {
      await openPicture(page);
      await page.mouse.move(700, 400);
      await expect.poll(() => isAlive(page)).toBe(true);
      await context.setOffline(true);
      await page.getByRole('button', {name}).click();
      await expect(missing(page)).toHaveText(WORDS);
      await context.setOffline(false);
      if (part === 'find') {
        await page.getByRole('button', {name}).click();
        await expect(page.getByRole('searchbox')).toBeFocused();
      } else {
        await page.keyboard.press('Escape');
        await page.getByRole('button', {name}).click();
        await page.getByRole('dialog', {name: 'Controls'}).getByRole('button', {name: 'Show all', exact: true}).click();
        await page.getByRole('dialog', {name: 'Controls'}).getByRole('button', {name: 'Zoom in', exact: true}).click();
        await expect.poll(() => days(page)).toBeLessThan(60);
      }
    });
  }
});
