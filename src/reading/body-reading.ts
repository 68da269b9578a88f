/** What a body is read with, and what is read out of it. */
import type {Range} from '../problems/source-text.ts';
import type {BigFigureEntry, DisagreementEntry, EdtfDate, QuoteEntry} from '../schema/content.ts';

/** What a body may refer to. */
export interface BodyContext {
  readonly kind: 'event' | 'chapter' | 'page';
  /** The id of the entry itself. */
  readonly id: string;
  /** An actor and a source to put into an example: the entry's own, if it names any. */
  readonly exampleActor: string;
  readonly exampleSource: string;
  readonly actors: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  /** The name readers see for an actor. */
  actorName(id: string): string;
  /** Whether a picture of this name is there, counted from the file's folder. */
  hasPicture(address: string): boolean;
}

export type WrittenPosition = Omit<DisagreementEntry['positions'][number], 'known'> & {
  readonly known: EdtfDate | null;
  readonly range: Range;
};

export interface WrittenDisagreement {
  readonly question: string;
  readonly positions: readonly WrittenPosition[];
  readonly range: Range;
}

export interface BodyReading {
  readonly summary: string;
  readonly text: string;
  readonly quotes: readonly QuoteEntry[];
  readonly bigFigures: readonly BigFigureEntry[];
  readonly disagreements: readonly WrittenDisagreement[];
  readonly links: readonly string[];
  readonly linkPlaces: readonly {readonly id: string; readonly range: Range}[];
  /** When each `<Later>` became known, and where it is. */
  readonly laters: readonly {readonly known: EdtfDate; readonly range: Range}[];
  readonly usedActors: ReadonlySet<string>;
  readonly usedSources: ReadonlySet<string>;
}
