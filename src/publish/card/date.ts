/** When an event happened and what is not sure of it, beside its lane's mark. */
import type {Content, EventEntry} from '../../schema/content.ts';
import {dayStyle, entryById} from '../../story/lookup.ts';
import {eventDateWords} from '../../timeline/model/day-words.ts';
import {glyphPath} from '../../timeline/render/glyphs.ts';
import {round, shape} from '../../timeline/render/shape.ts';
import type {Shape} from '../../timeline/render/shape.ts';
import {doubtsOf} from './alt.ts';
import type {Doubt} from './alt.ts';
import {COLOURS, HUE_COLOURS} from './colours.ts';
import type {Letters, TypeLine} from './letters.ts';
import {LINE} from './lines.ts';
import {CARD_WIDTH_PX, MARGIN_PX} from './places.ts';

interface DateOfCard {
  readonly content: Content;
  readonly event: EventEntry;
  readonly letters: Letters;
  /** Whether the card reads from right to left. */
  readonly isRight: boolean;
  readonly basePx: number;
}

interface Part {
  readonly line: TypeLine;
  readonly sign: Doubt['sign'];
  readonly widthPx: number;
}

interface Rows {
  readonly rows: readonly (readonly Part[])[];
  readonly sizePx: number;
}

const SIZES_PX = {oneRow: [47, 42, 38, 35], twoRows: [36, 33, 30, 29]} as const;
const LEADING = 1.1;
/** How far two rows begin above the place of one. */
const TWO_ROWS_UP_PX = 14;
const MARK_SIZE = 3.27;
const MARK_PX = 26;
/** From the margin to the words beside the mark. */
const BESIDE_MARK_PX = 69;
const ROOM_PX = CARD_WIDTH_PX - 2 * MARGIN_PX - BESIDE_MARK_PX;
const GAP_PX = 45;
/** The room of a sign, and how much of it the sign has, against the size of the words beside it. */
const SIGN_SHARE = 1.02;
const SIGN_INK_SHARE = 0.86;
/** From a baseline up to the middle of its letters. */
const MIDDLE_SHARE = 0.345;
/** The site's signs in a box of 20. */
const SIGN_PATHS = {
  approximate: 'M3.5 8.3c2-2.4 4.1-1.9 6.2-.7s4.5 1.7 6.8-.7M3.5 13.5c2-2.4 4.1-1.9 6.2-.7s4.5 1.7 6.8-.7',
  unequal: 'M4 7.6h12M4 12.4h12M12.8 4l-5.6 12',
} as const;
const SIGN_BOX = 20;

/** One row as large as it can be, or two. */
export function dateShapes(card: DateOfCard): Shape[] {
  const {content, event, isRight} = card;
  const {rows, sizePx} = rowsOf(card);
  const basePx = card.basePx - (rows.length > 1 ? TWO_ROWS_UP_PX : 0);
  const lane = entryById(content.story.lanes, event.lane);
  const mark = shape('mark', 'path', {
    transform: `translate(${mirrored(MARGIN_PX + MARK_PX, isRight)} ${round(basePx - sizePx * MIDDLE_SHARE)})`,
    d: glyphPath(lane.glyph, MARK_SIZE),
    fill: HUE_COLOURS[lane.hue],
  });
  return [mark, ...rows.flatMap((row, i) => rowShapes(row, basePx + i * sizePx * LEADING, sizePx, isRight))];
}

function rowsOf({content, event, letters, isRight}: DateOfCard): Rows {
  const {story, events} = content;
  const doubts = doubtsOf(content, event);
  const partsOf = (length: 'long' | 'short', sizePx: number) =>
    [{words: eventDateWords(event, events, dayStyle(story, length)), sign: null}, ...doubts].map(({words, sign}): Part => {
      const line = letters.line(words, {...LINE, sizePx, direction: isRight ? 'rtl' : 'ltr'});
      return {line, sign, widthPx: line.widthPx + (sign === null ? 0 : sizePx * SIGN_SHARE)};
    });
  for (const [most, sizes] of [SIZES_PX.oneRow, SIZES_PX.twoRows].entries()) {
    for (const sizePx of sizes) {
      for (const length of ['long', 'short'] as const) {
        const rows = inRows(partsOf(length, sizePx));
        if (rows && rows.length <= most + 1) return {rows, sizePx};
      }
    }
  }
  throw new RangeError(`no card has room for the date of ${event.id}`);
}

/** Parts beside each other as long as there is room; null where one alone has none. */
function inRows(parts: readonly Part[]): Part[][] | null {
  const rows: Part[][] = [];
  let leftPx = 0;
  for (const part of parts) {
    if (part.widthPx > ROOM_PX) return null;
    if (rows.length > 0 && part.widthPx + GAP_PX <= leftPx) {
      rows.at(-1)!.push(part);
      leftPx -= part.widthPx + GAP_PX;
    } else {
      rows.push([part]);
      leftPx = ROOM_PX - part.widthPx;
    }
  }
  return rows;
}

function rowShapes(row: readonly Part[], basePx: number, sizePx: number, isRight: boolean): Shape[] {
  const signPx = sizePx * SIGN_SHARE;
  const scale = (sizePx * SIGN_INK_SHARE) / SIGN_BOX;
  let penPx = MARGIN_PX + BESIDE_MARK_PX;
  return row.flatMap(({line, sign, widthPx}, i) => {
    const fromPx = penPx;
    penPx += widthPx + GAP_PX;
    const wordsPx = fromPx + (sign === null ? 0 : signPx);
    const topPx = basePx - sizePx * MIDDLE_SHARE - (SIGN_BOX / 2) * scale;
    const signs =
      sign === null
        ? []
        : [
            shape(sign, 'path', {
              transform: `translate(${mirrored(fromPx, isRight, SIGN_BOX * scale)} ${round(topPx)}) scale(${round(scale)})`,
              d: SIGN_PATHS[sign],
              fill: 'none',
              stroke: COLOURS.ink,
              'stroke-width': 2,
            }),
          ];
    const transform = `translate(${mirrored(wordsPx, isRight, line.widthPx)} ${round(basePx)})`;
    return [...signs, shape(`words-${i}`, 'path', {transform, d: line.d, fill: COLOURS.ink})];
  });
}

/** The left end of something that begins at a distance from the left edge, or ends at that distance from the right. */
function mirrored(px: number, isRight: boolean, widthPx = 0): number {
  return round(isRight ? CARD_WIDTH_PX - px - widthPx : px);
}
