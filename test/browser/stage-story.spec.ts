/** The stage and the story below it drive each other, and the address says where a reader is. */
import type {Page} from '@playwright/test';
import {expect, test} from './site.ts';
import {axisMs, DAY_MS, expectOpening, openStage, settled, timelineOn, viewOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

const FBI = 'fbi-names-north-korea';
const CANCELLED = 'sony-cancels-christmas-release';

/** How far the top of an entry is below the foot of the stage. */
function belowStage(page: Page, id: string): Promise<number> {
  return page.evaluate((entry) => {
    const foot = document.querySelector('zoomable-timeline')!.getBoundingClientRect().bottom;
    return document.getElementById(entry)!.getBoundingClientRect().top - foot;
  }, id);
}

async function titleIsSeen(page: Page, id: string): Promise<void> {
  const {box, footPx, topmost} = await page.evaluate((entry) => {
    const title = document.getElementById(entry)!.querySelector('h3')!;
    const {top, bottom, left, height} = title.getBoundingClientRect();
    return {
      box: {top, bottom},
      footPx: document.querySelector('zoomable-timeline')!.getBoundingClientRect().bottom,
      topmost: title.contains(document.elementFromPoint(left + 4, top + height / 2)),
    };
  }, id);
  expect(box.top).toBeGreaterThanOrEqual(footPx - 1);
  expect(box.bottom).toBeLessThan(page.viewportSize()!.height);
  expect(topmost).toBe(true);
}

test('pressing a mark selects it, brings its entry under the stage and puts focus on its title', async ({page}) => {
  await openStage(page);
  const mark = page.locator(`.plot-wide [data-id="${FBI}"]`);
  await mark.locator('.glyph').click();
  await settled(page);
  await expect(mark).toHaveClass(/is-selected/);
  await expect(mark.locator('.ring')).toHaveCount(1);
  await expect(page.locator('.plot-wide .ring')).toHaveCount(1);
  const [block, words] = await mark.evaluate((link) => [
    getComputedStyle(link.querySelector('.block')!).fill,
    getComputedStyle(link.querySelector('.words')!).fill,
  ]);
  const [ink, ground] = await page.evaluate(() => {
    const probe = document.createElement('i');
    document.body.append(probe);
    const read = (name: string) => {
      probe.style.color = `var(${name})`;
      return getComputedStyle(probe).color;
    };
    return [read('--ink'), read('--inv')];
  });
  expect(block).toBe(ink);
  expect(words).toBe(ground);
  expect(new URL(page.url()).hash).toBe(`#${FBI}`);
  await expect(page.locator(`#${FBI} h3`)).toBeFocused();
  await expect(page.locator(`#${FBI}`)).toHaveAttribute('data-current', '');
  await expect(page.locator('[data-current]')).toHaveCount(1);
  expect(await belowStage(page, FBI)).toBeGreaterThanOrEqual(-2);
  expect(await belowStage(page, FBI)).toBeLessThanOrEqual(2);
  await titleIsSeen(page, FBI);
  await expect(page.locator('[data-part="date"]')).toHaveText('Fri 19 Dec 2014');
});

test('QUALITY 39: opening an event adds to the history, and Back returns to where the reader was', async ({page}) => {
  await openStage(page);
  await page.mouse.wheel(0, 90);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(90);
  const entries = await page.evaluate(() => history.length);
  await page.locator(`.plot-wide [data-id="${FBI}"] .glyph`).click();
  await settled(page);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);
  await page.goBack();
  await settled(page);
  expect(new URL(page.url()).hash).toBe('');
  expect(Math.abs((await page.evaluate(() => scrollY)) - 90)).toBeLessThanOrEqual(2);
  await page.goForward();
  await settled(page);
  expect(new URL(page.url()).hash).toBe(`#${FBI}`);
  await expect(page.locator(`.plot-wide [data-id="${FBI}"]`)).toHaveClass(/is-selected/);
  await titleIsSeen(page, FBI);
});

test('reading on selects the mark of the entry under the stage', async ({page}) => {
  await openStage(page);
  for (const id of [CANCELLED, 'online-release-live', FBI]) {
    await page.evaluate((entry) => {
      const foot = document.querySelector('zoomable-timeline')!.getBoundingClientRect().height;
      const top = document.getElementById(entry)!.getBoundingClientRect().top;
      scrollBy({top: top - foot - 110, behavior: 'instant'});
    }, id);
    await settled(page);
    await expect(page.locator(`.plot-wide [data-id="${id}"]`)).toHaveClass(/is-selected/);
    await expect(page.locator(`#${id}`)).toHaveAttribute('data-current', '');
    await expect(page.locator('.mark.is-selected:visible')).toHaveCount(1);
    const {events} = await timelineOn(page);
    const {chapter} = events.find((event) => event.id === id)!;
    const view = await viewOn(page);
    const chapterEvents = events.filter((event) => event.chapter === chapter);
    expect(view.toMs - view.fromMs, `the window follows to ${chapter}, with ${chapterEvents.length} events`).toBeLessThan(81 * DAY_MS);
  }
  expect(new URL(page.url()).hash).toBe('');
});

