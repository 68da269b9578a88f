/** The stage in pixels where then and now are compared: two pictures of the same rows, one above the other. */
import type {Timeline} from '../model/timeline.ts';
import {totalRows} from './size.ts';
import type {StageSize} from './size.ts';

/** What the window holds beside the two pictures: the bar, and the heads above and below. */
const AROUND_PX = 48 + 44 + 58;
/** On a phone a lane is as high as the design has it, with one row. */
const COMPACT_ROW_PX = 19;

/**
 * What each picture of the comparison has: as many rows as leave both of them in the window, and no measures.
 *
 * @param size - That of the stage with one picture.
 */
export function halfSize(size: StageSize, timeline: Pick<Timeline, 'lanes'>, windowHeightPx: number): StageSize {
  const lanes = timeline.lanes.length;
  const half = {...size, measures: 0};
  if (size.isCompact) return {...half, rowPx: COMPACT_ROW_PX, rows: {fixed: lanes}};
  const lanesPx = (windowHeightPx - AROUND_PX - size.rulerPx) / 2 - size.stripPx - lanes * size.laneGapPx;
  const rows = Math.min(Math.max(Math.floor(lanesPx / size.rowPx), lanes), totalRows(timeline, size));
  return {...half, rows: {fixed: rows}};
}
