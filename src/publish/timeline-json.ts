import type {Content, EdtfDate, EventEntry} from '../schema/content.ts';
import {inlineParts} from '../story/inline-markdown.ts';
import {WORDS_LICENCE} from '../story/licence.ts';
import {bodyHtml} from './body-html.ts';
import {paragraphsOf} from './paragraphs.ts';

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
    kicker: story.kicker,
    deck: inlineParts(story.deck)
      .map(({text}) => text)
      .join(''),
    description: story.description,
    language: story.language,
    url: addressOf('/'),
    license: WORDS_LICENCE.url,
    // A build has no clock: the same content gives the same file.
    generated: null,
    author: story.author,
    publisher: story.publisher,
    updated: story.updated,
    firstDay: story.firstDay.text,
    extent: story.extent.text,
    zone: story.zone,
    zoneLabel: story.zoneLabel,
    bracket: story.bracket && {label: story.bracket.label, date: story.bracket.date.text},
    lanes: story.lanes.map(({id, name, glyph, hue}) => ({id, name, glyph, hue})),
    measures: story.measures,
    states: story.states && {name: story.states.name, items: story.states.items.map(({date, ...state}) => ({...state, date: date.text}))},
    chapters: chapters.map(({id, title, date, text}) => ({id, title, date: date.text, summary: text})),
    sources: sources.map(({published, file: _file, ...source}, i) => ({...source, number: i + 1, published: published.text})),
    actors: actors.map(({id, name, kind, role}) => ({id, name, kind, role})),
    events: events.map((event) => eventJson(event, content, addressOf)),
  };
}

function eventJson(event: EventEntry, content: Content, addressOf: (path: string) => string): object {
  const {id, title, label, short, summary, date, happened, order, known, lane, chapter, weight, status, actors, sources} = event;
  return {
    id,
    url: addressOf(`/events/${id}/`),
    title,
    label,
    short,
    summary,
    text: paragraphsOf(event, content).join('\n\n'),
    html: bodyHtml(event, content, addressOf),
    date: date.text,
    earliest: instant(date.earliestMs),
    latest: instant(date.latestMs),
    precision: date.precision,
    happened,
    order,
    dating: event.dating,
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
    quotes: event.quotes,
    bigFigures: event.bigFigures.map((figure) => ({...figure, known: textOf(figure.known)})),
    corrections: event.corrections.map((correction) => ({...correction, date: correction.date.text})),
    links: event.links,
    keywords: event.keywords,
  };
}

function textOf(date: EdtfDate | null): string | null {
  return date?.text ?? null;
}

function instant(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
