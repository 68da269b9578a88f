import {beforeEach, describe, expect, test} from 'vitest';
import type {EventText} from '../../../src/timeline/interaction/find/event-text.ts';
import type {Query} from '../../../src/timeline/interaction/find/query.ts';
import {textIndex} from '../../../src/timeline/interaction/find/search.ts';
import type {TextIndex} from '../../../src/timeline/interaction/find/search.ts';
import {suggestions} from '../../../src/timeline/interaction/find/suggest.ts';
import {axisMs} from '../../../src/timeline/model/time.ts';
import {aQuery, aText} from './some-texts.ts';

const at = (month: number, day: number) => axisMs(2014, month - 1, day);

const TEXTS = [
  aText('comey', {
    title: 'The North Koreans “got sloppy”',
    label: 'Comey',
    body: 'The director says so in public.',
    who: 'FBI',
    sources: 'Génération-NT',
    rest: 'Attackers',
  }),
  aText('netflix', {
    title: 'Netflix is asked',
    body: 'North of nowhere; Conan O’Brien jokes about war in Korea.',
    keywords: 'price',
    sources: 'Variety',
  }),
  aText('nsa', {title: 'The NSA gave no warning', body: 'Nothing of the North. YouTube shows 300 cinemas.', supports: 'the silence'}),
];
let story: TextIndex;
let found: ReturnType<typeof foundBy>;
beforeEach(() => {
  story = textIndex(TEXTS);
  found = foundBy(story);
});

const foundBy =
  (index: TextIndex) =>
  (asked: string, dayMs: number | null = null, synonyms: readonly (readonly string[])[] = []) =>
    index.search(index.resolve(aQuery(asked, synonyms), dayMs), dayMs)?.map(({id, where}) => `${id} ${where}`) ?? null;

