import {counted} from './counted.ts';
import {inLanguage} from './languages.ts';

/** Dates that say no more than is known, and the time between two. */
const DATES = {
  days: (from: number, to: number) => `Days ${from}–${to}`,
  aboutDay: (day: number) => `About Day ${day}`,
  byDay: (day: number) => `By Day ${day}`,
  fromDay: (day: number) => `From Day ${day}`,
  upToDay: (day: number) => `Up to Day ${day}`,
  beforeDay1: 'Before Day 1',
  sinceBeforeDay1: 'Since before Day 1',
  dayUnknown: 'Day not known',
  dateUnknown: 'Date not known',
  about: (date: string) => `About ${date}`,
  /** The later end of a stretch. */
  toAbout: (date: string) => `about ${date}`,
  notCertain: (date: string) => `${date}, not certain`,
  until: (date: string) => `Until ${date}`,
  by: (date: string) => `By ${date}, day not reported`,
  onOrAfter: (date: string) => `On or after ${date}, day not reported`,
  fromUnknownEnd: (date: string) => `From ${date}, end not reported`,
  laterOn: (date: string) => `Later on ${date}`,
  weekendOf: (days: string) => `Weekend of ${days}`,
  or: ' or ',
  and: ' and ',
  between: (days: string) => `Between ${days}`,
  untilYear: (year: string) => `Until ${year}`,
  years: (from: string, to: string) => `${from}–${to}`,
  later: (distance: string) => `${distance} later`,
  daysApart: (days: number) => counted(days, 'day', 'days'),
  monthsApart: (months: number) => counted(months, 'month', 'months'),
  yearsApart: (years: number) => counted(years, 'year', 'years'),
  daysOn: (days: number) => `${counted(days, 'day', 'days')} on`,
  weeksOn: (weeks: number) => `${counted(weeks, 'week', 'weeks')} on`,
  monthsOn: (months: number) => `${counted(months, 'month', 'months')} on`,
  yearsOn: (years: number) => `${counted(years, 'year', 'years')} on`,
};
export type DatesWords = typeof DATES;

export const datesWords = (language: string): DatesWords => inLanguage({en: DATES}, language);
