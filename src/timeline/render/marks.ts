/** How an event looks: its glyph, clip, line or bar, its words, and the area that takes the press. */
import {measureByTable} from '../layout/letter-widths.ts';
import {reachOf} from '../layout/place.ts';
import type {PlacedBar, PlacedCount, PlacedEvent, PlacedLabel, PlacedRug, Placement} from '../layout/place.ts';
import {BOX_INSET_PX, LABEL_OFFSET_PX, SELECTED_PADDING_PX, SIGN_PX} from '../layout/ways.ts';
import {isUncertain} from '../model/span.ts';
import type {Standing} from '../model/standing.ts';
import type {Lane, TimelineEvent} from '../model/timeline.ts';
import {stageWords} from '../model/words/stage.ts';
import {glyphPath} from './glyphs.ts';
import {bands, moved, pinned, pinnedWords, round, shape, share, silentWords} from './shape.ts';
import type {Band, Shape} from './shape.ts';

/** That an event is not public yet, and where it says so. */
export interface SecretWords {
  readonly text: string;
  readonly xPx: number;
  readonly widthPx: number;
}

export interface MarkState {
  readonly standing: Standing;
  readonly isSelected: boolean;
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
const COUNT_DOUBT = 0.62;
const RING = 1.75;
const HIT_PX = 24;
/** How far the ring of a focused mark stays off its words. */
const WORDS_CLEAR_PX = 3;
const CLIP_HEIGHT_PX = 17;
const COMPACT_CLIP_HEIGHT_PX = 14;
/** A tab or a small box, from its top down to the line on the foot. */
const SMALL_BOX_HEIGHT_PX = 8;
/** From the middle of a row down to the line on its foot. */
const FOOT_PX = 10.4;
const COMPACT_FOOT_PX = 7.8;
const FOOT_LINE_PX = 2.4;
const CAP_PX = 7;
const FADE_PX = 70;
const FADE_SHARE = 0.55;
const SIGN_GAP_PX = 4;
const SECRET_GAP_PX = 5;
const COUNT_HEIGHT_PX = 16;
/** Ticks of a rug: as high as the foot of a row leaves room, or the line of a lane that has nothing else. */
const TICK_PX = 3.5;
const COMPACT_TICK_PX = 2.5;
const TALL_TICK_PX = 7;
/** Ticks nearer to each other than this are one. */
const TICK_APART_PX = 2;
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
export function markShape(placed: PlacedEvent, lane: Lane, state: MarkState, widthPx: number, isCompact: boolean): Shape {
  const {event, mark, yPx} = placed;
  const isBox = mark.form === 'clip' || mark.form === 'tab';
  const classes = ['mark', `hue-${lane.hue}`, `is-${state.standing}`];
  if (isBox) classes.push('is-clip');
  if (mark.form === 'bar') classes.push('is-in-bar');
  if (isUncertain(event.span)) classes.push('is-uncertain');
  if (mark.isSmall) classes.push('is-small');
  if (state.isSelected) classes.push('is-selected');
  if (event.isTurningPoint) classes.push('is-turning-point');
  return moved(
    event.id,
    'a',
    yPx,
    {class: classes.join(' '), href: state.href, 'data-id': event.id, 'aria-label': state.name, tabindex: -1},
    [hitShape(placed, state, widthPx), ...bodyShapes(placed, lane, state, widthPx, isCompact), ...labelShapes(placed, state, widthPx)],
  );
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
      const dots = isKnown && spanPx ? dotsShapes(placed, widthPx, yPx) : [];
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

function boxShape(key: string, className: string, fromPx: number, toPx: number, widthPx: number, yPx: number, heightPx: number): Shape {
  return shape(key, 'rect', {
    class: className,
    x: share(fromPx, widthPx),
    width: share(Math.max(toPx - fromPx, 0), widthPx),
    y: round(yPx),
    height: round(heightPx),
  });
}

function lineShape(key: string, className: string, fromPx: number, toPx: number, yPx: number, widthPx: number): Shape {
  return shape(key, 'line', {class: className, x1: share(fromPx, widthPx), x2: share(toPx, widthPx), y1: round(yPx), y2: round(yPx)});
}

function uprightShape(key: string, className: string, xPx: number, topPx: number, footPx: number, widthPx: number): Shape {
  return shape(key, 'line', {class: className, x1: share(xPx, widthPx), x2: share(xPx, widthPx), y1: round(topPx), y2: round(footPx)});
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

/** Where there is room beside a mark to say that it is not public yet: right of it, else left, else nowhere. */
export function secretWords(
  placed: PlacedEvent,
  {events, counts, bars: dayBars}: Pick<Placement, 'events' | 'counts' | 'bars'>,
  standingOf: (id: string) => Standing,
  widthPx: number,
  language: string,
): SecretWords | null {
  const text = stageWords(language).notPublicYet;
  const wordsPx = measureByTable(text, 13, 450);
  const {mark, spanPx, tabPx, xPx: atPx} = placed;
  const box = mark.form === 'clip' || mark.form === 'bar' ? spanPx : mark.form === 'tab' ? tabPx : null;
  const bare = (other: PlacedEvent): readonly [number, number] => {
    const own = other.mark.form === 'clip' ? other.spanPx : other.mark.form === 'tab' ? other.tabPx : null;
    return own ? [own.fromPx, own.toPx] : [other.xPx - LABEL_OFFSET_PX, other.xPx + LABEL_OFFSET_PX];
  };
  const taken = [
    ...events
      .filter((other) => other !== placed && other.yPx === placed.yPx)
      .map((other): readonly [number, number] => (standingOf(other.event.id) === 'known' ? reachOf(other) : bare(other))),
    ...counts
      .filter(({yPx}) => yPx === placed.yPx)
      .map(({xPx, widthPx: countPx}): readonly [number, number] => [xPx - countPx / 2, xPx + countPx / 2]),
    ...dayBars
      .filter(({yPx, members}) => yPx === placed.yPx && !members.includes(placed.event.id))
      .map(({fromPx, toPx}): readonly [number, number] => [fromPx, toPx]),
  ];
  const places = box
    ? [Math.max(box.fromPx, 0) + BOX_INSET_PX, box.fromPx - BOX_INSET_PX - wordsPx]
    : [atPx + LABEL_OFFSET_PX, atPx - LABEL_OFFSET_PX - wordsPx];
  const isFree = (xPx: number) =>
    xPx >= 0 &&
    xPx + wordsPx <= widthPx &&
    taken.every(([fromPx, toPx]) => xPx + wordsPx + SECRET_GAP_PX < fromPx || xPx - SECRET_GAP_PX > toPx);
  const xPx = places.find(isFree);
  return xPx === undefined ? null : {text, xPx, widthPx: wordsPx};
}

/**
 * A bar as wide as a day, for its events without an hour: an outline all round, so that it never looks like a stretch.
 *
 * @param names - Where the names in it begin and end, from the left.
 * @param hourWords - "hour not reported", where there is room for it.
 */
export function barShape(
  {dayMs, lane: laneNumber, row, yPx, fromPx, toPx}: PlacedBar,
  lane: Lane,
  isKnown: boolean,
  names: readonly {readonly fromPx: number; readonly toPx: number}[],
  hourWords: SecretWords | null,
  widthPx: number,
  isCompact: boolean,
): Shape {
  const heightPx = isCompact ? COMPACT_CLIP_HEIGHT_PX : CLIP_HEIGHT_PX;
  const dividers = names.slice(1).map(({fromPx: nextPx}, i) => (names[i]!.toPx + nextPx) / 2);
  return moved(
    `bar-${laneNumber}-${dayMs}-${row}`,
    'g',
    yPx,
    {class: `day-bar hue-${lane.hue} ${isKnown ? 'is-known' : 'is-coming'}`, 'aria-hidden': 'true'},
    [
      boxShape('box', 'box', Math.max(fromPx, -2), Math.min(toPx, widthPx + 2), widthPx, -heightPx / 2, heightPx),
      ...dividers.map((px, i) => uprightShape(`divider-${i}`, 'divider', px, -5, 5, widthPx)),
      hourWords ? pinnedWords('hour', 'words is-hour', hourWords.xPx, 4.5, widthPx, hourWords.text) : null,
    ],
  );
}

/** A counted box with the doubt of its members; it opens into a window in which each has its place. */
export function countShape(count: PlacedCount, lane: Lane, known: number, name: string, href: string, widthPx: number): Shape {
  const {members, doubt, isAllUncertain, isAllStretch, widthPx: boxPx} = count;
  const isKnown = known > 0;
  const classes = ['cluster', `hue-${lane.hue}`, isKnown ? 'is-known' : 'is-coming'];
  if (isKnown && isAllUncertain) classes.push('is-uncertain');
  if (isKnown && isAllStretch) classes.push('is-stretch');
  const text = `+${known}`;
  const textPx = measureByTable(text, 11.5, 600);
  const shownDoubt = isKnown ? doubt : null;
  const doubtPx = shownDoubt === null ? 0 : 12;
  const textAtPx = -doubtPx / 2;
  return moved(
    `cluster-${members[0]!}`,
    'a',
    count.yPx,
    {class: classes.join(' '), href, 'data-members': members.join(' '), 'aria-label': name, tabindex: -1},
    [
      pinned('at', 'at', count.xPx, 0, widthPx, [
        shape('hit', 'rect', {class: 'hit', x: round(-boxPx / 2 - 1), y: -HIT_PX / 2, width: round(boxPx + 2), height: HIT_PX}),
        shape('box', 'rect', {
          class: 'box',
          x: round(-boxPx / 2 + 0.5),
          y: -COUNT_HEIGHT_PX / 2,
          width: round(boxPx - 1),
          height: COUNT_HEIGHT_PX,
        }),
        isKnown && isAllStretch
          ? shape('top', 'rect', {class: 'top', x: round(-boxPx / 2), y: -COUNT_HEIGHT_PX / 2 - 0.5, width: round(boxPx), height: 2.6})
          : null,
        isKnown ? shape('count', 'text', {class: 'count', x: round(textAtPx), y: 4}, text) : null,
        shownDoubt === 'uncertain'
          ? shape('doubt', 'path', {
              class: 'doubt',
              d: glyphPath(lane.glyph, COUNT_DOUBT),
              transform: `translate(${round(textAtPx + textPx / 2 + 8)} 0)`,
            })
          : null,
        shownDoubt === 'disputed'
          ? shape('sign', 'path', {class: 'sign', d: NE_PATH, transform: `translate(${round(textAtPx + textPx / 2 + 3)} 0.5) scale(0.8)`})
          : null,
      ]),
    ],
  );
}

/**
 * What neither words nor marks can tell apart: ticks on the lane's foot, one path for each kind, pressed by place.
 *
 * @param isKnown - Whether a tick's event is public.
 */
export function rugShape(
  {lane: laneNumber, yPx, isWholeLane, ticks}: PlacedRug,
  lane: Lane,
  isKnown: (event: TimelineEvent) => boolean,
  name: string,
  href: string,
  widthPx: number,
  isCompact: boolean,
): Shape {
  const heightPx = isWholeLane ? TALL_TICK_PX : isCompact ? COMPACT_TICK_PX : TICK_PX;
  const topPx = isWholeLane ? -TALL_TICK_PX / 2 : -heightPx - 0.5;
  const kinds = {exact: [] as Band[], hollow: [] as Band[], stretch: [] as Band[], dots: [] as Band[], coming: [] as Band[]};
  const lastPx = {exact: -Infinity, hollow: -Infinity, coming: -Infinity};
  const add = (kind: 'exact' | 'hollow' | 'coming', atPx: number, tickPx: number) => {
    if (atPx < 0 || atPx > widthPx || atPx - lastPx[kind] < TICK_APART_PX) return;
    lastPx[kind] = atPx;
    kinds[kind].push({fromPx: atPx - tickPx / 2, toPx: atPx + tickPx / 2, topPx, heightPx});
  };
  for (const {event, fromPx, toPx} of ticks) {
    const middlePx = Math.min(Math.max((fromPx + toPx) / 2, 2), widthPx - 2);
    if (!isKnown(event)) add('coming', middlePx, 2);
    else if (event.span.kind === 'stretch')
      kinds.stretch.push({
        fromPx: Math.max(fromPx, 0),
        toPx: Math.min(Math.max(toPx, fromPx + 3), widthPx),
        topPx: topPx + heightPx - 2.5,
        heightPx: 2.5,
      });
    else if (isUncertain(event.span)) {
      add('hollow', middlePx, 4);
      if (toPx - fromPx > 6)
        kinds.dots.push({fromPx: Math.max(fromPx, 0), toPx: Math.min(toPx, widthPx), topPx: topPx + heightPx / 2 - 0.6, heightPx: 1.2});
    } else add('exact', middlePx, 2);
  }
  const first = ticks[0]?.event.id ?? '';
  return moved(
    `rug-${laneNumber}`,
    'a',
    yPx,
    {
      class: `rug hue-${lane.hue}`,
      href,
      'data-rug': laneNumber,
      'data-members': ticks
        .map(({event}) => event.id)
        .slice(0, MAX_RUG_MEMBERS)
        .join(' '),
      'data-first': first,
      'aria-label': name,
      tabindex: -1,
    },
    [
      shape('hit', 'rect', {
        class: 'hit',
        x: 0,
        width: '100%',
        y: round(topPx - (isWholeLane ? 4 : 1)),
        height: round(heightPx + (isWholeLane ? 8 : 2)),
      }),
      bands(
        'ticks',
        widthPx,
        RUG_KINDS.filter((kind) => kinds[kind].length > 0).map((kind) => ({className: `tick is-${kind}`, boxes: kinds[kind]})),
      ),
    ],
  );
}

/** What a rug tells apart, from what lies below to what lies above. */
const RUG_KINDS = ['dots', 'stretch', 'exact', 'hollow', 'coming'] as const;
/** A name that lists more than this is no help; pressing goes by place. */
const MAX_RUG_MEMBERS = 60;

/** Events that a search passes over, as ticks of one path for each lane. */
export function ghostShape({lane, yPx, ticks}: PlacedRug, widthPx: number): Shape {
  const drawn = ticks.map(({fromPx, toPx}): Band => ({
    fromPx: fromPx - 1,
    toPx: Math.max(toPx, fromPx + 1),
    topPx: toPx > fromPx ? -2.5 : -5.5,
    heightPx: toPx > fromPx ? 1.5 : 5,
  }));
  return moved(`ghost-${lane}`, 'g', yPx, {class: 'ghost', 'aria-hidden': 'true'}, [
    bands('ticks', widthPx, [{className: 'tick', boxes: drawn}]),
  ]);
}
