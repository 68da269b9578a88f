/**
 * Slides of TimelineJS 3, from its JSON or from a row of its spreadsheet, become events.
 *
 * @see https://timeline.knightlab.com/docs/json-format.html
 */
import type {PartProblem} from '../../problems/problem.ts';
import {shown} from '../../problems/quoted.ts';
import {DateError, edtfFromText} from '../../schema/dates.ts';
import {dateWords} from '../../timeline/model/day-words.ts';
import {oneLine} from '../safe-text.ts';
import {dateFromParts, intervalFromDates, isYearInReach, yearBeforeChrist} from './date-parts.ts';
import type {BuiltDate, DateParts} from './date-parts.ts';
import type {FoundEra, FoundEvent, Remark} from './found.ts';
import {isHtml, plainFromHtml, readHtml, safeAddress} from './html.ts';
import type {ReadText} from './html.ts';
import {plainTextOfBlocks} from './prose.ts';
import type {Block, Inline} from './prose.ts';

/** A value as it stands in the file: nobody has promised its kind. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a slide became: an event, a trouble, or nothing with a remark that says why. */
export type ReadSlide =
  | {readonly kind: 'event'; readonly event: FoundEvent}
  | {readonly kind: 'trouble'; readonly troubles: readonly PartProblem[]}
  | {readonly kind: 'left-out'; readonly remark: Remark};

const DATE_PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;
type DatePart = (typeof DATE_PARTS)[number];

/** Fields that are read; every other is reported. */
const SLIDE_FIELDS = new Set([
  'start_date',
  'end_date',
  'display_date',
  'text',
  'media',
  'group',
  'background',
  'unique_id',
  'autolink',
  'type',
]);
const MEDIA_FIELDS = new Set(['url', 'caption', 'credit', 'alt', 'title']);

/** Where a slide stands, and how its file speaks of it. */
export interface SlidePlace {
  readonly place: string;
  /** The zone its times are in; null if nobody has said. */
  readonly zone: string | null;
  /** Whether it is a row of a spreadsheet, whose columns have names of their own. */
  readonly isRow: boolean;
}

/** Reads one slide. */
export function readSlide(slide: Fields, at: SlidePlace): ReadSlide {
  const {place} = at;
  const troubles: PartProblem[] = [];
  const text = fieldsIn(slide, 'text', place, troubles);
  const title = plainFromHtml(textIn(text, 'headline'));
  if (title === '' && troubles.length === 0) troubles.push(noHeadline(at, plainFromHtml(textIn(text, 'text'))));
  const dates = readDates(slide, at);
  if (dates.kind === 'trouble') troubles.push(...dates.troubles);
  if (troubles.length > 0) return {kind: 'trouble', troubles};
  if (dates.kind !== 'date') return {kind: 'left-out', remark: {place, what: `${title}: ${dates.kind === 'left-out' ? dates.why : ''}`}};

  const body = readText(textIn(text, 'text'));
  const media = readMedia(fieldsIn(slide, 'media', place, troubles));
  const shownDate = readDisplayDate(
    textIn(slide, 'display_date') || textIn(fieldsIn(slide, 'start_date', place, []), 'display_date'),
    dates.date,
  );
  const group = plainFromHtml(textIn(slide, 'group'));
  const id = textIn(slide, 'unique_id').trim();
  if (troubles.length > 0) return {kind: 'trouble', troubles};
  return {
    kind: 'event',
    event: {
      place,
      title,
      date: shownDate.date,
      dating: shownDate.dating,
      id: id === '' ? null : id,
      groups: group === '' ? [] : [group],
      blocks: body.blocks,
      asides: media.blocks,
      kept: [
        'headline',
        ...(dates.changed.length === 0 && shownDate.date === dates.date ? ['date'] : []),
        ...(body.blocks.length > 0 ? ['text'] : []),
        ...(media.blocks.length > 0 ? ['media'] : []),
      ],
      changed: [
        ...(isHtml(textIn(text, 'headline')) ? ['headline: its HTML became plain text'] : []),
        ...dates.changed,
        ...shownDate.changed,
        ...(isHtml(textIn(text, 'text')) ? ['text: its HTML became Markdown'] : []),
        ...body.changed.map((what) => `text: ${what}`),
        ...media.changed,
      ],
      leftOut: [...dates.leftOut, ...body.leftOut.map((what) => `text: ${what}`), ...media.leftOut, ...leftOutFields(slide)],
      own: {},
    },
  };
}

