/**
 * The page around the stage as the public knew it: what came later is folded to a line that says so and can be
 * opened, and titles and the deck, which know how the story ends, make way for words that do not.
 */
import {msFromIsoDay} from '../model/time.ts';
import {stageWords} from '../model/words/stage.ts';
import type {StageWords} from '../model/words/stage.ts';
import {dayInWords} from '../render/names.ts';

const FOLDED = 'is-folded';
const WITHHELD = 'is-withheld';
const LATER_PARTS = '[data-known], [data-disputed]';

/** What titles say, kept to be put back. */
const titles = new WeakMap<HTMLElement, readonly Node[]>();

/** @param dayMs - Start of the day; null to unfold everything. */
export function foldFeed(root: Document, dayMs: number | null, language: string): void {
  const words = stageWords(language);
  const isLater: IsLater = (day) => dayMs !== null && day !== undefined && msFromIsoDay(day) > dayMs;
  const day = dayMs === null ? '' : dayInWords(dayMs, language);
  for (const entry of root.querySelectorAll<HTMLElement>('li[data-event][data-known]')) foldEntry(entry, isLater, day, words);
  for (const head of root.querySelectorAll<HTMLElement>('.chapter-head')) foldChapterHead(head, isLater, day, words);
  for (const title of root.querySelectorAll<HTMLElement>('.chapter-nav [data-title-known]')) withhold(title, isLater(title.dataset['titleKnown']), words);
  for (const part of root.querySelectorAll<HTMLElement>('.all-sources [data-known]')) part.hidden = isLater(part.dataset['known']);
  foldDeck(root, day, words);
}

type IsLater = (day: string | undefined) => boolean;

function foldEntry(entry: HTMLElement, isLater: IsLater, day: string, words: StageWords): void {
  const isUnknown = isLater(entry.dataset['known']);
  if (!isUnknown) {
    dropLine(entry);
    delete entry.dataset['opened'];
  } else {
    const isComing = isLater(entry.dataset['happened'] ?? entry.dataset['known']);
    showLine(entry, null, isComing ? words.notYetKnownOn(day) : words.notPublicYetOn(day), words.showThisEntry, () => {
      entry.dataset['opened'] = '';
      entry.classList.remove(FOLDED);
      for (const part of entry.querySelectorAll<HTMLElement>(LATER_PARTS)) part.hidden = false;
      entry.querySelector<HTMLElement>('h3, h4')?.focus();
    });
  }
  const isOpened = entry.dataset['opened'] !== undefined;
  entry.classList.toggle(FOLDED, isUnknown && !isOpened);
  for (const part of entry.querySelectorAll<HTMLElement>(LATER_PARTS)) {
    part.hidden = !isOpened && isLater(part.dataset['known'] ?? part.dataset['disputed']);
  }
}

/** A chapter's title is told once something of it is public, its introduction once its days have passed. */
function foldChapterHead(head: HTMLElement, isLater: IsLater, day: string, words: StageWords): void {
  const {titleKnown, ledeKnown} = head.dataset;
  const isUntold = isLater(ledeKnown);
  if (!isUntold) {
    dropLine(head);
    delete head.dataset['opened'];
  }
  const isOpened = head.dataset['opened'] !== undefined;
  const isUnknown = isLater(titleKnown);
  if (isUntold && !isOpened) {
    const line = isUnknown ? words.chapterNotPublicOn(day) : words.chapterLooksBeyond(day);
    showLine(head, head.querySelector('.chapter-lede'), line, isUnknown ? words.showTitleAndIntroduction : words.showIt, () => {
      head.dataset['opened'] = '';
      dropLine(head);
      foldChapterHead(head, isLater, day, words);
      head.querySelector<HTMLElement>('h2')!.focus();
    });
  }
  withhold(head.querySelector<HTMLElement>('h2')!, isUnknown && !isOpened, words);
  head.querySelector<HTMLElement>('.chapter-days')!.hidden = isUnknown && !isOpened;
  head.querySelector<HTMLElement>('.chapter-lede')!.hidden = isUntold && !isOpened;
}

/** The deck sums the story up; on a day within it the page says instead what it shows. */
function foldDeck(root: Document, day: string, {asThePublicKnewIt: [before, after]}: StageWords): void {
  const deck = root.querySelector<HTMLElement>('[data-part="deck"]');
  const then = root.querySelector<HTMLElement>('[data-part="deck-then"]');
  if (!deck || !then) return;
  deck.classList.toggle(WITHHELD, day !== '');
  then.hidden = day === '';
  const strong = root.createElement('strong');
  strong.textContent = day;
  then.replaceChildren(before, strong, after);
}

function withhold(title: HTMLElement, isWithheld: boolean, {notYetKnown}: StageWords): void {
  const kept = titles.get(title);
  if (isWithheld === (kept !== undefined)) return;
  title.classList.toggle(WITHHELD, isWithheld);
  if (kept) {
    title.replaceChildren(...kept);
    titles.delete(title);
  } else {
    titles.set(title, [...title.childNodes]);
    title.replaceChildren(notYetKnown);
  }
}

/** Puts a line in front of a part, or first in its place; one that is there already is only reworded. */
function showLine(place: HTMLElement, before: Element | null, words: string, buttonWords: string, onOpen: () => void): void {
  let line = place.querySelector<HTMLElement>(':scope > .fold-line');
  if (!line) {
    line = document.createElement('p');
    line.className = 'fold-line';
    const button = document.createElement('button');
    button.type = 'button';
    button.addEventListener('click', onOpen);
    line.append(document.createElement('span'), ' ', button);
    place.insertBefore(line, before ?? place.firstChild);
  }
  setText(line.querySelector('span')!, words);
  setText(line.querySelector('button')!, buttonWords);
}

function setText(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

function dropLine(place: HTMLElement): void {
  place.querySelector(':scope > .fold-line')?.remove();
}
