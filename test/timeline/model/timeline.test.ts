import {describe, expect, test} from 'vitest';
import type {ChapterEntry, Content, EventEntry} from '../../../src/schema/content.ts';
import {edtfFromText} from '../../../src/schema/dates.ts';
import {DAY_MS, HOUR_MS} from '../../../src/timeline/model/time.ts';
import {
  byTime,
  chapterClocksFromEntries,
  eventsById,
  measuresFromEntries,
  placesInTime,
  positionsKnownMs,
  statesFromEntries,
} from '../../../src/timeline/model/timeline.ts';
import {timelineFromEntries} from '../../../src/timeline/model/timeline-from-entries.ts';
import type {TimelineEvent} from '../../../src/timeline/model/timeline.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

/** An event that is named by its id. */
function event(id: string, over: Partial<TimelineEvent> = {}): TimelineEvent {
  return anEvent({id, title: id, ...over});
}

function inOrder(events: readonly TimelineEvent[]): string[] {
  const ids = events.toSorted(byTime).map(({id}) => id);
  expect(
    events
      .toReversed()
      .toSorted(byTime)
      .map(({id}) => id),
  ).toEqual(ids);
  return ids;
}

describe('byTime(a, b)', () => {
  test('goes by day, then by order within it, the middle where there is none', () => {
    expect(
      inOrder([event('a', {span: {kind: 'day', dayMs: DAY_MS}, order: 0}), event('b', {order: 0.7}), event('c'), event('d', {order: 0.3})]),
    ).toEqual(['d', 'c', 'b', 'a']);
  });

  test('goes by the hour where one is known, whatever its order', () => {
    expect(
      inOrder([
        event('a', {span: {kind: 'moment', atMs: 10 * HOUR_MS}, order: 0.9}),
        event('b', {order: 0.41}),
        event('c', {order: 0.42}),
        event('d', {span: {kind: 'moment', atMs: 11 * HOUR_MS}, order: 0.1}),
      ]),
    ).toEqual(['b', 'a', 'c', 'd']);
  });

  test('goes by weight where the place is the same, and never by the name of the file', () => {
    expect(
      inOrder([event('a', {importance: 3}), event('b'), event('c', {importance: 1}), event('d', {importance: 1, isTurningPoint: true})]),
    ).toEqual(['d', 'c', 'b', 'a']);
  });

  test('goes by title where nothing else separates two, and by id last', () => {
    expect(inOrder([event('a', {title: 'Zebra'}), event('z', {title: 'Apple'})])).toEqual(['z', 'a']);
    expect(inOrder([event('b', {title: 'Same'}), event('a', {title: 'Same'})])).toEqual(['a', 'b']);
  });

  test('puts an event of uncertain day in the middle of the days it may be', () => {
    const uncertain = event('a', {span: {kind: 'within', fromMs: 0, toMs: 4 * DAY_MS, soft: false}});
    expect(
      inOrder([uncertain, event('b', {span: {kind: 'day', dayMs: DAY_MS}}), event('c', {span: {kind: 'day', dayMs: 3 * DAY_MS}})]),
    ).toEqual(['b', 'a', 'c']);
  });
});

describe('byTime(a, b), of two in one place of one day', () => {
  const stretch = (toDay: number): Partial<TimelineEvent> => ({
    span: {kind: 'stretch', fromMs: 0, toMs: toDay * DAY_MS, softStart: false, softEnd: false},
  });

  test('goes by where the mark is, then by which ends first', () => {
    expect(inOrder([event('a'), event('b', stretch(4)), event('c', stretch(2))])).toEqual(['c', 'b', 'a']);
  });
});

const december = (day: number, hour = 0) => Date.UTC(2014, 11, day, hour);

/** A story of November to February with two lanes. */
const STORY = {
  language: 'en',
  zone: 'America/Los_Angeles',
  zoneLabel: 'PT',
  firstDay: edtfFromText('2014-11-24'),
  extent: edtfFromText('2014-11-20/2015-02-08'),
  lanes: [
    {id: 'hack', name: 'The hack', glyph: 'circle', hue: 'blue', rows: 2},
    {id: 'film', name: 'The film', glyph: 'square', hue: 'gold', rows: 1},
  ],
  measures: [],
  states: null,
  bracket: null,
  opening: null,
} as unknown as Content['story'];

/** An event of which only what is given matters. */
function written(
  id: string,
  over: {readonly date?: string; readonly known?: string} & Omit<Partial<EventEntry>, 'date' | 'known'> = {},
): EventEntry {
  const {date = '2014-12-17', known = date, ...rest} = over;
  return {
    id,
    title: `Title of ${id}`,
    label: `Label of ${id}`,
    short: null,
    lane: 'hack',
    chapter: 'c',
    weight: 'standard',
    happened: 'throughout',
    order: null,
    figures: [],
    disagreements: [],
    ...rest,
    date: edtfFromText(date),
    known: edtfFromText(known),
  } as unknown as EventEntry;
}

