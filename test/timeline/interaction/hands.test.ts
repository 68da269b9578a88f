import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {cameraOn} from '../../../src/timeline/interaction/camera.ts';
import type {Camera} from '../../../src/timeline/interaction/camera.ts';
import {handsOn} from '../../../src/timeline/interaction/hands.ts';
import type {Hands} from '../../../src/timeline/interaction/hands.ts';
import type {Pointer} from '../../../src/timeline/interaction/pointers.ts';
import {doublingsOf} from '../../../src/timeline/interaction/wheel.ts';
import type {Turn} from '../../../src/timeline/interaction/wheel.ts';
import {lengthMs} from '../../../src/timeline/model/view.ts';
import {giveClockBack, takeClock} from './clock.ts';
import {aTurn} from './wheel.ts';

const EXTENT = {fromMs: 0, toMs: 10_000};
/** A pixel is a millisecond in a view of 1000. */
const WIDTH_PX = 1000;
const START = {fromMs: 4000, toMs: 5000};

let clock: ReturnType<typeof takeClock>;
let camera: Camera;
let hands: Hands;
let heard: string[];

beforeEach(() => {
  clock = takeClock();
  heard = [];
  camera = cameraOn(EXTENT, {
    bounds: () => ({extent: EXTENT, shortestMs: 100}),
    onMove: () => camera.drawn(),
    onSettle: () => heard.push('settle'),
    onOwnMove: () => {},
    onOwnArrival: () => {},
  });
  hands = handsOn(camera, () => WIDTH_PX, {
    onSecondTap: () => heard.push('second tap'),
    onDoubleTap: (xPx) => heard.push(`double tap at ${xPx}`),
  });
  camera.setView(START);
});
afterEach(giveClockBack);

const mouse = (xPx: number, yPx = 0): Pointer => ({id: 1, xPx, yPx, atMs: performance.now(), isFinger: false});
const finger = (xPx: number, yPx = 0, id = 1): Pointer => ({id, xPx, yPx, atMs: performance.now(), isFinger: true});
const lift = (id = 1) => hands.lift({id, atMs: performance.now()});
const turn = (over: Partial<Turn>) => hands.turn(aTurn(over));
const tap = (xPx: number, yPx = 0, isOnLink = false) => {
  hands.press(finger(xPx, yPx), isOnLink);
  clock.pass(40);
  lift();
};

describe('a mouse', () => {
  test('pans by as much as it moves, once it has moved by 4 px', () => {
    hands.press(mouse(500), false);
    hands.move(mouse(503));
    expect(camera.view).toEqual(START);
    expect(hands.isBusy).toBe(false);
    hands.move(mouse(504));
    expect(camera.view).toEqual({fromMs: 3996, toMs: 4996});
    expect(hands.isBusy).toBe(true);
    hands.move(mouse(400));
    expect(camera.view).toEqual({fromMs: 4100, toMs: 5100});
    lift();
    expect(hands.isBusy).toBe(false);
    hands.move(mouse(300));
    expect(camera.view).toEqual({fromMs: 4100, toMs: 5100});
  });

  test('pans upwards and downwards too', () => {
    hands.press(mouse(500, 0), false);
    hands.move(mouse(502, 40));
    expect(camera.view.fromMs).toBe(3998);
  });

  test('keeps the instant under it when it goes beyond the story’s end and comes back', () => {
    camera.setView({fromMs: 100, toMs: 1100});
    hands.press(mouse(500), false);
    hands.move(mouse(900));
    expect(camera.view.fromMs).toBe(0);
    hands.move(mouse(550));
    expect(camera.view.fromMs).toBe(50);
  });

  test('does not glide', () => {
    hands.press(mouse(500), false);
    for (let i = 1; i <= 6; i++) {
      clock.pass(10);
      hands.move(mouse(500 + 20 * i));
    }
    lift();
    clock.pass(2000);
    expect(camera.view.fromMs).toBe(3880);
  });

  test('settles nothing while it lies still, and once it lets go', () => {
    hands.press(mouse(500), false);
    hands.move(mouse(600));
    clock.pass(5000);
    expect(heard).toEqual([]);
    lift();
    clock.pass(100);
    expect(heard).toEqual(['settle']);
  });
});

