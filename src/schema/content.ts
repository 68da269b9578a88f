/**
 * What the content folder holds, once read: text has become values, and every value is safe to use.
 * `reading/` is the only maker of these; the build, the check and the desk all read them.
 */
import type {GLYPHS, HUES, QUALIFIERS, SOURCE_KINDS, LOOKS, STATUSES, WEIGHTS} from './lists.ts';

export type Precision = 'year' | 'month' | 'day' | 'time' | 'interval';

/** A date in EDTF, with the instants it can be placed by. */
export interface EdtfDate {
  /** As the writer wrote it: EDTF (ISO 8601-2:2019) level 0 or 1. */
  readonly text: string;
  readonly precision: Precision;
  /** First instant it can mean, in UTC milliseconds; null where the start is open or unknown (`/1969`, `../1969`). */
  readonly earliestMs: number | null;
  /** Last instant it can mean, in UTC milliseconds, inclusive; null where the end is open or unknown. */
  readonly latestMs: number | null;
  /** What the qualifier says of the start: `~` is approximate, `?` uncertain, `%` both. */
  readonly start: EdtfEdge;
  readonly end: EdtfEdge;
}

export interface EdtfEdge {
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** `open` is `..` (goes on), `unknown` is an empty side of the slash. */
  readonly bound: 'closed' | 'open' | 'unknown';
}

export type Weight = (typeof WEIGHTS)[number];
export type Status = (typeof STATUSES)[number];
export type Qualifier = (typeof QUALIFIERS)[number];
export type Hue = (typeof HUES)[number];
export type Glyph = (typeof GLYPHS)[number];

export interface SourceUse {
  readonly id: string;
  /** What this source carries of the event. */
  readonly supports: string;
}

export interface FigureEntry {
  readonly measure: string;
  readonly value: number;
  /** The day the number is true for. */
  readonly asOf: EdtfDate;
  readonly source: string;
  readonly qualifier: Qualifier;
}

/** One side of a disagreement, as its holder puts it. */
export interface PositionEntry {
  readonly says: string;
  /** The sentence between its tags, as plain text; empty if the tags hold nothing. */
  readonly text: string;
  /** Actor ids; empty where a source speaks for itself. */
  readonly by: readonly string[];
  /** Source ids. */
  readonly sources: readonly string[];
  /** When the public could know of it: `known` if written, else the earliest publication day of its sources. */
  readonly known: EdtfDate;
}

export interface DisagreementEntry {
  readonly question: string;
  readonly positions: readonly PositionEntry[];
}

export interface QuoteEntry {
  readonly words: string;
  readonly by: string;
  readonly source: string;
}

export interface BigFigureEntry {
  readonly value: string;
  readonly note: string;
  readonly source: string | null;
  readonly known: EdtfDate | null;
}

export interface EventEntry {
  readonly id: string;
  /** Path of the file from the content folder, such as `events/eagle-lands.mdx`. */
  readonly file: string;
  readonly title: string;
  readonly label: string;
  readonly short: string | null;
  readonly date: EdtfDate;
  /** Whether an interval went on `throughout`, or holds one moment whose day is not known (`within`). */
  readonly happened: 'throughout' | 'within';
  readonly known: EdtfDate;
  /** True where the writer set `known`; else it is the start of `date`. */
  readonly knownIsWritten: boolean;
  readonly order: number | null;
  readonly lane: string;
  readonly chapter: string;
  readonly weight: Weight;
  readonly status: Status;
  readonly actors: readonly string[];
  /** Words that readers look for and no text of the event holds. */
  readonly keywords: readonly string[];
  readonly sources: readonly SourceUse[];
  readonly figures: readonly FigureEntry[];
  readonly corrections: readonly {readonly date: EdtfDate; readonly text: string}[];
  /** How the date was found, in a sentence; null where a source states it. */
  readonly dating: string | null;
  readonly draft: boolean;
  /** Read out of the body. */
  readonly disagreements: readonly DisagreementEntry[];
  readonly quotes: readonly QuoteEntry[];
  readonly bigFigures: readonly BigFigureEntry[];
  /** Event ids the body links to with <EventLink>. */
  readonly links: readonly string[];
  /** The first paragraph as plain text, without what `<Later>` holds. */
  readonly summary: string;
  /** The whole body as plain text, for search. */
  readonly text: string;
  /** The MDX after the front matter. */
  readonly body: string;
}

/** An `article` is one of those the story is told from; a `consulted` report supports what none of them says. */
export type SourceKind = (typeof SOURCE_KINDS)[number];

