import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {queryFromState, stateFromQuery, viewInAddress} from '../../../src/timeline/interaction/address.ts';
import {DAY_MS, HOUR_MS} from '../../../src/timeline/model/time.ts';
import type {View} from '../../../src/timeline/model/view.ts';
import {checkProperty, PROPERTY_RUNS} from '../property.ts';

const utc = (text: string) => Date.parse(text.length > 10 ? `${text}Z` : `${text}T00:00Z`);
const STORY = {extent: {fromMs: utc('2014-11-20'), toMs: utc('2015-02-09')}, zone: 'America/Los_Angeles'};
const read = (query: string) => stateFromQuery(query, STORY);
const viewIn = (query: string) => read(query).view;
const write = (view: View | null, rest: {knownDayMs?: number; bothDayMs?: number; filter?: string} = {}) =>
  queryFromState({view, knownDayMs: null, filter: '', ...rest});
const writeBetween = (from: string, to: string) => write({fromMs: utc(from), toMs: utc(to)});

describe('stateFromQuery(search, story)', () => {
  test('shows the whole story where nothing is asked', () => {
    expect(read('')).toEqual({view: null, knownDayMs: null, bothDayMs: null, filter: ''});
  });

  test('reads the day that is compared, unless the address asks for one as it was known', () => {
    const dayMs = utc('2014-12-18');
    expect(read('?both=2014-12-18T15:00')).toEqual({view: null, knownDayMs: null, bothDayMs: dayMs, filter: ''});
    expect(read('?both=2014-12-18&known=2014-12-20')).toMatchObject({knownDayMs: utc('2014-12-20'), bothDayMs: null});
    expect(read('?both=soon')).toMatchObject({knownDayMs: null, bothDayMs: null});
    expect(stateFromQuery('?both=2014-12-20', STORY, dayMs), 'on the page of a day').toMatchObject({
      knownDayMs: null,
      bothDayMs: utc('2014-12-20'),
    });
  });

  test('reads days', () => {
    expect(viewIn('?from=2014-12-16&to=2014-12-26')).toEqual({fromMs: utc('2014-12-16'), toMs: utc('2014-12-26')});
  });

  test('reads date-times to the minute and to the second, on the story’s own clock', () => {
    expect(viewIn('?from=2014-12-17T13:05&to=2014-12-18T01:00:30')).toEqual({
      fromMs: utc('2014-12-17T13:05'),
      toMs: utc('2014-12-18T01:00:30'),
    });
    expect(viewIn('?from=2014-12-17T13:05:00.250&to=2014-12-17T24:00')).toEqual({fromMs: utc('2014-12-17T13:05'), toMs: utc('2014-12-18')});
  });

  test('brings Z and offsets onto the story’s clock, eight hours behind UTC in winter and seven in summer', () => {
    const ends = (text: string) => viewIn(`?from=${text}&to=2015-02-09`)?.fromMs;
    expect(ends('2014-12-17T16:00:00Z')).toBe(utc('2014-12-17T08:00'));
    expect(ends('2014-12-17T16:00z')).toBe(utc('2014-12-17T08:00'));
    expect(ends('2014-12-18T01:00%2B09:00')).toBe(utc('2014-12-17T08:00'));
    expect(ends('2014-12-18T01:00+09:00'), 'a plus sign in a query is a space').toBe(utc('2014-12-17T08:00'));
    expect(ends('2014-12-18T01:00+0900')).toBe(utc('2014-12-17T08:00'));
    expect(ends('2014-12-18T01:00+09')).toBe(utc('2014-12-17T08:00'));
    expect(ends('2014-12-17T12:30-03:30')).toBe(utc('2014-12-17T08:00'));
    expect(ends('2014-12-17T16:00%2B23:59')).toBe(utc('2014-12-16T08:01'));
    expect(stateFromQuery('?from=2014-07-01T16:00Z', {...STORY, extent: {fromMs: 0, toMs: utc('2015-01-01')}}).view?.fromMs).toBe(
      utc('2014-07-01T09:00'),
    );
  });

  test('shows from `from` to the story’s end, and from its beginning to `to`', () => {
    expect(viewIn('?from=2014-12-16')).toEqual({fromMs: utc('2014-12-16'), toMs: STORY.extent.toMs});
    expect(viewIn('?to=2014-12-16')).toEqual({fromMs: STORY.extent.fromMs, toMs: utc('2014-12-16')});
    expect(viewIn('?from=2014-12-16&to=soon')).toEqual({fromMs: utc('2014-12-16'), toMs: STORY.extent.toMs});
  });

  test.each([
    'from=yesterday&to=2014-13-45',
    'from=2014-11-31',
    'from=2014-12-17T25:00',
    'from=2014-12-17T24:01',
    'from=2014-12-17T10:60',
    'from=2014-12-17T10:00:60',
    'from=2014-12-17T10',
    'from=2014-12-17T',
    'from=2014-12-17Z',
    'from=2014-12-17T10:00%2B24:00',
    'from=2014-12-17T10:00%2B09:60',
    'from=2014-12-17T10:00UTC',
    'from=17.12.2014',
    'from=2014-12',
    'from=2014',
    'from=',
    'from=2014-12-17%00',
    'from=2014-12-26&to=2014-12-16',
    'from=2014-12-16&to=2014-12-16',
    'from=2016-01-01',
    'to=2014-01-01',
  ])('ignores %s', (query) => {
    expect(viewIn(`?${query}`)).toBeNull();
  });

  test('reads the day of Known then, in the story’s zone', () => {
    expect(read('?known=2014-12-18').knownDayMs).toBe(utc('2014-12-18'));
    expect(read('?known=2014-12-18T05:00Z').knownDayMs).toBe(utc('2014-12-17'));
    expect(read('?known=soon').knownDayMs).toBeNull();
  });

  test('keeps what search and filters ask, and nothing else', () => {
    expect(read('?q=a%20b%26c&lanes=sony,attackers&utm_source=x&who=').filter).toBe('lanes=sony,attackers&q=a%20b%26c');
  });
});

