/** The stretch of time in view: moved by a reader's hand, or flown to. */
import {clampView} from '../model/view.ts';
import type {View, ViewBounds} from '../model/view.ts';
import {flyToView} from './motion.ts';

const SETTLE_MS = 160;
/** Two views whose lengths differ by less than this share are at one scale. */
const SAME_SCALE = 1e-6;

export interface Camera {
  readonly view: View;
  /** Whether the view is a reader's own, which holds until the next chapter. */
  isOwn: boolean;
  /** Takes a view as it is, with nothing drawn or told. */
  readonly take: (view: View) => void;
  readonly moveTo: (view: View, options?: {readonly isOwn?: boolean; readonly settleNow?: boolean}) => void;
  readonly flyTo: (view: View, options?: {readonly isOwn?: boolean}) => void;
}

export interface CameraRim {
  readonly bounds: () => ViewBounds;
  /** Told of every move. @param isZooming - Whether the scale has changed by it. */
  readonly onMove: (isZooming: boolean) => void;
  /** Told once the view stands still. */
  readonly onSettle: () => void;
  /** Told when a flight begins, for whatever else may be moving the view. */
  readonly onFlight: () => void;
  /** Told of a reader's own view: while it moves, and where it has arrived. */
  readonly onOwnMove: () => void;
  readonly onOwnArrival: () => void;
}

export function cameraOn(first: View, {bounds, onMove, onSettle, onFlight, onOwnMove, onOwnArrival}: CameraRim): Camera {
  let view = first;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  let stopMotion: () => void = () => {};

  const camera: Camera = {
    isOwn: false,
    get view() {
      return view;
    },
    take(wanted) {
      view = clampView(wanted, bounds());
    },
    moveTo(wanted, {isOwn = false, settleNow = false} = {}) {
      const before = view;
      camera.take(wanted);
      if (isOwn) {
        camera.isOwn = true;
        stopMotion();
        onOwnMove();
      }
      onMove(Math.abs((before.toMs - before.fromMs) / (view.toMs - view.fromMs) - 1) > SAME_SCALE);
      clearTimeout(settleTimer);
      if (settleNow) onSettle();
      else settleTimer = setTimeout(onSettle, SETTLE_MS);
    },
    flyTo(wanted, {isOwn = false} = {}) {
      stopMotion();
      onFlight();
      if (isOwn) camera.isOwn = true;
      stopMotion = flyToView(view, clampView(wanted, bounds()), (step) => camera.moveTo(step), () => {
        stopMotion = () => {};
        clearTimeout(settleTimer);
        onSettle();
        if (isOwn) onOwnArrival();
      });
    },
  };
  return camera;
}
