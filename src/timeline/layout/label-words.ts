/** The words of an event beside its mark: which there are, and how wide they are. */
import type {TimelineEvent} from '../model/timeline.ts';
import {SELECTED_PADDING_PX, SIGN_PX} from './drawn.ts';
import type {ArrangedLabel, LabelSide, Window} from './drawn.ts';
import type {LabelWeight} from './letter-widths.ts';

/** The words of an event, from those wanted first. */
export function textsOf({depth, size}: Pick<Window, 'depth' | 'size'>, {label, short}: TimelineEvent): string[] {
  if (label === short || depth === 0) return [short];
  return size.isCompact ? [short, label] : [label, short];
}

/** Ever shorter beginnings of a text that is too long for the plot, each ending in an ellipsis. */
export function* beginningsOf(window: Window, event: TimelineEvent, text: string): Generator<Words> {
  const letters = Array.from(text);
  for (let length = letters.length - 1; length >= 0; length--) {
    const words = wordsOf(window, event, `${letters.slice(0, length).join('').trimEnd()}…`);
    if (words.widthPx + 2 * words.padPx <= window.size.widthPx) yield words;
  }
}

export interface Words {
  readonly text: string;
  readonly widthPx: number;
  readonly sizePx: number;
  readonly weight: LabelWeight;
  readonly hasSign: boolean;
  /** Room around the words of the selected event, which are set on a block. */
  readonly padPx: number;
}

export function wordsOf({size, depth, selectedId, measureText}: Window, event: TimelineEvent, text: string): Words {
  const weight: LabelWeight = event.importance === 1 ? 600 : 450;
  const sizePx = size.isCompact ? 12.5 : event.isTurningPoint ? 15 : 13;
  const hasSign = event.isDisputed && depth !== 0;
  const widthPx = measureText(text, sizePx, weight) + (hasSign ? SIGN_PX : 0);
  return {text, widthPx, sizePx, weight, hasSign, padPx: event.id === selectedId ? SELECTED_PADDING_PX : 0};
}

export function labelOf({text, widthPx, sizePx, weight, hasSign}: Words, side: LabelSide, offsetPx: number): ArrangedLabel {
  return {text, side, widthPx, sizePx, weight, hasSign, offsetPx};
}
