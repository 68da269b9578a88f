/**
 * The ledger of one event: what bears on it and was public by its own day, and what came out after.
 *
 * Every row is found in the content. What bears on an event is: itself, if it became public late; the positions and big
 * figures in its body; and other events, as `bearing.ts` says. What merely happened later is no news about an event,
 * unless one of the two links to the other.
 */

import {byText} from '../../schema/by-text.ts';
import type {Content, EdtfDate, EventEntry, Weight} from '../../schema/content.ts';
import {WEIGHTS} from '../../schema/lists.ts';
import {bearingOn, bearingsOf} from './bearing.ts';
import {dateWords} from './day-words.ts';
import {isPublicOn} from './standing.ts';
import {DAY_MS} from './time.ts';
import {publicDayMs} from './timeline.ts';
import {datesWords} from './words/dates.ts';

export interface LedgerRow {
  /** What became public, in the content's own words. */
  readonly sentence: string;
  /** What it is one side of, and the ids of the actors who hold it; null where nobody disputes it. */
  readonly position: {readonly question: string; readonly by: readonly string[]} | null;
  /** Source ids. */
  readonly sources: readonly string[];
  /** When it became public, as written, and the start of that day. */
  readonly known: EdtfDate;
  readonly knownMs: number;
  /** The event it is about, if that is not the event whose ledger this is. */
  readonly event: string | null;
  /** "7 days on", counted from the last day the event can have been; null in what was known then. */
  readonly lag: string | null;
}

export interface Ledger {
  readonly then: readonly LedgerRow[];
  readonly later: readonly LedgerRow[];
}

/** More than this, and the reader looks at the timeline instead. */
export const MOST_ROWS = 6;

interface Candidate {
  readonly row: Omit<LedgerRow, 'lag'>;
  /** Among rows of one day: 0 is the event itself, 1 a part of its body, 2 a linked event, 3 any other. */
  readonly relation: 0 | 1 | 2 | 3;
  readonly weight: Weight;
  readonly entry: EventEntry | null;
}

/**
 * What was known then and what became known later, nearest to the event first, at most {@link MOST_ROWS} each.
 *
 * @throws RangeError if there is no such event.
 */
export function ledgerOf(content: Pick<Content, 'story' | 'events'>, eventId: string): Ledger {
  const {
    story: {zone, language},
    events,
  } = content;
  const bearings = bearingsOf(events, zone);
  const event = bearings.byId.get(eventId);
  if (event === undefined) throw new RangeError(`no event has the id ${eventId}`);
  const {entry, lastMs} = event;
  if (lastMs === null) return {then: [], later: []};

  const {common} = bearings;
  const candidates = [
    ...ownCandidates(entry, lastMs, zone),
    ...bearingOn(event, bearings).map(({other, relation}) => eventCandidate(other.entry, relation, zone)),
  ];
  const nearestFirst = candidates.sort(
    (a, b) =>
      Math.abs(a.row.knownMs - lastMs) - Math.abs(b.row.knownMs - lastMs) ||
      a.relation - b.relation ||
      WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) ||
      byText(a.row.event ?? '', b.row.event ?? ''),
  );
  const rows = withoutRepeats(nearestFirst, common);
  const isPublicThen = ({knownMs}: {readonly knownMs: number}) => isPublicOn(lastMs, knownMs);
  return {
    then: rows
      .filter(isPublicThen)
      .slice(0, MOST_ROWS)
      .map((row) => ({...row, lag: null})),
    later: rows
      .filter((row) => !isPublicThen(row))
      .slice(0, MOST_ROWS)
      .map((row) => ({...row, lag: lagWords((row.knownMs - lastMs) / DAY_MS, isExactDay(row.known), language)})),
  };
}

/**
 * How long after, in words: "1 day on", "13 days on", "3 weeks on", "About 5 weeks on", "About 4 months on".
 *
 * @param days - Whole days, at least 1.
 * @param isExact - Whether the later day is known for certain.
 */
export function lagWords(days: number, isExact: boolean, language: string): string {
  const words = datesWords(language);
  const about = (lag: string, isSaidExactly: boolean) => (isSaidExactly ? lag : words.about(lag));
  if (days < 14) return about(words.daysOn(days), isExact);
  if (days < 63) return about(words.weeksOn(Math.round(days / 7)), isExact && days % 7 === 0);
  const months = Math.round(days / 30.44);
  return words.about(months < 24 ? words.monthsOn(months) : words.yearsOn(Math.round(days / 365.25)));
}

/**
 * The day a row became public, for a narrow column: "17 Dec", "About 28 Dec", "December", and with its year,
 * "20 Mar 2013", where that is not one of the years the story's timeline shows.
 */
