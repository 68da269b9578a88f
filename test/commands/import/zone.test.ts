import {describe, expect, test} from 'vitest';
import {instantFromWallClock, zoneFromText} from '../../../src/commands/import/zone.ts';

const at = (text: string) => Date.parse(`${text}Z`);
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString().slice(0, 16));

describe('instantFromWallClock(wallMs, zone)', () => {
  test.each([
    ['2014-12-24T10:00', 'America/Los_Angeles', '2014-12-24T18:00'],
    ['2014-07-24T10:00', 'America/Los_Angeles', '2014-07-24T17:00'],
    ['2014-12-24T10:00', '+05:30', '2014-12-24T04:30'],
    ['2014-12-24T10:00', 'UTC', '2014-12-24T10:00'],
    ['2014-12-31T23:30', 'Pacific/Kiritimati', '2014-12-31T09:30'],
  ])('reads %s in %s', (wall, zone, instant) => {
    expect(iso(instantFromWallClock(at(wall), zone))).toBe(instant);
  });

  test('takes the earlier of two instants with the same time', () => {
    expect(iso(instantFromWallClock(at('2014-11-02T01:30'), 'America/Los_Angeles'))).toBe('2014-11-02T08:30');
  });

  test('is null for a time that clocks were put past', () => {
    expect(instantFromWallClock(at('2014-03-09T02:30'), 'America/Los_Angeles')).toBeNull();
  });

  test('rejects a zone that does not exist', () => {
    expect(() => instantFromWallClock(0, 'Moon/Base')).toThrow(RangeError);
  });
});

describe('zoneFromText(text)', () => {
  test.each([
    ['America/New_York', 'America/New_York'],
    ['+5', '+05:00'],
    ['-3', '-03:00'],
    ['UTC+5:30', '+05:30'],
    ['UTC', 'UTC'],
    ['Moonbase', null],
    ['+25', null],
    ['', null],
  ])('reads %j as %j', (text, zone) => {
    expect(zoneFromText(text)).toBe(zone);
  });
});
