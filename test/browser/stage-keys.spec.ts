import type {Page} from '@playwright/test';
import {expect, test} from './site.ts';
import {DAY_MS, openStage, settled, timelineOn, viewOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});
test.beforeEach(({page}) => page.emulateMedia({reducedMotion: 'reduce'}));

/** Ids that the focused link represents, and whether it can be seen. */
function focused(page: Page): Promise<{readonly ids: readonly string[]; readonly isSeen: boolean}> {
  return page.evaluate(() => {
    const link = document.activeElement!;
    const {left, right, top, bottom} = (link.querySelector('.glyph, .box, .tick, .clip, .clip-fade') ?? link).getBoundingClientRect();
    const plot = document.querySelector('.plot')!.getBoundingClientRect();
    return {
      ids: (link.getAttribute('data-id') ?? link.getAttribute('data-members') ?? '').split(' '),
      isSeen: right > plot.left && left < plot.right && top >= plot.top && bottom <= plot.bottom,
    };
  });
}

const isInPlot = (page: Page) => page.evaluate(() => document.activeElement!.closest('.plot') !== null);

/** Tabs from the bar, past the notes of the rail, into the plot. */
async function tabIntoPlot(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Show all', exact: true}).focus();
  for (let press = 0; press < 30 && !(await isInPlot(page)); press++) await page.keyboard.press('Tab');
  expect(await isInPlot(page)).toBe(true);
}

