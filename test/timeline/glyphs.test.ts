import {describe, expect, test} from 'vitest';
import {GLYPHS} from '../../src/schema/lists.ts';
import {glyphAt, glyphPath} from '../../src/timeline/render/glyphs.ts';

describe('glyphPath(glyph, scale)', () => {
  test('draws a square about its centre', () => {
    expect(glyphPath('square')).toBe('M-4.9,-4.9H4.9V4.9H-4.9Z');
  });

  test.each([
    ['diamond', 'M0,-6.7L6.7,0 0,6.7 -6.7,0Z'],
    ['cross', 'M-2.2,-6.3H2.2V-2.2H6.3V2.2H2.2V6.3H-2.2V2.2H-6.3V-2.2H-2.2Z'],
    ['shield', 'M-5.1,-5.2H5.1V1L0,6.6 -5.1,1Z'],
    ['circle', 'M-5.5,0A5.5,5.5 0 1 1 5.5,0A5.5,5.5 0 1 1 -5.5,0Z'],
    ['triangle', 'M0,-6.5L6.6,4.9H-6.6Z'],
  ] as const)('draws a %s', (glyph, outline) => {
    expect(glyphPath(glyph)).toBe(outline);
  });

  test('rounds to a hundredth of a pixel', () => {
    // 4.9 by 0.72 is 3.528.
    expect(glyphPath('square', 0.72)).toBe('M-3.53,-3.53H3.53V3.53H-3.53Z');
  });

  test('scales every length', () => {
    expect(glyphPath('square', 2)).toBe('M-9.8,-9.8H9.8V9.8H-9.8Z');
  });

  test.each(GLYPHS)('draws the %s as one closed outline, unlike the others', (glyph) => {
    expect(glyphPath(glyph)).toMatch(/^M[^M]+Z$/);
    expect(GLYPHS.filter((other) => glyphPath(other) === glyphPath(glyph))).toEqual([glyph]);
  });
});

describe('glyphAt(glyph, scale, xPx, yPx)', () => {
  /** Every number of a path, in pairs where they are places. */
  const placesIn = (path: string) => path.match(/-?[\d.]+,-?[\d.]+/g)!.map((pair) => pair.split(',').map(Number));

  test.each(GLYPHS)('moves every place of a %s, and no radius', (glyph) => {
    const moved = glyphAt(glyph, 1, 100, 40);
    expect(moved.replace(/-?[\d.]+/g, '')).toBe(glyphPath(glyph).replace(/-?[\d.]+/g, ''));
    const radii = glyph === 'circle' ? [1, 3] : [];
    expect(
      placesIn(moved).map(([x, y], i) => (radii.includes(i) ? [x, y] : [x! - 100, y! - 40].map((px) => Math.round(px * 100) / 100))),
    ).toEqual(placesIn(glyphPath(glyph)));
  });

  test('moves lines across and down', () => {
    expect(glyphAt('square', 1, 10, 20)).toBe('M5.1,15.1H14.9V24.9H5.1Z');
  });
});
