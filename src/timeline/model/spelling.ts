/** How a language writes names and numbers, as a page carries it along. */
import {calendarNames, takeCalendarNames} from './calendar-names.ts';
import {decimalSign, takeDecimalSign} from './numbers.ts';

export interface Spelling {
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly decimalSign: string;
}

/** All that drawing a timeline asks `Intl` about a language. */
export function spellingOf(language: string): Spelling {
  return {names: calendarNames(language), decimalSign: decimalSign(language)};
}

/** Spares a page the first question to `Intl`, which holds a phone up for a tenth of a second. */
export function takeSpelling(language: string, spelling: Spelling): void {
  takeCalendarNames(spelling.names);
  takeDecimalSign(language, spelling.decimalSign);
}
