import {describe, expect, test} from 'vitest';
import {flagWords, headInWords, isAtHour} from '../../../src/timeline/render/names.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const noonMs = Date.UTC(2014, 11, 24, 12);
const tenMs = Date.UTC(2014, 11, 24, 10);
const timeline = aTimeline([anEvent({span: {kind: 'moment', atMs: tenMs}})], 10);
/** Of the levels Months, Days and Hours. */
const [months, days, hours] = [15, 100, 600] as const;

describe('isAtHour(timeline, ms, scalePxPerDay)', () => {
  test('is false at noon, where the playhead of a day stands', () => {
    expect(isAtHour(timeline, noonMs, hours)).toBe(false);
  });

  test('is true at the hour of an event, at any scale', () => {
    expect(isAtHour(timeline, tenMs, months)).toBe(true);
  });

  test('is true at any other hour only where hours are told apart', () => {
    expect(isAtHour(timeline, tenMs + 3_600_000, days)).toBe(false);
    expect(isAtHour(timeline, tenMs + 3_600_000, hours)).toBe(true);
  });
});

describe('flagWords(timeline, ms, scalePxPerDay, isCompact)', () => {
  test('is a bare day where days are not told apart', () => {
    expect(flagWords(timeline, tenMs, months, false)).toBe('24 Dec');
  });

  test('has the weekday where they are, and the hour where it stands at one', () => {
    expect(flagWords(timeline, noonMs, days, false)).toBe('Wed 24 Dec');
    expect(flagWords(timeline, tenMs, days, false)).toBe('Wed 24 Dec, 10am PT');
  });

  test('leaves out weekday and zone on a phone', () => {
    expect(flagWords(timeline, noonMs, days, true)).toBe('24 Dec');
    expect(flagWords(timeline, tenMs, days, true)).toBe('24 Dec, 10am');
  });
});

describe('headInWords(timeline, ms, scalePxPerDay)', () => {
  test('is the whole date at a day', () => {
    expect(headInWords(timeline, noonMs, days)).toBe('Wed 24 Dec 2014');
  });

  test('gives the hour in the place of weekday and year where it stands at one', () => {
    expect(headInWords(timeline, tenMs, days)).toBe('24 Dec, 10am PT');
  });
});