describe('one finger', () => {
  test('pans sideways', () => {
    hands.press(finger(500, 200), false);
    hands.move(finger(510, 205));
    hands.move(finger(450, 205));
    expect(camera.view.fromMs).toBe(4050);
  });

  test('is left to the page if it starts up or down, whatever it does next', () => {
    hands.press(finger(500, 200), false);
    hands.move(finger(503, 190));
    hands.move(finger(400, 190));
    expect(camera.view).toEqual(START);
    expect([hands.isBusy, camera.isHeld]).toEqual([false, false]);
    lift();
    hands.press(finger(500), false);
    hands.move(finger(400));
    expect(camera.view.fromMs).toBe(4100);
  });

  test('glides on if it lets go while moving, but not from rest', () => {
    hands.press(finger(500), false);
    for (let i = 1; i <= 6; i++) {
      clock.pass(16);
      hands.move(finger(500 - 20 * i));
    }
    lift();
    expect(camera.view.fromMs).toBe(4120);
    clock.pass(3000);
    // 120 px in 96 ms, 0.3 of it: 375 px a second, braked at 750 px a second each second: half a second, 93.75 px.
    expect(camera.view.fromMs).toBeCloseTo(4213.75, 1);
    hands.press(finger(500), false);
    hands.move(finger(400));
    clock.pass(400);
    lift();
    clock.pass(3000);
    expect(camera.view.fromMs).toBeCloseTo(4313.75, 1);
  });

  test('does not glide for those who ask for stillness', () => {
    clock.isStill = true;
    hands.press(finger(500), false);
    for (let i = 1; i <= 6; i++) {
      clock.pass(16);
      hands.move(finger(500 - 20 * i));
    }
    lift();
    clock.pass(3000);
    expect(camera.view.fromMs).toBe(4120);
  });

  test('lets the view go where the browser takes it', () => {
    hands.press(finger(500), false);
    hands.move(finger(400));
    hands.cancel(1);
    expect([hands.isBusy, camera.isHeld]).toEqual([false, false]);
  });
});

describe('a finger next to another pointer', () => {
  test('ignores its moves, its lift and its end', () => {
    hands.press(finger(500), false);
    hands.move(finger(300, 0, 9));
    expect(camera.view).toEqual(START);
    lift(9);
    hands.cancel(9);
    hands.move(finger(400));
    expect(camera.view.fromMs).toBe(4100);
    hands.move(finger(300, 0, 9));
    lift(9);
    hands.cancel(9);
    expect([camera.view.fromMs, camera.isHeld]).toEqual([4100, true]);
    hands.move(finger(350));
    expect(camera.view.fromMs).toBe(4150);
  });

  test('scrolls the page until it is lifted itself', () => {
    hands.press(finger(500, 200), false);
    hands.move(finger(500, 190));
    lift(9);
    // A press meanwhile is that of a second finger, and is left to the page too.
    hands.press(finger(500), false);
    hands.move(finger(400));
    expect(camera.view).toEqual(START);
    lift(1);
    hands.press(finger(500), false);
    hands.move(finger(400));
    expect(camera.view.fromMs).toBe(4100);
  });

  test('pans where it sets out as far across as down', () => {
    hands.press(finger(500, 200), false);
    hands.move(finger(490, 190));
    expect(camera.view.fromMs).toBe(4010);
  });

  test('lets the view go where the browser cancels it before it has moved', () => {
    hands.press(finger(500), false);
    expect(camera.isHeld).toBe(true);
    hands.cancel(1);
    expect(camera.isHeld).toBe(false);
  });

  test('glides on after a single move', () => {
    hands.press(finger(500), false);
    clock.pass(50);
    hands.move(finger(440));
    lift();
    clock.pass(3000);
    // 60 px in 50 ms, 0.3 of it: 360 px a second, braked in 0.48 s over 86.4 px.
    expect(camera.view.fromMs).toBeCloseTo(4146.4, 1);
  });
});

