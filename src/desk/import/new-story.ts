/** A story for a file that is imported into an empty folder: its lanes are the file's groups, its chapters the eras. */
import type {StoryEntry} from '../../schema/content.ts';
import {edtfFromText, firstMs, lastMs} from '../../schema/dates.ts';
import {GLYPHS, HUES, TITLE_MAX} from '../../schema/fields.ts';
import type {Shelf} from '../new/answers.ts';
import {idFromTitle, oneLine} from '../new/event-file.ts';
import {yearText} from './date-parts.ts';
import {chapterText, storyText} from './file-text.ts';
import type {Found} from './found.ts';
import {mdxFromBlocks, plainTextOfBlocks} from './prose.ts';

export interface WrittenFile {
  /** From the content folder. */
  readonly path: string;
  readonly text: string;
}

export interface NewStory {
  readonly shelf: Shelf;
  readonly files: readonly WrittenFile[];
  /** The lane of events without a group. */
  readonly fallbackLane: string;
  /** What was chosen for the writer, in sentences. */
  readonly notes: readonly string[];
}

export interface StoryChoices {
  readonly fileName: string;
  /** The zone of hours; null if nobody has said. */
  readonly zone: string | null;
  /** The lane of events without a group, by its name; null if nobody has said. */
  readonly lane: string | null;
  /** The day on which the story is made, `YYYY-MM-DD`. */
  readonly today: string;
}

/** @throws RangeError if the file has no event: a story has no stretch of time without one. */
export function storyFromFound(found: Found, {fileName, zone, lane, today}: StoryChoices): NewStory {
  if (found.events.length === 0) throw new RangeError('a story needs an event, got none');
  const dates = [...found.events, ...found.eras].map(({date}) => edtfFromText(date));
  const first = dayText(Math.min(...dates.map(firstMs)));
  const last = dayText(Math.max(...dates.map(lastMs)));
  const title = found.title ?? fileName.replace(/\.\w+$/, '');
  const about = plainTextOfBlocks(found.blocks);
  const lanes = lanesOf(found, lane);
  const language = 'en';
  const written = {
    title,
    kicker: 'A timeline',
    // The deck may hold emphasis, so its signs have a meaning there.
    deck: about === '' ? `Made from ${oneLine(fileName)}.` : about.replace(/\*/g, '∗'),
    description: about === '' ? title : about,
    language,
    firstDay: dayText(Math.min(...found.events.map(({date}) => firstMs(edtfFromText(date))))),
    extent: `${first}/${last}`,
    zone: zone ?? 'UTC',
    zoneLabel: zone === null ? 'UTC' : zoneLabel(zone),
    updated: today,
    lanes,
  };
  const story: StoryEntry = {
    ...written,
    firstDay: edtfFromText(written.firstDay),
    extent: edtfFromText(written.extent),
    bracket: null, reels: [], measures: [], states: null,
  };
  const chapters = chaptersOf(found, title, written.extent);
  return {
    fallbackLane: lanes.find(({name}) => name.toLowerCase() === (lane ?? NO_GROUP).toLowerCase())?.id ?? lanes[0]!.id,
    shelf: {story, lanes, chapters: chapters.map(({id, title: name, date}) => ({id, title: name, date: edtfFromText(date)})), sources: [], actors: [], events: []},
    files: [
      {path: 'story.yaml', text: storyText(written, fileName)},
      ...chapters.map(({id, title: name, date, text}, i) => ({path: `chapters/${id}.mdx`, text: chapterText({title: name, order: i + 1, date}, text)})),
    ],
    notes: [
      'There was no story in this folder, so story.yaml was made from the file: write its `kicker`, `deck` and `description` in your own words, and check its `language`.',
      lanes.length > 1 ? 'Its lanes are the groups of the file: choose their names, shapes and colours there.' : 'It has one lane: add others there, with shapes and colours of their own.',
      found.eras.length > 0 ? 'Its chapters are the eras of the file.' : 'It has one chapter: make more in chapters/ and give each event its own.',
      ...(zone === null ? ['Its hours are in UTC, since no zone was named: `zone` and `zoneLabel` in story.yaml say another.'] : []),
    ],
  };
}

/** The lane of events without a group, where nobody has said another. */
const NO_GROUP = 'Events';

function lanesOf(found: Found, fallback: string | null): StoryEntry['lanes'] {
  const names = new Map<string, string>();
  const add = (name: string) => {
    const key = name.toLowerCase();
    if (!names.has(key)) names.set(key, name);
  };
  for (const {groups, own} of found.events) {
    const name = own.lane ?? groups[0] ?? fallback;
    add(name ?? NO_GROUP);
  }
  const ids = new Set<string>();
  return [...names.values()].map((name, i) => {
    const own = idFromTitle(name) || `lane-${i + 1}`;
    let id = own;
    for (let number = 2; ids.has(id); number++) id = `${own}-${number}`;
    ids.add(id);
    return {id, name, glyph: GLYPHS[i % GLYPHS.length]!, hue: HUES[(i + Math.floor(i / HUES.length)) % HUES.length]!, rows: 2};
  });
}

interface NewChapter {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
}

/** The eras in the order of time; one chapter for all where there are none. */
function chaptersOf(found: Found, title: string, extent: string): NewChapter[] {
  const about = mdxFromBlocks(found.blocks);
  const eras = found.eras.length > 0
    ? [...found.eras].sort((a, b) => firstMs(edtfFromText(a.date)) - firstMs(edtfFromText(b.date)) || (a.title < b.title ? -1 : 1))
    : [{title, date: extent}];
  const ids = new Set<string>();
  return eras.map(({title: name, date}, i) => {
    const own = idFromTitle(name) || `chapter-${i + 1}`;
    let id = own;
    for (let number = 2; ids.has(id); number++) id = `${own}-${number}`;
    ids.add(id);
    return {id, title: oneLine(name).slice(0, TITLE_MAX).toWellFormed(), date, text: i === 0 ? about : ''};
  });
}

/** `YYYY-MM-DD` of the day that holds an instant, years before our era as EDTF has them. */
function dayText(ms: number): string {
  const day = new Date(ms);
  return `${yearText(day.getUTCFullYear())}${day.toISOString().slice(-20, -14)}`;
}

/** The letters by which a zone is known, such as `PT`; its name where there are none. */
function zoneLabel(zone: string): string {
  const part = new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'shortGeneric'}).formatToParts(0).find(({type}) => type === 'timeZoneName');
  return part?.value ?? zone;
}
