import {describe, expect, test} from 'vitest';
import type {Form} from '../../../src/timeline/interaction/find/query.ts';
import {withoutTerm} from '../../../src/timeline/interaction/find/query.ts';
import {aQuery} from './some-texts.ts';

/** "north korea*" in order, "north* & korea*" in any; ~ before what the reader did not write. */
function written({parts, isInOrder, isOpen, isOwn}: Form): string {
  const each = parts.map((part, i) => `${part}${isOpen && (!isInOrder || i === parts.length - 1) ? '*' : ''}`);
  return `${isOwn ? '' : '~'}${each.join(isInOrder ? ' ' : ' & ')}`;
}

const termsOf = (asked: string, synonyms: readonly (readonly string[])[] = []) =>
  aQuery(asked, synonyms).terms.map(({forms}) => forms.map(written));

describe('queryReader(style)', () => {
  test('takes each word by its beginning', () => {
    expect(termsOf('FBI Génération').map(([own]) => own)).toEqual(['fbi*', 'generation*']);
  });

  test.each(['"North Korea" denies', '“North Korea” denies', '«North Korea» denies', '„North Korea“ denies'])(
    'takes %s for a phrase and a word',
    (asked) => {
      const query = aQuery(asked);
      expect(query.terms.map(({words, isQuoted}) => [words, isQuoted])).toEqual([
        ['North Korea', true],
        ['denies', false],
      ]);
      expect(query.terms[0]!.forms.map(written)).toEqual(['north korea']);
    },
  );

  test('takes a phrase that is being typed by the beginning of its last word', () => {
    expect(termsOf('“north kor')).toEqual([['north kor*']]);
  });

  test('takes a name with an apostrophe or a hyphen in parts and as one, but never its letters alone', () => {
    expect(termsOf('O’Brien')).toEqual([['o brien*', 'obrien*']]);
    expect(termsOf("O'Brien")).toEqual([['o brien*', 'obrien*']]);
    expect(termsOf('Kim Jong-un')[1]).toEqual(['jong un*', 'jongun*']);
    expect(termsOf('Sony’s')[0]).toEqual(['sony s*', 'sonys*', 'sony']);
  });

  test('adds other forms of a word', () => {
    expect(termsOf('leaked')[0]).toEqual(expect.arrayContaining(['leaked*', '~leak', '~leaks', '~leaking']));
    expect(termsOf('companies')[0]).toContain('~company');
    expect(termsOf('dropping')[0]).toContain('~dropped');
    expect(termsOf('news')).toEqual([['news*']]);
  });

  test('adds the words of a group of synonyms, also before the last letter is typed', () => {
    const groups = [
      ['theater', 'theatre', 'cinema'],
      ['lawsuit', 'sue', 'class action'],
    ];
    expect(termsOf('theater', groups)[0]).toEqual(expect.arrayContaining(['~theatre*', '~cinema*']));
    expect(termsOf('laws', groups)[0]).toEqual(expect.arrayContaining(['~sue', '~sued', '~class action*']));
    expect(termsOf('the', groups)[0]).not.toContain('~cinema*');
  });

  test('takes the words of a synonym together for one', () => {
    expect(termsOf('Class Action Sony', [['lawsuit', 'class action']])).toEqual([
      expect.arrayContaining(['class* & action*', '~lawsuit*']),
      expect.arrayContaining(['sony*']),
    ]);
  });

  test('adds no form that begins with the word itself, which finds that anyway', () => {
    expect(termsOf('leak')).toEqual([['leak*']]);
    expect(termsOf('theat', [['theater', 'theatre', 'cinema']])[0]).not.toContain('~theatre*');
    expect(termsOf('s')).toEqual([['s*']]);
  });

  test('adds synonyms of another form of the word, and of a word of three letters', () => {
    const groups = [
      ['theater', 'cinema'],
      ['lawsuit', 'sue', 'suit'],
    ];
    expect(termsOf('theaters', groups)[0]).toContain('~cinema*');
    // One of four letters may go on, one of three may not.
    expect(termsOf('sue', groups)[0]).toEqual(expect.arrayContaining(['~lawsuit*', '~suit*']));
    expect(termsOf('lawsuit', groups)[0]).toEqual(expect.arrayContaining(['~sue', '~suit*']));
  });

  test('reads a name of three parts without its last s as well', () => {
    expect(termsOf('O’Brien’s')).toEqual([['o brien s*', 'obriens*', 'o brien']]);
  });

  test('knows where each term begins, and what the reader wrote of it', () => {
    const read = (asked: string) =>
      aQuery(asked, [['lawsuit', 'class action']]).terms.map(({from, words, isQuoted}) => [from, words, isQuoted]);
    expect(read('the Class Action suit')).toEqual([
      [0, 'the', false],
      [4, 'Class Action', false],
      [17, 'suit', false],
    ]);
    expect(read('denies “ North Korea ” again')).toEqual([
      [0, 'denies', false],
      [7, 'North Korea', true],
      [23, 'again', false],
    ]);
    expect(read('class action class action')).toEqual([
      [0, 'class action', false],
      [13, 'class action', false],
    ]);
    expect(read('action class')).toEqual([
      [0, 'action', false],
      [7, 'class', false],
    ]);
  });

  test('looks for a date by its mentions, whole and in order', () => {
    expect(aQuery('17 December').date!.forms.map(written)).toEqual(['17 december', 'december 17', '17 dec', 'dec 17']);
    expect(aQuery('on 17 December 2014').date!.words).toBe('on 17 December 2014');
  });

  test('takes words without a space between them, as in Chinese, for a phrase', () => {
    expect(termsOf('索尼')).toEqual([['索 尼*', '索尼*']]);
  });

  test('looks for no date in quotes', () => {
    expect(aQuery('“17 December”')).toMatchObject({date: null, terms: [{words: '17 December'}]});
    expect(aQuery('17 December Sony')).toMatchObject({date: {date: {month: 12, day: 17}}, terms: [{words: 'Sony'}]});
  });
});

test('withoutTerm(query, term) writes the query as a reader would', () => {
  const query = aQuery('“North Korea” denies 17 December');
  expect(withoutTerm(query, query.terms[1]!)).toBe('“North Korea” 17 December');
  expect(withoutTerm(query, query.terms[0]!)).toBe('denies 17 December');
});
