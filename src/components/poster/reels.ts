/**
 * The poster's picture: stretches of the story side by side, each on its own linear scale, and on as few rows
 * as will hold every event with its words. Paper cannot be zoomed, so nothing is grouped and nothing is left out.
 */
import type {Content, ReelEntry} from '../../schema/content.ts';
import type {ArrangedLabel, ArrangedMark, LabelSide} from '../../timeline/layout/arrange.ts';
import type {Candidate, Interval, MarkShape} from '../../timeline/layout/labels.ts';
import {measureByTable} from '../../timeline/layout/letter-widths.ts';
import {pxPerDay, xPxOf} from '../../timeline/layout/scale.ts';
import {SIGN_PX} from '../../timeline/layout/drawn.ts';
import {BOX_INSET_PX, fadePx, LABEL_OFFSET_PX, MARK_HALF_PX, MIN_CLIP_PX} from '../../timeline/layout/ways.ts';
import {isUncertain, spanAnchorMs, spanBounds} from '../../timeline/model/span.ts';
import {DAY_MS, dayStartMs} from '../../timeline/model/time.ts';
import {byText} from '../../schema/by-text.ts';
import type {Timeline, TimelineEvent} from '../../timeline/model/timeline.ts';
import type {View} from '../../timeline/model/view.ts';
import {endsFirst, packRows, trackOf} from './schedule.ts';

export interface Reel {
  readonly label: string;
  /** Its days. */
  readonly days: View;
  /** Its days and a little beside them, so that a mark on its edge is not cut. */
  readonly view: View;
  readonly leftPx: number;
  readonly widthPx: number;
}

export const REEL_GAP_PX = 18;
const REEL_PADDING_PX = 8;
/** Between the words of one event and anything of another, on paper; design.md 18. */
const LABEL_GAP_PX = 12;
const SPAN_LABEL_GAP_PX = 5;
/** Words keep this far from a reel's edge. */
const EDGE_PX = 2;
/** How many packings are tried; more find a row less now and then. */
const TRIES = 400;
/** No further packing is tried after this many looks at a way or at a pair of ways: less than a tenth of a second. */
const MAX_STEPS = 2_000_000;
const ROW_COST = 100;
const CROWD_PX = 60;
const CROWD_LEAN = 0.15;
const COST = {left: 1.1, shorter: 2.2, beside: 0.6, onSpan: 0.5, nextReel: 4} as const;

/** Lays the story's reels beside each other over a width; one reel of everything where the story names none. */
export function reelsOf({reels, title}: Pick<Content['story'], 'reels' | 'title'>, extent: View, widthPx: number): Reel[] {
  const parts = reels.length > 0 ? reels.map(partOf) : [{label: title, days: extent, share: 1}];
  const shares = parts.reduce((sum, {share}) => sum + share, 0);
  const freePx = widthPx - REEL_GAP_PX * (parts.length - 1);
  let leftPx = 0;
  return parts.map(({label, days, share}) => {
    const reelPx = (freePx * share) / shares;
    const paddingMs = ((days.toMs - days.fromMs) * REEL_PADDING_PX) / (reelPx - 2 * REEL_PADDING_PX);
    const reel = {label, days, view: {fromMs: days.fromMs - paddingMs, toMs: days.toMs + paddingMs}, leftPx, widthPx: reelPx};
    leftPx += reelPx + REEL_GAP_PX;
    return reel;
  });
}

function partOf({label, date, share}: ReelEntry): {label: string; days: View; share: number} {
  return {label, days: {fromMs: date.earliestMs!, toMs: dayStartMs(date.latestMs!) + DAY_MS}, share};
}

/** Where one event is on the whole poster: its row, and the reel its words are in. */
export interface ReelMark {
  readonly mark: ArrangedMark;
  readonly reel: number;
}

interface Choice {
  readonly item: Item;
  readonly reel: number;
  readonly label: ArrangedLabel;
}

