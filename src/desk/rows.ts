/** Every file of the content as one row of the desk's table. */
import {pathInFolder} from '../preview/meanwhile.ts';
import type {BrokenEntry, Reading} from '../reading/reading.ts';
import type {EdtfDate, EventEntry} from '../schema/content.ts';
import {firstMs} from '../schema/dates.ts';
import {byText} from '../schema/by-text.ts';

/** `other` is a file that is read by nobody. */
export type RowKind = BrokenEntry['kind'] | 'other';

/** `broken` stops the build, itself or with what it refers to. */
export type RowState = 'broken' | 'draft' | 'ready';

export interface DeskRow {
  readonly kind: RowKind;
  /** The entry's; the path where there is no entry. */
  readonly id: string;
  /** From the content folder's parent. */
  readonly file: string;
  readonly title: string;
  readonly state: RowState;
  readonly date: EdtfDate | null;
  /** What is known of an event that can be shown. */
  readonly event: EventEntry | null;
  readonly errors: number;
  readonly advice: number;
}

type Known = Pick<DeskRow, 'kind' | 'id' | 'title' | 'state' | 'date' | 'event'>;

const KIND_ORDER: readonly RowKind[] = ['event', 'other', 'story', 'chapter', 'page', 'source', 'actor'];
const STATE_ORDER: readonly RowState[] = ['broken', 'draft', 'ready'];

/** All files: the broken first, then drafts, then events by date, then the rest by kind, date and name. */
export function deskRows(reading: Reading): DeskRow[] {
  const known = knownFiles(reading);
  const counts = new Map<string, {errors: number; advice: number}>();
  for (const {file, severity} of reading.problems) {
    const count = counts.get(file) ?? {errors: 0, advice: 0};
    counts.set(file, {errors: count.errors + Number(severity === 'error'), advice: count.advice + Number(severity === 'advice')});
  }
  return reading.files
    .map((file): DeskRow => {
      const count = counts.get(file) ?? {errors: 0, advice: 0};
      const path = pathInFolder({file});
      const row = known.get(path) ?? {
        kind: 'other',
        id: path,
        title: path,
        state: count.errors > 0 ? 'broken' : 'ready',
        date: null,
        event: null,
      };
      return {...row, file, ...count};
    })
    .sort(byUrgency);
}

/** What is known of each file that holds an entry, by its path from the content folder. */
function knownFiles({content, broken, problems}: Reading): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const {kind, id, file, title, date, because} of broken) {
    const hasError = problems.some((problem) => problem.severity === 'error' && pathInFolder(problem) === file);
    const isUnfinished = !hasError && because.every((path) => path === file);
    known.set(file, {kind, id, title: title ?? file, date, event: null, state: isUnfinished ? 'draft' : 'broken'});
  }
  if (content === null) return known;
  const {story, method, events, chapters, sources, actors} = content;
  const ready = (kind: RowKind, id: string, file: string, title: string, date: EdtfDate | null = null) =>
    known.set(file, {kind, id, title, date, event: null, state: 'ready'});
  for (const event of events) {
    const {id, file, title, date, draft} = event;
    known.set(file, {kind: 'event', id, title, date, event, state: draft ? 'draft' : 'ready'});
  }
  ready('story', 'story', 'story.yaml', story.title);
  if (method) ready('page', method.id, method.file, 'Method');
  for (const {id, file, title, date} of chapters) ready('chapter', id, file, title, date);
  for (const {id, file, headline, published} of sources) ready('source', id, file, headline, published);
  for (const {id, file, name} of actors) ready('actor', id, file, name);
  return known;
}

function byUrgency(a: DeskRow, b: DeskRow): number {
  return (
    STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) ||
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
    startMs(a) - startMs(b) ||
    byText(a.id, b.id)
  );
}

/** Rows without a date sort last. */
function startMs({date}: DeskRow): number {
  return date === null ? Number.MAX_VALUE : firstMs(date);
}