describe('two fingers', () => {
  test('zoom about what is between them, and take it along', () => {
    hands.press(finger(400, 0, 1), false);
    hands.press(finger(600, 0, 2), false);
    hands.move(finger(300, 0, 1));
    hands.move(finger(700, 0, 2));
    expect(camera.view).toEqual({fromMs: 4250, toMs: 4750});
    hands.move(finger(400, 0, 1));
    hands.move(finger(800, 0, 2));
    expect(camera.view).toEqual({fromMs: 4200, toMs: 4700});
  });

  test('measure across and down alike', () => {
    hands.press(finger(500, 0, 1), false);
    hands.press(finger(500, 100, 2), false);
    hands.move(finger(500, 200, 2));
    expect(camera.view).toEqual({fromMs: 4250, toMs: 4750});
  });

  test('keep what is between them there at the closest', () => {
    hands.press(finger(200, 0, 1), false);
    hands.press(finger(210, 0, 2), false);
    hands.move(finger(995, 0, 2));
    expect(lengthMs(camera.view)).toBe(100);
    // 4205 was between them; 597.5 px is now.
    expect(camera.view.fromMs).toBeCloseTo(4205 - 59.75);
  });

  test('go on as one where one is lifted, from where that is', () => {
    hands.press(finger(400, 0, 1), false);
    hands.press(finger(600, 0, 2), false);
    hands.move(finger(300, 0, 1));
    hands.move(finger(700, 0, 2));
    const pinched = camera.view;
    lift(1);
    expect(camera.view).toBe(pinched);
    hands.move(finger(720, 0, 2));
    expect(camera.view).toEqual({fromMs: 4240, toMs: 4740});
    clock.pass(400);
    lift(2);
    expect(camera.isHeld).toBe(false);
  });

  test('do not open what is under them', () => {
    hands.press(finger(400, 0, 1), true);
    hands.press(finger(600, 0, 2), true);
    expect(hands.isBusy).toBe(true);
  });

  test('zoom about what is between them after one has panned', () => {
    hands.press(finger(500, 0, 1), false);
    hands.move(finger(450, 0, 1));
    hands.move(finger(400, 0, 1));
    // 4500 is under the first finger at 400 px, and 4700 under the second at 600.
    hands.press(finger(600, 0, 2), false);
    hands.move(finger(300, 0, 1));
    hands.move(finger(700, 0, 2));
    expect(camera.view).toEqual({fromMs: 4350, toMs: 4850});
  });

  test('glide on as one after the first had panned alone', () => {
    hands.press(finger(500, 0, 1), false);
    hands.move(finger(400, 0, 1));
    hands.press(finger(600, 0, 2), false);
    lift(2);
    clock.pass(50);
    hands.move(finger(340, 0, 1));
    lift(1);
    clock.pass(3000);
    // From 4100, as much as a single move of one finger does.
    expect(camera.view.fromMs).toBeCloseTo(4246.4, 1);
  });

  test('glide on as one where the other lets go while moving', () => {
    hands.press(finger(400, 0, 1), false);
    hands.press(finger(600, 0, 2), false);
    lift(1);
    clock.pass(50);
    hands.move(finger(540, 0, 2));
    lift(2);
    clock.pass(3000);
    // As much as the single move of one finger does.
    expect(camera.view.fromMs).toBeCloseTo(4146.4, 1);
  });

  test.each([
    [1, 2],
    [2, 1],
  ])('go on as one, with finger %i lifted or cancelled and finger %i still there', (gone, left) => {
    for (const end of [lift, hands.cancel]) {
      camera.setView(START);
      hands.press(finger(400, 0, 1), false);
      hands.press(finger(600, 0, 2), false);
      end(9);
      end(gone);
      hands.move(finger(left === 1 ? 300 : 500, 0, left));
      expect(camera.view).toEqual({fromMs: 4100, toMs: 5100});
      clock.pass(400);
      lift(left);
      expect(camera.isHeld).toBe(false);
    }
  });

  test('are not disturbed by a third', () => {
    hands.press(finger(400, 0, 1), false);
    hands.press(finger(600, 0, 2), false);
    hands.press(finger(900, 0, 3), false);
    hands.move(finger(950, 0, 3));
    lift(3);
    expect(camera.view).toEqual(START);
    hands.move(finger(300, 0, 1));
    hands.move(finger(700, 0, 2));
    expect(camera.view).toEqual({fromMs: 4250, toMs: 4750});
  });

  test('go on as one where the browser takes the other', () => {
    hands.press(finger(400, 0, 1), false);
    hands.press(finger(600, 0, 2), false);
    hands.cancel(2);
    hands.move(finger(300, 0, 1));
    expect(camera.view).toEqual({fromMs: 4100, toMs: 5100});
  });
});

