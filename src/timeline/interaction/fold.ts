/** The feed as the public knew it: what came later is folded to a line that says so and can be opened. */

const FOLDED = 'is-folded';

/**
 * @param dayMs - Start of the day; null to unfold everything.
 * @param dayWords - Says a day as readers read it.
 */
export function foldFeed(root: Document, dayMs: number | null, dayWords: (ms: number) => string): void {
  for (const entry of root.querySelectorAll<HTMLElement>('li[data-event][data-known]')) {
    const isLater = dayMs !== null && knownMs(entry) > dayMs;
    entry.classList.toggle(FOLDED, isLater && entry.dataset['opened'] === undefined);
    if (isLater) lineOf(entry).querySelector('span')!.textContent = `Not yet known on ${dayWords(dayMs!)}.`;
    else {
      entry.querySelector(':scope > .fold-line')?.remove();
      delete entry.dataset['opened'];
    }
  }
  for (const part of root.querySelectorAll<HTMLElement>('li[data-event] [data-known]')) {
    part.hidden = dayMs !== null && knownMs(part) > dayMs;
  }
}

function knownMs(element: HTMLElement): number {
  return Date.parse(`${element.dataset['known']!.slice(0, 10)}T00:00:00Z`);
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
    entry.querySelector<HTMLElement>('h3')?.focus();
  });
  line.append(words, ' ', button);
  entry.prepend(line);
  return line;
}