/** An event with its place on the poster, in pixels from the first reel's left edge. */
interface Item {
  readonly event: TimelineEvent;
  readonly anchorMs: number;
  readonly home: number;
  readonly xPx: number;
  readonly mark: Interval;
  readonly shape: MarkShape;
}

/** Gives every event of a lane a row and room for its words inside one reel, on as few rows as a short search finds. */
export function arrangeLane(timeline: Timeline, lane: number, reels: readonly Reel[]): {rows: number; marks: ReelMark[]} {
  const items = timeline.events.filter((event) => event.lane === lane).map((event) => itemOf(event, reels));
  const ways = items
    .flatMap((item) => candidatesOf(item, reels))
    .sort((a, b) => endsFirst(a, b) || a.cost - b.cost || byText(a.choice.item.event.id, b.choice.item.event.id));
  const best = fewestRows(ways, items).map((row) => row.map((way) => ways[way]!));
  const marks = best.sort(byReading).flatMap((row, place) =>
    row.map(
      ({
        choice: {
          item: {event, anchorMs},
          reel,
          label,
        },
      }): ReelMark => ({
        reel,
        mark: {
          id: event.id,
          lane,
          row: place,
          form: event.span.kind === 'stretch' ? 'clip' : 'glyph',
          atMs: anchorMs,
          isOnFoot: false,
          isSmall: false,
          label,
        },
      }),
    ),
  );
  return {rows: best.length, marks};
}

/** One way to place one event. */
type Way = Candidate<Choice>;

/** The cheapest of some packings, as places of ways: the first puts as many events on a row as it can, the others lean by chance. */
function fewestRows(ways: readonly Way[], items: readonly Item[]): readonly (readonly number[])[] {
  const numbers = new Map(items.map((item, i) => [item, i]));
  const track = trackOf(
    ways,
    ways.map(({choice: {item}}) => numbers.get(item)!),
    items.length,
    {labelPx: LABEL_GAP_PX},
  );
  const rivals = items.map((item) => rivalsOf(item, items));
  const random = randomLcg(TRIES);
  let best: readonly (readonly number[])[] = [];
  let leastCost = Infinity;
  let steps = 0;
  for (let attempt = 0; attempt < TRIES && steps < MAX_STEPS; attempt++) {
    const leans = rivals.map((count) => (attempt === 0 ? 1 : 0.6 + 0.8 * random() + count * CROWD_LEAN * random()));
    const weights = Float64Array.from(ways, ({cost}, way) => leans[track.thingOf[way]!]! - 0.02 * cost);
    const packing = packRows(track, weights);
    const cost = packing.rows.length * ROW_COST + packing.rows.flat().reduce((sum, way) => sum + ways[way]!.cost, 0);
    if (cost < leastCost) [best, leastCost] = [packing.rows, cost];
    steps += packing.steps;
  }
  return best;
}

/** How many other events are so near that their words compete. */
function rivalsOf(item: Item, items: readonly Item[]): number {
  return items.filter((other) => other !== item && Math.abs(other.xPx - item.xPx) < CROWD_PX).length;
}

/** Rows are read from the top: those with what matters most first, then the earlier. */
function byReading(a: readonly Way[], b: readonly Way[]): number {
  const rank = (row: readonly Way[]) =>
    Math.min(
      ...row.map(
        ({
          choice: {
            item: {event},
          },
        }) => (event.isTurningPoint ? 0 : event.importance),
      ),
    );
  const start = (row: readonly Way[]) => Math.min(...row.map(({mark}) => mark.fromPx));
  return rank(a) - rank(b) || start(a) - start(b);
}

