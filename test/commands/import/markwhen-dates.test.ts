import {describe, expect, test} from 'vitest';
import {readMarkwhenDate} from '../../../src/commands/import/markwhen-dates.ts';

/** The date that is read, or what is in its way, in a word. */
function read(head: string, reading = {zone: null as string | null, isDayFirst: false}): string {
  const date = readMarkwhenDate(head, reading);
  return date === null
    ? 'prose'
    : date.kind === 'date'
      ? date.text
      : date.kind === 'cannot'
        ? `cannot: ${date.why}`
        : `wrong: ${date.error.what}`;
}

describe('readMarkwhenDate(head)', () => {
  test.each([
    ['2012', '2012'],
    ['2012-03', '2012-03'],
    ['2012-03-04', '2012-03-04'],
    ['2012~', '2012~'],
    ['2004-02-01/ 2005-02-08', '2004-02-01/2005-02-08'],
    ['2004-02-01 /2005-02', '2004-02-01/2005-02'],
    ['2025 - 2026', '2025/2026'],
    ['04/1776', '1776-04'],
    ['1/30/1888', '1888-01-30'],
    ['11/11/2024-12/12/2024', '2024-11-11/2024-12-12'],
    ['08/2015-05/2017', '2015-08/2017-05'],
    ['1998-06/01/2000', '1998/2000-06-01'],
    ['18 March 2026', '2026-03-18'],
    ['Dec 7 1941', '1941-12-07'],
    ['December 7, 1941', '1941-12-07'],
    ['Dec 1941', '1941-12'],
    ['1 Jan 1998 to 11/11/2011 8am', '1998-01-01/2011-11-11'],
    ['2031-11-19T01:35:10Z-2099-08-04T18:22:48Z', '2031-11-19T01:35:10Z/2099-08-04T18:22:48Z'],
    ['2022-02-22T16:27:08.369Z', '2022-02-22T16:27:08Z'],
    ['476', '0476'],
    ['44 BC', '-0043'],
    ['300-200 BCE', '-0299/-0199'],
    ['50 BC – 50 AD', '-0049/0050'],
    ['2005/now', '2005/..'],
    ['dec 2 1989 - now', '1989-12-02/..'],
    ['2025-02-06 every day until 2025-02-28', '2025-02-06'],
    ['2018/6 months', '2018-01/2018-06'],
    ['2018/2 years', '2018/2019'],
    ['2023-04/4 months', '2023-04/2023-07'],
    ['03/2023 - 1 year', '2023-03/2024-02'],
    ['1/1/2023 - 2 weeks', '2023-01-01/2023-01-14'],
    ['2014-12-24 / 1 day', '2014-12-24'],
    ['July 13, 2022 - 5 week days', '2022-07-13'],
  ])('reads %s as %s', (head, text) => {
    expect(read(head)).toBe(text);
  });

  test('reads a time in the zone it is given, and leaves it out without one', () => {
    expect(read('2014-12-24 10:30', {zone: 'America/Los_Angeles', isDayFirst: false})).toBe('2014-12-24T18:30Z');
    expect(read('Dec 24 2014 10pm', {zone: '-05:00', isDayFirst: false})).toBe('2014-12-25T03:00Z');
    expect(readMarkwhenDate('2014-12-24 10:30', {zone: null, isDayFirst: false})).toMatchObject({
      text: '2014-12-24',
      leftOut: ['time 10:30: its zone is not said; `--zone` says it'],
    });
  });

  test('takes the month first unless the file says otherwise, and says so where it matters', () => {
    expect(readMarkwhenDate('3/4/2014', {zone: null, isDayFirst: false})).toMatchObject({
      text: '2014-03-04',
      changed: ['date: “3/4/2014” was read with the month first'],
    });
    expect(read('3/4/2014', {zone: null, isDayFirst: true})).toBe('2014-04-03');
    expect(readMarkwhenDate('3/14/2014', {zone: null, isDayFirst: false})).toMatchObject({changed: []});
  });

  test.each([
    ['now', 'cannot: “now” is a different day each time it is read'],
    ['January 3 - Apr 6', 'cannot: “January 3” has no year, so it would mean another date whenever it is read'],
    ['5 months', 'cannot: “5 months” is counted from the event before it'],
    ['1 week - 3 days', 'cannot: “1 week” is counted from the event before it'],
    ['after !mae - 5 weeks', 'cannot: “after !mae - 5 weeks” is counted from another event'],
    ['3:30pm - 4:30pm', 'cannot: “3:30pm” is a time whose day is that of the event before it'],
    ['2025-W12', 'cannot: “2025-W12” is the number of a week'],
    ['12000', 'cannot: the year 12000 is beyond the four digits a date can hold here'],
  ])('says why %s cannot be held', (head, why) => {
    expect(read(head)).toBe(why);
  });

  test.each([
    ['2012-13-45', 'wrong: `2012-13-45` does not exist: there is no month 13.'],
    ['2/30/2023', 'wrong: `2023-02-30` does not exist: February 2023 has 28 days.'],
    ['2023-1-1', 'wrong: `2023-1-1` is not a date we can read.'],
    ['2014-12-20 - 2014-12-10', 'wrong: `2014-12-20/2014-12-10` ends before it begins.'],
  ])('says what is wrong with %s', (head, what) => {
    expect(read(head)).toBe(what);
  });

  test.each(['Note', 'before lunch', 'Chapter 3', 'May I', 'https', 'a/b'])('takes %s for prose', (head) => {
    expect(read(head)).toBe('prose');
  });
});
