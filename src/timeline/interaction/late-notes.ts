/** Notes come when something is first pointed at. One that does not come goes unnoticed; a list of events that was asked for does not. */
import {placesInTime} from '../model/timeline.ts';
import {late} from './late.ts';
import type {LiveStage} from './live-stage.ts';

export interface LateNotes {
  readonly listen: () => void;
  /** Keeps the list of what a count holds open beside it. */
  readonly pin: (link: SVGAElement) => void;
  /** Lists the events in the window that its picture has no room to name. */
  readonly listUnnamed: (opener: HTMLElement) => void;
}

/** @param onMissing - Called if a list was asked for and has not loaded. */
export function lateNotes(stage: LiveStage, onMissing: () => void): LateNotes {
  let isListWanted = false;
  const wakeNotes = late(
    () => import('./tooltip.ts'),
    ({attachTooltip}) => attachTooltip(stage, stage.plot, () => stage.scene()),
    () => isListWanted && onMissing(),
  );
  const list = () => {
    isListWanted = true;
    return wakeNotes();
  };

  return {
    listen() {
      const wake = () => {
        for (const type of ['pointerover', 'focusin']) stage.removeEventListener(type, wake);
        void wakeNotes();
      };
      for (const type of ['pointerover', 'focusin']) stage.addEventListener(type, wake);
      if (stage.matches(':hover, :focus-within')) wake();
    },
    pin: (link) => void list().then((notes) => notes?.pin(link)),
    listUnnamed(opener) {
      const {marks, counts, rugs} = stage.arrangement;
      const ids = [
        ...marks.filter(({label}) => label === null).map(({id}) => id),
        ...counts.flatMap(({members}) => members),
        ...rugs.flatMap((lane) => lane.map(({id}) => id)),
      ];
      const places = placesInTime(stage.timeline);
      ids.sort((a, b) => places.get(a)! - places.get(b)!);
      void list().then((notes) => notes?.pinEvents(ids, opener));
    },
  };
}
