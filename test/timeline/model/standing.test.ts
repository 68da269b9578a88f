import {describe, expect, test} from 'vitest';
import type {Span} from '../../../src/timeline/model/span.ts';
import {happenedDayMs, standingOn} from '../../../src/timeline/model/standing.ts';
import {DAY_MS, HOUR_MS} from '../../../src/timeline/model/time.ts';

describe('standingOn(clocks, dayMs)', () => {
  const on = (knownDay: number, happenedDay: number | null, day: number) =>
    standingOn({knownMs: knownDay * DAY_MS, happenedMs: happenedDay === null ? null : happenedDay * DAY_MS}, day * DAY_MS);

  test('is coming, then secret once it has happened, then known', () => {
    expect([1, 2, 3, 4, 5].map((day) => on(4, 2, day))).toEqual(['coming', 'secret', 'secret', 'known', 'known']);
  });

  test('is known at once where it was public before or on its day', () => {
    expect([on(2, 2, 2), on(2, 5, 2), on(2, 2, 1)]).toEqual(['known', 'known', 'coming']);
  });

  test('is never secret where its day is not known', () => {
    expect([on(4, null, 3), on(4, null, 4)]).toEqual(['coming', 'known']);
  });
});

describe('happenedDayMs(span)', () => {
  test('is the day by which it had happened, or begun', () => {
    const spans: Span[] = [
      {kind: 'moment', atMs: 3 * DAY_MS + 23 * HOUR_MS},
      {kind: 'day', dayMs: 3 * DAY_MS},
      {kind: 'within', fromMs: DAY_MS, toMs: 4 * DAY_MS, soft: false},
      {kind: 'by', toMs: 4 * DAY_MS},
      {kind: 'stretch', fromMs: 3 * DAY_MS, toMs: 9 * DAY_MS, softStart: false, softEnd: false},
    ];
    expect(spans.map(happenedDayMs)).toEqual(spans.map(() => 3 * DAY_MS));
    expect(happenedDayMs({kind: 'since', fromMs: 3 * DAY_MS})).toBeNull();
  });
});
