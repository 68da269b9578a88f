import {describe, expect, test} from 'vitest';
import {asKnownNow} from '../../../src/timeline/model/known.ts';
import type {Span} from '../../../src/timeline/model/span.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {
  dayInWords,
  dayName,
  eventName,
  flagWords,
  groupName,
  headInWords,
  isAtHour,
  rugName,
  shortWhen,
  timeInWords,
} from '../../../src/timeline/render/names.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const noonMs = Date.UTC(2014, 11, 24, 12);
const tenMs = Date.UTC(2014, 11, 24, 10);
const timeline = aTimeline([anEvent({span: {kind: 'moment', atMs: tenMs}})], 10);
/** Of the levels Months, Days and Hours. */
const [months, days, hours] = [15, 100, 600] as const;

describe('isAtHour(timeline, ms, scalePxPerDay)', () => {
  test('is false at noon, where the playhead of a day is', () => {
    expect(isAtHour(timeline, noonMs, hours)).toBe(false);
  });

  test('is true at the hour of an event, at any scale', () => {
    expect(isAtHour(timeline, tenMs, months)).toBe(true);
  });

  test('is false at any other hour below 480 px a day, where a phone has hours already', () => {
    expect([300, 480].map((scale) => isAtHour(timeline, tenMs + 3_600_000, scale))).toEqual([false, true]);
    expect(isAtHour(timeline, tenMs + 3_600_000, 300, true)).toBe(true);
  });

  test('is true at any other hour only where hours are told apart', () => {
    expect(isAtHour(timeline, tenMs + 3_600_000, days)).toBe(false);
    expect(isAtHour(timeline, tenMs + 3_600_000, hours)).toBe(true);
  });
});

describe('flagWords(timeline, ms, scalePxPerDay, isCompact)', () => {
  test('is a bare day where days are not told apart', () => {
    expect(flagWords(timeline, tenMs, months, false)).toBe('24 Dec');
  });

  test('has the weekday where they are, and the hour where it is at one', () => {
    expect(flagWords(timeline, noonMs, days, false)).toBe('Wed 24 Dec');
    expect(flagWords(timeline, tenMs, days, false)).toBe('Wed 24 Dec, 10am PT');
  });

  test('leaves out weekday and zone on a phone', () => {
    expect(flagWords(timeline, noonMs, days, true)).toBe('24 Dec');
    expect(flagWords(timeline, tenMs, days, true)).toBe('24 Dec, 10am');
  });
});

describe('headInWords(timeline, ms, scalePxPerDay)', () => {
  test('is the whole date at a day', () => {
    expect(headInWords(timeline, noonMs, days)).toBe('Wed 24 Dec 2014');
  });

  test('gives the hour in the place of weekday and year where it is at one', () => {
    expect(headInWords(timeline, tenMs, days)).toBe('24 Dec, 10am PT');
  });
});

describe('in a story of years', () => {
  const years = aTimeline([], 40_000);

  test('flagWords(…) gives the year alone where months are too narrow, and beside the day where they are not', () => {
    expect(flagWords(years, noonMs, 1.09, false)).toBe('2014');
    expect(flagWords(years, noonMs, 1.1, false)).toBe('24 Dec 2014');
    expect(flagWords(years, noonMs, 23.9, false)).toBe('24 Dec 2014');
    expect(flagWords(years, noonMs, 24, false)).toBe('Wed 24 Dec');
  });

  test('dayName(…) is the year of the playhead, and else the number of its day', () => {
    expect(dayName(years, noonMs)).toBe('2014');
    expect(dayName({...years, extent: {fromMs: 0, toMs: 400 * DAY_MS}, firstDayMs: noonMs - 23 * DAY_MS}, noonMs)).toBe('Day 24');
  });
});

test('flagWords(…) has the weekday from 24 px a day on', () => {
  expect([23.9, 24].map((scale) => flagWords(timeline, noonMs, scale, false))).toEqual(['24 Dec', 'Wed 24 Dec']);
});

