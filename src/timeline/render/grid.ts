/** The grid and the ruler. */
import {measureByTable} from '../layout/letter-widths.ts';
import type {Interval} from '../layout/rows.ts';
import {pxPerDay} from '../layout/scale.ts';
import type {Bands, StageSize} from '../layout/size.ts';
import {rulerOf, tickLabelBounds, TICK_LABEL_INSET_PX} from '../layout/ticks.ts';
import type {Tick} from '../layout/ticks.ts';
import {memoizeLast} from '../model/memoize.ts';
import type {Timeline} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import {bracketOf, bracketShape} from './bracket.ts';
import type {Bracket} from './bracket.ts';
import {MONTH_GAP_PX} from './edges.ts';
import type {Flag, Scene} from './scene.ts';
import {carried, moved, pinnedWords, round, shape, share, uprights} from './shape.ts';
import type {Shape} from './shape.ts';

const NIB_PX = 3;
const MAJOR_NIB_PX = 5;
/** From the ruler's foot up to the foot of its lower words. */
const LOWER_TIER_PX = 9;
/** Between the name of a month and anything else on its line. */
const GROUP_GAP_PX = 12;
/** The same before the bracket, whose line begins where a day does. */
const BRACKET_GAP_PX = 5;

/** @param taken - What lies on the ruler's upper line already: words of a group that would touch it are left out. */
export function gridShapes(
  scene: Scene,
  flag: Flag,
  bands: Bands,
  taken: readonly {readonly fromPx: number; readonly toPx: number}[],
): (Shape | null)[] {
  const {timeline, view, size} = scene;
  const {ticks, uprightShapes, groups} = gridOf(timeline, view, size, bands);
  // The name of what the left edge belongs to follows the counter there.
  const left = taken.find(({fromPx}) => fromPx === 0);
  const placed = groups.map((group) => ({...group, labelPx: !group.hasLine && left ? left.toPx + MONTH_GAP_PX : group.labelPx}));
  const bracket = bracketBeside(scene, placed[0], taken);
  const isCovered = ({fromPx, toPx}: TickShape) => flag.isSeen && fromPx < flag.xPx + flag.widthPx + 3 && toPx > flag.xPx - 3;
  return [
    uprightShapes,
    ...ticks.filter((tick) => !isCovered(tick)).map(({words}) => words),
    ...placed.flatMap(({atMs, xPx, hasLine, labelPx, ...group}, i) => {
      const isFree = (words: string) => {
        const endPx = labelPx + measureByTable(words, 12, 600);
        const isOnBracket = bracket !== null && labelPx < bracket.toPx && endPx > bracket.fromPx - BRACKET_GAP_PX;
        return endPx <= (groups[i + 1]?.xPx ?? Infinity) && !isOnBracket && !taken.some(isNear(labelPx, endPx));
      };
      // Beside the bracket a shorter name may still have room.
      const label = [group.label, ...(bracket ? [group.short] : [])].find((words) => words !== '' && isFree(words));
      return [hasLine ? edgeLine(atMs, xPx, size, bands) : null, label ? groupName(`group-${atMs}`, labelPx, size, label) : null];
    }),
    bracket && bracketShape(bracket, size),
    ...acrossOf(bands),
  ];
}

function groupName(key: string, xPx: number, {rulerPx, widthPx}: StageSize, name: string): Shape {
  return carried(xPx, null, pinnedWords(key, 'words is-strong group', xPx, Math.max(rulerPx - 22, 10), widthPx, name));
}

/**
 * The bracket, clear of what lies on the ruler's upper line: where it goes on beyond the left edge it begins after the
 * counter there and the name of the month, the shorter one if need be.
 */
function bracketBeside(
  scene: Scene,
  first: {readonly hasLine: boolean; readonly labelPx: number; readonly label: string; readonly short: string} | undefined,
  taken: readonly Interval[],
): Bracket | null {
  const {widthPx} = scene.size;
  const leftPx = taken.find(({fromPx}) => fromPx === 0)?.toPx;
  const rightPx = taken.find(({toPx}) => toPx === widthPx)?.fromPx;
  const toPx = rightPx === undefined ? widthPx : rightPx - GROUP_GAP_PX;
  const after = (words: string) => (first && !first.hasLine ? first.labelPx + measureByTable(words, 12, 600) : leftPx);
  for (const words of [first?.label ?? '', first?.short ?? '']) {
    const endPx = after(words);
    const bracket = bracketOf(scene, {fromPx: endPx === undefined ? 0 : endPx + GROUP_GAP_PX, toPx});
    if (bracket) return taken.some(isNear(bracket.fromPx, bracket.toPx)) ? null : bracket;
  }
  return null;
}

