import {describe, expect, test} from 'vitest';
import {flagWords, headInWords, isExactTime} from '../../../src/timeline/render/names.ts';

const noonMs = Date.UTC(2014, 11, 24, 12);
const CLOCK = {zoneLabel: 'PT', language: 'en'};
const tenMs = Date.UTC(2014, 11, 24, 10);

describe('isExactTime(ms)', () => {
  test('is false at noon, where the playhead of a day stands', () => {
    expect(isExactTime(noonMs)).toBe(false);
  });

  test('is true at any other whole minute', () => {
    expect(isExactTime(tenMs)).toBe(true);
    expect(isExactTime(tenMs + 60_000)).toBe(true);
  });

  test('is false between minutes, where the playhead is on its way', () => {
    expect(isExactTime(tenMs + 1234)).toBe(false);
  });
});

describe('flagWords(ms, scalePxPerDay, clock, isCompact)', () => {
  test('is a bare day where days are not told apart', () => {
    expect(flagWords(tenMs, 15, CLOCK, false)).toBe('24 Dec');
  });

  test('has the weekday where they are, and the hour where it is exact', () => {
    expect(flagWords(noonMs, 100, CLOCK, false)).toBe('Wed 24 Dec');
    expect(flagWords(tenMs, 100, CLOCK, false)).toBe('Wed 24 Dec, 10am PT');
  });

  test('leaves out weekday and zone on a phone', () => {
    expect(flagWords(noonMs, 100, CLOCK, true)).toBe('24 Dec');
    expect(flagWords(tenMs, 100, CLOCK, true)).toBe('24 Dec, 10am');
  });
});

describe('headInWords(ms, clock)', () => {
  test('is the whole date at a day', () => {
    expect(headInWords(noonMs, CLOCK)).toBe('Wed 24 Dec 2014');
  });

  test('gives the hour in the place of weekday and year where it is exact', () => {
    expect(headInWords(tenMs, CLOCK)).toBe('24 Dec, 10am PT');
  });
});
