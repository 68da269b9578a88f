/** Rows of the spreadsheet of TimelineJS 3: each is a slide, with its parts in columns. */
import type {PartProblem} from '../../problems/problem.ts';
import type {Row} from './csv-row.ts';
import type {Found, FoundEra, FoundEvent, Remark} from './found.ts';
import {readTitleSlide} from './timelinejs-json.ts';
import type {Fields} from './timelinejs-fields.ts';
import {readEra, readSlide} from './timelinejs.ts';

const KIND = 'TimelineJS spreadsheet (CSV)';
/** The columns that are read; every other column is reported. */
export const TIMELINEJS_COLUMNS: readonly string[] = [
  'Year',
  'Month',
  'Day',
  'Time',
  'End Year',
  'End Month',
  'End Day',
  'End Time',
  'Display Date',
  'Headline',
  'Text',
  'Media',
  'Media Credit',
  'Media Caption',
  'Media Thumbnail',
  'Alt Text',
  'Type',
  'Group',
  'Tag',
  'Background',
];

/** @param zone - The zone its times are in; null if none was given. */
export function readTimelineJsRows(rows: readonly Row[], zone: string | null): Found {
  const troubles: PartProblem[] = [];
  const events: FoundEvent[] = [];
  const eras: FoundEra[] = [];
  const leftOut: Remark[] = [];
  let title: Pick<Found, 'title' | 'blocks'> | null = null;
  for (const {place, cells} of rows) {
    const slide = slideFromCells(cells, place, troubles);
    if (slide === null) continue;
    const type = (cells['Type'] ?? '').trim().toLowerCase();
    if (type === 'title' && title === null) {
      title = readTitleSlide(slide, place, leftOut);
      continue;
    }
    if (type === 'era') {
      const era = readEra(slide, {place, zone: null, isRow: true});
      if ('title' in era) eras.push(era);
      else leftOut.push(era);
      continue;
    }
    const read = readSlide(slide, {place, zone, isRow: true});
    if (read.kind === 'event') events.push(read.event);
    else if (read.kind === 'trouble') troubles.push(...read.troubles);
    else leftOut.push(read.remark);
  }
  return {kind: KIND, title: title?.title ?? null, blocks: title?.blocks ?? [], events, eras, leftOut, changed: [], troubles};
}

/** A row as the JSON of TimelineJS would have it; null where a time cannot be read. */
function slideFromCells(cells: Row['cells'], place: string, troubles: PartProblem[]): Fields | null {
  const cell = (name: string) => (cells[name] ?? '').trim();
  const times = (['Time', 'End Time'] as const).map((name) => {
    const time = timeFromText(cell(name));
    if (time === null) {
      troubles.push({
        place,
        what: `\`${name}\` is \`${cell(name)}\`, which is not a time of day.`,
        why: 'A program places each hour on the timeline.',
        fix: 'Write hours, minutes and seconds with colons between, or leave the cell empty.',
        example: '20:17:40',
      });
    }
    return time;
  });
  const [time, endTime] = times;
  if (!time || !endTime) return null;
  const type = cell('Type').toLowerCase();
  return {
    start_date: {year: cell('Year'), month: cell('Month'), day: cell('Day'), ...time},
    end_date: {year: cell('End Year'), month: cell('End Month'), day: cell('End Day'), ...endTime},
    display_date: cell('Display Date'),
    text: {headline: cell('Headline'), text: cell('Text')},
    media: {
      url: cell('Media'),
      caption: cell('Media Caption'),
      credit: cell('Media Credit'),
      alt: cell('Alt Text'),
      thumbnail: cell('Media Thumbnail'),
    },
    group: cell('Group') || cell('Tag'),
    background: cell('Background'),
    type: type === 'title' || type === 'era' ? '' : type,
    ...Object.fromEntries(
      Object.entries(cells).filter(([name, value]) => name !== '' && !TIMELINEJS_COLUMNS.includes(name) && value.trim() !== ''),
    ),
  };
}

/** The parts of a time such as `9:30 pm` or `21:30:05`; none for an empty text, null for anything else. */
function timeFromText(text: string): Fields | null {
  if (text === '') return {};
  const [, hour, minute, second, half] = /^(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*([ap])?\.?(?:m\.?)?$/i.exec(text) ?? [];
  if (hour === undefined || (minute === undefined && half === undefined)) return null;
  const isAfternoon = half?.toLowerCase() === 'p';
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return {hour: String(hours), ...(minute === undefined ? {} : {minute}), ...(second === undefined ? {} : {second})};
}
