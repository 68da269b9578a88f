/** A placed mark made by hand, for tests of how it is drawn. */
import type {PlacedEvent} from '../../../src/timeline/layout/place.ts';
import type {Span} from '../../../src/timeline/model/span.ts';
import type {MarkState} from '../../../src/timeline/render/marks.ts';
import {anEvent} from '../some-timeline.ts';

export const STATE: MarkState = {standing: 'known', isSelected: false, name: 'Its name', href: '#a', secret: null, stemPx: null};
export const LABEL = {
  text: 'Label',
  side: 'right',
  widthPx: 40,
  sizePx: 13,
  weight: 450,
  hasSign: false,
  offsetPx: 11,
  xPx: 511,
} as const;

/** On a plot of 1,000 px, so that a hundredth of the width is 10 px. */
export function placed(span: Span, over: Partial<PlacedEvent> = {}, mark: Partial<PlacedEvent['mark']> = {}): PlacedEvent {
  return {
    event: anEvent({span}),
    lane: 0,
    xPx: 500,
    yPx: 69,
    spanPx: null,
    tabPx: null,
    label: LABEL,
    ...over,
    mark: {id: 'a', lane: 0, row: 0, form: 'glyph', atMs: 0, isOnFoot: false, isSmall: false, label: null, ...mark},
  };
}
