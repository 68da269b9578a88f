/**
 * What search engines read of a page, in the words of schema.org. A page is an article about the sources' claims, and its
 * name is the event's title, which says whose claim it is; nothing here states more than that.
 */
import type {ActorEntry, Content, EdtfDate, EventEntry, SourceEntry} from '../schema/content.ts';
import {WORDS_LICENCE} from '../story/licence.ts';
import {entryById, inOrderOfNumbers, restingOn} from '../story/lookup.ts';
import {eventCardPath, STORY_CARD} from './card/paths.ts';

type AddressOf = (path: string) => string;

/** A page that has no subject of its own. */
export interface PageOfSite {
  readonly title: string;
  readonly description: string;
  /** From the site's root. */
  readonly path: string;
}

/** The story as an article that rests on its sources. */
export function storyJsonLd(content: Content, addressOf: AddressOf): object {
  const {story, sources, events, actors} = content;
  const address = addressOf('/');
  const named = new Set(events.flatMap((event) => event.actors));
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': address,
    url: address,
    headline: `${story.title}: ${story.kicker}`,
    description: story.description,
    inLanguage: story.language,
    dateModified: story.updated,
    license: WORDS_LICENCE.url,
    isAccessibleForFree: true,
    ...madeBy(story),
    temporalCoverage: story.extent.text,
    image: addressOf(STORY_CARD),
    about: {'@type': 'Thing', name: story.kicker},
    mentions: actors.filter(({id}) => named.has(id)).map(mentioned),
    ...correctionsOf(events),
    citation: sources.filter(({id}) => restingOn(events, id).length > 0).map(citationOf),
  };
}

/** An event's page as a part of the story. */
export function eventJsonLd(content: Content, event: EventEntry, addressOf: AddressOf): object {
  const {story, sources, actors} = content;
  const address = addressOf(`/events/${event.id}/`);
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': address,
    url: address,
    headline: event.title,
    description: event.summary,
    inLanguage: story.language,
    dateModified: story.updated,
    license: WORDS_LICENCE.url,
    isAccessibleForFree: true,
    ...madeBy(story),
    // Dates that may be several are left to the text: schema.org has no word for doubt.
    ...(isSure(event.date) ? {temporalCoverage: event.date.text} : {}),
    image: addressOf(eventCardPath(event.id)),
    isPartOf: storyReference(content, addressOf),
    about: {'@type': 'Thing', name: story.kicker},
    mentions: event.actors.map((id) => mentioned(entryById(actors, id))),
    ...correctionsOf([event]),
    citation: inOrderOfNumbers(sources, event.sources).map(({id}) => citationOf(entryById(sources, id))),
  };
}

export function pageJsonLd(content: Pick<Content, 'story'>, {title, description, path}: PageOfSite, addressOf: AddressOf): object {
  const address = addressOf(path);
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': address,
    url: address,
    name: title,
    description,
    inLanguage: content.story.language,
    license: WORDS_LICENCE.url,
    isPartOf: storyReference(content, addressOf),
  };
}

/** Data that is safe inside a page: no text in it can end its element. */
export function scriptData(data: object): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}

/** Who wrote and published the story, as far as it says so. */
function madeBy({author, publisher}: Pick<Content['story'], 'author' | 'publisher'>): object {
  return {
    ...(author === null ? {} : {author: {'@type': 'Person', name: author}}),
    ...(publisher === null
      ? {}
      : {publisher: {'@type': 'Organization', name: publisher.name, ...(publisher.url === null ? {} : {url: publisher.url})}}),
  };
}

function storyReference({story}: Pick<Content, 'story'>, addressOf: AddressOf): object {
  return {'@type': 'Article', '@id': addressOf('/'), url: addressOf('/'), headline: story.title};
}

function mentioned({name, kind, role}: ActorEntry): object {
  return {'@type': kind === 'person' ? 'Person' : 'Organization', name, description: role};
}

function correctionsOf(events: readonly EventEntry[]): object {
  const corrections = events.flatMap((event) => event.corrections);
  if (corrections.length === 0) return {};
  return {correction: corrections.map(({date, text}) => ({'@type': 'CorrectionComment', text, ...publishedOn(date)}))};
}

function citationOf({headline, publisher, author, published, url, language}: SourceEntry): object {
  return {
    '@type': 'Article',
    headline,
    publisher: {'@type': 'Organization', name: publisher},
    ...(author === null ? {} : {author: {'@type': 'Person', name: author}}),
    ...publishedOn(published),
    inLanguage: language,
    ...(url === null ? {} : {url}),
  };
}

/** A day that is known for certain, or nothing. */
function publishedOn(date: EdtfDate): object {
  return date.precision === 'day' && isSure(date) ? {datePublished: date.text} : {};
}

function isSure({start, end}: EdtfDate): boolean {
  return [start, end].every(({approximate, uncertain, bound}) => !approximate && !uncertain && bound === 'closed');
}
