/** Making a format takes a hundred times as long as using one. */
const formats = new Map<string, Intl.NumberFormat>();

const decimalSigns = new Map<string, string>();

export interface NumberStyle {
  /** At most; none is written that is not there. */
  readonly fractionDigits: number;
  /** Whether thousands are separated. */
  readonly isGrouped: boolean;
}

/** A number as a language writes it, in digits 0 to 9: "1,234.5", "1.234,5". */
export function numberInLanguage(value: number, language: string, {fractionDigits, isGrouped}: NumberStyle): string {
  const plain = /^\d+(?:\.(\d+))?$/.exec(String(value));
  // Nothing to round and nothing to group: only the sign before the fraction is the language's own.
  if (plain && !isGrouped && (plain[1] ?? '').length <= fractionDigits)
    return plain[1] === undefined ? plain[0] : plain[0].replace('.', decimalSign(language));
  const key = `${language} ${fractionDigits} ${isGrouped}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language, {numberingSystem: 'latn', maximumFractionDigits: fractionDigits, useGrouping: isGrouped});
    formats.set(key, format);
  }
  return format.format(value);
}

/** What is before a fraction: "." or ",". */
export function decimalSign(language: string): string {
  const known = decimalSigns.get(language);
  if (known !== undefined) return known;
  const sign = new Intl.NumberFormat(language, {numberingSystem: 'latn'}).formatToParts(0.5).find(({type}) => type === 'decimal')!.value;
  decimalSigns.set(language, sign);
  return sign;
}

/** Takes the answer of {@link decimalSign} as it is, without asking `Intl`. */
export function takeDecimalSign(language: string, sign: string): void {
  decimalSigns.set(language, sign);
}
