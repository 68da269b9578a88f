/** What turns of a wheel do to the view: with Ctrl they zoom, sideways they pan. */
import {lengthMs, panView} from '../model/view.ts';
import type {View} from '../model/view.ts';
import type {PlotView} from './plot-view.ts';

/** How much of a doubling one pixel of the wheel is; a pinch on a trackpad comes in far smaller steps. */
const WHEEL_RATE = 0.004;
const PINCH_RATE = 0.02;
const PINCH_MAX_PX = 40;
const LINE_RATE = 0.05;
const MAX_DOUBLINGS = 1;
/** Of a wheel that counts in lines. */
const PX_PER_LINE = 25;
/** Turns of the wheel that follow each other faster than this are one gesture about one instant. */
const TURNS_MS = 150;

export interface Turn extends Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey' | 'shiftKey'> {
  readonly xPx: number;
  readonly atMs: number;
}

/** @returns Answers a turn; false for one that is left to the page. */
export function wheelOn(plot: PlotView): (turn: Turn) => boolean {
  const {camera} = plot;
  /** The instant that a burst of turns zooms about. */
  let burst: {readonly xPx: number; readonly anchorMs: number; readonly atMs: number; readonly view: View} | null = null;

  const zoom = (turn: Turn) => {
    const {xPx, atMs} = turn;
    const isBurst = burst !== null && burst.xPx === xPx && burst.view === camera.view && atMs - burst.atMs < TURNS_MS;
    const anchorMs = isBurst ? burst!.anchorMs : plot.msAt(xPx);
    plot.showAt(anchorMs, xPx, lengthMs(camera.view) / 2 ** doublingsOf(turn));
    burst = {xPx, anchorMs, atMs, view: camera.view};
  };

  return (turn) => {
    camera.touched();
    camera.stopGlide();
    if (turn.ctrlKey || turn.metaKey) {
      zoom(turn);
      return true;
    }
    const byPx = sidewaysPx(turn, plot.widthPx());
    if (byPx === null) return false;
    camera.moveTo(panView(camera.view, (byPx / plot.widthPx()) * lengthMs(camera.view)), {isOwn: true});
    return true;
  };
}

/** How far a turn goes sideways, which one with Shift does too; null where it goes up or down. */
function sidewaysPx({deltaX, deltaY, deltaMode, shiftKey}: Turn, widthPx: number): number | null {
  const sideways = shiftKey && deltaX === 0 ? deltaY : deltaX;
  if (Math.abs(sideways) <= (shiftKey ? 0 : Math.abs(deltaY))) return null;
  return sideways * (deltaMode === 1 ? PX_PER_LINE : deltaMode === 2 ? widthPx : 1);
}

/** How many doublings of the scale one turn of the wheel asks for. */
export function doublingsOf({deltaY, deltaMode, ctrlKey}: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const rate =
    deltaMode === 1 ? LINE_RATE : deltaMode === 2 ? MAX_DOUBLINGS : ctrlKey && Math.abs(deltaY) < PINCH_MAX_PX ? PINCH_RATE : WHEEL_RATE;
  return Math.min(Math.max(-deltaY * rate, -MAX_DOUBLINGS), MAX_DOUBLINGS);
}
