/** What an arrangement would cover if the whole story were on screen at its scale; the rules of distance, told apart from the layout's own. */
import {CLUSTER_WIDTH_PX, MARK_HALF_PX, SMALL_MARK_HALF_PX} from '../../src/timeline/layout/arrange.ts';
import type {Arrangement} from '../../src/timeline/layout/arrange.ts';
import {placeEvents} from '../../src/timeline/layout/place.ts';
import type {PlacedEvent, Placement} from '../../src/timeline/layout/place.ts';
import type {StageSize} from '../../src/timeline/layout/size.ts';
import {DAY_MS} from '../../src/timeline/model/time.ts';
import type {Timeline} from '../../src/timeline/model/timeline.ts';

export interface Box {
  readonly what: 'exact' | 'uncertain' | 'clip' | 'words' | 'cluster';
  readonly id: string;
  readonly yPx: number;
  readonly fromPx: number;
  readonly toPx: number;
}

/** The selected event's words stand on a block this much wider on each side. */
const BLOCK_PX = 6;

export function storyWidthPx({extent}: Timeline, scale: number): number {
  return ((extent.toMs - extent.fromMs) / DAY_MS) * scale;
}

/** The whole story placed at an arrangement's scale. */
export function placeStory(timeline: Timeline, size: StageSize, arrangement: Arrangement): Placement {
  const wide = {...size, widthPx: storyWidthPx(timeline, arrangement.pxPerDay)};
  return placeEvents(timeline, timeline.extent, wide, arrangement);
}

export function boxesOf({events, clusters}: Pick<Placement, 'events' | 'clusters'>, selectedId: string | null = null): Box[] {
  return [
    ...events.flatMap((placed) => eventBoxes(placed, placed.event.id === selectedId ? BLOCK_PX : 0)),
    ...clusters.map(({xPx, yPx, members}): Box => ({
      what: 'cluster', id: members.join(), yPx, fromPx: xPx - CLUSTER_WIDTH_PX / 2, toPx: xPx + CLUSTER_WIDTH_PX / 2,
    })),
  ];
}

function eventBoxes({event, xPx, yPx, isSmall, spanPx, label}: PlacedEvent, padPx: number): Box[] {
  const {id, span} = event;
  const boxes: Box[] = [];
  const halfPx = isSmall ? SMALL_MARK_HALF_PX : MARK_HALF_PX;
  if (span.kind === 'stretch') boxes.push({what: 'clip', id, yPx, ...spanPx!});
  else if (span.kind === 'day' || span.kind === 'moment') boxes.push({what: 'exact', id, yPx, fromPx: xPx - halfPx, toPx: xPx + halfPx});
  else {
    const fromPx = Math.min(xPx - halfPx, spanPx!.fromPx);
    boxes.push({what: 'uncertain', id, yPx, fromPx, toPx: Math.max(xPx + halfPx, spanPx!.toPx)});
  }
  if (label) boxes.push({what: 'words', id, yPx, fromPx: label.xPx - padPx, toPx: label.xPx + label.widthPx + padPx});
  return boxes;
}

/** Least distance between two boxes of different events on one row; DESIGN 4. */
export function leastGapPx(a: Box, b: Box, wordsPx: number): number {
  const either = (what: Box['what']) => a.what === what || b.what === what;
  if (either('cluster')) return either('words') ? Math.min(wordsPx, 10) : 3;
  if (either('words')) return wordsPx;
  if (either('clip') && either('exact')) return 0;
  if (either('clip') && either('uncertain')) return 8;
  return 3;
}

/** Pairs on one row that touch or come too near, in words. */
export function tooClose(boxes: readonly Box[], wordsPx: number): string[] {
  const found: string[] = [];
  const rows = Map.groupBy(boxes, ({yPx}) => Math.round(yPx * 100));
  for (const row of rows.values()) {
    row.sort((a, b) => a.fromPx - b.fromPx);
    row.forEach((a, i) => {
      for (const b of row.slice(i + 1)) {
        // No two need more than this.
        if (b.fromPx > a.toPx + 20) break;
        if (a.id === b.id) continue;
        const gapPx = b.fromPx - a.toPx;
        if (gapPx < leastGapPx(a, b, wordsPx) - 0.01) found.push(`${a.what} ${a.id} and ${b.what} ${b.id} are ${gapPx.toFixed(2)} px apart`);
      }
    });
  }
  return found;
}

/** Least distance of words at a scale; DESIGN 4. */
export function wordsGapPx(size: StageSize, depth: number): number {
  if (size.isCompact) return 7;
  return depth === 0 ? 12 : 18;
}
