/** Keeps each "17 December 2014", "24 Nov", "10:00 PT" and "03:00 Korean" of a text on one line. */
export function unbrokenDates(words: string): string {
  return words
    .replace(/(\d) (\p{L}+) (\d)/gu, '$1\u00A0$2\u00A0$3')
    .replace(/(\d) ([A-Z]\p{L}+)(?= –|$)/gu, '$1\u00A0$2')
    .replace(/(\d:\d\d) /g, '$1\u00A0');
}
