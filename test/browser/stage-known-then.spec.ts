/** Known then: the stage and the story as the public knew them on a day, and nothing from later. */
import type {Page} from '@playwright/test';
import {expect, test} from './site.ts';
import {axisMs, openStage, settled, timelineOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

const BUSY_WEEK = 'from=2014-12-15&to=2014-12-27';

/** Everything the stage says, to eyes and to screen readers, but for the data it carries. */
function wordsOfStage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const stage = document.querySelector('zoomable-timeline')!;
    const said: string[] = [];
    for (const element of stage.querySelectorAll('*')) {
      if (element.closest('script, [data-part="still"]') || element.getClientRects().length === 0) continue;
      for (const name of ['aria-label', 'aria-valuetext', 'title']) {
        const words = element.getAttribute(name);
        if (words) said.push(words);
      }
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim()) said.push(node.nodeValue!.trim());
      }
    }
    return said;
  });
}

test('on 18 December what was secret and what was to come have no names', async ({page}) => {
  await openStage(page, `./?known=2014-12-18&${BUSY_WEEK}`);
  await expect(page.getByRole('button', {name: 'Known then'}).last()).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-part="date"]')).toHaveText('Thu 18 Dec 2014');
  const secret = page.locator('.plot-wide [data-id="sony-contacts-platforms"]');
  await expect(secret).toHaveClass(/is-secret/);
  await expect(secret).toHaveAttribute('aria-label', 'Not public yet. Sony.');
  const coming = page.locator('.plot-wide [data-id="fbi-names-north-korea"]');
  await expect(coming).toHaveClass(/is-coming/);
  await expect(coming).toHaveAttribute('aria-label', 'Not yet known. Who did it?.');
  await expect(page.locator('.plot-wide [data-id="sony-cancels-christmas-release"]')).toHaveClass(/is-known/);
  await expect(page.locator('[data-measure="online-sales"] dd')).toHaveText('no figure yet');
  await expect(page.locator('.plot-wide .measures [data-key="row-online-sales"] .step')).toHaveCount(0);
});

test('on 24 December both are known', async ({page}) => {
  await openStage(page, `./?known=2014-12-24&${BUSY_WEEK}`);
  for (const id of ['sony-contacts-platforms', 'fbi-names-north-korea']) {
    await expect(page.locator(`.plot-wide [data-id="${id}"]`)).toHaveClass(/is-known/);
  }
  await expect(page.locator('.plot-wide [data-id="sony-contacts-platforms"]')).toHaveAttribute(
    'aria-label',
    /Sony begins asking online companies/,
  );
});

for (const address of [
  './?known=2014-12-18',
  `./?known=2014-12-18&${BUSY_WEEK}`,
  './?known=2014-12-18&from=2014-12-17T00:00&to=2014-12-20T00:00',
  './?known=2014-12-03',
]) {
  test(`${address} says nothing that became public later`, async ({page}) => {
    await openStage(page, address);
    const {events, measures} = await timelineOn(page);
    const untilMs = axisMs(/known=([\d-]+)/.exec(address)![1]!);
    const said = await wordsOfStage(page);
    const known = events.filter(({knownMs}) => knownMs <= untilMs);
    const later = events.filter(({knownMs}) => knownMs > untilMs);
    expect(later.length).toBeGreaterThan(30);
    const namesOfKnown = known.flatMap(({title, label, short}) => [title, label, short]);
    const leaks = later.flatMap(({title, label, short}) =>
      [title, label, short]
        .filter((name) => !namesOfKnown.some((other) => other.includes(name)))
        .filter((name) => said.some((words) => words.includes(name))),
    );
    expect(leaks).toEqual([]);
    const shownKnown = known.filter(({title, label, short}) =>
      said.some((words) => [title, label, short].some((name) => words.includes(name))),
    );
    expect(shownKnown.length, 'what was known is still shown').toBeGreaterThan(2);
    const figures = measures.flatMap(({steps}) => steps).filter(({knownMs}) => knownMs > untilMs);
    expect(figures.length).toBeGreaterThan(0);
    expect(said.filter((words) => /\$\d|\d(\.\d)?M\b/.test(words))).toEqual([]);
    expect(said.filter((words) => /Out, online|Back on/.test(words))).toEqual([]);
  });
}

