/** What lies beyond the window's edges: how much, and the nearest landmark, as links that lead there; design.md 9. */
import type {OutsideCount} from '../layout/outside.ts';
import {measureByTable} from '../layout/letter-widths.ts';
import type {Placement} from '../layout/place.ts';
import {rowMiddlePx} from '../layout/size.ts';
import {stageWords} from '../model/words/stage.ts';
import {bracketOf} from './bracket.ts';
import {dayAndMonth} from './names.ts';
import type {Scene} from './scene.ts';
import {moved, round, shape, share, silentWords} from './shape.ts';
import type {Shape} from './shape.ts';

const ARROW = {widthPx: 6, heightPx: 9};
const ARROW_GAP_PX = 4;
const INSET_PX = 1;
/** Between a counter and the name beside it. */
const NAME_GAP_PX = 8;
/** Between what lies at one edge and at the other. */
const APART_PX = 40;
const SIZE_PX = 12;
const HIT_PX = 24;
/** From the ruler's foot up to the line of the counters. */
const LINE_PX = 22;
/** A counter keeps this much clear for the name of the month that follows it. */
export const MONTH_GAP_PX = 26;

type Side = 'earlier' | 'later';

export interface Edges {
  readonly shapes: readonly Shape[];
  /** What they take up on the ruler's upper line. */
  readonly taken: readonly {readonly fromPx: number; readonly toPx: number}[];
}

interface EdgeWords {
  readonly count: string;
  readonly name: string;
}

/** The counters at both ends of the ruler's upper line. */
export function edgeShapes(scene: Scene, {outside}: Placement): Edges {
  const {
    timeline: {language},
    size: {widthPx, rulerPx, isCompact},
    standingOf,
  } = scene;
  const words = stageWords(language);
  // On a phone the story's bracket leaves room for a number and its arrow.
  const isTight = isCompact && bracketOf(scene) !== null;
  const wordsOf = (side: Side): EdgeWords | null => {
    const {count, landmark} = outside[side];
    if (count === 0) return null;
    const isNamed = !isCompact && landmark !== null && standingOf(landmark.id) === 'known';
    return {
      count: isTight ? String(count) : side === 'earlier' ? words.earlier(count) : words.later(count),
      name: isNamed ? landmark.short : '',
    };
  };
  const sides = {earlier: wordsOf('earlier'), later: wordsOf('later')};
  const lengthPx = (one: EdgeWords | null, withName: boolean): number =>
    one === null ? 0 : countPx(one) + (withName && one.name ? NAME_GAP_PX + measureByTable(one.name, SIZE_PX, 450) : 0);
  const hasNames = lengthPx(sides.earlier, true) + lengthPx(sides.later, true) + APART_PX <= widthPx;
  const yPx = Math.max(rulerPx - LINE_PX, 10);
  const shapes: Shape[] = [];
  const taken: {fromPx: number; toPx: number}[] = [];
  for (const side of ['earlier', 'later'] as const) {
    const one = sides[side];
    if (!one) continue;
    const px = lengthPx(one, hasNames);
    const fromPx = side === 'earlier' ? 0 : widthPx - px;
    taken.push({fromPx, toPx: fromPx + px});
    const {count, landmark} = outside[side];
    const isNamed = landmark !== null && standingOf(landmark.id) === 'known';
    const counted = side === 'earlier' ? words.earlier(count) : words.later(count);
    const name = words.edgeName(counted, hasNames ? one.name : '', isNamed ? landmark.label : null);
    const href = landmark && scene.hrefOf ? scene.hrefOf(landmark.id) : `#${landmark?.id ?? ''}`;
    shapes.push(edgeShape(scene, side, one, hasNames, yPx, name, href));
  }
  return {shapes, taken};
}

function countPx({count}: EdgeWords): number {
  return INSET_PX + ARROW.widthPx + ARROW_GAP_PX + measureByTable(count, SIZE_PX, 600);
}