const timelineOf = (events: readonly EventEntry[], story: Partial<Content['story']> = {}) =>
  timelineFromEntries({story: {...STORY, ...story}, events, chapters: []}, ({date}) => `on ${date.text}`);

describe('timelineFromEntries(content, whenInWords)', () => {
  test('has the story’s own days, lanes and words', () => {
    const {events, ...rest} = timelineOf([]);
    expect(events).toEqual([]);
    expect(rest).toEqual({
      language: 'en',
      zone: 'America/Los_Angeles',
      zoneLabel: 'PT',
      lanes: STORY.lanes,
      firstDayMs: Date.UTC(2014, 10, 24),
      extent: {fromMs: Date.UTC(2014, 10, 20), toMs: Date.UTC(2015, 1, 9)},
      measures: [],
      statesName: '',
      states: [],
      chapters: [],
      bracket: null,
      opening: {view: rest.extent, compactView: rest.extent, playheadMs: Date.UTC(2014, 10, 24, 12), dayMs: null},
    });
  });

  test('has a bracket from the start of its first day to the noon of its last, or to the hours that are written', () => {
    const bracketOver = (date: string) => {
      const words = {label: 'Seven days', long: 'Seven days: cancelled to released'};
      return timelineOf([], {bracket: {...words, date: edtfFromText(date)}}).bracket;
    };
    const words = {label: 'Seven days', long: 'Seven days: cancelled to released'};
    expect(bracketOver('2014-12-17/2014-12-23')).toEqual({...words, fromMs: december(17), toMs: december(23) + 12 * HOUR_MS});
    // 10am in Los Angeles.
    expect(bracketOver('2014-12-17/2014-12-24T18:00:00Z')?.toMs).toBe(december(24) + 10 * HOUR_MS);
    expect(bracketOver('2014-12-17T20:00:00Z/2014-12-24')?.fromMs).toBe(december(17) + 12 * HOUR_MS);
  });

  test('gives an event its place, its words and the day it became public', () => {
    const entry = written('a', {
      lane: 'film',
      short: 'Short',
      order: 0.3,
      date: '2014-12-17',
      known: '2014-12-24T18:00:00Z',
      chapter: 'two',
    });
    expect(timelineOf([entry]).events).toEqual([
      {
        id: 'a',
        title: 'Title of a',
        label: 'Label of a',
        short: 'Short',
        lane: 1,
        chapter: 'two',
        importance: 2,
        isTurningPoint: false,
        isDisputed: false,
        positionsKnownMs: [],
        span: {kind: 'day', dayMs: december(17)},
        order: 0.3,
        knownMs: december(24),
        when: 'on 2014-12-17',
      },
    ]);
  });

  test('uses the label where there is no shorter one', () => {
    expect(timelineOf([written('a')]).events[0]!.short).toBe('Label of a');
  });

  test('ranks by weight, and leaves out what is only context', () => {
    const weights = ['detail', 'context', 'standard', 'landmark', 'turning-point'] as const;
    const {events} = timelineOf(weights.map((weight) => written(weight, {weight})));
    expect(events.map(({id, importance, isTurningPoint}) => [id, importance, isTurningPoint])).toEqual([
      ['turning-point', 1, true],
      ['landmark', 1, false],
      ['standard', 2, false],
      ['detail', 3, false],
    ]);
  });

  test('is in the order of time, whatever the order of the entries', () => {
    expect(timelineOf([written('late'), written('early', {date: '2014-12-01'})]).events.map(({id}) => id)).toEqual(['early', 'late']);
  });

  test('has the days on which sources began to disagree', () => {
    const position = (known: string) => ({says: '', text: '', by: [], sources: [], known: edtfFromText(known)});
    const disagreements = [
      {question: '', positions: [position('2014-12-18'), position('2014-12-25T03:00:00Z')]},
      {question: '', positions: [position('2014-12-20')]},
    ];
    const [event] = timelineOf([written('a', {disagreements})]).events;
    expect([event!.isDisputed, event!.positionsKnownMs]).toEqual([true, [[december(18), december(24)], [december(20)]]]);
    expect(positionsKnownMs({disagreements}, 'UTC')[0]).toEqual([december(18), december(25)]);
  });

  test('has words for the days on which the last of an event is not known yet, where there are such days', () => {
    const [event] = timelineOf([written('a', {date: '2014-12-10/2014-12-13', known: '2014-12-10'})]).events;
    expect([event!.when, event!.whenOpen]).toEqual(['on 2014-12-10/2014-12-13', 'on 2014-12-10/..']);
    expect(timelineOf([written('a', {date: '2014-12-10/2014-12-13', known: '2014-12-13'})]).events[0]).not.toHaveProperty('whenOpen');
  });

  test('ends what goes on with the story', () => {
    expect(timelineOf([written('a', {date: '2014-12-17/..'})]).events[0]!.span).toMatchObject({
      kind: 'stretch',
      fromMs: december(17),
      toMs: Date.UTC(2015, 1, 9),
    });
  });
});