export function ledgerDay(
  {known, knownMs}: Pick<LedgerRow, 'known' | 'knownMs'>,
  {extent, zone, zoneLabel, language}: Content['story'],
): string {
  const words = dateWords(aboutWhereUncertain(known), 'within', {language, zone, zoneLabel, length: 'plain'});
  const day = words.replace(/,.*$/, '');
  const year = new Date(knownMs).getUTCFullYear();
  const isYearShown = [extent.earliestMs, extent.latestMs].some((ms) => ms !== null && new Date(ms).getUTCFullYear() === year);
  return isYearShown ? day.replace(/ -?\d{4}$/, '') : day;
}

/** An uncertain day is written as "about", as there is no room for more. */
function aboutWhereUncertain(date: EdtfDate): EdtfDate {
  if (date.precision === 'interval' || !date.start.uncertain) return date;
  return {...date, start: {...date.start, approximate: true, uncertain: false}};
}

/**
 * The sources that are with a body's first claim: those up to the end of its first row of citations, and all
 * of the event's where it has none. What <Later> holds is not part of the claim.
 */
export function firstCited({body, sources}: Pick<EventEntry, 'body' | 'sources'>): string[] {
  const claim = body.replace(/<Later\b[\s\S]*?<\/Later>|<Disagreement\b[\s\S]*?<\/Disagreement>|<BigFigure\b[^>]*\/>/g, '');
  const cited: string[] = [];
  let rowEnd: number | null = null;
  for (const {0: tag, 1: name, 2: source, index} of claim.matchAll(/<(Cite|Quote)\b[^>]*?\ssource="([^"]*)"[^>]*>/g)) {
    if (rowEnd !== null && (name !== 'Cite' || claim.slice(rowEnd, index).trim() !== '')) break;
    cited.push(source!);
    if (name === 'Cite') rowEnd = index + tag.length;
  }
  return [...new Set(cited.length > 0 ? cited : sources.map(({id}) => id))];
}

/** What the event's own page holds: itself if it came out late, the positions, and figures with a day of their own. */
function ownCandidates(event: EventEntry, lastMs: number, zone: string): Candidate[] {
  const isLate = publicDayMs(event.known, zone) > lastMs;
  const part = (row: Omit<LedgerRow, 'lag' | 'knownMs' | 'event'>): Candidate => ({
    row: {...row, knownMs: publicDayMs(row.known, zone), event: null},
    relation: 1,
    weight: event.weight,
    entry: null,
  });
  const itself = eventCandidate(event, 0, zone);
  return [
    ...(isLate ? [{...itself, row: {...itself.row, event: null}}] : []),
    ...event.disagreements.flatMap(({question, positions}) =>
      positions.map(({says, text, by, sources, known}) =>
        part({sentence: text === '' ? ended(says) : `${ended(says)} ${text}`, position: {question, by}, sources, known}),
      ),
    ),
    ...event.bigFigures.flatMap(({value, note, source, known}) =>
      known === null ? [] : [part({sentence: ended(`${value} ${note}`), position: null, sources: source === null ? [] : [source], known})],
    ),
  ];
}

function eventCandidate(entry: EventEntry, relation: Candidate['relation'], zone: string): Candidate {
  const row = {
    sentence: ended(entry.title),
    position: null,
    sources: firstCited(entry),
    known: entry.known,
    knownMs: publicDayMs(entry.known, zone),
    event: entry.id,
  };
  return {row, relation, weight: entry.weight, entry};
}

/** Drops rows that say what a nearer or fuller one says; a position gives way to the event in which its holder took it. */
function withoutRepeats(candidates: readonly Candidate[], common: ReadonlySet<string>): Omit<LedgerRow, 'lag'>[] {
  const sentences = new Set<string>();
  return candidates
    .filter(
      ({row}) => row.position === null || !candidates.some((other) => other.entry !== null && tells(other.entry, other.row, row, common)),
    )
    .map(({row}) => row)
    .filter(({sentence}) => !sentences.has(sentence) && sentences.add(sentence));
}

function tells(
  entry: EventEntry,
  told: Candidate['row'],
  {position, knownMs, sources}: Candidate['row'],
  common: ReadonlySet<string>,
): boolean {
  return (
    position !== null &&
    position.by.length > 0 &&
    told.knownMs === knownMs &&
    position.by.every((actor) => entry.actors.includes(actor) && !common.has(actor)) &&
    sources.every((source) => entry.sources.some(({id}) => id === source))
  );
}

function isExactDay({precision, start, end}: EdtfDate): boolean {
  const isLoose = [start, end].some(({approximate, uncertain}) => approximate || uncertain);
  return !isLoose && (precision === 'day' || precision === 'time');
}

function ended(text: string): string {
  return /[.!?]["”’]?$/.test(text) ? text : `${text}.`;
}
