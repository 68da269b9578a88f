import {describe, expect, test} from 'vitest';
import {holdsPhrase, searchWords} from '../../src/reading/search-words.ts';

describe('searchWords(text)', () => {
  test('gives the words in small letters without accents', () => {
    expect(searchWords('Génération-NT: 580 CINEMAS, “Noël”')).toEqual(['generation', 'nt', '580', 'cinemas', 'noel']);
  });

  test('gives nothing for punctuation alone', () => {
    expect(searchWords(' – … “” ')).toEqual([]);
  });
});

describe('holdsPhrase(words, phrase)', () => {
  const words = searchWords('The box-office records of the cinemas');

  test('finds words next to each other, each by its beginning', () => {
    expect(holdsPhrase(words, ['box', 'office'])).toBe(true);
    expect(holdsPhrase(words, ['cinema'])).toBe(true);
    expect(holdsPhrase(words, ['office', 'record'])).toBe(true);
  });

  test('finds no words that are apart, out of order, longer or past the end', () => {
    expect(holdsPhrase(words, ['box', 'records'])).toBe(false);
    expect(holdsPhrase(words, ['office', 'box'])).toBe(false);
    expect(holdsPhrase(words, ['cinemascope'])).toBe(false);
    expect(holdsPhrase(words, ['cinemas', 'of'])).toBe(false);
  });

  test('finds an empty phrase nowhere', () => {
    expect(holdsPhrase(words, [])).toBe(false);
  });
});
