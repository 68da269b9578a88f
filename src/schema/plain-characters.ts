/** Dates typed with other signs than those of a plain keyboard. */
import {isDate} from './meant-date.ts';

/** Signs of no width, and those that turn the direction of text. */
const NO_WIDTH = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const DASHES = /[\u2010-\u2015\u2043\u2212\uFE58\uFE63\uFF0D]/g;
const QUOTES = /^["'`´‘’‚‛“”„‟«»‹›]+|["'`´‘’‚‛“”„‟«»‹›]+$/g;

/** The same date in the signs of a plain keyboard. */
export function plainCharacters(text: string): string {
  const plain = text
    .replace(NO_WIDTH, '')
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => digitText(digit))
    .replace(DASHES, (dash, at: number, whole: string) =>
      // Between two whole dates a long dash is the slash of an interval.
      /\d{4}$/.test(whole.slice(0, at)) && /^\s*\d{4}/.test(whole.slice(at + 1))
        ? dash
        : /\s$/.test(whole.slice(0, at)) || /[A-Za-z]/.test(whole)
          ? dash
          : '-',
    )
    .trim();
  const bare = plain
    .replace(QUOTES, '')
    .replace(/[,;.]$/, '')
    .replace(/(\d)\s*-\s*(\d\d)(?=\D|$)/g, '$1-$2')
    .trim();
  if (isDate(bare)) return bare;
  const letters = bare.replace(/[oO]/g, '0').replace(/[lI|]/g, '1');
  return isDate(letters) ? letters : plain;
}

/** Which character of a date is not what it looks like. */
export function oddCharacter(text: string): string {
  if (QUOTES.test(text)) return 'has quotation marks inside its value';
  const odd = [...text].find((character) => !/[\d\-/.:TZ~?%]/.test(character)) ?? '';
  const code = `U+${(odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (odd.replace(NO_WIDTH, '') === '' || /\s/.test(odd)) return `has an invisible character (${code})`;
  if (/[oOlI|]/.test(odd)) return `has the letter \`${odd}\` where a digit should be`;
  return /^[,;]$/.test(odd) ? `ends with \`${odd}\`` : `has \`${odd}\` (${code}), which only looks like a character of a date`;
}

/** A digit of any script as a Western one: each script has its ten in a row. */
function digitText(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}
