import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import type {Hands} from '../../../src/timeline/interaction/hands.ts';
import {capturePointer, listenOnPlot} from '../../../src/timeline/interaction/plot-events.ts';
import {fakeElement, pointer} from './pointers.ts';

let plot: ReturnType<typeof fakeElement>;
let heard: unknown[][];
let isBusy: boolean;
let isTaken: boolean;
let isLink: boolean;
let takesTurns: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  plot = Object.assign(fakeElement(), {closest: (selector: string) => (isLink && selector === 'a' ? {} : null)});
  heard = [];
  [isBusy, isTaken, isLink, takesTurns] = [false, false, false, false];
  const hands: Hands = {
    press: (...asked) => void heard.push(['press', ...asked]),
    move: (...asked) => void heard.push(['move', ...asked]),
    lift: (...asked) => void heard.push(['lift', ...asked]),
    cancel: (...asked) => void heard.push(['cancel', ...asked]),
    turn(...asked) {
      heard.push(['turn', ...asked]);
      return takesTurns;
    },
    stretch: (...asked) => void heard.push(['stretch', ...asked]),
    get isBusy() {
      return isBusy;
    },
  };
  listenOnPlot(plot, hands, {leftPx: () => 40, isTaken: () => isTaken});
});
afterEach(() => void vi.useRealTimers());

const send = (type: string, over: Parameters<typeof pointer>[1] = {}) => {
  const event = pointer(type, over);
  plot.dispatchEvent(event);
  return event;
};
const kinds = () => heard.map(([kind]) => kind);