test('a reader’s own view holds while they read inside a chapter', async ({page}) => {
  await openStage(page, `./#${FBI}`);
  await page.getByRole('button', {name: 'Hours', exact: true}).click();
  await settled(page);
  const before = await viewOn(page);
  const {events} = await timelineOn(page);
  const {chapter} = events.find((event) => event.id === FBI)!;
  const ids = await page.locator('li[data-event]').evaluateAll((all) => all.map(({id}) => id));
  const next = ids[ids.indexOf(FBI) + 1]!;
  expect(events.find(({id}) => id === next)?.chapter).toBe(chapter);
  await page.evaluate((entry) => {
    const foot = document.querySelector('zoomable-timeline')!.getBoundingClientRect().height;
    scrollBy({top: document.getElementById(entry)!.getBoundingClientRect().top - foot - 60, behavior: 'instant'});
  }, next);
  await settled(page);
  await expect(page.locator(`#${next}`)).toHaveAttribute('data-current', '');
  expect(await viewOn(page)).toEqual(before);
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test(`QUALITY 38: a link to an event opens there, at ${width} px`, async ({page}) => {
    await page.setViewportSize({width, height});
    for (const id of [FBI, 'online-release-live', 'online-15-million']) {
      await page.goto('about:blank');
      await openStage(page, `./#${id}`);
      await titleIsSeen(page, id);
      expect(Math.abs(await belowStage(page, id))).toBeLessThanOrEqual(2);
      await expect(page.locator(`#${id}`)).toHaveAttribute('data-current', '');
      await expect(page.locator(`.plot-picture:visible [data-id="${id}"]`)).toHaveClass(/is-selected/);
    }
  });
}

test('QUALITY 38, 39: the address keeps the view and opens on it, and no zoom adds to the history', async ({page}) => {
  await openStage(page, './?from=2014-12-14&to=2014-12-28');
  const opened = await viewOn(page);
  // The overview's window is written in hundredths of its width, to six figures.
  expect(Math.abs(opened.fromMs - axisMs('2014-12-14'))).toBeLessThanOrEqual(60_000);
  expect(Math.abs(opened.toMs - axisMs('2014-12-28'))).toBeLessThanOrEqual(60_000);
  const entries = await page.evaluate(() => history.length);
  await page.getByRole('button', {name: 'Zoom out'}).click();
  await page.getByRole('button', {name: 'Days', exact: true}).click();
  await settled(page);
  const view = await viewOn(page);
  const address = page.url();
  expect(address).not.toContain('from=2014-12-14&to=2014-12-28');
  expect(await page.evaluate(() => history.length)).toBe(entries);
  expect(address).toMatch(/from=2014-12-\d\d.*to=201\d-\d\d-\d\d/);
  await page.goto('about:blank');
  await openStage(page, address);
  const again = await viewOn(page);
  expect(Math.abs(again.fromMs - view.fromMs)).toBeLessThanOrEqual(DAY_MS / 2);
  expect(Math.abs(again.toMs - view.toMs)).toBeLessThanOrEqual(DAY_MS / 2);
});

for (const search of [
  '?from=yesterday&to=tomorrow',
  '?from=2014-12-28&to=2014-12-14',
  '?from=&to=',
  '?known=never',
  '?from=%E0%A4&to=<script>',
  '?known=2014-13-01&from=-1&to=99999999999999',
]) {
  test(`QUALITY 38: an address that says ${search} shows what the story opens on`, async ({page}) => {
    await openStage(page, `./${search}`);
    await expectOpening(page);
    await expect(page.getByRole('button', {name: 'Known now'}).last()).toHaveAttribute('aria-pressed', 'true');
  });
}

test('QUALITY 38: an address with one end that is a day opens there, and goes to the end of the story', async ({page}) => {
  await openStage(page, './?from=2014-12-14');
  const {extent} = await timelineOn(page);
  const fromDay = await viewOn(page);
  expect(Math.abs(fromDay.fromMs - axisMs('2014-12-14'))).toBeLessThan(DAY_MS / 100);
  expect(fromDay.toMs).toBe(extent.toMs);
  await openStage(page, './?from=2014-02-31&to=2014-12-14');
  const toDay = await viewOn(page);
  expect(toDay.fromMs).toBe(extent.fromMs);
  expect(Math.abs(toDay.toMs - axisMs('2014-12-14'))).toBeLessThan(DAY_MS / 100);
});

for (const hash of ['#no-such-event', '#%E0%A4%A', '#"><b>']) {
  test(`QUALITY 38: an address that ends in ${hash} shows what the story opens on`, async ({page}) => {
    await openStage(page, `./${hash}`);
    await expectOpening(page);
    await expect(page.locator('.mark.is-selected')).toHaveCount(0);
  });
}
