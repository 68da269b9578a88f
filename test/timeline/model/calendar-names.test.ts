import {describe, expect, test} from 'vitest';
import {MONTHS as MONTHS_IN_ENGLISH} from '../../../src/schema/date-points.ts';
import {monthAlone, monthBesideDay, weekdayName} from '../../../src/timeline/model/calendar-names.ts';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];

describe('monthBesideDay(month, language, length)', () => {
  test('is the name in full, or three letters in English', () => {
    const full = MONTHS.map((month) => monthBesideDay(month, 'en', 'long'));
    expect(full).toEqual(MONTHS_IN_ENGLISH);
    expect(MONTHS.map((month) => monthBesideDay(month, 'en', 'short'))).toEqual(full.map((name) => name.slice(0, 3)));
  });

  test('has the case that a language gives it beside a day', () => {
    expect(monthBesideDay(12, 'ru', 'long')).toBe('декабря');
    expect(monthAlone(12, 'ru', 'long')).toBe('декабрь');
  });

  test('keeps the sign for a month where its name is a number', () => {
    expect(monthBesideDay(12, 'ja', 'short')).toBe('12月');
    expect(monthAlone(12, 'ja', 'long')).toBe('12月');
  });

  test.each(['ar-SA', 'fa', 'th', 'he'])('counts Gregorian months in %s, whatever the calendar there', (language) => {
    expect(new Set(MONTHS.map((month) => monthAlone(month, language, 'long'))).size).toBe(12);
    const january = new Intl.DateTimeFormat(language, {calendar: 'gregory', timeZone: 'UTC', month: 'long'}).format(Date.UTC(2014, 0, 1));
    expect(monthAlone(1, language, 'long').replace(/[\u2068\u2069]/g, '')).toBe(january);
  });
});

describe('names that are written from right to left', () => {
  test('are separate, so that the numbers beside them keep their order', () => {
    expect(monthAlone(12, 'he', 'long')).toBe('\u2068דצמבר\u2069');
    expect(weekdayName(0, 'ar', 'long')).toBe('\u2068الأحد\u2069');
    expect(monthAlone(12, 'de', 'long')).toBe('Dezember');
  });
});

describe('weekdayName(weekday, language, length)', () => {
  test('begins with Sunday', () => {
    expect(WEEKDAYS.map((day) => weekdayName(day, 'en', 'short'))).toEqual(['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']);
    expect(weekdayName(3, 'de', 'long')).toBe('Mittwoch');
  });
});
