/** Which language a text is in, as browsers and screen readers name it. */
import {shown} from '../../problems/quoted.ts';
import {checkerOf, isGood} from '../draft.ts';
import type {Draft} from '../draft.ts';

/** Reports a `language` that names none. */
export function checkLanguage(draft: Draft): void {
  const language = draft.yaml?.data['language'];
  if (typeof language !== 'string' || !isGood(draft, ['language']) || isLanguage(language)) return;
  const near = languageTag(language);
  checkerOf(draft)(['language'], {
    rule: 'unknown-language',
    what: `\`language\` (${shown(language)}) is not a language tag.`,
    why: 'Screen readers choose their voice by it.',
    fix: near ? `Did you mean \`${near}\`?` : 'Write the short tag: `en`, `fr`, `pt-BR`.',
    example: `language: ${near ?? 'en'}`,
  });
}

/** Whether a text is a language tag whose language has a name. */
export function isLanguage(tag: string): boolean {
  try {
    const [language = ''] = tag.split('-');
    return (
      /^[a-z]{2,3}$/i.test(language) &&
      Intl.getCanonicalLocales(tag).length === 1 &&
      LANGUAGE_NAMES.of(language.toLowerCase())?.toLowerCase() !== language.toLowerCase()
    );
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const LANGUAGE_NAMES = new Intl.DisplayNames('en', {type: 'language'});

/** The tag somebody meant by an underscore or by the language's name, or null. */
function languageTag(text: string): string | null {
  const tag = text.trim().replace(/_/g, '-');
  if (tag !== text && isLanguage(tag)) return tag;
  for (let i = 0; i < 26 * 26; i++) {
    const code = String.fromCharCode(97 + Math.floor(i / 26), 97 + (i % 26));
    if (LANGUAGE_NAMES.of(code)?.toLowerCase() === tag.toLowerCase()) return code;
  }
  return null;
}
