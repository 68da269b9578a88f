/**
 * What a pointer, fingers and a wheel do to the view: numbers in, views out, no page. Each gesture sets out from what the
 * camera shows when it begins, and holds the view until it ends.
 */
import {msAtX} from '../layout/scale.ts';
import {lengthMs, panView, viewAbout} from '../model/view.ts';
import type {View} from '../model/view.ts';
import type {Camera} from './camera.ts';
import {glideOf} from './inertia.ts';
import type {Move} from './inertia.ts';
import {prefersStill} from './motion.ts';

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

export interface Turn extends Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey' | 'shiftKey'> {
  readonly xPx: number;
  readonly atMs: number;
}

/** Two fingers on a trackpad, as Safari reports them. */
export interface Stretch {
  readonly kind: 'start' | 'change' | 'end';
  /** How far apart they are, against how far they were when it began. */
  readonly scale: number;
  readonly xPx: number;
}

export interface HandsHooks {
  /** Called when the second touch of two comes down, before it is known what it will be. */
  readonly onSecondTap: () => void;
  /** Called with the place of two taps. */
  readonly onDoubleTap: (xPx: number) => void;
}

export interface Hands {
  /** @param isOnLink - A tap there opens something, and is not the first of two. */
  readonly press: (pointer: Pointer, isOnLink: boolean) => void;
  readonly move: (pointer: Pointer) => void;
  readonly lift: (pointer: Pick<Pointer, 'id' | 'atMs'>) => void;
  /** The browser has taken the pointer for itself, for instance to scroll. */
  readonly cancel: (id: number) => void;
  /** @returns False for a turn that is left to the page. */
  readonly turn: (turn: Turn) => boolean;
  /** Zooms about the place where it began. */
  readonly stretch: (stretch: Stretch) => void;
  /** Whether the page must not scroll, and a click that follows must open nothing. */
  readonly isBusy: boolean;
}

type Phase =
  | {readonly kind: 'idle'}
  /** Down, and not yet known for what. */
  | {readonly kind: 'pressed'; readonly start: Pointer; readonly anchorMs: number; readonly isOnLink: boolean}
  /** Down, and left to the page. */
  | {readonly kind: 'scrolling'; readonly id: number}
  | {readonly kind: 'panning'; readonly id: number; readonly isFinger: boolean; readonly anchorMs: number; readonly moves: readonly Move[]}
  | {
      readonly kind: 'pinching';
      readonly a: Pointer;
      readonly b: Pointer;
      readonly apartPx: number;
      readonly lengthMs: number;
      readonly middleMs: number;
    }
  /** Up again after a short touch, which may be the first of two. */
  | {readonly kind: 'tapped'; readonly place: Place; readonly atMs: number}
  /** The second of two touches: lifted, it is a double tap; moved up or down, it zooms. */
  | {readonly kind: 'held' | 'pulling'; readonly id: number; readonly place: Place; readonly view: View};

const IDLE: Phase = {kind: 'idle'};

