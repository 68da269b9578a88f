/** What readers do with a timeline, as real input to the page, one step at a time. */
import type {CDPSession, Page} from '@playwright/test';
import type {OpenPage} from './browser.ts';
import type {MeasuredPage} from './site.ts';

/** A reader's hand over a page. */
export interface Hand {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly measured: MeasuredPage;
  /** What of the surface is in the window, in pixels of the window. */
  readonly box: {readonly left: number; readonly right: number; readonly top: number; readonly bottom: number};
}

export interface Move {
  readonly name: string;
  /** Whether a page without our stage can be moved in the same way. */
  readonly isForBaselines: boolean;
  readonly steps: number;
  readonly prepare?: (hand: Hand) => Promise<void>;
  readonly begin?: (hand: Hand) => Promise<void>;
  readonly step: (hand: Hand, i: number) => Promise<void>;
  readonly end?: (hand: Hand) => Promise<void>;
}

export async function handOver({page, cdp}: OpenPage, measured: MeasuredPage): Promise<Hand> {
  const box = await page
    .locator(measured.surface)
    .first()
    .evaluate((element) => {
      const {left, right, top, bottom} = element.getBoundingClientRect();
      return {left: Math.max(left, 0), right: Math.min(right, innerWidth), top: Math.max(top, 0), bottom: Math.min(bottom, innerHeight)};
    });
  return {page, cdp, measured, box};
}

const CTRL = 2;
/** What a turn of the wheel sends: a fifth of a doubling, so that the way from the whole story to its hours takes 36. */
const WHEEL_PX = 48;
const ZOOM_IN_STEPS = 36;
const ZOOM_OUT_STEPS = 24;
const PAN_STEPS = 60;
const PAN_STEP_PX = 12;
const SCRUB_STEPS = 60;
const KEY_STEPS = 86;
const PLAYED_FRAMES = 240;

function turnWheel({cdp, box}: Hand, deltaY: number): Promise<unknown> {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return cdp.send('Input.dispatchMouseEvent', {type: 'mouseWheel', x, y, deltaX: 0, deltaY, modifiers: CTRL});
}

function mouse({cdp}: Hand, type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, y: number): Promise<unknown> {
  return cdp.send('Input.dispatchMouseEvent', {type, x, y, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1});
}

async function pressKey({cdp}: Hand, key: string): Promise<void> {
  await cdp.send('Input.dispatchKeyEvent', {type: 'keyDown', key, code: key});
  await cdp.send('Input.dispatchKeyEvent', {type: 'keyUp', key, code: key});
}

/** The foot of the lanes' last row, where a press takes hold of no mark. */
const panY = ({box}: Hand): number => box.top + (box.bottom - box.top) * 0.93;
const panX = ({box}: Hand, i: number): number => (box.left + box.right) / 2 - PAN_STEP_PX * (i <= PAN_STEPS / 2 ? i : PAN_STEPS - i);
const scrubX = ({box}: Hand, i: number): number => box.left + 2 + ((box.right - box.left - 4) * i) / SCRUB_STEPS;
const rulerY = ({box, measured}: Hand): number => box.top + measured.rulerPx;

export const MOVES: readonly Move[] = [
  {
    name: 'zoom',
    isForBaselines: true,
    steps: ZOOM_IN_STEPS + ZOOM_OUT_STEPS,
    step: async (hand, i) => void (await turnWheel(hand, i < ZOOM_IN_STEPS ? -WHEEL_PX : WHEEL_PX)),
  },
  {
    name: 'pan',
    isForBaselines: true,
    steps: PAN_STEPS,
    async prepare(hand) {
      for (let i = 0; i < ZOOM_IN_STEPS / 3; i++) await turnWheel(hand, -WHEEL_PX);
    },
    begin: async (hand) => void (await mouse(hand, 'mousePressed', panX(hand, 0), panY(hand))),
    step: async (hand, i) => void (await mouse(hand, 'mouseMoved', panX(hand, i + 1), panY(hand))),
    end: async (hand) => void (await mouse(hand, 'mouseReleased', panX(hand, PAN_STEPS), panY(hand))),
  },
  {
    name: 'scrub',
    isForBaselines: true,
    steps: SCRUB_STEPS,
    async prepare({page, measured}) {
      if (measured.isStage) await page.locator('[data-action="known-then"]').click();
    },
    begin: async (hand) => void (await mouse(hand, 'mousePressed', scrubX(hand, 0), rulerY(hand))),
    step: async (hand, i) => void (await mouse(hand, 'mouseMoved', scrubX(hand, i + 1), rulerY(hand))),
    end: async (hand) => void (await mouse(hand, 'mouseReleased', scrubX(hand, SCRUB_STEPS), rulerY(hand))),
  },
  {
    name: 'keys',
    isForBaselines: false,
    steps: KEY_STEPS,
    async prepare(hand) {
      await hand.page.locator(`${hand.measured.surface} a[tabindex="0"]`).focus();
      await pressKey(hand, 'Home');
    },
    step: (hand) => pressKey(hand, 'ArrowRight'),
  },
  {
    name: 'play',
    isForBaselines: false,
    steps: PLAYED_FRAMES,
    begin: ({page}) => page.locator('[data-action="play"]').click(),
    step: async () => {}, // the page moves by itself; a step is a frame
  },
];
