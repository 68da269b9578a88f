/**
 * How wide the labels' letters are, so that the build can place labels without a page.
 *
 * Advance widths of Archivo at 87 % width, in thousandths of the type size, kerning off, measured from
 * the font file this site serves. A letter that is not in the table counts as an M: too wide is safe.
 */

/** Letters beyond printable ASCII, which comes first in the tables, in order of code. */
const FURTHER_LETTERS = '£·×é–—‘’“”…€';
const FIRST_CODE = 32;
const LAST_CODE = 126;

const SEMIBOLD = [
  174, 277, 404, 540, 475, 861, 649, 224, 350, 350, 394, 585, 266, 301, 266, 286, 524, 524, 524, 524, 524, 524, 524, 524, 524, 524, 296,
  296, 585, 585, 585, 537, 885, 625, 623, 644, 649, 593, 533, 700, 651, 261, 520, 625, 507, 776, 652, 696, 597, 696, 637, 588, 557, 643,
  596, 858, 612, 609, 571, 329, 286, 329, 585, 449, 189, 504, 527, 491, 527, 505, 283, 518, 520, 232, 229, 490, 231, 772, 520, 531, 527,
  527, 323, 475, 285, 519, 465, 684, 488, 464, 455, 375, 226, 375, 585, 523, 291, 585, 505, 435, 870, 249, 249, 427, 427, 840, 524,
];

const REGULAR = [
  180, 266, 361, 535, 454, 842, 622, 202, 343, 343, 394, 574, 252, 301, 252, 282, 515, 515, 515, 515, 515, 515, 515, 515, 515, 515, 276,
  276, 574, 574, 574, 516, 887, 604, 616, 645, 650, 593, 533, 698, 651, 248, 499, 602, 485, 768, 651, 696, 591, 696, 640, 587, 546, 644,
  580, 836, 606, 598, 568, 298, 282, 298, 574, 432, 172, 494, 510, 472, 510, 495, 263, 495, 504, 214, 211, 466, 214, 766, 505, 513, 510,
  510, 302, 454, 269, 504, 443, 655, 463, 443, 445, 349, 224, 349, 574, 511, 291, 574, 495, 435, 870, 227, 227, 377, 377, 772, 519,
];

const WIDEST = 900;
/** Marks of the direction of text, which take no room. */
const INVISIBLE = '\u2066\u2067\u2068\u2069';

const WIDTHS = {450: REGULAR, 600: SEMIBOLD};

export type LabelWeight = 450 | 600;

/** Width of one line of text in pixels. */
export type MeasureText = (text: string, sizePx: number, weight: LabelWeight) => number;

export const measureByTable: MeasureText = (text, sizePx, weight) => {
  const widths = WIDTHS[weight];
  let thousandths = 0;
  for (const letter of text) thousandths += widthOf(letter, widths);
  return (thousandths * sizePx) / 1000;
};

/** Looked up by the letter's code: a map of the letters would cost a first visit more than all its labels do. */
function widthOf(letter: string, widths: readonly number[]): number {
  const code = letter.codePointAt(0)!;
  if (code >= FIRST_CODE && code <= LAST_CODE) return widths[code - FIRST_CODE]!;
  if (INVISIBLE.includes(letter)) return 0;
  const further = FURTHER_LETTERS.indexOf(letter);
  return further < 0 ? WIDEST : widths[LAST_CODE - FIRST_CODE + 1 + further]!;
}
