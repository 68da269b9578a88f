import {describe, expect, test} from 'vitest';
import {wideSize} from '../../../src/timeline/layout/size.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {flagOf, flagShape, piecesBetween, playheadShape} from '../../../src/timeline/render/playhead.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const box = (fromPx: number, toPx: number, topPx: number, bottomPx: number) => ({fromPx, toPx, topPx, bottomPx});

describe('piecesBetween(boxes, xPx, fromPx, toPx)', () => {
  test('is one piece where no words are crossed', () => {
    expect(piecesBetween([box(0, 96, 20, 40), box(104, 200, 20, 40)], 100, 10, 90)).toEqual([[10, 90]]);
  });

  test('stops above words and goes on below them', () => {
    expect(piecesBetween([box(60, 140, 20, 40)], 100, 10, 90)).toEqual([[10, 20], [40, 90]]);
  });

  test('keeps 3 px from words beside it', () => {
    expect(piecesBetween([box(102, 140, 20, 40)], 100, 10, 90)).toEqual([[10, 20], [40, 90]]);
    expect(piecesBetween([box(103, 140, 20, 40)], 100, 10, 90)).toEqual([[10, 90]]);
  });

  test('leaves nothing between words that touch or overlap, in whatever order they come', () => {
    expect(piecesBetween([box(60, 140, 40, 60), box(60, 140, 30, 50), box(60, 140, 60, 70)], 100, 10, 90)).toEqual([[10, 30], [70, 90]]);
  });

  test('starts below words at its top and ends above words at its foot', () => {
    expect(piecesBetween([box(60, 140, 5, 20), box(60, 140, 80, 95)], 100, 10, 90)).toEqual([[20, 80]]);
  });

  test('is nothing where words cover it whole', () => {
    expect(piecesBetween([box(60, 140, 0, 100)], 100, 10, 90)).toEqual([]);
  });
});

describe('flagOf(scene) and playheadShape(key, scene, fromPx, toPx, words)', () => {
  // Two days in 1,000 px: day 10 lies from 0 to 500.
  const size = wideSize(1000);
  const view = {fromMs: 10 * DAY_MS, toMs: 12 * DAY_MS};
  const timeline = aTimeline([anEvent({span: {kind: 'day', dayMs: 10 * DAY_MS}}), anEvent({id: 'b', span: {kind: 'moment', atMs: 11.5 * DAY_MS}})], 20);
  const scene = {timeline, view, size, playheadMs: 10.5 * DAY_MS, isKnownThen: false};
  const linesOf = (over: Partial<typeof scene>) => playheadShape('playhead', {...scene, ...over}, 33, 400, []).children?.map(({attributes}) => attributes['x1']) ?? [];

  test('mark a day whose hour nobody reported as a whole: the flag at its left, no line', () => {
    expect(flagOf(scene)).toMatchObject({xPx: 0, day: {fromPx: 0, toPx: 500}, isSeen: true});
    expect(linesOf({})).toEqual([]);
    const shapes = flagShape(scene, flagOf(scene)).children!;
    expect(shapes[0]!.attributes).toEqual({x1: '0%', x2: '50%', y1: 32, y2: 32});
  });

  test('mark the part of the day that is in the window', () => {
    const later = {...scene, view: {fromMs: 10.8 * DAY_MS, toMs: 12.8 * DAY_MS}};
    expect(flagOf(later).day).toEqual({fromPx: 0, toPx: expect.closeTo(100, 6) as number});
    expect(flagOf({...scene, view: {fromMs: 11 * DAY_MS, toMs: 13 * DAY_MS}}).isSeen).toBe(false);
  });

  test('are over a line at a reported hour, noon or not, at any hour a reader has chosen, in Known then, and where days are narrow', () => {
    expect(flagOf({...scene, playheadMs: 11.5 * DAY_MS}).day).toBeNull();
    expect(linesOf({playheadMs: 11.5 * DAY_MS})).toEqual(['75%']);
    expect(linesOf({playheadMs: 10.25 * DAY_MS})).toEqual(['12.5%']);
    expect(linesOf({isKnownThen: true})).toEqual(['25%']);
    expect(linesOf({view: {fromMs: 5 * DAY_MS, toMs: 15 * DAY_MS}})).toEqual(['55%']);
  });
});
