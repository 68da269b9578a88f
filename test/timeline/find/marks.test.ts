import {describe, expect, test} from 'vitest';
import {markedParts} from '../../../src/timeline/interaction/find/marks.ts';
import {aQuery} from './some-texts.ts';

const marked = (text: string, asked: string, synonyms: readonly (readonly string[])[] = []) =>
  markedParts(text, aQuery(asked, synonyms))
    .map(({text: part, isMatched}) => (isMatched ? `[${part}]` : part))
    .join('');

describe('markedParts(text, query)', () => {
  test('marks where words begin as asked, and joins neighbours', () => {
    expect(marked('The North Koreans “got sloppy”', 'north korea')).toBe('The [North Korea]ns “got sloppy”');
    expect(marked('North of Korea', 'korea north')).toBe('[North] of [Korea]');
  });

  test('marks letters with accents that the query leaves out', () => {
    expect(marked('In Génération-NT', 'generat')).toBe('In [Générat]ion-NT');
    expect(marked('Die Straße', 'stras')).toBe('Die [Straß]e');
  });

  test('marks a phrase only where it is one', () => {
    expect(marked('North Korea lies north of Korea', '“north korea”')).toBe('[North Korea] lies north of Korea');
  });

  test('marks a name whole, whatever joins its parts', () => {
    expect(marked('says Conan O’Brien', 'obrien')).toBe('says Conan [O’Brien]');
    expect(marked('says Conan O’Brien', "O'Brien")).toBe('says Conan [O’Brien]');
    expect(marked('Kim Jong-un', 'kim jong')).toBe('[Kim Jong]-un');
  });

  test('marks synonyms and other forms whole', () => {
    expect(marked('the cinemas leaked', 'theater leak', [['theater', 'cinema']])).toBe('the [cinemas leak]ed');
    expect(marked('it leaks', 'leaked')).toBe('it [leaks]');
  });

  test('marks the words of a synonym wherever they are, and what others begin to its end', () => {
    expect(marked('classes and one action', 'class action', [['lawsuit', 'class action']])).toBe('[class]es and one [action]');
    expect(marked('a cinematic theater', 'theater', [['theater', 'cinema']])).toBe('a [cinematic theater]');
    expect(marked('O’Brienesque', 'comedian', [['comedian', 'obrien']])).toBe('[O’Brienesque]');
  });

  test('marks a phrase at the beginning of a sentence, and none over its end', () => {
    expect(marked('They wait. North Korea denies.', '“north korea”')).toBe('They wait. [North Korea] denies.');
    expect(marked('They blame Korea. North Korea denies.', '“korea north”')).toBe('They blame Korea. North Korea denies.');
  });

  test('marks a phrase that is being typed up to the letter, and a whole one only whole', () => {
    expect(marked('North Korea', '“north kor')).toBe('[North Kor]ea');
    expect(marked('North Korea', '“north kor”')).toBe('North Korea');
    expect(marked('North Korea', '“nor korea')).toBe('North Korea');
    expect(marked('North North Korea', '“north korea”')).toBe('North [North Korea]');
  });

  test('marks once what answers twice', () => {
    expect(marked('North Korea', 'north “north korea” korea')).toBe('[North Korea]');
    expect(marked('North, Korea', 'north korea')).toBe('[North], [Korea]');
  });

  test('marks a date however it is written', () => {
    expect(marked('On Wednesday 17 December and Dec 17', '2014-12-17')).toBe('On Wednesday [17 December] and [Dec 17]');
  });

  test('leaves the text whole where nothing matches or nothing is asked', () => {
    expect(marked('As it was.', 'x')).toBe('As it was.');
    expect(marked('As it was.', '')).toBe('As it was.');
  });
});
