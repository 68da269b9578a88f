import type {Content, EventEntry} from '../schema/content.ts';
import {edtfFromText} from '../schema/dates.ts';
import {WORDS_LICENCE} from '../story/licence.ts';
import {dayStyle, entryById, eventsOfChapter} from '../story/lookup.ts';
import {dateWords, eventDateWords} from '../timeline/model/day-words.ts';
import {exitWords} from '../timeline/model/words/exits.ts';
import {entryWords, siteWords} from '../timeline/model/words/pages.ts';
import {EXITS} from './exits.ts';
import {paragraphsOf} from './paragraphs.ts';

/**
 * The events as Markdown, chapter by chapter, for programs that read text: what happened, when, when it became public,
 * how sure it is, and who says so.
 *
 * @param addressOf - The full address of a path of this site, such as `/events/the-landing/`.
 * @see https://llmstxt.org/
 */
export function llmsTxt(content: Content, addressOf: (path: string) => string): string {
  const {story, chapters, events} = content;
  const words = exitWords(story.language);
  const updated = dateWords(edtfFromText(story.updated), 'throughout', dayStyle(story, 'plain'));
  const lines = [
    `# ${markdown(story.title)}`,
    `> ${markdown(story.description)}`,
    [markdown(words.licence(WORDS_LICENCE.name)), words.readAs, siteWords(story.language).updated(updated)]
      .join(' ')
      .replace(/(?<!\.)$/, '.'),
    ...chapters.flatMap(({id, title, text}) => [
      `## ${markdown(title)}`,
      ...(text === '' ? [] : [markdown(text)]),
      ...eventsOfChapter(events, id).flatMap((event) => eventLines(event, content, addressOf)),
    ]),
    `## ${words.elsewhere}`,
    EXITS.map(({id, path}) => `- [${words.names[id]}](${addressOf(path)})`).join('\n'),
  ];
  return `${lines.join('\n\n')}\n`;
}

function eventLines(event: EventEntry, content: Content, addressOf: (path: string) => string): string[] {
  const {story, events, sources} = content;
  const words = exitWords(story.language);
  const plain = dayStyle(story, 'plain');
  const facts = [
    words.when(eventDateWords(event, events, dayStyle(story, 'long'))),
    words.known(dateWords(event.known, 'within', plain)),
    words.status(entryWords(story.language).statuses[event.status].name),
    words.lane(entryById(story.lanes, event.lane).name),
    ...(event.dating === null ? [] : [words.dating(event.dating)]),
    ...event.corrections.map(({date, text}) => words.corrected(dateWords(date, 'throughout', plain), text)),
  ];
  const cited = event.sources.map(({id, supports}) => {
    const {publisher, published, headline, url} = entryById(sources, id);
    const line = markdown(words.sourceLine(publisher, dateWords(published, 'within', plain), headline));
    return `- ${url === null ? line : `[${line}](${url})`}: ${markdown(supports)}`;
  });
  return [
    `### [${markdown(event.title)}](${addressOf(`/events/${event.id}/`)})`,
    facts.map((fact) => `- ${markdown(fact)}`).join('\n'),
    ...paragraphsOf(event, content).map(markdown),
    `${words.sources}:`,
    cited.join('\n'),
  ];
}

/** A text that stays what it is where Markdown is read. */
function markdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>]/g, '\\$&')
    .replace(/^([#+-]|\d+[.)])(?=\s)/, '\\$1');
}
