import {JSDOM} from 'jsdom';
import {describe, expect, test} from 'vitest';
import {stateFromQuery, queryFromState} from '../../../src/timeline/interaction/address.ts';
import {KINDS} from '../../../src/timeline/interaction/find/event-text.ts';
import {filterFromWords, isFiltering, NO_FILTER, toggled, wordsFromFilter} from '../../../src/timeline/interaction/find/filter.ts';
import type {Facet, Filter} from '../../../src/timeline/interaction/find/filter.ts';
import {countsOfFacet, matchesOf} from '../../../src/timeline/interaction/find/matching.ts';
import type {Findable} from '../../../src/timeline/interaction/find/matching.ts';
import {noMatchWords, waysOut} from '../../../src/timeline/interaction/find/no-match.ts';
import {textIndex} from '../../../src/timeline/interaction/find/search.ts';
import {textsOfFeed} from '../../../src/timeline/interaction/find/texts.ts';
import {findWords} from '../../../src/timeline/model/words/find.ts';
import {aQuery} from './some-texts.ts';
import {aTimeline, anEvent} from '../some-timeline.ts';

function chosen(over: Partial<Filter['chosen']>, query = ''): Filter {
  return {query, chosen: {...NO_FILTER.chosen, ...over}};
}

function findable(id: string, lane: string, certainty: readonly string[], who: readonly string[] = []): Findable {
  return {id, values: {lanes: [lane], certainty, who, weight: ['standard']}};
}

const EVENTS = [
  findable('a', 'north', ['exact'], ['ann']),
  findable('b', 'north', ['uncertain', 'disputed'], ['ann', 'bob']),
  findable('c', 'south', ['exact', 'disputed']),
];

describe('filterFromWords(words, isOption)', () => {
  const isOption = (_: Facet, value: string) => value !== 'nowhere';

  test('passes over values that no facet has', () => {
    expect(filterFromWords('lanes=nowhere,north', isOption)).toEqual(chosen({lanes: ['north']}));
    expect(isFiltering(filterFromWords('lanes=nowhere', isOption))).toBe(false);
  });

  test('reads back what wordsFromFilter wrote', () => {
    const filter = chosen({lanes: ['north', 'south'], certainty: ['disputed'], who: ['ann'], weight: ['detail']}, 'a & b, c=d');
    expect(filterFromWords(wordsFromFilter(filter), isOption)).toEqual(filter);
  });

  test('reads the same after a way through the whole address', () => {
    const filter = chosen({lanes: ['north', 'south']}, 'got “sloppy”, 100%');
    const address = queryFromState({view: null, knownDayMs: Date.UTC(2014, 11, 18), filter: wordsFromFilter(filter)});
    expect(address).toMatch(/^\?known=2014-12-18&lanes=north,south&q=/);
    expect(filterFromWords(stateFromQuery(address, {extent: {fromMs: 0, toMs: 1}, zone: 'UTC'}).filter, isOption)).toEqual(filter);
  });
});

