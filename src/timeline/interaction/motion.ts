import type {View} from '../model/view.ts';
import {flightPath} from './flight.ts';

const ZOOM_MS = 450;

export function prefersStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Moves a value from 0 to 1, a frame at a time; at once where readers ask for stillness.
 *
 * @returns Stops it where it is.
 */
export function animate(durationMs: number, ease: (t: number) => number, onFrame: (t: number) => void, onEnd: () => void): () => void {
  if (prefersStill() || durationMs <= 0) {
    onFrame(1);
    onEnd();
    return () => {};
  }
  const startMs = performance.now();
  let frame = requestAnimationFrame(function step(nowMs) {
    const t = Math.min(Math.max((nowMs - startMs) / durationMs, 0), 1);
    onFrame(ease(t));
    if (t < 1) frame = requestAnimationFrame(step);
    else onEnd();
  });
  return () => cancelAnimationFrame(frame);
}

export const easeOut = (t: number): number => 1 - (1 - t) ** 3;
/** cubic-bezier(0, 0, 0.3, 1): most of the way at once, and a long rest. */
export function easeOutLong(x: number): number {
  if (x >= 1) return 1;
  // The curve's own parameter, halved down to where its x is this one.
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const t = (low + high) / 2;
    if (0.9 * (1 - t) * t * t + t ** 3 < x) low = t;
    else high = t;
  }
  const t = (low + high) / 2;
  return 3 * (1 - t) * t * t + t ** 3;
}
export const linear = (t: number): number => t;

/** Flies to a view along a path that never loses the reader's place; see flight.ts. */
export function flyToView(from: View, to: View, onView: (view: View) => void, onEnd: () => void): () => void {
  const path = flightPath(from, to);
  return animate(ZOOM_MS, easeOut, (t) => onView(t < 1 ? path(t) : to), onEnd);
}
