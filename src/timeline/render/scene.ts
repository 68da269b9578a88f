/** What the drawing is made from, and what its parts share. */
import type {Arrangement} from '../layout/arrange.ts';
import type {Interval} from '../layout/rows.ts';
import type {StageSize} from '../layout/size.ts';
import type {Known} from '../model/known.ts';
import type {Timeline} from '../model/timeline.ts';
import type {View} from '../model/view.ts';

/** All that a drawing depends on: what is public, and what of it is in view. */
export interface Scene extends Known {
  readonly timeline: Timeline;
  readonly view: View;
  readonly size: StageSize;
  readonly arrangement: Arrangement;
  readonly selectedId: string | null;
  readonly playheadMs: number;
  /** Where then and now are compared, what was public on the playhead's day: it is drawn quietly. */
  readonly compared?: Known | null;
  /** The tab stop is the first of these that is drawn, else the first link; the build hands in no list and makes no tab stop. */
  readonly tabStops?: readonly string[];
  /** Where a mark's link leads; to its entry on the same page if left out. */
  readonly hrefOf?: (id: string) => string;
  /** Whether shapes that only change their place are carried there; see draw.ts. */
  readonly isCarried?: boolean;
  /** Whether the edges say what lies beyond them; a still picture says nothing of it. */
  readonly hasEdges?: boolean;
}

/** Where words are, in pixels from the plot's top left corner. */
export interface TypeBox {
  readonly fromPx: number;
  readonly toPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
}

/** The words over the playhead, and the place they take on the ruler. */
export interface Flag {
  readonly words: string;
  readonly xPx: number;
  readonly widthPx: number;
  /** What is seen of the day that it marks as a whole, or null. */
  readonly day: Interval | null;
  readonly isSeen: boolean;
}
