import {describe, expect, test} from 'vitest';
import {gripsAside, stepOfKey, stretched} from '../../../src/timeline/interaction/brush.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';

const BOUNDS = {extent: {fromMs: 0, toMs: 1000}, shortestMs: 50};
const VIEW = {fromMs: 200, toMs: 400};

describe('stretched(view, grip, byMs, bounds)', () => {
  test('moves both ends, as far as the story goes', () => {
    expect(stretched(VIEW, 'both', 100, BOUNDS)).toEqual({fromMs: 300, toMs: 500});
    expect(stretched(VIEW, 'both', -900, BOUNDS)).toEqual({fromMs: 0, toMs: 200});
    expect(stretched(VIEW, 'both', 900, BOUNDS)).toEqual({fromMs: 800, toMs: 1000});
  });

  test('moves one end and leaves the other', () => {
    expect(stretched(VIEW, 'from', -50, BOUNDS)).toEqual({fromMs: 150, toMs: 400});
    expect(stretched(VIEW, 'to', 50, BOUNDS)).toEqual({fromMs: 200, toMs: 450});
  });

  test('keeps the ends apart and inside the story', () => {
    expect(stretched(VIEW, 'from', 900, BOUNDS)).toEqual({fromMs: 350, toMs: 400});
    expect(stretched(VIEW, 'to', -900, BOUNDS)).toEqual({fromMs: 200, toMs: 250});
    expect(stretched(VIEW, 'from', -900, BOUNDS)).toEqual({fromMs: 0, toMs: 400});
    expect(stretched(VIEW, 'to', 900, BOUNDS)).toEqual({fromMs: 200, toMs: 1000});
  });
});

describe('stepOfKey(key, extent)', () => {
  const extent = {fromMs: 0, toMs: 80 * DAY_MS};

  test('is a day for an arrow and a week for a page in a story of weeks', () => {
    expect(['ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowUp'].map((key) => stepOfKey(key, extent)! / DAY_MS)).toEqual([-1, -1, 1, 1]);
    expect(['PageDown', 'PageUp'].map((key) => stepOfKey(key, extent)! / DAY_MS)).toEqual([-7, 7]);
  });

  test('is the whole story for its ends', () => {
    expect(['Home', 'End'].map((key) => stepOfKey(key, extent)! / DAY_MS)).toEqual([-80, 80]);
  });

  test('is null for a key of the page’s', () => {
    expect(['Tab', 'a', 'Escape'].map((key) => stepOfKey(key, extent))).toEqual([null, null, null]);
  });
});

describe('gripsAside(fromPx, toPx, gripPx, widthPx)', () => {
  test('leaves grips where they are that have room', () => {
    expect(gripsAside(100, 200, 24, 400)).toEqual({from: 0, to: 0});
  });

  test('parts grips that would cover each other', () => {
    // Their middles 13.5 px to each side of 100.
    expect(gripsAside(98, 102, 24, 400)).toEqual({from: -11.5, to: 11.5});
  });

  test('keeps large grips inside the overview', () => {
    expect(gripsAside(0, 400, 44, 400)).toEqual({from: 10, to: -10});
  });

  test('moves both off an end', () => {
    expect(gripsAside(0, 0, 24, 400)).toEqual({from: 0, to: 25.5});
  });
});
