import type {DateError} from './date-error.ts';
import {isPoint} from './date-points.ts';
import {fullYear, monthFromName, pointFrom} from './meant-date.ts';
import {EXAMPLE, FORM_FIX, refused} from './refused-date.ts';

/** One point in time in any other form. */
export function refusalOfPoint(text: string, plain: string): DateError {
  const shortYear = /^(\d{2})(-\d{2}-\d{2})$/.exec(plain);
  if (shortYear && isPoint(fullYear(shortYear[1] ?? '') + (shortYear[2] ?? ''))) {
    return refused(
      `\`${text}\` has a year of two digits.`,
      'Write the year with four digits. (The example guesses the century: check it.)',
      fullYear(shortYear[1] ?? '') + (shortYear[2] ?? ''),
    );
  }
  const suggestion = pointFrom(plain);
  if (suggestion) {
    const ambiguous = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}$/.exec(plain);
    const both = ambiguous && Number(ambiguous[1]) <= 12 && Number(ambiguous[2]) <= 12 && ambiguous[1] !== ambiguous[2];
    const isShortYear = /(?:^|\D)\d{2}$/.test(plain) && /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$|['’]\d{2}$/.test(plain);
    const note = both
      ? ' (The example takes the first number for the day: check it.)'
      : isShortYear
        ? ' (The example guesses the century: check it.)'
        : '';
    return refused(`\`${text}\` is not a date we can read.`, `${FORM_FIX}${note}`, suggestion);
  }
  const otherMonth = /^(\d{1,2})\.?\s+(?:de\s+)?(\p{L}{3,})\.?\s+(?:de\s+)?(\d{4})$/u.exec(plain);
  if (otherMonth) {
    const guess = `${otherMonth[3]}-01-${(otherMonth[1] ?? '').padStart(2, '0')}`;
    return refused(
      `\`${text}\` names its month by a word we do not know.`,
      'Write the month as a number, 01 to 12. (The example cannot know which: put it in.)',
      isPoint(guess) ? guess : EXAMPLE,
    );
  }
  const missingYear = /^(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?([A-Za-z]{3,9})\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?$/.exec(plain);
  // Alone, these two are words before they are months.
  if (missingYear && monthFromName(missingYear[1] ?? '') > 0 && !/^(?:may|march)$/i.test(plain)) {
    return refused(`\`${text}\` has no year.`, 'Write the year too: year, month, day.', EXAMPLE);
  }
  if (/^(?:today|yesterday|now|tomorrow|recently|last (?:week|month|year))$/i.test(plain)) {
    return refused(`\`${text}\` means another day tomorrow.`, FORM_FIX, EXAMPLE);
  }
  return refused(`\`${text}\` is not a date we can read.`, FORM_FIX, EXAMPLE);
}
