/** The whole plot as shapes: the build writes them into the page, the browser keeps them up to date. */
import {measureByTable} from '../layout/letter-widths.ts';
import {placeSteps} from '../layout/measures.ts';
import type {PlacedStep} from '../layout/measures.ts';
import {placeEvents} from '../layout/place.ts';
import type {PlacedEvent, Placement} from '../layout/place.ts';
import {pxPerDay, xPxOf} from '../layout/scale.ts';
import type {StageSize} from '../layout/size.ts';
import {MIN_CLIP_PX, SIGN_PX} from '../layout/ways.ts';
import {memoizeLast, memoizeBy} from '../model/memoize.ts';
import {placesInTime} from '../model/timeline.ts';
import type {StoryState, Measure, TimelineEvent} from '../model/timeline.ts';
import {stageWords} from '../model/words/stage.ts';
import {edgeShapes, laneEdgeShapes} from './edges.ts';
import {gridShapes} from './grid.ts';
import {barShape, countShape, ghostShape, markShape, rugShape, secretWords} from './marks.ts';
import type {SecretWords} from './marks.ts';
import {eventName, groupName, rugName} from './names.ts';
import {flagOf, flagShape, playheadShape} from './playhead.ts';
import type {Scene, TypeBox} from './scene.ts';
import {pinnedWords, round, shape, share} from './shape.ts';
import type {Shape} from './shape.ts';

const STRIP_BAR_PX = 16;
const COMPACT_STRIP_BAR_PX = 13;
/** Type of the strip and of the measures. */
const STRIP_TYPE_PX = 11;
const LABEL_HALF_PX = 10;
const STRIP_INSET_PX = 6;
/** From the outer to the inner line of a double outline. */
const DOUBLE_PX = 2.5;
/** Width of "no figure yet", with some air. */
const QUIET_ROOM_PX = 84;
/** From this scale on a reported hour drops a stem through its lane. */
const STEM_PX_PER_DAY = 200;
const HOUR_ROOM_PX = 28;

export interface Drawing {
  readonly shapes: readonly Shape[];
  readonly placement: Placement;
}

/** While only the playhead moves, every event stays where it is. */
const memoizedPlacement = memoizeLast(placeEvents);

export function drawingOf(scene: Scene): Drawing {
  const {timeline, view, size, arrangement} = scene;
  const placement = memoizedPlacement(timeline, view, size, arrangement);
  const {bands} = placement;
  const drawn = drawnEvents(scene, placement);
  const flag = flagOf(scene);
  const strip = stripStates(scene);
  const counts = placeCounts(scene);
  const edges = scene.hasEdges === false ? null : edgeShapes(scene, placement);
  const words = [...stripWords(strip, size), ...markWordsOf(drawn, scene.standingOf), ...measureWords(scene, placement, counts)];
  return {
    placement,
    shapes: [
      shape('grid', 'g', {class: 'grid', 'aria-hidden': 'true'}, gridShapes(scene, flag, bands, edges?.taken ?? [])),
      shape('strip', 'g', {class: 'strip', 'aria-hidden': 'true'}, stripShapes(scene, strip)),
      playheadShape('playhead', scene, size.rulerPx, bands.footPx, words),
      shape('bars', 'g', {class: 'day-bars', 'aria-hidden': 'true'}, barShapes(scene, placement, drawn)),
      shape('marks', 'g', {class: 'marks'}, markShapes(scene, placement, drawn)),
      shape('measures', 'g', {class: 'measures', 'aria-hidden': 'true'}, measureShapes(scene, placement, counts)),
      playheadShape('playhead-over', scene, bands.footPx, bands.heightPx, words),
      flagShape(scene, flag),
      edges ? shape('edges', 'g', {class: 'edges'}, [...edges.shapes, ...laneEdgeShapes(scene, placement)]) : null,
    ].filter((one) => one !== null),
  };
}

interface StripState {
  readonly state: StoryState;
  readonly fromPx: number;
  readonly toPx: number;
  /** Its name where there is room for it, and its left edge. */
  readonly words: string | undefined;
  readonly wordsPx: number;
}