describe('listenOnPlot(plot, hands, places)', () => {
  test('brings a finger to the hands, across from the plot’s left edge', () => {
    const down = send('pointerdown', {pointerId: 3, clientX: 100, clientY: 20});
    const move = send('pointermove', {pointerId: 3, clientX: 110, clientY: 21});
    const up = send('pointerup', {pointerId: 3});
    expect(heard).toEqual([
      ['press', {id: 3, xPx: 60, yPx: 20, atMs: down.timeStamp, isFinger: true}, false],
      ['move', {id: 3, xPx: 70, yPx: 21, atMs: move.timeStamp, isFinger: true}],
      ['lift', {id: 3, atMs: up.timeStamp}],
    ]);
    send('pointercancel', {pointerId: 3});
    expect(heard.at(-1)).toEqual(['cancel', 3]);
  });

  test('says whether it is a mouse, and whether a link is pressed', () => {
    isLink = true;
    send('pointerdown', {pointerType: 'mouse'});
    expect(heard[0]![1]).toMatchObject({isFinger: false});
    expect(heard[0]![2]).toBe(true);
  });

  test('leaves other buttons, a mouse with Ctrl, and presses for another control', () => {
    send('pointerdown', {button: 2});
    send('pointerdown', {pointerType: 'mouse', ctrlKey: true});
    isTaken = true;
    send('pointerdown');
    expect(heard).toEqual([]);
    isTaken = false;
    send('pointerdown', {ctrlKey: true});
    expect(kinds()).toEqual(['press']);
  });

  test('lets go of a mouse whose button came up outside the window', () => {
    send('pointerdown', {pointerType: 'mouse', pointerId: 5});
    send('pointermove', {pointerType: 'mouse', pointerId: 5, buttons: 0});
    send('pointermove', {pointerType: 'mouse', pointerId: 5, buttons: 0});
    expect(kinds()).toEqual(['press', 'lift', 'move']);
  });

  test('goes on with a mouse while its button is pressed, and with a finger, which has none', () => {
    send('pointerdown', {pointerType: 'mouse', pointerId: 5});
    send('pointermove', {pointerType: 'mouse', pointerId: 5, buttons: 1});
    send('pointerdown', {pointerId: 6});
    send('pointermove', {pointerId: 6, buttons: 0});
    expect(kinds()).toEqual(['press', 'move', 'press', 'move']);
  });

  test('captures a pointer, and shows that it holds the plot, once the hands are at work', () => {
    send('pointerdown', {pointerId: 3});
    send('pointermove', {pointerId: 3});
    expect([plot.captured, plot.classList.contains('is-held')]).toEqual([[], false]);
    isBusy = true;
    send('pointermove', {pointerId: 3});
    send('pointermove', {pointerId: 3});
    expect([plot.captured, plot.classList.contains('is-held')]).toEqual([[3], true]);
    isBusy = false;
    send('pointerup', {pointerId: 3});
    expect(plot.classList.contains('is-held')).toBe(false);
  });

  test('shows no hold after the browser has cancelled the pointer', () => {
    isBusy = true;
    send('pointermove', {pointerId: 3});
    isBusy = false;
    send('pointercancel', {pointerId: 3});
    expect(plot.classList.contains('is-held')).toBe(false);
  });

  describe('a click', () => {
    /** What a click does: the browser follows its link, and those who listen after hear of it. */
    const click = () => {
      let isHeard = false;
      const hear = () => (isHeard = true);
      plot.addEventListener('click', hear);
      const event = send('click');
      plot.removeEventListener('click', hear);
      return [event.defaultPrevented ? '' : 'followed', isHeard ? 'heard' : ''].filter(Boolean).join(', ') || 'nothing';
    };

    test('opens what is under it where nothing was done before', () => {
      expect(click()).toBe('followed, heard');
    });

    test('opens what was pressed', () => {
      send('pointerdown');
      send('pointerup');
      expect(click()).toBe('followed, heard');
    });

    test('opens nothing at the end of a gesture, and something right after it', () => {
      isBusy = true;
      send('pointerup');
      expect(click()).toBe('nothing');
      vi.runAllTimers();
      expect(click()).toBe('followed, heard');
    });

    test('opens something after the next press', () => {
      isBusy = true;
      send('pointerup');
      isBusy = false;
      send('pointerdown');
      expect(click()).toBe('followed, heard');
    });
  });

  test.each(['touchstart', 'touchmove'])('keeps the page from scrolling at %s while the hands are at work, where that can be', (type) => {
    expect(send(type).defaultPrevented).toBe(false);
    isBusy = true;
    expect(send(type).defaultPrevented).toBe(true);
    const begun = new Event(type);
    const prevent = vi.spyOn(begun, 'preventDefault');
    plot.dispatchEvent(begun);
    expect(prevent).not.toHaveBeenCalled();
  });

  test('lets no link be dragged away', () => {
    expect(send('dragstart').defaultPrevented).toBe(true);
  });

  test('brings the wheel to the hands, and keeps it from the page where they make use of it', () => {
    const wheel = {deltaX: 1, deltaY: 2, deltaMode: 1, ctrlKey: true, metaKey: false, shiftKey: false};
    const left = send('wheel', {...wheel, clientX: 100});
    expect(heard).toEqual([['turn', {...wheel, xPx: 60, atMs: left.timeStamp}]]);
    expect(left.defaultPrevented).toBe(false);
    takesTurns = true;
    expect(send('wheel', wheel).defaultPrevented).toBe(true);
  });
});

describe('capturePointer(element, pointerId)', () => {
  test('has all moves of a pointer sent to an element', () => {
    capturePointer(plot, 4);
    expect(plot.captured).toEqual([4]);
  });

  test('passes over a pointer that is up again, and over no other mistake', () => {
    const failing = (reason: Error) =>
      Object.assign(fakeElement(), {
        setPointerCapture: () => {
          throw reason;
        },
      });
    expect(() => capturePointer(failing(new DOMException('no such pointer')), 4)).not.toThrow();
    expect(() => capturePointer(failing(new TypeError('no number')), 4)).toThrow('no number');
  });
});

test('a pinch on a trackpad in Safari is brought to the hands, and the page does not zoom', () => {
  for (const [type, kind] of [
    ['gesturestart', 'start'],
    ['gesturechange', 'change'],
    ['gestureend', 'end'],
  ]) {
    const event = Object.assign(new Event(type!, {cancelable: true}), {scale: 1.5, clientX: 140});
    plot.dispatchEvent(event);
    expect(heard.at(-1)).toEqual(['stretch', {kind, scale: 1.5, xPx: 100}]);
    expect(event.defaultPrevented).toBe(true);
  }
});
