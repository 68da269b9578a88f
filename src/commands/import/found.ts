/** What an imported file holds, once it is read: nothing of it has been fitted to our own files yet. */
import type {PartProblem} from '../../problems/problem.ts';
import type {Block} from './prose.ts';

/** One thing of the file, and what became of it. */
export interface Remark {
  readonly place: string;
  /** A sentence part, such as `background: #fff`. */
  readonly what: string;
}

/** Fields that only our own CSV knows, as written there; what is not there is left out. */
export interface OwnFields {
  readonly label?: string;
  readonly short?: string;
  readonly happened?: string;
  readonly order?: string;
  readonly known?: string;
  readonly lane?: string;
  readonly chapter?: string;
  readonly weight?: string;
  readonly status?: string;
  readonly dating?: string;
  readonly actors?: readonly string[];
  readonly sources?: readonly {readonly id: string; readonly supports: string}[];
}

export interface FoundEvent {
  readonly place: string;
  readonly title: string;
  /** In EDTF, and one that can be read. */
  readonly date: string;
  /** How the date was found, for readers; null where the numbers say it all. */
  readonly dating: string | null;
  /** The name it has in the file, if it has one. */
  readonly id: string | null;
  /** What it belongs to, from the nearest to the widest. */
  readonly groups: readonly string[];
  /** Its text. */
  readonly blocks: readonly Block[];
  /** What is beside the text, such as a picture's caption. */
  readonly asides: readonly Block[];
  /** Names of what is carried over as it is. */
  readonly kept: readonly string[];
  readonly changed: readonly string[];
  readonly leftOut: readonly string[];
  readonly own: OwnFields;
}

/** A stretch of time with a name. */
export interface FoundEra {
  readonly place: string;
  readonly title: string;
  readonly date: string;
}

export interface Found {
  /** What kind of file it is, such as `TimelineJS JSON`. */
  readonly kind: string;
  readonly title: string | null;
  /** What the file says about itself. */
  readonly blocks: readonly Block[];
  readonly events: readonly FoundEvent[];
  readonly eras: readonly FoundEra[];
  /** What belongs to no event, and is not carried over. */
  readonly leftOut: readonly Remark[];
  readonly changed: readonly Remark[];
  /** What cannot be used as it is, and can be fixed there; each with its place in the words of that kind of file. */
  readonly troubles: readonly PartProblem[];
}