test('QUALITY 23: the plot is one tab stop, and Tab returns to the event that had focus', async ({page}) => {
  await openStage(page);
  await tabIntoPlot(page);
  await expect(page.locator('.plot-picture:visible a[tabindex="0"]')).toHaveCount(1);
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
  const {ids} = await focused(page);
  await expect(page.locator('.plot-picture:visible a[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Tab');
  expect(await isInPlot(page)).toBe(false);
  await page.keyboard.press('Shift+Tab');
  expect((await focused(page)).ids).toEqual(ids);
});

test('the first stop is the first event that begins in the window, and → moves the window no further than it must', async ({page}) => {
  await openStage(page, './?from=2014-12-16&to=2014-12-26');
  const {events} = await timelineOn(page);
  const startOf = ({span}: (typeof events)[number]) => {
    if (span.kind === 'moment') return span.atMs;
    if (span.kind === 'day') return span.dayMs;
    return span.kind === 'by' ? span.toMs - DAY_MS : span.fromMs;
  };
  const before = await viewOn(page);
  // The overview says where the window is to the minute.
  const begins = (event: (typeof events)[number], {fromMs, toMs}: typeof before) =>
    startOf(event) >= fromMs - 60_000 && startOf(event) <= toMs + 60_000;
  const due = events.filter((event) => begins(event, before));
  await tabIntoPlot(page);
  expect((await focused(page)).ids).toContain(due[0]!.id);
  for (const event of due.slice(1, 8)) {
    await page.keyboard.press('ArrowRight');
    const now = await focused(page);
    expect(now.ids).toContain(event.id);
    expect(now.isSeen, event.id).toBe(true);
  }
  await settled(page);
  const {fromMs, toMs} = await viewOn(page);
  expect(Math.abs(fromMs - before.fromMs), 'all of these are in the window').toBeLessThan(DAY_MS / 100);
  expect(Math.abs(toMs - before.toMs)).toBeLessThan(DAY_MS / 100);
  // Elsewhere there is another first stop, as long as no event has had focus there.
  await page.getByRole('button', {name: 'Show all', exact: true}).focus();
  await page.evaluate(() => {
    history.replaceState(null, '', '?from=2015-01-05&to=2015-01-15');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await tabIntoPlot(page);
  const january = await viewOn(page);
  expect((await focused(page)).ids).toContain(events.find((event) => begins(event, january))!.id);
});

/**
 * Presses → in the page itself, once for each event but the first, and says which events had focus.
 *
 * @returns Complaints where focus was not on the event due, or not to be seen.
 */
function walk(page: Page, ids: readonly string[]): Promise<string[]> {
  return page.evaluate(async (due) => {
    const wrong: string[] = [];
    const plot = document.querySelector('.plot')!;
    const press = (key: string) =>
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
    press('Home');
    for (const [i, id] of due.entries()) {
      if (i > 0) press('ArrowRight');
      const link = document.activeElement!;
      const standsFor = (link.getAttribute('data-id') ?? link.getAttribute('data-members') ?? '').split(' ');
      if (!standsFor.includes(id)) wrong.push(`press ${i}: ${standsFor.join(' ')} in place of ${id}`);
      const {left, right, top, bottom} = (link.querySelector('.glyph, .box, .tick, .clip, .clip-fade') ?? link).getBoundingClientRect();
      const around = plot.getBoundingClientRect();
      if (right <= around.left || left >= around.right || top < around.top || bottom > around.bottom)
        wrong.push(`press ${i}: ${id} is out of sight`);
      if (i % 20 === 19) await new Promise((done) => requestAnimationFrame(done));
    }
    press('ArrowRight');
    const last = document.activeElement!;
    if (!(last.getAttribute('data-id') ?? last.getAttribute('data-members') ?? '').split(' ').includes(due.at(-1)!))
      wrong.push('there is an event after the last');
    return wrong;
  }, ids);
}

test('QUALITY 24: → visits every event once, in the order of time, at five scales and under a filter', async ({page}) => {
  await openStage(page);
  const {events} = await timelineOn(page);
  const ids = events.map(({id}) => id);
  for (const level of ['Months', 'Weeks', 'Days', 'Hours'] as const) {
    await page.getByRole('button', {name: level, exact: true}).click();
    await tabIntoPlot(page);
    expect(await walk(page, ids), level).toEqual([]);
  }
  expect(await page.evaluate(() => scrollY)).toBe(0);
  for (const address of ['./?from=2014-12-17&to=2014-12-18', './?q=film&from=2014-12-10&to=2014-12-30']) {
    await openStage(page, address);
    const results = address.includes('q=')
      ? await page.locator('[data-find="results"] a').evaluateAll((all) => all.map((link) => link.getAttribute('href')!.slice(1)))
      : ids;
    const found = ids.filter((id) => results.includes(id)); // Results are in the order of fit, the keys go in the order of time.
    expect(found.length).toBeGreaterThan(5);
    await tabIntoPlot(page);
    expect(await walk(page, found), address).toEqual([]);
  }
});

test('QUALITY 24, 25: the browser’s own keys go one event on and back, to the ends, and from chapter to chapter', async ({page}) => {
  await openStage(page);
  const {events} = await timelineOn(page);
  await tabIntoPlot(page);
  const goesTo = async (key: string, id: string) => {
    await page.keyboard.press(key);
    const now = await focused(page);
    expect(now.ids, key).toContain(id);
    expect(now.isSeen, `${key} to ${id}`).toBe(true);
  };
  await goesTo('End', events.at(-1)!.id);
  await goesTo('ArrowLeft', events.at(-2)!.id);
  await goesTo('Home', events[0]!.id);
  await goesTo('ArrowLeft', events[0]!.id);
  await goesTo('ArrowRight', events[1]!.id);
  const first = events[1]!;
  const next = events.find(({chapter}, i) => i > 1 && chapter !== first.chapter)!;
  await goesTo('PageDown', next.id);
  await page.keyboard.press('PageUp');
  const before = await focused(page);
  expect(
    before.ids.some((id) => events.findIndex((event) => event.id === id) < events.indexOf(next)),
    'PageUp goes back',
  ).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('QUALITY 30: ↑ and ↓ go to the nearest event of the next lane, and after Escape they scroll the page', async ({page}) => {
  await openStage(page, './?from=2014-12-15&to=2014-12-22');
  const {events} = await timelineOn(page);
  const laneOf = (id: string) => events.find((event) => event.id === id)!.lane;
  const first = page.locator('.plot-wide [data-id="sony-cancels-christmas-release"]');
  await first.focus();
  const lane = laneOf('sony-cancels-christmas-release');
  await page.keyboard.press('ArrowDown');
  expect(laneOf((await focused(page)).ids[0]!)).toBe(lane + 1);
  await page.keyboard.press('ArrowUp');
  expect(laneOf((await focused(page)).ids[0]!)).toBe(lane);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expect(page.locator('.tooltip')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.tooltip')).toBeHidden();
  expect(await isInPlot(page), 'the first Escape closes the note alone').toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', {name: 'Controls and keys'})).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
});

test('QUALITY 27: + and − zoom about the event, 0 shows all, Shift and arrows pan', async ({page}) => {
  await openStage(page);
  const {extent} = await timelineOn(page);
  const length = async () => {
    await settled(page);
    const view = await viewOn(page);
    return view.toMs - view.fromMs;
  };
  await tabIntoPlot(page);
  await page.keyboard.press('Home');
  const whole = await length();
  await page.keyboard.press('+');
  const closer = await length();
  expect(closer).toBeLessThan(whole * 0.8);
  expect(await isInPlot(page), 'focus stays in the plot').toBe(true);
  await page.keyboard.press('=');
  expect(await length()).toBeLessThan(closer * 0.8);
  await page.keyboard.press('-');
  expect(Math.abs((await length()) - closer)).toBeLessThan(closer / 1000);
  const before = await viewOn(page);
  await page.keyboard.press('Shift+ArrowRight');
  await settled(page);
  const after = await viewOn(page);
  expect((after.fromMs - before.fromMs) / (before.toMs - before.fromMs)).toBeCloseTo(0.25, 2);
  await page.keyboard.press('0');
  await settled(page);
  expect(await viewOn(page)).toEqual(extent);
});

test('QUALITY 26: Enter opens the entry and puts focus on its title; Escape there goes back to the mark', async ({page}) => {
  await openStage(page, './?from=2014-12-15&to=2014-12-22');
  const mark = page.locator('.plot-wide [data-id="fbi-names-north-korea"]');
  await mark.focus();
  await page.keyboard.press('Enter');
  await settled(page);
  const title = page.locator('#fbi-names-north-korea h3');
  await expect(title).toBeFocused();
  expect(new URL(page.url()).hash).toBe('#fbi-names-north-korea');
  await page.keyboard.press('Escape');
  await expect(mark).toBeFocused();
  await expect(mark.locator('.glyph')).toBeInViewport();
  // Where the stage does not stay in the window, the page goes back up to it.
  await page.setViewportSize({width: 900, height: 380});
  await page.keyboard.press('Enter');
  await expect(title).toBeFocused();
  await expect(mark.locator('.glyph')).not.toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(mark).toBeFocused();
  await expect(mark.locator('.glyph')).toBeInViewport();
});

test('QUALITY 26: Enter on a group opens it and keeps focus on its first event', async ({page}) => {
  await openStage(page, './?from=2014-11-20&to=2015-02-09');
  const cluster = page.locator('.plot-wide .cluster').first();
  const [id] = (await cluster.getAttribute('data-members'))!.split(' ');
  await cluster.focus();
  await page.keyboard.press('Enter');
  await settled(page);
  expect((await focused(page)).ids).toContain(id);
});

test('QUALITY 28: outside the plot the keys belong to the page', async ({page}) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const state = async () => ({
    view: await viewOn(page),
    known: await page.locator('[data-action="known-then"]').getAttribute('aria-pressed'),
  });
  for (const place of ['.stage-bar [data-action="fit"]', '#fbi-names-north-korea h3']) {
    await page.locator(place).focus();
    await settled(page);
    const before = await state();
    for (const key of ['+', '-', '0', 'k', 'ArrowRight', ',', '.']) {
      await page.keyboard.press(key);
    }
    await settled(page);
    expect(await state(), place).toEqual(before);
    expect(await isInPlot(page), place).toBe(false);
  }
});

test('QUALITY 28: with Ctrl, Alt or ⌘ the keys belong to the browser', async ({page}) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const mark = page.locator('.plot-wide [data-id="fbi-names-north-korea"]');
  await mark.focus();
  const before = await viewOn(page);
  for (const key of ['Alt+k', 'Control+k', 'Alt+0', 'Meta+-']) await page.keyboard.press(key);
  await settled(page);
  expect(await viewOn(page)).toEqual(before);
  await expect(page.getByRole('button', {name: 'Known now'}).last()).toHaveAttribute('aria-pressed', 'true');
  await expect(mark).toBeFocused();
});

test('QUALITY 15: the mark that has focus wears a ring of at least 2 px', async ({page}) => {
  await openStage(page);
  await tabIntoPlot(page);
  await page.keyboard.press('ArrowRight');
  const ring = await page.evaluate(() => {
    const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(document.activeElement!.querySelector('.hit')!);
    return {outlineStyle, width: parseFloat(outlineWidth), outlineColor};
  });
  expect(ring.outlineStyle).toBe('solid');
  expect(ring.width).toBeGreaterThanOrEqual(2);
});

test('QUALITY 28: nothing listens for keys on the document or the window', async ({page}) => {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, {heard});
    for (const target of [Window.prototype, Document.prototype]) {
      const add = EventTarget.prototype.addEventListener;
      Object.defineProperty(target, 'addEventListener', {
        value(this: EventTarget, type: string, ...rest: unknown[]) {
          if (/^key/.test(type)) heard.push(type);
          return Reflect.apply(add, this, [type, ...rest]);
        },
      });
    }
  });
  await openStage(page);
  await page.getByRole('button', {name: 'Search events'}).click();
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByRole('button', {name: 'Controls and keys'}).click();
  await page.keyboard.press('Escape');
  await tabIntoPlot(page);
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => (globalThis as unknown as {heard: string[]}).heard)).toEqual([]);
});