describe('two taps', () => {
  test('are one double tap, where the second is lifted without a move', () => {
    tap(600);
    clock.pass(100);
    hands.press(finger(610, 5), false);
    expect([heard, hands.isBusy]).toEqual([['second tap'], true]);
    hands.move(finger(616, 5));
    lift();
    expect(heard).toEqual(['second tap', 'double tap at 610']);
    expect(camera.view).toEqual(START);
  });

  test('zoom in by a doubling for each 128 px that the second moves down, and out upwards', () => {
    tap(600, 300);
    hands.press(finger(600, 300), false);
    hands.move(finger(600, 428));
    expect(camera.view).toEqual({fromMs: 4300, toMs: 4800});
    hands.move(finger(600, 172));
    expect(camera.view).toEqual({fromMs: 3400, toMs: 5400});
    lift();
    expect(heard).toEqual(['second tap']);
    expect(camera.isHeld).toBe(false);
  });

  test.each([
    ['too far apart', () => tap(600), () => clock.pass(100), () => finger(640)],
    ['too long apart', () => tap(600), () => clock.pass(301), () => finger(600)],
    ['the first on a link', () => tap(600, 0, true), () => clock.pass(100), () => finger(600)],
  ])('are two touches where they are %s', (_, first, wait, second) => {
    first();
    wait();
    hands.press(second(), false);
    lift();
    expect(heard).toEqual([]);
  });

  test('are two touches where the first lasts long, or a mouse makes them', () => {
    hands.press(finger(600), false);
    clock.pass(301);
    lift();
    hands.press(finger(600), false);
    lift();
    clock.pass(1000);
    hands.press(mouse(600), false);
    lift();
    hands.press(mouse(600), false);
    lift();
    expect(heard).toEqual([]);
  });

  test('may be 300 ms and 30 px apart, and the second may tremble by 8 px', () => {
    hands.press(finger(600), false);
    clock.pass(300);
    lift();
    clock.pass(300);
    hands.press(finger(630), false);
    hands.move(finger(638));
    lift();
    expect(heard).toEqual(['second tap', 'double tap at 630']);
  });

  test('are two touches where the second is on a link, or a mouse makes it', () => {
    tap(600);
    hands.press(finger(600), true);
    lift();
    clock.pass(1000);
    tap(600);
    hands.press(mouse(600), false);
    lift();
    expect(heard).toEqual([]);
  });

  test('let the second touch pan where it is too far from the first', () => {
    tap(600);
    expect(hands.isBusy).toBe(false);
    hands.press(finger(500), false);
    hands.move(finger(400));
    expect(camera.view.fromMs).toBe(4100);
  });

  test('zoom all the way back where the second is pulled back', () => {
    tap(600, 300);
    hands.press(finger(600, 300), false);
    hands.move(finger(600, 428));
    hands.move(finger(600, 300));
    expect(camera.view).toEqual(START);
  });

  test('go by the second finger alone', () => {
    tap(600, 300);
    hands.press(finger(600, 300), false);
    hands.move(finger(600, 428, 9));
    lift(9);
    hands.cancel(9);
    expect([camera.view, hands.isBusy]).toEqual([START, true]);
    hands.move(finger(600, 428));
    expect(camera.view).toEqual({fromMs: 4300, toMs: 4800});
  });

  test('end where a second finger comes down while the second tap is pulled', () => {
    tap(600, 300);
    hands.press(finger(600, 300), false);
    hands.move(finger(600, 428));
    const pulled = camera.view;
    hands.press(finger(700, 0, 2), false);
    hands.move(finger(600, 556));
    expect(camera.view).toBe(pulled);
    expect([hands.isBusy, camera.isHeld]).toEqual([false, false]);
  });

  test('are none where a second finger comes down beside the second tap', () => {
    tap(600);
    hands.press(finger(600), false);
    hands.press(finger(700, 0, 2), false);
    lift();
    expect(heard).toEqual(['second tap']);
    expect([hands.isBusy, camera.isHeld]).toEqual([false, false]);
  });
});

