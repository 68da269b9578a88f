import {describe, expect, test} from 'vitest';
import {arrangeEvents} from '../../../src/timeline/layout/arrange.ts';
import {placeEvents} from '../../../src/timeline/layout/place.ts';
import {wideSize} from '../../../src/timeline/layout/size.ts';
import {asKnownNow, asKnownOn} from '../../../src/timeline/model/known.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import type {Scene} from '../../../src/timeline/render/scene.ts';
import type {Shape} from '../../../src/timeline/render/shape.ts';
import {drawingOf} from '../../../src/timeline/render/stage.ts';
import {thenShapes} from '../../../src/timeline/render/then-picture.ts';
import {linesOf} from '../drawing.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const SIZE = wideSize(800);
const days = (from: number, to: number) =>
  ({kind: 'stretch', fromMs: from * DAY_MS, toMs: to * DAY_MS, softStart: false, softEnd: false}) as const;
const TIMELINE = aTimeline(
  [
    anEvent({id: 'public', span: {kind: 'day', dayMs: 10 * DAY_MS}, knownMs: 10 * DAY_MS}),
    anEvent({id: 'secret', span: {kind: 'day', dayMs: 30 * DAY_MS}, knownMs: 60 * DAY_MS}),
    anEvent({id: 'coming', span: {kind: 'day', dayMs: 55 * DAY_MS}, knownMs: 55 * DAY_MS}),
    anEvent({id: 'lasting', span: days(60, 75), knownMs: 60 * DAY_MS, lane: 1}),
  ],
  80,
  [2, 1],
);
const {extent} = TIMELINE;
const KNOWN = asKnownOn(TIMELINE, 40 * DAY_MS);
const NOW: Scene = {
  ...asKnownNow(TIMELINE),
  timeline: TIMELINE,
  view: extent,
  size: SIZE,
  arrangement: arrangeEvents(TIMELINE, extent, SIZE),
  selectedId: null,
  playheadMs: 40.5 * DAY_MS,
  compared: KNOWN,
};

function all(shapes: readonly Shape[]): Shape[] {
  return shapes.flatMap((shape) => [shape, ...all(shape.children ?? [])]);
}

describe('thenShapes(now, known, placement)', () => {
  const drawn = thenShapes(NOW, KNOWN, placeEvents(TIMELINE, extent, SIZE, NOW.arrangement));
  const find = (key: string) => all(drawn).find((shape) => shape.key === key)!;

  test('names what was public, beside its mark', () => {
    const [glyph] = all(drawingOf(NOW).shapes)
      .filter(({key}) => key === 'public')[0]!
      .children!.filter(({key}) => key === 'glyph');
    expect(find('public')).toMatchObject({tag: 'text', attributes: {'data-then': 'public'}, text: expect.stringMatching(/Label|label/)});
    const atPx = (parseFloat(String(glyph!.attributes['x'])) / 100) * SIZE.widthPx;
    expect(find('solid-0')).toMatchObject({tag: 'path', attributes: {class: 'then-solid hue-blue'}});
    // A circle begins at its left end, 5.5 px from its middle.
    expect(parseFloat(String(find('solid-0').attributes['d']).slice(1))).toBeCloseTo(atPx - 5.5, 1);
  });

  test('draws what was not as one path of empty outlines, and nothing that names it', () => {
    // Two marks and the box of what lasts.
    expect(String(find('empty').attributes['d']).split('M')).toHaveLength(1 + 3);
    expect(all(drawn).flatMap(({text}) => text ?? [])).toEqual([find('public').text, 'Not public yet']);
    expect(all(drawn).filter(({tag}) => tag === 'a')).toEqual([]);
  });

  test('draws each lane’s marks of one kind as one path, however many there are', () => {
    const many = aTimeline(
      Array.from({length: 60}, (_, i) => anEvent({id: `e${i}`, span: {kind: 'day', dayMs: i * DAY_MS}, knownMs: 0})),
      80,
      [4],
    );
    const scene = {...NOW, ...asKnownNow(many), timeline: many, arrangement: arrangeEvents(many, extent, SIZE)};
    const placement = placeEvents(many, extent, SIZE, scene.arrangement);
    const shapes = all(thenShapes(scene, asKnownOn(many, 79 * DAY_MS), placement));
    expect(placement.events.length).toBeGreaterThan(20);
    expect(shapes.filter(({attributes}) => /^then-/.test(String(attributes['class']))).length).toBeLessThan(6);
  });

  test('begins below the ruler, whose words it does not repeat', () => {
    expect(drawn.map(({attributes}) => attributes['transform'])).toEqual(['translate(0 -33)']);
    expect(all(drawn).filter(({key}) => /^(?:tick|group|flag|bracket|edge-earlier)/.test(key))).toEqual([]);
  });

  test('has the line of the playhead, as the picture of now has it', () => {
    const lineIn = (shapes: readonly Shape[]) => linesOf(all(shapes).filter(({key}) => key === 'playhead'))[1]!;
    expect(lineIn(drawn)).toMatch(/^ +line-0 line x1=50\.\d+% /);
    expect(lineIn(drawn)).toBe(lineIn(drawingOf(NOW).shapes));
  });
});

describe('drawingOf(scene), where then and now are compared', () => {
  const links = (scene: Scene) => all(drawingOf(scene).shapes).filter(({attributes}) => attributes['data-id'] !== undefined);

  test('marks what was public, and says of every event whether it was', () => {
    const said = links(NOW).map(({key, attributes}) => [key, / was-public/.test(String(attributes['class'])), attributes['aria-label']]);
    expect(said).toEqual([
      ['public', true, expect.stringMatching(/\. Public by then\.$/)],
      ['secret', false, expect.stringMatching(/\. Came out later\.$/)],
      ['coming', false, expect.stringMatching(/\. Came out later\.$/)],
      ['lasting', false, expect.stringMatching(/\. Came out later\.$/)],
    ]);
  });

  test('says nothing of it elsewhere', () => {
    for (const {attributes} of links({...NOW, compared: null})) {
      expect(attributes['class']).not.toMatch(/was-public/);
      expect(attributes['aria-label']).not.toMatch(/then|later/);
    }
  });
});
