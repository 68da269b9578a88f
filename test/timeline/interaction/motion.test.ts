import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {animate, easeOut, easeOutLong, flyToView, linear, prefersStill} from '../../../src/timeline/interaction/motion.ts';
import type {View} from '../../../src/timeline/model/view.ts';
import {FRAME_MS, giveClockBack, takeClock} from './clock.ts';

let clock: ReturnType<typeof takeClock>;
let heard: (number | string)[];

beforeEach(() => {
  clock = takeClock();
  heard = [];
});
afterEach(giveClockBack);

const begin = (durationMs: number, ease: (t: number) => number = linear) =>
  animate(
    durationMs,
    ease,
    (t) => heard.push(t),
    () => heard.push('end'),
  );

describe('animate(durationMs, ease, onFrame, onEnd)', () => {
  test('goes from 0 to 1 a frame at a time, and ends once', () => {
    begin(4 * FRAME_MS);
    expect(heard).toEqual([]);
    clock.pass(10 * FRAME_MS);
    expect(heard).toEqual([0.25, 0.5, 0.75, 1, 'end']);
  });

  test('goes no further than 1 where a frame is late', () => {
    begin(FRAME_MS / 2);
    clock.pass(FRAME_MS);
    expect(heard).toEqual([1, 'end']);
  });

  test('goes by its ease', () => {
    begin(2 * FRAME_MS, (t) => t * t);
    clock.pass(2 * FRAME_MS);
    expect(heard).toEqual([0.25, 1, 'end']);
  });

  test('stops where it is, without an end', () => {
    const stop = begin(4 * FRAME_MS);
    clock.pass(2 * FRAME_MS);
    stop();
    clock.pass(10 * FRAME_MS);
    expect(heard).toEqual([0.25, 0.5]);
  });

  test('is over at once where it has no duration, or where readers ask for stillness', () => {
    begin(0)();
    expect(heard).toEqual([1, 'end']);
    clock.isStill = true;
    begin(1000)();
    expect(heard).toEqual([1, 'end', 1, 'end']);
    clock.pass(1000);
    expect(heard).toHaveLength(4);
  });
});

test('prefersStill() asks the browser what its reader has set', () => {
  vi.stubGlobal('matchMedia', (query: string) => ({matches: query === '(prefers-reduced-motion: reduce)'}));
  expect(prefersStill()).toBe(true);
  vi.stubGlobal('matchMedia', () => ({matches: false}));
  expect(prefersStill()).toBe(false);
});

describe('eases', () => {
  test('easeOut(t) is quick first: of half the time an eighth of the way is left', () => {
    expect([0, 0.5, 1].map(easeOut)).toEqual([0, 0.875, 1]);
  });

  test('linear(t) is even', () => {
    expect([0, 0.3, 1].map(linear)).toEqual([0, 0.3, 1]);
  });

  test('easeOutLong(x) is cubic-bezier(0, 0, 0.3, 1)', () => {
    // At its parameter t the curve is at x = 0.9 (1 − t) t² + t³ and y = 3 (1 − t) t² + t³.
    for (const t of [0.1, 0.25, 0.5, 0.75, 0.9]) {
      expect(easeOutLong(0.9 * (1 - t) * t ** 2 + t ** 3), String(t)).toBeCloseTo(3 * (1 - t) * t ** 2 + t ** 3, 4);
    }
    expect(easeOutLong(0)).toBeCloseTo(0, 4);
    expect([easeOutLong(1), easeOutLong(1.5)]).toEqual([1, 1]);
  });
});

describe('flyToView(from, to, onView, onEnd)', () => {
  test('arrives at the very view after 450 ms', () => {
    const seen: View[] = [];
    const to = {fromMs: 40.1, toMs: 50.2};
    flyToView(
      {fromMs: 0, toMs: 100},
      to,
      (view) => seen.push(view),
      () => heard.push('end'),
    );
    clock.pass(448);
    expect(heard).toEqual([]);
    const before = seen.at(-1)!;
    expect(before.toMs - before.fromMs).toBeGreaterThan(10.1);
    clock.pass(FRAME_MS);
    expect(heard).toEqual(['end']);
    expect(seen.at(-1)).toBe(to);
  });
});