describe('textIndex(texts).search(query, dayMs)', () => {
  test('finds an event by everything that is written of it', () => {
    for (const asked of ['sloppy', 'comey', 'director', 'fbi', 'generation'])
      expect(
        found(asked)!.map((hit) => hit.split(' ')[0]),
        asked,
      ).toEqual(['comey']);
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
    const index = textIndex([
      aText('a', {body: 'At least 900,000 times, for $5.99'}),
      aText('b', {body: '30 million'}),
      aText('c', {body: '300 cinemas'}),
    ]);
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

  test('finds a phrase that is being typed by the beginning of its last word alone', () => {
    expect(found('“north kor')).toEqual(['comey title']);
    expect(found('“nor kor')).toEqual([]);
    expect(found('“nor koreans”')).toEqual([]);
  });

  test('finds the words of a synonym in any order, each by its beginning', () => {
    const index = foundBy(textIndex([aText('a', {body: 'Actions of one class.'}), aText('b', {body: 'A class of its own.'})]));
    expect(index('class action', null, [['lawsuit', 'class action']])).toEqual(['a text']);
    expect(index('lawsuit', null, [['lawsuit', 'class action']])).toEqual([]);
  });

  test('finds an event by the nearest of its texts, in whatever order those are', () => {
    const text = aText('a', {rest: 'Sony', body: 'Sony', who: 'Sony', title: 'Sony'});
    expect(foundBy(textIndex([text]))('sony')).toEqual(['a title']);
    expect(foundBy(textIndex([{...text, pieces: text.pieces.slice(0, 3)}]))('sony')).toEqual(['a text']);
    expect(foundBy(textIndex([{...text, pieces: text.pieces.slice(0, 1)}]))('sony')).toEqual(['a signs']);
  });

  test('finds a phrase in the least of an entry’s words where it is nowhere else', () => {
    const signs = aText('a', {title: 'x', rest: '3 days later'});
    expect(foundBy(textIndex([signs]))('“days later”')).toEqual(['a signs']);
    expect(foundBy(textIndex([signs, aText('b', {body: 'Some days later.'})]))('“days later”')).toEqual(['b text']);
  });

  test('finds a word in quotes only whole', () => {
    expect(found('“korea”')).toEqual(['netflix text']);
    expect(found('“tube”')).toEqual([]);
  });

  test('finds an event by a text further off while a nearer one is not public yet', () => {
    const pieces = [
      {kind: 'body' as const, runs: [{text: 'Annie', knownMs: at(12, 17)}]},
      {kind: 'who' as const, runs: [{text: 'Annie', knownMs: -Infinity}]},
    ];
    const index = foundBy(textIndex([{...aText('a', {}), pieces}]));
    expect([index('annie', at(12, 1)), index('annie', at(12, 17)), index('annie')]).toEqual([['a beside'], ['a text'], ['a text']]);
  });

  test('puts what is as near in the order of time', () => {
    expect(foundBy(textIndex(['a', 'b', 'c', 'd'].map((id) => aText(id, {body: 'Sony'}))))('sony')).toEqual([
      'a text',
      'b text',
      'c text',
      'd text',
    ]);
  });

  test('finds no ending of less than four letters', () => {
    expect([found('tube'), found('ube')]).toEqual([['nsa text'], []]);
  });

  test('finds by a month what happened in it, and not what became known in it', () => {
    const index = foundBy(
      textIndex([
        aText('a', {title: 'Emails'}, {knownMs: at(12, 17)}),
        aText('b', {title: 'Films'}, {span: {kind: 'day', dayMs: at(12, 3)}}),
      ]),
    );
    expect(index('December')).toEqual(['b on']);
    expect(index('17 December')).toEqual(['a known']);
  });

  test('finds on a day of Known then by no day that was still to come', () => {
    const index = foundBy(
      textIndex([
        aText('a', {title: 'Leaks'}, {span: {kind: 'stretch', fromMs: at(11, 24), toMs: at(12, 18), softStart: false, softEnd: false}}),
      ]),
    );
    expect(index('10 December')).toEqual(['a includes']);
    expect(index('10 December', at(12, 1))).toEqual([]);
    expect(index('30 November', at(12, 1))).toEqual(['a includes']);
  });

  test('finds a mention of a date in one text of several', () => {
    const index = foundBy(
      textIndex([
        aText('a', {title: 'Emails', body: 'As on 17 December.', who: 'FBI'}),
        aText('b', {title: 'December', body: 'The 17 films.'}),
      ]),
    );
    expect(index('17 December')).toEqual(['a mention']);
    expect(index('17 December')).toEqual(['a mention']);
  });

  test('holds back what was not public on a day', () => {
    const later: EventText = {
      ...aText('leak', {}, {knownMs: at(12, 1)}),
      pieces: [
        {kind: 'title', runs: [{text: 'A leak', knownMs: -Infinity}]},
        {
          kind: 'body',
          runs: [
            {text: 'Five films. ', knownMs: -Infinity},
            {text: 'One is Annie', knownMs: at(12, 17)},
            {text: ' they say.', knownMs: -Infinity},
          ],
        },
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
  const suggested = (asked: string, dayMs: number | null = null) => suggestions(aQuery(asked), story, dayMs);

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

  test('keeps phrases, names in parts and dates as they were asked', () => {
    expect(suggested('“got sloppy” directr')).toEqual(['“got sloppy” director', 'director']);
    expect(suggested('O’Brien directr')).toEqual(['O’Brien director', 'director']);
    expect(suggested('directr 17 December')).toEqual(['director 17 December', 'director']);
    expect(suggested('“got slopy”')).toEqual([]);
  });

  test('offers no word that only the least of an entry’s words hold', () => {
    expect(suggested('atackers')).toEqual([]);
  });

  test('offers no word that was not public', () => {
    expect(suggested('Netfilx', at(11, 23))).toEqual([]);
  });
});

test('a query read once can be asked of an index again', () => {
  const query: Query = aQuery('tube');
  expect(story.search(story.resolve(query, null), null)).toEqual(story.search(story.resolve(query, null), null));
  expect(story.search(query, null)).toEqual([]);
});

describe('the words of the index', () => {
  const later = (id: string, title: string) => aText(id, {title}, {knownMs: at(12, 1)});
  const index = (...titles: readonly string[]) => textIndex(titles.map((title, i) => aText(`e${i}`, {title})));

  test('nearestWord(part, dayMs) is the one with the fewest mistakes, and of those the one of most events', () => {
    expect(index('price', 'prime', 'prime').nearestWord('prixe', null)).toBe('prime');
    expect(index('price', 'price', 'prime').nearestWord('prixe', null)).toBe('price');
    expect(index('price', 'prime').nearestWord('prixe', null)).toBe('price');
    // Two mistakes are too many for a word of five letters, and worse than one in a longer word.
    expect(index('prams').nearestWord('prixe', null)).toBeNull();
    expect(index('aacdefgx', 'aacdefgx', 'abcdefgx').nearestWord('abcdefgh', null)).toBe('abcdefgx');
    expect(index('abcdefgx', 'abcdefyx', 'abcdefyx').nearestWord('abcdefgh', null)).toBe('abcdefgx');
    expect(index('aacdefgx').nearestWord('abcdefgh', null)).toBe('aacdefgx');
  });

  test('nearestWord(part, dayMs) knows no word that was not public', () => {
    const texts = textIndex([aText('a', {title: 'price'}), later('b', 'prime'), later('c', 'prime')]);
    expect([texts.nearestWord('prixe', null), texts.nearestWord('prixe', at(11, 30)), texts.nearestWord('prixe', at(12, 1))]).toEqual([
      'prime',
      'price',
      'prime',
    ]);
    expect(texts.nearestWord('kim', null)).toBeNull();
  });

  test('wholeWord(part, dayMs) is the word itself, or else the word it begins in most events', () => {
    const words = index('Norm', 'north', 'North', 'nor’easter');
    expect(words.wholeWord('norm', null)).toBe('Norm');
    expect(words.wholeWord('nort', null)).toBe('north');
    expect(index('Norm', 'north', 'North').wholeWord('nor', null)).toBe('north');
    expect(index('Norm', 'north').wholeWord('nor', null)).toBe('Norm');
    expect(words.wholeWord('x', null)).toBeNull();
  });

  test('wholeWord(part, dayMs) passes over the word itself while that was not public', () => {
    const texts = textIndex([aText('a', {title: 'leaked'}), later('b', 'leak')]);
    expect([texts.wholeWord('leak', at(11, 30)), texts.wholeWord('leak', at(12, 1))]).toEqual(['leaked', 'leak']);
  });

  test('are written in small letters if they are anywhere, and otherwise as found', () => {
    expect(index('Director', 'a director', 'DIRECTOR').wholeWord('direct', null)).toBe('director');
    expect(index('YouTube', 'YOUTUBE').wholeWord('yout', null)).toBe('YouTube');
    expect(index('Génération').wholeWord('gener', null)).toBe('Génération');
    expect(index('Génération', 'génération').wholeWord('gener', null)).toBe('génération');
    expect(index('Tell Jong-un').wholeWord('jongu', null)).toBe('Jong-un');
  });

  test('textOf(id, kind, dayMs) joins the texts of one kind, as far as they are public, and is empty without one', () => {
    const run = (text: string, knownMs = -Infinity) => ({kind: 'body' as const, runs: [{text, knownMs}]});
    const texts = textIndex([{...aText('a', {}), pieces: [run(' One \n\n  two. '), run('Later.', at(12, 1)), run('Three.')]}]);
    expect(texts.textOf('a', 'body', null)).toBe('One\ntwo.\nLater.\nThree.');
    expect(texts.textOf('a', 'body', at(11, 30))).toBe('One\ntwo.\nThree.');
    expect([texts.textOf('a', 'title', null), texts.textOf('gone', 'body', null)]).toEqual(['', '']);
  });
});
