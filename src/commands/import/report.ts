/** What an import did, or would do, as its writer reads it: nothing that the file held is passed over. */
import {countedWords} from '../../problems/counted-words.ts';
import type {Found, Remark} from './found.ts';
import type {Lack, PlannedEvent} from './fitting.ts';
import type {ImportPlan} from './plan.ts';

export interface ReportPlace {
  readonly fileName: string;
  /** The content folder, as the writer would type it. */
  readonly folder: string;
  readonly isDryRun: boolean;
}

/** Every event with what was carried over, changed and left out, then what belongs to no event, then what is still to do. */
export function printReport(found: Found, plan: ImportPlan, {fileName, folder, isDryRun}: ReportPlace): string {
  const {events, leftOut, changed, notes} = plan;
  const written = isDryRun ? 'Would write' : 'Wrote';
  const others = plan.files.filter(({path}) => !path.startsWith('events/'));
  return [
    `${fileName}: ${found.kind}, ${countedWords(found.events.length, 'event')} read.`,
    '',
    ...events.flatMap((event) => [...eventLines(event, folder), '']),
    ...section('Changed on the whole', changed),
    ...section('Left out', leftOut),
    ...(others.length === 0 ? [] : [...others.map(({path}) => `${written} ${folder}/${path}`), '']),
    ...notes.map((note) => `Note: ${note}`),
    ...(notes.length === 0 ? [] : ['']),
    closingLine(plan, written),
    ...todo(events),
  ].join('\n');
}

function eventLines({place, path, title, date, lacks, isDraft, kept, changed, leftOut}: PlannedEvent, folder: string): string[] {
  const state = isDraft ? ` (draft${lacks.length === 0 ? '' : `: no ${lacks.join(', no ')}`})` : '';
  return [
    `${place}: ${title}, ${date}`,
    `  → ${folder}/${path}${state}`,
    ...(kept.length === 0 ? [] : [`  kept      ${kept.join(', ')}`]),
    ...changed.map((what) => `  changed   ${what}`),
    ...leftOut.map((what) => `  left out  ${what}`),
  ];
}

function section(heading: string, remarks: readonly Remark[]): string[] {
  if (remarks.length === 0) return [];
  return [`${heading}:`, ...remarks.map(({place, what}) => `  ${place === '' ? '' : `${place}: `}${what}`), ''];
}

function closingLine({events, leftOut}: ImportPlan, written: string): string {
  if (events.length === 0) return 'No event is left to write. Nothing was written.';
  const drafts = events.filter(({isDraft}) => isDraft).length;
  const asDrafts = drafts === 0 ? '' : drafts === events.length ? ', each a draft' : `, ${drafts} of them drafts`;
  const details = events.reduce((sum, event) => sum + event.leftOut.length, 0) + leftOut.length;
  const without = details === 0 ? 'Nothing was left out' : `${countedWords(details, 'thing')} left out, each listed above`;
  return `${written} ${countedWords(events.length, 'event')}${asDrafts}. ${without}; nothing was overwritten.`;
}

const LEFT_TO_WRITER: Readonly<Record<Lack, (count: string) => string>> = {
  source: (count) =>
    `${count} without a source. Name one in each under \`sources\`; or, before you write anything else, delete them and import ` +
    'again with `--source ID`, or with `--source-publisher` and `--source-published`, which make the imported file a source.',
  lane: (count) =>
    `${count} without a lane. Name one in each; or delete them and import again with \`--lane ID\` or \`--group "NAME=ID"\`.`,
  known: (count) =>
    `${count} of one moment on an unknown day, without the day on which it became public. Write that day in each under \`known\`.`,
  disagreement: (count) => `${count} disputed, without a <Disagreement> in the text.`,
  'second source': (count) => `${count} disputed, with one source only.`,
};

/** What keeps the drafts from their readers. */
function todo(events: readonly PlannedEvent[]): string[] {
  const lines = (Object.keys(LEFT_TO_WRITER) as Lack[]).flatMap((lack) => {
    const count = events.filter(({lacks}) => lacks.includes(lack)).length;
    return count === 0 ? [] : [`  ${LEFT_TO_WRITER[lack](`${countedWords(count, 'event')} ${count === 1 ? 'is' : 'are'}`)}`];
  });
  return lines.length === 0 ? [] : ['', 'Still to do, then take `draft: true` out:', ...lines];
}
