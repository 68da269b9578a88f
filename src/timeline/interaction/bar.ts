/** What the bar and the rail say of a scene. */
import {numberOnChart} from '../layout/measures.ts';
import type {Placement} from '../layout/place.ts';
import {levelOf, pxPerDay} from '../layout/scale.ts';
import type {RowPlan} from '../layout/size.ts';
import {stepOn} from '../model/known.ts';
import {dayStartMs} from '../model/time.ts';
import {stageWords} from '../model/words/stage.ts';
import type {StageWords} from '../model/words/stage.ts';
import {dayName, headInWords} from '../render/names.ts';
import type {Scene} from '../render/scene.ts';
import {say} from './text.ts';

export interface Bar {
  /** @param matching - Ids that search and filters let through; null for all. */
  readonly show: (scene: Scene, placement: Placement, matching: ReadonlySet<string> | null) => void;
}

/** Looks the bar's pieces up once, and writes them when what they say has changed. */
export function attachBar(stage: HTMLElement, timeline: Scene['timeline']): Bar {
  const words = stageWords(timeline.language);
  const day = one(stage, '[data-part="day"]')!;
  const date = one(stage, '[data-part="date"]')!;
  const nowButton = one(stage, '[data-action="known-now"]')!;
  const thenButton = one(stage, '[data-action="known-then"]')!;
  const hereThen = one(stage, '[data-part="here-then"]');
  const levels = allIn(stage, '[data-level]');
  const rows = timeline.measures.map(({id}) => one(stage, `[data-measure="${CSS.escape(id)}"]`)!);
  const showCounts = countsIn(stage, timeline, words);
  const showBands = bandsIn(stage, timeline, rows);
  const showUnnamed = unnamedIn(stage, timeline, words);
  const showFigures = figuresIn(rows, timeline, words);
  let shown: {
    readonly scene: Scene;
    readonly here: number;
    readonly bands: Placement['bands'];
    readonly matching: ReadonlySet<string> | null;
  } | null = null;

  return {
    show(scene, {bands, outside: {here}}, matching) {
      const {view, size, playheadMs, isKnownThen, arrangement} = scene;
      const scale = pxPerDay(view, size.widthPx);
      for (const button of levels) setPressed(button, button.dataset['level'] === levelOf(scale, timeline.extent, size.isCompact));
      say(date, headInWords(timeline, playheadMs, scale));
      const before = shown;
      shown = {scene, here, bands, matching};
      if (before?.bands !== bands) showBands(bands, arrangement.plan);
      if (before?.scene.arrangement !== arrangement) showUnnamed(scene, here);
      if (
        before?.scene.playheadMs === playheadMs &&
        before.here === here &&
        before.scene.isKnownThen === isKnownThen &&
        before.matching === matching
      )
        return;
      say(day, dayName(timeline, playheadMs));
      setPressed(nowButton, !isKnownThen);
      setPressed(thenButton, isKnownThen);
      if (hereThen) hereThen.hidden = !isKnownThen;
      showCounts(scene, here, matching);
      showFigures(playheadMs);
    },
  };
}

/** How many events there are, in all and in each lane of the rail. */
function countsIn(stage: HTMLElement, {lanes, events}: Scene['timeline'], words: StageWords) {
  const count = one(stage, '[data-part="count"] b')!;
  const ofWhat = one(stage, '[data-part="count"] span')!;
  const ofLanes = allIn(stage, '[data-part="lane-count"]');
  const eventsOfLane = lanes.map((_, lane) => events.filter((event) => event.lane === lane));

  return ({isKnownThen, count: known, laneCounts}: Scene, here: number, matching: ReadonlySet<string> | null): void => {
    const isWhole = here === events.length;
    const all = isKnownThen ? words.ofEventsKnown(events.length) : isWhole ? words.events : words.ofEventsHere(events.length);
    say(count, String(matching?.size ?? (isKnownThen || isWhole ? known : here)));
    say(ofWhat, matching ? words.ofEventsMatch(known) : all);
    ofLanes.forEach((element, lane) => {
      const own = eventsOfLane[lane]!;
      const knownInLane = isKnownThen ? laneCounts[lane]! : own.length;
      const ofLane = isKnownThen ? words.ofLane(knownInLane, own.length) : String(own.length);
      say(element, matching ? words.ofLane(own.filter(({id}) => matching.has(id)).length, knownInLane) : ofLane);
    });
  };
}

/** Lanes and measures of the rail, level with those of the plot. */
function bandsIn(stage: HTMLElement, {measures}: Scene['timeline'], rows: readonly HTMLElement[]) {
  const cells = allIn(stage, '.rail-lane');
  const quiet = one(stage, '[data-part="quiet-measures"]');

  return ({lanes}: Placement['bands'], plan: RowPlan): void => {
    lanes.forEach(({heightPx, rows: rowsOfLane}, lane) => {
      const cell = cells[lane]!;
      cell.style.height = `${heightPx}px`;
      cell.classList.toggle('is-rug', rowsOfLane === 0);
      cell.classList.toggle('is-low', rowsOfLane <= 1);
    });
    measures.forEach((measure, i) => rows[i]!.toggleAttribute('data-shown', plan.measures.includes(measure)));
    if (!quiet) return;
    quiet.hidden = plan.quietMeasures.length === 0;
    say(quiet, plan.quietMeasures.map(({name}) => name).join(', '));
  };
}

/** What a phone says below its narrow picture: how much is here, and how much of it goes without words. */
function unnamedIn(stage: HTMLElement, {events}: Scene['timeline'], words: StageWords) {
  const hereWords = one(stage, '[data-part="here"]');
  const button = one<HTMLButtonElement>(stage, '[data-part="unnamed"]');

  return ({arrangement: {marks}, standingOf, isKnownThen}: Scene, here: number): void => {
    if (!hereWords || !button) return;
    const named = new Set(marks.filter(({label}) => label !== null).map(({id}) => id));
    say(hereWords, `${here} ${here === events.length ? words.events : words.ofEventsHere(events.length)}`);
    // In Known then what is not public has no name anywhere.
    button.hidden = here <= named.size || (isKnownThen && !events.some(({id}) => !named.has(id) && standingOf(id) === 'known'));
    button.disabled = false;
    say(one(button, 'span')!, words.notNamedHere(Math.max(here - named.size, 0)));
  };
}

/** The figure of each measure on the playhead's day. */
function figuresIn(rows: readonly HTMLElement[], {language, measures}: Scene['timeline'], words: StageWords) {
  const figures = rows.map((row) => one(row, 'dd')!);

  return (playheadMs: number): void =>
    measures.forEach((measure, i) => {
      const step = stepOn(measure, dayStartMs(playheadMs));
      say(figures[i]!, step ? numberOnChart(step.value, measure, language) : words.noFigureYet);
      figures[i]!.classList.toggle('is-empty', step === null);
    });
}

function one<T extends HTMLElement>(place: HTMLElement, selector: string): T | null {
  return place.querySelector<T>(selector);
}

function allIn(stage: HTMLElement, selector: string): HTMLElement[] {
  return [...stage.querySelectorAll<HTMLElement>(selector)];
}

function setPressed(button: HTMLElement, isPressed: boolean): void {
  if (button.getAttribute('aria-pressed') !== String(isPressed)) button.setAttribute('aria-pressed', String(isPressed));
}