/** The states in view, as far as they are public. */
function stripStates(scene: Scene): StripState[] {
  const {states, view, size} = scene;
  const {widthPx} = size;
  const untilMs = drawnUntilMs(scene);
  return states.flatMap((state): StripState[] => {
    const fromPx = Math.max(xPxOf(state.fromMs, view, widthPx), -2);
    const toPx = Math.min(xPxOf(Math.min(state.toMs, untilMs), view, widthPx), widthPx + 2);
    if (state.fromMs > untilMs || toPx < 0 || fromPx > widthPx) return [];
    const wordsPx = Math.max(fromPx, 0) + STRIP_INSET_PX;
    const words = size.isCompact
      ? undefined
      : [state.label, state.short].find((text) => measureByTable(text, STRIP_TYPE_PX, 600) + 4 <= toPx - wordsPx);
    return [{state, fromPx, toPx, words, wordsPx}];
  });
}

function stripBar(size: StageSize): {readonly topPx: number; readonly heightPx: number} {
  const heightPx = size.isCompact ? COMPACT_STRIP_BAR_PX : STRIP_BAR_PX;
  return {topPx: size.rulerPx + (size.stripPx - heightPx) / 2, heightPx};
}

function stripWords(states: readonly StripState[], size: StageSize): TypeBox[] {
  const {topPx, heightPx} = stripBar(size);
  return states.flatMap(({words, wordsPx}) =>
    words ? [{fromPx: wordsPx, toPx: wordsPx + measureByTable(words, STRIP_TYPE_PX, 600), topPx, bottomPx: topPx + heightPx}] : [],
  );
}

function stripShapes({timeline, view, size, isKnownThen, playheadMs}: Scene, states: readonly StripState[]): (Shape | null)[] {
  const {widthPx} = size;
  const {topPx, heightPx} = stripBar(size);
  const frame = (key: string, className: string, fromPx: number, toPx: number, insetPx = 0) =>
    shape(key, 'rect', {
      class: className,
      x: share(fromPx + insetPx, widthPx),
      width: share(Math.max(toPx - fromPx - 2 * insetPx, 0), widthPx),
      y: topPx + insetPx,
      height: heightPx - 2 * insetPx,
    });
  const untilPx = xPxOf(Math.min(playheadMs, timeline.extent.toMs), view, widthPx);
  return [
    ...states.map(({state, fromPx, toPx, words, wordsPx}) =>
      shape(`state-${state.fromMs}`, 'g', {class: `state is-${state.look}`}, [
        frame('bar', 'bar', fromPx, toPx),
        state.look === 'double' ? frame('inner', 'bar', fromPx, toPx, DOUBLE_PX) : null,
        words && state.look === 'hatched'
          ? frame('ground', 'ground', wordsPx - 3, wordsPx + measureByTable(words, STRIP_TYPE_PX, 600) + 4)
          : null,
        words ? pinnedWords('words', 'words', wordsPx, topPx + heightPx / 2 + 4, widthPx, words) : null,
      ]),
    ),
    isKnownThen && untilPx < widthPx ? frame('unknown', 'unknown', Math.max(untilPx, 0), widthPx) : null,
  ];
}

/** An event with what may be said of it. */
interface DrawnEvent {
  readonly placed: PlacedEvent;
  /** Where it says that it is not public yet. */
  readonly secret: SecretWords | null;
}

