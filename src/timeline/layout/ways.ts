/** The ways to draw one event in one window: where its mark may be, and on which side its words; design.md 7 to 10. */
import type {IndexedEvent} from '../model/event-index.ts';
import {isUncertain} from '../model/span.ts';
import {DAY_MS} from '../model/time.ts';
import type {Drawn, Form, LabelSide, Window} from './drawn.ts';
import {beginningsOf, labelOf, textsOf, wordsOf} from './label-words.ts';
import type {Words} from './label-words.ts';
import type {Interval, Way} from './rows.ts';
import {msAtX, showsHours, xPxOf} from './scale.ts';

/** Half an exact mark, with its outline. */
export const MARK_HALF_PX = 7;
export const SMALL_MARK_HALF_PX = 5;
/** From a mark's middle to its words. */
export const LABEL_OFFSET_PX = 11;
const SELECTED_OFFSET_PX = 18;
/** From the edge of a clip, bar or tab to the words inside it or beside it. */
export const BOX_INSET_PX = 8;
export const MIN_CLIP_PX = 8;
export const SPAN_LABEL_GAP_PX = 5;
/** How far the dots of "by this date" reach before they have faded. */
export const BY_FADE_DAYS = 2.5;
export const MIN_BY_FADE_PX = 22;
/** A small mark of a stretch on its foot line. */
export const SMALL_BOX_PX = 12;

/** From this scale on a day is a column, in which a mark without an hour may be anywhere. */
export const COLUMN_PX_PER_DAY = 24;
/** A mark stays this far inside the lines of its day. */
const COLUMN_INSET_PX = 6;
const PLACES = 7;
const FEW_PLACES = 3;
const TAB_PLACES = 9;
/** How much of a day or a span must be in the window for its event to be there. */
const DAY_REACH_PX = 16;
const SPAN_REACH_PX = 4;
/** Of a day that is a bar: less of it than this says nothing. */
const DAY_REACH_SHARE = 0.15;
/** Places nearer than this to each other are one. */
const MIN_STEP_PX = 3;

const COST = {
  shorter: 0.7,
  left: 0.7,
  otherPlace: 0.5,
  tab: 0.1,
  foot: 0.45,
  besideClip: 0.5,
} as const;

/** Whether events without an hour are bars as wide as their day. */
export function hasDayBars({pxPerDay, size}: Pick<Window, 'pxPerDay' | 'size'>): boolean {
  return showsHours(pxPerDay, size.isCompact);
}

/**
 * How much of an event must lie in the window for it to be drawn there, in milliseconds. One that happened by a day or
 * since it has a mark in the middle of that day and dots that fade away from it, so the mark decides.
 */
export function reachMs({event: {span}}: IndexedEvent, window: Pick<Window, 'pxPerDay' | 'size'>): number {
  if (span.kind === 'by' || span.kind === 'since') return Infinity;
  if (span.kind === 'day' && hasDayBars(window)) return Math.max(DAY_REACH_SHARE * DAY_MS, (DAY_REACH_PX / window.pxPerDay) * DAY_MS);
  const px = span.kind === 'stretch' || span.kind === 'within' ? SPAN_REACH_PX : DAY_REACH_PX;
  return (px / window.pxPerDay) * DAY_MS;
}

export function fadePx(pxPerDay: number): number {
  return Math.max(BY_FADE_DAYS * pxPerDay, MIN_BY_FADE_PX);
}

/** Ways with words, cheapest first; none where the plot has no room for them, unless a reader has selected the event. */
export function waysWithWords(window: Window, entry: IndexedEvent): Way<Drawn>[] {
  const {event} = entry;
  const texts = textsOf(window, event);
  const ways = texts.flatMap((text, i) =>
    waysOfWords(window, entry, wordsOf(window, event, text), i * COST.shorter, i === 0 ? PLACES : FEW_PLACES),
  );
  if (ways.length === 0 && event.id === window.selectedId) {
    for (const words of beginningsOf(window, event, texts.at(-1)!)) {
      const cut = waysOfWords(window, entry, words, texts.length * COST.shorter, FEW_PLACES);
      if (cut.length > 0) return cut.sort((a, b) => a.cost - b.cost);
    }
  }
  return ways.sort((a, b) => a.cost - b.cost);
}

