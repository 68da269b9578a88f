/** Every gesture, at every moment at which something else may be moving the view, sets out from what is seen. */
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {stretched} from '../../../src/timeline/interaction/grips.ts';
import {boundsOf, cameraOn} from '../../../src/timeline/interaction/camera.ts';
import type {Camera} from '../../../src/timeline/interaction/camera.ts';
import {handsOn} from '../../../src/timeline/interaction/hands.ts';
import type {Hands} from '../../../src/timeline/interaction/hands.ts';
import type {Pointer} from '../../../src/timeline/interaction/pointers.ts';
import type {Turn} from '../../../src/timeline/interaction/wheel.ts';
import {twoClocks} from '../../../src/timeline/interaction/two-clocks.ts';
import type {TwoClocks} from '../../../src/timeline/interaction/two-clocks.ts';
import {viewControls} from '../../../src/timeline/interaction/view-controls.ts';
import type {ViewControls} from '../../../src/timeline/interaction/view-controls.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {lengthMs} from '../../../src/timeline/model/view.ts';
import type {View} from '../../../src/timeline/model/view.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';
import {FRAME_MS, giveClockBack, takeClock} from './clock.ts';
import {aTurn} from './wheel.ts';

const WIDTH_PX = 1000;
const DAYS = 80;
const view = (fromDay: number, toDay: number): View => ({fromMs: fromDay * DAY_MS, toMs: toDay * DAY_MS});
/** News on every day, so that a replay moves its playhead all the time. */
const TIMELINE = aTimeline(
  Array.from({length: DAYS}, (_, day) => anEvent({id: `e${day}`, span: {kind: 'day', dayMs: day * DAY_MS}, knownMs: day * DAY_MS})),
  DAYS,
);

let clock: ReturnType<typeof takeClock>;
let camera: Camera;
let clocks: TwoClocks;
let hands: Hands;
let views: ViewControls;
let settled: number;

beforeEach(() => {
  clock = takeClock();
  settled = 0;
  camera = cameraOn(TIMELINE.extent, {
    bounds: () => boundsOf(TIMELINE.extent, WIDTH_PX),
    // A move is drawn a frame later, as in a page.
    onMove: () => setTimeout(() => camera.drawn(), FRAME_MS),
    onSettle: () => settled++,
    onOwnMove: () => {},
    onOwnArrival: () => {},
  });
  clocks = twoClocks(TIMELINE, () => {});
  hands = handsOn(camera, () => WIDTH_PX, {onSecondTap: () => {}, onDoubleTap: (xPx) => views.zoomAt(xPx)});
  views = viewControls(TIMELINE, camera, clocks, {selectedId: null, focusId: null}, () => WIDTH_PX);
  camera.setView(view(20, 40));
  clocks.set(30.5 * DAY_MS, true);
});
afterEach(giveClockBack);

/** Something moves the playhead on by a day at a time, as a replay does. */
function startReplay(): void {
  const timer = setInterval(() => {
    clocks.moveTo(clocks.playheadMs + DAY_MS);
    views.followHead();
  }, 600);
  clocks.play(() => clearInterval(timer));
}

const finger = (id: number, xPx: number, yPx = 0): Pointer => ({id, xPx, yPx, atMs: performance.now(), isFinger: true});
const mouse = (xPx: number): Pointer => ({id: 1, xPx, yPx: 0, atMs: performance.now(), isFinger: false});
const lift = (id: number) => hands.lift({id, atMs: performance.now()});
const turn = (over: Partial<Turn>) => hands.turn(aTurn({xPx: 250, ...over}));
const brushed = (grip: 'from' | 'to' | 'both', byDays: number) => {
  camera.hold();
  camera.moveTo(stretched(camera.view, grip, byDays * DAY_MS, camera.bounds), {isOwn: true});
  camera.release();
};

/** A view from what is seen: a number of times as long, about a share of its width, and then moved by a share of it. */
const from = ({fromMs, toMs}: View, longer: number, about: number, by = 0): View => {
  const length = toMs - fromMs;
  const start = fromMs + about * length * (1 - longer) + by * length;
  return {fromMs: start, toMs: start + length * longer};
};
/** What stays under the playhead, where that is seen, or else in the middle. */
const aboutHead = ({fromMs, toMs}: View) => {
  const share = (clocks.playheadMs - fromMs) / (toMs - fromMs);
  return share >= 0 && share <= 1 ? share : 0.5;
};

