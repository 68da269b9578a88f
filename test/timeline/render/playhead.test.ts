import {describe, expect, test} from 'vitest';
import {compactSize, wideSize} from '../../../src/timeline/layout/size.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {flagOf, flagShape, piecesBetween, playheadShape} from '../../../src/timeline/render/playhead.ts';
import type {Scene} from '../../../src/timeline/render/scene.ts';
import {linesOf} from '../drawing.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const box = (fromPx: number, toPx: number, topPx: number, bottomPx: number) => ({fromPx, toPx, topPx, bottomPx});

describe('piecesBetween(boxes, xPx, fromPx, toPx)', () => {
  test('is one piece where no words are crossed', () => {
    expect(piecesBetween([box(0, 96, 20, 40), box(104, 200, 20, 40)], 100, 10, 90)).toEqual([[10, 90]]);
  });

  test('stops above words and goes on below them', () => {
    expect(piecesBetween([box(60, 140, 20, 40)], 100, 10, 90)).toEqual([
      [10, 20],
      [40, 90],
    ]);
  });

  test('keeps 3 px from words beside it', () => {
    expect(piecesBetween([box(102, 140, 20, 40)], 100, 10, 90)).toEqual([
      [10, 20],
      [40, 90],
    ]);
    expect(piecesBetween([box(103, 140, 20, 40)], 100, 10, 90)).toEqual([[10, 90]]);
  });

  test('leaves nothing between words that touch or overlap, in whatever order they come', () => {
    expect(piecesBetween([box(60, 140, 40, 60), box(60, 140, 30, 50), box(60, 140, 60, 70)], 100, 10, 90)).toEqual([
      [10, 30],
      [70, 90],
    ]);
  });

  test('starts below words at its top and ends above words at its foot', () => {
    expect(piecesBetween([box(60, 140, 5, 20), box(60, 140, 80, 95)], 100, 10, 90)).toEqual([[20, 80]]);
  });

  test('is nothing where words cover it whole', () => {
    expect(piecesBetween([box(60, 140, 0, 100)], 100, 10, 90)).toEqual([]);
  });

  test('stops only for words that lie between its ends', () => {
    expect(piecesBetween([box(60, 140, 0, 10), box(60, 140, 90, 95)], 100, 10, 90)).toEqual([[10, 90]]);
    expect(piecesBetween([box(60, 140, 0, 11), box(60, 140, 89, 95)], 100, 10, 90)).toEqual([[11, 89]]);
  });

  test('keeps 3 px from words that end before it', () => {
    expect(piecesBetween([box(60, 98, 20, 40)], 100, 10, 90)).toEqual([
      [10, 20],
      [40, 90],
    ]);
    expect(piecesBetween([box(60, 97, 20, 40)], 100, 10, 90)).toEqual([[10, 90]]);
  });
});

/** 50 days from 1 January 1970, 8 px each. */
const TIMELINE = aTimeline([], 50);
const sceneAt = (playheadMs: number, size = wideSize(400)) => ({timeline: TIMELINE, view: TIMELINE.extent, size, playheadMs}) as Scene;
const noonOf = (day: number) => (day - 0.5) * DAY_MS;

describe('flagOf(scene)', () => {
  test('is as wide as its words and 6 px on each side, over the playhead', () => {
    const {words, widthPx, xPx, isSeen} = flagOf(sceneAt(noonOf(26)));
    expect([words, isSeen]).toEqual(['26 Jan', true]);
    // Its letters are 33.192 px wide; noon of the 26th day is at 204 px.
    expect(widthPx).toBeCloseTo(45.192, 6);
    expect(xPx).toBeCloseTo(204 - 22.596, 6);
  });

  test('stays inside the plot', () => {
    expect(flagOf(sceneAt(noonOf(1))).xPx).toBe(0);
    const {xPx, widthPx} = flagOf(sceneAt(noonOf(50)));
    expect(xPx + widthPx).toBeCloseTo(400, 6);
  });

  test('is seen as long as the playhead is not more than 1 px outside', () => {
    const isSeen = (px: number) => flagOf(sceneAt((px / 8) * DAY_MS)).isSeen;
    expect([isSeen(-1.1), isSeen(-1), isSeen(401), isSeen(401.1)]).toEqual([false, true, true, false]);
  });
});

describe('playheadShape(key, scene, fromPx, toPx, words)', () => {
  test('is a line for each piece between the words', () => {
    expect(linesOf([playheadShape('playhead', sceneAt(noonOf(26)), 33, 133, [box(190, 230, 60.004, 80)])])).toEqual([
      'playhead g class=playhead aria-hidden=true',
      '  line-0 line x1=51% x2=51% y1=33 y2=60',
      '  line-1 line x1=51% x2=51% y1=80 y2=133',
    ]);
  });

  test('has no line where the playhead is more than 1 px outside', () => {
    const lines = (px: number) => linesOf([playheadShape('playhead', sceneAt((px / 8) * DAY_MS), 33, 133, [])]).length - 1;
    expect([lines(-1.1), lines(-1), lines(401), lines(401.1)]).toEqual([0, 1, 1, 0]);
  });
});

describe('flagShape(scene, flag)', () => {
  test('is a box 18 high on the ruler’s foot, with its words in the middle', () => {
    const scene = sceneAt(noonOf(26));
    expect(linesOf([flagShape(scene, flagOf(scene))])).toEqual([
      'flag g class=flag aria-hidden=true',
      '  at svg class=at x=45.351% y=15 overflow=visible aria-hidden=true',
      '    box rect width=45.19 height=18',
      '    words text x=22.6 y=13 “26 Jan”',
    ]);
    const phone = sceneAt(noonOf(26), compactSize(400));
    expect(linesOf([flagShape(phone, flagOf(phone))])[1]).toBe('  at svg class=at x=45.351% y=12 overflow=visible aria-hidden=true');
  });

  test('is empty where the playhead is out of sight', () => {
    const scene = sceneAt(noonOf(60));
    expect(linesOf([flagShape(scene, flagOf(scene))])).toEqual(['flag g class=flag aria-hidden=true']);
  });
});

describe('where hours are seen, flagOf(scene) and playheadShape(key, scene, fromPx, toPx, words)', () => {
  // Two days in 1,000 px: day 10 lies from 0 to 500.
  const size = wideSize(1000);
  const view = {fromMs: 10 * DAY_MS, toMs: 12 * DAY_MS};
  const timeline = aTimeline(
    [anEvent({span: {kind: 'day', dayMs: 10 * DAY_MS}}), anEvent({id: 'b', span: {kind: 'moment', atMs: 11.5 * DAY_MS}})],
    20,
  );
  const scene = {timeline, view, size, playheadMs: 10.5 * DAY_MS, isKnownThen: false};
  const linesAt = (over: Partial<typeof scene>) =>
    playheadShape('playhead', {...scene, ...over}, 33, 400, []).children?.map(({attributes}) => attributes['x1']) ?? [];

  test('mark a day whose hour nobody reported as a whole: the flag at its left, no line', () => {
    expect(flagOf(scene)).toMatchObject({xPx: 0, day: {fromPx: 0, toPx: 500}, isSeen: true});
    expect(linesAt({})).toEqual([]);
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
    expect(linesAt({playheadMs: 11.5 * DAY_MS})).toEqual(['75%']);
    expect(linesAt({playheadMs: 10.25 * DAY_MS})).toEqual(['12.5%']);
    expect(linesAt({isKnownThen: true})).toEqual(['25%']);
    expect(linesAt({view: {fromMs: 5 * DAY_MS, toMs: 15 * DAY_MS}})).toEqual(['55%']);
  });
});
