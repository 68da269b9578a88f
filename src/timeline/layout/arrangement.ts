/** What a window shows of each lane, and where: marks, bars, counts and rugs. */
import type {TimelineEvent} from '../model/timeline.ts';
import type {View} from '../model/view.ts';
import type {Drawn} from './drawn.ts';
import type {MeasureText} from './letter-widths.ts';
import type {Outside} from './outside.ts';
import type {RowPlan} from './size.ts';

export interface ArrangedMark extends Drawn {
  readonly id: string;
  readonly lane: number;
  readonly row: number;
}

/** A bar for a whole day; its names are marks of the form `bar`. */
export interface ArrangedBar {
  readonly lane: number;
  readonly row: number;
  readonly dayMs: number;
  readonly members: readonly string[];
}

/** Several events behind one counted box. */
export interface ArrangedCount {
  readonly lane: number;
  readonly row: number;
  /** Its middle. */
  readonly atMs: number;
  readonly widthPx: number;
  /** In time order. */
  readonly members: readonly string[];
  /** The doubt it shows: that of a member, hollow before disputed. */
  readonly doubt: CountDoubt;
  /** Whether every member is of an uncertain day, or lasts. */
  readonly isAllUncertain: boolean;
  readonly isAllStretch: boolean;
}

export type CountDoubt = 'uncertain' | 'disputed' | null;

export interface Arrangement extends Outside {
  /** The window that was arranged. */
  readonly view: View;
  readonly pxPerDay: number;
  /** How far down its levels the story is seen: 0 is the whole of it. */
  readonly depth: number;
  readonly plan: RowPlan;
  /** By lane, row and time. */
  readonly marks: readonly ArrangedMark[];
  readonly bars: readonly ArrangedBar[];
  readonly counts: readonly ArrangedCount[];
  /** For each lane the events on its rug: those too close for words or marks. */
  readonly rugs: readonly (readonly TimelineEvent[])[];
  /** For each lane the events in the window that a search or filter passes over. */
  readonly ghosts: readonly (readonly TimelineEvent[])[];
  /** What a search or filter lets through; null for all. */
  readonly matching: ReadonlySet<string> | null;
}

export interface ArrangeOptions {
  /** This event carries a label whatever else must give way. */
  readonly selectedId?: string | null;
  /** Events that a search or filter lets through; null for all. They always want words. */
  readonly matching?: ReadonlySet<string> | null;
  /** The one lane a reader has chosen: it gets all rows, the others fall to a rug line. */
  readonly aloneLane?: number | null;
  readonly measureText?: MeasureText;
}
