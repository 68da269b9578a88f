/** The story's bracket over its days, on the ruler's upper line: it ties the title to the chart. */
import {measureByTable} from '../layout/letter-widths.ts';
import type {Interval} from '../layout/rows.ts';
import {xPxOf} from '../layout/scale.ts';
import type {StageSize} from '../layout/size.ts';
import type {Scene} from './scene.ts';
import {pinnedWords, shape, share} from './shape.ts';
import type {Shape} from './shape.ts';

/** The line, from the ruler's top; its ends reach down to the other. */
const LINE_PX = 6;
const FOOT_PX = 12;
const STROKE_PX = 1.6;
/** Between its words and the line on either side of them, and what must be left of that line. */
const GAP_PX = 10;
const ARM_PX = 6;
const SIZE_PX = 12;

export interface Bracket {
  readonly words: string;
  readonly wordsPx: number;
  readonly fromPx: number;
  readonly toPx: number;
  /** Whether it ends there; else it goes on beyond what is seen, and its end is open. */
  readonly isFromSeen: boolean;
  readonly isToSeen: boolean;
}

/**
 * The bracket as far as it is in view, with the longest of its names that has room; null where it is not public, or
 * where no name has room.
 *
 * @param room - How far an end that is out of view may reach.
 */
export function bracketOf(
  {
    timeline: {bracket},
    isBracketKnown,
    compared,
    view,
    size: {widthPx, isCompact},
  }: Pick<Scene, 'timeline' | 'isBracketKnown' | 'compared' | 'view' | 'size'>,
  room: Interval = {fromPx: 0, toPx: widthPx},
): Bracket | null {
  // Between the pictures of then and now the ruler has no room for it.
  if (!bracket || !isBracketKnown || compared) return null;
  const headPx = xPxOf(bracket.fromMs, view, widthPx);
  const tailPx = xPxOf(bracket.toMs, view, widthPx);
  const [isFromSeen, isToSeen] = [headPx >= 0, tailPx <= widthPx];
  const fromPx = isFromSeen ? headPx : room.fromPx;
  const toPx = isToSeen ? tailPx : room.toPx;
  const roomPx = toPx - fromPx - 2 * (GAP_PX + ARM_PX);
  const words = (isCompact ? [bracket.label] : [bracket.long, bracket.label]).find((name) => measureByTable(name, SIZE_PX, 600) <= roomPx);
  return words === undefined ? null : {words, wordsPx: measureByTable(words, SIZE_PX, 600), fromPx, toPx, isFromSeen, isToSeen};
}

/** A line that stops for its words, with an end turned down where it ends. */
export function bracketShape({words, wordsPx, fromPx, toPx, isFromSeen, isToSeen}: Bracket, {widthPx, rulerPx}: StageSize): Shape {
  const middlePx = (fromPx + toPx) / 2;
  const halfPx = wordsPx / 2 + GAP_PX;
  const across = (key: string, x1: number, x2: number) =>
    shape(key, 'line', {x1: share(x1, widthPx), x2: share(x2, widthPx), y1: LINE_PX, y2: LINE_PX});
  const upright = (key: string, px: number) =>
    shape(key, 'line', {x1: share(px, widthPx), x2: share(px, widthPx), y1: LINE_PX - STROKE_PX / 2, y2: FOOT_PX});
  return shape('bracket', 'g', {class: 'bracket'}, [
    across('left', fromPx, middlePx - halfPx),
    across('right', middlePx + halfPx, toPx),
    isFromSeen ? upright('from', fromPx) : null,
    isToSeen ? upright('to', toPx) : null,
    pinnedWords('words', 'words is-middle', middlePx, Math.max(rulerPx - 22, 10), widthPx, words),
  ]);
}
