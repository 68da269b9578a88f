/** Reads what can be searched out of the feed, so that nothing is fetched for it. */
import {isPublicOn} from '../../model/known.ts';
import {msFromIsoDay} from '../../model/time.ts';
import type {Timeline} from '../../model/timeline.ts';
import type {EventText} from './search.ts';

export interface FeedText extends EventText {
  /** "Day 24", "Days 27–28". */
  readonly day: string;
  /** The first paragraph. */
  readonly summary: string;
  /** Ids of those named beside it. */
  readonly actors: readonly string[];
}

/** Numbers of sources, and the day a later part became known. */
const NOT_SEARCHED = '.cite, .later-mark';
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/**
 * @param knownDayMs - Start of the day of Known then, whose text holds nothing public later; null for all.
 */
export function textsOfFeed(feed: ParentNode, timeline: Timeline, knownDayMs: number | null): FeedText[] {
  const entries = new Map([...feed.querySelectorAll('[data-event]')].map((entry) => [entry.getAttribute('data-event'), entry]));
  return timeline.events.map(({id, title, label}) => {
    const entry = entries.get(id);
    const read = (selector: string) => (entry ? wordsIn([...entry.querySelectorAll(selector)], knownDayMs) : '');
    return {
      id,
      title,
      label,
      body: read('.entry-text > .prose > *, .entry-aside'),
      who: read('.entry-meta dd:not(:last-child)'),
      sources: read('.entry-meta dd:last-child'),
      day: read('.entry-day'),
      actors: [...(entry?.querySelectorAll('[data-actor]') ?? [])].filter((actor) => !isLater(actor, knownDayMs)).map((actor) => actor.getAttribute('data-actor')!),
      summary: entry ? wordsIn([...entry.querySelectorAll('.prose p')].slice(0, 1), knownDayMs) : '',
    };
  });
}

function wordsIn(elements: readonly Element[], knownDayMs: number | null): string {
  const words: string[] = [];
  const read = (node: Node) => {
    if (node.nodeType === TEXT_NODE) words.push(node.nodeValue!);
    if (node.nodeType !== ELEMENT_NODE) return;
    const element = node as Element;
    if (element.matches(NOT_SEARCHED)) return;
    if (isLater(element, knownDayMs)) return void words.push(thenWords(element));
    // Blocks are apart on the page and must not run into one word.
    const gap = element.matches('p, li, dd, div') ? ' ' : '';
    words.push(gap);
    element.childNodes.forEach(read);
    words.push(gap);
  };
  elements.forEach(read);
  return words.join('').replace(/\s+/g, ' ').trim();
}

/** What stands in the place of a part that was not public yet, but for a source, of which there is nothing to find. */
function thenWords(element: Element): string {
  return element.hasAttribute('data-source') ? '' : (element.getAttribute('data-then') ?? '');
}

/** What was not public yet. */
function isLater(element: Element, knownDayMs: number | null): boolean {
  const day = element.getAttribute('data-known');
  return knownDayMs !== null && day !== null && !isPublicOn(knownDayMs, msFromIsoDay(day));
}
