/** The lower part of a card: every lane, the mark the card is about, and the strip of states. */
import {xPxOf} from '../../timeline/layout/scale.ts';
import type {Known} from '../../timeline/model/known.ts';
import {playheadOfDay} from '../../timeline/model/playhead.ts';
import {isUncertain, spanAnchorMs, spanBounds} from '../../timeline/model/span.ts';
import type {StoryState, Timeline, TimelineEvent} from '../../timeline/model/timeline.ts';
import type {View} from '../../timeline/model/view.ts';
import {glyphPath} from '../../timeline/render/glyphs.ts';
import {round, shape} from '../../timeline/render/shape.ts';
import type {Shape} from '../../timeline/render/shape.ts';
import {COLOURS, HUE_COLOURS} from './colours.ts';
import type {Letters, TypeLine, TypeStyle} from './letters.ts';
import {CARD_WIDTH_PX, placedMarks} from './places.ts';

interface Foot {
  readonly timeline: Timeline;
  readonly view: View;
  readonly letters: Letters;
}

/** An event that a card is about. */
export interface FootOfEvent extends Foot {
  readonly event: TimelineEvent | null;
}

/** A day that a card is about. */
export interface FootOfDay extends Foot {
  readonly dayMs: number;
  readonly known: Known;
  /** On the flag. */
  readonly words: string;
}

const FIRST_LANE_PX = 432;
const LANE_PITCH_PX = 19;
/** Where there is no strip, lanes have its room. */
const WIDE_PITCH_PX = 27;
const STRIP = {topPx: 548, footPx: 590} as const;
const STEM_FOOT_PX = 598;
const STEM_PX = 6;
const STEM_CLEAR_PX = 5;
const SIZES = {landmark: 1.7, other: 1.16, chosen: 4.2} as const;
/** Half of the box that a glyph of size 1 appears to fill. */
const GLYPH_PX = 6;
const CLEAR_PX = 16;
const QUIET = 0.38;
const RAIL_PX = 15;
const FLAG = {topPx: 368, heightPx: 42, leastPx: 124, paddingPx: 22} as const;
const STRIP_STYLE: TypeStyle = {sizePx: 30, weight: 700, stretch: 72};
const STRIP_INSET_PX = 16;
const STRIP_END_PX = 3;
/** How far words stay off the stem. */
const STEM_REACH_PX = 12;

/** The pattern that a cancelled state is filled with. */
export const HATCH: Shape = shape(
  'hatch',
  'pattern',
  {id: 'hatch', width: 14, height: 14, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)'},
  [shape('line', 'rect', {width: 2.4, height: 14, fill: COLOURS.ink})],
);

/** All marks alike. */
export function footOfStory({timeline, view, letters}: Foot): Shape[] {
  return [marksShape(timeline, view, () => true, 1), ...stripShapes(timeline.states, {timeline, view, letters})];
}

/** The event's mark large, the others quiet; a red stem down to its place where its day is certain. */
export function footOfEvent({timeline, view, letters, event}: FootOfEvent): Shape[] {
  const stripWith = (stemPx: number | null) => stripShapes(timeline.states, {timeline, view, letters}, stemPx);
  if (event === null) return [marksShape(timeline, view, () => true, QUIET), ...stripWith(null)];
  const chosen = chosenOf(timeline, view, event);
  const isClear = (one: TimelineEvent, xPx: number) => one.id !== event.id && !chosen.touches(xPx, laneYPx(timeline, one.lane), one.lane);
  return [
    marksShape(timeline, view, isClear, QUIET),
    ...stripWith(chosen.isCertain ? chosen.xPx : null),
    ...(chosen.isCertain ? [stemShape(chosen.xPx, chosen.footPx + CLEAR_PX / 2)] : []),
    ...chosen.shapes,
  ];
}