function drawnEvents(scene: Scene, placement: Placement): DrawnEvent[] {
  const {standingOf, isDisputed, size, timeline} = scene;
  return placement.events.map((whole) => {
    const ended = untilHead(scene, whole);
    const {event, label} = ended;
    const isUnsigned = label?.hasSign && !isDisputed(event.id);
    const placed = isUnsigned ? {...ended, label: {...label, hasSign: false, widthPx: label.widthPx - SIGN_PX}} : ended;
    return {
      placed,
      secret: standingOf(event.id) === 'secret' ? secretWords(whole, placement, standingOf, size.widthPx, timeline.language) : null,
    };
  });

  /** What still goes on ends at the playhead, and its end is open. */
  function untilHead({goesOn, playheadMs, view}: Scene, placed: PlacedEvent): PlacedEvent {
    const {event, mark, spanPx} = placed;
    const {span} = event;
    if (!spanPx || mark.form === 'bar' || !goesOn(event.id) || (span.kind !== 'stretch' && span.kind !== 'within')) return placed;
    const openSpan = span.kind === 'stretch' ? {...span, softEnd: true} : {...span, soft: true};
    const toPx = Math.max(Math.min(spanPx.toPx, xPxOf(playheadMs, view, size.widthPx)), spanPx.fromPx + MIN_CLIP_PX);
    return {...placed, event: {...event, span: openSpan}, spanPx: {...spanPx, toPx}};
  }
}

/** Most marks of a frame are those of the frame before. */
const memoizedMark = memoizeBy((_: TimelineEvent, ...asked: Parameters<typeof markShape>) => markShape(...asked));
const memoizedCount = memoizeBy(countShape);

function markShapes(scene: Scene, {bands, counts, rugs, ghosts}: Placement, drawn: readonly DrawnEvent[]): Shape[] {
  const {timeline, view, size, selectedId, standingOf} = scene;
  const {widthPx, isCompact} = size;
  const hrefOf = scene.hrefOf ?? ((id: string) => `#${id}`);
  const isKnown = ({id}: TimelineEvent) => standingOf(id) === 'known';
  const hasStems = pxPerDay(view, widthPx) >= STEM_PX_PER_DAY;
  const stemOf = ({event, mark, lane, yPx}: PlacedEvent) => {
    const {topPx, heightPx} = bands.lanes[lane]!;
    return hasStems && event.span.kind === 'moment' && isKnown(event) && !mark.isSmall
      ? {topPx: topPx - yPx, footPx: topPx + heightPx - yPx}
      : null;
  };
  const places = placesInTime(timeline);
  const shapes: {readonly place: number; readonly shape: Shape}[] = [
    ...ghosts.map((lane) => ({place: -2, shape: ghostShape(lane, widthPx)})),
    ...rugs.map((rug) => ({
      place: -1,
      shape: rugShape(
        rug,
        timeline.lanes[rug.lane]!,
        isKnown,
        rugName(
          scene,
          rug.lane,
          rug.ticks.map(({event}) => event),
        ),
        hrefOf(rug.ticks[0]?.event.id ?? ''),
        widthPx,
        isCompact,
      ),
    })),
    ...counts.map((count) => ({
      place: places.get(count.members[0]!)!,
      shape: memoizedCount(
        count,
        timeline.lanes[count.lane]!,
        count.members.filter((id) => standingOf(id) === 'known').length,
        groupName(scene, count.members),
        hrefOf(count.members[0]!),
        widthPx,
      ),
    })),
    ...drawn.map(({placed, secret}) => ({
      place: places.get(placed.event.id)!,
      shape: memoizedMark(
        placed.event,
        placed,
        timeline.lanes[placed.lane]!,
        {
          standing: standingOf(placed.event.id),
          isSelected: placed.event.id === selectedId,
          name: eventName(scene, placed.event, placed.label?.text),
          href: hrefOf(placed.event.id),
          secret,
          stemPx: stemOf(placed),
        },
        widthPx,
        isCompact,
      ),
    })),
  ];
  // In the order of time, which is the order of reading.
  const inOrder = shapes.sort((a, b) => a.place - b.place || (a.shape.key < b.shape.key ? -1 : 1)).map(({shape: one}) => one);
  return scene.tabStops ? withTabStop(inOrder, scene.tabStops) : inOrder;
}

