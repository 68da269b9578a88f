import {describe, expect, test} from 'vitest';
import type {EdtfDate} from '../../src/schema/content.ts';
import {edtfFromText} from '../../src/schema/dates.ts';
import {
  dateWords,
  dayNumber,
  dayTitle,
  endDayMs,
  eventDateWords,
  gapWords,
  instantWords,
  isoDay,
  openEnded,
  startDayMs,
  yearInWords,
} from '../../src/timeline/model/day-words.ts';
import type {DayWordsStyle} from '../../src/timeline/model/day-words.ts';

const ZONE = 'America/Los_Angeles';
const SHORT: DayWordsStyle = {language: 'en', zone: ZONE, zoneLabel: 'PT', length: 'short'};
const FIRST_DAY_MS = Date.UTC(2014, 10, 24);
const STORY = {...SHORT, extent: edtfFromText('2014-11-20/2015-02-08')};

function words(text: string, happened: 'throughout' | 'within' = 'throughout', style: Partial<DayWordsStyle> = {}) {
  return dateWords(edtfFromText(text), happened, {...SHORT, ...style});
}

describe('dayNumber(ms, firstDayMs)', () => {
  test('counts the first day as 1', () => {
    expect(dayNumber(FIRST_DAY_MS, FIRST_DAY_MS)).toBe(1);
  });

  test('counts across the turn of the year', () => {
    expect(dayNumber(Date.UTC(2015, 1, 4), FIRST_DAY_MS)).toBe(73);
  });

  test('gives the same number at any hour of the day', () => {
    expect(dayNumber(Date.UTC(2014, 11, 17, 23, 59), FIRST_DAY_MS)).toBe(24);
  });

  test('is 0 on the day before', () => {
    expect(dayNumber(Date.UTC(2014, 10, 23), FIRST_DAY_MS)).toBe(0);
  });
});

describe('startDayMs(date, zone), endDayMs(date, zone)', () => {
  test('place an exact time on the day it has in the zone', () => {
    const lateEvening = edtfFromText('2014-12-25T06:30:00Z');
    expect(isoDay(startDayMs(lateEvening, ZONE)!)).toBe('2014-12-24');
    expect(isoDay(endDayMs(lateEvening, 'Asia/Seoul')!)).toBe('2014-12-25');
  });

  test('give the first and last day of a month', () => {
    const june = edtfFromText('2014-06');
    expect(isoDay(startDayMs(june, ZONE)!)).toBe('2014-06-01');
    expect(isoDay(endDayMs(june, ZONE)!)).toBe('2014-06-30');
  });

  test('are null at an unknown or open end', () => {
    expect(startDayMs(edtfFromText('/2014-12-22'), ZONE)).toBeNull();
    expect(endDayMs(edtfFromText('2014-12-22/..'), ZONE)).toBeNull();
  });
});

describe('dayTitle(date, firstDayMs, story)', () => {
  test.each([
    ['2014-12-17', 'Day 24'],
    ['2014-12-24T18:00:00Z', 'Day 31'],
    ['2014-12-20/2014-12-21', 'Days 27–28'],
    ['2014-11-27~', 'About Day 4'],
    ['/2014-12-17', 'By Day 24'],
    ['2014-12-17/', 'From Day 24'],
    ['2014-09~/2014-11-24', 'Up to Day 1'],
    ['2013-03-20', 'Before Day 1'],
    ['2010/..', 'Since before Day 1'],
    ['2014-11-23', 'Before Day 1'],
    ['2014-11-24', 'Day 1'],
    ['2014-11-24/..', 'From Day 1'],
    ['2014-11-24/2014-11-26', 'Days 1–3'],
    ['2014-11-23/2014-11-26', 'Up to Day 3'],
    ['2014-11-27?', 'About Day 4'],
  ])('says %s as %s', (text, title) => {
    expect(dayTitle(edtfFromText(text), FIRST_DAY_MS, STORY)).toBe(title);
  });

  test.each([
    ['1066-04-24/1066-04-30', '1066'],
    ['1303/1306', '1303–1306'],
    ['0837-02~', 'About 837'],
    ['-0239-05', '240 BCE'],
    ['-0011/0014', '12 BCE–14'],
    ['/1456', 'Until 1456'],
    ['1456-06-09/', 'From 1456'],
    ['1758-12-25T20:00Z', '1758'],
    ['0837-02?', 'About 837'],
  ])('says %s as %s in a story too long to count days', (text, title) => {
    expect(dayTitle(edtfFromText(text), FIRST_DAY_MS, {...STORY, extent: edtfFromText('-0250/1911')})).toBe(title);
  });
});