/** The lines of the grid without the ruler's words: what a second picture in the same window needs. */
export function gridLines({timeline, view, size}: Scene, bands: Bands): Shape[] {
  const {uprightShapes, groups} = gridOf(timeline, view, size, bands);
  return [
    uprightShapes,
    ...groups.filter(({hasLine}) => hasLine).map(({atMs, xPx}) => edgeLine(atMs, xPx, size, bands)),
    ...acrossOf(bands),
  ];
}

/** Where a month, or another group of the ruler, begins. */
function edgeLine(atMs: number, xPx: number, {widthPx}: StageSize, {heightPx}: Bands): Shape {
  const x = share(xPx, widthPx);
  return shape(`edge-${atMs}`, 'line', {class: 'edge', x1: x, x2: x, y1: 0, y2: round(heightPx)});
}

/** Whether what lies on the ruler's upper line would touch what is there already. */
function isNear(fromPx: number, toPx: number): (other: {readonly fromPx: number; readonly toPx: number}) => boolean {
  return (other) => fromPx < other.toPx + GROUP_GAP_PX && toPx > other.fromPx - GROUP_GAP_PX;
}

interface TickShape {
  readonly words: Shape;
  readonly fromPx: number;
  readonly toPx: number;
}

/** The grid and the ruler, which change with the view alone. */
const gridOf = memoizeLast((timeline: Timeline, view: View, size: StageSize, {heightPx}: Bands) => {
  const {widthPx, rulerPx} = size;
  const ruler = rulerOf(view, widthPx, {...timeline, isCompact: size.isCompact});
  const dayPx = pxPerDay(view, widthPx);
  const lanesTopPx = rulerPx + size.stripPx;
  return {
    uprightShapes: uprights('uprights', widthPx, heightPx, [
      {className: 'weekend', uprights: ruler.weekends.map((weekend) => ({...weekend, topPx: lanesTopPx, footPx: heightPx}))},
      {
        className: 'line',
        uprights: ruler.ticks.filter(({isMajor}) => isMajor).map(({xPx}) => ({xPx, topPx: lanesTopPx, footPx: heightPx})),
      },
      {
        className: 'nib',
        uprights: ruler.ticks.map(({xPx, isMajor}) => ({xPx, topPx: rulerPx - (isMajor ? MAJOR_NIB_PX : NIB_PX), footPx: rulerPx})),
      },
    ]),
    ticks: ruler.ticks.flatMap((tick) => tickShapes(tick, size, dayPx)),
    groups: ruler.groups.map((group) => ({...group, labelPx: group.xPx + TICK_LABEL_INSET_PX})),
  };
});

/** The rules between lanes and between measures. */
const acrossOf = memoizeLast(({lanes, footPx, measureTopsPx}: Bands): Shape[] => {
  const rule = (key: string, isEdge: boolean, atPx: number) =>
    moved(key, 'line', round(atPx) - 0.5, {class: isEdge ? 'edge across' : 'across', x1: '0%', x2: '100%', y1: 0, y2: 0});
  return [
    ...lanes.map(({topPx}, lane) => rule(`lane-${lane}`, lane === 0, topPx)),
    rule(`lane-${lanes.length}`, true, footPx),
    ...measureTopsPx.slice(1).map((topPx, i) => rule(`measure-${i}`, false, topPx)),
  ];
});

/** A tick's words, where the view has room for all of them. */
function tickShapes(tick: Tick, {widthPx, rulerPx}: StageSize, dayPx: number): TickShape[] {
  if (!tick.label && !tick.strong) return [];
  const {fromPx, toPx} = tickLabelBounds(tick, dayPx);
  if (toPx > widthPx + 2 || fromPx < -2) return [];
  const isMiddle = tick.align === 'middle';
  const className = ['words', ...(isMiddle ? ['is-middle'] : []), ...(tick.isWeekend ? ['is-weekend'] : [])].join(' ');
  const isBoth = tick.label !== '' && tick.strong !== '';
  const xPx = tick.xPx + (isMiddle ? dayPx / 2 : TICK_LABEL_INSET_PX);
  const words = pinnedWords(
    `tick-${tick.atMs}`,
    isBoth || !tick.strong ? className : `${className} is-strong`,
    xPx,
    rulerPx - LOWER_TIER_PX,
    widthPx,
    isBoth
      ? [shape('plain', 'tspan', {}, tick.label), shape('strong', 'tspan', {class: 'is-strong'}, tick.strong)]
      : tick.label || tick.strong,
  );
  return [{words: carried(xPx, null, words), fromPx, toPx}];
}
