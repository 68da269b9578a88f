/**
 * What a writer may write, field by field: the writers' reference, from which the checks, their messages and the
 * editors' JSON Schemas all come. Fields that are not here are refused.
 */
import {z} from 'astro/zod';
import {DateError, edtfFromText} from './dates.ts';
import {GLYPHS, HUES, QUALIFIERS, SOURCE_KINDS, LOOKS, STATUSES, WEIGHTS} from './lists.ts';

/** What a message about one field says beside what is wrong. */
export interface Guidance {
  readonly why: string;
  /** A line to paste. */
  readonly example: string;
}

const guidance = new WeakMap<z.ZodType, Guidance>();

/** Gives a field its one sentence, the reason it is there, and a line to paste. */
function field<T extends z.ZodType>(schema: T, description: string, why: string, example: string): T {
  const described = schema.meta({description, examples: [example]});
  guidance.set(described, {why, example});
  return described;
}

/** What has been written about a field, or null for a path that leads nowhere. */
export function guidanceFor(schema: z.ZodType, path: readonly PropertyKey[]): Guidance | null {
  let found: Guidance | null = null;
  let current: z.ZodType | undefined = schema;
  for (const step of path) {
    if (!current) break;
    current = inner(current);
    if (current instanceof z.ZodArray) current = current.element as z.ZodType;
    else if (current instanceof z.ZodObject) current = current.shape[String(step)] as z.ZodType | undefined;
    else current = undefined;
    if (current) found = guidance.get(current) ?? guidance.get(inner(current)) ?? found;
  }
  return found;
}

/** The schema inside `.optional()` and `.default()`. */
function inner(schema: z.ZodType): z.ZodType {
  let current = schema;
  while (current instanceof z.ZodOptional || current instanceof z.ZodDefault) current = current.unwrap() as z.ZodType;
  return current;
}

/** The schema one path leads to, or null. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | null {
  let current: z.ZodType | undefined = inner(schema);
  for (const step of path) {
    if (current instanceof z.ZodArray) current = current.element as z.ZodType;
    else if (current instanceof z.ZodObject) current = current.shape[String(step)] as z.ZodType | undefined;
    else return null;
    if (!current) return null;
    current = inner(current);
  }
  return current;
}

/** Longest texts that fit where they are shown, in characters. */
export const TITLE_MAX = 90;
export const LABEL_MAX = 34;
export const SHORT_MAX = 24;
/** A name that stands at the left of the timeline. */
export const RAIL_NAME_MAX = 24;
/** A line under a title, beside a number, after a name. */
export const LINE_MAX = 120;
/** Words set large above the timeline, in two lines of a phone. */
export const CAPTION_MAX = 40;

/** What an id may be made of: it becomes an address. */
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Names that parts of the pages have: the address of an entry of that name would lead to them. */
const PARTS = new Set([
  'main',
  'stage',
  'story',
  'sources',
  'sources-title',
  'consulted',
  'consulted-title',
  'find',
  'find-title',
  'find-query',
  'find-facets',
  'controls',
  'controls-title',
  'controls-keys',
  'controls-mouse',
  'controls-fingers',
  'hatch',
  'hatch-quiet',
]);

/** Whether no event, chapter or source can have this id, because a part of a page has it. */
export function isPartOfPage(id: string): boolean {
  return PARTS.has(id);
}

/** The names a chapter takes on the home page: its own, its title's and its number's. */
export function namesOfChapter(id: string): readonly string[] {
  return [id, `${id}-title`, `${id}-number`];
}

/** An id made of the letters of any name. */
export function idFromName(name: string): string {
  return (
    name
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'a-name'
  );
}

const text = () => z.string().refine((value) => value.trim() !== '', {message: 'empty', params: {rule: 'empty-text'}});

/** A date in EDTF; the check hands on what a writer should know. */
const date = () =>
  z.string().superRefine((value, context) => {
    try {
      edtfFromText(value);
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
      context.addIssue({code: 'custom', message: error.what, params: {date: error}});
    }
  });

const id = () => text();

const httpsAddress = () =>
  z.string().refine((value) => isSafeAddress(value, ['https:']), {
    message: 'address',
    params: {rule: 'address-not-https'},
  });

const archiveAddress = () =>
  z.string().refine((value) => isSafeAddress(value, ['https:', 'http:']), {
    message: 'address',
    params: {rule: 'address-not-https'},
  });