/** What was public drawn in full, what was not as outlines, and the day under a flag. */
export function footOfDay({timeline, view, letters, dayMs, known, words}: FootOfDay): Shape[] {
  const xPx = xPxOf(playheadOfDay(dayMs), view, CARD_WIDTH_PX);
  const marks = placedMarks(timeline, view).flatMap((lane) =>
    lane.map(({event, xPx: atPx}) => {
      const at = {transform: `translate(${round(atPx)} ${laneYPx(timeline, event.lane)})`, d: glyphOf(timeline, event)};
      return known.standingOf(event.id) === 'known'
        ? shape(event.id, 'path', {...at, fill: colourOf(timeline, event)})
        : shape(event.id, 'path', {...at, fill: COLOURS.bg, stroke: COLOURS.ghost, 'stroke-width': 1.8});
    }),
  );
  const states = known.states.map((state, i, all) => (i === all.length - 1 ? {...state, toMs: playheadOfDay(dayMs)} : state));
  const unknown = shape('unknown', 'path', {
    d: `M${round(xPx)} ${STRIP.topPx}H${CARD_WIDTH_PX}M${round(xPx)} ${STRIP.footPx}H${CARD_WIDTH_PX}`,
    stroke: COLOURS.ghost,
    'stroke-width': 2,
  });
  return [
    shape('marks', 'g', {}, marks),
    ...stripShapes(states, {timeline, view, letters}),
    ...(timeline.states.length > 0 ? [unknown] : []),
    shape('stem', 'rect', {
      x: round(xPx - STEM_PX / 2),
      y: FLAG.topPx,
      width: STEM_PX,
      height: STEM_FOOT_PX - FLAG.topPx,
      fill: COLOURS.head,
    }),
    flagShape(xPx, letters.line(words, STRIP_STYLE)),
  ];
}

function marksShape(timeline: Timeline, view: View, isShown: (event: TimelineEvent, xPx: number) => boolean, opacity: number): Shape {
  const marks = placedMarks(timeline, view)
    .flat()
    .filter(({event, xPx}) => isShown(event, xPx))
    .map(({event, xPx}) =>
      shape(event.id, 'path', {
        transform: `translate(${round(xPx)} ${laneYPx(timeline, event.lane)})`,
        d: glyphOf(timeline, event),
        fill: colourOf(timeline, event),
      }),
    );
  return shape('marks', 'g', {opacity}, marks);
}

interface Chosen {
  readonly shapes: readonly Shape[];
  readonly isCertain: boolean;
  readonly xPx: number;
  readonly footPx: number;
  /** Whether another mark would be in its way. */
  readonly touches: (xPx: number, yPx: number, lane: number) => boolean;
}

/** The mark a card is about: filled on its day, hollow in the middle of the days it may be, at the head of those it took. */
function chosenOf(timeline: Timeline, view: View, event: TimelineEvent): Chosen {
  const {span, lane} = event;
  const colour = colourOf(timeline, event);
  const halfPx = GLYPH_PX * SIZES.chosen;
  const yPx = laneYPx(timeline, lane);
  const xPx = Math.min(Math.max(xPxOf(spanAnchorMs(span), view, CARD_WIDTH_PX), halfPx), CARD_WIDTH_PX - halfPx);
  const {fromPx, toPx, capsPx} = reachOf(event, view, xPx);
  const isHollow = isUncertain(span);
  const glyph = {transform: `translate(${round(xPx)} ${yPx})`, d: glyphPath(timeline.lanes[lane]!.glyph, SIZES.chosen)};
  const line = {stroke: colour, 'stroke-width': 6};
  return {
    isCertain: span.kind === 'day' || span.kind === 'moment',
    xPx,
    footPx: yPx + halfPx,
    touches: (otherPx, otherYPx, otherLane) =>
      (Math.abs(otherPx - xPx) < halfPx + CLEAR_PX + GLYPH_PX && Math.abs(otherYPx - yPx) < halfPx + CLEAR_PX) ||
      (otherLane === lane && otherPx > fromPx - CLEAR_PX && otherPx < toPx + CLEAR_PX),
    shapes: [
      shape('span', 'path', {d: `M${round(fromPx)} ${yPx}H${round(toPx)}`, ...line, ...(isHollow ? {'stroke-dasharray': '6 8'} : {})}),
      ...capsPx.map((capPx, i) => shape(`cap-${i}`, 'path', {d: `M${round(capPx)} ${yPx - RAIL_PX}V${yPx + RAIL_PX}`, ...line})),
      shape('clear', 'path', {
        ...glyph,
        fill: COLOURS.bg,
        stroke: COLOURS.bg,
        'stroke-width': isHollow ? 22 : 2,
        'stroke-linejoin': 'round',
      }),
      isHollow
        ? shape('glyph', 'path', {...glyph, fill: COLOURS.bg, stroke: colour, 'stroke-width': 7})
        : shape('glyph', 'path', {...glyph, fill: colour}),
    ],
  };
}

