/**
 * The page around the stage as the public knew it. What came out later is taken out of the page, whether it can be
 * seen or not, and comes back with its day: an entry leaves a line that says so and opens it, a part leaves the words
 * that its `data-then` holds, or nothing. Links never lead to what has not happened, and name no later source.
 */
import {groupBy} from '../model/group-by.ts';
import {isPublicOn} from '../model/known.ts';
import {standingOn} from '../model/standing.ts';
import type {EventClocks} from '../model/standing.ts';
import {msFromIsoDay} from '../model/time.ts';
import {stageWords} from '../model/words/stage.ts';
import {dayInFull, dayInWords} from '../render/names.ts';

export interface Fold {
  /** @param dayMs - Start of the day of Known then; null for everything. */
  readonly show: (dayMs: number | null) => void;
  /** Reads the page with nothing taken out of it. */
  readonly readWhole: <T>(read: () => T) => T;
}

const ENTRY = 'li[data-event]';
const CHAPTER_HEAD = '.chapter-head';
const LISTED_SOURCE = '.all-sources [data-source]';
const LINE = ':scope > .fold-line';
const FOLDED = 'is-folded';
const THEN = 'is-then';
const WITHHELD = 'is-withheld';
const LINE_WITHOUT_WORDS = '\u200B';

/** An entry of the feed, with the starts of the days on which the state of its event changes. */
interface Entry extends EventClocks {
  readonly element: HTMLElement;
}

/** A part of the page that can be taken out of it. */
interface Part {
  readonly element: HTMLElement;
  readonly knownMs: number;
  /** The entry, or the head of the chapter, that a reader may open before its day, or null. */
  readonly opens: HTMLElement | null;
  /** The text shown instead; null for nothing. */
  readonly then: string | null;
}

/** A link, with what it leads to while that is not public. */
interface PageLink {
  readonly element: HTMLElement;
  readonly knownMs: number;
  readonly href: string;
  readonly label: string | null;
  readonly opens: HTMLElement | null;
  /** Null for words that lead nowhere. */
  readonly hrefThen: string | null;
  readonly labelThen: string | null;
}

