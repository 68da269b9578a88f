/** Events as the reader of event files gives them, made by hand. */
import type {EventEntry} from '../../src/schema/content.ts';
import {edtfFromText} from '../../src/schema/dates.ts';

/** Both dates as text. */
export type EntryParts = Partial<Omit<EventEntry, 'date' | 'known'>> & {readonly date: string; readonly known?: string};

/** An event with nothing but an id, two dates and what is given; its title and its label are its id. */
export function anEntry(id: string, {date, known, ...rest}: EntryParts): EventEntry {
  return {
    id,
    file: `events/${id}.mdx`,
    title: id,
    label: id,
    short: null,
    happened: 'throughout',
    knownIsWritten: known !== undefined,
    order: null,
    lane: 'lane',
    chapter: `chapter of ${id}`,
    weight: 'standard',
    status: 'reported',
    actors: [],
    keywords: [],
    sources: [],
    figures: [],
    corrections: [],
    dating: null,
    draft: false,
    disagreements: [],
    quotes: [],
    bigFigures: [],
    links: [],
    summary: '',
    text: '',
    body: '',
    ...rest,
    date: edtfFromText(date),
    known: edtfFromText(known ?? date),
  };
}
