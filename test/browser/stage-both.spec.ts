/** Both: then above now, with the day compared on the ruler between them. */
import type {Page} from '@playwright/test';
import {axeViolations, expect, test} from './site.ts';
import {showStretch} from './stage-boxes.ts';
import {axisMs, openStage, settled, timelineOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

const slider = (page: Page) => page.getByRole('slider', {name: 'Day compared'});
const heads = (page: Page) => page.locator('.both-head p').allTextContents();
const part = (page: Page, name: string) => page.locator('.toggle').getByRole('button', {name, exact: true});
const query = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

async function openBoth(page: Page, address = './?both=2014-12-18'): Promise<void> {
  await openStage(page, address);
  await slider(page).waitFor();
  await settled(page);
}

test('comes with the opening’s button, on the day that it asks about, and no sooner', async ({page}) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await openStage(page);
  const came = () => scripts.filter((url) => /then-and-now\.[^/]*\.js$/.test(url)).length;
  expect(came()).toBe(0);
  const opener = page.locator('.opening').getByRole('button', {name: 'Both'});
  await opener.click();
  await expect(slider(page)).toBeFocused();
  expect(came()).toBe(1);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^Thursday 18 December 2014, \d+ of 87 events public$/);
  await settled(page);
  expect(query(page, 'both')).toBe('2014-12-18');
  await expect(opener).toHaveAttribute('aria-pressed', 'true');
  await expect(part(page, 'Both')).toHaveAttribute('aria-pressed', 'true');
  await expect(part(page, 'Known now')).toHaveAttribute('aria-pressed', 'false');
  await page.goBack();
  await expect(slider(page)).toHaveCount(0);
  await expect(opener).toHaveAttribute('aria-pressed', 'false');
  await page.goForward();
  await expect(slider(page)).toBeVisible();
});

test('shows above what was public, and below everything, with what was public drawn quietly', async ({page}) => {
  await openBoth(page);
  const {events} = await timelineOn(page);
  const untilMs = axisMs('2014-12-18');
  const known = events.filter(({knownMs}) => knownMs <= untilMs);
  expect(await heads(page)).toEqual([
    `${known.length} of 87 events were public on Thursday 18 December 2014. Later events are empty outlines.`,
    `${87 - known.length} more came out later and are drawn in full. What was public already is drawn quietly.`,
  ]);
  const above = await page.locator('.both-picture [data-then]').evaluateAll((words) => words.map((one) => one.getAttribute('data-then')!));
  expect(above.length).toBeGreaterThan(5);
  expect(above.filter((id) => !known.some((event) => event.id === id))).toEqual([]);
  const below = await page
    .locator('.plot-wide .mark')
    .evaluateAll((marks) => marks.map((mark) => [mark.getAttribute('data-id')!, mark.classList.contains('was-public')] as const));
  expect(below.length).toBeGreaterThan(30);
  expect(below.filter(([id, isQuiet]) => isQuiet !== known.some((event) => event.id === id))).toEqual([]);
  await expect(page.locator('.plot-wide [data-id="fbi-names-north-korea"]')).toHaveAttribute('aria-label', /Came out later\.$/);
  await expect(page.locator('.plot-wide [data-id="sony-cancels-christmas-release"]')).toHaveAttribute('aria-label', /Public by then\.$/);
  // The page below is that of Known now.
  await expect(page.locator('.entry.is-folded')).toHaveCount(0);
});

test('has each mark of then above the mark of now', async ({page}) => {
  await openBoth(page);
  const apart = await page.locator('.both-picture [data-then]').evaluateAll((words) =>
    words.map((word) => {
      const below = document.querySelector(`.plot-wide [data-id="${word.getAttribute('data-then')}"] .words`)!;
      const [a, b] = [word.getBoundingClientRect(), below.getBoundingClientRect()];
      return {text: [word.textContent, below.textContent], right: Math.round(b.right - a.right), down: Math.round(b.bottom - a.bottom)};
    }),
  );
  expect(new Set(apart.map(({down}) => down)).size, JSON.stringify(apart)).toBe(1);
  expect(apart.filter(({text}) => text[0] !== text[1])).toEqual([]);
});

test('is led by keys: a day, a week, the ends, and Escape leaves', async ({page}) => {
  await openBoth(page);
  await expect(slider(page), 'an address takes no focus').not.toBeFocused();
  await expect(page.locator('.both-keys')).toBeHidden();
  await slider(page).focus();
  await expect(page.locator('.both-keys')).toBeVisible();
  const goTo = async (key: string, day: RegExp) => {
    await page.keyboard.press(key);
    await expect(slider(page), key).toHaveAttribute('aria-valuetext', day);
  };
  await goTo('ArrowRight', /^Friday 19 December/);
  await goTo('ArrowLeft', /^Thursday 18 December/);
  await goTo('PageDown', /^Thursday 11 December/);
  await goTo('PageUp', /^Thursday 18 December/);
  await goTo('Home', /^Thursday 20 November/);
  await settled(page);
  await expect(page.locator('.flag rect:visible').last(), 'the window has followed').toBeVisible();
  await goTo('End', /February 2015/);
  await expect(page.locator('.both-keys')).toContainText('Esc leave the comparison');
  await page.keyboard.press('Escape');
  await expect(slider(page)).toHaveCount(0);
  await expect(page.locator('[data-action="known-now"]:focus, [data-opening="known-now"]:focus')).toHaveCount(1);
  expect(query(page, 'both')).toBeNull();
});

