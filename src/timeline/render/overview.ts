/** The whole story in a strip: what the brush of the overview lies on. */
import type {Hue} from '../../schema/content.ts';
import {xPxOf} from '../layout/scale.ts';
import {rulerOf} from '../layout/ticks.ts';
import {measureByTable} from '../layout/letter-widths.ts';
import {memoizeLast} from '../model/memoize.ts';
import type {Known} from '../model/known.ts';
import {spanAnchorMs, spanBounds} from '../model/span.ts';
import type {Timeline} from '../model/timeline.ts';
import {bands, moved, pinnedWords, shape, share} from './shape.ts';
import type {Band, Shape} from './shape.ts';

type OverviewKnown = Pick<Known, 'isKnownThen' | 'standingOf' | 'goesOn' | 'states'>;

export const OVERVIEW_HEIGHT_PX = 34;
const NAME_ROOM_PX = 12;
/** Length and height of a tick. */
const TICK_PX = 2;
const MIN_NAMED_WIDTH_PX = 200;

export function overviewShapes(
  timeline: Timeline,
  widthPx: number,
  heightPx: number,
  playheadMs: number,
  {standingOf, goesOn, states, isKnownThen}: OverviewKnown,
): Shape[] {
  const x = (ms: number) => xInStory(ms, timeline, widthPx);
  const lanePx = (heightPx - NAME_ROOM_PX - 3) / timeline.lanes.length;
  const untilMs = isKnownThen ? playheadMs : Infinity;
  const hatched = states.filter(({look, fromMs}) => look === 'hatched' && fromMs <= untilMs);
  return [
    shape('ground', 'rect', {class: 'ground', width: '100%', height: '100%'}),
    ...monthShapes(timeline, widthPx, heightPx),
    ...hatched.map(({fromMs, toMs}, i) =>
      shape(`hatched-${i}`, 'rect', {
        class: 'hatched',
        x: share(x(fromMs), widthPx),
        width: share(x(Math.min(toMs, untilMs)) - x(fromMs), widthPx),
        y: NAME_ROOM_PX,
        height: heightPx - NAME_ROOM_PX,
      }),
    ),
    ...timeline.lanes.flatMap(({id, hue}, lane) =>
      laneShapes(timeline, lane, id, hue, widthPx, NAME_ROOM_PX + lane * lanePx, playheadMs, {standingOf, goesOn}),
    ),
    shape('playhead', 'rect', {class: 'head', x: share(x(playheadMs) - 1, widthPx), width: share(2, widthPx), y: 0, height: heightPx}),
  ];
}

const monthShapes = memoizeLast((timeline: Timeline, widthPx: number, heightPx: number): Shape[] => {
  const {groups} = rulerOf(timeline.extent, widthPx, timeline);
  return groups.flatMap(({atMs, xPx, short, hasLine}, i) => [
    ...(hasLine
      ? [shape(`month-${atMs}`, 'line', {class: 'month', x1: share(xPx, widthPx), x2: share(xPx, widthPx), y1: 0, y2: heightPx})]
      : []),
    ...(widthPx >= MIN_NAMED_WIDTH_PX && measureByTable(short, 12, 450) + 16 < (groups[i + 1]?.xPx ?? widthPx) - xPx
      ? [pinnedWords(`month-name-${atMs}`, 'month name', xPx + 8, 11, widthPx, short)]
      : []),
  ]);
});

function xInStory(ms: number, {extent}: Timeline, widthPx: number): number {
  return xPxOf(Math.min(Math.max(ms, extent.fromMs), extent.toMs), extent, widthPx);
}

/** One lane as density: a path for its marks, one for its stretches and one for what is not public, at most a tick a pixel. */
function laneShapes(
  timeline: Timeline,
  lane: number,
  id: string,
  hue: Hue,
  widthPx: number,
  yPx: number,
  playheadMs: number,
  {standingOf, goesOn}: Pick<OverviewKnown, 'standingOf' | 'goesOn'>,
): Shape[] {
  const kinds = {marks: [] as Band[], clips: [] as Band[], unknown: [] as Band[]};
  const lastPx = {marks: -Infinity, clips: -Infinity, unknown: -Infinity};
  for (const {id: event, fromPx, toPx, isClip} of ticksOf(timeline, widthPx)[lane]!) {
    const isKnown = standingOf(event) === 'known';
    const kind = isKnown ? (isClip ? 'clips' : 'marks') : 'unknown';
    const endPx = isKnown && goesOn(event) ? Math.max(xInStory(playheadMs, timeline, widthPx), fromPx + TICK_PX) : toPx;
    if (endPx <= lastPx[kind] + 0.5) continue;
    lastPx[kind] = endPx;
    kinds[kind].push({fromPx, toPx: endPx, topPx: 0, heightPx: TICK_PX});
  }
  const drawn = (['clips', 'marks', 'unknown'] as const).filter((kind) => kinds[kind].length > 0);
  if (drawn.length === 0) return [];
  return [
    moved(`lane-${id}`, 'g', yPx, {class: `lane hue-${hue}`}, [
      bands(
        'ticks',
        widthPx,
        drawn.map((kind) => ({className: `event is-${kind}`, boxes: kinds[kind]})),
      ),
    ]),
  ];
}

/** Where each event of each lane lies in the strip, from the left; worked out once for a width. */
const ticksOf = memoizeLast((timeline: Timeline, widthPx: number) => {
  const x = (ms: number) => xInStory(ms, timeline, widthPx);
  return timeline.lanes.map((_, lane) =>
    timeline.events
      .filter((event) => event.lane === lane)
      .map(({id, span}) => {
        const {fromMs, toMs} = spanBounds(span);
        const isClip = span.kind === 'stretch';
        const fromPx = isClip ? x(fromMs) : x(spanAnchorMs(span)) - TICK_PX / 2;
        return {id, isClip, fromPx, toPx: isClip ? Math.max(x(toMs), fromPx + TICK_PX) : fromPx + TICK_PX};
      })
      .sort((a, b) => a.fromPx - b.fromPx || a.toPx - b.toPx),
  );
});
