/** The overview's window and its two grips, in numbers: how far they go, and what they say as sliders. */
import {paceMs} from '../model/pace.ts';
import {DAY_MS} from '../model/time.ts';
import {lengthMs} from '../model/view.ts';
import type {View, ViewBounds} from '../model/view.ts';

export type End = 'from' | 'to';
export type Grip = End | 'both';

/** Steps of the story's pace: days, or more in a longer story. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
  Home: -Infinity,
  End: Infinity,
};
/** Width of the window's frame; the grips are centred on it. */
const FRAME_PX = 1.5;
/** How far a grip's target may reach out of the overview. */
const OUTSIDE_PX = 12;

/** Moves one end of a view, or both, as far as they go. */
export function stretched(view: View, grip: Grip, byMs: number, {extent, shortestMs}: ViewBounds): View {
  if (grip === 'both') {
    const clampedMs = Math.min(Math.max(byMs, extent.fromMs - view.fromMs), extent.toMs - view.toMs);
    return {fromMs: view.fromMs + clampedMs, toMs: view.toMs + clampedMs};
  }
  return grip === 'from'
    ? {fromMs: Math.min(Math.max(view.fromMs + byMs, extent.fromMs), view.toMs - shortestMs), toMs: view.toMs}
    : {fromMs: view.fromMs, toMs: Math.max(Math.min(view.toMs + byMs, extent.toMs), view.fromMs + shortestMs)};
}

/** How far a key moves a grip; null for a key of the page's. */
export function stepOfKey(key: string, extent: View): number | null {
  const by = STEPS[key];
  return by === undefined ? null : Math.min(Math.max(by * paceMs(extent), -lengthMs(extent)), lengthMs(extent));
}

/** How far aside the targets of two grips move, so that they neither cover each other nor leave the overview. */
export function gripsAside(fromPx: number, toPx: number, gripPx: number, widthPx: number): {readonly from: number; readonly to: number} {
  const leastPx = gripPx / 2 - OUTSIDE_PX;
  const mostPx = widthPx - leastPx;
  const middlePx = Math.min(Math.max((fromPx + toPx) / 2, leastPx + gripPx / 2), mostPx - gripPx / 2);
  const apartPx = gripPx / 2 + FRAME_PX;
  return {
    from: Math.max(Math.min(fromPx, middlePx - apartPx), leastPx) - fromPx,
    to: Math.min(Math.max(toPx, middlePx + apartPx), mostPx) - toPx,
  };
}

/** How far an instant is from the story's beginning, as a share of the story. */
export function shareOf(ms: number, extent: View): number {
  return (ms - extent.fromMs) / lengthMs(extent);
}

/** What a slider is set to, in days from the story's beginning. */
export interface SliderValues {
  readonly min: string;
  readonly max: string;
  readonly now: string;
  readonly text: string;
}

/** @param dayWords - Says the day of an instant. */
export function slidersOf(
  view: View,
  {extent, shortestMs}: ViewBounds,
  dayWords: (ms: number) => string,
): Readonly<Record<End, SliderValues>> {
  const days = (ms: number) => daysIn(ms - extent.fromMs);
  return {
    from: {min: days(extent.fromMs), max: days(view.toMs - shortestMs), now: days(view.fromMs), text: dayWords(view.fromMs)},
    to: {min: days(view.fromMs + shortestMs), max: days(extent.toMs), now: days(view.toMs), text: dayWords(view.toMs - 1)},
  };
}

/** Whole days and tenths, as a slider counts. */
function daysIn(ms: number): string {
  return String(Math.round((ms / DAY_MS) * 10) / 10);
}
