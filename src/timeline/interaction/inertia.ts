/** How a plot glides on after a finger that was moving has let go of it. */

/** Where a finger had moved the plot to, and when. */
export interface Move {
  readonly atMs: number;
  readonly xPx: number;
}

export interface Glide {
  readonly byPx: number;
  readonly durationMs: number;
}

/** Only the last moves say how fast the finger was. */
const RECENT_MS = 160;
/** A finger whose last move was shorter was at rest. */
const MIN_MOVE_PX = 3;
const SHARE_OF_SPEED = 0.3;
const MAX_PX_PER_S = 1400;
const BRAKE_PX_PER_S2 = 2500;

/**
 * The glide that follows a finger's moves; the numbers are MapLibre's.
 *
 * @param moves - In the order of time.
 * @param nowMs - When the finger was lifted, on the clock of the moves.
 * @returns Null if the finger was at rest.
 */
export function glideOf(moves: readonly Move[], nowMs: number): Glide | null {
  const recent = moves.filter(({atMs}) => nowMs - atMs <= RECENT_MS);
  const [first, before, last] = [recent[0], recent.at(-2), recent.at(-1)];
  if (!first || !before || !last || Math.abs(last.xPx - before.xPx) < MIN_MOVE_PX) return null;
  const seconds = Math.max(nowMs - first.atMs, 1) / 1000;
  const wanted = ((last.xPx - first.xPx) * SHARE_OF_SPEED) / seconds;
  const pxPerS = Math.min(Math.max(wanted, -MAX_PX_PER_S), MAX_PX_PER_S);
  const brakingS = Math.abs(pxPerS) / (BRAKE_PX_PER_S2 * SHARE_OF_SPEED);
  return {byPx: (pxPerS * brakingS) / 2, durationMs: brakingS * 1000};
}
