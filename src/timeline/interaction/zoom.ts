/** d3.zoom as the source of new views: pointer, wheel and touch in, a view out. */
import {select, zoom, zoomIdentity} from 'd3';
import type {D3ZoomEvent, Selection, ZoomBehavior, ZoomTransform} from 'd3';
import {MAX_PX_PER_DAY} from '../layout/scale.ts';
import {DAY_MS} from '../model/time.ts';
import {lengthMs} from '../model/view.ts';
import type {View, ViewBounds} from '../model/view.ts';

/** How much of a doubling one pixel of the wheel is; a pinch on a trackpad comes in far smaller steps. */
const WHEEL_RATE = 0.004;
const PINCH_RATE = 0.02;
const PINCH_MAX_PX = 40;
const LINE_RATE = 0.05;
const MAX_DOUBLINGS = 1;
const DRAG_THRESHOLD_PX = 4;

export interface ViewSource {
  /** Tells d3.zoom of a view that came from elsewhere, without an event. */
  readonly take: (view: View) => void;
}

/**
 * Listens on the plot and tells of each new view.
 *
 * A plain wheel is left to the page. With Ctrl or ⌘ it zooms about the pointer; sideways, or with Shift, it pans.
 *
 * @param ignores - True for a press that another control takes, such as the ruler's playhead.
 */
export function listenForViews(
  plot: HTMLElement,
  extent: View,
  widthPx: () => number,
  onView: (view: View, isGesture: boolean) => void,
  ignores: (event: Event) => boolean,
): ViewSource {
  let taking = false;
  const selection: Selection<HTMLElement, unknown, null, undefined> = select(plot);
  const behavior: ZoomBehavior<HTMLElement, unknown> = zoom<HTMLElement, unknown>()
    .extent(() => [[0, 0], [widthPx(), 1]])
    .translateExtent([[0, -Infinity], [widthPx(), Infinity]])
    .clickDistance(DRAG_THRESHOLD_PX)
    .duration(0)
    .filter((event: Event) => {
      if (ignores(event)) return false;
      if (event.type === 'dblclick') return false;
      if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
      return !(event instanceof MouseEvent && (event.button !== 0 || event.ctrlKey));
    })
    .wheelDelta(doublingsOf)
    .on('start', () => plot.classList.add('is-moving'))
    .on('end', () => plot.classList.remove('is-moving'))
    .on('zoom', ({transform, sourceEvent}: D3ZoomEvent<HTMLElement, unknown>) => {
      if (!taking) onView(viewOf(transform, extent, widthPx()), Boolean(sourceEvent));
    });
  const setBounds = () => {
    const width = widthPx();
    behavior
      .translateExtent([[0, -Infinity], [width, Infinity]])
      .scaleExtent([1, Math.max(1, (MAX_PX_PER_DAY * lengthMs(extent)) / DAY_MS / width)]);
  };
  setBounds();
  leaveSwipesToPage(plot);
  selection.call(behavior);
  plot.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey || event.metaKey) return;
      const sidewaysPx = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (Math.abs(sidewaysPx) <= (event.shiftKey ? 0 : Math.abs(event.deltaY))) return;
      event.preventDefault();
      const {k} = transformOn(plot);
      selection.call(behavior.translateBy, -sidewaysPx / k, 0);
    },
    {passive: false},
  );
  return {
    take(view) {
      setBounds();
      taking = true;
      selection.call(behavior.transform, transformOf(view, extent, widthPx()));
      taking = false;
    },
  };
}

/** A finger that sets out up or down scrolls the page; d3.zoom would keep it. */
function leaveSwipesToPage(plot: HTMLElement): void {
  let start: Touch | undefined;
  let isSwipe = false;
  const begin = ({touches}: TouchEvent) => {
    start = touches.length === 1 ? touches[0] : undefined;
    isSwipe = false;
  };
  const move = (event: TouchEvent) => {
    const touch = event.touches[0];
    if (start && touch) {
      isSwipe = Math.abs(touch.clientY - start.clientY) > Math.abs(touch.clientX - start.clientX);
      start = undefined;
    }
    if (isSwipe) event.stopPropagation();
  };
  plot.addEventListener('touchstart', begin, {capture: true, passive: true});
  plot.addEventListener('touchmove', move, {capture: true, passive: true});
}

function transformOn(plot: HTMLElement): ZoomTransform {
  return (plot as HTMLElement & {__zoom?: ZoomTransform}).__zoom ?? zoomIdentity;
}

/** How many doublings of the scale one turn of the wheel asks for. */
export function doublingsOf({deltaY, deltaMode, ctrlKey}: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const rate = deltaMode === 1 ? LINE_RATE : deltaMode === 2 ? MAX_DOUBLINGS : ctrlKey && Math.abs(deltaY) < PINCH_MAX_PX ? PINCH_RATE : WHEEL_RATE;
  return Math.min(Math.max(-deltaY * rate, -MAX_DOUBLINGS), MAX_DOUBLINGS);
}

function viewOf({k, x}: ZoomTransform, extent: View, widthPx: number): View {
  const perPx = lengthMs(extent) / widthPx;
  const fromMs = extent.fromMs + (-x / k) * perPx;
  return {fromMs, toMs: fromMs + (widthPx / k) * perPx};
}

function transformOf(view: View, extent: View, widthPx: number): ZoomTransform {
  const k = lengthMs(extent) / lengthMs(view);
  const x = -((view.fromMs - extent.fromMs) / lengthMs(extent)) * widthPx * k;
  return zoomIdentity.translate(x, 0).scale(k);
}

/** The bounds of every view of a story on a plot of this width. */
export function boundsOf(extent: View, widthPx: number): ViewBounds {
  return {extent, shortestMs: Math.min(lengthMs(extent), (widthPx / MAX_PX_PER_DAY) * DAY_MS)};
}

