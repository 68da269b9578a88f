/** The overview's picture. It shows the whole story, so it is drawn again when what is known changes, not when the view moves. */
import {drawShapes} from '../render/draw.ts';
import {overviewShapes} from '../render/overview.ts';
import type {Scene} from '../render/scene.ts';

interface Shown {
  readonly scene: Pick<Scene, 'timeline' | 'playheadMs' | 'isKnownThen' | 'standingOf' | 'goesOn' | 'states'>;
  /** Ids that search and filters let through; null for all. */
  readonly matching: ReadonlySet<string> | null;
}

export interface Overview {
  readonly show: (scene: Shown['scene'], matching: Shown['matching']) => void;
}

export function attachOverview(picture: Element): Overview {
  let shown: Shown | null = null;
  let widthPx = 0;
  let heightPx = 0;

  const draw = () => {
    if (shown === null || widthPx === 0) return;
    const {scene, matching} = shown;
    const {timeline, playheadMs} = scene;
    const standingOf = (id: string) => (matching?.has(id) === false ? 'coming' : scene.standingOf(id));
    drawShapes(picture, overviewShapes(timeline, widthPx, heightPx, playheadMs, {...scene, standingOf}));
  };
  // Its size is reported after layout; asking for it while drawing would force another layout.
  new ResizeObserver((entries) => {
    ({width: widthPx, height: heightPx} = entries.at(-1)!.contentRect);
    draw();
  }).observe(picture);

  return {
    show(scene, matching) {
      const isSame =
        shown &&
        shown.scene.playheadMs === scene.playheadMs &&
        shown.scene.isKnownThen === scene.isKnownThen &&
        shown.matching === matching;
      if (isSame) return;
      shown = {scene, matching};
      draw();
    },
  };
}
