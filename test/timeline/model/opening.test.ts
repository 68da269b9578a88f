import {describe, expect, test} from 'vitest';
import {edtfFromText} from '../../../src/schema/dates.ts';
import {isOpeningView, openingOf, openingView} from '../../../src/timeline/model/opening.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const december = (day: number) => Date.UTC(2014, 11, day);

/** A story of ten days in which one event becomes public on each of these. */
const newsOn = (...days: readonly number[]) =>
  aTimeline(
    days.map((day, i) => anEvent({id: `e${i}`, knownMs: day * DAY_MS})),
    10,
  );

describe('openingOf(story, timeline)', () => {
  const opening = {
    window: edtfFromText('2014-12-14/2014-12-26'),
    compactWindow: edtfFromText('2014-12-16/2014-12-25'),
    playhead: edtfFromText('2014-12-17'),
    day: edtfFromText('2014-12-18'),
  };

  test('has whole days of the windows, the noon of the day that is marked, and the day that is asked about', () => {
    expect(openingOf({opening}, aTimeline([], 10))).toEqual({
      view: {fromMs: december(14), toMs: december(27)},
      compactView: {fromMs: december(16), toMs: december(26)},
      playheadMs: december(17) + DAY_MS / 2,
      dayMs: december(18),
    });
  });

  test('marks the last day of the story and asks about that with the most news, where none is named', () => {
    const timeline = newsOn(1, 2, 2, 3);
    expect(openingOf({opening: {...opening, playhead: null, day: null}}, timeline)).toMatchObject({
      playheadMs: DAY_MS / 2,
      dayMs: 2 * DAY_MS,
    });
  });

  test('is the whole story in one without an opening', () => {
    const timeline = newsOn(1, 2, 2, 3);
    const {extent} = timeline;
    expect(openingOf({opening: null}, timeline)).toEqual({
      view: extent,
      compactView: extent,
      playheadMs: DAY_MS / 2,
      dayMs: 2 * DAY_MS,
    });
  });

  test('asks about the first of several days with as much news', () => {
    expect(newsOn(1, 2, 3).opening.dayMs).toBe(DAY_MS);
  });

  test('asks nothing where everything became public on one day: nothing came later', () => {
    expect(newsOn(1, 1).opening.dayMs).toBeNull();
    expect(newsOn().opening.dayMs).toBeNull();
    expect(newsOn(1, 2, 2).opening.dayMs).toBe(DAY_MS);
  });
});

describe('openingView(timeline, isCompact) and isOpeningView(timeline, view)', () => {
  const [wide, compact, other] = [4, 3, 2].map((toMs) => ({fromMs: 1, toMs}));
  const timeline = {opening: {view: wide!, compactView: compact!, playheadMs: 2, dayMs: null}};

  test('a phone has a window of its own', () => {
    expect(openingView(timeline, false)).toBe(wide);
    expect(openingView(timeline, true)).toBe(compact);
  });

  test('both are what a first visit shows', () => {
    expect([wide!, compact!, other!].map((view) => isOpeningView(timeline, {...view}))).toEqual([true, true, false]);
  });
});
