/** What a press in the plot is on: the ruler, the one measure of a phone, a lane's rug. */
import {msAtX, pxPerDay, showsHours} from '../layout/scale.ts';
import {bandsOf} from '../layout/size.ts';
import {playheadOfDay} from '../model/playhead.ts';
import {spanBounds} from '../model/span.ts';
import {HOUR_MS} from '../model/time.ts';
import type {LiveStage} from './live-stage.ts';

/** A press on a rug is for the events this near. */
const NEAR_RUG_PX = 14;

type PlotStage = Pick<LiveStage, 'timeline' | 'picture' | 'size' | 'arrangement' | 'view' | 'leftPx'>;

export function isOnRuler(event: Event, stage: PlotStage): boolean {
  if (event.type === 'wheel' || event.type === 'dblclick' || (event.target as Element).closest('.edge-link')) return false;
  const yPx = yInPlot(event, stage);
  // Where then and now are compared, the picture of then is above the ruler.
  return yPx >= 0 && yPx < stage.size.rulerPx + stage.size.stripPx;
}

/** The one measure of a phone takes taps and swipes for itself. */
export function isOnMeasures(event: Event, stage: PlotStage): boolean {
  return (
    stage.size.isCompact &&
    event.type !== 'wheel' &&
    stage.timeline.measures.length > 1 &&
    yInPlot(event, stage) > bandsOf(stage.arrangement.plan, stage.size).footPx
  );
}

function yInPlot(event: Event, {picture}: PlotStage): number {
  const {clientY} = 'touches' in event ? (event as TouchEvent).changedTouches[0]! : (event as MouseEvent);
  return clientY - picture.getBoundingClientRect().top;
}

/** The events on a lane's rug around a place in the window. */
export function membersNear(lane: number, clientX: number, {arrangement, view, size, leftPx}: PlotStage): string[] {
  const atMs = (px: number) => msAtX(clientX - leftPx + px, view, size.widthPx);
  const [fromMs, toMs] = [atMs(-NEAR_RUG_PX), atMs(NEAR_RUG_PX)];
  const rug = arrangement.rugs[lane] ?? [];
  const near = rug.filter(({span}) => spanBounds(span).toMs >= fromMs && spanBounds(span).fromMs <= toMs);
  return (near.length > 0 ? near : rug.slice(0, 1)).map(({id}) => id);
}

/** Where the playhead is put at a place: by whole days; by hours where hours are shown. */
export function playheadAt(xPx: number, {view, size}: PlotStage): number {
  const ms = msAtX(xPx, view, size.widthPx);
  const isHours = showsHours(pxPerDay(view, size.widthPx), size.isCompact);
  return isHours ? Math.round(ms / HOUR_MS) * HOUR_MS : playheadOfDay(ms);
}