/** A generator of the same numbers from 0 to 1 each time; mulberry32. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const KEYS = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  '+',
  '-',
  '0',
  'Shift+ArrowLeft',
  'Shift+ArrowRight',
  'Enter',
  'Escape',
  'k',
  ',',
  '.',
  '?',
  'Tab',
  'Shift+Tab',
  'Tab',
  'Escape',
] as const;

for (const seed of [17, 24, 2014]) {
  test(`QUALITY 70: after each of 50 keys drawn with seed ${seed} focus is on something that can be seen`, async ({page}) => {
    await openStage(page);
    await tabIntoPlot(page);
    const number = numbersFrom(seed);
    const pressed: string[] = [];
    let leadsAway = false;
    while (pressed.length < 50) {
      const key = KEYS[Math.floor(number() * KEYS.length)]!;
      if (key === 'Enter' && leadsAway) continue;
      pressed.push(key);
      await page.keyboard.press(key);
      const now = await page.evaluate(() => {
        const element = document.activeElement!;
        const {width, height} = element.getBoundingClientRect();
        const isSeen = width > 0 && height > 0 && element.checkVisibility({visibilityProperty: true, opacityProperty: true});
        return {
          lost:
            element === document.body
              ? 'nothing'
              : isSeen
                ? null
                : `${element.localName} ${element.getAttribute('class')} ${element.textContent.trim().slice(0, 60)}`,
          leadsAway: element instanceof HTMLAnchorElement && element.pathname !== location.pathname,
        };
      });
      expect(now.lost, pressed.slice(-6).join(' ')).toBeNull();
      leadsAway = now.leadsAway;
    }
  });
}
