/** The marks of the frame before: most of them are drawn again, where they were or carried to another place. */
import type {PlacedEvent, PlacedLabel} from '../layout/place.ts';
import {isSame} from '../model/memoize.ts';
import type {Lane, TimelineEvent} from '../model/timeline.ts';
import {markShape} from './marks.ts';
import type {MarkState} from './marks.ts';
import {carriedTo} from './shape.ts';
import type {Carried} from './shape.ts';

/** How a mark looks, wherever it is. */
interface Looks {
  readonly lane: Lane;
  readonly state: MarkState;
  readonly widthPx: number;
  readonly isCompact: boolean;
}

interface DrawnMark {
  readonly placed: PlacedEvent;
  readonly looks: Looks;
  readonly shape: Carried;
}

/** Places that differ by less than this are the same. */
const SAME_PX = 0.01;

const lastDrawn = new WeakMap<TimelineEvent, DrawnMark>();

/**
 * A mark as {@link markShape} draws it.
 *
 * @param isCarried - Whether a mark that has only changed its place may be the last one's, carried there.
 */
export function markOf(placed: PlacedEvent, looks: Looks, isCarried: boolean): Carried {
  const {event} = placed;
  const last = lastDrawn.get(event);
  const looksSame = last && looksTheSame(last.looks, looks);
  if (looksSame && isSame(last.placed, placed) && (isCarried || isWhereDrawn(last.shape))) return last.shape;
  const shape =
    looksSame && isCarried && isMovedWhole(last.placed, placed)
      ? carriedTo(placed.xPx, placed.yPx, last.shape)
      : markShape(placed, looks.lane, looks.state, looks.widthPx, looks.isCompact);
  lastDrawn.set(event, {placed, looks, shape});
  return shape;
}

/** Whether the shares in a shape are those of its place. */
function isWhereDrawn({at}: Carried): boolean {
  return at.xPx === at.drawnPx;
}

function looksTheSame(a: Looks, b: Looks): boolean {
  const {secret, stemPx, ...state} = a.state;
  const {secret: otherSecret, stemPx: otherStem, ...other} = b.state;
  return (
    a.lane === b.lane &&
    a.widthPx === b.widthPx &&
    a.isCompact === b.isCompact &&
    isSame(state, other) &&
    isSame(secret, otherSecret) &&
    isSame(stemPx, otherStem)
  );
}

/** Whether a mark and its words have moved together; one with a span or a box changes its length, too. */
function isMovedWhole(before: PlacedEvent, now: PlacedEvent): boolean {
  if (before.mark !== now.mark || before.spanPx || now.spanPx || before.tabPx || now.tabPx) return false;
  return isSameLabel(before.label, now.label, now.xPx - before.xPx);
}

function isSameLabel(before: PlacedLabel | null, now: PlacedLabel | null, byPx: number): boolean {
  if (before === null || now === null) return before === now;
  return (
    before.text === now.text &&
    before.widthPx === now.widthPx &&
    before.hasSign === now.hasSign &&
    before.sizePx === now.sizePx &&
    Math.abs(before.xPx + byPx - now.xPx) < SAME_PX
  );
}
