/** The whole plot as shapes: the build writes them into the page, the browser keeps them up to date. */
import {CLUSTER_WIDTH_PX, MIN_CLIP_PX, SIGN_PX} from '../layout/arrange.ts';
import type {Arrangement} from '../layout/arrange.ts';
import {measureByTable} from '../layout/letter-widths.ts';
import {placeSteps} from '../layout/measures.ts';
import type {PlacedStep} from '../layout/measures.ts';
import {placeEvents} from '../layout/place.ts';
import type {PlacedEvent, Placement} from '../layout/place.ts';
import {xPxOf} from '../layout/scale.ts';
import {lanesFootPx, measureCount, shownMeasures, stageHeightPx} from '../layout/size.ts';
import type {StageSize} from '../layout/size.ts';
import {kept, keptFor} from '../model/kept.ts';
import type {Known} from '../model/known.ts';
import {placesInTime} from '../model/timeline.ts';
import type {FilmState, Measure, Timeline, TimelineEvent} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import {stageWords} from '../model/words/stage.ts';
import {gridShapes} from './grid.ts';
import {clusterShape, footShape, markShape, rugShape, secretWords} from './marks.ts';
import type {SecretWords} from './marks.ts';
import {eventName, groupName} from './names.ts';
import {flagOf, flagShape, playheadShape} from './playhead.ts';
import type {TypeBox} from './playhead.ts';
import {pinnedWords, round, shape, share} from './shape.ts';
import type {Shape} from './shape.ts';

/** All that a drawing depends on: what is public, and what of it is in view. */
export interface Scene extends Known {
  readonly timeline: Timeline;
  readonly view: View;
  readonly size: StageSize;
  readonly arrangement: Arrangement;
  readonly selectedId: string | null;
  readonly playheadMs: number;
  /** The one tab stop is the first of these that is drawn, else the first link; without the list, as in the build, there is none. */
  readonly tabStops?: readonly string[];
  /** Where a mark's link leads; to its entry on the same page if left out. */
  readonly hrefOf?: (id: string) => string;
}

const STRIP_BAR_PX = 16;
const COMPACT_STRIP_BAR_PX = 13;
/** Type of the film strip and of the measures. */
const STRIP_TYPE_PX = 11;
const LABEL_HALF_PX = 10;
const STRIP_INSET_PX = 6;

export interface Drawing {
  readonly shapes: readonly Shape[];
  readonly placement: Placement;
}

/** While only the playhead moves, every event stays where it is. */
const keptPlacement = kept(placeEvents);

export function drawingOf(scene: Scene): Drawing {
  const {timeline, view, size, arrangement} = scene;
  const placement = keptPlacement(timeline, view, size, arrangement);
  const told = toldEvents(scene, placement);
  const flag = flagOf(scene);
  const strip = stripStates(scene);
  const counts = placeCounts(scene);
  const words = [...stripWords(strip, size), ...markWordsOf(told, scene.standingOf), ...measureWords(scene, counts)];
  const footPx = lanesFootPx(timeline, size);
  return {
    placement,
    shapes: [
      shape('grid', 'g', {class: 'grid', 'aria-hidden': 'true'}, gridShapes(scene, flag)),
      shape('strip', 'g', {class: 'strip', 'aria-hidden': 'true'}, stripShapes(scene, strip)),
      playheadShape('playhead', scene, size.rulerPx, footPx, words),
      shape('marks', 'g', {class: 'marks'}, markShapes(scene, placement, told)),
      shape('measures', 'g', {class: 'measures', 'aria-hidden': 'true'}, measureShapes(scene, counts)),
      playheadShape('playhead-over', scene, footPx, stageHeightPx(timeline, size), words),
      flagShape(scene, flag),
    ],
  };
}

interface StripState {
  readonly state: FilmState;
  readonly fromPx: number;
  readonly toPx: number;
  /** Its name where there is room for it, and its left edge. */
  readonly words: string | undefined;
  readonly wordsPx: number;
}

