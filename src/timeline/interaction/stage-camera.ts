/** The camera of a stage: what the stage does while its view moves, and once it rests. */
import {viewInAddress} from './address.ts';
import type {AddressBar} from './address-bar.ts';
import {boundsOf, cameraOn} from './camera.ts';
import type {Camera} from './camera.ts';
import type {LiveStage} from './live-stage.ts';

/** @param viewWords - What is in view, for screen readers. */
export function stageCamera(stage: LiveStage, address: AddressBar, viewWords: () => string): Camera {
  const {extent} = stage.timeline;
  const camera = cameraOn(extent, {
    bounds: () => boundsOf(extent, stage.size.widthPx),
    onMove: (isZooming) => {
      stage.classList.add('is-moving');
      if (isZooming) stage.classList.add('is-zooming');
      stage.drawSoon();
    },
    onSettle: () => {
      // The window that is arranged is the one its address gives back, so that a link shows the same picture.
      camera.setView(viewInAddress(camera.view));
      stage.settle();
      address.write();
    },
    onOwnMove: () => stage.announcer.saySoon(viewWords),
    onOwnArrival: () => stage.announce(viewWords()),
  });
  return camera;
}
