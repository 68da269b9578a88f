/** The overview's window: drag it, or stretch it by its grips; both grips are sliders for the keyboard. */
import {paceMs} from '../model/pace.ts';
import {DAY_MS} from '../model/time.ts';
import {lengthMs} from '../model/view.ts';
import type {View} from '../model/view.ts';

type Grip = 'from' | 'to' | 'both';

/** Steps of the story's pace: days, or more in a longer story. */
const STEP = 1;
const PAGE = 7;
/** Of the window's frame; the grips stand on its middle. */
const FRAME_PX = 1.5;
/** How far a grip's target may reach out of the overview. */
const OUTSIDE_PX = 12;

export interface Brush {
  readonly show: (view: View) => void;
}

export function listenToBrush(overview: HTMLElement, extent: View, shortestMs: () => number, dayWords: (ms: number) => string, onView: (view: View) => void): Brush {
  const brush = overview.querySelector<HTMLElement>('[data-part="brush"]')!;
  const grips = {
    from: overview.querySelector<HTMLElement>('[data-part="grip-from"]')!,
    to: overview.querySelector<HTMLElement>('[data-part="grip-to"]')!,
  };
  const shades = [...overview.querySelectorAll<HTMLElement>('.shade')];
  let view: View = extent;
  let isShown = false;
  let drag: {grip: Grip; startPx: number; view: View} | null = null;

  const stretch = (start: View, grip: Grip, byMs: number): View => {
    const least = shortestMs();
    if (grip === 'both') {
      const clampedMs = Math.min(Math.max(byMs, extent.fromMs - start.fromMs), extent.toMs - start.toMs);
      return {fromMs: start.fromMs + clampedMs, toMs: start.toMs + clampedMs};
    }
    return grip === 'from'
      ? {fromMs: Math.min(Math.max(start.fromMs + byMs, extent.fromMs), start.toMs - least), toMs: start.toMs}
      : {fromMs: start.fromMs, toMs: Math.max(Math.min(start.toMs + byMs, extent.toMs), start.fromMs + least)};
  };

  overview.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    const target = event.target as HTMLElement;
    const grip: Grip = target === grips.from ? 'from' : target === grips.to ? 'to' : 'both';
    const {left, width} = overview.getBoundingClientRect();
    if (!brush.contains(target)) {
      const atMs = extent.fromMs + ((event.clientX - left) / width) * lengthMs(extent);
      onView(stretch(view, 'both', atMs - (view.fromMs + view.toMs) / 2));
    }
    drag = {grip, startPx: event.clientX, view};
    overview.setPointerCapture(event.pointerId);
  });
  overview.addEventListener('pointermove', (event) => {
    if (!drag) return;
    const byMs = ((event.clientX - drag.startPx) / overview.clientWidth) * lengthMs(extent);
    onView(stretch(drag.view, drag.grip, byMs));
  });
  const end = () => (drag = null);
  overview.addEventListener('pointerup', end);
  overview.addEventListener('pointercancel', end);

  /** Moves the targets of the grips, not what is seen of them, so that they neither cover each other nor leave the window. */
  const partGrips = (fromPx: number, toPx: number) => {
    const sizePx = grips.from.offsetWidth;
    if (sizePx === 0) return;
    const leastPx = sizePx / 2 - OUTSIDE_PX;
    const mostPx = overview.clientWidth - leastPx;
    const middlePx = Math.min(Math.max((fromPx + toPx) / 2, leastPx + sizePx / 2), mostPx - sizePx / 2);
    const apartPx = sizePx / 2 + FRAME_PX;
    const places = {from: Math.max(Math.min(fromPx, middlePx - apartPx), leastPx), to: Math.min(Math.max(toPx, middlePx + apartPx), mostPx)};
    grips.from.style.setProperty('--aside-px', `${places.from - fromPx}px`);
    grips.to.style.setProperty('--aside-px', `${places.to - toPx}px`);
  };

  for (const [name, grip] of Object.entries(grips) as ['from' | 'to', HTMLElement][]) {
    grip.addEventListener('keydown', (event) => {
      const steps: Record<string, number> = {
        ArrowLeft: -STEP,
        ArrowDown: -STEP,
        ArrowRight: STEP,
        ArrowUp: STEP,
        PageDown: -PAGE,
        PageUp: PAGE,
        Home: -Infinity,
        End: Infinity,
      };
      const by = steps[event.key];
      if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      onView(stretch(view, name, Math.min(Math.max(by * paceMs(extent), -lengthMs(extent)), lengthMs(extent))));
    });
  }

  return {
    show(shown) {
      if (isShown && shown.fromMs === view.fromMs && shown.toMs === view.toMs) return;
      isShown = true;
      view = shown;
      const left = ((shown.fromMs - extent.fromMs) / lengthMs(extent)) * 100;
      const right = ((extent.toMs - shown.toMs) / lengthMs(extent)) * 100;
      brush.style.left = `${left}%`;
      brush.style.right = `${right}%`;
      shades[0]!.style.width = `${left}%`;
      shades[1]!.style.width = `${right}%`;
      const least = shortestMs();
      const ends = {
        from: {atMs: shown.fromMs, leastMs: extent.fromMs, mostMs: shown.toMs - least, day: dayWords(shown.fromMs)},
        to: {atMs: shown.toMs, leastMs: shown.fromMs + least, mostMs: extent.toMs, day: dayWords(shown.toMs - 1)},
      };
      for (const name of ['from', 'to'] as const) {
        const {atMs, leastMs, mostMs, day} = ends[name];
        grips[name].setAttribute('aria-valuemin', daysIn(leastMs - extent.fromMs));
        grips[name].setAttribute('aria-valuemax', daysIn(mostMs - extent.fromMs));
        grips[name].setAttribute('aria-valuenow', daysIn(atMs - extent.fromMs));
        grips[name].setAttribute('aria-valuetext', day);
      }
      partGrips((left / 100) * overview.clientWidth, (1 - right / 100) * overview.clientWidth);
    },
  };
}

/** Whole days and tenths, as a slider counts. */
function daysIn(ms: number): string {
  return String(Math.round((ms / DAY_MS) * 10) / 10);
}
