/** Where hours are shown, the events of a day without an hour share bars as wide as their day; design.md 8. */
import type {IndexedEvent} from '../model/event-index.ts';
import type {Interval, Way} from './rows.ts';
import {beginningsOf, labelOf, textsOf, wordsOf} from './label-words.ts';
import {BOX_INSET_PX, visibleOf} from './ways.ts';
import type {Drawn, Window} from './drawn.ts';
import type {Words} from './label-words.ts';

export interface Bar {
  readonly dayMs: number;
  /** Those named in it or beside it, in their order. */
  readonly entries: readonly IndexedEvent[];
  readonly way: Way<readonly Drawn[]>;
}

/** Between two names in one bar, with the line that divides them. */
export const BAR_GAP_PX = 25;
const COMPACT_BAR_GAP_PX = 13;
/** A bar ends this far inside its day, so that the next day's finds room beside it. */
export const BAR_INSET_PX = 2;
/** In a bar with less room than this, few names fit. */
const NARROW_PX = 260;

export function barGapPx({size}: Pick<Window, 'size'>): number {
  return size.isCompact ? COMPACT_BAR_GAP_PX : BAR_GAP_PX;
}

/**
 * How names of a day are worded: all by the words wanted first; by the others; by whichever finds room in a bar that
 * is there already; or, where little of a day is in the window, one after the other beside a single bar.
 */
export type Wording = 'first' | 'other' | 'mixed' | 'beside';

interface Open {
  readonly members: {entry: IndexedEvent; words: Words; atPx: number}[];
  endPx: number;
}

/**
 * The bars that name all events of one lane and day, each name in the first bar that has room for it in the part of
 * the day that is in the window. Where a bar is too short for a name, the words are beside it.
 *
 * @param entries - Of one day, in their order.
 */
export function barsOfDay(window: Window, entries: readonly IndexedEvent[], wording: Wording): Bar[] {
  const visible = visibleOf(window, entries[0]!);
  const roomPx = visible.toPx - visible.fromPx - 2 * BOX_INSET_PX;
  const gapPx = barGapPx(window);
  const open: Open[] = [];
  const beside: Bar[] = [];
  if (wording === 'beside' && entries.length > 1 && roomPx < NARROW_PX) {
    const packed = packedBeside(window, entries, visible);
    if (packed) return packed;
  }
  for (const entry of entries) {
    const texts = textsOf(window, entry.event).map((text) => wordsOf(window, entry.event, text));
    const [first, other] = [texts[0]!, texts.at(-1)!];
    const wanted = wording === 'other' ? [other] : wording === 'first' ? [first] : [first, other];
    const placed = wanted.some((words) =>
      open.some((bar) => {
        const atPx = bar.endPx + gapPx + words.padPx;
        if (atPx + words.widthPx + words.padPx > roomPx) return false;
        bar.members.push({entry, words, atPx});
        bar.endPx = atPx + words.widthPx + words.padPx;
        return true;
      }),
    );
    if (placed) continue;
    const alone = [...wanted, first, other].find(({widthPx, padPx}) => widthPx + 2 * padPx <= roomPx);
    if (alone) {
      open.push({members: [{entry, words: alone, atPx: alone.padPx}], endPx: alone.widthPx + 2 * alone.padPx});
      continue;
    }
    const outside =
      besideBar(window, [entry], visible, wording === 'other') ??
      besideBar(window, [entry], visible, true) ??
      acrossBar(window, entry, other, visible) ??
      (entry.event.id === window.selectedId ? cutBar(window, entry, other.text, visible) : null);
    if (outside) beside.push(outside);
  }
  return [...open.map(({members}) => barOf(entries[0]!.fromMs, members, drawnBar(window, visible))), ...beside];
}

/** What is drawn of a day's bar. */
function drawnBar({size: {widthPx}}: Window, {fromPx, toPx}: Interval): Interval {
  return {fromPx: fromPx > 0 ? fromPx + BAR_INSET_PX : fromPx, toPx: toPx < widthPx ? toPx - BAR_INSET_PX : toPx};
}