describe('of a date that has neither a beginning nor an end', () => {
  const nothing: EdtfDate = {...edtfFromText('2014-12-17/..'), text: '../..', earliestMs: null};

  test('says that it is not known', () => {
    expect(dayTitle(nothing, FIRST_DAY_MS, STORY)).toBe('Day not known');
    expect(dayTitle(nothing, FIRST_DAY_MS, {...STORY, extent: edtfFromText('-0250/1911')})).toBe('Day not known');
    expect(dateWords(nothing, 'throughout', SHORT)).toBe('Date not known');
    expect(dateWords({...nothing, text: '..'}, 'throughout', SHORT)).toBe('Date not known');
  });
});

describe('yearInWords(year, language)', () => {
  test('has no year 0', () => {
    expect([2014, 1, 0, -43].map((year) => yearInWords(year, 'en'))).toEqual(['2014', '1', '1 BCE', '44 BCE']);
  });
});

describe('dateWords(date, happened, style)', () => {
  test.each([
    ['2014-12-17', 'Wed 17 Dec 2014'],
    ['2014-11-27~', 'About 27 Nov 2014'],
    ['2014-12-28?', '28 Dec 2014, not certain'],
    ['2014-12-28%', 'About 28 Dec 2014, not certain'],
    ['2014-06', 'June 2014'],
    ['2010~', 'About 2010'],
    ['2014-12-24T18:00:00Z', 'Wed 24 Dec 2014, 10:00 PT'],
    ['2014-12-25T07:30:00Z', 'Wed 24 Dec 2014, 23:30 PT'],
    ['-0043-03-15', '15 Mar 44 BCE'],
    ['0069-09', 'September 69'],
    // Days before 1583 are of another calendar.
    ['1582-12-31', '31 Dec 1582'],
    ['1583-01-01', 'Sat 1 Jan 1583'],
  ])('says %s as “%s”', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  test.each([
    ['2014-12-24/2014-12-28', '24–28 Dec 2014'],
    ['2014-11-24/2014-12-17', '24 Nov – 17 Dec 2014'],
    ['2014-12-24/2015-01-04', '24 Dec 2014 – 4 Jan 2015'],
    ['2014-09~/2014-11-24', 'About September 2014 – 24 Nov 2014'],
    ['2014-09/2014-11~', 'September 2014 – about November 2014'],
    ['2014-12-24/..', 'From Wed 24 Dec 2014'],
    ['2014-12-24/', 'From Wed 24 Dec 2014, end not reported'],
    ['../2014-12-24', 'Until Wed 24 Dec 2014'],
    ['2014-12-24?/2014-12-28', '24–28 Dec 2014, not certain'],
    ['2014-12-24/2014-12-28?', '24–28 Dec 2014, not certain'],
    ['2014-12-24~/2014-12-28', 'About 24–28 Dec 2014'],
    ['2013-12-24/2014-12-26', '24 Dec 2013 – 26 Dec 2014'],
    ['2014-12/2014-12-24', 'December 2014 – 24 Dec 2014'],
    ['2014-10-24/2014-12', '24 Oct 2014 – December 2014'],
    ['2010/2014', '2010 – 2014'],
  ])('says the stretch %s as “%s”', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  test.each([
    ['2014-12-20/2014-12-21', 'Weekend of 20–21 Dec 2014'],
    ['2014-12-15/2014-12-16', '15 or 16 Dec 2014'],
    ['2014-12-31/2015-01-01', '31 Dec 2014 or 1 Jan 2015'],
    ['2014-12-19/2014-12-22', 'Between 19 and 22 Dec 2014'],
    ['2014-11-28/2014-12-22', 'Between 28 Nov and 22 Dec 2014'],
    ['/2014-12-17', 'By Wed 17 Dec 2014, day not reported'],
    ['2014-12-17/', 'On or after Wed 17 Dec 2014, day not reported'],
    ['2014-12-20/2014-12-20', 'Sat 20 Dec 2014'],
    ['2014-12-20/2014-12-22', 'Between 20 and 22 Dec 2014'],
    ['2014-10/2014-11', 'Between October 2014 and November 2014'],
    ['2014-10/2014-11-03', 'Between October 2014 and 3 Nov 2014'],
    ['1500-01-06/1500-01-07', '6 or 7 Jan 1500'],
  ])('says one moment within %s as “%s”', (text, expected) => {
    expect(words(text, 'within')).toBe(expected);
  });

  test('rejects a text that is no date', () => {
    const date = {...edtfFromText('2014-12-17'), text: 'spring 2014'};
    expect(() => dateWords(date, 'throughout', SHORT)).toThrow(new RangeError('date must be EDTF level 0 or 1, got spring 2014'));
  });

  test('spells everything out when long, and drops the weekday when plain', () => {
    expect(words('2014-12-17', 'throughout', {length: 'long'})).toBe('Wednesday 17 December 2014');
    expect(words('2014-12-17', 'throughout', {length: 'plain'})).toBe('17 Dec 2014');
  });
});

describe('eventDateWords(event, events, style)', () => {
  const date = edtfFromText('2014-12-17');
  const first = {id: 'a', date, happened: 'throughout', order: 0.3} as const;
  const second = {id: 'b', date, happened: 'throughout', order: 0.6} as const;

  test('says “Later on” for an event late in a day that has an earlier one', () => {
    expect(eventDateWords(second, [first, second], SHORT)).toBe('Later on Wed 17 Dec 2014');
  });

  test('does not say it before the afternoon, of an hour, or of a day that is not certain', () => {
    const said = (text: string, order: number | null) => {
      const other = {...second, date: edtfFromText(text), order};
      return eventDateWords(other, [{...first, date: other.date}, other], SHORT);
    };
    expect([said('2014-12-17', 0.5), said('2014-12-17', null)]).toEqual(['Wed 17 Dec 2014', 'Wed 17 Dec 2014']);
    expect(said('2014-12-17', 0.51)).toBe('Later on Wed 17 Dec 2014');
    expect(said('2014-12-17T18:00:00Z', 0.6)).toBe('Wed 17 Dec 2014, 10:00 PT');
    expect(said('2014-12-17~', 0.6)).toBe('About 17 Dec 2014');
    expect(said('2014-12-17?', 0.6)).toBe('17 Dec 2014, not certain');
  });

  test('does not say it where the event is not among those of the story', () => {
    expect(eventDateWords(second, [], SHORT)).toBe('Wed 17 Dec 2014');
  });

  test('does not say it of the first event of the day', () => {
    expect(eventDateWords(second, [second], SHORT)).toBe('Wed 17 Dec 2014');
    expect(eventDateWords(first, [first, second], SHORT)).toBe('Wed 17 Dec 2014');
  });
});

describe('in another language', () => {
  test.each([
    ['de', 'Mi 17 Dez. 2014', 'Mittwoch 17 Dezember 2014', 'Dezember 2014'],
    ['fr', 'mer. 17 déc. 2014', 'mercredi 17 décembre 2014', 'décembre 2014'],
    ['ru', 'ср 17 дек. 2014', 'среда 17 декабря 2014', 'декабрь 2014'],
    ['ko', '수 17 12월 2014', '수요일 17 12월 2014', '12월 2014'],
  ])('%s names its own months and days, in our order', (language, short, long, month) => {
    const told = (text: string, length: DayWordsStyle['length']) =>
      dateWords(edtfFromText(text), 'throughout', {...SHORT, language, length});
    expect(told('2014-12-17', 'short')).toBe(short);
    expect(told('2014-12-17', 'long')).toBe(long);
    expect(told('2014-12', 'short')).toBe(month);
  });

  test('keeps English for what nobody has translated', () => {
    expect(dateWords(edtfFromText('2014-12-17~'), 'throughout', {...SHORT, language: 'de'})).toBe('About 17 Dez. 2014');
    expect(dayTitle(edtfFromText('2014-12-17'), FIRST_DAY_MS, {...STORY, language: 'de'})).toBe('Day 24');
  });
});

describe('instantWords(utcMs, style)', () => {
  const told = (text: string, zone: string, length: DayWordsStyle['length'] = 'short') =>
    instantWords(Date.parse(text), {language: 'en', zone, zoneLabel: 'there', length});

  test.each([
    ['2014-12-24T18:00:00Z', 'America/Los_Angeles', 'Wed 24 Dec 2014, 10:00 there'],
    ['2014-12-24T18:00:00Z', 'UTC', 'Wed 24 Dec 2014, 18:00 there'],
    // Nine hours on is the next morning.
    ['2014-12-24T18:00:00Z', 'Asia/Seoul', 'Thu 25 Dec 2014, 03:00 there'],
    // And the next year.
    ['2014-12-31T23:30:00Z', 'Asia/Tokyo', 'Thu 1 Jan 2015, 08:30 there'],
    // Seven hours back, in summer, is the evening before.
    ['2014-07-01T06:30:00Z', 'America/Los_Angeles', 'Mon 30 Jun 2014, 23:30 there'],
    // Half hours, on both sides.
    ['2014-12-24T18:00:00Z', 'Asia/Kolkata', 'Wed 24 Dec 2014, 23:30 there'],
    ['2014-12-24T18:00:00Z', 'America/St_Johns', 'Wed 24 Dec 2014, 14:30 there'],
    // 13 hours 45 in the southern summer, 12 hours 45 in its winter.
    ['2014-12-24T18:00:00Z', 'Pacific/Chatham', 'Thu 25 Dec 2014, 07:45 there'],
    ['2014-07-01T12:00:00Z', 'Pacific/Chatham', 'Wed 2 Jul 2014, 00:45 there'],
    // The hour that comes twice when clocks go back.
    ['2014-11-02T08:30:00Z', 'America/Los_Angeles', 'Sun 2 Nov 2014, 01:30 there'],
    ['2014-11-02T09:30:00Z', 'America/Los_Angeles', 'Sun 2 Nov 2014, 01:30 there'],
    // The hour that is missing when they go forward.
    ['2014-03-09T09:59:00Z', 'America/Los_Angeles', 'Sun 9 Mar 2014, 01:59 there'],
    ['2014-03-09T10:00:00Z', 'America/Los_Angeles', 'Sun 9 Mar 2014, 03:00 there'],
  ])('%s in %s is “%s”', (text, zone, words) => {
    expect(told(text, zone)).toBe(words);
  });

  test('is as long as is asked for', () => {
    expect(told('2014-12-24T18:00:00Z', 'Asia/Seoul', 'long')).toBe('Thursday 25 December 2014, 03:00 there');
    expect(told('2014-12-24T18:00:00Z', 'Asia/Seoul', 'plain')).toBe('25 Dec 2014, 03:00 there');
  });

  test('says what dateWords says of the same instant in the story’s zone', () => {
    const date = edtfFromText('2014-12-24T18:00:00Z');
    expect(instantWords(date.earliestMs!, SHORT)).toBe(dateWords(date, 'throughout', SHORT));
  });
});

describe('gapWords(days, language)', () => {
  test('counts days, one of them as one', () => {
    expect(gapWords(5, 'en')).toBe('5 days later');
    expect(gapWords(1, 'en')).toBe('1 day later');
    expect(gapWords(61, 'en')).toBe('61 days later');
    expect(gapWords(123, 'en')).toBe('4 months later');
    expect(gapWords(27_759, 'en')).toBe('76 years later');
  });

  test('counts months from 62 days to 23 months', () => {
    expect([62, 715, 716].map((days) => gapWords(days, 'en'))).toEqual(['2 months later', '23 months later', '2 years later']);
  });
});

describe('openEnded(date)', () => {
  test('is the same date from its first day on', () => {
    const {text, precision, earliestMs, latestMs, start, end} = openEnded(edtfFromText('2014-12-10~/2014-12-13?'));
    expect({text, precision, latestMs}).toEqual({text: '2014-12-10~/..', precision: 'interval', latestMs: null});
    expect([earliestMs, start.approximate]).toEqual([Date.UTC(2014, 11, 10), true]);
    expect(end).toEqual({approximate: false, uncertain: false, bound: 'open'});
  });
});
