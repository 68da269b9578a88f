/** A story for a file that is imported into an empty folder: its lanes are the file's groups, its chapters the eras. */
import type {PlannedFile} from '../../reading/list-files.ts';
import type {StoryEntry} from '../../schema/content.ts';
import {edtfFromText, firstMs, lastMs} from '../../schema/dates.ts';
import {RAIL_NAME_MAX, TITLE_MAX} from '../../schema/field-kinds.ts';
import {isPartOfPage} from '../../schema/ids.ts';
import {GLYPHS, HUES} from '../../schema/lists.ts';
import type {Inventory} from '../inventory.ts';
import {freeName, idFromTitle} from '../names.ts';
import {oneLine} from '../safe-text.ts';
import {cutToWords} from './cut.ts';
import {yearText} from './date-parts.ts';
import {chapterText, storyText} from './file-text.ts';
import type {Found} from './found.ts';
import {mdxFromBlocks, plainTextOfBlocks} from './prose.ts';

/** How much fits, in characters. */
const DECK_MAX = 400;
const DESCRIPTION_MAX = 300;
const ZONE_LABEL_MAX = 8;

export interface NewStory {
  readonly inventory: Inventory;
  readonly files: readonly PlannedFile[];
  /** The lane of events without a group. */
  readonly fallbackLane: string;
  /** The ids of the lanes by the groups they were made for, in small letters. */
  readonly lanesByGroup: ReadonlyMap<string, string>;
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
  const startMs = Math.min(...dates.map(firstMs));
  const first = dayText(startMs);
  const last = dayText(Math.max(...dates.map(lastMs)));
  const whole = found.title ?? fileName.replace(/\.\w+$/, '');
  const title = cutToWords(whole, TITLE_MAX);
  const about = plainTextOfBlocks(found.blocks);
  const {lanes, byGroup} = lanesOf(found, lane);
  const language = 'en';
  const written = {
    title,
    kicker: 'A timeline',
    // The deck may hold emphasis, so its signs have a meaning there.
    deck: cutToWords(about === '' ? `Made from ${oneLine(fileName)}.` : about.replace(/\*/g, '∗'), DECK_MAX),
    description: cutToWords(about === '' ? title : about, DESCRIPTION_MAX),
    language,
    firstDay: dayText(Math.min(...found.events.map(({date}) => firstMs(edtfFromText(date))))),
    extent: `${first}/${last}`,
    zone: zone ?? 'UTC',
    zoneLabel: zone === null ? 'UTC' : zoneLabel(zone),
    // A story of days to come begins with its first.
    updated: startMs > firstMs(edtfFromText(today)) ? first : today,
    lanes,
  };
  const story: StoryEntry = {
    ...written,
    firstDay: edtfFromText(written.firstDay),
    extent: edtfFromText(written.extent),
    bracket: null,
    opening: null,
    replay: null,
    zones: [],
    author: null,
    publisher: null,
    reels: [],
    synonyms: [],
    measures: [],
    states: null,
  };
  const chapters = chaptersOf(found, title, written.extent);
  return {
    fallbackLane: byGroup.get((lane ?? NO_GROUP).toLowerCase()) ?? lanes[0]!.id,
    lanesByGroup: byGroup,
    inventory: {
      story,
      lanes,
      chapters: chapters.map(({id, title: name, date}) => ({id, title: name, date: edtfFromText(date)})),
      sources: [],
      actors: [],
      events: [],
    },
    files: [
      {path: 'story.yaml', text: storyText(written, fileName)},
      ...chapters.map(({id, title: name, date, text}, i) => ({
        path: `chapters/${id}.mdx`,
        text: chapterText({title: name, order: i + 1, date}, text),
      })),
    ],
    notes: [
      ...(title === whole ? [] : [`The title was cut to ${TITLE_MAX} characters: ${whole}`]),
      'There was no story in this folder, so story.yaml was made from the file: ' +
        'write its `kicker`, `deck` and `description` in your own words, and check its `language`.',
      lanes.length > 1
        ? 'Its lanes are the groups of the file: choose their names, shapes and colours there.'
        : 'It has one lane: add others there, with shapes and colours of their own.',
      found.eras.length > 0
        ? 'Its chapters are the eras of the file.'
        : 'It has one chapter: make more in chapters/ and give each event its own.',
      ...(zone === null ? ['Its hours are in UTC, since no zone was named: `zone` and `zoneLabel` in story.yaml say another.'] : []),
    ],
  };
}

/** The lane of events without a group, where nobody has said another. */
const NO_GROUP = 'Events';

function lanesOf(found: Found, fallback: string | null): {lanes: StoryEntry['lanes']; byGroup: Map<string, string>} {
  const names = new Map<string, string>();
  for (const {groups, own} of found.events) {
    const name = own.lane ?? groups[0] ?? fallback ?? NO_GROUP;
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  const byGroup = new Map<string, string>();
  const ids = new Set<string>();
  const shown = new Set<string>();
  const lanes = [...names].map(([key, whole], i) => {
    const id = freeName(idFromTitle(whole) || `lane-${i + 1}`, (other) => ids.has(other));
    // Two long names may be the same once they are cut.
    const isFree = whole.length <= RAIL_NAME_MAX && !shown.has(key);
    const name = isFree ? whole : freeName(cutToWords(whole, RAIL_NAME_MAX - 4), (other) => shown.has(other.toLowerCase()), ' ');
    ids.add(id);
    shown.add(name.toLowerCase());
    byGroup.set(key, id);
    return {id, name, glyph: GLYPHS[i % GLYPHS.length]!, hue: HUES[(i + Math.floor(i / HUES.length)) % HUES.length]!, rows: 2};
  });
  return {lanes, byGroup};
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
  const eras =
    found.eras.length > 0
      ? [...found.eras].sort((a, b) => firstMs(edtfFromText(a.date)) - firstMs(edtfFromText(b.date)) || (a.title < b.title ? -1 : 1))
      : [{title, date: extent}];
  const ids = new Set<string>();
  return eras.map(({title: name, date}, i) => {
    const id = freeName(idFromTitle(name) || `chapter-${i + 1}`, (other) => ids.has(other) || isPartOfPage(other));
    ids.add(id);
    return {id, title: cutToWords(oneLine(name), TITLE_MAX), date, text: i === 0 ? about : ''};
  });
}

/** `YYYY-MM-DD` of the day that holds an instant, years before our era as EDTF has them. */
function dayText(ms: number): string {
  const day = new Date(ms);
  return `${yearText(day.getUTCFullYear())}${day.toISOString().slice(-20, -14)}`;
}

/** The letters by which a zone is known, such as `PT`; its hours from UTC where there are none. */
function zoneLabel(zone: string): string {
  const name = (style: 'shortGeneric' | 'shortOffset') =>
    new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: style}).formatToParts(0).find(({type}) => type === 'timeZoneName')
      ?.value ?? zone;
  const names = [name('shortGeneric'), name('shortOffset'), name('shortOffset').replace('GMT', '')];
  return names.find((label) => label.length <= ZONE_LABEL_MAX) ?? 'local';
}
