/** The licence of the words and the data. The code's is in the file LICENSE. */
export const WORDS_LICENCE = {
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;