/** Makes one link the tab stop: of the first wanted event that is drawn, else the first there is. */
function withTabStop(shapes: readonly Shape[], wanted: readonly string[]): Shape[] {
  const isFor = ({attributes}: Shape, id: string) =>
    attributes['data-id'] === id || ` ${attributes['data-members'] ?? ''} `.includes(` ${id} `);
  const found = wanted.map((id) => shapes.find((link) => isFor(link, id))).find((link) => link !== undefined);
  const stop = found ?? shapes.find(({tag}) => tag === 'a');
  return shapes.map((link) => (link === stop ? {...link, attributes: {...link.attributes, tabindex: 0}} : link));
}

/** The bars of days, below the names in them. */
function barShapes({timeline, size, standingOf}: Scene, {bars}: Placement, drawn: readonly DrawnEvent[]): Shape[] {
  const {widthPx, isCompact} = size;
  const byId = new Map(drawn.map(({placed}) => [placed.event.id, placed]));
  const hour = stageWords(timeline.language).hourNotReported;
  const hourPx = measureByTable(hour, 12, 450);
  return bars.map((bar) => {
    const known = bar.members.filter((id) => standingOf(id) === 'known');
    const names = known.flatMap((id) => {
      const label = byId.get(id)?.label;
      return label ? [{fromPx: label.xPx, toPx: label.xPx + label.widthPx}] : [];
    });
    const endPx = Math.min(bar.toPx, widthPx) - STRIP_INSET_PX;
    const lastPx = Math.max(...names.map(({toPx}) => toPx), Math.max(bar.fromPx, 0));
    const hasHour = !isCompact && known.length > 0 && endPx - hourPx - HOUR_ROOM_PX >= lastPx && names.every(({toPx}) => toPx <= endPx);
    return barShape(
      bar,
      timeline.lanes[bar.lane]!,
      known.length > 0,
      names,
      hasHour ? {text: hour, xPx: endPx - hourPx, widthPx: hourPx} : null,
      widthPx,
      isCompact,
    );
  });
}

/** The words beside marks that are shown as they are. */
function markWordsOf(drawn: readonly DrawnEvent[], standingOf: Scene['standingOf']): TypeBox[] {
  return drawn.flatMap(({placed: {event, label, yPx}, secret}) => {
    const box = (fromPx: number, widthPx: number): TypeBox[] => [
      {fromPx, toPx: fromPx + widthPx, topPx: yPx - LABEL_HALF_PX, bottomPx: yPx + LABEL_HALF_PX},
    ];
    if (secret) return box(secret.xPx, secret.widthPx);
    return label && standingOf(event.id) === 'known' ? box(label.xPx, label.widthPx) : [];
  });
}

/** A measure with the steps that are drawn. */
interface PlacedMeasure {
  readonly measure: Measure;
  readonly steps: readonly PlacedStep[];
}

function placeCounts(scene: Scene): PlacedMeasure[] {
  const {
    timeline,
    view,
    size,
    measures,
    arrangement: {plan},
  } = scene;
  const untilMs = drawnUntilMs(scene);
  return plan.measures.map((measure) => ({
    measure,
    steps: placeSteps(
      measures.find(({id}) => id === measure.id)!,
      view,
      size.widthPx,
      size.measurePx,
      untilMs,
      timeline.language,
    ),
  }));
}

/** The numbers beside the steps of the measures. */
function measureWords({size}: Scene, {bands}: Placement, counts: readonly PlacedMeasure[]): TypeBox[] {
  return counts.flatMap(({steps}, i) =>
    steps.flatMap(({label}) => {
      if (!label) return [];
      const wordsPx = measureByTable(label.text, STRIP_TYPE_PX, 600);
      const fromPx = label.anchor === 'end' ? label.xPx - wordsPx : label.xPx;
      const footPx = bands.footPx + i * size.measurePx + label.yPx;
      return [{fromPx, toPx: fromPx + wordsPx, topPx: footPx - STRIP_TYPE_PX + 2, bottomPx: footPx + 1}];
    }),
  );
}

/** As far as the strip and the measures are drawn: to the playhead in Known then. */
function drawnUntilMs({timeline, isKnownThen, playheadMs}: Scene): number {
  return isKnownThen ? Math.min(playheadMs, timeline.extent.toMs) : timeline.extent.toMs;
}

