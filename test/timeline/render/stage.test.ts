import {describe, expect, test} from 'vitest';
import {arrangeEvents} from '../../../src/timeline/layout/arrange.ts';
import {wideSize} from '../../../src/timeline/layout/size.ts';
import {asKnownNow} from '../../../src/timeline/model/known.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {Scene} from '../../../src/timeline/render/scene.ts';
import type {Shape} from '../../../src/timeline/render/shape.ts';
import {drawingOf} from '../../../src/timeline/render/stage.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const SIZE = wideSize(800);
/** Some of them are behind one count: at one instant on a single row there is room for one name. */
const TIMELINE = aTimeline(
  [
    anEvent({id: 'early', span: {kind: 'day', dayMs: DAY_MS}, importance: 1}),
    anEvent({id: 'late', span: {kind: 'day', dayMs: 40 * DAY_MS}, importance: 1}),
    ...['one', 'two', 'three', 'four'].map((id) => anEvent({id, span: {kind: 'moment', atMs: 60 * DAY_MS}, importance: 3})),
  ],
  80,
  [1],
);

function drawingWith(over: Partial<Scene> = {}): readonly Shape[] {
  const {extent} = TIMELINE;
  return drawingOf({
    ...asKnownNow(TIMELINE),
    timeline: TIMELINE,
    view: extent,
    size: SIZE,
    arrangement: arrangeEvents(TIMELINE, extent, SIZE),
    selectedId: null,
    playheadMs: 79 * DAY_MS,
    ...over,
  }).shapes;
}

function all(shapes: readonly Shape[]): Shape[] {
  return shapes.flatMap((shape) => [shape, ...all(shape.children ?? [])]);
}

describe('drawingOf(scene)', () => {
  const tabStops = (over: Partial<Scene>) =>
    all(drawingWith(over))
      .filter(({attributes}) => attributes['tabindex'] === 0)
      .map(({attributes}) => attributes['data-id'] ?? attributes['data-members']);

  test('has no tab stop in the build', () => {
    expect(tabStops({})).toEqual([]);
  });

  test('has one tab stop: the most wanted event that is drawn', () => {
    expect(tabStops({tabStops: ['late', 'early']})).toEqual(['late']);
    expect(tabStops({tabStops: ['gone', 'late']})).toEqual(['late']);
  });

  test('has it on the count that an event is behind', () => {
    expect(tabStops({tabStops: ['two']})).toEqual(['one three two']);
  });

  test('has it on the first link where nothing wanted is drawn', () => {
    expect(tabStops({tabStops: []})).toEqual(['early']);
  });

  test('draws all days of the ruler as one path, in hundredths of the width', () => {
    const nib = all(drawingWith()).filter(({attributes}) => attributes['class'] === 'nib');
    expect(nib).toHaveLength(1);
    const {d} = nib[0]!.attributes;
    // 1 January 1970 was a Thursday: the first Monday is the fifth day, and taller than the days before it.
    expect(String(d).split('M').slice(1, 6)).toEqual(['-3.75 28V33', '0 30V33', '1.25 30V33', '2.5 30V33', '3.75 30V33']);
  });

  test('draws the same scene the same, whatever was drawn before it', () => {
    const standings = ['known', 'coming', 'secret'] as const;
    const scenes = [5, 40, 79].flatMap((day, i) =>
      [false, true].map((isKnownThen): Partial<Scene> => ({
        playheadMs: (day + 0.5) * DAY_MS,
        isKnownThen,
        selectedId: i === 1 ? 'late' : null,
        isDisputed: () => isKnownThen,
        standingOf: isKnownThen ? (id) => standings[(id.length + i) % 3]! : () => 'known',
        tabStops: ['early'],
      })),
    );
    const forwards = scenes.map(drawingWith);
    const backwards = scenes.toReversed().map(drawingWith).toReversed();
    expect(backwards).toEqual(forwards);
    expect(new Set(forwards.map((shapes) => JSON.stringify(shapes))).size).toBe(scenes.length);
  });

  test('gives back what is as it was a frame before, where only the playhead has moved', () => {
    const arrangement = arrangeEvents(TIMELINE, TIMELINE.extent, SIZE);
    const marksOn = (day: number) => drawingWith({arrangement, playheadMs: day * DAY_MS}).find(({key}) => key === 'marks')!.children!;
    const before = marksOn(20);
    expect(before).toHaveLength(4);
    marksOn(30).forEach((mark, i) => expect(mark).toBe(before[i]));
  });
});
