/** The whole plot as shapes: the build writes them into the page, the browser keeps them up to date. */
import {CLUSTER_WIDTH_PX, MIN_CLIP_PX} from '../layout/arrange.ts';
import type {Arrangement} from '../layout/arrange.ts';
import {measureByTable} from '../layout/letter-widths.ts';
import {numberOnChart, placeSteps} from '../layout/measures.ts';
import {placeEvents} from '../layout/place.ts';
import type {PlacedEvent, Placement} from '../layout/place.ts';
import {pxPerDay, xPxOf} from '../layout/scale.ts';
import {laneTopPx, lanesFootPx, measureCount, stageHeightPx} from '../layout/size.ts';
import type {StageSize} from '../layout/size.ts';
import {rulerOf, tickLabelBounds, TICK_LABEL_INSET_PX} from '../layout/ticks.ts';
import type {Tick} from '../layout/ticks.ts';
import {DAY_MS, dayStartMs} from '../model/time.ts';
import type {Timeline} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import {clusterShape, footShape, markShape, rugShape, secretWords} from './marks.ts';
import type {Standing} from '../model/standing.ts';
import {eventName, groupName, flagWords} from './names.ts';
import {pinned, round, shape, share} from './shape.ts';
import type {Shape} from './shape.ts';

/** All that a drawing depends on. */
export interface Scene {
  readonly timeline: Timeline;
  readonly view: View;
  readonly size: StageSize;
  readonly arrangement: Arrangement;
  readonly selectedId: string | null;
  readonly playheadMs: number;
  /** True in Known then: nothing public after the playhead is told. */
  readonly isKnownThen: boolean;
  readonly standingOf: (id: string) => Standing;
  readonly isDisputed: (id: string) => boolean;
  /** Where a mark's link leads; to its entry on the same page if left out. */
  readonly hrefOf?: (id: string) => string;
}

const STRIP_BAR_PX = 16;
const FLAG_HEIGHT_PX = 18;
const FLAG_PADDING_PX = 6;
const STRIP_INSET_PX = 6;

export interface Drawing {
  readonly shapes: readonly Shape[];
  readonly placement: Placement;
}

export function drawingOf(scene: Scene): Drawing {
  const {timeline, view, size, arrangement} = scene;
  const placement = placeEvents(timeline, view, size, arrangement);
  const flag = flagOf(scene);
  return {
    placement,
    shapes: [
      shape('grid', 'g', {class: 'grid', 'aria-hidden': 'true'}, gridShapes(scene, flag)),
      shape('strip', 'g', {class: 'strip', 'aria-hidden': 'true'}, stripShapes(scene)),
      playheadShape('playhead', scene, size.rulerPx, lanesFootPx(timeline, size)),
      shape('marks', 'g', {class: 'marks'}, markShapes(scene, placement)),
      shape('measures', 'g', {class: 'measures', 'aria-hidden': 'true'}, measureShapes(scene)),
      playheadShape('playhead-over', scene, lanesFootPx(timeline, size), stageHeightPx(timeline, size)),
      flagShape(scene, flag),
    ],
  };
}

interface Flag {
  readonly words: string;
  readonly xPx: number;
  readonly widthPx: number;
  readonly isSeen: boolean;
}

/** The playhead's flag, kept inside the plot. */
function flagOf({timeline, view, size, playheadMs}: Scene): Flag {
  const words = flagWords(playheadMs, pxPerDay(view, size.widthPx), timeline.zoneLabel, size.isCompact);
  const widthPx = measureByTable(words, 12, 600) + 2 * FLAG_PADDING_PX;
  const xPx = xPxOf(playheadMs, view, size.widthPx);
  return {
    words,
    widthPx,
    xPx: Math.min(Math.max(xPx - widthPx / 2, 0), size.widthPx - widthPx),
    isSeen: xPx >= -1 && xPx <= size.widthPx + 1,
  };
}

