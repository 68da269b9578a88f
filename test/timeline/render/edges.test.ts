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
import {anEvent, aTimeline} from '../some-timeline.ts';

const onDay = (id: string, day: number, over = {}) => anEvent({id, span: {kind: 'day', dayMs: day * DAY_MS}, label: `${id} at length`, short: id, ...over});
const TIMELINE = aTimeline([onDay('first', 1, {importance: 1}), onDay('second', 2), onDay('here', 10), onDay('later', 15, {lane: 1}), onDay('last', 18, {importance: 1})], 20, [2, 1]);

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
    expect(shapes.map(({key, attributes}) => [key, attributes['class'], attributes['href'], attributes['data-edge']])).toEqual([['edge-earlier', 'edge-link', '#first', 'earlier'], ['edge-later', 'edge-link', '#last', 'later']]);
    // An arrow of 6 between 1 and 4, the count, 8 and the name; mirrored on the right.
    expect(wordsOf(shapes[0]!)).toEqual([['count', '2 earlier', '1.1%'], ['name', 'first', percent(11 + earlierPx + 8)]]);
    expect(wordsOf(shapes[1]!)).toEqual([['count', '2 later', percent(1000 - 11 - laterPx)], ['name', 'last', percent(1000 - 11 - laterPx - 8 - lastPx)]]);
    expect(taken.map(({fromPx, toPx}) => [Math.round(fromPx), Math.round(toPx)])).toEqual([
      [0, Math.round(11 + earlierPx + 8 + measureByTable('first', 12, 450))],
      [Math.round(1000 - 11 - laterPx - 8 - lastPx), 1000],
    ]);
  });

  test('are links 24 high whose names say where they lead', () => {
    const [earlier] = drawn().edges.shapes;
    expect(earlier!.attributes).toMatchObject({transform: 'translate(0 11)', tabindex: -1, 'aria-label': '2 events earlier. Nearest landmark: first at length. Show it.'});
    expect(earlier!.children!.find(({key}) => key === 'hit')!.attributes).toMatchObject({x: '0%', y: -10, height: 24});
  });

  test('leave out the names where they would meet, and on a phone', () => {
    const counts = [['2 earlier'], ['2 later']];
    const texts = (size: StageSize) => drawn({}, size).edges.shapes.map((shape) => wordsOf(shape).map(([, text]) => text));
    expect(texts(compactSize(340))).toEqual(counts);
    expect(texts(wideSize(150))).toEqual(counts);
    expect(texts(wideSize(400))).toEqual([['2 earlier', 'first'], ['2 later', 'last']]);
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
    expect(lanes.map(({key, attributes}) => [key, attributes['data-edge'], attributes['data-lane-edge']])).toEqual([['lane-later-1', 'later', 1]]);
    expect(wordsOf(lanes[0]!)).toEqual([['count', '1 later, from 16 Jan', expect.any(String)]]);
  });

  test('name no day on a phone, nor in Known then', () => {
    expect(wordsOf(drawn({}, compactSize(340)).lanes[0]!)[0]![1]).toBe('1 later');
    expect(wordsOf(drawn({isKnownThen: true}).lanes[0]!)[0]![1]).toBe('1 later');
  });
});
