import {describe, expect, test} from 'vitest';
import {arrangeEvents} from '../../../src/timeline/layout/arrange.ts';
import {measureByTable} from '../../../src/timeline/layout/letter-widths.ts';
import {placeEvents} from '../../../src/timeline/layout/place.ts';
import {compactSize, wideSize} from '../../../src/timeline/layout/size.ts';
import type {StageSize} from '../../../src/timeline/layout/size.ts';
import {asKnownNow} from '../../../src/timeline/model/known.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {Timeline} from '../../../src/timeline/model/timeline.ts';
import {edgeShapes, laneEdgeShapes} from '../../../src/timeline/render/edges.ts';
import type {Scene} from '../../../src/timeline/render/scene.ts';
import type {Shape} from '../../../src/timeline/render/shape.ts';
import type {Outside} from '../../../src/timeline/layout/outside.ts';
import type {Placement} from '../../../src/timeline/layout/place.ts';
import {linesOf} from '../drawing.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const onDay = (id: string, day: number, over = {}) =>
  anEvent({id, span: {kind: 'day', dayMs: day * DAY_MS}, label: `${id} at length`, short: id, ...over});
const TIMELINE = aTimeline(
  [
    onDay('first', 1, {importance: 1}),
    onDay('second', 2),
    onDay('here', 10),
    onDay('later', 15, {lane: 1}),
    onDay('last', 18, {importance: 1}),
  ],
  20,
  [2, 1],
);

/** Days 8 to 12. */
function drawn(over: Partial<Scene> = {}, size: StageSize = wideSize(1000), timeline: Timeline = TIMELINE) {
  const view = {fromMs: 8 * DAY_MS, toMs: 12 * DAY_MS};
  const arrangement = arrangeEvents(timeline, view, size);
  const scene: Scene = {...asKnownNow(timeline), timeline, view, size, arrangement, selectedId: null, playheadMs: 19 * DAY_MS, ...over};
  const placement = placeEvents(timeline, view, size, arrangement);
  return {edges: edgeShapes(scene, placement), lanes: laneEdgeShapes(scene, placement)};
}

const wordsOf = ({children}: Shape) => children!.filter(({tag}) => tag === 'text').map(({key, text, attributes: {x}}) => [key, text, x]);

describe('edgeShapes(scene, placement)', () => {
  test('count what lies before and after, with the nearest landmark’s name', () => {
    const {shapes, taken} = drawn().edges;
    const earlierPx = measureByTable('2 earlier', 12, 600);
    const laterPx = measureByTable('2 later', 12, 600);
    const lastPx = measureByTable('last', 12, 450);
    const percent = (px: number) => `${Math.round(px * 100) / 1000}%`;
    expect(shapes.map(({key, attributes}) => [key, attributes['class'], attributes['href'], attributes['data-edge']])).toEqual([
      ['edge-earlier', 'edge-link', '#first', 'earlier'],
      ['edge-later', 'edge-link', '#last', 'later'],
    ]);
    // An arrow of 6 between 1 and 4, the count, 8 and the name; mirrored on the right.
    expect(wordsOf(shapes[0]!)).toEqual([
      ['count', '2 earlier ', '1.1%'],
      ['name', 'first', percent(11 + earlierPx + 8)],
    ]);
    expect(wordsOf(shapes[1]!)).toEqual([
      ['count', '2 later ', percent(1000 - 11 - laterPx)],
      ['name', 'last', percent(1000 - 11 - laterPx - 8 - lastPx)],
    ]);
    expect(taken.map(({fromPx, toPx}) => [Math.round(fromPx), Math.round(toPx)])).toEqual([
      [0, Math.round(11 + earlierPx + 8 + measureByTable('first', 12, 450))],
      [Math.round(1000 - 11 - laterPx - 8 - lastPx), 1000],
    ]);
  });

  test('are links 24 high whose names say where they lead', () => {
    const [earlier] = drawn().edges.shapes;
    expect(earlier!.attributes).toMatchObject({
      transform: 'translate(0 11)',
      tabindex: -1,
      'aria-label': '2 earlier: first. Show this landmark.',
    });
    expect(earlier!.children!.find(({key}) => key === 'hit')!.attributes).toMatchObject({x: '0%', y: -10, height: 24});
  });

  test('leave out the names where they would meet, and on a phone', () => {
    const counts = [['2 earlier'], ['2 later']];
    const texts = (size: StageSize) => drawn({}, size).edges.shapes.map((shape) => wordsOf(shape).map(([, text]) => text));
    expect(texts(compactSize(340))).toEqual(counts);
    expect(texts(wideSize(150))).toEqual(counts);
    expect(texts(wideSize(400))).toEqual([
      ['2 earlier ', 'first'],
      ['2 later ', 'last'],
    ]);
  });

  test('do not name a landmark that is not public', () => {
    const {shapes} = drawn({standingOf: (id) => (id === 'last' ? 'coming' : 'known')}).edges;
    expect(wordsOf(shapes[1]!).map(([, text]) => text)).toEqual(['2 later']);
    expect(shapes[1]!.attributes['aria-label']).not.toContain('last');
  });

  test('are none where nothing lies beyond', () => {
    expect(drawn({}, wideSize(1000), aTimeline([onDay('here', 10)], 20)).edges).toEqual({shapes: [], taken: []});
  });
});

