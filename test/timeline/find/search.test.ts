import {describe, expect, test} from 'vitest';
import type {Query} from '../../../src/timeline/interaction/find/query.ts';
import {textIndex} from '../../../src/timeline/interaction/find/search.ts';
import type {EventText} from '../../../src/timeline/interaction/find/search.ts';
import {suggestions} from '../../../src/timeline/interaction/find/suggest.ts';
import {axisMs} from '../../../src/timeline/model/time.ts';
import {aQuery, aText} from './some-texts.ts';

const at = (month: number, day: number) => axisMs(2014, month - 1, day);

const INDEX = textIndex([
  aText('comey', {title: 'The North Koreans “got sloppy”', label: 'Comey', body: 'The director says so in public.', who: 'FBI', sources: 'Génération-NT', rest: 'Attackers'}),
  aText('netflix', {title: 'Netflix is asked', body: 'North of nowhere; Conan O’Brien jokes about war in Korea.', keywords: 'price', sources: 'Variety'}),
  aText('nsa', {title: 'The NSA gave no warning', body: 'Nothing of the North. YouTube shows 300 cinemas.', supports: 'the silence'}),
]);

const foundBy = (index: ReturnType<typeof textIndex>) => (asked: string, dayMs: number | null = null, synonyms: readonly (readonly string[])[] = []) =>
  index.search(index.resolve(aQuery(asked, synonyms), dayMs), dayMs)?.map(({id, where}) => `${id} ${where}`) ?? null;
const found = foundBy(INDEX);

