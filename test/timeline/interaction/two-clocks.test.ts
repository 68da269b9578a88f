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
  clocks = twoClocks(TIMELINE, {
    onMove: () => told.push(`moved to ${clocks.playheadMs / DAY_MS}`),
    onDay: (news) => told.push(`news: ${news.map(({id}) => id).join()}`),
    onPlaying: (isPlaying) => told.push(isPlaying ? 'playing' : 'paused'),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('twoClocks(timeline, rim)', () => {
  test('tells everything in Known now, and in Known then what was known on the playhead’s day', () => {
    clocks.set(noon(3), false);
    expect([clocks.known().isKnownThen, clocks.known().count]).toEqual([false, 2]);
    expect(clocks.setKnownThen(true)).toBe(true);
    expect([clocks.known().isKnownThen, clocks.known().count]).toEqual([true, 1]);
    expect(clocks.setKnownThen(true)).toBe(false);
    clocks.moveTo(noon(5));
    expect(clocks.known().count).toBe(2);
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

  test('replays from the playhead to the last news and ends there', () => {
    clocks.set(noon(2), true);
    clocks.play();
    expect(clocks.isPlaying).toBe(true);
    vi.runAllTimers();
    expect(clocks.isPlaying).toBe(false);
    expect(told.filter((what) => !what.startsWith('moved'))).toEqual(['playing', 'news: early', 'news: late', 'paused']);
    expect(clocks.playheadMs).toBe(noon(5));
  });

  test('stops a replay at the day it has come to', () => {
    clocks.set(noon(2), true);
    clocks.play();
    clocks.pause();
    vi.runAllTimers();
    expect(clocks.playheadMs).toBe(noon(2));
    expect(told.at(-1)).toBe('paused');
    expect(told).not.toContain('news: late');
  });

  test('begin in Known now, with nothing playing, at the last day on which something happens', () => {
    expect([clocks.isKnownThen, clocks.isPlaying, clocks.playheadMs]).toEqual([false, false, noon(5)]);
    clocks.set(noon(3), true);
    expect([clocks.isKnownThen, clocks.playheadMs]).toEqual([true, noon(3)]);
    expect(told).toEqual([]);
  });

  test('replays from the first day where the playhead is at the last, or after it', () => {
    const days = (playheadMs: number) => {
      clocks.set(playheadMs, true);
      told = [];
      clocks.play();
      clocks.pause();
      return told.filter((what) => what.startsWith('moved'))[0];
    };
    expect([days(noon(5)), days(noon(5) + 1), days(noon(5) - 1)]).toEqual(['moved to 0.5', 'moved to 0.5', 'moved to 5.5']);
  });

  test('has nothing to stop where nothing plays, and does not move the playhead', () => {
    clocks.set(noon(3) + 5, true);
    clocks.pause();
    expect(told).toEqual(['paused']);
    expect(clocks.playheadMs).toBe(noon(3) + 5);
  });

  test('is over at once where there is nothing to replay', () => {
    const empty = aTimeline([], 10);
    const plain = twoClocks(empty, {onMove: () => {}, onDay: () => {}, onPlaying: (isPlaying) => told.push(String(isPlaying))});
    plain.play();
    expect([plain.isPlaying, told]).toEqual([false, ['true', 'false']]);
  });

  test('stops between two days at noon of the day it is on', () => {
    vi.stubGlobal('matchMedia', () => ({matches: false}));
    vi.stubGlobal('requestAnimationFrame', (frame: (nowMs: number) => void) => setTimeout(() => frame(performance.now()), 16));
    vi.stubGlobal('cancelAnimationFrame', (frame: ReturnType<typeof setTimeout>) => clearTimeout(frame));
    clocks.set(noon(2), true);
    clocks.play();
    // A day with news lasts 600 ms, so 400 ms are two thirds of the way to noon of the next.
    vi.advanceTimersByTime(400);
    expect(clocks.playheadMs).toBeGreaterThan(3 * DAY_MS);
    clocks.pause();
    expect([clocks.playheadMs, clocks.isPlaying]).toEqual([noon(3), false]);
    vi.advanceTimersByTime(5000);
    expect(clocks.playheadMs).toBe(noon(3));
  });
});
