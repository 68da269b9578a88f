import {describe, expect, test} from 'vitest';
import {replaySteps} from '../../../src/timeline/interaction/play.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const known = (id: string, day: number, importance: 1 | 2 | 3 = 2) => anEvent({id, knownMs: day * DAY_MS, importance});

describe('replaySteps(timeline, fromDayMs)', () => {
  test('goes day by day in a story that counts them, quickly where nothing is new', () => {
    const steps = replaySteps(aTimeline([known('a', 1), known('b', 3, 1)], 80), 0);
    expect(
      steps.map(({dayMs, nextDayMs, durationMs, pauseMs, news}) => [dayMs / DAY_MS, nextDayMs / DAY_MS, durationMs, pauseMs, news.length]),
    ).toEqual([
      [0, 1, 120, 0, 0],
      [1, 2, 600, 0, 1],
      [2, 3, 120, 0, 0],
      [3, 4, 600, 1600, 1],
    ]);
  });

  test('goes from news to news in a story of years', () => {
    const steps = replaySteps(aTimeline([known('a', 400), known('b', 90_000, 1), known('c', 90_000)], 100_000), 0);
    expect(
      steps.map(({dayMs, nextDayMs, durationMs, news}) => [dayMs / DAY_MS, nextDayMs / DAY_MS, durationMs, news.map(({id}) => id)]),
    ).toEqual([
      [0, 400, 600, []],
      [400, 90_000, 600, ['a']],
      [90_000, 90_001, 600, ['b', 'c']],
    ]);
  });

  test('begins with the day it is asked to, whatever its hour, and ends with the last news', () => {
    const days = (fromMs: number) => replaySteps(aTimeline([known('a', 1), known('b', 3)], 80), fromMs).map(({dayMs}) => dayMs / DAY_MS);
    expect(days(1.5 * DAY_MS)).toEqual([1, 2, 3]);
    expect(days(4 * DAY_MS)).toEqual([]);
  });

  test('has the greatest news of a day first, and waits for what matters most alone', () => {
    // What matters less happened first.
    const of = (id: string, day: number, knownDay: number, importance: 1 | 2 | 3) =>
      anEvent({id, span: {kind: 'day', dayMs: day * DAY_MS}, knownMs: knownDay * DAY_MS, importance});
    const events = [of('a', 1, 5, 3), of('b', 3, 5, 1), of('c', 2, 5, 2), of('d', 4, 6, 2), of('e', 1, 6, 3)];
    const steps = replaySteps(aTimeline(events, 80), 5 * DAY_MS);
    expect(steps.map(({news, pauseMs}) => [news.map(({id}) => id).join(''), pauseMs])).toEqual([
      ['bca', 1600],
      ['de', 0],
    ]);
  });

  test('goes from day to day in a story of years, in whatever order its news is listed', () => {
    // What happened first became known last.
    const late = anEvent({id: 'first', span: {kind: 'day', dayMs: 0}, knownMs: 900 * DAY_MS});
    const early = anEvent({id: 'second', span: {kind: 'day', dayMs: 100 * DAY_MS}, knownMs: 100 * DAY_MS});
    expect(replaySteps(aTimeline([late, early], 100_000), 50 * DAY_MS).map(({dayMs}) => dayMs / DAY_MS)).toEqual([50, 100, 900]);
  });
});
