import type {Measure, Timeline} from '../model/timeline.ts';

/**
 * The stage in pixels, from the top of the plot downwards. Heights follow from the lanes alone, never
 * from what is in view, so that nothing jumps while a reader zooms.
 */
export interface StageSize {
  readonly widthPx: number;
  /** One row for each lane, glyphs in the gutter: the phone's stage. */
  readonly isCompact: boolean;
  readonly rowPx: number;
  readonly rulerPx: number;
  readonly stripPx: number;
  /** Height of one measure's row. */
  readonly measurePx: number;
  /** How many measures are drawn at most, and the place of the first of them. */
  readonly measures: number;
  readonly firstMeasure: number;
}

const LANE_GAP_PX = 2.5;
const COMPACT_LANE_PX = 25;

/** Height of the plot on a wide window of ordinary height; DESIGN 3. */
export function wideSize(widthPx: number, windowHeightPx = 900): StageSize {
  const isTall = windowHeightPx > 950;
  return {
    widthPx,
    isCompact: false,
    rowPx: isTall ? 26 : 24,
    rulerPx: 33,
    stripPx: 24,
    measurePx: isTall ? 26 : 24,
    measures: windowHeightPx < 740 ? 1 : windowHeightPx < 800 ? 2 : Infinity,
    firstMeasure: 0,
  };
}

/** @param firstMeasure - Place of the one measure that there is room for. */
export function compactSize(widthPx: number, firstMeasure = 0): StageSize {
  return {widthPx, isCompact: true, rowPx: COMPACT_LANE_PX, rulerPx: 30, stripPx: 16, measurePx: 36, measures: 1, firstMeasure};
}

export function laneRows(timeline: Timeline, lane: number, size: StageSize): number {
  return size.isCompact ? 1 : timeline.lanes[lane]!.rows;
}

export function laneHeightPx(timeline: Timeline, lane: number, size: StageSize): number {
  return laneRows(timeline, lane, size) * size.rowPx + (size.isCompact ? 0 : LANE_GAP_PX);
}

export function laneTopPx(timeline: Timeline, lane: number, size: StageSize): number {
  let topPx = size.rulerPx + size.stripPx;
  for (let i = 0; i < lane; i++) topPx += laneHeightPx(timeline, i, size);
  return topPx;
}

export function lanesFootPx(timeline: Timeline, size: StageSize): number {
  return laneTopPx(timeline, timeline.lanes.length, size);
}

/** Middle of one row of a lane. */
export function rowMiddlePx(timeline: Timeline, lane: number, row: number, size: StageSize): number {
  return laneTopPx(timeline, lane, size) + (row + 0.5) * size.rowPx;
}

export function measureCount(timeline: Timeline, size: StageSize): number {
  return Math.min(timeline.measures.length, size.measures);
}

export function shownMeasures({measures}: Timeline, size: StageSize): readonly Measure[] {
  return measures.slice(size.firstMeasure, size.firstMeasure + size.measures);
}

export function stageHeightPx(timeline: Timeline, size: StageSize): number {
  return lanesFootPx(timeline, size) + measureCount(timeline, size) * size.measurePx;
}
