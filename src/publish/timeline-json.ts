import type {Content, EventEntry} from '../schema/content.ts';
import {WORDS_LICENCE} from '../story/licence.ts';

/**
 * The whole story for other programs, dates as EDTF text beside the instants they can mean.
 *
 * @param addressOf - The full address of a path of this site, such as `/events/eagle-lands/`.
 * @returns What `JSON.stringify` turns into the same bytes for the same content.
 */
export function timelineJson(content: Content, addressOf: (path: string) => string): object {
  const {story, chapters, events, sources, actors} = content;
  return {
    $schema: addressOf('/timeline.schema.json'),
    title: story.title,
    license: WORDS_LICENCE.url,
    // A build has no clock: the same content gives the same file.
    generated: null,
    lanes: story.lanes.map(({id, name}) => ({id, name})),
    measures: story.measures,
    chapters: chapters.map(({id, title, date, text}) => ({id, title, date: date.text, summary: text})),
    sources: sources.map(({published, file: _file, ...source}, i) => ({...source, number: i + 1, published: published.text})),
    actors: actors.map(({id, name, kind, role}) => ({id, name, kind, role})),
    events: events.map((event) => eventJson(event, addressOf)),
  };
}

function eventJson(event: EventEntry, addressOf: (path: string) => string): object {
  const {id, title, label, summary, date, known, lane, chapter, weight, status, actors, sources} = event;
  return {
    id,
    url: addressOf(`/events/${id}/`),
    title,
    label,
    summary,
    date: date.text,
    earliest: instant(date.earliestMs),
    latest: instant(date.latestMs),
    precision: date.precision,
    known: known.text,
    lane,
    chapter,
    weight,
    status,
    actors,
    sources,
    figures: event.figures.map(({asOf, ...figure}) => ({...figure, asOf: asOf.text})),
    disagreements: event.disagreements.map(({question, positions}) => ({
      question,
      positions: positions.map((position) => ({...position, known: position.known.text})),
    })),
  };
}

function instant(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