describe('wordsFromFilter(filter), isFiltering(filter)', () => {
  test('ignore spaces around what is searched for', () => {
    expect([wordsFromFilter(chosen({}, ' moon ')), wordsFromFilter(chosen({}, '  '))]).toEqual(['q=moon', '']);
    expect([isFiltering(chosen({}, ' moon ')), isFiltering(chosen({}, '  ')), isFiltering(chosen({who: ['ann']}))]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('toggled(filter, facet, value)', () => {
  test('adds a value, and takes it away again', () => {
    const once = toggled(NO_FILTER, 'lanes', 'north');
    expect(once.chosen.lanes).toEqual(['north']);
    expect(toggled(once, 'lanes', 'north')).toEqual(NO_FILTER);
    expect(toggled(toggled(once, 'lanes', 'south'), 'lanes', 'north').chosen.lanes).toEqual(['south']);
  });
});

describe('matchesOf(events, filter)', () => {
  test('widens within a facet and narrows between facets', () => {
    expect(matchesOf(EVENTS, chosen({lanes: ['north', 'south']})).map(({id}) => id)).toEqual(['a', 'b', 'c']);
    expect(matchesOf(EVENTS, chosen({lanes: ['north'], certainty: ['disputed']})).map(({id}) => id)).toEqual(['b']);
  });

  test('keeps the order it is given', () => {
    expect(matchesOf(EVENTS.toReversed(), chosen({lanes: ['north']})).map(({id}) => id)).toEqual(['b', 'a']);
  });
});

describe('countsOfFacet(events, filter, facet)', () => {
  test('counts beside the other facets, not beside its own', () => {
    const filter = chosen({lanes: ['south'], certainty: ['disputed']});
    expect(Object.fromEntries(countsOfFacet(EVENTS, filter, 'lanes'))).toEqual({north: 1, south: 1});
    expect(Object.fromEntries(countsOfFacet(EVENTS, filter, 'certainty'))).toEqual({exact: 1, disputed: 1});
  });

  test('promises each option what choosing it alone would show', () => {
    for (const [value, count] of countsOfFacet(EVENTS, NO_FILTER, 'who')) {
      expect(matchesOf(EVENTS, chosen({who: [value]}))).toHaveLength(count);
    }
  });
});

const words = findWords('en');

describe('noMatchWords(question, isMentioned)', () => {
  const nameOf = (_: Facet, value: string) => ({attackers: 'Attackers', sony: 'Sony', fbi: 'FBI', disputed: 'Sources disagree'})[value]!;
  const said = (filter: Filter, knownOn: string | null = null, mentioned: readonly string[] = []) =>
    noMatchWords({filter, query: aQuery(filter.query), nameOf, knownOn, words}, ({terms}) => mentioned.includes(terms[0]?.words ?? ''));

  test('says where was looked and for what', () => {
    expect(said(chosen({lanes: ['attackers']}, 'Netflix'))).toBe('No event in Attackers mentions “Netflix”.');
    expect(said(chosen({}, 'Netflix'), 'Thu 18 Dec 2014')).toBe('No event known on Thu 18 Dec 2014 mentions “Netflix”.');
    expect(said(chosen({lanes: ['attackers', 'sony'], who: ['fbi'], certainty: ['disputed']}))).toBe(
      'There is no event in Attackers or Sony with FBI under “Sources disagree”.',
    );
    expect(said(chosen({}, '17 March'))).toBe('No event mentions “17 March”.');
  });

  test('of several words names those that are nowhere, or says that they are not together', () => {
    expect(said(chosen({}, 'Sony zebra'), null, ['Sony'])).toBe('No event mentions “zebra”.');
    expect(said(chosen({}, 'Sony FBI “got sloppy”'), null, ['Sony', 'FBI', 'got sloppy'])).toBe(
      'No event mentions “Sony”, “FBI” and “got sloppy” together.',
    );
  });
});

describe('waysOut(question, countOf, nearest)', () => {
  const nameOf = (_: Facet, value: string) => value;
  const ways = (filter: Filter, counts: Readonly<Record<string, number>>, knownOn: string | null = null, nearest: readonly string[] = []) =>
    waysOut(
      {filter, query: aQuery(filter.query), nameOf, knownOn, words},
      (other, isKnownNow) => counts[`${isKnownNow ? 'now ' : ''}${decodeURIComponent(wordsFromFilter(other))}`] ?? 0,
      nearest,
    ).map((way) => `${way.words}: ${way.count}`);

  test('offers one step back each, and all events at last', () => {
    expect(ways(chosen({lanes: ['attackers']}, 'Netflix'), {'q=Netflix': 1, 'lanes=attackers': 5, '': 41})).toEqual([
      'Look in every lane: 1',
      'Drop the word “Netflix”: 5',
      'Start again: 41',
    ]);
  });

  test('leaves out what would lead to nothing', () => {
    expect(ways(chosen({lanes: ['attackers']}, 'Netflix'), {'lanes=attackers': 5, '': 41})).toEqual([
      'Drop the word “Netflix”: 5',
      'Start again: 41',
    ]);
  });

  test('offers the word that may have been meant, and what is known now', () => {
    expect(ways(chosen({}, 'Netfilx'), {'q=netflix': 2, 'now q=Netfilx': 3, '': 9}, 'Thu 18 Dec 2014', ['netflix'])).toEqual([
      'Look for “netflix”: 2',
      'Look in what is known now: 3',
      'Start again: 9',
    ]);
  });

  test('offers the likeliest of what may have been meant that finds something', () => {
    expect(ways(chosen({}, 'sony netflx'), {'q=netflix': 2, '': 9}, null, ['Sony netflix', 'netflix'])).toEqual([
      'Look for “netflix”: 2',
      'Start again: 9',
    ]);
  });

  test('offers to drop every filter where there are several, and each by itself under its name', () => {
    const counts = {'q=moon': 3, 'who=fbi&q=moon': 1, 'lanes=crew&q=moon': 2, 'lanes=crew&who=fbi': 4, '': 9};
    expect(ways(chosen({lanes: ['crew'], who: ['fbi']}, 'moon'), counts)).toEqual([
      'Look in every lane: 1',
      'Look at everyone: 2',
      'Drop the word “moon”: 4',
      'Drop every filter: 3',
      'Start again: 9',
    ]);
    expect(ways(chosen({certainty: ['disputed']}, 'moon'), {'q=moon': 3, '': 9})).toEqual(['Drop “disputed”: 3', 'Start again: 9']);
  });

  test('offers no step that is the same as starting again', () => {
    expect(ways(chosen({lanes: ['crew']}), {'': 41})).toEqual(['Start again: 41']);
    expect(ways(chosen({lanes: ['crew'], who: ['fbi']}), {'lanes=crew': 2, 'who=fbi': 3, '': 41})).toEqual([
      'Look in every lane: 3',
      'Look at everyone: 2',
      'Start again: 41',
    ]);
  });

  test('offers what is known now only on a day of Known then', () => {
    expect(ways(chosen({}, 'moon'), {'now q=moon': 3, '': 9})).toEqual(['Start again: 9']);
    const [now, whole] = waysOut(
      {filter: chosen({}, 'moon'), query: aQuery('moon'), nameOf, knownOn: 'Thu 18 Dec 2014', words},
      () => 1,
      [],
    );
    expect([now, whole]).toEqual([
      {words: 'Look in what is known now', filter: chosen({}, 'moon'), count: 1, isKnownNow: true},
      {words: 'Start again', filter: NO_FILTER, count: 1, isKnownNow: false},
    ]);
  });

  test('offers the words of one phrase among others by themselves, and of a quoted word nothing', () => {
    expect(ways(chosen({}, '“Korea North” Sony'), {'q=Korea North Sony': 1, '': 9})).toEqual([
      'Look for the words in any order: 1',
      'Start again: 9',
    ]);
    expect(ways(chosen({}, '“Sony” Korea'), {'q=Sony Korea': 1, '': 9})).toEqual(['Start again: 9']);
  });

  test('drops a date and leaves the words as they were written', () => {
    expect(ways(chosen({}, 'Sony “Korea” 17 December'), {'q=Sony “Korea”': 2, '': 9})).toEqual(['Drop “17 December”: 2', 'Start again: 9']);
  });

  test('offers the words of a phrase by themselves, and each part of a query without the rest', () => {
    expect(
      ways(chosen({}, '“Korea North” 17 December'), {'q=Korea North 17 December': 1, 'q=“Korea North”': 2, 'q=17 December': 7, '': 9}),
    ).toEqual(['Look for the words in any order: 1', 'Drop “Korea North”: 7', 'Drop “17 December”: 2', 'Start again: 9']);
  });
});

describe('textsOfFeed(feed, timeline, beside)', () => {
  const {document} = new JSDOM(`<div id="story"><ol><li data-event="a">
    <p class="entry-gap">3 days later</p>
    <div class="entry-when"><p class="entry-day">Day 1</p><p class="entry-lane">North</p></div>
    <div class="entry-text"><h3>Title</h3>
      <div class="prose"><p>First<sup class="cite">7</sup> words.</p><p>Second. <span class="later" data-known="2014-12-20"><span class="later-mark">Known 20 Dec 2014:</span> secretly</span></p></div>
      <dl class="entry-meta"><dt>Status</dt><dd>Reported</dd><dt>Who</dt><dd><span data-actor="ann" data-known="2014-12-01">Ann</span><span data-actor="bob" data-known="2014-12-20">; Bob</span></dd><dt>Sources</dt><dd><ol><li class="source-line"><span class="source-number">3</span><span><a href="/sources/#variety">Variety</a>, 2014</span></li></ol></dd></dl></div>
    <div class="entry-aside"><div class="disagreement" data-known="2014-12-19"><p>Why?</p><p>No reason</p></div></div>
  </li>
  <li data-event="n" class="note"><p class="note-date">2010</p><h4>Note</h4><div class="prose"><p>Long before.</p></div></li></ol>
  <section class="all-sources"><ol><li class="source-line"><span class="source-number">3</span><span><a href="/sources/#variety">Variety</a><span data-known="2014-12-30"><cite>A headline</cite></span></span></li></ol></section></div>`)
    .window;
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
  const timeline = {
    ...aTimeline(
      [
        anEvent({
          knownMs: day('2014-12-01'),
          positionsKnownMs: [[day('2014-12-24'), day('2014-12-10'), day('2014-12-19')], [day('2014-12-22')]],
        }),
      ],
      10,
    ),
    measures: [
      {
        id: 'm',
        name: 'Box office',
        prefix: '',
        suffix: '',
        steps: [{knownMs: 0, value: 1, asOf: '', qualifier: 'exact' as const, source: '', event: 'a'}],
      },
    ],
  };
  const beside = {
    synonyms: [],
    notes: [anEvent({id: 'n', title: 'Note', span: {kind: 'day', dayMs: -1e9}})],
    chapters: [],
    roles: {bob: 'a friend'},
    events: {a: {keywords: ['price'], dating: 'By the weekday.', supports: [{text: 'the day', knownMs: day('2014-12-30')}]}},
  };
  const texts = textsOfFeed(document, timeline, beside);
  const index = textIndex(texts);
  const readOn = (text: string | null) =>
    Object.fromEntries(
      KINDS.map((kind) => [kind, index.textOf('a', kind, text === null ? null : day(text))]).filter(([, words]) => words !== ''),
    );

  test('reads everything that is known now', () => {
    expect(readOn(null)).toEqual({
      title: 'Title',
      label: 'A longer label\nLabel',
      keywords: 'price',
      figures: 'Box office',
      body: 'First words.\nSecond. secretly\nWhy?\nNo reason',
      who: 'Ann\nBob, a friend',
      status: 'Reported',
      sources: 'Variety, 2014',
      when: 'Day 1',
      supports: 'the day',
      dating: 'By the weekday.',
      rest: 'A headline\n3 days later\nDay 1\nNorth\nKnown 20 Dec 2014:\nStatus\nWho\nSources',
    });
    expect(texts[1]).toMatchObject({
      id: 'a',
      isNote: false,
      disputedMs: day('2014-12-19'),
      actors: [
        {id: 'ann', knownMs: day('2014-12-01')},
        {id: 'bob', knownMs: day('2014-12-20')},
      ],
    });
  });

  test('holds back what was not public on the day', () => {
    expect(readOn('2014-12-18')).toMatchObject({
      body: 'First words.\nSecond.',
      who: 'Ann',
      rest: '3 days later\nDay 1\nNorth\nStatus\nWho\nSources',
    });
    expect(readOn('2014-12-18')).not.toHaveProperty('supports');
    expect(readOn('2014-12-18')).not.toHaveProperty('dating');
    expect(readOn('2014-12-19')).toMatchObject({body: 'First words.\nSecond.\nWhy?\nNo reason'});
  });

  test('reads the notes of chapters in their place in time', () => {
    expect(texts.map(({id, isNote}) => [id, isNote])).toEqual([
      ['n', true],
      ['a', false],
    ]);
    expect(index.textOf('n', 'body', null)).toBe('Long before.');
  });
});
