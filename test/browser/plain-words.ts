/** Words of a file and words of a page, made comparable. */
import type {WrittenEvent} from './site.ts';

/** Words as they are compared: without quotation marks, whose kind depends on what is around them. */
export function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/["'“”„‘’ʼ]/g, '')
    .replace(/[\s\u00a0\u202f\u200b]+/g, ' ')
    .toLowerCase();
}

/** The longest stretch of a body that holds no markup, which a page must show word for word. */
export function longestPlainStretch(body: string): string {
  const stretches = plainWords(body.replace(/<[^>]*>|["“”]/g, '|')).split(/[|*_[\](){}<>#`–—…-]+/);
  return stretches
    .map((stretch) => stretch.replace(/^[\s.,;:]+/, '').trim())
    .reduce((longest, stretch) => (stretch.length > longest.length ? stretch : longest), '');
}

/** Titles and texts of events that a page does not show. */
export function missingFrom(shown: string, events: readonly WrittenEvent[]): string[] {
  return events.flatMap(({id, title, body}) => [
    ...(shown.includes(plainWords(title.replace(/[*_]/g, ''))) ? [] : [`${id}: its title`]),
    ...(shown.includes(longestPlainStretch(body)) ? [] : [`${id}: "${longestPlainStretch(body)}"`]),
  ]);
}