test('is begun and ended by B in the plot, where the mark keeps the focus', async ({page}) => {
  await openStage(page);
  const id = 'sony-cancels-christmas-release';
  await page.locator(`.plot-wide [data-id="${id}"]`).focus();
  await page.keyboard.press('b');
  await expect(slider(page)).toBeVisible();
  await expect(page.locator(`.plot-wide [data-id="${id}"]`)).toBeFocused();
  await page.keyboard.press('B');
  await expect(slider(page)).toHaveCount(0);
  await expect(page.locator(`.plot-wide [data-id="${id}"]`)).toBeFocused();
});

test('follows a pointer on the ruler, in one step for Back', async ({page}) => {
  await openBoth(page);
  const before = await slider(page).getAttribute('aria-valuetext');
  const {x, y, width, height} = (await slider(page).boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 200, y + height / 2, {steps: 8});
  await page.mouse.up();
  const dragged = await slider(page).getAttribute('aria-valuetext');
  expect(dragged).not.toBe(before);
  await settled(page);
  expect(query(page, 'both')).toMatch(/^2014-12-(?:19|2\d)$/);
  await page.goBack();
  await expect(slider(page)).toHaveAttribute('aria-valuetext', before!);
});

test('leads on to Known then on the same day, and back', async ({page}) => {
  await openBoth(page, './?both=2014-12-19');
  await part(page, 'Known then').click();
  await expect(slider(page)).toHaveCount(0);
  await settled(page);
  expect([query(page, 'both'), query(page, 'known')]).toEqual([null, '2014-12-19']);
  await page.locator('[data-opening="both"]').click();
  await expect(slider(page)).toBeVisible();
  await settled(page);
  expect([query(page, 'both'), query(page, 'known')]).toEqual(['2014-12-19', null]);
});

test('lists below what had happened by the day and was not public, each a way to its entry', async ({page}) => {
  await openBoth(page);
  const list = page.getByRole('region', {name: 'Happened by 18 December, not public yet'});
  const link = page.getByRole('link', {name: /^Sony begins asking online companies/});
  await expect(list.locator('li').filter({has: link})).toContainText('Public 24 December 2014');
  await list.locator(link).click();
  await expect(page.locator('#sony-contacts-platforms').getByRole('heading').first()).toBeFocused();
  await expect(slider(page), 'the comparison goes on').toHaveCount(1);
});

test('pans with both pictures, dragged on either', async ({page}) => {
  await openBoth(page);
  const box = (await page.locator('.both-picture').boundingBox())!;
  const first = () =>
    page
      .locator('.both-picture [data-then]')
      .first()
      .evaluate((word) => word.getBoundingClientRect().left);
  const before = await first();
  const [x, y] = [box.x + box.width - 40, box.y + box.height - 4];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y, {steps: 5});
  expect((await first()) - before).toBeCloseTo(30, -0.5);
  await page.mouse.up();
});

test('has at most 600 elements, whatever the window and the day', async ({page}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  const counts: Record<string, number> = {};
  for (const day of ['2014-12-18', '2015-01-20']) {
    await openBoth(page, `./?both=${day}`);
    for (const days of [1, 10, 14, 30, 40, 60]) {
      const to = new Date(Date.parse('2014-12-05') + days * 86_400_000).toISOString().slice(0, 10);
      await showStretch(page, '2014-12-05', to);
      await settled(page);
      counts[`${days} days on ${day}`] = await page.locator('zoomable-timeline *').count();
    }
  }
  expect(Object.entries(counts).filter(([, count]) => count > 600)).toEqual([]);
});

for (const [scheme, width, height] of [
  ['light', 1440, 900],
  ['dark', 390, 844],
] as const) {
  test(`axe finds nothing at ${width}×${height}, ${scheme}, and nothing is wider than the window`, async ({page}) => {
    await page.setViewportSize({width, height});
    await page.emulateMedia({colorScheme: scheme});
    await openBoth(page);
    expect(await axeViolations(page, {parts: ['zoomable-timeline', '.both-hidden']})).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const above = (await page.locator('.both-picture').boundingBox())!;
    const below = (await page.locator(width > 640 ? '.plot-wide' : '.plot-compact').boundingBox())!;
    expect(above.y).toBeGreaterThanOrEqual(0);
    expect(above.y + above.height).toBeLessThanOrEqual(below.y + 1);
    expect(below.y + below.height, 'both pictures are in the window').toBeLessThanOrEqual(height);
  });
}

test('tells what was public from what came later in forced colours', async ({page}) => {
  await page.emulateMedia({forcedColors: 'active'});
  await openBoth(page);
  const fill = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((glyph) => getComputedStyle(glyph).fill);
  expect(await fill('.plot-wide .mark.was-public:not(.is-uncertain) .glyph')).not.toBe(
    await fill('.plot-wide .mark:not(.was-public, .is-uncertain) .glyph'),
  );
});

test.describe('where it does not come', () => {
  test.use({expectedComplaints: [/Failed to load resource|dynamically imported module/]});

  test('says at the button that it has not come, and shows everything', async ({page, context}) => {
    await context.route(/then-and-now\.[^/]*\.js/, (route) => route.abort());
    await openStage(page);
    await page.locator('.opening').getByRole('button', {name: 'Both'}).click();
    await expect(page.locator('.stage-notice')).toContainText('did not load.');
    await expect(page.locator('.was-public')).toHaveCount(0);
    await context.unroute(/then-and-now\.[^/]*\.js/);
    await page.locator('.stage-notice').getByRole('button', {name: 'Try again'}).click();
    await expect(slider(page)).toBeVisible();
  });
});
