import {lengthMs} from '../model/view.ts';
import type {View} from '../model/view.ts';

/** How far a flight zooms out on its way: the value that readers in their experiments liked best. */
const RHO = Math.SQRT2;
/** Two middles nearer than this share of a view are one. */
const SAME_MIDDLE = 1e-9;

/**
 * The path of van Wijk and Nuij (2003) from one view to another: over a long way it zooms out, goes there, and zooms in
 * again, so that readers see where they are going.
 *
 * @returns The view at each share of the way, from 0 to 1.
 * @see https://doi.org/10.1109/INFVIS.2003.1249004; d3.interpolateZoom is the same path in two dimensions.
 */
export function flightPath(from: View, to: View): (t: number) => View {
  const [middleMs, widthMs, toWidthMs] = [(from.fromMs + from.toMs) / 2, lengthMs(from), lengthMs(to)];
  const wayMs = (to.fromMs + to.toMs) / 2 - middleMs;
  const viewOf = (middle: number, width: number): View => ({fromMs: middle - width / 2, toMs: middle + width / 2});
  if (Math.abs(wayMs) < widthMs * SAME_MIDDLE) return (t) => viewOf(middleMs + t * wayMs, widthMs * (toWidthMs / widthMs) ** t);
  const distanceMs = Math.abs(wayMs);
  const growth = (toWidthMs - widthMs) * (toWidthMs + widthMs);
  const start = -Math.asinh((growth + RHO ** 4 * distanceMs ** 2) / (2 * widthMs * RHO ** 2 * distanceMs));
  const end = -Math.asinh((growth - RHO ** 4 * distanceMs ** 2) / (2 * toWidthMs * RHO ** 2 * distanceMs));
  return (t) => {
    const at = start + t * (end - start);
    const doneMs = (widthMs / RHO ** 2) * (Math.cosh(start) * Math.tanh(at) - Math.sinh(start));
    return viewOf(middleMs + Math.sign(wayMs) * doneMs, (widthMs * Math.cosh(start)) / Math.cosh(at));
  };
}
