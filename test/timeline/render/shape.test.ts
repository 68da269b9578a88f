import {describe, expect, test} from 'vitest';
import {bands, moved, pinned, pinnedWords, round, shape, share, silentWords, uprights} from '../../../src/timeline/render/shape.ts';
import {linesOf} from '../drawing.ts';

describe('share(px, widthPx), round(px)', () => {
  test('write a pixel as a share of the width to a thousandth of a percent, and a length to a hundredth of a pixel', () => {
    expect([share(1, 3), share(-250, 1000), share(1000, 1000)]).toEqual(['33.333%', '-25%', '100%']);
    expect([round(2.346), round(2.344), round(-7.5)]).toEqual([2.35, 2.34, -7.5]);
  });
});

describe('shape(key, tag, attributes, content)', () => {
  test('holds nothing, words, or what is left of its children without null', () => {
    const child = shape('b', 'path', {});
    expect(shape('a', 'g', {class: 'c'})).toEqual({key: 'a', tag: 'g', attributes: {class: 'c'}});
    expect(shape('a', 'text', {}, '')).toEqual({key: 'a', tag: 'text', attributes: {}, text: ''});
    expect(shape('a', 'g', {}, [null, child, null])).toEqual({key: 'a', tag: 'g', attributes: {}, children: [child]});
  });
});

test('pinned(…) puts a group in pixels at a share of the width, hidden from screen readers and not cut off', () => {
  expect(linesOf([pinned('at', 'c', 30, 4.567, 400, [shape('b', 'path', {}), null])])).toEqual([
    'at svg class=c x=7.5% y=4.57 overflow=visible aria-hidden=true',
    '  b path',
  ]);
});

test('pinnedWords(…) and silentWords(…) put a line of words at a share of the width; only the former are read aloud', () => {
  expect(linesOf([pinnedWords('w', 'c', 30, 4.567, 400, 'Words'), silentWords('s', 'c', 30, 4.567, 400, 'Words')])).toEqual([
    'w text class=c x=7.5% y=4.57 “Words”',
    's text class=c x=7.5% y=4.57 aria-hidden=true “Words”',
  ]);
});

test('moved(…) draws around the middle of a row', () => {
  expect(linesOf([moved('a', 'g', 12.345, {class: 'c'}, [shape('b', 'path', {})])])).toEqual([
    'a g transform=translate(0 12.35) class=c',
    '  b path',
  ]);
});

test('uprights(…) draws lines and bands of one kind as one path, across in hundredths of the width and down in pixels', () => {
  const line = {xPx: 30, topPx: 1.234, footPx: 9.876};
  const paths = [
    {className: 'a', uprights: [line, {...line, xPx: 40, widthPx: 10}]},
    {className: 'b', uprights: []},
  ];
  expect(linesOf([uprights('u', 400, 50.004, paths)])).toEqual([
    'u svg width=100% height=50 viewBox=0 0 100 50 preserveAspectRatio=none overflow=visible',
    '  a path class=a d=M7.5 1.23V9.88M10 1.23V9.88h2.5V1.23z',
    '  b path class=b d=',
  ]);
});

test('bands(…) draws many boxes as one path for each kind, around the middle of a row', () => {
  const boxes = [
    {fromPx: 10, toPx: 20, topPx: -4.126, heightPx: 3.5},
    {fromPx: 300, toPx: 400, topPx: 0, heightPx: 2},
  ];
  expect(
    linesOf([
      bands('b', 400, [
        {className: 'tick', boxes},
        {className: 'tick is-dots', boxes: boxes.slice(0, 1)},
        {className: 'none', boxes: []},
      ]),
    ]),
  ).toEqual([
    'b svg class=bands x=0 width=100% y=0 height=1 viewBox=0 0 100 1 preserveAspectRatio=none overflow=visible',
    '  tick path class=tick d=M2.5 -4.13H5v3.5H2.5zM75 0H100v2H75z',
    '  tick is-dots path class=tick is-dots d=M2.5 -4.13H5v3.5H2.5z',
    '  none path class=none d=',
  ]);
});
