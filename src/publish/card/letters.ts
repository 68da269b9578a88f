/**
 * Words as outlines, so that a card looks the same wherever it is drawn: no font of the machine is ever asked.
 * HarfBuzz shapes each run as browsers do, from the fonts of the site; what those have no letter for comes from DejaVu.
 */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import bidiFactory from 'bidi-js';
import * as harfbuzz from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';

export interface TypeStyle {
  readonly sizePx: number;
  readonly weight: number;
  /** In percent of the ordinary width. */
  readonly stretch: number;
  /** Between letters, as a share of the size. */
  readonly trackingEm?: number;
  /** Which way a line of mixed scripts runs; its first letter says so where nothing does. */
  readonly direction?: 'ltr' | 'rtl';
}

/** One line of words: what an SVG path draws, from the left end of the baseline. */
export interface TypeLine {
  readonly d: string;
  readonly widthPx: number;
}

/** Sets words in type. */
export interface Letters {
  readonly line: (text: string, style: TypeStyle) => TypeLine;
  readonly isRightToLeft: (text: string) => boolean;
}

interface FontFile {
  readonly has: (codePoint: number) => boolean;
  readonly fontOf: (style: TypeStyle) => harfbuzz.Font;
  readonly unitsPerEm: number;
}

interface Run {
  readonly text: string;
  readonly font: FontFile;
}

const require = createRequire(join(process.cwd(), 'package.json'));
/** For words that the site's fonts lack a letter of: ordinary, and bold. */
const STAND_INS = ['dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'];
const RIGHT_TO_LEFT_BIT = 1;
/** Signs that steer the direction of letters and have no shape. */
const STEERING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const WORDS_AND_SPACES = /\s+|\S+/g;

const bidi = bidiFactory();

let loaded: Promise<Letters> | null = null;

/** The letters of every card, read once. */
export function cardLetters(): Promise<Letters> {
  return (loaded ??= lettersFromFonts());
}

/** Reads the fonts: the site's own, and the fallbacks for letters it lacks. */
async function lettersFromFonts(): Promise<Letters> {
  const own = variableFont(await decompress(readFileSync(join('public', 'fonts', 'archivo-sub.woff2'))));
  const [regular, bold] = STAND_INS.map((file) => fixedFont(readFileSync(require.resolve(file))));
  const fontsFor = ({weight}: TypeStyle) => [own, weight < 600 ? regular! : bold!];
  return {
    line: (text, style) => lineOf(text, style, fontsFor(style)),
    isRightToLeft: (text) => (bidi.getEmbeddingLevels(text).paragraphs[0]?.level ?? 0) % 2 === RIGHT_TO_LEFT_BIT,
  };
}

function variableFont(data: Uint8Array): FontFile {
  const face = new harfbuzz.Face(new harfbuzz.Blob(data));
  const fonts = new Map<string, harfbuzz.Font>();
  return {
    ...lettersOf(face),
    fontOf: ({weight, stretch}) => {
      const key = `${weight} ${stretch}`;
      const font = fonts.get(key) ?? new harfbuzz.Font(face);
      if (!fonts.has(key)) font.setVariations([new harfbuzz.Variation('wght', weight), new harfbuzz.Variation('wdth', stretch)]);
      fonts.set(key, font);
      return font;
    },
  };
}

function fixedFont(data: Uint8Array): FontFile {
  const face = new harfbuzz.Face(new harfbuzz.Blob(data));
  const font = new harfbuzz.Font(face);
  return {...lettersOf(face), fontOf: () => font};
}

function lettersOf(face: harfbuzz.Face): Pick<FontFile, 'has' | 'unitsPerEm'> {
  const codePoints = new Set(face.collectUnicodes());
  return {has: (codePoint) => codePoints.has(codePoint), unitsPerEm: face.upem};
}

function lineOf(text: string, style: TypeStyle, fonts: readonly FontFile[]): TypeLine {
  let d = '';
  let penPx = 0;
  for (const part of partsInSight(text, style.direction)) {
    const runs = runsOf(part.text, fonts);
    for (const run of part.isRightToLeft ? runs.toReversed() : runs) {
      const shaped = shapeRun(run, part.isRightToLeft, style, penPx);
      d += shaped.d;
      penPx += shaped.widthPx;
    }
  }
  return {d, widthPx: penPx};
}

/** The stretches of one direction, from left to right as they are seen. */
function partsInSight(text: string, direction: TypeStyle['direction']): {readonly text: string; readonly isRightToLeft: boolean}[] {
  const embedding = bidi.getEmbeddingLevels(text, direction);
  const {levels} = embedding;
  const order = bidi.getReorderedIndices(text, embedding);
  const parts: {indices: number[]; isRightToLeft: boolean}[] = [];
  for (const index of order) {
    const isRightToLeft = levels[index]! % 2 === RIGHT_TO_LEFT_BIT;
    const last = parts.at(-1);
    if (last?.isRightToLeft === isRightToLeft && Math.abs(last.indices.at(-1)! - index) === 1) last.indices.push(index);
    else parts.push({indices: [index], isRightToLeft});
  }
  return parts.map(({indices, isRightToLeft}) => ({
    text: text.slice(Math.min(...indices), Math.max(...indices) + 1).replace(STEERING, ''),
    isRightToLeft,
  }));
}

/** A text by the font that has all letters of a word; the last where none has. */
function runsOf(text: string, fonts: readonly FontFile[]): Run[] {
  const runs: {text: string; font: FontFile}[] = [];
  for (const word of text.match(WORDS_AND_SPACES) ?? []) {
    const font = fonts.find(({has}) => [...word].every((letter) => has(letter.codePointAt(0)!))) ?? fonts.at(-1)!;
    const last = runs.at(-1);
    if (last?.font === font || (last && /^\s/.test(word))) last.text += word;
    else runs.push({text: word, font});
  }
  return runs;
}

function shapeRun({text, font: file}: Run, isRightToLeft: boolean, style: TypeStyle, fromPx: number): TypeLine {
  const font = file.fontOf(style);
  const buffer = new harfbuzz.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(isRightToLeft ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
  harfbuzz.shape(font, buffer);
  const scale = style.sizePx / file.unitsPerEm;
  // Letters that join must not be drawn apart.
  const trackingPx = isRightToLeft ? 0 : (style.trackingEm ?? 0) * style.sizePx;
  const positions = buffer.getGlyphPositions();
  let d = '';
  let penPx = fromPx;
  for (const [i, {codepoint: glyph}] of buffer.getGlyphInfos().entries()) {
    const {xAdvance, xOffset, yOffset} = positions[i]!;
    d += outlineOf(font, glyph, scale, penPx + xOffset * scale, -yOffset * scale);
    penPx += xAdvance * scale + trackingPx;
  }
  return {d, widthPx: penPx - fromPx};
}

/** A letter's outline; fonts count upwards, pictures downwards. */
function outlineOf(font: harfbuzz.Font, glyph: number, scale: number, xPx: number, yPx: number): string {
  return font
    .glyphToJson(glyph)
    .map(({type, values}) => type + values.map((value, i) => tenths(i % 2 === 0 ? xPx + value * scale : yPx - value * scale)).join(' '))
    .join('');
}

function tenths(px: number): number {
  return Math.round(px * 10) / 10;
}
