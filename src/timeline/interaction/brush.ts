/** The overview's window: drag it, or stretch it by its grips; both grips are sliders for the keyboard. */
import {paceMs} from '../model/pace.ts';
import {DAY_MS} from '../model/time.ts';
import {lengthMs} from '../model/view.ts';
import type {View, ViewBounds} from '../model/view.ts';
import type {Camera} from './camera.ts';
import {capturePointer} from './plot-events.ts';

export type Grip = 'from' | 'to' | 'both';

/** Steps of the story's pace: days, or more in a longer story. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
  Home: -Infinity,
  End: Infinity,
};
/** Of the window's frame; the grips are on its middle. */
const FRAME_PX = 1.5;
/** How far a grip's target may reach out of the overview. */
const OUTSIDE_PX = 12;

export interface Brush {
  readonly show: (view: View) => void;
}

/** Moves one end of a view, or both, as far as they go. */
export function stretched(view: View, grip: Grip, byMs: number, {extent, shortestMs}: ViewBounds): View {
  if (grip === 'both') {
    const clampedMs = Math.min(Math.max(byMs, extent.fromMs - view.fromMs), extent.toMs - view.toMs);
    return {fromMs: view.fromMs + clampedMs, toMs: view.toMs + clampedMs};
  }
  return grip === 'from'
    ? {fromMs: Math.min(Math.max(view.fromMs + byMs, extent.fromMs), view.toMs - shortestMs), toMs: view.toMs}
    : {fromMs: view.fromMs, toMs: Math.max(Math.min(view.toMs + byMs, extent.toMs), view.fromMs + shortestMs)};
}

/** How far a key moves a grip; null for a key of the page's. */
export function stepOfKey(key: string, extent: View): number | null {
  const by = STEPS[key];
  return by === undefined ? null : Math.min(Math.max(by * paceMs(extent), -lengthMs(extent)), lengthMs(extent));
}

/** How far aside the targets of two grips move, so that they neither cover each other nor leave the overview. */
export function gripsAside(fromPx: number, toPx: number, gripPx: number, widthPx: number): {readonly from: number; readonly to: number} {
  const leastPx = gripPx / 2 - OUTSIDE_PX;
  const mostPx = widthPx - leastPx;
  const middlePx = Math.min(Math.max((fromPx + toPx) / 2, leastPx + gripPx / 2), mostPx - gripPx / 2);
  const apartPx = gripPx / 2 + FRAME_PX;
  return {
    from: Math.max(Math.min(fromPx, middlePx - apartPx), leastPx) - fromPx,
    to: Math.min(Math.max(toPx, middlePx + apartPx), mostPx) - toPx,
  };
}

