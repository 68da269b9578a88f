/** Where the overview's window is before the script that moves it has loaded. */
import {lengthMs} from '../model/view.ts';
import type {View} from '../model/view.ts';

export function frameBrush(overview: HTMLElement, view: View, extent: View): void {
  const left = `${((view.fromMs - extent.fromMs) / lengthMs(extent)) * 100}%`;
  const right = `${((extent.toMs - view.toMs) / lengthMs(extent)) * 100}%`;
  const brush = overview.querySelector<HTMLElement>('[data-part="brush"]')!;
  brush.style.left = left;
  brush.style.right = right;
  const [before, after] = [...overview.querySelectorAll<HTMLElement>('.shade')];
  before!.style.width = left;
  after!.style.width = right;
  // The build's own frame, drawn where no script could set a length.
  overview.querySelector('.overview-frame')?.remove();
}
