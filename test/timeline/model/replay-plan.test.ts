import {describe, expect, test} from 'vitest';
import type {ReplayEntry} from '../../../src/schema/content.ts';
import {edtfFromText} from '../../../src/schema/dates.ts';
import {replayPlanOf} from '../../../src/timeline/model/replay-plan.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {TimelineEvent} from '../../../src/timeline/model/timeline.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const december = (day: number) => Date.UTC(2014, 11, day);
const landmark = (id: string, day: number, over: Partial<TimelineEvent> = {}) =>
  anEvent({id, label: `Label of ${id}`, importance: 1, knownMs: day * DAY_MS, ...over});

const REPLAY: ReplayEntry = {
  label: 'Replay',
  date: edtfFromText('2014-12-17/2014-12-20'),
  closing: '',
  counters: [],
  captions: [
    {day: edtfFromText('2014-12-17'), event: 'a', caption: 'First.', line: 'And so on.'},
    {day: edtfFromText('2014-12-19'), event: null, caption: 'Second.', line: ''},
  ],
};

describe('replayPlanOf(story, timeline)', () => {
  test('stops at every day of the replay, with the story’s own captions', () => {
    expect(replayPlanOf({replay: REPLAY}, aTimeline([], 10))).toEqual({
      days: [december(17), december(18), december(19), december(20)],
      captions: [
        {dayMs: december(17), event: 'a', caption: 'First.', line: 'And so on.'},
        {dayMs: december(19), event: null, caption: 'Second.', line: ''},
      ],
    });
  });

  test('goes from caption to caption where the days are too many to be side by side', () => {
    const long = {...REPLAY, date: edtfFromText('2014-12-01/2014-12-31')};
    expect(replayPlanOf({replay: long}, aTimeline([], 10)).days).toEqual([december(17), december(19)]);
  });

  test('goes from caption to caption in a story of years', () => {
    expect(replayPlanOf({replay: REPLAY}, aTimeline([], 4000)).days).toEqual([december(17), december(19)]);
  });

  test('shows the landmarks of a story without a replay, on the days they became public', () => {
    const timeline = aTimeline([landmark('a', 5), landmark('b', 3), anEvent({id: 'c', importance: 2, knownMs: DAY_MS})], 10);
    const {days, captions} = replayPlanOf({replay: null}, timeline);
    expect(captions).toEqual([
      {dayMs: 3 * DAY_MS, event: 'b', caption: 'Label of b', line: ''},
      {dayMs: 5 * DAY_MS, event: 'a', caption: 'Label of a', line: ''},
    ]);
    expect(days).toEqual([3 * DAY_MS, 4 * DAY_MS, 5 * DAY_MS]);
  });

  test('shows the turning points alone where the landmarks are more than twelve, and twelve of those at most', () => {
    const some = (count: number, isTurningPoint: boolean) =>
      Array.from({length: count}, (_, i) => landmark(`${isTurningPoint ? 't' : 'l'}${i}`, i, {isTurningPoint}));
    const shown = (events: readonly TimelineEvent[]) =>
      replayPlanOf({replay: null}, aTimeline(events, 60)).captions.map(({event}) => event);
    expect(shown([...some(11, false), ...some(2, true)])).toEqual(['t0', 't1']);
    expect(shown(some(40, false))).toHaveLength(12);
    expect(shown(some(40, false)).at(0)).toBe('l0');
    expect(shown(some(40, false)).at(-1)).toBe('l39');
  });

  test('has nothing to show where nothing stands out', () => {
    expect(replayPlanOf({replay: null}, aTimeline([anEvent()], 10))).toEqual({days: [], captions: []});
  });
});
