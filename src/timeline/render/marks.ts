import {LABEL_OFFSET_PX, SIGN_PX} from '../layout/arrange.ts';
import {measureByTable} from '../layout/letter-widths.ts';
import {reachOf} from '../layout/place.ts';
import type {PlacedEvent, PlacedGroup, PlacedLabel, Placement} from '../layout/place.ts';
import {isUncertain} from '../model/span.ts';
import type {Standing} from '../model/standing.ts';
import type {Lane, Timeline} from '../model/timeline.ts';
import {stageWords} from '../model/words/stage.ts';
import {glyphPath} from './glyphs.ts';
import {pinned, round, shape, share} from './shape.ts';
import type {Shape} from './shape.ts';


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
}

const SMALL = 0.72;
const FOOT = 0.58;
const RING = 1.75;
const HIT_PX = 24;
/** How far the ring of a focused mark stays off its words. */
const WORDS_CLEAR_PX = 3;
const CLIP_HEIGHT_PX = 17;
const CAP_PX = 7;
const FADE_PX = 70;
const FADE_SHARE = 0.55;
const SIGN_GAP_PX = 4;
const SECRET_GAP_PX = 5;
const NE_PATH = 'M0.5 -2H10.500M0.5 2.600H10.500M8 -5.200L3 5.800';

/** An event's mark, span or clip, its words, and the area that takes the press: one link. */
export function markShape(placed: PlacedEvent, lane: Lane, state: MarkState, widthPx: number): Shape {
  const {event} = placed;
  const isClip = event.span.kind === 'stretch';
  const classes = ['mark', `hue-${lane.hue}`, `is-${state.standing}`];
  if (isClip) classes.push('is-clip');
  if (isUncertain(event.span)) classes.push('is-uncertain');
  if (placed.isSmall) classes.push('is-small');
  if (state.isSelected) classes.push('is-selected');
  if (event.isTurningPoint) classes.push('is-turning-point');
  const children = isClip ? clipShapes(placed, lane, state, widthPx) : glyphShapes(placed, lane, state, widthPx);
  return shape(event.id, 'a', {class: classes.join(' '), href: state.href, 'data-id': event.id, 'aria-label': state.name, tabindex: -1}, [
    hitShape(placed, state, widthPx),
    ...children,
    labelShape(placed, state, widthPx),
  ]);
}

/** What takes the press and wears the ring: at least 24 by 24, and the words with it. */
function hitShape({event, xPx, yPx, spanPx, label}: PlacedEvent, state: MarkState, widthPx: number): Shape {
  const isClip = event.span.kind === 'stretch';
  const hasWords = label !== null && state.standing === 'known';
  const fromPx = Math.min(isClip ? spanPx!.fromPx : xPx - HIT_PX / 2, hasWords ? label.xPx - WORDS_CLEAR_PX : Infinity);
  const toPx = Math.max(isClip ? spanPx!.toPx : xPx + HIT_PX / 2, hasWords ? label.xPx + label.widthPx + WORDS_CLEAR_PX : -Infinity);
  return shape('hit', 'rect', {
    class: 'hit',
    x: share(fromPx, widthPx),
    width: share(Math.max(toPx - fromPx, HIT_PX), widthPx),
    y: round(yPx - HIT_PX / 2),
    height: HIT_PX,
  });
}

function glyphShapes(placed: PlacedEvent, lane: Lane, state: MarkState, widthPx: number): (Shape | null)[] {
  const {xPx, yPx, spanPx, dayPx, isSmall} = placed;
  const scale = isSmall ? SMALL : 1;
  const isShown = state.standing === 'known';
  return [
    ...(isShown ? spanShapes(placed, widthPx) : []),
    dayPx && spanPx === null ? bracketShape(dayPx, yPx, widthPx) : null,
    pinned('at', 'at', xPx, yPx, widthPx, [
      state.isSelected ? shape('ring', 'path', {class: 'ring', d: glyphPath(lane.glyph, RING)}) : null,
      shape('glyph', 'path', {class: 'glyph', d: glyphPath(lane.glyph, scale)}),
    ]),
  ];
}

/** The day as a bracket under a marker whose hour is not known. */
function bracketShape({fromPx, toPx}: {fromPx: number; toPx: number}, yPx: number, widthPx: number): Shape {
  const footPx = round(yPx + 10.5);
  return shape('day', 'g', {class: 'day'}, [
    shape('line', 'line', {x1: share(fromPx + 1, widthPx), x2: share(toPx - 1, widthPx), y1: footPx, y2: footPx}),
    shape('from', 'line', {x1: share(fromPx + 1, widthPx), x2: share(fromPx + 1, widthPx), y1: footPx - 5, y2: footPx}),
    shape('to', 'line', {x1: share(toPx - 1, widthPx), x2: share(toPx - 1, widthPx), y1: footPx - 5, y2: footPx}),
  ]);
}

