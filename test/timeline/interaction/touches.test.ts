import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {listenForHold, listenForSwipes} from '../../../src/timeline/interaction/touches.ts';
import {fakeElement, pointer} from './pointers.ts';

let element: ReturnType<typeof fakeElement>;
const send = (type: string, over: Parameters<typeof pointer>[1] = {}) => element.dispatchEvent(pointer(type, over));
const pass = (ms: number) => void vi.advanceTimersByTime(ms);

beforeEach(() => {
  vi.useFakeTimers();
  element = fakeElement();
});
afterEach(() => void vi.useRealTimers());

describe('listenForHold(element, onHold)', () => {
  let holds: number;
  beforeEach(() => {
    holds = 0;
    listenForHold(element, () => holds++);
  });

  test('reports a finger that stays for half a second, once', () => {
    send('pointerdown');
    pass(499);
    expect(holds).toBe(0);
    pass(1);
    expect(holds).toBe(1);
    pass(5000);
    expect(holds).toBe(1);
  });

  test('forgets a tap that has ended, wherever the next finger comes down', () => {
    send('pointerdown', {clientX: 0});
    send('pointerup');
    send('pointerdown', {clientX: 300});
    send('pointermove', {clientX: 301});
    pass(500);
    expect(holds).toBe(1);
  });

  test('reports a pen, and not a mouse', () => {
    send('pointerdown', {pointerType: 'pen'});
    pass(500);
    expect(holds).toBe(1);
    send('pointerdown', {pointerType: 'mouse'});
    pass(500);
    expect(holds).toBe(1);
  });

  test('lets a finger tremble by 10 px, whichever way', () => {
    send('pointerdown', {clientX: 100, clientY: 50});
    send('pointermove', {clientX: 106, clientY: 58});
    send('pointermove', {clientX: 94, clientY: 42});
    pass(500);
    expect(holds).toBe(1);
  });

  test.each([
    [106, 59],
    [94, 41],
    [111, 50],
    [89, 50],
  ])('is called off by a move to %i, %i', (clientX, clientY) => {
    send('pointerdown', {clientX: 100, clientY: 50});
    send('pointermove', {clientX, clientY});
    pass(500);
    expect(holds).toBe(0);
  });

  test.each(['pointerup', 'pointercancel', 'pointerleave'])('is called off by %s', (type) => {
    send('pointerdown');
    send(type);
    pass(500);
    expect(holds).toBe(0);
  });

  test('begins again with another finger', () => {
    send('pointerdown');
    pass(400);
    send('pointerdown');
    pass(400);
    expect(holds).toBe(0);
    pass(100);
    expect(holds).toBe(1);
    send('pointerdown');
    pass(400);
    send('pointerdown', {pointerType: 'mouse'});
    pass(400);
    expect(holds).toBe(1);
  });

  test('keeps the browser’s menu away, which the same gesture opens', () => {
    const menu = pointer('contextmenu');
    element.dispatchEvent(menu);
    expect(menu.defaultPrevented).toBe(true);
  });
});

describe('listenForSwipes(element, isOn, onStep)', () => {
  let steps: number[];
  let isOn: boolean;
  beforeEach(() => {
    steps = [];
    isOn = true;
    listenForSwipes(
      element,
      () => isOn,
      (step) => steps.push(step),
    );
  });
  const swipe = (byPx: number, downPx = 0, end = 'pointerup', press: Parameters<typeof pointer>[1] = {}) => {
    send('pointerdown', {clientX: 100, clientY: 50, ...press});
    send(end, {clientX: 100 + byPx, clientY: 50 + downPx});
    return steps.splice(0);
  };

  test('goes to the next with a swipe to the left and back with one to the right, of 30 px at least', () => {
    expect([swipe(-30), swipe(30)]).toEqual([[1], [-1]]);
    expect([swipe(-29), swipe(29)]).toEqual([[], []]);
  });

  test('goes to the next with a tap, which may tremble by 10 px', () => {
    expect([swipe(0), swipe(10), swipe(-10), swipe(6, 8), swipe(0, -10)]).toEqual([[1], [1], [1], [1], [1]]);
    expect([swipe(11), swipe(6, 9), swipe(0, 11)]).toEqual([[], [], []]);
  });

  test('goes nowhere where the browser cancels the finger, or the press is elsewhere', () => {
    expect(swipe(-50, 0, 'pointercancel')).toEqual([]);
    isOn = false;
    expect(swipe(-50)).toEqual([]);
  });

  test('goes by the first finger and the first button alone', () => {
    expect(swipe(-50, 0, 'pointerup', {isPrimary: false})).toEqual([]);
    expect(swipe(-50, 0, 'pointerup', {button: 2})).toEqual([]);
  });

  test('reports each swipe once', () => {
    swipe(-50);
    send('pointerup', {clientX: 0});
    expect(steps).toEqual([]);
    swipe(-50, 0, 'pointercancel');
    send('pointerup', {clientX: 0});
    expect(steps).toEqual([]);
  });
});