/** Reads a slide that names a stretch of time. */
export function readEra(slide: Fields, at: SlidePlace): FoundEra | Remark {
  const {place} = at;
  const text = fieldsIn(slide, 'text', place, []);
  const title = plainFromHtml(textIn(text, 'headline'));
  const dates = readDates(slide, {...at, zone: null});
  if (dates.kind === 'date' && title !== '' && dates.date.includes('/')) return {place, title, date: dates.date};
  return {place, what: `era ${title === '' ? 'without a headline' : `“${title}”`}: it has no first and last date that can be read`};
}

// Dates

type ReadDates =
  | {readonly kind: 'date'; readonly date: string; readonly changed: readonly string[]; readonly leftOut: readonly string[]}
  | {readonly kind: 'left-out'; readonly why: string}
  | {readonly kind: 'trouble'; readonly troubles: readonly PartProblem[]};

function readDates(slide: Fields, at: SlidePlace): ReadDates {
  const {place, isRow} = at;
  const troubles: PartProblem[] = [];
  const start = readDate(slide, 'start_date', at, troubles);
  const end = readDate(slide, 'end_date', at, troubles);
  if (troubles.length > 0) return {kind: 'trouble', troubles};
  for (const date of [start, end]) if (typeof date === 'string') return {kind: 'left-out', why: date};
  const [from, to] = [start as BuiltDate | null, end as BuiltDate | null];
  if (from === null) {
    return {
      kind: 'trouble',
      troubles: [
        {
          place,
          what: to === null ? 'There is no date.' : 'There is an end but no start.',
          why: 'An event has its place on the timeline by its date.',
          fix: `Give it at least a year${isRow ? ', under Year' : ''}.`,
          example: exampleDate('start_date', isRow),
        },
      ],
    };
  }
  const changed = [...from.changed.map((what) => `date: ${what}`), ...(to?.changed ?? []).map((what) => `end: ${what}`)];
  const leftOut = [...from.leftOut, ...(to?.leftOut ?? []).map((what) => `end ${what}`)];
  if (to === null) return {kind: 'date', date: from.text, changed, leftOut};
  try {
    return {kind: 'date', date: intervalFromDates(from.text, to.text), changed, leftOut};
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    return {kind: 'trouble', troubles: [{place, what: error.what, why: error.why, fix: error.fix, example: ''}]};
  }
}

/** A date, or the part of a sentence that says why it cannot be held; null without a date, or once its problem has been reported. */
function readDate(
  slide: Fields,
  name: 'start_date' | 'end_date',
  {place, zone, isRow}: SlidePlace,
  troubles: PartProblem[],
): BuiltDate | string | null {
  const before = troubles.length;
  const written = fieldsIn(slide, name, place, troubles);
  const parts: Partial<Record<DatePart, number>> = {};
  for (const part of DATE_PARTS) {
    const number = partIn(written, part, partName(name, part, isRow), place, troubles);
    if (number !== null) parts[part] = number;
  }
  if (troubles.length > before || DATE_PARTS.every((part) => parts[part] === undefined)) return null;
  const {year, month, day, hour} = parts;
  const gap =
    year === undefined
      ? 'year'
      : month === undefined && day !== undefined
        ? 'month'
        : day === undefined && hour !== undefined
          ? 'day'
          : null;
  if (gap !== null) {
    troubles.push({
      place,
      what: `\`${partName(name, gap, isRow)}\` is empty, but smaller parts of the date are not.`,
      why: `Without the ${gap} nobody can tell when it was.`,
      fix: `Add the ${gap}, or take the smaller parts out.`,
      example: exampleDate(name, isRow),
    });
    return null;
  }
  const counted = year! > 0 ? year! : yearBeforeChrist(Math.max(1, -year!));
  if (!isYearInReach(counted)) return `the year ${year} is beyond the four digits a date can hold here`;
  try {
    const built = dateFromParts({...(parts as DateParts), year: counted}, zone);
    return {
      text: built.text,
      changed: [
        ...built.changed,
        ...(year! > 0
          ? []
          : [`the year ${year}, shown there as ${Math.max(1, -year!)} BCE, is ${built.text.slice(0, counted < 0 ? 5 : 4)} in EDTF`]),
      ],
      leftOut: [...built.leftOut, ...(parts.millisecond ? [`${parts.millisecond} milliseconds: a time goes to the second here`] : [])],
    };
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    troubles.push({
      place,
      what: `${isRow ? (name === 'start_date' ? 'The date' : 'The end') : `\`${name}\``}: ${error.what}`,
      why: error.why,
      fix: error.fix.replace(' in quotes', ''),
      example: '',
    });
    return null;
  }
}

/** What the file calls a part of a date. */
function partName(name: 'start_date' | 'end_date', part: DatePart, isRow: boolean): string {
  if (!isRow) return `${name}.${part}`;
  const column = part === 'year' || part === 'month' || part === 'day' ? `${part[0]!.toUpperCase()}${part.slice(1)}` : 'Time';
  return name === 'start_date' ? column : `End ${column}`;
}

function exampleDate(name: 'start_date' | 'end_date', isRow: boolean): string {
  if (!isRow) return `"${name}": {"year": 1969, "month": 7, "day": 20}`;
  const columns = (['year', 'month', 'day'] as const).map((part) => partName(name, part, true));
  return `${columns.join(',')}\n1969,7,20`;
}

function partIn(written: Fields, part: DatePart, name: string, place: string, troubles: PartProblem[]): number | null {
  const value = written[part];
  if (value === undefined || value === null || value === '') return null;
  const digits = String(value).replace(/[\s,]/g, '');
  if (digits === '') return null;
  if (/^-?\d+$/.test(digits)) return Number(digits);
  troubles.push({
    place,
    what: `\`${name}\` is ${shownValue(value)}, which is not a number.`,
    why: 'A date is placed on the timeline by a machine.',
    fix: part === 'month' ? 'Write the month as a number, 1 to 12.' : 'Write digits only.',
    example: part === 'year' ? '1969' : '7',
  });
  return null;
}

