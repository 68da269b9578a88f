/** What a stage that moves carries to its places is where a stage at rest would draw it. */
import {JSDOM} from 'jsdom';
import {afterAll, beforeEach, describe, expect, test, vi} from 'vitest';
import {arrangeEvents} from '../../../src/timeline/layout/arrange.ts';
import {wideSize} from '../../../src/timeline/layout/size.ts';
import {asKnownNow} from '../../../src/timeline/model/known.ts';
import {DAY_MS, HOUR_MS} from '../../../src/timeline/model/time.ts';
import type {View} from '../../../src/timeline/model/view.ts';
import {drawShapes} from '../../../src/timeline/render/draw.ts';
import {carried, carriedTo, moved, pinnedWords, shape, share} from '../../../src/timeline/render/shape.ts';
import type {Shape} from '../../../src/timeline/render/shape.ts';
import {drawingOf} from '../../../src/timeline/render/stage.ts';
import {anEvent, aTimeline} from '../some-timeline.ts';

const WIDTH_PX = 1000;
let picture: Element;
let observer: MutationObserver;

beforeEach(() => {
  const {window} = new JSDOM('<svg></svg>');
  vi.stubGlobal('document', window.document);
  picture = window.document.querySelector('svg')!;
  observer = new window.MutationObserver(() => {}) as MutationObserver;
  observer.observe(picture, {attributes: true, childList: true, characterData: true, subtree: true});
});

afterAll(() => vi.unstubAllGlobals());

/** Where an element's attribute puts it, from the left edge of the picture; lengths stay lengths. */
function pxOf(element: Element, name: string): number {
  const value = element.getAttribute(name)!;
  const own = value.endsWith('%') ? (parseFloat(value) / 100) * WIDTH_PX : Number(value);
  return name === 'width' ? own : own + carriedPx(element);
}

