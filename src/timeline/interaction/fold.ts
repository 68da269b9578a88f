/** The feed as the public knew it: what came later is folded to a line that says so and can be opened. */

const FOLDED = 'is-folded';

/**
 * @param dayMs - Start of the day; null to unfold everything.
 * @param dayWords - Says a day as readers read it.
 */
export function foldFeed(root: Document, dayMs: number | null, dayWords: (ms: number) => string): void {
  const isLater = (day: string | undefined) => dayMs !== null && day !== undefined && dayMsOf(day) > dayMs;
  for (const entry of root.querySelectorAll<HTMLElement>('li[data-event][data-known]')) {
    const isUnknown = isLater(entry.dataset['known']);
    if (!isUnknown) {
      entry.querySelector(':scope > .fold-line')?.remove();
      delete entry.dataset['opened'];
    } else {
      const hadHappened = !isLater(entry.dataset['happened']);
      lineOf(entry).querySelector('span')!.textContent = `${hadHappened ? 'Not public yet' : 'Not yet known'} on ${dayWords(dayMs!)}.`;
    }
    const isOpened = entry.dataset['opened'] !== undefined;
    entry.classList.toggle(FOLDED, isUnknown && !isOpened);
    for (const part of entry.querySelectorAll<HTMLElement>('[data-known], [data-disputed]')) {
      part.hidden = !isOpened && isLater(part.dataset['known'] ?? part.dataset['disputed']);
    }
  }
}

function dayMsOf(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
}

function lineOf(entry: HTMLElement): HTMLElement {
  const old = entry.querySelector<HTMLElement>(':scope > .fold-line');
  if (old) return old;
  const line = document.createElement('p');
  line.className = 'fold-line';
  const words = document.createElement('span');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Show this entry';
  button.addEventListener('click', () => {
    entry.dataset['opened'] = '';
    entry.classList.remove(FOLDED);
    for (const part of entry.querySelectorAll<HTMLElement>('[data-known], [data-disputed]')) part.hidden = false;
    entry.querySelector<HTMLElement>('h3, h4')?.focus();
  });
  line.append(words, ' ', button);
  entry.prepend(line);
  return line;
}