export interface SourceEntry {
  readonly id: string;
  readonly file: string;
  readonly kind: SourceKind;
  readonly headline: string;
  readonly publisher: string;
  readonly author: string | null;
  readonly published: EdtfDate;
  readonly howDated: string;
  /** The original's own address; null where none was found. Never a copy's. */
  readonly url: string | null;
  readonly archiveUrl: string | null;
  readonly language: string;
  readonly notes: readonly string[];
}

export interface ActorEntry {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly kind: 'person' | 'organisation';
  readonly role: string;
}

export interface ChapterEntry {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly order: number;
  readonly date: EdtfDate;
  /** The day from which its title may be shown as known then; null where that is the day of its first event. */
  readonly titleKnown: EdtfDate | null;
  /** The MDX after the front matter: its lede. */
  readonly body: string;
  /** The lede as plain text. */
  readonly text: string;
}

export interface LaneEntry {
  readonly id: string;
  readonly name: string;
  readonly glyph: Glyph;
  readonly hue: Hue;
  /** How many rows it has on a wide stage. */
  readonly rows: number;
}

export interface MeasureEntry {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly scope: string;
}

export interface StateEntry {
  readonly label: string;
  readonly short: string;
  readonly look: (typeof LOOKS)[number];
  readonly date: EdtfDate;
  readonly event: string | null;
  readonly source: string;
}

export interface ReelEntry {
  readonly label: string;
  /** From first to last day. */
  readonly date: EdtfDate;
  /** Its part of the poster's width, beside those of the other reels. */
  readonly share: number;
}

/** What a first visit shows. */
export interface OpeningEntry {
  /** From first to last day. */
  readonly window: EdtfDate;
  /** On a phone. */
  readonly compactWindow: EdtfDate;
  /** The day that is marked; null for the last of the story. */
  readonly playhead: EdtfDate | null;
  /** The day readers are asked about; null for the one with the most news. */
  readonly day: EdtfDate | null;
}

export interface CaptionEntry {
  readonly day: EdtfDate;
  readonly event: string | null;
  readonly caption: string;
  /** One more thing that was public that day; empty if nothing is given. */
  readonly line: string;
}

export interface ReplayEntry {
  readonly label: string;
  /** From first to last day. */
  readonly date: EdtfDate;
  /** The situation on the last day; empty if nothing is given. */
  readonly closing: string;
  readonly counters: readonly {readonly measure: string; readonly label: string}[];
  /** In the order of days. */
  readonly captions: readonly CaptionEntry[];
}

export interface StoryEntry {
  readonly title: string;
  readonly kicker: string;
  /** Inline Markdown: `*emphasis*` and `**strong**` only. */
  readonly deck: string;
  readonly description: string;
  readonly language: string;
  readonly firstDay: EdtfDate;
  readonly extent: EdtfDate;
  readonly zone: string;
  readonly zoneLabel: string;
  /** Others that readers may see hours in, and the story's own where it has a name there. */
  readonly zones: readonly {readonly zone: string; readonly name: string}[];
  readonly bracket: {readonly label: string; readonly long: string; readonly date: EdtfDate} | null;
  readonly opening: OpeningEntry | null;
  /** Null where the replay is made of the landmarks. */
  readonly replay: ReplayEntry | null;
  /** What the poster shows side by side; empty where it shows the whole story on one scale. */
  readonly reels: readonly ReelEntry[];
  /** Who wrote the story; null where it does not say. */
  readonly author: string | null;
  readonly publisher: {readonly name: string; readonly url: string | null} | null;
  readonly updated: string;
  /** Groups of words that mean the same to a reader who searches; no word is in two groups. */
  readonly synonyms: readonly (readonly string[])[];
  readonly lanes: readonly LaneEntry[];
  readonly measures: readonly MeasureEntry[];
  readonly states: {readonly name: string; readonly items: readonly StateEntry[]} | null;
}

/** A page of prose that belongs to the story, such as `method.mdx`. */
export interface PageEntry {
  readonly id: string;
  readonly file: string;
  readonly body: string;
  readonly text: string;
}

/** Everything in the content folder, in a fixed order: events as they are told (see `order.ts`), the rest by their own order or id. */
export interface Content {
  readonly story: StoryEntry;
  readonly chapters: readonly ChapterEntry[];
  readonly events: readonly EventEntry[];
  /** Articles, then consulted reports, each by publication day; a source's place here plus one is its number on the whole site. */
  readonly sources: readonly SourceEntry[];
  readonly actors: readonly ActorEntry[];
  /** What the story adds to the method page: `method.mdx`, if there is one. */
  readonly method: PageEntry | null;
}
