import {beforeAll, describe, expect, test} from 'vitest';
import type {Content, EventEntry} from '../../src/schema/content.ts';
import {edtfFromText} from '../../src/schema/dates.ts';
import {readContent} from '../../src/reading/read-content.ts';
import {firstCited, lagWords, ledgerDay, ledgerOf, MOST_ROWS} from '../../src/timeline/model/ledger.ts';
import {publicDayMs} from '../../src/timeline/model/timeline.ts';
import {FULL_STORY} from '../full-story.ts';
import {anEntry} from './some-entry.ts';
import type {EntryParts} from './some-entry.ts';

const ZONE = 'America/Los_Angeles';
const STORY = {language: 'en', zone: ZONE, zoneLabel: 'PT', extent: edtfFromText('2014-11-20/2015-02-08')} as Content['story'];

/** An event with a source of its own. */
const event = (id: string, parts: EntryParts) => anEntry(id, {sources: [{id: `source of ${id}`, supports: 'it'}], ...parts});

function position(says: string, by: string, known: string, rest: {text?: string; source?: string} = {}) {
  return {says, text: rest.text ?? '', by: [by], sources: [rest.source ?? 'paper'], known: edtfFromText(known)};
}

/** Enough strangers, long before, that no actor of the others is in everything. */
const STRANGERS = Array.from({length: 30}, (_, i) => event(`stranger-${i}`, {date: '2014-01-01', weight: 'context'}));

/** Each side as lines of day, sentence and lag. */
function ledger(id: string, ...events: EventEntry[]) {
  const {then, later} = ledgerOf({story: STORY, events: [...STRANGERS, ...events]}, id);
  return {
    then: then.map((row) => `${ledgerDay(row, STORY)}: ${row.sentence}`),
    later: later.map((row) => `${ledgerDay(row, STORY)}: ${row.sentence} ${row.lag}`),
  };
}

