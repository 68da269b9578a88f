import {describe, expect, test} from 'vitest';
import {
  clampView,
  fitView,
  isInView,
  lengthMs,
  panView,
  revealInView,
  revealPartInView,
  viewAbout,
  zoomView,
  zoomWithin,
} from '../../../src/timeline/model/view.ts';
import type {ViewBounds} from '../../../src/timeline/model/view.ts';

const BOUNDS: ViewBounds = {extent: {fromMs: 0, toMs: 1000}, shortestMs: 10};

describe('lengthMs(view), isInView(ms, view)', () => {
  test('count both edges as in sight', () => {
    const view = {fromMs: 100, toMs: 300};
    expect(lengthMs(view)).toBe(200);
    expect([99, 100, 300, 301].map((ms) => isInView(ms, view))).toEqual([false, true, true, false]);
  });
});

describe('clampView(view, bounds)', () => {
  test('leaves a view inside the bounds as it is', () => {
    expect(clampView({fromMs: 200, toMs: 400}, BOUNDS)).toEqual({fromMs: 200, toMs: 400});
    // Worked out from its middle it would begin at 100.10000000000001.
    expect(clampView({fromMs: 100.1, toMs: 200.3}, BOUNDS).fromMs).toBe(100.1);
  });

  test('shifts a view that hangs over an edge, and keeps its length', () => {
    expect(clampView({fromMs: -50, toMs: 150}, BOUNDS)).toEqual({fromMs: 0, toMs: 200});
    expect(clampView({fromMs: 900, toMs: 1100}, BOUNDS)).toEqual({fromMs: 800, toMs: 1000});
  });

  test('shortens a view that is longer than the extent', () => {
    expect(clampView({fromMs: -500, toMs: 2000}, BOUNDS)).toEqual({fromMs: 0, toMs: 1000});
  });

  test('lengthens a view that is too short around its own middle', () => {
    expect(clampView({fromMs: 499, toMs: 501}, BOUNDS)).toEqual({fromMs: 495, toMs: 505});
  });

  test('shifts what it lengthened at an edge', () => {
    expect(clampView({fromMs: 0, toMs: 2}, BOUNDS)).toEqual({fromMs: 0, toMs: 10});
  });

  test('shows the whole extent where that is shorter than the shortest view', () => {
    expect(clampView({fromMs: 2, toMs: 3}, {extent: {fromMs: 0, toMs: 5}, shortestMs: 10})).toEqual({fromMs: 0, toMs: 5});
  });
});

describe('zoomView(view, factor, anchorMs)', () => {
  test('halves the view around its middle', () => {
    expect(zoomView({fromMs: 0, toMs: 100}, 2, 50)).toEqual({fromMs: 25, toMs: 75});
  });

  test('keeps the left edge in place when anchored there', () => {
    expect(zoomView({fromMs: 0, toMs: 100}, 4, 0)).toEqual({fromMs: 0, toMs: 25});
  });

  test('keeps the share of the view before an anchor', () => {
    expect(zoomView({fromMs: 0, toMs: 100}, 0.5, 20)).toEqual({fromMs: -20, toMs: 180});
  });

  test.each([0, -1, NaN])('rejects a factor of %s', (factor) => {
    expect(() => zoomView({fromMs: 0, toMs: 100}, factor, 0)).toThrow(`zoom factor must be positive, got ${factor}`);
  });
});

describe('viewAbout(anchorMs, share, wantedMs, bounds)', () => {
  test('puts the instant at a share of the view', () => {
    expect(viewAbout(500, 0.25, 200, BOUNDS)).toEqual({fromMs: 450, toMs: 650});
  });

  test('keeps the instant there where the view asked for is too short', () => {
    expect(viewAbout(500, 0.2, 1, BOUNDS)).toEqual({fromMs: 498, toMs: 508});
  });

  test('shows the whole extent where more is asked for, and goes no further than its edge', () => {
    expect(viewAbout(500, 0.9, 5000, BOUNDS)).toEqual({fromMs: 0, toMs: 1000});
    expect(viewAbout(50, 0.5, 200, BOUNDS)).toEqual({fromMs: 0, toMs: 200});
  });
});

