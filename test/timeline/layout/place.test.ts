import {describe, expect, test} from 'vitest';
import type {Arrangement} from '../../../src/timeline/layout/arrange.ts';
import {placeEvents} from '../../../src/timeline/layout/place.ts';
import {wideSize} from '../../../src/timeline/layout/size.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const timeline = aTimeline([anEvent()], 10);
const size = wideSize(1000, 900);

function arrangement(atMs: number): Arrangement {
  const group = {lane: 0, row: null, atMs, members: ['a']};
  return {depth: 1, pxPerDay: 100, marks: [], clusters: [], feet: [group], ghosts: []};
}

function footPx(atMs: number, fromDay = 0, toDay = 10): number | undefined {
  return placeEvents(timeline, {fromMs: fromDay * DAY_MS, toMs: toDay * DAY_MS}, size, arrangement(atMs)).feet[0]?.xPx;
}

describe('placeEvents(timeline, view, size, arrangement)', () => {
  test('puts a sign where its instant is', () => {
    expect(footPx(5 * DAY_MS)).toBe(500);
  });

  test('lets a view’s edge cut a sign where the story goes on', () => {
    expect(footPx(5 * DAY_MS, 5, 10)).toBe(0);
  });

  test('leaves out a sign beyond the view, and counts it', () => {
    const placement = placeEvents(timeline, {fromMs: 5 * DAY_MS, toMs: 10 * DAY_MS}, size, arrangement(2 * DAY_MS));
    expect(placement).toMatchObject({feet: [], earlier: ['a'], later: []});
  });
});
