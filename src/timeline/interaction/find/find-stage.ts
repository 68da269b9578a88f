/** Find and the stage, as each sees the other. */
import type {Timeline} from '../../model/timeline.ts';
import type {AddressBar} from '../address-bar.ts';

/** What Find asks of the stage that it is below. */
export interface FindStage extends HTMLElement {
  readonly timeline: Timeline;
  readonly isKnownThen: boolean;
  readonly playheadMs: number;
  /** The filter as the address writes it. */
  filter: string;
  /** Ids that the filter lets through; null for all. */
  matching: ReadonlySet<string> | null;
  /** Reads the page as it is in Known now. */
  withWholeStory<T>(read: () => T): T;
  rearrange(): void;
  draw(): void;
  readonly address: AddressBar;
  announce(words: string): void;
  act(action: string): void;
  goToEntry(id: string): void;
}

export interface Find {
  readonly isOpen: boolean;
  /** `find`, `filter`, `search`, or `lane` and an id. */
  act(action: string): void;
  /** Asks what the stage's filter says now, as the address has changed. */
  readFilter(): void;
  /** Asks again after the day of Known then has changed. */
  refresh(): void;
  /** Puts the feed back, all of it, for the reader to go on there. */
  hide(): void;
}
