/** Words from anywhere, as they are written into a content file: on one line, as a YAML value, as MDX. */
import {withoutInvisible} from '../problems/invisible-characters.ts';

/**
 * A text as one line without invisible characters: writers paste titles from web pages.
 */
export function oneLine(text: string): string {
  return withoutInvisible(text.toWellFormed().replace(/[\p{Cc}\s]+/gu, ' '))
    .replace(/ +/g, ' ')
    .trim();
}

const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ,.’()-]*$/u;
/** Words that YAML takes for something else than text. */
const YAML_WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A text as the value of a YAML field: bare where that is safe, else in double quotes. */
export function yamlText(text: string): string {
  return PLAIN.test(text) && !YAML_WORDS.test(text) ? text : JSON.stringify(text);
}

/** Takes no room and holds two letters apart. */
export const WORD_JOINER = '\u2060';

/** Words in the middle of a line as MDX shows them, without markup and without links. */
export function mdxWords(text: string): string {
  return (
    text
      .replace(/[\\`*_{}[\]<>|~&$]/g, '\\$&')
      // What looks like an address would become a link, with a backslash or without.
      .replace(/@|:(?=\/\/)|(?<=www)\./gi, (sign) => `${WORD_JOINER}${sign}`)
  );
}

/** A text as MDX shows it, without markup and without links. */
export function mdxText(text: string): string {
  return (
    mdxWords(text)
      .replace(/^(?:[-+#=!]|\d+(?=[.)]))/, (start) => (/^\d/.test(start) ? start : `\\${start}`))
      .replace(/^(\d+)([.)])/, '$1\\$2')
      // A line that begins with one of these words is read as program code.
      .replace(/^(?:import|export)\b/, (word) => `${word[0]!.toUpperCase()}${word.slice(1)}`)
  );
}

/** A text as a sentence of MDX. */
export function mdxSentence(text: string): string {
  const sentence = mdxText(text);
  return /[.!?。！？؟…]["”’»)]*$/u.test(sentence) ? sentence : `${sentence}.`;
}
