/** Words as Find compares them: without case and accents, each by its beginning. */

const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text in small letters, one letter for each of its own without its accents. */
export function searchWords(text: string): string[] {
  return (text.normalize('NFC').match(WORD) ?? []).map((word) =>
    Array.from(word, (letter) => letter.normalize('NFD')[0]!.toLowerCase()).join(''),
  );
}

/**
 * Whether some words are next to each other in a text, each of them beginning a word of it: `touch down` in
 * "touch-downs of the day".
 *
 * @param words - Of the text, from {@link searchWords}.
 * @param phrase - From {@link searchWords}; an empty one is nowhere.
 */
export function holdsPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  return phrase.length > 0 && words.some((_, at) => phrase.every((word, i) => words[at + i]?.startsWith(word) === true));
}
