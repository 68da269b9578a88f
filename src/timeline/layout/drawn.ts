/** How one event may be drawn in one window, and what that depends on. */
import type {View} from '../model/view.ts';
import type {LabelWeight, MeasureText} from './letter-widths.ts';
import type {StageSize} from './size.ts';

export type LabelSide = 'right' | 'left' | 'inside';

export interface ArrangedLabel {
  readonly text: string;
  /** Beside the mark; or inside its clip, on its tab or on its dots. */
  readonly side: LabelSide;
  readonly widthPx: number;
  readonly sizePx: number;
  readonly weight: LabelWeight;
  /** Whether ≠ follows the words. */
  readonly hasSign: boolean;
  /** From the mark's middle, or the box's or span's edge, to the near edge of the words. */
  readonly offsetPx: number;
}

/**
 * How an event is drawn: a glyph at an instant; a clip along its stretch; a tab with words on a line along its row's
 * foot; bare dots with words on them; or words in a bar for a whole day.
 */
export type Form = 'glyph' | 'clip' | 'tab' | 'dots' | 'bar';

export interface Drawn {
  readonly form: Form;
  /** The glyph's middle, the left edge of a tab or of words on dots, or the start of the day; axis time. */
  readonly atMs: number;
  /** Whether the span lies on the row's foot, as a line or as dots. */
  readonly isOnFoot: boolean;
  readonly isSmall: boolean;
  readonly label: ArrangedLabel | null;
}

/** A window, and all that the ways to draw an event in it depend on. */
export interface Window {
  readonly view: View;
  readonly size: StageSize;
  readonly pxPerDay: number;
  readonly depth: number;
  readonly selectedId: string | null;
  readonly measureText: MeasureText;
}
export const SELECTED_PADDING_PX = 6;
export const SIGN_PX = 14;