/** Whether a text is a whole web address of one of these schemes. */
export function isSafeAddress(value: string, schemes: readonly string[]): boolean {
  // A browser forgives backslashes and missing slashes; a name before an @ hides where an address leads.
  if (!/^[a-z]+:\/\/[^/\\@\s]+(?:[/?#]|$)/i.test(value) || /[\s\\<>"]/.test(value) || !URL.canParse(value)) return false;
  const address = new URL(value);
  return schemes.includes(address.protocol) && address.hostname.includes('.');
}

const sourceUse = z.strictObject({
  id: field(
    id(),
    'The source: the name of its file in `sources/`, without `.yaml`.',
    'Readers are shown this source’s headline, publisher and date.',
    'id: times-1969-07-21',
  ),
  supports: field(
    text(),
    'What this source carries of the event, in a few words.',
    'Readers and editors see which source stands for which claim.',
    'supports: the day and the words spoken',
  ),
});

const figure = z.strictObject({
  measure: field(
    id(),
    'The measure in `story.yaml` that the number belongs to.',
    'The number becomes one step of that measure’s chart.',
    'measure: viewers',
  ),
  value: field(z.number(), 'The number itself, without signs or separators.', 'The chart is drawn from it.', 'value: 331'),
  asOf: field(
    date(),
    'The day the number is true for, an EDTF date in quotes.',
    'The chart’s step stands at this day.',
    'asOf: "1969-07-20"',
  ),
  source: field(id(), 'The source that gives the number.', 'A figure without a source cannot be checked.', 'source: times-1969-07-21'),
  qualifier: field(
    z.enum(QUALIFIERS).optional(),
    'How exact the number is; exact if left out.',
    '“Over 2 million” and “2 million” are different claims.',
    'qualifier: over',
  ),
});

const correction = z.strictObject({
  date: field(date(), 'The day the correction was published.', 'Readers see when the entry changed.', 'date: "2026-11-23"'),
  text: field(
    text(),
    'One sentence: what was wrong and what is right.',
    'Nothing is changed without a notice.',
    'text: The entry first gave the wrong day.',
  ),
});

/** The front matter of one file in `events/`. */
export const eventFields = z.strictObject({
  title: field(
    text().max(TITLE_MAX),
    `The entry’s headline, at most ${TITLE_MAX} characters.`,
    'It heads the entry and names its page.',
    'title: The Eagle lands on the Moon',
  ),
  label: field(
    text().max(LABEL_MAX),
    `The words on the timeline, at most ${LABEL_MAX} characters.`,
    'A longer label does not fit beside its mark.',
    'label: Eagle lands',
  ),
  short: field(
    text().max(SHORT_MAX).optional(),
    `A shorter label for the widest view, at most ${SHORT_MAX} characters.`,
    'Seen from far, only a short label fits beside its mark.',
    'short: Landing',
  ),
  date: field(
    date(),
    'When it happened: an EDTF date in quotes, as exact as is known and no more.',
    'It gives the event its place on the timeline.',
    'date: "1969-07-20"',
  ),
  happened: field(
    z.enum(['throughout', 'within']).optional(),
    'For an interval: `throughout` if it went on all the time, `within` if it is one moment whose day is not known, which needs `known`.',
    'A stretch is drawn as a bar, an uncertain moment as a soft span.',
    'happened: within',
  ),
  known: field(
    date().optional(),
    'When the public could first know of it; the start of `date` if left out.',
    'The “known then” view shows an event from this day on.',
    'known: "1969-07-21"',
  ),
  order: field(
    z.number().min(0).max(1).optional(),
    'Its place among the events of one day, from 0 (first) to 1 (last).',
    'Events of one day are told in this order.',
    'order: 0.6',
  ),
  lane: field(id(), 'The lane it stands in: an id from `lanes` in `story.yaml`.', 'It gives the event its row and its sign.', 'lane: crew'),
  chapter: field(
    id(),
    'The chapter it is told in: the name of a file in `chapters/`, without `.mdx`.',
    'It gives the event its place in the text.',
    'chapter: landing',
  ),
  weight: field(
    z.enum(WEIGHTS),
    'How much it matters to the story; `context` stays off the axis.',
    'It decides the size of the entry, and which labels stay when space is short.',
    'weight: standard',
  ),
  status: field(
    z.enum(STATUSES),
    'How sure it is: `confirmed`, `reported`, `disputed` or `announced`.',
    'Readers are told in words how far to trust it.',
    'status: confirmed',
  ),
  actors: field(
    z.array(id()).optional(),
    'Who took part: names of files in `actors/`, without `.yaml`.',
    'Readers can follow one person or organisation.',
    'actors: [neil-armstrong]',
  ),
  keywords: field(
    z.array(text()).optional(),
    'Words that readers look for and no text of the event holds.',
    'Find looks through them too.',
    'keywords: [Apollo 11, space race]',
  ),
  sources: field(
    z.array(sourceUse).min(1),
    'Who says so: at least one source; a disputed event needs two.',
    'Every event says where it comes from.',
    'sources:\n  - id: times-1969-07-21\n    supports: the day and the words spoken',
  ),
  figures: field(
    z.array(figure).optional(),
    'Numbers that belong to a measure in `story.yaml`.',
    'They make the charts under the timeline.',
    'figures:\n  - measure: viewers\n    value: 331\n    asOf: "1969-07-20"\n    source: times-1969-07-21',
  ),
  dating: field(
    text().optional(),
    'How the date was found, in a sentence or two, where no source states it outright.',
    'Readers can judge a date that was worked out.',
    'dating: The source gives only the weekday.',
  ),
  corrections: field(
    z.array(correction).optional(),
    'What was changed after publication.',
    'Nothing is changed without a notice.',
    'corrections:\n  - date: "2026-11-23"\n    text: The entry first gave the wrong day.',
  ),
  draft: field(
    z.boolean().optional(),
    '`true` keeps the event from readers until it is ready.',
    'A draft is seen only in the preview, and may still miss fields.',
    'draft: true',
  ),
});

/** One file in `sources/`. */
export const sourceFields = z.strictObject({
  headline: field(
    text(),
    'The headline of the article, as printed.',
    'Readers are shown it wherever the source is cited.',
    'headline: Men walk on Moon',
  ),
  kind: field(
    z.enum(SOURCE_KINDS).optional(),
    '`consulted` for an outside report that supports what no article of the story says; `article` if left out.',
    'The story is told from its articles; readers see consulted reports in a list of their own.',
    'kind: consulted',
  ),
  publisher: field(text(), 'Who published it.', 'Readers judge a claim by who made it.', 'publisher: The Times'),
  author: field(text().optional(), 'Who wrote it, if it says so.', 'It is part of the citation.', 'author: John Noble Wilford'),
  published: field(
    date(),
    'The day it was published, an EDTF date in quotes.',
    'Sources are numbered by it, and no source can know what came later.',
    'published: "1969-07-21"',
  ),
  howDated: field(
    text(),
    'How that day was found.',
    'Readers can judge it where the page carries no date.',
    'howDated: The page carries the date.',
  ),
  url: field(
    httpsAddress().optional(),
    'The original’s own address, starting with https://; left out where none is known.',
    'Readers can open the source.',
    'url: https://example.org/1969/07/21/men-walk-on-moon/',
  ),
  archiveUrl: field(
    archiveAddress().optional(),
    'The address of an archived copy.',
    'It stands in when the original is gone.',
    'archiveUrl: https://web.archive.org/web/1969/https://example.org/',
  ),
  language: field(
    text().optional(),
    'The language of the source, such as `fr`; `en` if left out.',
    'Readers are told before they open it.',
    'language: fr',
  ),
  notes: field(
    z.array(text()).optional(),
    'What readers should know of this source.',
    'It is shown with the source.',
    'notes:\n  - "The text we read breaks off."',
  ),
});

/** One file in `actors/`. */
export const actorFields = z.strictObject({
  name: field(text().max(TITLE_MAX), 'The name as readers see it.', 'It is shown wherever the actor is named.', 'name: Neil Armstrong'),
  kind: field(
    z.enum(['person', 'organisation']),
    '`person` or `organisation`.',
    'Machines that read the site are told which.',
    'kind: person',
  ),
  role: field(text().max(LINE_MAX), 'Who that is, in a few words.', 'Readers are told at first mention.', 'role: commander of the mission'),
});

/** The front matter of one file in `chapters/`. */
export const chapterFields = z.strictObject({
  title: field(text().max(TITLE_MAX), 'The chapter’s heading.', 'It heads the chapter and its link.', 'title: The landing'),
  order: field(z.number(), 'Its place among the chapters; the lowest comes first.', 'Chapters are told in this order.', 'order: 2'),
  date: field(
    date(),
    'The stretch it tells, an EDTF date in quotes.',
    'The timeline shows this stretch when the chapter is chosen.',
    'date: "1969-07-16/1969-07-24"',
  ),
  titleKnown: field(
    date().optional(),
    'The day from which its title gives nothing away; the day of its first event if left out.',
    'The “known then” view shows the title from this day on.',
    'titleKnown: "1969-07-20"',
  ),
});

/** The front matter of `method.mdx`, which may be left out altogether. */
export const pageFields = z.strictObject({
  title: field(
    text().optional(),
    'A heading for what the story adds to the method page.',
    'It heads the text.',
    'title: How this was dated',
  ),
});

const lane = z.strictObject({
  id: field(id(), 'The word events name the lane by.', 'Events refer to it.', 'id: crew'),
  name: field(text().max(RAIL_NAME_MAX), 'The name readers see.', 'It stands at the left of the lane.', 'name: The crew'),
  glyph: field(z.enum(GLYPHS), 'The shape of its marks.', 'Lanes differ in shape, not in colour alone.', 'glyph: diamond'),
  hue: field(z.enum(HUES), 'The colour of its marks.', 'Marks of one lane share it.', 'hue: slate'),
  rows: field(
    z.number().int().min(1).max(6),
    'How many rows it has on a wide screen, 1 to 6.',
    'A crowded lane needs more room.',
    'rows: 2',
  ),
});

const measure = z.strictObject({
  id: field(id(), 'The word figures name the measure by.', 'Figures refer to it.', 'id: viewers'),
  name: field(text().max(RAIL_NAME_MAX), 'The name readers see.', 'It heads the chart.', 'name: Viewers'),
  unit: field(
    text().max(LINE_MAX),
    'What is counted, in full.',
    'A number without its unit says nothing.',
    'unit: people watching at home',
  ),
  prefix: field(
    z.string().max(8).optional(),
    'What stands before the number, such as `$`.',
    'It is printed with every number.',
    'prefix: $',
  ),
  suffix: field(
    z.string().max(8).optional(),
    'What stands after the number, such as `%`.',
    'It is printed with every number.',
    'suffix: "%"',
  ),
  scope: field(
    text(),
    'What the numbers cover and what they leave out.',
    'Readers must not compare what cannot be compared.',
    'scope: Homes with a set, in one country.',
  ),
});

const state = z.strictObject({
  label: field(text().max(LABEL_MAX), 'The words on the strip.', 'Readers see them when the state lasts long enough.', 'label: In orbit'),
  short: field(
    text().max(SHORT_MAX).optional(),
    'Fewer words, for a short stretch.',
    'A short stretch has no room for more.',
    'short: Orbit',
  ),
  look: field(
    z.enum(LOOKS),
    'How its stretch is drawn: as an `outline`, `hatched`, with a `double` outline, or `solid`.',
    'Readers see at a glance that something has changed.',
    'look: outline',
  ),
  date: field(date(), 'When it begins; it lasts until the next.', 'The strip changes there.', 'date: "1969-07-16"'),
  event: field(id().optional(), 'The event that brought it about.', 'The strip leads to that entry.', 'event: eagle-lands'),
  source: field(id(), 'The source that says so.', 'A state is a claim like any other.', 'source: times-1969-07-21'),
});

const opening = z.strictObject({
  window: field(
    date(),
    'The stretch the timeline opens on, from first to last day.',
    'It is the first picture readers see.',
    'window: "1969-07-15/1969-07-25"',
  ),
  compactWindow: field(
    date().optional(),
    'The same on a phone, which has room for less; `window` if left out.',
    'A shorter stretch leaves room for words.',
    'compactWindow: "1969-07-16/1969-07-24"',
  ),
  playhead: field(
    date().optional(),
    'The day that is marked; the last of the story if left out.',
    'The bar names it, and readers see where they are.',
    'playhead: "1969-07-20"',
  ),
  day: field(
    date().optional(),
    'The day that readers are asked about: what did the public know on it? The day with the most news if left out.',
    'The first press of “Known then” goes there.',
    'day: "1969-07-20"',
  ),
});

const replay = z.strictObject({
  label: field(text().max(LABEL_MAX), 'The words on the button.', 'They say what it shows.', 'label: Replay the landing'),
  date: field(
    date(),
    'The stretch it plays, from first to last day.',
    'The playhead goes through it day by day.',
    'date: "1969-07-19/1969-07-21"',
  ),
  closing: field(
    text().max(LINE_MAX).optional(),
    'A sentence at its end: how things stood on the last day.',
    'It stands before what was not public yet.',
    'closing: They are on the Moon.',
  ),
  counters: field(
    z
      .array(
        z.strictObject({
          measure: field(id(), 'One of the measures.', 'Its figure on each day is shown large.', 'measure: viewers'),
          label: field(text().max(SHORT_MAX), 'The word below the figure.', 'There is room for one.', 'label: watching'),
        }),
      )
      .max(2)
      .optional(),
    'Up to two measures whose figures are shown large.',
    'Readers see what changed.',
    'counters:\n  - measure: viewers\n    label: watching',
  ),
  captions: field(
    z
      .array(
        z.strictObject({
          day: field(date(), 'The day it stands for.', 'It is shown when the replay comes to that day.', 'day: "1969-07-20"'),
          event: field(
            id().optional(),
            'The event it tells of, which was public by that day.',
            'Its entry is shown below the timeline.',
            'event: eagle-lands',
          ),
          caption: field(text().max(CAPTION_MAX), 'What happened, as a headline.', 'It is set large.', 'caption: The Eagle lands.'),
          line: field(
            text().max(LINE_MAX).optional(),
            'One more thing that was public that day.',
            'It stands below the caption; nothing in it may be known only later.',
            'line: "600 million people are watching."',
          ),
        }),
      )
      .min(1),
    'What is shown on the way, in the order of days.',
    'Each is shown for three seconds.',
    'captions:\n  - day: "1969-07-20"\n    event: eagle-lands\n    caption: The Eagle lands.',
  ),
});

/** `story.yaml`. */
export const storyFields = z.strictObject({
  title: field(text().max(TITLE_MAX), 'The name of the story.', 'It heads every page.', 'title: Eight Days in July'),
  kicker: field(text().max(LABEL_MAX), 'A few words above the title.', 'They say what the story is about.', 'kicker: The Moon landing'),
  deck: field(
    text().max(400),
    'Two sentences under the title; `*emphasis*` and `**strong**` are allowed.',
    'They tell the story to readers who read nothing else.',
    'deck: On the 16th they left; on the 24th they were back.',
  ),
  description: field(
    text().max(300),
    'One sentence for search engines and link previews.',
    'It is shown where the page is linked.',
    'description: A sourced timeline of the first Moon landing.',
  ),
  language: field(text(), 'The language the story is written in, such as `en`.', 'Browsers and screen readers need it.', 'language: en'),
  firstDay: field(date(), 'Day 1 of the story’s own count, a day in quotes.', 'Days are counted from it.', 'firstDay: "1969-07-16"'),
  extent: field(
    date(),
    'The stretch of time the timeline shows, from first to last day.',
    'Nothing is drawn outside it.',
    'extent: "1969-07-10/1969-08-01"',
  ),
  zone: field(
    text(),
    'The time zone hours are shown in, such as `Europe/Paris`.',
    'A time of day means nothing without its zone.',
    'zone: America/Chicago',
  ),
  zoneLabel: field(text().max(8), 'The few letters shown after an hour.', 'Readers see which zone an hour is in.', 'zoneLabel: CT'),
  zones: field(
    z
      .array(
        z.strictObject({
          zone: field(text(), 'A time zone, such as `Europe/Paris`.', 'Hours are worked out from it.', 'zone: Europe/Moscow'),
          name: field(
            text().max(LABEL_MAX),
            'What its time is called, as it is said after an hour.',
            'Readers choose it by its name.',
            'name: Moscow time',
          ),
        }),
      )
      .min(1)
      .optional(),
    'Zones readers may see hours in; UTC and their own are always among them.',
    'What is known to the hour happened at another hour elsewhere.',
    'zones:\n  - zone: America/Chicago\n    name: Houston time\n  - zone: Europe/Moscow\n    name: Moscow time',
  ),
  bracket: field(
    z
      .strictObject({
        label: field(text().max(SHORT_MAX), 'The words on the bracket.', 'They tie the title to the chart.', 'label: Eight days'),
        long: field(
          text().max(LINE_MAX).optional(),
          'More words, where there is room for them; those of `label` if left out.',
          'They say what the stretch begins and ends with.',
          'long: "Eight days: launch to splashdown"',
        ),
        date: field(date(), 'The stretch it spans.', 'The bracket is drawn over it.', 'date: "1969-07-16/1969-07-24"'),
      })
      .optional(),
    'A bracket on the ruler that ties the title to the chart.',
    'It shows at a glance what the title means.',
    'bracket:\n  label: Eight days\n  date: "1969-07-16/1969-07-24"',
  ),
  opening: field(
    opening.optional(),
    'What a first visit shows; the whole story if left out.',
    'Readers see what matters most before they touch anything.',
    'opening:\n  window: "1969-07-15/1969-07-25"\n  day: "1969-07-20"',
  ),
  replay: field(
    replay.optional(),
    'What the replay shows, day by day; the landmarks of the story if left out.',
    'Readers who press one button see the story as the public learned it.',
    'replay:\n  label: Replay the landing\n  date: "1969-07-19/1969-07-21"\n  captions:\n    - day: "1969-07-20"\n      caption: The Eagle lands.',
  ),
  reels: field(
    z
      .array(
        z.strictObject({
          label: field(
            text().max(LABEL_MAX),
            'The words above the reel.',
            'Readers see which part of the story it shows.',
            'label: The landing',
          ),
          date: field(
            date(),
            'The stretch it shows, from first to last day.',
            'Nothing else is drawn in it.',
            'date: "1969-07-19/1969-07-21"',
          ),
          share: field(
            z.number().positive().optional(),
            'How much of the poster’s width it takes, beside the other reels; 1 if left out.',
            'Crowded days need more room.',
            'share: 3',
          ),
        }),
      )
      .min(1)
      .optional(),
    'The stretches the poster shows side by side, each on its own scale; the whole story if left out.',
    'Paper cannot be zoomed, so the crowded days get a wider scale.',
    'reels:\n  - label: The landing\n    date: "1969-07-19/1969-07-21"\n    share: 3',
  ),
  updated: field(
    date(),
    'The day of the last change to what the site says, written by hand.',
    'Readers see how fresh the story is.',
    'updated: "2026-11-23"',
  ),
  synonyms: field(
    z.array(z.array(text()).min(2)).optional(),
    'Groups of words that mean the same to a reader who searches.',
    'Whoever looks for one of them finds the others.',
    'synonyms:\n  - [spacecraft, spaceship, capsule]\n  - [landing, touchdown]',
  ),
  lanes: field(
    z.array(lane).min(1),
    'The rows of the timeline, from top to bottom.',
    'Every event stands in one.',
    'lanes:\n  - id: crew\n    name: The crew\n    glyph: diamond\n    hue: slate\n    rows: 2',
  ),
  measures: field(
    z.array(measure).optional(),
    'What is counted under the timeline.',
    'Figures in events refer to them.',
    'measures:\n  - id: viewers\n    name: Viewers\n    unit: people watching at home\n    scope: Homes with a set.',
  ),
  states: field(
    z
      .strictObject({
        name: field(text().max(RAIL_NAME_MAX), 'Whose states they are.', 'It stands at the left of the strip.', 'name: The ship'),
        items: field(
          z.array(state).min(1),
          'The states, in order; each lasts until the next begins.',
          'The strip is drawn from them.',
          'items:\n  - label: In orbit\n    look: outline\n    date: "1969-07-16"\n    source: times-1969-07-21',
        ),
      })
      .optional(),
    'A strip that shows what the story’s subject was at every moment.',
    'Readers see the one thing that changed.',
    'states:\n  name: The ship\n  items:\n    - label: In orbit\n      look: outline\n      date: "1969-07-16"\n      source: times-1969-07-21',
  ),
});

/** Fields that hold a number, by name: what YAML would make of `010` or `1e3` is not left to it. */
export const NUMBER_FIELDS: ReadonlySet<string> = new Set(['order', 'value', 'rows', 'share']);

/** Fields that hold a date, by name: their values are taken as written, never as YAML would read them. */
export const DATE_FIELDS: ReadonlySet<string> = new Set([
  'date',
  'known',
  'asOf',
  'published',
  'firstDay',
  'extent',
  'titleKnown',
  'updated',
  'window',
  'compactWindow',
  'playhead',
  'day',
]);

export type EventFields = z.infer<typeof eventFields>;
export type SourceFields = z.infer<typeof sourceFields>;
export type ActorFields = z.infer<typeof actorFields>;
export type ChapterFields = z.infer<typeof chapterFields>;
export type StoryFields = z.infer<typeof storyFields>;
