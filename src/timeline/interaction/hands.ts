/**
 * What a pointer, fingers and a wheel do to the view: numbers in, views out, no page. Each gesture sets out from what the
 * camera shows when it begins, and holds the view until it ends.
 */
import type {Camera} from './camera.ts';
import {plotView} from './plot-view.ts';
import {Pointers} from './pointers.ts';
import type {Pointer, TapHooks} from './pointers.ts';
import {trackpadOn} from './trackpad.ts';
import type {Stretch} from './trackpad.ts';
import {wheelOn} from './wheel.ts';
import type {Turn} from './wheel.ts';

export interface Hands {
  /** @param isOnLink - A tap there opens something, and is not the first of two. */
  readonly press: (pointer: Pointer, isOnLink: boolean) => void;
  readonly move: (pointer: Pointer) => void;
  readonly lift: (pointer: Pick<Pointer, 'id' | 'atMs'>) => void;
  /** The browser has taken the pointer for itself, for instance to scroll. */
  readonly cancel: (id: number) => void;
  /** @returns False for a turn that is left to the page. */
  readonly turn: (turn: Turn) => boolean;
  /** Zooms about the place where it began. */
  readonly stretch: (stretch: Stretch) => void;
  /** Whether the page must not scroll, and a click that follows must open nothing. */
  readonly isBusy: boolean;
}

export function handsOn(camera: Camera, widthPx: () => number, hooks: TapHooks): Hands {
  const plot = plotView(camera, widthPx);
  const pointers = new Pointers(plot, hooks);
  return {
    get isBusy() {
      return pointers.isBusy;
    },
    press: (pointer, isOnLink) => pointers.press(pointer, isOnLink),
    move: (pointer) => pointers.move(pointer),
    lift: (pointer) => pointers.lift(pointer),
    cancel: (id) => pointers.cancel(id),
    turn: wheelOn(plot),
    stretch: trackpadOn(plot, () => pointers.isFree),
  };
}
