/** Making a format takes a hundred times as long as using one. */
const formats = new Map<string, Intl.NumberFormat>();

export interface NumberStyle {
  /** At most; none is written that is not there. */
  readonly fractionDigits: number;
  /** Whether thousands stand apart. */
  readonly isGrouped: boolean;
}

/** A number as a language writes it, in digits 0 to 9: "1,234.5", "1.234,5". */
export function numberInLanguage(value: number, language: string, {fractionDigits, isGrouped}: NumberStyle): string {
  const key = `${language} ${fractionDigits} ${isGrouped}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language, {numberingSystem: 'latn', maximumFractionDigits: fractionDigits, useGrouping: isGrouped});
    formats.set(key, format);
  }
  return format.format(value);
}