test('flagWords(…) has every hour but noon on a phone from 200 px a day on', () => {
  const eleven = tenMs + 3_600_000;
  expect([199, 200].map((scale) => flagWords(timeline, eleven, scale, true))).toEqual(['24 Dec', '24 Dec, 11am']);
  expect(flagWords(timeline, eleven, 200, false)).toBe('Wed 24 Dec');
});

test('timeInWords(ms, language) gives minutes only where there are any', () => {
  const at = (text: string) => timeInWords(Date.parse(`2014-12-24T${text}Z`), 'en');
  expect(['00:00', '00:30', '10:00', '12:00', '13:05', '23:59:59'].map(at)).toEqual([
    '12am',
    '12:30am',
    '10am',
    'noon',
    '1:05pm',
    '11:59pm',
  ]);
});

test('dayInWords(ms, language) leaves the weekday out before 1583, which had none that we could tell', () => {
  expect(dayInWords(noonMs, 'en')).toBe('Wed 24 Dec 2014');
  expect(dayInWords(Date.UTC(1066, 9, 14), 'en')).toBe('14 Oct 1066');
});

/** Two lanes, and everything known. */
const STORY = aTimeline(
  [anEvent({id: 'a', title: 'A title', when: 'Day 1'}), anEvent({id: 'b', title: 'B?', label: 'B label', lane: 1})],
  80,
  [1, 1],
);
const SCENE = {...asKnownNow(STORY), timeline: STORY};
const [A, B] = [STORY.events.find(({id}) => id === 'a')!, STORY.events.find(({id}) => id === 'b')!];

describe('eventName(scene, event, shown)', () => {
  test('is title, time and lane, and then whether sources disagree', () => {
    expect(eventName(SCENE, A)).toBe('A title. Day 1. Lane 0.');
    expect(eventName({...SCENE, isDisputed: () => true}, A)).toBe('A title. Day 1. Lane 0. Sources disagree.');
  });

  test('has no full stop after a question or an exclamation', () => {
    expect(eventName(SCENE, B)).toBe('B? Day 1. Lane 1.');
    expect(eventName(SCENE, {...B, title: 'B!'})).toBe('B! Day 1. Lane 1.');
  });

  test('begins with the words on screen where the title does not', () => {
    expect(eventName(SCENE, A, 'Shown')).toBe('Shown. A title. Day 1. Lane 0.');
    expect(eventName(SCENE, A, 'A ti')).toBe('A title. Day 1. Lane 0.');
  });

  test('says since when something has been going on', () => {
    expect(eventName({...SCENE, goesOn: () => true}, {...A, whenOpen: 'From Day 1'})).toBe('A title. From Day 1. Lane 0.');
  });

  test('is nothing but the lane of what is not public', () => {
    expect(eventName({...SCENE, standingOf: () => 'secret'}, A)).toBe('Not public yet. Lane 0.');
    expect(eventName({...SCENE, standingOf: () => 'coming'}, A)).toBe('Not yet known. Lane 0.');
  });
});

describe('groupName(scene, members)', () => {
  const many = aTimeline(
    Array.from('ABCDEFGHIJKLMN', (letter) => anEvent({id: letter, label: letter, title: `Title ${letter}`})),
    80,
  );
  const scene = {...asKnownNow(many), timeline: many};
  const ids = (count: number) => many.events.slice(0, count).map(({id}) => id);

  test('is the event’s own name where there is one event', () => {
    expect(groupName(scene, ids(1))).toBe('Title A. Day 1. Lane 0.');
  });

  test('is the number of events and their labels, of which it reads out twelve', () => {
    expect(groupName(scene, ids(3))).toBe('+3 events: A; B; C. Lane 0. Zoom to show them.');
    expect(groupName(scene, ids(12))).toBe('+12 events: A; B; C; D; E; F; G; H; I; J; K; L. Lane 0. Zoom to show them.');
    expect(groupName(scene, ids(13))).toBe('+13 events: A; B; C; D; E; F; G; H; I; J; K; L; …. Lane 0. Zoom to show them.');
  });

  test('counts and names those that are public', () => {
    expect(groupName({...scene, standingOf: (id) => (id === 'B' ? 'secret' : 'known')}, ids(3))).toBe(
      '+2 events: A; C. Lane 0. Zoom to show them.',
    );
    expect(groupName({...scene, standingOf: () => 'coming'}, ids(3))).toBe('3 events not yet known. Lane 0.');
  });
});