/** Dots over the days an event may have happened on; caps where its edges are sure, fading where they are not. */
function spanShapes({event: {span}, xPx, yPx, spanPx}: PlacedEvent, widthPx: number): Shape[] {
  if (!spanPx) return [];
  const y = round(yPx);
  const {fromPx, toPx} = spanPx;
  if (span.kind === 'within' && !span.soft) {
    return [
      shape('dots', 'line', {class: 'dots', x1: share(fromPx, widthPx), x2: share(toPx, widthPx), y1: y, y2: y}),
      ...[fromPx, toPx].map((px, i) =>
        shape(`cap-${i}`, 'line', {class: 'cap', x1: share(px, widthPx), x2: share(px, widthPx), y1: y - CAP_PX / 2, y2: y + CAP_PX / 2}),
      ),
    ];
  }
  const fades: [number, number][] = span.kind === 'by' ? [[xPx, fromPx]] : span.kind === 'since' ? [[xPx, toPx]] : [[xPx, fromPx], [xPx, toPx]];
  return fades.flatMap(([nearPx, farPx], k) =>
    [0, 1, 2, 3].map((i) => {
      const at = (n: number) => share(nearPx + ((farPx - nearPx) * n) / 4, widthPx);
      return shape(`fade-${k}-${i}`, 'line', {class: `dots fade-${i}`, x1: at(i), x2: at(i + 1), y1: y, y2: y});
    }),
  );
}

function clipShapes({event, yPx, spanPx}: PlacedEvent, lane: Lane, state: MarkState, widthPx: number): (Shape | null)[] {
  const {span} = event;
  if (span.kind !== 'stretch' || !spanPx) return [];
  const {fromPx, toPx} = spanPx;
  const topPx = round(yPx - CLIP_HEIGHT_PX / 2);
  const box = (key: string, className: string, aPx: number, bPx: number): Shape =>
    shape(key, 'rect', {class: className, x: share(aPx, widthPx), width: share(Math.max(bPx - aPx, 0), widthPx), y: topPx, height: CLIP_HEIGHT_PX});
  if (state.standing !== 'known') return [box('clip', 'outline', fromPx, toPx)];
  const fadePx = Math.min(FADE_PX, (toPx - fromPx) * FADE_SHARE);
  const sureFromPx = span.softStart ? fromPx + fadePx * (span.softEnd ? 0.8 : 1) : fromPx;
  const sureToPx = span.softEnd ? toPx - fadePx * (span.softStart ? 0.8 : 1) : toPx;
  const edge = (key: string, className: string, aPx: number, bPx: number): Shape =>
    shape(key, 'line', {class: className, x1: share(aPx, widthPx), x2: share(bPx, widthPx), y1: topPx + 1, y2: topPx + 1});
  const upright = (key: string, px: number): Shape =>
    shape(key, 'line', {class: key, x1: share(px, widthPx), x2: share(px, widthPx), y1: topPx, y2: topPx + CLIP_HEIGHT_PX});
  return [
    box('clip', 'clip', sureFromPx, sureToPx),
    span.softStart ? shape('fade-in', 'rect', {...box('', 'clip-fade', fromPx, sureFromPx).attributes, fill: `url(#fade-in-${lane.hue})`}) : null,
    span.softEnd ? shape('fade-out', 'rect', {...box('', 'clip-fade', sureToPx, toPx).attributes, fill: `url(#fade-out-${lane.hue})`}) : null,
    edge('top', 'clip-top', sureFromPx, sureToPx),
    span.softStart ? edge('top-in', 'clip-top is-unsure', fromPx, sureFromPx) : upright('clip-head', fromPx + 1),
    span.softEnd ? edge('top-out', 'clip-top is-unsure', sureToPx, toPx) : upright('clip-tail', toPx - 0.5),
    state.isSelected ? box('ring', 'ring', fromPx, toPx) : null,
  ];
}

function labelShape(placed: PlacedEvent, state: MarkState, widthPx: number): Shape | null {
  const {event, label, yPx} = placed;
  if (state.secret) {
    return pinned('label', 'label is-quiet', state.secret.xPx, yPx, widthPx, [shape('words', 'text', {y: 4.5, class: 'words size-13'}, state.secret.text)]);
  }
  return label && state.standing === 'known' ? wordsShape(label, state, event.importance === 1, yPx, widthPx) : null;
}

