import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {settler} from '../../../src/timeline/interaction/settler.ts';
import type {Settler} from '../../../src/timeline/interaction/settler.ts';
import {giveClockBack, takeClock} from './clock.ts';

let pass: (ms: number) => void;
let settled: number;
let settling: Settler;

beforeEach(() => {
  ({pass} = takeClock());
  settled = 0;
  settling = settler(() => settled++);
});
afterEach(giveClockBack);

describe('settler(onSettle)', () => {
  test('waits for the frame that shows the move, and then 90 ms for the hand', () => {
    settling.moved(true);
    pass(1000);
    expect(settled).toBe(0);
    settling.drawn();
    pass(89);
    expect(settled).toBe(0);
    pass(2);
    expect(settled).toBe(1);
    pass(1000);
    expect(settled).toBe(1);
  });

  test('waits no longer after a move that no hand has made', () => {
    settling.moved(false);
    settling.drawn();
    pass(1);
    expect(settled).toBe(1);
  });

  test('waits for the rest of 90 ms after a hand that did something else', () => {
    settling.touched();
    pass(50);
    settling.moved(false);
    settling.drawn();
    pass(39);
    expect(settled).toBe(0);
    pass(2);
    expect(settled).toBe(1);
  });

  test('begins again with every move and every touch', () => {
    settling.moved(true);
    settling.drawn();
    pass(80);
    settling.moved(true);
    pass(400);
    settling.drawn();
    pass(80);
    settling.touched();
    pass(80);
    expect(settled).toBe(0);
    pass(11);
    expect(settled).toBe(1);
  });

  test('begins with the move’s frame, however slow that was', () => {
    settling.moved(true);
    pass(400);
    settling.drawn();
    pass(80);
    expect(settled).toBe(0);
  });

  test('does not begin again with frames that show nothing new of the view', () => {
    settling.moved(true);
    settling.drawn();
    pass(60);
    settling.drawn();
    pass(31);
    expect(settled).toBe(1);
  });

  test('never settles while a hand holds, and 90 ms after it lets go', () => {
    settling.hold('hand');
    settling.moved(true);
    settling.drawn();
    pass(5000);
    settling.release('hand');
    pass(89);
    expect(settled).toBe(0);
    pass(2);
    expect(settled).toBe(1);
  });

  test('never settles between the frames of a motion, and as soon as the last is drawn after its end', () => {
    settling.hold('motion');
    settling.moved(false);
    settling.drawn();
    pass(5000);
    expect(settled).toBe(0);
    settling.moved(false);
    settling.release('motion');
    pass(5000);
    expect(settled).toBe(0);
    settling.drawn();
    pass(1);
    expect(settled).toBe(1);
  });

  test('waits for all that hold', () => {
    settling.hold('hand');
    settling.hold('motion');
    settling.moved(false);
    settling.drawn();
    settling.release('motion');
    pass(5000);
    expect(settled).toBe(0);
    settling.release('hand');
    pass(91);
    expect(settled).toBe(1);
  });

  test('has nothing to settle where a hand held and did not move', () => {
    settling.hold('hand');
    settling.release('hand');
    pass(1000);
    expect(settled).toBe(0);
  });

  test('settles at once where it is asked to, and only once', () => {
    settling.moved(true);
    settling.now();
    expect(settled).toBe(1);
    settling.drawn();
    pass(1000);
    expect(settled).toBe(1);
  });

  test('forgets what others have arranged', () => {
    settling.moved(true);
    settling.drawn();
    settling.forget();
    pass(1000);
    expect(settled).toBe(0);
  });

  test('takes idle time where the browser has any, and calls it off for a new move', () => {
    const asked: (() => void)[] = [];
    const cancelled = vi.fn();
    vi.stubGlobal('requestIdleCallback', (act: () => void) => asked.push(act));
    vi.stubGlobal('cancelIdleCallback', cancelled);
    settling.moved(true);
    settling.drawn();
    pass(100);
    expect([asked.length, settled]).toEqual([1, 0]);
    settling.moved(true);
    expect(cancelled).toHaveBeenCalledWith(1);
    settling.drawn();
    pass(100);
    asked[1]!();
    expect(settled).toBe(1);
  });

  test('asks the browser to wait for idle time no longer than 200 ms', () => {
    const waits: unknown[] = [];
    vi.stubGlobal('requestIdleCallback', (_: () => void, options: unknown) => waits.push(options));
    settling.moved(false);
    settling.drawn();
    pass(100);
    expect(waits).toEqual([{timeout: 200}]);
  });

  test('is called off by a move even between its rest and the idle time after it', () => {
    settling.moved(false);
    settling.drawn();
    vi.advanceTimersToNextTimer();
    expect(settled).toBe(0);
    settling.moved(false);
    pass(1000);
    expect(settled).toBe(0);
  });
});
