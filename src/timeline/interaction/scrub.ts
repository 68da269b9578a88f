/** Dragging the playhead along the ruler. */
import {capturePointer} from './plot-events.ts';

export interface Scrub {
  /** Whether the playhead, and not the view, takes a press. */
  readonly isOnRuler: (event: Event) => boolean;
  readonly onStart: () => void;
  /** Receives the place of each move, in pixels from the plot's left edge. */
  readonly onMove: (xPx: number) => void;
  readonly onEnd: () => void;
}

export function listenForScrub(plot: HTMLElement, {isOnRuler, onStart, onMove, onEnd}: Scrub): void {
  plot.addEventListener('pointerdown', (press) => {
    if (press.button !== 0 || !press.isPrimary || !isOnRuler(press)) return;
    // The plot does not move while it is pressed, so its place is asked for once and not in every frame.
    const {left} = plot.getBoundingClientRect();
    const move = ({clientX}: PointerEvent) => onMove(clientX - left);
    const end = () => {
      plot.removeEventListener('pointermove', move);
      plot.removeEventListener('pointerup', end);
      plot.removeEventListener('pointercancel', end);
      onEnd();
    };
    capturePointer(plot, press.pointerId);
    plot.addEventListener('pointermove', move);
    plot.addEventListener('pointerup', end);
    plot.addEventListener('pointercancel', end);
    onStart();
    move(press);
  });
}
