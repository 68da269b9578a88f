/** d3.zoom as the source of new views: pointer, wheel and touch in, a view out. */
import {select, zoom, zoomIdentity} from 'd3';
import type {D3ZoomEvent, Selection, ZoomBehavior, ZoomTransform} from 'd3';
import {MAX_PX_PER_DAY} from '../layout/scale.ts';
import {DAY_MS} from '../model/time.ts';
import {glideOf} from './inertia.ts';
import type {Move} from './inertia.ts';
import {animate, easeOutLong, prefersStill} from './motion.ts';
import {lengthMs} from '../model/view.ts';
import type {View, ViewBounds} from '../model/view.ts';

/** How much of a doubling one pixel of the wheel is; a pinch on a trackpad comes in far smaller steps. */
const WHEEL_RATE = 0.004;
const PINCH_RATE = 0.02;
const PINCH_MAX_PX = 40;
const LINE_RATE = 0.05;
const MAX_DOUBLINGS = 1;
const DRAG_THRESHOLD_PX = 4;

type ZoomEvent = Omit<D3ZoomEvent<HTMLElement, unknown>, 'sourceEvent'> & {readonly sourceEvent: Event | null};

export interface ViewSource {
  /** Tells d3.zoom of a view that came from elsewhere, without an event. */
  readonly take: (view: View) => void;
  /** Ends a glide where it is. */
  readonly stop: () => void;
}

/**
 * Listens on the plot and tells of each new view.
 *
 * A plain wheel is left to the page. With Ctrl or ⌘ it zooms about the pointer; sideways, or with Shift, it pans.
 * A finger that lets go while it moves leaves the plot gliding, until the next touch or key.
 *
 * @param viewNow - What is shown, wherever it came from.
 * @param ignores - True for a press that another control takes, such as the ruler's playhead.
 */
export function listenForViews(
  plot: HTMLElement,
  extent: View,
  widthPx: () => number,
  viewNow: () => View,
  onView: (view: View) => void,
  ignores: (event: Event) => boolean,
): ViewSource {
  let taking = false;
  let moves: Move[] = [];
  let stopGlide: () => void = () => {};
  const selection: Selection<HTMLElement, unknown, null, undefined> = select(plot);
  const behavior: ZoomBehavior<HTMLElement, unknown> = zoom<HTMLElement, unknown>()
    .extent(() => [[0, 0], [widthPx(), 1]])
    .translateExtent([[0, -Infinity], [widthPx(), Infinity]])
    .clickDistance(DRAG_THRESHOLD_PX)
    .duration(0)
    .filter((event: Event) => {
      if (ignores(event)) return false;
      if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
      return !(event instanceof MouseEvent && (event.button !== 0 || event.ctrlKey));
    })
    .wheelDelta(doublingsOf)
    .on('start', () => plot.classList.add('is-moving'))
    .on('end', ({sourceEvent}: ZoomEvent) => {
      plot.classList.remove('is-moving');
      if (sourceEvent?.type === 'touchend') glide(sourceEvent.timeStamp);
    })
    .on('zoom', ({transform, sourceEvent}: ZoomEvent) => {
      if (taking) return;
      if (sourceEvent?.type === 'touchmove') {
        const {touches, timeStamp} = sourceEvent as TouchEvent;
        moves = touches.length === 1 ? [...moves, {atMs: timeStamp, xPx: transform.x}] : [];
      }
      onView(viewOf(transform, extent, widthPx()));
    });
  const glide = (nowMs: number) => {
    const {byPx, durationMs} = glideOf(moves, nowMs) ?? {byPx: 0, durationMs: 0};
    if (byPx === 0 || prefersStill()) return;
    let donePx = 0;
    stopGlide = animate(
      durationMs,
      easeOutLong,
      (t) => {
        const {k} = transformOn(plot);
        selection.call(behavior.translateBy, (byPx * t - donePx) / k, 0);
        donePx = byPx * t;
      },
      () => {},
    );
  };
  const press = ({isPrimary}: PointerEvent) => {
    if (!isPrimary) return;
    stopGlide();
    moves = [];
    take(viewNow()); // d3.zoom must set out from what is seen, even in the middle of a flight.
  };
  plot.addEventListener('pointerdown', press, {capture: true});
  for (const type of ['keydown', 'wheel']) plot.addEventListener(type, () => stopGlide(), {capture: true, passive: true});
  const setBounds = () => {
    const width = widthPx();
    behavior
      .translateExtent([[0, -Infinity], [width, Infinity]])
      .scaleExtent([1, Math.max(1, (MAX_PX_PER_DAY * lengthMs(extent)) / DAY_MS / width)]);
  };
  const take = (view: View) => {
    setBounds();
    taking = true;
    selection.call(behavior.transform, transformOf(view, extent, widthPx()));
    taking = false;
  };
  setBounds();
  keepTouches(plot);
  leaveSwipesToPage(plot);
  selection.call(behavior).on('dblclick.zoom', null); // Two presses are told apart elsewhere.
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
  return {take, stop: () => stopGlide()};
}

/** A mark that is drawn away under a finger would take the finger's moves with it; they go on as the plot's own. */
function keepTouches(plot: HTMLElement): void {
  const kept = new WeakSet<EventTarget>();
  const pass = (event: Event) => {
    const {type, target, touches, targetTouches, changedTouches} = event as TouchEvent;
    if (plot.contains(target as Node)) return;
    const own = new TouchEvent(type, {
      bubbles: true,
      cancelable: true,
      touches: [...touches],
      targetTouches: [...targetTouches],
      changedTouches: [...changedTouches],
    });
    if (!plot.dispatchEvent(own)) event.preventDefault();
  };
  plot.addEventListener(
    'touchstart',
    ({target}) => {
      if (!target || target === plot || kept.has(target)) return;
      kept.add(target);
      for (const type of ['touchmove', 'touchend', 'touchcancel']) target.addEventListener(type, pass, {passive: false});
    },
    {capture: true, passive: true},
  );
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

