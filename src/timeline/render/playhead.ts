/** The playhead: a line that stops for words, and its flag on the ruler. */
import {measureByTable} from '../layout/letter-widths.ts';
import {pxPerDay, xPxOf} from '../layout/scale.ts';
import {flagWords} from './names.ts';
import {pinned, round, shape, share} from './shape.ts';
import type {Shape} from './shape.ts';
import type {Scene} from './stage.ts';

const FLAG_HEIGHT_PX = 18;
const FLAG_PADDING_PX = 6;

/** Between the playhead and the words it stops for, on every side. */
const GAP_PX = 3;

/** Where words stand, in pixels from the plot's top left corner. */
export interface TypeBox {
  readonly fromPx: number;
  readonly toPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
}

/**
 * The pieces of an upright line that leave out every box it would cross.
 *
 * @param xPx - Where the line stands.
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

export interface Flag {
  readonly words: string;
  readonly xPx: number;
  readonly widthPx: number;
  readonly isSeen: boolean;
}

/** The playhead's flag, kept inside the plot. */
export function flagOf({timeline, view, size, playheadMs}: Scene): Flag {
  const words = flagWords(timeline, playheadMs, pxPerDay(view, size.widthPx), size.isCompact);
  const widthPx = measureByTable(words, 12, 600) + 2 * FLAG_PADDING_PX;
  const xPx = xPxOf(playheadMs, view, size.widthPx);
  return {
    words,
    widthPx,
    xPx: Math.min(Math.max(xPx - widthPx / 2, 0), size.widthPx - widthPx),
    isSeen: xPx >= -1 && xPx <= size.widthPx + 1,
  };
}

/** The playhead as a line that words interrupt. */
export function playheadShape(key: string, {view, size, playheadMs}: Scene, fromPx: number, toPx: number, words: readonly TypeBox[]): Shape {
  const xPx = xPxOf(playheadMs, view, size.widthPx);
  const x = share(xPx, size.widthPx);
  const isSeen = xPx >= -1 && xPx <= size.widthPx + 1;
  return shape(key, 'g', {class: 'playhead', 'aria-hidden': 'true'}, [
    ...(isSeen ? piecesBetween(words, xPx, fromPx, toPx) : []).map(([topPx, footPx], i) => shape(`line-${i}`, 'line', {x1: x, x2: x, y1: round(topPx), y2: round(footPx)})),
  ]);
}

export function flagShape({size}: Scene, flag: Flag): Shape {
  return shape('flag', 'g', {class: 'flag', 'aria-hidden': 'true'}, [
    flag.isSeen
      ? pinned('at', 'at', flag.xPx, size.rulerPx - FLAG_HEIGHT_PX, size.widthPx, [
          shape('box', 'rect', {width: round(flag.widthPx), height: FLAG_HEIGHT_PX}),
          shape('words', 'text', {x: round(flag.widthPx / 2), y: 13}, flag.words),
        ])
      : null,
  ]);
}
