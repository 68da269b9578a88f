import {interpolateZoom} from 'd3';
import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {flightPath} from '../../../src/timeline/interaction/flight.ts';
import {DAY_MS} from '../../../src/timeline/model/time.ts';
import {lengthMs} from '../../../src/timeline/model/view.ts';
import type {View} from '../../../src/timeline/model/view.ts';
import {checkProperty} from '../property.ts';

const view = (fromDay: number, days: number): View => ({fromMs: fromDay * DAY_MS, toMs: (fromDay + days) * DAY_MS});
const someView = fc
  .tuple(fc.double({min: 0, max: 80, noNaN: true}), fc.double({min: 0.5, max: 80, noNaN: true}))
  .map(([from, days]) => view(from, days));

describe('flightPath(from, to)', () => {
  test('begins at the one view and ends at the other', () => {
    const path = flightPath(view(0, 10), view(50, 2));
    expect(path(0).fromMs).toBeCloseTo(0, 0);
    expect(path(0).toMs).toBeCloseTo(10 * DAY_MS, 0);
    expect(path(1).fromMs).toBeCloseTo(50 * DAY_MS, 0);
    expect(path(1).toMs).toBeCloseTo(52 * DAY_MS, 0);
  });

  test('zooms about the middle where that stays: halfway to a quarter is a half', () => {
    expect(flightPath(view(0, 40), view(15, 10))(0.5)).toEqual(view(10, 20));
  });

  test('zooms out over a long way', () => {
    const lengths = [0, 0.5, 1].map((t) => lengthMs(flightPath(view(0, 1), view(70, 1))(t)) / DAY_MS);
    expect(lengths[0]).toBeCloseTo(1);
    expect(lengths[1]).toBeGreaterThan(70);
    expect(lengths[2]).toBeCloseTo(1);
  });

  test('is the path of d3.interpolateZoom', () => {
    checkProperty(
      fc.property(someView, someView, fc.double({min: 0, max: 1, noNaN: true}), (from, to, t) => {
        const place = ({fromMs, toMs}: View): [number, number, number] => [(fromMs + toMs) / 2, 0, toMs - fromMs];
        const [middle, , width] = interpolateZoom(place(from), place(to))(t);
        const seen = flightPath(from, to)(t);
        // To a thousandth of what is seen: where the way is short, d3's logarithms lose digits.
        expect(Math.abs((seen.fromMs + seen.toMs) / 2 - middle) / width).toBeLessThan(1e-3);
        expect(Math.abs(lengthMs(seen) / width - 1)).toBeLessThan(1e-3);
      }),
    );
  });
});