function carriedPx(element: Element | null): number {
  if (!element || element === picture) return 0;
  const by = /^translate\((\S+) /.exec(element.getAttribute('transform') ?? '')?.[1] ?? '0';
  return Number(by) + carriedPx(element.parentElement);
}

/** All places across of the picture, with what is there. */
function places(): [string, number][] {
  return [...picture.querySelectorAll('[x], [x1]')]
    .filter((element) => !element.parentElement!.closest('svg svg'))
    .flatMap((element) =>
      ['x', 'x1', 'x2', 'width']
        .filter((name) => element.hasAttribute(name))
        .map((name): [string, number] => [
          `${element.parentElement!.getAttribute('data-key')} ${element.getAttribute('data-key')} ${name}`,
          pxOf(element, name),
        ]),
    );
}

function expectSamePlaces(found: [string, number][], wanted: [string, number][]): void {
  expect(found.map(([name]) => name)).toEqual(wanted.map(([name]) => name));
  for (const [i, [name, px]] of found.entries())
    expect(Math.abs(px - wanted[i]![1]), `${name}: ${px}, ${wanted[i]![1]}`).toBeLessThan(0.06);
}

/** Everything in an element, with its attributes in the order of their names. */
function linesIn(parent: Element): string[] {
  return [...parent.querySelectorAll('*')].map((element) =>
    [
      element.tagName,
      ...[...element.attributes].map(({name, value}) => `${name}=${value}`).sort(),
      element.firstElementChild ? '' : element.textContent,
    ].join(' '),
  );
}

const mark = (xPx: number, fromPx = xPx - 12): Shape =>
  carried(
    xPx,
    20,
    moved('a', 'a', 20, {class: 'mark'}, [
      shape('hit', 'rect', {x: share(fromPx, WIDTH_PX), width: share(24, WIDTH_PX)}),
      shape('line', 'line', {x1: share(fromPx, WIDTH_PX), x2: share(xPx, WIDTH_PX)}),
    ]),
  );
const words = (xPx: number, text = 'Dec'): Shape => carried(xPx, null, pinnedWords('w', 'words', xPx, 9, WIDTH_PX, text));

/** What a drawing writes, in words. */
function written(shapes: readonly Shape[], carriedIn: number | null): string[] {
  observer.takeRecords();
  drawShapes(picture, shapes, carriedIn);
  return observer.takeRecords().map(({target, attributeName, type}) => {
    const element = target as Element;
    return attributeName
      ? `${element.getAttribute('data-key')} ${attributeName}=${element.getAttribute(attributeName)}`
      : `${element.nodeName} ${type}`;
  });
}

describe('drawShapes(parent, shapes, carriedIn)', () => {
  test('writes places in pixels from where the shape is, and the shape’s own place as a transform', () => {
    drawShapes(picture, [mark(300), words(500)]);
    expect(written([mark(310), words(490)], WIDTH_PX)).toEqual([
      'a transform=translate(310 20)',
      'hit x=-12',
      'hit width=24',
      'line x1=-12',
      'line x2=0',
      'w transform=translate(490 0)',
      'w x=0',
    ]);
  });

  test('then writes one transform for what has only moved', () => {
    drawShapes(picture, [mark(300), words(500)], WIDTH_PX);
    expect(written([mark(310.004), words(500)], WIDTH_PX)).toEqual(['a transform=translate(310 20)']);
    expect(written([mark(310.004), words(500, 'Jan')], WIDTH_PX)).toEqual(['#text characterData']);
  });

  test('writes what else has changed in it', () => {
    drawShapes(picture, [mark(300)], WIDTH_PX);
    expect(written([mark(300, 280)], WIDTH_PX)).toEqual(['hit x=-20', 'line x1=-20']);
  });

  test('writes again what was gone in between', () => {
    const bare = carried(300, 20, moved('a', 'a', 20, {}, [shape('hit', 'rect', {}), shape('line', 'line', {})]));
    for (const one of [mark(300), bare, mark(300)]) drawShapes(picture, [one], WIDTH_PX);
    expect(places()).toHaveLength(4);
  });

  test('carries a shape whole, without a look at what it holds', () => {
    const first = carried(300, 20, mark(300));
    drawShapes(picture, [first], WIDTH_PX);
    expect(written([carriedTo(350, 32.123, first)], WIDTH_PX)).toEqual(['a transform=translate(350 32.12)']);
    expect(pxOf(picture.querySelector('[data-key="hit"]')!, 'x')).toBe(338);
  });

  test('at rest again it is what it was at first', () => {
    drawShapes(picture, [mark(300), words(500)]);
    const before = linesIn(picture);
    drawShapes(picture, [mark(310), words(520)], WIDTH_PX);
    drawShapes(picture, [mark(320), words(530)], WIDTH_PX);
    drawShapes(picture, [mark(300), words(500)]);
    expect(linesIn(picture)).toEqual(before);
    expect(picture.querySelector('a')!.getAttribute('transform')).toBe('translate(0 20)');
    expect(written([mark(300), words(500)], null)).toEqual([]);
  });

  test('draws what comes while it moves, and takes out what goes', () => {
    drawShapes(picture, [mark(300)], WIDTH_PX);
    drawShapes(picture, [words(400), mark(290)], WIDTH_PX);
    expect(places()).toEqual([
      ['null w x', 400],
      ['a hit x', 278],
      ['a hit width', 24],
      ['a line x1', 278],
      ['a line x2', 290],
    ]);
    drawShapes(picture, [words(400)], WIDTH_PX);
    expect(picture.children).toHaveLength(1);
  });
});

describe('drawingOf(scene), carried', () => {
  const day = (n: number) => ({kind: 'day', dayMs: n * DAY_MS}) as const;
  const timeline = aTimeline(
    [
      anEvent({id: 'a', span: day(2)}),
      anEvent({id: 'b', span: {kind: 'within', fromMs: 3 * DAY_MS, toMs: 6 * DAY_MS, soft: false}, lane: 1}),
      anEvent({id: 'c', span: {kind: 'stretch', fromMs: 1 * DAY_MS, toMs: 9 * DAY_MS, softStart: true, softEnd: false}}),
      anEvent({id: 'd', span: {kind: 'moment', atMs: 8 * DAY_MS + 10 * HOUR_MS}, lane: 1}),
      anEvent({id: 'e', span: {kind: 'by', toMs: 10 * DAY_MS}}),
      ...[11, 11, 11, 12, 12, 13, 14, 15].map((n, i) => anEvent({id: `f${i}`, span: day(n), lane: i % 2})),
    ],
    16,
    [3, 3],
  );
  const size = wideSize(WIDTH_PX);
  const first: View = {fromMs: 0, toMs: 16 * DAY_MS};
  const scene = (view: View, arranged: View, isCarried: boolean) => ({
    ...asKnownNow(timeline),
    timeline,
    view,
    size,
    arrangement: arrangeEvents(timeline, arranged, size),
    selectedId: null,
    playheadMs: 5 * DAY_MS,
    isCarried,
  });
  /** Pans and zooms, from the first view to the last. */
  const path = Array.from({length: 40}, (_, i): View => {
    const lengthMs = (16 - i * 0.3) * DAY_MS;
    const fromMs = (i % 7) * 0.4 * DAY_MS;
    return {fromMs, toMs: fromMs + lengthMs};
  });

  test('is where it would be drawn at rest, in every frame of a move', () => {
    for (const view of path) {
      drawShapes(picture, drawingOf(scene(view, first, true)).shapes, WIDTH_PX);
      const found = places();
      const moving = picture;
      picture = moving.cloneNode(false) as Element;
      drawShapes(picture, drawingOf(scene(view, first, false)).shapes);
      expectSamePlaces(found, places());
      picture = moving;
    }
  });

  test('and once it rests it is the drawing that the window has from the first', () => {
    for (const view of path) drawShapes(picture, drawingOf(scene(view, first, true)).shapes, WIDTH_PX);
    const last = path.at(-1)!;
    drawShapes(picture, drawingOf(scene(last, last, true)).shapes, WIDTH_PX);
    drawShapes(picture, drawingOf(scene(last, last, false)).shapes);
    const moved = picture;
    picture = picture.cloneNode(false) as Element;
    drawShapes(picture, drawingOf(scene(last, last, false)).shapes);
    expect(linesIn(moved)).toEqual(linesIn(picture));
  });
});