function edgeShape({size: {widthPx}}: Scene, side: Side, one: EdgeWords, hasName: boolean, yPx: number, name: string, href: string): Shape {
  const isLeft = side === 'earlier';
  const countWidthPx = measureByTable(one.count, SIZE_PX, 600);
  const atPx = isLeft ? INSET_PX + ARROW.widthPx + ARROW_GAP_PX : widthPx - countPx(one);
  const nameWidthPx = measureByTable(one.name, SIZE_PX, 450);
  const namePx = isLeft ? atPx + countWidthPx + NAME_GAP_PX : atPx - NAME_GAP_PX - nameWidthPx;
  const hasShownName = hasName && one.name !== '';
  const fromPx = isLeft ? 0 : hasShownName ? namePx : atPx;
  const toPx = isLeft ? (hasShownName ? namePx + nameWidthPx : atPx + countWidthPx) : widthPx;
  return moved(`edge-${side}`, 'a', yPx, {class: 'edge-link', href, 'data-edge': side, 'aria-label': name, tabindex: -1}, [
    shape('hit', 'rect', {class: 'hit', x: share(fromPx, widthPx), width: share(toPx - fromPx, widthPx), y: -10, height: HIT_PX}),
    arrowShape(isLeft, widthPx, -4),
    // The space parts the two for those who read both as one text.
    silentWords('count', 'words is-strong', atPx, 0, widthPx, hasShownName ? `${one.count} ` : one.count),
    hasShownName ? silentWords('name', 'words', namePx, 0, widthPx, one.name) : null,
  ]);
}

function arrowShape(isLeft: boolean, widthPx: number, middlePx: number): Shape {
  const {widthPx: arrowPx, heightPx} = ARROW;
  const half = heightPx / 2;
  const d = isLeft ? `M0 0L${arrowPx} ${-half}V${half}z` : `M0 0L${-arrowPx} ${-half}V${half}z`;
  const xPx = isLeft ? INSET_PX : widthPx - INSET_PX;
  return shape('arrow', 'svg', {x: share(xPx, widthPx), y: round(middlePx), overflow: 'visible', 'aria-hidden': 'true'}, [
    shape('path', 'path', {class: 'arrow', d}),
  ]);
}

/** In a lane with nothing in the window: what lies before it and after it, at the edges of its first row. */
export function laneEdgeShapes(scene: Scene, {bands, outside}: Placement): Shape[] {
  const {timeline, size, isKnownThen} = scene;
  const {language} = timeline;
  const {widthPx, isCompact} = size;
  const words = stageWords(language);
  return outside.laneSides.flatMap(({here, earlier, later}, lane): Shape[] => {
    if (here > 0 || bands.lanes[lane]!.rows === 0) return [];
    const yPx = rowMiddlePx(bands, lane, 0, size);
    const laneName = timeline.lanes[lane]!.name;
    const link = (side: Side, {count, nearestMs}: OutsideCount): Shape[] => {
      if (count === 0) return [];
      // In Known then no day of what is still to come is named.
      const day = side === 'later' && !isKnownThen && !isCompact && nearestMs !== null ? dayAndMonth(nearestMs, language) : '';
      const text = side === 'earlier' ? words.earlier(count) : day ? words.laterFrom(count, day) : words.later(count);
      const textPx = measureByTable(text, SIZE_PX, 450);
      const isLeft = side === 'earlier';
      const atPx = isLeft ? INSET_PX + ARROW.widthPx + ARROW_GAP_PX : widthPx - INSET_PX - ARROW.widthPx - ARROW_GAP_PX - textPx;
      return [
        moved(
          `lane-${side}-${lane}`,
          'a',
          yPx,
          {
            class: 'edge-link is-lane',
            href: '#stage',
            'data-edge': side,
            'data-lane-edge': lane,
            'aria-label': words.laneEdgeName(text, laneName),
            tabindex: -1,
          },
          [
            shape('hit', 'rect', {
              class: 'hit',
              x: share(isLeft ? 0 : atPx, widthPx),
              width: share(textPx + INSET_PX + ARROW.widthPx + ARROW_GAP_PX, widthPx),
              y: -HIT_PX / 2,
              height: HIT_PX,
            }),
            arrowShape(isLeft, widthPx, 0),
            silentWords('count', 'words', atPx, 4.5, widthPx, text),
          ],
        ),
      ];
    };
    return [...link('earlier', earlier), ...link('later', later)];
  });
}