describe('measuresFromEntries(content)', () => {
  const figure = (measure: string, value: number, asOf: string) =>
    ({measure, value, asOf: edtfFromText(asOf), source: `source ${value}`, qualifier: 'about'}) as const;
  const measures = [
    {id: 'cinemas', name: 'Cinemas', unit: '', prefix: '$', suffix: 'M', scope: ''},
    {id: 'sales', name: 'Sales', unit: '', prefix: '', suffix: '', scope: ''},
  ];

  test('has each count of its own on the day it became public, the earlier count first on one day', () => {
    const events = [
      written('late', {known: '2014-12-28', figures: [figure('cinemas', 331, '2014-12-27'), figure('sales', 15, '2014-12-27')]}),
      written('early', {known: '2014-12-24', figures: [figure('cinemas', 300, '2014-12-24'), figure('cinemas', 200, '2014-12-23')]}),
    ];
    const [cinemas, sales] = measuresFromEntries({story: {...STORY, measures}, events});
    expect(cinemas).toMatchObject({id: 'cinemas', name: 'Cinemas', prefix: '$', suffix: 'M'});
    expect(cinemas!.steps).toEqual([
      {knownMs: december(24), value: 200, asOf: '2014-12-23', qualifier: 'about', source: 'source 200', event: 'early'},
      {knownMs: december(24), value: 300, asOf: '2014-12-24', qualifier: 'about', source: 'source 300', event: 'early'},
      {knownMs: december(28), value: 331, asOf: '2014-12-27', qualifier: 'about', source: 'source 331', event: 'late'},
    ]);
    expect(sales!.steps.map(({value}) => value)).toEqual([15]);
  });
});

describe('statesFromEntries(content, endMs)', () => {
  const item = (look: string, date: string, event: string | null = null) => ({
    label: `Is ${look}`,
    short: look,
    look,
    date: edtfFromText(date),
    event,
    source: 's',
  });
  const statesOf = (items: readonly ReturnType<typeof item>[], events: readonly EventEntry[] = []) =>
    statesFromEntries({story: {...STORY, states: {name: 'Release', items}} as unknown as Content['story'], events}, december(31));

  test('has each state until the next, and the last to the end', () => {
    expect(statesOf([item('outline', '2014-11-20'), item('hatched', '2014-12-17T22:00:00Z')])).toEqual([
      {
        label: 'Is outline',
        short: 'outline',
        look: 'outline',
        fromMs: Date.UTC(2014, 10, 20),
        toMs: december(17, 14),
        knownMs: Date.UTC(2014, 10, 20),
      },
      {label: 'Is hatched', short: 'hatched', look: 'hatched', fromMs: december(17, 14), toMs: december(31), knownMs: december(17)},
    ]);
  });

  test('is public no sooner than the event that made it', () => {
    const events = [written('before', {known: '2014-12-01'}), written('after', {known: '2014-12-20'})];
    const knownMs = (event: string | null) => statesOf([item('outline', '2014-12-17', event)], events)[0]!.knownMs;
    expect([knownMs('after'), knownMs('before'), knownMs(null)]).toEqual([december(20), december(17), december(17)]);
  });

  test('are none in a story without states', () => {
    expect(statesFromEntries({story: STORY, events: []}, december(31))).toEqual([]);
    const states = {name: 'Release', items: []};
    expect(timelineOf([], {states}).statesName).toBe('Release');
  });
});

describe('chapterClocksFromEntries(content)', () => {
  const chapter = (id: string, date: string) => ({id, date: edtfFromText(date), titleKnown: null}) as unknown as ChapterEntry;

  test('follows the events of each chapter alone', () => {
    const events = [written('a', {chapter: 'one', known: '2014-12-18'}), written('b', {chapter: 'two', known: '2015-01-07'})];
    const clocks = chapterClocksFromEntries({
      story: STORY,
      chapters: [chapter('one', '2014-12-16/2014-12-22'), chapter('two', '2014-12-16/2014-12-22')],
      events,
    });
    expect(clocks).toEqual([
      {id: 'one', titleKnownMs: december(18), daysKnownMs: december(18), lastDayKnownMs: december(22), ledeKnownMs: december(22)},
      {id: 'two', titleKnownMs: december(38), daysKnownMs: december(38), lastDayKnownMs: december(38), ledeKnownMs: december(38)},
    ]);
  });

  test('begins on its last day where its first is not known', () => {
    expect(chapterClocksFromEntries({story: STORY, chapters: [chapter('one', '/2014-12-22')], events: []})[0]!.titleKnownMs).toBe(
      december(22),
    );
  });
});

describe('eventsById(timeline)', () => {
  test('finds each event', () => {
    const timeline = aTimeline([event('a'), event('b')], 1);
    expect([eventsById(timeline).get('b')!.id, eventsById(timeline).get('c')]).toEqual(['b', undefined]);
  });
});

describe('placesInTime(timeline)', () => {
  test('gives each event its place in the order of time', () => {
    expect([...placesInTime(aTimeline([event('a', {order: 0.9}), event('b', {order: 0.1})], 1))]).toEqual([
      ['b', 0],
      ['a', 1],
    ]);
  });
});