/** @param dayWords - Says the day of an instant. */
export function attachBrush(overview: HTMLElement, camera: Camera, dayWords: (ms: number) => string): Brush {
  const {extent} = camera.bounds;
  const brush = overview.querySelector<HTMLElement>('[data-part="brush"]')!;
  const grips = {
    from: overview.querySelector<HTMLElement>('[data-part="grip-from"]')!,
    to: overview.querySelector<HTMLElement>('[data-part="grip-to"]')!,
  };
  const [shadeBefore, shadeAfter] = [...overview.querySelectorAll<HTMLElement>('.shade')];
  let shown: View | null = null;
  let widthPx = 0;
  let gripPx = 0;
  let drag: {
    readonly pointerId: number;
    readonly grip: Grip;
    readonly startPx: number;
    readonly widthPx: number;
    readonly view: View;
  } | null = null;
  const write = writer();

  overview.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || drag) return;
    const target = event.target as HTMLElement;
    const grip: Grip = target === grips.from ? 'from' : target === grips.to ? 'to' : 'both';
    const {left, width} = overview.getBoundingClientRect();
    camera.hold();
    if (!brush.contains(target)) {
      const atMs = extent.fromMs + ((event.clientX - left) / width) * lengthMs(extent);
      camera.moveTo(stretched(camera.view, 'both', atMs - (camera.view.fromMs + camera.view.toMs) / 2, camera.bounds), {isOwn: true});
    }
    drag = {pointerId: event.pointerId, grip, startPx: event.clientX, widthPx: width, view: camera.view};
    capturePointer(overview, event.pointerId);
  });
  overview.addEventListener('pointermove', (event) => {
    if (drag?.pointerId !== event.pointerId) return;
    const byMs = ((event.clientX - drag.startPx) / drag.widthPx) * lengthMs(extent);
    camera.moveTo(stretched(drag.view, drag.grip, byMs, camera.bounds), {isOwn: true});
  });
  for (const type of ['pointerup', 'pointercancel'] as const) {
    overview.addEventListener(type, (event) => {
      if (drag?.pointerId !== event.pointerId) return;
      drag = null;
      camera.release();
    });
  }

  for (const name of ['from', 'to'] as const) {
    grips[name].addEventListener('keydown', (event) => {
      const byMs = stepOfKey(event.key, extent);
      if (byMs === null || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      camera.moveTo(stretched(camera.view, name, byMs, camera.bounds), {isOwn: true});
    });
  }

  const partGrips = () => {
    if (shown === null || widthPx === 0 || gripPx === 0) return;
    const pxOf = (ms: number) => ((ms - extent.fromMs) / lengthMs(extent)) * widthPx;
    const aside = gripsAside(pxOf(shown.fromMs), pxOf(shown.toMs), gripPx, widthPx);
    for (const name of ['from', 'to'] as const)
      write(`aside ${name}`, `${aside[name]}px`, (px) => grips[name].style.setProperty('--aside-px', px));
  };
  // Sizes come after the page has been laid out; to ask for them while drawing would lay the page out in every frame.
  const sizes = new ResizeObserver((entries) => {
    for (const {target, contentRect} of entries) {
      if (target === overview) widthPx = contentRect.width;
      else gripPx = contentRect.width;
    }
    partGrips();
  });
  sizes.observe(overview);
  sizes.observe(grips.from);

  return {
    show(view) {
      if (shown && shown.fromMs === view.fromMs && shown.toMs === view.toMs) return;
      shown = view;
      const left = `${((view.fromMs - extent.fromMs) / lengthMs(extent)) * 100}%`;
      const right = `${((extent.toMs - view.toMs) / lengthMs(extent)) * 100}%`;
      write('left', left, () => {
        brush.style.left = left;
        shadeBefore!.style.width = left;
      });
      write('right', right, () => {
        brush.style.right = right;
        shadeAfter!.style.width = right;
      });
      const {shortestMs} = camera.bounds;
      const ends = {
        from: {now: view.fromMs, min: extent.fromMs, max: view.toMs - shortestMs, text: dayWords(view.fromMs)},
        to: {now: view.toMs, min: view.fromMs + shortestMs, max: extent.toMs, text: dayWords(view.toMs - 1)},
      };
      for (const name of ['from', 'to'] as const) {
        const {now, min, max, text} = ends[name];
        const values = {min: daysIn(min - extent.fromMs), max: daysIn(max - extent.fromMs), now: daysIn(now - extent.fromMs), text};
        for (const [value, words] of Object.entries(values))
          write(`${value} ${name}`, words, () => grips[name].setAttribute(`aria-value${value}`, words));
      }
      partGrips();
    },
  };
}

/** Writes to the page only what is not there yet. */
function writer(): (name: string, value: string, write: (value: string) => void) => void {
  const written = new Map<string, string>();
  return (name, value, write) => {
    if (written.get(name) === value) return;
    written.set(name, value);
    write(value);
  };
}

/** Whole days and tenths, as a slider counts. */
function daysIn(ms: number): string {
  return String(Math.round((ms / DAY_MS) * 10) / 10);
}
