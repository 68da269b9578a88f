/** What pointers do to the view: a mouse or a finger pans, two fingers pinch, and the second of two taps zooms. */
import {msAtX} from '../layout/scale.ts';
import {lengthMs} from '../model/view.ts';
import type {View} from '../model/view.ts';
import {glideOf} from './inertia.ts';
import type {Move} from './inertia.ts';
import {prefersStill} from './motion.ts';
import type {PlotView} from './plot-view.ts';

const DRAG_THRESHOLD_PX = 4;
/** The longest a tap may take, and the longest between two. */
const TAP_MS = 300;
/** How far apart two taps may be, and how far a finger may tremble. */
const NEAR_PX = 30;
const TREMBLE_PX = 8;
const PX_PER_DOUBLING = 128;
/** More than a finger makes in the time that says how fast it was. */
const LAST_MOVES = 40;

/** A place: from the plot's left edge, and from any line across that does not move. */
export interface Place {
  readonly xPx: number;
  readonly yPx: number;
}

/** A finger, a pen or a mouse that is pressed. */
export interface Pointer extends Place {
  readonly id: number;
  readonly atMs: number;
  readonly isFinger: boolean;
}

export interface TapHooks {
  /** Called when the second touch of two comes down, before it is known what it will be. */
  readonly onSecondTap: () => void;
  /** Called with the place of two taps. */
  readonly onDoubleTap: (xPx: number) => void;
}

/** Down, and not yet known for what. */
interface Pressed {
  readonly kind: 'pressed';
  readonly start: Pointer;
  readonly anchorMs: number;
  readonly isOnLink: boolean;
}

interface Panning {
  readonly kind: 'panning';
  readonly id: number;
  readonly isFinger: boolean;
  readonly anchorMs: number;
  readonly moves: readonly Move[];
}

interface Pinching {
  readonly kind: 'pinching';
  readonly a: Pointer;
  readonly b: Pointer;
  readonly apartPx: number;
  readonly lengthMs: number;
  readonly middleMs: number;
}

/** The second of two touches: lifted, it is a double tap; moved up or down, it zooms. */
interface Pulling {
  readonly kind: 'held' | 'pulling';
  readonly id: number;
  readonly place: Place;
  readonly view: View;
}

type Phase =
  | {readonly kind: 'idle'}
  | Pressed
  /** Down, and left to the page. */
  | {readonly kind: 'scrolling'; readonly id: number}
  | Panning
  | Pinching
  /** Up again after a short touch, which may be the first of two. */
  | {readonly kind: 'tapped'; readonly place: Place; readonly atMs: number}
  | Pulling;

const IDLE: Phase = {kind: 'idle'};

/** A state machine of the pointers that are down. Each gesture sets out from what is seen when it begins. */
export class Pointers {
  private readonly plot: PlotView;
  private readonly hooks: TapHooks;
  private phase: Phase = IDLE;

  constructor(plot: PlotView, hooks: TapHooks) {
    this.plot = plot;
    this.hooks = hooks;
  }

  /** Whether no pointer is down. */
  get isFree(): boolean {
    return this.phase.kind === 'idle' || this.phase.kind === 'tapped';
  }

  /** Whether the page must not scroll, and a click that follows must open nothing. */
  get isBusy(): boolean {
    return !this.isFree && this.phase.kind !== 'pressed' && this.phase.kind !== 'scrolling';
  }

  press(pointer: Pointer, isOnLink: boolean): void {
    const {phase, plot} = this;
    if (phase.kind !== 'idle' && phase.kind !== 'tapped') return this.pressBeside(pointer);
    plot.camera.hold();
    const {id, xPx, yPx, atMs, isFinger} = pointer;
    if (phase.kind === 'tapped' && isFinger && !isOnLink && atMs - phase.atMs <= TAP_MS && apart(pointer, phase.place) <= NEAR_PX) {
      this.phase = {kind: 'held', id, place: {xPx, yPx}, view: plot.camera.view};
      return this.hooks.onSecondTap();
    }
    this.phase = {kind: 'pressed', start: pointer, anchorMs: plot.msAt(xPx), isOnLink};
  }

  /** A second pointer comes down. */
  private pressBeside(pointer: Pointer): void {
    const {phase} = this;
    if (phase.kind === 'pressed') this.phase = this.pinchOf(phase.start, pointer);
    else if (phase.kind === 'panning')
      this.phase = this.pinchOf({...phase.moves.at(-1)!, id: phase.id, isFinger: true, yPx: pointer.yPx}, pointer);
    else if (phase.kind === 'held' || phase.kind === 'pulling') this.letGo({kind: 'scrolling', id: phase.id});
  }

