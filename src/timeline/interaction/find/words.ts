/** The words of a text as search compares them: whatever their case, accents, apostrophes and hyphens. */

/** What lies between apostrophes and hyphens: "Jong" and "un" of "Jong-un". */
export interface Part {
  /** Where it begins in its text. */
  readonly from: number;
  /** Where it ends, exclusive. */
  readonly to: number;
  /** Folded: small letters without accents. */
  readonly form: string;
  /** Whether a sentence or a line begins with it: no phrase goes on over its end. */
  readonly isFirst: boolean;
}

export interface Word {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Part[];
  /** All parts in one: "jongun", "obrien"; the form of its only part where it has one. */
  readonly whole: string;
}

/** Scripts that put no space between words: each sign is searched for by itself. */
const {source: ALONE} = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const LETTER = String.raw`(?:(?!${ALONE})[\p{L}\p{N}\p{M}])`;
/** Between the parts of one word; a comma only between digits. */
const JOINT = String.raw`(?:['’‘ʼ´.\-‐‑/]|(?<=\p{N}),(?=\p{N}))`;
const WORD = new RegExp(String.raw`${ALONE}\p{M}*|${LETTER}+(?:${JOINT}${LETTER}+)*`, 'gu');
/** The same where no such script is, which is five times as fast. */
const SPACED_WORD = new RegExp(String.raw`[\p{L}\p{N}\p{M}]+(?:${JOINT}[\p{L}\p{N}\p{M}]+)*`, 'gu');
const HAS_ALONE = new RegExp(ALONE, 'u');
const PART = /[\p{L}\p{N}\p{M}]+/gu;
const SENTENCE_END = /[?!。！？\n]|\.(?=["'”’»)\]]*\s)/u;
const NUMBER = /^\p{N}+(?:[.,'’]\p{N}+)+$/u;
/** A sign that groups the digits of a long number: the commas of "2,100,000". */
const GROUPING = /[.,'’](?=\p{N}{3}(?!\p{N}))/gu;

/** @param text - In normal form C, as {@link plainText} gives it. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before: Word | null = null;
  for (const {0: word, index} of text.matchAll(HAS_ALONE.test(text) ? WORD : SPACED_WORD)) {
    const to = index + word.length;
    const isFirst: boolean = SENTENCE_END.test(text.slice(before?.to ?? 0, index)) && (before === null || !isInitial(before));
    // "2,100" is one number, not a 2 and a 100.
    const one = NUMBER.test(word) ? word.replace(GROUPING, '').replace(/[,'’]/g, '.') : null;
    const parts: Part[] = one === null
      ? Array.from(word.matchAll(PART), ({0: part, index: at}): Part => ({from: index + at, to: index + at + part.length, form: foldWord(part), isFirst: isFirst && at === 0})).filter(({form}) => form !== '')
      : [{from: index, to, form: foldWord(one), isFirst}];
    if (parts.length === 0) continue;
    before = {from: index, to, parts, whole: parts.map(({form}) => form).join('')};
    words.push(before);
  }
  return words;
}

/** The "S" of "U.S." or the "J" of "J. Edgar", after which no sentence need end. */
function isInitial({parts}: Word): boolean {
  return parts.at(-1)!.form.length === 1;
}

/** Whether a folded word begins with another; a number does not begin a longer one, as 30 does not begin 300. */
export function begins(form: string, beginning: string): boolean {
  return form.startsWith(beginning) && !(/\d$/.test(beginning) && /[\d.]/.test(form.charAt(beginning.length)));
}

/** A text in which each letter is one sign, and nothing unseen stands within a word. */
export function plainText(text: string): string {
  return text.normalize('NFC').replace(/[\u00AD\u200B\u2060]/g, '');
}

/** A word without case and accents. */
export function foldWord(word: string): string {
  return Array.from(word, foldLetter).join('');
}

/** Letters whose accent is part of them in Unicode, and those that two letters stand for. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th'};
/** Marks that a text may leave out: accents by themselves, and vowels of Hebrew and Arabic. */
const LEFT_OUT = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670]/;

/** What a letter is compared by: mostly one letter, none where it may be left out, two for "ß". */
export function foldLetter(letter: string): string {
  if (letter < '\u0080') return letter.toLowerCase();
  if (LEFT_OUT.test(letter)) return '';
  const plain = letter.normalize('NFD')[0]!.toLowerCase();
  return PLAIN_LETTERS[plain] ?? plain;
}
