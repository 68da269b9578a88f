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
const HAS_ALONE = new RegExp(ALONE, 'u');
const IS_ALONE = new RegExp(`^${ALONE}`, 'u');
const PART = /[\p{L}\p{N}\p{M}]+/gu;
const PART_OR_ALONE = new RegExp(String.raw`${ALONE}\p{M}*|(?:(?!${ALONE})[\p{L}\p{N}\p{M}])+`, 'gu');
/** Between the parts of one word, if nothing else is there; a comma only between digits. */
const JOINTS = "'’‘ʼ´.-‐‑/";
const SENTENCE_END = /[?!。！？\n]|\.(?=["'”’»)\]]*\s)/u;
const DIGITS = /^\p{N}+$/u;
const NUMBER_JOINTS = ".,'’";

/** @param text - In normal form C, as {@link plainText} gives it. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let parts: Part[] = [];
  const end = () => {
    if (parts.length > 0) words.push(wordOf(text, parts));
    parts = [];
  };
  let endsAt = 0;
  for (const {0: part, index: from} of text.matchAll(HAS_ALONE.test(text) ? PART_OR_ALONE : PART)) {
    const form = foldWord(part);
    if (form === '') continue;
    const between = text.slice(endsAt, from);
    const before = parts.at(-1);
    if (before && !(between.length === 1 && isJoint(between, before, part, text))) end();
    const isFirst = parts.length === 0 && SENTENCE_END.test(between) && !(words.length > 0 && isInitial(words.at(-1)!));
    endsAt = from + part.length;
    parts.push({from, to: endsAt, form, isFirst});
  }
  end();
  return words;
}

function isJoint(between: string, before: Part, part: string, text: string): boolean {
  if (between === ',') return DIGITS.test(text.slice(before.from, before.to)) && DIGITS.test(part);
  return JOINTS.includes(between) && !IS_ALONE.test(part);
}

/** "2,100" is one number, not a 2 and a 100; of another word each part is one too. */
function wordOf(text: string, parts: readonly Part[]): Word {
  const [{from, isFirst}, {to}] = [parts[0]!, parts.at(-1)!];
  if (parts.length === 1) return {from, to, parts, whole: parts[0]!.form};
  const isNumber = parts.every(({form}, i) => DIGITS.test(form) && (i === 0 || NUMBER_JOINTS.includes(text[parts[i]!.from - 1]!)));
  if (!isNumber) return {from, to, parts, whole: parts.map(({form}) => form).join('')};
  const form = parts.map((part, i) => (i === 0 ? part.form : `${part.form.length === 3 ? '' : '.'}${part.form}`)).join('');
  return {from, to, parts: [{from, to, form, isFirst}], whole: form};
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
  return IS_PLAIN.test(word) ? word.toLowerCase() : Array.from(word, foldLetter).join('');
}

const IS_PLAIN = /^[\x20-\x7E]*$/;

/** Letters whose accent is part of them in Unicode, and those that two letters stand for. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
/** Marks that a text may leave out: accents by themselves, and vowels of Hebrew and Arabic. */
const LEFT_OUT = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670]/;

/** What a letter is compared by: mostly one letter, none where it may be left out, two for "ß". */
export function foldLetter(letter: string): string {
  if (letter < '\u0080') return letter.toLowerCase();
  if (LEFT_OUT.test(letter)) return '';
  const plain = letter.normalize('NFD')[0]!.toLowerCase();
  return PLAIN_LETTERS[plain] ?? plain;
}