function waysOfWords(window: Window, entry: IndexedEvent, words: Words, cost: number, places: number): Way<Drawn>[] {
  const {span} = entry.event;
  if (span.kind === 'stretch') return clipWays(window, entry, words, cost);
  if (isUncertain(span) && hasDayBars(window)) return dotsWays(window, entry, words, cost);
  return glyphWays(window, entry, words, cost, places);
}

/** Ways without words: a small mark with its doubt, cheapest first. */
export function waysWithoutWords(window: Window, entry: IndexedEvent): Way<Drawn>[] {
  const {span} = entry.event;
  const visible = visibleOf(window, entry);
  const small = (form: Form, xPx: number, body: Interval, isOnFoot: boolean, cost: number): Way<Drawn> => ({
    cost,
    body,
    isBox: form === 'clip',
    foot: isOnFoot ? visible : null,
    isDotted: form === 'glyph',
    drawn: {form, atMs: msAtX(xPx, window.view, window.size.widthPx), isOnFoot, isSmall: true, label: null},
  });
  if (span.kind === 'stretch') {
    const boxFromPx = Math.min(visible.fromPx, window.size.widthPx - SMALL_BOX_PX);
    return [
      small('clip', visible.fromPx, visible, false, 0),
      small('tab', boxFromPx, {fromPx: boxFromPx, toPx: boxFromPx + SMALL_BOX_PX}, true, 0.1),
    ];
  }
  const around = (xPx: number): Interval => ({fromPx: xPx - SMALL_MARK_HALF_PX, toPx: xPx + SMALL_MARK_HALF_PX});
  return placesOf(window, entry, PLACES).flatMap(({xPx, cost}) =>
    isUncertain(span)
      ? [small('glyph', xPx, hull(around(xPx), visible), false, cost), small('glyph', xPx, around(xPx), true, cost + 0.1)]
      : [small('glyph', xPx, around(xPx), false, cost)],
  );
}

/** What is seen of an event's days, in pixels; the fading dots of "by" and "since" with them. */
export function visibleOf({view, size: {widthPx}, pxPerDay}: Window, {event: {span}, fromMs, toMs}: IndexedEvent): Interval {
  const x = (ms: number) => xPxOf(ms, view, widthPx);
  const [startPx, endPx] =
    span.kind === 'by' || span.kind === 'since'
      ? fadeBounds(span.kind, markInside((x(fromMs) + x(toMs)) / 2, widthPx), pxPerDay)
      : [x(fromMs), x(toMs)];
  const fromPx = Math.min(Math.max(startPx, 0), widthPx);
  const toPx = Math.max(Math.min(endPx, widthPx), fromPx);
  if (span.kind !== 'stretch' || toPx - fromPx >= MIN_CLIP_PX) return {fromPx, toPx};
  // A clip too short to be seen is drawn as wide as it must be, inside the window.
  const shiftedPx = Math.min(fromPx, widthPx - MIN_CLIP_PX);
  return {fromPx: shiftedPx, toPx: shiftedPx + MIN_CLIP_PX};
}

function fadeBounds(kind: 'by' | 'since', markPx: number, pxPerDay: number): [number, number] {
  return kind === 'by' ? [markPx - fadePx(pxPerDay), markPx] : [markPx, markPx + fadePx(pxPerDay)];
}

/** The middle of a mark, so that all of it is in the window. */
function markInside(px: number, widthPx: number): number {
  return Math.min(Math.max(px, MARK_HALF_PX), Math.max(widthPx - MARK_HALF_PX, MARK_HALF_PX));
}

/** Where a mark may be: at its hour; anywhere in its own day where a day is a column; anywhere on its uncertain days. */
function placesOf(window: Window, {event, fromMs, toMs}: IndexedEvent, places: number): {readonly xPx: number; readonly cost: number}[] {
  const {
    view,
    size: {widthPx},
    pxPerDay,
    selectedId,
  } = window;
  const x = (ms: number) => xPxOf(ms, view, widthPx);
  const inside = (px: number) => markInside(px, widthPx);
  const middlePx = (x(fromMs) + x(toMs)) / 2;
  const {span} = event;
  if (span.kind === 'within') {
    const fromPx = inside(x(fromMs));
    const toPx = inside(x(toMs));
    return spread((fromPx + toPx) / 2, fromPx, toPx, places);
  }
  const isFixed =
    span.kind === 'moment' || span.kind === 'by' || span.kind === 'since' || pxPerDay < COLUMN_PX_PER_DAY || event.id === selectedId;
  if (isFixed) return [{xPx: inside(middlePx), cost: 0}];
  const fromPx = inside(x(fromMs) + COLUMN_INSET_PX);
  const toPx = inside(x(toMs) - COLUMN_INSET_PX);
  const wantedPx =
    event.order === null ? middlePx : x(fromMs) + COLUMN_INSET_PX + event.order * (x(toMs) - x(fromMs) - 2 * COLUMN_INSET_PX);
  return spread(Math.min(Math.max(wantedPx, fromPx), toPx), fromPx, toPx, places);
}

