/** What a field refers to outside its file: the story's stretch of time, the ids of other entries. */
import type {EdtfDate} from '../../schema/content.ts';
import {DateError, edtfFromText, endsBefore, reachesOutside, startOf} from '../../schema/dates.ts';
import {advise, dateAt, reportTo} from '../draft.ts';
import type {Checker, Draft} from '../draft.ts';
import type {Path} from '../read-yaml.ts';
import {reportUnknownId} from './unknown-id.ts';
import type {UnknownId} from './unknown-id.ts';
import {OUTSIDE_THE_STORY} from './whys.ts';

/** Reports a date that lies outside the story, and advises where part of it does. */
export function checkInExtent(draft: Draft, path: Path, extent: EdtfDate | null, report: Checker): void {
  const date = dateAt(draft, path);
  if (!date || !extent) return;
  const name = String(path.at(-1));
  if (endsBefore(date, extent) || endsBefore(extent, date)) {
    report(path, {
      rule: 'outside-story',
      what: `\`${name}\` (${date.text}) lies outside the story, which runs from ${extent.text.replace('/', ' to ')}.`,
      why: OUTSIDE_THE_STORY,
      fix: 'Check the year; or widen `extent` in story.yaml.',
      example: `${name}: "${nearestYear(date, extent)}"`,
    });
  } else if (date.precision === 'interval' && reachesOutside(date, extent)) {
    advise(draft, draft.yaml?.rangeOf(path) ?? [0, 0], {
      rule: 'reaches-outside-story',
      what: `\`${name}\` (${date.text}) reaches outside the story, which runs from ${extent.text.replace('/', ' to ')}.`,
      why: 'It is cut off at the edge of the timeline.',
      fix: 'Widen `extent` in story.yaml if all of it should be seen.',
    });
  }
}

/** An unknown id in a field, which is named by its path unless `where` says otherwise. */
type InField = Pick<UnknownId, 'place' | 'id' | 'known'> & Partial<UnknownId>;

/** Reports an unknown id, unless its line has been reported already. */
export function reportUnknown(draft: Draft, path: Path, unknown: InField): void {
  draft.isWritten = false;
  const range = draft.yaml?.rangeOf(path) ?? [0, 0];
  if (draft.yaml?.isReported(range[0])) return;
  const field = String(path.at(-1));
  reportUnknownId(reportTo(draft), range, {where: `\`${field}\``, exampleFor: (id) => `${field}: ${id}`, ...unknown});
}

/** The same day in the year of the story, for a mistyped year. */
export function nearestYear(date: EdtfDate, extent: EdtfDate): string {
  const years = [extent.text.slice(0, 4), extent.text.split('/')[1]?.slice(0, 4) ?? ''];
  for (const year of years) {
    if (!/^\d{4}$/.test(year) || !/^\d{4}/.test(date.text)) continue;
    const text = date.text
      .split('/')
      .map((side) => side.replace(/^\d{4}/, year))
      .join('/');
    try {
      const moved = edtfFromText(text);
      if (!endsBefore(moved, extent) && !endsBefore(extent, moved)) return text;
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
    }
  }
  return startOf(extent).text;
}