function gridShapes({timeline, view, size, isKnownThen, playheadMs}: Scene, flag: Flag): (Shape | null)[] {
  const {widthPx, rulerPx} = size;
  const heightPx = stageHeightPx(timeline, size);
  const ruler = rulerOf(view, widthPx, size.isCompact);
  const dayPx = pxPerDay(view, widthPx);
  const lanesTopPx = rulerPx + size.stripPx;
  const bracket = isKnownThen && timeline.bracket && playheadMs < timeline.bracket.toMs ? null : bracketOf({timeline, view, size});
  const isCovered = (fromPx: number, toPx: number) =>
    (flag.isSeen && fromPx < flag.xPx + flag.widthPx + 3 && toPx > flag.xPx - 3) ||
    (bracket !== null && fromPx < bracket.toPx + 4 && toPx > bracket.fromPx - 4);
  const lowerPx = rulerPx - 9;
  return [
    ...ruler.weekends.map(({atMs, xPx, widthPx: weekendPx}) =>
      shape(`weekend-${atMs}`, 'rect', {
        class: 'weekend',
        x: share(xPx, widthPx),
        width: share(weekendPx, widthPx),
        y: lanesTopPx,
        height: heightPx - lanesTopPx,
      }),
    ),
    ...ruler.ticks.map((tick) => tickShape(tick, size, heightPx, lowerPx, dayPx, isCovered)),
    ...ruler.groups.map(({atMs, xPx, label, hasLine}) =>
      shape(`group-${atMs}`, 'g', {class: 'group'}, [
        hasLine ? shape('line', 'line', {class: 'edge', x1: share(xPx, widthPx), x2: share(xPx, widthPx), y1: 0, y2: heightPx}) : null,
        label
          ? pinned('words', 'words', xPx + TICK_LABEL_INSET_PX, Math.max(rulerPx - 22, 10), widthPx, [shape('text', 'text', {y: 0}, label)])
          : null,
      ]),
    ),
    bracket && bracketShape(bracket, size, flag),
    ...Array.from({length: timeline.lanes.length + 1}, (_, lane) => {
      const yPx = round(laneTopPx(timeline, lane, size)) - 0.5;
      const isEdge = lane === 0 || lane === timeline.lanes.length;
      return shape(`lane-${lane}`, 'line', {class: isEdge ? 'edge across' : 'across', x1: '0%', x2: '100%', y1: yPx, y2: yPx});
    }),
    ...Array.from({length: Math.max(measureCount(timeline, size) - 1, 0)}, (_, i) => {
      const yPx = round(lanesFootPx(timeline, size) + (i + 1) * size.measurePx) - 0.5;
      return shape(`measure-${i}`, 'line', {class: 'across', x1: '0%', x2: '100%', y1: yPx, y2: yPx});
    }),
  ];
}

function tickShape(
  tick: Tick,
  {widthPx, rulerPx, stripPx}: StageSize,
  heightPx: number,
  lowerPx: number,
  dayPx: number,
  isCovered: (fromPx: number, toPx: number) => boolean,
): Shape {
  const at = share(tick.xPx, widthPx);
  const bounds = tickLabelBounds(tick, dayPx);
  const hasWords = (tick.label || tick.strong) && bounds.toPx <= widthPx + 2 && bounds.fromPx >= -2 && !isCovered(bounds.fromPx, bounds.toPx);
  return shape(`tick-${tick.atMs}`, 'g', {class: tick.isWeekend ? 'tick is-weekend' : 'tick'}, [
    shape('nib', 'line', {class: 'nib', x1: at, x2: at, y1: rulerPx - (tick.isMajor ? 5 : 3), y2: rulerPx}),
    tick.isMajor ? shape('line', 'line', {class: 'line', x1: at, x2: at, y1: rulerPx + stripPx, y2: heightPx}) : null,
    hasWords
      ? pinned('words', 'words', tick.align === 'middle' ? tick.xPx + dayPx / 2 : tick.xPx + TICK_LABEL_INSET_PX, lowerPx, widthPx, [
          shape('text', 'text', {class: tick.align === 'middle' ? 'is-middle' : ''}, [
            tick.label ? shape('plain', 'tspan', {}, tick.label) : null,
            tick.strong ? shape('strong', 'tspan', {class: 'is-strong'}, tick.strong) : null,
          ]),
        ])
      : null,
  ]);
}

interface Bracket {
  readonly label: string;
  readonly fromPx: number;
  readonly toPx: number;
}

/** The story's bracket over its days, while the ruler still counts weeks. */
function bracketOf({timeline: {bracket}, view, size}: Pick<Scene, 'timeline' | 'view' | 'size'>): Bracket | null {
  if (!bracket || size.isCompact || pxPerDay(view, size.widthPx) >= 24) return null;
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
    isCovered ? null : pinned('words', 'words', (fromPx + toPx) / 2, rulerPx - 9, widthPx, [shape('text', 'text', {class: 'is-middle'}, label)]),
  ]);
}