function wordsShape(label: PlacedLabel, state: MarkState, isStrong: boolean, yPx: number, widthPx: number): Shape {
  const wordsPx = label.widthPx - (label.hasSign ? SIGN_PX : 0);
  const sizeClass = `size-${String(label.sizePx).replace('.', '-')}`;
  return pinned('label', 'label', label.xPx, yPx, widthPx, [
    state.isSelected ? shape('block', 'rect', {class: 'block', x: -6, y: -10, width: round(label.widthPx + 12), height: 20}) : null,
    shape('words', 'text', {class: `words ${sizeClass}${isStrong ? ' is-strong' : ''}`, y: label.sizePx === 15 ? 5 : 4.5}, label.text),
    label.hasSign ? shape('sign', 'path', {class: 'sign', d: NE_PATH, transform: `translate(${round(wordsPx + SIGN_GAP_PX)} 0.5)`}) : null,
  ]);
}

/** Where there is room beside a mark to say that it is not public yet: right of it, else left, else nowhere. */
export function secretWords(
  placed: PlacedEvent,
  {events, clusters}: Pick<Placement, 'events' | 'clusters'>,
  standingOf: (id: string) => Standing,
  widthPx: number,
  language: string,
): SecretWords | null {
  const text = stageWords(language).notPublicYet;
  const wordsPx = measureByTable(text, 13, 450);
  const taken = [
    ...events.filter((other) => other !== placed && other.yPx === placed.yPx).map((other): readonly [number, number] =>
      standingOf(other.event.id) === 'known' ? reachOf(other) : reachOf({...other, label: null, spanPx: other.event.span.kind === 'stretch' ? other.spanPx : null}),
    ),
    ...clusters.filter(({yPx}) => yPx === placed.yPx).map(({xPx}): readonly [number, number] => [xPx - 13, xPx + 13]),
  ];
  const isClip = placed.event.span.kind === 'stretch';
  const [rightPx, leftPx] = isClip
    ? [placed.spanPx!.fromPx + LABEL_OFFSET_PX, placed.spanPx!.fromPx - LABEL_OFFSET_PX - wordsPx]
    : [placed.xPx + LABEL_OFFSET_PX, placed.xPx - LABEL_OFFSET_PX - wordsPx];
  const isFree = (xPx: number) =>
    xPx >= 0 && xPx + wordsPx <= widthPx && taken.every(([fromPx, toPx]) => xPx + wordsPx + SECRET_GAP_PX < fromPx || xPx - SECRET_GAP_PX > toPx);
  const xPx = [rightPx, leftPx].find(isFree);
  return xPx === undefined ? null : {text, xPx, widthPx: wordsPx};
}

/** A counted box; it opens by zooming to its members. */
export function clusterShape(group: PlacedGroup, lane: Lane, known: number, name: string, href: string, widthPx: number): Shape {
  return shape(`cluster-${group.members[0]!}`, 'a', {class: `cluster hue-${lane.hue} ${known > 0 ? 'is-known' : 'is-coming'}`, href, 'data-members': group.members.join(' '), 'aria-label': name, tabindex: -1}, [
    pinned('at', 'at', group.xPx, group.yPx, widthPx, [
      shape('hit', 'rect', {class: 'hit', x: -HIT_PX / 2 - 2, y: -HIT_PX / 2, width: HIT_PX + 4, height: HIT_PX}),
      shape('box', 'rect', {class: 'box', x: -12.5, y: -7.5, width: 25, height: 15}),
      known > 0 ? shape('count', 'text', {class: 'count', y: 4}, `+${known}`) : null,
    ]),
  ]);
}

/** What found no row: a small mark on the lane's foot rule. */
export function footShape(group: PlacedGroup, timeline: Timeline, name: string, isKnown: boolean, href: string, widthPx: number): Shape {
  const lane = timeline.lanes[group.lane]!;
  const className = `foot hue-${lane.hue} ${isKnown ? 'is-known' : 'is-coming'}`;
  return shape(`foot-${group.members[0]!}`, 'a', {class: className, href, 'data-members': group.members.join(' '), 'aria-label': name, tabindex: -1}, [
    pinned('at', 'at', group.xPx, group.yPx, widthPx, [
      shape('hit', 'rect', {class: 'hit', x: -4.5, y: -6, width: 9, height: 10}),
      shape('glyph', 'path', {class: 'glyph', d: glyphPath(lane.glyph, FOOT)}),
    ]),
  ]);
}

/** The phone's rug: a tick for each event without a glyph. */
export function rugShape(group: PlacedGroup, timeline: Timeline, name: string, isKnown: boolean, href: string, widthPx: number): Shape {
  const lane = timeline.lanes[group.lane]!;
  const className = `foot rug hue-${lane.hue} ${isKnown ? 'is-known' : 'is-coming'}`;
  return shape(`foot-${group.members[0]!}`, 'a', {class: className, href, 'data-members': group.members.join(' '), 'aria-label': name, tabindex: -1}, [
    shape('tick', 'rect', {class: 'tick', x: share(group.xPx - 1, widthPx), width: share(2, widthPx), y: round(group.yPx - 5), height: 5}),
  ]);
}
