/** Real gestures while something else moves the view, on a clock that the test turns: each sets out from what is seen. */
import type {Page} from '@playwright/test';
import type {Camera} from '../../src/timeline/interaction/camera.ts';
import type {View} from '../../src/timeline/model/view.ts';
import {expect, test} from './site.ts';
import {dateAt, DAY_MS, emptyPlace, openStage, plotBox, viewOn} from './stage-page.ts';

test.describe.configure({timeout: 120_000});

/** A window comes to rest where its address opens it again: less than a tenth of a pixel from where it was. */
const REST = 8e-5;

/** Opens the stage and takes over its clock. */
async function openOn(page: Page, address: string): Promise<void> {
  await openStage(page, address);
  const nowMs = await page.evaluate(() => Date.now());
  await page.clock.install({time: nowMs});
  await page.clock.pauseAt(nowMs + 10_000);
}

/** Lets time pass in steps short enough for every frame between them to be drawn. */
async function pass(page: Page, ms: number): Promise<void> {
  const STEP_MS = 40;
  for (let passed = 0; passed < ms; passed += STEP_MS) await page.clock.runFor(Math.min(STEP_MS, ms - passed));
}

/** Makes everything what it was at first. */
async function backTo(page: Page, address: string): Promise<void> {
  const leave = button(page, 'Leave the replay');
  if (await leave.isVisible()) await leave.click();
  await page.evaluate((wanted) => {
    scrollTo(0, 0);
    history.replaceState(null, '', wanted);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await pass(page, 1000);
}

const camera = (page: Page) =>
  page.evaluate(() => {
    const {view, goal, isHeld} = document.querySelector<HTMLElement & {camera: Camera}>('zoomable-timeline')!.camera;
    return {view, goal, isHeld};
  });
const lengthOf = ({fromMs, toMs}: View) => toMs - fromMs;
const days = (view: View) => lengthOf(view) / DAY_MS;
const button = (page: Page, name: string) => page.getByRole('button', {name, exact: true});

/** What may be going on: begins it, and says what is seen in its middle. */
const MOMENTS = {
  'a flight': async (page: Page) => {
    await button(page, 'Days').click();
    await pass(page, 160);
    const {view, goal} = await camera(page);
    expect(days(view)).toBeGreaterThan(days(goal!) * 1.02);
  },
  'a chapter’s flight': async (page: Page, round: number) => {
    // Another chapter each time, as one that is being read is not flown to.
    const entry = page
      .locator('.chapter')
      .nth(1 + (round % 4))
      .locator('.entry')
      .nth(1);
    await expect
      .poll(
        async () => {
          // The page may still be going back to its place, which takes 400 ms: only what a reader's hand does would stop that.
          await entry.evaluate((element) => element.scrollIntoView({behavior: 'instant'}));
          await pass(page, 40);
          return (await camera(page)).goal;
        },
        {intervals: [20], timeout: 15_000},
      )
      .not.toBeNull();
    await pass(page, 120);
    expect((await camera(page)).goal).not.toBeNull();
  },
  'the flight that a replay begins with': async (page: Page) => {
    await page.getByRole('button', {name: 'Replay the seven days'}).first().click();
    await expect(button(page, 'Pause')).toBeFocused();
    await pass(page, 160);
    expect((await camera(page)).goal).not.toBeNull();
  },
} as const;

interface Gesture {
  readonly act: (page: Page, place: {readonly x: number; readonly y: number}) => Promise<void>;
  /** Times as long as what was seen, or how many days. */
  readonly length: number | {readonly days: number};
  /** Whether it is a flight, or moves the view at once. */
  readonly isFlight?: boolean;
  /** By how many pixels what was under the pointer has moved; null where that is not the point. */
  readonly movedPx: number | null;
}

async function wheel(page: Page, key: string | null, deltaX: number, deltaY: number): Promise<void> {
  if (key) await page.keyboard.down(key);
  const heard = page.evaluate(() => new Promise((done) => document.querySelector('.plot')!.addEventListener('wheel', done, {once: true})));
  await page.mouse.wheel(deltaX, deltaY);
  await heard;
  if (key) await page.keyboard.up(key);
}

const GESTURES: Readonly<Record<string, Gesture>> = {
  'a notch with Ctrl': {act: (page) => wheel(page, 'Control', 0, -120), length: 2 ** -0.48, movedPx: 0},
  'a notch back with Ctrl': {act: (page) => wheel(page, 'Control', 0, 120), length: 2 ** 0.48, movedPx: 0},
  'a wheel sideways': {act: (page) => wheel(page, null, 90, 0), length: 1, movedPx: -90},
  'a wheel with Shift': {act: (page) => wheel(page, 'Shift', 0, -90), length: 1, movedPx: 90},
  'a drag': {
    act: async (page, {x, y}) => {
      await page.mouse.down();
      await page.mouse.move(x - 40, y, {steps: 3});
      await page.mouse.move(x - 120, y, {steps: 3});
      await page.mouse.up();
    },
    length: 1,
    movedPx: -120,
  },
  'the button +': {act: (page) => button(page, 'Zoom in').click(), length: 1 / 1.6, isFlight: true, movedPx: null},
  'the name of a level': {act: (page) => button(page, 'Weeks').click(), length: {days: 1183 / 48}, isFlight: true, movedPx: null},
  'a slider’s key': {
    act: async (page) => {
      await page.getByRole('slider', {name: 'Last day'}).focus();
      await page.keyboard.press('ArrowLeft');
    },
    length: -1,
    movedPx: null,
  },
};

for (const [moment, begin] of Object.entries(MOMENTS)) {
  test(`in the middle of ${moment} every gesture sets out from what is seen`, async ({page}) => {
    const address = './?from=2014-12-10&to=2015-01-20&known=2014-12-15';
    await openOn(page, address);
    // The replay has a bar of its own in place of the stage's.
    const gestures = Object.entries(GESTURES).filter(([, {movedPx}]) => !moment.includes('replay') || movedPx !== null);
    for (const [round, [name, {act, length, isFlight = false, movedPx}]] of gestures.entries()) {
      await backTo(page, address);
      await begin(page, round);
      // The page may have scrolled.
      const box = await plotBox(page);
      const place = await emptyPlace(page, 0.4);
      await page.mouse.move(place.x, place.y);
      const {view: seen} = await camera(page);
      await act(page, place);
      const {view, goal, isHeld} = await camera(page);
      expect(isHeld, name).toBe(false);
      const reached = isFlight ? goal! : view;
      if (isFlight) expect(view, `${name} begins`).toEqual(seen);
      const wantedMs =
        typeof length === 'object' ? length.days * DAY_MS : length < 0 ? lengthOf(seen) + length * DAY_MS : lengthOf(seen) * length;
      expect(lengthOf(reached) / wantedMs, name).toBeCloseTo(1, 3);
      if (movedPx !== null) {
        const moved = ((dateAt(place.x, seen, box) - dateAt(place.x, reached, box)) / lengthOf(reached)) * (box.right - box.left);
        expect(Math.abs(moved - movedPx), `${name} moves by ${moved} px`).toBeLessThanOrEqual(1.5);
      }
      await pass(page, 1200);
      const rested = await camera(page);
      expect(rested.goal).toBeNull();
      expect(Math.abs(rested.view.fromMs - reached.fromMs) / lengthOf(reached), `${name} is not taken back`).toBeLessThan(REST);
      expect(Math.abs(rested.view.toMs - reached.toMs) / lengthOf(reached), `${name} is not taken back`).toBeLessThan(REST);
      const drawn = await viewOn(page);
      expect(Math.abs(drawn.fromMs - reached.fromMs) / lengthOf(reached), `${name} is drawn`).toBeLessThan(1e-3);
      await expect(page.locator('zoomable-timeline')).not.toHaveClass(/is-moving|is-zooming/);
    }
  });
}

test('three presses of + are three steps, however quickly they follow', async ({page}) => {
  await openOn(page, './?from=2014-12-01&to=2015-01-30');
  const before = days((await camera(page)).view);
  for (let press = 0; press < 3; press++) {
    await button(page, 'Zoom in').click();
    await pass(page, 80);
  }
  await pass(page, 1000);
  expect(before / days((await camera(page)).view)).toBeCloseTo(1.6 ** 3, 2);
});

test('the overview’s window is dragged from where it is in the middle of a flight', async ({page}) => {
  await openOn(page, './');
  await button(page, 'Weeks').click();
  await pass(page, 160);
  const {view: seen} = await camera(page);
  const overview = (await page.locator('[data-part="overview"]').boundingBox())!;
  const {fromMs, toMs} = await page.evaluate(
    () => (document.querySelector('zoomable-timeline') as unknown as {timeline: {extent: View}}).timeline.extent,
  );
  const middle = overview.x + (((seen.fromMs + seen.toMs) / 2 - fromMs) / (toMs - fromMs)) * overview.width;
  await page.mouse.move(middle, overview.y + 17);
  await page.mouse.down();
  expect((await camera(page)).isHeld).toBe(true);
  await pass(page, 500);
  expect((await camera(page)).view, 'a hand that holds stops the flight').toEqual(seen);
  await page.mouse.move(middle + 10, overview.y + 17, {steps: 2});
  await page.mouse.up();
  const {view, isHeld} = await camera(page);
  expect(isHeld).toBe(false);
  expect(lengthOf(view)).toBeCloseTo(lengthOf(seen), -3);
  expect((view.fromMs - seen.fromMs) / (toMs - fromMs)).toBeCloseTo(10 / overview.width, 4);
});

test.describe('on a phone', () => {
  test.use({viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true});

  test('fingers set out from what is seen, in the middle of a flight and of a glide', async ({page, context}) => {
    const session = await context.newCDPSession(page);
    let atMs = Date.now();
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
      session.send('Input.dispatchTouchEvent', {type, touchPoints: xs.map((x, id) => ({x, y, id})), timestamp: (atMs += 16) / 1000});
    await openOn(page, './?from=2014-12-12&to=2014-12-22');
    const box = await plotBox(page);
    const y = Math.round(box.top + 120);
    const fling = async () => {
      await touch('touchStart', 320);
      for (const x of [280, 240, 200, 160, 120]) await touch('touchMove', x);
      await touch('touchEnd');
      await pass(page, 120);
    };
    const fly = async () => {
      await page.evaluate(() =>
        (document.querySelector('zoomable-timeline') as unknown as {camera: Camera}).camera.flyTo({
          fromMs: Date.UTC(2014, 11, 16),
          toMs: Date.UTC(2014, 11, 20),
        }),
      );
      await pass(page, 160);
    };
    for (const begin of [fling, fly]) {
      await backTo(page, './?from=2014-12-12&to=2014-12-22');
      await begin();
      const {view: seen} = await camera(page);
      await pass(page, 40);
      expect((await camera(page)).view, 'it is moving').not.toEqual(seen);
      // One finger stops it, and then two pull it apart to twice its size.
      await touch('touchStart', 150);
      const {view: stopped} = await camera(page);
      await pass(page, 300);
      expect((await camera(page)).view).toEqual(stopped);
      await touch('touchStart', 150, 250);
      for (const apart of [60, 70, 85, 100]) await touch('touchMove', 200 - apart, 200 + apart);
      await touch('touchEnd');
      const {view: pinched, isHeld} = await camera(page);
      expect(isHeld).toBe(false);
      expect(lengthOf(stopped) / lengthOf(pinched)).toBeCloseTo(2, 1);
      expect(Math.abs(dateAt(200, pinched, box) - dateAt(200, stopped, box)) / lengthOf(pinched)).toBeLessThan(2 / 360);
      await pass(page, 1500);
    }
  });
});
