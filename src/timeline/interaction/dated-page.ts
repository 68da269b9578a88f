/** What of the page around the stage has a day: entries, parts of them, heads of chapters, and links to these. */
import {groupBy} from '../model/group-by.ts';
import type {EventClocks} from '../model/standing.ts';
import {msFromIsoDay} from '../model/time.ts';

const ENTRY = 'li[data-event]';
const CHAPTER_HEAD = '.chapter-head';
const LISTED_SOURCE = '.all-sources [data-source]';

/** An entry of the feed, with the starts of the days on which the state of its event changes. */
export interface Entry extends EventClocks {
  readonly element: HTMLElement;
}

/** A part of the page that can be taken out of it. */
export interface Part {
  readonly element: HTMLElement;
  readonly knownMs: number;
  /** The entry, or the head of the chapter, that a reader may open before its day, or null. */
  readonly opens: HTMLElement | null;
  /** The text shown instead; null for nothing. */
  readonly then: string | null;
}

/** A link, with what it leads to while that is not public. */
export interface PageLink {
  readonly element: HTMLElement;
  readonly knownMs: number;
  readonly href: string;
  readonly label: string | null;
  readonly opens: HTMLElement | null;
  /** Null for words that lead nowhere. */
  readonly hrefThen: string | null;
  readonly labelThen: string | null;
}

export interface DatedPage {
  readonly entries: readonly Entry[];
  readonly heads: readonly HTMLElement[];
  readonly parts: readonly Part[];
  readonly partsOfHead: ReadonlyMap<HTMLElement, readonly Part[]>;
  readonly links: readonly PageLink[];
  /** Of each source in the list at the page's foot, the start of the day from which it may be there. */
  readonly listedMs: readonly number[];
  /** Says how many of them are left out. */
  readonly sourcesLater: HTMLElement | null;
}

/** @param citationThen - The name of a link to a source that is not public yet. */
export function datedPage(root: Document, citationThen: (number: string) => string): DatedPage {
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const parts = all(`[data-known]:not(${ENTRY})`).map(partOf);
  return {
    entries: all(`${ENTRY}[data-known]`).map((element): Entry => ({
      element,
      knownMs: dayOf(element, 'known')!,
      happenedMs: dayOf(element, 'happened'),
    })),
    heads: all(CHAPTER_HEAD),
    parts,
    partsOfHead: groupBy(
      parts.filter(({opens}) => opens?.matches(CHAPTER_HEAD)),
      ({opens}) => opens!,
    ),
    links: linksOf(root, citationThen),
    listedMs: all(LISTED_SOURCE).map((line) => dayOf(line, 'known')!),
    sourcesLater: root.querySelector<HTMLElement>('[data-part="sources-later"]'),
  };
}

/** The start of the day in an element's `data-known` or `data-happened`; null where it has none. */
function dayOf(element: HTMLElement, clock: 'known' | 'happened'): number | null {
  const day = element.dataset[clock];
  return day === undefined ? null : msFromIsoDay(day);
}

function partOf(element: HTMLElement): Part {
  return {
    element,
    knownMs: dayOf(element, 'known')!,
    opens: element.closest<HTMLElement>(`${ENTRY}, ${CHAPTER_HEAD}`),
    then: element.dataset['then'] ?? null,
  };
}

/** The links that name an event, a chapter or a source of the page, with its day. */
function linksOf(root: Document, citationThen: (number: string) => string): PageLink[] {
  const places = new Map<string, Pick<PageLink, 'knownMs' | 'hrefThen'>>();
  for (const entry of root.querySelectorAll<HTMLElement>(`${ENTRY}[data-known]`))
    places.set(`#${entry.id}`, {knownMs: dayOf(entry, 'known')!, hrefThen: null});
  for (const head of root.querySelectorAll<HTMLElement>(CHAPTER_HEAD)) {
    const knownMs = dayOf(head.querySelector('h2')!, 'known');
    if (knownMs !== null) places.set(`#${head.parentElement!.id}`, {knownMs, hrefThen: `#${head.id}`});
  }
  const sources = new Map<string, number>();
  for (const line of root.querySelectorAll<HTMLElement>(LISTED_SOURCE)) sources.set(`#${line.dataset['source']!}`, dayOf(line, 'known')!);
  return [...root.querySelectorAll<HTMLElement>('.feed a[href*="#"]')].flatMap((element): PageLink[] => {
    const href = element.getAttribute('href')!;
    const label = element.getAttribute('aria-label');
    const opens = element.closest<HTMLElement>(`${ENTRY}, ${CHAPTER_HEAD}`);
    const place = places.get(href);
    if (place) return [{element, href, label, opens, labelThen: label, ...place}];
    const sourceMs = element.matches('.cite a') ? sources.get(href.slice(href.indexOf('#'))) : undefined;
    return sourceMs === undefined
      ? []
      : [{element, href, label, opens, knownMs: sourceMs, hrefThen: '#sources', labelThen: citationThen(element.textContent)}];
  });
}
