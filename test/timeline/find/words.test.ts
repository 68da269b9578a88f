import {describe, expect, test} from 'vitest';
import {begins, foldWord, plainText, wordsOf} from '../../../src/timeline/interaction/find/words.ts';

const partsOf = (text: string) => wordsOf(plainText(text)).map(({parts}) => parts.map(({form}) => form).join('|'));
const wholes = (text: string) => wordsOf(plainText(text)).map(({whole}) => whole);

describe('wordsOf(text)', () => {
  test('keeps what apostrophes and hyphens join together, and in parts', () => {
    expect(partsOf('O’Brien met Kim Jong-un; e-mail, Re/code')).toEqual(['o|brien', 'met', 'kim', 'jong|un', 'e|mail', 're|code']);
    expect(wholes("O'Brien, Jong-un, U.S.")).toEqual(['obrien', 'jongun', 'us']);
  });

  test('leaves apart what a dash or a full stop divides', () => {
    expect(partsOf('Days 27–28. Then — nothing.')).toEqual(['days', '27', '28', 'then', 'nothing']);
  });

  test('takes a number with its groups of digits for one', () => {
    expect(partsOf('2,100 jobs, $4.3 million, 1,2')).toEqual(['2100', 'jobs', '4.3', 'million', '1.2']);
    expect(partsOf('1’000’000')).toEqual(['1000000']);
  });

  test('says where each part is', () => {
    expect(wordsOf('to Jong-un')[1]).toEqual({
      from: 3,
      to: 10,
      whole: 'jongun',
      parts: [
        {from: 3, to: 7, form: 'jong', isFirst: false},
        {from: 8, to: 10, form: 'un', isFirst: false},
      ],
    });
  });

  test('says where a sentence or a line begins, and that an initial ends none', () => {
    const first = (text: string) => wordsOf(text).flatMap(({parts}) => parts.filter(({isFirst}) => isFirst).map(({form}) => form));
    expect(first('One. “Two?” Three, four\nFive 4.3')).toEqual(['two', 'three', 'five']);
    expect(first('In the U.S. Sony waits')).toEqual([]);
    expect(first('\nIn')).toEqual(['in']);
  });

  test('joins no parts with two joints between them, nor with a comma beside a letter', () => {
    expect(partsOf('a--b a,1 1,b')).toEqual(['a', 'b', 'a', '1', '1', 'b']);
  });

  test('reads as one number only digits with a point, a comma or an apostrophe between them', () => {
    expect(partsOf('2014-12 mp3.5 1/2')).toEqual(['2014|12', 'mp3|5', '1|2']);
  });

  test('passes over what folds to nothing', () => {
    expect(partsOf('Sony ـ films')).toEqual(['sony', 'films']);
  });

  test('takes each character of a script without spaces by itself', () => {
    expect(partsOf('索尼 SONY社')).toEqual(['索', '尼', 'sony', '社']);
  });

  test('finds nothing in an empty text', () => {
    expect(wordsOf('“ ” – …')).toEqual([]);
  });
});

describe('foldWord(word)', () => {
  test('leaves out case and accents, of letters that are one sign too', () => {
    expect(foldWord('Génération')).toBe('generation');
    expect(foldWord('SØREN')).toBe('soren');
    expect(foldWord('Łódź')).toBe('lodz');
    expect(foldWord('Straße')).toBe('strasse');
  });

  test('leaves out the vowels that Arabic and Hebrew may leave out, and keeps those of Hindi', () => {
    expect(foldWord('قَرصنة')).toBe('قرصنة');
    expect(foldWord('हिन्दी')).toBe('हिन्दी');
  });
});

describe('begins(form, beginning)', () => {
  test('takes a word by its beginning', () => {
    expect(begins('netflix', 'net')).toBe(true);
    expect(begins('netflix', 'flix')).toBe(false);
    expect(begins('15m', '15')).toBe(true);
    expect(begins('4g2', '4g')).toBe(true);
  });

  test('does not take a number for the beginning of a longer one', () => {
    expect(begins('300', '30')).toBe(false);
    expect(begins('4.3', '4')).toBe(false);
    expect(begins('300', '300')).toBe(true);
  });
});
