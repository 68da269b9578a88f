/** Two taps zoom in; a tap and then a finger that stays down and moves up or down zooms by as much as it moves. */

export interface Taps {
  /** Told of the second touch, before it is known what it will be. */
  readonly onSecond: () => void;
  /** Told where the second of two taps was. */
  readonly onDoubleTap: (clientX: number) => void;
  /** Told by how many doublings of the scale the finger has moved since it came down there. */
  readonly onPull: (clientX: number, doublings: number) => void;
}

type Phase =
  | {readonly kind: 'idle'}
  | {readonly kind: 'pressed' | 'tapped'; readonly x: number; readonly y: number; readonly atMs: number}
  | {readonly kind: 'held' | 'pulling'; readonly x: number; readonly y: number};

/** The longest a tap may take, and the longest between two. */
const TAP_MS = 300;
/** How far apart two taps may be, and how far a finger may tremble. */
const NEAR_PX = 30;
const TREMBLE_PX = 8;
const PX_PER_DOUBLING = 128;

/** @param ignores - True for a touch that another control takes. */
export function listenForTaps(plot: HTMLElement, {onSecond, onDoubleTap, onPull}: Taps, ignores: (event: TouchEvent) => boolean): void {
  let phase: Phase = {kind: 'idle'};
  const isNear = ({clientX, clientY}: Touch, {x, y}: {readonly x: number; readonly y: number}, px: number) => Math.hypot(clientX - x, clientY - y) <= px;
  /** Keeps a touch from d3.zoom and from the browser, which would scroll, or press what is under it. */
  const take = (event: TouchEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };

  const begin = (event: TouchEvent) => {
    const touch = event.touches[0]!;
    const {clientX: x, clientY: y} = touch;
    if (event.touches.length > 1 || ignores(event)) phase = {kind: 'idle'};
    else if (phase.kind === 'tapped' && event.timeStamp - phase.atMs <= TAP_MS && isNear(touch, phase, NEAR_PX)) {
      take(event);
      phase = {kind: 'held', x, y};
      onSecond();
    } else phase = {kind: 'pressed', x, y, atMs: event.timeStamp};
  };
  const move = (event: TouchEvent) => {
    const touch = event.touches[0]!;
    if (phase.kind === 'pressed' && !isNear(touch, phase, TREMBLE_PX)) phase = {kind: 'idle'};
    if (phase.kind !== 'held' && phase.kind !== 'pulling') return;
    take(event);
    if (phase.kind === 'held' && isNear(touch, phase, TREMBLE_PX)) return;
    phase = {kind: 'pulling', x: phase.x, y: phase.y};
    onPull(phase.x, (touch.clientY - phase.y) / PX_PER_DOUBLING);
  };
  const end = (event: TouchEvent) => {
    const before = phase;
    const isTap = before.kind === 'pressed' && event.timeStamp - before.atMs <= TAP_MS;
    phase = isTap ? {...before, kind: 'tapped', atMs: event.timeStamp} : {kind: 'idle'};
    if (before.kind === 'held' || before.kind === 'pulling') take(event);
    if (before.kind === 'held') onDoubleTap(before.x);
  };
  plot.addEventListener('touchstart', begin, {capture: true, passive: false});
  plot.addEventListener('touchmove', move, {capture: true, passive: false});
  plot.addEventListener('touchend', end, {capture: true, passive: false});
  plot.addEventListener('touchcancel', () => (phase = {kind: 'idle'}), {capture: true, passive: true});
}
