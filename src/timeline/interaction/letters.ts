/** How wide letters are: as the table of the site's own font has them, or wider where the screen shows another font's. */
import {measureByTable} from '../layout/letter-widths.ts';
import type {MeasureText} from '../layout/letter-widths.ts';

/** Letters that are wider than this, times those of the table, are another font's. */
const SAME_LETTERS = 1.02;

export interface Letters {
  /** Another function each time that letters have another width, so that nothing is laid out by what was worked out before. */
  readonly measureText: MeasureText;
  /** Compares the table with a label of a picture. @returns Whether letters are another width than was thought before. */
  readonly measure: (picture: SVGSVGElement) => boolean;
}

export function lettersOnScreen(): Letters {
  let scale = 1;
  let measureText: MeasureText = measureByTable;
  return {
    get measureText() {
      return measureText;
    },
    measure(picture) {
      const words = picture.querySelector<SVGTextElement>('.label.words, .label .words');
      if (!words?.textContent) return false;
      const sizePx = parseFloat(getComputedStyle(words).fontSize);
      const weight = words.classList.contains('is-strong') ? 600 : 450;
      const ratio = words.getComputedTextLength() / measureByTable(words.textContent, sizePx, weight);
      // The same letters: the table was measured from the font that is served.
      const measured = ratio > SAME_LETTERS ? ratio : 1;
      if (Math.abs(measured / scale - 1) < SAME_LETTERS - 1) return false;
      scale = measured;
      measureText = (text, letterPx, letterWeight) => measureByTable(text, letterPx, letterWeight) * measured;
      return true;
    },
  };
}