describe('zoomWithin(view, factor, anchorMs, bounds)', () => {
  test('keeps the instant in its place, at the closest too', () => {
    expect(zoomWithin({fromMs: 400, toMs: 600}, 2, 450, BOUNDS)).toEqual({fromMs: 425, toMs: 525});
    expect(zoomWithin({fromMs: 400, toMs: 600}, 1000, 450, BOUNDS)).toEqual({fromMs: 447.5, toMs: 457.5});
    expect(zoomWithin({fromMs: 447.5, toMs: 457.5}, 2, 450, BOUNDS)).toEqual({fromMs: 447.5, toMs: 457.5});
  });
});

describe('panView(view, byMs)', () => {
  test('moves both edges', () => {
    expect(panView({fromMs: 10, toMs: 30}, -15)).toEqual({fromMs: -5, toMs: 15});
  });
});

describe('fitView(stretch, margin)', () => {
  test('leaves a tenth of the stretch on each side', () => {
    expect(fitView({fromMs: 100, toMs: 200})).toEqual({fromMs: 90, toMs: 210});
  });

  test('takes another margin', () => {
    expect(fitView({fromMs: 100, toMs: 200}, 0.15)).toEqual({fromMs: 85, toMs: 215});
  });
});

describe('revealInView(view, stretch, margin)', () => {
  const view = {fromMs: 100, toMs: 200};

  test('leaves the view alone where the stretch is inside the margins', () => {
    expect(revealInView(view, {fromMs: 110, toMs: 190})).toBe(view);
  });

  test('moves by the least amount to an earlier stretch', () => {
    expect(revealInView(view, {fromMs: 50, toMs: 60})).toEqual({fromMs: 40, toMs: 140});
  });

  test('moves by the least amount to a later stretch', () => {
    expect(revealInView(view, {fromMs: 250, toMs: 260})).toEqual({fromMs: 170, toMs: 270});
  });

  test('shows the start of a stretch that is longer than the view', () => {
    expect(revealInView(view, {fromMs: 150, toMs: 500})).toEqual({fromMs: 140, toMs: 240});
    expect(revealInView(view, {fromMs: 50, toMs: 500})).toEqual({fromMs: 40, toMs: 140});
  });
});

describe('revealPartInView(view, stretch, margin)', () => {
  const view = {fromMs: 100, toMs: 200};

  test('shows all of what is shorter than half the view', () => {
    expect(revealPartInView(view, {fromMs: 180, toMs: 230})).toEqual({fromMs: 140, toMs: 240});
    expect(revealPartInView(view, {fromMs: 120, toMs: 170})).toBe(view);
  });

  test('leaves the view alone where a quarter of it shows something of the stretch', () => {
    expect(revealPartInView(view, {fromMs: 0, toMs: 1000})).toBe(view);
    expect(revealPartInView(view, {fromMs: 0, toMs: 125})).toBe(view);
    expect(revealPartInView(view, {fromMs: 175, toMs: 1000})).toBe(view);
  });

  test('moves no further than to a quarter of the view, from the nearer end', () => {
    expect(revealPartInView(view, {fromMs: 0, toMs: 110})).toEqual({fromMs: 85, toMs: 185});
    expect(revealPartInView(view, {fromMs: 190, toMs: 1000})).toEqual({fromMs: 115, toMs: 215});
    expect(revealPartInView(view, {fromMs: 500, toMs: 1000})).toEqual({fromMs: 425, toMs: 525});
    expect(revealPartInView(view, {fromMs: -500, toMs: 0})).toEqual({fromMs: -25, toMs: 75});
  });
});
