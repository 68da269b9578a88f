/**
 * The page around the stage as the public knew it. What came out later is taken out of the page, whether it can be
 * seen or not, and comes back with its day: an entry leaves a line that says so and opens it, a part leaves the words
 * that its `data-then` holds, or nothing. Links lead nowhere that has not happened, and name no source of later.
 */
import {isPublicOn} from '../model/known.ts';
import {standingOn} from '../model/standing.ts';
import {stageWords} from '../model/words/stage.ts';
import type {StageWords} from '../model/words/stage.ts';
import {dayInFull, dayInWords} from '../render/names.ts';
import {datedPage} from './dated-page.ts';
import type {DatedPage, Entry, PageLink, Part} from './dated-page.ts';
import {attachDeck} from './fold-deck.ts';
import {foldLine, sayInLine} from './fold-line.ts';
import {say} from './text.ts';

export interface Fold {
  /** @param dayMs - Start of the day of Known then; null for everything. */
  readonly show: (dayMs: number | null) => void;
  /** Reads the page with nothing taken out of it. */
  readonly readWhole: <T>(read: () => T) => T;
}

const LINE = ':scope > .fold-line';
const FOLDED = 'is-folded';
const THEN = 'is-then';

export function attachFold(root: Document, language: string): Fold {
  const words = stageWords(language);
  const page = new FoldedPage(datedPage(root, words.citationFoundLater), words, language);
  const showDeck = attachDeck(root, words.asThePublicKnewIt);
  return {
    show(dayMs) {
      showDeck(dayMs === null ? null : dayInFull(dayMs, language));
      page.show(dayMs);
    },
    readWhole: (read) => page.readWhole(read),
  };
}

/** A day as the page is folded to it: its start, Infinity for everything, and its name. */
interface Day {
  readonly ms: number;
  readonly name: string;
}

class FoldedPage {
  private readonly page: DatedPage;
  private readonly words: StageWords;
  private readonly language: string;
  /** What a reader has opened before its day. */
  private readonly opened = new Set<HTMLElement>();
  /** What has been taken out, by the element it was in. */
  private readonly out = new Map<HTMLElement, readonly Node[]>();
  private shownMs: number | null = null;

  constructor(page: DatedPage, words: StageWords, language: string) {
    this.page = page;
    this.words = words;
    this.language = language;
  }

  show(dayMs: number | null): void {
    this.shownMs = dayMs;
    const day = {ms: dayMs ?? Infinity, name: dayMs === null ? '' : dayInWords(dayMs, this.language)};
    const {entries, heads, parts, links} = this.page;
    for (const entry of entries) this.showEntry(entry, day);
    for (const head of heads) this.showHeadLine(head, day);
    for (const part of parts) this.showPart(part, day);
    this.showSourcesLater(day);
    for (const link of links) this.showLink(link, day);
  }

  readWhole<T>(read: () => T): T {
    const [dayMs, openedThen] = [this.shownMs, [...this.opened]];
    if (dayMs === null) return read();
    this.show(null);
    const answer = read();
    for (const place of openedThen) this.opened.add(place);
    this.show(dayMs);
    return answer;
  }

  /** Takes what an element holds out of the page and leaves other nodes there, or puts it back. */
  private swap(element: HTMLElement, isOut: boolean, ...instead: (Node | string)[]): void {
    const before = this.out.get(element);
    if (isOut === (before !== undefined)) return;
    if (before) {
      element.replaceChildren(...before);
      this.out.delete(element);
    } else {
      this.out.set(element, [...element.childNodes]);
      element.replaceChildren(...instead);
    }
  }

  private isShown({knownMs, opens}: Part | PageLink, day: Day): boolean {
    return isPublicOn(day.ms, knownMs) || (opens !== null && this.opened.has(opens));
  }

  private showPart(part: Part, day: Day): void {
    const {element, then} = part;
    const isOut = !this.isShown(part, day);
    this.swap(element, isOut, ...(then === null ? [] : [then]));
    element.hidden = isOut && then === null;
    element.classList.toggle(THEN, isOut && then !== null);
  }

  private showLink(link: PageLink, day: Day): void {
    const {element, href, label, hrefThen, labelThen} = link;
    const isShown = this.isShown(link, day);
    setAttribute(element, 'href', isShown ? href : hrefThen);
    setAttribute(element, 'aria-label', isShown ? label : labelThen);
  }

  private showEntry(entry: Entry, day: Day): void {
    const {element} = entry;
    const {words, opened} = this;
    const standing = standingOn(entry, day.ms);
    const line = element.querySelector<HTMLElement>(LINE);
    if (standing === 'known') {
      opened.delete(element);
      this.swap(element, false);
      line?.remove();
      element.classList.remove(FOLDED);
      return;
    }
    const isOut = !opened.has(element);
    const why = line ?? foldLine(() => this.open(element, 'h3, h4'));
    sayInLine(
      why,
      standing === 'coming' ? words.notYetKnownOn(day.name) : words.notPublicYetOn(day.name),
      isOut ? words.showThisEntry : null,
    );
    this.swap(element, isOut, why);
    // Above an entry that was opened it still says why it was closed.
    if (why.parentElement !== element) element.prepend(why);
    element.classList.toggle(FOLDED, isOut);
  }

  /** Says why the head of a chapter holds less than it will, and opens it. */
  private showHeadLine(head: HTMLElement, day: Day): void {
    const {words, opened, page} = this;
    const later = (page.partsOfHead.get(head) ?? []).filter(({knownMs}) => !isPublicOn(day.ms, knownMs));
    if (later.length === 0) opened.delete(head);
    let line = head.querySelector<HTMLElement>(LINE);
    const isLater = (selector: string) => later.some(({element}) => element.matches(selector));
    if (opened.has(head) || !isLater('.chapter-lede')) return line?.remove();
    if (!line) {
      line = foldLine(() => this.open(head, 'h2'));
      head.insertBefore(line, head.querySelector('.chapter-lede'));
    }
    const isUntitled = isLater('h2');
    const why = !isUntitled
      ? words.chapterLooksBeyond(day.name)
      : this.isBegun(head, day)
        ? words.chapterTitleLooksBeyond(day.name)
        : words.chapterNotPublicOn(day.name);
    sayInLine(line, why, isUntitled ? words.showTitleAndIntroduction : words.showIt);
  }

  /** Whether an entry of a chapter is public. */
  private isBegun(head: HTMLElement, day: Day): boolean {
    const chapter = head.parentElement!;
    return this.page.entries.some(({element, knownMs}) => isPublicOn(day.ms, knownMs) && chapter.contains(element));
  }

  private showSourcesLater(day: Day): void {
    const {listedMs, sourcesLater} = this.page;
    if (!sourcesLater) return;
    const later = listedMs.filter((knownMs) => !isPublicOn(day.ms, knownMs)).length;
    sourcesLater.hidden = later === 0;
    say(sourcesLater, later === 0 ? '' : this.words.sourcesFoundLater(later));
  }

  /** Shows what is not public yet, as the reader wants it. */
  private open(place: HTMLElement, title: string): void {
    this.opened.add(place);
    this.show(this.shownMs);
    place.querySelector<HTMLElement>(title)?.focus();
  }
}

function setAttribute(element: HTMLElement, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
