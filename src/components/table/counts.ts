import type {Qualifier} from '../../schema/content.ts';
import type {Measure, MeasureStep} from '../../timeline/model/timeline.ts';

/** How exact a number is, as it is said before the number. */
export const QUALIFIER_WORDS: Readonly<Record<Qualifier, string>> = {
  exact: '',
  about: 'about',
  over: 'over',
  nearly: 'nearly',
  'at-least': 'at least',
};

/** "331", "over 2 million", "about $31 million". */
export function countInWords({value, qualifier}: Pick<MeasureStep, 'value' | 'qualifier'>, {prefix, suffix}: Pick<Measure, 'prefix' | 'suffix'>): string {
  const number = `${prefix}${numberInWords(value)}${suffix}`;
  return qualifier === 'exact' ? number : `${QUALIFIER_WORDS[qualifier]} ${number}`;
}

function numberInWords(value: number): string {
  for (const [unit, name] of [[1e9, 'billion'], [1e6, 'million']] as const) {
    if (Math.abs(value) >= unit) return `${Number((value / unit).toFixed(2))} ${name}`;
  }
  return new Intl.NumberFormat('en').format(value);
}