describe('laneEdgeShapes(scene, placement)', () => {
  test('say in a lane with nothing in the window what lies on its sides, on its first row', () => {
    const {lanes} = drawn();
    expect(lanes.map(({key, attributes}) => [key, attributes['data-edge'], attributes['data-lane-edge']])).toEqual([
      ['lane-later-1', 'later', 1],
    ]);
    expect(wordsOf(lanes[0]!)).toEqual([['count', '1 later, from 16 Jan', expect.any(String)]]);
  });

  test('name no day on a phone, nor in Known then', () => {
    expect(wordsOf(drawn({}, compactSize(340)).lanes[0]!)[0]![1]).toBe('1 later');
    expect(wordsOf(drawn({isKnownThen: true}).lanes[0]!)[0]![1]).toBe('1 later');
  });
});

describe('a drawing of the edges', () => {
  const [FIRST, , , , LAST] = TIMELINE.events;
  const NOTHING = {count: 0, landmark: null, nearestMs: null};
  const BANDS = {
    lanes: [
      {topPx: 57, heightPx: 50, rows: 2},
      {topPx: 107, heightPx: 26, rows: 1},
    ],
    footPx: 133,
    measureTopsPx: [],
    heightPx: 133,
  };

  function scene(over: Partial<Scene> = {}, size = wideSize(1000)): Scene {
    return {...asKnownNow(TIMELINE), timeline: TIMELINE, size, ...over} as Scene;
  }

  function placement(outside: Partial<Outside>, rows = 1): Placement {
    const laneSides = TIMELINE.lanes.map(() => ({here: 1, earlier: NOTHING, later: NOTHING}));
    const lanes = [BANDS.lanes[0]!, {...BANDS.lanes[1]!, rows}];
    return {bands: {...BANDS, lanes}, outside: {here: 1, earlier: NOTHING, later: NOTHING, laneSides, ...outside}} as unknown as Placement;
  }

  const BOTH = {earlier: {count: 2, landmark: FIRST!, nearestMs: 2 * DAY_MS}, later: {count: 2, landmark: LAST!, nearestMs: 15 * DAY_MS}};
  const edges = (outside: Partial<Outside>, over: Partial<Scene> = {}, size?: StageSize) =>
    edgeShapes(scene(over, size), placement(outside));

  // In the ruler's 12 px "2 earlier" is 39.852 wide, "2 later" 30.552, "first" 18.024 and "last" 17.172.
  test('has an arrow, the count and the name from each edge inwards, under one target', () => {
    const {shapes, taken} = edges(BOTH);
    expect(linesOf(shapes)).toEqual([
      'edge-earlier a transform=translate(0 11) class=edge-link href=#first data-edge=earlier aria-label=2 earlier: first. ' +
        'Show this landmark. tabindex=-1',
      '  hit rect class=hit x=0% width=7.688% y=-10 height=24',
      '  arrow svg x=0.1% y=-4 overflow=visible aria-hidden=true',
      '    path path class=arrow d=M0 0L6 -4.5V4.5z',
      '  count text class=words is-strong x=1.1% y=0 aria-hidden=true “2 earlier ”',
      '  name text class=words x=5.885% y=0 aria-hidden=true “first”',
      'edge-later a transform=translate(0 11) class=edge-link href=#last data-edge=later aria-label=2 later: last. ' +
        'Show this landmark. tabindex=-1',
      '  hit rect class=hit x=93.328% width=6.672% y=-10 height=24',
      '  arrow svg x=99.9% y=-4 overflow=visible aria-hidden=true',
      '    path path class=arrow d=M0 0L-6 -4.5V4.5z',
      '  count text class=words is-strong x=95.845% y=0 aria-hidden=true “2 later ”',
      '  name text class=words x=93.328% y=0 aria-hidden=true “last”',
    ]);
    // 11 + 39.852 + 8 + 18.024, and 11 + 30.552 + 8 + 17.172 from the right.
    expect(taken[0]!.fromPx).toBe(0);
    expect(taken[0]!.toPx).toBeCloseTo(76.876, 6);
    expect(taken[1]!.fromPx).toBeCloseTo(1000 - 66.724, 6);
    expect(taken[1]!.toPx).toBeCloseTo(1000, 6);
  });

  test('is as narrow as the counts without names, which are left out on a phone but not for those who listen', () => {
    const {shapes, taken} = edges(BOTH, {}, compactSize(1000));
    expect(linesOf(shapes)).toEqual([
      'edge-earlier a transform=translate(0 10) class=edge-link href=#first data-edge=earlier aria-label=2 earlier. ' +
        'Nearest landmark: first at length. Show it. tabindex=-1',
      '  hit rect class=hit x=0% width=5.085% y=-10 height=24',
      '  arrow svg x=0.1% y=-4 overflow=visible aria-hidden=true',
      '    path path class=arrow d=M0 0L6 -4.5V4.5z',
      '  count text class=words is-strong x=1.1% y=0 aria-hidden=true “2 earlier”',
      'edge-later a transform=translate(0 10) class=edge-link href=#last data-edge=later aria-label=2 later. ' +
        'Nearest landmark: last at length. Show it. tabindex=-1',
      '  hit rect class=hit x=95.845% width=4.155% y=-10 height=24',
      '  arrow svg x=99.9% y=-4 overflow=visible aria-hidden=true',
      '    path path class=arrow d=M0 0L-6 -4.5V4.5z',
      '  count text class=words is-strong x=95.845% y=0 aria-hidden=true “2 later”',
    ]);
    expect(taken.map(({fromPx, toPx}) => Math.round(toPx - fromPx))).toEqual([51, 42]);
  });

  test('keeps the names of both sides 40 px apart', () => {
    // 76.876 and 66.724 of words leave 40 px in 183.6.
    const hasNames = (widthPx: number) =>
      linesOf(edges(BOTH, {}, wideSize(widthPx)).shapes).filter((line) => line.startsWith('  name')).length;
    expect([hasNames(183), hasNames(184)]).toEqual([0, 2]);
  });

  test('gives one side all the width where there is nothing on the other', () => {
    const {shapes, taken} = edges({earlier: BOTH.earlier}, {}, wideSize(118));
    expect(shapes.map(({key}) => key)).toEqual(['edge-earlier']);
    expect(linesOf(shapes).some((line) => line.includes('“first”'))).toBe(true);
    expect(taken).toHaveLength(1);
  });

  test('has a name on one side only where the other has none that may be said', () => {
    const {shapes} = edges(BOTH, {standingOf: (id) => (id === 'first' ? 'secret' : 'known')});
    expect(linesOf(shapes).filter((line) => !/hit|arrow|path/.test(line))).toEqual([
      'edge-earlier a transform=translate(0 11) class=edge-link href=#first data-edge=earlier aria-label=2 earlier. ' +
        'Show the nearest. tabindex=-1',
      '  count text class=words is-strong x=1.1% y=0 aria-hidden=true “2 earlier”',
      'edge-later a transform=translate(0 11) class=edge-link href=#last data-edge=later aria-label=2 later: last. ' +
        'Show this landmark. tabindex=-1',
      '  count text class=words is-strong x=95.845% y=0 aria-hidden=true “2 later ”',
      '  name text class=words x=93.328% y=0 aria-hidden=true “last”',
    ]);
    expect(linesOf(shapes)[1]).toBe('  hit rect class=hit x=0% width=5.085% y=-10 height=24');
  });

  test('leads nowhere by itself where no landmark lies on that side', () => {
    const {shapes} = edges({later: {count: 1, landmark: null, nearestMs: 15 * DAY_MS}}, {hrefOf: (id) => `/story/#${id}`});
    expect(shapes.map(({attributes}) => [attributes['href'], attributes['aria-label']])).toEqual([['#', '1 later. Show the nearest.']]);
  });

  test('leads to the landmark’s entry where the stage says that is', () => {
    expect(edges(BOTH, {hrefOf: (id) => `/story/#${id}`}).shapes.map(({attributes}) => attributes['href'])).toEqual([
      '/story/#first',
      '/story/#last',
    ]);
  });

  const ONE_EARLIER = {count: 1, landmark: null, nearestMs: 2 * DAY_MS};
  const THREE_LATER = {count: 3, landmark: null, nearestMs: 15 * DAY_MS};
  const sidesOf = (lane: Outside['laneSides'][number]) => ({laneSides: [{here: 1, earlier: ONE_EARLIER, later: THREE_LATER}, lane]});
  const EMPTY_LANE = {here: 0, earlier: ONE_EARLIER, later: THREE_LATER};
  const laneEdges = (lane: Outside['laneSides'][number], over: Partial<Scene> = {}, size?: StageSize, rows?: number) =>
    linesOf(laneEdgeShapes(scene(over, size), placement(sidesOf(lane), rows)));

  test('has in an empty lane both counts in the middle of its first row, with the day of what comes next', () => {
    // The lane begins at 107 and its row is 24 high. "1 earlier" is 38.532 px wide, "3 later, from 16 Jan" 91.596.
    expect(laneEdges(EMPTY_LANE)).toEqual([
      'lane-earlier-1 a transform=translate(0 119) class=edge-link is-lane href=#stage data-edge=earlier data-lane-edge=1 ' +
        'aria-label=Lane 1: 1 earlier. Show the nearest. tabindex=-1',
      '  hit rect class=hit x=0% width=4.953% y=-12 height=24',
      '  arrow svg x=0.1% y=0 overflow=visible aria-hidden=true',
      '    path path class=arrow d=M0 0L6 -4.5V4.5z',
      '  count text class=words x=1.1% y=4.5 aria-hidden=true “1 earlier”',
      'lane-later-1 a transform=translate(0 119) class=edge-link is-lane href=#stage data-edge=later data-lane-edge=1 ' +
        'aria-label=Lane 1: 3 later, from 16 Jan. Show the nearest. tabindex=-1',
      '  hit rect class=hit x=89.74% width=10.26% y=-12 height=24',
      '  arrow svg x=99.9% y=0 overflow=visible aria-hidden=true',
      '    path path class=arrow d=M0 0L-6 -4.5V4.5z',
      '  count text class=words x=89.74% y=4.5 aria-hidden=true “3 later, from 16 Jan”',
    ]);
  });

  test('has nothing in a lane with events in the window, nor in one that has no row', () => {
    expect(laneEdges({...EMPTY_LANE, here: 1})).toEqual([]);
    expect(laneEdges(EMPTY_LANE, {}, wideSize(1000), 0)).toEqual([]);
  });

  test('has a link for each side of a lane on which there is something', () => {
    const keys = (lane: Outside['laneSides'][number]) =>
      laneEdges(lane)
        .filter((line) => line.startsWith('lane'))
        .map((line) => line.split(' ')[0]);
    expect(keys({...EMPTY_LANE, earlier: NOTHING})).toEqual(['lane-later-1']);
    expect(keys({...EMPTY_LANE, later: NOTHING})).toEqual(['lane-earlier-1']);
    expect(keys({...EMPTY_LANE, earlier: NOTHING, later: NOTHING})).toEqual([]);
  });

  test('names no day where it may not or cannot', () => {
    const words = (over: Partial<Scene>, size?: StageSize, later = THREE_LATER as Outside['later']) =>
      laneEdges({...EMPTY_LANE, later}, over, size)
        .at(-1)!
        .split('“')[1];
    expect(words({})).toBe('3 later, from 16 Jan”');
    expect(words({isKnownThen: true})).toBe('3 later”');
    expect(words({}, compactSize(1000))).toBe('3 later”');
    expect(words({}, wideSize(1000), {...THREE_LATER, nearestMs: null})).toBe('3 later”');
  });
});
