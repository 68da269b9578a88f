import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {STILL_STEP_MS} from '../../../src/timeline/interaction/play.ts';
import type {ReplayStep} from '../../../src/timeline/interaction/play.ts';
import {startReplay} from '../../../src/timeline/interaction/replay.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {anEvent} from '../some-timeline.ts';
import {FRAME_MS, giveClockBack, takeClock} from './clock.ts';

let clock: ReturnType<typeof takeClock>;
let heard: string[];
let heads: number[];

beforeEach(() => {
  clock = takeClock();
  heard = [];
  heads = [];
});
afterEach(giveClockBack);

const step = (day: number, over: Partial<ReplayStep> = {}): ReplayStep => ({
  dayMs: day * DAY_MS,
  nextDayMs: (day + 1) * DAY_MS,
  durationMs: 4 * FRAME_MS,
  pauseMs: 0,
  news: [],
  ...over,
});
const NEWS = [anEvent()];
const start = (steps: readonly ReplayStep[]) =>
  startReplay(steps, {
    onHead: (ms) => heads.push(ms / DAY_MS),
    onStep: ({dayMs}) => heard.push(`day ${dayMs / DAY_MS}`),
    onEnd: () => heard.push('end'),
  });

describe('startReplay(steps, replay)', () => {
  test('is at noon of the first day at once, and goes to the next a frame at a time, never quite to it', () => {
    start([step(3), step(4)]);
    expect([heads, heard]).toEqual([[3.5], ['day 3']]);
    clock.pass(1 + 4 * FRAME_MS);
    // Its last frame before the next day belongs to the day before.
    expect(heads).toEqual([3.5, 3.75, 4, 4.25, 4.499, 4.5]);
    expect(heard.slice(0, 2)).toEqual(['day 3', 'day 4']);
  });

  test('goes as far as the next day with news where days are not counted', () => {
    start([step(3, {nextDayMs: 103 * DAY_MS}), step(103)]);
    clock.pass(1 + 2 * FRAME_MS);
    expect(heads).toEqual([3.5, 28.5, 53.5]);
  });

  test('waits on a day with great news before it goes on', () => {
    start([step(3, {pauseMs: 1000}), step(4)]);
    clock.pass(1000);
    expect(heads).toEqual([3.5]);
    clock.pass(FRAME_MS);
    expect(heads).toEqual([3.5, 3.75]);
  });

  test('ends on its last day, after its pause, and does not move on from it', () => {
    start([step(3, {pauseMs: 1000})]);
    clock.pass(999);
    expect(heard).toEqual(['day 3']);
    clock.pass(1);
    expect(heard).toEqual(['day 3', 'end']);
    clock.pass(1000);
    expect(heads).toEqual([3.5]);
  });

  test('ends at once where there is nothing to replay', () => {
    start([]);
    expect(heard).toEqual(['end']);
  });

  test('stops in the middle of a move, and in a pause, without an end', () => {
    const stopMoving = start([step(3), step(4)]);
    clock.pass(1 + 2 * FRAME_MS);
    stopMoving();
    clock.pass(5000);
    expect([heads, heard]).toEqual([[3.5, 3.75, 4], ['day 3']]);
    const stopWaiting = start([step(7, {pauseMs: 1000}), step(8)]);
    clock.pass(500);
    stopWaiting();
    clock.pass(5000);
    expect(heard).toEqual(['day 3', 'day 7']);
  });

  test('goes from one day with news to the next in steps of three seconds where readers ask for stillness', () => {
    clock.isStill = true;
    start([step(3), step(4), step(5, {news: NEWS}), step(6, {news: NEWS}), step(7)]);
    expect(STILL_STEP_MS).toBe(3000);
    clock.pass(2999);
    expect(heard).toEqual(['day 3']);
    clock.pass(1);
    expect(heard).toEqual(['day 3', 'day 5']);
    clock.pass(3000);
    expect(heard).toEqual(['day 3', 'day 5', 'day 6']);
    clock.pass(3000);
    expect(heard).toEqual(['day 3', 'day 5', 'day 6', 'end']);
    expect(heads).toEqual([3.5, 5.5, 6.5]);
  });

  test('begins with its first day for those readers too, whether that has news or not', () => {
    clock.isStill = true;
    start([step(3, {news: NEWS}), step(4)]);
    clock.pass(3000);
    expect(heard).toEqual(['day 3', 'end']);
  });
});
