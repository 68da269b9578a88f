import type {CDPSession, Page} from '@playwright/test';
import {expect, test} from './site.ts';
import {dateAt, DAY_MS, emptyPlace, openStage, plotBox, scaleOf, scrollToStage, settled, timelineOn, viewOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});
test.use({viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true});

interface Point {
  readonly x: number;
  readonly y: number;
}

const MOVE_MS = 16;

/** Fingers with a clock of their own, so that a slow machine does not make them slow. */
class Fingers {
  private atMs = 0;
  private readonly session: CDPSession;

  private constructor(session: CDPSession) {
    this.session = session;
  }

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  private async send(type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<void> {
    const touchPoints = points.map(({x, y}, id) => ({x: Math.round(x), y: Math.round(y), id}));
    await this.session.send('Input.dispatchTouchEvent', {type, touchPoints, timestamp: this.atMs / 1000});
  }

  async down(...points: readonly Point[]): Promise<void> {
    this.atMs = Math.max(this.atMs + MOVE_MS, Date.now());
    await this.send('touchStart', points);
  }

  /** Moves each finger along its own line, a step every 16 ms. */
  async move(from: readonly Point[], to: readonly Point[], steps = 8): Promise<void> {
    for (let step = 1; step <= steps; step++) {
      this.atMs += MOVE_MS;
      const t = step / steps;
      await this.send(
        'touchMove',
        from.map(({x, y}, i) => ({x: x + (to[i]!.x - x) * t, y: y + (to[i]!.y - y) * t})),
      );
    }
  }

  /** @param restMs - How long the fingers lie still before they are lifted. */
  async up(restMs = 8): Promise<void> {
    this.atMs += restMs;
    await this.send('touchEnd', []);
  }

  async drag(from: readonly Point[], to: readonly Point[], {steps = 8, restMs = 400} = {}): Promise<void> {
    await this.down(...from);
    await this.move(from, to, steps);
    await this.up(restMs);
  }

  async tap(point: Point): Promise<void> {
    await this.down(point);
    await this.up(40);
  }

  /** Taps, and comes down again in the same place soon enough to count as the second of two. */
  async tapAndDown(point: Point): Promise<void> {
    await this.tap(point);
    this.atMs += 90;
    await this.send('touchStart', [point]);
  }
}

/** A place on no mark from which the nearest is the mark of one event, and that event. */
async function placeBesideMark(page: Page): Promise<Point & {readonly id: string}> {
  const found = await page.evaluate(() => {
    const links = [...document.querySelectorAll('.plot-compact .marks a')].map((link) => ({link, box: link.getBoundingClientRect()}));
    const distance = ({left, right, top, bottom}: DOMRect, x: number, y: number) =>
      Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    for (const mark of links.filter(({link}) => link.hasAttribute('data-id'))) {
      const {left, right, top, bottom} = mark.box;
      for (const [x, y] of [
        [left - 5, (top + bottom) / 2],
        [right + 5, (top + bottom) / 2],
        [(left + right) / 2, top - 3],
        [(left + right) / 2, bottom + 3],
      ] as const) {
        const others = links.filter((other) => other !== mark).map(({box}) => distance(box, x, y));
        if (
          document.elementFromPoint(x, y)?.closest('a, .plot')?.matches('.plot') !== true ||
          Math.min(...others) < distance(mark.box, x, y) + 2
        )
          continue;
        return {x, y, id: mark.link.getAttribute('data-id')!};
      }
    }
    return null;
  });
  if (found === null) throw new Error('no place beside a mark');
  return found;
}

/** The view once it has stopped moving. */
async function viewAtRest(page: Page) {
  await settled(page);
  return viewOn(page);
}

test('two fingers zoom, and the date between them stays', async ({page}) => {
  await openStage(page, './?from=2014-11-20&to=2015-02-09');
  const box = await plotBox(page);
  const fingers = await Fingers.on(page);
  const y = box.top + 120;
  const middleX = Math.round((box.left + box.right) / 2);
  const apart = (px: number) => [
    {x: middleX - px, y},
    {x: middleX + px, y},
  ];
  const before = await viewOn(page);
  await fingers.drag(apart(30), apart(120));
  const after = await viewAtRest(page);
  expect((before.toMs - before.fromMs) / (after.toMs - after.fromMs)).toBeCloseTo(4, 1);
  const movedPx = ((dateAt(middleX, after, box) - dateAt(middleX, before, box)) / DAY_MS) * scaleOf(after, box);
  expect(Math.abs(movedPx)).toBeLessThanOrEqual(1);
  await fingers.drag(apart(120), apart(30));
  const back = await viewAtRest(page);
  expect((Math.abs(back.fromMs - before.fromMs) / DAY_MS) * scaleOf(before, box)).toBeLessThanOrEqual(0.5);
  expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
  expect(new URL(page.url()).hash).toBe('');
});

test('one finger sideways pans as far as it moves, and on where it lets go while moving', async ({page}) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const box = await plotBox(page);
  const before = await viewOn(page);
  const pxOf = (fromMs: number) => ((fromMs - before.fromMs) / DAY_MS) * scaleOf(before, box);
  const fingers = await Fingers.on(page);
  const y = box.top + 120;
  await fingers.drag([{x: 300, y}], [{x: 180, y}]);
  const rested = await viewAtRest(page);
  // The browser keeps the first pixels to itself until it knows which way the finger goes.
  expect(pxOf(rested.fromMs)).toBeGreaterThan(95);
  expect(pxOf(rested.fromMs)).toBeLessThanOrEqual(121);
  await fingers.drag([{x: 180, y}], [{x: 300, y}], {restMs: 8});
  const thrown = await viewAtRest(page);
  // 120 px in 128 ms ask for some 250 px a second, which a brake of 2500 px/s² stops after some 40 px.
  const glidePx = pxOf(rested.fromMs) - pxOf(thrown.fromMs) - 120;
  expect(glidePx).toBeGreaterThan(15);
  expect(glidePx).toBeLessThan(90);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('a touch stops a plot that glides, and none glides for those who ask for stillness', async ({page}) => {
  await openStage(page, './?from=2014-12-17&to=2014-12-19');
  const box = await plotBox(page);
  const fingers = await Fingers.on(page);
  const y = box.top + 120;
  const pan = () => fingers.drag([{x: 330, y}], [{x: 90, y}], {steps: 5, restMs: 8});
  await pan();
  await fingers.down({x: 200, y});
  const stopped = await viewOn(page);
  expect(await viewAtRest(page)).toEqual(stopped);
  await fingers.up(400);
  await page.emulateMedia({reducedMotion: 'reduce'});
  await pan();
  const after = await viewAtRest(page);
  expect(((after.fromMs - stopped.fromMs) / DAY_MS) * scaleOf(stopped, box)).toBeLessThanOrEqual(241);
});

test('QUALITY 32: one finger upwards scrolls the page, and the view stays', async ({page}) => {
  await openStage(page, './?from=2014-12-10&to=2014-12-30');
  const box = await plotBox(page);
  const before = await viewOn(page);
  await (await Fingers.on(page)).drag([{x: 200, y: box.top + 180}], [{x: 204, y: box.top + 20}]);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(120);
  const after = await viewAtRest(page);
  expect(after.toMs - after.fromMs).toBe(before.toMs - before.fromMs);
  expect((Math.abs(after.fromMs - before.fromMs) / DAY_MS) * scaleOf(before, box)).toBeLessThanOrEqual(6);
});

test('two taps zoom in twice about the finger; a tap and a pull zoom by as much as it is pulled', async ({page}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  await openStage(page, './?from=2015-01-08&to=2015-01-28');
  const box = await plotBox(page);
  const place = await emptyPlace(page, 0.6);
  const fingers = await Fingers.on(page);
  const before = await viewOn(page);
  const lengthOf = ({fromMs, toMs}: typeof before) => toMs - fromMs;
  const movedPx = (view: typeof before) => ((dateAt(place.x, view, box) - dateAt(place.x, before, box)) / DAY_MS) * scaleOf(view, box);
  await fingers.tapAndDown(place);
  await fingers.up(40);
  const doubled = await viewAtRest(page);
  expect(lengthOf(before) / lengthOf(doubled)).toBeCloseTo(2, 2);
  expect(Math.abs(movedPx(doubled))).toBeLessThanOrEqual(1.5);
  await fingers.tapAndDown(place);
  await fingers.move([place], [{x: place.x, y: place.y - 128}]);
  await fingers.up();
  const pulled = await viewAtRest(page);
  expect(lengthOf(doubled) / lengthOf(pulled)).toBeCloseTo(0.5, 1);
  expect(Math.abs(movedPx(pulled))).toBeLessThanOrEqual(1.5);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(new URL(page.url()).hash).toBe('');
});

test('a tap opens the mark under the finger, one beside a mark the nearest', async ({page}) => {
  await openStage(page, './?from=2014-11-20&to=2015-02-09');
  await scrollToStage(page);
  const {x, y, width, height} = (await page.locator('.plot-compact a[data-id] .glyph').first().boundingBox())!;
  const id = (await page.locator('.plot-compact a[data-id]').first().getAttribute('data-id'))!;
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  await settled(page);
  expect(new URL(page.url()).hash).toBe(`#${id}`);
  await expect(page.locator(`.plot-compact [data-id="${id}"]`)).toHaveClass(/is-selected/);
  await openStage(page, './?from=2014-11-20&to=2015-02-06');
  await scrollToStage(page);
  const beside = await placeBesideMark(page);
  await page.touchscreen.tap(beside.x, beside.y);
  await expect.poll(() => new URL(page.url()).hash.slice(1)).toBe(beside.id);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('the ruler moves the playhead and not the view', async ({page}) => {
  await openStage(page, './?from=2014-11-20&to=2015-02-09');
  await scrollToStage(page);
  const box = await plotBox(page);
  const date = page.locator('[data-part="date"]');
  const before = await date.innerText();
  await (await Fingers.on(page)).drag([{x: 300, y: box.top + 20}], [{x: 220, y: box.top + 20}]);
  await expect(date).not.toHaveText(before);
  expect(await viewAtRest(page)).toEqual((await timelineOn(page)).extent);
});

test('a tap or a swipe shows the next count, and the day turns Known then on while it is held', async ({page}) => {
  await openStage(page, './?from=2014-12-24&to=2014-12-25'); // All is named here, and a count has room.
  await scrollToStage(page);
  const opened = await viewOn(page);
  const {measures} = await timelineOn(page);
  expect(measures.length).toBeGreaterThan(2);
  const shown = page.locator('.rail-measures [data-measure]:visible dt');
  await expect(shown).toHaveText(measures[0]!.name);
  const box = await plotBox(page);
  const fingers = await Fingers.on(page);
  const y = box.bottom - 12;
  await fingers.tap({x: 280, y});
  await expect(shown).toHaveText(measures[1]!.name);
  await expect(page.getByRole('status')).toContainText(`${measures[1]!.name}: `);
  await fingers.drag([{x: 300, y}], [{x: 220, y}]);
  await expect(shown).toHaveText(measures[2]!.name);
  await fingers.drag([{x: 220, y}], [{x: 300, y}]);
  await fingers.drag([{x: 220, y}], [{x: 300, y}]);
  await fingers.drag([{x: 220, y}], [{x: 300, y}]);
  await expect(shown).toHaveText(measures.at(-1)!.name);
  expect(await viewOn(page)).toEqual(opened);
  const day = (await page.locator('.timecode').boundingBox())!;
  await fingers.down({x: day.x + 20, y: day.y + 20});
  await expect(page.locator('[data-action="known-then"]')).toHaveAttribute('aria-pressed', 'true');
  await fingers.up();
});
