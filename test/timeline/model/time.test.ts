import {describe, expect, test} from 'vitest';
import {axisMs, DAY_MS, dayStartMs, HOUR_MS, isoDay, msFromIsoDay, wallClockMs} from '../../../src/timeline/model/time.ts';

const LA = 'America/Los_Angeles';

describe('dayStartMs(ms)', () => {
  test('gives the midnight before', () => {
    expect(dayStartMs(Date.UTC(2014, 11, 17, 23, 59))).toBe(Date.UTC(2014, 11, 17));
  });

  test('gives midnight itself', () => {
    expect(dayStartMs(Date.UTC(2014, 11, 17))).toBe(Date.UTC(2014, 11, 17));
  });

  test('goes back in time before 1970 too', () => {
    expect(dayStartMs(-1)).toBe(-DAY_MS);
  });
});

describe('wallClockMs(utcMs, zone)', () => {
  test('is eight hours earlier on the west coast in winter', () => {
    expect(wallClockMs(Date.UTC(2014, 11, 24, 18), LA)).toBe(Date.UTC(2014, 11, 24, 10));
  });

  test('is seven hours earlier there in summer', () => {
    expect(wallClockMs(Date.UTC(2014, 6, 1, 18), LA)).toBe(Date.UTC(2014, 6, 1, 11));
  });

  test('can fall on the day before', () => {
    expect(dayStartMs(wallClockMs(Date.UTC(2014, 11, 25, 3), LA))).toBe(Date.UTC(2014, 11, 24));
  });

  test('knows zones of a quarter of an hour', () => {
    expect(wallClockMs(0, 'Asia/Kathmandu')).toBe(5.5 * HOUR_MS);
    expect(wallClockMs(Date.UTC(2014, 11, 1), 'Pacific/Chatham')).toBe(Date.UTC(2014, 11, 1, 13, 45));
  });

  test('shows midnight as hour 0 of the new day', () => {
    expect(wallClockMs(Date.UTC(2014, 11, 24, 8), LA)).toBe(Date.UTC(2014, 11, 24));
  });

  test('keeps years before 1 and before 100', () => {
    expect(new Date(wallClockMs(axisMs(-43, 2, 15) + 12 * HOUR_MS, 'UTC')).toISOString()).toBe('-000043-03-15T12:00:00.000Z');
    expect(new Date(wallClockMs(axisMs(66, 0, 25), 'UTC')).toISOString()).toBe('0066-01-25T00:00:00.000Z');
  });

  test('rejects a zone that does not exist', () => {
    expect(() => wallClockMs(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('axisMs(year, month, day)', () => {
  test('gives the first of a month', () => {
    expect(axisMs(2014, 11)).toBe(Date.UTC(2014, 11, 1));
  });

  test('carries months that run over into the next year', () => {
    expect(axisMs(2014, 12, 5)).toBe(Date.UTC(2015, 0, 5));
  });

  test('does not take year 14 for 1914', () => {
    expect(new Date(axisMs(14, 0)).toISOString()).toBe('0014-01-01T00:00:00.000Z');
  });

  test('reaches years before 0', () => {
    expect(new Date(axisMs(-43, 2, 15)).toISOString()).toBe('-000043-03-15T00:00:00.000Z');
  });
});

describe('isoDay(ms), msFromIsoDay(text)', () => {
  test.each([
    [axisMs(2014, 11, 17) + 5 * HOUR_MS, '2014-12-17'],
    [axisMs(837, 1, 28), '0837-02-28'],
    [axisMs(0, 0, 1), '0000-01-01'],
    [axisMs(-239, 4, 25), '-0239-05-25'],
    [axisMs(10_000, 0, 1), '010000-01-01'],
    [axisMs(-10_000, 0, 1), '-010000-01-01'],
  ])('say %d as %s, and back', (ms, text) => {
    expect(isoDay(ms)).toBe(text);
    expect(msFromIsoDay(text)).toBe(dayStartMs(ms));
  });

  test.each(['', '2014', '2014-11-31', '2014-1-5', '-0000-01-01', 'x'])('%j is no day', (text) => {
    expect(msFromIsoDay(text)).toBeNaN();
  });
});