/** What the words for a date say beyond its numbers. */
function readDisplayDate(
  written: string,
  date: string,
): {readonly date: string; readonly dating: string | null; readonly changed: readonly string[]} {
  const words = plainFromHtml(written);
  if (words === '' || saysTheSame(words, date)) return {date, dating: null, changed: []};
  const about = /^(?:about|around|circa|ca?\.)\s*/i.exec(words);
  const isUncertain = /\?$|, not certain$/.test(words);
  const dating = `Its timeline gave the date as “${words}”.`;
  if (/[/T]/.test(date) || !(about || isUncertain)) return {date, dating, changed: [`display date: “${words}” stands under \`dating\``]};
  const doubted = `${date}${about && isUncertain ? '%' : about ? '~' : '?'}`;
  return {
    date: doubted,
    dating: saysTheSame(words, doubted) ? null : dating,
    changed: [`date: ${doubted}, since it was shown as “${words}”`],
  };
}

/** Whether words are one of the ways in which a date is written here. */
function saysTheSame(words: string, date: string): boolean {
  const read = edtfFromText(date);
  return (['short', 'long', 'plain'] as const).some((length) => {
    const ours = dateWords(read, 'throughout', {language: 'en', zone: 'UTC', zoneLabel: 'UTC', length});
    return ours.toLowerCase() === words.toLowerCase();
  });
}

// Texts

function readText(written: string): ReadText {
  return written.trim() === '' ? {blocks: [], changed: [], leftOut: []} : readHtml(written);
}

interface ReadMedia {
  readonly blocks: readonly Block[];
  readonly changed: readonly string[];
  readonly leftOut: readonly string[];
}

const PICTURE = /\.(?:jpe?g|png|gif|webp|svg|avif)$/i;
const VIDEO = /\.(?:mp4|webm|mov|m4v)$/i;
const SOUND = /\.(?:mp3|ogg|wav|m4a|flac)$/i;
const VIDEO_HOST = /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com)$/;

/** What is shown beside a slide: its address becomes a link, its caption and credit words after it. */
function readMedia(media: Fields): ReadMedia {
  const url = textIn(media, 'url').trim();
  const [caption, credit, alt, title] = ['caption', 'credit', 'alt', 'title'].map((name) => readText(textIn(media, name)));
  const extra = [title!, caption!, alt!]
    .filter(({blocks}) => blocks.length > 0)
    .filter((part, i, all) => all.findIndex((other) => wordsOf(other) === wordsOf(part)) === i);
  const leftOut = [
    ...[caption!, credit!].flatMap((part) => part.leftOut.map((what) => `media: ${what}`)),
    ...Object.keys(media)
      .filter((name) => !MEDIA_FIELDS.has(name))
      .flatMap((name) => leftOutValue(`media ${name}`, media[name])),
  ];
  const changed = [caption!, credit!].flatMap((part) => part.changed.map((what) => `media: ${what}`));
  const after: Inline[] = [
    ...extra.flatMap((part, i): Inline[] => [
      {kind: 'text', text: i === 0 && url === '' ? '' : i === 0 ? ': ' : ' · '},
      ...inlinesOf(part),
    ]),
    ...(credit!.blocks.length > 0
      ? [
          {kind: 'text' as const, text: `${url === '' && extra.length === 0 ? '' : endsSentence(extra) ? ' ' : '. '}Credit: `},
          ...inlinesOf(credit!),
        ]
      : []),
  ];
  if (url === '') return {blocks: after.length > 0 ? [{kind: 'paragraph', inside: after}] : [], changed, leftOut};

  if (isHtml(url)) {
    const read = readHtml(url);
    return {
      blocks: [...read.blocks, ...(after.length > 0 ? [{kind: 'paragraph' as const, inside: trimStart(after)}] : [])],
      changed: ['media: its HTML became Markdown', ...read.changed.map((what) => `media: ${what}`), ...changed],
      leftOut: [...read.leftOut.map((what) => `media: ${what}`), ...leftOut],
    };
  }
  const {address, changed: secured} = safeAddress(url);
  if (address === null) {
    return {
      blocks: after.length > 0 ? [{kind: 'paragraph', inside: trimStart(after)}] : [],
      changed,
      leftOut: [`media: ${url}`, ...leftOut],
    };
  }
  return {
    blocks: [{kind: 'paragraph', inside: [{kind: 'link', address, inside: [{kind: 'text', text: nameOfMedia(address)}]}, ...after]}],
    changed: ['media: it became a link', ...(secured === null ? [] : [`media: ${secured}`]), ...changed],
    leftOut,
  };
}

