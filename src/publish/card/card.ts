/** The pictures shown with a link on another site: 1200 × 630, always light, each with its alternative text. */
import type {Content, EventEntry} from '../../schema/content.ts';
import {unbrokenMonths} from '../../story/unbroken-dates.ts';
import {shapesAsHtml} from '../../story/shapes-html.ts';
import {timelineOf} from '../../story/stage-scene.ts';
import {monthBesideDay} from '../../timeline/model/calendar-names.ts';
import {asKnownOn} from '../../timeline/model/known.ts';
import {eventsById} from '../../timeline/model/timeline.ts';
import {calendarWords} from '../../timeline/model/words/calendar.ts';
import {cardWords} from '../../timeline/model/words/cards.ts';
import {round, shape} from '../../timeline/render/shape.ts';
import type {Shape} from '../../timeline/render/shape.ts';
import {dayCardLine, dayInTitle} from './alt.ts';
import {COLOURS} from './colours.ts';
import {dateShapes} from './date.ts';
import {footOfDay, footOfEvent, footOfStory, HATCH} from './foot.ts';
import type {Letters, TypeLine, TypeStyle} from './letters.ts';
import {fittedLines, LINE} from './lines.ts';
import type {SetLines, Step} from './lines.ts';
import {CARD_WIDTH_PX, MARGIN_PX, storyView, viewOfEvent, viewWith} from './places.ts';

export const CARD_SIZE = {widthPx: CARD_WIDTH_PX, heightPx: 630} as const;

const TEXT_PX = CARD_WIDTH_PX - 2 * MARGIN_PX;
const EDGE_PX = 12;
const HEAD_BASE_PX = 76;
const TITLE: Omit<TypeStyle, 'sizePx'> = {weight: 700, stretch: 62, trackingEm: -0.012};
const STORY_STEPS: readonly Step[] = [
  {sizePx: 160, leadingPx: 157, most: 2},
  {sizePx: 128, leadingPx: 124, most: 2},
  {sizePx: 100, leadingPx: 94, most: 3},
];
const EVENT_STEPS: readonly Step[] = [
  {sizePx: 132, leadingPx: 120, most: 1},
  {sizePx: 104, leadingPx: 96, most: 2},
  {sizePx: 84, leadingPx: 78, most: 3},
];
const HEAD_STEPS: readonly Step[] = [44, 38, 33, 29].map((sizePx) => ({sizePx, leadingPx: sizePx, most: 1}));
const KICKER_STEPS: readonly Step[] = [34, 31, 29].map((sizePx) => ({sizePx, leadingPx: sizePx, most: 1}));
/** The widest that the site's name may be at the top of a card, and what it leaves before the kicker. */
const HEAD_PX = 720;
const HEAD_GAP_PX = 40;
const DAY_STEPS: readonly Step[] = [{sizePx: 116, leadingPx: 105, most: 2}, ...EVENT_STEPS];
/** The line under the story's title. */
const UNDER_STORY_PX = 392;
/** From the top of a card down to the last line above the lanes. */
const LAST_LINE_PX = 354;
const LAST_LINE_LOW_PX = 388;
const LINE_STEPS: readonly Step[] = [47, 42, 38, 34, 30].map((sizePx) => ({sizePx, leadingPx: sizePx * 1.1, most: 1}));
/** The card of the story, and of every page that has none of its own. */
export function storyCard({content, letters}: {readonly content: Content; readonly letters: Letters}): string {
  const {story} = content;
  const timeline = timelineOf(content);
  const title = fittedLines(letters, story.title, TITLE, STORY_STEPS, TEXT_PX);
  const under = fittedLines(letters, cardWords(story.language).storyLine(story.kicker), LINE, LINE_STEPS, TEXT_PX);
  const isRight = letters.isRightToLeft(story.title);
  const lastPx = UNDER_STORY_PX - Math.max(title.sizePx * 0.45, 70) - (title.lines.length === 1 ? 30 : 0);
  return cardFrom([
    ...footOfStory({timeline, view: storyView(timeline), letters}),
    linesShape('title', title, lastPx - title.leadingPx * (title.lines.length - 1), isRight),
    linesShape('under', under, UNDER_STORY_PX, isRight),
  ]);
}

