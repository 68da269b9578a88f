import {DAY_MS} from '../model/time.ts';
import {lengthMs} from '../model/view.ts';
import type {View} from '../model/view.ts';

/** What a level of detail shows; design.md 4, continued for stories of years and of centuries. */
export type Level = 'centuries' | 'decades' | 'years' | 'months' | 'weeks' | 'days' | 'hours';

/** The scales that the closer levels of a story of weeks lead to, in pixels a day. */
export const LEVEL_PX_PER_DAY = {weeks: 48, days: 113, hours: 600} as const;

/** The scale that each level begins at, in pixels a day. */
export const LEVEL_FROM_PX_PER_DAY = {centuries: 0, decades: 0.025, years: 0.25, months: 3, weeks: 24, days: 72, hours: 480} as const;
/** The scale that each level's name leads to, in pixels a day. */
const LEVEL_TO_PX_PER_DAY: Readonly<Record<Level, number>> = {centuries: 0.008, decades: 0.08, years: 0.8, months: 10, ...LEVEL_PX_PER_DAY};
/** Where hours begin on a phone, whose window is narrow. */
const COMPACT_HOURS_FROM_PX = 200;

/** The four levels of a story by its length in days; the first shows the whole of it. */
const LADDERS: readonly (readonly [maxDays: number, levels: readonly [Level, Level, Level, Level]])[] = [
  [400, ['months', 'weeks', 'days', 'hours']],
  [40 * 365.25, ['years', 'months', 'days', 'hours']],
  [400 * 365.25, ['decades', 'years', 'months', 'days']],
  [Infinity, ['centuries', 'decades', 'years', 'months']],
];

/** The levels of a story, the widest first. */
export function levelsOf(extent: View): readonly Level[] {
  return LADDERS.find(([maxDays]) => lengthMs(extent) <= maxDays * DAY_MS)![1];
}

export const MAX_PX_PER_DAY = 2400;

export function pxPerDay(view: View, widthPx: number): number {
  return (widthPx / lengthMs(view)) * DAY_MS;
}

/** How far down its levels a story is seen: 0 is the whole of it, 3 the closest. */
export function depthOf(scalePxPerDay: number, extent: View, isCompact = false): number {
  return Math.max(
    0,
    levelsOf(extent).findLastIndex((level) => scalePxPerDay >= beginningOf(level, isCompact)),
  );
}

export function levelOf(scalePxPerDay: number, extent: View, isCompact = false): Level {
  return levelsOf(extent)[depthOf(scalePxPerDay, extent, isCompact)]!;
}

function beginningOf(level: Level, isCompact: boolean): number {
  return level === 'hours' && isCompact ? COMPACT_HOURS_FROM_PX : LEVEL_FROM_PX_PER_DAY[level];
}

/** The scale a level's name leads to, in pixels a day; that of the whole story for its first. */
export function levelPxPerDay(level: Level, extent: View, widthPx: number): number {
  const fitPx = pxPerDay(extent, widthPx);
  return level === levelsOf(extent)[0] ? fitPx : Math.max(fitPx, LEVEL_TO_PX_PER_DAY[level]);
}

/** Whether hours are shown. */
export function showsHours(scalePxPerDay: number, isCompact = false): boolean {
  return scalePxPerDay >= beginningOf('hours', isCompact);
}

/** The linear time scale of a view: instants to pixels from the plot's left edge. */
export function xPxOf(ms: number, view: View, widthPx: number): number {
  return ((ms - view.fromMs) / lengthMs(view)) * widthPx;
}

export function msAtX(xPx: number, view: View, widthPx: number): number {
  return view.fromMs + (xPx / widthPx) * lengthMs(view);
}