function measureShapes(scene: Scene, {bands}: Placement, counts: readonly PlacedMeasure[]): Shape[] {
  const {
    timeline,
    view,
    size,
    isKnownThen,
    arrangement: {plan},
  } = scene;
  const {widthPx, measurePx} = size;
  const topPx = bands.footPx;
  const heightPx = bands.heightPx - topPx;
  const untilMs = drawnUntilMs(scene);
  const untilPx = Math.min(Math.max(xPxOf(untilMs, view, widthPx), 0), widthPx);
  const rows = counts.flatMap(({measure, steps}, i) => [
    stepsShape(
      `row-${measure.id}`,
      topPx + i * measurePx,
      steps.filter(({fromPx, toPx}) => toPx >= 0 && fromPx < widthPx),
      widthPx,
      measurePx,
    ),
    ...steps.flatMap(({step, label}, k) => {
      const isSeen = label !== null && label.xPx >= 0 && label.xPx <= widthPx;
      return isSeen
        ? [
            pinnedWords(
              `words-${measure.id}-${step.asOf}-${k}`,
              label.anchor === 'end' ? 'words is-end' : 'words',
              label.xPx,
              topPx + i * measurePx + label.yPx,
              widthPx,
              label.text,
            ),
          ]
        : [];
    }),
  ]);
  const headPx = xPxOf(scene.playheadMs, view, widthPx);
  // The playhead crosses no words: they go to its right, where Known then says "Not yet known" already.
  const isAtHead = headPx > 0 && headPx < STRIP_INSET_PX + QUIET_ROOM_PX;
  const quiet =
    plan.quietMeasures.length === 0 || (isAtHead && isKnownThen)
      ? []
      : [
          pinnedWords(
            'quiet',
            'words is-quiet is-plain',
            isAtHead ? headPx + STRIP_INSET_PX : STRIP_INSET_PX,
            topPx + (plan.measures.length + 0.5) * measurePx + 4,
            widthPx,
            stageWords(timeline.language).noFigureYet,
          ),
        ];
  if (!isKnownThen || untilPx >= widthPx || heightPx === 0) return [...rows, ...quiet];
  return [
    ...rows,
    shape('unknown', 'rect', {
      class: 'unknown',
      x: share(untilPx, widthPx),
      width: share(widthPx - untilPx, widthPx),
      y: round(topPx),
      height: round(heightPx),
    }),
    ...quiet,
    ...(widthPx - untilPx > 110
      ? [
          pinnedWords(
            'unknown-words',
            'words is-quiet',
            untilPx + 14,
            topPx + heightPx / 2 + 4,
            widthPx,
            stageWords(timeline.language).notYetKnown,
          ),
        ]
      : []),
  ];
}

/** The area below a measure's line, and the line: across it counts shares of the width, down it counts pixels. */
function stepsShape(key: string, topPx: number, steps: readonly PlacedStep[], widthPx: number, heightPx: number): Shape {
  const x = (px: number) => Math.round((Math.min(Math.max(px, -4), widthPx + 4) / widthPx) * 100_000) / 1000;
  // The riser of a step that begins at the plot's end would be a crumb.
  const line = steps
    .map(
      ({fromPx, toPx, yPx, fromYPx}) =>
        `${fromPx < widthPx - 2 ? `M${x(fromPx)} ${round(fromYPx)}V${round(yPx)}` : `M${x(fromPx)} ${round(yPx)}`}H${x(toPx)}`,
    )
    .join('');
  const area = steps.map(({fromPx, toPx, yPx}) => `M${x(fromPx)} ${round(heightPx)}V${round(yPx)}H${x(toPx)}V${round(heightPx)}z`).join('');
  return shape(
    key,
    'svg',
    {y: round(topPx), width: '100%', height: heightPx, viewBox: `0 0 100 ${heightPx}`, preserveAspectRatio: 'none', overflow: 'hidden'},
    steps.length === 0 ? [] : [shape('area', 'path', {class: 'area', d: area}), shape('line', 'path', {class: 'step', d: line})],
  );
}
