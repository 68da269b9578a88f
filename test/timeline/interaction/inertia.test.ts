import {describe, expect, test} from 'vitest';
import {glideOf} from '../../../src/timeline/interaction/inertia.ts';

/** A finger that moves by this many pixels every 10 ms, up to now, which is 1000. */
const moves = (count: number, byPx: number) => Array.from({length: count}, (_, i) => ({atMs: 1000 - 10 * (count - 1 - i), xPx: byPx * i}));

describe('glideOf(moves, nowMs)', () => {
  test('begins with three tenths of the finger’s speed, and brakes by 750 px a second each second', () => {
    // 100 px in 100 ms. From 300 px a second it brakes for 0.4 s, over 60 px.
    const {byPx, durationMs} = glideOf(moves(11, 10), 1000)!;
    expect(byPx).toBeCloseTo(60, 6);
    expect(durationMs).toBeCloseTo(400, 6);
  });

  test('goes the way the finger went', () => {
    expect(glideOf(moves(11, -10), 1000)!.byPx).toBeCloseTo(-60, 6);
    expect(glideOf(moves(11, -10), 1000)!.durationMs).toBeCloseTo(400, 6);
  });

  test('is never faster than 1400 px a second at its beginning', () => {
    // From 1400 px a second it brakes for 1.8667 s, over 1306.667 px.
    for (const px of [100, -100]) {
      const {byPx, durationMs} = glideOf(moves(11, px), 1000)!;
      expect(byPx).toBeCloseTo(Math.sign(px) * 1306.667, 2);
      expect(durationMs).toBeCloseTo(1866.667, 2);
    }
  });

  test('goes by the last 160 ms, up to when the finger was lifted', () => {
    // Long before it was fast: 16 moves of 5 px are 80 px in 160 ms, so 150 px a second, for 0.2 s.
    const slow = moves(17, 5);
    const fast = [
      {atMs: 800, xPx: -500},
      {atMs: 839, xPx: -300},
    ];
    expect(glideOf([...fast, ...slow], 1000)!.durationMs).toBeCloseTo(200, 6);
    // Lifted 20 ms later, of 140 ms the same speed is 70 px in 160 ms.
    expect(glideOf(slow, 1020)!.durationMs).toBeCloseTo(175, 6);
  });

  test('counts moves at one instant as a thousandth of a second apart', () => {
    // 10 px at once: 3000 px a second would be too fast.
    expect(
      glideOf(
        [
          {atMs: 1000, xPx: 0},
          {atMs: 1000, xPx: 10},
        ],
        1000,
      )!.durationMs,
    ).toBeCloseTo(1866.667, 2);
  });

  test('is null where the last move was shorter than 3 px, either way', () => {
    const ending = (px: number) =>
      glideOf(
        [
          {atMs: 980, xPx: 0},
          {atMs: 990, xPx: 50},
          {atMs: 1000, xPx: 50 + px},
        ],
        1000,
      );
    expect([2.9, -2.9, 3, -3].map((px) => ending(px) === null)).toEqual([true, true, false, false]);
  });

  test('is null where there are not two moves in the last 160 ms', () => {
    expect(glideOf([], 1000)).toBeNull();
    expect(glideOf([{atMs: 1000, xPx: 5}], 1000)).toBeNull();
    expect(
      glideOf(
        [
          {atMs: 839, xPx: 0},
          {atMs: 1000, xPx: 50},
        ],
        1000,
      ),
    ).toBeNull();
    expect(
      glideOf(
        [
          {atMs: 840, xPx: 0},
          {atMs: 1000, xPx: 50},
        ],
        1000,
      ),
    ).not.toBeNull();
  });
});