describe('queryFromState(state)', () => {
  test('writes the day that is compared, in place of the day of Known then', () => {
    expect(write(null, {bothDayMs: utc('2014-12-18'), filter: 'q=x'})).toBe('?both=2014-12-18&q=x');
    expect(queryFromState({view: null, knownDayMs: null, bothDayMs: utc('2014-12-18'), filter: ''}, utc('2014-12-20'))).toBe(
      '?both=2014-12-18',
    );
  });

  test('says nothing of what a first visit shows', () => {
    expect(write(null)).toBe('');
  });

  test('writes whole days as days, whatever the length', () => {
    expect(writeBetween('2014-12-16', '2014-12-26')).toBe('?from=2014-12-16&to=2014-12-26');
    expect(writeBetween('2014-12-16', '2014-12-17')).toBe('?from=2014-12-16&to=2014-12-17');
  });

  test('writes minutes for weeks, hours for months, days for years, and seconds below a day', () => {
    expect(writeBetween('2014-12-16T10:20:31', '2014-12-26T23:59:40')).toBe('?from=2014-12-16T10:21&to=2014-12-27');
    expect(writeBetween('2014-12-16T10:29', '2015-02-28T23:31')).toBe('?from=2014-12-16T10:00&to=2015-03-01');
    expect(writeBetween('2010-12-16T10:29', '2014-12-16T12:31')).toBe('?from=2010-12-16&to=2014-12-17');
    expect(writeBetween('2014-12-16T10:20:31', '2014-12-16T22:20:00')).toBe('?from=2014-12-16T10:20:31&to=2014-12-16T22:20');
  });

  test('writes years before the common era', () => {
    const view = {fromMs: new Date(0).setUTCFullYear(-239, 4, 1), toMs: new Date(0).setUTCFullYear(-228, 4, 1)};
    expect(write(view)).toBe('?from=-0239-05-01&to=-0228-05-01');
    expect(stateFromQuery(write(view), {...STORY, extent: view}).view).toEqual(view);
  });

  test('puts the day of Known then and the filter behind', () => {
    expect(write({fromMs: utc('2014-12-16'), toMs: utc('2014-12-26')}, {knownDayMs: utc('2014-12-18'), filter: 'lanes=sony'})).toBe(
      '?from=2014-12-16&to=2014-12-26&known=2014-12-18&lanes=sony',
    );
    expect(write(null, {knownDayMs: utc('2014-12-18')})).toBe('?known=2014-12-18');
  });

  test('writes minutes in a view longer than a day', () => {
    // 1440 minutes are a day: in a longer view a minute is less than a pixel.
    expect(writeBetween('2014-12-16T10:20:31', '2014-12-17T10:20:31')).toBe('?from=2014-12-16T10:20:31&to=2014-12-17T10:20:31');
    expect(writeBetween('2014-12-16T10:20:31', '2014-12-17T10:20:32')).toBe('?from=2014-12-16T10:21&to=2014-12-17T10:21');
  });

  test('gives any window back to less than half a pixel at 1440 px', () => {
    const someView = fc.tuple(
      fc.double({min: utc('1914-01-01'), max: utc('2030-01-01'), noNaN: true}),
      fc.double({min: Math.log(HOUR_MS / 4), max: Math.log(40_000 * DAY_MS), noNaN: true}),
    );
    checkProperty(
      fc.property(someView, ([fromMs, logMs]) => {
        const lengthMs = Math.exp(logMs);
        const view = {fromMs, toMs: fromMs + lengthMs};
        const back = stateFromQuery(write(view), {...STORY, extent: {fromMs: -Infinity, toMs: Infinity}}).view!;
        const halfPx = Math.max(lengthMs / 1440 / 2, 501);
        expect(Math.abs(back.fromMs - fromMs)).toBeLessThan(halfPx);
        expect(Math.abs(back.toMs - view.toMs)).toBeLessThan(halfPx);
      }),
      {runs: PROPERTY_RUNS * 5},
    );
  });
});

describe('viewInAddress(view)', () => {
  test('is the view as its address gives it back', () => {
    const view = {fromMs: utc('2014-12-16T10:20:31'), toMs: utc('2014-12-26T23:59:40')};
    expect(viewInAddress(view)).toEqual({fromMs: utc('2014-12-16T10:21'), toMs: utc('2014-12-27')});
    expect(viewIn(write(view))).toEqual(viewInAddress(view));
    const hours = {fromMs: utc('2014-12-16T10:20:31.400'), toMs: utc('2014-12-16T22:20:31.600')};
    expect(viewInAddress(hours)).toEqual({fromMs: utc('2014-12-16T10:20:31'), toMs: utc('2014-12-16T22:20:32')});
  });
});
