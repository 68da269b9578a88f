/** How words are broken into lines and made smaller until they fit: a card cuts nothing off. */
import type {Letters, TypeLine, TypeStyle} from './letters.ts';

/** One size that words may be set in. */
export interface Step {
  readonly sizePx: number;
  readonly leadingPx: number;
  readonly most: number;
}

export interface SetLines {
  readonly lines: readonly TypeLine[];
  readonly leadingPx: number;
  readonly sizePx: number;
}

/** The words under a title. */
export const LINE: Omit<TypeStyle, 'sizePx'> = {weight: 600, stretch: 75};
/** Nothing on a card is smaller. */
export const SMALLEST_PX = 29;
const SMALLER = 0.92;

/** Words in the first size in which they have no more lines than it may have, or in smaller ones still. */
export function fittedLines(
  letters: Letters,
  text: string,
  style: Omit<TypeStyle, 'sizePx'>,
  steps: readonly Step[],
  widthPx: number,
): SetLines {
  for (const step of stepsDown(steps)) {
    const lines = brokenInto(letters, text, {...style, sizePx: step.sizePx}, widthPx);
    if (lines && lines.length <= step.most) return {lines, leadingPx: step.leadingPx, sizePx: step.sizePx};
  }
  throw new RangeError(`no card has room for: ${text}`);
}

function* stepsDown(steps: readonly Step[]): Generator<Step> {
  yield* steps;
  let {sizePx, leadingPx, most} = steps.at(-1)!;
  const heightPx = leadingPx * most;
  while (sizePx * SMALLER >= SMALLEST_PX) {
    sizePx *= SMALLER;
    leadingPx *= SMALLER;
    most = Math.floor(heightPx / leadingPx);
    yield {sizePx, leadingPx, most};
  }
}

/** As few lines as there can be, the widest no wider than it must be; null where one word is wider than a line. */
function brokenInto(letters: Letters, text: string, style: TypeStyle, widthPx: number): TypeLine[] | null {
  const words = text.split(/ +/);
  const wordsWidths = words.map((word) => letters.line(word, style).widthPx);
  const widest = Math.max(...wordsWidths);
  if (widest > widthPx) return null;
  const spacePx = letters.line('a a', style).widthPx - 2 * letters.line('a', style).widthPx;
  const breakAt = (limitPx: number) => linesWithin(wordsWidths, spacePx, limitPx);
  const count = breakAt(widthPx).length;
  // Halving the stretch between too narrow and wide enough finds the narrowest block in a few steps.
  let [narrow, wide] = [widest, widthPx];
  while (wide - narrow > 2) {
    const middle = (narrow + wide) / 2;
    if (breakAt(middle).length > count) narrow = middle;
    else wide = middle;
  }
  const lines = breakAt(wide).map(([from, to]) => letters.line(words.slice(from, to).join(' '), style));
  return lines.every((line) => line.widthPx <= widthPx) ? lines : null;
}

/** The first and the last word of each line, the last exclusive, each line as full as it can be. */
function linesWithin(widths: readonly number[], spacePx: number, limitPx: number): [from: number, to: number][] {
  const lines: [number, number][] = [];
  let usedPx = Infinity;
  for (const [i, wordPx] of widths.entries()) {
    if (usedPx + spacePx + wordPx > limitPx) {
      lines.push([i, i + 1]);
      usedPx = wordPx;
    } else {
      lines.at(-1)![1] = i + 1;
      usedPx += spacePx + wordPx;
    }
  }
  return lines;
}
