/** The grid, the ruler and the story's bracket. */
import {measureByTable} from '../layout/letter-widths.ts';
import {depthOf, pxPerDay, xPxOf} from '../layout/scale.ts';
import {laneTopPx, lanesFootPx, measureCount, stageHeightPx} from '../layout/size.ts';
import type {StageSize} from '../layout/size.ts';
import {rulerOf, tickLabelBounds, TICK_LABEL_INSET_PX} from '../layout/ticks.ts';
import type {Tick} from '../layout/ticks.ts';
import {kept} from '../model/kept.ts';
import {DAY_MS} from '../model/time.ts';
import type {Timeline} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import type {Flag} from './playhead.ts';
import {pinnedWords, round, shape, share, uprights} from './shape.ts';
import type {Shape} from './shape.ts';
import type {Scene} from './stage.ts';

const NIB_PX = 3;
const MAJOR_NIB_PX = 5;
/** From the ruler's foot up to the foot of its lower words. */
const LOWER_TIER_PX = 9;

export function gridShapes({timeline, view, size, isBracketKnown}: Scene, flag: Flag): (Shape | null)[] {
  const {ticks, uprightShapes, groupShapes, acrossShapes} = gridOf(timeline, view, size);
  const bracket = isBracketKnown ? bracketOf({timeline, view, size}) : null;
  const isCovered = ({fromPx, toPx}: TickShape) =>
    (flag.isSeen && fromPx < flag.xPx + flag.widthPx + 3 && toPx > flag.xPx - 3) ||
    (bracket !== null && fromPx < bracket.toPx + 4 && toPx > bracket.fromPx - 4);
  return [
    uprightShapes,
    ...ticks.filter((tick) => !isCovered(tick)).map(({words}) => words),
    ...groupShapes,
    bracket && bracketShape(bracket, size, flag),
    ...acrossShapes,
  ];
}

interface TickShape {
  readonly words: Shape;
  readonly fromPx: number;
  readonly toPx: number;
}

/** The grid and the ruler, which change with the view alone. */
const gridOf = kept((timeline: Timeline, view: View, size: StageSize) => {
  const {widthPx, rulerPx} = size;
  const heightPx = stageHeightPx(timeline, size);
  const ruler = rulerOf(view, widthPx, {...timeline, isCompact: size.isCompact});
  const dayPx = pxPerDay(view, widthPx);
  const lanesTopPx = rulerPx + size.stripPx;
  return {
    uprightShapes: uprights('uprights', widthPx, heightPx, [
      {className: 'weekend', uprights: ruler.weekends.map((weekend) => ({...weekend, topPx: lanesTopPx, footPx: heightPx}))},
      {className: 'line', uprights: ruler.ticks.filter(({isMajor}) => isMajor).map(({xPx}) => ({xPx, topPx: lanesTopPx, footPx: heightPx}))},
      {className: 'nib', uprights: ruler.ticks.map(({xPx, isMajor}) => ({xPx, topPx: rulerPx - (isMajor ? MAJOR_NIB_PX : NIB_PX), footPx: rulerPx}))},
    ]),
    ticks: ruler.ticks.flatMap((tick) => tickShapes(tick, size, dayPx)),
    groupShapes: ruler.groups.map(({atMs, xPx, label, hasLine}) =>
      shape(`group-${atMs}`, 'g', {class: 'group'}, [
        hasLine ? shape('line', 'line', {class: 'edge', x1: share(xPx, widthPx), x2: share(xPx, widthPx), y1: 0, y2: heightPx}) : null,
        label
          ? pinnedWords('words', 'words', xPx + TICK_LABEL_INSET_PX, Math.max(rulerPx - 22, 10), widthPx, label)
          : null,
      ]),
    ),
    acrossShapes: [
      ...Array.from({length: timeline.lanes.length + 1}, (_, lane) => {
        const yPx = round(laneTopPx(timeline, lane, size)) - 0.5;
        const isEdge = lane === 0 || lane === timeline.lanes.length;
        return shape(`lane-${lane}`, 'line', {class: isEdge ? 'edge across' : 'across', x1: '0%', x2: '100%', y1: yPx, y2: yPx});
      }),
      ...Array.from({length: Math.max(measureCount(timeline, size) - 1, 0)}, (_, i) => {
        const yPx = round(lanesFootPx(timeline, size) + (i + 1) * size.measurePx) - 0.5;
        return shape(`measure-${i}`, 'line', {class: 'across', x1: '0%', x2: '100%', y1: yPx, y2: yPx});
      }),
    ],
  };
});

/** A tick's words, where the view has room for all of them. */
function tickShapes(tick: Tick, {widthPx, rulerPx}: StageSize, dayPx: number): TickShape[] {
  if (!tick.label && !tick.strong) return [];
  const {fromPx, toPx} = tickLabelBounds(tick, dayPx);
  if (toPx > widthPx + 2 || fromPx < -2) return [];
  const isMiddle = tick.align === 'middle';
  const className = ['words', ...(isMiddle ? ['is-middle'] : []), ...(tick.isWeekend ? ['is-weekend'] : [])].join(' ');
  const words = pinnedWords(`tick-${tick.atMs}`, className, tick.xPx + (isMiddle ? dayPx / 2 : TICK_LABEL_INSET_PX), rulerPx - LOWER_TIER_PX, widthPx, [
    tick.label ? shape('plain', 'tspan', {}, tick.label) : null,
    tick.strong ? shape('strong', 'tspan', {class: 'is-strong'}, tick.strong) : null,
  ]);
  return [{words, fromPx, toPx}];
}

interface Bracket {
  readonly label: string;
  readonly fromPx: number;
  readonly toPx: number;
}

/** The story's bracket over its days, while the whole story is seen. */
function bracketOf({timeline, timeline: {bracket}, view, size}: Pick<Scene, 'timeline' | 'view' | 'size'>): Bracket | null {
  if (!bracket || size.isCompact || depthOf(pxPerDay(view, size.widthPx), timeline.extent) > 0) return null;
  const fromPx = xPxOf(bracket.fromMs + DAY_MS / 2, view, size.widthPx);
  const toPx = xPxOf(bracket.toMs + DAY_MS / 2, view, size.widthPx);
  return toPx - fromPx >= measureByTable(bracket.label, 12, 600) + 12 ? {label: bracket.label, fromPx, toPx} : null;
}

function bracketShape({label, fromPx, toPx}: Bracket, {widthPx, rulerPx}: StageSize, flag: Flag): Shape {
  const wordsPx = measureByTable(label, 12, 600);
  const wordsFromPx = (fromPx + toPx - wordsPx) / 2;
  const isCovered = flag.isSeen && wordsFromPx < flag.xPx + flag.widthPx + 3 && wordsFromPx + wordsPx > flag.xPx - 3;
  const upright = (key: string, px: number) =>
    shape(key, 'line', {x1: share(px, widthPx), x2: share(px, widthPx), y1: rulerPx - 9, y2: rulerPx});
  return shape('bracket', 'g', {class: 'bracket'}, [
    shape('line', 'line', {x1: share(fromPx, widthPx), x2: share(toPx, widthPx), y1: rulerPx - 0.75, y2: rulerPx - 0.75}),
    upright('from', fromPx),
    upright('to', toPx),
    isCovered ? null : pinnedWords('words', 'words is-middle', (fromPx + toPx) / 2, rulerPx - 9, widthPx, label),
  ]);
}
