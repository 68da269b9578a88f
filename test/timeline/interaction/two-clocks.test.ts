import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {twoClocks} from '../../../src/timeline/interaction/two-clocks.ts';
import type {TwoClocks} from '../../../src/timeline/interaction/two-clocks.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const noon = (day: number) => (day + 0.5) * DAY_MS;
const TIMELINE = aTimeline(
  [
    anEvent({id: 'early', knownMs: 2 * DAY_MS}),
    anEvent({id: 'late', span: {kind: 'day', dayMs: 5 * DAY_MS}, knownMs: 5 * DAY_MS, importance: 1}),
  ],
  10,
);

let told: string[];
let clocks: TwoClocks;

beforeEach(() => {
  vi.useFakeTimers();
  // For readers who ask for stillness a replay goes from news to news.
  vi.stubGlobal('matchMedia', () => ({matches: true}));
  told = [];
  clocks = twoClocks(TIMELINE, () => told.push(`moved to ${clocks.playheadMs / DAY_MS}`));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('twoClocks(timeline, rim)', () => {
  test('shows everything in Known now, and in Known then what was known on the playhead’s day', () => {
    clocks.set(noon(3), false);
    expect([clocks.known().isKnownThen, clocks.known().count]).toEqual([false, 2]);
    expect(clocks.setKnownThen(true)).toBe(true);
    expect([clocks.known().isKnownThen, clocks.known().count]).toEqual([true, 1]);
    expect(clocks.setKnownThen(true)).toBe(false);
    clocks.moveTo(noon(5));
    expect(clocks.known().count).toBe(2);
  });

  test('compares everything with what was known on the playhead’s day, until another clock is chosen', () => {
    clocks.set(noon(3), true);
    expect([clocks.isBoth, clocks.compared()]).toEqual([false, null]);
    expect([clocks.setBoth(true), clocks.setBoth(true)]).toEqual([true, false]);
    expect([clocks.isKnownThen, clocks.known().count, clocks.compared()?.count]).toEqual([false, 2, 1]);
    clocks.moveTo(noon(5));
    expect(clocks.compared()?.count).toBe(2);
    expect(clocks.setKnownThen(false), 'Known now is another clock than Both').toBe(true);
    expect([clocks.isBoth, clocks.compared()]).toEqual([false, null]);
    clocks.set(noon(3), false, true);
    expect([clocks.isBoth, clocks.setKnownThen(true), clocks.isBoth, clocks.isKnownThen]).toEqual([true, true, false, true]);
  });

  test('works out a day once, whatever its hour', () => {
    clocks.set(noon(3), true);
    const known = clocks.known();
    clocks.set(noon(3) + 1, true);
    expect(clocks.known()).toBe(known);
  });

  test('keeps the playhead inside the story', () => {
    clocks.moveTo(-1);
    clocks.moveTo(20 * DAY_MS);
    expect(told[0]).toBe('moved to 0');
    expect(clocks.playheadMs).toBe(10 * DAY_MS - 1);
  });

  test('steps by days', () => {
    clocks.set(noon(3), false);
    clocks.moveDay(1);
    clocks.moveDay(-1);
    expect(told).toEqual(['moved to 4.5', 'moved to 3.5']);
  });

  test('begin in Known now, with nothing playing, at the day that the story opens on', () => {
    expect([clocks.isKnownThen, clocks.isPlaying, clocks.playheadMs]).toEqual([false, false, noon(5)]);
    clocks.set(noon(3), true);
    expect([clocks.isKnownThen, clocks.playheadMs]).toEqual([true, noon(3)]);
    expect(told).toEqual([]);
  });

  test('stops what moves the playhead, once, at noon of the day it has reached', () => {
    clocks.play(() => told.push('stopped'));
    expect(clocks.isPlaying).toBe(true);
    clocks.moveTo(3.2 * DAY_MS);
    clocks.pause();
    clocks.pause();
    expect(told).toEqual(['moved to 3.2', 'stopped', 'moved to 3.5']);
    expect(clocks.isPlaying).toBe(false);
  });

  test('has nothing to stop where nothing plays, and does not move the playhead', () => {
    clocks.set(noon(3) + 5, true);
    clocks.pause();
    expect(told).toEqual([]);
    expect(clocks.playheadMs).toBe(noon(3) + 5);
  });
});
