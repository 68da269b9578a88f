/** The playhead: a line that stops for words, and its flag on the ruler. */
import {measureByTable} from '../layout/letter-widths.ts';
import type {Interval} from '../layout/rows.ts';
import {pxPerDay, showsHours, xPxOf} from '../layout/scale.ts';
import {playheadOfDay} from '../model/playhead.ts';
import {DAY_MS, dayStartMs} from '../model/time.ts';
import {flagWords, isHourOfEvent} from './names.ts';
import type {Flag, Scene, TypeBox} from './scene.ts';
import {pinned, round, shape, share} from './shape.ts';
import type {Shape} from './shape.ts';

const FLAG_HEIGHT_PX = 18;
const FLAG_PADDING_PX = 6;

/** Between the playhead and the words it stops for, on every side. */
const GAP_PX = 3;

/**
 * The pieces of an upright line that leave out every box it would cross.
 *
 * @param xPx - Where the line is.
 * @returns Top and foot of each piece, from the top down; none is empty.
 */
export function piecesBetween(boxes: readonly TypeBox[], xPx: number, fromPx: number, toPx: number): (readonly [number, number])[] {
  const crossed = boxes
    .filter((box) => xPx > box.fromPx - GAP_PX && xPx < box.toPx + GAP_PX && box.bottomPx > fromPx && box.topPx < toPx)
    .sort((a, b) => a.topPx - b.topPx);
  const pieces: (readonly [number, number])[] = [];
  let topPx = fromPx;
  for (const box of crossed) {
    if (box.topPx > topPx) pieces.push([topPx, box.topPx]);
    topPx = Math.max(topPx, box.bottomPx);
  }
  if (topPx < toPx) pieces.push([topPx, toPx]);
  return pieces;
}

type HeadScene = Pick<Scene, 'timeline' | 'view' | 'size' | 'playheadMs' | 'isKnownThen' | 'compared'>;

/**
 * The day that the playhead marks as a whole, where hours are shown but no hour was reported; null
 * where it is a line. In Known then and in Both it is always a line, as what is not known yet begins there.
 */
function dayOfHead({timeline, view, size, playheadMs, isKnownThen, compared}: HeadScene): Interval | null {
  const {widthPx, isCompact} = size;
  const isWholeDay =
    !isKnownThen && !compared && showsHours(pxPerDay(view, widthPx), isCompact) && playheadMs === playheadOfDay(playheadMs);
  if (!isWholeDay || isHourOfEvent(timeline, playheadMs)) return null;
  const fromMs = dayStartMs(playheadMs);
  return {fromPx: Math.max(xPxOf(fromMs, view, widthPx), 0), toPx: Math.min(xPxOf(fromMs + DAY_MS, view, widthPx), widthPx)};
}

/** The playhead's flag, inside the plot: over its line, or at the left end of its day. */
export function flagOf(scene: HeadScene): Flag {
  const {timeline, view, size, playheadMs} = scene;
  const words = flagWords(timeline, playheadMs, pxPerDay(view, size.widthPx), size.isCompact);
  const widthPx = measureByTable(words, 12, 600) + 2 * FLAG_PADDING_PX;
  const xPx = xPxOf(playheadMs, view, size.widthPx);
  const day = dayOfHead(scene);
  return {
    words,
    widthPx,
    xPx: Math.min(Math.max(day ? day.fromPx : xPx - widthPx / 2, 0), size.widthPx - widthPx),
    day,
    isSeen: day ? day.toPx > day.fromPx : xPx >= -1 && xPx <= size.widthPx + 1,
  };
}

/** The playhead as a line that words interrupt; nothing where it marks a whole day. */
export function playheadShape(key: string, scene: HeadScene, fromPx: number, toPx: number, words: readonly TypeBox[]): Shape {
  const {view, size, playheadMs} = scene;
  if (dayOfHead(scene)) return shape(key, 'g', {class: 'playhead', 'aria-hidden': 'true'});
  const xPx = xPxOf(playheadMs, view, size.widthPx);
  const x = share(xPx, size.widthPx);
  const isSeen = xPx >= -1 && xPx <= size.widthPx + 1;
  return shape(key, 'g', {class: 'playhead', 'aria-hidden': 'true'}, [
    ...(isSeen ? piecesBetween(words, xPx, fromPx, toPx) : []).map(([topPx, footPx], i) =>
      shape(`line-${i}`, 'line', {x1: x, x2: x, y1: round(topPx), y2: round(footPx)}),
    ),
  ]);
}

export function flagShape({size}: Pick<Scene, 'size'>, flag: Flag): Shape {
  const {rulerPx, widthPx} = size;
  return shape('flag', 'g', {class: 'flag', 'aria-hidden': 'true'}, [
    flag.isSeen && flag.day
      ? shape('day', 'line', {x1: share(flag.day.fromPx, widthPx), x2: share(flag.day.toPx, widthPx), y1: rulerPx - 1, y2: rulerPx - 1})
      : null,
    flag.isSeen
      ? pinned('at', 'at', flag.xPx, rulerPx - FLAG_HEIGHT_PX, widthPx, [
          shape('box', 'rect', {width: round(flag.widthPx), height: FLAG_HEIGHT_PX}),
          shape('words', 'text', {x: round(flag.widthPx / 2), y: 13}, flag.words),
        ])
      : null,
  ]);
}
