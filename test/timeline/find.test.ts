import {JSDOM} from 'jsdom';
import {describe, expect, test} from 'vitest';
import {stateFromQuery, queryFromState} from '../../src/timeline/interaction/address.ts';
import {filterFromWords, isFiltering, NO_FILTER, toggled, wordsFromFilter} from '../../src/timeline/interaction/find/filter.ts';
import type {Facet, Filter} from '../../src/timeline/interaction/find/filter.ts';
import {countsOfFacet, matchingIds} from '../../src/timeline/interaction/find/matching.ts';
import type {Findable} from '../../src/timeline/interaction/find/matching.ts';
import {noMatchWords, waysOut} from '../../src/timeline/interaction/find/no-match.ts';
import {foldWord, lineAbout, markedParts, textIndex} from '../../src/timeline/interaction/find/search.ts';
import {textsOfFeed} from '../../src/timeline/interaction/find/texts.ts';
import {findWords} from '../../src/timeline/model/words/find.ts';
import {aTimeline, anEvent} from './some-timeline.ts';

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

describe('toggled(filter, facet, value)', () => {
  test('adds a value, and takes it away again', () => {
    const once = toggled(NO_FILTER, 'lanes', 'north');
    expect(once.chosen.lanes).toEqual(['north']);
    expect(toggled(once, 'lanes', 'north')).toEqual(NO_FILTER);
  });
});

describe('matchingIds(events, filter, hits)', () => {
  test('widens within a facet and narrows between facets', () => {
    expect([...matchingIds(EVENTS, chosen({lanes: ['north', 'south']}), null)]).toEqual(['a', 'b', 'c']);
    expect([...matchingIds(EVENTS, chosen({lanes: ['north'], certainty: ['disputed']}), null)]).toEqual(['b']);
  });

  test('keeps only events that mention the query', () => {
    expect([...matchingIds(EVENTS, chosen({lanes: ['north']}), new Set(['a', 'c']))]).toEqual(['a']);
  });
});

describe('countsOfFacet(events, filter, hits, facet)', () => {
  test('counts beside the other facets, not beside its own', () => {
    const filter = chosen({lanes: ['south'], certainty: ['disputed']});
    expect(Object.fromEntries(countsOfFacet(EVENTS, filter, null, 'lanes'))).toEqual({north: 1, south: 1});
    expect(Object.fromEntries(countsOfFacet(EVENTS, filter, null, 'certainty'))).toEqual({exact: 1, disputed: 1});
  });

  test('promises each option what choosing it alone would show', () => {
    for (const [value, count] of countsOfFacet(EVENTS, NO_FILTER, null, 'who')) {
      expect(matchingIds(EVENTS, chosen({who: [value]}), null).size).toBe(count);
    }
  });
});

const INDEX = textIndex([
  {id: 'a', title: 'The North Koreans “got sloppy”', label: 'Comey', body: 'The director says so.', who: 'FBI', sources: 'Génération-NT'},
  {id: 'b', title: 'Netflix is asked', label: 'Netflix', body: 'North of nowhere.', who: '', sources: 'Variety'},
]);

describe('textIndex(texts)', () => {
  test('finds an event by its title, label, body, actors and sources', () => {
    for (const query of ['sloppy', 'comey', 'director', 'fbi', 'generation']) {
      expect([...INDEX.search(query)!], query).toEqual(['a']);
    }
  });

  test('wants every word, and each only to begin one', () => {
    expect([...INDEX.search('north')!].sort()).toEqual(['a', 'b']);
    expect([...INDEX.search('korea NORTH')!]).toEqual(['a']);
    expect([...INDEX.search('orth')!]).toEqual([]);
  });

  test('asks nothing where the query holds no word', () => {
    expect(INDEX.search(' “” ')).toBeNull();
  });

  test('offers the nearest known word, and nothing where all words are known', () => {
    expect(INDEX.nearest('Netfilx')).toBe('netflix');
    expect(INDEX.nearest('netflix')).toBeNull();
    expect(INDEX.nearest('zzzzzzzz')).toBeNull();
  });
});

describe('markedParts(text, query)', () => {
  const told = (text: string, query: string) => markedParts(text, query).map(({text: part, isMatched}) => (isMatched ? `[${part}]` : part)).join('');

  test('marks where words begin as asked, and joins neighbours', () => {
    expect(told('The North Koreans “got sloppy”', 'north korea')).toBe('The [North Korea]ns “got sloppy”');
    expect(told('North of Korea', 'korea north')).toBe('[North] of [Korea]');
  });

  test('marks letters with accents that the query leaves out', () => {
    expect(told('In Génération-NT', 'generat')).toBe('In [Générat]ion-NT');
    expect(foldWord('Génération')).toBe('generation');
  });

  test('leaves the text whole where nothing matches or nothing is asked', () => {
    expect(told('As it was.', 'x')).toBe('As it was.');
    expect(told('As it was.', '')).toBe('As it was.');
  });
});

