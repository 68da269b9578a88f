import {describe, expect, test} from 'vitest';
import type {EdtfDate, EventEntry} from '../../../src/schema/content.ts';
import {edtfFromText} from '../../../src/schema/dates.ts';
import {daysWithNews, publicDay} from '../../../src/timeline/model/public-day.ts';
import {DAY_MS, isoDay, msFromIsoDay} from '../../../src/timeline/model/time.ts';
import {timelineFromEntries} from '../../../src/timeline/model/timeline-from-entries.ts';
import {anEntry} from '../some-entry.ts';

const day = (text: string): EdtfDate => edtfFromText(text);

/** An event of the one lane and the one chapter. */
const event = (id: string, date: string, known: string, over: Partial<EventEntry> = {}) =>
  anEntry(id, {lane: 'crew', chapter: 'one', ...over, date, known});

const position = (says: string, known: string) => ({says, text: '', by: [], sources: [], known: day(known)});

const events = [
  event('launch', '1969-07-16', '1969-07-16', {
    disagreements: [{question: 'When?', positions: [position('At nine', '1969-07-16'), position('At ten', '1969-07-20')]}],
  }),
  event('alarm', '1969-07-17', '1969-07-20'),
  event('note', '1969-07-18', '1969-07-18', {weight: 'context'}),
  event('landing', '1969-07-20', '1969-07-20', {
    figures: [
      {measure: 'visitors', value: 2, asOf: day('1969-07-20'), source: 's', qualifier: 'exact'},
    ] as unknown as EventEntry['figures'],
  }),
  event('return', '1969-07-24', '1969-07-24'),
  event('memo', '1969-07-19', '1969-07-29'),
];
const story = {
  zone: 'UTC',
  zoneLabel: 'UTC',
  language: 'en',
  extent: day('1969-07-15/1969-07-30'),
  firstDay: day('1969-07-16'),
  lanes: [{id: 'crew', name: 'Crew', glyph: 'circle', hue: 'blue', rows: 2}],
  measures: [{id: 'visitors', name: 'Visitors', unit: 'people', prefix: '', suffix: '', scope: ''}],
  states: null,
  bracket: null,
  opening: null,
  replay: null,
};
const content = {story, events, chapters: [{id: 'one', date: day('1969-07'), titleKnown: null, order: 1}]} as unknown as Parameters<
  typeof timelineFromEntries
>[0];
const timeline = timelineFromEntries(content, () => '');
const on = (text: string) => publicDay(content, timeline, msFromIsoDay(text));
const ids = (list: readonly {readonly id: string}[]) => list.map(({id}) => id);

describe('days with news', () => {
  test('are those on which an event, a side or a count became public; a note off the line makes no such day', () => {
    expect(daysWithNews(timeline).map(isoDay)).toEqual(['1969-07-16', '1969-07-20', '1969-07-24', '1969-07-29']);
  });
  test('include the day of a second side, and count a day once', () => {
    const late = {
      ...timeline,
      extent: {fromMs: 0, toMs: 9 * DAY_MS},
      events: [{...timeline.events[0]!, positionsKnownMs: [[0, 3 * DAY_MS, 3 * DAY_MS]], knownMs: 0}],
      measures: [],
    };
    expect(daysWithNews(late)).toEqual([0, 3 * DAY_MS]);
  });
  test('lie on the axis', () => {
    const {fromMs, toMs} = timeline.extent;
    const days = [fromMs - DAY_MS, fromMs, toMs - DAY_MS, toMs].map((knownMs) => ({...timeline.events[0]!, positionsKnownMs: [], knownMs}));
    expect(daysWithNews({...timeline, events: days, measures: []})).toEqual([fromMs, toMs - DAY_MS]);
  });
  test('leave out a side that was public before its event', () => {
    const early = {
      ...timeline,
      extent: {fromMs: 0, toMs: 9 * DAY_MS},
      events: [{...timeline.events[0]!, positionsKnownMs: [[0]], knownMs: DAY_MS}],
      measures: [],
    };
    expect(daysWithNews(early)).toEqual([DAY_MS]);
  });
});

describe('a day', () => {
  test('parts every event of the line: new, public before, secret, still to come', () => {
    const day20 = on('1969-07-20');
    expect(ids(day20.news)).toEqual(['alarm', 'landing']);
    expect(ids(day20.before)).toEqual(['launch']);
    expect(ids(day20.secret)).toEqual(['memo']);
    expect(day20.known.count).toBe(3);
  });
  test('names the side taken on what had been public, and not one taken with the event itself', () => {
    expect(on('1969-07-16').positions).toEqual([]);
    expect(on('1969-07-20').positions.map(({event, question, position: {says}}) => [event.id, question, says])).toEqual([
      ['launch', 'When?', 'At ten'],
    ]);
  });
  test('has the last public count, and says whether it is new', () => {
    const figure = (text: string) => on(text).figures.map(({step, isNew}) => [step?.value ?? null, isNew]);
    expect(figure('1969-07-16')).toEqual([[null, false]]);
    expect(figure('1969-07-20')).toEqual([[2, true]]);
    expect(figure('1969-07-24')).toEqual([[2, false]]);
  });
  test('knows the days with news around it', () => {
    const around = (text: string) => [on(text).previousMs, on(text).nextMs].map((ms) => ms && isoDay(ms));
    expect(around('1969-07-16')).toEqual([null, '1969-07-20']);
    expect(around('1969-07-24')).toEqual(['1969-07-20', '1969-07-29']);
    expect(around('1969-07-29')).toEqual(['1969-07-24', null]);
  });
  test('lists the secret that comes out first before the others, and the last that came out first', () => {
    expect(ids(on('1969-07-16').secret)).toEqual([]);
    expect(ids(on('1969-07-24').before)).toEqual(['alarm', 'landing', 'launch']);
  });
});