describe('ledgerOf(content, eventId)', () => {
  test('is empty on both sides where nothing bears on the event', () => {
    expect(ledger('a', event('a', {date: '2014-12-17'}), event('b', {date: '2014-12-17'}))).toEqual({then: [], later: []});
  });

  test('lists the event itself only where it became public after its day', () => {
    expect(ledger('a', event('a', {date: '2014-12-17', known: '2014-12-24'}))).toEqual({then: [], later: ['24 Dec: a. 7 days on']});
  });

  test('counts the lag from the last day the event can have been', () => {
    expect(ledger('a', event('a', {date: '2014-12-10/2014-12-20', happened: 'within', known: '2014-12-24'})).later).toEqual([
      '24 Dec: a. 4 days on',
    ]);
    expect(ledger('a', event('a', {date: '/2014-12-20', known: '2014-12-24'})).later).toEqual(['24 Dec: a. 4 days on']);
  });

  test('takes what was public on its last possible day as known then', () => {
    const linked = event('b', {date: '2014-12-20'});
    expect(ledger('a', event('a', {date: '2014-12-10/2014-12-20', happened: 'within', links: ['b']}), linked).then).toEqual(['20 Dec: b.']);
  });

  test('puts each position on the side of the day it became public, with its holder', () => {
    const disagreements = [
      {
        question: 'Was it off?',
        positions: [
          position('No plans', 'sony', '2014-12-17'),
          position('Already asking', 'drummond', '2014-12-24', {text: 'He says so.'}),
        ],
      },
    ];
    const a = event('a', {date: '2014-12-17', disagreements});
    expect(ledger('a', a)).toEqual({then: ['17 Dec: No plans.'], later: ['24 Dec: Already asking. He says so. 7 days on']});
    expect(ledgerOf({story: STORY, events: [a]}, 'a').later[0]!.position).toEqual({question: 'Was it off?', by: ['drummond']});
  });

  test('lets the event in which its holder took it speak for a position', () => {
    const disagreements = [{question: 'Off?', positions: [position('Already asking', 'drummond', '2014-12-24')]}];
    const telling = event('b', {date: '2014-12-24', actors: ['drummond'], sources: [{id: 'paper', supports: 'it'}], links: ['a']});
    expect(ledger('a', event('a', {date: '2014-12-17', disagreements}), telling).later).toEqual(['24 Dec: b. 7 days on']);
    const other = event('b', {date: '2014-12-24', actors: ['someone'], sources: [{id: 'paper', supports: 'it'}], links: ['a']});
    expect(ledger('a', event('a', {date: '2014-12-17', disagreements}), other).later).toHaveLength(2);
  });

  test('lists a big figure that has a day of its own', () => {
    const bigFigures = [
      {value: '300', note: 'cinemas', source: 'paper', known: edtfFromText('2014-12-24')},
      {value: '5', note: 'films', source: null, known: null},
    ];
    expect(ledger('a', event('a', {date: '2014-12-23', bigFigures}))).toEqual({then: [], later: ['24 Dec: 300 cinemas. 1 day on']});
  });

  test('lists events it links to and events that link to it, whenever they were', () => {
    const events = [
      event('a', {date: '2014-12-17', links: ['b']}),
      event('b', {date: '2014-11-24'}),
      event('c', {date: '2014-12-22', links: ['a']}),
    ];
    expect(ledger('a', ...events)).toEqual({then: ['24 Nov: b.'], later: ['22 Dec: c. 5 days on']});
  });

  test('lists events up to a day away that share an actor, and none further', () => {
    const actors = ['sony'];
    const events = [
      event('a', {date: '2014-12-17', actors}),
      event('b', {date: '2014-12-16', actors}),
      event('c', {date: '2014-12-15', actors}),
    ];
    expect(ledger('a', ...events)).toEqual({then: ['16 Dec: b.'], later: []});
  });

  test('does not list what merely happened the day after', () => {
    const actors = ['sony'];
    expect(ledger('a', event('a', {date: '2014-12-17', actors}), event('b', {date: '2014-12-18', actors}))).toEqual({then: [], later: []});
  });

  test('takes what goes on for long as news of its first day only', () => {
    const actors = ['sony'];
    const leaks = event('b', {date: '2014-11-24/2014-12-17', known: '2014-11-24', actors});
    expect(ledger('a', event('a', {date: '2014-12-10', actors}), leaks).then).toEqual([]);
    expect(ledger('a', event('a', {date: '2014-11-25', actors}), leaks).then).toEqual(['24 Nov: b.']);
  });

  test('lists what had happened and came out later, in its chapter or with its actors', () => {
    const events = [
      event('a', {date: '2014-12-17', chapter: 'x', actors: ['nsa']}),
      event('b', {date: '2014-09', known: '2015-01-18', chapter: 'x'}),
      event('c', {date: '2014-10', known: '2015-01-18', actors: ['nsa']}),
      event('d', {date: '2014-10', known: '2015-01-18'}),
      event('e', {date: '2014-12-18', known: '2015-01-18', chapter: 'x'}),
    ];
    expect(ledger('a', ...events).later).toEqual(['18 Jan: b. About 5 weeks on', '18 Jan: c. About 5 weeks on']);
  });

  test('takes an actor who is in everything for no link', () => {
    const everywhere = Array.from({length: 10}, (_, i) =>
      event(`e${i}`, {date: '2014-03-01', known: '2014-03-01', actors: ['sony'], weight: 'context'}),
    );
    const events = [
      event('a', {date: '2014-12-17', actors: ['sony']}),
      event('b', {date: '2014-10-01', known: '2015-01-18', actors: ['sony']}),
    ];
    expect(ledger('a', ...events).later).toEqual(['18 Jan: b. About 5 weeks on']);
    expect(ledger('a', ...events, ...everywhere).later).toEqual([]);
  });

  test('lists events off the axis only where linked', () => {
    const off = event('b', {date: '2014-12-17', chapter: 'x', actors: ['sony'], weight: 'context'});
    expect(ledger('a', event('a', {date: '2014-12-17', chapter: 'x', actors: ['sony']}), off).then).toEqual([]);
    expect(ledger('a', event('a', {date: '2014-12-17', links: ['b']}), off).then).toEqual(['17 Dec: b.']);
  });

  test('gives at most six rows a side, nearest first', () => {
    const days = ['01', '03', '05', '07', '09', '11', '13'];
    const linked = days.map((day) => event(`on-${day}`, {date: `2014-12-${day}`}));
    const before = ledger('a', event('a', {date: '2014-12-20', links: linked.map(({id}) => id)}), ...linked);
    expect(before.then.map((line) => line.split(':')[0])).toEqual(['13 Dec', '11 Dec', '9 Dec', '7 Dec', '5 Dec', '3 Dec']);
    const after = ledger('a', event('a', {date: '2014-11-30', links: linked.map(({id}) => id)}), ...linked);
    expect(after.later.map((line) => line.split(':')[0])).toEqual(['1 Dec', '3 Dec', '5 Dec', '7 Dec', '9 Dec', '11 Dec']);
  });

  test('of one day lists the event itself first, then its parts, then what is linked, then the rest by weight and name', () => {
    const known = '2014-12-24';
    const disagreements = [{question: '?', positions: [position('A position', 'x', known)]}];
    const late = {date: '2014-12-01', known, chapter: 'one'};
    const events = [
      event('d', late),
      event('b', {...late, weight: 'landmark'}),
      event('c', late),
      event('e', {...late, weight: 'turning-point'}),
      event('z-linked', {...late, weight: 'detail', links: ['a']}),
      event('a', {date: '2014-12-17', known, chapter: 'one', disagreements}),
    ];
    expect(ledger('a', ...events).later.map((line) => line.split(' ')[2])).toEqual(['a.', 'A', 'z-linked.', 'e.', 'b.', 'c.']);
  });

  test('gives each row its sources, its day and the event it is about', () => {
    const bigFigures = [
      {value: '300', note: 'cinemas', source: null, known: edtfFromText('2014-12-24')},
      {value: '400', note: 'cinemas', source: 'paper', known: edtfFromText('2014-12-25')},
    ];
    const a = event('a', {date: '2014-12-17', known: '2014-12-18', bigFigures, links: ['b']});
    const {then, later} = ledgerOf({story: STORY, events: [...STRANGERS, a, event('b', {date: '2014-12-16'})]}, 'a');
    const at = (day: number) => Date.UTC(2014, 11, day);
    expect(then).toEqual([
      {sentence: 'b.', position: null, sources: ['source of b'], known: edtfFromText('2014-12-16'), knownMs: at(16), event: 'b', lag: null},
    ]);
    expect(later).toEqual([
      {
        sentence: 'a.',
        position: null,
        sources: ['source of a'],
        known: edtfFromText('2014-12-18'),
        knownMs: at(18),
        event: null,
        lag: '1 day on',
      },
      {
        sentence: '300 cinemas.',
        position: null,
        sources: [],
        known: edtfFromText('2014-12-24'),
        knownMs: at(24),
        event: null,
        lag: '7 days on',
      },
      {
        sentence: '400 cinemas.',
        position: null,
        sources: ['paper'],
        known: edtfFromText('2014-12-25'),
        knownMs: at(25),
        event: null,
        lag: '8 days on',
      },
    ]);
  });

  test('says “About” of a lag where the later day is not certain', () => {
    const lag = (known: string) => ledger('a', event('a', {date: '2014-12-17', known})).later[0]!.split('. ')[1];
    expect(['2014-12-20', '2014-12-20T20:00:00Z', '2014-12-20~', '2014-12-20?', '2014-12-19/2014-12-20?', '2014-12'].map(lag)).toEqual([
      '3 days on',
      '3 days on',
      'About 3 days on',
      'About 3 days on',
      'About 3 days on',
      'About 2 weeks on',
    ]);
  });

  test('ends each sentence once', () => {
    const titles = ['Is it off?', 'It is off!', 'It is off.', 'He said “No.”', "He said 'No'"];
    const sentences = titles.map(
      (title) => ledgerOf({story: STORY, events: [event('a', {date: '2014-12-17', known: '2014-12-18', title})]}, 'a').later[0]!.sentence,
    );
    expect(sentences).toEqual(['Is it off?', 'It is off!', 'It is off.', 'He said “No.”', "He said 'No'."]);
  });

  test('is empty for an event without any day', () => {
    const nowhere = {...event('a', {date: '2014-12-17', links: ['b']}), date: {...edtfFromText('2014-12-17/..'), earliestMs: null}};
    expect(ledger('a', nowhere, event('b', {date: '2014-12-17'}))).toEqual({then: [], later: []});
  });

  describe('lets a position speak for itself', () => {
    const disagreements = (by: readonly string[], sources = ['paper']) => [
      {question: 'Off?', positions: [{says: 'Already asking', text: '', by, sources, known: edtfFromText('2014-12-24')}]},
    ];
    const telling = (over: Partial<EntryParts> = {}) =>
      event('b', {date: '2014-12-24', actors: ['drummond'], sources: [{id: 'paper', supports: 'it'}], links: ['a'], ...over});
    const rows = (by: readonly string[], other: EventEntry, sources?: string[]) =>
      ledger('a', event('a', {date: '2014-12-17', disagreements: disagreements(by, sources)}), other).later.length;

    test('unless the other event is about the same day, people and sources', () => {
      expect(rows(['drummond'], telling())).toBe(1);
      expect(rows(['drummond'], telling({date: '2014-12-23'}))).toBe(2);
      expect(rows(['drummond', 'lynton'], telling())).toBe(2);
      expect(rows(['drummond'], telling(), ['paper', 'radio'])).toBe(2);
    });

    test('where nobody is named as its holder', () => {
      expect(rows([], telling())).toBe(2);
    });

    test('where its holder is in everything', () => {
      const crowd = Array.from({length: 10}, (_, i) => event(`e${i}`, {date: '2014-03-01', actors: ['drummond'], weight: 'context'}));
      expect(
        ledger('a', event('a', {date: '2014-12-17', disagreements: disagreements(['drummond'])}), telling(), ...crowd).later,
      ).toHaveLength(2);
    });
  });

  test('says the same sentence once', () => {
    const events = [event('b', {date: '2014-12-10', title: 'Same'}), event('c', {date: '2014-12-11', title: 'Same'})];
    expect(ledger('a', event('a', {date: '2014-12-17', links: ['b', 'c']}), ...events).then).toEqual(['11 Dec: Same.']);
  });

  test('rejects an event there is not', () => {
    expect(() => ledger('nowhere')).toThrow(new RangeError('no event has the id nowhere'));
  });
});

