import {interpolateZoom} from 'd3';
import {lengthMs} from '../model/view.ts';
import type {View} from '../model/view.ts';

/**
 * The path of van Wijk and Nuij (2003) from one view to another: over a long way it zooms out, goes there, and zooms in
 * again, so that readers see where they are going.
 *
 * @returns The view at each share of the way, from 0 to 1.
 * @see https://d3js.org/d3-interpolate/zoom
 */
export function flightPath(from: View, to: View): (t: number) => View {
  const path = interpolateZoom([(from.fromMs + from.toMs) / 2, 0, lengthMs(from)], [(to.fromMs + to.toMs) / 2, 0, lengthMs(to)]);
  return (t) => {
    const [middleMs, , widthMs] = path(t);
    return {fromMs: middleMs - widthMs / 2, toMs: middleMs + widthMs / 2};
  };
}
