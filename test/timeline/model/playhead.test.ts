import {describe, expect, test} from 'vitest';
import {
  firstPlayheadMs,
  lastPlayheadMs,
  playheadOf,
  playheadOfDay,
  publicPlayheadOf,
  stepOfPlayhead,
} from '../../../src/timeline/model/playhead.ts';
import type {Span} from '../../../src/timeline/model/span.ts';
import {axisMs, DAY_MS, HOUR_MS} from '../../../src/timeline/model/time.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const NOON_MS = DAY_MS / 2;
const onDay3: Span = {kind: 'day', dayMs: 3 * DAY_MS};
const at10: Span = {kind: 'moment', atMs: 3 * DAY_MS + 10 * HOUR_MS};

describe('playheadOf(event)', () => {
  test('is noon of the day of an event without an hour', () => {
    expect(playheadOf({span: onDay3})).toBe(3 * DAY_MS + NOON_MS);
  });

  test('is the hour of an event that has one', () => {
    expect(playheadOf({span: at10})).toBe(3 * DAY_MS + 10 * HOUR_MS);
  });

  test('is noon of the first day of a stretch', () => {
    expect(playheadOf({span: {kind: 'stretch', fromMs: 2 * DAY_MS, toMs: 5 * DAY_MS, softStart: false, softEnd: false}})).toBe(
      2 * DAY_MS + NOON_MS,
    );
  });
});

describe('publicPlayheadOf(event)', () => {
  test('is the event itself where it was public on its own day', () => {
    expect(publicPlayheadOf({span: at10, knownMs: 3 * DAY_MS})).toBe(3 * DAY_MS + 10 * HOUR_MS);
  });

  test('is noon of the day on which it came out later', () => {
    expect(publicPlayheadOf({span: at10, knownMs: 9 * DAY_MS})).toBe(9 * DAY_MS + NOON_MS);
  });

  test('is noon of the day on which it was announced before it happened', () => {
    expect(publicPlayheadOf({span: onDay3, knownMs: DAY_MS})).toBe(DAY_MS + NOON_MS);
  });
});

describe('lastPlayheadMs(timeline)', () => {
  test('is noon of the last day on which something happens', () => {
    const timeline = {
      ...aTimeline([anEvent({id: 'a', span: onDay3}), anEvent({id: 'b', span: {...at10, atMs: 5 * DAY_MS + 23 * HOUR_MS}})], 9),
      firstDayMs: DAY_MS,
    };
    expect(lastPlayheadMs(timeline)).toBe(5 * DAY_MS + NOON_MS);
    expect(lastPlayheadMs({...timeline, firstDayMs: 7 * DAY_MS})).toBe(7 * DAY_MS + NOON_MS);
    expect(lastPlayheadMs({...timeline, events: []})).toBe(DAY_MS + NOON_MS);
  });
});

describe('playheadOfDay(dayMs)', () => {
  test('is noon, at any hour', () => {
    expect([3 * DAY_MS, 4 * DAY_MS - 1].map(playheadOfDay)).toEqual([3 * DAY_MS + NOON_MS, 3 * DAY_MS + NOON_MS]);
  });
});

describe('firstPlayheadMs(timeline)', () => {
  test('is Day 1, or the beginning of a story too long to count days', () => {
    expect(firstPlayheadMs({firstDayMs: 4 * DAY_MS, extent: {fromMs: 0, toMs: 80 * DAY_MS}})).toBe(4 * DAY_MS);
    expect(firstPlayheadMs({firstDayMs: 4 * DAY_MS, extent: {fromMs: 0, toMs: 800 * DAY_MS}})).toBe(0);
  });
});

describe('stepOfPlayhead(extent, ms, steps)', () => {
  test('is a day, or a year in a story of years', () => {
    expect(stepOfPlayhead({fromMs: 0, toMs: 80 * DAY_MS}, 3 * DAY_MS + NOON_MS, -1)).toBe(2 * DAY_MS + NOON_MS);
    expect(stepOfPlayhead({fromMs: 0, toMs: 80 * DAY_MS}, 3 * DAY_MS + HOUR_MS, 1)).toBe(4 * DAY_MS + NOON_MS);
    const long = {fromMs: axisMs(-250, 0), toMs: axisMs(1911, 0)};
    expect(stepOfPlayhead(long, axisMs(1, 0, 5) + NOON_MS, -1)).toBe(axisMs(0, 0, 5) + NOON_MS);
    expect(stepOfPlayhead(long, axisMs(1758, 11, 25), 1)).toBe(axisMs(1759, 11, 25) + NOON_MS);
  });
});
