/** How an event looks: its glyph, clip, line or bar, its words, and the area that takes the press. */
import type {PlacedEvent, PlacedLabel} from '../layout/place.ts';
import {SELECTED_PADDING_PX, SIGN_PX} from '../layout/drawn.ts';
import {isUncertain} from '../model/span.ts';
import type {Standing} from '../model/standing.ts';
import type {Lane} from '../model/timeline.ts';
import {glyphPath} from './glyphs.ts';
import type {SecretWords} from './secret.ts';
import {boxShape, carried, lineShape, moved, pinned, round, shape, share, silentWords, uprightShape} from './shape.ts';
import type {Carried, Shape} from './shape.ts';

export interface MarkState {
  readonly standing: Standing;
  readonly isSelected: boolean;
  /** Whether it is drawn quietly, since it was public on the day that is compared. */
  readonly wasPublic?: boolean;
  /** Its accessible name. */
  readonly name: string;
  readonly href: string;
  /** Where it says that it is not public yet; null where it is, or where there is no room to say so. */
  readonly secret: SecretWords | null;
  /** How far the stem of a reported hour reaches, up and down from the middle of the row; null for no stem. */
  readonly stemPx: {readonly topPx: number; readonly footPx: number} | null;
}

/** Size of the marks against that of a named event; design.md 11. */
export const SMALL = 0.72;
const RING = 1.75;
export const HIT_PX = 24;
/** How far the ring of a focused mark stays off its words. */
const WORDS_CLEAR_PX = 3;
export const CLIP_HEIGHT_PX = 17;
export const COMPACT_CLIP_HEIGHT_PX = 14;
/** A tab or a small box, from its top down to the line on the foot. */
const SMALL_BOX_HEIGHT_PX = 8;
/** From the middle of a row down to the line on its foot. */
export const FOOT_PX = 10.4;
export const COMPACT_FOOT_PX = 7.8;
const FOOT_LINE_PX = 2.4;
const CAP_PX = 7;
const FADE_PX = 70;
const FADE_SHARE = 0.55;
const SIGN_GAP_PX = 4;
/** Id of the page's definition of ≠. */
export const DISPUTED_ID = 'mark_disputed';
/** Ids of the page's masks that let a box fade in from its left end, and out towards its right. */
export const FADE_IDS = {in: 'fade_in', out: 'fade_out'} as const;
export const NE_PATH = 'M0.5 -2H10.500M0.5 2.600H10.500M8 -5.200L3 5.800';

/** Id of a mark's outline among the page's definitions; no event, chapter or source can have an id with `_`. */
export function markId(glyph: Lane['glyph'], isSmall: boolean): string {
  return `mark_${glyph}${isSmall ? '_small' : ''}`;
}

/** An event's mark, span or clip, its words, and the area that takes the press: one link. Drawn around the middle of its row. */
export function markShape(placed: PlacedEvent, lane: Lane, state: MarkState, widthPx: number, isCompact: boolean): Carried {
  const {event, mark, yPx} = placed;
  const isBox = mark.form === 'clip' || mark.form === 'tab';
  const classes = ['mark', `hue-${lane.hue}`, `is-${state.standing}`];
  if (isBox) classes.push('is-clip');
  if (mark.form === 'bar') classes.push('is-in-bar');
  if (isUncertain(event.span)) classes.push('is-uncertain');
  if (mark.isSmall) classes.push('is-small');
  if (state.isSelected) classes.push('is-selected');
  if (state.wasPublic) classes.push('was-public');
  if (event.isTurningPoint) classes.push('is-turning-point');
  const link = moved(
    event.id,
    'a',
    yPx,
    {class: classes.join(' '), href: state.href, 'data-id': event.id, 'aria-label': state.name, tabindex: -1},
    [hitShape(placed, state, widthPx), ...bodyShapes(placed, lane, state, widthPx, isCompact), ...labelShapes(placed, state, widthPx)],
  );
  return carried(placed.xPx, yPx, link);
}

