/**
 * Invisible characters, and the one that replaces a lost letter: they get into text unnoticed, and a reader, a
 * search or a terminal trips over them later. Joiners and direction marks that other scripts need are left alone.
 */

/** Control characters, zero-width spaces, line and paragraph separators, direction embeddings and overrides, lost letters. */
const INVISIBLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u2028\u2029\u202A-\u202E\uFEFF\uFFF9-\uFFFD]/;

const NAMES: Readonly<Record<number, string>> = {
  0x00: 'a zero byte',
  0x1b: 'an escape character',
  0x200b: 'a zero-width space',
  0x2028: 'a line separator',
  0x2029: 'a paragraph separator',
  0xfeff: 'a byte-order mark',
  0xfffd: 'a replacement character for a lost letter',
};

/** What UTF-8 looks like when it is read in another encoding: é as Ã©, ’ as â€™. */
const GARBLED = new RegExp(
  [
    /Ã[\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u2018-\u203A]/,
    /â€[\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u02DC\u2018-\u2122]/,
    /Â[\u00A0-\u00A9\u00AE-\u00BA\u00BF]/,
  ]
    .map(({source}) => source)
    .join('|'),
);

export interface OddCharacter {
  /** Its offset in the text. */
  readonly at: number;
  readonly length: number;
  /** What it is, to follow “holds”. */
  readonly name: string;
  /** Whether it replaces a letter that cannot be recovered. */
  readonly isLost: boolean;
}

/** The first invisible character of a text, or null. */
export function firstInvisible(text: string): OddCharacter | null {
  const match = INVISIBLE.exec(text);
  if (!match) return null;
  const code = match[0].charCodeAt(0);
  const kind = code >= 0x202a && code <= 0x202e ? 'a character that changes the direction of text' : 'a control character';
  return {at: match.index, length: 1, name: `${NAMES[code] ?? kind} (${codeName(code)})`, isLost: code === 0xfffd};
}

/** The first letters of a text that were read in the wrong encoding, or null. */
export function firstGarbled(text: string): OddCharacter | null {
  const match = GARBLED.exec(text);
  return match && {at: match.index, length: match[0].length, name: `\`${match[0]}\``, isLost: true};
}

export function withoutInvisible(text: string): string {
  return text.replace(new RegExp(INVISIBLE, 'g'), '');
}

/** A text with nothing hidden and nothing that acts on the terminal: each invisible character by its code point. */
export function withInvisibleNamed(text: string): string {
  return INVISIBLE.test(text) ? text.replace(new RegExp(INVISIBLE, 'g'), (character) => `[${codeName(character.charCodeAt(0))}]`) : text;
}

/** The same, but of the same length, so that carets below the text still line up. */
export function withInvisibleMarked(text: string): string {
  return INVISIBLE.test(text) ? text.replace(new RegExp(INVISIBLE, 'g'), '·') : text;
}

function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
