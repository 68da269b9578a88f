/** The dates of a slide, in numbers and in words. */
import type {PartProblem} from '../../problems/problem.ts';
import {DateError, edtfFromText} from '../../schema/dates.ts';
import {dateWords} from '../../timeline/model/day-words.ts';
import {dateFromParts, intervalFromDates, isYearInReach, yearBeforeChrist} from './date-parts.ts';
import type {BuiltDate, DateParts} from './date-parts.ts';
import {plainFromHtml} from './html.ts';
import {fieldsIn, shownValue} from './timelinejs-fields.ts';
import type {Fields, SlidePlace} from './timelinejs-fields.ts';

const DATE_PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;
type DatePart = (typeof DATE_PARTS)[number];

export type ReadDates =
  | {readonly kind: 'date'; readonly date: string; readonly changed: readonly string[]; readonly leftOut: readonly string[]}
  | {readonly kind: 'left-out'; readonly why: string}
  | {readonly kind: 'trouble'; readonly troubles: readonly PartProblem[]};

export function readDates(slide: Fields, at: SlidePlace): ReadDates {
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
          why: 'The date decides the event’s place on the timeline.',
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
      why: `Without the ${gap} the date is ambiguous.`,
      fix: `Add the ${gap}, or delete the smaller parts.`,
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
    why: 'A program places each date on the timeline.',
    fix: part === 'month' ? 'Write the month as a number, 1 to 12.' : 'Write digits only.',
    example: part === 'year' ? '1969' : '7',
  });
  return null;
}

/** What the words for a date say beyond its numbers. */
export function readDisplayDate(
  written: string,
  date: string,
): {readonly date: string; readonly dating: string | null; readonly changed: readonly string[]} {
  const words = plainFromHtml(written);
  if (words === '' || saysTheSame(words, date)) return {date, dating: null, changed: []};
  const about = /^(?:about|around|circa|ca?\.)\s*/i.exec(words);
  const isUncertain = /\?$|, not certain$/.test(words);
  const dating = `Its timeline gave the date as “${words}”.`;
  if (/[/T]/.test(date) || !(about || isUncertain)) return {date, dating, changed: [`display date: “${words}” is under \`dating\``]};
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
