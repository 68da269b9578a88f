/** Opens the panel in the place of the feed, and gives the place back. */
import {DRAWN, SHOWS_STORY} from '../around.ts';
import type {ShareStage} from './share-stage.ts';

/** How long the stage must rest until the panel follows it. */
const REST_MS = 400;

export interface Opening {
  /** @param opener - Where the focus goes when the panel closes. */
  readonly toggle: (opener: HTMLElement | null) => void;
  readonly close: () => void;
}

export interface OpeningHooks {
  /** Fills the panel: as it opens, and when the stage rests after it has moved. */
  readonly onShow: () => void;
  readonly onHide: () => void;
}

export function openingOf(stage: ShareStage, section: HTMLElement, {onShow, onHide}: OpeningHooks): Opening {
  const feed = section.parentElement!;
  let focusBack: HTMLElement | null = null;
  let scrollBackPx = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    hide();
    scrollTo({top: scrollBackPx, behavior: 'instant'});
    focusBack?.focus({preventScroll: true});
  };
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  const showSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(onShow, REST_MS);
  };
  /** Find takes the same place, and a mark that is pressed leads to the story. */
  const giveWay = new MutationObserver(() => feed.hasAttribute('data-finding') && hide());

  const show = () => {
    section.hidden = false;
    feed.toggleAttribute('data-sharing', true);
    // The panel is as high as the window: the stage scrolls away with the page while it is open. What keeps clear of the
    // stage does not hear of it, for the page would be held in place when the panel closes and a mark leads into the story.
    stage.classList.add('is-unstuck');
    showInOpeners(true);
    onShow();
    stage.addEventListener(DRAWN, showSoon);
    stage.addEventListener(SHOWS_STORY, hide);
    section.addEventListener('keydown', closeByKey);
    giveWay.observe(feed, {attributeFilter: ['data-finding']});
  };
  const hide = () => {
    if (section.hidden) return;
    section.hidden = true;
    feed.removeAttribute('data-sharing');
    stage.classList.remove('is-unstuck');
    stage.stickyOffset.measure();
    clearTimeout(timer);
    stage.removeEventListener(DRAWN, showSoon);
    stage.removeEventListener(SHOWS_STORY, hide);
    section.removeEventListener('keydown', closeByKey);
    giveWay.disconnect();
    onHide();
    showInOpeners(false);
  };

  return {
    toggle(opener) {
      if (!section.hidden) return close();
      feed.querySelector<HTMLElement>('[data-find="close"]')?.click();
      focusBack = opener;
      scrollBackPx = scrollY;
      show();
      section.scrollIntoView({behavior: 'instant', block: 'start'});
      section.querySelector<HTMLElement>('[data-share="title"]')!.focus({preventScroll: true});
    },
    close,
  };
}

function showInOpeners(isOpen: boolean): void {
  for (const control of document.querySelectorAll('button[data-opens="share"]')) control.setAttribute('aria-expanded', String(isOpen));
}
