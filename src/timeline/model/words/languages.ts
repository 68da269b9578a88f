/**
 * Every word that readers see and no writer wrote is in this folder. What a page's script says is in files of its own,
 * so that the script carries no more than it says; what is only written while building is in `pages.ts`.
 *
 * To add a language, name it in {@link Language}: the compiler then lists every group of words that lacks it. Write each
 * of them again as an object of its type (`const STAGE_FR: StageWords = {…}`) and name it beside the English one:
 * `inLanguage({en: STAGE, fr: STAGE_FR}, language)`. `language` in `story.yaml` chooses; names of months and days, and
 * how numbers are written, come from `Intl`.
 *
 * In a sentence, `[brackets]` hold the words of a link.
 */

/** The languages that have words. */
export type Language = 'en';

/** The words of a language, `fr-CA` then `fr`; English where there are none. */
export function inLanguage<T>(languages: Readonly<Record<Language, T>>, language: string): T {
  const byName: Readonly<Record<string, T>> = languages;
  return byName[language] ?? byName[language.split('-')[0]!] ?? languages.en;
}
