import {inLanguage} from './languages.ts';

/** Numbers, and how exact they are. */
const COUNT = {
  million: (count: string) => `${count} million`,
  billion: (count: string) => `${count} billion`,
  /** On a chart, where there is no room for the words. */
  short: {thousand: 'k', million: 'M', billion: 'B'},
  qualified: {
    exact: (count: string) => count,
    about: (count: string) => `about ${count}`,
    over: (count: string) => `over ${count}`,
    nearly: (count: string) => `nearly ${count}`,
    'at-least': (count: string) => `at least ${count}`,
  },
  qualifier: {exact: '', about: 'about', over: 'over', nearly: 'nearly', 'at-least': 'at least'},
};
export type CountWords = typeof COUNT;

export const countWords = (language: string): CountWords => inLanguage({en: COUNT}, language);
