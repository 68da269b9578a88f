import type {EdtfDate} from '../../schema/content.ts';
import {DAY_MS, dayStartMs, wallClockMs} from './time.ts';

/** How far an approximate day (`~`, `?`) is drawn to either side. EDTF gives it no number. */
const ABOUT_DAY_MS = DAY_MS;

/** Where an event is on the axis, and how sure that is. Ends are exclusive. */
export type Span =
  /** The hour is known. */
  | {readonly kind: 'moment'; readonly atMs: number}
  /** The day is known, the hour is not. */
  | {readonly kind: 'day'; readonly dayMs: number}
  /** At one moment in here; `soft` edges are approximate themselves. */
  | {readonly kind: 'within'; readonly fromMs: number; readonly toMs: number; readonly soft: boolean}
  /** On or before the last day in here; how long before is not known. */
  | {readonly kind: 'by'; readonly toMs: number}
  /** On or after the first day in here; how long after is not known. */
  | {readonly kind: 'since'; readonly fromMs: number}
  /** All the time in here; a `soft` edge is approximate or unknown. */
  | {
      readonly kind: 'stretch';
      readonly fromMs: number;
      readonly toMs: number;
      readonly softStart: boolean;
      readonly softEnd: boolean;
    };

/**
 * Turns a date into its place on the axis.
 *
 * @param happened - Whether an interval went on throughout or holds one moment of unknown day.
 * @param extent - Where an end that goes on, or is unknown, is drawn to.
 */
export function spanFromDate(
  date: EdtfDate,
  happened: 'throughout' | 'within',
  zone: string,
  extent: {readonly fromMs: number; readonly toMs: number},
): Span {
  const {earliestMs, latestMs, start, end, precision} = date;
  if (precision === 'time') return {kind: 'moment', atMs: wallClockMs(earliestMs!, zone)};
  const isSoft = start.approximate || start.uncertain || end.approximate || end.uncertain;
  if (earliestMs === null && latestMs === null) return {kind: 'within', ...extent, soft: true};
  if (earliestMs === null) return {kind: 'by', toMs: dayStartMs(latestMs!) + DAY_MS};
  if (latestMs === null) {
    return end.bound === 'open' || happened === 'throughout'
      ? {kind: 'stretch', fromMs: earliestMs, toMs: extent.toMs, softStart: isSoftEdge(start), softEnd: true}
      : {kind: 'since', fromMs: earliestMs};
  }
  const toMs = dayStartMs(latestMs) + DAY_MS;
  if (precision === 'interval' && happened === 'throughout') {
    return {kind: 'stretch', fromMs: earliestMs, toMs, softStart: isSoftEdge(start), softEnd: isSoftEdge(end)};
  }
  if (precision === 'day') {
    return isSoft
      ? {kind: 'within', fromMs: earliestMs - ABOUT_DAY_MS, toMs: toMs + ABOUT_DAY_MS, soft: true}
      : {kind: 'day', dayMs: earliestMs};
  }
  return {kind: 'within', fromMs: earliestMs, toMs, soft: isSoft};
}

function isSoftEdge(edge: EdtfDate['start']): boolean {
  return edge.approximate || edge.uncertain || edge.bound !== 'closed';
}

/** The stretch of the axis a span takes up, ends exclusive; one instant for a moment. */
export function spanBounds(span: Span): {readonly fromMs: number; readonly toMs: number} {
  switch (span.kind) {
    case 'moment':
      return {fromMs: span.atMs, toMs: span.atMs};
    case 'day':
      return {fromMs: span.dayMs, toMs: span.dayMs + DAY_MS};
    case 'by':
      return {fromMs: span.toMs - DAY_MS, toMs: span.toMs};
    case 'since':
      return {fromMs: span.fromMs, toMs: span.fromMs + DAY_MS};
    default:
      return span;
  }
}

/** Where a span's marker is if nothing says more: its instant, or the middle of the day or days it may be. */
export function spanAnchorMs(span: Span): number {
  const {fromMs, toMs} = spanBounds(span);
  return span.kind === 'stretch' ? fromMs : (fromMs + toMs) / 2;
}

/** True where the marker shows a day that is not known for certain. */
export function isUncertain(span: Span): boolean {
  return span.kind === 'within' || span.kind === 'by' || span.kind === 'since';
}
