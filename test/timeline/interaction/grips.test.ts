import {describe, expect, test} from 'vitest';
import {gripsAside, shareOf, slidersOf, stepOfKey, stretched} from '../../../src/timeline/interaction/grips.ts';
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

describe('shareOf(ms, extent)', () => {
  test('counts from the beginning of the story', () => {
    const extent = {fromMs: 200, toMs: 1200};
    expect([200, 450, 1200].map((ms) => shareOf(ms, extent))).toEqual([0, 0.25, 1]);
  });
});

describe('slidersOf(view, bounds, dayWords)', () => {
  const bounds = {extent: {fromMs: 10 * DAY_MS, toMs: 50 * DAY_MS}, shortestMs: 2 * DAY_MS};
  const sliders = slidersOf({fromMs: 12.25 * DAY_MS, toMs: 20 * DAY_MS}, bounds, (ms) => `day ${Math.floor(ms / DAY_MS)}`);

  test('count in days and tenths from the beginning of the story', () => {
    expect([sliders.from.now, sliders.to.now]).toEqual(['2.3', '10']);
  });

  test('keep the ends of the window as far apart as the shortest window is long', () => {
    expect([sliders.from.min, sliders.from.max, sliders.to.min, sliders.to.max]).toEqual(['0', '8', '4.3', '40']);
  });

  test('name the first and the last day in the window', () => {
    expect([sliders.from.text, sliders.to.text]).toEqual(['day 12', 'day 19']);
  });
});