function nameOfMedia(address: string): string {
  const {hostname, pathname} = new URL(address);
  if (PICTURE.test(pathname)) return 'Picture';
  if (SOUND.test(pathname)) return 'Recording';
  return VIDEO.test(pathname) || VIDEO_HOST.test(hostname) ? 'Video' : hostname.replace(/^www\./, '');
}

function inlinesOf({blocks}: ReadText): Inline[] {
  return blocks.flatMap((block, i): Inline[] => [
    ...(i === 0 ? [] : [{kind: 'text' as const, text: ' '}]),
    ...(block.kind === 'list' ? block.items.flatMap((item) => [...item, {kind: 'text' as const, text: ' '}]) : block.inside),
  ]);
}

function wordsOf({blocks}: ReadText): string {
  return plainTextOfBlocks(blocks);
}

function endsSentence(parts: readonly ReadText[]): boolean {
  const last = parts.at(-1);
  return last !== undefined && /[.!?…”"’)]$/.test(wordsOf(last));
}

/** Without the signs that would join it to the link before it. */
function trimStart(inside: readonly Inline[]): Inline[] {
  const [first, ...rest] = inside;
  return first?.kind === 'text' ? [{kind: 'text', text: first.text.replace(/^[:.\s]+/, '')}, ...rest] : [...inside];
}

// Everything else

function leftOutFields(slide: Fields): string[] {
  return [
    ...leftOutValue('background', slide['background']),
    ...(slide['autolink'] === undefined || slide['autolink'] === true ? [] : leftOutValue('autolink', slide['autolink'])),
    ...(['', 'event', undefined].includes(slide['type'] as string | undefined) ? [] : leftOutValue('type', slide['type'])),
    ...Object.keys(slide)
      .filter((name) => !SLIDE_FIELDS.has(name))
      .flatMap((name) => leftOutValue(name, slide[name])),
  ];
}

/** A value that is not carried over, as one sentence part for each thing it holds. */
export function leftOutValue(name: string, value: unknown): string[] {
  if (value === undefined || value === null || value === '') return [];
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, inner]) => leftOutValue(`${name} ${key}`, inner));
  return [`${name}: ${oneLine(String(value))}`];
}

/** The fields in a field, or none where it is missing; a trouble where it holds something else. */
function fieldsIn(slide: Fields, name: string, place: string, troubles: PartProblem[]): Fields {
  const value = slide[name];
  if (value === undefined || value === null || value === '') return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Fields;
  const example =
    {
      text: '"text": {"headline": "The Eagle lands", "text": "<p>Two men walk.</p>"}',
      media: '"media": {"url": "https://example.org/picture.jpg"}',
    }[name] ?? `"${name}": {"year": 1969, "month": 7, "day": 20}`;
  troubles.push({
    place,
    what: `\`${name}\` is ${shownValue(value)}, but it should be a group of fields.`,
    why: 'TimelineJS keeps its parts apart by name.',
    fix: 'Write it in braces.',
    example,
  });
  return {};
}

/** A field's text; a number counts as its digits, anything else as none. */
export function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function noHeadline({place, isRow}: SlidePlace, text: string): PartProblem {
  const slide = isRow ? 'row' : 'slide';
  return {
    place,
    what: `The ${slide} has no headline.`,
    why: 'It heads the entry and names its page.',
    fix: text === '' ? `Write one, or take the ${slide} out.` : 'Write one, such as the first words of its text.',
    example: text === '' ? 'The Eagle lands on the Moon' : text.slice(0, 60).replace(/\s+\S*$/, ''),
  };
}

function shownValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a group of fields' : `\`${shown(String(value))}\``;
}
