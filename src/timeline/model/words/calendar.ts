import {inLanguage} from './languages.ts';

/** Days and hours that are known, which the stage counts and its ruler is made of. */
const CALENDAR = {
  day: (day: number) => (day < 1 ? `Day −${1 - day}` : `Day ${day}`),
  from: (date: string) => `From ${date}`,
  fromShort: (date: string) => `from ${date}`,
  about: (date: string) => `about ${date}`,
  by: (date: string) => `by ${date}`,
  /** Two days of one month share its name. */
  between: (first: string, last: string) => `${first}–${last}`,
  betweenMonths: (first: string, last: string) => `${first} – ${last}`,
  dayAndMonth: (day: number, month: string) => `${day} ${month}`,
  withYear: (date: string, year: string) => `${date} ${year}`,
  withWeekday: (weekday: string, date: string) => `${weekday} ${date}`,
  withTime: (date: string, time: string) => `${date}, ${time}`,
  inZone: (time: string, zone: string) => `${time} ${zone}`,
  /** On the ruler, which gives hours without their zone. */
  timesIn: (month: string, zone: string) => `${month}, times in ${zone}`,
  timesInShort: (month: string, zone: string) => `${month}, ${zone}`,
  bce: (year: number) => `${year} BCE`,
  hour: (hour: number) => (hour === 12 ? 'noon' : hour < 12 ? `${hour || 12}am` : `${hour - 12}pm`),
  minute: (hour: number, minute: number) => `${hour % 12 || 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`,
};
export type CalendarWords = typeof CALENDAR;

export const calendarWords = (language: string): CalendarWords => inLanguage({en: CALENDAR}, language);
