/**
 * Signs nobody can see, and the sign of a letter that was lost: they get into text unnoticed, and a reader, a search
 * or a terminal meets them later. Joiners and marks of direction that other scripts need are left alone.
 */

/** Controls, blanks of no width, line and paragraph separators, embeddings and overrides of direction, lost letters. */
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u2028\u2029\u202A-\u202E\uFEFF\uFFF9-\uFFFD]/;

const NAMES: Readonly<Record<number, string>> = {
  0x00: 'a zero byte',
  0x1B: 'an escape sign',
  0x200B: 'a blank of no width',
  0x2028: 'a line separator',
  0x2029: 'a paragraph separator',
  0xFEFF: 'a byte-order mark',
  0xFFFD: 'the sign of a letter that was lost',
};

/** How letters look that were written in UTF-8 and read in another encoding: é as Ã©, ’ as â€™. */
const GARBLED = /Ã[\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u2018-\u203A]|â€[\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u02DC\u2018-\u2122]|Â[\u00A0-\u00A9\u00AE-\u00BA\u00BF]/;

export interface OddSign {
  /** Where it stands in the text. */
  readonly at: number;
  readonly length: number;
  /** What it is, to follow “holds”. */
  readonly name: string;
  /** Whether it stands where a letter was that nobody can bring back. */
  readonly isLost: boolean;
}

/** The first sign of a text that nobody can see, or null. */
export function firstUnseen(text: string): OddSign | null {
  const match = UNSEEN.exec(text);
  if (!match) return null;
  const code = match[0].charCodeAt(0);
  const kind = code >= 0x202A && code <= 0x202E ? 'a sign that turns the direction of text' : 'a control sign';
  return {at: match.index, length: 1, name: `${NAMES[code] ?? kind} (${codeName(code)})`, isLost: code === 0xFFFD};
}

/** The first letters of a text that were read in the wrong encoding, or null. */
export function firstGarbled(text: string): OddSign | null {
  const match = GARBLED.exec(text);
  return match && {at: match.index, length: match[0].length, name: `\`${match[0]}\``, isLost: true};
}

export function withoutUnseen(text: string): string {
  return text.replace(new RegExp(UNSEEN, 'g'), '');
}

/** A text in which nothing is hidden and nothing reaches the terminal: each unseen sign by its number. */
export function withSignsSeen(text: string): string {
  return UNSEEN.test(text) ? text.replace(new RegExp(UNSEEN, 'g'), (sign) => `[${codeName(sign.charCodeAt(0))}]`) : text;
}

/** The same in as many signs as before, so that what stands under a text still does. */
export function withSignsMarked(text: string): string {
  return UNSEEN.test(text) ? text.replace(new RegExp(UNSEEN, 'g'), '·') : text;
}

function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
