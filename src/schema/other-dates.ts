/**
 * How else people write dates: in words, in other orders, with other signs. Each is refused with the date that was
 * probably meant, so that the answer is a line to paste and never a guess that passes without a look.
 */
import type {DateError} from './date-error.ts';
import {isDate} from './meant-date.ts';
import {oddCharacter, plainCharacters} from './plain-characters.ts';
import {refused} from './refused-date.ts';
import {refusalOfDoubt} from './refused-doubts.ts';
import {refusalOfPoint} from './refused-points.ts';
import {refusalOfStretch} from './refused-stretches.ts';
import {refusalOfTime} from './refused-times.ts';

/**
 * Why a text is no date, and which date it probably means.
 *
 * @param text - Anything but EDTF of level 0 or 1.
 */
export function refusalOf(text: string): DateError {
  const trimmed = text.trim();

  if (trimmed !== text && isDate(trimmed)) {
    return refused(`\`${text}\` has spaces around the date.`, 'Delete the spaces inside the quotes.', trimmed);
  }
  const plain = plainCharacters(trimmed);
  if (plain !== trimmed && isDate(plain)) {
    return refused(`\`${text}\` ${oddCharacter(trimmed)}.`, 'Type it again with the digits 0 to 9, plain hyphens and nothing else.', plain);
  }
  return refusalOfTime(text, plain) ?? refusalOfStretch(text, plain) ?? refusalOfDoubt(text, plain) ?? refusalOfPoint(text, plain);
}