describe('lagWords(days, isExact, language)', () => {
  test.each([
    [1, true, '1 day on'],
    [7, true, '7 days on'],
    [13, true, '13 days on'],
    [14, true, '2 weeks on'],
    [15, true, 'About 2 weeks on'],
    [21, true, '3 weeks on'],
    [21, false, 'About 3 weeks on'],
    [62, true, 'About 9 weeks on'],
    [63, true, 'About 2 months on'],
    [14, false, 'About 2 weeks on'],
    [715, true, 'About 23 months on'],
    [716, true, 'About 2 years on'],
    [1479, true, 'About 4 years on'],
    [9, false, 'About 9 days on'],
  ])('%i days, exact: %s', (days, isExact, words) => {
    expect(lagWords(days, isExact, 'en')).toBe(words);
  });
});

describe('ledgerDay(row, story)', () => {
  test.each([
    ['2014-12-17', '17 Dec'],
    ['2014-12-24T18:00:00Z', '24 Dec'],
    ['2014-12-28?', 'About 28 Dec'],
    ['2014-12-28%', 'About 28 Dec'],
    ['2015-01', 'January'],
    ['2013-03-20', '20 Mar 2013'],
    ['2014-12-20?/', 'On or after 20 Dec'],
    ['2014-12-20/2014-12-21', 'Weekend of 20–21 Dec'],
    ['-0043-03-15', '15 Mar 44 BCE'],
  ])('%s', (text, words) => {
    const known = edtfFromText(text);
    expect(ledgerDay({known, knownMs: publicDayMs(known, ZONE)}, STORY)).toBe(words);
  });
});