function barOf(dayMs: number, members: readonly {entry: IndexedEvent; words: Words; atPx: number}[], body: Interval): Bar {
  const drawn = members.map(({words, atPx}): Drawn => ({
    form: 'bar',
    atMs: dayMs,
    isOnFoot: false,
    isSmall: false,
    label: labelOf(words, 'inside', BOX_INSET_PX + atPx),
  }));
  return {dayMs, entries: members.map(({entry}) => entry), way: {cost: 0, body, isBox: true, foot: null, drawn}};
}

/** As few bars as name all entries beside them, each name in the first that has room; null where one has none at all. */
function packedBeside(window: Window, entries: readonly IndexedEvent[], visible: Interval): Bar[] | null {
  const packed: Bar[] = [];
  for (const entry of entries) {
    const joined = packed.findIndex((bar, i) => {
      const wider = besideBar(window, [...bar.entries, entry], visible);
      if (wider) packed[i] = wider;
      return wider !== null;
    });
    if (joined >= 0) continue;
    const alone = besideBar(window, [entry], visible) ?? besideBar(window, [entry], visible, true);
    if (!alone) return null;
    packed.push(alone);
  }
  return packed;
}

/** A bar too short for its words: they end left of its head, or begin right of its tail, in their order. */
function besideBar(window: Window, entries: readonly IndexedEvent[], visible: Interval, isShort = false): Bar | null {
  const {
    size: {widthPx},
  } = window;
  const words = entries.map((entry) =>
    wordsOf(window, entry.event, isShort ? textsOf(window, entry.event).at(-1)! : textsOf(window, entry.event)[0]!),
  );
  const reachPx = words.reduce((sum, one) => sum + one.widthPx + 2 * one.padPx, 0) + (words.length - 1) * barGapPx(window) + BOX_INSET_PX;
  const bar = drawnBar(window, visible);
  const sides = [
    {side: 'left' as const, body: {fromPx: visible.fromPx - reachPx, toPx: bar.toPx}},
    {side: 'right' as const, body: {fromPx: bar.fromPx, toPx: visible.toPx + reachPx}},
  ];
  const fitting = sides.find(({body}) => body.fromPx >= 0 && body.toPx <= widthPx);
  if (!fitting) return null;
  const {side, body} = fitting;
  // Counted from the bar outwards: left of it the last name is the nearest.
  let atPx = BOX_INSET_PX;
  const offsets = new Map<Words, number>();
  for (const one of side === 'right' ? words : [...words].reverse()) {
    offsets.set(one, atPx + one.padPx);
    atPx += one.widthPx + 2 * one.padPx + barGapPx(window);
  }
  const drawn = words.map((one): Drawn => ({
    form: 'bar',
    atMs: entries[0]!.fromMs,
    isOnFoot: false,
    isSmall: false,
    label: labelOf(one, side, offsets.get(one)!),
  }));
  return {dayMs: entries[0]!.fromMs, entries, way: {cost: 0.5 * entries.length, body, isBox: true, foot: null, drawn}};
}

/** The last resort of a narrow window: the words begin on the bar, as far inside the window as they must. */
function acrossBar(window: Window, entry: IndexedEvent, words: Words, visible: Interval): Bar | null {
  const fromPx = Math.min(visible.fromPx + BOX_INSET_PX, window.size.widthPx - words.widthPx - words.padPx);
  if (fromPx - words.padPx < 0) return null;
  const bar = drawnBar(window, visible);
  const body = {fromPx: Math.min(bar.fromPx, fromPx - words.padPx), toPx: Math.max(bar.toPx, fromPx + words.widthPx + words.padPx)};
  const drawn: Drawn = {
    form: 'bar',
    atMs: entry.fromMs,
    isOnFoot: false,
    isSmall: false,
    label: labelOf(words, 'inside', fromPx - visible.fromPx),
  };
  return {dayMs: entry.fromMs, entries: [entry], way: {cost: 1, body, isBox: true, foot: null, drawn: [drawn]}};
}

/** As many of the selected event's words as the window has room for. */
function cutBar(window: Window, entry: IndexedEvent, text: string, visible: Interval): Bar | null {
  for (const words of beginningsOf(window, entry.event, text)) {
    const bar = acrossBar(window, entry, words, visible);
    if (bar) return bar;
  }
  return null;
}