/** Some places between two, the wanted one first and for nothing. */
function spread(wantedPx: number, fromPx: number, toPx: number, places: number): {xPx: number; cost: number}[] {
  const lengthPx = toPx - fromPx;
  const count = Math.min(places, Math.floor(lengthPx / MIN_STEP_PX) + 1);
  const found = [{xPx: wantedPx, cost: 0}];
  for (let i = 0; i < count && count > 1; i++) {
    const xPx = fromPx + (lengthPx * i) / (count - 1);
    const awayPx = Math.abs(xPx - wantedPx);
    if (awayPx >= 1) found.push({xPx, cost: (COST.otherPlace * awayPx) / lengthPx});
  }
  return found;
}

function glyphWays(window: Window, entry: IndexedEvent, words: Words, cost: number, places: number): Way<Drawn>[] {
  const {
    view,
    size: {widthPx},
  } = window;
  const {span} = entry.event;
  const hasSpan = isUncertain(span);
  const visible = hasSpan ? visibleOf(window, entry) : null;
  const nearPx = words.padPx > 0 ? SELECTED_OFFSET_PX : LABEL_OFFSET_PX;
  const ways: Way<Drawn>[] = [];
  const add = (xPx: number, side: LabelSide, wordsFromPx: number, isOnFoot: boolean, extra: number) => {
    const label = {fromPx: wordsFromPx - words.padPx, toPx: wordsFromPx + words.widthPx + words.padPx};
    if (label.fromPx < 0 || label.toPx > widthPx) return;
    const mark = hull({fromPx: xPx - MARK_HALF_PX, toPx: xPx + MARK_HALF_PX}, label);
    const offsetPx = side === 'left' ? xPx - (wordsFromPx + words.widthPx) : wordsFromPx - xPx;
    ways.push({
      cost: cost + extra,
      body: visible && !isOnFoot ? hull(mark, visible) : mark,
      isBox: false,
      foot: isOnFoot ? visible : null,
      isDotted: true,
      drawn: {form: 'glyph', atMs: msAtX(xPx, view, widthPx), isOnFoot, isSmall: false, label: labelOf(words, side, offsetPx)},
    });
  };
  for (const {xPx, cost: placeCost} of placesOf(window, entry, places)) {
    if (!visible) {
      add(xPx, 'right', xPx + nearPx, false, placeCost);
      add(xPx, 'left', xPx - nearPx - words.widthPx, false, placeCost + COST.left);
      continue;
    }
    // Words are on their own dots where they end on them, else beyond the dots' end, so that no end is covered.
    const gapPx = SPAN_LABEL_GAP_PX + words.padPx;
    const fitsRight = xPx + nearPx + words.widthPx + gapPx <= visible.toPx;
    add(xPx, 'right', fitsRight ? xPx + nearPx : Math.max(xPx + nearPx, visible.toPx + gapPx), false, placeCost);
    const fitsLeft = xPx - nearPx - words.widthPx - gapPx >= visible.fromPx;
    add(
      xPx,
      'left',
      fitsLeft ? xPx - nearPx - words.widthPx : Math.min(xPx - nearPx, visible.fromPx - gapPx) - words.widthPx,
      false,
      placeCost + COST.left,
    );
    if (words.padPx > 0) continue;
    add(xPx, 'right', xPx + nearPx, true, placeCost + COST.foot);
    add(xPx, 'left', xPx - nearPx - words.widthPx, true, placeCost + COST.foot + COST.left);
  }
  return ways;
}

