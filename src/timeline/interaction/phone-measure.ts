/** The one measure that a phone has room for. */
import type {LiveStage} from './live-stage.ts';

/** @param place - Of the measure; after the last comes the first. */
export function showMeasureAt(place: number, stage: LiveStage): void {
  const {measures} = stage.timeline;
  stage.measure = (place + measures.length) % measures.length;
  stage.takeSize();
  stage.rearrange();
  stage.draw();
  const {name} = measures[stage.measure]!;
  const count = stage.querySelector('[data-measure][data-shown] dd')!.textContent;
  stage.announce(`${name}: ${count}.`);
}
