/**
 * What was public on a day, drawn above what is known now: the same window and the same places, without a ruler. It is a
 * picture for eyes alone, of few elements: the links of the picture of now say which events were public.
 */
import {SIGN_PX} from '../layout/drawn.ts';
import type {PlacedEvent, Placement} from '../layout/place.ts';
import type {Known} from '../model/known.ts';
import {isUncertain} from '../model/span.ts';
import type {Lane} from '../model/timeline.ts';
import {glyphAt} from './glyphs.ts';
import {gridLines} from './grid.ts';
import {CLIP_HEIGHT_PX, COMPACT_CLIP_HEIGHT_PX, FOOT_PX, COMPACT_FOOT_PX, SMALL} from './marks.ts';
import {playheadShape} from './playhead.ts';
import type {Scene} from './scene.ts';
import {pinnedWords, round, shape, share} from './shape.ts';
import type {Shape} from './shape.ts';
import {drawnEvents, markWordsOf} from './stage.ts';
import type {DrawnEvent} from './stage.ts';
import {stripShapes, stripStates, stripWords} from './strip.ts';

const COUNT_HALF_PX = 7.5;
const TICK_PX = 4;
/** From the end of words to their sign. */
const SIGN_GAP_PX = 4;

/** What is drawn of a lane in one stroke each, as paths in pixels. */
interface Ink {
  solid: string;
  hollow: string;
  dots: string;
  /** Boxes of stretches and of days, and the lines on their edges. */
  box: string;
  edge: string;
}

/** @param known - What was public on the playhead's day. */
export function thenShapes(now: Scene, known: Known, placement: Placement): Shape[] {
  const scene: Scene = {...now, ...known, compared: null, selectedId: null};
  const {size, timeline} = scene;
  const {bands} = placement;
  const drawn = drawnEvents(scene, placement);
  const strip = stripStates(scene);
  const words = [...stripWords(strip, size), ...markWordsOf(drawn, scene.standingOf)];
  const inks = timeline.lanes.map((): Ink => ({solid: '', hollow: '', dots: '', box: '', edge: ''}));
  const empty = [...emptyEvents(scene, drawn), ...drawGroups(scene, placement, inks)].join('');
  for (const {placed} of drawn)
    if (scene.standingOf(placed.event.id) === 'known') drawEvent(placed, timeline.lanes[placed.lane]!, inks[placed.lane]!, size.isCompact);
  const pieces = [
    shape('grid', 'g', {class: 'grid'}, gridLines(scene, bands)),
    shape('strip', 'g', {class: 'strip'}, stripShapes(scene, strip)),
    playheadShape('playhead', scene, size.rulerPx, bands.footPx, words),
    shape('empty', 'path', {class: 'then-empty', d: empty}),
    ...inks.flatMap((ink, lane) => inkShapes(ink, timeline.lanes[lane]!, lane)),
    shape('signs', 'path', {class: 'sign', d: signsOf(scene, drawn)}),
    shape('words', 'g', {}, [...drawn.flatMap((event) => wordShapes(scene, event)), ...countWords(scene, placement)]),
  ];
  // The ruler is drawn once, below.
  return [shape('all', 'g', {transform: `translate(0 ${-size.rulerPx})`}, pieces)];
}

function inkShapes(ink: Ink, {hue}: Lane, lane: number): Shape[] {
  const kinds = ['box', 'edge', 'dots', 'hollow', 'solid'] as const;
  return kinds
    .filter((kind) => ink[kind] !== '')
    .map((kind) => shape(`${kind}-${lane}`, 'path', {class: `then-${kind} hue-${hue}`, d: ink[kind]}));
}

/** Adds what was public of an event to the ink of its lane. */
function drawEvent({event, mark, xPx, yPx, spanPx, tabPx}: PlacedEvent, {glyph}: Lane, ink: Ink, isCompact: boolean): void {
  const halfPx = (isCompact ? COMPACT_CLIP_HEIGHT_PX : CLIP_HEIGHT_PX) / 2;
  const footPx = isCompact ? COMPACT_FOOT_PX : FOOT_PX;
  switch (mark.form) {
    case 'bar':
      return;
    case 'clip': {
      const {fromPx, toPx} = spanPx!;
      ink.box += box(fromPx, toPx, yPx - halfPx, yPx + halfPx);
      ink.edge += `M${round(fromPx + 1)} ${round(yPx + halfPx)}V${round(yPx - halfPx + 1)}H${round(toPx)}`;
      return;
    }
    case 'tab':
      ink.box += mark.isSmall
        ? box(tabPx!.fromPx, tabPx!.toPx, yPx + footPx - 8, yPx + footPx)
        : box(tabPx!.fromPx, tabPx!.toPx, yPx - halfPx, yPx + halfPx);
      if (spanPx) ink.edge += `M${round(spanPx.fromPx)} ${round(yPx + footPx)}H${round(spanPx.toPx)}`;
      return;
    case 'dots':
    case 'glyph': {
      if (spanPx) ink.dots += `M${round(spanPx.fromPx)} ${round(yPx + (mark.isOnFoot ? footPx : 0))}H${round(spanPx.toPx)}`;
      if (mark.form === 'glyph') ink[isUncertain(event.span) ? 'hollow' : 'solid'] += glyphAt(glyph, mark.isSmall ? SMALL : 1, xPx, yPx);
    }
  }
}