export function handsOn(camera: Camera, widthPx: () => number, {onSecondTap, onDoubleTap}: HandsHooks): Hands {
  let phase: Phase = IDLE;
  /** The instant that a burst of turns zooms about. */
  let burst: {readonly xPx: number; readonly anchorMs: number; readonly atMs: number; readonly view: View} | null = null;

  let stretched: {readonly xPx: number; readonly anchorMs: number; readonly lengthMs: number} | null = null;

  const msAt = (xPx: number) => msAtX(xPx, camera.view, widthPx());
  /** Puts an instant at a place. */
  const showAt = (anchorMs: number, xPx: number, wantedMs: number) =>
    camera.moveTo(viewAbout(anchorMs, xPx / widthPx(), wantedMs, camera.bounds), {isOwn: true});
  const pinchOf = (a: Pointer, b: Pointer): Phase => ({
    kind: 'pinching',
    a,
    b,
    apartPx: apart(a, b),
    lengthMs: lengthMs(camera.view),
    middleMs: msAt((a.xPx + b.xPx) / 2),
  });
  const panOf = ({id, isFinger, atMs, xPx}: Pointer): Phase => ({kind: 'panning', id, isFinger, anchorMs: msAt(xPx), moves: [{atMs, xPx}]});
  const letGo = (next: Phase = IDLE) => {
    phase = next;
    camera.release();
  };

  const pressSecond = (pointer: Pointer) => {
    if (phase.kind === 'pressed') phase = pinchOf(phase.start, pointer);
    else if (phase.kind === 'panning') phase = pinchOf({...phase.moves.at(-1)!, id: phase.id, isFinger: true, yPx: pointer.yPx}, pointer);
    else if (phase.kind === 'held' || phase.kind === 'pulling') letGo({kind: 'scrolling', id: phase.id});
  };

  return {
    get isBusy() {
      return phase.kind !== 'idle' && phase.kind !== 'pressed' && phase.kind !== 'scrolling' && phase.kind !== 'tapped';
    },
    press(pointer, isOnLink) {
      if (phase.kind !== 'idle' && phase.kind !== 'tapped') return pressSecond(pointer);
      camera.hold();
      const {id, xPx, yPx, atMs, isFinger} = pointer;
      if (phase.kind === 'tapped' && isFinger && !isOnLink && atMs - phase.atMs <= TAP_MS && apart(pointer, phase.place) <= NEAR_PX) {
        phase = {kind: 'held', id, place: {xPx, yPx}, view: camera.view};
        return onSecondTap();
      }
      phase = {kind: 'pressed', start: pointer, anchorMs: msAt(xPx), isOnLink};
    },
    move(pointer) {
      const {id, atMs, xPx, yPx} = pointer;
      if (phase.kind === 'pressed' && phase.start.id === id) {
        const {start, anchorMs} = phase;
        if (apart(pointer, start) < DRAG_THRESHOLD_PX) return;
        // A finger that sets out up or down scrolls the page.
        if (start.isFinger && Math.abs(yPx - start.yPx) > Math.abs(xPx - start.xPx)) return letGo({kind: 'scrolling', id});
        phase = {kind: 'panning', id, isFinger: start.isFinger, anchorMs, moves: [start]};
      }
      switch (phase.kind) {
        case 'panning': {
          if (phase.id !== id) return;
          phase = {...phase, moves: [...phase.moves.slice(-LAST_MOVES), {atMs, xPx}]};
          return showAt(phase.anchorMs, xPx, lengthMs(camera.view));
        }
        case 'pinching': {
          if (phase.a.id !== id && phase.b.id !== id) return;
          phase = phase.a.id === id ? {...phase, a: pointer} : {...phase, b: pointer};
          const {a, b, apartPx, middleMs} = phase;
          return showAt(middleMs, (a.xPx + b.xPx) / 2, phase.lengthMs * (apartPx / Math.max(apart(a, b), 1)));
        }
        case 'held':
        case 'pulling': {
          if (phase.id !== id || (phase.kind === 'held' && apart(pointer, phase.place) <= TREMBLE_PX)) return;
          const {place, view} = phase;
          phase = {kind: 'pulling', id, place, view};
          return showAt(msAtX(place.xPx, view, widthPx()), place.xPx, lengthMs(view) / 2 ** ((yPx - place.yPx) / PX_PER_DOUBLING));
        }
      }
    },
    lift({id, atMs}) {
      switch (phase.kind) {
        case 'pressed': {
          const {start, isOnLink} = phase;
          if (start.id !== id) return;
          const isTap = start.isFinger && !isOnLink && atMs - start.atMs <= TAP_MS;
          return letGo(isTap ? {kind: 'tapped', place: start, atMs} : IDLE);
        }
        case 'panning': {
          if (phase.id !== id) return;
          const {isFinger, moves} = phase;
          letGo();
          const glide = isFinger && !prefersStill() ? glideOf(moves, atMs) : null;
          if (glide) camera.glideBy((-glide.byPx / widthPx()) * lengthMs(camera.view), glide.durationMs);
          return;
        }
        case 'pinching': {
          const {a, b} = phase;
          if (a.id !== id && b.id !== id) return;
          // The other finger goes on from where it is.
          phase = panOf({...(a.id === id ? b : a), atMs});
          return;
        }
        case 'held':
        case 'pulling': {
          if (phase.id !== id) return;
          const {
            kind,
            place: {xPx},
          } = phase;
          letGo();
          if (kind === 'held') onDoubleTap(xPx);
          return;
        }
        case 'scrolling':
          if (phase.id === id) letGo();
      }
    },
    cancel(id) {
      if (phase.kind === 'pinching' && (phase.a.id === id || phase.b.id === id)) {
        const {a, b} = phase;
        phase = panOf(a.id === id ? b : a);
      } else if (idOf(phase) === id) letGo();
    },
    stretch({kind, scale, xPx}) {
      // A screen reports the fingers on it one by one as well.
      if (kind === 'start' && (phase.kind === 'idle' || phase.kind === 'tapped')) {
        camera.hold();
        stretched = {xPx, anchorMs: msAt(xPx), lengthMs: lengthMs(camera.view)};
      }
      if (stretched === null) return;
      if (kind === 'change') showAt(stretched.anchorMs, stretched.xPx, stretched.lengthMs / Math.max(scale, Number.EPSILON));
      if (kind === 'end') {
        stretched = null;
        camera.release();
      }
    },
    turn({deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey, xPx, atMs}) {
      camera.touched();
      camera.stopGlide();
      const length = lengthMs(camera.view);
      if (ctrlKey || metaKey) {
        const isBurst = burst !== null && burst.xPx === xPx && burst.view === camera.view && atMs - burst.atMs < TURNS_MS;
        const anchorMs = isBurst ? burst!.anchorMs : msAt(xPx);
        showAt(anchorMs, xPx, length / 2 ** doublingsOf({deltaY, deltaMode, ctrlKey}));
        burst = {xPx, anchorMs, atMs, view: camera.view};
        return true;
      }
      const sideways = shiftKey && deltaX === 0 ? deltaY : deltaX;
      if (Math.abs(sideways) <= (shiftKey ? 0 : Math.abs(deltaY))) return false;
      const sidewaysPx = sideways * (deltaMode === 1 ? PX_PER_LINE : deltaMode === 2 ? widthPx() : 1);
      camera.moveTo(panView(camera.view, (sidewaysPx / widthPx()) * length), {isOwn: true});
      return true;
    },
  };
}

function apart(a: Place, b: Place): number {
  return Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx);
}

function idOf(phase: Phase): number | null {
  if (phase.kind === 'pressed') return phase.start.id;
  return 'id' in phase ? phase.id : null;
}

/** How many doublings of the scale one turn of the wheel asks for. */
export function doublingsOf({deltaY, deltaMode, ctrlKey}: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const rate =
    deltaMode === 1 ? LINE_RATE : deltaMode === 2 ? MAX_DOUBLINGS : ctrlKey && Math.abs(deltaY) < PINCH_MAX_PX ? PINCH_RATE : WHEEL_RATE;
  return Math.min(Math.max(-deltaY * rate, -MAX_DOUBLINGS), MAX_DOUBLINGS);
}
