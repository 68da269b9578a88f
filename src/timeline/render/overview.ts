/** The whole story in a strip: what the brush of the overview lies on. */
import {xPxOf} from '../layout/scale.ts';
import {rulerOf} from '../layout/ticks.ts';
import {measureByTable} from '../layout/letter-widths.ts';
import {kept, keptFor} from '../model/kept.ts';
import type {Known} from '../model/known.ts';
import {spanAnchorMs, spanBounds} from '../model/span.ts';
import type {Timeline, TimelineEvent} from '../model/timeline.ts';
import {pinnedWords, round, shape, share} from './shape.ts';
import type {Shape} from './shape.ts';
import type {Standing} from '../model/standing.ts';

type OverviewKnown = Pick<Known, 'isKnownThen' | 'standingOf' | 'goesOn' | 'states'>;

export const OVERVIEW_HEIGHT_PX = 34;
const NAME_ROOM_PX = 12;
const MIN_NAMED_WIDTH_PX = 200;

export function overviewShapes(timeline: Timeline, widthPx: number, heightPx: number, playheadMs: number, {standingOf, goesOn, states, isKnownThen}: OverviewKnown): Shape[] {
  const x = (ms: number) => xInStory(ms, timeline, widthPx);
  const lanePx = (heightPx - NAME_ROOM_PX - 3) / timeline.lanes.length;
  const untilMs = isKnownThen ? playheadMs : Infinity;
  const cancelled = states.filter(({state, fromMs}) => state === 'cancelled' && fromMs <= untilMs);
  return [
    shape('ground', 'rect', {class: 'ground', width: '100%', height: '100%'}),
    ...monthShapes(timeline, widthPx, heightPx),
    ...cancelled.map(({fromMs, toMs}, i) =>
      shape(`cancelled-${i}`, 'rect', {class: 'cancelled', x: share(x(fromMs), widthPx), width: share(x(Math.min(toMs, untilMs)) - x(fromMs), widthPx), y: NAME_ROOM_PX, height: heightPx - NAME_ROOM_PX}),
    ),
    ...timeline.events.map((event) =>
      keptEvent(event, timeline, widthPx, NAME_ROOM_PX + event.lane * lanePx, standingOf(event.id), goesOn(event.id) ? playheadMs : Infinity),
    ),
    shape('playhead', 'rect', {class: 'head', x: share(x(playheadMs) - 1, widthPx), width: share(2, widthPx), y: 0, height: heightPx}),
  ];
}

const monthShapes = kept((timeline: Timeline, widthPx: number, heightPx: number): Shape[] => {
  const {groups} = rulerOf(timeline.extent, widthPx, timeline);
  return groups.map(({atMs, xPx, short, hasLine}, i) =>
    shape(`month-${atMs}`, 'g', {class: 'month'}, [
      hasLine ? shape('line', 'line', {x1: share(xPx, widthPx), x2: share(xPx, widthPx), y1: 0, y2: heightPx}) : null,
      widthPx >= MIN_NAMED_WIDTH_PX && measureByTable(short, 12, 450) + 16 < (groups[i + 1]?.xPx ?? widthPx) - xPx
        ? pinnedWords('name', 'name', xPx + 8, 11, widthPx, short)
        : null,
    ]),
  );
});

function xInStory(ms: number, {extent}: Timeline, widthPx: number): number {
  return xPxOf(Math.min(Math.max(ms, extent.fromMs), extent.toMs), extent, widthPx);
}

const keptEvent = keptFor(({id, lane, span}: TimelineEvent, timeline: Timeline, widthPx: number, yPx: number, standing: Standing, untilMs: number): Shape => {
  const x = (ms: number) => xInStory(ms, timeline, widthPx);
  const {fromMs, toMs} = spanBounds(span);
  const isClip = span.kind === 'stretch';
  const fromPx = isClip ? x(fromMs) : x(spanAnchorMs(span)) - 1;
  const toPx = isClip ? Math.max(x(standing === 'known' ? Math.min(toMs, untilMs) : toMs), fromPx + 2) : fromPx + 2;
  return shape(id, 'rect', {
    class: `event hue-${timeline.lanes[lane]!.hue} is-${standing}${isClip ? ' is-clip' : ''}`,
    x: share(fromPx, widthPx),
    width: share(toPx - fromPx, widthPx),
    y: round(yPx),
    height: 2,
  });
});