type Gesture = readonly [name: string, kind: 'at once' | 'flight', act: () => void, expected: (seen: View) => View];

const GESTURES: readonly Gesture[] = [
  ['a notch of the wheel with Ctrl', 'at once', () => turn({ctrlKey: true, deltaY: -125}), (seen) => from(seen, Math.SQRT1_2, 0.25)],
  ['a notch back with ⌘', 'at once', () => turn({metaKey: true, deltaY: 125}), (seen) => from(seen, Math.SQRT2, 0.25)],
  ['a pinch on a trackpad', 'at once', () => turn({ctrlKey: true, deltaY: -5}), (seen) => from(seen, 2 ** -0.1, 0.25)],
  ['a wheel sideways', 'at once', () => turn({deltaX: 100}), (seen) => from(seen, 1, 0, 0.1)],
  ['a wheel with Shift', 'at once', () => turn({deltaY: -100, shiftKey: true}), (seen) => from(seen, 1, 0, -0.1)],
  [
    'a drag with the mouse',
    'at once',
    () => {
      hands.press(mouse(500), false);
      hands.move(mouse(450));
      hands.move(mouse(400));
      lift(1);
    },
    (seen) => from(seen, 1, 0, 0.1),
  ],
  [
    'one finger',
    'at once',
    () => {
      hands.press(finger(1, 500), false);
      hands.move(finger(1, 600));
      // It comes to rest, and so does not glide on.
      clock.pass(200);
      lift(1);
    },
    (seen) => from(seen, 1, 0, -0.1),
  ],
  [
    'two fingers',
    'at once',
    () => {
      hands.press(finger(1, 400), false);
      hands.press(finger(2, 600), false);
      hands.move(finger(1, 300));
      hands.move(finger(2, 700));
      lift(1);
      lift(2);
    },
    (seen) => from(seen, 0.5, 0.5),
  ],
  [
    'a tap and a pull',
    'at once',
    () => {
      hands.press(finger(1, 250), false);
      lift(1);
      hands.press(finger(1, 250), false);
      hands.move(finger(1, 250, 128));
      lift(1);
    },
    (seen) => from(seen, 0.5, 0.25),
  ],
  [
    'two taps',
    'flight',
    () => {
      hands.press(finger(1, 250), false);
      lift(1);
      hands.press(finger(1, 250), false);
      lift(1);
    },
    (seen) => from(seen, 0.5, 0.25),
  ],
  ['the brush', 'at once', () => brushed('both', 5), (seen) => ({fromMs: seen.fromMs + 5 * DAY_MS, toMs: seen.toMs + 5 * DAY_MS})],
  ['the brush’s first grip', 'at once', () => brushed('from', -2), (seen) => ({...seen, fromMs: seen.fromMs - 2 * DAY_MS})],
  ['the brush’s last grip', 'at once', () => brushed('to', 2), (seen) => ({...seen, toMs: seen.toMs + 2 * DAY_MS})],
  ['a double click', 'flight', () => views.zoomAt(250), (seen) => from(seen, 0.5, 0.25)],
  ['+', 'flight', () => views.zoomBy(1.5), (seen) => from(seen, 1 / 1.5, aboutHead(seen))],
  ['− held down', 'flight', () => views.zoomBy(1 / 1.5, {isRepeated: true}), (seen) => from(seen, 1.5, aboutHead(seen))],
  ['Shift and →', 'flight', () => views.panBy(0.25), (seen) => from(seen, 1, 0, 0.25)],
  ['the button Earlier', 'flight', () => views.panBy(-0.5), (seen) => from(seen, 1, 0, -0.5)],
  [
    'the name of a level',
    'flight',
    () => views.goToLevel('days'),
    () => {
      const halfMs = ((WIDTH_PX / 113) * DAY_MS) / 2;
      return {fromMs: clocks.playheadMs - halfMs, toMs: clocks.playheadMs + halfMs};
    },
  ],
  ['Show all', 'flight', () => views.fit(), () => TIMELINE.extent],
];

/** What goes on when the gesture comes. */
type Moment = readonly [name: string, begin: () => void];

