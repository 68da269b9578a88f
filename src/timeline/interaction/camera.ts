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
import type {Settler} from './settler.ts';

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

/** @param first - What is seen at first. */
export function cameraOn(first: View, hooks: CameraHooks): Camera {
  return new OneView(first, hooks);
}

/** Whatever moves the view shares the one motion under way. */
class OneView implements Camera {
  isOwn = false;
  view: View;
  isHeld = false;
  /** The view before its size changed. */
  private wanted: View;
  private motion: Motion | null = null;
  private readonly hooks: CameraHooks;
  private readonly settling: Settler;

  constructor(first: View, hooks: CameraHooks) {
    this.view = first;
    this.wanted = first;
    this.hooks = hooks;
    this.settling = settler(hooks.onSettle);
  }

  get bounds(): ViewBounds {
    return this.hooks.bounds();
  }

  get goal(): View | null {
    return this.motion?.goal ?? null;
  }

  setView(next: View): void {
    this.stop();
    this.settling.forget();
    this.view = clampView(next, this.bounds);
    this.wanted = this.view;
  }

  refit(): void {
    if (!this.motion) this.view = clampView(this.wanted, this.bounds);
  }

  moveTo(next: View, {isOwn = false, settleNow = false}: {readonly isOwn?: boolean; readonly settleNow?: boolean} = {}): void {
    if (!isOwn && (this.isHeld || this.motion)) return;
    this.stop();
    this.show(next, isOwn);
    if (isOwn) {
      this.isOwn = true;
      this.hooks.onOwnMove();
    }
    if (settleNow) this.settling.now();
  }

  flyTo(next: View, {isOwn = false}: {readonly isOwn?: boolean} = {}): View {
    const goal = clampView(next, this.bounds);
    if (!isOwn && this.isHeld) return goal;
    if (isOwn) this.isOwn = true;
    this.setOut(
      'flight',
      goal,
      (onEnd) => flyToView(this.view, goal, (step) => this.show(step, false), onEnd),
      () => {
        // Where readers ask for stillness there is one picture, not two.
        if (prefersStill()) this.settling.now();
        if (isOwn) this.hooks.onOwnArrival();
      },
    );
    return goal;
  }

  glideBy(ms: number, durationMs: number): void {
    const from = this.view;
    const step = (t: number) => {
      this.show(panView(from, ms * t), false);
      this.hooks.onOwnMove();
    };
    this.setOut(
      'glide',
      null,
      (onEnd) => animate(durationMs, easeOutLong, step, onEnd),
      () => {},
    );
  }

  stopGlide(): void {
    if (this.motion?.kind === 'glide') this.stop();
  }

  hold(): void {
    this.stop();
    this.isHeld = true;
    this.settling.hold('hand');
  }

  release(): void {
    this.isHeld = false;
    this.settling.release('hand');
  }

  drawn(): void {
    this.settling.drawn();
  }

  touched(): void {
    this.settling.touched();
  }

  private stop(): void {
    this.motion?.stop();
    this.motion = null;
    this.settling.release('motion');
  }

  private show(next: View, byHand: boolean): void {
    const before = this.view;
    this.view = clampView(next, this.bounds);
    this.wanted = this.view;
    this.settling.moved(byHand);
    this.hooks.onMove(Math.abs(lengthMs(before) / lengthMs(this.view) - 1) > SAME_SCALE);
  }

  /** @param start - Begins it; given what to do at its end, which may come at once. */
  private setOut(kind: Motion['kind'], goal: View | null, start: (onEnd: () => void) => () => void, onEnd: () => void): void {
    this.stop();
    this.settling.hold('motion');
    let isOver = false;
    const stop = start(() => {
      isOver = true;
      this.motion = null;
      this.settling.release('motion');
      onEnd();
    });
    if (!isOver) this.motion = {kind, goal, stop};
  }
}

/** The bounds of every view of a story on a plot of this width. */
export function boundsOf(extent: View, widthPx: number): ViewBounds {
  return {extent, shortestMs: Math.min(lengthMs(extent), (widthPx / MAX_PX_PER_DAY) * DAY_MS)};
}
