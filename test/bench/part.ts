import type {Site} from './site.ts';
import type {StoryBuilds} from './story-builds.ts';
import type {Table} from './table.ts';

/** What a part of the benchmarks has to work with. */
export interface Bench {
  /** How often each thing is measured; medians are taken over the rounds. */
  readonly rounds: number;
  /** The built site and its baselines, served on this machine; asking for it builds and starts it. */
  readonly site: () => Promise<Site>;
  /** Invented stories of any size, built with this project. */
  readonly stories: StoryBuilds;
  /** Shows progress in the terminal. */
  readonly say: (words: string) => void;
}

/** One thing that is measured, beside its baseline. */
export interface Part {
  readonly name: string;
  /** What it answers, in one line. */
  readonly about: string;
  readonly measure: (bench: Bench) => Promise<Table[]>;
}