describe('textIndex(texts).search(query, dayMs)', () => {
  test('finds an event by everything that is written of it', () => {
    for (const asked of ['sloppy', 'comey', 'director', 'fbi', 'generation']) expect(found(asked)!.map((hit) => hit.split(' ')[0]), asked).toEqual(['comey']);
    expect(found('price')).toEqual(['netflix title']);
    expect(found('silence')).toEqual(['nsa beside']);
  });

  test('wants every word, and each to begin one', () => {
    expect(found('korea north')).toEqual(['comey title', 'netflix text']);
    expect(found('korea director')).toEqual(['comey text']);
    expect(found('ort')).toEqual([]);
  });

  test('puts titles before texts, whole words before beginnings, and then earlier before later', () => {
    expect(found('north')).toEqual(['comey title', 'netflix text', 'nsa text']);
    expect(found('war')).toEqual(['nsa title', 'netflix text']);
    const whole = textIndex([aText('a', {title: 'A warning'}), aText('b', {title: 'An act of war'})]);
    expect(whole.search(aQuery('war'), null)!.map(({id}) => id)).toEqual(['b', 'a']);
  });

  test('asks nothing where the query holds no word', () => {
    expect(found(' “” ')).toBeNull();
  });

  test('finds a phrase where its words follow each other, and nowhere else', () => {
    expect(found('“north koreans”')).toEqual(['comey title']);
    expect(found('“korea north”')).toEqual([]);
    expect(found('“north korea”')).toEqual([]);
    expect(found('“of the north”')).toEqual(['nsa text']);
  });

  test('finds names with or without apostrophe and hyphen', () => {
    for (const asked of ['O’Brien', "o'brien", 'obrien', 'brien', 'Conan O’Br']) expect(found(asked), asked).toEqual(['netflix text']);
    for (const asked of ['Génération-NT', 'generation nt', 'generationnt']) expect(found(asked), asked).toEqual(['comey beside']);
  });

  test('finds a number whole', () => {
    expect(found('300')).toEqual(['nsa text']);
    expect(found('30 korea')).toEqual([]);
  });

  test('finds by synonyms', () => {
    expect(found('theater', null, [['theater', 'cinema']])).toEqual(['nsa text']);
    expect(found('theater')).toEqual([]);
  });

  test('finds the end of a word where none begins so, but not the middle', () => {
    expect(found('tube')).toEqual(['nsa text']);
    expect(found('utub')).toEqual([]);
  });

  test('finds a number by its first digits, or by one of its groups, where no number is so', () => {
    const index = textIndex([aText('a', {body: 'At least 900,000 times, for $5.99'}), aText('b', {body: '30 million'}), aText('c', {body: '300 cinemas'})]);
    const numbers = foundBy(index);
    expect(numbers('900')).toEqual(['a text']);
    expect(numbers('99')).toEqual(['a text']);
    expect(numbers('30')).toEqual(['b text']);
    expect(numbers('90')).toEqual(['a text']);
  });

  test('finds no phrase over the end of a sentence', () => {
    const index = textIndex([aText('a', {body: 'They blame North Korea. North Korea denies it.'})]);
    expect(foundBy(index)('“Korea North”')).toEqual([]);
    expect(foundBy(index)('“korea denies”')).toEqual(['a text']);
  });

  test('finds the signs of an entry where nothing else is found', () => {
    expect(found('attackers')).toEqual(['comey signs']);
    const both = textIndex([aText('a', {title: 'x', rest: 'Attackers'}), aText('b', {body: 'The attackers left.'})]);
    expect(both.search(aQuery('attackers'), null)!.map(({id}) => id)).toEqual(['b']);
  });

  test('holds back what was not public on a day', () => {
    const later: EventText = {
      ...aText('leak', {}, {knownMs: at(12, 1)}),
      pieces: [
        {kind: 'title', runs: [{text: 'A leak', knownMs: -Infinity}]},
        {kind: 'body', runs: [{text: 'Five films. ', knownMs: -Infinity}, {text: 'One is Annie', knownMs: at(12, 17)}, {text: ' they say.', knownMs: -Infinity}]},
      ],
    };
    const index = textIndex([later]);
    const on = foundBy(index);
    expect(on('leak', at(11, 30))).toEqual([]);
    expect(on('leak', at(12, 1))).toEqual(['leak title']);
    expect(on('annie', at(12, 16))).toEqual([]);
    expect(on('annie', at(12, 17))).toEqual(['leak text']);
    expect(on('“films they say”', at(12, 16))).toEqual(['leak text']);
    expect(on('“films they say”', at(12, 17))).toEqual([]);
    expect(index.textOf('leak', 'body', at(12, 16))).toBe('Five films. they say.');
    expect(on('1 December', at(12, 1))).toEqual(['leak known']);
    expect(on('1 December', at(11, 30))).toEqual([]);
  });

  test('of a date finds what happened on it, what went on over it, what became known on it and what mentions it', () => {
    const index = textIndex([
      aText('leaks', {title: 'Leaks'}, {span: {kind: 'stretch', fromMs: at(11, 24), toMs: at(12, 18), softStart: false, softEnd: false}}),
      aText('secret', {title: 'Emails'}, {span: {kind: 'day', dayMs: at(12, 1)}, knownMs: at(12, 17)}),
      aText('cancelled', {title: 'Sony cancels'}, {span: {kind: 'day', dayMs: at(12, 17)}}),
      aText('recalled', {body: 'As on 17 December, Sony is silent.'}),
      aText('dated', {when: 'Wednesday 17 December 2014', sources: 'Gigaom, 17 Dec 2014', body: 'December brings 17 cinemas'}),
    ]);
    const dates = foundBy(index);
    for (const asked of ['17 December', 'Dec 17', '2014-12-17', 'Day 24']) {
      expect(dates(asked), asked).toEqual(['cancelled on', 'leaks includes', 'secret known', 'recalled mention']);
    }
    expect(dates('Sony 17 December')).toEqual(['cancelled on', 'recalled mention']);
    expect(dates('“17 December”')).toEqual(['recalled text', 'dated beside']);
  });
});

describe('suggestions(query, index, dayMs)', () => {
  const suggested = (asked: string, dayMs: number | null = null) => suggestions(aQuery(asked), INDEX, dayMs);

  test('offers the nearest word as the story writes it', () => {
    expect(suggested('Netfilx')).toEqual(['Netflix']);
    expect(suggested('directr')).toEqual(['director']);
  });

  test('offers whole words only, and each nearest word by itself too', () => {
    expect(suggested('nor directr')).toEqual(['North director', 'director']);
  });

  test('offers nothing for a short word, a strange one, or one that is found', () => {
    expect(suggested('tim long')).toEqual([]);
    expect(suggested('zzzzzzzz')).toEqual([]);
    expect(suggested('netflix')).toEqual([]);
    expect(suggested('peace')).toEqual([]);
  });

  test('offers no word that was not public', () => {
    expect(suggested('Netfilx', at(11, 23))).toEqual([]);
  });
});

test('a query read once can be asked of an index again', () => {
  const query: Query = aQuery('tube');
  expect(INDEX.search(INDEX.resolve(query, null), null)).toEqual(INDEX.search(INDEX.resolve(query, null), null));
  expect(INDEX.search(query, null)).toEqual([]);
});