/** What the film was at every moment in view, as far as it is public. */
function stripStates(scene: Scene): StripState[] {
  const {states, view, size} = scene;
  const {widthPx} = size;
  const untilMs = drawnUntilMs(scene);
  return states.flatMap((state): StripState[] => {
    const fromPx = Math.max(xPxOf(state.fromMs, view, widthPx), -2);
    const toPx = Math.min(xPxOf(Math.min(state.toMs, untilMs), view, widthPx), widthPx + 2);
    if (state.fromMs > untilMs || toPx < 0 || fromPx > widthPx) return [];
    const wordsPx = Math.max(fromPx, 0) + STRIP_INSET_PX;
    const words = size.isCompact ? undefined : [state.label, state.short].find((text) => measureByTable(text, STRIP_TYPE_PX, 600) + 4 <= toPx - wordsPx);
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
  const frame = (key: string, className: string, fromPx: number, toPx: number) =>
    shape(key, 'rect', {class: className, x: share(fromPx, widthPx), width: share(Math.max(toPx - fromPx, 0), widthPx), y: topPx, height: heightPx});
  const untilPx = xPxOf(Math.min(playheadMs, timeline.extent.toMs), view, widthPx);
  return [
    ...states.map(({state, fromPx, toPx, words, wordsPx}) =>
      shape(`state-${state.fromMs}`, 'g', {class: `state is-${state.state}`}, [
        frame('bar', 'bar', fromPx, toPx),
        words && state.state === 'cancelled'
          ? frame('ground', 'ground', wordsPx - 3, wordsPx + measureByTable(words, STRIP_TYPE_PX, 600) + 4)
          : null,
        words ? pinnedWords('words', 'words', wordsPx, topPx + heightPx / 2 + 4, widthPx, words) : null,
      ]),
    ),
    isKnownThen && untilPx < widthPx ? frame('unknown', 'unknown', Math.max(untilPx, 0), widthPx) : null,
  ];
}

/** An event with what is told of it. */
interface ToldEvent {
  readonly placed: PlacedEvent;
  /** Where it says that it is not public yet. */
  readonly secret: SecretWords | null;
}

function toldEvents(scene: Scene, {events, clusters}: Placement): ToldEvent[] {
  const {standingOf, isDisputed, size} = scene;
  return events.map((whole) => {
    const ended = untilHead(scene, whole);
    const {event, label} = ended;
    const isSigned = label?.hasSign && !isDisputed(event.id);
    const placed = isSigned ? {...ended, label: {...label, hasSign: false, widthPx: label.widthPx - SIGN_PX}} : ended;
    return {placed, secret: standingOf(event.id) === 'secret' ? secretWords(whole, {events, clusters}, standingOf, size.widthPx, scene.timeline.language) : null};
  });

  /** What still goes on ends at the playhead, and its end is open. */
  function untilHead({goesOn, playheadMs, view}: Scene, placed: PlacedEvent): PlacedEvent {
    const {event, spanPx} = placed;
    const {span} = event;
    if (!spanPx || !goesOn(event.id) || (span.kind !== 'stretch' && span.kind !== 'within')) return placed;
    const openSpan = span.kind === 'stretch' ? {...span, softEnd: true} : {...span, soft: true};
    const toPx = Math.max(Math.min(spanPx.toPx, xPxOf(playheadMs, view, size.widthPx)), spanPx.fromPx + MIN_CLIP_PX);
    return {...placed, event: {...event, span: openSpan}, spanPx: {...spanPx, toPx}};
  }
}

/** Most marks of a frame are those of the frame before. */
const keptMark = keptFor((_: TimelineEvent, ...asked: Parameters<typeof markShape>) => markShape(...asked));
const keptCluster = keptFor(clusterShape);
const keptFoot = keptFor(footShape);
const keptRug = keptFor(rugShape);

function markShapes(scene: Scene, {clusters, feet, ghosts}: Placement, told: readonly ToldEvent[]): Shape[] {
  const {timeline, size, selectedId, standingOf} = scene;
  const {widthPx} = size;
  const isRug = size.isCompact && scene.arrangement.depth === 0;
  const hrefOf = scene.hrefOf ?? ((id: string) => `#${id}`);
  const isGroupKnown = (members: readonly string[]) => members.some((id) => standingOf(id) === 'known');
  const places = placesInTime(timeline);
  const drawn: {readonly atPx: number; readonly place: number; readonly shape: Shape}[] = [
    ...ghosts.map(({id, fromPx, toPx, yPx}) => ({
      atPx: fromPx,
      place: places.get(id)!,
      shape: shape(`ghost-${id}`, 'g', {class: 'ghost', 'aria-hidden': 'true'}, [
        toPx > fromPx ? shape('line', 'rect', {x: share(fromPx, widthPx), width: share(toPx - fromPx, widthPx), y: round(yPx - 3), height: 1.5}) : null,
        shape('tick', 'rect', {x: share(fromPx - 1, widthPx), width: share(2, widthPx), y: round(yPx - 6), height: 5}),
      ]),
    })),
    ...feet.map((group) => ({
      atPx: group.xPx,
      place: places.get(group.members[0]!)!,
      shape: (isRug ? keptRug : keptFoot)(group, timeline, groupName(scene, group.members), isGroupKnown(group.members), hrefOf(group.members[0]!), widthPx),
    })),
    ...clusters.map((group) => ({
      atPx: group.xPx - CLUSTER_WIDTH_PX / 2,
      place: places.get(group.members[0]!)!,
      shape: keptCluster(
        group,
        timeline.lanes[group.lane]!,
        group.members.filter((id) => standingOf(id) === 'known').length,
        groupName(scene, group.members),
        hrefOf(group.members[0]!),
        widthPx,
      ),
    })),
    ...told.map(({placed, secret}) => ({
      atPx: placed.xPx,
      place: places.get(placed.event.id)!,
      shape: keptMark(
        placed.event,
        placed,
        timeline.lanes[placed.lane]!,
        {
          standing: standingOf(placed.event.id),
          isSelected: placed.event.id === selectedId,
          name: eventName(scene, placed.event, placed.label?.text),
          href: hrefOf(placed.event.id),
          secret,
        },
        widthPx,
      ),
    })),
  ];
  // In the order of time, which is the order of reading; what is selected is drawn over its neighbours.
  const shapes = drawn.sort((a, b) => a.atPx - b.atPx || a.place - b.place).map(({shape: drawnShape}) => drawnShape);
  return scene.tabStops ? withTabStop(shapes, scene.tabStops) : shapes;
}

/** Makes one link the tab stop: of the first wanted event that is drawn, else the first there is. */
function withTabStop(shapes: readonly Shape[], wanted: readonly string[]): Shape[] {
  const standsFor = ({attributes}: Shape, id: string) => attributes['data-id'] === id || String(attributes['data-members'] ?? '').split(' ').includes(id);
  const found = wanted.map((id) => shapes.find((link) => standsFor(link, id))).find((link) => link !== undefined);
  const stop = found ?? shapes.find(({tag}) => tag === 'a');
  return shapes.map((link) => (link === stop ? {...link, attributes: {...link.attributes, tabindex: 0}} : link));
}

/** The words beside marks that are shown as they stand. */
function markWordsOf(told: readonly ToldEvent[], standingOf: Scene['standingOf']): TypeBox[] {
  return told.flatMap(({placed: {event, label, yPx}, secret}) => {
    const box = (fromPx: number, widthPx: number): TypeBox[] => [{fromPx, toPx: fromPx + widthPx, topPx: yPx - LABEL_HALF_PX, bottomPx: yPx + LABEL_HALF_PX}];
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
  const {timeline, view, size, measures} = scene;
  const untilMs = drawnUntilMs(scene);
  return shownMeasures(timeline, size).map((measure) => ({
    measure,
    steps: placeSteps(measures.find(({id}) => id === measure.id)!, view, size.widthPx, size.measurePx, untilMs, timeline.language),
  }));
}

/** The numbers beside the steps of the measures. */
function measureWords({timeline, size}: Scene, counts: readonly PlacedMeasure[]): TypeBox[] {
  const topPx = lanesFootPx(timeline, size);
  return counts.flatMap(({steps}, i) =>
    steps.flatMap(({label}) => {
      if (!label) return [];
      const wordsPx = measureByTable(label.text, STRIP_TYPE_PX, 600);
      const fromPx = label.anchor === 'end' ? label.xPx - wordsPx : label.xPx;
      const footPx = topPx + i * size.measurePx + label.yPx;
      return [{fromPx, toPx: fromPx + wordsPx, topPx: footPx - STRIP_TYPE_PX + 2, bottomPx: footPx + 1}];
    }),
  );
}

/** As far as the strip and the measures are drawn: to the playhead in Known then. */
function drawnUntilMs({timeline, isKnownThen, playheadMs}: Scene): number {
  return isKnownThen ? Math.min(playheadMs, timeline.extent.toMs) : timeline.extent.toMs;
}

function measureShapes(scene: Scene, counts: readonly PlacedMeasure[]): Shape[] {
  const {timeline, view, size, isKnownThen} = scene;
  const {widthPx, measurePx} = size;
  const topPx = lanesFootPx(timeline, size);
  const untilMs = drawnUntilMs(scene);
  const untilPx = Math.min(Math.max(xPxOf(untilMs, view, widthPx), 0), widthPx);
  const count = measureCount(timeline, size);
  const rows = counts.map(({measure, steps}, i) =>
    shape(`row-${measure.id}`, 'svg', {y: round(topPx + i * measurePx), height: measurePx, width: '100%', overflow: 'hidden'}, [
      ...steps.flatMap(({step, fromPx, toPx, yPx, fromYPx, label}, k) => {
        const from = share(fromPx, widthPx);
        const key = `${step.asOf}-${k}`;
        return [
          shape(`area-${key}`, 'rect', {class: 'area', x: from, width: share(Math.max(toPx - fromPx, 0), widthPx), y: round(yPx), height: round(measurePx - yPx)}),
          shape(`riser-${key}`, 'line', {class: 'step', x1: from, x2: from, y1: round(fromYPx), y2: round(yPx)}),
          shape(`tread-${key}`, 'line', {class: 'step', x1: from, x2: share(toPx, widthPx), y1: round(yPx), y2: round(yPx)}),
          label && pinnedWords(`words-${key}`, label.anchor === 'end' ? 'words is-end' : 'words', label.xPx, label.yPx, widthPx, label.text),
        ];
      }),
    ]),
  );
  if (!isKnownThen || untilPx >= widthPx) return rows;
  return [
    ...rows,
    shape('unknown', 'rect', {class: 'unknown', x: share(untilPx, widthPx), width: share(widthPx - untilPx, widthPx), y: round(topPx), height: count * measurePx}),
    ...(widthPx - untilPx > 110
      ? [pinnedWords('unknown-words', 'words is-quiet', untilPx + 14, topPx + (count * measurePx) / 2 + 4, widthPx, stageWords(timeline.language).notYetKnown)]
      : []),
  ];
}
