/** The line in the place of what is folded away. */
import {say} from './text.ts';

/** A line that says why something is not here, with a button that shows it all the same. */
export function foldLine(onOpen: () => void): HTMLElement {
  const line = document.createElement('p');
  line.className = 'fold-line';
  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', onOpen);
  line.append(document.createElement('span'), ' ', button);
  return line;
}

/** @param buttonWords - Null where there is nothing left to show. */
export function sayInLine(line: HTMLElement, words: string, buttonWords: string | null): void {
  say(line.querySelector('span')!, words);
  const button = line.querySelector('button')!;
  button.hidden = buttonWords === null;
  if (buttonWords !== null) say(button, buttonWords);
}
