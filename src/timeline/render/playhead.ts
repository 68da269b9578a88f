/** Where words stand, in pixels from the plot's top left corner. */
export interface TypeBox {
  readonly fromPx: number;
  readonly toPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
}

/** Between the playhead and the words it stops for, on every side. */
const GAP_PX = 3;

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
