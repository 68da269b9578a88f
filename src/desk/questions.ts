/** What an editor asks of the whole story, and the answers. */
import {countedWords} from '../problems/counted-words.ts';
import type {Content, EventEntry} from '../schema/content.ts';
import {edtfFromText} from '../schema/dates.ts';
import {dayStyle, entryById} from '../story/lookup.ts';
import {isDateUncertain, isKnownLater} from '../story/signs.ts';
import {timelineOf} from '../story/stage-scene.ts';
import {dateWords, endDayMs, eventDateWords, isoDay, startDayMs} from '../timeline/model/day-words.ts';
import {DAY_MS} from '../timeline/model/time.ts';
import {publicDayMs} from '../timeline/model/timeline.ts';
import {lookInWords, unnamedLandmarks} from './looks.ts';

export interface Answer {
  /** The event it is about; null where it is about none. */
  readonly event: EventEntry | null;
  /** The file to open, from the content folder, or null. */
  readonly file: string | null;
  readonly title: string;
  readonly words: string;
}

export interface Question {
  readonly id: string;
  readonly title: string;
  /** What an answer means, in a sentence. */
  readonly why: string;
  readonly answers: readonly Answer[];
}

export function editorQuestions(content: Content): Question[] {
  const {story, events, sources} = content;
  const style = dayStyle(story);
  const plain = dayStyle(story, 'plain');
  const about = (event: EventEntry, words: string): Answer => ({event, file: event.file, title: event.title, words});
  return [
    {
      id: 'one-source',
      title: 'Events without a second source',
      why: 'What one source says alone can be wrong with nobody to notice.',
      answers: events
        .filter((event) => event.sources.length < 2)
        .map((event) =>
          about(event, event.sources.length === 0 ? 'No source.' : `${event.sources.map(({id}) => sourceName(sources, id)).join('')}.`),
        ),
    },
    {
      id: 'uncertain',
      title: 'Uncertain dates',
      why: 'Each is drawn as doubt. A note under `dating` tells readers how far it can be trusted.',
      answers: events
        .filter(isDateUncertain)
        .map((event) => about(event, `${eventDateWords(event, events, style)}. ${event.dating ?? 'No note says how it was found.'}`)),
    },
    {
      id: 'later',
      title: 'Known later',
      why: 'The replay keeps these from its readers until the day they became public.',
      answers: events
        .filter((event) => isKnownLater(event, story.zone))
        .map((event) =>
          about(
            event,
            `Public on ${dateWords(event.known, 'within', plain)}, ${countedWords(daysLater(event, story.zone), 'day')} after it was over.`,
          ),
        ),
    },
    {
      id: 'disagree',
      title: 'Disagreements that are open',
      why: 'Readers see the versions side by side, unranked. A later source may settle one.',
      answers: events.flatMap((event) =>
        event.disagreements.map(({question, positions}) =>
          about(event, `${question} ${positions.map(({says}) => `“${says}”`).join(' or ')}.`),
        ),
      ),
    },
    {
      id: 'empty-days',
      title: 'Days with no event',
      why: 'Quiet, or not researched yet. An event of unknown day counts for all the days it may be.',
      answers: emptyDays(content).map(({fromMs, toMs}) => ({
        event: null,
        file: null,
        title: dateWords(edtfFromText(fromMs === toMs ? isoDay(fromMs) : `${isoDay(fromMs)}/${isoDay(toMs)}`), 'throughout', style),
        words: countedWords((toMs - fromMs) / DAY_MS + 1, 'day'),
      })),
    },
    {
      id: 'idle-sources',
      title: 'Sources that support nothing',
      why: 'They are in the list of sources, and no event names them under `sources`.',
      answers: sources
        .filter(({id}) => !events.some((event) => event.sources.some((use) => use.id === id)))
        .map(({file, publisher, headline}) => ({event: null, file, title: headline, words: `${publisher}.`})),
    },
    {
      id: 'landmarks',
      title: 'Landmarks without their label at full zoom-out',
      why: 'On a window of 1440 pixels, with the whole story in view. A shorter `short` may fit.',
      answers: unnamedLandmarks(timelineOf(content)).map(({event, look}) => about(entryById(events, event.id), lookInWords(look))),
    },
  ];
}

/**
 * Stretches of whole days on which nothing happens, from the story's first day to its last event.
 * Of what went on for days, only the day it began counts.
 *
 * @returns First and last day of each, as the midnights that begin them.
 */
export function emptyDays({story, events}: Pick<Content, 'story' | 'events'>): {fromMs: number; toMs: number}[] {
  const {zone} = story;
  const taken = new Set<number>();
  let lastMs = -Infinity;
  for (const {date, happened} of events) {
    const start = startDayMs(date, zone) ?? endDayMs(date, zone);
    if (start === null) continue;
    const isOneMoment = date.precision !== 'interval' || happened === 'within';
    const end = isOneMoment ? (endDayMs(date, zone) ?? start) : start;
    for (let day = start; day <= end; day += DAY_MS) taken.add(day);
    lastMs = Math.max(lastMs, end);
  }
  const stretches: {fromMs: number; toMs: number}[] = [];
  for (let day = story.firstDay.earliestMs!; day <= lastMs; day += DAY_MS) {
    if (taken.has(day)) continue;
    const last = stretches.at(-1);
    if (last && last.toMs === day - DAY_MS) last.toMs = day;
    else stretches.push({fromMs: day, toMs: day});
  }
  return stretches;
}

function daysLater({date, known}: EventEntry, zone: string): number {
  return (publicDayMs(known, zone) - (endDayMs(date, zone) ?? startDayMs(date, zone))!) / DAY_MS;
}

function sourceName(sources: Content['sources'], id: string): string {
  const {publisher, headline} = entryById(sources, id);
  return `${publisher}: ${headline}`;
}
