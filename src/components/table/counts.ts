import {numberInLanguage} from '../../timeline/model/numbers.ts';
import type {Measure, MeasureStep} from '../../timeline/model/timeline.ts';
import {countWords} from '../../timeline/model/words/counts.ts';

/** "331", "over 2 million", "about $31 million". */
export function countInWords(
  {value, qualifier}: Pick<MeasureStep, 'value' | 'qualifier'>,
  {prefix, suffix}: Pick<Measure, 'prefix' | 'suffix'>,
  language: string,
): string {
  return countWords(language).qualified[qualifier](`${prefix}${numberInWords(value, language)}${suffix}`);
}

function numberInWords(value: number, language: string): string {
  const {billion, million} = countWords(language);
  for (const [unit, words] of [
    [1e9, billion],
    [1e6, million],
  ] as const) {
    if (Math.abs(value) >= unit)
      return words(numberInLanguage(Number((value / unit).toFixed(2)), language, {fractionDigits: 2, isGrouped: false}));
  }
  return numberInLanguage(value, language, {fractionDigits: 3, isGrouped: true});
}
