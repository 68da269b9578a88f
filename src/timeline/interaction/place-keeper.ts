/**
 * Keeps the text that is being read where it is, when the page is laid out again for another window or another size of
 * text. The browser's own anchors do not: a stage that sticks in one window and scrolls away in the next leads them astray.
 */

/** Where a reader looks, below the stage. */
export const READING_LINE_PX = 120;
/** How far above the stage's foot an entry may begin and still be held by its title, not by what is read of it. */
const TITLE_ABOVE_PX = 120;
/** The part of the entry being read that must stay in the window. */
const IN_SIGHT_PX = 60;
/** Scrolling has ended. */
const REST_MS = 150;
/** A new layout comes in several steps: sizes, letters, the height of the stage. */
const LAYOUT_MS = 400;
const LAYOUT_FRAMES = 8;

const BLOCKS = '.entry, .note, .chapter-head, .chapter-nav, .all-sources li';
const LINES = 'p, li, dt, dd, blockquote, h2, h3, h4';
/** Places that are tried, from the reading line downwards, as the line may fall between two blocks. */
const TRIES = 6;
const TRY_PX = 16;

/** A point of the page, and where it is. */
type Place =
  /** Nothing has been scrolled. */
  | {readonly kind: 'top'}
  /** The stage, by its distance from the top of the window, as nothing below it has been read. */
  | {readonly kind: 'stage'; readonly topPx: number}
  /** A share of an element's height, by its distance from the stage's foot. */
  | {readonly kind: 'text'; readonly element: Element; readonly share: number; readonly belowFootPx: number};

export interface PlaceHooks {
  /** Where the stage ends while it sticks to the top of the window; 0 where it scrolls away with the page. */
  readonly footPx: () => number;
  /** Called as the page begins and ends to move because of us, and not because anybody reads on. */
  readonly onRestoring: (isRestoring: boolean) => void;
}

export interface PlaceKeeper {
  /** The page has been moved on purpose: where it was before no longer counts. */
  readonly forget: () => void;
  /** Checks whether the page has been laid out again. */
  readonly check: () => void;
}

export function keepPlace(stage: HTMLElement, story: HTMLElement, {footPx, onRestoring}: PlaceHooks): PlaceKeeper {
  let place: Place | null = null;
  /** How far the page was scrolled when the place was there. */
  let scrollPx = 0;
  let restTimer: ReturnType<typeof setTimeout> | undefined;

  // Not the height of the window: bars of a phone that come and go with scrolling change nothing that is read.
  const layoutNow = () => [innerWidth, footPx(), getComputedStyle(document.documentElement).fontSize].join();
  let layout = layoutNow();

  const remember = () => {
    if (restoring.isOn) return;
    layout = layoutNow();
    place = placeNow(stage, story, footPx());
    scrollPx = scrollY;
  };
  const rememberSoon = () => {
    clearTimeout(restTimer);
    restTimer = setTimeout(remember, REST_MS);
  };

  const bringBack = () => {
    const byPx = awayPx(place!, stage, story, footPx());
    if (Math.abs(byPx) >= 0.5) scrollTo({top: scrollY + byPx, behavior: 'instant'});
    scrollPx = scrollY;
  };
  const restoring = overFrames(bringBack, (isOn) => {
    if (!isOn) layout = layoutNow();
    onRestoring(isOn);
  });
  const check = () => {
    if (layoutNow() === layout) return;
    if (!place) {
      layout = layoutNow();
      return;
    }
    clearTimeout(restTimer);
    restoring.begin();
  };

  addEventListener(
    'scroll',
    () => {
      if (restoring.isOn) return;
      if (!place) return rememberSoon();
      if (layoutNow() !== layout) return check();
      // Until the page rests, what is read has moved by as much as the page.
      if (place.kind === 'text') place = {...place, belowFootPx: place.belowFootPx - (scrollY - scrollPx)};
      else remember();
      scrollPx = scrollY;
      rememberSoon();
    },
    {passive: true},
  );
  addEventListener('resize', check);
  // Larger letters change the story's height, and so does an entry that opens; only the former is a new layout.
  new ResizeObserver(() => (restoring.isOn || layoutNow() !== layout ? check() : rememberSoon())).observe(story);
  // A reader who acts goes where they go, not back.
  const endIfRestoring = () => restoring.isOn && restoring.end();
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'focusin']) addEventListener(type, endIfRestoring, {passive: true});
  // Nothing listens for keys on the window.
  for (const part of [stage, story]) part.addEventListener('keydown', endIfRestoring);
  rememberSoon();
  return {
    check,
    forget() {
      endIfRestoring();
      place = null;
      rememberSoon();
    },
  };
}

