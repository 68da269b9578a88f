import {describe, expect, test} from 'vitest';
import {unbrokenDates, unbrokenMonths} from '../../src/story/unbroken-dates.ts';

/** With its fixed spaces made visible. */
const shown = (words: string) => unbrokenDates(words).replaceAll('\u00A0', '_');

describe('unbrokenDates(words)', () => {
  test.each([
    ['Later on Wednesday 17 December 2014', 'Later on Wednesday 17_December_2014'],
    ['24 Nov – 17 Dec 2014', '24_Nov – 17_Dec_2014'],
    ['Wed 24 Dec 2014, 10:00 PT', 'Wed 24_Dec_2014, 10:00_PT'],
    ['Thu 25 Dec 2014, 03:00 Korean time', 'Thu 25_Dec_2014, 03:00_Korean time'],
    ['About September 2014 – 24 Nov 2014', 'About September 2014 – 24_Nov_2014'],
  ])('breaks “%s” only between dates', (words, expected) => {
    expect(shown(words)).toBe(expected);
  });
});

describe('unbrokenMonths(title, language)', () => {
  test('keeps a day with its month, wherever in the title', () => {
    expect(unbrokenMonths('Sony cancels the 25 December release', 'en')).toBe('Sony cancels the 25\u00A0December release');
    expect(unbrokenMonths('Le 25 décembre, puis 3 janvier', 'fr')).toBe('Le 25\u00A0décembre, puis 3\u00A0janvier');
    expect(unbrokenMonths('Ab dem 25. Dezember', 'de')).toBe('Ab dem 25.\u00A0Dezember');
  });

  test('leaves other numbers alone', () => {
    expect(unbrokenMonths('331 cinemas, 25 Decemberists', 'en')).toBe('331 cinemas, 25 Decemberists');
  });
});