describe('firstCited(event)', () => {
  const sources = [
    {id: 'x', supports: 'it'},
    {id: 'y', supports: 'more'},
  ];

  test('gives the sources up to the end of the first row of citations', () => {
    const body = 'He <Quote by="a" source="q">did</Quote>.<Cite source="x" /><Cite source="y" /> More.<Cite source="z" />';
    expect(firstCited({body, sources})).toEqual(['q', 'x', 'y']);
  });

  test('ends the first row at words and at a quotation, and names each source once', () => {
    expect(
      firstCited({body: 'One.<Cite source="x" /> <Cite source="x" />\n<Cite page="3" source="y" /> Two.<Cite source="z" />', sources}),
    ).toEqual(['x', 'y']);
    expect(firstCited({body: 'One.<Cite source="x" /><Quote by="a" source="q">Two</Quote>', sources})).toEqual(['x']);
  });

  test('goes on after a figure, which is no part of the claim', () => {
    expect(firstCited({body: 'One.<Cite source="x" />\n<BigFigure value="3" source="z" />\n<Cite source="y" />', sources})).toEqual([
      'x',
      'y',
    ]);
  });

  test('leaves out what is only known later, and what others hold', () => {
    const body =
      '<Later known="2015" source="l">Late.<Cite source="m" /></Later> It was.<Cite source="x" />\n<Disagreement question="?"><Position says="No" source="p" /></Disagreement>';
    expect(firstCited({body, sources})).toEqual(['x']);
  });

  test('gives all of the event’s sources where the body cites none', () => {
    expect(firstCited({body: 'It was.', sources})).toEqual(['x', 'y']);
  });
});

