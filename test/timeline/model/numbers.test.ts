import {describe, expect, test} from 'vitest';
import {numberInLanguage} from '../../../src/timeline/model/numbers.ts';

describe('numberInLanguage(value, language, style)', () => {
  test('groups thousands and marks fractions as the language does', () => {
    expect(numberInLanguage(12_345.678, 'en', {fractionDigits: 1, isGrouped: true})).toBe('12,345.7');
    expect(numberInLanguage(12_345.678, 'de', {fractionDigits: 1, isGrouped: true})).toBe('12.345,7');
    expect(numberInLanguage(12_345, 'en', {fractionDigits: 1, isGrouped: false})).toBe('12345');
  });

  test('keeps to the digits 0 to 9', () => {
    expect(numberInLanguage(2014, 'ar-EG', {fractionDigits: 0, isGrouped: false})).toBe('2014');
  });
});
