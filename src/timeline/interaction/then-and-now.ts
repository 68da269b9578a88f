/** Both: the picture of then above the picture of now, with the ruler between them, and the day compared on it. */
import {halfSize} from '../layout/half-size.ts';
import {placeEvents} from '../layout/place.ts';
import {memoizeLast} from '../model/memoize.ts';
import {countsDays} from '../model/pace.ts';
import {playheadOfDay, stepOfPlayhead} from '../model/playhead.ts';
import {DAY_MS} from '../model/time.ts';
import {bothWords} from '../model/words/both.ts';
import {drawShapes} from '../render/draw.ts';
import {dayInFull} from '../render/names.ts';
import {flagOf} from '../render/playhead.ts';
import type {Scene} from '../render/scene.ts';
import {thenShapes} from '../render/then-picture.ts';
import {DRAWN} from './around.ts';
import type {Timeline} from '../model/timeline.ts';
import type {Feed} from './feed.ts';
import type {LiveStage} from './live-stage.ts';
import type {PlayheadControls} from './playhead-controls.ts';
import {thenAndNowPage} from './then-and-now-page.ts';
import type {ThenAndNowPage} from './then-and-now-page.ts';
import type {TwoClocks} from './two-clocks.ts';
import type {ViewControls} from './view-controls.ts';

export interface Compared {
  readonly clocks: TwoClocks;
  readonly feed: Feed;
  readonly playhead: PlayheadControls;
  readonly views: ViewControls;
}

/** How many steps a page of the day compared has: a week, or ten years. */
const LEAP = {days: 7, years: 10};

/** From now on the comparison is shown for as long as the clocks say so. */
export function showThenAndNow(stage: LiveStage, {clocks, feed, playhead, views}: Compared): void {
  const {timeline} = stage;
  const {language} = timeline;
  const words = bothWords(language);
  const memoizedPlacement = memoizeLast(placeEvents);
  const template = stage.piece('both-content') as HTMLTemplateElement;
  let page: ThenAndNowPage | null = null;
  /** Where the page was scrolled before, and where it was scrolled to. */
  let scrolled = {fromPx: 0, toPx: 0};

  const pressKey = dayKeys(timeline, clocks, {onMove: () => views.followHead(), onLeave: () => playhead.setBoth(false)});
  const draw = (shown: ThenAndNowPage) => {
    const scene = stage.scene();
    const known = scene.compared!;
    const placement = memoizedPlacement(timeline, scene.view, scene.size, scene.arrangement);
    drawShapes(shown.picture, thenShapes(scene, known, placement));
    shown.show(scene, known, placement.bands, {...flagOf(scene), value: valueOf(scene)});
  };
  const valueOf = ({playheadMs, compared}: Scene) =>
    words.valueOf(dayInFull(playheadMs, language), compared!.count, timeline.events.length);

  const begin = () => {
    // A page that opens with it leaves the focus where the browser has it, and the list of keys out of the picture.
    const wasElsewhere = document.activeElement !== document.body && !stage.contains(document.activeElement);
    page = thenAndNowPage(stage, template, {onKey: pressKey, onStep: (step) => playhead.moveDay(step)});
    stage.fit = (size) => halfSize(size, timeline, innerHeight);
    feed.setQuiet('both', true);
    scrolled = {fromPx: scrollY, toPx: scrollY};
    redraw();
    scrollTo({top: stage.getBoundingClientRect().top + scrollY, behavior: 'instant'});
    scrolled.toPx = scrollY;
    if (wasElsewhere) page.slider.focus({preventScroll: true});
  };
  const end = (shown: ThenAndNowPage) => {
    const hadFocus = shown.hasFocus();
    page = null;
    shown.remove();
    stage.fit = (size) => size;
    redraw();
    feed.setQuiet('both', false);
    // A reader who has not scrolled meanwhile goes on where they were; a replay has a place of its own.
    const isReplaying = 'replaying' in document.documentElement.dataset;
    if (!isReplaying && Math.abs(scrollY - scrolled.toPx) < 2) scrollTo({top: scrolled.fromPx, behavior: 'instant'});
    const isFocusSeen = stage.contains(document.activeElement) && document.activeElement!.getClientRects().length > 0;
    if (hadFocus && !isFocusSeen) shown.focusAfter();
  };
  const redraw = () => {
    stage.takeSize();
    stage.rearrange();
    stage.draw();
  };
  const update = () => {
    if (clocks.isBoth && !page) begin();
    else if (clocks.isBoth) draw(page!);
    else if (page) end(page);
  };
  stage.addEventListener(DRAWN, update);
  // Where the address asks for it, it may be here before the first picture is.
  if (document.documentElement.dataset['script'] === 'ready') stage.drawSoon();
}

/** What keys do on the day compared. */
function dayKeys(
  {extent}: Pick<Timeline, 'extent'>,
  clocks: TwoClocks,
  {onMove, onLeave}: {readonly onMove: () => void; readonly onLeave: () => void},
): (event: KeyboardEvent) => void {
  const moveTo = (ms: number) => {
    clocks.pause();
    clocks.moveTo(ms);
    onMove();
  };
  const moveBy = (steps: number) => {
    let ms = clocks.playheadMs;
    for (let i = 0; i < Math.abs(steps); i++) ms = stepOfPlayhead(extent, ms, steps < 0 ? -1 : 1);
    moveTo(ms);
  };
  const leap = countsDays(extent) ? LEAP.days : LEAP.years;
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => moveBy(-1),
    ArrowDown: () => moveBy(-1),
    ArrowRight: () => moveBy(1),
    ArrowUp: () => moveBy(1),
    PageUp: () => moveBy(leap),
    PageDown: () => moveBy(-leap),
    Home: () => moveTo(playheadOfDay(extent.fromMs)),
    End: () => moveTo(playheadOfDay(extent.toMs - DAY_MS)),
    Escape: onLeave,
  };
  return (event) => {
    const act = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}