  move(pointer: Pointer): void {
    const {phase} = this;
    switch (phase.kind) {
      case 'pressed':
        return this.setOut(phase, pointer);
      case 'panning':
        return this.pan(phase, pointer);
      case 'pinching':
        return this.pinch(phase, pointer);
      case 'held':
      case 'pulling':
        return this.pull(phase, pointer);
    }
  }

  /** A finger that sets out up or down scrolls the page. */
  private setOut({start, anchorMs}: Pressed, pointer: Pointer): void {
    const {id, xPx, yPx} = pointer;
    if (start.id !== id || apart(pointer, start) < DRAG_THRESHOLD_PX) return;
    if (start.isFinger && Math.abs(yPx - start.yPx) > Math.abs(xPx - start.xPx)) return this.letGo({kind: 'scrolling', id});
    this.pan({kind: 'panning', id, isFinger: start.isFinger, anchorMs, moves: [start]}, pointer);
  }

  private pan(phase: Panning, {id, atMs, xPx}: Pointer): void {
    if (phase.id !== id) return;
    this.phase = {...phase, moves: [...phase.moves.slice(-LAST_MOVES), {atMs, xPx}]};
    this.plot.showAt(phase.anchorMs, xPx, lengthMs(this.plot.camera.view));
  }

  private pinch(before: Pinching, pointer: Pointer): void {
    const {id} = pointer;
    if (before.a.id !== id && before.b.id !== id) return;
    const phase = before.a.id === id ? {...before, a: pointer} : {...before, b: pointer};
    this.phase = phase;
    const {a, b, apartPx, middleMs} = phase;
    this.plot.showAt(middleMs, (a.xPx + b.xPx) / 2, phase.lengthMs * (apartPx / Math.max(apart(a, b), 1)));
  }

  private pull(phase: Pulling, pointer: Pointer): void {
    const {id, yPx} = pointer;
    if (phase.id !== id || (phase.kind === 'held' && apart(pointer, phase.place) <= TREMBLE_PX)) return;
    const {place, view} = phase;
    this.phase = {kind: 'pulling', id, place, view};
    const anchorMs = msAtX(place.xPx, view, this.plot.widthPx());
    this.plot.showAt(anchorMs, place.xPx, lengthMs(view) / 2 ** ((yPx - place.yPx) / PX_PER_DOUBLING));
  }

  lift({id, atMs}: Pick<Pointer, 'id' | 'atMs'>): void {
    const {phase} = this;
    if (phase.kind === 'pinching') return this.liftOne(phase, id, atMs);
    if (idOf(phase) !== id) return;
    switch (phase.kind) {
      case 'pressed': {
        const {start, isOnLink} = phase;
        const isTap = start.isFinger && !isOnLink && atMs - start.atMs <= TAP_MS;
        return this.letGo(isTap ? {kind: 'tapped', place: start, atMs} : IDLE);
      }
      case 'panning':
        this.letGo();
        return this.glideOn(phase, atMs);
      case 'held':
        this.letGo();
        return this.hooks.onDoubleTap(phase.place.xPx);
      default:
        return this.letGo();
    }
  }

  private glideOn({isFinger, moves}: Panning, atMs: number): void {
    const {camera, widthPx} = this.plot;
    const glide = isFinger && !prefersStill() ? glideOf(moves, atMs) : null;
    if (glide) camera.glideBy((-glide.byPx / widthPx()) * lengthMs(camera.view), glide.durationMs);
  }

  /** The other finger goes on from where it is. */
  private liftOne({a, b}: Pinching, id: number, atMs?: number): void {
    if (a.id !== id && b.id !== id) return;
    const other = a.id === id ? b : a;
    this.phase = this.panOf(atMs === undefined ? other : {...other, atMs});
  }

  /** The browser has taken the pointer for itself, for instance to scroll. */
  cancel(id: number): void {
    const {phase} = this;
    if (phase.kind === 'pinching') this.liftOne(phase, id);
    else if (idOf(phase) === id) this.letGo();
  }

  private letGo(next: Phase = IDLE): void {
    this.phase = next;
    this.plot.camera.release();
  }

  private panOf({id, isFinger, atMs, xPx}: Pointer): Phase {
    return {kind: 'panning', id, isFinger, anchorMs: this.plot.msAt(xPx), moves: [{atMs, xPx}]};
  }

  private pinchOf(a: Pointer, b: Pointer): Phase {
    return {
      kind: 'pinching',
      a,
      b,
      apartPx: apart(a, b),
      lengthMs: lengthMs(this.plot.camera.view),
      middleMs: this.plot.msAt((a.xPx + b.xPx) / 2),
    };
  }
}

function apart(a: Place, b: Place): number {
  return Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx);
}

function idOf(phase: Phase): number | null {
  if (phase.kind === 'pressed') return phase.start.id;
  return 'id' in phase ? phase.id : null;
}
