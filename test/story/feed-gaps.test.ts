import {describe, expect, test} from 'vitest';
import {edtfFromText} from '../../src/schema/dates.ts';
import {notableGaps} from '../../src/story/feed-gaps.ts';

const gaps = (...dates: string[]) =>
  notableGaps(
    dates.map((date) => ({date: edtfFromText(date)})),
    'America/Los_Angeles',
  );

describe('notableGaps(events, zone)', () => {
  test('gives no gap before the first entry', () => {
    expect(gaps('2014-12-17')).toEqual([0]);
  });

  test('counts three days and more, and passes over less', () => {
    expect(gaps('2014-12-17', '2014-12-19', '2014-12-22')).toEqual([0, 0, 3]);
  });

  test('counts from the latest entry so far, not from one that reaches back', () => {
    expect(gaps('2014-12-17', '/2014-12-16', '2014-12-18')).toEqual([0, 0, 0]);
  });

  test('places an entry of unknown start at its end', () => {
    expect(gaps('2014-12-17', '/2014-12-22')).toEqual([0, 5]);
  });

  test('counts from the end of a stretch whose start names no day', () => {
    expect(gaps('2014-09~/2014-11-24', '2014-11-24')).toEqual([0, 0]);
  });

  test('counts to a start that is only about, where it names a day', () => {
    expect(gaps('2014-11-24', '2014-11-28~/2014-12-22', '2014-12-01')).toEqual([0, 4, 3]);
  });

  test('takes an exact time on the day it has in the zone', () => {
    expect(gaps('2014-12-22', '2014-12-25T06:00:00Z')).toEqual([0, 0]);
  });
});
