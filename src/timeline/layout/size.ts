/** The stage in pixels: what a window gives it, and how its height is shared out between lanes and measures. */
import type {Measure, Timeline} from '../model/timeline.ts';

/** What the window gives the stage, from the top of the plot downwards. The whole height never depends on what is in view. */
export interface StageSize {
  readonly widthPx: number;
  /** Glyphs in the gutter and narrow rows: the phone's stage. */
  readonly isCompact: boolean;
  /** Height of one row of a lane. */
  readonly rowPx: number;
  /** Between one lane's rows and the next. */
  readonly laneGapPx: number;
  /** Height of a lane that has fallen to a rug because another is alone. */
  readonly rugLanePx: number;
  readonly rulerPx: number;
  readonly stripPx: number;
  /** Height of one measure's row. */
  readonly measurePx: number;
  /** How many measures are drawn at most, and the place of the first of them. */
  readonly measures: number;
  readonly firstMeasure: number;
  /** Rows for all lanes together: as many more than the story asks for, or a fixed number. */
  readonly rows: {readonly more: number} | {readonly fixed: number};
}

/** Which rows each lane has in a window; design.md 6. */
export interface RowPlan {
  /** Rows of each lane; 0 for one that has fallen to a rug line. */
  readonly lanes: readonly number[];
  /** Measures with a row of their own, from the top. */
  readonly measures: readonly Measure[];
  /** Measures without a figure yet that share one row below those. */
  readonly quietMeasures: readonly Measure[];
}

/** Where a plan puts lanes and measures, in pixels from the plot's top. */
export interface Bands {
  readonly lanes: readonly {readonly topPx: number; readonly heightPx: number; readonly rows: number}[];
  /** Foot of the last lane, where the measures begin. */
  readonly footPx: number;
  /** One for each measure with a row, then one for those that share. */
  readonly measureTopsPx: readonly number[];
  readonly heightPx: number;
}

const LANE_GAP_PX = 2.5;
/** With one row a lane is as high as a target for a finger must be. */
const COMPACT_LANE_GAP_PX = 6;
/** What the name of a lane needs to be pressed. */
const TARGET_PX = 24;
const WIDE_ROW_PX = 24;
const COMPACT_ROW_PX = 18;
/** A window higher than this gives its share of the rest to the lanes as rows. */
const TALL_PX = 950;
const STAGE_SHARE = 0.56;
const COMPACT_SHARE = 0.49;
/** The height of a phone's stage that is not rows: bar, ruler, strip, gaps between lanes, overview. */
const COMPACT_REST_PX = 140;
const COMPACT_ROWS = {least: 9, most: 15};
const COMPACT_HEIGHT_PX = 844;

/** The stage of a wide window; design.md 3. */
export function wideSize(widthPx: number, windowHeightPx = 900): StageSize {
  return {
    widthPx,
    isCompact: false,
    rowPx: WIDE_ROW_PX,
    laneGapPx: LANE_GAP_PX,
    rugLanePx: TARGET_PX - LANE_GAP_PX,
    rulerPx: 33,
    stripPx: 24,
    measurePx: 24,
    measures: windowHeightPx < 740 ? 1 : windowHeightPx < 800 ? 2 : Infinity,
    firstMeasure: 0,
    rows: {more: Math.max(0, Math.floor(((windowHeightPx - TALL_PX) * STAGE_SHARE) / WIDE_ROW_PX))},
  };
}

/**
 * The stage of a phone; design.md 13.
 *
 * @param firstMeasure - Place of the one measure that there may be room for.
 */
export function compactSize(widthPx: number, firstMeasure = 0, windowHeightPx = COMPACT_HEIGHT_PX): StageSize {
  const rows = Math.floor((windowHeightPx * COMPACT_SHARE - COMPACT_REST_PX) / COMPACT_ROW_PX);
  return {
    widthPx,
    isCompact: true,
    rowPx: COMPACT_ROW_PX,
    laneGapPx: COMPACT_LANE_GAP_PX,
    rugLanePx: TARGET_PX - COMPACT_LANE_GAP_PX,
    rulerPx: 30,
    stripPx: 18,
    measurePx: 2 * COMPACT_ROW_PX,
    measures: 1,
    firstMeasure,
    rows: {fixed: Math.min(Math.max(rows, COMPACT_ROWS.least), COMPACT_ROWS.most)},
  };
}

/** Rows for all lanes together where every measure keeps its own row; on a phone, where none has one. */
export function totalRows({lanes}: Pick<Timeline, 'lanes'>, {rows}: StageSize): number {
  const asked = 'fixed' in rows ? rows.fixed : lanes.reduce((sum, lane) => sum + lane.rows, 0) + rows.more;
  return Math.max(asked, lanes.length);
}

export function shownMeasures({measures}: Pick<Timeline, 'measures'>, size: StageSize): readonly Measure[] {
  return measures.slice(size.firstMeasure, size.firstMeasure + size.measures);
}

/** The plan of a stage before anything is arranged: rows as the story asks for them. */
export function plainPlan(timeline: Pick<Timeline, 'lanes' | 'measures'>, size: StageSize): RowPlan {
  const total = totalRows(timeline, size);
  const wanted = shownMeasures(timeline, size);
  const wantedRows = 'fixed' in size.rows ? rowsOfMeasures(wanted, size) : 0;
  const [measures, spare] = total - wantedRows >= timeline.lanes.length ? [wanted, wantedRows] : [[], 0];
  const lanes = timeline.lanes.map((lane) => ('fixed' in size.rows ? 1 : lane.rows));
  const left = Math.max(total - spare - lanes.reduce((sum, rows) => sum + rows, 0), 0);
  for (let i = 0; i < left; i++) lanes[i % lanes.length]!++;
  return {lanes, measures, quietMeasures: []};
}

/** How many of a lane's rows measures are as high as. */
export function rowsOfMeasures(measures: readonly Measure[], {measurePx, rowPx}: StageSize): number {
  return Math.round((measures.length * measurePx) / rowPx);
}

export function bandsOf({lanes: rowsOfLanes, measures, quietMeasures}: RowPlan, size: StageSize): Bands {
  let topPx = size.rulerPx + size.stripPx;
  const lanes = rowsOfLanes.map((rows) => {
    const heightPx = (rows === 0 ? size.rugLanePx : rows * size.rowPx) + size.laneGapPx;
    const lane = {topPx, heightPx, rows};
    topPx += heightPx;
    return lane;
  });
  const rowsBelow = measures.length + (quietMeasures.length > 0 ? 1 : 0);
  return {
    lanes,
    footPx: topPx,
    measureTopsPx: Array.from({length: rowsBelow}, (_, i) => topPx + i * size.measurePx),
    heightPx: topPx + rowsBelow * size.measurePx,
  };
}

/** Height of the plot, which is the same whatever is in view. */
export function plotHeightPx(timeline: Pick<Timeline, 'lanes' | 'measures'>, size: StageSize): number {
  const {rulerPx, stripPx, rowPx, laneGapPx, measurePx} = size;
  const measuresPx = 'fixed' in size.rows ? 0 : shownMeasures(timeline, size).length * measurePx;
  return rulerPx + stripPx + totalRows(timeline, size) * rowPx + timeline.lanes.length * laneGapPx + measuresPx;
}

/** Middle of one row of a lane. */
export function rowMiddlePx({lanes}: Bands, lane: number, row: number, {rowPx, rugLanePx}: StageSize): number {
  const {topPx, rows} = lanes[lane]!;
  return rows === 0 ? topPx + rugLanePx / 2 : topPx + (row + 0.5) * rowPx;
}