/** What the film was at every moment. */
function stripShapes(scene: Scene): (Shape | null)[] {
  const {timeline, view, size, isKnownThen, playheadMs} = scene;
  const {widthPx} = size;
  const barPx = size.isCompact ? 13 : STRIP_BAR_PX;
  const topPx = size.rulerPx + (size.stripPx - barPx) / 2;
  const untilMs = isKnownThen ? Math.min(playheadMs, timeline.extent.toMs) : timeline.extent.toMs;
  const frame = (key: string, className: string, fromPx: number, toPx: number) =>
    shape(key, 'rect', {class: className, x: share(fromPx, widthPx), width: share(Math.max(toPx - fromPx, 0), widthPx), y: topPx, height: barPx});
  const untilPx = Math.min(xPxOf(untilMs, view, widthPx), widthPx);
  const shapes: (Shape | null)[] = [];
  for (const [i, state] of timeline.states.entries()) {
    if (state.fromMs > untilMs) continue;
    const fromPx = Math.max(xPxOf(state.fromMs, view, widthPx), -2);
    const toPx = Math.min(xPxOf(Math.min(state.toMs, untilMs), view, widthPx), widthPx + 2);
    if (toPx < 0 || fromPx > widthPx) continue;
    const wordsPx = Math.max(fromPx, 0) + STRIP_INSET_PX;
    const words = size.isCompact
      ? undefined
      : [state.label, state.short].find((text) => measureByTable(text, 11, 600) + 4 <= toPx - wordsPx);
    shapes.push(
      shape(`state-${i}`, 'g', {class: `state is-${state.state}`}, [
        frame('bar', 'bar', fromPx, toPx),
        words && state.state === 'cancelled'
          ? frame('ground', 'ground', wordsPx - 3, wordsPx + measureByTable(words, 11, 600) + 4)
          : null,
        words ? pinned('words', 'words', wordsPx, topPx + barPx / 2 + 4, widthPx, [shape('text', 'text', {y: 0}, words)]) : null,
      ]),
    );
  }
  if (isKnownThen && untilPx < widthPx) shapes.push(frame('unknown', 'unknown', Math.max(untilPx, 0), widthPx));
  return shapes;
}

function markShapes(scene: Scene, {events, clusters, feet, ghosts}: Placement): Shape[] {
  const {timeline, size, selectedId, standingOf} = scene;
  const {widthPx} = size;
  const isRug = size.isCompact && scene.arrangement.level === 'months';
  const hrefOf = scene.hrefOf ?? ((id: string) => `#${id}`);
  const isGroupKnown = (members: readonly string[]) => members.some((id) => standingOf(id) === 'known');
  const drawn: {readonly atPx: number; readonly shape: Shape}[] = [
    ...ghosts.map(({id, fromPx, toPx, yPx}) => ({
      atPx: fromPx,
      shape: shape(`ghost-${id}`, 'g', {class: 'ghost', 'aria-hidden': 'true'}, [
        toPx > fromPx ? shape('line', 'rect', {x: share(fromPx, widthPx), width: share(toPx - fromPx, widthPx), y: round(yPx - 3), height: 1.5}) : null,
        shape('tick', 'rect', {x: share(fromPx - 1, widthPx), width: share(2, widthPx), y: round(yPx - 6), height: 5}),
      ]),
    })),
    ...feet.map((group) => ({
      atPx: group.xPx,
      shape: (isRug ? rugShape : footShape)(group, timeline, groupName(scene, group.members), isGroupKnown(group.members), hrefOf(group.members[0]!), widthPx),
    })),
    ...clusters.map((group) => ({
      atPx: group.xPx - CLUSTER_WIDTH_PX / 2,
      shape: clusterShape(
        group,
        timeline.lanes[group.lane]!,
        group.members.filter((id) => standingOf(id) === 'known').length,
        groupName(scene, group.members),
        hrefOf(group.members[0]!),
        widthPx,
      ),
    })),
    ...events.map((whole) => untilHead(scene, whole)).map((placed) => ({
      atPx: placed.xPx,
      shape: markShape(
        placed.label && placed.label.hasSign && !scene.isDisputed(placed.event.id)
          ? {...placed, label: {...placed.label, hasSign: false, widthPx: placed.label.widthPx - 14}}
          : placed,
        timeline.lanes[placed.lane]!,
        {
          standing: standingOf(placed.event.id),
          isSelected: placed.event.id === selectedId,
          name: eventName(scene, placed.event, placed.label?.text),
          href: hrefOf(placed.event.id),
          secret: standingOf(placed.event.id) === 'secret' ? secretWords(placed, {events, clusters}, standingOf, widthPx) : null,
        },
        widthPx,
      ),
    })),
  ];
  // In the order of time, which is the order of reading; what is selected is drawn over its neighbours.
  return drawn.sort((a, b) => a.atPx - b.atPx || (a.shape.key < b.shape.key ? -1 : 1)).map(({shape: drawnShape}) => drawnShape);
}

