/** What an import did, or would do, as its writer reads it: nothing that the file held is passed over. */
import type {Found, Remark, Trouble} from './found.ts';
import type {ImportPlan, Lack, PlannedEvent} from './plan.ts';

/** A trouble as writers read it: where, what, why, how to fix it, and what to write. */
export function printTrouble({place, what, why, fix, example}: Trouble, fileName: string): string {
  return [
    place === '' ? fileName : `${fileName}, ${place}`,
    `  ${what}`,
    `  Why: ${why}`,
    `  Fix: ${fix}`,
    ...(example === '' ? [] : ['  Example:', ...example.split('\n').map((line) => `    ${line}`)]),
  ].join('\n');
}

/**
 * All troubles, and a closing line.
 *
 * @param canSkip - Whether something would be left to write without them.
 */
export function printTroubles(troubles: readonly Trouble[], fileName: string, canSkip: boolean): string {
  const skip = canSkip ? ' `--skip` leaves them out and writes the rest.' : '';
  return [
    ...troubles.map((trouble) => `${printTrouble(trouble, fileName)}\n`),
    `${counted(troubles.length, 'problem')}. Nothing was written.${skip}`,
  ].join('\n');
}

export interface ReportPlace {
  readonly fileName: string;
  /** The content folder, as the writer would type it. */
  readonly folder: string;
  readonly isDryRun: boolean;
}

/** Every event with what was kept, changed and left out, then what belongs to none, then what is still to do. */
export function printReport(found: Found, plan: ImportPlan, {fileName, folder, isDryRun}: ReportPlace): string {
  const {events, leftOut, changed, notes} = plan;
  const written = isDryRun ? 'Would write' : 'Wrote';
  const others = plan.files.filter(({path}) => !path.startsWith('events/'));
  return [
    `${fileName}: ${found.kind}, ${counted(found.events.length, 'event')} read.`,
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
  return `${written} ${counted(events.length, 'event')}${asDrafts}. ${details === 0 ? 'Nothing was left out' : `${counted(details, 'thing')} left out, each told above`}; nothing was overwritten.`;
}

const TODO: Readonly<Record<Lack, (count: string) => string>> = {
  source: (count) =>
    `${count} without a source. Name one in each under \`sources\`; or, before you write anything else, delete them and import again with \`--source ID\`, or with \`--source-publisher\` and \`--source-published\`, which make the imported file a source.`,
  lane: (count) =>
    `${count} without a lane. Name one in each; or delete them and import again with \`--lane ID\` or \`--group "NAME=ID"\`.`,
  known: (count) =>
    `${count} of one moment on an unknown day, without the day on which it became public. Write that day in each under \`known\`.`,
  disagreement: (count) => `${count} disputed, without a <Disagreement> in the text.`,
  'second source': (count) => `${count} disputed, with one source only.`,
};

/** What keeps the drafts from their readers. */
function todo(events: readonly PlannedEvent[]): string[] {
  const lines = (Object.keys(TODO) as Lack[]).flatMap((lack) => {
    const count = events.filter(({lacks}) => lacks.includes(lack)).length;
    return count === 0 ? [] : [`  ${TODO[lack](`${counted(count, 'event')} ${count === 1 ? 'is' : 'are'}`)}`];
  });
  return lines.length === 0 ? [] : ['', 'Still to do, then take `draft: true` out:', ...lines];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
