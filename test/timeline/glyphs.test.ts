import {describe, expect, test} from 'vitest';
import type {Glyph} from '../../src/schema/content.ts';
import {glyphPath} from '../../src/timeline/render/glyphs.ts';

const GLYPHS: readonly Glyph[] = ['diamond', 'square', 'cross', 'shield', 'circle', 'triangle'];

describe('glyphPath(glyph, scale)', () => {
  test('draws a square about its centre', () => {
    expect(glyphPath('square')).toBe('M-4.9,-4.9H4.9V4.9H-4.9Z');
  });

  test('scales every length', () => {
    expect(glyphPath('square', 2)).toBe('M-9.8,-9.8H9.8V9.8H-9.8Z');
  });

  test.each(GLYPHS)('draws the %s as one closed outline, unlike the others', (glyph) => {
    expect(glyphPath(glyph)).toMatch(/^M[^M]+Z$/);
    expect(GLYPHS.filter((other) => glyphPath(other) === glyphPath(glyph))).toEqual([glyph]);
  });
});