test('what still went on ends at the playhead, not on the day it did end', async ({page}) => {
  for (const view of ['', '&from=2014-12-15&to=2014-12-20']) {
    await openStage(page, `./?known=2014-12-18${view}`);
    const {events} = await timelineOn(page);
    const untilMs = axisMs('2014-12-19');
    const ongoing = events.filter(({span, knownMs}) => span.kind === 'stretch' && knownMs < untilMs && span.toMs > untilMs);
    expect(ongoing.length).toBeGreaterThan(0);
    const drawn = await page.evaluate(
      (ids) => {
        const headPx = document.querySelector('.plot-wide .playhead line')!.getBoundingClientRect().right;
        return ids.flatMap((id) =>
          [
            ...document.querySelectorAll(
              `.plot-wide [data-id="${id}"] :is(.clip, .clip-fade, .clip-top, .clip-tail, .foot-line .line, .foot-line .unsure)`,
            ),
          ].map(
            (part) =>
              `${id} ${part.getAttribute('class')}: ${part.getBoundingClientRect().right > headPx + 1 ? 'beyond' : 'before'} the playhead`,
          ),
        );
      },
      ongoing.map(({id}) => id),
    );
    expect(drawn.length, view).toBeGreaterThan(0);
    expect(
      drawn.filter((words) => words.includes('beyond') || words.includes('clip-tail')),
      view,
    ).toEqual([]);
  }
});

test('the story folds what came later, and opens it for who asks', async ({page}) => {
  await openStage(page, './?known=2014-12-18');
  const entries = await page
    .locator('li[data-event]')
    .evaluateAll((all) =>
      all.map((entry) => ({id: entry.id, known: entry.getAttribute('data-known')!, isFolded: entry.classList.contains('is-folded')})),
    );
  expect(entries.length).toBeGreaterThan(80);
  expect(entries.filter(({known, isFolded}) => isFolded !== known > '2014-12-18')).toEqual([]);
  const entry = page.locator('#fbi-names-north-korea');
  await expect(entry.locator('h3')).toBeHidden();
  await expect(entry).toContainText('Not yet known on Thu 18 Dec 2014.');
  await entry.getByRole('button', {name: 'Show this entry'}).click();
  await expect(entry.locator('h3')).toBeVisible();
  await expect(entry.locator('h3')).toBeFocused();
  await expect(page.locator('#sony-contacts-platforms h3')).toBeHidden();
});

test('the buttons go from now to then and back, and so does Back', async ({page}) => {
  await openStage(page);
  await page.getByRole('button', {name: 'Known then'}).last().click();
  await settled(page);
  expect(page.url()).toMatch(/known=\d{4}-\d\d-\d\d/);
  await page.goBack();
  await settled(page);
  await expect(page.getByRole('button', {name: 'Known now'}).last()).toHaveAttribute('aria-pressed', 'true');
  expect(new URL(page.url()).search).toBe('');
  await page.goForward();
  await settled(page);
  await page.getByRole('button', {name: 'Known now'}).last().click();
  await settled(page);
  expect(new URL(page.url()).search).toBe('');
  await expect(page.locator('.is-folded')).toHaveCount(0);
  await expect(page.locator('.plot-wide .is-coming, .plot-wide .is-secret')).toHaveCount(0);
});

test('dragging the playhead back hides what came later, and puts no mark in another place', async ({page}) => {
  await openStage(page, `./?known=2014-12-24&${BUSY_WEEK}`);
  const places = () =>
    page
      .locator('.plot-wide .mark')
      .evaluateAll((all) =>
        all
          .map((mark) =>
            [
              mark.getAttribute('data-id'),
              mark.querySelector('.at')?.getAttribute('x'),
              mark.querySelector('.at')?.getAttribute('y'),
            ].join(),
          )
          .sort(),
      );
  const before = await places();
  const plot = (await page.locator('.plot').boundingBox())!;
  const dayX = (day: number) => plot.x + (plot.width * (day - 15 + 0.5)) / 12;
  await page.mouse.move(dayX(24), plot.y + 24);
  await page.mouse.down();
  await page.mouse.move(dayX(21), plot.y + 24, {steps: 4});
  await page.mouse.move(dayX(18), plot.y + 24, {steps: 4});
  await page.mouse.up();
  await settled(page);
  await expect(page.locator('[data-part="date"]')).toHaveText('Thu 18 Dec 2014');
  await expect(page.locator('.plot-wide [data-id="fbi-names-north-korea"]')).toHaveClass(/is-coming/);
  expect(page.url()).toContain('known=2014-12-18');
  expect(await places()).toEqual(before);
});

