/**
 * Every word that readers see and no writer wrote stands in this folder. What a page's script says is in files of its
 * own, so that the script takes no more than it says; what is only written while building is in `pages.ts`.
 *
 * To add a language, write each group again as an object of its type (`const STAGE_FR: StageWords = {…}`) and name it
 * beside the English one: `inLanguage({en: STAGE, fr: STAGE_FR}, language)`. What such an object leaves out is a type
 * error. `language` in `story.yaml` chooses; names of months and days, and how numbers are written, come from `Intl`.
 *
 * In a sentence, `[brackets]` hold the words of a link.
 */

/** The words of a language, `fr-CA` then `fr`; English where there are none. */
export function inLanguage<T>(languages: {readonly en: T} & Readonly<Record<string, T>>, language: string): T {
  return languages[language] ?? languages[language.split('-')[0]!] ?? languages.en;
}
