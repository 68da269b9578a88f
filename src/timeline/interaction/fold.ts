/**
 * The page around the stage as the public knew it: what came later is folded to a line that says so and can be
 * opened, and titles and the deck, which know how the story ends, make way for words that do not.
 */

const FOLDED = 'is-folded';
const WITHHELD = 'is-withheld';
const LATER_PARTS = '[data-known], [data-disputed]';

/** What titles say, kept to be put back. */
const titles = new WeakMap<HTMLElement, readonly Node[]>();

/**
 * @param dayMs - Start of the day; null to unfold everything.
 * @param dayWords - Says a day as readers read it.
 */
export function foldFeed(root: Document, dayMs: number | null, dayWords: (ms: number) => string): void {
  const isLater: IsLater = (day) => dayMs !== null && day !== undefined && dayMsOf(day) > dayMs;
  const day = dayMs === null ? '' : dayWords(dayMs);
  for (const entry of root.querySelectorAll<HTMLElement>('li[data-event][data-known]')) foldEntry(entry, isLater, day);
  for (const head of root.querySelectorAll<HTMLElement>('.chapter-head')) foldChapterHead(head, isLater, day);
  for (const title of root.querySelectorAll<HTMLElement>('.chapter-nav [data-title-known]')) withhold(title, isLater(title.dataset['titleKnown']));
  for (const part of root.querySelectorAll<HTMLElement>('.all-sources [data-known]')) part.hidden = isLater(part.dataset['known']);
  foldDeck(root, day);
}

type IsLater = (day: string | undefined) => boolean;

function foldEntry(entry: HTMLElement, isLater: IsLater, day: string): void {
  const isUnknown = isLater(entry.dataset['known']);
  if (!isUnknown) {
    dropLine(entry);
    delete entry.dataset['opened'];
  } else {
    const words = `${isLater(entry.dataset['happened'] ?? entry.dataset['known']) ? 'Not yet known' : 'Not public yet'} on ${day}.`;
    showLine(entry, null, words, 'Show this entry', () => {
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
function foldChapterHead(head: HTMLElement, isLater: IsLater, day: string): void {
  const {titleKnown, ledeKnown} = head.dataset;
  const isUntold = isLater(ledeKnown);
  if (!isUntold) {
    dropLine(head);
    delete head.dataset['opened'];
  }
  const isOpened = head.dataset['opened'] !== undefined;
  const isUnknown = isLater(titleKnown);
  if (isUntold && !isOpened) {
    const words = isUnknown ? `Nothing of this chapter is public on ${day}.` : `This chapter’s introduction looks beyond ${day}.`;
    showLine(head, head.querySelector('.chapter-lede'), words, isUnknown ? 'Show its title and introduction' : 'Show it', () => {
      head.dataset['opened'] = '';
      dropLine(head);
      foldChapterHead(head, isLater, day);
      head.querySelector<HTMLElement>('h2')!.focus();
    });
  }
  withhold(head.querySelector<HTMLElement>('h2')!, isUnknown && !isOpened);
  head.querySelector<HTMLElement>('.chapter-days')!.hidden = isUnknown && !isOpened;
  head.querySelector<HTMLElement>('.chapter-lede')!.hidden = isUntold && !isOpened;
}

/** The deck sums the story up; on a day within it the page says instead what it shows. */
function foldDeck(root: Document, day: string): void {
  const deck = root.querySelector<HTMLElement>('[data-part="deck"]');
  const then = root.querySelector<HTMLElement>('[data-part="deck-then"]');
  if (!deck || !then) return;
  deck.classList.toggle(WITHHELD, day !== '');
  then.hidden = day === '';
  const strong = root.createElement('strong');
  strong.textContent = day;
  then.replaceChildren('The story as the public knew it on ', strong, '. What came out later is folded away.');
}

function withhold(title: HTMLElement, isWithheld: boolean): void {
  const kept = titles.get(title);
  if (isWithheld === (kept !== undefined)) return;
  title.classList.toggle(WITHHELD, isWithheld);
  if (kept) {
    title.replaceChildren(...kept);
    titles.delete(title);
  } else {
    titles.set(title, [...title.childNodes]);
    title.replaceChildren('Not yet known');
  }
}

function dayMsOf(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
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