describe('rugName(scene, lane, events)', () => {
  test('is how many there are and where, or the name of the only one', () => {
    expect(rugName(SCENE, 1, [A, B])).toBe('2 events close together. Lane 1. Press one to zoom in on it.');
    expect(rugName(SCENE, 0, [A])).toBe('A title. Day 1. Lane 0.');
  });

  test('says no more of the only one than is public', () => {
    expect(rugName({...SCENE, standingOf: () => 'secret'}, 0, [A])).toBe('Not public yet. Lane 0.');
    expect(rugName({...SCENE, standingOf: () => 'coming'}, 0, [A])).toBe('Not yet known. Lane 0.');
  });
});

describe('shortWhen(event, scene)', () => {
  const ms = (text: string) => Date.parse(`${text}Z`);
  const from = (fromDay: string, toDay: string) => ({fromMs: ms(`${fromDay}T00:00`), toMs: ms(`${toDay}T00:00`)});
  const story = {...STORY, extent: from('2014-11-20', '2015-02-08')};
  const when = (span: Span, over: Partial<Parameters<typeof shortWhen>[1]> = {}) =>
    shortWhen({...A, span}, {...SCENE, timeline: story, ...over});
  const lasting = (fromDay: string, toDay: string): Span => ({kind: 'stretch', ...from(fromDay, toDay), softStart: false, softEnd: false});
  const within = (fromDay: string, toDay: string, soft = false): Span => ({kind: 'within', ...from(fromDay, toDay), soft});

  test('is a day with its weekday where the day is sure', () => {
    expect(when({kind: 'day', dayMs: ms('2014-12-17T00:00')})).toBe('Wed 17 Dec');
    expect(when({kind: 'moment', atMs: ms('2014-12-17T10:00')})).toBe('Wed 17 Dec');
  });

  test('is the last day by which, or the first since which, it happened', () => {
    expect(when({kind: 'by', toMs: ms('2014-12-23T00:00')})).toBe('by 22 Dec');
    expect(when({kind: 'since', fromMs: ms('2014-12-22T00:00')})).toBe('from 22 Dec');
  });

  test('is the days between which it happened, with the month once where it is one', () => {
    expect(when(within('2014-12-20', '2014-12-22'))).toBe('20–21 Dec');
    expect(when(within('2014-11-30', '2014-12-02'))).toBe('30 Nov – 1 Dec');
    expect(when(within('2014-12-20', '2014-12-21'))).toBe('20 Dec');
    expect(when(within('2014-11-26', '2014-11-29', true))).toBe('about 27 Nov');
  });

  test('is the days over which it went on, and only the first while it goes on or to the story’s end', () => {
    expect(when(lasting('2014-12-20', '2014-12-22'))).toBe('20–21 Dec');
    expect(when(lasting('2014-12-20', '2014-12-22'), {goesOn: () => true})).toBe('from 20 Dec');
    expect(when(lasting('2014-12-20', '2015-02-08'))).toBe('from 20 Dec');
    expect(when(lasting('2014-12-20', '2015-02-07'))).toBe('20 Dec – 6 Feb');
  });

  test('is years in a story of years', () => {
    const years = {timeline: {...STORY, extent: from('1900-01-01', '2000-01-01')}};
    expect(when({kind: 'day', dayMs: ms('1914-07-28T00:00')}, years)).toBe('1914');
    expect(when(within('1914-07-28', '1918-11-12'), years)).toBe('1914 – 1918');
    // Of one month, but not of one year.
    expect(when(within('1914-07-28', '1918-07-12'), years)).toBe('1914 – 1918');
  });
});