describe('the wheel', () => {
  test('is left to the page as it is, and where it turns more down than sideways', () => {
    expect(turn({deltaY: 100})).toBe(false);
    expect(turn({deltaX: 30, deltaY: 100})).toBe(false);
    expect(camera.view).toEqual(START);
  });

  test('is left to the page where it turns as much down as sideways, or not at all', () => {
    expect(turn({deltaX: 50, deltaY: 50})).toBe(false);
    expect(turn({deltaX: -50, deltaY: 50})).toBe(false);
    expect(turn({shiftKey: true})).toBe(false);
    expect(camera.view).toEqual(START);
  });

  test('pans by its own way sideways with Shift, where it has one, and by whole windows where it counts in pages', () => {
    turn({deltaX: 100, deltaY: 200, shiftKey: true});
    expect(camera.view.fromMs).toBe(4100);
    turn({deltaX: -1, deltaMode: 2});
    expect(camera.view.fromMs).toBe(3100);
  });

  test('stops a glide', () => {
    camera.glideBy(500, 600);
    clock.pass(100);
    turn({deltaY: 100});
    const seen = camera.view;
    clock.pass(2000);
    expect(camera.view).toBe(seen);
  });

  test('puts off what settles, though it is left to the page', () => {
    camera.moveTo({fromMs: 6000, toMs: 7000});
    turn({deltaY: 100});
    clock.pass(89);
    expect(heard).toEqual([]);
    clock.pass(2);
    expect(heard).toEqual(['settle']);
  });

  test('zooms about another instant where the pointer has moved', () => {
    clock.pass(1000);
    turn({ctrlKey: true, deltaY: -250, xPx: 250});
    turn({ctrlKey: true, deltaY: -250, xPx: 750});
    // From 4125 to 4625; three quarters on is 4500, of which a quarter of 250 is right of it.
    expect(camera.view).toEqual({fromMs: 4312.5, toMs: 4562.5});
  });

  test('pans sideways, and with Shift', () => {
    expect(turn({deltaX: 100})).toBe(true);
    expect(camera.view.fromMs).toBe(4100);
    expect(turn({deltaY: -60, shiftKey: true})).toBe(true);
    expect(camera.view.fromMs).toBe(4040);
    turn({deltaX: 2, deltaMode: 1});
    expect(camera.view.fromMs).toBe(4090);
  });

  test.each([{ctrlKey: true}, {metaKey: true}])('zooms about the pointer with %o', (key) => {
    expect(turn({...key, deltaY: -250, xPx: 250})).toBe(true);
    expect(camera.view).toEqual({fromMs: 4125, toMs: 4625});
  });

  test('zooms about one instant for as long as it goes on, even where the story’s end was in the way', () => {
    clock.pass(1000);
    camera.setView({fromMs: 0, toMs: 1000});
    turn({ctrlKey: true, deltaY: 250, xPx: 800});
    expect(camera.view).toEqual({fromMs: 0, toMs: 2000});
    clock.pass(100);
    turn({ctrlKey: true, deltaY: -250, xPx: 800});
    expect(camera.view).toEqual({fromMs: 0, toMs: 1000});
    turn({ctrlKey: true, deltaY: 250, xPx: 800});
    clock.pass(151);
    turn({ctrlKey: true, deltaY: -250, xPx: 800});
    expect(camera.view).toEqual({fromMs: 800, toMs: 1800});
  });

  test('zooms about what is under it where something else has moved the view meanwhile', () => {
    turn({ctrlKey: true, deltaY: -250, xPx: 500});
    camera.moveTo({fromMs: 8000, toMs: 8500});
    turn({ctrlKey: true, deltaY: 250, xPx: 500});
    expect(camera.view).toEqual({fromMs: 7750, toMs: 8750});
  });
});

describe('doublingsOf(turn)', () => {
  const of = (deltaY: number, deltaMode = 0, ctrlKey = false) => doublingsOf({deltaY, deltaMode, ctrlKey});

  test('is a quarter for 62.5 pixels of a wheel', () => {
    expect(of(-62.5)).toBeCloseTo(0.25);
    expect(of(62.5)).toBeCloseTo(-0.25);
  });

  test('is more for the small steps of a pinch', () => {
    expect(of(-10, 0, true)).toBeCloseTo(0.2);
    expect(of(-40, 0, true)).toBeCloseTo(0.16);
  });

  test('counts lines and pages', () => {
    expect(of(-3, 1)).toBeCloseTo(0.15);
    expect(of(-1, 2)).toBe(1);
  });

  test('is never more than one', () => {
    expect(of(-4000)).toBe(1);
    expect(of(4000)).toBe(-1);
  });
});

describe('a pinch on a trackpad in Safari', () => {
  const stretch = (kind: 'start' | 'change' | 'end', scale: number, xPx = 250) => hands.stretch({kind, scale, xPx});

  test('zooms about the place where it began, by how far the fingers are apart', () => {
    stretch('start', 1);
    stretch('change', 2, 400);
    expect(camera.view).toEqual({fromMs: 4125, toMs: 4625});
    stretch('change', 0.5);
    expect(camera.view).toEqual({fromMs: 3750, toMs: 5750});
    stretch('end', 0.5);
    stretch('change', 4);
    expect(camera.view, 'it has ended').toEqual({fromMs: 3750, toMs: 5750});
  });

  test('is left to the fingers where a screen reports them one by one', () => {
    hands.press(finger(400), false);
    hands.press(finger(600, 0, 2), false);
    stretch('start', 1);
    stretch('change', 2);
    expect(camera.view).toEqual(START);
  });
});