describe('the ledgers of content/', () => {
  let content: Content;

  beforeAll(async () => {
    const reading = await readContent(FULL_STORY);
    if (reading.content === null) throw new Error('there is no story');
    content = reading.content;
  });

  test('report the silence behind Sony’s second announcement, with the lag', () => {
    const {then, later} = ledgerOf(content, 'sony-no-release-plans');
    expect(then.map(({sentence}) => sentence)).toContain('Sony cancels the 25 December release.');
    expect(later.map(({event: id, lag}) => [id, lag])).toContainEqual(['sony-contacts-platforms', '7 days on']);
    // A public statement of the day was no silence.
    expect(later.map(({event: id}) => id)).not.toContain('dhs-threat-not-credible');
  });

  test('never put anything known later under Known then, cite every row, and stay short', () => {
    for (const entry of content.events) {
      const lastMs = entry.date.latestMs ?? entry.date.earliestMs!;
      const {then, later} = ledgerOf(content, entry.id);
      for (const rows of [then, later]) {
        expect(rows.length).toBeLessThanOrEqual(MOST_ROWS);
        expect(new Set(rows.map(({sentence}) => sentence)).size).toBe(rows.length);
        for (const {sources, sentence} of rows) {
          expect(sources.length, `${entry.id}: ${sentence}`).toBeGreaterThan(0);
          for (const source of sources) expect(content.sources.map(({id}) => id)).toContain(source);
        }
      }
      for (const {knownMs, lag} of then) expect([knownMs <= lastMs, lag], entry.id).toEqual([true, null]);
      for (const {knownMs, lag} of later) expect([knownMs > lastMs, lag !== null], entry.id).toEqual([true, true]);
    }
  });
});
