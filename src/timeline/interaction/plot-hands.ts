/** What pointers and fingers on the plot do: move the view, swipe from count to count, hold the day. */
import type {Camera} from './camera.ts';
import {handsOn} from './hands.ts';
import type {LiveStage} from './live-stage.ts';
import {listenOnPlot} from './plot-events.ts';
import {isOnMeasures, isOnRuler} from './plot-places.ts';
import type {TapHooks} from './pointers.ts';
import {listenForHold, listenForSwipes} from './touches.ts';

export interface PlotHandsHooks extends TapHooks {
  /** Called with 1 for the next measure, and −1 for the one before. */
  readonly onSwipe: (step: 1 | -1) => void;
  /** Called where the day has been held. */
  readonly onHold: () => void;
}

export function listenToHands(stage: LiveStage, camera: Camera, hooks: PlotHandsHooks): void {
  const {plot} = stage;
  listenOnPlot(
    plot,
    handsOn(camera, () => stage.size.widthPx, hooks),
    {leftPx: () => stage.leftPx, isTaken: (event) => isOnRuler(event, stage) || isOnMeasures(event, stage)},
  );
  for (const type of ['pointerdown', 'keydown', 'wheel'])
    stage.addEventListener(type, () => camera.touched(), {capture: true, passive: true});
  plot.addEventListener('keydown', () => camera.stopGlide(), {capture: true});
  listenForSwipes(plot, (event) => isOnMeasures(event, stage), hooks.onSwipe);
  listenForHold(stage.querySelector<HTMLElement>('.timecode')!, hooks.onHold);
}
