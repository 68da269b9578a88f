/** The overview's window: drag it, or stretch it by its grips; both grips are sliders for the keyboard. */
import type {View} from '../model/view.ts';
import {lengthMs} from '../model/view.ts';
import type {Camera} from './camera.ts';
import {gripsAside, shareOf, slidersOf, stepOfKey, stretched} from './grips.ts';
import type {End, Grip} from './grips.ts';
import {capturePointer} from './plot-events.ts';

export interface Brush {
  readonly show: (view: View) => void;
}

interface Pieces {
  readonly overview: HTMLElement;
  readonly brush: HTMLElement;
  readonly grips: Readonly<Record<End, HTMLElement>>;
}

const ENDS = ['from', 'to'] as const;

/** @param dayWords - Says the day of an instant. */
export function attachBrush(overview: HTMLElement, camera: Camera, dayWords: (ms: number) => string): Brush {
  const {extent} = camera.bounds;
  const one = (selector: string) => overview.querySelector<HTMLElement>(selector)!;
  const pieces: Pieces = {
    overview,
    brush: one('[data-part="brush"]'),
    grips: {from: one('[data-part="grip-from"]'), to: one('[data-part="grip-to"]')},
  };
  const {brush, grips} = pieces;
  const [shadeBefore, shadeAfter] = [...overview.querySelectorAll<HTMLElement>('.shade')];
  let shown: View | null = null;
  const write = writer();
  listenToDrag(pieces, camera);
  listenToKeys(pieces, camera);
  const partGrips = gripsApart(pieces, extent, write, () => shown);

  return {
    show(view) {
      if (shown && shown.fromMs === view.fromMs && shown.toMs === view.toMs) return;
      shown = view;
      write('left', `${shareOf(view.fromMs, extent) * 100}%`, (left) => {
        brush.style.left = left;
        shadeBefore!.style.width = left;
      });
      write('right', `${((extent.toMs - view.toMs) / lengthMs(extent)) * 100}%`, (right) => {
        brush.style.right = right;
        shadeAfter!.style.width = right;
      });
      const sliders = slidersOf(view, camera.bounds, dayWords);
      for (const end of ENDS) {
        for (const [name, words] of Object.entries(sliders[end]))
          write(`${name} ${end}`, words, () => grips[end].setAttribute(`aria-value${name}`, words));
      }
      partGrips();
    },
  };
}

function listenToDrag({overview, brush, grips}: Pieces, camera: Camera): void {
  const {extent} = camera.bounds;
  let drag: {
    readonly pointerId: number;
    readonly grip: Grip;
    readonly startPx: number;
    readonly widthPx: number;
    readonly view: View;
  } | null = null;

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
}

function listenToKeys({grips}: Pieces, camera: Camera): void {
  for (const end of ENDS) {
    grips[end].addEventListener('keydown', (event) => {
      const byMs = stepOfKey(event.key, camera.bounds.extent);
      if (byMs === null || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      camera.moveTo(stretched(camera.view, end, byMs, camera.bounds), {isOwn: true});
    });
  }
}

/** @returns Moves the targets of the grips aside, for the view that is shown; a new size moves them too. */
function gripsApart({overview, grips}: Pieces, extent: View, write: Write, shown: () => View | null): () => void {
  let widthPx = 0;
  let gripPx = 0;
  const part = () => {
    const view = shown();
    if (view === null || widthPx === 0 || gripPx === 0) return;
    const aside = gripsAside(shareOf(view.fromMs, extent) * widthPx, shareOf(view.toMs, extent) * widthPx, gripPx, widthPx);
    for (const end of ENDS) write(`aside ${end}`, `${aside[end]}px`, (px) => grips[end].style.setProperty('--aside-px', px));
  };
  // Sizes come after the page has been laid out; to ask for them while drawing would lay the page out in every frame.
  const sizes = new ResizeObserver((entries) => {
    for (const {target, contentRect} of entries) {
      if (target === overview) widthPx = contentRect.width;
      else gripPx = contentRect.width;
    }
    part();
  });
  sizes.observe(overview);
  sizes.observe(grips.from);
  return part;
}

type Write = (name: string, value: string, write: (value: string) => void) => void;

/** Writes to the page only what is not there yet. */
function writer(): Write {
  const written = new Map<string, string>();
  return (name, value, write) => {
    if (written.get(name) === value) return;
    written.set(name, value);
    write(value);
  };
}
