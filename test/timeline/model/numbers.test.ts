import {describe, expect, test} from 'vitest';
import {numberInLanguage} from '../../../src/timeline/model/numbers.ts';

describe('numberInLanguage(value, language, style)', () => {
  test('groups thousands and marks fractions as the language does', () => {
    expect(numberInLanguage(12_345.678, 'en', {fractionDigits: 1, isGrouped: true})).toBe('12,345.7');
    expect(numberInLanguage(12_345.678, 'de', {fractionDigits: 1, isGrouped: true})).toBe('12.345,7');
    expect(numberInLanguage(12_345, 'en', {fractionDigits: 1, isGrouped: false})).toBe('12345');
  });

  test('writes a number that needs neither rounding nor groups as Intl does', () => {
    for (const language of ['en', 'de', 'fr', 'hi', 'ar-EG']) {
      const format = new Intl.NumberFormat(language, {numberingSystem: 'latn', maximumFractionDigits: 20, useGrouping: false});
      for (const value of [0, 7, 0.5, 331, 2.8, 1234.75, 1e-7, 1e21]) {
        expect(numberInLanguage(value, language, {fractionDigits: 20, isGrouped: false})).toBe(format.format(value));
      }
    }
  });

  test('rounds to as many places as are asked for, on every call', () => {
    const written = (fractionDigits: number, isGrouped: boolean) => numberInLanguage(1234.567, 'de', {fractionDigits, isGrouped});
    expect([written(2, true), written(1, true), written(1, false), written(3, false), written(0, false)]).toEqual([
      '1.234,57',
      '1.234,6',
      '1234,6',
      '1234,567',
      '1235',
    ]);
    expect(numberInLanguage(0.25, 'en', {fractionDigits: 1, isGrouped: false})).toBe(
      new Intl.NumberFormat('en', {maximumFractionDigits: 1}).format(0.25),
    );
    expect(numberInLanguage(1234, 'en', {fractionDigits: 0, isGrouped: true})).toBe('1,234');
    expect(numberInLanguage(-1234.5, 'de', {fractionDigits: 1, isGrouped: false})).toBe('-1234,5');
  });

  test('keeps to the digits 0 to 9', () => {
    expect(numberInLanguage(2014, 'ar-EG', {fractionDigits: 0, isGrouped: false})).toBe('2014');
  });
});