export function attachFold(root: Document, language: string): Fold {
  const words = stageWords(language);
  const entries = [...root.querySelectorAll<HTMLElement>(`${ENTRY}[data-known]`)].map((element): Entry => ({
    element,
    knownMs: dayOf(element, 'known')!,
    happenedMs: dayOf(element, 'happened'),
  }));
  const heads = [...root.querySelectorAll<HTMLElement>(CHAPTER_HEAD)];
  const parts = [...root.querySelectorAll<HTMLElement>(`[data-known]:not(${ENTRY})`)].map(partOf);
  const partsOfHead = groupBy(
    parts.filter(({opens}) => opens?.matches(CHAPTER_HEAD)),
    ({opens}) => opens!,
  );
  const listedMs = [...root.querySelectorAll<HTMLElement>(LISTED_SOURCE)].map((line) => dayOf(line, 'known')!);
  const sourcesLater = root.querySelector<HTMLElement>('[data-part="sources-later"]');
  const links = linksOf(root, words.citationFoundLater);
  const showDeck = attachDeck(root, words.asThePublicKnewIt);
  /** What a reader has opened before its day. */
  const opened = new Set<HTMLElement>();
  const out = new Map<HTMLElement, readonly Node[]>();
  let shownMs: number | null = null;

  /** Takes what an element holds out of the page and leaves other nodes there, or puts it back. */
  function take(element: HTMLElement, isOut: boolean, ...instead: (Node | string)[]): void {
    const before = out.get(element);
    if (isOut === (before !== undefined)) return;
    if (before) {
      element.replaceChildren(...before);
      out.delete(element);
    } else {
      out.set(element, [...element.childNodes]);
      element.replaceChildren(...instead);
    }
  }

  function showPart({element, knownMs, opens, then}: Part, dayMs: number): void {
    const isOut = !isPublicOn(dayMs, knownMs) && !(opens && opened.has(opens));
    take(element, isOut, ...(then === null ? [] : [then]));
    element.hidden = isOut && then === null;
    element.classList.toggle(THEN, isOut && then !== null);
  }

  function showLink({element, knownMs, href, label, opens, hrefThen, labelThen}: PageLink, dayMs: number): void {
    const isPublic = isPublicOn(dayMs, knownMs) || (opens !== null && opened.has(opens));
    setAttribute(element, 'href', isPublic ? href : hrefThen);
    setAttribute(element, 'aria-label', isPublic ? label : labelThen);
  }

  function showEntry(entry: Entry, dayMs: number, day: string): void {
    const {element} = entry;
    const standing = standingOn(entry, dayMs);
    const line = element.querySelector<HTMLElement>(LINE);
    if (standing === 'known') {
      opened.delete(element);
      take(element, false);
      line?.remove();
      element.classList.remove(FOLDED);
      return;
    }
    const isOut = !opened.has(element);
    const why = line ?? foldLine(() => open(element, 'h3, h4'));
    sayInLine(why, standing === 'coming' ? words.notYetKnownOn(day) : words.notPublicYetOn(day), isOut ? words.showThisEntry : null);
    take(element, isOut, why);
    // Above an entry that was opened it still says why it was closed.
    if (why.parentElement !== element) element.prepend(why);
    element.classList.toggle(FOLDED, isOut);
  }

  /** Says why the head of a chapter shows less than it will, and opens it. */
  function showHeadLine(head: HTMLElement, dayMs: number, day: string): void {
    const ownParts = partsOfHead.get(head) ?? [];
    const isWhole = ownParts.every(({knownMs}) => isPublicOn(dayMs, knownMs));
    if (isWhole) opened.delete(head);
    let line = head.querySelector<HTMLElement>(LINE);
    const lede = head.querySelector('.chapter-lede')!;
    const isLater = (selector: string) => ownParts.some(({element, knownMs}) => element.matches(selector) && !isPublicOn(dayMs, knownMs));
    if (opened.has(head) || !isLater('.chapter-lede')) return line?.remove();
    if (!line) {
      line = foldLine(() => open(head, 'h2'));
      head.insertBefore(line, lede);
    }
    const isUntitled = isLater('h2');
    const isBegun = entries.some(({element, knownMs}) => isPublicOn(dayMs, knownMs) && head.parentElement!.contains(element));
    const why = !isUntitled ? words.chapterLooksBeyond(day) : isBegun ? words.chapterTitleLooksBeyond(day) : words.chapterNotPublicOn(day);
    sayInLine(line, why, isUntitled ? words.showTitleAndIntroduction : words.showIt);
  }

  function open(place: HTMLElement, title: string): void {
    opened.add(place);
    showFeed(shownMs);
    place.querySelector<HTMLElement>(title)?.focus();
  }

  function show(dayMs: number | null): void {
    showDeck(dayMs === null ? null : dayInFull(dayMs, language));
    showFeed(dayMs);
  }

  function showFeed(dayMs: number | null): void {
    shownMs = dayMs;
    const untilMs = dayMs ?? Infinity;
    const day = dayMs === null ? '' : dayInWords(dayMs, language);
    for (const entry of entries) showEntry(entry, untilMs, day);
    for (const head of heads) showHeadLine(head, untilMs, day);
    for (const part of parts) showPart(part, untilMs);
    const later = listedMs.filter((knownMs) => !isPublicOn(untilMs, knownMs)).length;
    if (sourcesLater) {
      sourcesLater.hidden = later === 0;
      setText(sourcesLater, later === 0 ? '' : words.sourcesFoundLater(later));
    }
    for (const link of links) showLink(link, untilMs);
  }

  return {
    show,
    readWhole(read) {
      const [dayMs, openedThen] = [shownMs, [...opened]];
      if (dayMs === null) return read();
      showFeed(null);
      const answer = read();
      for (const place of openedThen) opened.add(place);
      showFeed(dayMs);
      return answer;
    },
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

/** The deck sums the story up; on a day within it the page says instead what it shows. */
function attachDeck(root: Document, [before, after]: readonly [string, string]): (day: string | null) => void {
  const deck = root.querySelector<HTMLElement>('[data-part="deck"]');
  const then = root.querySelector<HTMLElement>('[data-part="deck-then"]');
  if (!deck || !then) return () => {};
  const whole = [...deck.childNodes];
  let widthPx = 0;
  const isOut = () => deck.classList.contains(WITHHELD);

  /** Its room stays, and a last line in it for the headline to be on, so that nothing moves. */
  const takeOut = () => {
    widthPx = deck.offsetWidth;
    deck.style.minHeight = `${deck.offsetHeight}px`;
    deck.replaceChildren(LINE_WITHOUT_WORDS);
    deck.classList.add(WITHHELD);
  };
  const putBack = () => {
    deck.classList.remove(WITHHELD);
    deck.replaceChildren(...whole);
    deck.style.minHeight = '';
  };
  new ResizeObserver(() => {
    if (!isOut() || deck.offsetWidth === widthPx) return;
    putBack();
    takeOut();
  }).observe(deck);

  return (day) => {
    if (isOut() && day === null) putBack();
    if (!isOut() && day !== null) takeOut();
    then.hidden = day === null;
    const strong = root.createElement('strong');
    strong.textContent = day;
    then.replaceChildren(...(day === null ? [] : [before, strong, after]));
  };
}

/** A line that says why something is not here, with a button that shows it all the same. */
function foldLine(onOpen: () => void): HTMLElement {
  const line = document.createElement('p');
  line.className = 'fold-line';
  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', onOpen);
  line.append(document.createElement('span'), ' ', button);
  return line;
}

/** @param buttonWords - Null where there is nothing left to show. */
function sayInLine(line: HTMLElement, words: string, buttonWords: string | null): void {
  setText(line.querySelector('span')!, words);
  const button = line.querySelector('button')!;
  button.hidden = buttonWords === null;
  if (buttonWords !== null) setText(button, buttonWords);
}

function setText(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

function setAttribute(element: HTMLElement, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