/** In Known then, what still goes on ends at the playhead, and its end is open. */
function untilHead({isKnownThen, playheadMs, view, size, standingOf}: Scene, placed: PlacedEvent): PlacedEvent {
  const {event, spanPx} = placed;
  const {span} = event;
  if (!isKnownThen || span.kind !== 'stretch' || !spanPx || standingOf(event.id) !== 'known' || span.toMs <= dayStartMs(playheadMs) + DAY_MS) return placed;
  const toPx = Math.max(Math.min(spanPx.toPx, xPxOf(playheadMs, view, size.widthPx)), spanPx.fromPx + MIN_CLIP_PX);
  return {...placed, event: {...event, span: {...span, softEnd: true}}, spanPx: {...spanPx, toPx}};
}

function measureShapes(scene: Scene): Shape[] {
  const {timeline, view, size, isKnownThen, playheadMs} = scene;
  const {widthPx, measurePx} = size;
  const topPx = lanesFootPx(timeline, size);
  const untilMs = isKnownThen ? Math.min(playheadMs, timeline.extent.toMs) : timeline.extent.toMs;
  const untilPx = Math.min(Math.max(xPxOf(untilMs, view, widthPx), 0), widthPx);
  const count = measureCount(timeline, size);
  const rows = timeline.measures.slice(0, count).map((measure, i) =>
    shape(`row-${measure.id}`, 'svg', {y: round(topPx + i * measurePx), height: measurePx, width: '100%', overflow: 'hidden'}, [
      ...placeSteps(measure, view, widthPx, measurePx, untilMs).flatMap(({step, fromPx, toPx, yPx, fromYPx, label}, k) => {
        const from = share(fromPx, widthPx);
        const key = `${step.asOf}-${k}`;
        return [
          shape(`area-${key}`, 'rect', {class: 'area', x: from, width: share(Math.max(toPx - fromPx, 0), widthPx), y: round(yPx), height: round(measurePx - yPx)}),
          shape(`riser-${key}`, 'line', {class: 'step', x1: from, x2: from, y1: round(fromYPx), y2: round(yPx)}),
          shape(`tread-${key}`, 'line', {class: 'step', x1: from, x2: share(toPx, widthPx), y1: round(yPx), y2: round(yPx)}),
          label &&
            pinned(`words-${key}`, 'words', label.xPx, label.yPx, widthPx, [
              shape('text', 'text', {class: label.anchor === 'end' ? 'is-end' : ''}, numberOnChart(step.value, measure)),
            ]),
        ];
      }),
    ]),
  );
  if (!isKnownThen || untilPx >= widthPx) return rows;
  return [
    ...rows,
    shape('unknown', 'rect', {class: 'unknown', x: share(untilPx, widthPx), width: share(widthPx - untilPx, widthPx), y: round(topPx), height: count * measurePx}),
    ...(widthPx - untilPx > 110
      ? [
          pinned('unknown-words', 'words is-quiet', untilPx + 14, topPx + (count * measurePx) / 2 + 4, widthPx, [
            shape('text', 'text', {y: 0}, 'Not yet known'),
          ]),
        ]
      : []),
  ];
}

function playheadShape(key: string, {view, size, playheadMs}: Scene, fromPx: number, toPx: number): Shape {
  const xPx = xPxOf(playheadMs, view, size.widthPx);
  return shape(key, 'g', {class: 'playhead', 'aria-hidden': 'true'}, [
    xPx >= -1 && xPx <= size.widthPx + 1
      ? shape('line', 'line', {x1: share(xPx, size.widthPx), x2: share(xPx, size.widthPx), y1: round(fromPx), y2: round(toPx)})
      : null,
  ]);
}

function flagShape({size}: Scene, flag: Flag): Shape {
  return shape('flag', 'g', {class: 'flag', 'aria-hidden': 'true'}, [
    flag.isSeen
      ? pinned('at', 'at', flag.xPx, size.rulerPx - FLAG_HEIGHT_PX, size.widthPx, [
          shape('box', 'rect', {width: round(flag.widthPx), height: FLAG_HEIGHT_PX}),
          shape('words', 'text', {x: round(flag.widthPx / 2), y: 13}, flag.words),
        ])
      : null,
  ]);
}