function bodyShapes(placed: PlacedEvent, lane: Lane, state: MarkState, widthPx: number, isCompact: boolean): (Shape | null)[] {
  const {mark, xPx, spanPx, tabPx} = placed;
  const isKnown = state.standing === 'known';
  const footPx = isCompact ? COMPACT_FOOT_PX : FOOT_PX;
  const heightPx = isCompact ? COMPACT_CLIP_HEIGHT_PX : CLIP_HEIGHT_PX;
  switch (mark.form) {
    case 'bar':
      return [];
    case 'clip':
      return clipShapes(placed, state, widthPx, heightPx);
    case 'tab':
      return [
        isKnown ? footLine(placed, widthPx, footPx) : null,
        boxShape(
          'tab',
          isKnown ? (mark.isSmall ? 'small-box' : 'tab') : 'outline',
          tabPx!.fromPx,
          tabPx!.toPx,
          widthPx,
          mark.isSmall ? footPx - SMALL_BOX_HEIGHT_PX : -heightPx / 2,
          mark.isSmall ? SMALL_BOX_HEIGHT_PX : heightPx,
        ),
        state.isSelected ? boxShape('ring', 'ring', tabPx!.fromPx, tabPx!.toPx, widthPx, -heightPx / 2, heightPx) : null,
      ];
    case 'dots':
    case 'glyph': {
      const yPx = mark.isOnFoot ? footPx : 0;
      const dots = isKnown && spanPx && (mark.form === 'dots' || !state.wasPublic) ? dotsShapes(placed, widthPx, yPx) : [];
      if (mark.form === 'dots' && isKnown) return dots;
      const atPx = mark.form === 'dots' ? Math.max((spanPx!.fromPx + spanPx!.toPx) / 2, 0) : xPx;
      return [
        ...dots,
        isKnown && mark.isOnFoot && spanPx ? uprightShape('drop', 'stem', xPx, 0, footPx, widthPx) : null,
        state.stemPx ? uprightShape('stem', 'stem', xPx, state.stemPx.topPx, state.stemPx.footPx, widthPx) : null,
        state.isSelected
          ? pinned('at', 'at', atPx, 0, widthPx, [shape('ring', 'path', {class: 'ring', d: glyphPath(lane.glyph, RING)})])
          : null,
        shape('glyph', 'use', {class: 'glyph', href: `#${markId(lane.glyph, mark.isSmall)}`, x: share(atPx, widthPx)}),
      ];
    }
  }
}

/** What takes the press and wears the ring: at least 24 by 24, and the words with it. */
function hitShape({mark: {form}, xPx, spanPx, tabPx, label}: PlacedEvent, state: MarkState, widthPx: number): Shape {
  const box = form === 'clip' ? spanPx : form === 'tab' ? tabPx : null;
  const isWordsAlone = form === 'bar' || form === 'dots';
  const hasWords = label !== null && state.standing === 'known';
  const own = box ?? (isWordsAlone && hasWords ? {fromPx: Infinity, toPx: -Infinity} : {fromPx: xPx - HIT_PX / 2, toPx: xPx + HIT_PX / 2});
  const fromPx = Math.max(Math.min(own.fromPx, hasWords ? label.xPx - WORDS_CLEAR_PX : Infinity), -HIT_PX);
  const toPx = Math.min(Math.max(own.toPx, hasWords ? label.xPx + label.widthPx + WORDS_CLEAR_PX : -Infinity), widthPx + HIT_PX);
  return shape('hit', 'rect', {
    class: 'hit',
    x: share(fromPx, widthPx),
    width: share(Math.max(toPx - fromPx, HIT_PX), widthPx),
    y: -HIT_PX / 2,
    height: HIT_PX,
  });
}

/** A stretch as a line on its row's foot, from true start to true end; ends that are not sure are dashed. */
function footLine({event: {span}, spanPx}: PlacedEvent, widthPx: number, footPx: number): Shape | null {
  if (span.kind !== 'stretch' || !spanPx) return null;
  const {fromPx, toPx} = spanPx;
  const fadePx = Math.min(FADE_PX, (toPx - fromPx) * FADE_SHARE);
  const sureFromPx = span.softStart ? fromPx + fadePx : fromPx;
  const sureToPx = span.softEnd ? toPx - fadePx : toPx;
  const topPx = footPx - FOOT_LINE_PX / 2;
  return shape('foot-line', 'g', {class: 'foot-line'}, [
    boxShape('line', 'line', sureFromPx, sureToPx, widthPx, topPx, FOOT_LINE_PX),
    span.softStart ? lineShape('before', 'unsure', fromPx, sureFromPx, footPx, widthPx) : null,
    span.softEnd
      ? lineShape('after', 'unsure', sureToPx, toPx, footPx, widthPx)
      : uprightShape('tail', 'tail', toPx - 0.5, footPx - 6, footPx, widthPx),
  ]);
}

/** Dots over the days an event may have happened on; caps where its edges are sure, fading where they are not. */
function dotsShapes({event: {span}, xPx, spanPx, mark}: PlacedEvent, widthPx: number, yPx: number): Shape[] {
  const {fromPx, toPx} = spanPx!;
  if (span.kind === 'within' && !span.soft) {
    return [
      lineShape('dots', 'dots', fromPx, toPx, yPx, widthPx),
      ...[fromPx, toPx].flatMap((px, i) =>
        px < 0 || px > widthPx ? [] : [uprightShape(`cap-${i}`, 'cap', px, yPx - CAP_PX / 2, yPx + CAP_PX / 2, widthPx)],
      ),
    ];
  }
  const nearPx =
    mark.form === 'dots'
      ? span.kind === 'by'
        ? toPx
        : span.kind === 'since'
          ? fromPx
          : (fromPx + toPx) / 2
      : Math.min(Math.max(xPx, fromPx), toPx);
  const ends = span.kind === 'by' ? [fromPx] : span.kind === 'since' ? [toPx] : [fromPx, toPx];
  return ends.flatMap((farPx, k) =>
    [0, 1, 2].map((i) => {
      const at = (n: number) => nearPx + ((farPx - nearPx) * n) / 3;
      return lineShape(`fade-${k}-${i}`, `dots fade-${i}`, at(i), at(i + 1), yPx, widthPx);
    }),
  );
}

