/** Opens the panel in the place of the feed, and gives the place back. */
import type {FindStage} from './find-stage.ts';

/** What the reader came for: the button of the bar that says so is the lit one. */
export type Mode = 'search' | 'filter';

export interface Opening {
  readonly isOpen: boolean;
  readonly mode: Mode;
  /** @param focus - Where the reader goes on; null if they stay where they are. */
  readonly open: (mode: Mode, focus: HTMLElement | null) => void;
  /** Has the focus when the reader goes back. */
  readonly cameFrom: (opener: HTMLElement) => void;
  readonly close: () => void;
  /** To where the reader was before it opened. */
  readonly goBack: () => void;
}

export interface OpeningHooks {
  /** Fills the panel, before the page scrolls to it. */
  readonly onOpen: () => void;
  readonly onEscape: () => void;
}

/** @param element - The panel; the feed is around it. */
export function openingOf(stage: FindStage, element: HTMLElement, {onOpen, onEscape}: OpeningHooks): Opening {
  const feed = element.parentElement!;
  const openers: Readonly<Record<Mode, HTMLElement>> = {
    search: stage.querySelector<HTMLElement>('[data-action="find"]')!,
    filter: stage.querySelector<HTMLElement>('[data-action="filter"]')!,
  };
  let isOpen = false;
  let mode: Mode = 'search';
  let scrollBackPx: number | null = null;
  let focusBack: HTMLElement = openers.search;

  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onEscape();
  };
  const show = (isShown: boolean) => {
    isOpen = isShown;
    element.hidden = !isShown;
    feed.toggleAttribute('data-finding', isShown);
    for (const place of [stage, element]) {
      if (isShown) place.addEventListener('keydown', escape);
      else place.removeEventListener('keydown', escape);
    }
  };
  const showOpener = () => {
    for (const [name, button] of Object.entries(openers)) button.setAttribute('aria-expanded', String(isOpen && name === mode));
  };

  return {
    get isOpen() {
      return isOpen;
    },
    get mode() {
      return mode;
    },
    open(wantedMode, focus) {
      mode = wantedMode;
      if (!isOpen) {
        scrollBackPx = focus ? scrollY : null;
        focusBack = (focus && focusedElement()) ?? openers[mode];
        show(true);
        onOpen();
      }
      showOpener();
      const topPx = topOf(element, stage);
      if (focus || scrollY > topPx) scrollTo({top: topPx, behavior: 'instant'});
      focus?.focus({preventScroll: true});
    },
    cameFrom(opener) {
      focusBack = opener;
    },
    close() {
      show(false);
      showOpener();
    },
    goBack() {
      if (scrollBackPx !== null) scrollTo({top: scrollBackPx, behavior: 'instant'});
      focusBack.focus({preventScroll: true});
    },
  };
}

function focusedElement(): HTMLElement | null {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && focused !== document.body ? focused : null;
}

/** How far the page scrolls for the panel to begin below the stage. */
function topOf(element: HTMLElement, stage: HTMLElement): number {
  const isStuck = getComputedStyle(stage).position === 'sticky';
  return element.getBoundingClientRect().top + scrollY - (isStuck ? stage.offsetHeight : 0);
}