/** Something that is done in each frame while a new layout comes. */
interface OverFrames {
  readonly isOn: boolean;
  /** Begins, or goes on for as long again. */
  readonly begin: () => void;
  readonly end: () => void;
}

function overFrames(act: () => void, onChange: (isOn: boolean) => void): OverFrames {
  let frame = 0;
  let framesLeft = 0;
  let untilMs = 0;
  const end = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    onChange(false);
  };
  const step = () => {
    act();
    framesLeft--;
    if (framesLeft > 0 || performance.now() < untilMs) frame = requestAnimationFrame(step);
    else end();
  };
  return {
    get isOn() {
      return frame !== 0;
    },
    begin() {
      framesLeft = LAYOUT_FRAMES;
      untilMs = performance.now() + LAYOUT_MS;
      if (frame !== 0) return act();
      onChange(true);
      step();
    },
    end,
  };
}

/** What is at the reading line. */
function placeNow(stage: HTMLElement, story: HTMLElement, footPx: number): Place {
  if (scrollY <= 0) return {kind: 'top'};
  const {left, width, top} = story.getBoundingClientRect();
  const linePx = Math.min(footPx + READING_LINE_PX, innerHeight - 2);
  if (top > linePx) return {kind: 'stage', topPx: top - stage.offsetHeight};
  const block = blockAt(story, left + width / 2, linePx) ?? story;
  const blockTopPx = block.getBoundingClientRect().top;
  if (blockTopPx >= footPx - TITLE_ABOVE_PX) return {kind: 'text', element: block, share: 0, belowFootPx: blockTopPx - footPx};
  const element = [...block.querySelectorAll(LINES)].find((line) => line.getBoundingClientRect().bottom > linePx) ?? block;
  const box = element.getBoundingClientRect();
  const share = box.height > 0 ? Math.min(Math.max((linePx - box.top) / box.height, 0), 1) : 0;
  return {kind: 'text', element, share, belowFootPx: box.top + share * box.height - footPx};
}

function blockAt(story: HTMLElement, x: number, linePx: number): Element | null {
  for (let i = 0; i < TRIES; i++) {
    const block = document.elementFromPoint(x, linePx + i * TRY_PX)?.closest(BLOCKS);
    if (block && story.contains(block)) return block;
  }
  return null;
}

/** How far a place is below where it was. */
function awayPx(place: Place, stage: HTMLElement, story: HTMLElement, footPx: number): number {
  switch (place.kind) {
    case 'top':
      return -scrollY;
    case 'stage': {
      const topPx = story.getBoundingClientRect().top - stage.offsetHeight;
      // A stage that sticks is never above the window.
      return topPx - (footPx > 0 ? Math.max(place.topPx, 0) : place.topPx);
    }
    case 'text': {
      const {element, share, belowFootPx} = place;
      // What has been folded away meanwhile is nowhere.
      if (element.getClientRects().length === 0) return 0;
      const {top, height} = element.getBoundingClientRect();
      return top + share * height - footPx - Math.min(belowFootPx, Math.max(innerHeight - footPx - IN_SIGHT_PX, 0));
    }
  }
}