/** Drags the playhead along the ruler; places are shares of the plot's width. */
async function scrub(page: Page, from: number, to: number): Promise<void> {
  const plot = (await page.locator('.plot').boundingBox())!;
  const y = plot.y + 24;
  await page.mouse.move(plot.x + plot.width * from, y);
  await page.mouse.down();
  for (let step = 1; step <= 10; step++) await page.mouse.move(plot.x + plot.width * (from + ((to - from) * step) / 10), y);
  await page.mouse.up();
  await settled(page);
}

const knownIn = (page: Page) => new URL(page.url()).searchParams.get('known');

test('Back takes back a whole drag of the playhead, and not its frames', async ({page}) => {
  await openStage(page, `./?known=2014-12-24&${BUSY_WEEK}`);
  await scrub(page, 0.79, 0.3);
  const first = knownIn(page);
  await scrub(page, 0.3, 0.1);
  const second = knownIn(page);
  expect(new Set(['2014-12-24', first, second]).size).toBe(3);
  await page.goBack();
  await settled(page);
  expect(knownIn(page)).toBe(first);
  await page.goBack();
  await settled(page);
  expect(knownIn(page)).toBe('2014-12-24');
  await expect(page.locator('[data-part="date"]')).toHaveText('Wed 24 Dec 2014');
  await page.goForward();
  await settled(page);
  expect(knownIn(page)).toBe(first);
});

test('Back takes back quick steps together', async ({page}) => {
  await openStage(page, './?known=2014-12-18');
  await page.locator('.plot-wide a[tabindex="0"]').focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('.');
  await settled(page);
  expect(knownIn(page)).toBe('2014-12-22');
  await page.goBack();
  await settled(page);
  expect(knownIn(page)).toBe('2014-12-18');
});

test('the next event in Known then is the next that became public, and the clock never turns back', async ({page}) => {
  await openStage(page, './?known=2014-12-16');
  const heads: string[] = [];
  for (let i = 0; i < 12; i++) {
    await page.getByRole('button', {name: 'Next event'}).click();
    await settled(page);
    heads.push(knownIn(page)!);
  }
  expect(heads).toEqual(heads.toSorted());
  expect(heads.at(-1)! > '2014-12-16').toBe(true);
  expect(await page.locator('.plot-wide .mark.is-selected').getAttribute('class')).toContain('is-known');
});

test('the playhead crosses no words, wherever it is', async ({page}) => {
  await openStage(page, `./?known=2014-12-26&${BUSY_WEEK}`);
  const crossed = () =>
    page.evaluate(() => {
      const HAIR_PX = 0.5;
      const lines = [...document.querySelectorAll('.plot-wide .playhead line')].map((line) => line.getBoundingClientRect());
      return [...document.querySelectorAll('.plot-wide :is(.label.words, .label .words, .measures text, .strip text)')]
        .filter((words) => words.getClientRects().length > 0)
        .flatMap((words) => {
          const box = words.getBoundingClientRect();
          return lines.some(
            (line) =>
              line.right > box.left + HAIR_PX && line.left < box.right - HAIR_PX && line.bottom > box.top + 4 && line.top < box.bottom - 4,
          )
            ? [words.textContent]
            : [];
        });
    });
  const plot = (await page.locator('.plot').boundingBox())!;
  const touched: string[] = [];
  await page.mouse.move(plot.x + plot.width * 0.95, plot.y + 24);
  await page.mouse.down();
  for (let share = 0.95; share > 0.03; share -= 0.04) {
    await page.mouse.move(plot.x + plot.width * share, plot.y + 24);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    touched.push(...(await crossed()));
  }
  await page.mouse.up();
  expect(touched).toEqual([]);
});
