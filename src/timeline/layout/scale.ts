import {DAY_MS} from '../model/time.ts';
import {lengthMs} from '../model/view.ts';
import type {View} from '../model/view.ts';

/** What a level of detail shows; DESIGN 5. */
export type Level = 'months' | 'weeks' | 'days' | 'hours';

export const LEVELS: readonly Level[] = ['months', 'weeks', 'days', 'hours'];

/** The scale a level's name leads to, in pixels a day; Months leads to the whole story. */
export const LEVEL_PX_PER_DAY: Readonly<Record<Exclude<Level, 'months'>, number>> = {weeks: 48, days: 113, hours: 600};

export const MAX_PX_PER_DAY = 2400;

export function pxPerDay(view: View, widthPx: number): number {
  return (widthPx / lengthMs(view)) * DAY_MS;
}

export function levelOf(scalePxPerDay: number): Level {
  if (scalePxPerDay < 24) return 'months';
  if (scalePxPerDay < 72) return 'weeks';
  return scalePxPerDay < 320 ? 'days' : 'hours';
}

/** The linear time scale of a view: instants to pixels from the plot's left edge. */
export function xPxOf(ms: number, view: View, widthPx: number): number {
  return ((ms - view.fromMs) / lengthMs(view)) * widthPx;
}

export function msAtX(xPx: number, view: View, widthPx: number): number {
  return view.fromMs + (xPx / widthPx) * lengthMs(view);
}
