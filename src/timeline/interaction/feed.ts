/** The story below the stage: which entry is being read, and how to get to one. */
import {groupBy} from '../model/group-by.ts';
import {READING_LINE_PX} from './place-keeper.ts';

const LEAST_WINDOW_PX = 4;

/** What moves the page by itself, or leads readers elsewhere than along the story; several may at once. */
export type Mover = 'place' | 'replay' | 'both';

export interface Feed {
  /** Scrolls to an entry and puts focus on its title. */
  readonly goTo: (id: string, options: {readonly focus: boolean; readonly smooth: boolean}) => void;
  readonly mark: (id: string | null) => void;
  /** @param stageFootPx - Where the stage ends, from the top of the window. */
  readonly readBelow: (stageFootPx: number) => void;
  /** While the page moves by itself nobody reads on; once nothing moves it, the entry at the line is reported. */
  readonly setQuiet: (mover: Mover, isQuiet: boolean) => void;
  /** The page goes back to where it was: the entries it has passed since were not read. */
  readonly forgetPassed: () => void;
}

/** Reports which entry has passed under the stage, each time that changes. */
export function listenToFeed(root: Document, onRead: (id: string) => void): Feed {
  const entries = [...root.querySelectorAll<HTMLElement>('li[data-event]')];
  const chapters = groupBy(entries, (entry) => entry.closest<HTMLElement>('[data-chapter]')!);
  /** Entries to pass over while the page scrolls because of us, until it stops. */
  let quietUntilMs = 0;
  // A reader who scrolls meanwhile reads on.
  for (const type of ['wheel', 'touchmove']) addEventListener(type, () => (quietUntilMs = 0), {passive: true});
  const movers = new Set<Mover>();
  /** The entry at the line, where it came there unreported. */
  let unreported: string | null = null;
  let observers: IntersectionObserver[] = [];
  let watched = '';

  const readBelow = (stageFootPx: number) => {
    // A frame that is hidden has no height, and no line to read at; nor can every browser say what is at it.
    if (innerHeight < LEAST_WINDOW_PX || !('IntersectionObserver' in window)) return;
    const linePx = Math.min(stageFootPx + READING_LINE_PX, innerHeight - 2);
    if (watched === `${linePx} ${innerHeight}`) return;
    watched = `${linePx} ${innerHeight}`;
    for (const observer of observers) observer.disconnect();
    const rootMargin = `-${Math.round(linePx)}px 0px -${Math.round(innerHeight - linePx - 1)}px 0px`;
    const entryObserver = new IntersectionObserver(
      (changes) => {
        const read = changes.filter(({isIntersecting}) => isIntersecting).at(-1)?.target.id ?? null;
        if (movers.size > 0) unreported = read ?? (changes.some(({target}) => target.id === unreported) ? null : unreported);
        else if (read !== null && performance.now() >= quietUntilMs) onRead(read);
      },
      {rootMargin},
    );
    // Only the entries of the chapter that is being read, as every frame looks where each watched one is.
    const chapterObserver = new IntersectionObserver(
      (changes) => {
        for (const {target, isIntersecting} of changes) {
          for (const entry of chapters.get(target as HTMLElement)!) {
            if (isIntersecting) entryObserver.observe(entry);
            else entryObserver.unobserve(entry);
          }
        }
      },
      {rootMargin},
    );
    for (const chapter of chapters.keys()) chapterObserver.observe(chapter);
    observers = [entryObserver, chapterObserver];
  };

  return {
    goTo(id, {focus, smooth}) {
      const entry = root.getElementById(id);
      if (!entry) return;
      for (let fold = entry.closest('details'); fold; fold = fold.parentElement!.closest('details')) fold.open = true;
      const distancePx = Math.abs(entry.getBoundingClientRect().top);
      quietUntilMs = performance.now() + 900;
      entry.scrollIntoView({behavior: smooth && distancePx < innerHeight ? 'smooth' : 'instant', block: 'start'});
      if (entry.closest('.is-long')) stayAt(entry);
      if (focus) entry.querySelector<HTMLElement>('h3, h4')?.focus({preventScroll: true});
    },
    mark(id) {
      for (const entry of entries) entry.toggleAttribute('data-current', entry.id === id);
    },
    readBelow,
    setQuiet(mover, isQuiet) {
      if (isQuiet) movers.add(mover);
      else movers.delete(mover);
      if (movers.size > 0) return;
      if (unreported !== null) onRead(unreported);
      unreported = null;
    },
    forgetPassed: () => (unreported = null),
  };
}

/** Frames until all that comes into sight after a leap in a long story is as tall as it is. */
const FRAMES_OF_LEAP = 4;

/** In a long story what is above an entry may be laid out, and change its height, right after a leap to it. */
function stayAt(entry: Element, frames = FRAMES_OF_LEAP): void {
  if (frames === 0) return;
  requestAnimationFrame(() => {
    entry.scrollIntoView({behavior: 'instant', block: 'start'});
    stayAt(entry, frames - 1);
  });
}
