import {expect, test} from 'vitest';
import {arrangeEvents, asKnownNow, asKnownOn, DAY_MS, drawingOf, panView, plotHeightPx, wideSize} from '../../src/timeline/index.ts';
import type {Arrangement, Scene, Timeline} from '../../src/timeline/index.ts';
import {anEvent, aTimeline} from './some-timeline.ts';
import {day} from './some-spans.ts';

test('the engine draws a story by what it offers alone, now and as known on a day, at rest and on the move', () => {
  const timeline: Timeline = aTimeline([anEvent({id: 'a', span: day(2)}), anEvent({id: 'b', span: day(6), knownMs: 8 * DAY_MS})], 10);
  const size = wideSize(1000);
  const view = timeline.extent;
  const arrangement: Arrangement = arrangeEvents(timeline, view, size);
  const scene: Scene = {...asKnownNow(timeline), timeline, view, size, arrangement, selectedId: null, playheadMs: 9.5 * DAY_MS};
  const marksOf = (one: Scene) => drawingOf(one).placement.events.map(({event: {id}, xPx}) => [id, Math.round(xPx)]);
  // 100 px a day; a mark without an hour is in the middle of its day.
  expect(marksOf(scene)).toEqual([
    ['a', 250],
    ['b', 650],
  ]);
  expect(marksOf({...scene, view: panView(view, DAY_MS)})).toEqual([
    ['a', 150],
    ['b', 550],
  ]);
  expect(asKnownOn(timeline, 7 * DAY_MS).standingOf('b')).not.toBe('known');
  expect(plotHeightPx(timeline, size)).toBe(drawingOf(scene).placement.bands.heightPx);
});
