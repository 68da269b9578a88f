/** How a date that cannot be read is refused. */
import {DateError} from './date-error.ts';

/** Shown if what was written cannot be understood. */
export const EXAMPLE = '1969-07-20';

export const FORM_WHY = 'A program places dates on the timeline, and reads only one form: year, month, day, each as a number.';
export const FORM_FIX = 'Write year-month-day in quotes; leave out the day, or the month too, where it is not known.';

/** Refuses a text, with the date it probably means. */
export function refused(what: string, fix: string, suggestion: string, rule = 'date-not-edtf', why = FORM_WHY): DateError {
  return new DateError(rule, what, why, fix, suggestion);
}