function clipShapes({event: {span}, spanPx}: PlacedEvent, state: MarkState, widthPx: number, heightPx: number): (Shape | null)[] {
  if (span.kind !== 'stretch' || !spanPx) return [];
  const {fromPx, toPx} = spanPx;
  const topPx = -heightPx / 2;
  const box = (key: string, className: string, aPx: number, bPx: number) => boxShape(key, className, aPx, bPx, widthPx, topPx, heightPx);
  if (state.standing !== 'known') return [box('clip', 'outline', fromPx, toPx)];
  const fadePx = Math.min(FADE_PX, (toPx - fromPx) * FADE_SHARE);
  const sureFromPx = span.softStart ? fromPx + fadePx * (span.softEnd ? 0.8 : 1) : fromPx;
  const sureToPx = span.softEnd ? toPx - fadePx * (span.softStart ? 0.8 : 1) : toPx;
  const edge = (key: string, className: string, aPx: number, bPx: number) => lineShape(key, className, aPx, bPx, topPx + 1, widthPx);
  const isSeen = (px: number) => px >= -1 && px <= widthPx + 1;
  const end = (key: string, px: number) => (isSeen(px) ? uprightShape(key, key, px, topPx, topPx + heightPx, widthPx) : null);
  return [
    box('clip', 'clip', sureFromPx, sureToPx),
    span.softStart
      ? shape('fade-in', 'rect', {...box('', 'clip-fade', fromPx, sureFromPx).attributes, mask: `url(#${FADE_IDS.in})`})
      : null,
    span.softEnd ? shape('fade-out', 'rect', {...box('', 'clip-fade', sureToPx, toPx).attributes, mask: `url(#${FADE_IDS.out})`}) : null,
    edge('top', 'clip-top', sureFromPx, sureToPx),
    span.softStart ? edge('top-in', 'clip-top is-unsure', fromPx, sureFromPx) : end('clip-head', fromPx + 1),
    span.softEnd ? edge('top-out', 'clip-top is-unsure', sureToPx, toPx) : end('clip-tail', toPx - 0.5),
    state.isSelected ? box('ring', 'ring', fromPx, toPx) : null,
  ];
}

function labelShapes(placed: PlacedEvent, state: MarkState, widthPx: number): Shape[] {
  const {event, label} = placed;
  if (state.secret) {
    const {xPx, widthPx: wordsPx, text} = state.secret;
    return [wordsBeside('words size-13 is-quiet label', xPx, wordsPx, placed, 4.5, widthPx, text)];
  }
  return label && state.standing === 'known' ? wordsShapes(placed, label, state, event.importance === 1, widthPx) : [];
}

/** Words that have their mark at their end are drawn back from there: letters wider than the table says grow away from it. */
function wordsBeside(
  className: string,
  xPx: number,
  wordsPx: number,
  {xPx: markPx}: PlacedEvent,
  yPx: number,
  widthPx: number,
  text: string,
): Shape {
  return xPx + wordsPx > markPx
    ? silentWords('words', className, xPx, yPx, widthPx, text)
    : silentWords('words', `${className} is-end`, xPx + wordsPx, yPx, widthPx, text);
}

/** Words, and ≠ after them; on a block, in a box of their own that keeps them together. */
function wordsShapes(placed: PlacedEvent, label: PlacedLabel, {isSelected}: MarkState, isStrong: boolean, widthPx: number): Shape[] {
  const className = `words size-${String(label.sizePx).replace('.', '-')}${isStrong ? ' is-strong' : ''}`;
  const yPx = label.sizePx === 15 ? 5 : 4.5;
  const signPx = label.widthPx - SIGN_PX + SIGN_GAP_PX;
  if (!isSelected) {
    return [
      wordsBeside(`label ${className}`, label.xPx, label.widthPx - (label.hasSign ? SIGN_PX : 0), placed, yPx, widthPx, label.text),
      ...(label.hasSign
        ? [shape('sign', 'use', {class: 'label sign', href: `#${DISPUTED_ID}`, x: share(label.xPx + signPx, widthPx)})]
        : []),
    ];
  }
  return [
    pinned('label', 'label', label.xPx, 0, widthPx, [
      shape('block', 'rect', {
        class: 'block',
        x: -SELECTED_PADDING_PX,
        y: -10,
        width: round(label.widthPx + 2 * SELECTED_PADDING_PX),
        height: 20,
      }),
      shape('words', 'text', {class: className, y: yPx}, label.text),
      label.hasSign ? shape('sign', 'path', {class: 'sign', d: NE_PATH, transform: `translate(${round(signPx)} 0.5)`}) : null,
    ]),
  ];
}
