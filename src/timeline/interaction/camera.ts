/**
 * The one owner of the view. Whatever moves the stage (a hand, a key, a flight, a replay) asks it which stretch of time is
 * seen at that moment and gives it a new one; nothing else remembers the view.
 */
import {MAX_PX_PER_DAY} from '../layout/scale.ts';
import {DAY_MS} from '../model/time.ts';
import {clampView, lengthMs, panView} from '../model/view.ts';
import type {View, ViewBounds} from '../model/view.ts';
import {animate, easeOutLong, flyToView, prefersStill} from './motion.ts';
import {settler} from './settler.ts';

/** Two views whose lengths differ by less than this share are at one scale. */
const SAME_SCALE = 1e-6;

export interface Camera {
  /** What is seen. */
  readonly view: View;
  readonly bounds: ViewBounds;
  /** Where the flight in progress leads, or null. */
  readonly goal: View | null;
  /** Whether a hand holds the view; then only that hand moves it. */
  readonly isHeld: boolean;
  /** Whether the view is a reader's own, which holds until the next chapter. */
  isOwn: boolean;
  /** Shows a view without drawing it, in place of whatever was going on. */
  readonly setView: (view: View) => void;
  /** Brings the view inside the bounds of another size; back at the old size it is what it was. */
  readonly refit: () => void;
  /** Moves to a view at once. One that is not a reader's own waits for hands and flights to end, and is then dropped. */
  readonly moveTo: (view: View, options?: {readonly isOwn?: boolean; readonly settleNow?: boolean}) => void;
  /** Flies from what is seen. @returns Where to. */
  readonly flyTo: (view: View, options?: {readonly isOwn?: boolean}) => View;
  /** Glides on after a hand has let go. */
  readonly glideBy: (ms: number, durationMs: number) => void;
  readonly stopGlide: () => void;
  /** Stops whatever moves the view, where it is, and keeps it for one hand. */
  readonly hold: () => void;
  readonly release: () => void;
  /** A frame has been drawn. */
  readonly drawn: () => void;
  /** A reader has done something that may start a move. */
  readonly touched: () => void;
}

export interface CameraHooks {
  readonly bounds: () => ViewBounds;
  /** Called on every move. @param isZooming - Whether it changed the scale. */
  readonly onMove: (isZooming: boolean) => void;
  /** Called once the view is at rest; see settler.ts. */
  readonly onSettle: () => void;
  /** Called while a reader's own view moves, and where it has arrived. */
  readonly onOwnMove: () => void;
  readonly onOwnArrival: () => void;
}

type Motion = {readonly kind: 'flight' | 'glide'; readonly goal: View | null; readonly stop: () => void};

export function cameraOn(first: View, {bounds, onMove, onSettle, onOwnMove, onOwnArrival}: CameraHooks): Camera {
  let view = first;
  /** The view before its size changed. */
  let wanted = first;
  let isHeld = false;
  let motion: Motion | null = null;
  const settling = settler(onSettle);

  const stop = () => {
    motion?.stop();
    motion = null;
    settling.release('motion');
  };
  const show = (next: View, byHand: boolean) => {
    const before = view;
    view = clampView(next, bounds());
    wanted = view;
    settling.moved(byHand);
    onMove(Math.abs(lengthMs(before) / lengthMs(view) - 1) > SAME_SCALE);
  };
  /** @param start - Begins it; receives what to do at its end, which may come at once. */
  const setOut = (kind: Motion['kind'], goal: View | null, start: (onEnd: () => void) => () => void, onEnd: () => void) => {
    stop();
    settling.hold('motion');
    let isOver = false;
    const stopIt = start(() => {
      isOver = true;
      motion = null;
      settling.release('motion');
      onEnd();
    });
    if (!isOver) motion = {kind, goal, stop: stopIt};
  };

  const camera: Camera = {
    isOwn: false,
    get view() {
      return view;
    },
    get bounds() {
      return bounds();
    },
    get goal() {
      return motion?.goal ?? null;
    },
    get isHeld() {
      return isHeld;
    },
    setView(next) {
      stop();
      settling.forget();
      view = clampView(next, bounds());
      wanted = view;
    },
    refit() {
      if (!motion) view = clampView(wanted, bounds());
    },
    moveTo(next, {isOwn = false, settleNow = false} = {}) {
      if (!isOwn && (isHeld || motion)) return;
      stop();
      show(next, isOwn);
      if (isOwn) {
        camera.isOwn = true;
        onOwnMove();
      }
      if (settleNow) settling.now();
    },
    flyTo(next, {isOwn = false} = {}) {
      const goal = clampView(next, bounds());
      if (!isOwn && isHeld) return goal;
      if (isOwn) camera.isOwn = true;
      setOut(
        'flight',
        goal,
        (onEnd) => flyToView(view, goal, (step) => show(step, false), onEnd),
        () => {
          // Where readers ask for stillness there is one picture, not two.
          if (prefersStill()) settling.now();
          if (isOwn) onOwnArrival();
        },
      );
      return goal;
    },
    glideBy(ms, durationMs) {
      const from = view;
      const step = (t: number) => {
        show(panView(from, ms * t), false);
        onOwnMove();
      };
      setOut(
        'glide',
        null,
        (onEnd) => animate(durationMs, easeOutLong, step, onEnd),
        () => {},
      );
    },
    stopGlide() {
      if (motion?.kind === 'glide') stop();
    },
    hold() {
      stop();
      isHeld = true;
      settling.hold('hand');
    },
    release() {
      isHeld = false;
      settling.release('hand');
    },
    drawn: settling.drawn,
    touched: settling.touched,
  };
  return camera;
}

/** The bounds of every view of a story on a plot of this width. */
export function boundsOf(extent: View, widthPx: number): ViewBounds {
  return {extent, shortestMs: Math.min(lengthMs(extent), (widthPx / MAX_PX_PER_DAY) * DAY_MS)};
}