/** How far the days reach that an event took or may be of, and where that ends for certain. */
function reachOf({span}: TimelineEvent, view: View, xPx: number): {fromPx: number; toPx: number; capsPx: number[]} {
  if (span.kind === 'day' || span.kind === 'moment') return {fromPx: xPx, toPx: xPx, capsPx: []};
  const bounds = spanBounds(span);
  const [startPx, endPx] = [xPxOf(bounds.fromMs, view, CARD_WIDTH_PX), xPxOf(bounds.toMs, view, CARD_WIDTH_PX)];
  const capsPx = (
    span.kind === 'by' ? [endPx] : span.kind === 'since' ? [startPx] : span.kind === 'stretch' ? [endPx] : [startPx, endPx]
  ).filter((capPx) => capPx > 0 && capPx < CARD_WIDTH_PX);
  return {
    fromPx: span.kind === 'by' ? 0 : Math.max(startPx, 0),
    toPx: span.kind === 'since' ? CARD_WIDTH_PX : Math.min(endPx, CARD_WIDTH_PX),
    capsPx,
  };
}

/** The red line at a day, which parts what it crosses. */
function stemShape(xPx: number, topPx: number): Shape {
  return shape('stem', 'g', {}, [
    shape('clear', 'rect', {
      x: round(xPx - STEM_PX / 2 - STEM_CLEAR_PX),
      y: round(topPx),
      width: STEM_PX + 2 * STEM_CLEAR_PX,
      height: round(STEM_FOOT_PX - topPx),
      fill: COLOURS.bg,
    }),
    shape('line', 'rect', {
      x: round(xPx - STEM_PX / 2),
      y: round(topPx),
      width: STEM_PX,
      height: round(STEM_FOOT_PX - topPx),
      fill: COLOURS.head,
    }),
  ]);
}

function flagShape(xPx: number, words: TypeLine): Shape {
  const widthPx = Math.max(FLAG.leastPx, words.widthPx + 2 * FLAG.paddingPx);
  const leftPx = Math.min(Math.max(xPx - widthPx / 2, 0), CARD_WIDTH_PX - widthPx);
  return shape('flag', 'g', {transform: `translate(${round(leftPx)} ${FLAG.topPx})`}, [
    shape('box', 'rect', {width: round(widthPx), height: FLAG.heightPx, fill: COLOURS.head}),
    shape('words', 'path', {transform: `translate(${round((widthPx - words.widthPx) / 2)} 31.5)`, d: words.d, fill: COLOURS['head-ink']}),
  ]);
}