function clipWays(window: Window, entry: IndexedEvent, words: Words, cost: number): Way<Drawn>[] {
  const {
    view,
    size: {widthPx},
  } = window;
  const visible = visibleOf(window, entry);
  const visiblePx = visible.toPx - visible.fromPx;
  const insetPx = BOX_INSET_PX + words.padPx;
  const ways: Way<Drawn>[] = [];
  const clip = (side: LabelSide, offsetPx: number, body: Interval, extra: number) => {
    if (body.fromPx < 0 || body.toPx > widthPx) return;
    ways.push({
      cost: cost + extra,
      body,
      isBox: true,
      foot: null,
      drawn: {form: 'clip', atMs: entry.fromMs, isOnFoot: false, isSmall: false, label: labelOf(words, side, offsetPx)},
    });
  };
  if (visiblePx >= words.widthPx + 2 * insetPx) clip('inside', insetPx, visible, 0);
  else {
    clip('right', insetPx, {fromPx: visible.fromPx, toPx: visible.toPx + insetPx + words.widthPx + words.padPx}, COST.besideClip);
    clip(
      'left',
      insetPx,
      {fromPx: visible.fromPx - insetPx - words.widthPx - words.padPx, toPx: visible.toPx},
      COST.besideClip + COST.left,
    );
  }
  const tabPx = words.widthPx + 2 * insetPx;
  if (visiblePx <= tabPx) return ways;
  for (const {xPx, cost: placeCost} of spread(visible.fromPx, visible.fromPx, visible.toPx - tabPx, TAB_PLACES)) {
    ways.push({
      cost: cost + COST.tab + COST.foot + placeCost,
      body: {fromPx: xPx, toPx: xPx + tabPx},
      isBox: true,
      foot: visible,
      drawn: {form: 'tab', atMs: msAtX(xPx, view, widthPx), isOnFoot: true, isSmall: false, label: labelOf(words, 'inside', insetPx)},
    });
  }
  return ways;
}

/** Where hours are shown an uncertain event has no mark: its words are pinned to its dots. */
function dotsWays(window: Window, entry: IndexedEvent, words: Words, cost: number): Way<Drawn>[] {
  const {
    view,
    size: {widthPx},
  } = window;
  const visible = visibleOf(window, entry);
  const insetPx = BOX_INSET_PX + words.padPx;
  const middlePx = xPxOf((entry.fromMs + entry.toMs) / 2, view, widthPx);
  const atMs = msAtX(markInside(middlePx, widthPx), view, widthPx);
  const ways: Way<Drawn>[] = [];
  const add = (side: LabelSide, body: Interval, extra: number) => {
    if (body.fromPx < 0 || body.toPx > widthPx) return;
    ways.push({
      cost: cost + extra,
      body,
      isBox: false,
      foot: null,
      drawn: {form: 'dots', atMs, isOnFoot: false, isSmall: false, label: labelOf(words, side, insetPx)},
    });
  };
  const visiblePx = visible.toPx - visible.fromPx;
  const wordsPx = words.widthPx + 2 * words.padPx;
  if (visiblePx >= words.widthPx + 2 * insetPx) {
    add('inside', visible, 0);
    if (words.padPx === 0) {
      for (const {xPx, cost: placeCost} of spread(
        visible.fromPx + BOX_INSET_PX,
        visible.fromPx + BOX_INSET_PX,
        visible.toPx - BOX_INSET_PX - wordsPx,
        TAB_PLACES,
      )) {
        ways.push({
          cost: cost + COST.foot + placeCost,
          body: {fromPx: xPx, toPx: xPx + wordsPx},
          isBox: false,
          foot: visible,
          isDotted: true,
          drawn: {form: 'dots', atMs: msAtX(xPx, view, widthPx), isOnFoot: true, isSmall: false, label: labelOf(words, 'inside', 0)},
        });
      }
    }
  } else {
    add('right', {fromPx: visible.fromPx, toPx: visible.toPx + insetPx + words.widthPx + words.padPx}, COST.besideClip);
    add('left', {fromPx: visible.fromPx - insetPx - words.widthPx - words.padPx, toPx: visible.toPx}, COST.besideClip + COST.left);
  }
  return ways;
}

export function hull(a: Interval, b: Interval): Interval {
  return {fromPx: Math.min(a.fromPx, b.fromPx), toPx: Math.max(a.toPx, b.toPx)};
}