/** The card of an event: its title, its day and what is not certain of it, and its place among the others. */
export function eventCard({
  content,
  event,
  letters,
}: {
  readonly content: Content;
  readonly event: EventEntry;
  readonly letters: Letters;
}): string {
  const timeline = timelineOf(content);
  const placed = eventsById(timeline).get(event.id) ?? null;
  const view = placed ? viewOfEvent(timeline, placed) : storyView(timeline);
  const title = fittedLines(letters, unbrokenMonths(event.title, content.story.language), TITLE, EVENT_STEPS, TEXT_PX);
  const isRight = letters.isRightToLeft(event.title);
  const isLow = title.lines.length > 2;
  return cardFrom([
    ...footOfEvent({timeline, view, letters, event: placed}),
    ...headShapes(content, letters),
    linesShape('title', title, titleBasePx(title), isRight),
    ...dateShapes({content, event, letters, isRight, basePx: isLow ? LAST_LINE_LOW_PX : LAST_LINE_PX}),
  ]);
}

/** The first line of a title; a title of fewer lines is set lower, a smaller one higher. */
function titleBasePx({lines, sizePx}: SetLines): number {
  if (lines.length === 1) return 240;
  if (lines.length > 2) return Math.min(166, 166 - (84 - sizePx) * 0.7);
  return 187 - (104 - sizePx) * 0.35;
}

/** The card of a day: what was public at its end. */
export function dayCard({content, dayMs, letters}: {readonly content: Content; readonly dayMs: number; readonly letters: Letters}): string {
  const {story} = content;
  const timeline = timelineOf(content);
  const title = fittedLines(
    letters,
    cardWords(story.language).dayTitle(unbrokenMonths(dayInTitle(content, dayMs), story.language)),
    TITLE,
    DAY_STEPS,
    TEXT_PX,
  );
  const count = fittedLines(letters, dayCardLine(content, dayMs), LINE, LINE_STEPS, TEXT_PX);
  const isRight = letters.isRightToLeft(story.title);
  const day = new Date(dayMs);
  return cardFrom([
    ...footOfDay({
      timeline,
      view: viewWith(timeline, dayMs, {fromMs: dayMs, toMs: dayMs}),
      letters,
      dayMs,
      known: asKnownOn(timeline, dayMs),
      words: calendarWords(story.language).dayAndMonth(day.getUTCDate(), monthBesideDay(day.getUTCMonth() + 1, story.language, 'short')),
    }),
    ...headShapes(content, letters),
    linesShape('title', title, 190, isRight),
    linesShape('under', count, LAST_LINE_PX - 2, isRight),
  ]);
}

/** The card's name on the right, the site's on the left; the other way round in a script that is read so. */
function headShapes({story}: Content, letters: Letters): Shape[] {
  const isRight = letters.isRightToLeft(story.title);
  const name = fittedLines(letters, story.title, TITLE, HEAD_STEPS, HEAD_PX);
  const kicker = fittedLines(letters, story.kicker, {weight: 450, stretch: 87}, KICKER_STEPS, TEXT_PX - HEAD_GAP_PX - widthOf(name));
  return [linesShape('name', name, HEAD_BASE_PX, isRight), linesShape('kicker', kicker, HEAD_BASE_PX, !isRight, COLOURS['ink-2'])];
}

/** Lines under each other from the left margin, or up to the right one. */
function linesShape(key: string, {lines, leadingPx}: SetLines, basePx: number, isRight: boolean, fill: string = COLOURS.ink): Shape {
  const xOf = ({widthPx}: TypeLine) => (isRight ? CARD_WIDTH_PX - MARGIN_PX - widthPx : MARGIN_PX);
  const paths = lines.map((line, i) =>
    shape(`line-${i}`, 'path', {transform: `translate(${round(xOf(line))} ${round(basePx + i * leadingPx)})`, d: line.d}),
  );
  return shape(key, 'g', {fill}, paths);
}

function widthOf({lines}: SetLines): number {
  return Math.max(...lines.map(({widthPx}) => widthPx));
}

function cardFrom(shapes: readonly Shape[]): string {
  const {widthPx, heightPx} = CARD_SIZE;
  return shapesAsHtml([
    shape('card', 'svg', {xmlns: 'http://www.w3.org/2000/svg', width: widthPx, height: heightPx, viewBox: `0 0 ${widthPx} ${heightPx}`}, [
      shape('defs', 'defs', {}, [HATCH]),
      shape('ground', 'rect', {width: widthPx, height: heightPx, fill: COLOURS.bg}),
      shape('edge', 'rect', {width: widthPx, height: EDGE_PX, fill: COLOURS.ink}),
      ...shapes,
    ]),
  ]);
}
