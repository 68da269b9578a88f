import {describe, expect, test} from 'vitest';
import * as fc from 'fast-check';
import {xPxOf} from '../../../src/timeline/layout/scale.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {clampView, lengthMs, revealInView, zoomView} from '../../../src/timeline/model/view.ts';
import type {View} from '../../../src/timeline/model/view.ts';
import {checkProperty} from '../property.ts';

const WIDTH_PX = 1184;
const EXTENT: View = {fromMs: Date.UTC(2014, 10, 20), toMs: Date.UTC(2015, 1, 9)};
const BOUNDS = {extent: EXTENT, shortestMs: (WIDTH_PX / 2400) * DAY_MS};

const someView = fc
  .record({
    fromMs: fc.integer({min: EXTENT.fromMs, max: EXTENT.toMs}),
    days: fc.double({min: 0.1, max: 81, noNaN: true}),
  })
  .map(({fromMs, days}): View => ({fromMs, toMs: fromMs + days * DAY_MS}));
const someFactor = fc.double({min: 1 / 64, max: 64, noNaN: true});
const someShare = fc.double({min: 0, max: 1, noNaN: true});

describe('zoomView(view, factor, anchorMs), whatever the view', () => {
  test('is undone by the inverse factor, to half a pixel', () => {
    checkProperty(
      fc.property(someView, someFactor, someShare, (view, factor, share) => {
        const anchorMs = view.fromMs + share * lengthMs(view);
        const back = zoomView(zoomView(view, factor, anchorMs), 1 / factor, anchorMs);
        const halfPixelMs = lengthMs(view) / WIDTH_PX / 2;
        expect(Math.abs(back.fromMs - view.fromMs)).toBeLessThan(halfPixelMs);
        expect(Math.abs(back.toMs - view.toMs)).toBeLessThan(halfPixelMs);
      }),
    );
  });

  test('keeps the anchor where it is on screen', () => {
    checkProperty(
      fc.property(someView, someFactor, someShare, (view, factor, share) => {
        const anchorMs = view.fromMs + share * lengthMs(view);
        const zoomed = zoomView(view, factor, anchorMs);
        expect(Math.abs(xPxOf(anchorMs, zoomed, WIDTH_PX) - xPxOf(anchorMs, view, WIDTH_PX))).toBeLessThan(1);
      }),
    );
  });
});

describe('clampView(view, bounds), whatever the view', () => {
  test('stays inside the bounds, and changes nothing the second time', () => {
    checkProperty(
      fc.property(someView, someFactor, someShare, (view, factor, share) => {
        const zoomed = zoomView(view, factor, view.fromMs + share * lengthMs(view));
        const clamped = clampView(zoomed, BOUNDS);
        expect(clamped.fromMs).toBeGreaterThanOrEqual(EXTENT.fromMs);
        expect(clamped.toMs).toBeLessThanOrEqual(EXTENT.toMs);
        expect(lengthMs(clamped)).toBeGreaterThan(BOUNDS.shortestMs - 0.01);
        const again = clampView(clamped, BOUNDS);
        expect(again.fromMs).toBeCloseTo(clamped.fromMs, 2);
        expect(again.toMs).toBeCloseTo(clamped.toMs, 2);
      }),
    );
  });
});

describe('revealInView(view, stretch), whatever the view', () => {
  test('keeps the length, and shows a stretch that fits between the margins', () => {
    checkProperty(
      fc.property(someView, someView, (view, stretch) => {
        const shown = revealInView(view, stretch);
        expect(lengthMs(shown)).toBeCloseTo(lengthMs(view), 0);
        if (lengthMs(stretch) > lengthMs(view) * 0.8) return;
        expect(shown.fromMs).toBeLessThanOrEqual(stretch.fromMs);
        expect(shown.toMs).toBeGreaterThanOrEqual(stretch.toMs);
      }),
    );
  });
});
