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

  test('names what was public, as a link that can be pressed and has its name in the picture of now', () => {
    const link = find('public');
    expect(link).toMatchObject({tag: 'a', attributes: {'data-id': 'public', href: '#public', tabindex: -1}});
    expect(link.attributes).not.toHaveProperty('aria-label');
    expect(link.children!.find(({key}) => key === 'words')!.text).toMatch(/^(?:A longer label|Label)$/);
  });

  test('draws what was not as an empty outline that nobody can press, and nothing that names it', () => {
    expect(find('coming')).toMatchObject({tag: 'use', attributes: {class: 'is-empty'}});
    expect(find('lasting')).toMatchObject({tag: 'rect', attributes: {class: 'is-empty'}});
    expect(find('secret')).toMatchObject({tag: 'g'});
    expect(find('secret').children!.map(({key, text}) => [key, text])).toEqual([
      ['glyph', undefined],
      ['words', 'Not public yet'],
    ]);
    expect(all(drawn).filter(({tag}) => tag === 'a')).toHaveLength(1);
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
