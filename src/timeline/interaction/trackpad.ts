/** What two fingers on a trackpad do to the view, where the browser reports them as one stretch. */
import {lengthMs} from '../model/view.ts';
import type {PlotView} from './plot-view.ts';

/** Two fingers on a trackpad, as Safari reports them. */
export interface Stretch {
  readonly kind: 'start' | 'change' | 'end';
  /** How far apart they are, against how far they were when it began. */
  readonly scale: number;
  readonly xPx: number;
}

/** @param isFree - Whether no pointer is down: a screen reports the fingers on it one by one as well. */
export function trackpadOn(plot: PlotView, isFree: () => boolean): (stretch: Stretch) => void {
  const {camera} = plot;
  let begun: {readonly xPx: number; readonly anchorMs: number; readonly lengthMs: number} | null = null;

  return ({kind, scale, xPx}) => {
    if (kind === 'start' && isFree()) {
      camera.hold();
      begun = {xPx, anchorMs: plot.msAt(xPx), lengthMs: lengthMs(camera.view)};
    }
    if (begun === null) return;
    if (kind === 'change') plot.showAt(begun.anchorMs, begun.xPx, begun.lengthMs / Math.max(scale, Number.EPSILON));
    if (kind === 'end') {
      begun = null;
      camera.release();
    }
  };
}