const MOMENTS: readonly Moment[] = [
  ['at rest', () => {}],
  [
    'in a flight to a chapter',
    () => {
      camera.flyTo(view(45, 50));
      clock.pass(150);
    },
  ],
  [
    'in a flight that a reader asked for',
    () => {
      views.goToLevel('weeks');
      clock.pass(150);
    },
  ],
  [
    'in a glide',
    () => {
      camera.glideBy(10 * DAY_MS, 600);
      clock.pass(150);
    },
  ],
  [
    'in a replay',
    () => {
      startReplay();
      clock.pass(9000);
    },
  ],
  [
    'in a replay that has just moved the view',
    () => {
      camera.setView(view(24, 34));
      startReplay();
      while (camera.view.fromMs === 24 * DAY_MS) clock.pass(FRAME_MS);
    },
  ],
  [
    'before it has settled',
    () => {
      camera.moveTo(view(22, 38), {isOwn: true});
      clock.pass(60);
    },
  ],
];

const isNear = (seen: View, expected: View, share: number) =>
  Math.max(Math.abs(seen.fromMs - expected.fromMs), Math.abs(seen.toMs - expected.toMs)) <= lengthMs(expected) * share;

describe.each(MOMENTS)('%s', (moment, begin) => {
  test.each(GESTURES)('%s sets out from what is seen', (_, kind, act, expected) => {
    begin();
    const seen = camera.view;
    const wanted = expected(seen);
    act();
    if (kind === 'at once') {
      expect(isNear(camera.view, wanted, 1e-9)).toBe(true);
      expect(camera.goal).toBeNull();
    } else {
      expect(camera.view).toBe(seen);
      expect(isNear(camera.goal!, wanted, 1e-9)).toBe(true);
      clock.pass(FRAME_MS);
      // The first frame is on the way, and not somewhere else.
      expect(Math.abs(lengthMs(camera.view) / lengthMs(seen) - 1)).toBeLessThan(0.25);
      expect(Math.abs(camera.view.fromMs - seen.fromMs)).toBeLessThan(Math.max(lengthMs(seen), lengthMs(wanted)) / 4);
    }
    expect(camera.isHeld).toBe(false);
    // Nothing that was going on before takes it back; a replay follows its playhead once the reader's move is over.
    if (clocks.isPlaying) return;
    settled = 0;
    clock.pass(2000);
    expect(isNear(camera.view, wanted, 1e-9), moment).toBe(true);
    expect(settled).toBe(1);
  });
});

describe('steps of one kind', () => {
  test('add up, however quickly they follow', () => {
    for (let press = 0; press < 3; press++) {
      views.zoomBy(2);
      clock.pass(60);
    }
    clock.pass(1000);
    expect(isNear(camera.view, from(view(20, 40), 1 / 8, aboutHead(view(20, 40))), 1e-6)).toBe(true);
    views.panBy(0.5);
    views.panBy(0.5);
    const goal = camera.goal!;
    clock.pass(1000);
    expect(camera.view).toEqual(goal);
    expect(lengthMs(camera.view)).toBeCloseTo(2.5 * DAY_MS, -2);
  });

  test('of a key held down go on from what is seen, at an even pace', () => {
    const seen: number[] = [];
    for (let press = 0; press < 6; press++) {
      views.panBy(0.25, {isRepeated: true});
      clock.pass(33);
      seen.push(camera.view.fromMs / DAY_MS);
    }
    const steps = seen.slice(1).map((day, i) => day - seen[i]!);
    for (const step of steps) expect(Math.abs(step / steps[0]! - 1)).toBeLessThan(0.1);
  });
});

describe('a hand that holds the view', () => {
  test('keeps it from a replay, which follows its playhead again afterwards', () => {
    camera.setView(view(28, 32));
    startReplay();
    hands.press(mouse(500), false);
    hands.move(mouse(600));
    const dragged = camera.view;
    clock.pass(3000);
    expect(camera.view).toBe(dragged);
    lift(1);
    clock.pass(700);
    expect(clocks.playheadMs).toBeLessThanOrEqual(camera.view.toMs);
    expect(camera.view).not.toEqual(dragged);
  });

  test('has nothing arranged between the steps of its gesture, however slowly they follow', () => {
    hands.press(mouse(500), false);
    for (let i = 1; i < 5; i++) {
      hands.move(mouse(500 - 20 * i));
      clock.pass(1000);
    }
    expect(settled).toBe(0);
    lift(1);
    clock.pass(100);
    expect(settled).toBe(1);
  });
});