describe('lineAbout(body, query)', () => {
  test('begins with the sentence that holds the match', () => {
    expect(lineAbout('One thing. “Is it two?” Then three things. Four.', 'three')).toBe('Then three things. Four.');
  });

  test('is the whole body where the match is in its first sentence, or nowhere', () => {
    expect(lineAbout('One thing. Two.', 'thing')).toBe('One thing. Two.');
    expect(lineAbout('One thing. Two.', 'five')).toBe('One thing. Two.');
  });
});

const words = findWords('en');

describe('noMatchWords(question)', () => {
  const nameOf = (_: Facet, value: string) => ({attackers: 'Attackers', sony: 'Sony', fbi: 'FBI', disputed: 'Sources disagree'})[value]!;

  test('says where was looked and for what', () => {
    expect(noMatchWords({filter: chosen({lanes: ['attackers']}, 'Netflix'), nameOf, knownOn: null, words})).toBe('No event in Attackers mentions “Netflix”.');
    expect(noMatchWords({filter: chosen({}, 'Netflix'), nameOf, knownOn: 'Thu 18 Dec 2014', words})).toBe('No event known on Thu 18 Dec 2014 mentions “Netflix”.');
    expect(noMatchWords({filter: chosen({lanes: ['attackers', 'sony'], who: ['fbi'], certainty: ['disputed']}), nameOf, knownOn: null, words})).toBe(
      'There is no event in Attackers or Sony with FBI under “Sources disagree”.',
    );
  });
});

describe('waysOut(question, countOf, nearest)', () => {
  const nameOf = (_: Facet, value: string) => value;
  const told = (filter: Filter, counts: Readonly<Record<string, number>>, knownOn: string | null = null, nearest: string | null = null) =>
    waysOut({filter, nameOf, knownOn, words}, (other, isKnownNow) => counts[`${isKnownNow ? 'now ' : ''}${wordsFromFilter(other)}`] ?? 0, nearest).map(
      (way) => `${way.words}: ${way.count}`,
    );

  test('offers one step back each, and all events at last', () => {
    expect(told(chosen({lanes: ['attackers']}, 'Netflix'), {'q=Netflix': 1, 'lanes=attackers': 5, '': 41})).toEqual([
      'Look in every lane: 1', 'Drop the word “Netflix”: 5', 'Start again: 41',
    ]);
  });

  test('leaves out what would lead to nothing', () => {
    expect(told(chosen({lanes: ['attackers']}, 'Netflix'), {'lanes=attackers': 5, '': 41})).toEqual(['Drop the word “Netflix”: 5', 'Start again: 41']);
  });

  test('offers the word that may have been meant, and what is known now', () => {
    expect(told(chosen({}, 'Netfilx'), {'q=netflix': 2, 'now q=Netfilx': 3, '': 9}, 'Thu 18 Dec 2014', 'netflix')).toEqual([
      'Look for “netflix”: 2', 'Look in what is known now: 3', 'Start again: 9',
    ]);
  });
});

describe('textsOfFeed(feed, timeline, knownDayMs)', () => {
  const {document} = new JSDOM(`<ol><li data-event="a">
    <p class="entry-day">Day 1</p>
    <div class="entry-text"><h3>Title</h3>
      <div class="prose"><p>First<sup class="cite">7</sup> words.</p><p>Second. <span class="later" data-known="2014-12-20"><span class="later-mark">Known 20 Dec 2014:</span> secretly</span></p></div>
      <dl class="entry-meta"><dt>Who</dt><dd><span data-actor="ann" data-known="2014-12-01">Ann</span><span data-actor="bob" data-known="2014-12-20">; Bob</span></dd><dt>Sources</dt><dd><ol><li>Variety</li></ol></dd></dl></div>
    <div class="entry-aside"><div class="disagreement" data-known="2014-12-19"><p>Why?</p><p>No reason</p></div></div>
  </li></ol>`).window;
  const timeline = aTimeline([anEvent()], 10);

  test('reads everything that is known now', () => {
    expect(textsOfFeed(document, timeline, null)).toEqual([
      {id: 'a', title: 'Title', label: 'A longer label', day: 'Day 1', summary: 'First words.', body: 'First words. Second. secretly Why? No reason', who: 'Ann; Bob', sources: 'Variety', actors: ['ann', 'bob']},
    ]);
  });

  test('holds back what was not public on the day', () => {
    expect(textsOfFeed(document, timeline, Date.UTC(2014, 11, 18))[0]!.body).toBe('First words. Second.');
    expect(textsOfFeed(document, timeline, Date.UTC(2014, 11, 19))[0]!.body).toBe('First words. Second. Why? No reason');
    expect(textsOfFeed(document, timeline, Date.UTC(2014, 11, 18))[0]).toMatchObject({who: 'Ann', actors: ['ann']});
  });
});
