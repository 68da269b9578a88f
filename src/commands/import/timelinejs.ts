/**
 * Slides of TimelineJS 3, from its JSON or from a row of its spreadsheet, become events.
 *
 * @see https://timeline.knightlab.com/docs/json-format.html
 */
import type {PartProblem} from '../../problems/problem.ts';
import type {FoundEra, FoundEvent, Remark} from './found.ts';
import {isHtml, plainFromHtml} from './html.ts';
import {readDates, readDisplayDate} from './timelinejs-dates.ts';
import {fieldsIn, leftOutValue, textIn} from './timelinejs-fields.ts';
import type {Fields, SlidePlace} from './timelinejs-fields.ts';
import {readMedia, readText} from './timelinejs-media.ts';

/** What a slide became: an event, a trouble, or nothing with a remark that says why. */
export type ReadSlide =
  | {readonly kind: 'event'; readonly event: FoundEvent}
  | {readonly kind: 'trouble'; readonly troubles: readonly PartProblem[]}
  | {readonly kind: 'left-out'; readonly remark: Remark};

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

function noHeadline({place, isRow}: SlidePlace, text: string): PartProblem {
  const slide = isRow ? 'row' : 'slide';
  return {
    place,
    what: `The ${slide} has no headline.`,
    why: 'It heads the entry and names its page.',
    fix: text === '' ? `Write one, or remove the ${slide}.` : 'Write one, such as the first words of its text.',
    example: text === '' ? 'The Eagle lands on the Moon' : text.slice(0, 60).replace(/\s+\S*$/, ''),
  };
}
