/** The view as hands have it: an instant under each place, and a place for each instant. */
import {msAtX} from '../layout/scale.ts';
import {viewAbout} from '../model/view.ts';
import type {Camera} from './camera.ts';

export interface PlotView {
  readonly camera: Camera;
  readonly widthPx: () => number;
  /** The instant at a place. */
  readonly msAt: (xPx: number) => number;
  /** Puts an instant at a place, in a view of a length. */
  readonly showAt: (anchorMs: number, xPx: number, lengthMs: number) => void;
}

export function plotView(camera: Camera, widthPx: () => number): PlotView {
  return {
    camera,
    widthPx,
    msAt: (xPx) => msAtX(xPx, camera.view, widthPx()),
    showAt: (anchorMs, xPx, lengthMs) => camera.moveTo(viewAbout(anchorMs, xPx / widthPx(), lengthMs, camera.bounds), {isOwn: true}),
  };
}