/** The states of the story's subject from edge to edge; a name too long for its state gives way to the shorter one, or to none. */
function stripShapes(states: readonly StoryState[], {timeline, view, letters}: Foot, stemPx: number | null = null): Shape[] {
  if (timeline.states.length === 0) {
    return [shape('axis', 'rect', {y: STRIP.footPx - 3, width: CARD_WIDTH_PX, height: 3, fill: COLOURS.ink})];
  }
  return states.flatMap((state, i): Shape[] => {
    const [fromPx, toPx] = [state.fromMs, state.toMs].map((ms) =>
      Math.min(Math.max(xPxOf(ms, view, CARD_WIDTH_PX), -4), CARD_WIDTH_PX + 4),
    );
    if (toPx! - fromPx! < 1) return [];
    const isSolid = state.look === 'solid';
    const words = wordsOfState(state, Math.max(fromPx!, 0), Math.min(toPx!, CARD_WIDTH_PX), letters, stemPx);
    const box = {x: round(fromPx!), y: STRIP.topPx, width: round(toPx! - fromPx!), height: STRIP.footPx - STRIP.topPx};
    return [
      shape(`state-${i}`, 'rect', {
        ...box,
        fill: isSolid ? COLOURS.ink : state.look === 'hatched' ? 'url(#hatch)' : COLOURS.bg,
        stroke: COLOURS.ink,
        'stroke-width': 3,
      }),
      ...(state.look === 'double' ? [innerFrame(`inner-${i}`, box)] : []),
      ...(words && state.look === 'hatched'
        ? [
            shape(`ground-${i}`, 'rect', {
              x: round(words.xPx - 12),
              y: STRIP.topPx + 4,
              width: round(words.line.widthPx + 28),
              height: 34,
              fill: COLOURS.bg,
            }),
          ]
        : []),
      ...(words
        ? [
            shape(`words-${i}`, 'path', {
              transform: `translate(${round(words.xPx)} ${STRIP.topPx + 30.5})`,
              d: words.line.d,
              fill: isSolid ? COLOURS.bg : COLOURS.ink,
            }),
          ]
        : []),
    ];
  });
}

/** The second line of a double outline. */
function innerFrame(
  key: string,
  {x, y, width, height}: {readonly x: number; readonly y: number; readonly width: number; readonly height: number},
): Shape {
  const insetPx = 5;
  const size = {width: round(Math.max(width - 2 * insetPx, 0)), height: height - 2 * insetPx};
  return shape(key, 'rect', {x: round(x + insetPx), y: y + insetPx, ...size, fill: 'none', stroke: COLOURS.ink, 'stroke-width': 2});
}

/** The longest name of a state that has room in it, on the side of the stem that it does not cross. */
function wordsOfState(
  {label, short}: StoryState,
  fromPx: number,
  toPx: number,
  letters: Letters,
  stemPx: number | null,
): {readonly line: TypeLine; readonly xPx: number} | null {
  const isParted = stemPx !== null && stemPx > fromPx - STEM_REACH_PX && stemPx < toPx + STEM_REACH_PX;
  const rooms = isParted
    ? [
        {fromPx, toPx: stemPx - STEM_REACH_PX},
        {fromPx: Math.max(fromPx, stemPx), toPx},
      ]
    : [{fromPx, toPx}];
  for (const text of [label, short]) {
    const line = letters.line(text, STRIP_STYLE);
    const room = rooms.find((one) => one.toPx - one.fromPx >= STRIP_INSET_PX + line.widthPx + STRIP_END_PX);
    if (room) return {line, xPx: room.fromPx + STRIP_INSET_PX};
  }
  return null;
}

/** The middle of a lane. */
function laneYPx({lanes, states}: Timeline, lane: number): number {
  const hasStrip = states.length > 0;
  const roomPx = (hasStrip ? STRIP.topPx - 21 : STRIP.footPx - 46) - FIRST_LANE_PX;
  const pitchPx = Math.min(hasStrip ? LANE_PITCH_PX : WIDE_PITCH_PX, roomPx / Math.max(lanes.length - 1, 1));
  return round(FIRST_LANE_PX + roomPx - (lanes.length - 1 - lane) * pitchPx);
}

function glyphOf({lanes}: Timeline, {lane, importance}: TimelineEvent): string {
  return glyphPath(lanes[lane]!.glyph, importance === 1 ? SIZES.landmark : SIZES.other);
}

function colourOf({lanes}: Timeline, {lane}: TimelineEvent): string {
  return HUE_COLOURS[lanes[lane]!.hue];
}