/** Numbers from 0 to 1 that look drawn by chance and are the same in every build. */
function randomLcg(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

function itemOf(event: TimelineEvent, reels: readonly Reel[]): Item {
  const {span} = event;
  const anchorMs = anchorOf(event);
  const home = homeOf(anchorMs, reels);
  const xPx = posterPx(anchorMs, reels);
  const scale = pxPerDay(reels[home]!.view, reels[home]!.widthPx);
  const glyph = {fromPx: xPx - MARK_HALF_PX, toPx: xPx + MARK_HALF_PX};
  const bounds = spanBounds(span);
  const ends = {fromPx: posterPx(bounds.fromMs, reels), toPx: posterPx(bounds.toMs, reels)};
  const mark: Record<typeof span.kind, Interval> = {
    moment: glyph,
    day: glyph,
    stretch: {fromPx: ends.fromPx, toPx: Math.max(ends.toPx, ends.fromPx + MIN_CLIP_PX)},
    within: {fromPx: Math.min(ends.fromPx, glyph.fromPx), toPx: Math.max(ends.toPx, glyph.toPx)},
    by: {fromPx: xPx - fadePx(scale), toPx: glyph.toPx},
    since: {fromPx: glyph.fromPx, toPx: xPx + fadePx(scale)},
  };
  const shape = span.kind === 'stretch' ? 'clip' : isUncertain(span) ? 'uncertain' : 'exact';
  return {event, anchorMs, home, xPx, mark: mark[span.kind], shape};
}

/** Within its day by the order a source gives, and at noon where none does. */
function anchorOf({span, order}: TimelineEvent): number {
  return span.kind === 'day' ? span.dayMs + Math.min(Math.max(order ?? 0.5, 0.1), 0.9) * DAY_MS : spanAnchorMs(span);
}

/** The reel that holds an instant; between two, the later. */
function homeOf(ms: number, reels: readonly Reel[]): number {
  const found = reels.findIndex(({days}) => ms < days.toMs);
  return found === -1 ? reels.length - 1 : found;
}

/** A place on the poster; an instant that no reel holds is at the nearest reel's edge. */
function posterPx(ms: number, reels: readonly Reel[]): number {
  const {days, view, leftPx, widthPx} = reels[homeOf(ms, reels)]!;
  return leftPx + xPxOf(Math.min(Math.max(ms, days.fromMs), days.toMs), view, widthPx);
}

function candidatesOf(item: Item, reels: readonly Reel[]): Way[] {
  return labelsOf(item, reels).map(({choice, bounds, cost}) => ({
    row: 0,
    mark: item.mark,
    shape: item.shape,
    label: bounds,
    cost,
    choice: {...choice, item},
  }));
}

interface PlacedWords {
  readonly choice: Omit<Choice, 'item'>;
  readonly bounds: Interval;
  readonly cost: number;
}

/** Every way to write an event beside or inside its mark without leaving a reel. */
function labelsOf(item: Item, reels: readonly Reel[]): PlacedWords[] {
  const {event, home, xPx, mark, shape} = item;
  const texts = event.short === event.label ? [event.label] : [event.label, event.short];
  const isInside = ({choice: {reel}, bounds}: PlacedWords) =>
    bounds.fromPx >= reels[reel]!.leftPx + EDGE_PX && bounds.toPx <= reelEndPx(reels[reel]!) - EDGE_PX;
  const weight = event.importance === 1 ? 600 : 450;
  const sizePx = event.isTurningPoint ? 15 : 13;
  const found = texts.map((text, shorter) => {
    const widthPx = measureByTable(text, sizePx, weight) + (event.isDisputed ? SIGN_PX : 0);
    const words = (reel: number, side: LabelSide, fromPx: number, offsetPx: number, cost: number): PlacedWords => ({
      choice: {reel, label: {text, side, widthPx, sizePx, weight, hasSign: event.isDisputed, offsetPx}},
      bounds: {fromPx, toPx: fromPx + widthPx},
      cost: cost + shorter * COST.shorter,
    });
    const all: PlacedWords[] = [];
    if (shape === 'clip') {
      const last = homeOf(spanBounds(event.span).toMs - 1, reels);
      for (let reel = home; reel <= last; reel++) {
        const fromPx = Math.max(mark.fromPx, reels[reel]!.leftPx) + BOX_INSET_PX;
        const toPx = Math.min(mark.toPx, reelEndPx(reels[reel]!)) - BOX_INSET_PX;
        if (toPx - fromPx >= widthPx) all.push(words(reel, 'inside', fromPx, BOX_INSET_PX, (reel - home) * COST.onSpan));
      }
      all.push(words(last, 'right', mark.toPx + BOX_INSET_PX, BOX_INSET_PX, COST.beside));
      all.push(words(home, 'left', mark.fromPx - BOX_INSET_PX - widthPx, BOX_INSET_PX, COST.beside + COST.left));
    } else {
      const gapPx = shape === 'uncertain' ? SPAN_LABEL_GAP_PX : 0;
      const rightPx = Math.max(LABEL_OFFSET_PX, mark.toPx - xPx + gapPx);
      const leftPx = Math.max(LABEL_OFFSET_PX, xPx - mark.fromPx + gapPx);
      all.push(words(home, 'right', xPx + rightPx, rightPx, 0));
      all.push(words(home, 'left', xPx - leftPx - widthPx, leftPx, COST.left));
      // On a long span the words may be on the dots themselves, right beside the marker.
      const onSpanPx = LABEL_OFFSET_PX + widthPx + 2 * SPAN_LABEL_GAP_PX;
      if (mark.toPx - xPx > onSpanPx) all.push(words(home, 'inside', xPx + LABEL_OFFSET_PX, LABEL_OFFSET_PX, COST.onSpan));
      if (xPx - mark.fromPx > onSpanPx)
        all.push(words(home, 'left', xPx - LABEL_OFFSET_PX - widthPx, LABEL_OFFSET_PX, COST.onSpan + COST.left));
      const last = homeOf(spanBounds(event.span).toMs - 1, reels);
      if (last > home) {
        const {view, leftPx: reelLeftPx, widthPx: reelPx} = reels[last]!;
        const fromPx = mark.toPx + SPAN_LABEL_GAP_PX;
        all.push(words(last, 'right', fromPx, fromPx - reelLeftPx - xPxOf(item.anchorMs, view, reelPx), COST.nextReel));
      }
    }
    return all;
  });
  const inside = found.flat().filter(isInside);
  return inside.length > 0
    ? inside
    : found
        .at(-1)!
        .slice(0, 1)
        .map((words) => movedInside(words, item, reels));
}

/** The last resort in a reel narrower than the words beside their mark: they are over it, at the reel's edge. */
function movedInside({choice: {label}, bounds, cost}: PlacedWords, {home, xPx}: Item, reels: readonly Reel[]): PlacedWords {
  const fromPx = Math.max(Math.min(bounds.fromPx, reelEndPx(reels[home]!) - EDGE_PX - label.widthPx), reels[home]!.leftPx + EDGE_PX);
  return {
    choice: {reel: home, label: {...label, side: 'right', offsetPx: fromPx - xPx}},
    bounds: {fromPx, toPx: fromPx + label.widthPx},
    cost,
  };
}

function reelEndPx({leftPx, widthPx}: Reel): number {
  return leftPx + widthPx;
}

/** Events of which a reel shows only the span: their markers are in another reel. */
export function spansOnly(marks: readonly ArrangedMark[], reel: number, reels: readonly Reel[]): ReadonlySet<string> {
  return new Set(marks.filter(({atMs}) => homeOf(atMs, reels) !== reel).map(({id}) => id));
}

/** What one reel draws: the events whose words are in it, and the spans of others that reach into it. */
export function marksOfReel(marks: readonly ReelMark[], reel: number, timeline: Timeline, reels: readonly Reel[]): ArrangedMark[] {
  const {days} = reels[reel]!;
  const byId = new Map(timeline.events.map((event) => [event.id, event]));
  return marks.flatMap(({mark, reel: home}) => {
    if (home === reel) return [mark];
    const {span} = byId.get(mark.id)!;
    const {fromMs, toMs} = spanBounds(span);
    const reachesIn = (span.kind === 'stretch' || span.kind === 'within') && fromMs < days.toMs && toMs > days.fromMs;
    return reachesIn || homeOf(mark.atMs, reels) === reel ? [{...mark, label: null}] : [];
  });
}
