import {setText} from '../render/draw.ts';

/** Writes a text where it has changed. */
export function say(element: Element, text: string): void {
  if (element.textContent !== text) setText(element, text);
}
