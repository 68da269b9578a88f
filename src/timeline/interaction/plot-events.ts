/** Passes the browser's events on the plot to hands.ts. */
import {timeOf} from './first-signs.ts';
import type {Hands} from './hands.ts';
import type {Pointer} from './pointers.ts';

/** Events that only Safari sends, and that no list of types includes. */
interface GestureEvent extends UIEvent {
  readonly scale: number;
  readonly clientX: number;
}
const GESTURES = {gesturestart: 'start', gesturechange: 'change', gestureend: 'end'} as const;

export interface PlotPlaces {
  /** Where the plot's picture begins, from the window's left edge. */
  readonly leftPx: () => number;
  /** Whether another control takes a press there, such as the ruler's playhead. */
  readonly isTaken: (event: PointerEvent) => boolean;
}

/**
 * Listens on the plot. A plain wheel is left to the page, and so is a finger that sets out up or down.
 *
 * What the browser would do by itself is only prevented where the hands do something in its place.
 */
export function listenOnPlot(plot: HTMLElement, hands: Hands, {leftPx, isTaken}: PlotPlaces): void {
  /** A mouse button lets go of whatever it holds, wherever that happens; a finger may be one of several. */
  let mouseId: number | null = null;
  let swallowsClick = false;

  const pointerOf = (event: PointerEvent): Pointer => ({
    id: event.pointerId,
    xPx: event.clientX - leftPx(),
    yPx: event.clientY,
    atMs: timeOf(event),
    isFinger: event.pointerType !== 'mouse',
  });
  const showHold = () => plot.classList.toggle('is-held', hands.isBusy);

  const press = (event: PointerEvent) => {
    swallowsClick = false;
    if (event.button !== 0 || (event.pointerType === 'mouse' && event.ctrlKey) || isTaken(event)) return;
    if (event.pointerType === 'mouse') mouseId = event.pointerId;
    hands.press(pointerOf(event), (event.target as Element).closest('a') !== null);
  };
  const move = (event: PointerEvent) => {
    // The button came up where nobody saw it.
    if (event.pointerId === mouseId && event.buttons === 0) return lift(event);
    hands.move(pointerOf(event));
    if (!hands.isBusy || plot.hasPointerCapture(event.pointerId)) return;
    // A mark that is drawn away would take the moves of the finger on it along. Not sooner: a click goes to what captures.
    capturePointer(plot, event.pointerId);
    showHold();
  };
  const lift = (event: PointerEvent) => {
    swallowsClick = hands.isBusy;
    mouseId = null;
    hands.lift({id: event.pointerId, atMs: timeOf(event)});
    showHold();
    // The click follows at once, or never.
    setTimeout(() => (swallowsClick = false));
  };
  const cancel = ({pointerId}: PointerEvent) => {
    hands.cancel(pointerId);
    showHold();
  };
  const swallow = (event: MouseEvent) => {
    if (!swallowsClick) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const prevent = (event: Event) => {
    if (hands.isBusy && event.cancelable) event.preventDefault();
  };

  plot.addEventListener('pointerdown', press);
  plot.addEventListener('pointermove', move);
  plot.addEventListener('pointerup', lift);
  plot.addEventListener('pointercancel', cancel);
  plot.addEventListener('click', swallow, {capture: true});
  // Pointers say what happens; only touches can keep the browser from scrolling and pinching.
  for (const type of ['touchstart', 'touchmove']) plot.addEventListener(type, prevent, {passive: false});
  // A link would be dragged away in place of the plot.
  plot.addEventListener('dragstart', (event) => event.preventDefault());
  for (const [type, kind] of Object.entries(GESTURES)) {
    plot.addEventListener(
      type,
      (event) => {
        const {scale, clientX} = event as GestureEvent;
        hands.stretch({kind, scale, xPx: clientX - leftPx()});
        event.preventDefault();
      },
      {passive: false},
    );
  }
  plot.addEventListener(
    'wheel',
    (event) => {
      const {deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey, clientX} = event;
      if (hands.turn({deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey, xPx: clientX - leftPx(), atMs: timeOf(event)}))
        event.preventDefault();
    },
    {passive: false},
  );
}

/** Has all moves of a pointer sent to one element, if the pointer is still down: what was recorded may be done too late. */
export function capturePointer(element: Element, pointerId: number): void {
  try {
    element.setPointerCapture(pointerId);
  } catch (reason) {
    if (!(reason instanceof DOMException)) throw reason;
  }
}
