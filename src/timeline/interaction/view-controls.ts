/** What buttons, keys and taps do to the view: always a flight that a reader asked for. */
import {msAtX} from '../layout/scale.ts';
import type {Level} from '../layout/scale.ts';
import {playheadOf} from '../model/playhead.ts';
import {eventsById} from '../model/timeline.ts';
import type {Timeline} from '../model/timeline.ts';
import {clampView, isInView, lengthMs, panView, zoomWithin} from '../model/view.ts';
import type {View} from '../model/view.ts';
import {viewOfInstant, viewOfLevel} from './aim.ts';
import type {Camera} from './camera.ts';
import type {Reading} from './reading.ts';
import type {TwoClocks} from './two-clocks.ts';

export interface ViewControls {
  readonly goTo: (view: View) => void;
  readonly goToLevel: (level: Level) => void;
  /** Shows the whole story. */
  readonly fit: () => void;
  /** About the event a reader has reached, or else the playhead, if that is in view. */
  readonly zoomBy: (factor: number, options?: StepOptions) => void;
  /** Twice as close about a place, in pixels from the plot's left edge. */
  readonly zoomAt: (xPx: number) => void;
  /** @param share - Of the view's length; below 0 for earlier. */
  readonly panBy: (share: number, options?: StepOptions) => void;
  /** Follows the playhead where it has left the view; not against a reader's hand or a flight. */
  readonly followHead: () => void;
}

export interface StepOptions {
  /** Whether a key is being held down: each step then starts from what is seen, at an even pace. */
  readonly isRepeated?: boolean;
}

export function viewControls(
  timeline: Timeline,
  camera: Camera,
  clocks: TwoClocks,
  reading: Pick<Reading, 'selectedId' | 'focusId'>,
  widthPx: () => number,
): ViewControls {
  const goTo = (view: View) => camera.flyTo(view, {isOwn: true});
  let lastStep: View | null = null;
  /** Every flight sets out from what is seen. Where it leads adds up, so that three presses are three steps. */
  const step = (next: (view: View) => View, {isRepeated = false}: StepOptions = {}) => {
    const isUnderWay = lastStep !== null && camera.goal === lastStep;
    lastStep = goTo(next(isUnderWay && !isRepeated ? lastStep! : camera.view));
  };
  return {
    goTo: (view) => void goTo(view),
    goToLevel(level) {
      const {bracket, extent} = timeline;
      // A reader who has not touched anything yet goes to the heart of the story.
      const isUntouched = !reading.selectedId && clocks.playheadMs === timeline.opening.playheadMs;
      const middleMs = isUntouched && bracket ? (bracket.fromMs + bracket.toMs) / 2 : clocks.playheadMs;
      goTo(viewOfLevel(level, middleMs, widthPx(), extent));
    },
    fit: () => goTo(timeline.extent),
    zoomBy: (factor, options) =>
      step((view) => {
        const id = reading.selectedId ?? reading.focusId;
        const anchorMs = id ? playheadOf(eventsById(timeline).get(id)!) : clocks.playheadMs;
        return zoomWithin(view, factor, isInView(anchorMs, view) ? anchorMs : (view.fromMs + view.toMs) / 2, camera.bounds);
      }, options),
    zoomAt: (xPx) => void goTo(zoomWithin(camera.view, 2, msAtX(xPx, camera.view, widthPx()), camera.bounds)),
    panBy: (share, options) => step((view) => clampView(panView(view, lengthMs(view) * share), camera.bounds), options),
    followHead() {
      const view = viewOfInstant(clocks.playheadMs, camera.view, camera.bounds);
      if (view.fromMs !== camera.view.fromMs) camera.moveTo(view);
    },
  };
}
