import {describe, expect, test} from 'vitest';
import {knownInWords, viewInWords} from '../../../src/timeline/interaction/speech.ts';
import {asKnownNow, asKnownOn} from '../../../src/timeline/model/known.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

/** Days of January 1970; sources disagree on the second from its third day on. */
const on = (id: string, day: number, over = {}) =>
  anEvent({id, span: {kind: 'day', dayMs: (day - 1) * DAY_MS}, knownMs: (day - 1) * DAY_MS, ...over});
const TIMELINE = aTimeline([on('a', 2, {positionsKnownMs: [[DAY_MS, 2 * DAY_MS]]}), on('b', 5), on('c', 9)], 20);
const view = (fromDay: number, toDay: number) => ({fromMs: (fromDay - 1) * DAY_MS, toMs: (toDay - 1) * DAY_MS});

describe('viewInWords(timeline, view, known)', () => {
  const now = asKnownNow(TIMELINE);

  test('says the first day, the last, and how many events there are between them', () => {
    expect(viewInWords(TIMELINE, view(4, 8), now)).toBe('Sun 4 Jan 1970 to Wed 7 Jan 1970: 1 event.');
    expect(viewInWords(TIMELINE, view(11, 13), now)).toBe('Sun 11 Jan 1970 to Mon 12 Jan 1970: 0 events.');
  });

  test('says on how many of them sources disagree', () => {
    expect(viewInWords(TIMELINE, view(1, 20), now)).toBe('Thu 1 Jan 1970 to Mon 19 Jan 1970: 3 events, sources disagree on 1.');
  });

  test('counts an instant at the very beginning of the view, and not at its end', () => {
    const instant = {...TIMELINE, events: [anEvent({span: {kind: 'moment', atMs: 5 * DAY_MS}, knownMs: 5 * DAY_MS})]};
    const count = (fromDay: number, toDay: number) => viewInWords(instant, view(fromDay, toDay), asKnownNow(instant)).split(': ')[1];
    expect([count(6, 7), count(5, 6), count(7, 8), count(4, 5)]).toEqual(['1 event.', '0 events.', '0 events.', '0 events.']);
  });

  test('counts a day only where some of it is in the view', () => {
    const fifth = {...TIMELINE, events: [anEvent({span: {kind: 'day', dayMs: 4 * DAY_MS}, knownMs: 4 * DAY_MS})]};
    const count = (fromDay: number, toDay: number) => viewInWords(fifth, view(fromDay, toDay), asKnownNow(fifth)).split(': ')[1];
    expect([count(5, 6), count(6, 8), count(3, 5)]).toEqual(['1 event.', '0 events.', '0 events.']);
  });

  test('says in Known then how many of them were known', () => {
    expect(viewInWords(TIMELINE, view(1, 20), asKnownOn(TIMELINE, 4 * DAY_MS))).toBe(
      'Thu 1 Jan 1970 to Mon 19 Jan 1970: 2 of 3 events known, sources disagree on 1.',
    );
    expect(viewInWords(TIMELINE, view(1, 20), asKnownOn(TIMELINE, DAY_MS))).toBe('Thu 1 Jan 1970 to Mon 19 Jan 1970: 1 of 3 events known.');
  });
});

test('knownInWords(timeline, known, playheadMs) says how many events the public knew on the playhead’s day', () => {
  expect(knownInWords(TIMELINE, asKnownOn(TIMELINE, 4 * DAY_MS), 4.5 * DAY_MS)).toBe('Mon 5 Jan 1970: 2 of 3 events on the line known.');
});
