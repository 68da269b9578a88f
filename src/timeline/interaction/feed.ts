/** The story below the stage: which entry is being read, and how to get to one. */

const READING_LINE_PX = 120;

export interface Feed {
  /** Scrolls to an entry and puts focus on its title. */
  readonly goTo: (id: string, options: {readonly focus: boolean; readonly smooth: boolean}) => void;
  readonly mark: (id: string | null) => void;
  /** @param stageFootPx - Where the stage ends, from the top of the window. */
  readonly readBelow: (stageFootPx: number) => void;
}

/** Tells which entry has passed under the stage, each time that changes. */
export function listenToFeed(root: Document, onRead: (id: string) => void): Feed {
  const entries = [...root.querySelectorAll<HTMLElement>('li[data-event]')];
  /** Entries to pass over while the page scrolls because of us, until it stands still. */
  let quietUntilMs = 0;
  let observer: IntersectionObserver | null = null;
  let watched = '';

  const readBelow = (stageFootPx: number) => {
    const linePx = Math.min(stageFootPx + READING_LINE_PX, innerHeight - 2);
    if (watched === `${linePx} ${innerHeight}`) return;
    watched = `${linePx} ${innerHeight}`;
    observer?.disconnect();
    observer = new IntersectionObserver(
      (changes) => {
        if (performance.now() < quietUntilMs) return;
        const read = changes.filter(({isIntersecting}) => isIntersecting).at(-1);
        if (read) onRead(read.target.id);
      },
      {rootMargin: `-${Math.round(linePx)}px 0px -${Math.round(innerHeight - linePx - 1)}px 0px`},
    );
    for (const entry of entries) observer.observe(entry);
  };

  return {
    goTo(id, {focus, smooth}) {
      const entry = root.getElementById(id);
      if (!entry) return;
      const distancePx = Math.abs(entry.getBoundingClientRect().top);
      quietUntilMs = performance.now() + 900;
      entry.scrollIntoView({behavior: smooth && distancePx < innerHeight ? 'smooth' : 'instant', block: 'start'});
      if (focus) entry.querySelector<HTMLElement>('h3, h4')?.focus({preventScroll: true});
    },
    mark(id) {
      for (const entry of entries) entry.toggleAttribute('data-current', entry.id === id);
    },
    readBelow,
  };
}