/** The outlines of events that were not public. */
function emptyEvents({timeline, standingOf, size}: Scene, drawn: readonly DrawnEvent[]): string[] {
  const halfPx = (size.isCompact ? COMPACT_CLIP_HEIGHT_PX : CLIP_HEIGHT_PX) / 2;
  return drawn.flatMap(({placed: {event, mark, lane, xPx, yPx, spanPx, tabPx}}) => {
    if (standingOf(event.id) === 'known' || mark.form === 'bar') return [];
    if (mark.form === 'clip') return [box(spanPx!.fromPx, spanPx!.toPx, yPx - halfPx, yPx + halfPx)];
    if (mark.form === 'tab') return [box(tabPx!.fromPx, tabPx!.toPx, yPx - halfPx, yPx + halfPx)];
    const atPx = mark.form === 'dots' ? Math.max((spanPx!.fromPx + spanPx!.toPx) / 2, 0) : xPx;
    return [glyphAt(timeline.lanes[lane]!.glyph, mark.isSmall ? SMALL : 1, atPx, yPx)];
  });
}

/** Adds counts, bars of days and ticks to the inks. @returns The outlines of those that hold nothing that was public. */
function drawGroups({standingOf, size}: Scene, {counts, bars, rugs}: Placement, inks: readonly Ink[]): string[] {
  const isPublic = (id: string) => standingOf(id) === 'known';
  const halfPx = (size.isCompact ? COMPACT_CLIP_HEIGHT_PX : CLIP_HEIGHT_PX) / 2;
  const empty: string[] = [];
  const add = (lane: number, kind: keyof Ink, members: readonly string[], d: string) => {
    if (members.some(isPublic)) inks[lane]![kind] += d;
    else empty.push(d);
  };
  for (const {lane, members, xPx, yPx, widthPx} of counts)
    add(lane, 'hollow', members, box(xPx - widthPx / 2, xPx + widthPx / 2, yPx - COUNT_HALF_PX, yPx + COUNT_HALF_PX));
  for (const {lane, members, fromPx, toPx, yPx} of bars) add(lane, 'box', members, box(fromPx, toPx, yPx - halfPx, yPx + halfPx));
  for (const {lane, yPx, ticks} of rugs)
    for (const {event, fromPx, toPx} of ticks) {
      const middlePx = Math.min(Math.max((fromPx + toPx) / 2, 2), size.widthPx - 2);
      const isLong = event.span.kind === 'stretch' && isPublic(event.id);
      add(lane, 'solid', [event.id], isLong ? box(fromPx, toPx, yPx - 2.5, yPx) : box(middlePx - 1, middlePx + 1, yPx - TICK_PX, yPx));
    }
  return empty;
}

/** The words beside a mark that was public, or that it was not yet. */
function wordShapes({standingOf, size: {widthPx}}: Scene, {placed: {event, mark, label, yPx}, secret}: DrawnEvent): Shape[] {
  if (secret) return [pinnedWords(`secret-${event.id}`, 'words size-13 is-secret', secret.xPx, yPx + 4.5, widthPx, secret.text)];
  if (!label || standingOf(event.id) !== 'known') return [];
  const isInBox = mark.form === 'clip' || mark.form === 'tab' || mark.form === 'bar';
  const looks = [...(event.importance === 1 ? ['is-strong'] : []), ...(isInBox ? ['is-in-box'] : [])];
  const className = ['words', `size-${String(label.sizePx).replace('.', '-')}`, ...looks].join(' ');
  const at = {x: share(label.xPx, widthPx), y: round(yPx + (label.sizePx === 15 ? 5 : 4.5))};
  return [shape(event.id, 'text', {class: className, ...at, 'data-then': event.id}, label.text)];
}

/** The signs that sources disagreed, in one path. */
function signsOf(scene: Scene, drawn: readonly DrawnEvent[]): string {
  return drawn
    .map(({placed: {event, label, yPx}}) => {
      if (!label?.hasSign || scene.standingOf(event.id) !== 'known') return '';
      const x = (px: number) => round(label.xPx + label.widthPx - SIGN_PX + SIGN_GAP_PX + px);
      const y = (px: number) => round(yPx + 0.5 + px);
      return `M${x(0.5)} ${y(-2)}H${x(10.5)}M${x(0.5)} ${y(2.6)}H${x(10.5)}M${x(8)} ${y(-5.2)}L${x(3)} ${y(5.8)}`;
    })
    .join('');
}

/** How many of a count's events were public. */
function countWords({standingOf, size: {widthPx}}: Scene, {counts}: Placement): Shape[] {
  return counts.flatMap(({members, xPx, yPx}) => {
    const known = members.filter((id) => standingOf(id) === 'known').length;
    return known === 0 ? [] : [pinnedWords(`count-${members[0]!}`, 'count', xPx, yPx + 4, widthPx, `+${known}`)];
  });
}

function box(fromPx: number, toPx: number, topPx: number, footPx: number): string {
  return `M${round(fromPx)} ${round(topPx)}H${round(toPx)}V${round(footPx)}H${round(fromPx)}z`;
}
