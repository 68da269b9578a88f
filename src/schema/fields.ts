/**
 * What a writer may write, field by field: the writers' reference, from which the checks, their messages and the
 * editors' JSON Schemas all come. Fields that are not here are refused.
 */
import {z} from 'astro/zod';
import {archiveAddress, date, httpsAddress, id, LABEL_MAX, LINE_MAX, SHORT_MAX, text, TITLE_MAX} from './field-kinds.ts';
import {field} from './guidance.ts';
import {QUALIFIERS, SOURCE_KINDS, STATUSES, WEIGHTS} from './lists.ts';

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
    'Readers and editors see which source supports which claim.',
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
  value: field(z.number(), 'The number itself, without symbols or separators.', 'The chart is drawn from it.', 'value: 331'),
  asOf: field(date(), 'The day the number is true for, an EDTF date in quotes.', 'The chart’s step is at this day.', 'asOf: "1969-07-20"'),
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
    'The events of one day come in this order.',
    'order: 0.6',
  ),
  lane: field(id(), 'The lane it is in: an id from `lanes` in `story.yaml`.', 'It gives the event its row and its glyph.', 'lane: crew'),
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
    'Readers see in words how far to trust it.',
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
    'Find searches them too.',
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
    'A draft is seen only in the preview, and fields may still be missing.',
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
    'Readers know this before they open it.',
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
  kind: field(z.enum(['person', 'organisation']), '`person` or `organisation`.', 'The data for other programs says which.', 'kind: person'),
  role: field(
    text().max(LINE_MAX),
    'Who that is, in a few words.',
    'Readers see it at the first mention.',
    'role: commander of the mission',
  ),
});

/** The front matter of one file in `chapters/`. */
export const chapterFields = z.strictObject({
  title: field(text().max(TITLE_MAX), 'The chapter’s heading.', 'It heads the chapter and its link.', 'title: The landing'),
  order: field(z.number(), 'Its place among the chapters; the lowest comes first.', 'Chapters are told in this order.', 'order: 2'),
  date: field(
    date(),
    'The dates it covers: an EDTF date in quotes.',
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
