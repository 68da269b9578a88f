/** The whole plot as shapes: the build writes them into the page, the browser keeps them up to date. */
import {SIGN_PX} from '../layout/drawn.ts';
import {measureByTable} from '../layout/letter-widths.ts';
import {placeEvents} from '../layout/place.ts';
import type {PlacedEvent, Placement} from '../layout/place.ts';
import {pxPerDay, xPxOf} from '../layout/scale.ts';
import {MIN_CLIP_PX} from '../layout/ways.ts';
import {memoizeLast, memoizeBy} from '../model/memoize.ts';
import {placesInTime} from '../model/timeline.ts';
import type {TimelineEvent} from '../model/timeline.ts';
import {stageWords} from '../model/words/stage.ts';
import {edgeShapes, laneEdgeShapes} from './edges.ts';
import {gridShapes} from './grid.ts';
import {barShape, countShape} from './groups.ts';
import {markOf} from './mark-memo.ts';
import {measureShapes, measureWords, placeCounts} from './measures.ts';
import {eventName, groupName, rugName} from './names.ts';
import {flagOf, flagShape, playheadShape} from './playhead.ts';
import {ghostShape, rugShape} from './rugs.ts';
import type {Scene, TypeBox} from './scene.ts';
import {secretWords} from './secret.ts';
import type {SecretWords} from './secret.ts';
import {shape} from './shape.ts';
import type {Shape} from './shape.ts';
import {STRIP_INSET_PX, stripShapes, stripStates, stripWords} from './strip.ts';

const LABEL_HALF_PX = 10;
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

/** An event with what may be said of it. */
export interface DrawnEvent {
  readonly placed: PlacedEvent;
  /** Where it says that it is not public yet. */
  readonly secret: SecretWords | null;
}

export function drawnEvents(scene: Scene, placement: Placement): DrawnEvent[] {
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

const memoizedCount = memoizeBy(countShape);

function markShapes(scene: Scene, {bands, counts, rugs, ghosts}: Placement, drawn: readonly DrawnEvent[]): Shape[] {
  const {timeline, view, size, selectedId, standingOf, compared, isCarried = false} = scene;
  const {widthPx, isCompact} = size;
  const hrefOf = scene.hrefOf ?? ((id: string) => `#${id}`);
  const isKnown = ({id}: TimelineEvent) => standingOf(id) === 'known';
  const wasPublic = (id: string) => compared?.standingOf(id) === 'known';
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
        count.members.every(wasPublic),
      ),
    })),
    ...drawn.map(({placed, secret}) => ({
      place: places.get(placed.event.id)!,
      shape: markOf(
        placed,
        {
          lane: timeline.lanes[placed.lane]!,
          state: {
            standing: standingOf(placed.event.id),
            isSelected: placed.event.id === selectedId,
            wasPublic: wasPublic(placed.event.id),
            name: eventName(scene, placed.event, placed.label?.text),
            href: hrefOf(placed.event.id),
            secret,
            stemPx: stemOf(placed),
          },
          widthPx,
          isCompact,
        },
        isCarried,
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
export function markWordsOf(drawn: readonly DrawnEvent[], standingOf: Scene['standingOf']): TypeBox[] {
  return drawn.flatMap(({placed: {event, label, yPx}, secret}) => {
    const box = (fromPx: number, widthPx: number): TypeBox[] => [
      {fromPx, toPx: fromPx + widthPx, topPx: yPx - LABEL_HALF_PX, bottomPx: yPx + LABEL_HALF_PX},
    ];
    if (secret) return box(secret.xPx, secret.widthPx);
    return label && standingOf(event.id) === 'known' ? box(label.xPx, label.widthPx) : [];
  });
}
